/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-window-private.h"

#include <glib/gi18n.h>

#include "sdm-debrief-page.h"
#include "sdm-logbook-page.h"
#include "sdm-practice-import.h"
#include "sdm-trainees.h"

/* Looking back on practice: the debrief of a case, the logbook, the first cases. Nobody has to sign in for it, and no
 * page of it reaches the records of real patients. */

static void
show_debrief (SdmWindow  *self,
              const char *id,
              gboolean    as_mentor)
{
  g_autofree char *kept = g_strdup (id);

  sdm_window_show_real_page (self, sdm_debrief_page_new (self, self->context, kept, as_mentor), _ ("Looking back"));
}

/* The one that is open is kept first, as it stands. */
static void
show_open_debrief (SdmWindow *self)
{
  g_autofree char *id = NULL;

  if (self->session == NULL)
    return;
  id = g_strdup (sdm_consultation_get_id (sdm_session_get_consultation (self->session)));
  show_debrief (self, id, FALSE);
}

static void
debrief_action (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  SdmWindow *self = SDM_WINDOW (widget);

  if (self->session != NULL && sdm_consultation_is_practice (sdm_session_get_consultation (self->session)))
    sdm_window_leave (self, show_open_debrief);
}

static void
show_debrief_action (GtkWidget  *widget,
                     const char *name,
                     GVariant   *parameter)
{
  show_debrief (SDM_WINDOW (widget), g_variant_get_string (parameter, NULL), FALSE);
}

/* Whoever practised last here comes first, unless somebody is named. */
static char *
dup_trainee (SdmWindow  *self,
             const char *named)
{
  g_autoptr (GPtrArray) known = sdm_trainees_list (sdm_context_get_settings (self->context));

  if (*named != '\0')
    return g_strdup (named);

  return known->len > 0 ? g_strdup (g_ptr_array_index (known, 0)) : NULL;
}

static void
logbook_action (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  SdmWindow       *self = SDM_WINDOW (widget);
  g_autofree char *trainee = dup_trainee (self, g_variant_get_string (parameter, NULL));

  sdm_window_show_real_page (self, sdm_logbook_page_new (self, self->context, trainee), _ ("Logbook"));
}

/* What comes from elsewhere */

static void
imported_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (SdmWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *id = NULL;
  g_autofree char *text = NULL;
  gboolean         is_new;
  guint            n_joined;

  id = sdm_practice_import_finish (result, &is_new, &n_joined, &error);
  if (self->context == NULL)
    return;
  if (id == NULL)
    {
      sdm_window_show_problem (self, _ ("This could not be opened"), error->message);
      return;
    }
  show_debrief (self, id, is_new);
  if (!is_new)
    text = n_joined > 0 ? g_strdup_printf (ngettext ("%u thing from the mentor is new here", "%u things from the mentor are new here", n_joined), n_joined)
                        : g_strdup (_ ("There is nothing in this file that is not here already"));
  if (text != NULL)
    sdm_window_say (self, text);
}

/**
 * sdm_window_take_practice:
 * @consultation: a practice consultation, as it came in a file
 * @session: what was kept of the practice, as it came with it
 *
 * Takes in a practice case: for a mentor, who sees it for the first time, or with what a mentor has added.
 */
void
sdm_window_take_practice (SdmWindow          *self,
                          SdmConsultation    *consultation,
                          SdmPracticeSession *session)
{
  sdm_practice_import_async (self->context, consultation, session, imported_cb, g_object_ref (self));
}

/**
 * sdm_window_class_install_debrief:
 *
 * Installs `win.practice-debrief` for the practice consultation that is open, and `win.show-debrief` with the id of one
 * that is kept, and `win.practice-logbook` with the name of a trainee or "".
 */
void
sdm_window_class_install_debrief (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.practice-debrief", NULL, debrief_action);
  gtk_widget_class_install_action (widget_class, "win.show-debrief", "s", show_debrief_action);
  gtk_widget_class_install_action (widget_class, "win.practice-logbook", "s", logbook_action);
}
