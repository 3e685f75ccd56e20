/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-weigh-burden.h"

#include <glib/gi18n.h>

#include "sdm-consultation-weigh.h"
#include "sdm-time.h"

/**
 * SdmWeighBurden:
 *
 * One thing that an option asks of a person: what, how often, how long as a
 * guess, and what this person says to it. When it would be in their own day,
 * how long it takes them and a note are asked once they have said something,
 * or ask for it.
 *
 * ## Accessibility
 *
 * All that can be done with it on the line of the day can be done here by the
 * keyboard. Each input is named with the thing and the option it belongs to.
 */
struct _SdmWeighBurden
{
  GtkBox parent_instance;

  SdmPage         *page;   /* not owned: it owns this */
  const SdmOption *option; /* owned by the aid */
  const SdmBurden *burden; /* owned by the aid */
  GtkWidget       *effort;
  GtkWidget       *says;
  GtkWidget       *ask; /* shows the inputs below */
  GtkWidget       *own;
  GtkWidget       *at;
  GtkWidget       *minutes;
  GtkWidget       *note;
  gboolean         is_showing;
};

G_DEFINE_FINAL_TYPE (SdmWeighBurden, sdm_weigh_burden, GTK_TYPE_BOX)

static SdmConsultation *
get_consultation (SdmWeighBurden *self)
{
  return sdm_page_get_consultation (self->page);
}

static const char *
get_text (SdmWeighBurden *self,
          const char     *key)
{
  return sdm_consultation_get_burden_text (get_consultation (self), self->option->id, self->burden->id, key);
}

/* Showing */

static void
show_effort (SdmWeighBurden *self)
{
  g_autofree char *effort = sdm_consultation_dup_burden_effort (get_consultation (self), self->option->id, self->burden);

  gtk_label_set_label (GTK_LABEL (self->effort), effort != NULL ? effort : "");
  gtk_widget_set_visible (self->effort, effort != NULL);
}

static void
show_inputs (SdmWeighBurden *self,
             gboolean        own)
{
  gtk_widget_set_visible (self->own, own);
  gtk_widget_set_visible (self->ask, !own && !sdm_session_is_read_only (sdm_page_get_session (self->page)));
}

/* There is something to look at in them. */
static gboolean
has_own (SdmWeighBurden *self)
{
  return sdm_consultation_has_burden (get_consultation (self), self->option->id, self->burden->id) ||
         sdm_ui_has_problem (self->at) || sdm_ui_has_problem (self->minutes) || sdm_ui_has_problem (self->note);
}

/* What was typed stays as it is while it says the same. */
static void
show_time (SdmWeighBurden *self)
{
  const char      *kept = get_text (self, "at");
  g_autofree char *typed = sdm_time_parse (gtk_editable_get_text (GTK_EDITABLE (self->at)));

  if (g_strcmp0 (kept, typed) == 0)
    return;
  self->is_showing = TRUE;
  sdm_ui_show_text (self->at, kept);
  self->is_showing = FALSE;
}

/* Where undo finds the inputs, once something is kept of them. */
static void
mark (SdmWeighBurden *self)
{
  json_t *entry;
  size_t  i;

  json_array_foreach (sdm_consultation_peek (get_consultation (self), "weigh/day"), i, entry)
    if (sdm_weigh_burden_is (self, json_string_value (json_object_get (entry, "option")), json_string_value (json_object_get (entry, "burden"))))
      {
        g_autofree char *place = g_strdup_printf ("weigh/day/%" G_GSIZE_FORMAT, i);
        g_autofree char *at = g_strdup_printf ("%s/at", place);
        g_autofree char *minutes = g_strdup_printf ("%s/minutes", place);
        g_autofree char *note = g_strdup_printf ("%s/note", place);

        sdm_page_place_mark (GTK_WIDGET (self), place);
        sdm_page_place_mark (self->at, at);
        sdm_page_place_mark (self->minutes, minutes);
        sdm_page_place_mark (self->note, note);
      }
}

static void
show_all (SdmWeighBurden *self)
{
  const char      *note = get_text (self, "note");
  const int        own = sdm_consultation_get_burden_minutes (get_consultation (self), self->option->id, self->burden->id);
  g_autofree char *minutes = own != SDM_NOT_SAID ? g_strdup_printf ("%d", own) : g_strdup ("");

  self->is_showing = TRUE;
  sdm_choice_bar_set_value (SDM_CHOICE_BAR (self->says), get_text (self, "says"));
  sdm_ui_show_text (self->minutes, minutes);
  sdm_ui_show_text (self->note, note);
  self->is_showing = FALSE;
  show_time (self);
  show_effort (self);
  show_inputs (self, has_own (self));
  mark (self);
}

