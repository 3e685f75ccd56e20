/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "talks.h"

#include <string.h>

static int
compare_paths (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/**
 * talks_list_cases:
 *
 * Returns: (transfer full) (element-type filename): every shipped case, in order of its path
 */
GPtrArray *
talks_list_cases (void)
{
  GPtrArray       *paths = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *root = g_test_build_filename (G_TEST_DIST, "..", "decision-aids", NULL);
  g_autoptr (GDir) dir = g_dir_open (root, 0, NULL);
  const char *aid;

  while ((aid = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *folder = g_build_filename (root, aid, "cases", NULL);
      g_autoptr (GDir) cases = g_dir_open (folder, 0, NULL);
      const char *name;

      while (cases != NULL && (name = g_dir_read_name (cases)) != NULL)
        g_ptr_array_add (paths, g_build_filename (folder, name, NULL));
    }
  g_ptr_array_sort (paths, compare_paths);

  return paths;
}

/**
 * talks_list_some_cases:
 *
 * Returns: (transfer full) (element-type filename): every shipped case, or where memory is watched and all is slow a
 *   part of them, as EVENHAND_SAMPLE says
 */
GPtrArray *
talks_list_some_cases (void)
{
  GPtrArray  *paths = talks_list_cases ();
  const char *sample = g_getenv ("EVENHAND_SAMPLE");
  const guint step = sample != NULL ? (guint) CLAMP (g_ascii_strtoull (sample, NULL, 10), 1, 100) : 1;

  for (guint i = paths->len; i-- > 0;)
    if (i % step != 0)
      g_ptr_array_remove_index (paths, i);

  return paths;
}

SdmCase *
talks_load_case (const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  SdmCase *example = sdm_case_load (file, NULL, &error);

  g_assert_no_error (error);

  return example;
}

SdmCase *
talks_find_case (const char *id)
{
  g_autoptr (GPtrArray) paths = talks_list_cases ();
  g_autofree char *name = g_strdup_printf ("/%s.json", id);

  for (guint i = 0; i < paths->len; i++)
    if (g_str_has_suffix (g_ptr_array_index (paths, i), name))
      return talks_load_case (g_ptr_array_index (paths, i));
  g_error ("there is no case “%s”", id);
}

SdmAid *
talks_load_aid (SdmCase *example)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "..", "decision-aids", sdm_case_get_aid_id (example), "aid.json", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  SdmAid *aid = sdm_aid_load (file, NULL, &error);

  g_assert_no_error (error);

  return aid;
}

/* They never change, and so they are read once. */
SdmTalk *
talks_begin (const char *id,
             guint32     seed)
{
  static SdmCase *example;
  static SdmAid  *aid;

  if (example == NULL || !g_str_equal (sdm_case_get_id (example), id))
    {
      g_set_object (&example, NULL);
      g_set_object (&aid, NULL);
      example = talks_find_case (id);
      aid = talks_load_aid (example);
    }

  return sdm_talk_new (example, aid, seed);
}

static json_t *
get_part (SdmTalk    *talk,
          const char *part)
{
  json_t *root = sdm_json_text_get_root (sdm_case_get_text (sdm_talk_get_case (talk)));

  return json_object_get (json_object_get (root, "persona"), part);
}

/**
 * talks_play_well:
 * @way: which of the questions is put
 *
 * A good run: greets, asks how to decide, listens, asks what would bring things out, and goes through the steps.
 */
void
talks_play_well (SdmTalk *talk,
                 guint    way)
{
  json_t *item;
  size_t  i;

  sdm_talk_enter_step (talk, "people");
  sdm_talk_say (talk, "Good morning. My name is Sam, and I have time for you today.");
  sdm_talk_say (talk, "How would you like us to decide today?");
  sdm_talk_say (talk, "What matters most to you?");
  sdm_talk_say (talk, "Take your time.");
  json_array_foreach (get_part (talk, "hidden"), i, item)
    {
      json_t     *ways = json_object_get (item, "brought_out_by");
      const char *question = json_string_value (json_object_get (json_array_get (ways, way % json_array_size (ways)), "question"));

      sdm_talk_say (talk, question);
    }
  sdm_talk_enter_step (talk, "matters");
  sdm_talk_enter_step (talk, "options");
  sdm_talk_enter_step (talk, "risks");
  sdm_talk_enter_step (talk, "weigh");
}

/**
 * talks_play_badly:
 *
 * A poor run: orders, hard words, many closed questions. Nothing hidden comes out.
 */
void
talks_play_badly (SdmTalk *talk)
{
  json_t *item;
  size_t  i;

  sdm_talk_say (talk, "You need to do as I say.");
  sdm_talk_say (talk, "The absolute risk is 5%.");
  json_array_foreach (get_part (talk, "topics"), i, item)
    {
      json_t *examples = json_object_get (item, "examples");

      sdm_talk_say (talk, json_string_value (json_array_get (examples, 0)));
      sdm_talk_say (talk, "I know all about that, and it is really quite simple, so there is not much to say.");
    }
}

char *
talks_to_text (SdmTalk *talk)
{
  g_autoptr (GBytes) bytes = sdm_talk_to_bytes (talk);

  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

/**
 * talks_resume:
 * @from: (nullable): what is put in the place of
 * @to: (nullable): this, in the kept talk
 *
 * Keeps a talk and goes on with it, as next week.
 */
SdmTalk *
talks_resume (SdmTalk    *talk,
              const char *from,
              const char *to,
              GError    **error)
{
  g_autofree char *text = talks_to_text (talk);
  g_autoptr (GString) kept = g_string_new (text);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (SdmJsonText) json = NULL;
  g_autoptr (SdmAid) aid = talks_load_aid (sdm_talk_get_case (talk));

  if (from != NULL)
    g_assert_cmpuint (g_string_replace (kept, from, to, 0), >, 0);
  bytes = g_bytes_new (kept->str, kept->len);
  json = sdm_json_text_parse (bytes, "talk.json", error);

  return json != NULL ? sdm_talk_new_from_text (sdm_talk_get_case (talk), aid, json, error) : NULL;
}
