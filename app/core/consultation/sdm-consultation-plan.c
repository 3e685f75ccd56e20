/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-consultation-plan.h"

#include <string.h>

#include "sdm-clock.h"
#include "sdm-consultation-reader.h"
#include "sdm-date.h"

#define CHOSEN   "plan/chosen"
#define ENTRY    "plan/decision_entry/text"
#define LOOK_OUT "plan/look_out"
#define REVIEW   "plan/review/dates"

static json_t *
copy_list (SdmConsultation *self,
           const char      *path)
{
  json_t *list = sdm_consultation_peek (self, path);

  return list != NULL ? json_deep_copy (list) : json_array ();
}

static gboolean
is_one_of (const char *const *ids,
           const char        *id)
{
  return ids != NULL && g_strv_contains (ids, id);
}

/* Options */

/**
 * sdm_consultation_is_chosen:
 *
 * Returns: whether the option with the id @option was chosen
 */
gboolean
sdm_consultation_is_chosen (SdmConsultation *self,
                            const char      *option)
{
  json_t *record;
  size_t  i;

  json_array_foreach (sdm_consultation_peek (self, CHOSEN), i, record)
    if (g_strcmp0 (json_string_value (json_object_get (record, "option")), option) == 0)
      return TRUE;

  return FALSE;
}

/* The titles of what was chosen, at most 150 letters; NULL for none. */
static char *
dup_entry (SdmAid *aid,
           json_t *chosen)
{
  g_autoptr (GString) titles = g_string_new (NULL);
  json_t *record;
  size_t  i;

  json_array_foreach (chosen, i, record)
    {
      const SdmOption *option = sdm_aid_find_option (aid, json_string_value (json_object_get (record, "option")));

      if (option == NULL)
        continue;
      if (titles->len > 0)
        g_string_append (titles, "; ");
      g_string_append (titles, option->title);
    }
  if (titles->len == 0)
    return NULL;

  return g_utf8_substring (titles->str, 0, MIN (g_utf8_strlen (titles->str, -1), 150));
}

/* What to look out for after the change: what is there stays, with its words and in its
 * order, unless it came with an option that is no longer chosen. */
static json_t *
list_look_out (SdmConsultation   *self,
               SdmAid            *aid,
               const char *const *before,
               const char *const *after)
{
  guint               n_nets;
  const SdmSafetyNet *nets = sdm_aid_get_safety_net (aid, &n_nets);
  json_t             *list = copy_list (self, LOOK_OUT);

  for (guint i = 0; i < n_nets; i++)
    {
      gboolean was_wanted = FALSE;
      gboolean is_wanted = FALSE;

      for (guint o = 0; before[o] != NULL; o++)
        was_wanted |= is_one_of (nets[i].options, before[o]);
      for (guint o = 0; after[o] != NULL; o++)
        is_wanted |= is_one_of (nets[i].options, after[o]);

      if (was_wanted == is_wanted)
        continue;
      for (size_t at = json_array_size (list); at > 0; at--)
        if (g_strcmp0 (json_string_value (json_object_get (json_array_get (list, at - 1), "safety_net")), nets[i].id) == 0)
          json_array_remove (list, at - 1);
      if (is_wanted)
        {
          g_autofree char *text = sdm_safety_net_dup_text (&nets[i]);

          json_array_append_new (list, json_pack ("{s:s, s:s}", "safety_net", nets[i].id, "text", text));
        }
    }

  return list;
}

static char **
list_ids (json_t *chosen)
{
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();
  json_t *record;
  size_t  i;

  json_array_foreach (chosen, i, record)
    g_strv_builder_add (ids, json_string_value (json_object_get (record, "option")));

  return g_strv_builder_end (ids);
}

/**
 * sdm_consultation_choose_option:
 * @option: id of an option
 * @chosen: whether it is chosen now
 *
 * Keeps or takes back a choice. What to look out for with the option comes and
 * goes with it, and so does the text of the decision while nobody has changed it.
 * What was taken out of "look out for" stays out.
 *
 * Returns: FALSE with @error set, and nothing changed, where the format does not allow it
 */
