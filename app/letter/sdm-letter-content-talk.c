/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "sdm-date.h"
#include "sdm-letter-content-private.h"
#include "sdm-letter-fill.h"
#include "sdm-words-here.h"

/* The greeting, what we talked about, and what matters to the reader. */

/* About two lines of the standard edition; more is quoted in the enclosure. */
#define MAX_QUOTED_LETTERS 130
#define MAX_RANKED         3

/* Greeting and opening */

/* To an attorney: what the reader did is told before "you" begins to mean the person. */
static void
add_meaning_of_you (SdmLetterContent *self)
{
  g_autoptr (GString) paragraph = g_string_new (NULL);
  gboolean was_there = sdm_letter_content_was_reader_there (self);
  gboolean has_decided = g_strcmp0 (self->result, "decided") == 0 && sdm_letter_content_is_decider_reader (self);

  if (!was_there && !has_decided)
    {
      /* Translators: first sentence of a letter to an attorney; {name} is the person it is about */
      sdm_letter_content_take_paragraph (self, sdm_letter_fill (_ ("This letter is about {name}. Where it says “you”, it means {name}."),
                                                                   "name", self->name, NULL));
      return;
    }

  /* Translators: the four sentences of a letter to an attorney who was there, or who decided; {name} is the person */
  sdm_letter_content_append (paragraph, sdm_letter_fill (_ ("This letter is about {name}."), "name", self->name, NULL));
  if (was_there)
    sdm_letter_content_append (paragraph, sdm_letter_fill (_ ("You were with {name} when we talked."), "name", self->name, NULL));
  if (has_decided)
    sdm_letter_content_append (paragraph, sdm_letter_fill (_ ("**You decided this for {name}.**"), "name", self->name, NULL));
  sdm_letter_content_append (paragraph, sdm_letter_fill (_ ("From here on, where it says “you”, it means {name}."), "name", self->name, NULL));
  sdm_letter_document_add_paragraph (self->document, paragraph->str);
}

/* A greeting never stands alone at the foot of a page. */
static void
take_greeting (SdmLetterContent *self,
               char             *text)
{
  sdm_letter_block_set_keeps_next (sdm_letter_document_add_paragraph (self->document, text));
  g_free (text);
}

/* The aid says "your child" all along. */
static void
add_greeting_to_parent (SdmLetterContent *self)
{
  g_autofree char *child = sdm_letter_content_dup_greeting (self);

  if (self->reader_name == NULL && child != NULL)
    /* Translators: the greeting where nobody has said which parent it is: "Dear parent or carer of Lily," */
    take_greeting (self, sdm_letter_fill (_ ("Dear parent or carer of {name},"), "name", child, NULL));
  else if (self->reader_name == NULL)
    take_greeting (self, g_strdup (_ ("Dear parent or carer,")));

  if (child != NULL)
    /* Translators: first sentences of a letter to a parent or carer; {name} is the child */
    sdm_letter_content_take_paragraph (self, sdm_letter_fill (_ ("This letter is about {name}. Where it says “your child”, it means {name}."),
                                                                 "name", child, NULL));
}

static void
add_greeting (SdmLetterContent *self)
{
  if (self->reader_name != NULL && self->name != NULL)
    /* Translators: the greeting to a reader who is not the person: "Dear Ms Carys Price," */
    take_greeting (self, sdm_letter_fill (_ ("Dear {reader},"), "reader", self->reader_name, NULL));

  if (self->reader == SDM_READER_PARENT)
    add_greeting_to_parent (self);
  else if (self->reader == SDM_READER_PROXY && self->name != NULL)
    add_meaning_of_you (self);
  else if (self->name != NULL)
    /* Translators: the greeting, by the name that the person likes best: "Dear Arthur," */
    take_greeting (self, sdm_letter_fill (_ ("Dear {name},"), "name", self->name, NULL));
  else
    /* Translators: the greeting where no name is known yet */
    take_greeting (self, g_strdup (_ ("Hello,")));
}

/* clang-format off */
static const struct
{
  const char *method;
  const char *to_person;
  const char *to_parent; /* who was there */
  const char *to_absent; /* to a parent of whom this is not recorded */
} thanks[] = {
  /* Translators: first sentence of the letter; {date} is a full date with weekday: "Thursday 10 December 2026".
   * The second of each three is for a parent who was there, the third for one who perhaps was not;
   * {name} is the child. */
  { "in-person", N_ ("Thank you for coming to see me on {date}."),
    N_ ("Thank you for bringing {name} to see me on {date}."), N_ ("I saw {name} on {date}.") },
  { "phone", N_ ("Thank you for talking to me on {date}."),
    N_ ("Thank you for talking to me about {name} on {date}."), N_ ("We had a talk by phone about {name} on {date}.") },
  { "video", N_ ("Thank you for talking to me on {date}."),
    N_ ("Thank you for talking to me about {name} on {date}."), N_ ("We had a talk by video about {name} on {date}.") },
  { "home-visit", N_ ("Thank you for having me at your home on {date}."),
    N_ ("Thank you for having me at your home on {date}, to see {name}."), N_ ("I saw {name} at home on {date}.") },
  { "group", N_ ("Thank you for coming to the group on {date}."),
    N_ ("Thank you for coming to the group with {name} on {date}."), N_ ("{name} came to the group on {date}.") },
};
/* clang-format on */

