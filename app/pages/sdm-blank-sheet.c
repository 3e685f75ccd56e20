/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-blank-sheet.h"

#include <glib/gi18n.h>

#include "sdm-aid-blank.h"
#include "sdm-blank-cell.h"
#include "sdm-blank-change.h"
#include "sdm-blank-text.h"
#include "sdm-consultation-options.h"
#include "sdm-option-columns.h"
#include "sdm-option-marks.h"

/**
 * SdmBlankSheet:
 *
 * The page that two people write on together: options as columns, questions as
 * rows, as in the grid of an aid. Every column has the same width, and a cell in
 * which nothing is written says that we do not know yet. At most three options
 * stand side by side; carrying on as now stays while the others take turns.
 *
 * ## Accessibility
 *
 * Each cell is a text named by its question and its option.
 */
struct _SdmBlankSheet
{
  GtkBox parent_instance;

  SdmPage          *page; /* not owned: it owns this */
  SdmBlankSheetKind kind;
  GtkWidget        *grid;
  GPtrArray        *cells;     /* of SdmBlankCell, owned */
  GPtrArray        *take_outs; /* of buttons, not owned */
  GPtrArray        *names;     /* above stacked answers, not owned */
  char             *drawn;     /* owned, nullable: what the grid was made for */
  guint             first;     /* how far the others have turned */
  guint             most_beside;
  gboolean          is_stacked;
};

G_DEFINE_FINAL_TYPE (SdmBlankSheet, sdm_blank_sheet, GTK_TYPE_BOX)

/* A column is this much wider than a share of the questions. */
#define QUESTION_SHARE 3
#define OPTION_SHARE   4

static SdmConsultation *
get_consultation (SdmBlankSheet *self)
{
  return sdm_page_get_consultation (self->page);
}

static gboolean
can_write (SdmBlankSheet *self)
{
  return !sdm_session_is_read_only (sdm_page_get_session (self->page));
}

/* Callbacks */

static void
name_take_out (SdmBlankSheet *self,
               GtkWidget     *button)
{
  g_autofree char *name = sdm_blank_dup_part_name (get_consultation (self), GPOINTER_TO_INT (g_object_get_data (G_OBJECT (button), "part")),
                                                   g_object_get_data (G_OBJECT (button), "id"));
  /* Translators: what a button takes out: "Take out: Carry on as now" */
  g_autofree char *label = g_strdup_printf (_ ("Take out: %s"), name);

  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_widget_set_tooltip_text (button, label);
}

static void
mark_cells (SdmBlankSheet *self)
{
  for (guint i = 0; i < self->cells->len; i++)
    sdm_blank_cell_mark (g_ptr_array_index (self->cells, i));
}

/* The answers and buttons are named after what was just renamed. */
static void
renamed_cb (SdmBlankSheet *self)
{
  for (guint i = 0; i < self->cells->len; i++)
    sdm_blank_cell_rename (g_ptr_array_index (self->cells, i));
  for (guint i = 0; i < self->take_outs->len; i++)
    name_take_out (self, g_ptr_array_index (self->take_outs, i));
  for (guint i = 0; i < self->names->len; i++)
    {
      GtkWidget       *name = g_ptr_array_index (self->names, i);
      g_autofree char *title = sdm_blank_dup_part_name (get_consultation (self), SDM_BLANK_OPTION, g_object_get_data (G_OBJECT (name), "id"));

      sdm_option_columns_rename (name, title);
    }
}

static void
take_out_cb (GtkWidget     *button,
             SdmBlankSheet *self)
{
  g_autofree char *id = g_strdup (g_object_get_data (G_OBJECT (button), "id"));

  sdm_blank_change_take_out (self->page, GPOINTER_TO_INT (g_object_get_data (G_OBJECT (button), "part")), id);
  gtk_widget_child_focus (self->grid, GTK_DIR_TAB_FORWARD);
}

