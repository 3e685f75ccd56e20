/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-consultation-options.h"

#include <glib/gi18n.h>

#include "sdm-core-error.h"
#include "sdm-figure.h"

/* The document was checked when it was read and these changes are of the
 * program's own making, so a refusal is a fault of the program. */
static void
must_take (SdmConsultation *self,
           const char      *path,
           json_t          *value)
{
  g_autoptr (GError) error = NULL;

  if (!sdm_consultation_take_value (self, path, value, &error))
    g_critical ("%s: %s", path, error->message);
}

/* Options */

static int
compare_options (gconstpointer a,
                 gconstpointer b)
{
  const SdmOption *const *first = a;
  const SdmOption *const *second = b;
  g_autofree char        *first_key = g_utf8_casefold ((*first)->title, -1);
  g_autofree char        *second_key = g_utf8_casefold ((*second)->title, -1);

  return g_strcmp0 (first_key, second_key);
}

static json_t *
list_texts (SdmAid         *aid,
            const SdmPoint *points,
            guint           n_points,
            const char     *group)
{
  json_t *texts = json_array ();

  for (guint i = 0; i < n_points; i++)
    {
      g_autofree char *filled = sdm_aid_fill (aid, points[i].text, group);

      json_array_append_new (texts, json_string (filled));
    }
  /* The record asks for one at least; a blank page has none. */
  if (n_points == 0)
    json_array_append_new (texts, json_string (_ ("We found no numbers for this.")));

  return texts;
}

static void
note_figures_of_points (SdmConsultation *self,
                        SdmAid          *aid,
                        const SdmPoint  *points,
                        guint            n_points)
{
  for (guint i = 0; i < n_points; i++)
    for (guint j = 0; points[i].outcomes[j] != NULL; j++)
      sdm_consultation_note_figures (self, aid, sdm_aid_find_outcome (aid, points[i].outcomes[j]));
}

/* PRSB options discussed: each with its risks and benefits as they were shown. */
static void
fill_record (SdmConsultation *self,
             SdmAid          *aid)
{
  g_autoptr (GPtrArray) shown = sdm_consultation_list_shown_options (self, aid);
  const char *group = sdm_consultation_get_group (self, aid);
  json_t     *record = json_array ();

  for (guint i = 0; i < shown->len; i++)
    {
      const SdmOption *option = g_ptr_array_index (shown, i);

      json_array_append_new (record, json_pack ("{s:s, s:s, s:o, s:o}",
                                                "option", option->id,
                                                "text", option->title,
                                                "risks", list_texts (aid, option->bad, option->n_bad, group),
                                                "benefits", list_texts (aid, option->good, option->n_good, group)));
    }
  must_take (self, "options/record", record);

  for (guint i = 0; i < shown->len; i++)
    {
      const SdmOption *option = g_ptr_array_index (shown, i);

      note_figures_of_points (self, aid, option->good, option->n_good);
      note_figures_of_points (self, aid, option->bad, option->n_bad);
    }
}

static json_t *
copy_without (json_t     *list,
              const char *key,
              const char *value)
{
  json_t *copy = json_array ();
  json_t *item;
  size_t  i;

  json_array_foreach (list, i, item)
    {
      const char *here = json_string_value (key != NULL ? json_object_get (item, key) : item);

      if (g_strcmp0 (here, value) != 0)
        json_array_append (copy, item);
    }

  return copy;
}

/**
 * sdm_consultation_keep_options_record:
 *
 * Makes the record of what was talked about agree with the options on screen and
 * with the group whose numbers they show.
 */
void
sdm_consultation_keep_options_record (SdmConsultation *self,
                                      SdmAid          *aid)
{
  if (json_array_size (sdm_consultation_peek (self, "options/shown")) == 0)
    return;

  sdm_consultation_begin_edit (self);
  fill_record (self, aid);
  sdm_consultation_end_edit (self);
}

/**
 * sdm_consultation_open_options:
 *
 * Shows every option, by name, when the options are opened for the first time.
 * The order in the file means nothing (R18).
 */
void
sdm_consultation_open_options (SdmConsultation *self,
                               SdmAid          *aid)
{
  g_autoptr (GPtrArray) by_name = g_ptr_array_new ();
  const SdmOption *options;
  guint            n_options;
  json_t          *shown;

  if (json_array_size (sdm_consultation_peek (self, "options/shown")) > 0)
    return;

  options = sdm_aid_get_options (aid, &n_options);
  for (guint i = 0; i < n_options; i++)
    g_ptr_array_add (by_name, (gpointer) &options[i]);
  g_ptr_array_sort (by_name, compare_options);

  shown = json_array ();
  for (guint i = 0; i < by_name->len; i++)
    json_array_append_new (shown, json_string (((const SdmOption *) g_ptr_array_index (by_name, i))->id));

  sdm_consultation_begin_edit (self);
  must_take (self, "options/order", json_string ("by-name"));
  must_take (self, "options/shown", shown);
  fill_record (self, aid);
  sdm_consultation_end_edit (self);
}

