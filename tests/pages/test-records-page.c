/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "real-window.h"

#include <glib/gstdio.h>

#include "main-thread-guard.h"

#include "sdm-record-audit-private.h"
#include "sdm-record-store-private.h"
#include "sdm-records-page.h"
#include "sdm-restore-page.h"

/* The page is there for whoever is signed in, and goes when the records are locked. */
static void
test_entrance (PageFixture  *fixture,
               gconstpointer data)
{
  SdmWindow *window = show_signed_in (fixture);

  gtk_widget_activate_action (GTK_WIDGET (window), "win.records", NULL);
  g_assert_true (SDM_IS_RECORDS_PAGE (window->real_page));
  click (window, "Check the records now");
  wait_until (find_label (window, "All records are as they were written.") != NULL);

  sdm_window_lock (window);
  wait_until (!is_signed_in (fixture));
  g_assert_false (SDM_IS_RECORDS_PAGE (window->real_page));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.records", NULL);
  g_assert_false (SDM_IS_RECORDS_PAGE (window->real_page));
}

/* Helpers */

static char *
make_folder (PageFixture *fixture)
{
  char *folder = g_build_filename (fixture->folder, "backups", NULL);

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  g_settings_set_string (sdm_context_get_settings (fixture->context), "backup-folder", folder);
  return folder;
}

static guint
count_files (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint n = 0;

  while (g_dir_read_name (dir) != NULL)
    n++;
  return n;
}

static char *
find_backup (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_suffix (name, ".db"))
      return g_build_filename (folder, name, NULL);
  g_assert_not_reached ();
}

static SdmUpkeep *
get_upkeep (PageFixture *fixture)
{
  return sdm_context_get_upkeep (fixture->context);
}

/* Backups */

/* So few records are written in less time than it takes to press "Cancel". */
static GMutex gate;

static gboolean
wait_at_gate (SdmRecordFile **file,
              SdmRecordJob   *job,
              GError        **error)
{
  g_mutex_lock (&gate);
  g_mutex_unlock (&gate);

  return TRUE;
}

static void
gone_through_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  sdm_record_store_finish (SDM_RECORD_STORE (source), result, wait_at_gate, NULL);
}

static void
test_backup (PageFixture  *fixture,
             gconstpointer data)
{
  SdmWindow       *window = show_signed_in (fixture);
  g_autofree char *folder = make_folder (fixture);

  wait_until (find_label (window, "There is no backup of the records yet.") != NULL);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.records", NULL);
  g_assert_nonnull (find_label (window, "What was entered would be lost with this computer."));
  g_mutex_lock (&gate);
  sdm_record_store_start (get_real (fixture), sdm_record_job_new (wait_at_gate), NULL, gone_through_cb, NULL);
  click (window, "Make a backup now");
  g_assert_nonnull (find (GTK_WIDGET (window), is_button, "Cancel"));
  g_assert_null (find (GTK_WIDGET (window), is_button, "Make a backup now"));
  click (window, "Cancel");
  g_mutex_unlock (&gate);
  wait_until (find_label (window, "No backup was made.") != NULL);
  g_assert_cmpuint (count_files (folder), ==, 0);

  /* Whoever leaves the page lets it go on. */
  click (window, "Make a backup now");
  sdm_window_close_session (window);
  wait_until (sdm_upkeep_get_work (get_upkeep (fixture)) == SDM_UPKEEP_NOTHING);
  wait_until (sdm_upkeep_get_last (get_upkeep (fixture))->backup > 0);
  g_assert_null (find_label (window, "There is no backup of the records yet."));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.records", NULL);
  g_assert_nonnull (find_label (window, "Last backup: "));
  g_assert_nonnull (find_label (window, "The backup was made and checked."));
  g_assert_null (find_label (window, "That is more than a week ago."));
  g_assert_cmpuint (count_files (folder), ==, 2); /* with the heads of the months */
  g_settings_reset (sdm_context_get_settings (fixture->context), "backup-folder");
}

