/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-date.h"
#include "sdm-letter-content-private.h"
#include "sdm-letter-fill.h"
#include "sdm-words-here.h"

/* What happens next: the plan as rows, sorted by day. */

typedef struct
{
  char       *what; /* marked; owned */
  char       *who;  /* marked; owned */
  const char *day;  /* "2026-11-30"; nullable */
  gboolean    is_persons;
  guint       place; /* as recorded */
} PlanRow;

static void
free_row (gpointer data)
{
  PlanRow *row = data;

  g_free (row->what);
  g_free (row->who);
  g_free (row);
}

/* Of steps as recorded: by day, those without one last. */
int
sdm_letter_compare_days (gconstpointer a,
                         gconstpointer b)
{
  const char *first = sdm_letter_item_get_text (*(json_t *const *) a, "by");
  const char *second = sdm_letter_item_get_text (*(json_t *const *) b, "by");

  if ((first == NULL) != (second == NULL))
    return first == NULL ? 1 : -1;

  return g_strcmp0 (first, second);
}

/* By day, those without one last; within a day the reader's own first. */
static int
compare_rows (gconstpointer a,
              gconstpointer b)
{
  const PlanRow *first = *(const PlanRow *const *) a;
  const PlanRow *second = *(const PlanRow *const *) b;

  if ((first->day == NULL) != (second->day == NULL))
    return first->day == NULL ? 1 : -1;
  if (g_strcmp0 (first->day, second->day) != 0)
    return g_strcmp0 (first->day, second->day);
  if (first->is_persons != second->is_persons)
    return first->is_persons ? -1 : 1;

  return first->place < second->place ? -1 : 1;
}

static void
add_row (GPtrArray  *rows,
         char       *what,
         char       *who,
         const char *day,
         gboolean    is_persons)
{
  PlanRow *row = g_new0 (PlanRow, 1);

  row->what = what;
  row->who = who;
  row->day = day;
  row->is_persons = is_persons;
  row->place = rows->len;
  g_ptr_array_add (rows, row);
}

/* "Mother" beside a step is the mother who reads. */
static gboolean
is_relationship_of_reader (SdmLetterContent *self,
                           const char       *owner)
{
  const char *relationship = sdm_consultation_get_reader_relationship (self->consultation, self->aid);

  return relationship != NULL && g_ascii_strcasecmp (owner, relationship) == 0;
}

/* A step of the person's side is the reader's own, unless a letter to a parent or an attorney names
 * somebody else for it. */
static gboolean
is_readers_own (SdmLetterContent *self,
                json_t           *action)
{
  const char      *owner = sdm_letter_item_get_text (action, "owner");
  g_autofree char *patient = sdm_letter_content_dup_patient (self);
  g_autoptr (json_t) person = NULL;

  if (g_strcmp0 (sdm_letter_item_get_text (action, "side"), "person") != 0)
    return FALSE;
  if (owner == NULL || self->reader == SDM_READER_PATIENT)
    return TRUE;
  if (self->reader == SDM_READER_PROXY) /* "you" is the person */
    return g_strcmp0 (owner, self->name) == 0 || g_strcmp0 (owner, patient) == 0 ||
           g_strcmp0 (owner, sdm_letter_content_get_text (self, "people/patient/given/0")) == 0;

  person = json_pack ("{s:s}", "name", owner);

  return self->reader_name == NULL || sdm_letter_content_is_reader (self, person) || is_relationship_of_reader (self, owner);
}

static void
collect_actions (SdmLetterContent *self,
                 GPtrArray        *rows)
{
  json_t *action;
  size_t  i;

  json_array_foreach (sdm_letter_content_get_list (self, "plan/actions"), i, action)
    {
      const char *what = sdm_letter_item_get_text (action, "what");
      const char *owner = sdm_letter_item_get_text (action, "owner");
      gboolean    is_persons = is_readers_own (self, action);
      char       *who;

      if (what == NULL)
        continue;
      if (is_persons)
        /* Translators: who does it, in the plan: the reader */
        who = g_strdup (_ ("You"));
      else
        /* Translators: who does it, in the plan, where no one is named yet */
        who = owner != NULL ? sdm_letter_own_words (owner) : g_strdup (_ ("Nobody yet"));
      add_row (rows, sdm_letter_own_words (what), who, sdm_letter_item_get_text (action, "by"), is_persons);
    }
}

static void
add_table (SdmLetterContent *self,
           GPtrArray        *rows)
{
  SdmLetterBlock *actions;

  if (rows->len == 0)
    return;

  /* Translators: heads of the three columns of the plan */
  actions = sdm_letter_document_add_actions (self->document, _ ("What"), _ ("Who"), _ ("By when"));
  for (guint i = 0; i < rows->len; i++)
    {
      const PlanRow   *row = g_ptr_array_index (rows, i);
      g_autofree char *date = row->day != NULL ? sdm_date_format_with_weekday (row->day) : NULL;

      sdm_letter_actions_add_row (actions, row->what, row->who,
                                  /* Translators: by when, in the plan, where no day is named yet */
                                  date != NULL ? date : _ ("No date yet"));
    }
}

