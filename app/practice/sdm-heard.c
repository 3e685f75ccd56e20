/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-heard.h"

#include <string.h>

/* What a sentence of a trainee is: open or closed, a greeting, an order. It is told from words alone,
 * and so it can be wrong; a person who did not understand says so. */

/* From here on the one who listens has lost the thread. */
#define LONG_WORDS 45
/* A statement of fewer words is a question in short: "Pain?", "any falls". */
#define SHORT_WORDS 3
/* With fewer words one cannot tell a language. */
#define LANGUAGE_WORDS 4

typedef struct
{
  guint       flag;
  const char *term;
} Phrase;

/* clang-format off */
static const Phrase phrases[] = {
  { SDM_HEARD_ABUSE, "fuck*" }, { SDM_HEARD_ABUSE, "bitch*" }, { SDM_HEARD_ABUSE, "bastard*" },
  { SDM_HEARD_ABUSE, "cunt*" }, { SDM_HEARD_ABUSE, "wanker*" }, { SDM_HEARD_ABUSE, "arsehole*" },
  { SDM_HEARD_ABUSE, "asshole*" }, { SDM_HEARD_ABUSE, "moron*" }, { SDM_HEARD_ABUSE, "idiot*" },
  { SDM_HEARD_ABUSE, "shut up" }, { SDM_HEARD_ABUSE, "piss off" }, { SDM_HEARD_ABUSE, "go to hell" },
  { SDM_HEARD_ABUSE, "you are stupid" }, { SDM_HEARD_ABUSE, "you re stupid" },
  { SDM_HEARD_ABUSE, "are you stupid" }, { SDM_HEARD_ABUSE, "you stupid" }, { SDM_HEARD_ABUSE, "how stupid" },
  { SDM_HEARD_ABUSE, "i hate you" }, { SDM_HEARD_ABUSE, "kill you" }, { SDM_HEARD_ABUSE, "hit you" },
  { SDM_HEARD_ABUSE, "wasting my time" },
  { SDM_HEARD_GREETING, "hello" }, { SDM_HEARD_GREETING, "hi" }, { SDM_HEARD_GREETING, "good morning" },
  { SDM_HEARD_GREETING, "good afternoon" }, { SDM_HEARD_GREETING, "good evening" }, { SDM_HEARD_GREETING, "my name is" },
  { SDM_HEARD_GREETING, "nice to meet you" }, { SDM_HEARD_GREETING, "welcome" },
  { SDM_HEARD_THANKS, "thank you" }, { SDM_HEARD_THANKS, "thanks" },
  { SDM_HEARD_SORRY, "i am sorry" }, { SDM_HEARD_SORRY, "i m sorry" }, { SDM_HEARD_SORRY, "sorry" },
  { SDM_HEARD_SORRY, "i apologise" }, { SDM_HEARD_SORRY, "forgive me" },
  { SDM_HEARD_ENCOURAGES, "=go on" }, { SDM_HEARD_ENCOURAGES, "take your time" }, { SDM_HEARD_ENCOURAGES, "i see" },
  { SDM_HEARD_ENCOURAGES, "i understand" }, { SDM_HEARD_ENCOURAGES, "that sounds" }, { SDM_HEARD_ENCOURAGES, "it sounds" },
  { SDM_HEARD_ENCOURAGES, "that must" }, { SDM_HEARD_ENCOURAGES, "that makes sense" }, { SDM_HEARD_ENCOURAGES, "i am listening" },
  { SDM_HEARD_ENCOURAGES, "i hear you" }, { SDM_HEARD_ENCOURAGES, "say more" }, { SDM_HEARD_ENCOURAGES, "of course" },
  { SDM_HEARD_ROLE, "like us to decide" }, { SDM_HEARD_ROLE, "want to decide" }, { SDM_HEARD_ROLE, "should we decide" },
  { SDM_HEARD_ROLE, "like to decide" }, { SDM_HEARD_ROLE, "who decides" }, { SDM_HEARD_ROLE, "who should decide" },
  { SDM_HEARD_ROLE, "decide together" }, { SDM_HEARD_ROLE, "part in this choice" }, { SDM_HEARD_ROLE, "part in the decision" },
  { SDM_HEARD_ROLE, "involved in" }, { SDM_HEARD_ROLE, "choose yourself" }, { SDM_HEARD_ROLE, "make this choice" },
  { SDM_HEARD_ROLE, "make this decision" }, { SDM_HEARD_ROLE, "make the decision" },
  { SDM_HEARD_TEACH_BACK, "in your own words" }, { SDM_HEARD_TEACH_BACK, "tell me back" },
  { SDM_HEARD_TEACH_BACK, "say it back" }, { SDM_HEARD_TEACH_BACK, "say that back" },
  { SDM_HEARD_TEACH_BACK, "explained it well" }, { SDM_HEARD_TEACH_BACK, "explained that well" },
  { SDM_HEARD_TEACH_BACK, "explained this well" }, { SDM_HEARD_TEACH_BACK, "made it clear" },
  { SDM_HEARD_TEACH_BACK, "made myself clear" }, { SDM_HEARD_TEACH_BACK, "what we have agreed" },
  { SDM_HEARD_TEACH_BACK, "what we agreed" }, { SDM_HEARD_TEACH_BACK, "what have we agreed" },
  { SDM_HEARD_TEACH_BACK, "when you get home" }, { SDM_HEARD_TEACH_BACK, "what will you tell" },
  { SDM_HEARD_TELLS, "you must" }, { SDM_HEARD_TELLS, "you should" }, { SDM_HEARD_TELLS, "you need to" },
  { SDM_HEARD_TELLS, "you have to" }, { SDM_HEARD_TELLS, "you ought to" }, { SDM_HEARD_TELLS, "you ve got to" },
  { SDM_HEARD_TELLS, "you have got to" }, { SDM_HEARD_TELLS, "i want you to" }, { SDM_HEARD_TELLS, "i recommend" },
  { SDM_HEARD_TELLS, "i advise" }, { SDM_HEARD_TELLS, "my advice is" }, { SDM_HEARD_TELLS, "best thing for you" },
  { SDM_HEARD_TELLS, "i ll put you on" }, { SDM_HEARD_TELLS, "i will put you on" }, { SDM_HEARD_TELLS, "i am going to put you on" },
  { SDM_HEARD_PERCENT, "percent" }, { SDM_HEARD_PERCENT, "per cent" }, { SDM_HEARD_PERCENT, "percentage" },
};

