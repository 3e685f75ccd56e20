/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-history-step.h"

#include <string.h>

struct _SdmHistoryStep
{
  GPtrArray *paths;  /* of char *, NULL at its end */
  GPtrArray *before; /* of json_t *, nullable: there was nothing */
  GPtrArray *after;  /* of json_t *, nullable: nothing is left */

  guint    main;    /* the branch that somebody changed; the first of them */
  gboolean is_one;  /* nobody changed another one: the others follow from it */
  char    *place;   /* owned: the finest place that holds all that changed */
  json_t  *was;     /* owned, nullable: what stood at that place */
  json_t  *is;      /* owned, nullable: what stands there now */
  gboolean goes_on; /* typing at the same place belongs to this step */
  gsize    size;
};

/* What is made to agree with the rest: it names no step and does not end typing. */
static const char *const followers[] = {
  "options/record", "plan/decision_entry"
};

/* json_equal() says of two absent values that they differ. */
static gboolean
are_equal (json_t *a,
           json_t *b)
{
  return a == b || json_equal (a, b);
}

/* Differences */

static void
add_branch (SdmHistoryStep *self,
            const char     *path,
            json_t         *before,
            json_t         *after)
{
  g_ptr_array_add (self->paths, g_strdup (path));
  g_ptr_array_add (self->before, json_incref (before));
  g_ptr_array_add (self->after, json_incref (after));
}

static char *
join_path (const char *path,
           const char *key)
{
  return *path != '\0' ? g_strdup_printf ("%s/%s", path, key) : g_strdup (key);
}

/* Goes down as long as there are objects on both sides; a list is one branch. */
static void
collect (SdmHistoryStep    *self,
         const char        *path,
         json_t            *before,
         json_t            *after,
         const char *const *facts)
{
  const char *key;
  json_t     *value;

  if (g_strv_contains (facts, path) || are_equal (before, after))
    return;
  if (!json_is_object (before) || !json_is_object (after))
    {
      add_branch (self, path, before, after);
      return;
    }

  json_object_foreach (before, key, value)
    {
      g_autofree char *below = join_path (path, key);

      collect (self, below, value, json_object_get (after, key), facts);
    }
  json_object_foreach (after, key, value)
    {
      g_autofree char *below = join_path (path, key);

      if (json_object_get (before, key) == NULL)
        collect (self, below, NULL, value, facts);
    }
}

/* The finest place */

static gboolean
is_list_of_texts (json_t *value)
{
  json_t *item;
  size_t  i;

  if (!json_is_array (value))
    return FALSE;
  json_array_foreach (value, i, item)
    if (!json_is_string (item))
      return FALSE;

  return TRUE;
}

/* What a record is about, which nobody types into it. */
static const char *const naming_keys[] = {
  "id", "option", "question", "matter", "burden", "priority", NULL
};

/* The only key whose value is a text, as in a line that was begun by typing in it. */
static const char *
find_only_text (json_t *record)
{
  const char *found = NULL;
  const char *key;
  json_t     *value;

  json_object_foreach (record, key, value)
    {
      if (!json_is_string (value) || g_strv_contains (naming_keys, key))
        continue;
      if (found != NULL)
        return NULL;
      found = key;
    }

  return found;
}

/* Where two lists differ when one line was changed, put in or taken out; -1 where it is more than that. */
static int
find_line (json_t *before,
           json_t *after)
{
  const size_t n_before = json_array_size (before);
  const size_t n_after = json_array_size (after);
  size_t       first = 0;
  size_t       last = 0;

  while (first < MIN (n_before, n_after) && json_equal (json_array_get (before, first), json_array_get (after, first)))
    first++;
  while (last < MIN (n_before, n_after) - first && json_equal (json_array_get (before, n_before - 1 - last), json_array_get (after, n_after - 1 - last)))
    last++;

  return MAX (n_before, n_after) - first - last == 1 && n_before + 1 >= n_after && n_after + 1 >= n_before ? (int) first : -1;
}

static json_t *
get_line (json_t *list,
          json_t *other,
          int     line)
{
  return json_array_size (list) >= json_array_size (other) ? json_array_get (list, (size_t) line) : NULL;
}

static const char *
find_only_difference (json_t *before,
                      json_t *after)
{
  const char *found = NULL;
  const char *key;
  json_t     *value;

  json_object_foreach (before, key, value)
    if (!are_equal (value, json_object_get (after, key)))
      {
        if (found != NULL)
          return NULL;
        found = key;
      }
  json_object_foreach (after, key, value)
    if (json_object_get (before, key) == NULL)
      {
        if (found != NULL)
          return NULL;
        found = key;
      }

  return found;
}

