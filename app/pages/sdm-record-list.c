/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-record-list.h"

#include <glib/gi18n.h>

#include "sdm-page-place.h"
#include "sdm-record-input-private.h"

/**
 * SdmRecordList:
 *
 * A list of small records of the consultation, such as people or needs, each a
 * line of inputs with a button that takes it out. What is typed is kept with
 * each key. A line that is still blank, or whose words were all taken away, is
 * on screen only: the consultation holds no empty records.
 *
 * ## Accessibility
 *
 * A group named after what it holds. Each input is named after its field and
 * its place in the list: "Name, 2".
 */
struct _SdmRecordList
{
  GtkBox parent_instance;

  SdmSession          *session;
  const SdmRecordKind *kind;
  GtkWidget           *grid;
  GtkWidget           *empty;
  GtkWidget           *add;
  GPtrArray           *rows; /* of Row */
  gboolean             showing;
};

G_DEFINE_FINAL_TYPE (SdmRecordList, sdm_record_list, GTK_TYPE_BOX)

#define MOST_FIELDS 6

typedef struct _Row Row;

typedef struct
{
  Row       *row;
  guint      index;
  GtkWidget *widget; /* not owned */
} Input;

struct _Row
{
  SdmRecordList *list;   /* not owned */
  json_t        *record; /* owned: as it is kept, or was last */
  Input          inputs[MOST_FIELDS];
  GtkWidget     *take_out; /* not owned */
};

static void
free_row (gpointer data)
{
  Row *row = data;

  json_decref (row->record);
  g_free (row);
}

static SdmConsultation *
get_consultation (SdmRecordList *self)
{
  return sdm_session_get_consultation (self->session);
}

/* Records */

static gboolean
is_whole (SdmRecordList *self,
          const Row     *row)
{
  gboolean any = FALSE;

  for (guint i = 0; i < self->kind->n_fields; i++)
    {
      const SdmRecordField *field = &self->kind->fields[i];
      const gboolean        filled = json_object_get (row->record, field->key) != NULL;

      if (field->is_needed && !filled)
        return FALSE;
      any = any || (filled && field->kind != SDM_RECORD_FIELD_FLAG);
    }

  return any;
}

static json_t *
collect (SdmRecordList *self)
{
  json_t *records = json_array ();

  for (guint i = 0; i < self->rows->len; i++)
    {
      const Row *row = g_ptr_array_index (self->rows, i);

      if (is_whole (self, row))
        json_array_append_new (records, json_deep_copy (row->record));
    }

  return records;
}

static gboolean
keep (SdmRecordList *self,
      GError       **error)
{
  return sdm_consultation_take_value (get_consultation (self), self->kind->path, collect (self), error);
}

/* Inputs */

static void
input_changed_cb (Input *input)
{
  Row                  *row = input->row;
  const SdmRecordField *field = &row->list->kind->fields[input->index];
  g_autoptr (GError) error = NULL;
  json_t *value = NULL;

  if (row->list->showing)
    return;
  /* The record stays as it was, so that the others in the list can be kept. */
  if (sdm_ui_is_too_long (input->widget))
    {
      sdm_ui_set_problem (input->widget, NULL);
      return;
    }
  if (!sdm_record_input_read (input->widget, field->kind == SDM_RECORD_FIELD_TIME, &value))
    {
      sdm_ui_set_problem (input->widget, _ ("Type a time such as 8:30 or 2 pm."));
      return;
    }

  if (value != NULL)
    json_object_set_new (row->record, field->key, value);
  else
    json_object_del (row->record, field->key);
  keep (row->list, &error);
  sdm_ui_set_problem (input->widget, error != NULL ? error->message : NULL);
}

/* Rows */

static void
name_row (SdmRecordList *self,
          guint          position)
{
  Row             *row = g_ptr_array_index (self->rows, position);
  g_autofree char *take_out = NULL;

  for (guint i = 0; i < self->kind->n_fields; i++)
    {
      g_autofree char *name = NULL;
      g_autofree char *place = g_strdup_printf ("%s/%u/%s", self->kind->path, position, self->kind->fields[i].key);

      sdm_page_place_mark (row->inputs[i].widget, place);
      /* Translators: an input and its place in a list: "Name, 2" */
      name = g_strdup_printf (_ ("%s, %u"), _ (self->kind->fields[i].label), position + 1);
      sdm_record_input_set_name (row->inputs[i].widget, name);
    }
  /* Translators: a button in line number %u of a list */
  take_out = g_strdup_printf (_ ("Take out line %u"), position + 1);
  gtk_widget_set_tooltip_text (row->take_out, take_out);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row->take_out), GTK_ACCESSIBLE_PROPERTY_LABEL, take_out, -1);
}

