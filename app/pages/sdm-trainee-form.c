/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-trainee-form.h"

#include <glib/gi18n.h>

#include "sdm-trainees.h"
#include "sdm-ui.h"

/**
 * SdmTraineeForm:
 *
 * What is read and asked before a talk with a made-up patient: the case, and who practises. Whoever has
 * practised on this computer is there to choose.
 *
 * ## Signals
 *
 * `begin` with a name and the id of a role, which may be empty.
 */
struct _SdmTraineeForm
{
  AdwBin parent_instance;

  GSettings *settings;
  GPtrArray *names;  /* of utf8: those to choose from */
  GPtrArray *checks; /* of GtkWidget, not owned: the same order, and last the one for somebody else */
  GtkWidget *name_field;
  GtkWidget *name;
  GtkWidget *role;
};

G_DEFINE_FINAL_TYPE (SdmTraineeForm, sdm_trainee_form, ADW_TYPE_BIN)

#define NAME_MOST 200

static guint begin_signal;

/* Callbacks */

static const char *
get_chosen_name (SdmTraineeForm *self)
{
  for (guint i = 0; i < self->names->len; i++)
    if (gtk_check_button_get_active (GTK_CHECK_BUTTON (g_ptr_array_index (self->checks, i))))
      return g_ptr_array_index (self->names, i);

  return NULL;
}

static void
choose_role (SdmTraineeForm *self,
             const char     *role)
{
  const char *const *roles = sdm_trainees_get_roles ();
  guint              place = 0;

  for (guint i = 0; roles[i] != NULL; i++)
    if (g_str_equal (roles[i], role))
      place = i + 1;
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->role), place);
}

/* The role goes with the person; somebody else is asked for a name. */
static void
chosen_cb (SdmTraineeForm *self)
{
  const char *name = get_chosen_name (self);

  gtk_widget_set_visible (self->name_field, name == NULL);
  if (name != NULL)
    {
      g_autofree char *role = sdm_trainees_dup_role (self->settings, name);

      choose_role (self, role);
    }
}

static void
begin_cb (SdmTraineeForm *self)
{
  const char        *chosen = get_chosen_name (self);
  g_autofree char   *typed = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->name))));
  const char *const *roles = sdm_trainees_get_roles ();
  const guint        place = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->role));

  if (chosen == NULL && sdm_ui_is_too_long (self->name))
    return;
  sdm_ui_set_problem (self->name, chosen == NULL && *typed == '\0' ? _ ("Say who is practising, so that your talks are kept apart from those of others.") : NULL);
  if (chosen == NULL && *typed == '\0')
    {
      gtk_widget_grab_focus (self->name);
      return;
    }
  g_signal_emit (self, begin_signal, 0, chosen != NULL ? chosen : typed, place > 0 ? roles[place - 1] : "");
}

/* Parts */

static void
add_check (SdmTraineeForm *self,
           GtkWidget      *box,
           const char     *label)
{
  GtkWidget *check = sdm_ui_check (label);

  if (self->checks->len > 0)
    gtk_check_button_set_group (GTK_CHECK_BUTTON (check), GTK_CHECK_BUTTON (g_ptr_array_index (self->checks, 0)));
  g_ptr_array_add (self->checks, check);
  g_signal_connect_swapped (check, "toggled", G_CALLBACK (chosen_cb), self);
  gtk_box_append (GTK_BOX (box), check);
}

static GtkWidget *
make_role (void)
{
  const char *const *roles = sdm_trainees_get_roles ();
  g_autoptr (GtkStringList) list = gtk_string_list_new (NULL);

  gtk_string_list_append (list, _ ("Rather not say"));
  for (guint i = 0; roles[i] != NULL; i++)
    gtk_string_list_append (list, sdm_trainees_get_role_label (roles[i]));

  return gtk_drop_down_new (G_LIST_MODEL (g_steal_pointer (&list)), NULL);
}

static GtkWidget *
make_who (SdmTraineeForm *self)
{
  GtkWidget *who = sdm_ui_column (8);
  GtkWidget *title = sdm_ui_label (_ ("Who is practising?"), "h3");

  gtk_box_append (GTK_BOX (who), title);
  for (guint i = 0; i < self->names->len; i++)
    add_check (self, who, g_ptr_array_index (self->names, i));
  if (self->names->len > 0)
    add_check (self, who, _ ("Somebody else"));
  gtk_accessible_update_relation (GTK_ACCESSIBLE (who), GTK_ACCESSIBLE_RELATION_LABELLED_BY, title, NULL, -1);

  self->name = sdm_ui_entry (12);
  sdm_ui_set_limit (self->name, NAME_MOST);
  g_signal_connect_swapped (self->name, "activate", G_CALLBACK (begin_cb), self);
  self->name_field = sdm_ui_field (_ ("Your name"), self->name);
  gtk_box_append (GTK_BOX (who), self->name_field);
  self->role = make_role ();
  gtk_box_append (GTK_BOX (who), sdm_ui_field (_ ("Your role"), self->role));

  return who;
}

static void
build (SdmTraineeForm *self,
       SdmCase        *example)
{
  GtkWidget *form = sdm_ui_column (16);
  GtkWidget *begin = sdm_ui_button (_ ("Begin the talk"), NULL);
  gtk_box_append (GTK_BOX (form), sdm_ui_label (sdm_case_get_summary (example), "chrome"));
  gtk_box_append (GTK_BOX (form), sdm_ui_label (_ ("Nobody real. Ask in your own words, or pick a question. What you show on the pages, they see."), "chrome-small"));
  gtk_box_append (GTK_BOX (form), make_who (self));
  gtk_widget_add_css_class (begin, "suggested-action");
  gtk_widget_set_halign (begin, GTK_ALIGN_START);
  g_signal_connect_swapped (begin, "clicked", G_CALLBACK (begin_cb), self);
  gtk_box_append (GTK_BOX (form), begin);
  /* Room for the ring round what has the focus. */
  gtk_widget_set_margin_start (form, 4);
  gtk_widget_set_margin_end (form, 4);
  gtk_widget_set_margin_bottom (form, 4);
  adw_bin_set_child (ADW_BIN (self), form);
  if (self->names->len > 0)
    gtk_check_button_set_active (GTK_CHECK_BUTTON (g_ptr_array_index (self->checks, 0)), TRUE);
}

/* GObject */

static void
sdm_trainee_form_finalize (GObject *object)
{
  SdmTraineeForm *self = SDM_TRAINEE_FORM (object);

  g_clear_object (&self->settings);
  g_clear_pointer (&self->names, g_ptr_array_unref);
  g_clear_pointer (&self->checks, g_ptr_array_unref);

  G_OBJECT_CLASS (sdm_trainee_form_parent_class)->finalize (object);
}

static void
sdm_trainee_form_class_init (SdmTraineeFormClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sdm_trainee_form_finalize;

  begin_signal = g_signal_new ("begin", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                               G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_STRING);
}

static void
sdm_trainee_form_init (SdmTraineeForm *self)
{
  self->checks = g_ptr_array_new ();
}

/* Public API */

GtkWidget *
sdm_trainee_form_new (GSettings *settings,
                      SdmCase   *example)
{
  SdmTraineeForm *self = g_object_new (SDM_TYPE_TRAINEE_FORM, NULL);

  self->settings = g_object_ref (settings);
  self->names = sdm_trainees_list (settings);
  build (self, example);

  return GTK_WIDGET (self);
}
