/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-cli-letter-private.h"

#include <glib/gi18n.h>

#include "sdm-cli-record-private.h"
#include "sdm-clock.h"
#include "sdm-core-error.h"
#include "sdm-letter-access.h"
#include "sdm-record-request.h"
#include "sdm-record-words.h"

/* evenhand letter --kind=access: the pages for a person who asks what is kept of them. */

static gboolean
check_order (const SdmCliLetterOrder *order,
             GError                 **error)
{
  if (order->store == NULL || !sdm_cli_sign_in_is_asked_for (&order->who))
    return sdm_cli_record_set_usage (error, _ ("what is kept of a person is in the records of patients: say --store=FOLDER, --clinician=NAME and --passphrase-file=FILE"));
  if (order->language != NULL || order->as_json)
    return sdm_cli_record_set_usage (error, _ ("what is kept of a person is told in the words in which it was written down; leave --language and --json out"));
  if (!order->checks && !order->has_looked)
    return sdm_cli_record_set_usage (error, _ ("look through all of it first, with --check in place of -o, and leave out what is about somebody else or could do serious harm; then say --looked-through"));

  return TRUE;
}

/* Which thing it is, as --leave-out and --give name it. */
static char *
dup_place (const SdmKeptTalk    *talk,
           const SdmKeptVersion *version,
           const SdmKept        *kept)
{
  return g_strdup_printf ("%s/%u/%s", talk->id, version->number, kept->path);
}

/* Whether there is such a thing; if so, it is given or not from now on. */
static gboolean
set_in_talk (SdmKeptTalk *talk,
             const char  *wanted,
             gboolean     is_left_out)
{
  for (guint v = 0; v < talk->versions->len; v++)
    {
      SdmKeptVersion *version = g_ptr_array_index (talk->versions, v);

      for (guint i = 0; i < version->kept->len; i++)
        {
          const SdmKept   *kept = g_ptr_array_index (version->kept, i);
          g_autofree char *place = dup_place (talk, version, kept);

          if (g_str_equal (place, wanted))
            {
              sdm_kept_talk_leave_out (talk, version, kept, is_left_out);
              return TRUE;
            }
        }
    }

  return FALSE;
}

/* A place that is not there is a slip, and what was meant would be given away. */
static gboolean
set_places (SdmKeptPerson *person,
            GPtrArray     *places,
            gboolean       is_left_out,
            GError       **error)
{
  for (guint i = 0; i < places->len; i++)
    {
      const char *place = g_ptr_array_index (places, i);
      gboolean    found = FALSE;

      for (guint t = 0; !found && t < person->talks->len; t++)
        found = set_in_talk (g_ptr_array_index (person->talks, t), place, is_left_out);
      if (!found)
        {
          g_set_error (error, SDM_CORE_ERROR, SDM_CORE_ERROR_VALUE, _ ("nothing that is kept of this person stands at “%s”; --check lists the places"), place);
          return FALSE;
        }
    }

  return TRUE;
}

static void
list_talk (const SdmKeptTalk *talk)
{
  for (guint v = 0; v < talk->versions->len; v++)
    {
      const SdmKeptVersion *version = g_ptr_array_index (talk->versions, v);

      for (guint i = 0; i < version->kept->len; i++)
        {
          const SdmKept   *kept = g_ptr_array_index (version->kept, i);
          g_autofree char *place = dup_place (talk, version, kept);
          g_autofree char *line = g_strdup_printf ("%s  %s  %s: %s", sdm_kept_version_is_left_out (version, kept) ? _ ("left out") : _ ("given"), place, kept->name, kept->words != NULL ? kept->words : _ ("nothing"));

          sdm_cli_write_line (stdout, line);
        }
    }
}

/* Where neither format nor size was ordered, the pages are ones that the person can read. */
static void
choose_format (SdmCliLetterOrder   *order,
               const SdmKeptPerson *person)
{
  if (sdm_cli_letter_has_no_wish (order))
    order->layout = sdm_letter_access_get_format (person);
  if (order->format == NULL)
    order->format = "standard";
}

/* Noted before anything is saved. */
static gboolean
give (const SdmCliLetterOrder *order,
      SdmRecordStore          *store,
      const SdmKeptPerson     *person,
      GError                 **error)
{
  g_autoptr (SdmLetterDocument) document = sdm_letter_access_build (person);
  g_autoptr (GBytes) bytes = sdm_cli_letter_render (order, document, error);
  g_autofree char *sha256 = NULL;
  g_autofree char *where = NULL;
  g_autofree char *outcome = NULL;

  if (bytes == NULL)
    return FALSE;
  sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
  where = g_strdup_printf ("SHA-256 %s", sha256);
  outcome = sdm_record_request_dup_outcome (where, person);

  return sdm_record_store_note_request (store, order->input, outcome, error) && sdm_cli_letter_save (order, document, bytes, error);
}

static SdmKeptPerson *
read_person (const SdmCliLetterOrder *order,
             SdmRecordStore          *store,
             GError                 **error)
{
  g_autoptr (SdmRecordRequest) request = sdm_record_store_read_request (store, order->input, error);
  g_autoptr (SdmClock) clock = sdm_clock_new ();
  g_autoptr (GDateTime) now = sdm_clock_get_now (clock);
  g_autofree char *made = sdm_record_words_dup_made (g_date_time_to_unix (now) * G_USEC_PER_SEC, order->who.clinician);
  g_autoptr (SdmKeptPerson) person = NULL;

  if (request != NULL)
    person = sdm_record_request_tell (request, made, error);
  if (person == NULL || !set_places (person, order->left_out, TRUE, error) || !set_places (person, order->given, FALSE, error))
    return NULL;

  return g_steal_pointer (&person);
}

/**
 * sdm_cli_letter_make_access:
 *
 * Gives all that is kept of the patient whose id is the input, or with --check lists it.
 *
 * Returns: what the program answers to the shell
 */
int
sdm_cli_letter_make_access (SdmCliLetterOrder *order)
{
  const SdmCliRecordOrder records = { .store = order->store, .who = order->who };
  g_autoptr (SdmRecordStore) store = NULL;
  g_autoptr (SdmKeptPerson) person = NULL;
  g_autoptr (GError) error = NULL;

  if (!check_order (order, &error))
    return sdm_cli_fail (_ ("reading the command line"), error);
  store = sdm_cli_record_open (&records, SDM_RECORD_STORE_REAL, &error);
  person = store != NULL ? read_person (order, store, &error) : NULL;
  if (person == NULL)
    return sdm_cli_fail (_ ("reading what is kept of this person"), error);

  for (guint i = 0; order->checks && i < person->talks->len; i++)
    list_talk (g_ptr_array_index (person->talks, i));
  choose_format (order, person);
  if (!order->checks && !give (order, store, person, &error))
    return sdm_cli_fail (_ ("giving what is kept of this person"), error);

  return SDM_CLI_GOOD;
}
