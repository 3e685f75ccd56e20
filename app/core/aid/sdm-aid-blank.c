/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-aid-blank.h"

#include <glib/gi18n.h>
#include <string.h>

#include "sdm-aid-private.h"

/* What is asked when the talk is checked, whatever it was about. */
static const struct
{
  const char *id;
  const char *prompt;
} teach_back[] = {
  { "our-options", N_ ("What are our options?") },
    { "good-and-hard", N_ ("What could be good about each one, and what could be hard?") },
      { "not-known", N_ ("What do we not know yet?") },
    };

/* Open questions for the clinician; none of them leads to an option. */
static const struct
{
  const char *step;
  const char *text;
} prompts[] = {
  { "start", N_ ("What is it that we have to decide? Let’s write it down as a question.") },
    { "matters", N_ ("What would a good year look like for you?") },
      { "options", N_ ("What else could we do? What would happen if we changed nothing?") },
        { "options", N_ ("We do not know that yet. How could we find out?") },
          { "risks", N_ ("There are no numbers for this. What have you heard, and what worries you?") },
            { "weigh", N_ ("Which of these could you live with, and which would be hard?") },
              { "plan", N_ ("What would help you decide?") },
            };

static const char *
get_text (json_t     *object,
          const char *key)
{
  return json_string_value (json_object_get (object, key));
}

/* Options */

static const char *
get_title (json_t *option)
{
  const char *title = get_text (option, "title");

  /* Translators: stands for an option that was added and not given a name yet */
  return title != NULL ? title : _ ("No name yet");
}

static json_t *
list_options (json_t *blank)
{
  json_t *options = json_array ();
  json_t *own;
  size_t  i;

  json_array_foreach (json_object_get (blank, "options"), i, own)
    {
      const char *id = get_text (own, "id");
      const char *kind = g_str_equal (id, SDM_BLANK_CARRY_ON) ? "no-change" : "other";

      json_array_append_new (options, json_pack ("{s:s, s:s, s:s, s:s, s:s}", "id", id, "title", get_title (own),
                                                 "short", get_title (own), "kind", kind, "summary", ""));
    }

  return options;
}

/* Questions */

static const char *
find_answer (json_t     *blank,
             const char *question,
             const char *option)
{
  json_t *answer;
  size_t  i;

  json_array_foreach (json_object_get (blank, "answers"), i, answer)
    if (g_strcmp0 (get_text (answer, "question"), question) == 0 && g_strcmp0 (get_text (answer, "option"), option) == 0)
      return get_text (answer, "text");

  return NULL;
}

static gboolean
is_answered (json_t     *blank,
             const char *question)
{
  json_t *answer;
  size_t  i;

  json_array_foreach (json_object_get (blank, "answers"), i, answer)
    if (g_strcmp0 (get_text (answer, "question"), question) == 0)
      return TRUE;

  return FALSE;
}

static json_t *
list_answers (json_t     *blank,
              const char *question)
{
  json_t *answers = json_array ();
  json_t *option;
  size_t  i;

  json_array_foreach (json_object_get (blank, "options"), i, option)
    {
      const char *text = find_answer (blank, question, get_text (option, "id"));

      json_array_append_new (answers, json_pack ("{s:s, s:s, s:b}", "option", get_text (option, "id"), "text",
                                                 text != NULL ? text : _ ("We do not know yet."), "not_known", text == NULL));
    }

  return answers;
}

static json_t *
list_questions (json_t *blank)
{
  json_t *questions = json_array ();
  json_t *own;
  size_t  i;

  json_array_foreach (json_object_get (blank, "questions"), i, own)
    {
      const char *text = get_text (own, "text");

      if (text == NULL && !is_answered (blank, get_text (own, "id")))
        continue;
      /* Translators: stands for a question that has answers and was not put into words yet */
      json_array_append_new (questions, json_pack ("{s:s, s:s, s:s, s:o}", "id", get_text (own, "id"),
                                                   "text", text != NULL ? text : _ ("No words yet"), "side", "neutral", "answers", list_answers (blank, get_text (own, "id"))));
    }

  return questions;
}

/* What the program brings */

static json_t *
list_teach_back (void)
{
  json_t *list = json_array ();

  for (guint i = 0; i < G_N_ELEMENTS (teach_back); i++)
    json_array_append_new (list, json_pack ("{s:s, s:s}", "id", teach_back[i].id, "prompt", _ (teach_back[i].prompt)));

  return list;
}

static json_t *
list_prompts (void)
{
  json_t *list = json_array ();

  for (guint i = 0; i < G_N_ELEMENTS (prompts); i++)
    {
      g_autofree char *id = g_strdup_printf ("prompt-%u", i + 1);

      json_array_append_new (list, json_pack ("{s:s, s:s, s:s, s:s}", "id", id, "step", prompts[i].step,
                                              "kind", "open-question", "text", _ (prompts[i].text)));
    }

  return list;
}

/* Public API */

/**
 * sdm_aid_new_for_blank:
 * @blank: what the two of them wrote down, in the form of a consultation's "blank"
 * @language: (nullable): the language it is written in
 *
 * Shows a blank page for two as an aid that has no name, no figures, no statements
 * and no sources: its own options and questions, and "We do not know yet." wherever
 * nothing was written. A question without words and answers is left out.
 *
 * Returns: (transfer full): the aid, as the page is now
 */
SdmAid *
sdm_aid_new_for_blank (json_t     *blank,
                       const char *language)
{
  const char *decision = get_text (blank, "decision");
  const char *title = decision != NULL ? decision : _ ("A blank page for two");
  g_autoptr (json_t) document = json_pack ("{s:s, s:s, s:s, s:s, s:o, s:o, s:o, s:o}", "title", title,
                                           "letter_title", title, "decision", title,
                                           "language", language != NULL ? language : "en-GB",
                                           "options", list_options (blank), "questions", list_questions (blank),
                                           "teach_back", list_teach_back (), "prompts", list_prompts ());
  char       *text = sdm_json_write (document);
  gsize       length = strlen (text);
  g_autoptr (GBytes) bytes = g_bytes_new_take (text, length);
  g_autoptr (GError) error = NULL;
  SdmAid *self = g_object_new (SDM_TYPE_AID, NULL);

  self->text = sdm_json_text_parse (bytes, _ ("A blank page for two"), &error);
  if (self->text == NULL)
    g_error ("a blank page cannot be read: %s", error->message);
  sdm_aid_read_parts (self);

  return self;
}

/**
 * sdm_aid_is_blank:
 *
 * Returns: whether it is a blank page for two, which nobody published
 */
gboolean
sdm_aid_is_blank (SdmAid *self)
{
  return sdm_aid_get_id (self) == NULL;
}
