/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-gp-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "sdm-text.h"

/*
 * Lines to be pasted into the practice's own system: no markup, nothing that a
 * reader would have to open Evenhand for. Each line is whole or left out.
 */

#define LONGEST_LINE 300

static const char *
get_text (json_t     *item,
          const char *path)
{
  return json_string_value (sdm_json_get (item, path));
}

/* One line; a text that is too long ends with an ellipsis. */
static char *
make_line (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  g_autofree char *clean = sdm_text_clean (valid, -1, FALSE);
  g_autofree char *beginning = NULL;

  if (g_utf8_strlen (clean, -1) <= LONGEST_LINE)
    return g_steal_pointer (&clean);

  beginning = g_utf8_substring (clean, 0, LONGEST_LINE);
  return g_strconcat (beginning, "…", NULL);
}

static void
take_line (GPtrArray *lines,
           char      *text /* taken */)
{
  g_autofree char *whole = text;

  g_ptr_array_add (lines, make_line (whole));
}

/* The day it was talked about, or where that is not noted, on which the record was begun. */
static char *
dup_day (json_t *root)
{
  const char *day = get_text (root, "start/event_date");

  if (day == NULL)
    day = get_text (root, "created");
  return g_strndup (day != NULL ? day : "", strlen ("YYYY-MM-DD"));
}

static const char *
get_subject (json_t *root)
{
  const char *aid = get_text (root, "aid/name");
  const char *own = get_text (root, "blank/decision");

  if (aid != NULL)
    return aid;
  return own != NULL && *own != '\0' ? own : _ ("Shared decision");
}

/* What is not final, or counts no more, says so before anything else; what replaces another says that. */
static char *
dup_subject (json_t *root)
{
  const char      *status = get_text (root, "status");
  const int        version = (int) json_integer_value (sdm_json_get (root, "finish/version"));
  const char      *subject = get_subject (root);
  g_autofree char *day = dup_day (root);

  if (g_strcmp0 (status, "valid") == 0 && version > 1)
    /* Translators: a record that was put right: "AMENDED, version 2, replaces what was written before, 2026-11-24: Should I try a hearing aid?" */
    return g_strdup_printf (_ ("AMENDED, version %d, replaces what was written before, %s: %s"), version, day, subject);
  if (g_strcmp0 (status, "valid") == 0)
    /* Translators: a date and what was decided: "2026-11-24: Should I try a hearing aid?" */
    return g_strdup_printf (_ ("%s: %s"), day, subject);
  if (g_strcmp0 (get_text (root, "finish/closed/how"), "entered-in-error") == 0)
    /* Translators: "CANCELLED, entered in error, 2026-11-24: Should I try a hearing aid?" */
    return g_strdup_printf (_ ("CANCELLED, entered in error, %s: %s"), day, subject);
  if (g_strcmp0 (get_text (root, "finish/closed/how"), "withdrawn") == 0)
    /* Translators: "CANCELLED, the person withdrew it, 2026-11-24: Should I try a hearing aid?" */
    return g_strdup_printf (_ ("CANCELLED, the person withdrew it, %s: %s"), day, subject);
  if (g_strcmp0 (status, "cancelled") == 0)
    /* Translators: "CANCELLED, 2026-11-24: Should I try a hearing aid?" */
    return g_strdup_printf (_ ("CANCELLED, %s: %s"), day, subject);

  /* Translators: "PROVISIONAL, this record is not finished, 2026-11-24: Should I try a hearing aid?" */
  return g_strdup_printf (_ ("PROVISIONAL, this record is not finished, %s: %s"), day, subject);
}

static void
add_subject (GPtrArray *lines,
             json_t    *root)
{
  take_line (lines, dup_subject (root));
}

static void
add_first_matter (GPtrArray *lines,
                  json_t    *root)
{
  json_t     *ranked = sdm_json_get (root, "matters/ranked");
  const char *first = get_text (json_array_get (ranked, 0), "text");

  if (first != NULL)
    /* Translators: what is most important to the person: "Matters most: Feeling less dizzy or tired" */
    take_line (lines, g_strdup_printf (_ ("Matters most: %s"), first));
}

static const char *
name_result (const char *result)
{
  if (g_strcmp0 (result, "decided") == 0)
    return _ ("decided");
  if (g_strcmp0 (result, "no-thank-you") == 0)
    return _ ("does not want to decide this now");

  return _ ("not decided yet");
}

static void
add_decision (GPtrArray *lines,
              json_t    *root)
{
  const char *entry = get_text (root, "plan/decision_entry/text");
  const char *why = get_text (root, "plan/why");

  if (entry != NULL)
    /* Translators: "Shared decision: Stop doxazosin, with checks at 4 and 12 weeks" */
    take_line (lines, g_strdup_printf (_ ("Shared decision: %s"), entry));
  else
    take_line (lines, g_strdup_printf (_ ("Shared decision: %s"), name_result (get_text (root, "plan/result"))));
  if (why != NULL)
    /* Translators: the person's own words: "Why, in their words: “I want the hill back.”" */
    take_line (lines, g_strdup_printf (_ ("Why, in their words: “%s”"), why));
}

static void
add_options (GPtrArray *lines,
             json_t    *root)
{
  g_autoptr (GString) names = g_string_new (NULL);
  json_t *option;
  size_t  i;

  json_array_foreach (sdm_json_get (root, "options/record"), i, option)
    if (get_text (option, "text") != NULL)
      g_string_append_printf (names, "%s%s", names->len > 0 ? "; " : "", get_text (option, "text"));
  if (names->len > 0)
    /* Translators: "Options discussed: Carry on with all tablets; Take one tablet fewer" */
    take_line (lines, g_strdup_printf (_ ("Options discussed: %s"), names->str));
}

