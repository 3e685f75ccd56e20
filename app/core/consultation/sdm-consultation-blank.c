/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-consultation-blank.h"

#include <glib/gi18n.h>

#include "sdm-aid-blank.h"
#include "sdm-consultation-private.h"
#include "sdm-core-error.h"

/* Each change is made in a copy of the whole document and kept in one piece: an
 * option never goes without its answers, and comes back with all of them. */

#define DECISION "blank/decision"

static const struct
{
  const char *list;     /* where it stands */
  const char *words;    /* key of its words there */
  const char *key;      /* what leads to it elsewhere */
  const char *named_in; /* a list of such names alone */
  const char *id;       /* how a new one is named */
} parts[] = {
  [SDM_BLANK_OPTION] = { "blank/options", "title", "option", "options/shown", "option-" },
  [SDM_BLANK_QUESTION] = { "blank/questions", "text", "question", "options/rows_opened", "question-" },
};

/* Helpers */

static json_t *
copy_document (SdmConsultation *self)
{
  return json_deep_copy (sdm_consultation_peek (self, ""));
}

static const char *
get_text (json_t     *object,
          const char *key)
{
  return json_string_value (json_object_get (object, key));
}

static json_t *
find_entry (json_t     *list,
            const char *id,
            size_t     *place)
{
  json_t *entry;
  size_t  i;

  json_array_foreach (list, i, entry)
    if (g_strcmp0 (get_text (entry, "id"), id) == 0)
      {
        if (place != NULL)
          *place = i;
        return entry;
      }

  return NULL;
}

static gboolean
has_name (json_t     *names,
          const char *key,
          const char *id)
{
  json_t *item;
  size_t  i;

  json_array_foreach (names, i, item)
    if (g_strcmp0 (json_string_value (key != NULL ? json_object_get (item, key) : item), id) == 0)
      return TRUE;

  return FALSE;
}

static gboolean
refuse (GError     **error,
        SdmCoreError code,
        const char  *text)
{
  g_set_error_literal (error, SDM_CORE_ERROR, code, text);

  return FALSE;
}

static void
set_or_take_away (json_t     *object,
                  const char *key,
                  const char *text)
{
  if (text != NULL)
    json_object_set_new (object, key, json_string (text));
  else
    json_object_del (object, key);
}

/* What follows from the options */

/* All that are not put aside are on screen, the new ones last; first where the order was turned round. */
static json_t *
list_shown (json_t *root)
{
  json_t  *hidden = sdm_json_get (root, "options/hidden");
  json_t  *before = sdm_json_get (root, "options/shown");
  gboolean turned = g_strcmp0 (json_string_value (sdm_json_get (root, "options/order")), "turned-round") == 0;
  json_t  *shown = json_array ();
  json_t  *item;
  size_t   i;

  json_array_foreach (before, i, item)
    if (find_entry (sdm_json_get (root, "blank/options"), json_string_value (item), NULL) != NULL)
      json_array_append (shown, item);
  json_array_foreach (sdm_json_get (root, "blank/options"), i, item)
    {
      json_t *id = json_object_get (item, "id");

      if (has_name (shown, NULL, json_string_value (id)) || has_name (hidden, "option", json_string_value (id)))
        continue;
      if (turned)
        json_array_insert (shown, 0, id);
      else
        json_array_append (shown, id);
    }

  return shown;
}

/* PRSB options discussed. Nothing is known of them but what stands on the page. */
static json_t *
list_record (json_t *root,
             json_t *shown)
{
  json_t *record = json_array ();
  json_t *id;
  size_t  i;

  json_array_foreach (shown, i, id)
    {
      const char *title = get_text (find_entry (sdm_json_get (root, "blank/options"), json_string_value (id), NULL), "title");

      if (title != NULL)
        json_array_append_new (record, json_pack ("{s:O, s:s, s:[s], s:[s]}", "option", id, "text", title,
                                                  "risks", _ ("We found no numbers for this."), "benefits", _ ("We found no numbers for this.")));
    }

  return record;
}

static gboolean
keep (SdmConsultation *self,
      json_t          *root,
      const char      *path,
      GError         **error)
{
  json_t *options = json_object_get (root, "options");
  json_t *shown = list_shown (root);

  json_object_set_new (options, "record", list_record (root, shown));
  json_object_set_new (options, "shown", shown);

  return sdm_consultation_take_document (self, root, path, error);
}

