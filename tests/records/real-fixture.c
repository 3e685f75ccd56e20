/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "real-fixture.h"

#include "sdm-record-clinicians-private.h"

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