/* While nobody is working, once a week. */
static gint64
get_test_time (gpointer user_data)
{
  return *(gint64 *) user_data;
}

static void
test_by_itself (PageFixture  *fixture,
                gconstpointer data)
{
  SdmWindow *window = show_signed_in (fixture);
  gint64     now = 1000;

  wait_until (sdm_upkeep_is_check_due (get_upkeep (fixture)));
  sdm_auto_lock_set_time (window->auto_lock, get_test_time, &now);
  sdm_auto_lock_start (window->auto_lock);
  sdm_window_look_after_records (window);
  g_assert_cmpint (sdm_upkeep_get_work (get_upkeep (fixture)), ==, SDM_UPKEEP_NOTHING);
  now += G_TIME_SPAN_MINUTE;
  sdm_window_look_after_records (window);
  g_assert_cmpint (sdm_upkeep_get_work (get_upkeep (fixture)), ==, SDM_UPKEEP_CHECK);
  wait_until (find_label (window, "All records were checked.") != NULL);
  wait_until (sdm_upkeep_get_last (get_upkeep (fixture))->check > 0);
  g_assert_false (sdm_upkeep_is_check_due (get_upkeep (fixture)));

  /* Locking gives it up. */
  sdm_upkeep_check (get_upkeep (fixture), FALSE);
  sdm_window_lock (window);
  wait_until (sdm_upkeep_get_work (get_upkeep (fixture)) == SDM_UPKEEP_NOTHING);
  wait_until (!is_signed_in (fixture));
}

/* Settings */

static char *last_setting; /* NULL: none was noted */

static gboolean
look_for_setting (SdmRecordFile **file,
                  SdmRecordJob   *job,
                  GError        **error)
{
  g_autoptr (GPtrArray) events = sdm_record_audit_list (*file, NULL, error);

  g_clear_pointer (&last_setting, g_free);
  for (guint i = 0; i < events->len; i++)
    {
      const SdmRecordEvent *event = g_ptr_array_index (events, i);

      if (g_str_equal (event->code, "settings"))
        {
          g_free (last_setting);
          last_setting = g_strdup (event->outcome);
        }
    }

  return TRUE;
}

/* What makes the records less safe is noted among them, and what does not is not. */
static void
test_settings_are_noted (PageFixture  *fixture,
                         gconstpointer data)
{
  GSettings       *settings = sdm_context_get_settings (fixture->context);
  g_autofree char *folder = NULL;
  g_autofree char *wanted = NULL;

  show_signed_in (fixture);
  g_settings_set_boolean (settings, "show-minutes", !g_settings_get_boolean (settings, "show-minutes"));
  g_assert_true (sdm_record_store_run (get_real (fixture), look_for_setting, NULL));
  g_assert_null (last_setting);
  g_settings_set_uint (settings, "auto-lock-minutes", 15);
  g_assert_true (sdm_record_store_run (get_real (fixture), look_for_setting, NULL));
  g_assert_cmpstr (last_setting, ==, "auto-lock-minutes 15");
  folder = make_folder (fixture);
  wanted = g_strdup_printf ("backup-folder '%s'", folder);
  g_assert_true (sdm_record_store_run (get_real (fixture), look_for_setting, NULL));
  g_assert_cmpstr (last_setting, ==, wanted);
  g_settings_reset (settings, "show-minutes");
  g_settings_reset (settings, "auto-lock-minutes");
  g_settings_reset (settings, "backup-folder");
  g_clear_pointer (&last_setting, g_free);
}

/* Bringing them back */

static void
close_dialog (const char *heading)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();
  gboolean found = FALSE;

  for (GList *link = windows; link != NULL; link = link->next)
    if (ADW_IS_MESSAGE_DIALOG (link->data) && g_str_equal (adw_message_dialog_get_heading (link->data), heading))
      {
        found = TRUE;
        gtk_window_close (link->data);
      }
  g_assert_true (found);
}

