# SPDX-License-Identifier: GPL-3.0-or-later
"""From the start to the saved letter and the finished record: the case “The hill behind the house”.

Every group of fields is filled once. Each page is left and seen again, the consultation is left
and gone on with, and at the end it can be read and not changed.
"""

import re

import evenhand

WORDS = "If I could do the hill again I’d not complain"
WHY = "I want to get Tess up the hill"
STEP = "Stop the evening tablet"
STATEMENTS = ("Feeling less dizzy or tired", "Staying steady on my feet and not falling")
OWN_STATEMENT = "Walking Tess up the hill"
OPTION = "Take one tablet fewer"
OTHERS = ("Carry on with all tablets", "Stop step by step")
REASON = "it is too much at once"


def start(ui):
    ui.step("Start: the draft is accepted, what could stop us is asked, somebody else is here")
    page = evenhand.Page(ui, "Let’s decide together")
    page.check(re.compile("^I know that this aid is a draft"))
    page.choose(re.compile("^One of the tablets was started"), "Yes")
    page.type("What you found", "Ramipril was started for his heart")
    for question in ("^There has been a stroke", "^Blood pressure today is very high",
                     "^The person cannot take part"):
        page.choose(re.compile(question), "No")
    page.add("Add someone who came along", "Ruth Pell")
    page.choose("How you meet", "Home visit")
    page.type("Where", "At his house")
    ui.audit(within=page.node)


def see_start(ui):
    page = evenhand.Page(ui, "Let’s decide together")
    page.expect({"What you found": "Ramipril was started for his heart", "Where": "At his house",
                 re.compile("^Name, 1"): "Ruth Pell"})
    page.expect_chosen("How you meet", "Home visit")
    page.expect_chosen(re.compile("^There has been a stroke"), "No")


def people(ui):
    ui.step("People: needs, names, role, agenda, who takes part, the problem")
    page = evenhand.Page(ui, "Who is here today?")
    page.add("Add something that helps", "A chair with arms")
    ui.tab()
    page.type_here("In room two")
    page.check("Name said aloud and right")
    page.check("Date of birth said aloud and right")
    page.choose("How would you like us to decide today?", "Together")
    page.type("In the person’s own words", "To get Tess up the hill again")
    page.add("Add someone", "Ruth Pell")
    page.add("Add a problem", "Two falls this year")
    page.type("What the professional would like to talk about", "The low reading")
    ui.audit(within=page.node)


def see_people(ui):
    page = evenhand.Page(ui, "Who is here today?")
    page.expect({"What helps, 3": "A chair with arms", "How we do it, 3": "In room two",
                 "Problem, 4": "Two falls this year",
                 "In the person’s own words": "To get Tess up the hill again",
                 "What the professional would like to talk about": "The low reading"})
    page.expect_chosen("How would you like us to decide today?", "Together")
    page.expect_checked("Name said aloud and right")


def say_how_much(ui, page, statement, key):
    """Marks a statement by the keyboard: its ruler takes the keys 0 to 9, and t for ten."""
    row = page.find("list item", re.compile(f"^{re.escape(statement)}, "))
    ui.click(page.find("label", statement, row))
    ui.wait(lambda: ui.tab() is not None and ui.focused().role == "slider",
            f"the ruler of {statement!r} to have the focus", every=0.2)
    ui.key(key)
    said = "10 out of 10" if key == "t" else f"{key} out of 10"
    ui.wait(lambda: row.description == said, f"{statement!r} to be marked {said!r}")
    return row


def order(page):
    """The statements in their order, with their marks."""
    return [(row.name.rsplit(", ", 1)[0], row.description)
            for row in page.ui.find_all("list item", within=page.node, showing=False)]


