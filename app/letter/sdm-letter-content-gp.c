/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-date.h"
#include "sdm-letter-content-private.h"
#include "sdm-letter-fill.h"
#include "sdm-words-here.h"

/* The copy for the GP, in short lines, and where the numbers come from. */

static void
take_fact (SdmLetterBlock *facts,
           const char     *label,
           GString        *text)
{
  sdm_letter_content_end (text);
  if (text->len > 0)
    sdm_letter_facts_add_row (facts, label, text->str);
}

static void
add_problems (SdmLetterContent *self,
              SdmLetterBlock   *facts)
{
  g_autoptr (GString) text = g_string_new (NULL);
  json_t *problem;
  size_t  i;

  json_array_foreach (sdm_letter_content_get_list (self, "people/problem"), i, problem)
    if (sdm_letter_item_get_text (problem, "text") != NULL)
      sdm_letter_content_append (text, sdm_letter_own_words (sdm_letter_item_get_text (problem, "text")));

  /* Translators: label in the box for the GP */
  take_fact (facts, _ ("Diagnosis"), text);
}

static void
add_medicines (SdmLetterContent *self,
               SdmLetterBlock   *facts,
               const char       *change,
               const char       *label)
{
  g_autoptr (GString) text = g_string_new (NULL);
  json_t *medicine;
  size_t  i;

  json_array_foreach (sdm_letter_content_get_list (self, "plan/medicines"), i, medicine)
    {
      const char *name = sdm_letter_item_get_text (medicine, "name");
      const char *use = sdm_letter_item_get_text (medicine, "for");
      const char *how = sdm_letter_item_get_text (medicine, "how");

      if (name == NULL || g_strcmp0 (sdm_letter_item_get_text (medicine, "change"), change) != 0)
        continue;
      if (use != NULL)
        /* Translators: a medicine and what it is for, in the box for the GP: "Doxazosin (for blood pressure)." */
        sdm_letter_content_append (text, sdm_letter_fill (_ ("{medicine} (for {use})."), "medicine", name, "use", use, NULL));
      else
        sdm_letter_content_append (text, sdm_letter_own_words (name));
      if (how != NULL)
        sdm_letter_content_append (text, sdm_letter_own_words (how));
    }
  take_fact (facts, label, text);
}

/* Who does it, as a third reader must have it; NULL for nobody yet. */
static const char *
get_owner (SdmLetterContent *self,
           json_t           *action)
{
  const char *owner = sdm_letter_item_get_text (action, "owner");

  if (owner == NULL && g_strcmp0 (sdm_letter_item_get_text (action, "side"), "person") == 0)
    /* Translators: in the box for the GP, who takes a step */
    return _ ("The patient");

  return owner;
}

static const char *
get_step_sentence (gboolean has_owner,
                   gboolean has_date)
{
  if (has_owner)
    /* Translators: a step of the plan in the box for the GP, in the words of the plan, which may speak to the patient:
     * "Tom Bevan, pharmacist, by 27 November 2026: “Change the tablet list.”"; the second has no day yet */
    return has_date ? _ ("{owner}, by {date}: “{what}”") : _ ("{owner}, no date yet: “{what}”");

  /* Translators: the same where nobody is named; the second has no day either */
  return has_date ? _ ("Nobody yet, by {date}: “{what}”") : _ ("Nobody yet, no date yet: “{what}”");
}

static void
add_actions (SdmLetterContent *self,
             SdmLetterBlock   *facts)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GPtrArray) steps = g_ptr_array_new ();
  json_t *action;
  size_t  i;

  json_array_foreach (sdm_letter_content_get_list (self, "plan/actions"), i, action)
    if (sdm_letter_item_get_text (action, "what") != NULL && json_is_true (json_object_get (action, "for_gp")))
      g_ptr_array_add (steps, action);
  g_ptr_array_sort (steps, sdm_letter_compare_days);

  for (guint s = 0; s < steps->len; s++)
    {
      json_t          *step = g_ptr_array_index (steps, s);
      const char      *owner = get_owner (self, step);
      const char      *by = sdm_letter_item_get_text (step, "by");
      g_autofree char *date = by != NULL ? sdm_date_format (by) : NULL;

      sdm_letter_content_append (text, sdm_letter_fill (get_step_sentence (owner != NULL, date != NULL), "owner", owner, "date", date,
                                                        "what", sdm_letter_item_get_text (step, "what"), NULL));
    }

  /* Translators: label in the box for the GP: what was agreed that the GP has to know of */
  take_fact (facts, _ ("Agreed steps"), text);
}