/* One step further down; FALSE at the end of the way. */
static gboolean
go_down (GString *place,
         json_t **before,
         json_t **after)
{
  json_t     *was = *before;
  json_t     *is = *after;
  const char *key;

  if (json_is_array (was) && json_is_array (is) && !(is_list_of_texts (was) && is_list_of_texts (is)))
    {
      const int line = find_line (was, is);

      if (line < 0)
        return FALSE;
      g_string_append_printf (place, "/%d", line);
      *before = get_line (was, is, line);
      *after = get_line (is, was, line);
      return TRUE;
    }

  if (json_is_object (was) && json_is_object (is))
    key = find_only_difference (was, is);
  else if ((was == NULL && json_is_object (is)) || (is == NULL && json_is_object (was)))
    key = find_only_text (was != NULL ? was : is);
  else
    return FALSE;
  if (key == NULL)
    return FALSE;
  g_string_append_printf (place, "/%s", key);
  *before = json_object_get (was, key);
  *after = json_object_get (is, key);

  return TRUE;
}

static gboolean
is_within (const char *path,
           const char *whole)
{
  const gsize length = strlen (whole);

  return strncmp (path, whole, length) == 0 && (path[length] == '\0' || path[length] == '/');
}

static gboolean
is_follower (const char *path)
{
  for (guint i = 0; i < G_N_ELEMENTS (followers); i++)
    if (is_within (path, followers[i]))
      return TRUE;

  return FALSE;
}

static void
find_main (SdmHistoryStep *self)
{
  guint n = 0;

  for (guint i = self->paths->len; i > 0; i--)
    if (!is_follower (g_ptr_array_index (self->paths, i - 1)))
      {
        self->main = i - 1;
        n++;
      }
  self->is_one = n == 1 || self->paths->len == 1;
}

static void
find_place (SdmHistoryStep *self)
{
  g_autoptr (GString) place = g_string_new (g_ptr_array_index (self->paths, self->main));
  json_t *before = g_ptr_array_index (self->before, self->main);
  json_t *after = g_ptr_array_index (self->after, self->main);

  if (self->is_one)
    while (go_down (place, &before, &after))
      ;
  self->place = g_strdup (place->str);
  self->was = json_incref (before);
  self->is = json_incref (after);
}

/* Typing */

/* What was typed: a text as it is, lines of text below each other. */
static char *
dup_typed (json_t *value)
{
  g_autoptr (GString) text = g_string_new (json_string_value (value));
  json_t *line;
  size_t  i;

  json_array_foreach (value, i, line)
    g_string_append_printf (text, i > 0 ? "\n%s" : "%s", json_string_value (line));

  return g_strdup (text->str);
}

/* Whether one letter was put in or taken out somewhere. */
static gboolean
differ_by_one_letter (const char *before,
                      const char *after)
{
  const gboolean longer = strlen (after) > strlen (before);
  const char    *big = longer ? after : before;
  const char    *small = longer ? before : after;

  if (g_utf8_strlen (big, -1) != g_utf8_strlen (small, -1) + 1)
    return FALSE;
  while (*small != '\0' && g_utf8_get_char (big) == g_utf8_get_char (small))
    {
      big = g_utf8_next_char (big);
      small = g_utf8_next_char (small);
    }

  return strcmp (g_utf8_next_char (big), small) == 0;
}

/* Days and times are kept in a form of their own, and each key may give another one. */
static gboolean
are_times (const char *before,
           const char *after)
{
  return g_ascii_isdigit (*before) && g_ascii_isdigit (*after) && strlen (before) == strlen (after) && (strchr (before, '-') != NULL || strchr (before, ':') != NULL);
}

static gboolean
is_text (json_t *value)
{
  return value == NULL || json_is_string (value) || is_list_of_texts (value);
}

/* Whether somebody who changes @before into @after is typing, or moves a knob. */
static gboolean
is_typing (json_t *before,
           json_t *after)
{
  g_autofree char *was = NULL;
  g_autofree char *is = NULL;

  if (json_is_integer (before) && json_is_integer (after))
    return TRUE;
  if (!is_text (before) || !is_text (after))
    return FALSE;
  was = dup_typed (before);
  is = dup_typed (after);

  return differ_by_one_letter (was, is) || are_times (was, is);
}

/* Size */

static gsize
measure (GPtrArray *values)
{
  gsize size = 0;

  for (guint i = 0; i < values->len; i++)
    if (g_ptr_array_index (values, i) != NULL)
      size += json_dumpb (g_ptr_array_index (values, i), NULL, 0, JSON_COMPACT | JSON_ENCODE_ANY);

  return size;
}

static void
update_size (SdmHistoryStep *self)
{
  self->size = sizeof *self + measure (self->before) + measure (self->after);
}

/* Public API */

static void
free_value (gpointer value)
{
  json_decref (value);
}

/**
 * sdm_history_step_new:
 * @before: a document
 * @after: what it became
 * @facts: places that are not looked at
 *
 * Returns: (transfer full) (nullable): what differs; %NULL where nothing does
 */
SdmHistoryStep *
sdm_history_step_new (json_t            *before,
                      json_t            *after,
                      const char *const *facts)
{
  g_autoptr (SdmHistoryStep) self = g_new0 (SdmHistoryStep, 1);

  self->paths = g_ptr_array_new_with_free_func (g_free);
  self->before = g_ptr_array_new_with_free_func (free_value);
  self->after = g_ptr_array_new_with_free_func (free_value);
  collect (self, "", before, after, facts);
  if (self->paths->len == 0)
    return NULL;

  find_main (self);
  find_place (self);
  self->goes_on = json_is_integer (self->is) || json_is_string (self->is) || is_list_of_texts (self->is) || is_typing (self->was, self->is);
  g_ptr_array_add (self->paths, NULL);
  update_size (self);

  return g_steal_pointer (&self);
}

