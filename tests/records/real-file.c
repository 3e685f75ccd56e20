/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "real-file.h"

static const guint8 data_key[SDM_RECORD_KEY_SIZE] = "a key that everybody knows";

static SdmRecordFile *
prepare (const char *folder)
{
  g_autoptr (GError) error = NULL;
  SdmRecordFile *file = sdm_record_file_prepare (folder, SDM_RECORD_STORE_REAL, &error);

  if (file == NULL)
    g_error ("%s", error->message);
  file->keys = sdm_record_keys_new (1, data_key);
  return file;
}

/* As if the recovery code had been typed back. */
static gboolean
confirm_cb (SdmRecordFile *file,
            gint64         now,
            gpointer       found_data,
            GError       **error)
{
  return sdm_record_connection_exec (file->db, "INSERT INTO recovery (one, confirmed_us, body) VALUES (1, 1, zeroblob (320))",
                                     SDM_RECORD_SAVING, error);
}

SdmRecordFile *
real_file_make (const char *folder)
{
  g_autoptr (GError) error = NULL;
  SdmRecordFile *file = prepare (folder);

  if (!sdm_record_schema_create (file, confirm_cb, NULL, sdm_record_schema_get_steps (), &error))
    g_error ("%s", error->message);
  sdm_record_file_close (file);
  return real_file_open (folder);
}

SdmRecordFile *
real_file_open (const char *folder)
{
  g_autoptr (GError) error = NULL;
  SdmRecordFile *file = prepare (folder);

  if (!sdm_record_file_open_prepared (file, NULL, NULL, &error))
    g_error ("%s", error->message);
  return file;
}

/* Number 0 is the oldest; each is a day after the one before. The ids are the same in each run. */
SdmRecordHead *
real_file_make_head (guint         number,
                     const Person *person)
{
  g_autofree char *id = g_strdup_printf ("01a20d11-cc80-7000-8000-%012x", number);
  SdmRecordHead   *head = sdm_record_head_new (id, "real", "in-progress");

  head->created = G_GINT64_CONSTANT (1790000000000000) + number * G_TIME_SPAN_DAY;
  head->changed = head->created + 10 * G_TIME_SPAN_MINUTE;
  head->patient = g_strjoin (" ", person->given != NULL ? person->given : "", person->family, NULL);
  head->given_names = g_strdup (person->given);
  head->family_name = g_strdup (person->family);
  head->birth_date = g_strdup (person->born);
  head->nhs_number = g_strdup (person->nhs_number);
  return head;
}