static void
append_thanks (SdmLetterContent *self,
               GString          *paragraph)
{
  const char      *method = sdm_letter_content_get_text (self, "start/method");
  const char      *when = sdm_letter_content_get_text (self, "start/contact_when");
  g_autofree char *date = sdm_date_format_with_weekday (self->day);
  gboolean         was_there = sdm_letter_content_was_reader_there (self);

  if (method == NULL || (when == NULL && sdm_letter_content_get_text (self, "start/event_date") == NULL))
    return;
  for (guint i = 0; i < G_N_ELEMENTS (thanks); i++)
    if (g_str_equal (method, thanks[i].method))
      sdm_letter_content_append (paragraph, sdm_letter_fill (sdm_letter_content_choose (self, _ (thanks[i].to_person),
                                                                                                 was_there ? _ (thanks[i].to_parent) : _ (thanks[i].to_absent)),
                                                                                                 "date", date, "name", self->name, NULL));
}

static void
append_interpreter (SdmLetterContent *self,
                    GString          *paragraph)
{
  const char *name = sdm_letter_content_get_text (self, "start/interpreter/name");

  if (!sdm_consultation_get_flag (self->consultation, "start/interpreter/needed"))
    return;
  if (name != NULL)
    /* Translators: {name} is the interpreter */
    sdm_letter_content_append (paragraph, sdm_letter_fill (_ ("{name} interpreted for us."), "name", name, NULL));
  else
    sdm_letter_content_append (paragraph, g_strdup (_ ("An interpreter helped us.")));
}

static char *
dup_next_talk (SdmLetterContent *self)
{
  json_t     *first = json_array_get (sdm_letter_content_get_list (self, "plan/review/dates"), 0);
  const char *on = sdm_letter_item_get_text (first, "on");

  return on != NULL ? sdm_date_format_with_weekday (on) : NULL;
}

/* The decision in one bold sentence, found in five seconds, and in the same words as in part 3. */
static void
append_decision (SdmLetterContent *self,
                 GString          *paragraph)
{
  g_autofree char *date = dup_next_talk (self);

  if (g_strcmp0 (self->result, "not-yet") == 0 && date != NULL)
    /* Translators: nothing was decided; {date} is a full date with weekday */
    sdm_letter_content_append (paragraph, sdm_letter_fill (_ ("**You have not decided yet. That is fine. We will talk again on {date}.**"), "date", date, NULL));
  else if (g_strcmp0 (self->result, "not-yet") == 0)
    sdm_letter_content_append (paragraph, g_strdup (_ ("**You have not decided yet. That is fine.**")));
  else if (g_strcmp0 (self->result, "no-thank-you") == 0)
    sdm_letter_content_append (paragraph, g_strdup (_ ("**You decided not to go into this now. You can come back to it whenever you like.**")));
  else if (g_strcmp0 (self->result, "decided") == 0)
    sdm_letter_content_append_decided (self, paragraph);
  else
    sdm_letter_content_append (paragraph, g_strdup (_ ("**We have not finished talking about this.**")));
}

static char *
name_page (const char *sentence)
{
  g_autoptr (GString) named = g_string_new (sentence);

  g_string_replace (named, "{page}", SDM_LETTER_ENCLOSURE_PAGE, 0);

  return g_strdup (named->str);
}

/* What this paper is, and where the rest of it begins; the plain-text twin has no pages. */
static void
append_purpose (SdmLetterContent *self,
                GString          *paragraph,
                GString          *twin)
{
  sdm_letter_content_append (paragraph, g_strdup (_ ("This letter is for you to keep.")));
  sdm_letter_content_append (twin, g_strdup (_ ("This letter is for you to keep.")));
  if (!sdm_letter_content_has_enclosure (self))
    return;

  if (!sdm_letter_content_has_figures (self))
    {
      /* Translators: {page} is the number of a page; the second stands where there are no pages */
      sdm_letter_content_append (paragraph, name_page (_ ("Your options begin on page\u00a0{page}.")));
      sdm_letter_content_append (twin, g_strdup (_ ("Your options come after it.")));
    }
  else
    {
      /* Translators: the same where an aid has numbers */
      sdm_letter_content_append (paragraph, name_page (_ ("Your options and the numbers begin on page\u00a0{page}.")));
      sdm_letter_content_append (twin, g_strdup (_ ("Your options and the numbers come after it.")));
    }
}

