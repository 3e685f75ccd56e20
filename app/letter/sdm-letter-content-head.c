/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "sdm-date.h"
#include "sdm-letter-content-private.h"
#include "sdm-letter-error.h"
#include "sdm-letter-fill.h"
#include "sdm-letter-logo.h"
#include "sdm-words-here.h"

/* What stands outside the flow of the text: letterhead, references, address and marks. */

/* Seven lines, two of which share one, are all that the window of the envelope shows. */
#define MAX_ADDRESS_LINES 7

static void
take_line (GPtrArray *lines,
           char      *text)
{
  g_ptr_array_add (lines, text);
}

static GPtrArray *
new_lines (void)
{
  return g_ptr_array_new_with_free_func (g_free);
}

static char *
join_address (json_t *address)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new ();
  json_t *line;
  size_t  i;

  json_array_foreach (address, i, line)
    g_ptr_array_add (parts, (gpointer) json_string_value (line));
  g_ptr_array_add (parts, NULL);

  return g_strjoinv (", ", (char **) parts->pdata);
}

static void
add_letterhead (SdmLetterContent *self)
{
  const char      *name = sdm_letter_content_get_text (self, "start/practice/name");
  const char      *postcode = sdm_letter_content_get_text (self, "start/practice/postcode");
  const char      *phone = sdm_letter_content_get_text (self, "start/practice/phone");
  g_autofree char *street = join_address (sdm_letter_content_get_list (self, "start/practice/address"));
  g_autofree char *printed = NULL;
  g_autoptr (GPtrArray) lines = new_lines ();

  if (*street != '\0')
    take_line (lines, sdm_letter_own_words (street));
  if (postcode != NULL && phone != NULL)
    /* Translators: a line of the letterhead: "ZZ99 3WY, phone 01632 960040" */
    take_line (lines, sdm_letter_fill (_ ("{postcode}, phone {phone}"), "postcode", postcode, "phone", phone, NULL));
  else if (phone != NULL)
    /* Translators: a line of the letterhead: "Phone 01632 960040" */
    take_line (lines, sdm_letter_fill (_ ("Phone {phone}"), "phone", phone, NULL));
  else if (postcode != NULL)
    take_line (lines, sdm_letter_own_words (postcode));
  g_ptr_array_add (lines, NULL);

  if (name == NULL)
    name = sdm_letter_content_get_text (self, "start/responsible/organisation");
  if (name != NULL)
    printed = sdm_letter_own_words (name);
  sdm_letter_document_set_letterhead (self->document, printed, (const char *const *) lines->pdata);
}

static gboolean
add_logo (SdmLetterContent *self,
          GError          **error)
{
  const char      *logo = sdm_letter_content_get_text (self, "start/practice/logo");
  const char      *name = sdm_letter_content_get_text (self, "start/practice/name");
  guint            width = 0;
  guint            height = 0;
  g_autofree char *alt = NULL;
  g_autoptr (GBytes) pixels = NULL;

  if (logo == NULL)
    return TRUE;
  pixels = sdm_letter_logo_decode (logo, &width, &height, error);
  if (pixels == NULL)
    return FALSE;
  if (name != NULL)
    /* Translators: what a screen reader says of the picture: "Logo of Fellside Surgery" */
    alt = sdm_letter_fill_plain (_ ("Logo of {practice}"), "practice", name, NULL);
  sdm_letter_document_set_logo (self->document, pixels, width, height, alt != NULL ? alt : _ ("Logo of the practice"));

  return TRUE;
}

static void
take_reference (SdmLetterContent *self,
                char             *text)
{
  g_autofree char *taken = text;

  sdm_letter_document_add_reference_line (self->document, taken);
}

static char *
dup_questions (SdmLetterContent *self)
{
  if (self->contact != NULL && self->phone != NULL)
    /* Translators: on page one, so that the reader finds whom to ring: "Questions? Call Tom Bevan on 01632 960018" */
    return sdm_letter_fill (_ ("Questions? Call {contact} on **{phone}**"), "contact", self->contact, "phone", self->phone, NULL);
  if (self->contact != NULL)
    /* Translators: the same without a phone number */
    return sdm_letter_fill (_ ("Questions? Ask {contact}"), "contact", self->contact, NULL);
  if (self->phone != NULL)
    /* Translators: the same where no one is named: "Questions? Call us on 01632 960040" */
    return sdm_letter_fill (_ ("Questions? Call us on **{phone}**"), "phone", self->phone, NULL);

  /* Translators: the same where neither is known */
  return g_strdup (_ ("Questions? Ask at the practice"));
}

