/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sdm-heard.h"

/* What kind of sentence it is, and stems. */

typedef struct
{
  const char  *text;
  SdmHeardKind kind;
  guint        flags;
} Row;

static const Row rows[] = {
  { "", SDM_HEARD_NOTHING, 0 },
  { " … !", SDM_HEARD_NOTHING, 0 },
  { "What matters most to you?", SDM_HEARD_OPEN, 0 },
  { "what worries you most", SDM_HEARD_OPEN, 0 },
  { "Tell me about the dog.", SDM_HEARD_OPEN, 0 },
  { "Could you tell me about a usual day?", SDM_HEARD_OPEN, 0 },
  { "When you think about it, what goes through your mind?", SDM_HEARD_OPEN, 0 },
  { "You said that you fell. How was that?", SDM_HEARD_OPEN, 0 },
  { "How often do you fall?", SDM_HEARD_CLOSED, 0 },
  { "Do you smoke?", SDM_HEARD_CLOSED, 0 },
  { "do you smoke", SDM_HEARD_CLOSED, 0 },
  { "You live alone?", SDM_HEARD_CLOSED, 0 },
  { "Pain", SDM_HEARD_CLOSED, 0 },
  { "Why", SDM_HEARD_CLOSED, 0 },
  { "You live on your own with the dog.", SDM_HEARD_STATEMENT, 0 },
  { "You should stop that tablet.", SDM_HEARD_STATEMENT, SDM_HEARD_TELLS },
  { "What you need to do is stop.", SDM_HEARD_STATEMENT, SDM_HEARD_TELLS },
  { "Good morning, Mr Pell.", SDM_HEARD_STATEMENT, SDM_HEARD_GREETING },
  { "Thank you.", SDM_HEARD_CLOSED, SDM_HEARD_THANKS },
  { "I’m sorry that I cut you off.", SDM_HEARD_STATEMENT, SDM_HEARD_SORRY },
  { "How would you like us to decide today?", SDM_HEARD_OPEN, SDM_HEARD_ROLE },
  { "Can you tell me back what we agreed?", SDM_HEARD_OPEN, SDM_HEARD_TEACH_BACK },
  { "It is 12% of people.", SDM_HEARD_STATEMENT, SDM_HEARD_PERCENT },
  { "You idiot.", SDM_HEARD_CLOSED, SDM_HEARD_ABUSE },
  { "Is it a stupid question?", SDM_HEARD_CLOSED, 0 },
  { "Comment allez vous aujourd’hui, monsieur?", SDM_HEARD_CLOSED, SDM_HEARD_FOREIGN },
  { "كيف حالك؟", SDM_HEARD_CLOSED, SDM_HEARD_FOREIGN },
  { "你好吗", SDM_HEARD_CLOSED, SDM_HEARD_FOREIGN },
};

static void
test_kind (gconstpointer data)
{
  const Row *row = data;
  g_autoptr (SdmAsked) asked = sdm_asked_new (row->text);
  const SdmHeard heard = sdm_heard_read (row->text, asked);

  g_assert_cmpint (heard.kind, ==, row->kind);
  g_assert_cmphex (heard.flags, ==, row->flags);
}

static void
test_long (void)
{
  g_autoptr (GString) text = g_string_new ("");
  g_autoptr (SdmAsked) asked = NULL;
  SdmHeard heard;

  for (guint i = 0; i < 46; i++)
    g_string_append (text, "the ");
  asked = sdm_asked_new (text->str);
  heard = sdm_heard_read (text->str, asked);
  g_assert_cmpuint (heard.n_words, ==, 46);
  g_assert_cmphex (heard.flags, ==, SDM_HEARD_LONG);
}

static void
test_jargon (void)
{
  g_autoptr (SdmAsked) asked = sdm_asked_new ("Your systolic is high");

  g_assert_cmpstr (sdm_heard_read ("Your systolic is high", asked).jargon, ==, "systolic");
}

/* Words and stems from the examples of Porter's step 1. */
static void
test_stems (void)
{
  static const char *const pairs[][2] = {
    { "caresses", "caress" },
    { "ponies", "poni" },
    { "pony", "poni" },
    { "cats", "cat" },
    { "caress", "caress" },
    { "feed", "feed" },
    { "agreed", "agree" },
    { "plastered", "plaster" },
    { "bled", "bled" },
    { "motoring", "motor" },
    { "sing", "sing" },
    { "conflated", "conflate" },
    { "troubled", "trouble" },
    { "sized", "size" },
    { "hopping", "hop" },
    { "falling", "fall" },
    { "hissing", "hiss" },
    { "filing", "file" },
    { "happy", "happi" },
    { "sky", "sky" },
    { "is", "is" },
    { "", "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      g_autofree char *stem = sdm_stem (pairs[i][0]);

      g_assert_cmpstr (stem, ==, pairs[i][1]);
    }
}

static void
test_terms (void)
{
  g_autoptr (SdmAsked) asked = sdm_asked_new ("Are the DOGS, née “Tess”, falling asleep?");

  g_assert_cmpstr (sdm_asked_get_words (asked), ==, " are the dogs nee tess falling asleep ");
  g_assert_cmpuint (sdm_asked_get_n_words (asked), ==, 7);
  g_assert_true (sdm_asked_has (asked, "dog"));
  g_assert_true (sdm_asked_has (asked, "fall asleep"));
  g_assert_true (sdm_asked_has (asked, "sleep") == FALSE);
  g_assert_true (sdm_asked_has (asked, "asl*"));
  g_assert_false (sdm_asked_has (asked, "asl"));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = g_strdup_printf ("/practice/heard/kind/%u", (guint) i);

      g_test_add_data_func (path, &rows[i], test_kind);
    }
  g_test_add_func ("/practice/heard/long", test_long);
  g_test_add_func ("/practice/heard/jargon", test_jargon);
  g_test_add_func ("/practice/heard/stems", test_stems);
  g_test_add_func ("/practice/heard/terms", test_terms);

  return g_test_run ();
}
