/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "record-fixture.h"

#include "sdm-record-head-private.h"
#include "sdm-record-wrap-private.h"

static const SdmRecordPlace place = { { 1, 2, 3 }, "draft.body", { 4, 5, 6 }, 0 };

/* Each length about a block, none among them. What is kept shows no more than the block. */
static void
test_every_length (void)
{
  for (gsize length = 0; length < 600; length++)
    {
      g_autofree char *text = g_strnfill (length, 'x');
      g_autoptr (GBytes) plain = make_body (text);
      g_autoptr (GBytes) wrapped = sdm_record_wrap_body (&place, plain);
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) found = sdm_record_unwrap_body (&place, wrapped, &error);

      g_assert_no_error (error);
      g_assert_true (g_bytes_equal (found, plain));
      g_assert_cmpuint ((g_bytes_get_size (wrapped) - 36) % 256, ==, 0);
    }
}

/* Any one bit, anywhere. */
static void
test_every_bit (void)
{
  g_autoptr (GBytes) plain = make_body ("what Alan said");
  g_autoptr (GBytes) wrapped = sdm_record_wrap_body (&place, plain);
  const gsize size = g_bytes_get_size (wrapped);

  for (gsize bit = 0; bit < 8 * size; bit++)
    {
      guint8 *flipped = g_memdup2 (g_bytes_get_data (wrapped, NULL), size);
      g_autoptr (GBytes) bytes = g_bytes_new_take (flipped, size);
      g_autoptr (GError) error = NULL;

      flipped[bit / 8] ^= (guint8) (1 << bit % 8);
      g_assert_null (sdm_record_unwrap_body (&place, bytes, &error));
      g_assert_true (error->domain == SDM_RECORD_ERROR);
    }
}

static void
test_every_cut (void)
{
  g_autoptr (GBytes) plain = make_body ("what Alan said");
  g_autoptr (GBytes) wrapped = sdm_record_wrap_body (&place, plain);

  for (gsize length = 0; length < g_bytes_get_size (wrapped); length++)
    {
      g_autoptr (GBytes) cut = g_bytes_new_from_bytes (wrapped, 0, length);
      g_autoptr (GError) error = NULL;

      g_assert_null (sdm_record_unwrap_body (&place, cut, &error));
      g_assert_true (error->domain == SDM_RECORD_ERROR);
    }
}

static void
test_other_place (void)
{
  g_autoptr (GBytes) plain = make_body ("what Alan said");
  g_autoptr (GBytes) wrapped = sdm_record_wrap_body (&place, plain);
  SdmRecordPlace others[] = { place, place, place, place };

  others[0].store[0]++;
  others[1].column = "draft.head";
  others[2].row[15]++;
  others[3].version++;
  for (gsize i = 0; i < G_N_ELEMENTS (others); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (sdm_record_unwrap_body (&others[i], wrapped, &error));
      g_assert_error (error, SDM_RECORD_ERROR, SDM_RECORD_ERROR_DAMAGED);
    }
}

/* A sealed document, which this version cannot open yet, is newer and not damaged. */
static void
test_sealed_is_newer (void)
{
  static const char sealed[300] = "EVH1";
  g_autoptr (GBytes) bytes = g_bytes_new_static (sealed, sizeof sealed);
  g_autoptr (GError) error = NULL;

  g_assert_null (sdm_record_unwrap_body (&place, bytes, &error));
  g_assert_error (error, SDM_RECORD_ERROR, SDM_RECORD_ERROR_NEWER);
}

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

  g_test_add_func ("/records/wrap/every-length", test_every_length);
  g_test_add_func ("/records/wrap/every-bit", test_every_bit);
  g_test_add_func ("/records/wrap/every-cut", test_every_cut);
  g_test_add_func ("/records/wrap/other-place", test_other_place);
  g_test_add_func ("/records/wrap/sealed-is-newer", test_sealed_is_newer);
  g_test_add_func ("/records/wrap/head", test_head);
  g_test_add_func ("/records/wrap/new-ids", test_new_ids);

  return g_test_run ();
}
