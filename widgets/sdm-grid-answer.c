/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-grid-cell-private.h"
#include "sdm-grid-layout-private.h"
#include "sdm-steady.h"

#include "sdm-word-label.h"

#include <glib/gi18n.h>

/**
 * SdmGridAnswer:
 *
 * What one option answers to one question. "We do not know" has the size and
 * the ink of any answer, and a dashed ring before it.
 *
 * There are many cells, so what most of them do not show is made when it is
 * first shown.
 *
 * ## Accessibility
 *
 * A `label` that says "question option: answer"; what an open row adds, and
 * which words are explained, is its description.
 */
struct _SdmGridAnswer
{
  GtkWidget parent_instance;

  SdmGridRow    *row;    /* owned */
  SdmGridOption *option; /* owned */
  gboolean       open;

  GtkWidget *name;    /* owned as child, NULL until it is stacked */
  GtkWidget *answer;  /* owned as child */
  GtkWidget *sign;    /* within answer, NULL until it is not known */
  GtkWidget *text;    /* within answer */
  GtkWidget *opening; /* owned as child, NULL until it opens */
  GtkWidget *second;  /* within opening */
};

G_DEFINE_FINAL_TYPE (SdmGridAnswer, sdm_grid_answer, GTK_TYPE_WIDGET)

/* One and a half em: the sign stands in the first line of the text, and takes no room from the others. */
#define ROOM_FOR_SIGN "\u2003\u2002"

static const char *
find_text (SdmGridAnswer *self)
{
  const char *text = sdm_grid_row_get_text (self->row, sdm_grid_option_get_id (self->option));

  return text != NULL ? text : _("We do not know.");
}

/* Sets the number that begins each line strong: "72 of 1,000\n928 do not". */
static PangoAttrList *
mark_numbers (const char *text)
{
  PangoAttrList *attrs = pango_attr_list_new ();
  const char    *line = text;

  pango_attr_list_insert (attrs, pango_attr_font_features_new ("tnum=1"));
  while (line != NULL)
    {
      const char *end = line;

      /* The digits, and what parts their groups in one language or another. */
      for (const char *p = line; *p != '\0' && *p != '\n'; p = g_utf8_next_char (p))
        {
          const gunichar c = g_utf8_get_char (p);

          if (g_unichar_isdigit (c))
            end = g_utf8_next_char (p);
          else if (c != ',' && c != '.' && c != 0x00A0 && c != 0x202F)
            break;
        }
      if (end > line)
        {
          PangoAttribute *weight = pango_attr_weight_new ((PangoWeight) 650);
          PangoAttribute *scale = pango_attr_scale_new (19.0 / 17.0);

          weight->start_index = scale->start_index = (guint) (line - text);
          weight->end_index = scale->end_index = (guint) (end - text);
          pango_attr_list_insert (attrs, weight);
          pango_attr_list_insert (attrs, scale);
        }
      line = strchr (line, '\n');
      line = line != NULL ? line + 1 : NULL;
    }

  return attrs;
}

/* The words of the cell that are explained, each once. */
static GArray *
find_places (SdmGridAnswer *self)
{
  SdmGlossary     *glossary = sdm_grid_row_get_glossary (self->row);
  const char      *second = self->open ? sdm_grid_row_get_second (self->row, sdm_grid_option_get_id (self->option)) : NULL;
  g_autofree char *all = g_strconcat (find_text (self), second != NULL ? "\n" : NULL, second, NULL);

  return glossary != NULL ? sdm_glossary_find (glossary, all) : g_array_new (FALSE, FALSE, sizeof (SdmWordPlace));
}

