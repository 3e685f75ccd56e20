/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "real-window.h"

#include "main-thread-guard.h"

#include <string.h>

#include "sdm-approve-page.h"
#include "sdm-code-page.h"
#include "sdm-letterhead.h"
#include "sdm-new-passphrase.h"
#include "sdm-passphrase-page.h"
#include "sdm-record-approval-private.h"
#include "sdm-record-clinicians-private.h"
#include "sdm-record-pair-private.h"
#include "sdm-record-rotation-private.h"
#include "sdm-record-store-private.h"
#include "sdm-records-page.h"

/* People who may open the records, and the decision aids that they stand behind. */

#define OTHER     "Tom Marsh"
#define OTHER_TOO "purple kettle garden lamp"
#define EARS      "A child's ear infection"

/* Helpers */

static SdmWindow *
show_records (PageFixture *fixture)
{
  SdmWindow *window = show_signed_in (fixture);

  gtk_widget_activate_action (GTK_WIDGET (window), "win.records", NULL);
  wait_until (find_label (window, NAME ", GP: you") != NULL);

  return window;
}

static void
choose_passphrase (SdmWindow  *window,
                   const char *passphrase)
{
  page_fixture_type (find_field (window, "A passphrase of at least 12 characters"), passphrase);
  page_fixture_type (find_field (window, "The passphrase once more"), passphrase);
}

static void
add_colleague (PageFixture *fixture)
{
  g_autoptr (SdmRecordAccess) access = sdm_record_access_new (OTHER, OTHER_TOO, strlen (OTHER_TOO));
  g_autoptr (GError) error = NULL;

  access->cost = (SdmRecordCost){ SDM_RECORD_COST_FLOOR_PASSES, SDM_RECORD_COST_FLOOR_KIB };
  sdm_record_store_enrol (get_real (fixture), access, "nurse", &error);
  g_assert_no_error (error);
}

static void
sign_in_as_other (PageFixture *fixture,
                  SdmWindow   *window,
                  const char  *passphrase)
{
  sdm_window_lock (window);
  wait_until (!is_signed_in (fixture));
  click (window, "Not me");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (find_field (window, "Your name"))), ==, "");
  g_assert_null (find (GTK_WIDGET (window), is_button, "Not me"));
  page_fixture_type (find_field (window, "Your name"), OTHER);
  page_fixture_type (find_field (window, "Passphrase"), passphrase);
  click (window, "Sign in");
  wait_until (is_signed_in (fixture));
}

/* Letting in */

static void
test_let_in (PageFixture  *fixture,
             gconstpointer data)
{
  SdmWindow *window = show_records (fixture);
  GtkWidget *name;

  click (window, "Let a colleague in");
  click (window, "Let this person in");
  g_assert_nonnull (find_label (window, "Say who it is."));
  name = find_field (window, "The name of your colleague");
  page_fixture_type (name, NAME);
  g_assert_null (find_label (window, "Say who it is."));
  page_fixture_type (find_field (window, "A passphrase of at least 12 characters"), "short");
  g_assert_nonnull (find_label (window, "7 characters more."));
  page_fixture_type (find_field (window, "A passphrase of at least 12 characters"), "amina amina amina");
  g_assert_nonnull (find_label (window, "Easy to guess: "));
  choose_passphrase (window, OTHER_TOO);
  g_assert_nonnull (find_label (window, "Good: hard to guess."));

  /* Nobody gets another’s passphrase, or one’s own, in this way. */
  click (window, "Let this person in");
  wait_until (find_label (window, "is who is signed in") != NULL);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (find_field (window, "A passphrase of at least 12 characters"))), ==, "");
  g_assert_null (find_label (window, "Good: hard to guess."));

  page_fixture_type (name, OTHER);
  page_fixture_type (find_field (window, "The role, such as nurse"), "nurse");
  choose_passphrase (window, OTHER_TOO);
  click (window, "Let this person in");
  wait_until (find_label (window, OTHER ", nurse") != NULL);
  g_assert_true (SDM_IS_RECORDS_PAGE (window->real_page));

  /* Whoever is signed in is who the consultation is with. */
  sign_in_as_other (fixture, window, OTHER_TOO);
  click (window, "New consultation");
  page_fixture_type (find_field (window, "Family name"), "Suharto");
  page_fixture_type (find_field (window, "Date of birth"), "8 June 1941");
  page_fixture_type (find_field (window, "If there is none, why?"), "On a visit from abroad");
  click (window, "Use a blank page for two");
  wait_until (window->session != NULL);
  g_assert_cmpstr (sdm_consultation_get_text (sdm_session_get_consultation (window->session),
                                              sdm_letterhead_get_path (SDM_LETTERHEAD_CLINICIAN_NAME)),
                   ==, OTHER);
  sdm_window_close_session (window);
}

