/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-ranked-matters.h"

#include <glib/gi18n.h>

#include "sdm-consultation-companions.h"
#include "sdm-page-place.h"
#include "sdm-priority-list.h"

/**
 * SdmRankedMatters:
 *
 * What counts for the person, or for somebody who came along, most important
 * first, with a mark from 0 to 10; the statements of the aid that are left to
 * choose from; and a field for statements of their own.
 */
struct _SdmRankedMatters
{
  GtkBox parent_instance;

  SdmSession *session;
  char       *companion; /* owned, nullable: for the person */
  GListStore *store;
  GtkWidget  *list;
  GtkWidget  *choose;
  GtkWidget  *statements;
  GtkWidget  *own_row;
  GtkWidget  *own;
  GtkWidget  *add_own;
  gboolean    is_choosing;
  gboolean    has_removed; /* a statement, and does not say yet that it changed */
};

G_DEFINE_FINAL_TYPE (SdmRankedMatters, sdm_ranked_matters, GTK_TYPE_BOX)

#define PATH            "matters/ranked"
#define COMPANIONS_PATH "matters/companion"

static SdmConsultation *
get_consultation (SdmRankedMatters *self)
{
  return sdm_session_get_consultation (self->session);
}

/* Between the list and the consultation */

static json_t *
collect (SdmRankedMatters *self)
{
  json_t *ranked = json_array ();

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->store)); i++)
    {
      g_autoptr (SdmPriorityItem) item = g_list_model_get_item (G_LIST_MODEL (self->store), i);
      json_t   *entry = json_object ();
      const int importance = sdm_priority_item_get_importance (item);

      if (sdm_priority_item_get_id (item) != NULL)
        json_object_set_new (entry, "priority", json_string (sdm_priority_item_get_id (item)));
      json_object_set_new (entry, "text", json_string (sdm_priority_item_get_text (item)));
      if (importance >= 0)
        json_object_set_new (entry, "importance", json_integer (importance));
      json_array_append_new (ranked, entry);
    }

  return ranked;
}

static SdmPriorityItem *
make_item (json_t *entry)
{
  const char *id = json_string_value (json_object_get (entry, "priority"));
  json_t     *importance = json_object_get (entry, "importance");

  return sdm_priority_item_new (id, json_string_value (json_object_get (entry, "text")),
                                json_is_integer (importance) ? (int) json_integer_value (importance) : -1, id == NULL);
}

static json_t *
peek_kept (SdmRankedMatters *self)
{
  return self->companion != NULL ? sdm_consultation_peek_companion_ranked (get_consultation (self), self->companion)
                                 : sdm_consultation_peek (get_consultation (self), PATH);
}

static gboolean
keep (SdmRankedMatters *self,
      GError          **error)
{
  json_t *ranked = collect (self);

  return self->companion != NULL ? sdm_consultation_take_companion_ranked (get_consultation (self), self->companion, ranked, error)
                                 : sdm_consultation_take_value (get_consultation (self), PATH, ranked, error);
}

static gboolean
is_ranked (SdmRankedMatters *self,
           const char       *id)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->store)); i++)
    {
      g_autoptr (SdmPriorityItem) item = g_list_model_get_item (G_LIST_MODEL (self->store), i);

      if (g_strcmp0 (sdm_priority_item_get_id (item), id) == 0)
        return TRUE;
    }

  return FALSE;
}

/* Statements that are ranked already leave the choice, and the others close up, two in a row. */
static void
show_choice (SdmRankedMatters *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (self->statements);
  int               n_left = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (self->statements); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      const gboolean left = !is_ranked (self, g_object_get_data (G_OBJECT (child), "id"));

      gtk_widget_set_visible (child, left);
      if (!left)
        continue;
      g_object_set (gtk_layout_manager_get_layout_child (layout, child), "column", n_left % 2, "row", n_left / 2, NULL);
      n_left++;
    }
  gtk_widget_set_visible (self->choose, self->is_choosing && n_left > 0);
  gtk_widget_set_visible (self->own_row, self->is_choosing);
  gtk_widget_set_visible (self->list, g_list_model_get_n_items (G_LIST_MODEL (self->store)) > 0);
}

/* Callbacks */