/**
 * sdm_consultation_turn_options_round:
 *
 * Turns the order of the options round, and back.
 */
void
sdm_consultation_turn_options_round (SdmConsultation *self,
                                     SdmAid          *aid)
{
  json_t     *shown = sdm_consultation_peek (self, "options/shown");
  const char *order = sdm_consultation_get_text (self, "options/order");
  gboolean    was_turned = g_strcmp0 (order, "turned-round") == 0;
  json_t     *turned = json_array ();

  for (size_t i = json_array_size (shown); i > 0; i--)
    json_array_append (turned, json_array_get (shown, i - 1));

  sdm_consultation_begin_edit (self);
  must_take (self, "options/shown", turned);
  must_take (self, "options/order", json_string (was_turned ? "by-name" : "turned-round"));
  fill_record (self, aid);
  sdm_consultation_end_edit (self);
}

/**
 * sdm_consultation_move_option:
 * @option: id of an option that is shown
 * @by: how many places, towards the start where it is less than 0
 *
 * Moves one option among the others; the order is that of the people in the room from then on.
 *
 * Returns: whether there was such a place
 */
gboolean
sdm_consultation_move_option (SdmConsultation *self,
                              SdmAid          *aid,
                              const char      *option,
                              int              by)
{
  json_t *shown = sdm_consultation_peek (self, "options/shown");
  json_t *moved;
  json_t *item;
  int     to = -1;
  size_t  i;

  json_array_foreach (shown, i, item)
    if (g_strcmp0 (json_string_value (item), option) == 0)
      to = (int) i + by;
  if (by == 0 || to < 0 || to >= (int) json_array_size (shown))
    return FALSE;

  moved = copy_without (shown, NULL, option);
  json_array_insert_new (moved, (size_t) to, json_string (option));
  sdm_consultation_begin_edit (self);
  must_take (self, "options/shown", moved);
  must_take (self, "options/order", json_string ("by-hand"));
  fill_record (self, aid);
  sdm_consultation_end_edit (self);

  return TRUE;
}

/* Whether one of @list, or the @key of one of its entries, is @value. */
static gboolean
has_name (json_t     *list,
          const char *key,
          const char *value)
{
  json_t *item;
  size_t  i;

  json_array_foreach (list, i, item)
    if (g_strcmp0 (json_string_value (key != NULL ? json_object_get (item, key) : item), value) == 0)
      return TRUE;

  return FALSE;
}

/**
 * sdm_consultation_hide_option:
 * @option: id of an option that is shown
 * @reason: why; kept in the record and told in the letter
 *
 * Two options at least stay on screen.
 *
 * Returns: FALSE with @error set where it cannot be put aside
 */
gboolean
sdm_consultation_hide_option (SdmConsultation *self,
                              SdmAid          *aid,
                              const char      *option,
                              const char      *reason,
                              GError         **error)
{
  json_t  *shown = sdm_consultation_peek (self, "options/shown");
  gboolean hidden;

  if (json_array_size (shown) <= 2)
    {
      g_set_error_literal (error, SDM_CORE_ERROR, SDM_CORE_ERROR_VALUE,
                           _ ("Two options have to stay, or there is nothing to choose."));
      return FALSE;
    }
  if (reason == NULL || *reason == '\0')
    {
      g_set_error_literal (error, SDM_CORE_ERROR, SDM_CORE_ERROR_VALUE, _ ("Say why first. The letter tells it too."));
      return FALSE;
    }
  if (!has_name (shown, NULL, option))
    {
      g_set_error (error, SDM_CORE_ERROR, SDM_CORE_ERROR_NOT_FOUND, _ ("the option “%s” is not on screen"), option);
      return FALSE;
    }

  sdm_consultation_begin_edit (self);
  hidden = sdm_consultation_append (self, "options/hidden",
                                    json_pack ("{s:s, s:s}", "option", option, "reason", reason), error);
  if (hidden)
    {
      shown = sdm_consultation_peek (self, "options/shown");
      must_take (self, "options/shown", copy_without (shown, NULL, option));
      fill_record (self, aid);
    }
  sdm_consultation_end_edit (self);

  return hidden;
}

/**
 * sdm_consultation_bring_back_option:
 * @option: id of an option that was put aside; it comes back at its place by
 *   name, or at the end where the order was made by hand
 *
 * Returns: FALSE with @error set where it was not put aside
 */