/* What nobody says at home. A case adds its own. */
static const char *const jargon[] = {
  "absolute risk", "relative risk", "odds ratio", "hazard ratio", "confidence interval", "number needed to treat",
  "statistically significant", "comorbid*", "contraindicat*", "asymptomatic", "prophyla*", "efficacy", "prognosis",
  "aetiology", "etiology", "idiopathic", "hypertensi*", "hypotensi*", "systolic", "diastolic", "adverse event*",
  "first line treatment", "titrat*", "pharmacolog*", "analgesi*", "bilateral", "benign", "cardiovascular",
};

static const char *const open_starts[] = {
  "what", "how", "why", "tell me", "talk me through", "describe", "help me understand", "can you tell me",
  "could you tell me", "would you tell me", "can you describe", "could you describe", "please tell me", "say more",
  "i d like to hear", "i would like to hear", "i wonder what", "i wonder how", "explain",
};
/* They begin like open ones, and ask for one word. */
static const char *const narrow_starts[] = {
  "how many", "how much", "how old", "how often", "how long", "how far", "how tall", "what time", "what day", "what dose",
  "what age",
};
static const char *const closed_starts[] = {
  "do", "does", "did", "is", "are", "was", "were", "have", "has", "had", "can", "could", "will", "would", "should",
  "may", "might", "am", "don t", "doesn t", "didn t", "isn t", "aren t", "haven t", "hasn t", "any", "anything", "who",
  "whose", "whom", "where", "when", "which", "shall",
};
/* So common that no English sentence of some length is without them, and no words of other languages, as "to", "do",
 * "i" and "my" are. */
static const char *const english[] = {
  "about", "and", "any", "are", "been", "but", "can", "could", "did", "does", "for", "from", "has", "have", "her", "his",
  "how", "is", "it", "like", "not", "of", "she", "some", "that", "the", "them", "there", "they", "this", "were", "what",
  "when", "where", "which", "who", "why", "will", "with", "would", "you", "your",
};
/* clang-format on */

/* Made ready once, for all threads; they live as long as the program. */
static SdmTriggers *by_flag[SDM_HEARD_N_FLAGS];
static SdmTriggers *ready_jargon;
static SdmTriggers *ready_english;

static void
make_ready (void)
{
  static gsize is_ready = 0;

  if (!g_once_init_enter (&is_ready))
    return;

  for (guint f = 0; f < SDM_HEARD_N_FLAGS; f++)
    {
      g_autoptr (GPtrArray) terms = g_ptr_array_new ();

      for (gsize i = 0; i < G_N_ELEMENTS (phrases); i++)
        if (phrases[i].flag == 1u << f)
          g_ptr_array_add (terms, (gpointer) phrases[i].term);
      by_flag[f] = sdm_triggers_new_for_terms ((const char *const *) terms->pdata, terms->len);
    }
  ready_jargon = sdm_triggers_new_for_terms (jargon, G_N_ELEMENTS (jargon));
  ready_english = sdm_triggers_new_for_terms (english, G_N_ELEMENTS (english));
  g_once_init_leave (&is_ready, 1);
}