/* clang-format off */
static const struct
{
  const char *decided_by;
  const char *of_person;
  const char *of_parent; /* {name} is who reads the letter */
} makers[] = {
  /* Translators: in the box for the GP; {date} is a day: "Made by the patient on 24 November 2026." The second of
   * each pair is of a child: "Made together with Jo Tanner (mother) on 30 November 2026." */
  { "patient", N_ ("Made by the patient on {date}."), N_ ("Made by the patient on {date}.") },
  { "together", N_ ("Made together on {date}."), N_ ("Made together with {name} on {date}.") },
  { "clinician-asked", N_ ("Left to the clinician by the patient on {date}."), N_ ("Left to the clinician by {name} on {date}.") },
  { "left-open", N_ ("Left open on {date}."), N_ ("Left open on {date}.") },
  { "for-them", N_ ("Made for the patient by {name} on {date}."), N_ ("Made for the patient by {name} on {date}.") },
};
/* clang-format on */

/* Who decided, or who of a child's family: "Jo Tanner (mother)"; NULL for none. */
static char *
dup_maker (SdmLetterContent *self)
{
  gboolean    is_for_them = g_strcmp0 (sdm_letter_content_get_text (self, "plan/decided_by"), "for-them") == 0;
  const char *name = is_for_them ? sdm_letter_content_get_text (self, "plan/decider/name") : self->reader_name;
  const char *relationship = is_for_them ? sdm_letter_content_get_text (self, "plan/decider/relationship")
                                         : sdm_consultation_get_reader_relationship (self->consultation, self->aid);

  if (name != NULL && relationship != NULL)
    /* Translators: in the box for the GP, somebody and what they are to the patient: "Jo Tanner (mother)" */
    return sdm_letter_fill_plain (_ ("{name} ({relationship})"), "name", name, "relationship", relationship, NULL);
  if (name == NULL && !is_for_them && self->reader == SDM_READER_PARENT)
    /* Translators: in the box for the GP, who made the decision: "Made together with the parent or carer on …" */
    return g_strdup (_ ("the parent or carer"));

  return g_strdup (name);
}

static void
add_decision (SdmLetterContent *self,
              SdmLetterBlock   *facts)
{
  const char      *entry = sdm_letter_content_get_text (self, "plan/decision_entry/text");
  const char      *decided_by = sdm_letter_content_get_text (self, "plan/decided_by");
  g_autofree char *maker = dup_maker (self);
  g_autofree char *date = sdm_date_format (self->day);
  g_autoptr (GString) text = g_string_new (NULL);

  if (entry != NULL)
    sdm_letter_content_append (text, sdm_letter_own_words (entry));
  else if (self->result == NULL || g_str_equal (self->result, "not-yet"))
    /* Translators: in the box for the GP */
    sdm_letter_content_append (text, g_strdup (_ ("No decision yet.")));
  for (guint i = 0; decided_by != NULL && i < G_N_ELEMENTS (makers); i++)
    if (g_str_equal (decided_by, makers[i].decided_by) && (!g_str_equal (decided_by, "for-them") || maker != NULL))
      sdm_letter_content_append (text, sdm_letter_fill (sdm_letter_content_choose (self, _ (makers[i].of_person), _ (makers[i].of_parent)),
                                                                                            "date", date, "name", maker, NULL));
  if (self->is_provisional)
    sdm_letter_content_append (text, g_strdup (_ ("Provisional.")));
  else if (g_strcmp0 (sdm_letter_content_get_text (self, "status"), "cancelled") == 0)
    /* Translators: in the box for the GP, of a record that was entered in error or withdrawn */
    sdm_letter_content_append (text, g_strdup (_ ("Cancelled: this record counts no more.")));
  else
    sdm_letter_content_append (text, g_strdup (_ ("Final record.")));
  if (self->is_draft_aid)
    sdm_letter_content_append (text, g_strdup (_ ("The decision aid is a draft.")));

  /* Translators: label in the box for the GP */
  take_fact (facts, _ ("Decision"), text);
}

