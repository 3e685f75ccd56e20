/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "documents.h"

#include "sdm-after-visit-answers.h"

static void
add (GPtrArray  *answers,
     const char *aid,
     const char *version,
     int         mark)
{
  g_autofree char *text = g_strdup_printf ("{\"format\": \"evenhand-after-visit/1\", \"month\": \"2026-11\", \"aid\": %s, \"instrument\": \"evenhand-after-visit\","
                                           " \"version\": \"%s\", \"answers\": {\"explain\": %d, \"listen\": 9, \"include\": 0}}",
                                           aid, version, mark);

  g_ptr_array_add (answers, g_bytes_new (text, strlen (text)));
}

static guint
get_given (const SdmAfterVisitCount *count,
           guint                     question,
           guint                     mark)
{
  return g_array_index ((GArray *) g_ptr_array_index (count->marks, question), guint, mark);
}

static void
test_document (void)
{
  static const guint marks[] = { 0, 9, 12 };
  g_autoptr (SdmConsultation) consultation = documents_load_consultation ("decided");
  g_autoptr (GDateTime) now = g_date_time_new_utc (2026, 12, 31, 12, 0, 0);
  g_autoptr (SdmClock) clock = sdm_clock_new_fixed (now);
  g_autoptr (GBytes) answers = sdm_after_visit_answers_new (consultation, marks, clock);
  g_autofree char *text = g_strndup (g_bytes_get_data (answers, NULL), g_bytes_get_size (answers));
  g_autofree char *expected = g_strdup_printf ("{\n \"format\": \"evenhand-after-visit/1\",\n \"month\": \"2026-12\",\n \"aid\": \"%s\",\n"
                                               " \"instrument\": \"evenhand-after-visit\",\n \"version\": \"1\",\n"
                                               " \"answers\": {\n  \"explain\": 0,\n  \"listen\": 9,\n  \"include\": 9\n }\n}\n",
                                               sdm_consultation_get_aid_id (consultation));

  g_assert_cmpstr (text, ==, expected);
}

static void
test_counted_by_aid (void)
{
  g_autoptr (GPtrArray) answers = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  g_autoptr (GPtrArray) counts = NULL;
  const SdmAfterVisitCount *blank;
  const SdmAfterVisitCount *many;
  const SdmAfterVisitCount *few;

  for (int i = 0; i < 6; i++)
    add (answers, "\"many\"", "1", i < 2 ? 3 : 7);
  for (int i = 0; i < 4; i++)
    add (answers, "\"few\"", "1", 5);
  for (int i = 0; i < 5; i++)
    add (answers, "null", "1", 0);
  counts = sdm_after_visit_count (answers);

  g_assert_cmpuint (counts->len, ==, 3);
  blank = g_ptr_array_index (counts, 0);
  few = g_ptr_array_index (counts, 1);
  many = g_ptr_array_index (counts, 2);
  g_assert_null (blank->aid_id);
  g_assert_cmpuint (get_given (blank, 0, 0), ==, 5);
  /* Four could be told apart. */
  g_assert_cmpstr (few->aid_id, ==, "few");
  g_assert_cmpuint (few->marks->len, ==, 0);
  g_assert_cmpuint (many->n_people, ==, 6);
  g_assert_cmpuint (get_given (many, 0, 3), ==, 2);
  g_assert_cmpuint (get_given (many, 0, 7), ==, 4);
  g_assert_cmpuint (get_given (many, 1, 9), ==, 6);
  g_assert_cmpuint (get_given (many, 2, 0), ==, 6);
}

/* Answers to other questions, and what is none, are not mixed in. */
static void
test_not_mixed (void)
{
  g_autoptr (GPtrArray) answers = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  g_autoptr (GPtrArray) counts = NULL;

  add (answers, "\"many\"", "2", 5);
  add (answers, "\"many\"", "1", 10);
  add (answers, "\"many\"", "1", -1);
  g_ptr_array_add (answers, g_bytes_new_static ("{}", 2));
  g_ptr_array_add (answers, g_bytes_new_static ("no JSON", 7));
  counts = sdm_after_visit_count (answers);
  g_assert_cmpuint (counts->len, ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/core/after-visit/document", test_document);
  g_test_add_func ("/core/after-visit/counted-by-aid", test_counted_by_aid);
  g_test_add_func ("/core/after-visit/not-mixed", test_not_mixed);

  return g_test_run ();
}