static void
next_cb (SdmBlankSheet *self)
{
  self->first++;
  sdm_blank_sheet_refresh (self);
  gtk_widget_child_focus (self->grid, GTK_DIR_TAB_FORWARD);
}

/* Cells */

static GtkWidget *
add_cell (SdmBlankSheet   *self,
          SdmBlankCellKind kind,
          const char      *row,
          const char      *option)
{
  SdmBlankCell *cell = sdm_blank_cell_new (get_consultation (self), kind, row, option);

  gtk_widget_set_sensitive (cell->text, can_write (self));
  if (kind == SDM_BLANK_CELL_NAME || kind == SDM_BLANK_CELL_QUESTION)
    g_signal_connect_object (cell->text, "typed", G_CALLBACK (renamed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (cell->text, "typed", G_CALLBACK (mark_cells), self, G_CONNECT_SWAPPED);
  g_ptr_array_add (self->cells, cell);

  return cell->text;
}

static GtkWidget *
make_take_out (SdmBlankSheet *self,
               SdmBlankPart   part,
               const char    *id)
{
  GtkWidget *button = sdm_ui_icon_button ("ev-bin-symbolic", _ ("Take out"));

  gtk_widget_set_visible (button, can_write (self));
  g_object_set_data_full (G_OBJECT (button), "id", g_strdup (id), g_free);
  g_object_set_data (G_OBJECT (button), "part", GINT_TO_POINTER (part));
  g_signal_connect (button, "clicked", G_CALLBACK (take_out_cb), self);
  g_ptr_array_add (self->take_outs, button);
  name_take_out (self, button);

  return sdm_ui_at_top (button);
}

static GtkWidget *
make_box (const char *css_class)
{
  GtkWidget *box = sdm_ui_row (6);

  gtk_widget_add_css_class (box, css_class);

  return box;
}

static GtkWidget *
make_head (SdmBlankSheet   *self,
           const SdmOption *option)
{
  SdmAid    *aid = sdm_page_get_aid (self->page);
  GtkWidget *head = make_box ("head");
  GtkWidget *mark;

  if (self->kind == SDM_BLANK_SHEET_WEIGH)
    {
      gtk_widget_add_css_class (head, "read");
      gtk_box_append (GTK_BOX (head), sdm_option_columns_make_name (aid, option));
      return head;
    }
  mark = sdm_mark_new (sdm_option_marks_get (aid, option));
  gtk_widget_set_valign (mark, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (head), mark);
  gtk_box_append (GTK_BOX (head), add_cell (self, SDM_BLANK_CELL_NAME, NULL, option->id));
  gtk_box_append (GTK_BOX (head), make_take_out (self, SDM_BLANK_OPTION, option->id));

  return head;
}

static GtkWidget *
make_question (SdmBlankSheet *self,
               json_t        *row)
{
  const char *id = json_string_value (json_object_get (row, "id"));
  GtkWidget  *question = make_box ("question");

  gtk_box_append (GTK_BOX (question), add_cell (self, SDM_BLANK_CELL_QUESTION, id, NULL));
  gtk_box_append (GTK_BOX (question), make_take_out (self, SDM_BLANK_QUESTION, id));

  return question;
}

static GtkWidget *
make_matter (json_t *row)
{
  GtkWidget *matter = make_box ("question");
  json_t    *importance = json_object_get (row, "importance");
  GtkWidget *words;

  if (importance != NULL)
    {
      g_autofree char *lead = g_strdup_printf ("%" JSON_INTEGER_FORMAT, json_integer_value (importance));
      GtkWidget       *label = sdm_ui_label (lead, "lead");

      gtk_widget_set_valign (label, GTK_ALIGN_START);
      gtk_box_append (GTK_BOX (matter), label);
    }
  words = sdm_ui_label (json_string_value (json_object_get (row, "text")), "matter");
  gtk_widget_set_hexpand (words, TRUE);
  gtk_widget_set_valign (words, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (matter), words);

  return matter;
}

static GtkWidget *
make_answer (SdmBlankSheet   *self,
             const char      *row,
             const SdmOption *option)
{
  GtkWidget *answer = make_box ("answer");

  if (self->is_stacked)
    {
      GtkWidget *name = sdm_option_columns_make_name (sdm_page_get_aid (self->page), option);

      gtk_orientable_set_orientation (GTK_ORIENTABLE (answer), GTK_ORIENTATION_VERTICAL);
      gtk_box_append (GTK_BOX (answer), name);
      g_object_set_data_full (G_OBJECT (name), "id", g_strdup (option->id), g_free);
      g_ptr_array_add (self->names, name);
    }
  gtk_box_append (GTK_BOX (answer), add_cell (self, self->kind == SDM_BLANK_SHEET_WEIGH ? SDM_BLANK_CELL_WEIGH : SDM_BLANK_CELL_ANSWER, row, option->id));

  return answer;
}

/* "2 of 3 shown", and the way to the others. */
static GtkWidget *
make_corner (SdmBlankSheet *self,
             guint          n_visible,
             guint          n_options)
{
  GtkWidget       *corner = sdm_ui_column (2);
  g_autofree char *shown = NULL;
  GtkWidget       *next;

  gtk_widget_add_css_class (corner, "head");
  if (n_visible == n_options)
    return corner;

  next = sdm_ui_button (_ ("Next option"), "ev-right-symbolic");
  gtk_widget_set_halign (next, GTK_ALIGN_START);
  g_signal_connect_swapped (next, "clicked", G_CALLBACK (next_cb), self);
  /* Translators: how many options are in sight, of how many: “2 of 3 shown” */
  shown = g_strdup_printf (ngettext ("%u of %u shown", "%u of %u shown", n_options), n_visible, n_options);
  gtk_box_append (GTK_BOX (corner), next);
  gtk_box_append (GTK_BOX (corner), sdm_ui_label (shown, "caption"));

  return corner;
}

/* The grid */

/* Carrying on as now stays in sight; the others take turns, in the order in which all stand. */
static GPtrArray *
list_visible (SdmBlankSheet *self,
              GPtrArray     *shown)
{
  GPtrArray *visible = g_ptr_array_new ();
  g_autoptr (GPtrArray) others = g_ptr_array_new ();
  guint most = self->is_stacked ? shown->len : MIN (self->most_beside, shown->len);

  for (guint i = 0; i < shown->len; i++)
    if (!((const SdmOption *) g_ptr_array_index (shown, i))->is_no_change)
      g_ptr_array_add (others, g_ptr_array_index (shown, i));
  most -= shown->len - others->len;

  for (guint i = 0; i < shown->len; i++)
    {
      const SdmOption *option = g_ptr_array_index (shown, i);
      guint            place;

      if (option->is_no_change || (g_ptr_array_find (others, option, &place) && (place + others->len - self->first % others->len) % others->len < most))
        g_ptr_array_add (visible, (gpointer) option);
    }

  return visible;
}

static json_t *
get_rows (SdmBlankSheet *self)
{
  return sdm_consultation_peek (get_consultation (self), self->kind == SDM_BLANK_SHEET_WEIGH ? "matters/ranked" : "blank/questions");
}

static const char *
get_row_id (SdmBlankSheet *self,
            json_t        *row)
{
  return json_string_value (json_object_get (row, self->kind == SDM_BLANK_SHEET_WEIGH ? "text" : "id"));
}

static void
attach (SdmBlankSheet *self,
        GtkWidget     *cell,
        guint          column,
        guint          line)
{
  const int from = column == 0 ? 0 : QUESTION_SHARE + ((int) column - 1) * OPTION_SHARE;

  gtk_widget_set_hexpand (cell, TRUE);
  gtk_grid_attach (GTK_GRID (self->grid), cell, from, (int) line, column == 0 ? QUESTION_SHARE : OPTION_SHARE, 1);
}

static void
draw_line (SdmBlankSheet *self,
           json_t        *row,
           GPtrArray     *visible,
           guint          line)
{
  GtkWidget *question = self->kind == SDM_BLANK_SHEET_WEIGH ? make_matter (row) : make_question (self, row);

  attach (self, question, 0, line);
  for (guint i = 0; i < visible->len; i++)
    attach (self, make_answer (self, get_row_id (self, row), g_ptr_array_index (visible, i)),
            self->is_stacked ? 0 : i + 1, self->is_stacked ? line + i + 1 : line);
}

static void
draw (SdmBlankSheet *self,
      GPtrArray     *visible,
      guint          n_options)
{
  json_t *row;
  size_t  i;
  guint   line = 1;

  if (!self->is_stacked)
    attach (self, make_corner (self, visible->len, n_options), 0, 0);
  for (guint o = 0; o < visible->len; o++)
    if (!self->is_stacked || self->kind == SDM_BLANK_SHEET_OPTIONS)
      attach (self, make_head (self, g_ptr_array_index (visible, o)), self->is_stacked ? 0 : o + 1, self->is_stacked ? line++ : 0);
  json_array_foreach (get_rows (self), i, row)
    {
      draw_line (self, row, visible, line);
      line += self->is_stacked ? visible->len + 1 : 1;
    }
}

/* What could not be kept yet is written on the new sheet too. */
static void
carry_over (GPtrArray *former,
            GPtrArray *cells)
{
  for (guint i = 0; i < former->len; i++)
    {
      const SdmBlankCell *old = g_ptr_array_index (former, i);

      for (guint k = 0; k < cells->len; k++)
        {
          const SdmBlankCell *cell = g_ptr_array_index (cells, k);

          if (sdm_blank_cell_is_same (cell, old))
            sdm_ui_carry_over (sdm_blank_text_get_input (SDM_BLANK_TEXT (old->text)), sdm_blank_text_get_input (SDM_BLANK_TEXT (cell->text)));
        }
    }
}

static char *
describe (SdmBlankSheet *self,
          GPtrArray     *visible,
          guint          n_options)
{
  GString *drawn = g_string_new (NULL);
  json_t  *row;
  size_t   i;

  g_string_append_printf (drawn, "%u of %u %s:", visible->len, n_options, self->is_stacked ? "stacked" : "");
  for (guint o = 0; o < visible->len; o++)
    {
      const SdmOption *option = g_ptr_array_index (visible, o);

      /* A name that is not written here may have changed elsewhere. */
      g_string_append_printf (drawn, " %s %s", option->id,
                              self->kind == SDM_BLANK_SHEET_WEIGH ? option->title : "");
    }
  json_array_foreach (get_rows (self), i, row)
    g_string_append_printf (drawn, "\n%s %" JSON_INTEGER_FORMAT, get_row_id (self, row),
                            json_integer_value (json_object_get (row, "importance")));
  g_string_append (drawn, can_write (self) ? "" : "\nfinished");

  return g_string_free (drawn, FALSE);
}

static GPtrArray *
make_cells (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) sdm_blank_cell_free);
}

