/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-home-private.h"

#include <glib/gi18n.h>

#include "sdm-ui.h"

/**
 * SdmHomeReal:
 *
 * Real patients on the first page: a way to sign in where there are records of them,
 * and once somebody signed in, who that is, and what was left and finished. Nobody's
 * name is on it otherwise.
 */
struct _SdmHomeReal
{
  GtkBox parent_instance;

  SdmWindow  *window; /* not owned: it owns this */
  SdmContext *context;
  GtkWidget  *locked; /* a way in */
  GtkWidget  *set_up;
  GtkWidget  *open; /* somebody is in */
  GtkWidget  *who;
  GtkWidget  *start;
  GtkWidget  *due;     /* a backup is */
  GtkWidget  *records; /* SdmHomeRecords */
};

G_DEFINE_FINAL_TYPE (SdmHomeReal, sdm_home_real, GTK_TYPE_BOX)

/* Parts */

static GtkWidget *
make_action_button (const char *label,
                    const char *icon_name,
                    const char *action_name)
{
  GtkWidget *button = sdm_ui_button (label, icon_name);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action_name);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);

  return button;
}

/* A word and what can be done about it, side by side where there is room. */
static GtkWidget *
make_bar (GtkWidget *text)
{
  GtkWidget *bar = sdm_ui_wrap (8);

  gtk_label_set_natural_wrap_mode (GTK_LABEL (text), GTK_NATURAL_WRAP_NONE);
  gtk_box_append (GTK_BOX (bar), text);

  return bar;
}

static GtkWidget *
make_locked (SdmHomeReal *self)
{
  self->locked = make_bar (sdm_ui_label (_ ("The records of patients are locked."), "body"));
  gtk_box_append (GTK_BOX (self->locked), make_action_button (_ ("Sign in"), "ev-lock-symbolic", "win.sign-in"));

  return self->locked;
}

static GtkWidget *
make_set_up (SdmHomeReal *self)
{
  self->set_up = make_bar (sdm_ui_label (_ ("Only practice is kept here so far."), "body"));
  gtk_box_append (GTK_BOX (self->set_up), make_action_button (_ ("Set up for real patients"), NULL, "win.set-up"));

  return self->set_up;
}

static GtkWidget *
make_due (SdmHomeReal *self)
{
  self->due = make_bar (sdm_ui_label (NULL, "body"));
  gtk_box_append (GTK_BOX (self->due), make_action_button (_ ("Looking after the records"), NULL, "win.records"));
  gtk_widget_set_visible (self->due, FALSE);

  return self->due;
}

static GtkWidget *
make_open (SdmHomeReal *self)
{
  GtkWidget *bar;

  self->open = sdm_ui_column (12);
  self->who = sdm_ui_label (NULL, "body");
  bar = make_bar (self->who);
  self->start = make_action_button (_ ("New consultation"), "ev-plus-symbolic", "win.new-patient");
  gtk_widget_add_css_class (self->start, "suggested-action");
  gtk_box_append (GTK_BOX (bar), self->start);
  gtk_box_append (GTK_BOX (bar), make_action_button (_ ("Find a patient"), "ev-search-symbolic", "win.find-patient"));
  gtk_box_append (GTK_BOX (bar), make_action_button (_ ("Not me"), NULL, "win.not-me"));
  gtk_box_append (GTK_BOX (bar), make_action_button (_ ("Lock"), "ev-lock-symbolic", "win.lock"));
  gtk_box_append (GTK_BOX (self->open), bar);
  gtk_box_append (GTK_BOX (self->open), make_due (self));
  self->records = sdm_home_records_new (self->window, self->context, SDM_RECORD_STORE_REAL);
  gtk_box_append (GTK_BOX (self->open), self->records);

  return self->open;
}

/* Callbacks */

