/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-letter-content-private.h"
#include "sdm-letter-fill.h"
#include "sdm-words-here.h"

/* What to look out for, whom to ask, and who signs. */

/* Said in large type: who needs it cannot read small print. */
#define FORMATS_SIZE 16

typedef enum
{
  STEP_999,
  STEP_SAME_DAY,
  STEP_SOON,
  STEP_OTHER, /* not from the aid, so how urgent it is stands in its own words */
} LookOutStep;

#define N_STEPS 4

static const SdmSafetyNet *
find_safety_net (SdmLetterContent *self,
                 const char       *id)
{
  guint               n = 0;
  const SdmSafetyNet *nets = self->aid != NULL ? sdm_aid_get_safety_net (self->aid, &n) : NULL;

  for (guint i = 0; id != NULL && i < n; i++)
    if (g_str_equal (nets[i].id, id))
      return &nets[i];

  return NULL;
}

static LookOutStep
get_step (const SdmSafetyNet *net)
{
  if (net == NULL)
    return STEP_OTHER;

  switch (net->urgency)
    {
    case SDM_URGENCY_999:
      return STEP_999;
    case SDM_URGENCY_SAME_DAY:
      return STEP_SAME_DAY;
    case SDM_URGENCY_SOON:
      return STEP_SOON;
    default:
      return STEP_OTHER;
    }
}

/* What the heads of the steps say already; an aid in another language has other words, which stay. */
static const struct
{
  SdmUrgency  urgency;
  const char *what_to_do;
} said_by_head[] = {
  { SDM_URGENCY_999, "Call 999." },
  { SDM_URGENCY_SAME_DAY, "Call us the same day." },
  { SDM_URGENCY_SAME_DAY, "Call us the same day. When we are closed, call 111." },
};

static gboolean
is_said_by_head (const SdmSafetyNet *net)
{
  for (guint i = 0; net != NULL && i < G_N_ELEMENTS (said_by_head); i++)
    if (net->urgency == said_by_head[i].urgency && g_str_equal (net->what_to_do, said_by_head[i].what_to_do))
      return TRUE;

  return FALSE;
}

/* Anything more that the aid asks for stays. */
static char *
dup_item (const SdmSafetyNet *net,
          const char         *text)
{
  g_autofree char *whole = NULL;

  if (!is_said_by_head (net))
    return sdm_letter_own_words (text);

  whole = g_strdup_printf ("%s. %s", net->look_for, net->what_to_do);
  if (!g_str_equal (whole, text))
    return sdm_letter_own_words (text);

  /* Translators: one thing to look out for, as a sentence: "Your face drops or your speech is not clear." */
  return sdm_letter_fill (_ ("{text}."), "text", net->look_for, NULL);
}

static char *
dup_step_head (SdmLetterContent *self,
               LookOutStep       step)
{
  const char *practice_phone = sdm_letter_content_get_text (self, "start/practice/phone");

  switch (step)
    {
    case STEP_999:
      /* Translators: what to do; behind or below it stands what the reader would see or feel */
      return g_strdup (_ ("**Call 999 at once for this:**"));
    case STEP_SAME_DAY:
      if (practice_phone != NULL)
        /* Translators: {phone} is the number of the practice; 111 is the health service's number out of hours */
        return sdm_letter_fill (_ ("**Call us on {phone} the same day**, or 111 when we are closed, for this:"), "phone", practice_phone, NULL);
      return g_strdup (_ ("**Call us the same day**, or 111 when we are closed, for this:"));
    case STEP_SOON:
      if (self->contact != NULL)
        /* Translators: {contact} is the person to ring: "Call Tom Bevan for this:" */
        return sdm_letter_fill (_ ("**Call {contact} for this:**"), "contact", self->contact, NULL);
      return g_strdup (_ ("**Call us for this:**"));
    case STEP_OTHER:
    default:
      return g_strdup (_ ("**Look out for this too:**"));
    }
}

/* The things of one step, each a sentence; marked. */
static GPtrArray *
list_items (SdmLetterContent *self,
            LookOutStep       step)
{
  GPtrArray *items = g_ptr_array_new_with_free_func (g_free);
  json_t    *item;
  size_t     i;

  json_array_foreach (sdm_letter_content_get_list (self, "plan/look_out"), i, item)
    {
      const SdmSafetyNet *net = find_safety_net (self, sdm_letter_item_get_text (item, "safety_net"));
      const char         *text = sdm_letter_item_get_text (item, "text");

      if (text != NULL && get_step (net) == step)
        g_ptr_array_add (items, dup_item (net, text));
    }

  return items;
}

/* What to do, and for what, in one paragraph. */
static void
add_run_in (SdmLetterContent *self,
            const char       *head,
            GPtrArray        *items)
{
  g_autoptr (GString) paragraph = g_string_new (head);

  for (guint i = 0; i < items->len; i++)
    sdm_letter_content_append (paragraph, g_strdup (g_ptr_array_index (items, i)));
  sdm_letter_document_add_paragraph (self->document, paragraph->str);
}