static void
draw_anew (SdmBlankSheet *self,
           GPtrArray     *visible,
           guint          n_options)
{
  g_autoptr (GPtrArray) former = g_steal_pointer (&self->cells);

  gtk_box_remove (GTK_BOX (self), self->grid);
  self->cells = make_cells ();
  g_ptr_array_set_size (self->take_outs, 0);
  g_ptr_array_set_size (self->names, 0);
  self->grid = gtk_grid_new ();
  gtk_grid_set_column_homogeneous (GTK_GRID (self->grid), TRUE);
  gtk_box_append (GTK_BOX (self), self->grid);
  draw (self, visible, n_options);
  carry_over (former, self->cells);
}

/* GObject */

static void
sdm_blank_sheet_dispose (GObject *object)
{
  SdmBlankSheet *self = SDM_BLANK_SHEET (object);

  g_clear_pointer (&self->cells, g_ptr_array_unref);
  g_clear_pointer (&self->take_outs, g_ptr_array_unref);
  g_clear_pointer (&self->names, g_ptr_array_unref);
  g_clear_pointer (&self->drawn, g_free);

  G_OBJECT_CLASS (sdm_blank_sheet_parent_class)->dispose (object);
}

static void
sdm_blank_sheet_class_init (SdmBlankSheetClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sdm_blank_sheet_dispose;
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "blanksheet");
}

