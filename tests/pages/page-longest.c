/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "page-longest.h"

#include "sdm-consultation-options.h"

/* A consultation that says in each place as much as the format lets it. */

#define WORDS     "We walked in the rain and went on to the shop, and then we came home. "
#define LONG_ONE  "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch"
#define N_OPTIONS 6

/* The last of the letters are one word, which no line can break. */
static char *
make_text (const char *path)
{
  const guint most = sdm_consultation_get_max_length (path);
  GString    *text = g_string_new (NULL);

  g_assert_cmpuint (most, >, 0);
  while (text->len < most)
    g_string_append (text, WORDS);
  g_string_truncate (text, most);
  if (most > 2 * strlen (LONG_ONE))
    g_string_overwrite (text, most - strlen (LONG_ONE), LONG_ONE);
  text->str[most - 1] = 'x';

  return g_string_free (text, FALSE);
}

static void
fill (SdmConsultation *consultation,
      const char      *path)
{
  g_autofree char *text = make_text (path);
  g_autoptr (GError) error = NULL;

  sdm_consultation_set_text (consultation, path, text, &error);
  g_assert_no_error (error);
}

static void
put (SdmConsultation *consultation,
     const char      *path,
     json_t          *value)
{
  g_autoptr (GError) error = NULL;

  g_assert_nonnull (value);
  sdm_consultation_take_value (consultation, path, value, &error);
  g_assert_no_error (error);
}

static json_t *
make_string (const char *path)
{
  g_autofree char *text = make_text (path);

  return json_string (text);
}

static void
rank_all (SdmConsultation *consultation,
          SdmAid          *aid)
{
  guint              n_priorities;
  const SdmPriority *priorities = sdm_aid_get_priorities (aid, &n_priorities);
  json_t            *ranked = json_array ();

  for (guint i = 0; i < n_priorities; i++)
    json_array_append_new (ranked, json_pack ("{s:s, s:s, s:i}", "priority", priorities[i].id, "text", priorities[i].text, "importance", 10 - (int) i));
  json_array_append_new (ranked, json_pack ("{s:o, s:i}", "text", make_string ("matters/ranked/0/text"), "importance", 1));
  put (consultation, "matters/ranked", ranked);
}

static void
fill_lists (SdmConsultation *consultation)
{
  put (consultation, "people/needs", json_pack ("[{s:o, s:o}]", "need", make_string ("people/needs/0/need"), "met_by", make_string ("people/needs/0/met_by")));
  put (consultation, "start/others_present", json_pack ("[{s:o, s:o}]", "name", make_string ("start/others_present/0/name"), "role", make_string ("start/others_present/0/role")));
  put (consultation, "matters/own_words", json_pack ("[{s:o, s:b}]", "text", make_string ("matters/own_words/0/text"), "in_letter", 1));
  put (consultation, "options/asked", json_pack ("[{s:o, s:o}]", "text", make_string ("options/asked/0/text"), "answer", make_string ("options/asked/0/answer")));
  put (consultation, "plan/actions", json_pack ("[{s:s, s:s, s:o, s:o, s:o, s:i}]", "id", "a1", "side", "person", "what", make_string ("plan/actions/0/what"), "owner", make_string ("plan/actions/0/owner"), "easier", make_string ("plan/actions/0/easier"), "confidence", 3));
  put (consultation, "plan/look_out", json_pack ("[{s:o}]", "text", make_string ("plan/look_out/0/text")));
}

/**
 * page_longest_fill:
 *
 * Fills in everything that a page shows, to the last letter that fits, and shows every option.
 */
void
page_longest_fill (SdmConsultation *consultation,
                   SdmAid          *aid)
{
  static const char *const paths[] = {
    "start/location/text", "start/seen_by/name", "start/seen_by/role", "start/seen_by/organisation", "start/practice/name",
    "start/practice/phone", "start/interpreter/language", "start/interpreter/name", "people/patient/title", "people/patient/family",
    "people/patient/preferred_name", "people/patient/gender", "people/why_now", "people/agenda/patient", "people/agenda/clinician",
    "people/pre_info", "matters/experience", "matters/beliefs", "matters/concerns", "matters/expectations", "weigh/words",
    "plan/why", "plan/clinician_view/would_have", "plan/contact/name", "plan/contact/role", "plan/contact/phone",
    "plan/contact/hours", "plan/review/with", "plan/review/hope", "plan/change_mind", "letter/letter_to/name",
    "letter/letter_to/relationship"
  };
  guint n_options;

  sdm_consultation_open_options (consultation, aid);
  sdm_aid_get_options (aid, &n_options);
  g_assert_cmpuint (n_options, ==, N_OPTIONS);
  put (consultation, "plan/review", json_pack ("{s:[{s:i, s:s}]}", "dates", "months", 6, "on", "2027-05-24"));
  put (consultation, "start/interpreter", json_pack ("{s:b}", "needed", 1));
  for (gsize i = 0; i < G_N_ELEMENTS (paths); i++)
    fill (consultation, paths[i]);
  put (consultation, "people/patient/given", json_pack ("[o]", make_string ("people/patient/given/0")));
  rank_all (consultation, aid);
  fill_lists (consultation);
}
