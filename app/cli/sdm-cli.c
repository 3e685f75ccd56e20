/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-cli.h"

#include <glib/gi18n.h>
#include <stdio.h>
#include <string.h>

#include "sdm-cli-private.h"

/* The commands that need no window, and what they have in common with the shell. */

static const struct
{
  const char *name;
  int (*run) (int          argc,
              char *const *argv);
} commands[] = {
  { "case", sdm_cli_run_case },
  { "check", sdm_cli_run_check },
  { "letter", sdm_cli_run_letter },
  { "record", sdm_cli_run_record },
};

static gboolean
is_word (const char *argument,
         const char *word)
{
  return g_strcmp0 (argument, word) == 0;
}

/**
 * sdm_cli_is_asked_for:
 *
 * Returns: whether the arguments ask for a command, for help or for the version,
 *   and not for the window
 */
gboolean
sdm_cli_is_asked_for (int          argc,
                      char *const *argv)
{
  if (argc < 2)
    return FALSE;

  for (gsize i = 0; i < G_N_ELEMENTS (commands); i++)
    if (is_word (argv[1], commands[i].name))
      return TRUE;

  return is_word (argv[1], "--help") || is_word (argv[1], "-h") || is_word (argv[1], "--version");
}

/**
 * sdm_cli_show_usage:
 *
 * Writes how the program is called to standard error.
 *
 * Returns: what the program answers to the shell
 */
int
sdm_cli_show_usage (void)
{
  fputs (sdm_cli_get_help (NULL), stderr);

  return SDM_CLI_FAILED;
}

static int
finish (int answer)
{
  g_autoptr (GError) error = NULL;

  if (!sdm_cli_flush (&error))
    return sdm_cli_fail (_ ("writing the answer"), error);

  return answer;
}

/**
 * sdm_cli_run:
 * @argc: number of arguments, with the name of the program
 * @argv: the arguments
 *
 * Runs the command that the arguments ask for.
 *
 * Returns: what the program answers to the shell: 0 where all is well, 1 where
 *   something was found, 2 where it could not be done
 */
int
sdm_cli_run (int          argc,
             char *const *argv)
{
  g_return_val_if_fail (argc >= 1, SDM_CLI_FAILED);

  if (argc >= 2 && is_word (argv[1], "--version"))
    {
      puts ("evenhand " PACKAGE_VERSION);
      return finish (SDM_CLI_GOOD);
    }
  for (int i = 1; i < argc; i++)
    if (is_word (argv[i], "--help") || is_word (argv[i], "-h"))
      {
        fputs (sdm_cli_get_help (argv[1]), stdout);
        return finish (SDM_CLI_GOOD);
      }

  for (gsize i = 0; argc >= 2 && i < G_N_ELEMENTS (commands); i++)
    if (is_word (argv[1], commands[i].name))
      return finish (commands[i].run (argc - 2, argv + 2));

  return sdm_cli_show_usage ();
}
