/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-case.h"

#include <glib/gi18n.h>

#include "sdm-consultation-private.h"
#include "sdm-core-error.h"
#include "sdm-schema.h"
#include "sdm-uuid.h"

/**
 * SdmCase:
 *
 * An example case: a consultation that has just begun, and the made-up person
 * who sits in the room. Read from evenhand-case/1 and never changed.
 */
struct _SdmCase
{
  GObject parent_instance;

  SdmJsonText *text; /* owned; every string lives in it */
};

G_DEFINE_FINAL_TYPE (SdmCase, sdm_case, G_TYPE_OBJECT)

static void
sdm_case_finalize (GObject *object)
{
  SdmCase *self = SDM_CASE (object);

  g_clear_pointer (&self->text, sdm_json_text_unref);

  G_OBJECT_CLASS (sdm_case_parent_class)->finalize (object);
}

static void
sdm_case_class_init (SdmCaseClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sdm_case_finalize;
}

static void
sdm_case_init (SdmCase *self)
{
}

/* Helpers */

static json_t *
get_value (SdmCase    *self,
           const char *path)
{
  return sdm_json_get (sdm_json_text_get_root (self->text), path);
}

/* The consultation inside is checked by its own schema, with its place in this file. */
static void
check_consultation (json_t    *root,
                    GPtrArray *findings)
{
  json_t *consultation = json_object_get (root, "consultation");
  guint   first = findings->len;

  sdm_schema_check (sdm_schema_get (SDM_SCHEMA_CONSULTATION), consultation, findings);
  sdm_consultation_check_content (consultation, findings);
  if (g_strcmp0 (json_string_value (json_object_get (consultation, "kind")), "practice") != 0)
    sdm_findings_add (findings, "value-not-allowed", "/kind", _ ("a case must be of the kind “practice”"));

  for (guint i = first; i < findings->len; i++)
    {
      SdmFinding *finding = g_ptr_array_index (findings, i);
      char       *inside = g_strconcat ("/consultation", finding->pointer, NULL);

      g_free (finding->pointer);
      finding->pointer = inside;
    }
}

/* Public API */

/**
 * sdm_case_new_from_text:
 * @findings: (nullable) (element-type SdmFinding): gets everything that is wrong, with its place
 *
 * Returns: (transfer full) (nullable): the case, or %NULL with @error set to the first fault
 */
SdmCase *
sdm_case_new_from_text (SdmJsonText *text,
                        GPtrArray   *findings,
                        GError     **error)
{
  g_autoptr (GPtrArray) found = findings != NULL ? g_ptr_array_ref (findings) : sdm_findings_new ();
  json_t       *root = sdm_json_text_get_root (text);
  SdmSchemaKind kind;
  SdmCase      *self;

  sdm_json_text_find_repeated_keys (text, found);
  if (sdm_schema_kind_from_document (root, &kind, found))
    {
      if (kind != SDM_SCHEMA_CASE)
        sdm_findings_add (found, "format-unknown", "/format", _ ("this is not an example case but “%s”"), sdm_schema_kind_get_format (kind));
      else if (sdm_schema_check (sdm_schema_get (kind), root, found))
        check_consultation (root, found);
    }

  if (found->len > 0)
    {
      g_autofree char *line = NULL;

      sdm_json_text_place_findings (text, found);
      line = sdm_json_text_describe (text, g_ptr_array_index (found, 0));
      g_set_error_literal (error, SDM_CORE_ERROR, SDM_CORE_ERROR_CONTENT, line);
      return NULL;
    }

  self = g_object_new (SDM_TYPE_CASE, NULL);
  self->text = sdm_json_text_ref (text);

  return self;
}

/**
 * sdm_case_load:
 *
 * Reads a case from a file. Blocks.
 *
 * Returns: (transfer full) (nullable): the case, or %NULL with @error set
 */
SdmCase *
sdm_case_load (GFile        *file,
               GCancellable *cancellable,
               GError      **error)
{
  g_autoptr (SdmJsonText) text = sdm_json_text_load (file, cancellable, error);

  return text != NULL ? sdm_case_new_from_text (text, NULL, error) : NULL;
}

/**
 * sdm_case_get_text:
 *
 * Returns: (transfer none): the file as it was read, for those who play or check the person
 */