/* The titles of what was chosen, as the decision names them. */
static char *
dup_chosen_titles (json_t *root)
{
  g_autoptr (GString) titles = g_string_new (NULL);
  json_t *chosen;
  size_t  i;

  json_array_foreach (sdm_json_get (root, "plan/chosen"), i, chosen)
    {
      const char *title = get_text (find_entry (sdm_json_get (root, "blank/options"), get_text (chosen, "option"), NULL), "title");

      if (title != NULL)
        g_string_append_printf (titles, "%s%s", titles->len > 0 ? "; " : "", title);
    }

  return g_utf8_substring (titles->str, 0, MIN (g_utf8_strlen (titles->str, -1), 150));
}

/* The text of the decision goes with the names while nobody has changed it. */
static void
follow_titles (json_t     *root,
               const char *titles_before)
{
  json_t          *plan = json_object_get (root, "plan");
  json_t          *entry = json_object_get (plan, "decision_entry");
  const char      *text = get_text (entry, "text");
  g_autofree char *titles = dup_chosen_titles (root);

  if (g_strcmp0 (text != NULL ? text : "", titles_before) != 0)
    return;
  if (*titles == '\0')
    json_object_del (plan, "decision_entry");
  else if (entry != NULL)
    json_object_set_new (entry, "text", json_string (titles));
  else
    json_object_set_new (plan, "decision_entry", json_pack ("{s:s}", "text", titles));
}

/* Public API */

/**
 * sdm_consultation_is_blank:
 *
 * Returns: whether it has no aid: the two of them write down what there is to decide
 */
gboolean
sdm_consultation_is_blank (SdmConsultation *self)
{
  return sdm_consultation_peek (self, "blank") != NULL;
}

/**
 * sdm_consultation_set_blank_decision:
 * @text: (nullable): what there is to decide, as a question; line breaks count as blanks
 *
 * Returns: FALSE with @error set, and nothing changed, where there is no room for so many letters
 */
gboolean
sdm_consultation_set_blank_decision (SdmConsultation *self,
                                     const char      *text,
                                     GError         **error)
{
  g_autofree char *typed = NULL;

  return sdm_consultation_read_typed (text, DECISION, TRUE, &typed, error) && sdm_consultation_set_text (self, DECISION, typed, error);
}

/**
 * sdm_consultation_get_blank_text:
 *
 * Returns: (transfer none) (nullable): the name of an option, or the words of a question
 */
const char *
sdm_consultation_get_blank_text (SdmConsultation *self,
                                 SdmBlankPart     part,
                                 const char      *id)
{
  return get_text (find_entry (sdm_consultation_peek (self, parts[part].list), id, NULL), parts[part].words);
}

/**
 * sdm_consultation_set_blank_text:
 * @text: (nullable): what to call it; line breaks count as blanks
 *
 * Returns: FALSE with @error set, and nothing changed, where there is no such part or no
 *   room for so many letters
 */
gboolean
sdm_consultation_set_blank_text (SdmConsultation *self,
                                 SdmBlankPart     part,
                                 const char      *id,
                                 const char      *text,
                                 GError         **error)
{
  g_autofree char *path = g_strdup_printf ("%s/0/%s", parts[part].list, parts[part].words);
  g_autofree char *typed = NULL;
  g_autofree char *titles = NULL;
  g_autoptr (json_t) root = NULL;
  json_t *entry;

  if (!sdm_consultation_read_typed (text, path, TRUE, &typed, error))
    return FALSE;
  root = copy_document (self);
  entry = find_entry (sdm_json_get (root, parts[part].list), id, NULL);
  if (entry == NULL)
    {
      g_set_error (error, SDM_CORE_ERROR, SDM_CORE_ERROR_NOT_FOUND, _ ("the blank page has no “%s”"), id);
      return FALSE;
    }

  titles = dup_chosen_titles (root);
  set_or_take_away (entry, parts[part].words, typed);
  follow_titles (root, titles);

  return keep (self, g_steal_pointer (&root), parts[part].list, error);
}

/* A name that no part has. */
static char *
make_id (json_t      *list,
         SdmBlankPart part)
{
  for (guint n = (guint) json_array_size (list);; n++)
    {
      g_autofree char *id = g_strdup_printf ("%s%u", parts[part].id, n + 1);

      if (find_entry (list, id, NULL) == NULL)
        return g_steal_pointer (&id);
    }
}

static gboolean
check_room (SdmBlankPart part,
            json_t      *list,
            GError     **error)
{
  if (part != SDM_BLANK_OPTION || json_array_size (list) < SDM_BLANK_MOST_OPTIONS)
    return TRUE;

  return refuse (error, SDM_CORE_ERROR_VALUE, _ ("There is room for six options. Take one out first."));
}