static char *
dup_description (SdmGridAnswer *self)
{
  const char *second = sdm_grid_row_get_second (self->row, sdm_grid_option_get_id (self->option));
  GString    *text = g_string_new (self->open ? second : NULL);
  g_autoptr (GArray) places = find_places (self);

  for (guint i = 0; i < places->len; i++)
    {
      const char *term = g_array_index (places, SdmWordPlace, i).term;

      if (i > 0)
        g_string_append (text, ", ");
      else if (text->len > 0)
        g_string_append_c (text, '\n');
      if (i == 0)
        /* Translators: read aloud after a text; the words that are explained in it follow */
        g_string_append_printf (text, _("F1 explains: %s"), term);
      else
        g_string_append (text, term);
    }

  return g_string_free (text, FALSE);
}

/* Parts that not every cell shows */

static void
show_sign (SdmGridAnswer *self,
           gboolean       shown)
{
  if (shown && self->sign == NULL)
    {
      self->sign = g_object_new (GTK_TYPE_IMAGE,
                                 "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                                 "icon-name", "ev-unknown-symbolic",
                                 "halign", GTK_ALIGN_START,
                                 "valign", GTK_ALIGN_START,
                                 NULL);
      gtk_widget_add_css_class (self->sign, "sign");
      gtk_overlay_add_overlay (GTK_OVERLAY (self->answer), self->sign);
    }
  if (self->sign != NULL)
    gtk_widget_set_visible (self->sign, shown);
}

static void
show_name (SdmGridAnswer *self,
           gboolean       shown)
{
  if (shown && self->name == NULL)
    {
      GtkWidget *text = sdm_word_label_new ("name");

      sdm_word_label_set_text (SDM_WORD_LABEL (text), sdm_grid_option_get_title (self->option), NULL);
      self->name = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);
      gtk_box_append (GTK_BOX (self->name), sdm_mark_new (sdm_grid_option_get_mark (self->option)));
      gtk_box_append (GTK_BOX (self->name), sdm_steady_new (text));
      gtk_widget_insert_before (self->name, GTK_WIDGET (self), self->answer);
    }
  if (self->name != NULL)
    gtk_widget_set_visible (self->name, shown);
}

static void
make_opening (SdmGridAnswer *self)
{
  GtkWidget *more = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_box_append (GTK_BOX (more), g_object_new (GTK_TYPE_SEPARATOR, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL));
  self->second = sdm_word_label_new ("second");
  gtk_box_append (GTK_BOX (more), self->second);
  self->opening = g_object_new (GTK_TYPE_REVEALER,
                                "child", more,
                                "transition-duration", 150,
                                "transition-type", GTK_REVEALER_TRANSITION_TYPE_SLIDE_DOWN,
                                NULL);
  gtk_widget_set_parent (self->opening, GTK_WIDGET (self));
}

static void
show_second (SdmGridAnswer *self)
{
  const char    *second = sdm_grid_row_get_second (self->row, sdm_grid_option_get_id (self->option));
  const gboolean opened = self->open && second != NULL;

  if (opened && self->opening == NULL)
    make_opening (self);
  if (self->opening == NULL)
    return;

  sdm_word_label_set_glossary (SDM_WORD_LABEL (self->second), sdm_grid_row_get_glossary (self->row));
  sdm_word_label_set_text (SDM_WORD_LABEL (self->second), second != NULL ? second : "", NULL);
  gtk_revealer_set_reveal_child (GTK_REVEALER (self->opening), opened);
}

/* Callbacks */

static void
update_cb (SdmGridAnswer *self)
{
  const char      *id = sdm_grid_option_get_id (self->option);
  const char      *text = find_text (self);
  const gboolean   known = sdm_grid_row_is_known (self->row, id);
  g_autofree char *name = NULL;
  g_autofree char *shown = NULL;
  g_autofree char *description = NULL;
  g_autoptr (PangoAttrList) attrs = NULL;

  if (sdm_grid_row_is_figure (self->row, id))
    attrs = mark_numbers (text);
  shown = g_strconcat (known ? "" : ROOM_FOR_SIGN, text, NULL);
  sdm_word_label_set_glossary (SDM_WORD_LABEL (self->text), sdm_grid_row_get_glossary (self->row));
  sdm_word_label_set_text (SDM_WORD_LABEL (self->text), shown, attrs);
  show_sign (self, !known);
  if (known)
    gtk_widget_remove_css_class (GTK_WIDGET (self), "unknown");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self), "unknown");
  show_second (self);

  /* Translators: read aloud for one cell of the table; question, option, answer:
     “Can I change my mind? No statin: Yes. You can start a tablet later.” */
  name = g_strdup_printf (_("%1$s %2$s: %3$s"), sdm_grid_row_get_question (self->row),
                             sdm_grid_option_get_title (self->option), text);
  description = dup_description (self);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, description,
                                  -1);
}

