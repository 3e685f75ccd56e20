/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-cli-letter-private.h"

#include <glib/gi18n.h>
#include <string.h>

#include "sdm-consultation-people.h"
#include "sdm-core-error.h"
#include "sdm-letter-content.h"
#include "sdm-letter-language.h"
#include "sdm-letter.h"

/* evenhand letter CONSULTATION.json -o FILE */

/* The order */

/* What --kind= may say, in the order of SdmLetterKind. */
static const char *const kinds[] = { "letter", "plan-card", "before-we-meet", "still-right", "option-grid", "gp-copy", "paper-twin", NULL };

static SdmLetterKind
get_kind (const SdmCliLetterOrder *order)
{
  guint kind = 0;

  while (kinds[kind] != NULL && strcmp (kinds[kind], order->kind) != 0)
    kind++;

  return (SdmLetterKind) kind;
}

/* All that is kept of a person; no paper of one consultation. */
static gboolean
is_access (const SdmCliLetterOrder *order)
{
  return strcmp (order->kind, "access") == 0;
}

static gboolean
check_format (const SdmCliLetterOrder *order,
              GError                 **error)
{
  static const char *const formats[] = { "standard", "large", "text", NULL };

  if (!is_access (order) && !g_strv_contains (kinds, order->kind))
    {
      g_set_error (error, SDM_CORE_ERROR, SDM_CORE_ERROR_VALUE,
                   _ ("there is no kind of paper “%s”; there are: letter, plan-card, before-we-meet, still-right, option-grid, gp-copy, paper-twin, access"), order->kind);
      return FALSE;
    }
  if (!is_access (order) && (order->store != NULL || sdm_cli_sign_in_is_asked_for (&order->who) || order->left_out->len > 0 || order->given->len > 0 || order->has_looked))
    {
      g_set_error_literal (error, SDM_CORE_ERROR, SDM_CORE_ERROR_VALUE,
                           _ ("only --kind=access reads the records of patients; leave --store and what goes with it out"));
      return FALSE;
    }
  if (order->format != NULL && !g_strv_contains (formats, order->format))
    {
      g_set_error (error, SDM_CORE_ERROR, SDM_CORE_ERROR_VALUE,
                   _ ("there is no format “%s”; there are: standard, large, text"), order->format);
      return FALSE;
    }

  return TRUE;
}

static gboolean
read_layout (SdmCliLetterOrder *order,
             GError           **error)
{
  guint64 points = 0;

  order->layout.ground = order->is_yellow ? SDM_LETTER_GROUND_YELLOW : SDM_LETTER_GROUND_WHITE;
  order->layout.is_easy = order->is_easy;
  if (g_strcmp0 (order->format, "text") == 0 && (order->is_yellow || order->is_easy || order->with_text))
    {
      g_set_error_literal (error, SDM_CORE_ERROR, SDM_CORE_ERROR_VALUE, _ ("plain text has no ground, no lines of its own and no other text beside it"));
      return FALSE;
    }
  if (order->size == NULL)
    {
      order->layout.points = g_strcmp0 (order->format, "large") == 0 ? SDM_LETTER_EDITION_LARGE_PRINT : SDM_LETTER_EDITION_DEFAULT;
      return TRUE;
    }
  if (g_strcmp0 (order->format, "text") == 0)
    {
      g_set_error_literal (error, SDM_CORE_ERROR, SDM_CORE_ERROR_VALUE, _ ("plain text has no size"));
      return FALSE;
    }
  if (!g_ascii_string_to_unsigned (order->size, 10, SDM_LETTER_SIZE_LEAST, SDM_LETTER_SIZE_MOST, &points, NULL))
    {
      g_set_error (error, SDM_CORE_ERROR, SDM_CORE_ERROR_VALUE,
                   _ ("“%s” is not a size; it must be a whole number of points from %d to %d"),
                      order->size, SDM_LETTER_SIZE_LEAST, SDM_LETTER_SIZE_MOST);
      return FALSE;
    }
  order->layout.points = (guint) points;

  return TRUE;
}

static gboolean
check_places (SdmCliLetterOrder *order,
              GPtrArray         *words,
              GError           **error)
{
  if (words->len != 1)
    {
      g_set_error_literal (error, SDM_CORE_ERROR, SDM_CORE_ERROR_VALUE, _ ("name one consultation, or “-” to read it from another program"));
      return FALSE;
    }
  if (order->checks != (order->output == NULL))
    {
      g_set_error_literal (error, SDM_CORE_ERROR, SDM_CORE_ERROR_VALUE, order->checks ? _ ("a letter that is only checked goes nowhere; leave -o out") : _ ("say with -o FILE where the letter goes"));
      return FALSE;
    }

  order->input = g_ptr_array_index (words, 0);
  if (order->output != NULL && strcmp (order->input, "-") != 0)
    {
      g_autoptr (GFile) from = g_file_new_for_path (order->input);
      g_autoptr (GFile) to = g_file_new_for_path (order->output);

      if (g_file_equal (from, to))
        {
          g_set_error (error, SDM_CORE_ERROR, SDM_CORE_ERROR_VALUE,
                       _ ("the letter would take the place of the consultation (%s)"), order->input);
          return FALSE;
        }
    }

  return TRUE;
}