static void
sdm_blank_sheet_init (SdmBlankSheet *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  self->cells = make_cells ();
  self->take_outs = g_ptr_array_new ();
  self->names = g_ptr_array_new ();
  self->grid = gtk_grid_new ();
  gtk_box_append (GTK_BOX (self), self->grid);
  self->most_beside = SDM_MOST_SIDE_BY_SIDE;
}

/* Public API */

GtkWidget *
sdm_blank_sheet_new (SdmPage          *page,
                     SdmBlankSheetKind kind)
{
  SdmBlankSheet *self = g_object_new (SDM_TYPE_BLANK_SHEET, NULL);

  self->page = page;
  self->kind = kind;
  sdm_page_place_mark (GTK_WIDGET (self), kind == SDM_BLANK_SHEET_WEIGH ? "weigh/says" : "blank");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  kind == SDM_BLANK_SHEET_WEIGH ? _ ("What each option does about what matters") : _ ("The page you fill in together"), -1);

  return GTK_WIDGET (self);
}

/**
 * sdm_blank_sheet_refresh:
 *
 * Shows what the consultation holds now. Cells that are there already keep the
 * focus, and what was typed and refused.
 */
void
sdm_blank_sheet_refresh (SdmBlankSheet *self)
{
  g_autoptr (GPtrArray) shown = sdm_consultation_list_shown_options (get_consultation (self), sdm_page_get_aid (self->page));
  g_autoptr (GPtrArray) visible = list_visible (self, shown);
  g_autofree char *wanted = describe (self, visible, shown->len);

  if (g_strcmp0 (wanted, self->drawn) != 0)
    {
      g_free (self->drawn);
      self->drawn = g_steal_pointer (&wanted);
      draw_anew (self, visible, shown->len);
    }
  for (guint i = 0; i < self->cells->len; i++)
    sdm_blank_cell_show (g_ptr_array_index (self->cells, i));
  renamed_cb (self);
  mark_cells (self);
}

