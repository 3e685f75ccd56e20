/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-cli-record-private.h"

#include <glib/gi18n.h>
#include <string.h>

#include "sdm-core-error.h"
#include "sdm-gp-text.h"
#include "sdm-record-heading.h"
#include "sdm-record-staff.h"

/* evenhand record: what each verb does. */

gboolean
sdm_cli_record_set_usage (GError    **error,
                          const char *message)
{
  g_set_error_literal (error, SDM_CORE_ERROR, SDM_CORE_ERROR_VALUE, message);
  return FALSE;
}

/* Opening */

SdmRecordStoreKind
sdm_cli_record_get_kind (const SdmCliRecordOrder *order)
{
  return sdm_cli_sign_in_is_asked_for (&order->who) ? SDM_RECORD_STORE_REAL : SDM_RECORD_STORE_PRACTICE;
}

/* A closed store, with what it is opened with. */
SdmRecordStore *
sdm_cli_record_new_store (const SdmCliRecordOrder *order,
                          SdmRecordStoreKind       kind,
                          GError                 **error)
{
  g_autoptr (SdmRecordStore) store = sdm_record_store_new_for_kind (order->store, kind);

  if (kind == SDM_RECORD_STORE_REAL)
    {
      SdmRecordAccess *access = sdm_cli_read_access (&order->who, error);

      if (access == NULL)
        return NULL;
      sdm_record_store_take_access (store, access);
    }

  return g_steal_pointer (&store);
}

static SdmRecordStore *
open_store (const SdmCliRecordOrder *order,
            SdmRecordStoreKind       kind,
            GError                 **error)
{
  g_autoptr (SdmRecordStore) store = sdm_cli_record_new_store (order, kind, error);

  if (store == NULL || !sdm_record_store_open (store, error))
    return NULL;

  return g_steal_pointer (&store);
}

/* For all but what makes records: a mistyped folder must not look like one without any. */
SdmRecordStore *
sdm_cli_record_open (const SdmCliRecordOrder *order,
                     SdmRecordStoreKind       kind,
                     GError                 **error)
{
  g_autoptr (SdmRecordStore) store = sdm_record_store_new_for_kind (order->store, kind);

  if (sdm_record_store_exists (store))
    return open_store (order, kind, error);

  g_set_error (error, SDM_RECORD_ERROR, SDM_RECORD_ERROR_NOT_FOUND,
               kind == SDM_RECORD_STORE_REAL
               ? _ ("There are no patients’ records in “%s”. Check the folder.")
               : _ ("There are no records in “%s”. Check the folder."),
                    order->store);
  return NULL;
}

/* The recovery code */

static void
tell_recovery (const SdmRecordRecovery *recovery)
{
  printf ("%s\n", recovery->code);
  fprintf (stderr,
           _ ("This is the recovery code. Print it and keep it in a safe: it is told only here, and opens the records when\n"
              "every passphrase is lost. No patient’s record is taken before you type back groups %u and %u of it:\n"
              "  evenhand record confirm … GROUP GROUP\n"),
              recovery->groups[0], recovery->groups[1]);
}

static gboolean
run_init (const SdmCliRecordOrder *order,
          GError                 **error)
{
  g_autoptr (SdmRecordStore) store = sdm_record_store_new_for_kind (order->store, SDM_RECORD_STORE_REAL);
  g_autoptr (SdmRecordAccess) access = sdm_cli_read_access (&order->who, error);
  g_auto (SdmRecordRecovery) recovery = { NULL };

  if (access == NULL || !sdm_record_store_found (store, access, order->role != NULL ? order->role : "", &recovery, error))
    return FALSE;

  tell_recovery (&recovery);
  return TRUE;
}

/* Name and new passphrase of who is let in. */
static SdmRecordAccess *
read_other (const SdmCliSignIn *other,
            GError            **error)
{
  if (other->clinician != NULL && (other->passphrase_file != NULL) != (other->passphrase_fd != NULL))
    return sdm_cli_read_access (other, error);

  sdm_cli_record_set_usage (error, _ ("say who it is, and give the new passphrase with --new-passphrase-file=FILE or --new-passphrase-fd=NUMBER"));
  return NULL;
}

static gboolean
run_enrol (const SdmCliRecordOrder *order,
           GError                 **error)
{
  const SdmCliSignIn who = { order->name, order->other.passphrase_file, order->other.passphrase_fd, NULL, NULL };
  g_autoptr (SdmRecordAccess) other = read_other (&who, error);
  g_autoptr (SdmRecordStore) store = other != NULL ? sdm_cli_record_open (order, SDM_RECORD_STORE_REAL, error) : NULL;

  return store != NULL && sdm_record_store_enrol (store, other, order->role, error);
}

