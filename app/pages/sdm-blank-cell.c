/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-blank-cell.h"

#include <glib/gi18n.h>

#include "sdm-blank-text.h"
#include "sdm-page-place.h"

/* Where each kind is kept */
static const struct
{
  const char *list;
  const char *row_key;    /* nullable */
  const char *option_key; /* nullable */
} homes[] = {
  [SDM_BLANK_CELL_NAME] = { "blank/options", NULL, "id" },
  [SDM_BLANK_CELL_QUESTION] = { "blank/questions", "id", NULL },
  [SDM_BLANK_CELL_ANSWER] = { "blank/answers", "question", "option" },
  [SDM_BLANK_CELL_WEIGH] = { "weigh/says", "matter", "option" },
};

/* Between a cell and the consultation */

static const char *
get_kept (const SdmBlankCell *self)
{
  switch (self->kind)
    {
    case SDM_BLANK_CELL_NAME:
      return sdm_consultation_get_blank_text (self->consultation, SDM_BLANK_OPTION, self->option);
    case SDM_BLANK_CELL_QUESTION:
      return sdm_consultation_get_blank_text (self->consultation, SDM_BLANK_QUESTION, self->row);
    case SDM_BLANK_CELL_ANSWER:
      return sdm_consultation_get_blank_answer (self->consultation, self->row, self->option);
    case SDM_BLANK_CELL_WEIGH:
      return sdm_consultation_get_weigh_words (self->consultation, self->row, self->option);
    default:
      g_assert_not_reached ();
    }
}

static gboolean
keep (const SdmBlankCell *self,
      const char         *text,
      GError            **error)
{
  switch (self->kind)
    {
    case SDM_BLANK_CELL_NAME:
      return sdm_consultation_set_blank_text (self->consultation, SDM_BLANK_OPTION, self->option, text, error);
    case SDM_BLANK_CELL_QUESTION:
      return sdm_consultation_set_blank_text (self->consultation, SDM_BLANK_QUESTION, self->row, text, error);
    case SDM_BLANK_CELL_ANSWER:
      return sdm_consultation_set_blank_answer (self->consultation, self->row, self->option, text, error);
    case SDM_BLANK_CELL_WEIGH:
      return sdm_consultation_set_weigh_words (self->consultation, self->row, self->option, text, error);
    default:
      g_assert_not_reached ();
    }
}

static void
typed_cb (SdmBlankCell *self,
          const char   *typed)
{
  g_autoptr (GError) error = NULL;

  keep (self, typed, &error);
  sdm_blank_text_set_problem (SDM_BLANK_TEXT (self->text), error != NULL ? error->message : NULL);
}

/* Names for those who do not see where a cell is */

static guint
find_place (SdmConsultation *consultation,
            SdmBlankPart     part,
            const char      *id)
{
  json_t *entry;
  size_t  i;

  json_array_foreach (sdm_consultation_peek (consultation, part == SDM_BLANK_OPTION ? "blank/options" : "blank/questions"), i, entry)
    if (g_strcmp0 (json_string_value (json_object_get (entry, "id")), id) == 0)
      return (guint) i + 1;

  return 0;
}

static char *
dup_name (const SdmBlankCell *self)
{
  g_autofree char *row = NULL;
  g_autofree char *option = NULL;

  if (self->kind == SDM_BLANK_CELL_NAME)
    /* Translators: where an option is given a name, by its place: "Name of option 2" */
    return g_strdup_printf (_ ("Name of option %u"), find_place (self->consultation, SDM_BLANK_OPTION, self->option));
  if (self->kind == SDM_BLANK_CELL_QUESTION)
    return g_strdup_printf (_ ("Question %u"), find_place (self->consultation, SDM_BLANK_QUESTION, self->row));

  row = self->kind == SDM_BLANK_CELL_WEIGH ? g_strdup (self->row) : sdm_blank_dup_part_name (self->consultation, SDM_BLANK_QUESTION, self->row);
  option = sdm_blank_dup_part_name (self->consultation, SDM_BLANK_OPTION, self->option);

  /* Translators: read aloud: what is asked, and the option it is answered for: "Can I change my mind? – Carry on as now" */
  return g_strdup_printf (_ ("%s – %s"), row, option);
}

static gboolean
is_about (json_t     *entry,
          const char *key,
          const char *id)
{
  return key == NULL || g_strcmp0 (json_string_value (json_object_get (entry, key)), id) == 0;
}

/* Public API */

