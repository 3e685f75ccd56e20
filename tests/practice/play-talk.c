/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "talks.h"

#include <stdio.h>
#include <string.h>

/*
 * Writes a talk as text, to be read by somebody.
 *
 * usage: play-talk CASE [SEED [LOG]] <LINES
 *
 * Each line is said to the person. "/step weigh" enters a step, "/see interrupted" lets something
 * happen, and "/figure OUTCOME" shows a figure with both frames. The talk is kept in the file LOG.
 */

static SdmTalkTurn *
do_line (SdmTalk    *talk,
         const char *line)
{
  if (g_str_has_prefix (line, "/step "))
    return sdm_talk_enter_step (talk, line + strlen ("/step "));
  if (g_str_has_prefix (line, "/see "))
    return sdm_talk_let_see (talk, line + strlen ("/see "), NULL);
  if (g_str_has_prefix (line, "/figure "))
    {
      const SdmTalkFigure figure = { .outcome = line + strlen ("/figure "), .frames = SDM_TALK_FRAMES_BOTH };

      return sdm_talk_show_figure (talk, &figure, NULL);
    }

  return sdm_talk_say (talk, line);
}

static void
tell (SdmTalk     *talk,
      const char  *line,
      SdmTalkTurn *turn)
{
  g_autofree char *text = turn != NULL ? sdm_talk_turn_dup_text (turn) : NULL;
  g_autofree char *found = turn != NULL ? g_strjoinv (",", (GStrv) sdm_talk_turn_get_found (turn)) : NULL;
  g_autofree char *hinted = turn != NULL ? g_strjoinv (",", (GStrv) sdm_talk_turn_get_hinted (turn)) : NULL;

  if (line != NULL)
    g_print ("> %s\n", line);
  if (turn == NULL)
    {
      g_print ("  (there is no such thing)\n");
      return;
    }
  g_print ("  %s\n  [%s%s%s%s%s%s%s%s | %s]\n", text, sdm_taken_to_string (sdm_talk_turn_get_taken (turn)),
           sdm_talk_turn_get_topic (turn) != NULL ? " " : "", sdm_talk_turn_get_topic (turn) != NULL ? sdm_talk_turn_get_topic (turn) : "",
           *found != '\0' ? " !" : "", found, *hinted != '\0' ? " ?" : "", hinted, sdm_talk_turn_is_twist (turn) ? " twist" : "",
           sdm_expression_to_string (sdm_talk_turn_get_expression (turn)));
}

int
main (int    argc,
      char **argv)
{
  g_autoptr (SdmTalk) talk = NULL;
  g_autoptr (SdmTalkTurn) first = NULL;
  char line[20000];

  g_test_init (&argc, &argv, NULL);
  if (argc < 2)
    {
      g_printerr ("usage: play-talk CASE [SEED] <LINES\n");
      return 2;
    }
  talk = talks_begin (argv[1], argc > 2 ? (guint32) g_ascii_strtoull (argv[2], NULL, 10) : 0);
  first = g_list_model_get_item (sdm_talk_get_turns (talk), 0);
  tell (talk, NULL, first);
  while (fgets (line, sizeof line, stdin) != NULL)
    {
      g_strchomp (line);
      tell (talk, line, do_line (talk, line));
    }
  if (argc > 3)
    {
      g_autofree char *text = talks_to_text (talk);

      g_assert_true (g_file_set_contents (argv[3], text, -1, NULL));
    }

  return 0;
}
