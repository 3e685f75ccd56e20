/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-cli-private.h"

#include <glib/gi18n.h>
#include <string.h>

#include "sdm-core-error.h"
#include "sdm-gp-text.h"
#include "sdm-record-heading.h"

/* evenhand record init|confirm|list|show|import|export|verify|backup|restore */

/* What the command line asks for; texts belong to the arguments. */
typedef struct
{
  const char  *store;
  SdmCliSignIn who;
  const char  *role;
  const char  *output;
  gboolean     text;
  GPtrArray   *aids;
  GPtrArray   *words; /* after the verb */
} Order;

static gboolean
set_usage_error (GError    **error,
                 const char *message)
{
  g_set_error_literal (error, SDM_CORE_ERROR, SDM_CORE_ERROR_VALUE, message);
  return FALSE;
}

/* Opening */

static SdmRecordStoreKind
get_kind (const Order *order)
{
  return sdm_cli_sign_in_is_asked_for (&order->who) ? SDM_RECORD_STORE_REAL : SDM_RECORD_STORE_PRACTICE;
}

/* A closed store, with what it is opened with. */
static SdmRecordStore *
new_store (const Order       *order,
           SdmRecordStoreKind kind,
           GError           **error)
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
open_store (const Order       *order,
            SdmRecordStoreKind kind,
            GError           **error)
{
  g_autoptr (SdmRecordStore) store = new_store (order, kind, error);

  if (store == NULL || !sdm_record_store_open (store, error))
    return NULL;

  return g_steal_pointer (&store);
}

/* For what only looks: a mistyped folder must not look like one without records. */
static SdmRecordStore *
open_existing (const Order *order,
               GError     **error)
{
  const SdmRecordStoreKind kind = get_kind (order);
  g_autoptr (SdmRecordStore) store = sdm_record_store_new_for_kind (order->store, kind);

  if (kind == SDM_RECORD_STORE_PRACTICE && !sdm_record_store_exists (store))
    {
      g_set_error (error, SDM_RECORD_ERROR, SDM_RECORD_ERROR_NOT_FOUND,
                   _ ("There are no records in “%s”. Check the folder."), order->store);
      return NULL;
    }

  return open_store (order, kind, error);
}

/* init and confirm */

static gboolean
run_init (const Order *order,
          GError     **error)
{
  g_autoptr (SdmRecordStore) store = sdm_record_store_new_for_kind (order->store, SDM_RECORD_STORE_REAL);
  g_autoptr (SdmRecordAccess) access = sdm_cli_read_access (&order->who, error);
  g_auto (SdmRecordRecovery) recovery = { NULL };

  if (access == NULL || !sdm_record_store_found (store, access, order->role != NULL ? order->role : "", &recovery, error))
    return FALSE;

  printf ("%s\n", recovery.code);
  fprintf (stderr,
           _ ("This is the recovery code. Print it and keep it in a safe: it is told only here, and opens the records when\n"
              "every passphrase is lost. No patient’s record is taken before you type back groups %u and %u of it:\n"
              "  evenhand record confirm … GROUP GROUP\n"),
              recovery.groups[0], recovery.groups[1]);
  return TRUE;
}

static gboolean
run_confirm (const Order *order,
             GError     **error)
{
  g_autoptr (SdmRecordStore) store = open_store (order, SDM_RECORD_STORE_REAL, error);

  return store != NULL &&
         sdm_record_store_confirm (store, g_ptr_array_index (order->words, 0), g_ptr_array_index (order->words, 1), error);
}

/* list and show */

static void
write_head (const SdmRecordHead *head)
{
  g_autoptr (GDateTime) changed = g_date_time_new_from_unix_utc (head->changed / G_USEC_PER_SEC);
  g_autofree char *when = changed != NULL ? g_date_time_format (changed, "%Y-%m-%dT%H:%MZ") : g_strdup ("-");
  g_autofree char *line = g_strdup_printf ("%s  %u  %-11s  %s  %s  %s", head->id, head->version, head->status, when,
                                           head->aid_id != NULL ? head->aid_id : "-",
                                           head->patient != NULL ? head->patient : "-");

  sdm_cli_write_line (stdout, line);
}

static gboolean
run_list (const Order *order,
          GError     **error)
{
  g_autoptr (SdmRecordStore) store = open_existing (order, error);
  g_autoptr (GPtrArray) drafts = NULL;
  g_autoptr (GPtrArray) finished = NULL;

  if (store == NULL)
    return FALSE;
  drafts = sdm_record_store_list_drafts (store, error);
  finished = drafts != NULL ? sdm_record_store_list_finished (store, error) : NULL;
  if (finished == NULL)
    return FALSE;

  for (guint i = 0; i < drafts->len; i++)
    write_head (g_ptr_array_index (drafts, i));
  for (guint i = 0; i < finished->len; i++)
    write_head (g_ptr_array_index (finished, i));
  return TRUE;
}

static gboolean
run_show (const Order *order,
          GError     **error)
{
  g_autoptr (SdmRecordStore) store = open_existing (order, error);
  g_autoptr (GBytes) body = NULL;

  if (store == NULL || !sdm_record_store_load (store, g_ptr_array_index (order->words, 0), NULL, &body, error))
    return FALSE;

  fwrite (g_bytes_get_data (body, NULL), 1, g_bytes_get_size (body), stdout);
  return TRUE;
}

/* import */