static void
looked_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (SdmHomeReal) self = user_data;
  const gboolean is_there = sdm_record_store_look_finish (SDM_RECORD_STORE (source), result);

  if (self->context == NULL)
    return;
  gtk_widget_set_visible (self->locked, is_there && sdm_context_get_person (self->context) == NULL);
  gtk_widget_set_visible (self->set_up, !is_there);
}

static void
upkeep_changed_cb (SdmHomeReal *self)
{
  SdmUpkeep             *upkeep = sdm_context_get_upkeep (self->context);
  const SdmRecordUpkeep *last = sdm_upkeep_get_last (upkeep);
  const gboolean         is_due = sdm_upkeep_is_backup_due (upkeep) && sdm_upkeep_get_work (upkeep) != SDM_UPKEEP_BACKUP;

  gtk_widget_set_visible (self->due, is_due);
  if (is_due && last->backup == 0)
    {
      gtk_label_set_label (GTK_LABEL (gtk_widget_get_first_child (self->due)), _ ("There is no backup of the records yet."));
    }
  else if (is_due)
    {
      g_autofree char *when = sdm_upkeep_format_moment (last->backup);
      g_autofree char *text = NULL;

      /* Translators: a day and a time */
      text = g_strdup_printf (_ ("The last backup of the records was on %s. Make one today."), when);
      gtk_label_set_label (GTK_LABEL (gtk_widget_get_first_child (self->due)), text);
    }
}

static void
signed_in_cb (SdmHomeReal *self)
{
  const SdmRecordPerson *person = sdm_context_get_person (self->context);

  gtk_widget_set_visible (self->open, person != NULL);
  if (person == NULL)
    {
      sdm_home_records_clear (SDM_HOME_RECORDS (self->records));
      gtk_label_set_label (GTK_LABEL (self->who), "");
    }
  else if (person->name == NULL)
    {
      gtk_label_set_label (GTK_LABEL (self->who), _ ("Signed in with the recovery code"));
    }
  else
    {
      g_autofree char *text = NULL;

      /* Translators: %s is a name: "Signed in: Dr Amina Rowe" */
      text = g_strdup_printf (_ ("Signed in: %s"), person->name);
      gtk_label_set_label (GTK_LABEL (self->who), text);
    }
  sdm_home_real_refresh (self);
}

/* GObject */

static void
sdm_home_real_dispose (GObject *object)
{
  SdmHomeReal *self = SDM_HOME_REAL (object);

  g_clear_object (&self->context);

  G_OBJECT_CLASS (sdm_home_real_parent_class)->dispose (object);
}

static void
sdm_home_real_class_init (SdmHomeRealClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sdm_home_real_dispose;
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
sdm_home_real_init (SdmHomeReal *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Patients"), -1);
}

/* Public API */

GtkWidget *
sdm_home_real_new (SdmWindow  *window,
                   SdmContext *context)
{
  SdmHomeReal *self = g_object_new (SDM_TYPE_HOME_REAL, NULL);

  self->window = window;
  self->context = g_object_ref (context);
  gtk_box_append (GTK_BOX (self), make_locked (self));
  gtk_box_append (GTK_BOX (self), make_set_up (self));
  gtk_box_append (GTK_BOX (self), make_open (self));
  gtk_widget_set_visible (self->locked, FALSE);
  gtk_widget_set_visible (self->set_up, FALSE);
  g_signal_connect_object (context, "notify::signed-in", G_CALLBACK (signed_in_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (sdm_context_get_upkeep (context), "changed", G_CALLBACK (upkeep_changed_cb), self, G_CONNECT_SWAPPED);
  signed_in_cb (self);

  return GTK_WIDGET (self);
}

/**
 * sdm_home_real_refresh:
 *
 * Shows what there is of real patients now.
 */
void
sdm_home_real_refresh (SdmHomeReal *self)
{
  sdm_record_store_look_async (sdm_context_get_store (self->context, SDM_RECORD_STORE_REAL), looked_cb, g_object_ref (self));
  sdm_home_records_refresh (SDM_HOME_RECORDS (self->records));
}
