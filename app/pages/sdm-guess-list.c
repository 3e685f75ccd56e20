/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-guess-list.h"

#include "sdm-consultation-chairs.h"
#include "sdm-ruler-line.h"
#include "sdm-ruler.h"

/**
 * SdmGuessList:
 *
 * The clinician's chair: every statement that there is, each with a ruler, for
 * a guess of how much it counts for the person. It shows nothing of what the
 * person has chosen or said: the statements of the aid stand in the aid's
 * order, and the person's own ones after them by their first letters.
 */
struct _SdmGuessList
{
  GtkBox parent_instance;

  SdmSession *session;
  GPtrArray  *rulers; /* not owned */
};

G_DEFINE_FINAL_TYPE (SdmGuessList, sdm_guess_list, GTK_TYPE_BOX)

/* Callbacks */

static void
ruler_changed_cb (SdmRuler     *ruler,
                  SdmGuessList *self)
{
  g_autoptr (GError) error = NULL;

  if (!sdm_consultation_set_guess (sdm_session_get_consultation (self->session),
                                   g_object_get_data (G_OBJECT (ruler), "priority"), sdm_ruler_get_question (ruler),
                                   sdm_ruler_get_value (ruler), &error))
    sdm_session_say (self->session, error->message);
}

/* Parts */

static void
add_statement (SdmGuessList *self,
               const char   *priority,
               const char   *text)
{
  GtkWidget *label = sdm_ui_label (text, "answer");
  GtkWidget *ruler = sdm_ruler_new ();
  GtkWidget *line = sdm_ruler_line_new (label, ruler);

  gtk_label_set_width_chars (GTK_LABEL (label), 12);
  sdm_ruler_set_question (SDM_RULER (ruler), text);
  gtk_widget_set_valign (ruler, GTK_ALIGN_CENTER);
  g_object_set_data_full (G_OBJECT (ruler), "priority", g_strdup (priority), g_free);
  g_signal_connect_object (ruler, "changed", G_CALLBACK (ruler_changed_cb), self, 0);
  g_ptr_array_add (self->rulers, ruler);
  gtk_widget_add_css_class (line, "guess-row");
  gtk_box_append (GTK_BOX (self), line);
}

static int
compare_texts (gconstpointer first,
               gconstpointer second)
{
  return g_utf8_collate (*(const char *const *) first, *(const char *const *) second);
}

static void
add_own_statements (SdmGuessList *self)
{
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  json_t *statement;
  size_t  i;

  json_array_foreach (sdm_consultation_peek (sdm_session_get_consultation (self->session), "matters/ranked"), i, statement)
    if (json_object_get (statement, "priority") == NULL)
      g_ptr_array_add (texts, g_strdup (json_string_value (json_object_get (statement, "text"))));
  g_ptr_array_sort (texts, compare_texts);
  for (guint t = 0; t < texts->len; t++)
    add_statement (self, NULL, g_ptr_array_index (texts, t));
}

/* GObject */

static void
sdm_guess_list_dispose (GObject *object)
{
  SdmGuessList *self = SDM_GUESS_LIST (object);

  g_clear_object (&self->session);
  g_clear_pointer (&self->rulers, g_ptr_array_unref);

  G_OBJECT_CLASS (sdm_guess_list_parent_class)->dispose (object);
}

static void
sdm_guess_list_class_init (SdmGuessListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sdm_guess_list_dispose;
}

static void
sdm_guess_list_init (SdmGuessList *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  self->rulers = g_ptr_array_new ();
}

/* Public API */

/**
 * sdm_guess_list_new:
 *
 * Returns: (transfer floating): the statements, with what was guessed so far
 */
GtkWidget *
sdm_guess_list_new (SdmSession *session)
{
  SdmGuessList      *self = g_object_new (SDM_TYPE_GUESS_LIST, NULL);
  guint              n_priorities;
  const SdmPriority *priorities = sdm_aid_get_priorities (sdm_session_get_aid (session), &n_priorities);

  self->session = g_object_ref (session);
  for (guint i = 0; i < n_priorities; i++)
    add_statement (self, priorities[i].id, priorities[i].text);
  add_own_statements (self);
  sdm_guess_list_refresh (self);

  return GTK_WIDGET (self);
}

/**
 * sdm_guess_list_refresh:
 *
 * Shows what the consultation holds now, as after an undo.
 */
void
sdm_guess_list_refresh (SdmGuessList *self)
{
  for (guint i = 0; i < self->rulers->len; i++)
    {
      SdmRuler *ruler = g_ptr_array_index (self->rulers, i);

      sdm_ruler_set_value (ruler, sdm_consultation_get_guess (sdm_session_get_consultation (self->session),
                                                              g_object_get_data (G_OBJECT (ruler), "priority"), sdm_ruler_get_question (ruler)));
    }
}

/**
 * sdm_guess_list_is_possible:
 *
 * Returns: whether there is any statement to guess about
 */
gboolean
sdm_guess_list_is_possible (SdmSession *session)
{
  guint n_priorities;

  sdm_aid_get_priorities (sdm_session_get_aid (session), &n_priorities);

  return n_priorities > 0 || json_array_size (sdm_consultation_peek (sdm_session_get_consultation (session), "matters/ranked")) > 0;
}