/* Locking takes the page away, with what was typed on it. */
static void
assert_lock_wipes (PageFixture *fixture,
                   SdmWindow   *window)
{
  GtkWidget *page = window->real_page;
  GtkWidget *entry = g_object_ref (find_field (window, "The passphrase that you have now"));

  g_object_add_weak_pointer (G_OBJECT (page), (gpointer *) &page);
  page_fixture_type (entry, PASSPHRASE);
  choose_passphrase (window, OTHER_TOO);
  sdm_window_lock (window);
  wait_until (!is_signed_in (fixture));
  g_assert_null (page);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "");
  g_object_unref (entry);
  try_passphrase (window, PASSPHRASE);
  wait_until (is_signed_in (fixture));
}

static void
test_change_passphrase (PageFixture  *fixture,
                        gconstpointer data)
{
  SdmWindow *window = show_records (fixture);

  click (window, "Change my passphrase");
  assert_lock_wipes (fixture, window);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.change-passphrase", NULL);
  choose_passphrase (window, OTHER_TOO);
  click (window, "Change my passphrase");
  g_assert_nonnull (find_label (window, "Type the passphrase that you have now."));
  page_fixture_type (find_field (window, "The passphrase that you have now"), OTHER_TOO);
  click (window, "Change my passphrase");
  wait_until (find_label (window, "That is not the passphrase that you sign in with") != NULL);
  page_fixture_type (find_field (window, "The passphrase that you have now"), PASSPHRASE);
  choose_passphrase (window, OTHER_TOO);
  click (window, "Change my passphrase");
  wait_until (SDM_IS_RECORDS_PAGE (window->real_page));

  sdm_window_lock (window);
  wait_until (!is_signed_in (fixture));
  try_passphrase (window, PASSPHRASE);
  wait_until (find_label (window, "The records could not be unlocked.") != NULL);
  try_passphrase (window, OTHER_TOO);
  wait_until (is_signed_in (fixture));
}

/* Leaving, and the key */

static void
test_stop_access (PageFixture  *fixture,
                  gconstpointer data)
{
  SdmWindow *window = show_signed_in (fixture);

  add_colleague (fixture);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.records", NULL);
  wait_until (find_label (window, OTHER ", nurse") != NULL);
  click (window, "Stop access…");
  g_assert_nonnull (find_label (window, "Stop access for " OTHER));
  click (window, "Stop access now");
  g_assert_nonnull (find_label (window, "Say why"));
  page_fixture_type (find_field (window, "Why this person leaves"), "has moved away");
  click (window, "Stop access now");
  wait_until (find_label (window, "The records have a new key.") != NULL);
  wait_until (find_label (window, NAME ", GP: you") != NULL && find_label (window, OTHER ", nurse") == NULL);
}

static gboolean
begin_rotation (SdmRecordFile **file,
                SdmRecordJob   *job,
                GError        **error)
{
  return sdm_record_rotation_begin (*file, NULL, NULL, error);
}

static void
stop_cb (SdmKeyChange *key_change)
{
  if (sdm_key_change_get_fraction (key_change) > 0)
    sdm_key_change_stop (key_change);
}