void
sdm_letter_content_add_opening (SdmLetterContent *self)
{
  g_autoptr (GString) paragraph = g_string_new (NULL);
  g_autoptr (GString) twin = g_string_new (NULL);
  SdmLetterBlock *block;

  add_greeting (self);

  append_thanks (self, paragraph);
  sdm_letter_content_append_companions (self, paragraph);
  append_interpreter (self, paragraph);
  g_string_append (twin, paragraph->str);
  append_purpose (self, paragraph, twin);
  append_decision (self, paragraph);
  append_decision (self, twin);

  block = sdm_letter_document_add_paragraph (self->document, paragraph->str);
  if (sdm_letter_content_has_enclosure (self))
    sdm_letter_block_set_twin_text (block, twin->str);
}

/* What we talked about */

/* What either of them wanted from the talk; NULL for nothing. */
static char *
dup_wish (SdmLetterContent *self)
{
  const char *mine = sdm_letter_content_get_text (self, "people/agenda/patient");
  const char *ours = sdm_letter_content_get_text (self, "people/agenda/clinician");

  if (mine != NULL)
    /* Translators: what the reader had hoped for from the talk; {text} was typed, and begins as a sentence:
     * "What you wanted from our talk: To get Tess up the hill again." */
    return sdm_letter_fill (_ ("What you wanted from our talk: {text}"), "text", mine, NULL);
  if (ours != NULL)
    /* Translators: what the clinician wanted to talk about; {text} was typed, and begins as a sentence */
    return sdm_letter_fill (_ ("What I wanted to talk about: {text}"), "text", ours, NULL);

  return NULL;
}

void
sdm_letter_content_add_talk (SdmLetterContent *self)
{
  const char      *why_now = sdm_letter_content_get_text (self, "people/why_now");
  g_autofree char *wish = dup_wish (self);

  if (why_now == NULL && self->aid != NULL)
    why_now = sdm_aid_get_why_now (self->aid);
  if (why_now == NULL && wish == NULL)
    return;

  /* Translators: heading of part 1 of the letter */
  sdm_letter_document_add_heading (self->document, 2, _ ("What we talked about"));
  if (why_now != NULL)
    sdm_letter_content_take_paragraph (self, sdm_letter_own_words (why_now));
  if (wish != NULL && (why_now == NULL || !sdm_letter_content_has_enclosure (self)))
    sdm_letter_document_add_paragraph (self->document, wish);
}

/* What matters to you */

/* The reason of the decision is quoted with the decision, and not twice. */
static gboolean
is_quoted_here (SdmLetterContent *self,
                json_t           *words)
{
  const char *text = sdm_letter_item_get_text (words, "text");
  const char *why = sdm_letter_content_get_text (self, "plan/why");

  return text != NULL && json_is_true (json_object_get (words, "in_letter")) && g_strcmp0 (text, why) != 0;
}

/* What the reader hopes for and said; borrowed. */
static GPtrArray *
list_quotes (SdmLetterContent *self)
{
  GPtrArray *quotes = g_ptr_array_new ();
  json_t    *words;
  json_t    *goal;
  size_t     i;

  json_array_foreach (sdm_letter_content_get_list (self, "matters/goals"), i, goal)
    if (sdm_letter_item_get_text (goal, "text") != NULL)
      g_ptr_array_add (quotes, (gpointer) sdm_letter_item_get_text (goal, "text"));
  json_array_foreach (sdm_letter_content_get_list (self, "matters/own_words"), i, words)
    if (is_quoted_here (self, words))
      g_ptr_array_add (quotes, (gpointer) sdm_letter_item_get_text (words, "text"));

  return quotes;
}

/* How many of the quotes stand in the letter itself: all where there is no enclosure for the others. */
static guint
count_quotes_of_letter (SdmLetterContent *self,
                        GPtrArray        *quotes)
{
  glong n_letters = 0;

  for (guint i = 0; i < quotes->len && sdm_letter_content_has_enclosure (self); i++)
    {
      n_letters += g_utf8_strlen (g_ptr_array_index (quotes, i), -1);
      if (i > 0 && n_letters > MAX_QUOTED_LETTERS)
        return i;
    }

  return quotes->len;
}

static char *
dup_quotes (GPtrArray *quotes,
            guint      start,
            guint      end)
{
  g_autoptr (GString) all = g_string_new (NULL);

  for (guint i = start; i < end; i++)
    /* Translators: a person's own words, never changed, in the quotation marks of the language */
    sdm_letter_content_append (all, sdm_letter_fill (_ ("“{words}”"), "words", g_ptr_array_index (quotes, i), NULL));

  return g_strdup (all->str);
}