/* The letter */

static SdmConsultation *
read_consultation (const SdmCliLetterOrder *order,
                   SdmJsonText            **text,
                   GError                 **error)
{
  *text = sdm_cli_read (order->input, error);

  return *text != NULL ? sdm_consultation_new_from_text (*text, NULL, error) : NULL;
}

/* A letter may only tell what was shown, so the aid must be the very same, byte for byte. */
static gboolean
check_hash (SdmConsultation *consultation,
            SdmAid          *aid,
            GError         **error)
{
  const char *wanted = sdm_consultation_get_aid_sha256 (consultation);

  if (wanted == NULL || strcmp (wanted, sdm_aid_get_sha256 (aid)) == 0)
    return TRUE;

  g_set_error (error, SDM_CORE_ERROR, SDM_CORE_ERROR_CONTENT,
               _ ("the decision aid “%s” is not the one that was shown; the consultation has the one with the hash %s, and this one has %s"),
                  sdm_aid_get_id (aid), wanted, sdm_aid_get_sha256 (aid));

  return FALSE;
}

/* Nothing is printed from an aid that was past its review when it was shown. */
static gboolean
check_review (SdmConsultation *consultation,
              SdmAid          *aid,
              GError         **error)
{
  if (!sdm_consultation_get_flag (consultation, "aid/past_review"))
    return TRUE;

  g_set_error (error, SDM_CORE_ERROR, SDM_CORE_ERROR_CONTENT,
               _ ("the decision aid “%s” was due for review by %s, so nothing is printed from it"),
                  sdm_aid_get_id (aid), sdm_aid_get_review_by (aid));

  return FALSE;
}

/* The newest version of an aid, where it is another one and can be read. */
static SdmAid *
load_newest (SdmAidLibrary *library,
             SdmAid        *aid)
{
  GFile *file = sdm_aid_library_find_aid (library, sdm_aid_get_id (aid), NULL);
  g_autoptr (SdmAid) newest = file != NULL ? sdm_aid_load (file, NULL, NULL) : NULL;

  return newest != NULL && strcmp (sdm_aid_get_sha256 (newest), sdm_aid_get_sha256 (aid)) != 0 ? g_steal_pointer (&newest) : NULL;
}

static gboolean
find_aid (SdmConsultation *consultation,
          GPtrArray       *folders,
          SdmAid         **aid,
          GFile          **file,
          SdmAid         **newer,
          GError         **error)
{
  g_autoptr (SdmAidLibrary) library = NULL;
  g_autoptr (SdmAid) found = NULL;

  /* A consultation on a blank page has no aid. */
  *aid = NULL;
  if (sdm_consultation_get_aid_id (consultation) == NULL)
    return TRUE;

  library = sdm_cli_open_library (folders, error);
  if (library == NULL)
    return FALSE;
  found = sdm_cli_load_aid (library, sdm_consultation_get_aid_id (consultation),
                            sdm_consultation_get_text (consultation, "aid/version"), error);
  if (found == NULL || !check_hash (consultation, found, error) || !check_review (consultation, found, error))
    return FALSE;

  g_set_object (file, sdm_aid_library_find_aid (library, sdm_consultation_get_aid_id (consultation),
                                                sdm_consultation_get_text (consultation, "aid/version")));
  *newer = load_newest (library, found);
  *aid = g_steal_pointer (&found);

  return TRUE;
}

static gboolean
is_for_pdf (const SdmCliLetterOrder *order)
{
  g_autofree char *name = g_ascii_strdown (order->output, -1);

  return g_str_has_suffix (name, ".pdf");
}

/* Whether the paper is to be as the person reads well. */
gboolean
sdm_cli_letter_has_no_wish (const SdmCliLetterOrder *order)
{
  return order->format == NULL && order->size == NULL && !order->is_yellow && !order->is_easy;
}

/* Where neither format nor size was ordered, the letter is one that the person can read. A wish for plain text
 * does not put text into a file that is named as a PDF. */
static void
choose_format (SdmCliLetterOrder *order,
               SdmConsultation   *consultation)
{
  const gboolean has_no_wish = sdm_cli_letter_has_no_wish (order);
  guint          points = 0;

  if (order->format == NULL)
    order->format = "standard";
  if (!has_no_wish)
    return;

  order->layout = sdm_letter_format_for_person (consultation);
  if (strcmp (sdm_consultation_get_letter_format (consultation, &points), "text") == 0 && !is_for_pdf (order))
    order->format = "text";
}

