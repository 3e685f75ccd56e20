/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-language.h"

#include <glib/gi18n.h>
#include <string.h>

/* How numbers of people are written. What is not here has the digits 0 to 9 and a comma, as English has. */
typedef struct
{
  const char *language;
  gunichar    zero;
  const char *separator; /* between thousands */
  guint       from;      /* the first number that has one */
  const char *point;     /* before tenths */
} Numbers;

static const Numbers numbers[] = {
  { "ar", 0x0660, "\u066c", 1000, "\u066b" },
  { "bn", 0x09e6, ",", 1000, "." },
  { "cs", '0', "\u00a0", 1000, "," },
  { "fa", 0x06f0, "\u066c", 1000, "\u066b" },
  { "fr", '0', "\u202f", 1000, "," },
  { "hi", '0', ",", 1000, "." },
  { "ne", 0x0966, ",", 1000, "." },
  { "pl", '0', "\u00a0", 10000, "," },
  { "ps", 0x06f0, "\u066c", 1000, "\u066b" },
  { "pt", '0', ".", 1000, "," },
  { "ro", '0', ".", 1000, "," },
  { "ru", '0', "\u00a0", 1000, "," },
  { "tr", '0', ".", 1000, "," },
  { "uk", '0', "\u00a0", 1000, "," },
};

static const Numbers numbers_by_default = { NULL, '0', ",", 1000, "." };

/* Languages in which letters are asked for, as those who speak them call them. */
static const struct
{
  const char *language;
  const char *own;
  const char *name;
} names[] = {
  { "ar", "العربية", N_ ("Arabic") },
    { "bn", "বাংলা", N_ ("Bengali") },
      { "cy", "Cymraeg", N_ ("Welsh") },
        { "en", "English", N_ ("English") },
          { "es", "Español", N_ ("Spanish") },
            { "fa", "فارسی", N_ ("Persian") },
              { "fr", "Français", N_ ("French") },
                { "gu", "ગુજરાતી", N_ ("Gujarati") },
                  { "it", "Italiano", N_ ("Italian") },
                    { "pa", "ਪੰਜਾਬੀ", N_ ("Punjabi") },
                      { "pl", "Polski", N_ ("Polish") },
                        { "pt", "Português", N_ ("Portuguese") },
                          { "ro", "Română", N_ ("Romanian") },
                            { "ru", "Русский", N_ ("Russian") },
                              { "so", "Soomaali", N_ ("Somali") },
                                { "tr", "Türkçe", N_ ("Turkish") },
                                  { "uk", "Українська", N_ ("Ukrainian") },
                                    { "ur", "اردو", N_ ("Urdu") },
                                  };

/* Whether @tag is @language, or begins with it. */
static gboolean
begins_with (const char *tag,
             const char *language)
{
  const gsize n = strlen (language);

  return g_ascii_strncasecmp (tag, language, n) == 0 && (tag[n] == '\0' || tag[n] == '-');
}

static const Numbers *
find_numbers (const char *tag)
{
  for (guint i = 0; tag != NULL && i < G_N_ELEMENTS (numbers); i++)
    if (begins_with (tag, numbers[i].language) && strstr (tag, "-u-nu-latn") == NULL)
      return &numbers[i];

  return &numbers_by_default;
}

/**
 * sdm_language_is_tag:
 *
 * Returns: whether @tag can be the name of a language: letters, digits and hyphens, letters first
 */
