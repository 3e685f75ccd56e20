/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "documents.h"
#include "sdm-consultation-reader.h"
#include "sdm-missing.h"

static void
put (SdmConsultation *consultation,
     const char      *path,
     json_t          *value)
{
  g_autoptr (GError) error = NULL;

  sdm_consultation_take_value (consultation, path, value, &error);
  g_assert_no_error (error);
}

static json_t *
new_person (const char *name,
            const char *relationship)
{
  json_t *person = json_pack ("{s:s}", "name", name);

  if (relationship != NULL)
    json_object_set_new (person, "relationship", json_string (relationship));

  return person;
}

/* Who is who */

static const struct
{
  const char *name;
  const char *relationship;
  const char *reader;
  const char *reader_relationship;
  gboolean    is_same;
} people[] = {
  { "Jo Tanner", "mother", "Jo Tanner", "mother", TRUE },
  { "jo  TANNER", NULL, "Ms. Jo Tanner", "mother", TRUE },
  { "Jo Tanner", "mum", "Jo Tanner", "mother", TRUE },
  { "Jo", NULL, "Jo Tanner", "mother", TRUE },
  { "Jo", "mother", "Jo Tanner", "Mother", TRUE },
  { "Mrs Tanner", "mother", "Jo Tanner", "mother", TRUE },
  { "Mrs Tanner", NULL, "Jo Tanner", "mother", FALSE },
  { "Jo", "aunt", "Jo Tanner", "mother", FALSE },
  { "Tom Tanner", "father", "Jo Tanner", "mother", FALSE },
  { "Tom Tanner", NULL, "Jo Tanner", NULL, FALSE },
  { "Siân Öberg", NULL, "SIÂN ÖBERG", NULL, TRUE },
  { " ", "mother", "Jo Tanner", "mother", FALSE },
  { "Mrs", "mother", "Jo Tanner", "mother", FALSE },
};

static void
test_is_reader (void)
{
  g_autoptr (SdmConsultation) consultation = documents_load_consultation ("just-started");
  g_autoptr (SdmAid) aid = documents_load_aid (sdm_consultation_get_aid_id (consultation));

  for (guint i = 0; i < G_N_ELEMENTS (people); i++)
    {
      g_autoptr (json_t) person = new_person (people[i].name, people[i].relationship);

      g_test_message ("%s, %s", people[i].name, people[i].reader);
      put (consultation, "letter/letter_to", new_person (people[i].reader, people[i].reader_relationship));
      g_assert_true (sdm_consultation_is_reader (consultation, aid, person) == people[i].is_same);
    }
  g_assert_false (sdm_consultation_is_reader (consultation, aid, NULL));
}

/* Who reads */

static void
test_patient_and_proxy (void)
{
  g_autoptr (SdmConsultation) consultation = documents_load_consultation ("just-started");
  g_autoptr (SdmAid) aid = documents_load_aid (sdm_consultation_get_aid_id (consultation));

  put (consultation, "people/participants", json_pack ("[{s:s, s:s}]", "name", "Ann Lee", "type", "parent"));
  g_assert_cmpint (sdm_consultation_get_reader (consultation, aid), ==, SDM_READER_PATIENT);
  g_assert_null (sdm_consultation_get_reader_name (consultation, aid));
  put (consultation, "letter/letter_to", new_person ("Carys Pell", "attorney"));
  g_assert_cmpint (sdm_consultation_get_reader (consultation, aid), ==, SDM_READER_PROXY);
  g_assert_cmpint (sdm_consultation_get_reader (consultation, NULL), ==, SDM_READER_PROXY);
  g_assert_cmpstr (sdm_consultation_get_reader_name (consultation, aid), ==, "Carys Pell");
}