static void
add_references (SdmLetterContent *self)
{
  const char      *born = sdm_letter_content_get_text (self, "people/patient/born");
  const char      *ods = sdm_letter_content_get_text (self, "start/practice/ods");
  g_autofree char *patient = sdm_letter_content_dup_patient (self);
  g_autofree char *nhs_number = sdm_letter_content_dup_nhs_number (self);
  g_autofree char *questions = dup_questions (self);
  g_autofree char *date = born != NULL ? sdm_date_format (born) : NULL;

  if (self->is_practice)
    /* Translators: in bold at the top of a letter of a practice case */
    take_reference (self, g_strdup (_ ("**Practice letter. This is not a real person.**")));
  take_reference (self, sdm_date_format (self->day));
  if (self->signer != NULL)
    /* Translators: who writes the letter: "From Dr Amina Rowe" */
    take_reference (self, sdm_letter_fill (_ ("From {clinician}"), "clinician", self->signer, NULL));
  if ((self->reader != SDM_READER_PATIENT || self->kind == SDM_LETTER_KIND_GP_COPY) && patient != NULL)
    /* Translators: whom a letter to a parent or an attorney is about: "About Miss Lily Tanner" */
    take_reference (self, sdm_letter_fill (_ ("About {name}"), "name", patient, NULL));
  if (date != NULL)
    /* Translators: "Born 14 March 1943" */
    take_reference (self, sdm_letter_fill (_ ("Born {date}"), "date", date, NULL));
  if (nhs_number != NULL)
    /* Translators: "NHS number 999 000 0018" */
    take_reference (self, sdm_letter_fill (_ ("NHS number {number}"), "number", nhs_number, NULL));
  if (ods != NULL)
    /* Translators: the code by which the health service knows the practice: "Practice code Z99999" */
    take_reference (self, sdm_letter_fill (_ ("Practice code {code}"), "code", ods, NULL));
  sdm_letter_document_set_contact (self->document, questions);
}

/**
 * sdm_letter_address_check:
 * @lines: (array zero-terminated=1): name and address
 *
 * Returns: FALSE with @error set where the window of the envelope cannot show them all
 */
gboolean
sdm_letter_address_check (const char *const *lines,
                          GError           **error)
{
  guint n_lines = g_strv_length ((char **) lines);

  if (n_lines <= MAX_ADDRESS_LINES)
    return TRUE;

  g_set_error (error, SDM_LETTER_ERROR, SDM_LETTER_ERROR_ADDRESS,
               /* Translators: %u is the number of lines of an address, %s its last line */
               g_dcgettext (GETTEXT_PACKAGE, "writing the letter: an address of %u lines does not show in the window of the envelope (“%s”)", LC_MESSAGES),
               n_lines, lines[n_lines - 1]);
  return FALSE;
}

/* Marked; NULL where nobody is named. */
static char *
dup_addressee (SdmLetterContent *self)
{
  g_autofree char *patient = sdm_letter_content_dup_patient (self);

  if (self->reader_name != NULL)
    return sdm_letter_own_words (self->reader_name);
  if (patient == NULL)
    return NULL;
  if (self->reader == SDM_READER_PARENT)
    /* Translators: first line of the address where nobody has said which parent it is: {name} is the child */
    return sdm_letter_fill (_ ("Parent or carer of {name}"), "name", patient, NULL);

  return sdm_letter_own_words (patient);
}

/* Where nobody has noted which practice it is, the first line says whose GP gets the copy. */
static gboolean
add_gp_address (SdmLetterContent *self,
                GError          **error)
{
  const char      *practice = sdm_letter_content_get_text (self, "people/patient/gp_practice/name");
  g_autofree char *patient = sdm_letter_content_dup_patient (self);
  g_autoptr (GPtrArray) lines = new_lines ();
  json_t *line;
  size_t  i;

  if (practice != NULL)
    take_line (lines, sdm_letter_own_words (practice));
  else if (patient != NULL)
    /* Translators: first line of the address of a copy where the practice of the GP is not known */
    take_line (lines, sdm_letter_fill (_ ("The GP of {name}"), "name", patient, NULL));
  json_array_foreach (sdm_letter_content_get_list (self, "people/patient/gp_practice/address"), i, line)
    take_line (lines, sdm_letter_own_words (json_string_value (line)));
  g_ptr_array_add (lines, NULL);

  if (!sdm_letter_address_check ((const char *const *) lines->pdata, error))
    return FALSE;
  sdm_letter_document_set_address (self->document, (const char *const *) lines->pdata);

  return TRUE;
}

static gboolean
add_address (SdmLetterContent *self,
             GError          **error)
{
  const char *postcode = sdm_letter_content_get_text (self, "people/patient/postcode");
  char       *addressee = dup_addressee (self);
  g_autoptr (GPtrArray) lines = new_lines ();
  json_t *line;
  size_t  i;

  if (addressee != NULL)
    take_line (lines, addressee);
  json_array_foreach (sdm_letter_content_get_list (self, "people/patient/address"), i, line)
    take_line (lines, sdm_letter_own_words (json_string_value (line)));
  if (postcode != NULL)
    take_line (lines, sdm_letter_own_words (postcode));
  g_ptr_array_add (lines, NULL);

  if (!sdm_letter_address_check ((const char *const *) lines->pdata, error))
    return FALSE;
  sdm_letter_document_set_address (self->document, (const char *const *) lines->pdata);

  return TRUE;
}

