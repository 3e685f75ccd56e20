/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-record-search-private.h"

#include <string.h>

#include "sdm-json.h"
#include "sdm-record-read-private.h"

/* What is known of a person beyond what a patient is found by: the newest finished consultation says
 * it, or where there is none, the newest draft. */

/* What the next consultation may take over; who confirmed what, and why they came, is asked each time. */
static const char *const known[] = { "patient", "needs", "needs_reviewed_on", "letter_wish" };

static gboolean
is_told_by (const SdmRecordHead *head,
            gboolean             is_final)
{
  if (g_str_equal (head->status, SDM_RECORD_STATUS_DAMAGED) || (head->version > 0) != is_final)
    return FALSE;

  return g_strcmp0 (head->change, "entered-in-error") != 0 && g_strcmp0 (head->change, "withdrawn") != 0;
}

static const SdmRecordHead *
find_newest (GPtrArray *heads,
             gboolean   is_final)
{
  for (guint i = 0; i < heads->len; i++)
    if (is_told_by (g_ptr_array_index (heads, i), is_final))
      return g_ptr_array_index (heads, i);

  return NULL;
}

static GBytes *
read_document (SdmRecordFile       *file,
               const SdmRecordHead *head)
{
  g_autoptr (SdmRecordHead) read_head = NULL;
  GBytes  *body = NULL;
  gboolean found = FALSE;
  guint8   id[SDM_RECORD_ID_SIZE];

  if (!sdm_record_id_parse (head->id, id))
    return NULL;
  if (head->version > 0)
    sdm_record_read_last_version (file, id, &found, &read_head, &body, NULL);
  else
    sdm_record_read_draft (file, id, &found, &read_head, &body, NULL);

  return body;
}

/**
 * sdm_record_search_known:
 * @heads: (element-type SdmRecordHead): the consultations of one patient, the newest first
 *
 * What cannot be read is not known: the consultation says so when it is opened.
 *
 * Returns: (transfer full) (nullable): what the `people` of a consultation knows, as JSON
 */
char *
sdm_record_search_known (SdmRecordFile *file,
                         GPtrArray     *heads)
{
  const SdmRecordHead *final = find_newest (heads, TRUE);
  const SdmRecordHead *head = final != NULL ? final : find_newest (heads, FALSE);
  g_autoptr (GBytes) body = head != NULL ? read_document (file, head) : NULL;
  g_autoptr (json_t) document = NULL;
  g_autoptr (json_t) people = json_object ();
  json_t *all;
  char   *dumped;
  char   *text;

  if (body == NULL)
    return NULL;
  document = json_loadb (g_bytes_get_data (body, NULL), g_bytes_get_size (body), 0, NULL);
  all = json_object_get (document, "people");
  if (!json_is_object (json_object_get (all, "patient")))
    return NULL;
  for (gsize i = 0; i < G_N_ELEMENTS (known); i++)
    if (json_object_get (all, known[i]) != NULL)
      json_object_set (people, known[i], json_object_get (all, known[i]));

  dumped = json_dumps (people, JSON_COMPACT | JSON_PRESERVE_ORDER);
  text = g_strdup (dumped);
  explicit_bzero (dumped, strlen (dumped));
  free (dumped);
  return text;
}
