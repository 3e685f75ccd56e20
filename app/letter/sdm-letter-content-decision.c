/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-letter-content-private.h"
#include "sdm-letter-fill.h"
#include "sdm-words-here.h"

/* What we decided and why. */

/* Each is a whole sentence, as who decides changes the words around it. */
/* clang-format off */
static const struct
{
  const char *decided_by;
  const char *to_person;
  const char *to_parent;
} deciders[] = {
  /* Translators: {choice} comes from the aid: "take one tablet fewer". The second of each pair is for a parent,
   * and {child} is the child: "For Lily, you and I decided together to have a back-up prescription." */
  { "patient", N_ ("**You decided to {choice}.**"), N_ ("**{child} decided to {choice}.**") },
  { "together", N_ ("**You and I decided together to {choice}.**"), N_ ("**For {child}, you and I decided together to {choice}.**") },
  { "clinician-asked", N_ ("**You left the choice to me, and I chose that you {choice}.**"),
    N_ ("**You asked me to choose for {child}. The choice is to {choice}.**") },
  { "for-them", N_ ("**{name} decided for you that you {choice}.**"), N_ ("**For {child}, {name} decided to {choice}.**") },
};
/* clang-format on */

static const char *
get_decision_sentence (SdmLetterContent *self)
{
  const char *decided_by = sdm_letter_content_get_text (self, "plan/decided_by");
  const char *decider = sdm_letter_content_get_text (self, "plan/decider/name");
  gboolean    is_reader = sdm_letter_content_is_decider_reader (self);

  if (is_reader && self->reader == SDM_READER_PARENT)
    /* Translators: a parent decided, and reads the letter: "For Lily, you decided to have a back-up prescription." */
    return _ ("**For {child}, you decided to {choice}.**");
  for (guint i = 0; decided_by != NULL && !is_reader && i < G_N_ELEMENTS (deciders); i++)
    if (g_str_equal (decided_by, deciders[i].decided_by) && (!g_str_equal (decided_by, "for-them") || decider != NULL))
      return sdm_letter_content_choose (self, _ (deciders[i].to_person), _ (deciders[i].to_parent));

  /* Translators: a decision where it is open who made it; the second is for a parent */
  return sdm_letter_content_choose (self, _ ("**The decision is to {choice}.**"), _ ("**For {child}, the decision is to {choice}.**"));
}

/* Returns whether the aid has words for anything that was chosen. */
gboolean
sdm_letter_content_append_choices (SdmLetterContent *self,
                                   GString          *paragraph)
{
  const char *decider = sdm_letter_content_get_text (self, "plan/decider/name");
  gboolean    is_any = FALSE;
  json_t     *chosen;
  size_t      i;

  if (sdm_letter_content_is_blank (self))
    return sdm_letter_content_append_blank_choices (self, paragraph);
  json_array_foreach (sdm_letter_content_get_list (self, "plan/chosen"), i, chosen)
    {
      const char *choice = sdm_letter_content_get_choice (self, chosen);

      if (choice == NULL)
        continue;
      sdm_letter_content_append (paragraph, sdm_letter_fill (get_decision_sentence (self), "choice", choice,
                                                             "name", decider, "child", self->name, NULL));
      is_any = TRUE;
    }

  return is_any;
}

/* Who decided, and what: the one wording of it in the letter. */
void
sdm_letter_content_append_decided (SdmLetterContent *self,
                                   GString          *paragraph)
{
  const char *entry = sdm_letter_content_get_text (self, "plan/decision_entry/text");

  if (sdm_letter_content_append_choices (self, paragraph))
    return;
  if (entry != NULL)
    /* Translators: {text} is the decision as the clinician put it */
    sdm_letter_content_append (paragraph, sdm_letter_fill (_ ("We decided this: **{text}**"), "text", entry, NULL));
  else
    sdm_letter_content_append (paragraph, g_strdup (_ ("**Nothing is written down yet.**")));
}