static void
add_actions (GPtrArray *lines,
             json_t    *root)
{
  json_t *action;
  size_t  i;

  json_array_foreach (sdm_json_get (root, "plan/actions"), i, action)
    {
      const char *what = get_text (action, "what");
      const char *owner = get_text (action, "owner");
      const char *by = get_text (action, "by");

      if (what == NULL)
        continue;
      if (owner != NULL && by != NULL)
        /* Translators: who, what, by when: "Action: Tom Bevan, by 2026-11-27: Change the tablet list." */
        take_line (lines, g_strdup_printf (_ ("Action: %s, by %s: %s"), owner, by, what));
      else
        /* Translators: "Action: Change the tablet list." */
        take_line (lines, g_strdup_printf (_ ("Action: %s"), what));
    }
}

static void
add_reviews (GPtrArray *lines,
             json_t    *root)
{
  g_autoptr (GString) dates = g_string_new (NULL);
  json_t *review;
  size_t  i;

  json_array_foreach (sdm_json_get (root, "plan/review/dates"), i, review)
    if (get_text (review, "on") != NULL)
      g_string_append_printf (dates, "%s%s", dates->len > 0 ? ", " : "", get_text (review, "on"));
  if (dates->len > 0)
    /* Translators: dates: "Review: 2027-05-25, 2027-11-23" */
    take_line (lines, g_strdup_printf (_ ("Review: %s"), dates->str));
}

/* What the record calls an option; NULL where it has none of that id. */
static const char *
get_option_text (json_t     *root,
                 const char *id)
{
  json_t *option;
  size_t  i;

  json_array_foreach (sdm_json_get (root, "options/record"), i, option)
    if (id != NULL && g_strcmp0 (get_text (option, "option"), id) == 0)
      return get_text (option, "text");

  return NULL;
}

static void
add_figures (GPtrArray *lines,
             json_t    *root)
{
  json_t *figure;
  size_t  i;

  json_array_foreach (sdm_json_get (root, "risks/figures"), i, figure)
    {
      const char *title = get_text (figure, "title");
      const char *option = get_option_text (root, get_text (figure, "option"));
      const char *sentence = get_text (figure, "sentence");

      if (title != NULL && option != NULL && sentence != NULL)
        /* Translators: a figure that was shown, its title, its option and its sentence:
         * "Shown: Falls, Take one tablet fewer: 2 out of 100 people fell." */
        take_line (lines, g_strdup_printf (_ ("Shown: %s, %s: %s"), title, option, sentence));
      else if (title != NULL && sentence != NULL)
        /* Translators: a figure that was shown, its title and its sentence: "Shown: Falls: 2 out of 100 people fell." */
        take_line (lines, g_strdup_printf (_ ("Shown: %s: %s"), title, sentence));
    }
}

static glong
count_characters (GPtrArray *lines)
{
  glong n = 0;

  for (guint i = 0; i < lines->len; i++)
    n += g_utf8_strlen (g_ptr_array_index (lines, i), -1) + 1;

  return n;
}

static void
add_part (GPtrArray *lines,
          json_t    *root,
          SdmGpPart  part)
{
  static void (*const adders[SDM_GP_N_PARTS]) (GPtrArray * lines, json_t * root) = {
    [SDM_GP_PART_SUBJECT] = add_subject,
    [SDM_GP_PART_DECISION] = add_decision,
    [SDM_GP_PART_MATTERS] = add_first_matter,
    [SDM_GP_PART_OPTIONS] = add_options,
    [SDM_GP_PART_ACTIONS] = add_actions,
    [SDM_GP_PART_REVIEWS] = add_reviews,
    [SDM_GP_PART_FIGURES] = add_figures,
  };

  adders[part](lines, root);
}

/**
 * sdm_gp_text_list_part:
 *
 * Returns: (transfer full) (array zero-terminated=1): the lines of one part of the summary, all of them
 */
char **
sdm_gp_text_list_part (SdmConsultation *consultation,
                       SdmGpPart        part)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new ();

  add_part (lines, sdm_consultation_peek (consultation, ""), part);
  g_ptr_array_add (lines, NULL);

  return (char **) g_ptr_array_free (g_steal_pointer (&lines), FALSE);
}

/**
 * sdm_gp_text_new:
 *
 * Writes a summary for the GP record: when and about what it was, the decision
 * and why, what matters most, the options, the actions, the reviews and the figures that were shown, at
 * most %SDM_GP_TEXT_LONGEST characters. What has no room is left out from the
 * end, and that is said.
 *
 * Returns: (transfer full): lines of plain text, the last one with its line feed
 */
char *
sdm_gp_text_new (SdmConsultation *consultation)
{
  json_t     *root = sdm_consultation_peek (consultation, "");
  const char *more = _ ("(There is more in the shared decision record.)");
  const glong room = SDM_GP_TEXT_LONGEST - g_utf8_strlen (more, -1) - 1;
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);
  GString *text = g_string_new (NULL);

  for (SdmGpPart part = 0; part < SDM_GP_N_PARTS; part++)
    add_part (lines, root, part);

  if (count_characters (lines) > SDM_GP_TEXT_LONGEST)
    {
      while (count_characters (lines) > room)
        g_ptr_array_remove_index (lines, lines->len - 1);
      g_ptr_array_add (lines, g_strdup (more));
    }
  for (guint i = 0; i < lines->len; i++)
    g_string_append_printf (text, "%s\n", (const char *) g_ptr_array_index (lines, i));

  return g_string_free (text, FALSE);
}