/**
 * sdm_consultation_add_to_blank:
 * @text: (nullable): its words, where they are known already
 *
 * Adds an option or a question after the others.
 *
 * Returns: (transfer full) (nullable): its id, or %NULL with @error set, and nothing changed
 */
char *
sdm_consultation_add_to_blank (SdmConsultation *self,
                               SdmBlankPart     part,
                               const char      *text,
                               GError         **error)
{
  g_autoptr (json_t) root = copy_document (self);
  json_t          *list = sdm_json_get (root, parts[part].list);
  g_autofree char *id = make_id (list, part);
  json_t          *entry = json_pack ("{s:s}", "id", id);

  set_or_take_away (entry, parts[part].words, text);
  if (!check_room (part, list, error))
    {
      json_decref (entry);
      return NULL;
    }
  json_array_append_new (list, entry);

  return keep (self, g_steal_pointer (&root), parts[part].list, error) ? g_steal_pointer (&id) : NULL;
}

/**
 * sdm_consultation_add_carry_on:
 *
 * Adds the option to change nothing before the others, where it was taken out.
 *
 * Returns: FALSE with @error set, and nothing changed, where there is no room
 */
gboolean
sdm_consultation_add_carry_on (SdmConsultation *self,
                               GError         **error)
{
  g_autoptr (json_t) root = copy_document (self);
  json_t *list = sdm_json_get (root, parts[SDM_BLANK_OPTION].list);

  if (find_entry (list, SDM_BLANK_CARRY_ON, NULL) != NULL)
    return TRUE;
  if (!check_room (SDM_BLANK_OPTION, list, error))
    return FALSE;
  json_array_insert_new (list, 0, json_pack ("{s:s, s:s}", "id", SDM_BLANK_CARRY_ON, "title", _ ("Carry on as now")));

  return keep (self, g_steal_pointer (&root), parts[SDM_BLANK_OPTION].list, error);
}

/* Taking out */

static gboolean
is_about (SdmBlankPart part,
          const char  *path,
          json_t      *item,
          const char  *id)
{
  const char *key = g_str_equal (path, parts[part].list) ? "id" : parts[part].key;

  if (json_is_string (item))
    return g_str_equal (path, parts[part].named_in) && g_str_equal (json_string_value (item), id);

  return g_strcmp0 (get_text (item, key), id) == 0;
}

/* Takes away every entry of a list that is about @id. */
static void
take_out (json_t      *node,
          const char  *path,
          SdmBlankPart part,
          const char  *id)
{
  const char *key;
  json_t     *value;

  for (size_t i = 0; i < json_array_size (node);)
    {
      g_autofree char *below = g_strdup_printf ("%s/%" G_GSIZE_FORMAT, path, i);

      value = json_array_get (node, i);
      if (!is_about (part, path, value, id))
        {
          take_out (value, below, part, id);
          i++;
          continue;
        }
      json_array_remove (node, i);
    }
  json_object_foreach (node, key, value)
    {
      g_autofree char *below = *path != '\0' ? g_strdup_printf ("%s/%s", path, key) : g_strdup (key);

      take_out (value, below, part, id);
    }
}

/**
 * sdm_consultation_take_out_of_blank:
 * @id: an option or a question
 *
 * Takes it out with everything that was said of it: its answers, how it felt, that it
 * was chosen. Two options at least stay.
 *
 * Returns: FALSE with @error set, and nothing changed, where it has to stay
 */
gboolean
sdm_consultation_take_out_of_blank (SdmConsultation *self,
                                    SdmBlankPart     part,
                                    const char      *id,
                                    GError         **error)
{
  g_autoptr (json_t) root = copy_document (self);
  json_t          *list = sdm_json_get (root, parts[part].list);
  g_autofree char *titles = dup_chosen_titles (root);

  if (find_entry (list, id, NULL) == NULL)
    {
      g_set_error (error, SDM_CORE_ERROR, SDM_CORE_ERROR_NOT_FOUND, _ ("the blank page has no “%s”"), id);
      return FALSE;
    }
  if (part == SDM_BLANK_OPTION && json_array_size (list) <= SDM_BLANK_LEAST_OPTIONS)
    return refuse (error, SDM_CORE_ERROR_VALUE, _ ("Two options have to stay, or there is nothing to choose."));

  take_out (root, "", part, id);
  follow_titles (root, titles);

  return keep (self, g_steal_pointer (&root), parts[part].list, error);
}