/* Overrides */

static void
sdm_grid_answer_dispose (GObject *object)
{
  SdmGridAnswer *self = SDM_GRID_ANSWER (object);
  GtkWidget     *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->row);
  g_clear_object (&self->option);

  G_OBJECT_CLASS (sdm_grid_answer_parent_class)->dispose (object);
}

static void
sdm_grid_answer_class_init (SdmGridAnswerClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sdm_grid_answer_dispose;

  gtk_widget_class_set_css_name (widget_class, "answer");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LABEL);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
}

static void
sdm_grid_answer_init (SdmGridAnswer *self)
{
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (gtk_widget_get_layout_manager (GTK_WIDGET (self))),
                                  GTK_ORIENTATION_VERTICAL);

  self->answer = gtk_overlay_new ();
  self->text = sdm_word_label_new ("text");
  gtk_overlay_set_child (GTK_OVERLAY (self->answer), self->text);
  gtk_widget_set_parent (self->answer, GTK_WIDGET (self));
}

/**
 * sdm_grid_answer_new:
 * @row: followed as it changes
 * @option: whose answer is shown
 *
 * Returns: (transfer floating): the cell
 */
GtkWidget *
sdm_grid_answer_new (SdmGridRow    *row,
                     SdmGridOption *option)
{
  SdmGridAnswer *self;

  g_return_val_if_fail (SDM_IS_GRID_ROW (row), NULL);
  g_return_val_if_fail (SDM_IS_GRID_OPTION (option), NULL);

  self = g_object_new (SDM_TYPE_GRID_ANSWER, NULL);
  self->row = g_object_ref (row);
  self->option = g_object_ref (option);

  g_signal_connect_object (row, "changed", G_CALLBACK (update_cb), self, G_CONNECT_SWAPPED);
  update_cb (self);

  return GTK_WIDGET (self);
}

/**
 * sdm_grid_answer_get_option:
 *
 * Returns: (transfer none): whose answer is shown
 */
SdmGridOption *
sdm_grid_answer_get_option (SdmGridAnswer *self)
{
  g_return_val_if_fail (SDM_IS_GRID_ANSWER (self), NULL);

  return self->option;
}

/**
 * sdm_grid_answer_set_open:
 *
 * Shows what the row adds, below the answer.
 */
void
sdm_grid_answer_set_open (SdmGridAnswer *self,
                          gboolean       open)
{
  g_return_if_fail (SDM_IS_GRID_ANSWER (self));

  if (self->open == open)
    return;

  self->open = open;
  update_cb (self);
}

/**
 * sdm_grid_answer_set_stacked:
 *
 * Begins the cell with the option's mark and name, as no head is above it.
 */
void
sdm_grid_answer_set_stacked (SdmGridAnswer *self,
                             gboolean       stacked)
{
  g_return_if_fail (SDM_IS_GRID_ANSWER (self));

  show_name (self, stacked);
}

/**
 * sdm_grid_answer_explain:
 *
 * Says what the words of the cell mean.
 *
 * Returns: whether there are any
 */
gboolean
sdm_grid_answer_explain (SdmGridAnswer *self)
{
  g_autoptr (GArray) places = NULL;

  g_return_val_if_fail (SDM_IS_GRID_ANSWER (self), FALSE);

  places = find_places (self);
  sdm_word_label_explain (GTK_WIDGET (self), NULL, places);

  return places->len > 0;
}