/* Somebody who has the code and no passphrase gets one. */
static gboolean
run_recover (const SdmCliRecordOrder *order,
             GError                 **error)
{
  SdmCliRecordOrder with_code = *order;
  SdmCliSignIn      again = { order->who.clinician, order->other.passphrase_file, order->other.passphrase_fd, NULL, NULL };
  g_autoptr (SdmRecordAccess) access = read_other (&again, error);
  g_autoptr (SdmRecordStore) store = NULL;
  g_auto (SdmRecordRecovery) recovery = { NULL };

  with_code.who.clinician = NULL;
  store = access != NULL ? sdm_cli_record_open (&with_code, SDM_RECORD_STORE_REAL, error) : NULL;
  if (store == NULL || !sdm_record_store_recover (store, access, order->role, &recovery, error))
    return FALSE;

  tell_recovery (&recovery);
  return TRUE;
}

static gboolean
run_recovery_code (const SdmCliRecordOrder *order,
                   GError                 **error)
{
  g_autoptr (SdmRecordStore) store = NULL;
  g_auto (SdmRecordRecovery) recovery = { NULL };

  if (order->other.passphrase_file != NULL || order->other.passphrase_fd != NULL)
    return order->who.code_file != NULL || order->who.code_fd != NULL
               ? run_recover (order, error)
               : sdm_cli_record_set_usage (error, _ ("a new passphrase goes with the recovery code here; “evenhand record enrol” changes your own"));

  store = sdm_cli_record_open (order, SDM_RECORD_STORE_REAL, error);
  if (store == NULL || !sdm_record_store_renew_code (store, &recovery, error))
    return FALSE;

  tell_recovery (&recovery);
  return TRUE;
}

/* Changing the key */

static gboolean
run_rotate (const SdmCliRecordOrder *order,
            GError                 **error)
{
  g_autoptr (SdmRecordStore) store = sdm_cli_record_open (order, SDM_RECORD_STORE_REAL, error);

  return store != NULL && sdm_record_store_rotate (store, NULL, sdm_cli_record_tell_progress, NULL, error);
}

static gboolean
run_leaver (const SdmCliRecordOrder *order,
            GError                 **error)
{
  g_autoptr (SdmRecordStore) store = NULL;

  if (order->reason == NULL)
    return sdm_cli_record_set_usage (error, _ ("say with --reason=WORDS why this person leaves"));

  store = sdm_cli_record_open (order, SDM_RECORD_STORE_REAL, error);
  return store != NULL && sdm_record_store_dismiss (store, g_ptr_array_index (order->words, 0), order->reason, NULL,
                                                    sdm_cli_record_tell_progress, NULL, error);
}

/* What is left out is told to be asked for. */
static gboolean
run_confirm (const SdmCliRecordOrder *order,
             GError                 **error)
{
  g_autoptr (SdmRecordStore) store = sdm_cli_record_open (order, SDM_RECORD_STORE_REAL, error);
  const char *groups[] = { "", "" };

  for (guint i = 0; i < order->words->len; i++)
    groups[i] = g_ptr_array_index (order->words, i);
  return store != NULL && sdm_record_store_confirm (store, groups[0], groups[1], error);
}

/* list and show */

void
sdm_cli_record_write_head (const SdmRecordHead *head)
{
  g_autoptr (GDateTime) changed = g_date_time_new_from_unix_utc (head->changed / G_USEC_PER_SEC);
  g_autofree char *when = changed != NULL ? g_date_time_format (changed, "%Y-%m-%dT%H:%MZ") : g_strdup ("-");
  g_autofree char *line = g_strdup_printf ("%s  %u  %-11s  %s  %s  %s", head->id, head->version, head->status, when,
                                           head->aid_id != NULL ? head->aid_id : "-",
                                           head->patient != NULL ? head->patient : "-");

  sdm_cli_write_line (stdout, line);
}

static gboolean
run_list (const SdmCliRecordOrder *order,
          GError                 **error)
{
  g_autoptr (SdmRecordStore) store = sdm_cli_record_open (order, sdm_cli_record_get_kind (order), error);
  g_autoptr (GPtrArray) drafts = NULL;
  g_autoptr (GPtrArray) finished = NULL;

  if (store == NULL)
    return FALSE;
  drafts = sdm_record_store_list_drafts (store, error);
  finished = drafts != NULL ? sdm_record_store_list_finished (store, error) : NULL;
  if (finished == NULL)
    return FALSE;

  for (guint i = 0; i < drafts->len; i++)
    sdm_cli_record_write_head (g_ptr_array_index (drafts, i));
  for (guint i = 0; i < finished->len; i++)
    sdm_cli_record_write_head (g_ptr_array_index (finished, i));
  return TRUE;
}

