/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-cli-record-private.h"

#include <glib/gi18n.h>

#include "sdm-after-visit-answers.h"
#include "sdm-record-after-visit.h"

/* evenhand record answers: what people answered in private after a visit, counted by decision aid. */

static void
write_question (const SdmInstrumentItem *item,
                GArray                  *given)
{
  g_autoptr (GString) line = g_string_new (NULL);

  g_string_append_printf (line, "  %s", _ (item->text));
  for (guint mark = 0; mark < given->len; mark++)
    g_string_append_printf (line, "  %u: %u", mark, g_array_index (given, guint, mark));
  sdm_cli_write_line (stdout, line->str);
}

static void
write_count (const SdmAfterVisitCount *count)
{
  const char *aid = count->aid_id != NULL ? count->aid_id : _ ("a blank page for two");
  g_autofree char *line = count->marks->len > 0 ? g_strdup_printf (ngettext ("%1$s: %2$u person", "%1$s: %2$u people", count->n_people), aid, count->n_people)
                                                : g_strdup_printf (_ ("%1$s: fewer than %2$u people, so nothing is shown"), aid, (guint) SDM_AFTER_VISIT_LEAST);

  sdm_cli_write_line (stdout, line);
  for (guint i = 0; i < count->marks->len; i++)
    write_question (&count->instrument->items[i], g_ptr_array_index (count->marks, i));
}

/**
 * sdm_cli_record_run_answers:
 *
 * Writes how many people gave which mark, by decision aid: never of one person, and of fewer than five nothing.
 */
gboolean
sdm_cli_record_run_answers (const SdmCliRecordOrder *order,
                            GError                 **error)
{
  g_autoptr (SdmRecordStore) store = sdm_cli_record_open (order, SDM_RECORD_STORE_REAL, error);
  g_autoptr (GPtrArray) answers = store != NULL ? sdm_record_store_list_after_visit (store, error) : NULL;
  g_autoptr (GPtrArray) counts = NULL;

  if (answers == NULL)
    return FALSE;
  counts = sdm_after_visit_count (answers);
  if (counts->len == 0)
    sdm_cli_write_line (stderr, _ ("Nobody has answered the questions after a visit yet."));
  else
    sdm_cli_write_line (stdout, _ (sdm_instrument_get_after_visit ()->note));
  for (guint i = 0; i < counts->len; i++)
    write_count (g_ptr_array_index (counts, i));

  return TRUE;
}
