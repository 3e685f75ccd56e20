/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-aid.h"
#include "sdm-catalogue.h"
#include "sdm-consultation-translate.h"
#include "sdm-core-error.h"
#include "sdm-date.h"
#include "sdm-language.h"
#include "sdm-plural.h"
#include "sdm-words.h"

#include <string.h>

#include <gio/gio.h>
#include <glib/gstdio.h>

/* The words of the program in the language of a paper, and the translation of an aid. */

/* Plural forms, as gettext's manual has them */

static void
test_plurals (void)
{
  static const char *const welsh = "n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n==3 ? 3 : n==6 ? 4 : 5";
  static const char *const polish = " n==1 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2";
  static const char *const arabic = "(n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n%100>=3 && n%100<=10 ? 3 : n%100>=11 ? 4 : 5)";
  static const struct
  {
    const char *rule;
    gulong      n;
    gulong      form;
  } rows[] = {
    { NULL, 1, 0 }, { NULL, 0, 1 }, { "n != 1", 1, 0 }, { "n!=1", 2, 1 }, { "n > 1", 0, 0 }, { "0", 7, 0 }, { "!n", 0, 1 }, { "n-1*2", 3, 1 }, { "(n+1)/2", 5, 3 }, { welsh, 0, 0 }, { welsh, 3, 3 }, { welsh, 6, 4 }, { welsh, 88, 5 }, { polish, 1, 0 }, { polish, 4, 1 }, { polish, 5, 2 }, { polish, 12, 2 }, { polish, 22, 1 }, { polish, 112, 2 }, { arabic, 2, 2 }, { arabic, 7, 3 }, { arabic, 11, 4 }, { arabic, 100, 5 }, { arabic, 102, 5 },
    /* what is no rule counts as English does */
    { "", 1, 0 },
    { "n n", 2, 1 },
    { "n %", 1, 0 },
    { "n/0", 2, 1 },
    { "n%(n-n)", 1, 0 },
    { "system(n)", 2, 1 },
    { "(n", 2, 1 },
    { "n ? 1", 1, 0 }
  };
  g_autofree char *deep = g_strnfill (100000, '(');
  g_autofree char *nots = g_strnfill (100000, '!');

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    g_assert_cmpuint (sdm_plural_choose (rows[i].rule, rows[i].n), ==, rows[i].form);
  g_assert_cmpuint (sdm_plural_choose (deep, 1), ==, 0);
  g_assert_cmpuint (sdm_plural_choose (nots, 2), ==, 1);
}

/* Languages */

static void
test_languages (void)
{
  static const struct
  {
    const char *tag;
    const char *count;
    const char *decimal;
    gboolean    is_right_to_left;
  } rows[] = {
    { "en-GB", "12,345", "7.4", FALSE },
    { "cy", "12,345", "7.4", FALSE },
    { "pl", "12\u00a0345", "7,4", FALSE },
    { "ar", "١٢٬٣٤٥", "٧٫٤", TRUE },
    { "ar-u-nu-latn", "12,345", "7.4", TRUE },
    { "ur", "12,345", "7.4", TRUE },
    { "bn", "১২,৩৪৫", "৭.৪", FALSE },
    { "pa", "12,345", "7.4", FALSE },
    { "gu", "12,345", "7.4", FALSE },
    { "ku-Arab", "12,345", "7.4", TRUE },
  };
  g_autofree char *small = sdm_language_format_count ("pl", 1234);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *count = sdm_language_format_count (rows[i].tag, 12345);
      g_autofree char *decimal = sdm_language_format_decimal (rows[i].tag, "7.4");

      g_assert_true (sdm_language_is_tag (rows[i].tag));
      g_assert_cmpstr (count, ==, rows[i].count);
      g_assert_cmpstr (decimal, ==, rows[i].decimal);
      g_assert_cmpint (sdm_language_is_right_to_left (rows[i].tag), ==, rows[i].is_right_to_left);
    }
  g_assert_cmpstr (small, ==, "1234");
  g_assert_true (sdm_language_is_same ("en", "en-GB"));
  g_assert_false (sdm_language_is_same ("en", "eng"));
  g_assert_false (sdm_language_is_tag (""));
  g_assert_false (sdm_language_is_tag ("../cy"));
  g_assert_false (sdm_language_is_tag ("english"));
  g_assert_false (sdm_language_is_tag (NULL));
}