gboolean
sdm_consultation_bring_back_option (SdmConsultation *self,
                                    SdmAid          *aid,
                                    const char      *option,
                                    GError         **error)
{
  gboolean turned = g_strcmp0 (sdm_consultation_get_text (self, "options/order"), "turned-round") == 0;
  gboolean by_hand = g_strcmp0 (sdm_consultation_get_text (self, "options/order"), "by-hand") == 0;
  gboolean is_back;
  json_t  *hidden = sdm_consultation_peek (self, "options/hidden");
  g_autoptr (GPtrArray) by_name = g_ptr_array_new ();
  json_t *shown;
  json_t *ordered;

  if (!has_name (hidden, "option", option))
    {
      g_set_error (error, SDM_CORE_ERROR, SDM_CORE_ERROR_NOT_FOUND, _ ("the option “%s” was not put aside"), option);
      return FALSE;
    }

  ordered = json_array ();
  shown = json_copy (sdm_consultation_peek (self, "options/shown"));
  json_array_append_new (shown, json_string (option));
  for (size_t i = 0; i < json_array_size (shown); i++)
    {
      const SdmOption *found = sdm_aid_find_option (aid, json_string_value (json_array_get (shown, i)));

      if (found != NULL)
        g_ptr_array_add (by_name, (gpointer) found);
    }
  json_decref (shown);
  if (!by_hand)
    g_ptr_array_sort (by_name, compare_options);
  for (guint i = 0; i < by_name->len; i++)
    {
      guint            place = turned ? by_name->len - 1 - i : i;
      const SdmOption *found = g_ptr_array_index (by_name, place);

      json_array_append_new (ordered, json_string (found->id));
    }

  sdm_consultation_begin_edit (self);
  is_back = sdm_consultation_take_value (self, "options/hidden", copy_without (hidden, "option", option), error);
  if (is_back)
    {
      must_take (self, "options/shown", json_incref (ordered));
      fill_record (self, aid);
    }
  json_decref (ordered);
  sdm_consultation_end_edit (self);

  return is_back;
}

/**
 * sdm_consultation_list_shown_options:
 *
 * Returns: (transfer full) (element-type SdmOption): the options on screen, in the order seen
 */
GPtrArray *
sdm_consultation_list_shown_options (SdmConsultation *self,
                                     SdmAid          *aid)
{
  GPtrArray *shown = g_ptr_array_new ();
  json_t    *item;
  size_t     i;

  json_array_foreach (sdm_consultation_peek (self, "options/shown"), i, item)
    {
      const SdmOption *option = sdm_aid_find_option (aid, json_string_value (item));

      if (option != NULL)
        g_ptr_array_add (shown, (gpointer) option);
    }

  return shown;
}

/**
 * sdm_consultation_note_row_opened:
 * @question: id of the row; noted once
 */
void
sdm_consultation_note_row_opened (SdmConsultation *self,
                                  const char      *question)
{
  json_t *opened = sdm_consultation_peek (self, "options/rows_opened");
  json_t *item;
  size_t  i;

  json_array_foreach (opened, i, item)
    if (g_strcmp0 (json_string_value (item), question) == 0)
      return;

  sdm_consultation_append (self, "options/rows_opened", json_string (question), NULL);
}

/* Groups */

/**
 * sdm_consultation_get_group:
 *
 * The published group that the clinician picked. Before that, the one in the
 * middle of the aid's list is shown; "all" where the aid has no groups.
 *
 * Returns: (transfer none): id of a group
 */
const char *
sdm_consultation_get_group (SdmConsultation *self,
                            SdmAid          *aid)
{
  guint              n_groups;
  const SdmAidGroup *groups = sdm_aid_get_groups (aid, &n_groups);
  json_t            *item;
  size_t             i;

  json_array_foreach (sdm_consultation_peek (self, "risks/groups"), i, item)
    {
      const char *chosen = json_string_value (json_object_get (item, "group"));

      for (guint g = 0; g < n_groups; g++)
        if (g_strcmp0 (groups[g].id, chosen) == 0)
          return groups[g].id;
    }

  return n_groups > 0 ? groups[n_groups / 2].id : "all";
}

/**
 * sdm_consultation_set_group:
 * @group: a group of the aid; used for every outcome that tells it apart
 */
void
sdm_consultation_set_group (SdmConsultation *self,
                            SdmAid          *aid,
                            const char      *group)
{
  guint             n_outcomes;
  const SdmOutcome *outcomes = sdm_aid_get_outcomes (aid, &n_outcomes);
  json_t           *chosen = json_array ();

  for (guint i = 0; i < n_outcomes; i++)
    if (g_str_equal (sdm_figure_effective_group (&outcomes[i], group), group))
      json_array_append_new (chosen, json_pack ("{s:s, s:s}", "outcome", outcomes[i].id, "group", group));

  sdm_consultation_begin_edit (self);
  must_take (self, "risks/groups", chosen);
  sdm_consultation_keep_options_record (self, aid);
  sdm_consultation_end_edit (self);
}

