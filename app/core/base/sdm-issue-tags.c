/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-finding.h"

#include <glib/gi18n.h>

/* Every kind of fault there is. Severity, standard and explanation stand nowhere else.
 * The standards: IPDAS 4.0 by item, NICE ECD8, R1 to R32 of risk communication, L1 to L44 of letters, the format, our
 * style. */
/* clang-format off */
static const SdmIssueTag issue_tags[] = {
  /* Files and their form */
  { "not-readable", SDM_SEVERITY_ERROR, "format",
    N_("The file could not be opened or read.") },
  { "not-json", SDM_SEVERITY_ERROR, "format",
    N_("The file is not a JSON document, so nothing in it can be used.") },
  { "format-unknown", SDM_SEVERITY_ERROR, "format",
    N_("The file does not say that it is in a format that Evenhand knows.") },
  { "format-newer", SDM_SEVERITY_ERROR, "format",
    N_("The file was written for a newer version of Evenhand.") },
  { "repeated-key", SDM_SEVERITY_ERROR, "format",
    N_("A key stands twice in the same place, and only one of the two would count.") },
  { "unknown-key", SDM_SEVERITY_ERROR, "format",
    N_("A key is not part of the format. It may be misspelt, and what it holds would be lost.") },
  { "missing-key", SDM_SEVERITY_ERROR, "format",
    N_("Something that the format asks for is not there.") },
  { "wrong-type", SDM_SEVERITY_ERROR, "format",
    N_("A value is of another kind than the format asks for.") },
  { "value-not-allowed", SDM_SEVERITY_ERROR, "format",
    N_("A value is not one of those that the format allows.") },
  { "text-form", SDM_SEVERITY_ERROR, "format",
    N_("A text does not have the form that is asked for, such as a date or a short name.") },
  { "text-length", SDM_SEVERITY_ERROR, "format",
    N_("A text is empty or too long for its place on screen and paper.") },
  { "number-range", SDM_SEVERITY_ERROR, "format",
    N_("A number lies outside the range that makes sense here.") },
  { "list-length", SDM_SEVERITY_ERROR, "format",
    N_("A list has too few or too many entries.") },
  { "list-repeats", SDM_SEVERITY_ERROR, "format",
    N_("The same entry stands twice in a list.") },
  { "combination", SDM_SEVERITY_ERROR, "format",
    N_("These keys do not go together, or one that belongs to them is missing.") },
  { "findings-many", SDM_SEVERITY_ERROR, "format",
    N_("The file has more faults than can be listed. Mend the first ones and check it again.") },

  /* Names that lead somewhere, answers that are there */
  { "repeated-id", SDM_SEVERITY_ERROR, "format",
    N_("Two things go by the same name, so nobody can tell which is meant.") },
  { "reference-unknown", SDM_SEVERITY_ERROR, "format",
    N_("A name leads nowhere: what it stands for is not in the file.") },
  { "answer-missing", SDM_SEVERITY_ERROR, "IPDAS 18",
    N_("Every question needs an answer for every option, if only “we do not know”.") },
  { "answer-twice", SDM_SEVERITY_ERROR, "IPDAS 18",
    N_("A question has two answers for one option, and only one of them would be shown.") },
  { "placeholder-unknown", SDM_SEVERITY_ERROR, "format",
    N_("A placeholder in a sentence stands for no figure, or stands where none is filled in.") },
  { "id-not-folder", SDM_SEVERITY_ERROR, "format",
    N_("The aid’s name differs from the name of its folder, so it cannot be found by it.") },
  { "nhs-number", SDM_SEVERITY_ERROR, "format",
    N_("The NHS number is not one: its last digit does not fit the others, or it is not a practice number.") },
  { "points-unequal", SDM_SEVERITY_ERROR, "IPDAS 7",
    N_("An option has more good points than bad ones, or the other way round.") },
  { "source-not-cited", SDM_SEVERITY_WARNING, "IPDAS 8",
    N_("A source is listed but nothing in the aid rests on it.") },
  { "outcome-untouched", SDM_SEVERITY_WARNING, "IPDAS 25",
    N_("No statement that may matter leads to this outcome, so “Weigh it up” would never show it.") },
  { "disagreement-one-sided", SDM_SEVERITY_ERROR, "IPDAS 11",
    N_("Where two outcomes disagree, each must say so, or a reader of one would not learn of the other.") },
  { "group-label-differs", SDM_SEVERITY_ERROR, "R7",
    N_("A group of the same name must be the same people in every outcome.") },

  /* Arithmetic */
  { "comparator-missing", SDM_SEVERITY_ERROR, "R9",
    N_("Pictures of several ways need exactly one that the others are set against.") },
  { "count-missing", SDM_SEVERITY_ERROR, "R3",
    N_("Each group needs one count for each way that is compared, if only “we do not know”.") },
  { "range-missing", SDM_SEVERITY_ERROR, "R19",
    N_("A count without a range looks surer than it is. Give the range, or say why there is none.") },
  { "derivation-missing", SDM_SEVERITY_ERROR, "IPDAS 8",
    N_("A count must say from which published number it follows, so that it can be worked out again.") },
  { "derivation-incomplete", SDM_SEVERITY_ERROR, "IPDAS 8",
    N_("The stated effect does not hold what is needed to work the number out.") },
  { "count-does-not-follow", SDM_SEVERITY_ERROR, "R24",
    N_("A shown count differs from what its published effect gives, rounded half up.") },
  { "bar-does-not-follow", SDM_SEVERITY_ERROR, "R24",
    N_("A shown amount is not the printed one, rounded half up.") },
  { "figure-does-not-follow", SDM_SEVERITY_ERROR, "IPDAS 8",
    N_("A figure told in words differs from what its published effect gives.") },
  { "figure-range-untold", SDM_SEVERITY_WARNING, "R19",
    N_("A figure told in words was published with a range that is not told.") },
  { "under-one", SDM_SEVERITY_ERROR, "R23",
    N_("“Fewer than one” needs a published number that lies above none and below one.") },
  { "group-not-named", SDM_SEVERITY_ERROR, "R7",
    N_("Where the starting risk is assumed, the name of the group must say how high it is.") },
  { "tree-sum", SDM_SEVERITY_ERROR, "R11",
    N_("The parts of a test tree must add up, and the whole must be the group of people of which the aid speaks.") },
  { "tree-count-given", SDM_SEVERITY_INFO, "IPDAS 8",
    N_("A count in a test tree has no derivation; only its sum with the others was checked.") },
  { "scale-outside", SDM_SEVERITY_ERROR, "R16",
    N_("A bar reaches beyond its scale.") },
  { "scale-end", SDM_SEVERITY_WARNING, "R16",
    N_("A scale ends on a round number, or on one that its unit names, so that its length suggests nothing.") },
  { "figure-unsaid", SDM_SEVERITY_WARNING, "IPDAS 8",
    N_("A figure is listed, but no text says it. One of the two may have been changed alone.") },
  { "ratio-differs", SDM_SEVERITY_INFO, "R24",
    N_("The observed count differs from what the effect beside it would give. Both are published; be ready to explain it.") },
  { "difference-misleads", SDM_SEVERITY_INFO, "R24",
    N_("The difference of the rounded counts is not the rounded difference. Name both counts, never the difference alone.") },

  /* Numbers and how they are said */
  { "number-unknown", SDM_SEVERITY_ERROR, "IPDAS 8",
    N_("A number in a text stands neither in an outcome that the text names nor among the facts, so it has no source.") },
  { "sentence-missing", SDM_SEVERITY_ERROR, "R10",
    N_("A count or its range has no sentence that says it, so it would be drawn but not told.") },
  { "frame-missing", SDM_SEVERITY_ERROR, "R8",
    N_("A sentence must give both frames: to how many of how many it happens, and to how many it does not.") },
  { "range-not-said", SDM_SEVERITY_ERROR, "R19",
    N_("There is a range, but the sentence about it does not name both of its ends.") },
  { "time-span-missing", SDM_SEVERITY_ERROR, "R6",
    N_("The sentence does not say over what time, so its figure cannot be compared.") },
  { "denominator-differs", SDM_SEVERITY_ERROR, "R3",
    N_("Chances are out of one and the same number of people throughout the aid.") },
  { "one-in-x", SDM_SEVERITY_ERROR, "R4",
    N_("“1 in X” with changing X is misread: a larger X looks like a larger chance.") },
  { "relative-figure", SDM_SEVERITY_ERROR, "R5",
    N_("A relative figure says nothing without the two chances behind it, and does not belong on patients’ pages.") },
  { "percent-alone", SDM_SEVERITY_ERROR, "R2",
    N_("A percentage may stand only beside the same chance as people.") },
  { "frequency-word", SDM_SEVERITY_WARNING, "R1",
    N_("A word such as “rare” means different things to different people and never stands alone.") },
  { "vague-word", SDM_SEVERITY_INFO, "R1",
    N_("A word of quantity without a number beside it. See that it is not about a chance.") },
  { "not-known-unsaid", SDM_SEVERITY_WARNING, "R21",
    N_("Marked as not known, but the text does not say plainly that we do not know.") },
  { "tree-missing", SDM_SEVERITY_ERROR, "R27",
    N_("A test is told as people in one tree: found and not found, rightly and wrongly.") },
  { "tree-incomplete", SDM_SEVERITY_ERROR, "R27",
    N_("A test tree must tell true from false findings and true from false all-clears, or say that this is not known.") },

  /* Words */
  { "decision-not-question", SDM_SEVERITY_WARNING, "IPDAS 2",
    N_("The decision is put as one question.") },
  { "reader-differs", SDM_SEVERITY_ERROR, "format",
    N_("The texts speak to somebody else than the reader of the aid. In the letter, “you” could then mean the wrong person.") },
  { "loaded-word", SDM_SEVERITY_WARNING, "R17",
    N_("A word leans to one side. Say what happens and let the reader judge.") },
  { "double-meaning", SDM_SEVERITY_WARNING, "R28",
    N_("A word means one thing to clinicians and another to everyone else.") },
  { "abbreviation", SDM_SEVERITY_WARNING, "R29",
    N_("An abbreviation is neither in the word list nor among the names that are left out.") },
  { "name-unexplained", SDM_SEVERITY_WARNING, "R29",
    N_("A name that is left out of the reading age is not explained in the word list.") },
  { "sentence-long", SDM_SEVERITY_ERROR, "R28",
    N_("A sentence of more than 25 words is hard to follow.") },
  { "text-hard", SDM_SEVERITY_WARNING, "R28",
    N_("A text is harder to read than the aim of the aid.") },
  { "text-too-hard", SDM_SEVERITY_ERROR, "R28",
    N_("A text needs a reader older than 14.") },
  { "field-hard", SDM_SEVERITY_WARNING, "R28",
    N_("The texts of one kind are together harder to read than the aim of the aid.") },
  { "field-too-hard", SDM_SEVERITY_ERROR, "R28",
    N_("The texts of one kind together need a reader older than 14.") },

  /* Balance */
  { "balance-options", SDM_SEVERITY_ERROR, "R17",
    N_("Options must be told at the same length, within one fifth, or the longer one looks weightier.") },
  { "balance-row", SDM_SEVERITY_ERROR, "R17",
    N_("Answers that stand side by side must be of the same length, within one fifth.") },
  { "balance-sides", SDM_SEVERITY_ERROR, "R17",
    N_("Benefits and harms must get the same room, within one fifth.") },
  { "balance-ease", SDM_SEVERITY_WARNING, "R17",
    N_("One option reads much easier than another, by more than ten points of reading ease.") },

  /* Life cycle */
  { "date-impossible", SDM_SEVERITY_ERROR, "IPDAS 9",
    N_("There is no such day.") },
  { "dates-out-of-order", SDM_SEVERITY_ERROR, "IPDAS 10",
    N_("Evidence is searched, then the aid is published, then it is reviewed.") },
  { "date-in-future", SDM_SEVERITY_WARNING, "IPDAS 9",
    N_("The aid says it was published or searched on a day that has not come yet.") },
  { "review-overdue", SDM_SEVERITY_WARNING, "IPDAS 10",
    N_("The day by which the aid had to be looked at again is over. Nothing can be printed from it.") },
  { "review-far", SDM_SEVERITY_WARNING, "IPDAS 10",
    N_("More than five years between the search and the review; evidence grows old sooner.") },
  { "second-hand", SDM_SEVERITY_WARNING, "IPDAS 8",
    N_("The figure was read only in somebody else’s account. Each person who signs must accept it by name.") },

  /* Cases and consultations */
  { "aid-not-found", SDM_SEVERITY_WARNING, "format",
    N_("The document names a decision aid that is not beside it, so what it says cannot be compared.") },
  { "aid-differs", SDM_SEVERITY_ERROR, "format",
    N_("The document was made with another version of the aid.") },
  { "option-not-placed", SDM_SEVERITY_ERROR, "IPDAS 3",
    N_("Every option is either shown or hidden with a reason.") },
  { "figure-differs", SDM_SEVERITY_ERROR, "IPDAS 8",
    N_("A figure in the record is not what the aid says.") },
  { "number-not-shown", SDM_SEVERITY_ERROR, "IPDAS 8",
    N_("The record names a number that was not shown.") },
  { "statement-differs", SDM_SEVERITY_ERROR, "format",
    N_("A statement that may matter does not have the words of the aid.") },
  { "persona-question", SDM_SEVERITY_ERROR, "style",
    N_("A hidden thing must come out when its own questions are asked, and by two ways at least.") },
  { "persona-overlap", SDM_SEVERITY_ERROR, "style",
    N_("One question brings out a hidden thing that does not belong to it.") },
  { "persona-topic", SDM_SEVERITY_ERROR, "style",
    N_("An example of what can be asked does not lead to its topic.") },
  { "persona-order", SDM_SEVERITY_WARNING, "style",
    N_("Another topic answers this example, as more of its letters match.") },

  /* Letters: only the checker of letters finds these */
  { "letter-to-nobody", SDM_SEVERITY_WARNING, "L1",
    N_("A letter is addressed to the person. Type their name on “People”.") },
  { "letter-not-confirmed", SDM_SEVERITY_ERROR, "L2",
    N_("A letter about the wrong person can harm two. Ask for the name and the date of birth, and tick both on “People”.") },
  { "letter-third-person", SDM_SEVERITY_WARNING, "L3",
    N_("The reader is “you”. Told of as somebody else, people feel talked about.") },
  { "letter-passive", SDM_SEVERITY_INFO, "L4",
    N_("Say who does it: “We stopped it” is clearer than “It was stopped”.") },
  { "letter-sentence-long", SDM_SEVERITY_WARNING, "L5",
    N_("A sentence of more than 25 words is hard to follow. Make two of it.") },
  { "letter-sentences-long", SDM_SEVERITY_WARNING, "L5",
    N_("Sentences of 15 words or fewer on average are easy to follow. Cut the longest ones in two.") },
  { "letter-filler", SDM_SEVERITY_WARNING, "L7",
    N_("This word says nothing. Leave it out.") },
  { "letter-latin", SDM_SEVERITY_WARNING, "L8",
    N_("Most readers know no Latin short forms. Say it in English.") },
  { "letter-acronym", SDM_SEVERITY_WARNING, "L9",
    N_("The reader may not know these letters. Spell the name out, or leave it out. A plain word in brackets behind it will do.") },
  { "letter-medical-word", SDM_SEVERITY_WARNING, "L10",
    N_("Use the plain word. Where both are needed, the plain word comes first and the other in brackets.") },
  { "letter-two-meanings", SDM_SEVERITY_WARNING, "L11",
    N_("This word means something else in everyday talk. Say what is meant, or explain it in brackets.") },
  { "letter-label", SDM_SEVERITY_WARNING, "L12",
    N_("A person has a condition and is not one. Say “you have”.") },
  { "letter-blame", SDM_SEVERITY_ERROR, "L13",
    N_("This word blames the reader. Say what happened, without judging it.") },
  { "letter-not-told", SDM_SEVERITY_ERROR, "L14",
    N_("Nobody should learn this from a letter. Say it in person first, then tick “We told them in person what the letter says”.") },
  { "letter-result-meaning", SDM_SEVERITY_INFO, "L15",
    N_("A result alone worries people. Say what it means, such as “This means that it drops when you get up.”") },
  { "letter-too-hard", SDM_SEVERITY_ERROR, "L17",
    N_("The letter is harder than most adults read with ease. Use shorter words and sentences in what you typed.") },
  { "letter-hard", SDM_SEVERITY_WARNING, "L17",
    N_("The letter is harder to read than it should be. Use shorter words and sentences in what you typed.") },
  { "letter-own-words-missing", SDM_SEVERITY_WARNING, "L20",
    N_("A letter quotes what the person said. Type it on “What matters”, or tick that they would rather not.") },
  { "letter-option-missing", SDM_SEVERITY_WARNING, "L21",
    N_("The letter tells all options. Look at this one together, or put it aside with a reason.") },
  { "letter-number-not-shown", SDM_SEVERITY_ERROR, "L22",
    N_("A chance that was not on screen has no source here. Show it on “Risks and benefits”, or take it out.") },
  { "letter-relative-figure", SDM_SEVERITY_ERROR, "L22",
    N_("This says nothing without the two chances behind it. Name both, out of the same number of people, as they were shown.") },
  { "letter-number-alone", SDM_SEVERITY_INFO, "L22",
    N_("This number stands nowhere else in the record or the decision aid. See that it is right.") },
  { "letter-who-decided", SDM_SEVERITY_WARNING, "L23",
    N_("The letter says who decided. Choose it on “Decide and plan”.") },
  { "letter-step-nobody", SDM_SEVERITY_WARNING, "L25",
    N_("A step that belongs to nobody is left undone. Name one person.") },
  { "letter-step-no-date", SDM_SEVERITY_WARNING, "L25",
    N_("A step without a day is put off. Set one.") },
  { "letter-review-missing", SDM_SEVERITY_WARNING, "L26",
    N_("A decision is looked at again after 6 and 12 months. Set the days, or say why not.") },
  { "letter-contact-missing", SDM_SEVERITY_WARNING, "L27",
    N_("A reader with a question must find a name and a number on the first page. Add them on “Decide and plan”.") },
  { "letter-capitals", SDM_SEVERITY_WARNING, "L30",
    N_("Words in capitals are harder to read, and look like shouting. Use small letters.") },
  { "letter-format-differs", SDM_SEVERITY_WARNING, "L37",
    N_("The person asked for another format, or needs one. Choose that, or ask them again.") },
  { "letter-needs-unreviewed", SDM_SEVERITY_INFO, "L38",
    N_("What helps a person changes. Ask again, and note the day.") },
  { "letter-declined", SDM_SEVERITY_WARNING, "L41",
    N_("A person may refuse a letter. Ask before you print one.") },
};
/* clang-format on */

/**
 * sdm_issue_tag_lookup:
 * @name: name of a kind of fault
 *
 * Returns: (transfer none) (nullable): the tag, or %NULL where there is none of that name
 */
const SdmIssueTag *
sdm_issue_tag_lookup (const char *name)
{
  for (gsize i = 0; i < G_N_ELEMENTS (issue_tags); i++)
    if (g_str_equal (issue_tags[i].name, name))
      return &issue_tags[i];

  return NULL;
}

/**
 * sdm_issue_tags_get_all:
 * @n_tags: (out): number of tags
 *
 * Returns: (transfer none) (array length=n_tags): the whole table
 */
const SdmIssueTag *
sdm_issue_tags_get_all (gsize *n_tags)
{
  *n_tags = G_N_ELEMENTS (issue_tags);

  return issue_tags;
}