/* Catalogues */

static GBytes *
compile (const char *language)
{
  g_autofree char *name = g_strconcat (language, ".po", NULL);
  g_autofree char *from = g_test_build_filename (G_TEST_DIST, "data", "tongues", name, NULL);
  g_autofree char *to = NULL;
  g_autoptr (GError) error = NULL;
  const char *argv[] = { "msgfmt", "-o", NULL, from, NULL };
  char       *contents = NULL;
  gsize       size = 0;

  g_close (g_file_open_tmp ("evenhand-XXXXXX.mo", &to, &error), NULL);
  argv[2] = to;
  g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (to, &contents, &size, &error));
  g_unlink (to);

  return g_bytes_new_take (contents, size);
}

static void
test_catalogue (void)
{
  g_autoptr (GBytes) bytes = compile ("pl");
  g_autoptr (GError) error = NULL;
  g_autoptr (SdmCatalogue) polish = sdm_catalogue_new_from_bytes (bytes, "pl.mo", &error);
  const char *one = "We looked at {n} option.";

  g_assert_no_error (error);
  g_assert_cmpstr (sdm_catalogue_look_up (polish, "November"), ==, "listopada");
  g_assert_null (sdm_catalogue_look_up (polish, "Novembers"));
  g_assert_null (sdm_catalogue_look_up (polish, ""));
  g_assert_cmpstr (sdm_catalogue_look_up_plural (polish, one, 1), ==, "{n} możliwość.");
  g_assert_cmpstr (sdm_catalogue_look_up_plural (polish, one, 3), ==, "{n} możliwości, bez kolejności.");
  g_assert_null (sdm_catalogue_look_up_plural (polish, "November", 2));
}

/* Whatever was done to a file: no reading outside of it, and a refusal where it is no catalogue. */
static void
test_damaged_catalogue (void)
{
  g_autoptr (GBytes) bytes = compile ("cy");
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);
  gsize         size = 0;
  const guint8 *whole = g_bytes_get_data (bytes, &size);

  for (guint i = 0; i < 4000; i++)
    {
      const gsize      kept = i % 2 == 0 ? size : (gsize) g_rand_int_range (rand, 0, (int) size);
      g_autofree char *copy = g_memdup2 (whole, kept + 1 > size ? size : kept + 1);
      g_autoptr (GBytes) damaged = NULL;
      g_autoptr (SdmCatalogue) catalogue = NULL;

      for (guint k = 0; k < 4 && kept > 0; k++)
        copy[g_rand_int_range (rand, 0, MIN ((int) kept, 2000))] = (char) g_rand_int (rand);
      damaged = g_bytes_new (copy, kept);
      catalogue = sdm_catalogue_new_from_bytes (damaged, "cy.mo", NULL);
      for (guint n = 0; catalogue != NULL && n < 3; n++)
        {
          const char *found = sdm_catalogue_look_up (catalogue, n == 0 ? "Monday" : "You");
          const char *form = sdm_catalogue_look_up_plural (catalogue, "We looked at {n} option.", n);

          g_assert_true (found == NULL || g_utf8_validate (found, -1, NULL));
          g_assert_true (form == NULL || g_utf8_validate (form, -1, NULL));
        }
    }
}

/* Words of this thread only, and only between begin and end */

