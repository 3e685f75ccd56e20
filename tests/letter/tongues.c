/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tongues.h"

#include "sdm-letter-content.h"
#include "sdm-letter-language.h"

const char *const tongues[] = { "cy", "pl", "ar", "ur", "bn", "pa", "gu", NULL };

/* Makes the catalogues of the sentences for tests, and lets the program find them. */
void
tongues_prepare (void)
{
  g_autofree char *folder = g_dir_make_tmp ("evenhand-tongues-XXXXXX", NULL);

  for (guint i = 0; tongues[i] != NULL; i++)
    {
      g_autofree char *name = g_strconcat (tongues[i], ".po", NULL);
      g_autofree char *from = g_test_build_filename (G_TEST_DIST, "data", "tongues", name, NULL);
      g_autofree char *below = g_build_filename (folder, tongues[i], "LC_MESSAGES", NULL);
      g_autofree char *to = g_build_filename (below, "evenhand.mo", NULL);
      const char      *argv[] = { "msgfmt", "--check-format", "-o", to, from, NULL };
      g_autoptr (GError) error = NULL;
      int status = 0;

      g_assert_cmpint (g_mkdir_with_parents (below, 0700), ==, 0);
      g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, NULL, &status, &error);
      g_assert_no_error (error);
      g_assert_cmpint (status, ==, 0);
    }
  g_setenv ("EVENHAND_LOCALE_DIR", folder, TRUE);
}

static SdmConsultation *
load_walk (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "tongues", "walk.json", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  SdmConsultation *walk = NULL;
  char            *text = NULL;
  gsize            size = 0;

  g_file_get_contents (path, &text, &size, &error);
  g_assert_no_error (error);
  bytes = g_bytes_new_take (text, size);
  walk = sdm_consultation_new_from_bytes (bytes, path, &error);
  g_assert_no_error (error);

  return walk;
}

SdmLetterDocument *
tongues_build (const char *language)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "aids", "umbrella", "aid.json", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (SdmAid) aid = sdm_aid_load (file, NULL, &error);
  g_autoptr (SdmConsultation) walk = load_walk ();
  g_autoptr (SdmAidTranslation) translation = NULL;
  SdmLetterDocument *document = NULL;

  g_assert_no_error (error);
  g_assert_true (sdm_letter_language_open (language, walk, aid, file, &translation, &error));
  document = sdm_letter_build_translated (walk, aid, translation, language, SDM_LETTER_KIND_LETTER, &error);
  g_assert_no_error (error);

  return document;
}
