/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-plan-decider.h"

#include <glib/gi18n.h>

#include "sdm-consultation-plan.h"
#include "sdm-page-reader.h"

/**
 * SdmPlanDecider:
 *
 * Who decided. Where somebody decided for the person in law, also who that is
 * and why.
 */
struct _SdmPlanDecider
{
  AdwBin parent_instance;

  SdmPage   *page; /* not owned: it owns this */
  GtkWidget *who;
  GtkWidget *for_them; /* the fields about the other person */
  gboolean   refreshing;
};

G_DEFINE_FINAL_TYPE (SdmPlanDecider, sdm_plan_decider, ADW_TYPE_BIN)

/* The values of plan/decided_by in the order of the list; its first line is "not said yet". */
static const char *const deciders[] = { NULL, "patient", "together", "clinician-asked", "left-open", "for-them" };
/* The parent first, and the child, who may be old enough, last. */
static const char *const parents_deciders[] = { NULL, "for-them", "together", "clinician-asked", "left-open", "patient" };

G_STATIC_ASSERT (G_N_ELEMENTS (deciders) == G_N_ELEMENTS (parents_deciders));

static const char *
get_decided_by (SdmPlanDecider *self,
                guint           chosen)
{
  if (chosen >= G_N_ELEMENTS (deciders))
    return NULL;

  return sdm_page_is_for_parent (self->page) ? parents_deciders[chosen] : deciders[chosen];
}

static guint
find_decider (SdmPlanDecider *self)
{
  const char *decided_by = sdm_consultation_get_text (sdm_page_get_consultation (self->page), "plan/decided_by");

  for (guint i = 1; i < G_N_ELEMENTS (deciders); i++)
    if (g_strcmp0 (get_decided_by (self, i), decided_by) == 0)
      return i;

  return 0;
}

/* Who decided for them is kept only while somebody did. */
static gboolean
forget_other (SdmPlanDecider *self)
{
  SdmConsultation *consultation = sdm_page_get_consultation (self->page);
  json_t          *other = sdm_consultation_peek (consultation, "plan/decider");
  g_autoptr (GError) error = NULL;

  if (other == NULL)
    return FALSE;
  if (sdm_consultation_remove (consultation, "plan/decider", &error))
    return TRUE;
  sdm_session_say (sdm_page_get_session (self->page), error->message);

  return FALSE;
}

/* Callbacks */

static void
decided_cb (SdmPlanDecider *self)
{
  SdmConsultation *consultation = sdm_page_get_consultation (self->page);
  guint            chosen = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->who));
  const char      *decided_by = get_decided_by (self, chosen);
  gboolean         is_for_them = g_strcmp0 (decided_by, "for-them") == 0;
  gboolean         is_kept;
  gboolean         forgot = FALSE;
  g_autoptr (GError) error = NULL;

  gtk_widget_set_visible (self->for_them, is_for_them);
  if (self->refreshing || chosen >= G_N_ELEMENTS (deciders))
    return;

  sdm_consultation_begin_edit (consultation);
  is_kept = sdm_consultation_set_decided_by (consultation, sdm_page_get_aid (self->page), decided_by, &error);
  if (!is_kept)
    sdm_session_say (sdm_page_get_session (self->page), error->message);
  else if (!is_for_them)
    forgot = forget_other (self);
  sdm_consultation_end_edit (consultation);
  if (forgot)
    sdm_session_offer_undo (sdm_page_get_session (self->page), _ ("Who decided for them was taken out"));
  else if (is_kept && is_for_them)
    sdm_page_show_now (self->page); /* the fields of who decided */
}

/* Lines that wrap, so that a long name does not make the page wider. */
static void
set_up_line_cb (GtkListItemFactory *factory,
                GtkListItem        *item)
{
  gtk_list_item_set_child (item, sdm_ui_label (NULL, NULL));
}

static void
bind_line_cb (GtkListItemFactory *factory,
              GtkListItem        *item)
{
  gtk_label_set_label (GTK_LABEL (gtk_list_item_get_child (item)),
                       gtk_string_object_get_string (GTK_STRING_OBJECT (gtk_list_item_get_item (item))));
}

/* Building */

static GtkStringList *
list_deciders (SdmPlanDecider *self)
{
  SdmConsultation *consultation = sdm_page_get_consultation (self->page);
  const char      *seen_by = sdm_consultation_get_text (consultation, "start/seen_by/name");
  const char      *clinician = seen_by != NULL ? seen_by : _ ("the clinician");
  g_autofree char *name = sdm_page_dup_speaker (self->page);
  GtkStringList   *list = gtk_string_list_new (NULL);
  /* Translators: who decided: "Alan and Dr Shah" */
  g_autofree char *together = g_strdup_printf (_ ("%s and %s"), name, clinician);
  /* Translators: who decided: "Dr Shah, asked by Alan" */
  g_autofree char *asked = g_strdup_printf (_ ("%s, asked by %s"), clinician, name);
  /* Translators: who decided: "Someone who decides for Alan in law" */
  g_autofree char *for_them = g_strdup_printf (_ ("Someone who decides for %s in law"), name);

  gtk_string_list_append (list, _ ("Not said yet"));
  gtk_string_list_append (list, name);
  gtk_string_list_append (list, together);
  gtk_string_list_append (list, asked);
  gtk_string_list_append (list, _ ("Left open"));
  gtk_string_list_append (list, for_them);

  return list;
}