/* Who decided knows why they may, and the reason speaks of them as of somebody else. */
static void
append_decider_reason (SdmLetterContent *self,
                       GString          *paragraph)
{
  const char *reason = sdm_letter_content_get_text (self, "plan/decider/reason");

  if (g_strcmp0 (sdm_letter_content_get_text (self, "plan/decided_by"), "for-them") == 0 && reason != NULL &&
      !sdm_letter_content_is_decider_reader (self))
    /* Translators: why someone decided in law for the person; {reason} is a sentence of the clinician */
    sdm_letter_content_append (paragraph, sdm_letter_fill (_ ("The reason: {reason}"), "reason", reason, NULL));
}

/* Medicines */

/* clang-format off */
static const struct
{
  const char *change;
  const char *to_person;
  const char *to_person_without_use;
  const char *to_parent;
  const char *to_parent_without_use;
} medicine_sentences[] = {
  /* Translators: {use} says what the medicine is for: "You will stop Doxazosin (for blood pressure)." The last
   * two of each are for a parent, and {child} is the child: "You will start to give Lily Amoxicillin." */
  { "start", N_ ("You will start **{medicine}** (for {use})."), N_ ("You will start **{medicine}**."),
    N_ ("You will start to give {child} **{medicine}** (for {use})."),
    N_ ("You will start to give {child} **{medicine}**.") },
  { "stop", N_ ("You will stop **{medicine}** (for {use})."), N_ ("You will stop **{medicine}**."),
    N_ ("You will stop giving {child} **{medicine}** (for {use})."),
    N_ ("You will stop giving {child} **{medicine}**.") },
  { "change", N_ ("You will change how you take **{medicine}** (for {use})."), N_ ("You will change how you take **{medicine}**."),
    N_ ("You will change how you give {child} **{medicine}** (for {use})."),
    N_ ("You will change how you give {child} **{medicine}**.") },
  { "keep", N_ ("You will keep taking **{medicine}** (for {use})."), N_ ("You will keep taking **{medicine}**."),
    N_ ("You will keep giving {child} **{medicine}** (for {use})."),
    N_ ("You will keep giving {child} **{medicine}**.") },
};
/* clang-format on */

static void
append_medicine (SdmLetterContent *self,
                 json_t           *medicine,
                 GString          *paragraph)
{
  const char *name = sdm_letter_item_get_text (medicine, "name");
  const char *use = sdm_letter_item_get_text (medicine, "for");
  const char *change = sdm_letter_item_get_text (medicine, "change");
  const char *how = sdm_letter_item_get_text (medicine, "how");

  for (guint i = 0; name != NULL && i < G_N_ELEMENTS (medicine_sentences); i++)
    if (g_strcmp0 (change, medicine_sentences[i].change) == 0)
      {
        const char *sentence =
            use != NULL                              ? sdm_letter_content_choose (self, _ (medicine_sentences[i].to_person), _ (medicine_sentences[i].to_parent))
                                                     : sdm_letter_content_choose (self, _ (medicine_sentences[i].to_person_without_use),
                                                                                           _ (medicine_sentences[i].to_parent_without_use));

        sdm_letter_content_append (paragraph, sdm_letter_fill (sentence, "medicine", name, "use", use, "child", self->name, NULL));
        if (how != NULL)
          sdm_letter_content_append (paragraph, sdm_letter_own_words (how));
      }
}

static void
append_medicines (SdmLetterContent *self,
                  GString          *paragraph)
{
  json_t *medicine;
  size_t  i;

  json_array_foreach (sdm_letter_content_get_list (self, "plan/medicines"), i, medicine)
    append_medicine (self, medicine, paragraph);
}

/* Whether a medicine starts, stops or changes. */
static gboolean
has_change_of_medicine (SdmLetterContent *self)
{
  json_t *medicine;
  size_t  i;

  json_array_foreach (sdm_letter_content_get_list (self, "plan/medicines"), i, medicine)
    {
      const char *change = sdm_letter_item_get_text (medicine, "change");

      if (change != NULL && !g_str_equal (change, "keep"))
        return TRUE;
    }

  return FALSE;
}

/* What the clinician added to an option, where no medicines say the same. */
static void
append_details (SdmLetterContent *self,
                GString          *paragraph)
{
  json_t *chosen;
  size_t  i;

  if (json_array_size (sdm_letter_content_get_list (self, "plan/medicines")) > 0)
    return;
  json_array_foreach (sdm_letter_content_get_list (self, "plan/chosen"), i, chosen)
    if (sdm_letter_item_get_text (chosen, "detail") != NULL)
      sdm_letter_content_append (paragraph, sdm_letter_own_words (sdm_letter_item_get_text (chosen, "detail")));
}