/* The paper in the format of the order. */
GBytes *
sdm_cli_letter_render (const SdmCliLetterOrder *order,
                       SdmLetterDocument       *document,
                       GError                 **error)
{
  char *text;

  if (strcmp (order->format, "text") != 0)
    {
      sdm_letter_format_apply (&order->layout, document);
      return sdm_letter_render_pdf (document, order->layout.points, NULL, error);
    }

  text = sdm_letter_document_to_text (document);

  return g_bytes_new_take (text, strlen (text));
}

/* With its words beside it, where they are wanted. */
gboolean
sdm_cli_letter_save (const SdmCliLetterOrder *order,
                     SdmLetterDocument       *document,
                     GBytes                  *bytes,
                     GError                 **error)
{
  g_autoptr (GFile) output = g_file_new_for_path (order->output);
  g_autoptr (GBytes) text = NULL;
  char *words;

  if (!order->with_text)
    return sdm_letter_save (bytes, output, error);
  words = sdm_letter_document_to_text (document);
  text = g_bytes_new_take (words, strlen (words));

  return sdm_letter_save_with_text (bytes, text, output, error);
}

static void
tell_untranslated (SdmLetterDocument *document)
{
  const guint      n = sdm_letter_document_get_n_untranslated (document);
  g_autofree char *sentence = NULL;

  if (n == 0)
    return;
  /* Translators: after a letter was written in another language */
  sentence = g_strdup_printf (ngettext ("evenhand: %u text has no translation and stays English; read the letter before you give it away",
                                        "evenhand: %u texts have no translation and stay English; read the letter before you give it away", n),
                              n);
  sdm_cli_write_line (stderr, sentence);
}

/* Writes the paper, and where it is in another language than the record also a copy for the clinician. Both
 * are whole before the first is saved. */
static int
write_papers (const SdmCliLetterOrder *order,
              SdmConsultation         *consultation,
              SdmAid                  *aid,
              SdmAid                  *newer,
              SdmAidTranslation       *translation)
{
  const gboolean is_translated = order->language != NULL && !sdm_letter_language_is_recorded (order->language, consultation, aid);
  g_autoptr (GFile) output = g_file_new_for_path (order->output);
  g_autoptr (SdmLetterDocument) document = NULL;
  g_autoptr (SdmLetterDocument) copy = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GBytes) copied = NULL;
  g_autoptr (GFile) beside = NULL;
  g_autoptr (GError) error = NULL;

  if (newer != NULL && !is_translated && get_kind (order) == SDM_LETTER_KIND_STILL_RIGHT)
    document = sdm_letter_build_still_right (consultation, aid, newer, FALSE, &error);
  else
    document = sdm_letter_build_translated (consultation, aid, translation, order->language, get_kind (order), &error);
  bytes = document != NULL ? sdm_cli_letter_render (order, document, &error) : NULL;
  if (bytes != NULL && is_translated)
    copy = sdm_letter_build_kind (consultation, aid, get_kind (order), &error);
  copied = copy != NULL ? sdm_cli_letter_render (order, copy, &error) : NULL;
  if (bytes == NULL || (is_translated && copied == NULL))
    return sdm_cli_fail (_ ("writing the letter"), error);

  beside = copied != NULL ? sdm_letter_get_copy (output, sdm_letter_document_get_language (copy)) : NULL;
  if ((copied != NULL && !sdm_letter_save (copied, beside, &error)) || !sdm_cli_letter_save (order, document, bytes, &error))
    return sdm_cli_fail (_ ("saving the letter"), error);
  tell_untranslated (document);

  return SDM_CLI_GOOD;
}

/* A wish that cannot be met is no reason to print nothing: the letter then is in the language of the record. */
static gboolean
choose_language (SdmCliLetterOrder  *order,
                 SdmConsultation    *consultation,
                 SdmAid             *aid,
                 GFile              *aid_file,
                 SdmAidTranslation **translation,
                 GError            **error)
{
  const char *wish = sdm_consultation_get_text (consultation, "people/letter_wish/language");

  if (order->language != NULL)
    return sdm_letter_language_open (order->language, consultation, aid, aid_file, translation, error);
  if (wish != NULL && sdm_letter_language_open (wish, consultation, aid, aid_file, translation, NULL))
    order->language = wish;

  return TRUE;
}