/* The text stands across the list; what follows has its columns under it. */
static void
attach_row (SdmRecordList *self,
            Row           *row,
            guint          position)
{
  const gboolean has_text = self->kind->fields[0].kind == SDM_RECORD_FIELD_TEXT;
  const int      line = has_text ? 2 * (int) position + 1 : (int) position + 1;
  const int      n_columns = (int) self->kind->n_fields - has_text;

  for (guint i = 0; i < self->kind->n_fields; i++)
    {
      const SdmRecordField *field = &self->kind->fields[i];
      GtkWidget            *cell = sdm_ui_column (4);

      gtk_box_append (GTK_BOX (cell), row->inputs[i].widget);
      gtk_widget_set_hexpand (cell, field->width_chars == 0 && field->kind == SDM_RECORD_FIELD_LINE);
      gtk_widget_set_valign (row->inputs[i].widget, GTK_ALIGN_CENTER);
      if (field->kind == SDM_RECORD_FIELD_TEXT)
        gtk_grid_attach (GTK_GRID (self->grid), cell, 0, line, n_columns + 1, 1);
      else
        gtk_grid_attach (GTK_GRID (self->grid), cell, (int) i - has_text, line + has_text, 1, 1);
    }
  gtk_widget_set_halign (row->take_out, GTK_ALIGN_END);
  gtk_widget_set_hexpand (row->take_out, has_text);
  gtk_grid_attach (GTK_GRID (self->grid), row->take_out, n_columns, line + has_text, 1, 1);
}

static void
take_out_cb (GtkWidget *button,
             Row       *row);

static Row *
add_row (SdmRecordList *self,
         json_t        *record)
{
  const gboolean read_only = sdm_session_is_read_only (self->session);
  Row           *row = g_new0 (Row, 1);

  row->list = self;
  row->record = record;
  row->take_out = sdm_ui_icon_button ("ev-bin-symbolic", "");
  gtk_widget_set_sensitive (row->take_out, !read_only);
  g_signal_connect (row->take_out, "clicked", G_CALLBACK (take_out_cb), row);
  g_ptr_array_add (self->rows, row);
  for (guint i = 0; i < self->kind->n_fields; i++)
    {
      const SdmRecordField *field = &self->kind->fields[i];

      row->inputs[i] = (Input){ row, i, sdm_record_input_new (self->kind, field) };
      gtk_widget_set_sensitive (row->inputs[i].widget, !read_only);
      sdm_record_input_show (row->inputs[i].widget, json_object_get (record, field->key));
      sdm_record_input_connect (row->inputs[i].widget, G_CALLBACK (input_changed_cb), &row->inputs[i]);
    }
  attach_row (self, row, self->rows->len - 1);
  name_row (self, self->rows->len - 1);

  return row;
}

static void
show_headings (SdmRecordList *self)
{
  const gboolean has_text = self->kind->fields[0].kind == SDM_RECORD_FIELD_TEXT;

  for (guint i = 0; i < self->kind->n_fields; i++)
    {
      const SdmRecordField *field = &self->kind->fields[i];
      GtkWidget            *heading;

      if (field->kind == SDM_RECORD_FIELD_TEXT || field->kind == SDM_RECORD_FIELD_FLAG || has_text)
        continue;
      heading = sdm_ui_label (_ (field->label), "chrome");
      gtk_widget_add_css_class (heading, "quiet");
      gtk_grid_attach (GTK_GRID (self->grid), heading, (int) i, 0, 1, 1);
    }
}

static void
show_whether_empty (SdmRecordList *self)
{
  gtk_widget_set_visible (self->grid, self->rows->len > 0);
  gtk_widget_set_visible (self->empty, self->rows->len == 0 && self->kind->empty != NULL);
}

static void
clear_grid (SdmRecordList *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->grid)) != NULL)
    gtk_grid_remove (GTK_GRID (self->grid), child);
  g_ptr_array_set_size (self->rows, 0);
}

/* Shows @records, which may be more than the consultation holds. */
static void
show_records (SdmRecordList *self,
              json_t        *records)
{
  json_t *record;
  size_t  i;

  self->showing = TRUE;
  clear_grid (self);
  if (json_array_size (records) > 0)
    show_headings (self);
  json_array_foreach (records, i, record)
    add_row (self, json_deep_copy (record));
  show_whether_empty (self);
  self->showing = FALSE;
}

static void
focus_row (SdmRecordList *self,
           guint          position,
           guint          field)
{
  if (position < self->rows->len)
    gtk_widget_child_focus (((Row *) g_ptr_array_index (self->rows, position))->inputs[field].widget, GTK_DIR_TAB_FORWARD);
  else
    gtk_widget_grab_focus (self->add);
}

/* Callbacks */

static void
take_out_cb (GtkWidget *button,
             Row       *row)
{
  SdmRecordList *self = row->list;
  g_autoptr (GError) error = NULL;
  g_autoptr (json_t) all = json_array ();
  const gboolean kept = is_whole (self, row);
  guint          position = 0;

  for (guint i = 0; i < self->rows->len; i++)
    {
      const Row *other = g_ptr_array_index (self->rows, i);

      if (other == row)
        position = i;
      else
        json_array_append (all, other->record);
    }

  show_records (self, all);
  focus_row (self, MIN (position, MAX (self->rows->len, 1) - 1), 0);
  if (!keep (self, &error))
    sdm_session_say (self->session, error->message);
  else if (kept)
    sdm_session_offer_undo (self->session, _ ("Taken out"));
}