static void
changed_cb (SdmRankedMatters *self)
{
  g_autoptr (GError) error = NULL;

  if (!keep (self, &error))
    sdm_session_say (self->session, error->message);
  else if (self->has_removed)
    sdm_session_offer_undo (self->session, _ ("Statement taken out"));
  self->has_removed = FALSE;
  show_choice (self);
}

static void
removed_cb (SdmRankedMatters *self)
{
  /* The consultation still has it: the list says so before it says that it changed. */
  self->has_removed = TRUE;
}

static void
statement_clicked_cb (GtkWidget        *button,
                      SdmRankedMatters *self)
{
  const SdmPriority *priority = sdm_aid_find_priority (sdm_session_get_aid (self->session), g_object_get_data (G_OBJECT (button), "id"));
  g_autoptr (SdmPriorityItem) item = sdm_priority_item_new (priority->id, priority->text, -1, FALSE);
  GtkWidget *next = gtk_widget_get_next_sibling (button);

  while (next != NULL && !gtk_widget_get_visible (next))
    next = gtk_widget_get_next_sibling (next);
  gtk_widget_grab_focus (next != NULL ? next : self->own);
  sdm_priority_list_insert (SDM_PRIORITY_LIST (self->list), G_MAXUINT, item);
}

static void
own_changed_cb (SdmRankedMatters *self)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->own))));

  gtk_widget_set_sensitive (self->add_own, !sdm_ui_is_too_long (self->own) && *text != '\0' && !sdm_session_is_read_only (self->session));
}

/* What was typed and not added yet is not lost when the page is left. */
static void
keep_own (SdmRankedMatters *self)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->own))));
  g_autoptr (SdmPriorityItem) item = NULL;

  if (*text == '\0' || sdm_ui_is_too_long (self->own))
    return;
  item = sdm_priority_item_new (NULL, text, -1, TRUE);
  sdm_priority_list_insert (SDM_PRIORITY_LIST (self->list), G_MAXUINT, item);
  gtk_editable_set_text (GTK_EDITABLE (self->own), "");
}

static void
add_own_cb (SdmRankedMatters *self)
{
  keep_own (self);
  gtk_widget_grab_focus (self->own);
}

/* Parts */

/* A statement may be longer than its half of the card. */
static void
let_wrap (GtkWidget *button)
{
  GtkWidget *row = gtk_button_get_child (GTK_BUTTON (button));
  GtkWidget *label = gtk_widget_get_last_child (row);

  gtk_widget_set_halign (row, GTK_ALIGN_FILL);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_hexpand (label, TRUE);
  g_object_ref (label);
  gtk_box_remove (GTK_BOX (row), label);
  gtk_box_append (GTK_BOX (row), sdm_steady_new (label));
  g_object_unref (label);
}

static void
add_statements (SdmRankedMatters *self)
{
  guint              n_priorities;
  const SdmPriority *priorities = sdm_aid_get_priorities (sdm_session_get_aid (self->session), &n_priorities);

  self->choose = sdm_ui_column (6);
  self->statements = gtk_grid_new ();
  gtk_grid_set_row_spacing (GTK_GRID (self->statements), 6);
  gtk_grid_set_column_spacing (GTK_GRID (self->statements), 8);
  gtk_grid_set_column_homogeneous (GTK_GRID (self->statements), TRUE);
  gtk_box_append (GTK_BOX (self->choose), sdm_ui_label (_ ("Choose what counts for you"), "h3"));
  gtk_box_append (GTK_BOX (self->choose), self->statements);
  for (guint i = 0; i < n_priorities; i++)
    {
      GtkWidget *button = sdm_ui_button (priorities[i].text, "ev-plus-symbolic");

      gtk_widget_add_css_class (button, "row-of-many");
      let_wrap (button);
      gtk_widget_set_sensitive (button, !sdm_session_is_read_only (self->session));
      g_object_set_data_full (G_OBJECT (button), "id", g_strdup (priorities[i].id), g_free);
      g_signal_connect (button, "clicked", G_CALLBACK (statement_clicked_cb), self);
      gtk_grid_attach (GTK_GRID (self->statements), button, (int) i % 2, (int) i / 2, 1, 1);
    }
  gtk_box_append (GTK_BOX (self), self->choose);
}