/* Callbacks */

/* The line of the day may have given it another time. */
static void
consultation_changed_cb (SdmWeighBurden *self,
                         const char     *path)
{
  if (!g_str_has_prefix (path, "weigh/day") || self->is_showing)
    return;
  if (!gtk_widget_has_css_class (self->at, "problem"))
    show_time (self);
  show_effort (self);
  if (has_own (self))
    show_inputs (self, TRUE);
}

static void
keep_text (SdmWeighBurden *self,
           GtkWidget      *input,
           const char     *key,
           const char     *text)
{
  g_autoptr (GError) error = NULL;

  sdm_consultation_set_burden_text (get_consultation (self), self->option->id, self->burden->id, key, text, &error);
  if (input != NULL)
    sdm_ui_set_problem (input, error != NULL ? error->message : NULL);
  else if (error != NULL)
    sdm_session_say (sdm_page_get_session (self->page), error->message);
}

static void
says_changed_cb (SdmWeighBurden *self)
{
  if (!self->is_showing)
    keep_text (self, NULL, "says", sdm_choice_bar_get_value (SDM_CHOICE_BAR (self->says)));
}

static void
note_changed_cb (SdmWeighBurden *self)
{
  if (!self->is_showing)
    keep_text (self, self->note, "note", gtk_editable_get_text (GTK_EDITABLE (self->note)));
}

static void
time_changed_cb (SdmWeighBurden *self)
{
  const char      *typed = gtk_editable_get_text (GTK_EDITABLE (self->at));
  g_autofree char *time = sdm_time_parse (typed);

  if (self->is_showing)
    return;
  if (*typed != '\0' && time == NULL)
    sdm_ui_set_problem (self->at, _ ("Type a time such as 8:30 or 2 pm."));
  else
    keep_text (self, self->at, "at", time);
}

static void
minutes_changed_cb (SdmWeighBurden *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->minutes));
  guint64     minutes = 0;
  g_autoptr (GError) error = NULL;

  if (self->is_showing)
    return;
  if (*text != '\0' && !g_ascii_string_to_unsigned (text, 10, 0, 1440, &minutes, NULL))
    {
      sdm_ui_set_problem (self->minutes, _ ("Type whole minutes, 1440 at most."));
      return;
    }
  sdm_consultation_set_burden_minutes (get_consultation (self), self->option->id, self->burden->id,
                                       *text != '\0' ? (int) minutes : SDM_NOT_SAID, &error);
  sdm_ui_set_problem (self->minutes, error != NULL ? error->message : NULL);
}

/* Building */