/* Reasons and second thoughts */

/* The reason, in the words of the one who decided. */
static char *
dup_why (SdmLetterContent *self,
         const char       *why)
{
  const char *decided_by = sdm_letter_content_get_text (self, "plan/decided_by");
  const char *decider = sdm_letter_content_get_text (self, "plan/decider/name");

  if (self->reader == SDM_READER_PARENT && g_strcmp0 (decided_by, "patient") == 0)
    /* Translators: the reason of somebody other than the reader, in the quotation marks of the language */
    return sdm_letter_fill (_ ("{name} told me why: “{words}”"), "name", self->name, "words", why, NULL);
  if (g_strcmp0 (decided_by, "for-them") == 0 && decider != NULL && self->reader != SDM_READER_PATIENT)
    {
      if (!sdm_letter_content_is_decider_reader (self))
        return sdm_letter_fill (_ ("{name} told me why: “{words}”"), "name", decider, "words", why, NULL);
      if (self->reader == SDM_READER_PROXY)
        /* Translators: the reason of the reader, in quotation marks, where “you” means somebody else */
        return sdm_letter_fill (_ ("The reason, word for word: “{words}”"), "words", why, NULL);
    }

  /* Translators: the reader's own reason, in the quotation marks of the language */
  return sdm_letter_fill (_ ("You told me why: “{words}”"), "words", why, NULL);
}

static void
add_why (SdmLetterContent *self)
{
  const char *why = sdm_letter_content_get_text (self, "plan/why");

  if (why != NULL)
    sdm_letter_content_take_quote (self, dup_why (self, why));
}

/* The choice stands, whoever made it. */
static const char *
get_support_sentence (SdmLetterContent *self)
{
  const char *decided_by = sdm_letter_content_get_text (self, "plan/decided_by");

  if (self->reader == SDM_READER_PARENT)
    /* Translators: to a parent, after the clinician's own view; {name} is the child */
    return _ ("You know what matters to you and {name}, and I will support this choice.");
  if (g_strcmp0 (decided_by, "patient") == 0)
    /* Translators: to the person, after the clinician's own view */
    return _ ("You know what matters to you, and I will support your choice.");
  if (g_strcmp0 (decided_by, "together") == 0)
    /* Translators: the same where both decided together */
    return _ ("You know what matters to you, and I will support what we decided.");

  /* Translators: the same where somebody else decided, or where it is open who did */
  return _ ("I will support this decision.");
}

static void
add_clinician_view (SdmLetterContent *self)
{
  json_t     *same = sdm_letter_content_get_list (self, "plan/clinician_view/same");
  const char *would_have = sdm_letter_content_get_text (self, "plan/clinician_view/would_have");
  g_autoptr (GString) paragraph = g_string_new (NULL);

  if (!json_is_false (same) || would_have == NULL)
    return;
  /* Translators: the clinician would have chosen otherwise and said so; {view} is a sentence such as
   * "I would have started with the lower strength." No "but" or "however": the choice stands. */
  sdm_letter_content_append (paragraph, sdm_letter_fill (_ ("I told you how I see it: {view}"), "view", would_have, NULL));
  sdm_letter_content_append (paragraph, sdm_letter_fill (get_support_sentence (self), "name", self->name, NULL));
  sdm_letter_document_add_paragraph (self->document, paragraph->str);
}

typedef struct
{
  const char *result;
  const char *with_contact;
  const char *without_contact;
} ChangeOfMind;

/* clang-format off */
static const ChangeOfMind changes_of_mind[] = {
  /* Translators: {contact} is the person to ring: "Call Tom Bevan to talk again." */
  { "decided", N_ ("You can change your mind at any time. Call {contact} to talk again."),
    N_ ("You can change your mind at any time. Call us to talk again.") },
  /* Translators: the same where nothing was decided */
  { "not-yet", N_ ("If you want to talk sooner, call {contact}."), N_ ("If you want to talk sooner, call us.") },
  /* Translators: the same where the reader said no thank you */
  { "no-thank-you", N_ ("If you want to talk about it after all, call {contact}."), N_ ("If you want to talk about it after all, call us.") },
};
/* clang-format on */

