/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-event-words.h"

#include <glib/gi18n.h>
#include <string.h>

#include "sdm-date.h"
#include "sdm-record-words.h"

typedef struct
{
  const char *code;
  const char *words;
} Words;

/* What each code means. Those that no version writes yet are here for a file that a later one wrote. */
static const Words codes[] = {
  { "access-request", N_ ("Gave the person all that is kept of them") },
    { "aid-add", N_ ("Kept a decision aid") },
      { "aid-remove", N_ ("Removed a decision aid") },
        { "amend", N_ ("Amended the finished talk") },
          { "approve", N_ ("Signed a decision aid") },
            { "approve-withdraw", N_ ("Took the signatures under a decision aid away") },
              { "backup", N_ ("Made a backup of all records") },
                { "check", N_ ("Looked through all records for damage") },
                  { "clock-back", N_ ("The clock of the computer showed an earlier time than before") },
                    { "copy", N_ ("Copied the text for the GP record") },
                      { "draft-discard", N_ ("Discarded the draft") },
                        { "draft-open", N_ ("Opened the draft") },
                          { "enrol", N_ ("Let somebody sign in, or set a new passphrase") },
                            { "entered-in-error", N_ ("Marked the talk as entered in error") },
                              { "export", N_ ("Gave the talk out of the program") },
                                { "finalise", N_ ("Finished the talk and kept it") },
                                  { "join", N_ ("Joined another entry of the same person to this one") },
                                    { "leaver", N_ ("Let somebody sign in no more") },
                                      { "lock", N_ ("Locked the records") },
                                        { "pdf", N_ ("Saved a paper as PDF") },
                                          { "print", N_ ("Printed a paper") },
                                            { "recovery", N_ ("Typed back, used or replaced the recovery code") },
                                              { "restore", N_ ("Put back a backup of all records") },
                                                { "rotate", N_ ("Gave all records a new key") },
                                                  { "search", N_ ("Found this person by a search") },
                                                    { "settings", N_ ("Changed a setting") },
                                                      { "unlock", N_ ("Unlocked the records") },
                                                        { "unlock-failed", N_ ("Tried to unlock the records and could not") },
                                                          { "view", N_ ("Read the finished talk") },
                                                            { "withdraw", N_ ("Noted that the person took the talk back") },
                                                          };

/* What an outcome adds to a code; the whole of it, or its beginning where it ends in a colon. */
static const struct
{
  const char *code;
  const char *outcome;
  const char *words;
} outcomes[] = {
  { "draft-open", "amendment", N_ ("Began to amend the finished talk") },
    { "draft-open", "new", N_ ("Began the talk") },
      { "export", "audit", N_ ("Copied or saved this list of who saw and changed what") },
        { "print", "audit:", N_ ("Printed this list of who saw and changed what") },
          { "search", "audit", N_ ("Looked at this list of who saw and changed what") },
            { "search", "name:", N_ ("Found this person by name") },
              { "search", "nhs-number:", N_ ("Found this person by NHS number") },
                { "search", "patient:", N_ ("Opened the page of this person") },
                  { "search", "person:", N_ ("Found this person by name and date of birth") },
                };

/**
 * sdm_event_words_get_code:
 *
 * Returns: (nullable): what @code means; %NULL for one of a later version
 */
const char *
sdm_event_words_get_code (const char *code)
{
  for (gsize i = 0; i < G_N_ELEMENTS (codes); i++)
    if (g_str_equal (codes[i].code, code))
      return _ (codes[i].words);

  return NULL;
}

static const char *
find_outcome (const SdmRecordEvent *event)
{
  for (gsize i = 0; i < G_N_ELEMENTS (outcomes) && event->outcome != NULL; i++)
    {
      const char    *outcome = outcomes[i].outcome;
      const gboolean fits = g_str_has_suffix (outcome, ":") ? g_str_has_prefix (event->outcome, outcome)
                                                            : g_str_equal (event->outcome, outcome);

      if (fits && g_str_equal (outcomes[i].code, event->code))
        return _ (outcomes[i].words);
    }

  return NULL;
}

/* The printer, or the file, and by which hash it is known again; %NULL for what is not on paper. */
static const char *
find_paper (const SdmRecordEvent *event)
{
  static const char *const codes_on_paper[] = { "access-request", "pdf", "print", NULL };

  if (event->outcome == NULL || !g_strv_contains (codes_on_paper, event->code))
    return NULL;

  return g_str_has_prefix (event->outcome, "audit: ") ? event->outcome + strlen ("audit: ") : event->outcome;
}

/**
 * sdm_event_words_dup_when:
 *
 * Returns: (transfer full): day and time where it was
 */
char *
sdm_event_words_dup_when (const SdmRecordEvent *event)
{
  g_autofree char *iso = sdm_record_event_format_time (event, "%Y-%m-%d");
  g_autofree char *day = sdm_date_format (iso);
  g_autofree char *time = sdm_record_event_format_time (event, "%H:%M:%S");

  if (event->clock_went_back)
    /* Translators: a day and a time: "24 November 2026, 10:42:05 (by a clock that had gone back)" */
    return g_strdup_printf (_ ("%s, %s (by a clock that had gone back)"), day, time);

  /* Translators: a day and a time: "24 November 2026, 10:42:05" */
  return g_strdup_printf (_ ("%s, %s"), day, time);
}