/* Figures */

static void
set_count_or_text (json_t     *figure,
                   const char *key,
                   const char *text)
{
  if (text != NULL)
    json_object_set_new (figure, key, json_string (text));
}

static void
add_numbers (json_t          *entry,
             const SdmFigure *figure)
{
  if (figure->state == SDM_FIGURE_COUNT)
    json_object_set_new (entry, "n", json_integer (figure->n));
  if (figure->has_range)
    {
      json_object_set_new (entry, "low", json_integer (figure->low));
      json_object_set_new (entry, "high", json_integer (figure->high));
    }
  set_count_or_text (entry, "low", figure->value_low);
  set_count_or_text (entry, "high", figure->value_high);
  set_count_or_text (entry, "value", figure->value);
  if (figure->state == SDM_FIGURE_UNDER_ONE)
    json_object_set_new (entry, "under_one", json_true ());
  if (figure->state == SDM_FIGURE_NOT_KNOWN)
    json_object_set_new (entry, "not_known", json_true ());
  if (figure->outcome->show == SDM_SHOW_ICONS)
    json_object_set_new (entry, "denominator", json_integer (figure->denominator));
  set_count_or_text (entry, "unit", figure->outcome->scale_unit);
}

static json_t *
describe_figure (const SdmFigure *figure,
                 const char      *now)
{
  const SdmOutcome *outcome = figure->outcome;
  json_t           *entry = json_pack ("{s:s, s:s, s:s, s:s, s:s, s:s, s:s, s:s, s:s, s:s, s:b}",
                                       "outcome", outcome->id,
                                       "group", sdm_figure_effective_group (outcome, figure->group),
                                       "option", figure->option->id,
                                       "show", sdm_show_to_id (outcome->show),
                                       "title", outcome->title,
                                       "time_frame", outcome->time_frame,
                                       "population", outcome->population,
                                       "certainty", sdm_certainty_to_id (outcome->certainty),
                                       "sentence", figure->sentence,
                                       "shown_at", now,
                                       "in_letter", 1);
  json_t           *sources = json_array ();

  if (figure->arm != NULL)
    json_object_set_new (entry, "arm", json_string (figure->arm->id));
  add_numbers (entry, figure);
  for (guint i = 0; i < outcome->n_citations; i++)
    json_array_append_new (sources, json_string (outcome->citations[i].source));
  json_object_set_new (entry, "sources", sources);

  return entry;
}

/* Whether the same figure is in the list already; those of another group are taken out of the letter. */
static gboolean
find_figure (json_t          *figures,
             const SdmFigure *figure)
{
  const char *group = sdm_figure_effective_group (figure->outcome, figure->group);
  gboolean    found = FALSE;
  json_t     *entry;
  size_t      i;

  json_array_foreach (figures, i, entry)
    {
      gboolean same_group;

      if (g_strcmp0 (json_string_value (json_object_get (entry, "outcome")), figure->outcome->id) != 0 || g_strcmp0 (json_string_value (json_object_get (entry, "option")), figure->option->id) != 0)
        continue;
      same_group = g_strcmp0 (json_string_value (json_object_get (entry, "group")), group) == 0;
      json_object_set_new (entry, "in_letter", json_boolean (same_group));
      found = found || same_group;
    }

  return found;
}

/**
 * sdm_consultation_note_figures:
 * @outcome: an outcome whose figures are on screen now
 *
 * Keeps each figure as it is shown, for every option on screen. Only what was
 * kept here can stand in the letter.
 */
void
sdm_consultation_note_figures (SdmConsultation  *self,
                               SdmAid           *aid,
                               const SdmOutcome *outcome)
{
  g_autoptr (GPtrArray) shown = sdm_consultation_list_shown_options (self, aid);
  g_autoptr (SdmClock) clock = NULL;
  g_autofree char *now = NULL;
  json_t          *figures;

  g_return_if_fail (outcome != NULL);

  clock = sdm_consultation_get_clock (self) != NULL ? g_object_ref (sdm_consultation_get_clock (self)) : sdm_clock_new ();
  now = sdm_clock_dup_instant (clock);
  figures = json_deep_copy (sdm_consultation_peek (self, "risks/figures"));
  for (guint i = 0; i < shown->len; i++)
    {
      g_autoptr (SdmFigure) figure = sdm_figure_new (aid, outcome, g_ptr_array_index (shown, i),
                                                     sdm_consultation_get_group (self, aid));

      if (*figure->sentence != '\0' && !find_figure (figures, figure))
        json_array_append_new (figures, describe_figure (figure, now));
    }
  must_take (self, "risks/figures", figures);
}
