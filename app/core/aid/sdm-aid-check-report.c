/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-aid-check-private.h"

#include <glib/gi18n.h>
#include <string.h>

/* What an author hands in with an aid: IPDAS and NICE as tables, the balance meter, reading
 * ages, dates. Written after everything was checked, from what was found and counted. */

typedef enum
{
  BY_PROGRAM, /* met unless one of its tags was found */
  BY_TEST,    /* the same, for tests and screening only */
  BY_AUTHOR,  /* no program can see it */
} Judge;

typedef struct
{
  const char *standard;
  const char *text;
  Judge       judge;
  const char *tags[4]; /* findings that mean it is not met; what the form of the file makes sure of needs none */
} Criterion;

/* In our own words; the numbers are those of the project's list. */
/* clang-format off */
static const Criterion criteria[] = {
  { "IPDAS 1",  N_("Says what the condition is"), BY_PROGRAM },
  { "IPDAS 2",  N_("Says which decision has to be made"), BY_PROGRAM, { "decision-not-question" } },
  { "IPDAS 3",  N_("Lists the options"), BY_PROGRAM },
  { "IPDAS 4",  N_("Gives the good points of each option"), BY_PROGRAM },
  { "IPDAS 5",  N_("Gives the bad points of each option"), BY_PROGRAM },
  { "IPDAS 6",  N_("Tells what living with the result is like"), BY_AUTHOR },
  { "IPDAS 7",  N_("Good and bad points get the same detail"), BY_PROGRAM, { "points-unequal", "balance-options", "balance-row", "balance-sides" } },
  { "IPDAS 8",  N_("Cites the evidence"), BY_PROGRAM, { "derivation-missing", "number-unknown" } },
  { "IPDAS 9",  N_("Gives the date of publication"), BY_PROGRAM, { "date-impossible", "date-in-future" } },
  { "IPDAS 10", N_("Says how and when it is updated"), BY_PROGRAM, { "dates-out-of-order", "review-overdue" } },
  { "IPDAS 11", N_("Says how sure or unsure the chances are"), BY_PROGRAM, { "range-missing", "range-not-said", "not-known-unsaid" } },
  { "IPDAS 12", N_("Says who paid"), BY_PROGRAM },
  { "IPDAS 13", N_("Test: what it measures"), BY_TEST },
  { "IPDAS 14", N_("Test: what comes next if it finds something"), BY_TEST, { "tree-missing", "tree-incomplete" } },
  { "IPDAS 15", N_("Test: what comes next if it finds nothing"), BY_TEST, { "tree-missing", "tree-incomplete" } },
  { "IPDAS 16", N_("Test: what follows from finding what would never have caused trouble"), BY_TEST },
  { "IPDAS 17", N_("Says what happens if nothing is done"), BY_PROGRAM, { "answer-missing", "sentence-missing" } },
  { "IPDAS 18", N_("Lets the reader compare options"), BY_PROGRAM, { "answer-missing", "answer-twice" } },
  { "IPDAS 19", N_("Gives the chance of each outcome for each option"), BY_PROGRAM, { "count-missing", "sentence-missing" } },
  { "IPDAS 20", N_("Says for which group the chances are"), BY_PROGRAM, { "group-not-named", "group-label-differs" } },
  { "IPDAS 21", N_("Gives event rates as natural frequencies"), BY_PROGRAM, { "percent-alone", "one-in-x", "relative-figure" } },
  { "IPDAS 22", N_("Same time span across options"), BY_PROGRAM, { "time-span-missing" } },
  { "IPDAS 23", N_("Same denominator across options"), BY_PROGRAM, { "denominator-differs" } },
  { "IPDAS 24", N_("More than one way to see the chances"), BY_PROGRAM, { "sentence-missing" } },
  { "IPDAS 25", N_("Asks what matters most"), BY_PROGRAM, { "outcome-untouched" } },
  { "IPDAS 26", N_("A step-by-step way to reach a decision"), BY_AUTHOR },
  { "IPDAS 27", N_("Question lists to use with the clinician"), BY_AUTHOR },
  { "IPDAS 28", N_("Needs of patients were asked about first"), BY_AUTHOR },
  { "IPDAS 29", N_("Needs of professionals were asked about first"), BY_AUTHOR },
  { "IPDAS 30", N_("Reviewed by patients who did not help to make it"), BY_AUTHOR },
  { "IPDAS 31", N_("Reviewed by professionals who did not help to make it"), BY_AUTHOR },
  { "IPDAS 32", N_("Tested by patients who faced the decision"), BY_AUTHOR },
  { "IPDAS 33", N_("Tested by practitioners who counsel them"), BY_AUTHOR },
  { "IPDAS 34", N_("Says how the evidence was chosen"), BY_AUTHOR },
  { "IPDAS 35", N_("Says how good the evidence is"), BY_AUTHOR },
  { "IPDAS 36", N_("Names the authors and their qualifications"), BY_PROGRAM },
  { "IPDAS 37", N_("Reports a readability level"), BY_PROGRAM, { "field-hard", "field-too-hard", "text-too-hard" } },
  { "IPDAS 38", N_("Evidence that it improves the match of what matters and what is chosen"), BY_AUTHOR },
  { "IPDAS 39", N_("Evidence that it improves knowledge"), BY_AUTHOR },
  { "IPDAS 40", N_("Test: chance of a true positive"), BY_TEST, { "tree-missing", "tree-incomplete" } },
  { "IPDAS 41", N_("Test: chance of a true negative"), BY_TEST, { "tree-missing", "tree-incomplete" } },
  { "IPDAS 42", N_("Test: chance of a false positive"), BY_TEST, { "tree-missing", "tree-incomplete" } },
  { "IPDAS 43", N_("Test: chance of a false negative"), BY_TEST, { "tree-missing", "tree-incomplete" } },
  { "IPDAS 44", N_("Test: chance of finding the disease with and without it"), BY_TEST, { "answer-missing", "sentence-missing" } },
  { "NICE 1.1", N_("Names the symptom, condition or illness"), BY_PROGRAM },
  { "NICE 1.2", N_("Says that a decision is needed, and on which part of care"), BY_PROGRAM, { "decision-not-question" } },
  { "NICE 1.3", N_("Lists all reasonable options, always with staying as one is"), BY_PROGRAM },
  { "NICE 1.4", N_("Gives likely results, benefits and harms of each"), BY_PROGRAM, { "answer-missing", "sentence-missing", "points-unequal" } },
  { "NICE 1.5", N_("Shows them even-handedly, without loaded words"), BY_PROGRAM, { "balance-options", "balance-row", "balance-sides", "loaded-word" } },
  { "NICE 1.6", N_("Says what happens if the person stays as they are, stops, or has nothing"), BY_PROGRAM, { "answer-missing", "sentence-missing" } },
  { "NICE 1.7", N_("Helps the person think about what matters to them"), BY_PROGRAM, { "outcome-untouched" } },
  { "NICE 1.8", N_("Plain words; numbers clear and consistent; dates, producer and funding stated"), BY_PROGRAM, { "field-too-hard", "text-too-hard", "number-unknown", "date-impossible" } },
  { "NICE 2",   N_("Essential process: evidence, people who took part, interests, updates, testing"), BY_AUTHOR },
};
/* clang-format on */

