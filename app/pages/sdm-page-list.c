/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-page-list.h"

#include <glib/gi18n.h>

/**
 * SdmPageList:
 *
 * Records of the consultation one below the other, each with a bin, and a way
 * to add one. A record is a row of inputs, or a line of text that a field adds.
 * What is taken out can be put back.
 */
struct _SdmPageList
{
  AdwBin parent_instance;

  SdmPage               *page; /* not owned: it owns this */
  const SdmPageListKind *kind;
  GtkWidget             *rows;
  json_t                *drawn; /* owned, nullable: the records of these rows, as they are kept */
  GtkWidget             *empty; /* nullable */
  GtkWidget             *line;  /* nullable: the entry for a new line */
  GtkWidget             *add;
};

G_DEFINE_FINAL_TYPE (SdmPageList, sdm_page_list, ADW_TYPE_BIN)

static json_t *
peek_list (SdmPageList *self)
{
  return sdm_consultation_peek (sdm_page_get_consultation (self->page), self->kind->path);
}

static void
hold_drawn (SdmPageList *self)
{
  json_decref (self->drawn);
  self->drawn = json_incref (peek_list (self));
}

/* Where the record of a row that was drawn stands now; -1 where it is gone. One was put in or taken out at most. */
static int
find_now (SdmPageList *self,
          size_t       drawn)
{
  json_t      *now = peek_list (self);
  const size_t n_drawn = json_array_size (self->drawn);
  const size_t n_now = json_array_size (now);
  size_t       n_same = 0;
  int          place = (int) drawn;

  if (n_drawn != n_now)
    {
      while (n_same < MIN (n_drawn, n_now) && json_equal (json_array_get (self->drawn, n_same), json_array_get (now, n_same)))
        n_same++;
      if (drawn >= n_same)
        place += (int) n_now - (int) n_drawn;
      if (drawn >= n_same && place < (int) n_same)
        place = -1;
    }

  return place < (int) n_now ? place : -1;
}

/* Callbacks */

static void
consultation_changed_cb (SdmPageList *self)
{
  /* What is typed in the rows is no reason to draw them again. */
  if (json_array_size (peek_list (self)) == json_array_size (self->drawn))
    hold_drawn (self);
}

static void
remove_cb (GtkWidget   *button,
           SdmPageList *self)
{
  SdmSession      *session = sdm_page_get_session (self->page);
  g_autofree char *path = g_strdup_printf ("%s/%d", self->kind->path,
                                           GPOINTER_TO_INT (g_object_get_data (G_OBJECT (button), "index")));
  g_autoptr (GError) error = NULL;

  if (!sdm_consultation_remove (sdm_page_get_consultation (self->page), path, &error))
    {
      sdm_session_say (session, error->message);
      return;
    }
  sdm_page_list_refresh (self);
  gtk_widget_grab_focus (self->line != NULL ? self->line : self->add);
  sdm_session_offer_undo (session, _ (self->kind->removed));
}

static void
add_record_cb (SdmPageList *self)
{
  SdmConsultation *consultation = sdm_page_get_consultation (self->page);
  g_autoptr (GError) error = NULL;
  gboolean added = self->kind->add != NULL ? self->kind->add (consultation, &error)
                                           : sdm_consultation_append (consultation, self->kind->path, json_object (), &error);

  if (!added)
    {
      sdm_session_say (sdm_page_get_session (self->page), error->message);
      return;
    }
  sdm_page_list_refresh (self);
  gtk_widget_child_focus (gtk_widget_get_last_child (self->rows), GTK_DIR_TAB_FORWARD);
}

static void
add_line_cb (SdmPageList *self)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->line))));
  g_autoptr (GError) error = NULL;
  json_t *record;

  gtk_widget_grab_focus (self->line);
  if (*text == '\0')
    return;

  record = self->kind->line_key != NULL ? json_pack ("{s:s}", self->kind->line_key, text) : json_string (text);
  if (!sdm_consultation_append (sdm_page_get_consultation (self->page), self->kind->path, record, &error))
    {
      sdm_ui_set_problem (self->line, error->message);
      return;
    }
  sdm_ui_set_problem (self->line, NULL);
  gtk_editable_set_text (GTK_EDITABLE (self->line), "");
  sdm_page_list_refresh (self);
}

/* Rows */

static GtkWidget *
make_line (SdmPageList *self,
           size_t       index)
{
  json_t     *record = json_array_get (peek_list (self), index);
  const char *text = json_string_value (self->kind->line_key != NULL ? json_object_get (record, self->kind->line_key) : record);

  return sdm_ui_label (text, "body");
}

static GtkWidget *
make_row (SdmPageList *self,
          size_t       index,
          gboolean     can_change)
{
  g_autofree char *path = g_strdup_printf ("%s/%zu", self->kind->path, index);
  GtkWidget       *row = sdm_ui_row (8);
  GtkWidget       *content = self->kind->make_row != NULL ? self->kind->make_row (self->page, path, (guint) index + 1)
                                                          : make_line (self, index);
  GtkWidget       *remove = sdm_ui_icon_button ("ev-bin-symbolic", _ (self->kind->remove_label));

  if (self->kind->make_row == NULL) /* which line this takes out */
    gtk_accessible_update_relation (GTK_ACCESSIBLE (remove), GTK_ACCESSIBLE_RELATION_DESCRIBED_BY, content, NULL, -1);
  sdm_page_place_mark (row, path);
  gtk_widget_set_hexpand (content, TRUE);
  gtk_box_append (GTK_BOX (row), sdm_steady_new (content));
  gtk_widget_set_valign (remove, GTK_ALIGN_CENTER);
  gtk_widget_set_sensitive (remove, can_change);
  g_object_set_data (G_OBJECT (remove), "index", GINT_TO_POINTER ((int) index));
  g_signal_connect (remove, "clicked", G_CALLBACK (remove_cb), self);
  gtk_box_append (GTK_BOX (row), self->kind->make_row != NULL ? sdm_ui_at_top (remove) : remove);

  return row;
}