static GtkStringList *
list_parents_deciders (SdmPlanDecider *self)
{
  SdmConsultation *consultation = sdm_page_get_consultation (self->page);
  const char      *seen_by = sdm_consultation_get_text (consultation, "start/seen_by/name");
  const char      *clinician = seen_by != NULL ? seen_by : _ ("the clinician");
  g_autofree char *parent = sdm_page_dup_speaker (self->page);
  g_autofree char *child = sdm_consultation_dup_child_name (consultation);
  GtkStringList   *list = gtk_string_list_new (NULL);
  /* Translators: who decided: "A parent or carer, for Lily" */
  g_autofree char *for_them = g_strdup_printf (_ ("A parent or carer, for %s"), child);
  g_autofree char *together = g_strdup_printf (_ ("%s and %s"), parent, clinician);
  g_autofree char *asked = g_strdup_printf (_ ("%s, asked by %s"), clinician, parent);
  /* Translators: who decided: "Lily, who is old enough" */
  g_autofree char *alone = g_strdup_printf (_ ("%s, who is old enough"), child);

  gtk_string_list_append (list, _ ("Not said yet"));
  gtk_string_list_append (list, for_them);
  gtk_string_list_append (list, together);
  gtk_string_list_append (list, asked);
  gtk_string_list_append (list, _ ("Left open"));
  gtk_string_list_append (list, alone);

  return list;
}

static void
add_field (SdmPlanDecider *self,
           const char     *label,
           const char     *path)
{
  GtkWidget *entry = sdm_ui_entry (-1);

  gtk_box_append (GTK_BOX (self->for_them), sdm_ui_field (label, entry));
  sdm_page_bind_text (self->page, entry, path);
}

/* A new list would close the open one and lose what is marked in it. */
static void
show_names (SdmPlanDecider *self,
            GListModel     *names)
{
  GListModel *shown = gtk_drop_down_get_model (GTK_DROP_DOWN (self->who));
  gboolean    is_same = shown != NULL;

  for (guint i = 0; is_same && i < g_list_model_get_n_items (names); i++)
    is_same = g_str_equal (gtk_string_list_get_string (GTK_STRING_LIST (names), i), gtk_string_list_get_string (GTK_STRING_LIST (shown), i));
  if (!is_same)
    gtk_drop_down_set_model (GTK_DROP_DOWN (self->who), names);
}

static void
build (SdmPlanDecider *self)
{
  GtkWidget *column = sdm_ui_column (8);
  g_autoptr (GtkListItemFactory) factory = NULL;

  self->who = gtk_drop_down_new (NULL, NULL);
  sdm_page_place_mark (self->who, "plan/decided_by");
  factory = gtk_signal_list_item_factory_new ();
  g_signal_connect (factory, "setup", G_CALLBACK (set_up_line_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_line_cb), NULL);
  gtk_drop_down_set_factory (GTK_DROP_DOWN (self->who), factory);
  self->for_them = sdm_ui_column (8);
  gtk_box_append (GTK_BOX (column), sdm_ui_field (_ ("Who decided?"), self->who));
  gtk_box_append (GTK_BOX (column), self->for_them);
  add_field (self, _ ("Their name"), "plan/decider/name");
  add_field (self, _ ("How they are related, or their role"), "plan/decider/relationship");
  add_field (self, _ ("Why they decide"), "plan/decider/reason");
  /* The button inside takes the focus. */
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_first_child (self->who)),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Who decided?"), -1);
  g_signal_connect_swapped (self->who, "notify::selected", G_CALLBACK (decided_cb), self);
  adw_bin_set_child (ADW_BIN (self), column);
}

/* GObject */

static void
sdm_plan_decider_class_init (SdmPlanDeciderClass *klass)
{
}

static void
sdm_plan_decider_init (SdmPlanDecider *self)
{
}

/* Public API */

GtkWidget *
sdm_plan_decider_new (SdmPage *page)
{
  SdmPlanDecider *self = g_object_new (SDM_TYPE_PLAN_DECIDER, NULL);

  self->page = page;
  build (self);

  return GTK_WIDGET (self);
}

/**
 * sdm_plan_decider_refresh:
 *
 * Shows who decided, by the names that are known now.
 */
void
sdm_plan_decider_refresh (SdmPlanDecider *self)
{
  g_autoptr (GtkStringList) names = sdm_page_is_for_parent (self->page) ? list_parents_deciders (self) : list_deciders (self);
  guint chosen = find_decider (self);

  self->refreshing = TRUE;
  show_names (self, G_LIST_MODEL (names));
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->who), chosen);
  gtk_widget_set_visible (self->for_them, g_strcmp0 (get_decided_by (self, chosen), "for-them") == 0);
  gtk_widget_set_sensitive (self->who, !sdm_session_is_read_only (sdm_page_get_session (self->page)));
  self->refreshing = FALSE;
}