/* To whom the letter goes, else who decides, else the only parent there is. */
static void
test_parent (void)
{
  g_autoptr (SdmConsultation) consultation = documents_load_consultation ("just-started");
  g_autoptr (SdmAid) aid = documents_load_aid ("acute-otitis-media");

  g_assert_cmpint (sdm_consultation_get_reader (consultation, aid), ==, SDM_READER_PARENT);
  g_assert_null (sdm_consultation_get_reader_name (consultation, aid));

  put (consultation, "start/accompanying", json_pack ("[{s:s, s:s}]", "name", "One", "type", "parent"));
  g_assert_cmpstr (sdm_consultation_get_reader_name (consultation, aid), ==, "One");
  put (consultation, "people/participants", json_pack ("[{s:s, s:s}, {s:s, s:s}]", "name", "Two", "type", "parent", "name", "Nan", "type", "carer"));
  g_assert_cmpstr (sdm_consultation_get_reader_name (consultation, aid), ==, "Two");
  put (consultation, "plan/decider", new_person ("Three", "father"));
  g_assert_cmpstr (sdm_consultation_get_reader_name (consultation, aid), ==, "Two");
  put (consultation, "plan/decided_by", json_string ("for-them"));
  g_assert_cmpstr (sdm_consultation_get_reader_name (consultation, aid), ==, "Three");
  g_assert_cmpstr (sdm_consultation_get_reader_relationship (consultation, aid), ==, "father");
  put (consultation, "letter/letter_to", new_person ("Four", NULL));
  g_assert_cmpstr (sdm_consultation_get_reader_name (consultation, aid), ==, "Four");
  g_assert_null (sdm_consultation_get_reader_relationship (consultation, aid));
}

static void
test_two_parents (void)
{
  g_autoptr (SdmConsultation) consultation = documents_load_consultation ("just-started");
  g_autoptr (SdmAid) aid = documents_load_aid ("acute-otitis-media");

  put (consultation, "people/participants", json_pack ("[{s:s, s:s}, {s:s, s:s}]", "name", "One", "type", "parent", "name", "Two", "type", "parent"));
  g_assert_null (sdm_consultation_get_reader_name (consultation, aid));
}

static void
test_child_name (void)
{
  g_autoptr (SdmConsultation) consultation = documents_load_consultation ("decided");
  g_autofree char *given = NULL;
  g_autofree char *preferred = NULL;
  g_autofree char *family = NULL;
  g_autoptr (GError) error = NULL;

  put (consultation, "status", json_string ("in-progress"));
  sdm_consultation_remove (consultation, "people/patient/preferred_name", &error);
  given = sdm_consultation_dup_child_name (consultation);
  g_assert_cmpstr (given, ==, "Arthur");
  put (consultation, "people/patient/preferred_name", json_string ("Art"));
  preferred = sdm_consultation_dup_child_name (consultation);
  g_assert_cmpstr (preferred, ==, "Art");
  sdm_consultation_remove (consultation, "people/patient/preferred_name", &error);
  put (consultation, "people/patient/given", json_array ());
  family = sdm_consultation_dup_child_name (consultation);
  g_assert_cmpstr (family, ==, "Mr Pell");
  g_assert_no_error (error);
}

/* Half a reader is missing, and none at all is not. */
static void
test_half_a_reader (void)
{
  g_autoptr (SdmConsultation) consultation = documents_load_consultation ("decided");
  g_autoptr (GError) error = NULL;

  put (consultation, "status", json_string ("in-progress"));
  for (guint i = 0; i < 3; i++)
    {
      g_autoptr (GPtrArray) missing = NULL;

      if (i == 0)
        put (consultation, "letter/letter_to", new_person ("Carys Pell", NULL));
      else if (i == 1)
        put (consultation, "letter/letter_to/relationship", json_string ("attorney"));
      else
        put (consultation, "letter/letter_to", json_object ());
      missing = sdm_consultation_list_missing (consultation);
      g_assert_cmpuint (missing->len, ==, i == 0 ? 1 : 0);
    }

  sdm_consultation_finalise (consultation, &error);
  g_assert_no_error (error);
  g_assert_null (sdm_consultation_peek (consultation, "letter/letter_to"));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/consultation-reader/is-reader", test_is_reader);
  g_test_add_func ("/core/consultation-reader/patient-and-proxy", test_patient_and_proxy);
  g_test_add_func ("/core/consultation-reader/parent", test_parent);
  g_test_add_func ("/core/consultation-reader/two-parents", test_two_parents);
  g_test_add_func ("/core/consultation-reader/child-name", test_child_name);
  g_test_add_func ("/core/consultation-reader/half-a-reader", test_half_a_reader);

  return g_test_run ();
}