/* How sure the reader felt, and what would make it easier */

static void
append_how_sure (SdmLetterContent *self,
                 GString          *paragraph)
{
  int     low = G_MAXINT;
  int     high = -1;
  json_t *action;
  size_t  i;

  json_array_foreach (sdm_letter_content_get_list (self, "plan/actions"), i, action)
    {
      json_t *confidence = json_object_get (action, "confidence");

      if (!json_is_integer (confidence) || !is_readers_own (self, action))
        continue;
      low = MIN (low, (int) json_integer_value (confidence));
      high = MAX (high, (int) json_integer_value (confidence));
    }

  if (high >= 0)
    {
      g_autofree char *least = sdm_words_take_digits (g_strdup_printf ("%d", low));
      g_autofree char *most = sdm_words_take_digits (g_strdup_printf ("%d", high));

      if (low == high)
        /* Translators: {n} is from 0 to 10: "You felt 8 out of 10 sure that you could do your part." */
        sdm_letter_content_append (paragraph, sdm_letter_fill (_ ("You felt {n} out of 10 sure that you could do your part."), "n", most, NULL));
      else
        /* Translators: several actions, from the least to the most sure: "You felt 6 to 9 out of 10 sure …" */
        sdm_letter_content_append (paragraph, sdm_letter_fill (_ ("You felt {low} to {high} out of 10 sure that you could do your part."),
                                                                  "low", least, "high", most, NULL));
    }
}

static void
append_easier (SdmLetterContent *self,
               GString          *paragraph)
{
  json_t *action;
  size_t  i;

  json_array_foreach (sdm_letter_content_get_list (self, "plan/actions"), i, action)
    if (sdm_letter_item_get_text (action, "easier") != NULL)
      /* Translators: {text} was typed, and begins as a sentence: "What would make it easier: An 11 o'clock time." */
      sdm_letter_content_append (paragraph, sdm_letter_fill (_ ("What would make it easier: {text}"),
                                                                "text", sdm_letter_item_get_text (action, "easier"), NULL));
}

void
sdm_letter_content_append_confidence (SdmLetterContent *self,
                                      GString          *paragraph)
{
  append_how_sure (self, paragraph);
  append_easier (self, paragraph);
}

/* Reviews */

/* Who asks again; NULL where it is who signs the letter, or our practice. */
static const char *
get_reviewer (SdmLetterContent *self)
{
  const char *with = sdm_letter_content_get_text (self, "plan/review/with");

  if (with == NULL)
    with = self->contact;

  return g_strcmp0 (with, self->signer) != 0 ? with : NULL;
}

/* Without their weekdays, as they are months away; owned. */
static GPtrArray *
list_review_days (SdmLetterContent *self)
{
  GPtrArray *days = g_ptr_array_new_with_free_func (g_free);
  json_t    *review;
  size_t     i;

  json_array_foreach (sdm_letter_content_get_list (self, "plan/review/dates"), i, review)
    if (sdm_letter_item_get_text (review, "on") != NULL)
      g_ptr_array_add (days, sdm_date_format (sdm_letter_item_get_text (review, "on")));

  return days;
}

typedef struct
{
  const char *on_one;
  const char *on_two;
  const char *own_on_one; /* the writer of the letter asks */
  const char *own_on_two;
} ReviewSentences;

/* clang-format off */
static const ReviewSentences reviews_to_person = {
  /* Translators: in the plan: {who} will ask, on {first} and {second}, which are days:
   * "On 25 May 2027 and on 23 November 2027, Tom Bevan will ask if this is still right for you." */
  N_ ("On {first}, {who} will ask if this is still right for you."),
  N_ ("On {first} and on {second}, {who} will ask if this is still right for you."),
  N_ ("On {first}, I will ask if this is still right for you."),
  N_ ("On {first} and on {second}, I will ask if this is still right for you."),
};

static const ReviewSentences reviews_to_parent = {
  /* Translators: the same to a parent; {name} is the child */
  N_ ("On {first}, {who} will ask if this is still right for {name}."),
  N_ ("On {first} and on {second}, {who} will ask if this is still right for {name}."),
  N_ ("On {first}, I will ask if this is still right for {name}."),
  N_ ("On {first} and on {second}, I will ask if this is still right for {name}."),
};

static const ReviewSentences reviews_after_no = {
  /* Translators: the same where the reader said no thank you */
  N_ ("On {first}, {who} will ask if you would like to talk about it."),
  N_ ("On {first} and on {second}, {who} will ask if you would like to talk about it."),
  N_ ("On {first}, I will ask if you would like to talk about it."),
  N_ ("On {first} and on {second}, I will ask if you would like to talk about it."),
};

static const ReviewSentences reviews_while_open = {
  /* Translators: the same where nothing was decided */
  N_ ("On {first}, {who} will talk about it with you again."),
  N_ ("On {first} and on {second}, {who} will talk about it with you again."),
  N_ ("On {first}, I will talk about it with you again."),
  N_ ("On {first} and on {second}, I will talk about it with you again."),
};
/* clang-format on */

