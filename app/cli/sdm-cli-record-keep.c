/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-cli-record-private.h"

#include <glib/gi18n.h>
#include <unistd.h>

#include "sdm-gp-text.h"
#include "sdm-record-rescue.h"
#include "sdm-record-upkeep.h"

/* evenhand record verify, backup and restore: looking after the records. */

/* Only to somebody who looks on. */
void
sdm_cli_record_tell_progress (gint64   done,
                              gint64   all,
                              gpointer user_data)
{
  if (isatty (STDERR_FILENO))
    fprintf (stderr, "\r%3d %%%s", (int) (all > 0 ? done * 100 / all : 100), done < all ? "" : "\r     \r");
}

gboolean
sdm_cli_record_run_verify (const SdmCliRecordOrder *order,
                           GError                 **error)
{
  g_autoptr (SdmRecordStore) store = sdm_cli_record_open (order, sdm_cli_record_get_kind (order), error);

  return store != NULL &&
         sdm_record_store_check (store, order->heads, NULL, sdm_cli_record_tell_progress, NULL, error);
}

gboolean
sdm_cli_record_run_backup (const SdmCliRecordOrder *order,
                           GError                 **error)
{
  g_autoptr (SdmRecordStore) store = NULL;
  g_autofree char *path = NULL;

  if (order->output == NULL)
    return sdm_cli_record_set_usage (error, _ ("say with -o FILE or -o FOLDER where the backup goes"));

  store = sdm_cli_record_open (order, sdm_cli_record_get_kind (order), error);
  if (store == NULL || !g_file_test (order->output, G_FILE_TEST_IS_DIR))
    return store != NULL && sdm_record_store_backup (store, order->output, error);

  path = sdm_record_store_backup_into (store, order->output, NULL, sdm_cli_record_tell_progress, NULL, error);
  return path != NULL;
}

static char *
format_moment (gint64 time)
{
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (time / G_USEC_PER_SEC);
  g_autoptr (GDateTime) local = utc != NULL ? g_date_time_to_local (utc) : NULL;

  return local != NULL ? g_date_time_format (local, "%Y-%m-%d %H:%M") : g_strdup ("-");
}

static void
tell_restored (const SdmRecordRestored *restored)
{
  g_autofree char *until = format_moment (restored->until);
  g_autofree char *line = NULL;

  /* Translators: two numbers, then a day and a time */
  line = g_strdup_printf (_ ("Brought back, as it was at %3$s: %1$d finished consultations and %2$d drafts."),
                             (int) restored->n_finished, (int) restored->n_drafts, until);
  sdm_cli_write_line (stdout, line);
  if (restored->missing_until > 0)
    {
      g_autofree char *missing = format_moment (restored->missing_until);
      g_autofree char *warning = NULL;

      /* Translators: a day and a time */
      warning = g_strdup_printf (_ ("This backup is older than what was here: what was done after it, until %s, is not in it."), missing);
      sdm_cli_write_line (stderr, warning);
    }
}

gboolean
sdm_cli_record_run_restore (const SdmCliRecordOrder *order,
                            GError                 **error)
{
  g_autoptr (SdmRecordStore) store = sdm_cli_record_new_store (order, sdm_cli_record_get_kind (order), error);
  SdmRecordRestored restored;

  if (store == NULL ||
      !sdm_record_store_restore_with (store, g_ptr_array_index (order->words, 0), NULL, sdm_cli_record_tell_progress, NULL,
                                      &restored, error))
    return FALSE;

  tell_restored (&restored);
  return TRUE;
}

/* What can still be read */

static char *
make_text (GBytes *body)
{
  g_autoptr (SdmConsultation) consultation = sdm_consultation_new_from_bytes (body, "rescued", NULL);

  return consultation != NULL ? sdm_gp_text_new (consultation) : NULL;
}

gboolean
sdm_cli_record_run_rescue (const SdmCliRecordOrder *order,
                           GError                 **error)
{
  g_autoptr (SdmRecordStore) store = sdm_cli_record_new_store (order, SDM_RECORD_STORE_REAL, error);
  g_autoptr (SdmRecordRescued) rescued = store != NULL ? sdm_record_store_rescue (store, order->output, make_text, error) : NULL;
  g_autofree char *line = NULL;

  if (rescued == NULL)
    return FALSE;

  for (guint i = 0; i < rescued->heads->len; i++)
    sdm_cli_record_write_head (g_ptr_array_index (rescued->heads, i));
  /* Translators: two numbers */
  line = g_strdup_printf (_ ("%u documents can be read, and %u cannot. Nothing was written into the damaged file; put back a backup to work again."),
                             rescued->heads->len, rescued->n_lost);
  sdm_cli_write_line (stderr, line);
  if (rescued->is_cut)
    sdm_cli_write_line (stderr, _ ("Parts of the file could not be reached, so more may be missing."));
  return TRUE;
}
