/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "record-fixture.h"

#include "sdm-record-head-private.h"

static void
test_head (void)
{
  g_autoptr (SdmRecordHead) head = make_head (0, "Zoë “Zo” Żak");
  g_autoptr (GBytes) bytes = sdm_record_head_serialise (head);
  g_autoptr (SdmRecordHead) found = sdm_record_head_deserialise (bytes);
  g_autoptr (SdmRecordHead) copy = sdm_record_head_copy (head);

  g_assert_true (sdm_record_head_equal (found, head));
  g_assert_true (sdm_record_head_equal (copy, head));
  set_text (&copy->step, "check");
  g_assert_false (sdm_record_head_equal (copy, head));
  for (gsize length = 0; length < g_bytes_get_size (bytes); length++)
    {
      g_autoptr (GBytes) cut = g_bytes_new_from_bytes (bytes, 0, length);
      g_autoptr (SdmRecordHead) none = sdm_record_head_deserialise (cut);

      g_assert_true (none == NULL || !sdm_record_head_equal (none, head));
    }
}

static void
test_new_ids (void)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autofree char *last = g_strdup ("");

  for (guint i = 0; i < 1000; i++)
    {
      char            *id = sdm_record_new_id (G_GINT64_CONSTANT (1790000000000000) + i * G_TIME_SPAN_MILLISECOND);
      guint8           bytes[SDM_RECORD_ID_SIZE];
      g_autofree char *again = NULL;

      g_assert_true (sdm_record_id_parse (id, bytes));
      again = sdm_record_id_format (bytes);
      g_assert_cmpstr (again, ==, id);
      g_assert_cmpstr (id, >, last);
      set_text (&last, id);
      g_assert_true (g_hash_table_add (seen, id));
    }

  /* Two of the same moment differ. */
  for (guint i = 0; i < 1000; i++)
    g_assert_true (g_hash_table_add (seen, sdm_record_new_id (1)));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/records/head/serial-form", test_head);
  g_test_add_func ("/records/head/new-ids", test_new_ids);

  return g_test_run ();
}