def matters(ui):
    ui.step("What matters: own words, statements in order with marks by the keyboard, day, goal")
    page = evenhand.Page(ui, "What matters to you?")
    page.expect_whole(page.add("Add words", WORDS))
    for statement in STATEMENTS:
        page.press(statement)
        page.find("list item", re.compile(f"^{re.escape(statement)}, "))
    page.type("Something else that counts", OWN_STATEMENT)
    page.press("Add your own")
    page.find("list item", re.compile(f"^{re.escape(OWN_STATEMENT)}, 3 of 3$"))
    say_how_much(ui, page, STATEMENTS[0], "t")
    say_how_much(ui, page, STATEMENTS[1], "7")
    say_how_much(ui, page, OWN_STATEMENT, "9")
    ui.key("alt+Up")
    ui.wait(lambda: [name for name, _ in order(page)] ==
            [STATEMENTS[0], OWN_STATEMENT, STATEMENTS[1]], "Alt+Up to move the statement")
    page.add("Add something to the day", "08:00")
    ui.tab()
    page.type_here("Up the hill with Tess")
    page.add("Add a goal", "The top of the hill by spring")
    page.type("What worries you", "A fall that ends in a home")
    ui.audit(within=page.node)


def see_matters(ui):
    page = evenhand.Page(ui, "What matters to you?")
    page.expect({"Own words, 1": WORDS, "Time, 1": "08:00", "Goal, 1": "The top of the hill by spring",
                 "What happens, 1": "Up the hill with Tess",
                 "What worries you": "A fall that ends in a home"})
    ui.check(order(page) == [(STATEMENTS[0], "10 out of 10"), (OWN_STATEMENT, "9 out of 10"),
                             (STATEMENTS[1], "7 out of 10")], f"they are {order(page)} now")


def columns(page):
    """The options in the order of their columns."""
    head = page.find("panel", "Options", page.find("panel", "Options, side by side"))
    return [node.name for node in page.ui.find_all("panel", within=head, showing=False)
            if node.name and node != head]


def options(ui):
    ui.step("Options: the order is turned round, a row opened, one put aside and brought back")
    page = evenhand.Page(ui, "Your options, side by side")
    before = columns(page)
    page.press("Turn the order round")
    ui.wait(lambda: columns(page) == before[::-1], "the columns in the other order")
    question = page.find("push button", "Would my blood pressure stay in range?")
    ui.click(question)
    ui.wait(lambda: "expanded" in question.states, "the row to open")
    page.find("label", re.compile("^After 12 weeks, 86 out of 100 people"), showing=True)

    page.press("3 of 3 shown")
    page.press(OTHERS[1], page.find("filler", "GtkPopoverContent", showing=True))
    page.press(re.compile("^You do not want it, because"))
    ui.type(page.find("text", "The reason, as the letter will tell it"), "")
    ui.key("End")
    ui.type(None, REASON)
    page.press("Put aside")
    page.find("push button", "2 of 3 shown")
    ui.check(OTHERS[1] not in columns(page), "the option is still shown")
    ui.find("label", re.compile(f"Put aside: {re.escape(OTHERS[1])}.*{re.escape(REASON)}"))

    page.press("Bring back")
    page.find("push button", "3 of 3 shown")
    ui.wait(lambda: sorted(columns(page)) == sorted(before), "all options side by side again")
    page.add("Add a question", "Will the heart one stay?")
    ui.audit(within=page.node)


def see_options(ui):
    page = evenhand.Page(ui, "Your options, side by side")
    page.find("push button", "3 of 3 shown")
    ui.check(columns(page)[-1] == OTHERS[0], f"the order is {columns(page)} now")
    page.find("text", text="Will the heart one stay?")


def risks(ui):
    """Gives the numbers that were on screen."""
    ui.step("Risks and benefits: every picture of people says its numbers in words")
    page = evenhand.Page(ui, re.compile("could happen"))
    numbers = evenhand.shown_numbers(ui, page)
    ui.check(len(numbers) >= 8, f"there are only these numbers: {numbers}")
    ui.audit(within=page.node)
    return numbers