static const ReviewSentences *
get_review_sentences (SdmLetterContent *self)
{
  if (g_strcmp0 (self->result, "decided") == 0)
    return self->reader == SDM_READER_PARENT ? &reviews_to_parent : &reviews_to_person;

  return g_strcmp0 (self->result, "no-thank-you") == 0 ? &reviews_after_no : &reviews_while_open;
}

/* Two days share a sentence. Where nothing was decided, the first day stands at the top of the letter. */
static void
append_reviews (SdmLetterContent *self,
                GString          *paragraph)
{
  const ReviewSentences *sentences = get_review_sentences (self);
  const char            *who = get_reviewer (self);
  g_autoptr (GPtrArray) days = list_review_days (self);
  guint start = g_strcmp0 (self->result, "not-yet") == 0 ? 1 : 0;

  for (guint i = start; i < days->len; i += 2)
    {
      const char *first = g_ptr_array_index (days, i);
      const char *second = i + 1 < days->len ? g_ptr_array_index (days, i + 1) : NULL;
      const char *sentence;

      if (who != NULL)
        sentence = second != NULL ? _ (sentences->on_two) : _ (sentences->on_one);
      else
        sentence = second != NULL ? _ (sentences->own_on_two) : _ (sentences->own_on_one);
      sdm_letter_content_append (paragraph, sdm_letter_fill (sentence, "who", who, "first", first, "second", second, "name", self->name, NULL));
    }
}

static gboolean
has_review_at (SdmLetterContent *self,
               int               months)
{
  json_t *review;
  size_t  i;

  json_array_foreach (sdm_letter_content_get_list (self, "plan/review/dates"), i, review)
    if (json_integer_value (json_object_get (review, "months")) == months)
      return TRUE;

  return FALSE;
}

static void
append_removed_review (SdmLetterContent *self,
                       GString          *paragraph)
{
  const char *reason = sdm_letter_content_get_text (self, "plan/review/removed");
  gboolean    at_6 = has_review_at (self, 6);
  gboolean    at_12 = has_review_at (self, 12);

  if (reason == NULL || (at_6 && at_12))
    return;
  if (at_6)
    sdm_letter_content_append (paragraph, g_strdup (_ ("We set no date at 12 months.")));
  else if (at_12)
    sdm_letter_content_append (paragraph, g_strdup (_ ("We set no date at 6 months.")));
  else
    sdm_letter_content_append (paragraph, g_strdup (_ ("We set no dates at 6 and 12 months.")));
  /* Translators: why no review was set; {reason} was typed, and begins as a sentence */
  sdm_letter_content_append (paragraph, sdm_letter_fill (_ ("The reason: {reason}"), "reason", reason, NULL));
}

static void
add_services (SdmLetterContent *self)
{
  g_autoptr (GString) paragraph = g_string_new (NULL);
  json_t *service;
  size_t  i;

  json_array_foreach (sdm_letter_content_get_list (self, "plan/services"), i, service)
    {
      const char *name = sdm_letter_item_get_text (service, "name");
      const char *contact = sdm_letter_item_get_text (service, "contact");
      gboolean    is_open = json_is_true (json_object_get (service, "self_referral"));
      const char *sentence;

      if (name == NULL)
        continue;
      if (is_open && contact != NULL)
        /* Translators: {contact} is a phone number or a few words: "You can contact Fellside walking group yourself: Ask at the desk" */
        sentence = _ ("You can contact **{service}** yourself: {contact}");
      else if (is_open)
        sentence = _ ("You can contact **{service}** yourself.");
      else if (contact != NULL)
        /* Translators: a service that the practice has to ask; {contact} is a phone number or a few words */
        sentence = _ ("We can put you in touch with **{service}**: {contact}");
      else
        sentence = _ ("We can put you in touch with **{service}**.");
      sdm_letter_content_append (paragraph, sdm_letter_fill (sentence, "service", name, "contact", contact, NULL));
    }
  sdm_letter_content_end (paragraph);
  if (paragraph->len > 0)
    sdm_letter_document_add_paragraph (self->document, paragraph->str);
}

static gboolean
has_services (SdmLetterContent *self)
{
  json_t *service;
  size_t  i;

  json_array_foreach (sdm_letter_content_get_list (self, "plan/services"), i, service)
    if (sdm_letter_item_get_text (service, "name") != NULL)
      return TRUE;

  return FALSE;
}

void
sdm_letter_content_add_next (SdmLetterContent *self)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (free_row);
  g_autoptr (GString) paragraph = g_string_new (NULL);

  collect_actions (self, rows);
  g_ptr_array_sort (rows, compare_rows);
  append_reviews (self, paragraph);
  if (!sdm_letter_content_has_enclosure (self))
    sdm_letter_content_append_confidence (self, paragraph);
  append_removed_review (self, paragraph);
  sdm_letter_content_end (paragraph);
  if (rows->len == 0 && paragraph->len == 0 && !has_services (self))
    return;

  /* Translators: heading of part 4 of the letter */
  sdm_letter_document_add_heading (self->document, 2, _ ("What happens next"));
  add_table (self, rows);
  if (paragraph->len > 0)
    sdm_letter_document_add_paragraph (self->document, paragraph->str);
  add_services (self);
}
