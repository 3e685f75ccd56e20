/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sdm-passphrase.h"
#include "sdm-text.h"

static const struct
{
  const char *typed;
  const char *line;
  const char *lines;
} cases[] = {
  { "", "", "" },
  { "Walking the dog", "Walking the dog", "Walking the dog" },
  { "one\ntwo\r\nthree\rfour", "one two three four", "one\ntwo\nthree\nfour" },
  { "one\xe2\x80\xa8two\xe2\x80\xa9three\xc2\x85"
    "four",
    "one two three four", "one\ntwo\nthree\nfour" },
  { "a\tb\vc\fd", "a b c d", "a b c d" },
  { "bell\x07 escape\x1b[31m delete\x7f", "bell escape[31m delete", "bell escape[31m delete" },
  { "turned \xe2\x80\xae"
    "round\xe2\x80\xac",
    "turned round", "turned round" },
  { "\xef\xbb\xbf"
    "mark",
    "mark", "mark" },
  /* what a script or a picture of a family needs stays */
  { "می‌خواهم راه بروم‏", "می‌خواهم راه بروم‏", "می‌خواهم راه بروم‏" },
  { "👨‍👩‍👧 🐕‍🦺", "👨‍👩‍👧 🐕‍🦺", "👨‍👩‍👧 🐕‍🦺" },
  { "e\xcc\x81t\xc3\xa9", "e\xcc\x81t\xc3\xa9", "e\xcc\x81t\xc3\xa9" },
};

static void
test_clean (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *line = sdm_text_clean (cases[i].typed, -1, FALSE);
      g_autofree char *lines = sdm_text_clean (cases[i].typed, -1, TRUE);

      g_assert_cmpstr (line, ==, cases[i].line);
      g_assert_cmpstr (lines, ==, cases[i].lines);
    }
}

static void
test_clean_part (void)
{
  g_autofree char *part = sdm_text_clean ("ab\tcd", 4, FALSE);

  g_assert_cmpstr (part, ==, "ab c");
}

static void
test_fits (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (sdm_text_fits ("Zoë", 3, NULL));
  g_assert_true (sdm_text_fits ("Zoë", 0, NULL));
  g_assert_false (sdm_text_fits ("Zoë", 2, &error));
  g_assert_cmpstr (error->message, ==, "This is 3 letters long and 2 fit. Shorten it: until then it is not kept.");
}

/* How hard a passphrase is to guess */

static const struct
{
  const char           *passphrase;
  SdmPassphraseStrength strength;
} passphrases[] = {
  { "", SDM_PASSPHRASE_REPEATS },
  { "aaaaaaaaaaaa", SDM_PASSPHRASE_REPEATS },
  { "abcab abcab abcab", SDM_PASSPHRASE_REPEATS },
  { "horse7horse7horse7", SDM_PASSPHRASE_REPEATS },
  { "123456789012", SDM_PASSPHRASE_FOLLOWS },
  { "Abcdefghijklm", SDM_PASSPHRASE_FOLLOWS },
  { "qwertyuiop12", SDM_PASSPHRASE_FOLLOWS },
  { "LKJHgfdsa mnb", SDM_PASSPHRASE_FOLLOWS },
  { "my name is ROWE, so", SDM_PASSPHRASE_NAMES },
  { "zoë and the big tree", SDM_PASSPHRASE_NAMES },
  { "Xk3#vR9!pQ2w", SDM_PASSPHRASE_FAIR },
  { "garden-lamp-7", SDM_PASSPHRASE_FAIR },
  { "purple kettle garden lamp", SDM_PASSPHRASE_GOOD },
  { "Xk3#vR9!pQ2wLm7$dZ", SDM_PASSPHRASE_GOOD },
  { "five small words make a row", SDM_PASSPHRASE_STRONG },
  { "gŵyl fawr yn y dref fach heno", SDM_PASSPHRASE_STRONG },
};

static void
test_passphrases (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (passphrases); i++)
    {
      const SdmPassphraseStrength strength = sdm_passphrase_judge (passphrases[i].passphrase, "Dr Zoë Rowe");

      if (strength != passphrases[i].strength)
        g_error ("“%s”: %s", passphrases[i].passphrase, sdm_passphrase_describe (strength));
    }

  /* A title, and a name of two letters, are in many words. */
  g_assert_cmpint (sdm_passphrase_judge ("purple dragon kettle lamp", "Dr Ng"), ==, SDM_PASSPHRASE_GOOD);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/text/clean", test_clean);
  g_test_add_func ("/core/text/clean-part", test_clean_part);
  g_test_add_func ("/core/text/fits", test_fits);
  g_test_add_func ("/core/text/passphrases", test_passphrases);

  return g_test_run ();
}
