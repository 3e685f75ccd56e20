/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-cli-private.h"

#include <errno.h>
#include <glib/gi18n.h>
#include <string.h>
#include <unistd.h>

#include "sdm-core-error.h"

/* Options */

static gboolean
fits_option (const SdmCliOption *option,
             const char         *argument,
             const char        **value)
{
  const char *rest;

  *value = NULL;
  if (argument[0] == '-' && argument[1] == option->letter && option->letter != 0)
    {
      *value = argument[2] != '\0' ? argument + 2 : NULL;
      return option->flag == NULL || argument[2] == '\0';
    }

  if (!g_str_has_prefix (argument, "--") || !g_str_has_prefix (argument + 2, option->name))
    return FALSE;
  rest = argument + 2 + strlen (option->name);
  if (*rest == '=')
    *value = rest + 1;

  return *rest == '\0' || *rest == '=';
}

static gboolean
take_option (const SdmCliOption *option,
             const char         *value,
             GError            **error)
{
  if (option->flag != NULL && value == NULL)
    {
      *option->flag = TRUE;
      return TRUE;
    }
  if (option->flag != NULL)
    {
      g_set_error (error, SDM_CORE_ERROR, SDM_CORE_ERROR_VALUE, _ ("--%s takes no value"), option->name);
      return FALSE;
    }
  if (value == NULL || *value == '\0')
    {
      g_set_error (error, SDM_CORE_ERROR, SDM_CORE_ERROR_VALUE, _ ("--%s needs a value"), option->name);
      return FALSE;
    }

  if (option->list != NULL)
    g_ptr_array_add (option->list, (gpointer) value);
  else
    *option->text = value;

  return TRUE;
}

/* An option that is not known may come with a passphrase, which must reach no screen and no log. */
static void
set_unknown_option (GError    **error,
                    const char *argument)
{
  g_autofree char *name = g_utf8_make_valid (argument, -1);

  if (name[1] == '-')
    name[strcspn (name, "=")] = '\0';
  else
    *g_utf8_next_char (name + 1) = '\0';
  g_set_error (error, SDM_CORE_ERROR, SDM_CORE_ERROR_VALUE, _ ("the option %s is not known"), name);
}

/**
 * sdm_cli_parse:
 * @argc: number of words
 * @argv: the words after the name of the command
 * @options: (array length=n_options): what the command knows
 * @words: (element-type utf8): gets what is no option; the words belong to @argv
 *
 * Options may stand anywhere, their value after an equals sign or as the next
 * word. After "--" nothing is an option; "-" alone is a word.
 *
 * Returns: FALSE with @error set where something is not known
 */
gboolean
sdm_cli_parse (int                 argc,
               char *const        *argv,
               const SdmCliOption *options,
               guint               n_options,
               GPtrArray          *words,
               GError            **error)
{
  gboolean only_words = FALSE;

  for (int i = 0; i < argc; i++)
    {
      const SdmCliOption *found = NULL;
      const char         *value = NULL;

      if (!only_words && strcmp (argv[i], "--") == 0)
        {
          only_words = TRUE;
          continue;
        }
      if (only_words || argv[i][0] != '-' || argv[i][1] == '\0')
        {
          g_ptr_array_add (words, argv[i]);
          continue;
        }

      for (guint o = 0; found == NULL && o < n_options; o++)
        if (fits_option (&options[o], argv[i], &value))
          found = &options[o];
      if (found == NULL)
        {
          set_unknown_option (error, argv[i]);
          return FALSE;
        }
      if (value == NULL && found->flag == NULL && i + 1 < argc)
        value = argv[++i];
      if (!take_option (found, value, error))
        return FALSE;
    }

  return TRUE;
}

/* Output */

/**
 * sdm_cli_write_line:
 *
 * Writes one line as UTF-8. What a terminal would obey, such as a line feed in
 * the name of a file, becomes a question mark: one message stays one line.
 */
void
sdm_cli_write_line (FILE       *stream,
                    const char *line)
{
  g_autofree char *valid = g_utf8_make_valid (line, -1);

  for (const char *p = valid; *p != '\0'; p = g_utf8_next_char (p))
    {
      if (g_unichar_iscntrl (g_utf8_get_char (p)))
        fputc ('?', stream);
      else
        fwrite (p, 1, (gsize) (g_utf8_next_char (p) - p), stream);
    }
  fputc ('\n', stream);
}

/**
 * sdm_cli_fail:
 * @doing: what was being done, translated, such as "reading the consultation"
 * @error: what is wrong
 *
 * Says on standard error why the command could not do what it was asked for.
 *
 * Returns: what the program answers to the shell
 */