static gboolean
run_show (const SdmCliRecordOrder *order,
          GError                 **error)
{
  g_autoptr (SdmRecordStore) store = sdm_cli_record_open (order, sdm_cli_record_get_kind (order), error);
  g_autoptr (GBytes) body = NULL;

  if (store == NULL || !sdm_record_store_load (store, g_ptr_array_index (order->words, 0), NULL, &body, error))
    return FALSE;

  fwrite (g_bytes_get_data (body, NULL), 1, g_bytes_get_size (body), stdout);
  return TRUE;
}

/* import */

/* What the documents have in common, each opened when it is first wanted. */
typedef struct
{
  SdmRecordStore *stores[SDM_RECORD_STORE_REAL + 1];
  SdmAidLibrary  *library;
} Import;

static void
clear_import (Import *import)
{
  for (gsize i = 0; i < G_N_ELEMENTS (import->stores); i++)
    g_clear_object (&import->stores[i]);
  g_clear_object (&import->library);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Import, clear_import)

static SdmRecordStore *
get_store (const SdmCliRecordOrder *order,
           Import                  *import,
           SdmRecordStoreKind       kind,
           GError                 **error)
{
  if (import->stores[kind] == NULL)
    import->stores[kind] = open_store (order, kind, error);

  return import->stores[kind];
}

static void
tell_other_aid (const SdmRecordHead *head,
                const char          *version)
{
  g_autofree char *line = NULL;

  /* Translators: the first is an id, the second the name of a decision aid, the third its version */
  line = g_strdup_printf (_ ("%s: the decision aid “%s” %s is not here as it was shown; it is needed before this draft can be final"),
                             head->id, head->aid_id, version != NULL ? version : "");
  sdm_cli_write_line (stderr, line);
}

/* What was shown goes with it, where it is the very same. Without it a draft goes in, and that is told. */
static gboolean
put_aid (const SdmCliRecordOrder *order,
         Import                  *import,
         SdmRecordStore          *store,
         const SdmRecordHead     *head,
         const char              *version,
         GError                 **error)
{
  g_autoptr (SdmAid) aid = NULL;
  g_autoptr (GBytes) kept = NULL;
  g_autofree char *sha256 = NULL;

  if (head->aid_id == NULL || head->aid_sha256 == NULL)
    return TRUE;
  kept = sdm_record_store_get_aid (store, head->aid_sha256, NULL);
  if (kept != NULL)
    return TRUE;

  if (import->library == NULL)
    import->library = sdm_cli_open_library (order->aids, error);
  aid = import->library != NULL ? sdm_cli_load_aid (import->library, head->aid_id, version, error) : NULL;
  if (aid == NULL)
    return FALSE;

  if (strcmp (sdm_aid_get_sha256 (aid), head->aid_sha256) != 0)
    {
      /* The store says so itself where the record is to be final. */
      if (strcmp (head->status, "in-progress") == 0)
        tell_other_aid (head, version);
      return TRUE;
    }

  sha256 = sdm_record_store_put_aid (store, sdm_aid_get_bytes (aid), error);
  return sha256 != NULL;
}

static gboolean
import_one (const SdmCliRecordOrder *order,
            Import                  *import,
            const char              *path,
            GError                 **error)
{
  g_autoptr (SdmJsonText) text = sdm_cli_read (path, error);
  g_autoptr (SdmConsultation) consultation = text != NULL ? sdm_consultation_new_from_text (text, NULL, error) : NULL;
  g_autoptr (SdmRecordHead) head = NULL;
  SdmRecordStore *store;
  gboolean        good;

  if (consultation == NULL)
    return FALSE;

  head = sdm_record_head_new_for_consultation (consultation);
  store = get_store (order, import, strcmp (head->kind, "real") == 0 ? SDM_RECORD_STORE_REAL : SDM_RECORD_STORE_PRACTICE, error);
  if (store == NULL ||
      !put_aid (order, import, store, head, sdm_consultation_get_text (consultation, "aid/version"), error))
    return FALSE;

  if (strcmp (head->status, "in-progress") == 0)
    good = sdm_record_store_save_draft (store, head, sdm_json_text_get_bytes (text), error);
  else
    good = sdm_record_store_finalise (store, head, sdm_json_text_get_bytes (text), error);
  if (good)
    sdm_cli_write_line (stdout, head->id);

  return good;
}