static void
add_own_field (SdmRankedMatters *self)
{
  self->own_row = sdm_ui_row (8);
  self->own = sdm_ui_entry (12);
  sdm_ui_let_undo (self->own);
  self->add_own = sdm_ui_button (_ ("Add your own"), "ev-plus-symbolic");
  gtk_widget_add_css_class (self->add_own, "flat");
  sdm_ui_set_limit (self->own, sdm_consultation_get_max_length (PATH "/0/text"));
  gtk_entry_set_placeholder_text (GTK_ENTRY (self->own), _ ("Something else that counts"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->own), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Something else that counts"), -1);
  gtk_widget_set_sensitive (self->own, !sdm_session_is_read_only (self->session));
  g_signal_connect_swapped (self->own, "changed", G_CALLBACK (own_changed_cb), self);
  g_signal_connect_swapped (self->own, "activate", G_CALLBACK (add_own_cb), self);
  g_signal_connect_swapped (self->own, "unmap", G_CALLBACK (keep_own), self);
  g_signal_connect_swapped (self->add_own, "clicked", G_CALLBACK (add_own_cb), self);
  gtk_box_append (GTK_BOX (self->own_row), self->own);
  gtk_box_append (GTK_BOX (self->own_row), self->add_own);
  gtk_box_append (GTK_BOX (self), self->own_row);
  own_changed_cb (self);
}

/* GObject */

static void
sdm_ranked_matters_dispose (GObject *object)
{
  SdmRankedMatters *self = SDM_RANKED_MATTERS (object);

  if (self->own != NULL)
    g_signal_handlers_disconnect_by_data (self->own, self);
  self->own = NULL;
  g_clear_object (&self->store);
  g_clear_object (&self->session);
  g_clear_pointer (&self->companion, g_free);

  G_OBJECT_CLASS (sdm_ranked_matters_parent_class)->dispose (object);
}

static void
sdm_ranked_matters_class_init (SdmRankedMattersClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sdm_ranked_matters_dispose;
}

static void
sdm_ranked_matters_init (SdmRankedMatters *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 12);
}

/* Public API */

/**
 * sdm_ranked_matters_new:
 * @companion: (nullable): the name of somebody who came along; %NULL for the person
 *
 * Returns: (transfer floating): the list with its choice, showing what the consultation holds
 */
GtkWidget *
sdm_ranked_matters_new (SdmSession *session,
                        const char *companion)
{
  SdmRankedMatters *self = g_object_new (SDM_TYPE_RANKED_MATTERS, NULL);

  self->session = g_object_ref (session);
  self->companion = g_strdup (companion);
  self->is_choosing = TRUE;
  self->store = g_list_store_new (SDM_TYPE_PRIORITY_ITEM);
  self->list = sdm_priority_list_new (self->store);
  sdm_page_place_mark (GTK_WIDGET (self), companion != NULL ? COMPANIONS_PATH : PATH);
  gtk_widget_set_sensitive (self->list, !sdm_session_is_read_only (session));
  g_signal_connect_object (self->list, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->list, "removed", G_CALLBACK (removed_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self), self->list);
  add_statements (self);
  add_own_field (self);
  sdm_ranked_matters_refresh (self);

  return GTK_WIDGET (self);
}

/**
 * sdm_ranked_matters_refresh:
 *
 * Shows what the consultation holds now; a list that agrees with it stays as it is.
 */
void
sdm_ranked_matters_refresh (SdmRankedMatters *self)
{
  json_t *kept = peek_kept (self);
  g_autoptr (json_t) shown = collect (self);
  json_t *entry;
  size_t  i;

  if (!json_equal (kept, shown))
    {
      g_list_store_remove_all (self->store);
      json_array_foreach (kept, i, entry)
        {
          g_autoptr (SdmPriorityItem) item = make_item (entry);

          g_list_store_append (self->store, item);
        }
    }
  show_choice (self);
}

/**
 * sdm_ranked_matters_get_model:
 *
 * Returns: (transfer none): the store of #SdmPriorityItem in their order
 */
GListStore *
sdm_ranked_matters_get_model (SdmRankedMatters *self)
{
  return self->store;
}

/**
 * sdm_ranked_matters_set_choosing:
 * @is_choosing: whether statements can be added
 *
 * Without it only the list itself is there, to look at together.
 */
void
sdm_ranked_matters_set_choosing (SdmRankedMatters *self,
                                 gboolean          is_choosing)
{
  self->is_choosing = is_choosing;
  show_choice (self);
}