static void
test_words (void)
{
  g_autofree char *folder = g_dir_make_tmp ("evenhand-words-XXXXXX", NULL);
  g_autofree char *below = g_build_filename (folder, "ar", "LC_MESSAGES", NULL);
  g_autofree char *file = g_build_filename (below, GETTEXT_PACKAGE ".mo", NULL);
  g_autoptr (GBytes) bytes = compile ("ar");
  g_autofree char *outside = sdm_date_format_with_weekday ("2026-11-24");

  g_assert_cmpint (g_mkdir_with_parents (below, 0700), ==, 0);
  g_assert_true (g_file_set_contents (file, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes), NULL));
  g_setenv ("EVENHAND_LOCALE_DIR", folder, TRUE);

  g_assert_cmpstr (outside, ==, "Tuesday 24\u00a0November\u00a02026");
  g_assert_true (sdm_words_exist ("ar"));
  g_assert_true (sdm_words_exist ("ar-EG"));
  g_assert_true (sdm_words_exist ("en-GB"));
  g_assert_false (sdm_words_exist ("cy"));
  {
    g_autoptr (SdmWords) words = sdm_words_begin ("ar");
    g_autofree char *inside = sdm_date_format_with_weekday ("2026-11-24");
    g_autofree char *count = sdm_format_count (1000);

    g_assert_cmpstr (inside, ==, "الثلاثاء ٢٤\u00a0نوفمبر\u00a0٢٠٢٦");
    g_assert_cmpstr (count, ==, "١٬٠٠٠");
    g_assert_cmpuint (sdm_words_get_n_missing (words), ==, 0);
    g_assert_cmpstr (sdm_words_get ("Not in any catalogue"), ==, "Not in any catalogue");
    g_assert_cmpuint (sdm_words_get_n_missing (words), ==, 1);
    {
      g_autoptr (SdmWords) english = sdm_words_begin ("en-GB");

      g_assert_cmpstr (sdm_words_get ("November"), ==, "November");
      g_assert_cmpuint (sdm_words_get_n_missing (english), ==, 0);
    }
    g_assert_cmpstr (sdm_words_get ("November"), ==, "نوفمبر");
  }
  g_assert_null (sdm_words_get_language ());
  g_unsetenv ("EVENHAND_LOCALE_DIR");
  g_unlink (file);
}

/* Translations of an aid */

static SdmAid *
load_umbrella (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "aids", "umbrella", "aid.json", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  SdmAid *aid = sdm_aid_load (file, NULL, &error);

  g_assert_no_error (error);
  return aid;
}

static SdmAidTranslation *
translate (SdmAid     *aid,
           const char *place,
           const char *english,
           const char *text,
           GError    **error)
{
  g_autofree char *sum = g_compute_checksum_for_string (G_CHECKSUM_SHA256, english, -1);
  g_autofree char *json = g_strdup_printf ("{\"format\": \"evenhand-translation/1\", \"aid\": \"umbrella\", \"language\": \"cy\", "
                                           "\"texts\": {\"%s\": {\"of\": \"%.16s\", \"text\": \"%s\"}}}",
                                           place, sum, text);
  g_autoptr (GBytes) bytes = g_bytes_new (json, strlen (json));

  return sdm_aid_translation_new_from_bytes (aid, bytes, "cy.json", error);
}

static void
test_translation (void)
{
  static const char *const place = "/outcomes/dry/event/sentence";
  static const char *const english = "Over a walk, {n} of {of} people stayed dry. {rest} got wet.";
  static const char *const wrong[] = { "{n} o {of}.", "{n} o {of}, {rest}, {low}.", "{n} o {of}. {rest}. 7", "{n} o {of}. {rest}. ٧" };
  g_autoptr (SdmAid) aid = load_umbrella ();
  g_autoptr (GError) error = NULL;
  g_autoptr (SdmAidTranslation) good = translate (aid, place, english, "{rest} a {n} o {of}", &error);
  g_autoptr (SdmAidTranslation) stale = translate (aid, place, "Something else.", "{rest} a {n} o {of}", &error);

  g_assert_no_error (error);
  g_assert_cmpstr (sdm_aid_find_outcome (sdm_aid_translation_get_aid (good), "dry")->sentence, ==, "{rest} a {n} o {of}");
  g_assert_cmpstr (sdm_aid_get_language (sdm_aid_translation_get_aid (good)), ==, "cy");
  g_assert_cmpuint (sdm_aid_translation_get_n_stale (good), ==, 0);
  g_assert_cmpuint (sdm_aid_translation_get_n_missing (good), >, 30);
  g_assert_false (sdm_aid_translation_is_reviewed (good));
  g_assert_cmpstr (sdm_aid_find_outcome (sdm_aid_translation_get_aid (stale), "dry")->sentence, ==, english);
  g_assert_cmpuint (sdm_aid_translation_get_n_stale (stale), ==, 1);

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_assert_null (translate (aid, place, english, wrong[i], &error));
      g_assert_error (error, SDM_CORE_ERROR, SDM_CORE_ERROR_CONTENT);
      g_assert_nonnull (strstr (error->message, "cy.json: /outcomes/dry/event/sentence"));
      g_clear_error (&error);
    }
}