/* What was stopped goes on when it is asked for, and what was cut off by itself when somebody signs in. */
static void
test_key (PageFixture  *fixture,
          gconstpointer data)
{
  SdmWindow    *window = show_records (fixture);
  SdmKeyChange *key_change = sdm_context_get_key_change (fixture->context);
  gulong        handler = g_signal_connect (key_change, "changed", G_CALLBACK (stop_cb), NULL);
  gboolean      is_rotating = TRUE;
  g_autoptr (GError) error = NULL;

  click (window, "Give the records a new key");
  wait_until (sdm_key_change_is_cut_off (key_change));
  g_assert_false (sdm_key_change_is_active (key_change));
  g_signal_handler_disconnect (key_change, handler);
  click (window, "Go on with the new key");
  wait_until (find_label (window, "The records have a new key.") != NULL);
  g_assert_false (sdm_key_change_is_cut_off (key_change));
  g_assert_nonnull (find (GTK_WIDGET (window), is_button, "Give the records a new key"));

  g_assert_true (sdm_record_store_run (get_real (fixture), begin_rotation, &error));
  sdm_window_lock (window);
  wait_until (!is_signed_in (fixture));
  try_passphrase (window, PASSPHRASE);
  wait_until (find_label (window, "Giving the records a new key was cut off.") != NULL);
  wait_until (!sdm_key_change_is_active (key_change));
  g_assert_true (sdm_record_store_is_rotating (get_real (fixture), &is_rotating, &error));
  g_assert_false (is_rotating);
}

/* A file from before public keys were kept */

static gboolean
drop_public_keys (SdmRecordFile **file,
                  SdmRecordJob   *job,
                  GError        **error)
{
  guint8 id[SDM_RECORD_ID_SIZE];
  g_autoptr (GBytes) person = NULL;
  g_autoptr (GBytes) code = NULL;

  g_assert_true (sdm_record_id_parse ((*file)->clinician, id));
  person = sdm_record_pair_seal (*file, "clinician.body", id, NAME, "GP", NULL);
  code = sdm_record_pair_seal (*file, "recovery.body", (*file)->id, "ABCDE", "FGHJK", NULL);
  return sdm_record_connection_run ((*file)->db, SDM_RECORD_SAVING, error, "UPDATE clinician SET body = $1 WHERE id = $2", "bb",
                                    g_bytes_get_data (person, NULL), g_bytes_get_size (person), id, sizeof id) &&
         sdm_record_connection_run ((*file)->db, SDM_RECORD_SAVING, error, "UPDATE recovery SET body = $1", "b",
                                    g_bytes_get_data (code, NULL), g_bytes_get_size (code));
}

/* Whoever has only the code becomes somebody again. */
static void
assert_recovers (PageFixture *fixture,
                 SdmWindow   *window,
                 const char  *code)
{
  sdm_window_lock (window);
  wait_until (!is_signed_in (fixture));
  click (window, "Use the recovery code");
  page_fixture_type (find_field (window, "Recovery code"), code);
  click (window, "Sign in");
  wait_until (is_signed_in (fixture));
  click (window, "Choose a new passphrase");
  page_fixture_type (find_field (window, "Your name"), NAME);
  choose_passphrase (window, OTHER_TOO);
  click (window, "Set the passphrase");
  wait_until (SDM_IS_CODE_PAGE (window->real_page));
  g_assert_cmpstr (sdm_context_get_person (fixture->context)->name, ==, NAME);
  g_assert_nonnull (sdm_code_page_get_code (SDM_CODE_PAGE (window->real_page)));
}

static void
test_one_step (PageFixture  *fixture,
               gconstpointer data)
{
  SdmWindow       *window = show_signed_in (fixture);
  g_autofree char *code = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (sdm_record_store_run (get_real (fixture), drop_public_keys, &error));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.records", NULL);
  wait_until (find_label (window, "These records are from an older version of Evenhand.") != NULL);
  g_assert_null (find (GTK_WIDGET (window), is_button, "Give the records a new key"));
  click (window, "Take this step");
  page_fixture_type (find_field (window, "The passphrase that you have now"), PASSPHRASE);
  g_signal_emit_by_name (find_field (window, "The passphrase that you have now"), "activate");
  wait_until (SDM_IS_CODE_PAGE (window->real_page));
  g_assert_nonnull (find (GTK_WIDGET (window), is_button, "I have it on paper"));
  code = g_strdup (sdm_code_page_get_code (SDM_CODE_PAGE (window->real_page)));

  gtk_widget_activate_action (GTK_WIDGET (window), "win.records", NULL);
  wait_until (find_label (window, NAME ", GP: you") != NULL);
  wait_until (find (GTK_WIDGET (window), is_button, "Give the records a new key") != NULL);
  g_assert_null (find_label (window, "These records are from an older version of Evenhand."));
  assert_recovers (fixture, window, code);
}

/* Approvals */