/**
 * sdm_blank_sheet_fit:
 *
 * Little room: two options side by side; with large text one answer under the other.
 */
void
sdm_blank_sheet_fit (SdmBlankSheet *self,
                     gboolean       is_narrow,
                     gboolean       has_large_text)
{
  self->most_beside = is_narrow || has_large_text ? 2 : SDM_MOST_SIDE_BY_SIDE;
  self->is_stacked = is_narrow && has_large_text;
  if (self->drawn != NULL)
    sdm_blank_sheet_refresh (self);
}

/**
 * sdm_blank_sheet_write_name:
 * @id: an option or a question that is new
 *
 * Brings it into sight and puts the writing mark where its words belong.
 */
void
sdm_blank_sheet_write_name (SdmBlankSheet *self,
                            const char    *id)
{
  const guint n = (guint) json_array_size (sdm_consultation_peek (get_consultation (self), "options/shown"));

  for (guint turn = 0; turn <= n; turn++)
    {
      for (guint i = 0; i < self->cells->len; i++)
        {
          const SdmBlankCell *cell = g_ptr_array_index (self->cells, i);

          if ((cell->row == NULL || cell->option == NULL) && (g_strcmp0 (cell->option, id) == 0 || g_strcmp0 (cell->row, id) == 0))
            {
              gtk_widget_grab_focus (sdm_blank_text_get_view (SDM_BLANK_TEXT (cell->text)));
              return;
            }
        }
      self->first++;
      sdm_blank_sheet_refresh (self);
    }
}