/* What was shown goes with it, where it is the very same. */
static gboolean
put_aid (const Order         *order,
         SdmRecordStore      *store,
         const SdmRecordHead *head,
         GError             **error)
{
  g_autoptr (SdmAidLibrary) library = NULL;
  g_autoptr (SdmAid) aid = NULL;
  g_autofree char *kept = NULL;

  if (head->aid_id == NULL || head->aid_sha256 == NULL)
    return TRUE;

  library = sdm_cli_open_library (order->aids, error);
  aid = library != NULL ? sdm_cli_load_aid (library, head->aid_id, NULL, error) : NULL;
  if (aid == NULL)
    return FALSE;
  /* Where it is another, the store says so when the record is to be final. */
  if (strcmp (sdm_aid_get_sha256 (aid), head->aid_sha256) != 0)
    return TRUE;

  kept = sdm_record_store_put_aid (store, sdm_aid_get_bytes (aid), error);
  return kept != NULL;
}

static gboolean
import_one (const Order *order,
            const char  *path,
            GError     **error)
{
  g_autoptr (SdmJsonText) text = sdm_cli_read (path, error);
  g_autoptr (SdmConsultation) consultation = text != NULL ? sdm_consultation_new_from_text (text, NULL, error) : NULL;
  g_autoptr (SdmRecordHead) head = NULL;
  g_autoptr (SdmRecordStore) store = NULL;
  gboolean good;

  if (consultation == NULL)
    return FALSE;

  head = sdm_record_head_new_for_consultation (consultation);
  store = open_store (order, strcmp (head->kind, "real") == 0 ? SDM_RECORD_STORE_REAL : SDM_RECORD_STORE_PRACTICE, error);
  if (store == NULL || !put_aid (order, store, head, error))
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
run_import (const Order *order,
            GError     **error)
{
  for (guint i = 0; i < order->words->len; i++)
    if (!import_one (order, g_ptr_array_index (order->words, i), error))
      return FALSE;

  return TRUE;
}

/* export */

static gboolean
write_out (const Order *order,
           const char  *text,
           gsize        size,
           GError     **error)
{
  if (order->output != NULL)
    return g_file_set_contents_full (order->output, text, (gssize) size, G_FILE_SET_CONTENTS_CONSISTENT, 0600, error);

  fwrite (text, 1, size, stdout);
  return TRUE;
}

static gboolean
run_export (const Order *order,
            GError     **error)
{
  g_autoptr (SdmRecordStore) store = open_existing (order, error);
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

/* verify, backup and restore */

static gboolean
run_verify (const Order *order,
            GError     **error)
{
  g_autoptr (SdmRecordStore) store = open_existing (order, error);

  return store != NULL && sdm_record_store_verify (store, error);
}

static gboolean
run_backup (const Order *order,
            GError     **error)
{
  g_autoptr (SdmRecordStore) store = NULL;

  if (order->output == NULL)
    return set_usage_error (error, _ ("say with -o FILE where the backup goes"));

  store = open_existing (order, error);
  return store != NULL && sdm_record_store_backup (store, order->output, error);
}

static gboolean
run_restore (const Order *order,
             GError     **error)
{
  g_autoptr (SdmRecordStore) store = new_store (order, get_kind (order), error);

  return store != NULL && sdm_record_store_restore (store, g_ptr_array_index (order->words, 0), error);
}

/* The command */

typedef struct
{
  const char *name;
  guint       least;
  guint       most;
  const char *doing;
  gboolean (*run) (const Order *order,
                   GError     **error);
} Verb;

static const Verb verbs[] = {
  { "init", 0, 0, N_ ("making the records"), run_init },
    { "confirm", 2, 2, N_ ("confirming the recovery code"), run_confirm },
      { "list", 0, 0, N_ ("listing the records"), run_list },
        { "show", 1, 1, N_ ("showing a record"), run_show },
          { "import", 1, G_MAXUINT, N_ ("taking in a consultation"), run_import },
            { "export", 1, 1, N_ ("exporting a record"), run_export },
              { "verify", 0, 0, N_ ("checking the records"), run_verify },
                { "backup", 0, 0, N_ ("making a backup"), run_backup },
                  { "restore", 1, 1, N_ ("restoring a backup"), run_restore },
                };

static const Verb *
find_verb (GPtrArray *words,
           GError   **error)
{
  const char *name = words->len > 0 ? g_ptr_array_index (words, 0) : "";

  for (gsize i = 0; i < G_N_ELEMENTS (verbs); i++)
    if (strcmp (verbs[i].name, name) == 0 && words->len - 1 >= verbs[i].least && words->len - 1 <= verbs[i].most)
      return &verbs[i];

  set_usage_error (error, _ ("say “evenhand record” and init, confirm GROUP GROUP, list, show ID, import FILE, export ID, verify, backup or restore FILE"));
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
  Order              order = { .aids = aids, .words = words };
  const SdmCliOption options[] = {
    { .name = "store", .text = &order.store },
    { .name = "clinician", .text = &order.who.clinician },
    { .name = "role", .text = &order.role },
    { .name = "passphrase-file", .text = &order.who.passphrase_file },
    { .name = "passphrase-fd", .text = &order.who.passphrase_fd },
    { .name = "output", .letter = 'o', .text = &order.output },
    { .name = "text", .flag = &order.text },
    { .name = "aids", .list = aids },
  };
  g_autoptr (GError) error = NULL;
  const Verb *verb = NULL;

  if (sdm_cli_parse (argc, argv, options, G_N_ELEMENTS (options), words, &error))
    verb = find_verb (words, &error);
  if (verb != NULL && order.store == NULL)
    set_usage_error (&error, _ ("say with --store=FOLDER where the records are"));
  if (error != NULL)
    return sdm_cli_fail (_ ("reading the command line"), error);

  g_ptr_array_remove_index (words, 0);
  return verb->run (&order, &error) ? SDM_CLI_GOOD : sdm_cli_fail (_ (verb->doing), error);
}