/* Standards */

static gboolean
is_about_test (SdmAidCheck *check)
{
  for (guint i = 0; i < check->aid->n_options; i++)
    if (g_str_equal (check->aid->options[i].kind, "test"))
      return TRUE;
  for (guint o = 0; o < check->aid->n_outcomes; o++)
    if (check->aid->outcomes[o].show == SDM_SHOW_TREE)
      return TRUE;

  return FALSE;
}

/* The first of its tags that was found. */
static const char *
find_fault (SdmAidCheck     *check,
            const Criterion *criterion)
{
  for (guint i = 0; i < check->findings->len; i++)
    {
      const SdmFinding *finding = g_ptr_array_index (check->findings, i);

      for (guint t = 0; t < G_N_ELEMENTS (criterion->tags) && criterion->tags[t] != NULL; t++)
        if (g_str_equal (finding->tag->name, criterion->tags[t]))
          return finding->tag->name;
    }

  return NULL;
}

/* What the author says of an item: "yes", "no" or "not-yet", or NULL. */
static const char *
find_signature (SdmAidCheck     *check,
                const Criterion *criterion)
{
  const char *space = strchr (criterion->standard, ' ');
  json_t     *item;
  size_t      i;

  json_array_foreach (json_object_get (check->root, "ipdas_signed"), i, item)
    if (g_str_has_prefix (criterion->standard, "IPDAS") &&
        json_integer_value (json_object_get (item, "item")) == (json_int_t) g_ascii_strtoull (space, NULL, 10))
      return json_string_value (json_object_get (item, "answer"));

  return NULL;
}