static void
bring_back (SdmWindow  *window,
            const char *path,
            const char *passphrase)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);

  sdm_restore_page_choose (SDM_RESTORE_PAGE (window->real_page), file);
  page_fixture_type (find_field (window, "Your name"), NAME);
  page_fixture_type (find_field (window, "Passphrase"), passphrase);
  click (window, "Bring the records back");
}

static void
test_restore (PageFixture  *fixture,
              gconstpointer data)
{
  SdmWindow       *window = show_signed_in (fixture);
  g_autofree char *folder = make_folder (fixture);
  g_autofree char *records = g_build_filename (fixture->folder, "records.db", NULL);
  g_autofree char *letter = g_build_filename (fixture->folder, "letter.db", NULL);
  g_autofree char *path = NULL;

  sdm_upkeep_back_up (get_upkeep (fixture), folder);
  wait_until (sdm_upkeep_get_work (get_upkeep (fixture)) == SDM_UPKEEP_NOTHING);
  path = find_backup (folder);
  sdm_window_lock (window);
  wait_until (!is_signed_in (fixture));
  click (window, "Bring the records back from a backup");
  click (window, "Bring the records back");
  g_assert_nonnull (find_label (window, "Choose the file of a backup first."));

  /* Over what is there only with a tick. */
  wait_until (find_label (window, "There are records here already") != NULL);
  bring_back (window, path, PASSPHRASE);
  g_assert_nonnull (find_label (window, "Read what becomes of them"));
  gtk_check_button_set_active (GTK_CHECK_BUTTON (find (GTK_WIDGET (window), is_check, "")), TRUE);

  g_assert_true (g_file_set_contents (letter, "a letter to somebody", -1, NULL));
  bring_back (window, letter, PASSPHRASE);
  wait_until (find_label (window, "is no backup of Evenhand") != NULL);
  bring_back (window, path, "wrong horse battery staple");
  wait_until (find_label (window, "The records could not be unlocked.") != NULL);
  g_assert_null (find_label (window, "is no backup of Evenhand"));
  g_assert_true (g_file_test (records, G_FILE_TEST_EXISTS));

  bring_back (window, path, PASSPHRASE);
  wait_until (is_signed_in (fixture));
  g_assert_nonnull (find_label (window, "Signed in: " NAME));
  close_dialog ("The records are back");
  g_settings_reset (sdm_context_get_settings (fixture->context), "backup-folder");
}

/* A backup, and no records any more: as on a new computer. Gives the backup, and a code that opens it. */
static char *
lose_records (PageFixture       *fixture,
              SdmWindow         *window,
              SdmRecordRecovery *recovery) /* nullable */
{
  g_autofree char *folder = make_folder (fixture);
  g_autofree char *records = g_build_filename (fixture->folder, "records.db", NULL);
  g_autoptr (GDir) left = NULL;
  g_autoptr (GError) error = NULL;
  const char *name;

  if (recovery != NULL)
    sdm_record_store_renew_code (get_real (fixture), recovery, &error);
  g_assert_no_error (error);
  sdm_upkeep_back_up (get_upkeep (fixture), folder);
  wait_until (sdm_upkeep_get_work (get_upkeep (fixture)) == SDM_UPKEEP_NOTHING);
  sdm_window_lock (window);
  wait_until (!is_signed_in (fixture));
  sdm_record_store_close (get_real (fixture), NULL);
  left = g_dir_open (fixture->folder, 0, NULL);
  while ((name = g_dir_read_name (left)) != NULL)
    if (g_str_has_prefix (name, "records"))
      {
        g_autofree char *path = g_build_filename (fixture->folder, name, NULL);

        g_assert_cmpint (g_remove (path), ==, 0);
      }
  g_assert_false (g_file_test (records, G_FILE_TEST_EXISTS));

  return find_backup (folder);
}