/* Puts quotes, marked already, behind the words that lead to them. */
static char *
lead_to_quotes (const char *sentence,
                const char *quotes)
{
  g_autoptr (GString) led = g_string_new (sentence);

  g_string_replace (led, "{quotes}", quotes, 1);

  return g_strdup (led->str);
}

/* What the reader said and hopes for, side by side in one block. */
static gboolean
add_own_words (SdmLetterContent *self)
{
  g_autoptr (GPtrArray) quotes = list_quotes (self);
  g_autofree char *words = dup_quotes (quotes, 0, count_quotes_of_letter (self, quotes));
  g_autofree char *said = NULL;

  if (quotes->len == 0)
    return FALSE;

  /* Translators: the reader's own words; the second, words of somebody who came in place of the reader. {quotes} are
   * one or more quotations with their marks. */
  said = lead_to_quotes (sdm_letter_content_did_reader_speak (self) ? _ ("You said: {quotes}") : _ ("In our talk, this was said: {quotes}"), words);
  sdm_letter_document_add_quote (self->document, said);

  return TRUE;
}

static gboolean
add_ranked (SdmLetterContent *self)
{
  json_t         *ranked = sdm_letter_content_get_list (self, "matters/ranked");
  SdmLetterBlock *lead_in;
  SdmLetterBlock *list;
  json_t         *statement;
  size_t          i;

  if (json_array_size (ranked) == 0)
    return FALSE;

  /* Translators: leads to at most three numbered statements; the second as above */
  lead_in = sdm_letter_document_add_lead_in (self->document, sdm_letter_content_did_reader_speak (self) ? _ ("You put these first, in this order:") : _ ("In our talk, these were put first, in this order:"));
  sdm_letter_block_set_beside (lead_in, TRUE);
  list = sdm_letter_document_add_list (self->document, SDM_LETTER_LIST_DECIMAL);
  json_array_foreach (ranked, i, statement)
    if (i < MAX_RANKED && sdm_letter_item_get_text (statement, "text") != NULL)
      sdm_letter_content_take_item (list, sdm_letter_own_words (sdm_letter_item_get_text (statement, "text")));

  return TRUE;
}

void
sdm_letter_content_add_matters (SdmLetterContent *self)
{
  gboolean has_words;
  gboolean has_ranked;

  /* Translators: heading of part 2 of the letter */
  sdm_letter_document_add_heading (self->document, 2, _ ("What matters to you"));
  has_words = add_own_words (self);
  has_ranked = add_ranked (self);

  if (has_words || has_ranked)
    return;
  if (sdm_consultation_get_flag (self->consultation, "matters/declined"))
    sdm_letter_document_add_paragraph (self->document, _ ("You did not want to set this down. That is fine."));
  else
    sdm_letter_document_add_paragraph (self->document, _ ("We have not talked about this yet."));
}

/* More from our talk */

/* What has no room in the letter itself; returns NULL for none. */
static char *
dup_more_quotes (SdmLetterContent *self)
{
  g_autoptr (GPtrArray) quotes = list_quotes (self);
  const guint      start = count_quotes_of_letter (self, quotes);
  g_autofree char *words = dup_quotes (quotes, start, quotes->len);

  if (start == quotes->len)
    return NULL;

  /* Translators: more of the reader's own words, in the enclosure; the second, words of somebody else */
  return lead_to_quotes (sdm_letter_content_did_reader_speak (self) ? _ ("You said this too: {quotes}") : _ ("In our talk, this was said too: {quotes}"), words);
}

/* The end of the enclosure's first part: what was said and needs no action. */
void
sdm_letter_content_add_more_talk (SdmLetterContent *self)
{
  const char      *why_now = sdm_letter_content_get_text (self, "people/why_now");
  g_autofree char *wish = dup_wish (self);
  g_autofree char *quotes = dup_more_quotes (self);
  g_autoptr (GString) sure = g_string_new (NULL);
  gboolean has_wish = wish != NULL && (why_now != NULL || (self->aid != NULL && sdm_aid_get_why_now (self->aid) != NULL));

  sdm_letter_content_append_confidence (self, sure);
  sdm_letter_content_end (sure);
  if (!has_wish && quotes == NULL && sure->len == 0)
    return;

  /* Translators: heading in the enclosure, above what was said and needs no action */
  sdm_letter_document_add_heading (self->document, 3, _ ("More from our talk"));
  if (has_wish)
    sdm_letter_document_add_paragraph (self->document, wish);
  if (quotes != NULL)
    sdm_letter_document_add_paragraph (self->document, quotes);
  if (sure->len > 0)
    sdm_letter_document_add_paragraph (self->document, sure->str);
}
