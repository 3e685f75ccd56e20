/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "real-window.h"

#include <string.h>

#include "sdm-record-clinicians-private.h"

SdmRecordStore *
get_real (PageFixture *fixture)
{
  return sdm_context_get_store (fixture->context, SDM_RECORD_STORE_REAL);
}

/* The file of real patients, with the cheapest passphrase that is allowed; its code is typed back. */
void
make_first_records (PageFixture *fixture,
                    gboolean     confirmed)
{
  g_autoptr (SdmRecordAccess) access = sdm_record_access_new (NAME, PASSPHRASE, strlen (PASSPHRASE));
  g_autoptr (GError) error = NULL;
  g_auto (SdmRecordRecovery) recovery = { NULL };
  g_auto (GStrv) groups = NULL;

  access->cost = (SdmRecordCost){ SDM_RECORD_COST_FLOOR_PASSES, SDM_RECORD_COST_FLOOR_KIB };
  sdm_record_store_found (get_real (fixture), access, "GP", &recovery, &error);
  g_assert_no_error (error);
  if (!confirmed)
    return;
  groups = g_strsplit (recovery.code, "-", -1);
  sdm_record_store_take_access (get_real (fixture), sdm_record_access_new (NAME, PASSPHRASE, strlen (PASSPHRASE)));
  sdm_record_store_open (get_real (fixture), &error);
  g_assert_no_error (error);
  sdm_record_store_confirm (get_real (fixture), groups[recovery.groups[0] - 1], groups[recovery.groups[1] - 1], &error);
  g_assert_no_error (error);
  sdm_record_store_close (get_real (fixture), NULL);
}

/* All tests begin with the same file: a passphrase takes its time. */
void
make_records (PageFixture *fixture)
{
  static GBytes   *made;
  g_autofree char *path = g_build_filename (fixture->folder, "records.db", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;

  if (made == NULL)
    {
      make_first_records (fixture, TRUE);
      made = g_file_load_bytes (file, NULL, NULL, &error);
      g_assert_no_error (error);
      return;
    }
  g_file_set_contents_full (path, g_bytes_get_data (made, NULL), (gssize) g_bytes_get_size (made),
                            G_FILE_SET_CONTENTS_NONE, 0600, &error);
  g_assert_no_error (error);
}

SdmWindow *
show_window (PageFixture *fixture)
{
  fixture->window = sdm_window_new (NULL, fixture->context);
  gtk_window_present (GTK_WINDOW (fixture->window));
  gtk_test_widget_wait_for_draw (fixture->window);
  wait_until (SDM_WINDOW (fixture->window)->store_is_open);

  return SDM_WINDOW (fixture->window);
}

GtkWidget *
find (GtkWidget  *widget,
      Matches     matches,
      const char *text)
{
  GtkWidget *found = NULL;

  if (!gtk_widget_get_mapped (widget))
    return NULL;
  if (matches (widget, text))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL; child = gtk_widget_get_next_sibling (child))
    found = find (child, matches, text);

  return found;
}

/* Also what is not on screen, but for the last tooltip, which is the toolkit's own. */
gboolean
holds_label (GtkWidget  *widget,
             const char *text)
{
  gboolean found = GTK_IS_LABEL (widget) && strstr (gtk_label_get_label (GTK_LABEL (widget)), text) != NULL;

  if (g_str_equal (G_OBJECT_TYPE_NAME (widget), "GtkTooltipWindow"))
    return FALSE;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && !found; child = gtk_widget_get_next_sibling (child))
    found = holds_label (child, text);

  return found;
}

gboolean
is_label (GtkWidget  *widget,
          const char *text)
{
  return GTK_IS_LABEL (widget) && strstr (gtk_label_get_label (GTK_LABEL (widget)), text) != NULL;
}

gboolean
is_button (GtkWidget  *widget,
           const char *text)
{
  return GTK_IS_BUTTON (widget) && find (widget, is_label, text) != NULL;
}

gboolean
is_check (GtkWidget  *widget,
          const char *text)
{
  return GTK_IS_CHECK_BUTTON (widget) && find (widget, is_label, text) != NULL;
}

GtkWidget *
find_label (SdmWindow  *window,
            const char *text)
{
  return find (GTK_WIDGET (window), is_label, text);
}

GtkWidget *
find_field (SdmWindow  *window,
            const char *label)
{
  return gtk_label_get_mnemonic_widget (GTK_LABEL (find_label (window, label)));
}

void
click (SdmWindow  *window,
       const char *text)
{
  page_fixture_click (find (GTK_WIDGET (window), is_button, text));
}

gboolean
is_signed_in (PageFixture *fixture)
{
  return sdm_context_get_person (fixture->context) != NULL;
}

void
try_passphrase (SdmWindow  *window,
                const char *passphrase)
{
  page_fixture_type (find_field (window, "Your name"), NAME);
  page_fixture_type (find_field (window, "Passphrase"), passphrase);
  g_signal_emit_by_name (find_field (window, "Passphrase"), "activate");
}

SdmWindow *
show_signed_in (PageFixture *fixture)
{
  SdmWindow *window;

  make_records (fixture);
  window = show_window (fixture);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.sign-in", NULL);
  try_passphrase (window, PASSPHRASE);
  wait_until (is_signed_in (fixture));

  return window;
}

/* The fixture's consultation as that of a real person. */
SdmSession *
new_real_session (PageFixture *fixture)
{
  g_autoptr (GBytes) bytes = sdm_consultation_to_bytes (fixture->consultation);
  json_t *document = json_loadb (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), 0, NULL);
  g_autoptr (SdmConsultation) consultation = NULL;
  g_autoptr (GBytes) real = NULL;
  g_autoptr (GError) error = NULL;
  char *text;

  json_object_set_new (document, "kind", json_string ("real"));
  text = json_dumps (document, JSON_INDENT (1));
  json_decref (document);
  real = g_bytes_new_take (text, strlen (text));
  consultation = sdm_consultation_new_from_bytes (real, "real", &error);
  g_assert_no_error (error);

  return sdm_session_new (fixture->context, consultation, fixture->aid);
}