def weigh(ui):
    ui.step("Weigh it up: the statements in the person’s order, and how each option feels")
    page = evenhand.Page(ui, "Weigh it up")
    for option, key in ((OPTION, "9"), (OTHERS[0], "3")):
        slider = page.find("slider", re.compile(re.escape(option)))
        ui.click(slider)
        ui.wait(lambda: slider.focused, "the ruler to have the focus")
        ui.key("Delete", key)
        ui.wait(lambda: slider.description.startswith(f"{key} out of 10"),
                f"{option!r} to stand at {key}")
    page.type("In your words", "One fewer feels right")
    ui.audit(within=page.node)


def see_weigh(ui):
    page = evenhand.Page(ui, "Weigh it up")
    page.expect({"In your words": "One fewer feels right"})
    for option, said in ((OPTION, "9 out of 10"), (OTHERS[0], "3 out of 10"),
                         (OTHERS[1], "Not said yet")):
        slider = page.find("slider", re.compile(re.escape(option)))
        ui.check(slider.description.startswith(said), f"{option!r} says {slider.description!r}")


def check(ui):
    ui.step("Check: the person tells it, answers a question, and is ready")
    page = evenhand.Page(ui, "Have I explained it well?")
    page.type(re.compile("What would you tell your family"), "All, one fewer, or none in the end")
    page.press("It was clear", page.card("In your own words"))
    page.check("About 86")
    for question in ("^Do you feel sure", "^Do you know the good", "^Is it clear to you"):
        page.choose(re.compile(question), "Yes")
    page.choose(re.compile("^Do you have enough help"), "No")
    page.find("push button", "Look at that again")
    ui.audit(within=page.node)


def see_check(ui):
    page = evenhand.Page(ui, "Have I explained it well?")
    page.expect({re.compile("What would you tell your family"):
                 "All, one fewer, or none in the end"})
    page.expect_checked("About 86")
    page.expect_chosen(re.compile("^Do you have enough help"), "No")


def plan(ui):
    ui.step("Decide and plan: what, who, why, the next step, the review")
    page = evenhand.Page(ui, "Where have we got to?")
    page.check(re.compile("^We have decided"))
    page.check(OPTION)
    page.pick("Who decided?", "Arthur and Dr Amina Rowe")
    page.type("Why, in your words", WHY)
    page.choose(re.compile("Dr Amina Rowe’s view"), "I would do the same")
    page.add("Add a step", STEP)
    page.type("Who", "Arthur", page.card("What happens next"))
    page.type("By", "1 December 2026", page.card("What happens next"))
    page.type("Something else to look out for, and what to do", "Feeling faint: sit down, then ring")
    page.press("Add", page.card("Look out for"))
    page.type("With whom", "Dr Amina Rowe")
    ui.audit(within=page.node)


def contact(ui):
    page = evenhand.Page(ui, "Where have we got to?")
    page.type("Name", "Jo Hart", page.card("Questions? Ask for"))
    page.type("Phone", "01632 960041", page.card("Questions? Ask for"))


def see_plan(ui):
    page = evenhand.Page(ui, "Where have we got to?")
    page.expect_checked(re.compile("^We have decided"))
    page.expect_checked(OPTION)
    page.expect({"Why, in your words": WHY, "Step 1": STEP, "With whom": "Dr Amina Rowe",
                 "By": "1\u00a0December\u00a02026"})
    page.find("label", "Feeling faint: sit down, then ring")


def letter(ui, numbers):
    ui.step("Letter: its pages are shown")
    evenhand.go_to(ui, "Letter")
    page = evenhand.Page(ui, "Your letter")
    first = page.find("image", re.compile(r"^Page 1 of \d+$"))
    ui.wait(lambda: "Mr Arthur James Pell" in first.description, "the words of the first page")
    page.check("We told them in person what the letter says")
    page.type("Who else gets a copy?", "Ruth Pell")
    page.press("Add")
    ui.audit(within=page.node)

    ui.step("Letter: it is saved as a PDF by the keyboard, and the file is sound")
    path = evenhand.folder(ui, "letters") / "letter.pdf"
    evenhand.save_letter(ui, path)
    text = evenhand.read_pdf(ui, path)

    ui.step("Letter: the file says the person’s words, the decision and each number shown")
    for words in (WORDS, WHY, STEP, *STATEMENTS, OWN_STATEMENT,
                  "1 December 2026", "You and I decided together to take one tablet fewer", *numbers):
        ui.check(words in text, f"the letter does not say {words!r}")