/* One thing follows its head in the same line; several are a list. */
static void
add_step (SdmLetterContent *self,
          LookOutStep       step)
{
  g_autofree char *head = dup_step_head (self, step);
  g_autoptr (GPtrArray) items = list_items (self, step);
  SdmLetterBlock *list = NULL;

  if (items->len == 1)
    add_run_in (self, head, items);
  if (items->len < 2)
    return;

  sdm_letter_document_add_lead_in (self->document, head);
  list = sdm_letter_document_add_list (self->document, SDM_LETTER_LIST_DISC);
  for (guint i = 0; i < items->len; i++)
    sdm_letter_list_add_item (list, g_ptr_array_index (items, i));
}

void
sdm_letter_content_add_look_out (SdmLetterContent *self)
{
  if (json_array_size (sdm_letter_content_get_list (self, "plan/look_out")) == 0)
    return;

  /* Translators: heading of part 5 of the letter */
  sdm_letter_document_add_heading (self->document, 2, _ ("What to look out for"));
  for (guint step = 0; step < N_STEPS; step++)
    add_step (self, (LookOutStep) step);
}

/* The most urgent step alone, for a card. */
void
sdm_letter_content_add_emergencies (SdmLetterContent *self)
{
  g_autofree char *head = dup_step_head (self, STEP_999);
  g_autoptr (GPtrArray) items = list_items (self, STEP_999);

  if (items->len > 0)
    add_run_in (self, head, items);
}

/* Who to ask */

static void
append_contact (SdmLetterContent *self,
                GString          *paragraph)
{
  const char *hours = sdm_letter_content_get_text (self, "plan/contact/hours");

  /* There is no plan to know while the talk goes on. */
  if (self->result != NULL && self->contact != NULL && self->contact_role != NULL)
    /* Translators: whom to ask, with the role in brackets: "Tom Bevan (Practice pharmacist) knows this plan." */
    sdm_letter_content_append (paragraph, sdm_letter_fill (_ ("{contact} ({role}) knows this plan."), "contact", self->contact, "role", self->contact_role, NULL));
  else if (self->result != NULL && self->contact != NULL)
    sdm_letter_content_append (paragraph, sdm_letter_fill (_ ("{contact} knows this plan."), "contact", self->contact, NULL));

  if (self->contact != NULL && self->phone != NULL)
    sdm_letter_content_append (paragraph, sdm_letter_fill (_ ("Call {contact} on **{phone}**."), "contact", self->contact, "phone", self->phone, NULL));
  else if (self->phone != NULL)
    sdm_letter_content_append (paragraph, sdm_letter_fill (_ ("If you have a question, call us on **{phone}**."), "phone", self->phone, NULL));
  else
    sdm_letter_content_append (paragraph, g_strdup (_ ("If you have a question, ask at the practice.")));

  if (hours != NULL)
    /* Translators: {hours} was typed: "The line is open Monday to Friday, 9 to 5." */
    sdm_letter_content_append (paragraph, sdm_letter_fill (_ ("The line is open {hours}."), "hours", hours, NULL));
}

void
sdm_letter_content_add_who_to_ask (SdmLetterContent *self)
{
  g_autoptr (GString) paragraph = g_string_new (NULL);

  /* Translators: heading of part 6 of the letter */
  sdm_letter_document_add_heading (self->document, 2, _ ("Who to ask"));
  append_contact (self, paragraph);
  sdm_letter_document_add_paragraph (self->document, paragraph->str);

  sdm_letter_block_set_minimum_size (sdm_letter_document_add_paragraph (self->document,
                                                                        /* Translators: in what other forms the letter can be had; in 16 points at least, so best on one line */
                                                                        _ ("Ask us for large print, a recording, easy words or a translation.")),
                                                                        FORMATS_SIZE);
}

/* Who signs, on one line: the practice stands in the letterhead. */
static char *
dup_signer (SdmLetterContent *self)
{
  const char *practice = sdm_letter_content_get_text (self, "start/practice/name");

  if (self->signer != NULL && self->signer_role != NULL)
    /* Translators: who signs, and the role: "Dr Amina Rowe, GP" */
    return sdm_letter_fill (_ ("{name}, {role}"), "name", self->signer, "role", self->signer_role, NULL);
  if (self->signer != NULL)
    return sdm_letter_own_words (self->signer);

  return practice != NULL ? sdm_letter_own_words (practice) : NULL;
}

void
sdm_letter_content_add_signature (SdmLetterContent *self)
{
  g_autofree char  *signer = dup_signer (self);
  const char *const lines[] = { signer, NULL };

  if (signer == NULL)
    return;

  /* Translators: the end of the letter, above the signature */
  sdm_letter_document_add_signature (self->document, _ ("Yours sincerely,"), lines);
}

/* Nobody gets a copy behind the person's back. */
void
sdm_letter_content_add_copies (SdmLetterContent *self)
{
  json_t *copies = sdm_letter_content_get_list (self, "letter/copies_to");
  g_autoptr (GString) names = g_string_new (NULL);
  g_autofree char *sentence = NULL;
  json_t          *each;
  size_t           i;

  json_array_foreach (copies, i, each)
    g_string_append_printf (names, "%s%s", names->len > 0 ? "; " : "", json_string_value (each));
  if (names->len == 0)
    return;

  /* Translators: {names} is one or more, as they were typed, with "; " between them */
  sentence = sdm_letter_fill (_ ("A copy of this letter goes to: {names}."), "names", names->str, NULL);
  sdm_letter_document_add_paragraph (self->document, sentence);
}
