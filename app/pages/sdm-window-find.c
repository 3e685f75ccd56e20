/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-window-private.h"

#include <glib/gi18n.h>

#include "sdm-new-patient-page.h"
#include "sdm-patients-page.h"

/* Ways to the records of one patient, for whoever is signed in. */

static void
show_find (SdmWindow *self)
{
  if (self->real_page != NULL && SDM_IS_PATIENTS_PAGE (self->real_page))
    sdm_patients_page_show_search (SDM_PATIENTS_PAGE (self->real_page));
  else if (sdm_window_may_open_real (self, TRUE))
    sdm_window_show_real_page (self, sdm_patients_page_new (self, self->context), _ ("Find a patient"));
}

static void
find_patient_action (GtkWidget  *widget,
                     const char *name,
                     GVariant   *parameter)
{
  sdm_window_leave (SDM_WINDOW (widget), show_find);
}

/**
 * sdm_window_class_install_find:
 *
 * Installs `win.find-patient`.
 */
void
sdm_window_class_install_find (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.find-patient", NULL, find_patient_action);
}

/* Public API */

/**
 * sdm_window_show_patient:
 * @patient: the id of a patient
 *
 * Shows who it is, and all talks; from there it goes back to the search, or to the page of
 * somebody new on which the patient was noticed.
 */
void
sdm_window_show_patient (SdmWindow  *self,
                         const char *patient)
{
  g_autofree char *id = g_strdup (patient);
  g_autoptr (GtkWidget) origin = NULL;

  if (self->real_page != NULL && SDM_IS_NEW_PATIENT_PAGE (self->real_page))
    origin = g_object_ref (self->real_page);
  show_find (self);
  if (self->real_page == NULL || !SDM_IS_PATIENTS_PAGE (self->real_page))
    return;
  if (origin != NULL)
    sdm_patients_page_set_origin (SDM_PATIENTS_PAGE (self->real_page), g_steal_pointer (&origin));
  sdm_patients_page_show_patient (SDM_PATIENTS_PAGE (self->real_page), id);
}

/**
 * sdm_window_show_events:
 * @patient: the id of a patient
 * @record: (nullable): the id of one talk; %NULL for all of them
 *
 * Shows who saw and changed what; from there it goes back to the patient.
 */
void
sdm_window_show_events (SdmWindow  *self,
                        const char *patient,
                        const char *record)
{
  g_autofree char *patient_id = g_strdup (patient);
  g_autofree char *record_id = g_strdup (record);

  sdm_window_show_patient (self, patient_id);
  if (self->real_page != NULL && SDM_IS_PATIENTS_PAGE (self->real_page))
    sdm_patients_page_show_events (SDM_PATIENTS_PAGE (self->real_page), patient_id, record_id);
}

/**
 * sdm_window_begin_with:
 * @people: what is known of a patient, as the `people` of a consultation has it
 *
 * Asks what there is to decide with somebody who is here already.
 */
void
sdm_window_begin_with (SdmWindow *self,
                       json_t    *people)
{
  GtkWidget *page;

  if (!sdm_window_may_open_real (self, FALSE))
    return;
  /* What it is made of goes with the page before. */
  page = sdm_new_patient_page_new_for (self, self->context, people);
  sdm_window_show_real_page (self, page, _ ("New consultation"));
}