static char *
dup_running_head (SdmLetterContent *self)
{
  const char      *born = sdm_letter_content_get_text (self, "people/patient/born");
  g_autofree char *date = born != NULL ? sdm_date_format (born) : NULL;
  g_autofree char *name = sdm_letter_content_dup_patient (self);
  g_autofree char *number = sdm_letter_content_dup_nhs_number (self);

  if (name == NULL)
    return NULL;
  if (date != NULL && number != NULL)
    /* Translators: head of each page: "Mr Arthur Pell, born 14 March 1943. NHS number 999 000 0018".
     * The spaces inside a fact are no-break spaces. */
    return sdm_letter_fill (_ ("{name}, born\u00a0{date}. NHS\u00a0number\u00a0{number}"),
                               "name", name, "date", date, "number", number, NULL);
  if (date != NULL)
    /* Translators: head of each page: "Mr Arthur Pell, born 14 March 1943" */
    return sdm_letter_fill (_ ("{name}, born\u00a0{date}"), "name", name, "date", date, NULL);

  return sdm_letter_own_words (name);
}

static gboolean
is_cancelled (SdmLetterContent *self)
{
  return g_strcmp0 (sdm_letter_content_get_text (self, "status"), "cancelled") == 0;
}

static void
add_running_marks (SdmLetterContent *self)
{
  if (is_cancelled (self))
    /* Translators: at the head of each page of a letter whose record counts no more */
    sdm_letter_document_set_running_mark (self->document, _ ("Do not use."));

  if (self->is_practice)
    /* Translators: at the foot of each page of a letter of a practice case; short, as it shares a line */
    sdm_letter_document_set_foot_mark (self->document, _ ("Practice letter. Not a real person."));

  if (self->is_provisional)
    /* Translators: at the head of each page of an unfinished letter */
    sdm_letter_document_set_running_mark (self->document, _ ("Provisional."));
}

gboolean
sdm_letter_content_add_head (SdmLetterContent *self,
                             GError          **error)
{
  g_autofree char *running_head = dup_running_head (self);
  gboolean         is_copy = self->kind == SDM_LETTER_KIND_GP_COPY;

  if (!(is_copy ? add_gp_address (self, error) : add_address (self, error)) || !add_logo (self, error))
    return FALSE;
  add_letterhead (self);
  add_references (self);
  add_running_marks (self);
  sdm_letter_document_set_running_head (self->document, running_head);

  return TRUE;
}

/* Who reads the copy of a letter must know at once that "you" is somebody else. */
static void
add_copy_mark (SdmLetterContent *self)
{
  g_autofree char *patient = sdm_letter_content_dup_patient (self);
  const char      *to = self->reader_name != NULL ? self->reader_name : patient;
  g_autofree char *mark = NULL;

  if (to != NULL)
    /* Translators: under the title of the copy for the GP; {name} is whom the letter was written to */
    mark = sdm_letter_fill (_ ("Copy for the GP. The letter was written to {name}, who is “you” in it."), "name", to, NULL);
  else
    mark = g_strdup (_ ("Copy for the GP."));
  sdm_letter_document_add_mark (self->document, mark);
}

/* A record that was entered in error or withdrawn can be read, and nobody acts on a paper made from it. */
void
sdm_letter_content_mark_cancelled (SdmLetterContent *self,
                                   const char       *mark)
{
  if (is_cancelled (self))
    sdm_letter_document_add_mark (self->document, mark);
}

/* Under the title: what kind of paper this is. */
void
sdm_letter_content_add_marks (SdmLetterContent *self)
{
  const char *changed = sdm_letter_content_get_text (self, "finish/amends/reason");

  if (self->kind == SDM_LETTER_KIND_GP_COPY)
    add_copy_mark (self);
  /* Translators: on a letter whose record was entered in error or withdrawn */
  sdm_letter_content_mark_cancelled (self, _ ("Please do not use this letter."));
  if (self->is_provisional)
    /* Translators: under the title of an unfinished letter */
    sdm_letter_document_add_mark (self->document, _ ("Provisional: this letter is not final."));
  if (changed != NULL)
    {
      /* Translators: under the title of a letter that replaces one; {what} is a sentence of the clinician */
      g_autofree char *mark = sdm_letter_fill (_ ("This letter replaces an earlier one. What has changed: {what}"),
                                                  "what", changed, NULL);

      sdm_letter_document_add_mark (self->document, mark);
    }
}