SdmJsonText *
sdm_case_get_text (SdmCase *self)
{
  return self->text;
}

const char *
sdm_case_get_id (SdmCase *self)
{
  return json_string_value (get_value (self, "id"));
}

const char *
sdm_case_get_title (SdmCase *self)
{
  return json_string_value (get_value (self, "title"));
}

/**
 * sdm_case_get_summary:
 *
 * Returns: what the trainee reads before the talk; it gives away nothing hidden
 */
const char *
sdm_case_get_summary (SdmCase *self)
{
  return json_string_value (get_value (self, "summary"));
}

const char *
sdm_case_get_person (SdmCase *self)
{
  return json_string_value (get_value (self, "persona/name"));
}

/**
 * sdm_case_get_opening:
 *
 * Returns: the first words of the person
 */
const char *
sdm_case_get_opening (SdmCase *self)
{
  return json_string_value (get_value (self, "persona/opening"));
}

const char *
sdm_case_get_aid_id (SdmCase *self)
{
  return json_string_value (get_value (self, "consultation/aid/id"));
}

guint
sdm_case_get_minutes (SdmCase *self)
{
  return (guint) json_integer_value (get_value (self, "minutes"));
}

/**
 * sdm_case_dup_learn:
 *
 * Returns: (transfer full): what the case is good for, one line each
 */
char **
sdm_case_dup_learn (SdmCase *self)
{
  g_autoptr (GStrvBuilder) lines = g_strv_builder_new ();
  json_t *line;
  size_t  i;

  json_array_foreach (get_value (self, "learn"), i, line)
    g_strv_builder_add (lines, json_string_value (line));

  return g_strv_builder_end (lines);
}

static SdmConsultation *
make_consultation (json_t *document)
{
  g_autoptr (GError) error = NULL;
  SdmConsultation *consultation = sdm_consultation_new_from_json (document, &error);

  if (consultation == NULL)
    g_error ("a case that was checked is no consultation: %s", error->message);

  return consultation;
}

static json_t *
copy_document (SdmCase *self,
               SdmAid  *aid)
{
  json_t *document = json_deep_copy (get_value (self, "consultation"));
  json_t *named = json_object_get (document, "aid");

  /* A shipped case names its aid without a hash, as the aid may change before it is started. */
  json_object_set_new (named, "version", json_string (sdm_aid_get_version (aid)));
  json_object_set_new (named, "name", json_string (sdm_aid_get_title (aid)));
  json_object_set_new (named, "sha256", json_string (sdm_aid_get_sha256 (aid)));

  return document;
}

/**
 * sdm_case_get_consultation:
 * @aid: the aid that the case names
 *
 * Returns: (transfer full): the consultation as it is shipped, with the aid's hash filled in
 */
SdmConsultation *
sdm_case_get_consultation (SdmCase *self,
                           SdmAid  *aid)
{
  g_autoptr (json_t) document = copy_document (self, aid);

  return make_consultation (document);
}

/**
 * sdm_case_start:
 * @aid: the aid that the case names
 * @clock: tells the time of the talk
 *
 * Returns: (transfer full): a new consultation, now, with a name of its own
 */
SdmConsultation *
sdm_case_start (SdmCase  *self,
                SdmAid   *aid,
                SdmClock *clock)
{
  g_autoptr (json_t) document = copy_document (self, aid);
  g_autoptr (GDateTime) now = sdm_clock_get_now (clock);
  g_autofree char *id = sdm_uuid_new (now);
  g_autofree char *instant = sdm_clock_dup_instant (clock);
  g_autofree char *minute = sdm_clock_dup_local_minute (clock);
  g_autofree char *day = sdm_clock_dup_day (clock);
  json_t          *start = json_object_get (document, "start");
  SdmConsultation *consultation;

  json_object_set_new (document, "id", json_string (id));
  json_object_set_new (document, "created", json_string (instant));
  json_object_set_new (document, "changed", json_string (instant));
  json_object_set_new (json_object_get (document, "aid"), "past_review",
                       json_boolean (sdm_aid_is_past_review (aid, clock)));
  json_object_set_new (start, "contact_when", json_string (minute));
  json_object_set_new (start, "event_date", json_string (day));
  json_object_del (start, "recorded_at");

  consultation = make_consultation (document);
  sdm_consultation_set_clock (consultation, clock);

  return consultation;
}