static void
open_ears (SdmWindow *window)
{
  gtk_widget_activate_action (GTK_WIDGET (window), "win.approvals", NULL);
  wait_until (find (GTK_WIDGET (window), is_button, EARS) != NULL);
  click (window, EARS);
  g_assert_true (SDM_IS_APPROVE_PAGE (window->real_page));
  wait_until (find_label (window, "Version 0.1.0") != NULL);
}

static void
sign_ears (SdmWindow *window)
{
  open_ears (window);
  click (window, "Sign this version");
  g_assert_nonnull (find_label (window, "One is not accepted yet."));
  gtk_check_button_set_active (GTK_CHECK_BUTTON (find (GTK_WIDGET (window), is_check, "A burst eardrum")), TRUE);
  click (window, "Sign this version");
  g_assert_nonnull (find_label (window, "One is not accepted yet."));
  gtk_check_button_set_active (GTK_CHECK_BUTTON (find (GTK_WIDGET (window), is_check, "A bad allergic reaction")), TRUE);
  g_assert_null (find_label (window, "One is not accepted yet."));
  click (window, "Sign this version");
}

static void
start_with_ears (SdmWindow  *window,
                 const char *family)
{
  gtk_widget_activate_action (GTK_WIDGET (window), "win.new-patient", NULL);
  wait_until (find_label (window, "Draft: two people here have not signed it yet.") != NULL);
  page_fixture_type (find_field (window, "Family name"), family);
  page_fixture_type (find_field (window, "Date of birth"), "8 June 1941");
  page_fixture_type (find_field (window, "If there is none, why?"), "On a visit from abroad");
  click (window, EARS);
}

static void
assert_approval (SdmWindow  *window,
                 const char *approval)
{
  wait_until (window->session != NULL);
  g_assert_cmpstr (sdm_consultation_get_text (sdm_session_get_consultation (window->session), "aid/approval"), ==, approval);
  g_assert_cmpint (gtk_widget_get_visible (window->caution), ==, g_str_equal (approval, "draft"));
  sdm_autosaver_flush (sdm_session_get_autosaver (window->session), NULL);
  sdm_window_close_session (window);
}

static void
test_approvals (PageFixture  *fixture,
                gconstpointer data)
{
  SdmWindow *window = show_signed_in (fixture);

  add_colleague (fixture);
  sign_ears (window);
  wait_until (find_label (window, "Draft: " NAME " signed it on ") != NULL);
  g_assert_nonnull (find_label (window, "You signed it. Somebody else"));
  g_assert_null (find (GTK_WIDGET (window), is_button, "Sign this version"));
  start_with_ears (window, "Suharto");
  assert_approval (window, "draft");

  sign_in_as_other (fixture, window, OTHER_TOO);
  sign_ears (window);
  wait_until (find_label (window, "by " NAME " and " OTHER ".") != NULL);
  g_assert_null (find (GTK_WIDGET (window), is_button, "Sign this version"));
  start_with_ears (window, "Sukarno");
  g_assert_null (find_label (window, "This aid is a draft."));
  assert_approval (window, "approved");

  /* What was begun with an approved one gets the warning when the approval is withdrawn. */
  open_ears (window);
  click (window, "Withdraw the signatures");
  g_assert_nonnull (find_label (window, "Say why"));
  page_fixture_type (find_field (window, "Why the signatures are withdrawn"), "a figure is out of date");
  click (window, "Withdraw the signatures");
  wait_until (find_label (window, "Draft: two people here have not signed it yet.") != NULL);
  g_assert_nonnull (find (GTK_WIDGET (window), is_button, "Sign this version"));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.home", NULL);
  wait_until (find (GTK_WIDGET (window), is_button, "Sukarno") != NULL);
  click (window, "Sukarno");
  assert_approval (window, "draft");
}

static gboolean
approve_other_bytes (SdmRecordFile **file,
                     SdmRecordJob   *job,
                     GError        **error)
{
  g_autofree char         *path = g_build_filename (g_getenv ("EVENHAND_SOURCE"), "decision-aids/acute-otitis-media/aid.json", NULL);
  static const char *const accepted[] = { "allergy", "burst", NULL };
  g_autofree char         *text = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (SdmAid) aid = NULL;
  gsize size;

  g_assert_true (g_file_get_contents (path, &text, &size, NULL));
  text[size - 1] = ' ';
  bytes = g_bytes_new (text, size);
  aid = sdm_aid_new_from_bytes (bytes, "aid.json", error);
  return aid != NULL && sdm_record_approvals_sign (*file, aid, accepted, error);
}