static gboolean
starts_with_any (const char        *words,
                 const char *const *starts,
                 gsize              n_starts)
{
  for (gsize i = 0; i < n_starts; i++)
    {
      const gsize length = strlen (starts[i]);

      if (strncmp (words + 1, starts[i], length) == 0 && words[1 + length] == ' ')
        return TRUE;
    }

  return FALSE;
}

/* The kind of one part of a sentence, between two marks. */
static SdmHeardKind
read_clause (const char *words)
{
  static const char *const fillers[] = { "and", "but", "so", "ok", "okay", "well", "now", "then", "please", "yes", "right", "just" };

  while (starts_with_any (words, fillers, G_N_ELEMENTS (fillers)))
    words = strchr (words + 1, ' ');
  if (starts_with_any (words, narrow_starts, G_N_ELEMENTS (narrow_starts)))
    return SDM_HEARD_CLOSED;
  if (starts_with_any (words, open_starts, G_N_ELEMENTS (open_starts)))
    return SDM_HEARD_OPEN;
  if (starts_with_any (words, closed_starts, G_N_ELEMENTS (closed_starts)))
    return SDM_HEARD_CLOSED;

  return SDM_HEARD_STATEMENT;
}

/* The last part that asks something counts: "You said you fell. What happened?" Without a mark, an
 * order is no question, however it begins: "What you should do is this". */
static SdmHeardKind
read_kind (const char *text,
           guint       flags,
           guint       n_words)
{
  g_auto (GStrv) clauses = g_strsplit_set (text, ".,;:!?\n", -1);
  const gboolean has_mark = strchr (text, '?') != NULL;

  if (!has_mark && (flags & SDM_HEARD_TELLS) != 0)
    return SDM_HEARD_STATEMENT;
  for (guint i = g_strv_length (clauses); i > 0; i--)
    {
      g_autoptr (SdmAsked) clause = sdm_asked_new (clauses[i - 1]);
      const SdmHeardKind found = read_clause (sdm_asked_get_words (clause));

      if (found != SDM_HEARD_STATEMENT)
        return n_words == 1 ? SDM_HEARD_CLOSED : found;
    }

  return has_mark || n_words <= SHORT_WORDS ? SDM_HEARD_CLOSED : SDM_HEARD_STATEMENT;
}

static gboolean
looks_foreign (const char     *text,
               const SdmAsked *asked,
               guint           n_words)
{
  guint n_letters = 0;
  guint n_other = 0;
  guint n_accented = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      const gunichar c = g_utf8_get_char (p);

      n_letters += g_unichar_isalpha (c);
      n_other += g_unichar_isalpha (c) && g_unichar_get_script (c) != G_UNICODE_SCRIPT_LATIN;
      n_accented += g_unichar_isalpha (c) && c > 0x7f;
    }
  if (n_other * 2 > n_letters)
    return TRUE;
  if (n_words < LANGUAGE_WORDS && (n_words < 2 || n_accented == 0))
    return FALSE;

  return sdm_triggers_find (ready_english, asked) == NULL;
}

/**
 * sdm_heard_read:
 * @text: what was said, valid UTF-8
 * @asked: the same
 *
 * Returns: what kind of sentence it is
 */
SdmHeard
sdm_heard_read (const char     *text,
                const SdmAsked *asked)
{
  SdmHeard heard = { .n_words = sdm_asked_get_n_words (asked) };

  make_ready ();
  if (heard.n_words == 0 && !looks_foreign (text, asked, 0))
    return heard;
  if (heard.n_words > LONG_WORDS)
    heard.flags |= SDM_HEARD_LONG;
  for (guint f = 0; f < SDM_HEARD_N_FLAGS; f++)
    if (sdm_triggers_find (by_flag[f], asked) != NULL)
      heard.flags |= 1u << f;
  if (heard.flags == 0 && looks_foreign (text, asked, heard.n_words))
    heard.flags |= SDM_HEARD_FOREIGN;
  if (strchr (text, '%') != NULL)
    heard.flags |= SDM_HEARD_PERCENT;
  heard.jargon = sdm_triggers_find (ready_jargon, asked);
  heard.kind = read_kind (text, heard.flags, heard.n_words);

  return heard;
}
