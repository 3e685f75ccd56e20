/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "real-fixture.h"

#include "sdm-record-audit-private.h"
#include "sdm-record-clinicians-private.h"
#include "sdm-record-staff.h"

/* The cheapest that is allowed: this is asked for often here. */
SdmRecordAccess *
new_access (const char *name,
            const char *passphrase)
{
  SdmRecordAccess *access = sdm_record_access_new (name, passphrase, strlen (passphrase));

  access->cost = (SdmRecordCost){ SDM_RECORD_COST_FLOOR_PASSES, SDM_RECORD_COST_FLOOR_KIB };
  return access;
}

SdmRecordStore *
new_real_store (Fixture *fixture)
{
  return sdm_record_store_new_for_kind (fixture->folder, SDM_RECORD_STORE_REAL);
}

void
found (SdmRecordStore    *store,
       SdmRecordRecovery *recovery)
{
  g_autoptr (SdmRecordAccess) access = new_access (NAME, PASSPHRASE);
  g_autoptr (GError) error = NULL;

  sdm_record_store_found (store, access, "GP", recovery, &error);
  g_assert_no_error (error);
}

/* A store that was founded just now, closed. */
SdmRecordStore *
new_founded_store (Fixture           *fixture,
                   SdmRecordRecovery *recovery)
{
  SdmRecordStore *store = new_real_store (fixture);

  found (store, recovery);
  return store;
}

gboolean
sign_in (SdmRecordStore *store,
         const char     *name,
         const char     *passphrase,
         GError        **error)
{
  sdm_record_store_take_access (store, new_access (name, passphrase));
  return sdm_record_store_open (store, error);
}

void
assert_signs_in (SdmRecordStore *store)
{
  g_autoptr (GError) error = NULL;

  sign_in (store, NAME, PASSPHRASE, &error);
  g_assert_no_error (error);
}

/* Records in which somebody changed something while they were closed: that is asked about once. */
void
assert_signs_in_changed (SdmRecordStore *store)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (sign_in (store, NAME, PASSPHRASE, &error));
  g_assert_error (error, SDM_RECORD_ERROR, SDM_RECORD_ERROR_OLDER);
  assert_signs_in (store);
}

void
assert_locked (SdmRecordStore *store,
               const char     *name,
               const char     *passphrase)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (sign_in (store, name, passphrase, &error));
  g_assert_error (error, SDM_RECORD_ERROR, SDM_RECORD_ERROR_LOCKED);
}

SdmRecordHead *
make_real_head (guint number)
{
  SdmRecordHead *head = make_head (number, "Alan");

  set_text (&head->kind, "real");
  return head;
}

gboolean
save (SdmRecordStore *store,
      const char     *kind,
      GError        **error)
{
  g_autoptr (SdmRecordHead) head = make_real_head (0);
  g_autoptr (GBytes) body = make_body ("what Alan said");

  set_text (&head->kind, kind);
  return sdm_record_store_save_draft (store, head, body, error);
}

/* The groups that were asked for. */
void
confirm (SdmRecordStore          *store,
         const SdmRecordRecovery *recovery,
         GError                 **error)
{
  g_auto (GStrv) groups = g_strsplit (recovery->code, "-", -1);
  g_autofree char *second = g_ascii_strdown (groups[recovery->groups[1] - 1], -1);

  sdm_record_store_confirm (store, groups[recovery->groups[0] - 1], second, error);
}

/* A store with a patient, whose first clinician is signed in. */
SdmRecordStore *
new_store_in_use (Fixture           *fixture,
                  SdmRecordRecovery *recovery)
{
  SdmRecordStore *store = new_founded_store (fixture, recovery);
  g_autoptr (GError) error = NULL;

  assert_signs_in (store);
  confirm (store, recovery, &error);
  g_assert_no_error (error);
  save (store, "real", &error);
  g_assert_no_error (error);
  return store;
}

void
enrol (SdmRecordStore *store,
       const char     *name,
       const char     *passphrase)
{
  g_autoptr (SdmRecordAccess) access = new_access (name, passphrase);
  g_autoptr (GError) error = NULL;

  sdm_record_store_enrol (store, access, "Nurse", &error);
  g_assert_no_error (error);
}

void
assert_signs_in_as (SdmRecordStore *store,
                    const char     *name,
                    const char     *passphrase)
{
  g_autoptr (GError) error = NULL;

  sdm_record_store_close (store, NULL);
  sign_in (store, name, passphrase, &error);
  g_assert_no_error (error);
  assert_listed (store, "Alan");
}

static char *told; /* what the chain tells: code, outcome, who; the last first */

static gboolean
look_at_chain (SdmRecordFile **file,
               SdmRecordJob   *job,
               GError        **error)
{
  g_autoptr (GPtrArray) events = sdm_record_audit_list (*file, NULL, error);
  GString *text = g_string_new (NULL);

  g_assert_nonnull (events);
  for (guint i = events->len; i > 0; i--)
    {
      const SdmRecordEvent *event = g_ptr_array_index (events, i - 1);

      g_string_append_printf (text, "%s (%s) %s; ", event->code, event->outcome != NULL ? event->outcome : "",
                              event->name != NULL ? event->name : "nobody");
    }
  g_free (told);
  told = g_string_free (text, FALSE);
  return TRUE;
}

void
assert_told (SdmRecordStore *store,
             const char     *beginning)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (sdm_record_store_run (store, look_at_chain, &error));
  if (!g_str_has_prefix (told, beginning))
    g_error ("told was: %s", told);
}

/* It never goes back, and never beyond the end. */
void
note_progress (Progress *progress,
               gint64    done,
               gint64    all)
{
  g_assert_cmpint (done, >=, progress->done);
  g_assert_cmpint (done, <=, all);
  progress->n_calls++;
  progress->done = done;
  progress->all = all;
}

void
assert_rotating (SdmRecordStore *store,
                 gboolean        expected)
{
  g_autoptr (GError) error = NULL;
  gboolean is_rotating = FALSE;

  g_assert_true (sdm_record_store_is_rotating (store, &is_rotating, &error));
  g_assert_cmpint (is_rotating, ==, expected);
}

/* Closes it, and looks at which epochs there are in what @sql asks of the file. */
void
assert_epochs (Fixture        *fixture,
               SdmRecordStore *store,
               const char     *sql,
               const char     *expected)
{
  g_autofree char *epochs = NULL;

  sdm_record_store_close (store, NULL);
  epochs = fixture_ask (fixture, "records.db", sql);
  g_assert_cmpstr (epochs, ==, expected);
}