/**
 * sdm_event_words_dup_who:
 *
 * Returns: (transfer full): who was signed in
 */
char *
sdm_event_words_dup_who (const SdmRecordEvent *event)
{
  if (event->name == NULL || *event->name == '\0')
    return g_strdup (_ ("Somebody with the recovery code"));
  if (event->role == NULL || *event->role == '\0')
    return g_strdup (event->name);

  return g_strdup_printf ("%s (%s)", event->name, event->role);
}

/**
 * sdm_event_words_dup_talk:
 * @record: (nullable): the id of a talk
 * @talks: (nullable): when those that are still there were begun, by their ids
 *
 * Of a draft that was discarded the id tells when it was begun.
 *
 * Returns: (transfer full) (nullable): which talk it is: the day and time
 */
char *
sdm_event_words_dup_talk (const char *record,
                          GHashTable *talks)
{
  g_autofree char *hex = NULL;

  if (record == NULL || strlen (record) != 36)
    return NULL;
  if (talks != NULL && g_hash_table_contains (talks, record))
    return g_strdup (g_hash_table_lookup (talks, record));

  hex = g_strdup_printf ("%.8s%.4s", record, record + 9);
  return sdm_record_words_dup_time ((gint64) g_ascii_strtoull (hex, NULL, 16) * 1000);
}

/**
 * sdm_event_words_dup_what:
 * @talks: (nullable): when the talks were begun, by their ids
 *
 * Returns: (transfer full): what was seen or done, of which talk, and why
 */
char *
sdm_event_words_dup_what (const SdmRecordEvent *event,
                          GHashTable           *talks)
{
  const char      *code = find_outcome (event);
  g_autofree char *talk = sdm_event_words_dup_talk (event->record, talks);
  g_autoptr (GString) what = NULL;

  if (code == NULL)
    code = sdm_event_words_get_code (event->code);
  what = g_string_new (code);
  if (code == NULL)
    /* Translators: %s is a word of the program, such as "archive" */
    g_string_append_printf (what, _ ("Something that only a newer version of Evenhand can explain: %s"), event->code);
  if (talk != NULL && event->version > 1)
    /* Translators: follows what was done; a day and time, and a number */
    g_string_append_printf (what, _ (" · the talk of %s, version %u"), talk, event->version);
  else if (talk != NULL)
    /* Translators: follows what was done; %s is a day and time */
    g_string_append_printf (what, _ (" · the talk of %s"), talk);
  if (find_paper (event) != NULL)
    g_string_append_printf (what, " · %s", find_paper (event));
  if (g_strcmp0 (event->outcome, "failed") == 0)
    g_string_append (what, _ (" · it failed"));
  if (event->reason != NULL && *event->reason != '\0')
    /* Translators: follows what was done; %s says why */
    g_string_append_printf (what, _ (" · because: %s"), event->reason);

  return g_string_free (g_steal_pointer (&what), FALSE);
}

/**
 * sdm_event_words_dup_where:
 *
 * Returns: (transfer full): on which computer, and in whose account
 */
char *
sdm_event_words_dup_where (const SdmRecordEvent *event)
{
  /* Translators: a computer, an account on it, and a version: "Computer RECEPTION-2, account arowe, Evenhand 0.1.0" */
  return g_strdup_printf (_ ("Computer %s, account %s, Evenhand %s"), event->workstation != NULL ? event->workstation : "–",
                             event->os_user != NULL ? event->os_user : "–", event->software != NULL ? event->software : "–");
}

/**
 * sdm_event_words_dup_text:
 * @events: (element-type SdmRecordEvent): oldest first
 * @talks: (nullable): when the talks were begun, by their ids
 * @about: whose they are
 * @made: when the list was made, and by whom
 *
 * Returns: (transfer full): all of it to be kept or given, the newest first
 */
char *
sdm_event_words_dup_text (GPtrArray  *events,
                          GHashTable *talks,
                          const char *about,
                          const char *made)
{
  GString *text = g_string_new (NULL);

  g_string_append_printf (text, "%s\n%s\n%s\n", _ ("Who saw and changed what"), about, made);
  for (guint i = events->len; i > 0; i--)
    {
      const SdmRecordEvent *event = g_ptr_array_index (events, i - 1);
      g_autofree char      *when = sdm_event_words_dup_when (event);
      g_autofree char      *who = sdm_event_words_dup_who (event);
      g_autofree char      *what = sdm_event_words_dup_what (event, talks);
      g_autofree char      *where = sdm_event_words_dup_where (event);

      g_string_append_printf (text, "\n%" G_GINT64_FORMAT ". %s\n%s\n%s\n%s\n", event->seq, when, who, what, where);
    }

  return g_string_free (text, FALSE);
}