void
sdm_history_step_free (SdmHistoryStep *self)
{
  g_clear_pointer (&self->paths, g_ptr_array_unref);
  g_clear_pointer (&self->before, g_ptr_array_unref);
  g_clear_pointer (&self->after, g_ptr_array_unref);
  json_decref (self->was);
  json_decref (self->is);
  g_free (self->place);
  g_free (self);
}

/**
 * sdm_history_step_get_place:
 *
 * Returns: (transfer none): where it happened, such as "matters/own_words/1/text"
 */
const char *
sdm_history_step_get_place (const SdmHistoryStep *self)
{
  return self->place;
}

/**
 * sdm_history_step_is_move:
 *
 * Returns: whether nothing but the order of a list is another one
 */
gboolean
sdm_history_step_is_move (const SdmHistoryStep *self)
{
  const size_t n = json_array_size (self->was);
  json_t      *item;
  size_t       i;

  if (n == 0 || json_array_size (self->is) != n)
    return FALSE;
  json_array_foreach (self->was, i, item)
    {
      size_t at = 0;

      while (at < n && !json_equal (item, json_array_get (self->is, at)))
        at++;
      if (at == n)
        return FALSE;
    }

  return TRUE;
}

/**
 * sdm_history_step_get_size:
 *
 * Returns: about how many bytes it takes to remember this
 */
gsize
sdm_history_step_get_size (const SdmHistoryStep *self)
{
  return self->size;
}

/**
 * sdm_history_step_is_nothing:
 *
 * Returns: whether everything is again as it was before
 */
gboolean
sdm_history_step_is_nothing (const SdmHistoryStep *self)
{
  for (guint i = 0; i < self->before->len; i++)
    if (!are_equal (g_ptr_array_index (self->before, i), g_ptr_array_index (self->after, i)))
      return FALSE;

  return TRUE;
}

/* The branch of @self that @path belongs to; -1 where none does. */
static int
find_branch (const SdmHistoryStep *self,
             const char           *path)
{
  for (guint i = 0; i < sdm_history_step_get_n_branches (self); i++)
    if (is_within (path, g_ptr_array_index (self->paths, i)))
      return (int) i;

  return -1;
}

/* Whether a branch of @next holds one of @self, so that the two cannot stand side by side. */
static gboolean
is_wider (const SdmHistoryStep *next,
          const SdmHistoryStep *self)
{
  for (guint i = 0; i < sdm_history_step_get_n_branches (self); i++)
    {
      const int found = find_branch (next, g_ptr_array_index (self->paths, i));

      if (found >= 0 && !g_str_equal (g_ptr_array_index (next->paths, found), g_ptr_array_index (self->paths, i)))
        return TRUE;
    }

  return FALSE;
}

/* What followed for the first time in @next belongs to the step too. */
static void
take_branches (SdmHistoryStep       *self,
               const SdmHistoryStep *next,
               json_t               *after)
{
  g_ptr_array_set_size (self->paths, (int) self->paths->len - 1);
  for (guint i = 0; i < sdm_history_step_get_n_branches (next); i++)
    if (find_branch (self, g_ptr_array_index (next->paths, i)) < 0)
      add_branch (self, g_ptr_array_index (next->paths, i), g_ptr_array_index (next->before, i), NULL);
  g_ptr_array_set_size (self->after, 0);
  for (guint i = 0; i < self->paths->len; i++)
    g_ptr_array_add (self->after, json_incref (sdm_json_get (after, g_ptr_array_index (self->paths, i))));
  g_ptr_array_add (self->paths, NULL);
}

/**
 * sdm_history_step_join:
 * @next: what was done next
 * @after: the document since then
 *
 * Takes @next into this step where both are typing in the same field.
 *
 * Returns: whether it did; otherwise nothing changed
 */
gboolean
sdm_history_step_join (SdmHistoryStep       *self,
                       const SdmHistoryStep *next,
                       json_t               *after)
{
  if (!self->goes_on || !self->is_one || !next->is_one || is_wider (next, self))
    return FALSE;
  if (!g_str_equal (self->place, next->place) || !is_typing (next->was, next->is))
    return FALSE;

  take_branches (self, next, after);
  json_decref (self->is);
  self->is = json_incref (next->is);
  update_size (self);

  return TRUE;
}

guint
sdm_history_step_get_n_branches (const SdmHistoryStep *self)
{
  return self->before->len;
}

const char *const *
sdm_history_step_get_paths (const SdmHistoryStep *self)
{
  return (const char *const *) self->paths->pdata;
}

json_t *const *
sdm_history_step_get_before (const SdmHistoryStep *self)
{
  return (json_t *const *) self->before->pdata;
}

json_t *const *
sdm_history_step_get_after (const SdmHistoryStep *self)
{
  return (json_t *const *) self->after->pdata;
}