static void
write_criterion (SdmAidCheck     *check,
                 const Criterion *criterion,
                 GString         *report)
{
  const char      *fault = find_fault (check, criterion);
  const char      *signature = find_signature (check, criterion);
  g_autofree char *verdict = NULL;

  if (criterion->judge == BY_TEST && !is_about_test (check))
    verdict = g_strdup (_ ("does not apply"));
  else if (criterion->judge != BY_AUTHOR && fault == NULL)
    verdict = g_strdup (_ ("met"));
  else if (criterion->judge != BY_AUTHOR)
    verdict = g_strdup_printf (_ ("not met: %s"), fault);
  else if (signature != NULL)
    verdict = g_strdup_printf (_ ("to be signed by the author: %s"), signature);
  else
    verdict = g_strdup (_ ("to be signed by the author"));

  g_string_append_printf (report, "  %-9s %-75s %s\n", criterion->standard, _ (criterion->text), verdict);
}

static void
write_standards (SdmAidCheck *check,
                 GString     *report)
{
  g_string_append_printf (report, "\n%s\n", _ ("IPDAS 4.0 (44 items) and NICE essential standards"));
  for (gsize i = 0; i < G_N_ELEMENTS (criteria); i++)
    write_criterion (check, &criteria[i], report);
}

/* Balance */

static void
write_part (SdmAidCheck *check,
            GString     *report,
            const char  *name,
            gsize        offset)
{
  guint least = G_MAXUINT;
  guint most = 0;

  g_string_append_printf (report, "  %-10s", name);
  for (guint o = 0; o < check->aid->n_options; o++)
    {
      const SdmProse *prose = &G_STRUCT_MEMBER (SdmProse, &check->options[o], offset);

      g_string_append_printf (report, "  %4u %5.0f %3u       ", prose->words, sdm_prose_get_ease (prose), prose->figures);
      least = MIN (least, prose->words);
      most = MAX (most, prose->words);
    }
  g_string_append_printf (report, "%.2f\n", most > 0 ? (double) (most - least) / most : 0);
}

static guint
count_found (SdmAidCheck *check,
             const char  *tag,
             const char  *below)
{
  guint n = 0;

  for (guint i = 0; i < check->findings->len; i++)
    {
      const SdmFinding *finding = g_ptr_array_index (check->findings, i);

      n += g_str_equal (finding->tag->name, tag) && g_str_has_prefix (finding->pointer, below) ? 1 : 0;
    }

  return n;
}

static void
write_options (SdmAidCheck *check,
               GString     *report)
{
  /* Translators: heads the table of the balance meter; %s is a group such as "risk-100" */
  g_string_append_printf (report, _ ("\nBalance by option (group %s): words, reading ease, figures; spread = (most - least) / most, at most 0.20\n"),
                                     check->groups[check->group]);
  g_string_append_printf (report, "  %-10s", "");
  for (guint o = 0; o < check->aid->n_options; o++)
    g_string_append_printf (report, "  %-21s", check->aid->options[o].short_title);
  g_string_append_c (report, '\n');
  write_part (check, report, "summary", G_STRUCT_OFFSET (SdmOptionBalance, summary));
  write_part (check, report, "good", G_STRUCT_OFFSET (SdmOptionBalance, good));
  write_part (check, report, "bad", G_STRUCT_OFFSET (SdmOptionBalance, bad));
  write_part (check, report, "answers", G_STRUCT_OFFSET (SdmOptionBalance, answers));
  write_part (check, report, "all", G_STRUCT_OFFSET (SdmOptionBalance, all));

  g_string_append_printf (report, "  %-10s", "loaded");
  for (guint o = 0; o < check->aid->n_options; o++)
    {
      g_autofree char *below = g_strdup_printf ("/options/%u/", o);

      g_string_append_printf (report, "  %4u %14s", count_found (check, "loaded-word", below), "");
    }
  g_string_append_printf (report, "\n  %s\n", _ ("Order: by title or by chance on screen, never that of the file."));
}

