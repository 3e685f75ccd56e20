/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "talks.h"

#include <string.h>

/*
 * Questions as trainees type them, with slips and all, each put to a person who has been greeted and asked
 * how to decide. Beside each stands what it ought to lead to: a topic or a hidden thing by its id, "*" for an
 * everyday answer, "~" for what is told to an open question, "?" where the person cannot know. Several may stand
 * there. Words can be taken wrongly, so a few may be missed; but most must be heard.
 */

/* Of a hundred questions, so many at least are answered as they should be. */
#define LEAST_PERCENT 92
/* And so many at most are told that they were not understood. */
#define MOST_LOST_PERCENT 8

typedef struct
{
  guint n;
  guint n_heard;
  guint n_lost;
} Tally;

static gboolean
is_expected (SdmTalkTurn *turn,
             const char  *expected)
{
  const SdmTaken taken = sdm_talk_turn_get_taken (turn);
  const char    *topic = sdm_talk_turn_get_topic (turn);

  if (g_str_equal (expected, "?"))
    return taken == SDM_TAKEN_NOT_UNDERSTOOD;
  if (g_str_equal (expected, "~"))
    return taken == SDM_TAKEN_VOLUNTEERED;
  if (g_str_equal (expected, "*"))
    return (taken == SDM_TAKEN_ANSWERED || taken == SDM_TAKEN_REACTED) && topic == NULL;

  return g_strcmp0 (topic, expected) == 0 || g_strv_contains (sdm_talk_turn_get_found (turn), expected) ||
         g_strv_contains (sdm_talk_turn_get_hinted (turn), expected);
}

static char *
describe (SdmTalkTurn *turn)
{
  g_autofree char *found = g_strjoinv (",", (GStrv) sdm_talk_turn_get_found (turn));
  const char      *topic = sdm_talk_turn_get_topic (turn);

  return g_strdup_printf ("%s %s %s", sdm_taken_to_string (sdm_talk_turn_get_taken (turn)), topic != NULL ? topic : "-", found);
}

static void
ask (const char *id,
     const char *line,
     Tally      *tally)
{
  g_autoptr (SdmTalk) talk = talks_begin (id, 0);
  g_auto (GStrv) parts = g_strsplit (line, "\t", 2);
  g_auto (GStrv) expected = g_strsplit (parts[0], "|", -1);
  gboolean     is_heard = FALSE;
  SdmTalkTurn *turn;

  g_assert_nonnull (parts[1]);
  sdm_talk_say (talk, "Good morning. My name is Sam.");
  sdm_talk_say (talk, "How would you like us to decide today?");
  sdm_talk_say (talk, "Take your time.");
  turn = sdm_talk_say (talk, parts[1]);
  for (guint i = 0; expected[i] != NULL; i++)
    is_heard = is_heard || is_expected (turn, expected[i]);

  tally->n++;
  tally->n_heard += is_heard;
  tally->n_lost += sdm_talk_turn_get_taken (turn) == SDM_TAKEN_NOT_UNDERSTOOD;
  if (!is_heard)
    {
      g_autofree char *what = describe (turn);

      g_test_message ("%s: “%s” was taken as %s, not %s", id, parts[1], what, parts[0]);
    }
}

static void
test_questions (void)
{
  g_autofree char *folder = g_test_build_filename (G_TEST_DIST, "data", "questions", NULL);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  Tally       tally = { 0 };
  const char *name;

  g_assert_nonnull (dir);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autofree char *id = g_strndup (name, strcspn (name, "."));
      g_autofree char *text = NULL;
      g_auto (GStrv) lines = NULL;

      g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
      lines = g_strsplit (text, "\n", -1);
      for (guint i = 0; lines[i] != NULL; i++)
        if (lines[i][0] != '\0')
          ask (id, lines[i], &tally);
    }
  g_test_message ("%u questions: %u heard, %u not understood", tally.n, tally.n_heard, tally.n_lost);
  g_assert_cmpuint (tally.n, >=, 340);
  g_assert_cmpuint (tally.n_heard * 100, >=, tally.n * LEAST_PERCENT);
  g_assert_cmpuint (tally.n_lost * 100, <=, tally.n * MOST_LOST_PERCENT);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/practice/questions", test_questions);

  return g_test_run ();
}