static void
test_wrong_translations (void)
{
  static const char *const documents[] = {
    "[]", "{}", "{\"format\": \"evenhand-translation/2\", \"aid\": \"umbrella\", \"language\": \"cy\", \"texts\": {}}", "{\"format\": \"evenhand-translation/1\", \"aid\": \"other\", \"language\": \"cy\", \"texts\": {}}", "{\"format\": \"evenhand-translation/1\", \"aid\": \"umbrella\", \"language\": \"../cy\", \"texts\": {}}", "{\"format\": \"evenhand-translation/1\", \"aid\": \"umbrella\", \"language\": \"cy\", \"texts\": []}", "{"
  };
  g_autoptr (SdmAid) aid = load_umbrella ();

  for (guint i = 0; i < G_N_ELEMENTS (documents); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new_static (documents[i], strlen (documents[i]));
      g_autoptr (GError) error = NULL;

      g_assert_null (sdm_aid_translation_new_from_bytes (aid, bytes, "cy.json", &error));
      g_assert_nonnull (error);
      g_assert_nonnull (strstr (error->message, "cy.json"));
    }
}

/* What was copied from the aid is translated; what people said is not, and neither is an id. */
static void
test_consultation (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "tongues", "walk.json", NULL);
  g_autofree char *aid_path = g_test_build_filename (G_TEST_DIST, "data", "aids", "umbrella", "aid.json", NULL);
  g_autoptr (GFile) aid_file = g_file_new_for_path (aid_path);
  g_autoptr (GFile) file = sdm_aid_translation_find (aid_file, "pl-PL");
  g_autoptr (GError) error = NULL;
  g_autoptr (SdmAid) aid = load_umbrella ();
  g_autoptr (SdmAidTranslation) polish = sdm_aid_translation_load (aid, file, NULL, &error);
  g_autoptr (SdmConsultation) talk = NULL;
  g_autoptr (SdmConsultation) translated = NULL;
  g_autoptr (GBytes) bytes = NULL;
  char *text = NULL;
  gsize size = 0;

  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (path, &text, &size, &error));
  bytes = g_bytes_new_take (text, size);
  talk = sdm_consultation_new_from_bytes (bytes, path, &error);
  translated = sdm_consultation_new_translated (talk, polish, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (sdm_consultation_get_text (translated, "matters/ranked/0/text"), ==, "Pozostać suchym");
  g_assert_cmpstr (sdm_consultation_get_text (translated, "matters/own_words/0/text"), ==, "I like rain.");
  g_assert_cmpstr (sdm_consultation_get_text (translated, "risks/figures/0/sentence"), ==,
                   "Na spacerze 40 z 100 było sucho. 60 zmokło. The other way is set against this.");
  g_assert_cmpstr (sdm_consultation_get_text (translated, "risks/figures/0/outcome"), ==, "dry");
  g_assert_cmpstr (sdm_consultation_get_text (talk, "matters/ranked/0/text"), ==, "Staying dry");
  g_assert_null (sdm_aid_translation_find (aid_file, "fr"));
  g_assert_null (sdm_aid_translation_find (aid_file, "../umbrella/pl"));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/words/plurals", test_plurals);
  g_test_add_func ("/words/languages", test_languages);
  g_test_add_func ("/words/catalogue", test_catalogue);
  g_test_add_func ("/words/damaged-catalogue", test_damaged_catalogue);
  g_test_add_func ("/words/of-this-thread", test_words);
  g_test_add_func ("/words/translation", test_translation);
  g_test_add_func ("/words/wrong-translations", test_wrong_translations);
  g_test_add_func ("/words/consultation", test_consultation);
  return g_test_run ();
}