static gboolean
run_import (const SdmCliRecordOrder *order,
            GError                 **error)
{
  g_auto (Import) import = { { NULL }, NULL };

  for (guint i = 0; i < order->words->len; i++)
    if (!import_one (order, &import, g_ptr_array_index (order->words, i), error))
      return FALSE;

  return TRUE;
}

/* export */

static gboolean
write_out (const SdmCliRecordOrder *order,
           const char              *text,
           gsize                    size,
           GError                 **error)
{
  if (order->output != NULL)
    return g_file_set_contents_full (order->output, text, (gssize) size, G_FILE_SET_CONTENTS_CONSISTENT, 0600, error);

  fwrite (text, 1, size, stdout);
  return TRUE;
}

static gboolean
run_export (const SdmCliRecordOrder *order,
            GError                 **error)
{
  g_autoptr (SdmRecordStore) store = sdm_cli_record_open (order, sdm_cli_record_get_kind (order), error);
  g_autoptr (GBytes) body = NULL;
  g_autoptr (SdmConsultation) consultation = NULL;
  g_autofree char *text = NULL;

  if (store == NULL || !sdm_record_store_export (store, g_ptr_array_index (order->words, 0), &body, error))
    return FALSE;
  if (!order->text)
    return write_out (order, g_bytes_get_data (body, NULL), g_bytes_get_size (body), error);

  consultation = sdm_consultation_new_from_bytes (body, g_ptr_array_index (order->words, 0), error);
  if (consultation == NULL)
    return FALSE;
  text = sdm_gp_text_new (consultation);
  return write_out (order, text, strlen (text), error);
}

/* Approvals */

static gboolean
run_approve (const SdmCliRecordOrder *order,
             GError                 **error)
{
  g_autoptr (SdmRecordStore) store = sdm_cli_record_open (order, SDM_RECORD_STORE_REAL, error);

  return store != NULL && sdm_cli_approve (store, g_ptr_array_index (order->words, 0), order->accepted, error);
}

static gboolean
run_withdraw_approval (const SdmCliRecordOrder *order,
                       GError                 **error)
{
  g_autoptr (SdmRecordStore) store = sdm_cli_record_open (order, SDM_RECORD_STORE_REAL, error);

  return store != NULL && sdm_cli_withdraw_approval (store, g_ptr_array_index (order->words, 0), order->reason, error);
}

static gboolean
run_approvals (const SdmCliRecordOrder *order,
               GError                 **error)
{
  g_autoptr (SdmAidLibrary) library = sdm_cli_open_library (order->aids, error);
  g_autoptr (SdmRecordStore) store = library != NULL ? sdm_cli_record_open (order, SDM_RECORD_STORE_REAL, error) : NULL;

  return store != NULL && sdm_cli_list_approvals (store, library, error);
}

/* The command */

/**
 * Verb:
 * @least: how many words it needs
 * @most: and takes
 * @doing: what it does, for a message that it failed
 * @done: (nullable): what it has done, where nothing else shows that
 */
typedef struct
{
  const char *name;
  guint       least;
  guint       most;
  gboolean (*run) (const SdmCliRecordOrder *order,
                   GError                 **error);
  const char *doing;
  const char *done;
} Verb;

/* clang-format off */
static const Verb verbs[] = {
  { "init", 0, 0, run_init, N_("making the records"), NULL },
  { "recovery-code", 0, 0, run_recovery_code, N_("making a recovery code"), NULL },
  { "enrol", 0, 0, run_enrol, N_("letting a clinician in"), N_("The clinician can sign in from now on.") },
  { "leaver", 1, 1, run_leaver, N_("letting a clinician go"), N_("That clinician can sign in no more, and the records have a new key.") },
  { "rotate", 0, 0, run_rotate, N_("changing the key"), N_("The records have a new key.") },
  { "confirm", 0, 2, run_confirm, N_("confirming the recovery code"), N_("The recovery code is confirmed. Patients’ records can be kept.") },
  { "list", 0, 0, run_list, N_("listing the records"), NULL },
  { "find", 0, 0, sdm_cli_record_run_find, N_("finding records"), NULL },
  { "join", 2, 2, sdm_cli_record_run_join, N_("joining two patients"), N_("The two are one patient now.") },
  { "audit", 0, 0, sdm_cli_record_run_audit, N_("listing who saw and did what"), NULL },
  { "show", 1, 1, run_show, N_("showing a record"), NULL },
  { "import", 1, G_MAXUINT, run_import, N_("taking in a consultation"), NULL },
  { "export", 1, 1, run_export, N_("exporting a record"), NULL },
  { "check", 0, 0, sdm_cli_record_run_verify, N_("checking the records"), N_("All records are as they were written.") },
  { "verify", 0, 0, sdm_cli_record_run_verify, N_("checking the records"), N_("All records are as they were written.") },
  { "backup", 0, 0, sdm_cli_record_run_backup, N_("making a backup"), N_("The backup was made and checked.") },
  { "approve", 1, 1, run_approve, N_("signing a decision aid"), NULL },
  { "withdraw-approval", 1, 1, run_withdraw_approval, N_("withdrawing an approval"), N_("This version is not approved any more.") },
  { "approvals", 0, 0, run_approvals, N_("listing the approvals"), NULL },
  { "answers", 0, 0, sdm_cli_record_run_answers, N_("counting the answers"), NULL },
  { "rescue", 0, 0, sdm_cli_record_run_rescue, N_("reading damaged records"), NULL },
  { "restore", 1, 1, sdm_cli_record_run_restore, N_("restoring a backup"), N_("The backup was put in place and checked. What was there before, if anything, stays beside it.") },
};
/* clang-format on */