int
sdm_cli_fail (const char   *doing,
              const GError *error)
{
  g_autofree char *line = g_strdup_printf ("evenhand: %s: %s", doing, error->message);

  sdm_cli_write_line (stderr, line);

  return SDM_CLI_FAILED;
}

/**
 * sdm_cli_flush:
 *
 * Returns: FALSE with @error set where standard output did not take everything,
 *   for example because the disk is full
 */
gboolean
sdm_cli_flush (GError **error)
{
  if (fflush (stdout) == 0 && !ferror (stdout))
    return TRUE;

  g_set_error_literal (error, SDM_CORE_ERROR, SDM_CORE_ERROR_READ,
                       _ ("not everything could be written; is the disk full?"));

  return FALSE;
}

/* Input */

static GBytes *
read_standard_input (GError **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  guint8 block[65536];
  gssize got;

  do
    {
      got = read (STDIN_FILENO, block, sizeof block);
      if (got > 0)
        g_byte_array_append (bytes, block, (guint) got);
    }
  while ((got > 0 && bytes->len <= SDM_JSON_MAX_BYTES) || (got < 0 && errno == EINTR));

  if (got < 0)
    {
      g_set_error_literal (error, SDM_CORE_ERROR, SDM_CORE_ERROR_READ, _ ("standard input could not be read"));
      return NULL;
    }

  return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
}

/**
 * sdm_cli_read:
 * @path: a file, or "-" for standard input
 *
 * Messages call the file what it was called on the command line.
 *
 * Returns: (transfer full) (nullable): the document, or %NULL with @error set
 */
SdmJsonText *
sdm_cli_read (const char *path,
              GError    **error)
{
  g_autoptr (GFile) file = NULL;
  g_autoptr (GBytes) bytes = NULL;

  if (strcmp (path, "-") != 0)
    {
      file = g_file_new_for_path (path);
      return sdm_json_text_load_as (file, path, NULL, error);
    }

  bytes = read_standard_input (error);

  /* Translators: what messages call the input where it comes from another program */
  return bytes != NULL ? sdm_json_text_parse (bytes, _ ("standard input"), error) : NULL;
}

/**
 * sdm_cli_open_library:
 * @folders: (element-type utf8): those named by --aids, which come first
 *
 * Files in it that cannot be read are told on standard error; the rest counts.
 *
 * Returns: (transfer full) (nullable): the library, or %NULL with @error set where one of
 *   @folders is no folder
 */
SdmAidLibrary *
sdm_cli_open_library (GPtrArray *folders,
                      GError   **error)
{
  g_autoptr (GStrvBuilder) first = g_strv_builder_new ();
  g_auto (GStrv) named = NULL;
  g_auto (GStrv) all = NULL;
  SdmAidLibrary *library;
  GPtrArray     *problems;

  for (guint i = 0; i < folders->len; i++)
    {
      const char *folder = g_ptr_array_index (folders, i);

      if (!g_file_test (folder, G_FILE_TEST_IS_DIR))
        {
          g_set_error (error, SDM_CORE_ERROR, SDM_CORE_ERROR_READ, _ ("there is no such folder (%s)"), folder);
          return NULL;
        }
      g_strv_builder_add (first, folder);
    }

  named = g_strv_builder_end (first);
  all = sdm_aid_library_get_default_folders ((const char *const *) named, NULL);
  library = sdm_aid_library_new ((const char *const *) all);
  sdm_aid_library_scan (library, NULL);

  problems = sdm_aid_library_get_problems (library);
  for (guint i = 0; i < problems->len; i++)
    {
      g_autofree char *line = g_strdup_printf ("evenhand: %s: %s", _ ("looking for decision aids"),
                                                                      (const char *) g_ptr_array_index (problems, i));

      sdm_cli_write_line (stderr, line);
    }

  return library;
}

/**
 * sdm_cli_load_aid:
 * @id: name of a decision aid
 * @version: (nullable): the version that is looked for; another is taken where it is not there
 *
 * Returns: (transfer full) (nullable): the aid, or %NULL with @error set
 */
SdmAid *
sdm_cli_load_aid (SdmAidLibrary *library,
                  const char    *id,
                  const char    *version,
                  GError       **error)
{
  GFile *file = sdm_aid_library_find_aid (library, id, version);

  if (file == NULL)
    {
      g_set_error (error, SDM_CORE_ERROR, SDM_CORE_ERROR_NOT_FOUND,
                   _ ("there is no decision aid “%s”; --aids=FOLDER says where it lies"), id);
      return NULL;
    }

  return sdm_aid_load (file, NULL, error);
}