static json_t *
make_record (SdmRecordList *self)
{
  json_t *record = json_object ();

  for (guint i = 0; i < self->kind->n_fields; i++)
    if (self->kind->fields[i].is_set_at_first)
      json_object_set_new (record, self->kind->fields[i].key, json_true ());

  return record;
}

/* Puts a line at the end, with what it holds already, and the focus into one of its inputs. */
static void
append_row (SdmRecordList *self,
            json_t        *record,
            guint          field)
{
  self->showing = TRUE;
  if (self->rows->len == 0)
    show_headings (self);
  add_row (self, record);
  show_whether_empty (self);
  self->showing = FALSE;
  focus_row (self, self->rows->len - 1, field);
}

static void
add_clicked_cb (SdmRecordList *self)
{
  append_row (self, make_record (self), 0);
}

/* GObject */

static void
sdm_record_list_dispose (GObject *object)
{
  SdmRecordList *self = SDM_RECORD_LIST (object);

  if (self->rows != NULL)
    clear_grid (self);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (sdm_record_list_parent_class)->dispose (object);
}

static void
sdm_record_list_class_init (SdmRecordListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sdm_record_list_dispose;
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
sdm_record_list_init (SdmRecordList *self)
{
  self->rows = g_ptr_array_new_with_free_func (free_row);
  self->grid = gtk_grid_new ();
  gtk_grid_set_column_spacing (GTK_GRID (self->grid), 8);
  gtk_grid_set_row_spacing (GTK_GRID (self->grid), 6);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 8);
  self->empty = sdm_ui_label (NULL, "body");
  gtk_box_append (GTK_BOX (self), self->empty);
  gtk_box_append (GTK_BOX (self), self->grid);
}

/* Public API */

/**
 * sdm_record_list_new:
 * @session: what is open
 * @kind: which list; lives as long as the program
 *
 * Returns: (transfer floating): the list, showing what the consultation holds
 */
GtkWidget *
sdm_record_list_new (SdmSession          *session,
                     const SdmRecordKind *kind)
{
  SdmRecordList *self = g_object_new (SDM_TYPE_RECORD_LIST, NULL);

  g_assert (kind->n_fields <= MOST_FIELDS);
  self->session = g_object_ref (session);
  self->kind = kind;
  sdm_page_place_mark (GTK_WIDGET (self), kind->path);
  gtk_label_set_label (GTK_LABEL (self->empty), kind->empty != NULL ? _ (kind->empty) : "");
  self->add = sdm_ui_button (_ (kind->add_label), "ev-plus-symbolic");
  gtk_widget_add_css_class (self->add, "flat");
  gtk_widget_set_halign (self->add, GTK_ALIGN_START);
  gtk_widget_set_sensitive (self->add, !sdm_session_is_read_only (session));
  g_signal_connect_swapped (self->add, "clicked", G_CALLBACK (add_clicked_cb), self);
  gtk_box_append (GTK_BOX (self), self->add);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _ (kind->name), -1);
  show_records (self, sdm_consultation_peek (get_consultation (self), kind->path));

  return GTK_WIDGET (self);
}

/**
 * sdm_record_list_refresh:
 *
 * Shows what the consultation holds now; lines that agree with it stay as they are.
 */
void
sdm_record_list_refresh (SdmRecordList *self)
{
  json_t *kept = sdm_consultation_peek (get_consultation (self), self->kind->path);
  g_autoptr (json_t) shown = collect (self);

  g_return_if_fail (SDM_IS_RECORD_LIST (self));

  if (!json_equal (kept, shown))
    show_records (self, kept);
}

/**
 * sdm_record_list_add:
 * @record: (transfer full): what the new record holds so far
 * @field: the place of the field that is asked next
 *
 * Adds a record as the person would, and goes to it.
 */
void
sdm_record_list_add (SdmRecordList *self,
                     json_t        *record,
                     guint          field)
{
  g_autoptr (GError) error = NULL;

  g_return_if_fail (SDM_IS_RECORD_LIST (self));

  append_row (self, record, field);
  if (!keep (self, &error))
    sdm_session_say (self->session, error->message);
}

/**
 * sdm_record_list_focus:
 * @record: its place among those that the consultation holds
 * @field: the place of the field
 *
 * Goes to a field of a record.
 */
void
sdm_record_list_focus (SdmRecordList *self,
                       guint          record,
                       guint          field)
{
  g_return_if_fail (SDM_IS_RECORD_LIST (self));

  for (guint i = 0; i < self->rows->len; i++)
    if (is_whole (self, g_ptr_array_index (self->rows, i)) && record-- == 0)
      {
        focus_row (self, i, field);
        return;
      }
}
