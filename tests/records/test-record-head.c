/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "record-fixture.h"

#include "sdm-record-event.h"
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

typedef struct
{
  const char *name;
  const char *text;
  gboolean    is_head;
} FormCase;

static const FormCase form_cases[] = {
  { "whole", "{'id': <'a'>, 'kind': <'real'>, 'status': <'valid'>, 'created': <int64 1>, 'changed': <int64 2>}", TRUE },
  { "of-a-later-version", "{'id': <'a'>, 'kind': <'real'>, 'status': <'valid'>, 'created': <int64 1>, 'changed': <int64 2>, 'later': <true>}", TRUE },
  { "no-id", "{'kind': <'real'>, 'status': <'valid'>, 'created': <int64 1>, 'changed': <int64 2>}", FALSE },
  { "no-status", "{'id': <'a'>, 'kind': <'real'>, 'created': <int64 1>, 'changed': <int64 2>}", FALSE },
  { "no-time", "{'id': <'a'>, 'kind': <'real'>, 'status': <'valid'>, 'created': <int64 1>}", FALSE },
  { "time-in-words", "{'id': <'a'>, 'kind': <'real'>, 'status': <'valid'>, 'created': <int64 1>, 'changed': <'noon'>}", FALSE },
  { "nothing", "@a{sv} {}", FALSE },
};

static void
test_form (gconstpointer data)
{
  const FormCase *c = data;
  g_autoptr (GVariant) variant = g_variant_parse (G_VARIANT_TYPE_VARDICT, c->text, NULL, NULL, NULL);
  g_autoptr (GVariant) little = G_BYTE_ORDER == G_LITTLE_ENDIAN ? g_variant_ref (variant) : g_variant_byteswap (variant);
  g_autoptr (GBytes) bytes = g_variant_get_data_as_bytes (little);
  g_autoptr (SdmRecordHead) head = sdm_record_head_deserialise (bytes);

  g_assert_cmpint (head != NULL, ==, c->is_head);
  if (head != NULL)
    g_assert_cmpint (head->changed, ==, 2);
}

/* A number of each kind, and a clock that is behind. */
static void
test_event (void)
{
  g_autoptr (SdmRecordEvent) event = sdm_record_event_new ("view");
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (SdmRecordEvent) found = NULL;

  event->time = G_GINT64_CONSTANT (1790000000000001);
  event->offset = -90;
  event->version = G_MAXUINT32;
  event->clock_went_back = TRUE;
  event->reason = g_strdup ("asked for");
  bytes = sdm_record_event_serialise (event);
  found = sdm_record_event_deserialise (bytes);
  g_assert_nonnull (found);
  g_assert_cmpint (found->time, ==, event->time);
  g_assert_cmpint (found->offset, ==, -90);
  g_assert_cmpuint (found->version, ==, G_MAXUINT32);
  g_assert_true (found->clock_went_back);
  g_assert_cmpstr (found->code, ==, "view");
  g_assert_cmpstr (found->reason, ==, "asked for");
  g_assert_null (found->outcome);
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
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/records/head/serial-form", test_head);
  for (gsize i = 0; i < G_N_ELEMENTS (form_cases); i++)
    {
      g_autofree char *path = g_strconcat ("/records/head/form/", form_cases[i].name, NULL);

      g_test_add_data_func (path, &form_cases[i], test_form);
    }
  g_test_add_func ("/records/head/event", test_event);
  g_test_add_func ("/records/head/new-ids", test_new_ids);

  return g_test_run ();
}