VISITS = (("Start", see_start), ("People", see_people), ("What matters", see_matters),
          ("Options", see_options), ("Weigh it up", see_weigh), ("Check", see_check),
          ("Decide and plan", see_plan))


def finish(ui):
    ui.step("Finish: what is missing is named and leads to its place")
    evenhand.go_to(ui, "Finish")
    page = evenhand.Page(ui, "Before you go")
    keep = page.find("push button", "Finish and keep")
    ui.check(not keep.sensitive, "an unfinished record can be finished")
    page.press(re.compile("^A name and a phone number for questions: go to"))
    evenhand.wait_step(ui, "Decide and plan")
    contact(ui)

    ui.step("Finish: with that it can be finished")
    evenhand.go_to(ui, "Finish")
    page.find("label", "Nothing is missing.")
    ui.audit(within=page.node)
    ui.wait(lambda: keep.sensitive, "the record to be complete")
    ui.click(keep)
    dialog = ui.wait_window("Finish and keep this record?")
    ui.click(ui.find("push button", "Finish and keep", within=dialog))
    page = evenhand.Page(ui, "Before you go")
    page.find("label", re.compile("can be read and printed, and not changed any more"))


def read_only(ui, numbers):
    ui.step("the record stands under Finished, and can be read and not changed")
    evenhand.leave(ui)
    record = ui.find("push button", "Mr Arthur James Pell")
    ui.check("Finished" in record.description, f"it says {record.description!r}")
    ui.find("label", "No drafts. Nothing is waiting for you.")
    ui.click(record)
    ui.find("label", re.compile("^Version 1, finished by"))
    ui.click(ui.find("push button", "Look at all pages"))
    evenhand.find_rail(ui)
    for step, see in VISITS:
        evenhand.go_to(ui, step)
        see(ui)
    page = evenhand.Page(ui, "Where have we got to?")
    for field in ("Why, in your words", "Step 1"):
        ui.check(not page.find("text", field).sensitive, f"{field!r} can be changed")

    ui.step("its letter can still be saved, and says the same")
    evenhand.go_to(ui, "Letter")
    path = evenhand.folder(ui, "final") / "final.pdf"
    evenhand.save_letter(ui, path)
    text = evenhand.read_pdf(ui, path)
    for words in (WORDS, WHY, STEP, "Jo Hart", "01632 960041", *numbers):
        ui.check(words in text, f"the final letter does not say {words!r}")


def run(ui):
    evenhand.start_case(ui, evenhand.DOG_WALK)
    start(ui)
    evenhand.go_to(ui, "People")
    people(ui)
    evenhand.go_to(ui, "What matters")
    matters(ui)
    evenhand.go_to(ui, "Options")
    options(ui)
    evenhand.go_to(ui, "Risks and benefits")
    numbers = risks(ui)
    evenhand.go_to(ui, "Weigh it up")
    weigh(ui)
    evenhand.go_to(ui, "Check")
    check(ui)
    evenhand.go_to(ui, "Decide and plan")
    plan(ui)

    ui.step("every page still shows what was typed when it is seen again")
    for step, see in VISITS:
        evenhand.go_to(ui, step)
        see(ui)

    ui.step("and so it does when the program was ended and the draft goes on")
    ui.quit_clean()
    ui.start()
    evenhand.wait_home(ui)
    ui.click(ui.find("push button", "Mr Arthur James Pell"))
    evenhand.wait_step(ui, "Decide and plan")
    for step, see in VISITS:
        evenhand.go_to(ui, step)
        see(ui)

    letter(ui, numbers)
    finish(ui)
    read_only(ui, numbers)
    ui.quit_clean()