/**
 * sdm_blank_cell_new:
 * @row: (nullable): a question or a statement
 * @option: (nullable): an option
 *
 * Makes the place to write in, which keeps what is typed there.
 */
SdmBlankCell *
sdm_blank_cell_new (SdmConsultation *consultation,
                    SdmBlankCellKind kind,
                    const char      *row,
                    const char      *option)
{
  SdmBlankCell *self = g_new0 (SdmBlankCell, 1);

  self->kind = kind;
  self->consultation = g_object_ref (consultation);
  self->row = g_strdup (row);
  self->option = g_strdup (option);
  self->entry = -1;
  switch (kind)
    {
    case SDM_BLANK_CELL_NAME:
      self->text = sdm_blank_text_new (24, _ ("Give this option a name"), TRUE);
      break;
    case SDM_BLANK_CELL_QUESTION:
      self->text = sdm_blank_text_new (24, _ ("Write a question"), TRUE);
      break;
    case SDM_BLANK_CELL_ANSWER:
    case SDM_BLANK_CELL_WEIGH:
    default:
      self->text = sdm_blank_text_new (24, _ ("We do not know yet."), FALSE);
      sdm_blank_text_add_sign (SDM_BLANK_TEXT (self->text), "ev-unknown-symbolic");
      break;
    }
  g_object_ref_sink (self->text);
  sdm_blank_cell_show (self);
  g_signal_connect_swapped (self->text, "typed", G_CALLBACK (typed_cb), self);

  return self;
}

void
sdm_blank_cell_free (SdmBlankCell *self)
{
  g_signal_handlers_disconnect_by_data (self->text, self);
  g_object_unref (self->text);
  g_object_unref (self->consultation);
  g_free (self->row);
  g_free (self->option);
  g_free (self);
}

/**
 * sdm_blank_cell_is_same:
 *
 * Returns: whether both are the same place of the page
 */
gboolean
sdm_blank_cell_is_same (const SdmBlankCell *self,
                        const SdmBlankCell *other)
{
  return self->kind == other->kind && g_strcmp0 (self->row, other->row) == 0 && g_strcmp0 (self->option, other->option) == 0;
}

/**
 * sdm_blank_cell_show:
 *
 * Shows what is kept, unless something stands there that could not be kept yet.
 */
void
sdm_blank_cell_show (const SdmBlankCell *self)
{
  sdm_blank_text_set_text (SDM_BLANK_TEXT (self->text), get_kept (self));
  sdm_blank_cell_rename (self);
}

/**
 * sdm_blank_cell_rename:
 *
 * Names the place after its question and its option as they are called now.
 */
void
sdm_blank_cell_rename (const SdmBlankCell *self)
{
  g_autofree char *name = dup_name (self);

  sdm_blank_text_set_name (SDM_BLANK_TEXT (self->text), name);
}

/**
 * sdm_blank_cell_mark:
 *
 * Marks the place as the one of the consultation that it shows now. Where nothing is
 * kept any more, as after an undo, it goes on as where it was, until that is taken.
 */
void
sdm_blank_cell_mark (SdmBlankCell *self)
{
  json_t          *list = sdm_consultation_peek (self->consultation, homes[self->kind].list);
  int              found = -1;
  g_autofree char *place = NULL;
  json_t          *entry;
  size_t           i;

  json_array_foreach (list, i, entry)
    if (is_about (entry, homes[self->kind].row_key, self->row) && is_about (entry, homes[self->kind].option_key, self->option))
      found = (int) i;
  if (found < 0 && self->entry >= (int) json_array_size (list))
    return;

  self->entry = found;
  if (found >= 0)
    place = g_strdup_printf ("%s/%d", homes[self->kind].list, found);
  sdm_page_place_mark (sdm_blank_text_get_view (SDM_BLANK_TEXT (self->text)), place);
}

/**
 * sdm_blank_dup_part_name:
 *
 * Returns: (transfer full): what an option or a question is called, by its place where
 *   nothing is written yet
 */
char *
sdm_blank_dup_part_name (SdmConsultation *consultation,
                         SdmBlankPart     part,
                         const char      *id)
{
  const char *words = sdm_consultation_get_blank_text (consultation, part, id);

  if (words != NULL)
    return g_strdup (words);
  if (part == SDM_BLANK_OPTION)
    /* Translators: an option without a name yet, by its place: "Option 2" */
    return g_strdup_printf (_ ("Option %u"), find_place (consultation, part, id));

  /* Translators: a question without words yet, by its place: "Question 2" */
  return g_strdup_printf (_ ("Question %u"), find_place (consultation, part, id));
}
