/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-matters-beside.h"

#include <glib/gi18n.h>

#include "sdm-consultation-companions.h"
#include "sdm-priority-item.h"
#include "sdm-view-pair.h"

/**
 * SdmMattersBeside:
 *
 * What somebody else said of what matters, beside what the person said: the
 * clinician's guess as a triangle above the person's own ruler, and a sentence
 * under each statement. What only the other one chose stands in this box,
 * below the person's list. The numbers are said, and nothing is made of them.
 */
struct _SdmMattersBeside
{
  GtkBox parent_instance;

  SdmSession *session;
  GListStore *model; /* the person's list, of SdmPriorityItem */
};

G_DEFINE_FINAL_TYPE (SdmMattersBeside, sdm_matters_beside, GTK_TYPE_BOX)

/* The person's statement that the pair is about; NULL where they did not choose it. */
static SdmPriorityItem *
find_item (SdmMattersBeside  *self,
           const SdmViewPair *pair)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->model)); i++)
    {
      g_autoptr (SdmPriorityItem) item = g_list_model_get_item (G_LIST_MODEL (self->model), i);
      const char *id = sdm_priority_item_get_id (item);

      if (g_strcmp0 (id, pair->priority) == 0 && (id != NULL || g_strcmp0 (sdm_priority_item_get_text (item), pair->text) == 0))
        return g_steal_pointer (&item);
    }

  return NULL;
}

static void
add_other (SdmMattersBeside  *self,
           const SdmViewPair *pair,
           const char        *words)
{
  GtkWidget *line = sdm_ui_column (2);
  GtkWidget *text = sdm_ui_label (pair->text, "answer");
  GtkWidget *note = sdm_ui_label (words, "note");

  gtk_box_append (GTK_BOX (line), text);
  gtk_box_append (GTK_BOX (line), note);
  gtk_box_append (GTK_BOX (self), line);
}

static void
show_pair (SdmMattersBeside  *self,
           const SdmViewPair *pair,
           int                guess,
           const char        *words)
{
  g_autoptr (SdmPriorityItem) item = find_item (self, pair);

  if (item == NULL)
    {
      add_other (self, pair, words);
      return;
    }
  sdm_priority_item_set_guess (item, guess);
  sdm_priority_item_set_note (item, words);
}

/* GObject */

static void
sdm_matters_beside_dispose (GObject *object)
{
  SdmMattersBeside *self = SDM_MATTERS_BESIDE (object);

  g_clear_object (&self->model);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (sdm_matters_beside_parent_class)->dispose (object);
}

static void
sdm_matters_beside_class_init (SdmMattersBesideClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sdm_matters_beside_dispose;
}

static void
sdm_matters_beside_init (SdmMattersBeside *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 8);
}

/* Public API */

/**
 * sdm_matters_beside_new:
 * @model: the person's list, of #SdmPriorityItem
 *
 * Returns: (transfer floating): the box for what only the other one chose
 */
GtkWidget *
sdm_matters_beside_new (SdmSession *session,
                        GListStore *model)
{
  SdmMattersBeside *self = g_object_new (SDM_TYPE_MATTERS_BESIDE, NULL);

  self->session = g_object_ref (session);
  self->model = g_object_ref (model);
  sdm_matters_beside_cover (self);

  return GTK_WIDGET (self);
}

/**
 * sdm_matters_beside_show_guess:
 *
 * Shows the clinician's guess on the person's rulers.
 */
void
sdm_matters_beside_show_guess (SdmMattersBeside *self)
{
  SdmConsultation *consultation = sdm_session_get_consultation (self->session);
  g_autoptr (GPtrArray) pairs = sdm_view_pairs_new (sdm_consultation_peek (consultation, "matters/ranked"),
                                                    sdm_consultation_peek (consultation, "matters/two_chairs/guess"));

  sdm_matters_beside_cover (self);
  for (guint i = 0; i < pairs->len; i++)
    {
      const SdmViewPair *pair = g_ptr_array_index (pairs, i);
      g_autofree char   *words = sdm_view_pair_dup_guess_words (pair, sdm_consultation_get_text (consultation, "start/seen_by/name"));

      if (words != NULL)
        show_pair (self, pair, pair->other, words);
    }
  gtk_widget_set_visible (GTK_WIDGET (self), gtk_widget_get_first_child (GTK_WIDGET (self)) != NULL);
}

/**
 * sdm_matters_beside_show_companion:
 * @name: who came along
 *
 * Says what @name said beside what the person said.
 */
void
sdm_matters_beside_show_companion (SdmMattersBeside *self,
                                   const char       *name)
{
  SdmConsultation *consultation = sdm_session_get_consultation (self->session);
  g_autoptr (GPtrArray) pairs = sdm_view_pairs_new (sdm_consultation_peek (consultation, "matters/ranked"),
                                                    sdm_consultation_peek_companion_ranked (consultation, name));

  sdm_matters_beside_cover (self);
  for (guint i = 0; i < pairs->len; i++)
    {
      const SdmViewPair *pair = g_ptr_array_index (pairs, i);
      g_autofree char   *words = sdm_view_pair_dup_companion_words (pair, name);

      show_pair (self, pair, -1, words);
    }
  gtk_widget_set_visible (GTK_WIDGET (self), gtk_widget_get_first_child (GTK_WIDGET (self)) != NULL);
}

/**
 * sdm_matters_beside_cover:
 *
 * Takes away whatever somebody else said.
 */
void
sdm_matters_beside_cover (SdmMattersBeside *self)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->model)); i++)
    {
      g_autoptr (SdmPriorityItem) item = g_list_model_get_item (G_LIST_MODEL (self->model), i);

      sdm_priority_item_set_guess (item, -1);
      sdm_priority_item_set_note (item, NULL);
    }
  sdm_ui_clear (GTK_WIDGET (self));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}