static GtkWidget *
make_field (SdmWeighBurden *self,
            GtkWidget      *input,
            const char     *label,
            GCallback       changed)
{
  g_autofree char *name = NULL;
  GtkWidget       *field = sdm_ui_field (label, input);

  /* Translators: what an input asks, what has to be done, and the option it belongs to:
     "Minutes: Take one tablet: Standard statin" */
  name = g_strdup_printf (_ ("%s: %s: %s"), label, self->burden->what, self->option->title);
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (input), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  gtk_accessible_update_property (GTK_ACCESSIBLE (input), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_widget_set_sensitive (input, !sdm_session_is_read_only (sdm_page_get_session (self->page)));
  g_signal_connect_swapped (input, "changed", changed, self);

  return field;
}

static GtkWidget *
new_short_entry (int width_chars)
{
  GtkWidget *entry = sdm_ui_entry (width_chars);

  gtk_editable_set_max_width_chars (GTK_EDITABLE (entry), width_chars);
  gtk_widget_set_hexpand (entry, FALSE);
  gtk_widget_set_halign (entry, GTK_ALIGN_START);

  return entry;
}

static void
add_own (SdmWeighBurden *self)
{
  GtkWidget *row = sdm_ui_row (10);

  self->own = sdm_ui_column (6);
  self->at = new_short_entry (7);
  self->minutes = new_short_entry (4);
  self->note = sdm_ui_entry (8);
  sdm_ui_set_limit (self->note, sdm_consultation_get_max_length ("weigh/day/0/note"));
  gtk_box_append (GTK_BOX (row), sdm_steady_new (make_field (self, self->at, _ ("When"), G_CALLBACK (time_changed_cb))));
  gtk_box_append (GTK_BOX (row), sdm_steady_new (make_field (self, self->minutes, _ ("Minutes"), G_CALLBACK (minutes_changed_cb))));
  gtk_box_append (GTK_BOX (self->own), row);
  gtk_box_append (GTK_BOX (self->own), make_field (self, self->note, _ ("In your day"), G_CALLBACK (note_changed_cb)));
}

static void
add_says (SdmWeighBurden *self)
{
  g_autofree char *name = NULL;

  self->says = sdm_choice_bar_new ();
  sdm_choice_bar_add (SDM_CHOICE_BAR (self->says), "no-trouble", _ ("No trouble"));
  sdm_choice_bar_add (SDM_CHOICE_BAR (self->says), "some-trouble", _ ("Some trouble"));
  sdm_choice_bar_add (SDM_CHOICE_BAR (self->says), "too-much", _ ("Too much"));
  gtk_widget_add_css_class (self->says, "row-of-many");
  gtk_widget_set_sensitive (self->says, !sdm_session_is_read_only (sdm_page_get_session (self->page)));
  /* Translators: what has to be done, and the option it belongs to: "Take one tablet: Standard statin" */
  name = g_strdup_printf (_ ("%s: %s"), self->burden->what, self->option->title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->says), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect_swapped (self->says, "notify::value", G_CALLBACK (says_changed_cb), self);
}

static void
add_ask (SdmWeighBurden *self)
{
  g_autofree char *name = NULL;

  self->ask = sdm_ui_button (_ ("When and how long"), "ev-clock-symbolic");
  gtk_widget_add_css_class (self->ask, "flat");
  gtk_widget_set_halign (self->ask, GTK_ALIGN_START);
  /* Translators: what a button asks, what has to be done, and the option it belongs to */
  name = g_strdup_printf (_ ("%s: %s: %s"), _ ("When and how long"), self->burden->what, self->option->title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->ask), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect_swapped (self->ask, "clicked", G_CALLBACK (sdm_weigh_burden_show_own), self);
}

/* GObject */

static void
sdm_weigh_burden_class_init (SdmWeighBurdenClass *klass)
{
}

static void
sdm_weigh_burden_init (SdmWeighBurden *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 4);
}

/* Public API */

/**
 * sdm_weigh_burden_new:
 * @option: an option of the aid
 * @burden: one of its burdens
 *
 * Returns: (transfer floating): @burden with its inputs; where there is nothing to do, its words alone
 */
GtkWidget *
sdm_weigh_burden_new (SdmPage         *page,
                      const SdmOption *option,
                      const SdmBurden *burden)
{
  SdmWeighBurden *self = g_object_new (SDM_TYPE_WEIGH_BURDEN, NULL);

  self->page = page;
  self->option = option;
  self->burden = burden;
  gtk_box_append (GTK_BOX (self), sdm_ui_label (burden->what, "answer"));
  if (burden->times == 0)
    return GTK_WIDGET (self);

  self->effort = sdm_ui_label (NULL, "caption");
  add_says (self);
  add_ask (self);
  add_own (self);
  gtk_box_append (GTK_BOX (self), self->effort);
  gtk_box_append (GTK_BOX (self), self->says);
  gtk_box_append (GTK_BOX (self), self->ask);
  gtk_box_append (GTK_BOX (self), self->own);
  show_all (self);
  g_signal_connect_object (get_consultation (self), "changed", G_CALLBACK (consultation_changed_cb), self, G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}

/**
 * sdm_weigh_burden_refresh:
 *
 * Shows what the consultation says now.
 */
void
sdm_weigh_burden_refresh (SdmWeighBurden *self)
{
  const gboolean can_change = !sdm_session_is_read_only (sdm_page_get_session (self->page));
  GtkWidget     *inputs[] = { self->says, self->at, self->minutes, self->note };

  if (self->own == NULL)
    return;
  show_all (self);
  for (guint i = 0; i < G_N_ELEMENTS (inputs); i++)
    gtk_widget_set_sensitive (inputs[i], can_change);
}

/**
 * sdm_weigh_burden_is:
 *
 * Returns: whether it is this burden of this option
 */
gboolean
sdm_weigh_burden_is (SdmWeighBurden *self,
                     const char     *option,
                     const char     *burden)
{
  return g_str_equal (self->option->id, option) && g_str_equal (self->burden->id, burden);
}

/**
 * sdm_weigh_burden_show_own:
 *
 * Asks when it would be and how long it takes, and goes to the first of these inputs.
 */
void
sdm_weigh_burden_show_own (SdmWeighBurden *self)
{
  if (self->own == NULL)
    return;
  show_inputs (self, TRUE);
  gtk_widget_grab_focus (self->at);
}