static void
write_sides (SdmAidCheck *check,
             GString     *report)
{
  static const char *const names[SDM_N_SIDES] = { "benefit", "harm", "neutral" };

  g_string_append_printf (report, "\n%s\n", _ ("Balance by side, of the outcomes shown first: outcomes, pictures, words, reading ease, figures, questions"));
  for (guint s = 0; s < SDM_N_SIDES; s++)
    {
      const SdmSideBalance *side = &check->sides[s];

      g_string_append_printf (report, "  %-10s  %3u %3u %5u %5.0f %4u %3u\n", names[s], side->n_outcomes, side->n_pictures, side->prose.words,
                              sdm_prose_get_ease (&side->prose), side->prose.figures, side->n_questions);
    }
}

/* Reading age */

static void
write_field (GString        *report,
             const char     *name,
             guint           n_texts,
             const SdmProse *prose)
{
  g_string_append_printf (report, "  %-22s %4u %5u %6.1f %5.1f%s\n", name, n_texts, prose->scored_words, sdm_prose_get_ease (prose),
                          sdm_prose_get_age (prose), sdm_aid_check_is_scored (prose) ? "" : _ ("  too short to score"));
}

static void
write_reading (SdmAidCheck *check,
               GString     *report)
{
  SdmProse all = { 0 };
  guint    n_texts = 0;

  /* Translators: heads a table; the numbers are ages, such as 9 to 11 */
  g_string_append_printf (report, _ ("\nReading by field: texts, words, reading ease, reading age; aim %d to %d\n"),
                                     (int) json_integer_value (sdm_json_get (check->root, "readability/age_from")),
                                     (int) json_integer_value (sdm_json_get (check->root, "readability/age_to")));
  for (guint field = 0; field < check->n_fields; field++)
    {
      if (check->field_texts[field] == 0)
        continue;
      write_field (report, sdm_aid_check_get_field_name (field), check->field_texts[field], &check->fields[field]);
      sdm_prose_add (&all, &check->fields[field]);
      n_texts += check->field_texts[field];
    }
  write_field (report, "all patient text", n_texts, &all);
}

/* Life cycle */

static void
write_life_cycle (SdmAidCheck *check,
                  GString     *report)
{
  g_string_append_printf (report, _ ("\nLife cycle: searched %s, published %s, review by %s, %s\n"),
                                     sdm_aid_get_search_date (check->aid), json_string_value (json_object_get (check->root, "published")),
                                     sdm_aid_get_review_by (check->aid),
                                     count_found (check, "review-overdue", "") > 0 ? _ ("overdue") : _ ("in date"));
  g_string_append_printf (report, "  %s\n", _ ("Approval: a draft. Two named people sign this version by its hash:"));
  g_string_append_printf (report, "  %s\n", sdm_aid_get_sha256 (check->aid));
  for (guint o = 0; o < check->aid->n_outcomes; o++)
    {
      g_autofree char *below = g_strdup_printf ("/outcomes/%u/sources", o);

      if (count_found (check, "second-hand", below) > 0)
        g_string_append_printf (report, _ ("  Each signer must accept by name, as it was read second-hand: %s\n"), check->aid->outcomes[o].title);
    }
}

/**
 * sdm_aid_check_write_report:
 * @check: a check that is complete
 *
 * Returns: (transfer full): the report, lines of text
 */
char *
sdm_aid_check_write_report (SdmAidCheck *check)
{
  GString *report = g_string_new (NULL);

  g_string_append_printf (report, "%s  %s\n%s\n", sdm_aid_get_id (check->aid), sdm_aid_get_version (check->aid), sdm_aid_get_title (check->aid));
  write_life_cycle (check, report);
  write_standards (check, report);
  write_options (check, report);
  write_sides (check, report);
  write_reading (check, report);

  return g_string_free (report, FALSE);
}