static void
add_needs (SdmLetterContent *self,
           SdmLetterBlock   *facts)
{
  const char *language = sdm_letter_content_get_text (self, "start/interpreter/language");
  g_autoptr (GString) text = g_string_new (NULL);
  json_t *need;
  size_t  i;

  json_array_foreach (sdm_letter_content_get_list (self, "people/needs"), i, need)
    {
      const char *what = sdm_letter_item_get_text (need, "need");
      const char *met_by = sdm_letter_item_get_text (need, "met_by");

      if (what != NULL && met_by != NULL)
        /* Translators: a need and how it is met: "Large print: Letter in 18 point." */
        sdm_letter_content_append (text, sdm_letter_fill (_ ("{need}: {met_by}"), "need", what, "met_by", met_by, NULL));
      else if (what != NULL)
        sdm_letter_content_append (text, sdm_letter_own_words (what));
    }
  if (sdm_consultation_get_flag (self->consultation, "start/interpreter/needed") && language != NULL)
    sdm_letter_content_append (text, sdm_letter_fill (_ ("Interpreter: {language}."), "language", language, NULL));

  /* Translators: label in the box for the GP: how the patient reads, hears and is spoken to */
  take_fact (facts, _ ("Needs"), text);
}

void
sdm_letter_content_add_gp_box (SdmLetterContent *self)
{
  gboolean         is_gp = self->signer_role != NULL && g_ascii_strcasecmp (self->signer_role, "GP") == 0;
  g_autofree char *heading = NULL;
  SdmLetterBlock  *facts;

  if (self->result == NULL && json_array_size (sdm_letter_content_get_list (self, "people/problem")) == 0)
    return;

  if (self->kind == SDM_LETTER_KIND_GP_COPY)
    /* Translators: heading of the box on the copy that the GP gets */
    heading = g_strdup (_ ("For the GP"));
  else if (is_gp)
    /* Translators: heading of the box where the writer is the GP; the second is for a parent, and {name} is the child */
    heading = sdm_letter_fill (sdm_letter_content_choose (self, _ ("For your GP record"), _ ("For {name}’s GP record")), "name", self->name, NULL);
  else
    /* Translators: heading of the box; the second is for a parent, and {name} is the child */
    heading = sdm_letter_fill (sdm_letter_content_choose (self, _ ("Copy for your GP"), _ ("Copy for {name}’s GP")), "name", self->name, NULL);
  sdm_letter_document_add_heading (self->document, 2, heading);
  facts = sdm_letter_document_add_facts (self->document);
  add_problems (self, facts);
  /* Translators: labels in the box for the GP, each before medicines */
  add_medicines (self, facts, "start", _ ("Started"));
  add_medicines (self, facts, "stop", _ ("Stopped"));
  add_medicines (self, facts, "change", _ ("Changed"));
  add_medicines (self, facts, "keep", _ ("Unchanged"));
  add_actions (self, facts);
  add_decision (self, facts);
  add_needs (self, facts);
}

/* Where the numbers come from */

typedef struct
{
  const SdmSource *source;
  GString         *what; /* marked: which pictures and facts */
} Used;

static void
free_used (gpointer data)
{
  Used *used = data;

  g_string_free (used->what, TRUE);
  g_free (used);
}

static void
note_source (GPtrArray       *list,
             const SdmSource *source,
             char            *what)
{
  g_autofree char *taken = what;
  Used            *used = NULL;

  for (guint i = 0; used == NULL && i < list->len; i++)
    if (((Used *) g_ptr_array_index (list, i))->source == source)
      used = g_ptr_array_index (list, i);

  if (used == NULL)
    {
      used = g_new0 (Used, 1);
      used->source = source;
      used->what = g_string_new (taken);
      g_ptr_array_add (list, used);
      return;
    }
  /* Translators: between the names of two figures that come from one source */
  g_string_append (used->what, _ ("; "));
  g_string_append (used->what, taken);
}

