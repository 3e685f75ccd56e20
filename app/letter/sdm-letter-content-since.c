/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-date.h"
#include "sdm-figure.h"
#include "sdm-letter-content-private.h"
#include "sdm-letter-fill.h"
#include "sdm-words-here.h"

/* What has changed in the evidence since the talk: told from the aid as it was shown and from its newest version, and
 * from nothing else. Where nothing is known to have changed, nothing is said. */

/* "0.10.0" is newer than "0.9.1". */
static gboolean
is_newer (SdmAid *now,
          SdmAid *then)
{
  g_auto (GStrv) a = g_strsplit (sdm_aid_get_version (now), ".", -1);
  g_auto (GStrv) b = g_strsplit (sdm_aid_get_version (then), ".", -1);

  for (guint i = 0; a[i] != NULL && b[i] != NULL; i++)
    {
      const guint64 first = g_ascii_strtoull (a[i], NULL, 10);
      const guint64 second = g_ascii_strtoull (b[i], NULL, 10);

      if (first != second)
        return first > second;
    }

  return g_strv_length (a) > g_strv_length (b);
}

static gboolean
is_same_figure (const SdmFigure *then,
                const SdmFigure *now)
{
  if (then->state != now->state)
    return FALSE;
  if (then->state == SDM_FIGURE_BAR)
    return g_strcmp0 (then->value, now->value) == 0 && g_strcmp0 (then->value_low, now->value_low) == 0 &&
           g_strcmp0 (then->value_high, now->value_high) == 0;
  if (then->state != SDM_FIGURE_COUNT && then->state != SDM_FIGURE_RANGE)
    return TRUE;

  return then->denominator == now->denominator && then->n == now->n && then->has_range == now->has_range &&
         then->low == now->low && then->high == now->high;
}

/* Both frames and the time span stand in each sentence. */
static void
add_figure (SdmLetterContent *self,
            GPtrArray        *changes,
            json_t           *shown)
{
  const char       *group = sdm_letter_item_get_text (shown, "group");
  const char       *outcome_id = sdm_letter_item_get_text (shown, "outcome");
  const char       *option_id = sdm_letter_item_get_text (shown, "option");
  const SdmOutcome *then_outcome = outcome_id != NULL ? sdm_aid_find_outcome (self->aid, outcome_id) : NULL;
  const SdmOutcome *now_outcome = outcome_id != NULL ? sdm_aid_find_outcome (self->newer, outcome_id) : NULL;
  const SdmOption  *then_option = option_id != NULL ? sdm_aid_find_option (self->aid, option_id) : NULL;
  const SdmOption  *now_option = option_id != NULL ? sdm_aid_find_option (self->newer, option_id) : NULL;
  g_autoptr (SdmFigure) then = NULL;
  g_autoptr (SdmFigure) now = NULL;

  if (then_outcome == NULL || now_outcome == NULL || then_option == NULL || now_option == NULL)
    return;
  then = sdm_figure_new (self->aid, then_outcome, then_option, group);
  now = sdm_figure_new (self->newer, now_outcome, now_option, group);
  if (then == NULL || now == NULL || then->sentence == NULL || now->sentence == NULL || is_same_figure (then, now))
    return;
  g_ptr_array_add (changes,
                   /* Translators: a figure that was shown and is another one by now; {then} and {now} are whole sentences */
                   sdm_letter_fill (_ ("**{option}.** Then: {then} Now: {now}"), "option", then_option->title,
                                       "then", then->sentence, "now", now->sentence, NULL));
}

static void
add_figures (SdmLetterContent *self,
             GPtrArray        *changes)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  json_t *shown;
  size_t  i;

  json_array_foreach (sdm_letter_content_get_list (self, "risks/figures"), i, shown)
    {
      char *key = g_strdup_printf ("%s %s %s", sdm_letter_item_get_text (shown, "outcome"), sdm_letter_item_get_text (shown, "option"),
                                   sdm_letter_item_get_text (shown, "group"));

      if (g_hash_table_add (seen, key))
        add_figure (self, changes, shown);
    }
}

static void
add_options (SdmLetterContent *self,
             GPtrArray        *changes)
{
  guint            n_then;
  guint            n_now;
  const SdmOption *then = sdm_aid_get_options (self->aid, &n_then);
  const SdmOption *now = sdm_aid_get_options (self->newer, &n_now);

  for (guint i = 0; i < n_now; i++)
    if (sdm_aid_find_option (self->aid, now[i].id) == NULL)
      /* Translators: an option that was not there when we talked; {summary} is a whole sentence */
      g_ptr_array_add (changes, sdm_letter_fill (_ ("A new option: **{option}.** {summary}"), "option", now[i].title,
                                                    "summary", now[i].summary != NULL ? now[i].summary : "", NULL));
  for (guint i = 0; i < n_then; i++)
    if (sdm_aid_find_option (self->newer, then[i].id) == NULL)
      g_ptr_array_add (changes, sdm_letter_fill (_ ("**{option}** is no option any more."), "option", then[i].title, NULL));
}

void
sdm_letter_content_add_what_changed (SdmLetterContent *self)
{
  g_autoptr (GPtrArray) changes = g_ptr_array_new_with_free_func (g_free);
  const char      *looked = self->newer != NULL ? sdm_aid_get_search_date (self->newer) : NULL;
  g_autofree char *date = looked != NULL ? sdm_date_format (looked) : NULL;
  SdmLetterBlock  *list;

  if (self->newer == NULL || self->aid == NULL || g_strcmp0 (sdm_aid_get_id (self->newer), sdm_aid_get_id (self->aid)) != 0 ||
      !is_newer (self->newer, self->aid))
    return;
  add_figures (self, changes);
  add_options (self, changes);
  if (changes->len == 0)
    return;

  sdm_letter_document_add_heading (self->document, 2, _ ("What we know by now"));
  if (!self->newer_is_approved)
    sdm_letter_document_add_paragraph (self->document, _ ("**Draft.** Our practice has not yet approved the numbers below."));
  if (date != NULL)
    /* Translators: {date} is the day on which somebody last looked for newer facts */
    sdm_letter_content_take_paragraph (self, sdm_letter_fill (_ ("These facts are not as they were when we talked. They were last looked for on {date}."), "date", date, NULL));
  list = sdm_letter_document_add_list (self->document, SDM_LETTER_LIST_DISC);
  for (guint i = 0; i < changes->len; i++)
    sdm_letter_list_add_item (list, g_ptr_array_index (changes, i));
}