static const Verb *
find_verb (GPtrArray *words,
           GError   **error)
{
  const char *name = words->len > 0 ? g_ptr_array_index (words, 0) : "";

  for (gsize i = 0; i < G_N_ELEMENTS (verbs); i++)
    if (strcmp (verbs[i].name, name) == 0 && words->len - 1 >= verbs[i].least && words->len - 1 <= verbs[i].most)
      return &verbs[i];

  sdm_cli_record_set_usage (error, _ ("say “evenhand record” and init, recovery-code, confirm GROUP GROUP, enrol, leaver NAME, rotate, list, find, join KEEP OTHER, audit, show ID, import FILE, export ID, check, backup, restore FILE, rescue, approve AID.json, withdraw-approval AID.json, approvals or answers"));
  return NULL;
}

/**
 * sdm_cli_run_record:
 *
 * Works with the records in a folder: those of practice, or with a name and a
 * passphrase, those of real patients.
 *
 * Returns: what the program answers to the shell
 */
int
sdm_cli_run_record (int          argc,
                    char *const *argv)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new ();
  g_autoptr (GPtrArray) aids = g_ptr_array_new ();
  g_autoptr (GPtrArray) accepted = g_ptr_array_new ();
  SdmCliRecordOrder  order = { .aids = aids, .accepted = accepted, .words = words };
  const SdmCliOption options[] = {
    { .name = "store", .text = &order.store },
    { .name = "clinician", .text = &order.who.clinician },
    { .name = "role", .text = &order.role },
    { .name = "passphrase-file", .text = &order.who.passphrase_file },
    { .name = "passphrase-fd", .text = &order.who.passphrase_fd },
    { .name = "name", .text = &order.name },
    { .name = "new-passphrase-file", .text = &order.other.passphrase_file },
    { .name = "new-passphrase-fd", .text = &order.other.passphrase_fd },
    { .name = "reason", .text = &order.reason },
    { .name = "recovery-code-file", .text = &order.who.code_file },
    { .name = "recovery-code-fd", .text = &order.who.code_fd },
    { .name = "output", .letter = 'o', .text = &order.output },
    { .name = "text", .flag = &order.text },
    { .name = "accept", .list = accepted },
    { .name = "json", .flag = &order.json },
    { .name = "patient", .text = &order.patient },
    { .name = "nhs-number", .text = &order.nhs_number },
    { .name = "surname", .text = &order.surname },
    { .name = "born", .text = &order.born },
    { .name = "day", .text = &order.day },
    { .name = "until", .text = &order.until },
    { .name = "by", .text = &order.by },
    { .name = "aid", .text = &order.aid },
    { .name = "drafts", .flag = &order.drafts },
    { .name = "due", .text = &order.due },
    { .name = "heads", .text = &order.heads },
    { .name = "aids", .list = aids },
  };
  g_autoptr (GError) error = NULL;
  const Verb *verb = NULL;

  if (sdm_cli_parse (argc, argv, options, G_N_ELEMENTS (options), words, &error))
    verb = find_verb (words, &error);
  if (verb != NULL && order.store == NULL)
    sdm_cli_record_set_usage (&error, _ ("say with --store=FOLDER where the records are"));
  if (error != NULL)
    return sdm_cli_fail (_ ("reading the command line"), error);

  g_ptr_array_remove_index (words, 0);
  if (!verb->run (&order, &error))
    return sdm_cli_fail (_ (verb->doing), error);
  if (verb->done != NULL)
    sdm_cli_write_line (stdout, _ (verb->done));

  return SDM_CLI_GOOD;
}
