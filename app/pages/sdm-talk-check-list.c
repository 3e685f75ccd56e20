/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-talk-check-list.h"

#include <glib/gi18n.h>

#include "sdm-talk-check.h"
#include "sdm-ui.h"

/**
 * SdmTalkCheckList:
 *
 * The talk check, to be filled in: five things, and for each five steps in words, of which one is chosen. What is chosen is
 * kept at once. Nothing is chosen beforehand, and nothing is added up.
 *
 * ## Accessibility
 *
 * Each thing is a group named by its title, and each step a radio button named by its words.
 *
 * ## Signals
 *
 * `changed` after a step was chosen.
 */
struct _SdmTalkCheckList
{
  GtkBox parent_instance;

  SdmPracticeSession *session;
  SdmPracticeRater    rater;
  GtkWidget          *first[SDM_TALK_CHECK_N_ITEMS]; /* step of each thing */
};

G_DEFINE_FINAL_TYPE (SdmTalkCheckList, sdm_talk_check_list, GTK_TYPE_BOX)

static guint changed_signal;

static void
chosen_cb (GtkCheckButton   *check,
           GParamSpec       *pspec,
           SdmTalkCheckList *self)
{
  const guint item = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (check), "item"));
  const int   step = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (check), "step"));

  if (!gtk_check_button_get_active (check))
    return;
  sdm_practice_session_set_rating (self->session, self->rater, sdm_talk_check_get_items ()[item].id, step);
  g_signal_emit (self, changed_signal, 0);
}

static GtkWidget *
make_step (SdmTalkCheckList *self,
           guint             item,
           int               step)
{
  GtkWidget *check = sdm_ui_check (sdm_talk_check_get_step (item, step));

  if (step > 1)
    gtk_check_button_set_group (GTK_CHECK_BUTTON (check), GTK_CHECK_BUTTON (self->first[item]));
  else
    self->first[item] = check;
  g_object_set_data (G_OBJECT (check), "item", GUINT_TO_POINTER (item));
  g_object_set_data (G_OBJECT (check), "step", GINT_TO_POINTER (step));
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check),
                               step == sdm_practice_session_get_rating (self->session, self->rater, sdm_talk_check_get_items ()[item].id));
  g_signal_connect (check, "notify::active", G_CALLBACK (chosen_cb), self);

  return check;
}

static GtkWidget *
make_item (SdmTalkCheckList *self,
           guint             item)
{
  GtkWidget *column = g_object_new (GTK_TYPE_BOX, "orientation", GTK_ORIENTATION_VERTICAL, "spacing", 2,
                                    "accessible-role", GTK_ACCESSIBLE_ROLE_GROUP, NULL);
  GtkWidget *title = sdm_ui_label (_ (sdm_talk_check_get_items ()[item].title), "chrome-strong");

  gtk_accessible_update_relation (GTK_ACCESSIBLE (column), GTK_ACCESSIBLE_RELATION_LABELLED_BY, title, NULL, -1);
  gtk_box_append (GTK_BOX (column), title);
  for (int step = 1; step <= SDM_TALK_CHECK_N_STEPS; step++)
    gtk_box_append (GTK_BOX (column), make_step (self, item, step));

  return column;
}

/* GObject */

static void
sdm_talk_check_list_dispose (GObject *object)
{
  SdmTalkCheckList *self = SDM_TALK_CHECK_LIST (object);

  g_clear_object (&self->session);

  G_OBJECT_CLASS (sdm_talk_check_list_parent_class)->dispose (object);
}

static void
sdm_talk_check_list_class_init (SdmTalkCheckListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sdm_talk_check_list_dispose;

  changed_signal = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
sdm_talk_check_list_init (SdmTalkCheckList *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 16);
}

/* Public API */

/**
 * sdm_talk_check_list_new:
 * @rater: who chooses
 *
 * Returns: (transfer floating): the list, with what was chosen before
 */
GtkWidget *
sdm_talk_check_list_new (SdmPracticeSession *session,
                         SdmPracticeRater    rater)
{
  SdmTalkCheckList *self = g_object_new (SDM_TYPE_TALK_CHECK_LIST, NULL);

  self->session = g_object_ref (session);
  self->rater = rater;
  for (guint i = 0; i < SDM_TALK_CHECK_N_ITEMS; i++)
    gtk_box_append (GTK_BOX (self), make_item (self, i));

  return GTK_WIDGET (self);
}

/**
 * sdm_talk_check_list_is_whole:
 *
 * Returns: whether a step was chosen for each thing
 */
gboolean
sdm_talk_check_list_is_whole (SdmTalkCheckList *self)
{
  return sdm_talk_check_list_find_open (self) == NULL;
}

/**
 * sdm_talk_check_list_find_open:
 *
 * Returns: (nullable) (transfer none): the first step of the first thing for which none was chosen
 */
GtkWidget *
sdm_talk_check_list_find_open (SdmTalkCheckList *self)
{
  for (guint i = 0; i < SDM_TALK_CHECK_N_ITEMS; i++)
    if (sdm_practice_session_get_rating (self->session, self->rater, sdm_talk_check_get_items ()[i].id) < 1)
      return self->first[i];

  return NULL;
}

/* Side by side, to be read */

static char *
dup_said (SdmPracticeRater rater,
          const char      *step)
{
  switch (rater)
    {
    case SDM_PRACTICE_BEFORE:
      /* Translators: %s is a step of the talk check, a sentence */
      return g_strdup_printf (_ ("Before this case: %s"), step);
    case SDM_PRACTICE_MENTOR:
      return g_strdup_printf (_ ("The mentor: %s"), step);
    case SDM_PRACTICE_SELF:
    default:
      return g_strdup_printf (_ ("This time: %s"), step);
    }
}

static GtkWidget *
make_said (SdmPracticeSession *session,
           guint               item)
{
  GtkWidget *column = sdm_ui_column (2);

  gtk_box_append (GTK_BOX (column), sdm_ui_label (_ (sdm_talk_check_get_items ()[item].title), "caption"));
  for (SdmPracticeRater rater = 0; rater < SDM_PRACTICE_N_RATERS; rater++)
    {
      const char      *step = sdm_talk_check_get_step (item, sdm_practice_session_get_rating (session, rater, sdm_talk_check_get_items ()[item].id));
      g_autofree char *said = step != NULL ? dup_said (rater, step) : NULL;

      if (said != NULL)
        gtk_box_append (GTK_BOX (column), sdm_ui_label (said, "body"));
    }

  return column;
}

/**
 * sdm_talk_check_table_new:
 *
 * Returns: (transfer floating): what was chosen by the trainee and the mentor, in words; nothing where nobody chose
 */
GtkWidget *
sdm_talk_check_table_new (SdmPracticeSession *session)
{
  GtkWidget *table = sdm_ui_column (12);

  for (guint i = 0; i < SDM_TALK_CHECK_N_ITEMS; i++)
    {
      GtkWidget *said = g_object_ref_sink (make_said (session, i));

      if (gtk_widget_get_first_child (said) != gtk_widget_get_last_child (said))
        gtk_box_append (GTK_BOX (table), said);
      g_object_unref (said);
    }

  return table;
}