gboolean
sdm_consultation_choose_option (SdmConsultation *self,
                                SdmAid          *aid,
                                const char      *option,
                                gboolean         chosen,
                                GError         **error)
{
  g_autoptr (json_t) plan = NULL;
  g_auto (GStrv) before = NULL;
  g_auto (GStrv) after = NULL;
  g_autofree char *entry_before = NULL;
  g_autofree char *entry_after = NULL;
  json_t          *list;

  if (sdm_consultation_is_chosen (self, option) == chosen)
    return TRUE;

  plan = json_deep_copy (sdm_consultation_peek (self, "plan"));
  list = json_object_get (plan, "chosen");
  before = list_ids (list);
  entry_before = dup_entry (aid, list);
  if (chosen)
    json_array_append_new (list, json_pack ("{s:s}", "option", option));
  for (size_t i = json_array_size (list); !chosen && i > 0; i--)
    if (g_strcmp0 (json_string_value (json_object_get (json_array_get (list, i - 1), "option")), option) == 0)
      json_array_remove (list, i - 1);
  after = list_ids (list);
  entry_after = dup_entry (aid, list);

  json_object_set_new (plan, "look_out",
                       list_look_out (self, aid, (const char *const *) before, (const char *const *) after));
  if (sdm_consultation_get_text (self, ENTRY) == NULL || g_strcmp0 (sdm_consultation_get_text (self, ENTRY), entry_before) == 0)
    {
      if (entry_after != NULL)
        json_object_set_new (plan, "decision_entry", json_pack ("{s:s}", "text", entry_after));
      else
        json_object_del (plan, "decision_entry");
    }

  return sdm_consultation_take_value (self, "plan", json_incref (plan), error);
}

/**
 * sdm_safety_net_dup_text:
 *
 * Returns: (transfer full): what to look for and what to do, as two sentences:
 *   "You faint, or you fall and hit your head. Call 999."
 */
char *
sdm_safety_net_dup_text (const SdmSafetyNet *safety_net)
{
  return g_str_has_suffix (safety_net->look_for, ".")
             ? g_strdup_printf ("%s %s", safety_net->look_for, safety_net->what_to_do)
             : g_strdup_printf ("%s. %s", safety_net->look_for, safety_net->what_to_do);
}

/* Review */

/**
 * sdm_consultation_dup_review_date:
 *
 * Returns: (transfer full): the day @n_months after the talk, as "2027-05-24"
 */
char *
sdm_consultation_dup_review_date (SdmConsultation *self,
                                  int              n_months)
{
  const char      *event = sdm_consultation_get_text (self, "start/event_date");
  const char      *met = sdm_consultation_get_text (self, "start/contact_when");
  const char      *created = sdm_consultation_get_text (self, "created");
  const char      *from = event != NULL ? event : met != NULL ? met
                                                              : created;
  g_autofree char *day = g_strndup (from, strlen ("2026-11-24"));

  return sdm_date_add_months (day, n_months);
}

gboolean
sdm_consultation_has_review (SdmConsultation *self,
                             int              n_months)
{
  json_t *record;
  size_t  i;

  json_array_foreach (sdm_consultation_peek (self, REVIEW), i, record)
    if (json_integer_value (json_object_get (record, "months")) == n_months)
      return TRUE;

  return FALSE;
}

/* @list with another record, sooner before later. */
static void
insert_review (json_t *list,
               json_t *record)
{
  size_t at = 0;

  while (at < json_array_size (list) && json_integer_value (json_object_get (json_array_get (list, at), "months")) < json_integer_value (json_object_get (record, "months")))
    at++;
  json_array_insert_new (list, at, record);
}

/**
 * sdm_consultation_set_review:
 * @wanted: whether to ask again after @n_months if the decision is still right
 *
 * Returns: FALSE with @error set, and nothing changed, where the format does not allow it
 */
gboolean
sdm_consultation_set_review (SdmConsultation *self,
                             int              n_months,
                             gboolean         wanted,
                             GError         **error)
{
  json_t *review = sdm_consultation_peek (self, "plan/review");
  json_t *list;

  if (sdm_consultation_has_review (self, n_months) == wanted && review != NULL)
    return TRUE;

  review = review != NULL ? json_deep_copy (review) : json_pack ("{s:[]}", "dates");
  list = json_object_get (review, "dates");
  if (wanted)
    {
      g_autofree char *day = sdm_consultation_dup_review_date (self, n_months);

      insert_review (list, json_pack ("{s:i, s:s}", "months", n_months, "on", day));
    }
  for (size_t i = json_array_size (list); !wanted && i > 0; i--)
    if (json_integer_value (json_object_get (json_array_get (list, i - 1), "months")) == n_months)
      json_array_remove (list, i - 1);

  return sdm_consultation_take_value (self, "plan/review", review, error);
}

/* Result */

