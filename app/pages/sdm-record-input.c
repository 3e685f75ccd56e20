/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-record-input-private.h"

#include <glib/gi18n.h>

#include "sdm-ruler.h"
#include "sdm-time.h"

static GtkWidget *
get_text_view (GtkWidget *input)
{
  return gtk_scrolled_window_get_child (GTK_SCROLLED_WINDOW (input));
}

static GtkTextBuffer *
get_buffer (GtkWidget *input)
{
  return gtk_text_view_get_buffer (GTK_TEXT_VIEW (get_text_view (input)));
}

static GtkWidget *
make_line (const SdmRecordField *field)
{
  GtkWidget *entry = sdm_ui_entry (field->width_chars > 0 ? field->width_chars : 6);

  gtk_widget_set_hexpand (entry, field->width_chars == 0);
  if (field->width_chars > 0)
    gtk_editable_set_max_width_chars (GTK_EDITABLE (entry), field->width_chars);

  return entry;
}

static guint
get_limit (const SdmRecordKind  *kind,
           const SdmRecordField *field)
{
  g_autofree char *path = g_strdup_printf ("%s/0/%s", kind->path, field->key);

  return sdm_consultation_get_max_length (path);
}

/**
 * sdm_record_input_new:
 *
 * Returns: (transfer floating): an input for one field of a record
 */
GtkWidget *
sdm_record_input_new (const SdmRecordKind  *kind,
                      const SdmRecordField *field)
{
  GtkWidget *input;

  switch (field->kind)
    {
    case SDM_RECORD_FIELD_TEXT:
      input = sdm_ui_text (48);
      sdm_ui_set_limit (input, get_limit (kind, field));
      if (kind->text_class != NULL)
        gtk_widget_add_css_class (get_text_view (input), kind->text_class);
      return input;
    case SDM_RECORD_FIELD_FLAG:
      return sdm_ui_check (_ (field->label));
    case SDM_RECORD_FIELD_TEN:
      input = sdm_ruler_new ();
      sdm_ruler_set_question (SDM_RULER (input), _ (field->label));
      return input;
    case SDM_RECORD_FIELD_TIME:
      return make_line (field);
    case SDM_RECORD_FIELD_LINE:
    default:
      input = make_line (field);
      sdm_ui_set_limit (input, get_limit (kind, field));
      return input;
    }
}

/**
 * sdm_record_input_connect:
 * @changed: called with @data first when the person changed the input
 */
void
sdm_record_input_connect (GtkWidget *input,
                          GCallback  changed,
                          gpointer   data)
{
  if (GTK_IS_SCROLLED_WINDOW (input))
    g_signal_connect_swapped (get_buffer (input), "changed", changed, data);
  else
    g_signal_connect_swapped (input, GTK_IS_CHECK_BUTTON (input) ? "toggled" : "changed", changed, data);
}

/**
 * sdm_record_input_set_name:
 * @name: what it is called for those who do not see it
 */
void
sdm_record_input_set_name (GtkWidget  *input,
                           const char *name)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (GTK_IS_SCROLLED_WINDOW (input) ? get_text_view (input) : input),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

/**
 * sdm_record_input_show:
 * @value: (nullable): what the record holds
 */
void
sdm_record_input_show (GtkWidget *input,
                       json_t    *value)
{
  if (GTK_IS_CHECK_BUTTON (input))
    gtk_check_button_set_active (GTK_CHECK_BUTTON (input), json_is_true (value));
  else if (SDM_IS_RULER (input))
    sdm_ruler_set_value (SDM_RULER (input), json_is_integer (value) ? (int) json_integer_value (value) : SDM_RULER_NOT_SAID);
  else
    sdm_ui_show_text (input, json_string_value (value));
}

static json_t *
make_string (const char *text)
{
  return *text != '\0' ? json_string (text) : NULL;
}

/**
 * sdm_record_input_read:
 * @is_time: whether a line must be a time of day
 * @value: (out) (transfer full) (nullable): what it says; %NULL for nothing
 *
 * Returns: FALSE where it says something that is no time
 */
gboolean
sdm_record_input_read (GtkWidget *input,
                       gboolean   is_time,
                       json_t   **value)
{
  const char *text;

  *value = NULL;
  if (GTK_IS_SCROLLED_WINDOW (input))
    {
      g_autofree char *typed = NULL;

      g_object_get (get_buffer (input), "text", &typed, NULL);
      *value = make_string (typed);
      return TRUE;
    }
  if (GTK_IS_CHECK_BUTTON (input))
    {
      *value = json_boolean (gtk_check_button_get_active (GTK_CHECK_BUTTON (input)));
      return TRUE;
    }
  if (SDM_IS_RULER (input))
    {
      const int mark = sdm_ruler_get_value (SDM_RULER (input));

      *value = mark != SDM_RULER_NOT_SAID ? json_integer (mark) : NULL;
      return TRUE;
    }

  text = gtk_editable_get_text (GTK_EDITABLE (input));
  if (is_time && *text != '\0')
    {
      g_autofree char *time = sdm_time_parse (text);

      *value = time != NULL ? json_string (time) : NULL;
      return time != NULL;
    }
  *value = make_string (text);

  return TRUE;
}