/* A paper for a day without the computer needs no talk, but an aid: by its name, or its file. */
static SdmAid *
load_aid_for_paper (const SdmCliLetterOrder *order,
                    GPtrArray               *folders,
                    GError                 **error)
{
  g_autoptr (SdmClock) clock = sdm_clock_new ();
  g_autoptr (SdmAidLibrary) library = NULL;
  g_autoptr (GFile) file = NULL;
  g_autoptr (SdmAid) aid = NULL;

  if (strchr (order->input, G_DIR_SEPARATOR) != NULL || g_str_has_suffix (order->input, ".json"))
    {
      file = g_file_new_for_path (order->input);
      aid = sdm_aid_load (file, NULL, error);
    }
  else
    {
      library = sdm_cli_open_library (folders, error);
      aid = library != NULL ? sdm_cli_load_aid (library, order->input, NULL, error) : NULL;
    }
  if (aid != NULL && sdm_aid_is_past_review (aid, clock))
    {
      g_set_error (error, SDM_CORE_ERROR, SDM_CORE_ERROR_CONTENT,
                   _ ("the decision aid “%s” was due for review by %s, so nothing is printed from it"),
                      sdm_aid_get_id (aid), sdm_aid_get_review_by (aid));
      return NULL;
    }

  return g_steal_pointer (&aid);
}

static int
make_paper (SdmCliLetterOrder *order,
            GPtrArray         *folders)
{
  g_autoptr (SdmClock) clock = sdm_clock_new ();
  g_autoptr (SdmConsultation) nobody = NULL;
  g_autoptr (SdmAid) aid = NULL;
  g_autoptr (GError) error = NULL;

  aid = load_aid_for_paper (order, folders, &error);
  if (aid == NULL)
    return sdm_cli_fail (_ ("looking for the decision aid"), error);
  nobody = sdm_consultation_new_for_practice (aid, clock);
  if (order->format == NULL)
    order->format = "standard";

  return write_papers (order, nobody, aid, NULL, NULL);
}

static int
make_letter (SdmCliLetterOrder *order,
             GPtrArray         *folders)
{
  g_autoptr (SdmJsonText) text = NULL;
  g_autoptr (SdmConsultation) consultation = NULL;
  g_autoptr (SdmAid) aid = NULL;
  g_autoptr (GFile) aid_file = NULL;
  g_autoptr (SdmAid) newer = NULL;
  g_autoptr (SdmAidTranslation) translation = NULL;
  g_autoptr (GError) error = NULL;

  consultation = read_consultation (order, &text, &error);
  if (consultation == NULL)
    return sdm_cli_fail (_ ("reading the consultation"), error);
  if (!find_aid (consultation, folders, &aid, &aid_file, &newer, &error))
    return sdm_cli_fail (_ ("looking for the decision aid"), error);
  if (order->checks)
    return sdm_cli_check_letter (consultation, aid, text, order->as_json);
  choose_format (order, consultation);
  if (!choose_language (order, consultation, aid, aid_file, &translation, &error))
    return sdm_cli_fail (_ ("choosing the language of the letter"), error);

  return write_papers (order, consultation, aid, newer, translation);
}

/**
 * sdm_cli_run_letter:
 *
 * Writes the letter of a consultation into a file, which is whole or not there.
 *
 * Returns: what the program answers to the shell
 */
int
sdm_cli_run_letter (int          argc,
                    char *const *argv)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new ();
  g_autoptr (GPtrArray) folders = g_ptr_array_new ();
  g_autoptr (GPtrArray) left_out = g_ptr_array_new ();
  g_autoptr (GPtrArray) given = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;
  SdmCliLetterOrder  order = { .kind = "letter", .left_out = left_out, .given = given };
  const SdmCliOption options[] = {
    { .name = "aids", .list = folders },
    { .name = "check", .flag = &order.checks },
    { .name = "clinician", .text = &order.who.clinician },
    { .name = "easy", .flag = &order.is_easy },
    { .name = "format", .text = &order.format },
    { .name = "give", .list = given },
    { .name = "json", .flag = &order.as_json },
    { .name = "kind", .text = &order.kind },
    { .name = "language", .text = &order.language },
    { .name = "leave-out", .list = left_out },
    { .name = "looked-through", .flag = &order.has_looked },
    { .name = "output", .letter = 'o', .text = &order.output },
    { .name = "passphrase-fd", .text = &order.who.passphrase_fd },
    { .name = "passphrase-file", .text = &order.who.passphrase_file },
    { .name = "size", .text = &order.size },
    { .name = "store", .text = &order.store },
    { .name = "with-text", .flag = &order.with_text },
    { .name = "yellow", .flag = &order.is_yellow },
  };

  if (!sdm_cli_parse (argc, argv, options, G_N_ELEMENTS (options), words, &error) || !check_format (&order, &error) || !read_layout (&order, &error) || !check_places (&order, words, &error))
    return sdm_cli_fail (_ ("reading the command line"), error);

  if (is_access (&order))
    return sdm_cli_letter_make_access (&order);
  if (get_kind (&order) == SDM_LETTER_KIND_PAPER_TWIN)
    return make_paper (&order, folders);

  return make_letter (&order, folders);
}