static void
carry_over (SdmPageList *self,
            GPtrArray   *former)
{
  for (guint i = 0; i < former->len; i++)
    {
      const int  place = find_now (self, i);
      GtkWidget *row = gtk_widget_get_first_child (self->rows);

      for (int k = 0; k < place; k++)
        row = gtk_widget_get_next_sibling (row);
      if (place >= 0)
        sdm_page_place_carry_over (g_ptr_array_index (former, i), row);
    }
}

static void
add_line_field (SdmPageList *self,
                GtkWidget   *column)
{
  g_autofree char *path = self->kind->line_key != NULL ? g_strdup_printf ("%s/0/%s", self->kind->path, self->kind->line_key)
                                                       : g_strdup_printf ("%s/0", self->kind->path);
  GtkWidget       *row = sdm_ui_row (8);
  GtkWidget       *field;

  self->line = sdm_ui_entry (-1);
  sdm_ui_let_undo (self->line);
  sdm_ui_set_limit (self->line, sdm_consultation_get_max_length (path));
  field = sdm_ui_field (_ (self->kind->line_label), self->line);
  self->add = sdm_ui_button (_ ("Add"), "ev-plus-symbolic");
  gtk_widget_set_valign (self->add, GTK_ALIGN_END);
  gtk_widget_set_hexpand (field, TRUE);
  gtk_box_append (GTK_BOX (row), field);
  gtk_box_append (GTK_BOX (row), self->add);
  gtk_box_append (GTK_BOX (column), row);
  g_signal_connect_swapped (self->line, "activate", G_CALLBACK (add_line_cb), self);
  g_signal_connect_swapped (self->add, "clicked", G_CALLBACK (add_line_cb), self);
}

static void
add_record_button (SdmPageList *self,
                   GtkWidget   *column)
{
  self->add = sdm_ui_button (_ (self->kind->add_label), "ev-plus-symbolic");
  gtk_widget_add_css_class (self->add, "flat");
  gtk_widget_set_halign (self->add, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (column), self->add);
  g_signal_connect_swapped (self->add, "clicked", G_CALLBACK (add_record_cb), self);
}

/* GObject */

static void
sdm_page_list_finalize (GObject *object)
{
  json_decref (SDM_PAGE_LIST (object)->drawn);

  G_OBJECT_CLASS (sdm_page_list_parent_class)->finalize (object);
}

static void
sdm_page_list_class_init (SdmPageListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sdm_page_list_finalize;
}

static void
sdm_page_list_init (SdmPageList *self)
{
}

/* Public API */

/**
 * sdm_page_list_new:
 * @kind: (transfer none): what the list is made of; must outlive it
 *
 * Returns: the list, empty until sdm_page_list_refresh()
 */
GtkWidget *
sdm_page_list_new (SdmPage               *page,
                   const SdmPageListKind *kind)
{
  SdmPageList *self = g_object_new (SDM_TYPE_PAGE_LIST, NULL);
  GtkWidget   *column = sdm_ui_column (10);

  self->page = page;
  self->kind = kind;
  sdm_page_place_mark (GTK_WIDGET (self), kind->path);
  self->rows = sdm_ui_column (10);
  gtk_box_append (GTK_BOX (column), self->rows);
  if (kind->empty != NULL)
    {
      self->empty = sdm_ui_label (_ (kind->empty), "body");
      gtk_widget_add_css_class (self->empty, "quiet");
      gtk_box_append (GTK_BOX (column), self->empty);
    }
  if (kind->line_label != NULL)
    add_line_field (self, column);
  else
    add_record_button (self, column);
  adw_bin_set_child (ADW_BIN (self), column);
  g_signal_connect_object (sdm_page_get_consultation (page), "changed",
                           G_CALLBACK (consultation_changed_cb), self, G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}

/**
 * sdm_page_list_refresh:
 *
 * Draws the rows again, as the records stand in the consultation. What was typed in
 * them and is not kept goes on standing there.
 */
void
sdm_page_list_refresh (SdmPageList *self)
{
  size_t   n = json_array_size (peek_list (self));
  gboolean can_change = !sdm_session_is_read_only (sdm_page_get_session (self->page));
  g_autoptr (GPtrArray) former = NULL;

  sdm_page_unbind_below (self->page, self->rows);
  former = sdm_ui_take_children (self->rows);
  for (size_t i = 0; i < n; i++)
    {
      GtkWidget *row = make_row (self, i, can_change);

      if (i > 0 && self->kind->make_row != NULL)
        gtk_widget_add_css_class (row, "next-record");
      gtk_box_append (GTK_BOX (self->rows), row);
    }
  carry_over (self, former);
  hold_drawn (self);
  gtk_widget_set_visible (self->rows, n > 0);
  if (self->empty != NULL)
    gtk_widget_set_visible (self->empty, n == 0);
  if (self->line != NULL)
    gtk_widget_set_sensitive (self->line, can_change);
  gtk_widget_set_sensitive (self->add, can_change);
}