/* A choice does not outlive the result that it belongs to. */
static gboolean
take_choices_back (SdmConsultation *self,
                   SdmAid          *aid,
                   GError         **error)
{
  json_t *record;

  while ((record = json_array_get (sdm_consultation_peek (self, CHOSEN), 0)) != NULL)
    {
      g_autofree char *option = g_strdup (json_string_value (json_object_get (record, "option")));

      if (!sdm_consultation_choose_option (self, aid, option, FALSE, error))
        return FALSE;
    }

  return sdm_consultation_remove (self, "plan/decision_entry", error);
}

static gboolean
set_result (SdmConsultation *self,
            SdmAid          *aid,
            const char      *result,
            GError         **error)
{
  gboolean is_first = sdm_consultation_get_text (self, "plan/result") == NULL;

  if (!sdm_consultation_set_text (self, "plan/result", result, error))
    return FALSE;
  if (g_strcmp0 (result, "decided") != 0 && !take_choices_back (self, aid, error))
    return FALSE;
  if (!is_first || sdm_consultation_peek (self, "plan/review") != NULL)
    return TRUE;

  return sdm_consultation_set_review (self, 6, TRUE, error) && sdm_consultation_set_review (self, 12, TRUE, error);
}

/**
 * sdm_consultation_set_result:
 * @result: "decided", "not-yet" or "no-thank-you"
 *
 * Keeps where the two of them have got to. With the first result come a review
 * at 6 and one at 12 months, which can be taken out with a reason. With another
 * result than "decided" go the options that were chosen, the text of the
 * decision, and what to look out for with those options.
 *
 * Returns: FALSE with @error set where the format does not allow it
 */
gboolean
sdm_consultation_set_result (SdmConsultation *self,
                             SdmAid          *aid,
                             const char      *result,
                             GError         **error)
{
  gboolean kept;

  sdm_consultation_begin_edit (self);
  kept = set_result (self, aid, result, error);
  sdm_consultation_end_edit (self);

  return kept;
}

/* Who decided */

/* The parent who reads the letter; NULL where none is named. */
static json_t *
new_parent (SdmConsultation *self,
            SdmAid          *aid)
{
  const char *name = sdm_consultation_get_reader_name (self, aid);
  const char *relationship = sdm_consultation_get_reader_relationship (self, aid);

  if (name == NULL || sdm_consultation_get_reader (self, aid) != SDM_READER_PARENT)
    return NULL;

  return relationship != NULL ? json_pack ("{s:s, s:s}", "name", name, "relationship", relationship) : json_pack ("{s:s}", "name", name);
}

/**
 * sdm_consultation_set_decided_by:
 * @decided_by: (nullable): "patient", "together", "clinician-asked", "left-open" or "for-them";
 *   %NULL for not said yet
 *
 * Keeps who decided. Where a parent decides for a child, and nobody else is named yet, that is the
 * parent who gets the letter; why they may is still to be said.
 *
 * Returns: FALSE with @error set where the format does not allow it
 */
gboolean
sdm_consultation_set_decided_by (SdmConsultation *self,
                                 SdmAid          *aid,
                                 const char      *decided_by,
                                 GError         **error)
{
  json_t *parent;

  if (!sdm_consultation_set_text (self, "plan/decided_by", decided_by, error))
    return FALSE;
  if (g_strcmp0 (decided_by, "for-them") != 0 || json_object_size (sdm_consultation_peek (self, "plan/decider")) > 0)
    return TRUE;
  parent = new_parent (self, aid);

  return parent == NULL || sdm_consultation_take_value (self, "plan/decider", parent, error);
}

/* Steps */

static gboolean
has_action (SdmConsultation *self,
            const char      *id)
{
  json_t *action;
  size_t  i;

  json_array_foreach (sdm_consultation_peek (self, "plan/actions"), i, action)
    if (g_strcmp0 (json_string_value (json_object_get (action, "id")), id) == 0)
      return TRUE;

  return FALSE;
}

/**
 * sdm_consultation_add_action:
 *
 * Adds an empty step at the end, on the person's side.
 *
 * Returns: FALSE with @error set, and nothing changed, where the format does not allow it
 */
gboolean
sdm_consultation_add_action (SdmConsultation *self,
                             GError         **error)
{
  g_autofree char *id = NULL;
  guint            number = 0;

  do
    {
      g_free (id);
      id = g_strdup_printf ("action-%u", ++number);
    }
  while (has_action (self, id));

  return sdm_consultation_append (self, "plan/actions", json_pack ("{s:s, s:s}", "id", id, "side", "person"), error);
}