/* On a new computer, with the code from the safe: whoever has it chooses a passphrase, and prints a new code. */
static void
test_restore_with_code (PageFixture  *fixture,
                        gconstpointer data)
{
  SdmWindow *window = show_signed_in (fixture);
  g_auto (SdmRecordRecovery) recovery = { NULL };
  g_autofree char *path = lose_records (fixture, window, &recovery);
  g_autoptr (GFile) file = g_file_new_for_path (path);

  gtk_widget_activate_action (GTK_WIDGET (window), "win.restore", NULL);
  sdm_restore_page_choose (SDM_RESTORE_PAGE (window->real_page), file);
  click (window, "Use the recovery code");
  g_assert_null (find_label (window, "Your name"));
  page_fixture_type (find_field (window, "Recovery code, eight groups"), "000G0-40R47");
  click (window, "Bring the records back");
  g_assert_nonnull (find_label (window, "recovery code"));
  g_assert_nonnull (find_field (window, "Recovery code, eight groups"));
  page_fixture_type (find_field (window, "Recovery code, eight groups"), recovery.code);
  g_assert_null (find_label (window, "There are records here already"));
  click (window, "Bring the records back");
  wait_until (is_signed_in (fixture));
  close_dialog ("The records are back");
  g_assert_nonnull (find_label (window, "The recovery code was used, so a new one has to take its place."));
  g_assert_false (holds_label (GTK_WIDGET (window), recovery.code));

  click (window, "Choose a new passphrase");
  page_fixture_type (find_field (window, "Your name"), NAME);
  page_fixture_type (find_field (window, "Your role, such as GP"), "GP");
  page_fixture_type (find_field (window, "A passphrase of at least 12 characters"), "purple kettle garden lamp");
  page_fixture_type (find_field (window, "The passphrase once more"), "purple kettle garden lamp");
  click (window, "Set the passphrase");
  wait_until (find (GTK_WIDGET (window), is_button, "I have it on paper") != NULL);
  g_settings_reset (sdm_context_get_settings (fixture->context), "backup-folder");
}

/* An empty folder gets all of the backup, and whoever could sign in can do so again. */
static void
test_restore_on_empty_folder (PageFixture  *fixture,
                              gconstpointer data)
{
  SdmWindow       *window = show_signed_in (fixture);
  g_autofree char *path = lose_records (fixture, window, NULL);

  gtk_widget_activate_action (GTK_WIDGET (window), "win.restore", NULL);
  bring_back (window, path, PASSPHRASE);
  g_assert_null (find_label (window, "There are records here already"));
  wait_until (is_signed_in (fixture));
  g_assert_nonnull (find_label (window, "Signed in: " NAME));
  close_dialog ("The records are back");
  sdm_window_lock (window);
  wait_until (!is_signed_in (fixture));
  try_passphrase (window, PASSPHRASE);
  wait_until (is_signed_in (fixture));
  g_settings_reset (sdm_context_get_settings (fixture->context), "backup-folder");
}

int
main (int   argc,
      char *argv[])
{
  main_thread_guard_start ();
  gtk_test_init (&argc, &argv, NULL);

  page_fixture_add ("/pages/records-page/entrance", PAGE_FIXTURE_FRAILTY_CASE, test_entrance);

  page_fixture_add ("/pages/records-page/backup", PAGE_FIXTURE_FRAILTY_CASE, test_backup);
  page_fixture_add ("/pages/records-page/by-itself", PAGE_FIXTURE_FRAILTY_CASE, test_by_itself);
  page_fixture_add ("/pages/records-page/settings-are-noted", PAGE_FIXTURE_FRAILTY_CASE, test_settings_are_noted);
  page_fixture_add ("/pages/records-page/restore", PAGE_FIXTURE_FRAILTY_CASE, test_restore);
  page_fixture_add ("/pages/records-page/restore-with-code", PAGE_FIXTURE_FRAILTY_CASE, test_restore_with_code);
  page_fixture_add ("/pages/records-page/restore-on-empty-folder", PAGE_FIXTURE_FRAILTY_CASE, test_restore_on_empty_folder);

  return page_fixture_run ();
}