static void
collect_sources (SdmLetterContent *self,
                 GPtrArray        *list,
                 gboolean          pictures)
{
  g_autoptr (GPtrArray) outcomes = sdm_letter_content_list_outcomes (self, pictures);

  for (guint o = 0; o < outcomes->len; o++)
    {
      json_t          *figure = g_ptr_array_index (outcomes, o);
      g_autofree char *number = sdm_words_format_number (o + 1);
      json_t          *id;
      size_t           i;

      json_array_foreach (json_object_get (figure, "sources"), i, id)
        {
          const SdmSource *source = sdm_aid_find_source (self->aid, json_string_value (id));

          if (source == NULL)
            continue;
          /* Translators: names a picture of the letter by its number */
          note_source (list, source, pictures ? sdm_letter_fill (_ ("Picture {number}"), "number", number, NULL) : sdm_letter_own_words (sdm_letter_item_get_text (figure, "title")));
        }
    }
}

/* What it is, where it can be read, and in which place it was read. */
void
sdm_letter_content_append_source (GString         *item,
                                  const SdmSource *source)
{
  g_autofree char *citation = sdm_letter_own_words (source->citation);

  g_string_append (item, citation);
  if (source->url != NULL)
    sdm_letter_content_append (item, sdm_letter_own_words (source->url));
  if (source->is_second_hand && source->via != NULL)
    /* Translators: a study that was not read itself; {via} is what was read: "Read in: Univadis summary." */
    sdm_letter_content_append (item, sdm_letter_fill (_ ("Read in: {via}."), "via", source->via, NULL));
}

static void
add_source_list (SdmLetterContent *self)
{
  g_autoptr (GPtrArray) used = g_ptr_array_new_with_free_func (free_used);
  SdmLetterBlock *list = NULL;

  collect_sources (self, used, TRUE);
  collect_sources (self, used, FALSE);
  if (used->len > 0)
    list = sdm_letter_document_add_list (self->document, SDM_LETTER_LIST_DISC);

  for (guint i = 0; i < used->len; i++)
    {
      const Used *one = g_ptr_array_index (used, i);
      g_autoptr (GString) item = g_string_new (one->what->str);

      g_string_append (item, ": ");
      sdm_letter_content_append_source (item, one->source);
      sdm_letter_list_add_item (list, item->str);
    }
}

/* What the last part promises is there. */
static const char *
get_sources_heading (SdmLetterContent *self)
{
  if (sdm_letter_content_has_figures (self))
    /* Translators: heading of the last part of the letter */
    return _ ("Where the numbers come from");
  if (sdm_letter_content_has_enclosure (self))
    /* Translators: the same where the options are told without any number */
    return _ ("About these facts");

  /* Translators: the same where no option was looked at yet */
  return _ ("About this letter");
}

/* Where there is no aid, there are no facts of ours. */
void
sdm_letter_content_add_sources (SdmLetterContent *self)
{
  g_autofree char *searched = NULL;
  g_autofree char *again = NULL;

  if (self->aid == NULL)
    return;

  sdm_letter_document_add_heading (self->document, 2, get_sources_heading (self));
  if (sdm_letter_content_has_enclosure (self))
    {
      add_source_list (self);
      searched = sdm_date_format (sdm_aid_get_search_date (self->aid));
      again = sdm_date_format (sdm_aid_get_review_by (self->aid));
      /* Translators: {date} and {again} are days: "We last looked for these facts on 21 November 2026. We will look again by 30 November 2028." */
      sdm_letter_content_take_paragraph (self, sdm_letter_fill (_ ("We last looked for these facts on {date}. We will look again by {again}."),
                                                                   "date", searched, "again", again, NULL));
    }
  sdm_letter_document_add_paragraph (self->document,
                                     _ ("Evenhand shows published facts so that people can decide together. It does not work out what is best for you."));
}