gboolean
sdm_language_is_tag (const char *tag)
{
  const gsize n = tag != NULL ? strspn (tag, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ") : 0;

  return n >= 2 && n <= 3 && strlen (tag) < 36 && (tag[n] == '\0' || (tag[n] == '-' && tag[n + 1] != '\0')) &&
         strspn (tag, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-") == strlen (tag);
}

/**
 * sdm_language_is_same:
 *
 * Returns: whether two tags name one language, in whatever country: "en" and "en-GB"
 */
gboolean
sdm_language_is_same (const char *tag,
                      const char *other)
{
  g_autofree char *language = g_strndup (tag, strcspn (tag, "-"));

  return begins_with (other, language);
}

/**
 * sdm_language_is_right_to_left:
 *
 * Returns: whether the language is written from right to left
 */
gboolean
sdm_language_is_right_to_left (const char *tag)
{
  static const char *const languages[] = { "ar", "ckb", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi" };

  if (tag == NULL || strstr (tag, "-Latn") != NULL)
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    if (begins_with (tag, languages[i]))
      return TRUE;

  return strstr (tag, "-Arab") != NULL || strstr (tag, "-Hebr") != NULL;
}

/**
 * sdm_language_runs_left:
 *
 * Returns: whether @character is a letter of a script that is written from right to left
 */
gboolean
sdm_language_runs_left (gunichar character)
{
  if (character < 0x0590 || !g_unichar_isalpha (character))
    return FALSE;

  return character <= 0x08ff || (character >= 0xfb1d && character <= 0xfdff) || (character >= 0xfe70 && character <= 0xfeff) ||
         (character >= 0x10800 && character <= 0x10fff) || (character >= 0x1e800 && character <= 0x1efff);
}

/**
 * sdm_language_dup_catalogue_name:
 *
 * Returns: (transfer full): the folder in which the words of a language lie: "pt_BR" for "pt-BR"
 */
char *
sdm_language_dup_catalogue_name (const char *tag)
{
  const char *extension = strstr (tag, "-u-");
  char       *name = g_strndup (tag, extension != NULL ? (gsize) (extension - tag) : strlen (tag));

  return g_strdelimit (name, "-", '_');
}

/**
 * sdm_language_dup_name:
 *
 * Returns: (transfer full): the language as those who speak it call it, and as the reader of the window does:
 *   "Polski (Polish)"; the tag itself where the program has no name for it
 */
char *
sdm_language_dup_name (const char *tag)
{
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      const char      *name = _ (names[i].name);
      g_autofree char *own = NULL;

      if (!begins_with (tag, names[i].language))
        continue;
      if (g_str_equal (name, names[i].own))
        return g_strdup (name);
      own = g_strconcat ("\u2068", names[i].own, "\u2069", NULL);
      /* Translators: a language as those who speak it call it, and as the reader does: "Polski (Polish)" */
      return g_strdup_printf (_ ("%1$s (%2$s)"), own, name);
    }

  return g_strdup (tag);
}

/**
 * sdm_language_take_digits:
 * @tag: (nullable): the language
 * @text: (transfer full): a text whose digits are 0 to 9
 *
 * Returns: (transfer full): the text with the digits of the language
 */
char *
sdm_language_take_digits (const char *tag,
                          char       *text)
{
  const gunichar   zero = find_numbers (tag)->zero;
  g_autofree char *taken = text;
  GString         *out = NULL;

  if (zero == '0')
    return g_steal_pointer (&taken);

  out = g_string_sized_new (strlen (taken) * 2);
  for (const char *p = taken; *p != '\0'; p++)
    if (g_ascii_isdigit (*p))
      g_string_append_unichar (out, zero + (gunichar) (*p - '0'));
    else
      g_string_append_c (out, *p);

  return g_string_free (out, FALSE);
}

/**
 * sdm_language_format_count:
 * @tag: (nullable): the language; English for %NULL
 * @n: a number of people
 *
 * Returns: (transfer full): "1,000" as it is written in the language
 */
char *
sdm_language_format_count (const char *tag,
                           guint       n)
{
  const Numbers   *own = find_numbers (tag);
  g_autofree char *digits = g_strdup_printf ("%u", n);
  const gsize      length = strlen (digits);
  GString         *out = g_string_new (NULL);

  for (gsize i = 0; i < length; i++)
    {
      if (i > 0 && (length - i) % 3 == 0 && n >= own->from)
        g_string_append (out, own->separator);
      g_string_append_c (out, digits[i]);
    }

  return sdm_language_take_digits (tag, g_string_free (out, FALSE));
}

/**
 * sdm_language_format_decimal:
 * @tag: (nullable): the language; English for %NULL
 * @decimal: such as "7.4"
 *
 * Returns: (transfer full): the number as it is written in the language
 */
char *
sdm_language_format_decimal (const char *tag,
                             const char *decimal)
{
  g_autoptr (GString) out = g_string_new (decimal);

  g_string_replace (out, ".", find_numbers (tag)->point, 1);

  return sdm_language_take_digits (tag, g_strdup (out->str));
}