static void
add_change_of_mind (SdmLetterContent *self,
                    gboolean          has_change)
{
  const char *typed = sdm_letter_content_get_text (self, "plan/change_mind");
  g_autoptr (GString) paragraph = g_string_new (NULL);

  if (typed != NULL)
    sdm_letter_content_append (paragraph, sdm_letter_own_words (typed));
  for (guint i = 0; typed == NULL && i < G_N_ELEMENTS (changes_of_mind); i++)
    if (g_str_equal (self->result, changes_of_mind[i].result))
      sdm_letter_content_append (paragraph, sdm_letter_fill (self->contact != NULL ? _ (changes_of_mind[i].with_contact) : _ (changes_of_mind[i].without_contact), "contact", self->contact, NULL));
  if (has_change)
    sdm_letter_content_append (paragraph, sdm_letter_fill (sdm_letter_content_choose (self, _ ("Please talk to us before you stop or start any other tablet."),
                                                                                               /* Translators: the same to a parent; {name} is the child */
                                                                                               _ ("Please talk to us before you stop or start any other medicine for {name}.")),
                                                                                      "name", self->name, NULL));

  if (paragraph->len > 0)
    sdm_letter_document_add_paragraph (self->document, paragraph->str);
}

/* What the talk has not come to yet, so that an unfinished letter says where it stands. */
static void
add_still_to_do (SdmLetterContent *self)
{
  gboolean has_matters = json_array_size (sdm_letter_content_get_list (self, "matters/ranked")) > 0 ||
                         json_array_size (sdm_letter_content_get_list (self, "matters/goals")) > 0 ||
                         json_array_size (sdm_letter_content_get_list (self, "matters/own_words")) > 0 ||
                         sdm_consultation_get_flag (self->consultation, "matters/declined");
  SdmLetterBlock *list;

  /* Translators: heading of part 3 of an unfinished letter */
  sdm_letter_document_add_heading (self->document, 2, _ ("What is still to be done"));
  list = sdm_letter_document_add_list (self->document, SDM_LETTER_LIST_DISC);
  /* Translators: what is still to be done in a talk, one thing in a line */
  if (!has_matters)
    sdm_letter_list_add_item (list, sdm_letter_content_choose (self, _ ("Talk about what matters to you."), _ ("Talk about what matters to you and your child.")));
  if (!sdm_letter_content_has_enclosure (self))
    sdm_letter_list_add_item (list, _ ("Look at the options."));
  if (self->aid != NULL && !sdm_letter_content_has_figures (self))
    sdm_letter_list_add_item (list, _ ("Look at what is known of each option."));
  sdm_letter_list_add_item (list, _ ("Decide, or say that you want more time."));
}

void
sdm_letter_content_add_decision (SdmLetterContent *self)
{
  gboolean is_decided = g_strcmp0 (self->result, "decided") == 0;
  g_autoptr (GString) paragraph = g_string_new (NULL);

  if (self->result == NULL)
    {
      add_still_to_do (self);
      return;
    }

  /* Translators: heading of part 3 of the letter; the second where nothing is decided yet */
  sdm_letter_document_add_heading (self->document, 2, g_str_equal (self->result, "not-yet") ? _ ("What is still open, and why") : _ ("What we decided and why"));
  if (is_decided)
    {
      sdm_letter_content_append_decided (self, paragraph);
      append_decider_reason (self, paragraph);
      append_details (self, paragraph);
      append_medicines (self, paragraph);
    }
  else if (g_str_equal (self->result, "not-yet"))
    sdm_letter_content_append (paragraph, g_strdup (_ ("**You have not decided yet.**")));
  else
    sdm_letter_content_append (paragraph, g_strdup (_ ("**You decided not to go into this now.**")));
  sdm_letter_document_add_paragraph (self->document, paragraph->str);

  add_why (self);
  if (is_decided)
    add_clinician_view (self);
  add_change_of_mind (self, is_decided && has_change_of_medicine (self));
}