static GtkWindow *
find_dialog (const char *heading)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *link = windows; link != NULL; link = link->next)
    if (ADW_IS_MESSAGE_DIALOG (link->data) && g_strcmp0 (adw_message_dialog_get_heading (link->data), heading) == 0)
      return link->data;

  return NULL;
}

/* The file is not what two people signed. */
static void
test_changed_since (PageFixture  *fixture,
                    gconstpointer data)
{
  SdmWindow *window = show_signed_in (fixture);
  g_autoptr (GError) error = NULL;

  add_colleague (fixture);
  g_assert_true (sdm_record_store_run (get_real (fixture), approve_other_bytes, &error));
  sign_in_as_other (fixture, window, OTHER_TOO);
  g_assert_true (sdm_record_store_run (get_real (fixture), approve_other_bytes, &error));
  start_with_ears (window, "Suharto");
  wait_until (find_dialog ("This aid was changed") != NULL);
  g_assert_null (window->session);
  gtk_window_destroy (find_dialog ("This aid was changed"));
}

/* Who sees the person is said by whoever goes on, and nothing of the colleague's stays with another name. */
static void
test_draft_of_colleague (PageFixture  *fixture,
                         gconstpointer data)
{
  SdmWindow *window = show_signed_in (fixture);
  g_autoptr (SdmSession) session = new_real_session (fixture);
  SdmConsultation *consultation = sdm_session_get_consultation (session);
  g_autoptr (GError) error = NULL;

  sdm_consultation_set_text (consultation, "start/seen_by/name", OTHER, &error);
  g_assert_no_error (error);
  sdm_consultation_set_text (consultation, "start/seen_by/id_value", "12345", &error);
  g_assert_no_error (error);
  sdm_window_show_consultation (window, consultation, NULL, fixture->aid, SDM_STEP_START);
  g_assert_nonnull (window->draft_toast);
  g_assert_cmpstr (adw_toast_get_title (window->draft_toast), ==, OTHER " began this draft.");

  gtk_widget_activate_action (GTK_WIDGET (window), "win.take-over-draft", NULL);
  g_assert_cmpstr (sdm_consultation_get_text (consultation, "start/seen_by/name"), ==, NAME);
  g_assert_cmpstr (sdm_consultation_get_text (consultation, "start/seen_by/role"), ==, "GP");
  g_assert_null (sdm_consultation_get_text (consultation, "start/seen_by/id_value"));
  sdm_session_undo (window->session);
  g_assert_cmpstr (sdm_consultation_get_text (consultation, "start/seen_by/name"), ==, OTHER);
  g_assert_cmpstr (sdm_consultation_get_text (consultation, "start/seen_by/id_value"), ==, "12345");
  gtk_widget_activate_action (GTK_WIDGET (window), "win.take-over-draft", NULL);
  sdm_window_close_session (window);
  g_assert_null (window->draft_toast);

  sdm_window_show_consultation (window, consultation, NULL, fixture->aid, SDM_STEP_START);
  g_assert_null (window->draft_toast);
  sdm_window_close_session (window);
}

int
main (int   argc,
      char *argv[])
{
  main_thread_guard_start ();
  gtk_test_init (&argc, &argv, NULL);

  page_fixture_add ("/pages/staff/let-in", PAGE_FIXTURE_FRAILTY_CASE, test_let_in);
  page_fixture_add ("/pages/staff/change-passphrase", PAGE_FIXTURE_FRAILTY_CASE, test_change_passphrase);
  page_fixture_add ("/pages/staff/stop-access", PAGE_FIXTURE_FRAILTY_CASE, test_stop_access);
  page_fixture_add ("/pages/staff/key", PAGE_FIXTURE_FRAILTY_CASE, test_key);
  page_fixture_add ("/pages/staff/one-step", PAGE_FIXTURE_FRAILTY_CASE, test_one_step);
  page_fixture_add ("/pages/staff/approvals", PAGE_FIXTURE_FRAILTY_CASE, test_approvals);
  page_fixture_add ("/pages/staff/changed-since", PAGE_FIXTURE_FRAILTY_CASE, test_changed_since);
  page_fixture_add ("/pages/staff/draft-of-colleague", PAGE_FIXTURE_FRAILTY_CASE, test_draft_of_colleague);

  return page_fixture_run ();
}
