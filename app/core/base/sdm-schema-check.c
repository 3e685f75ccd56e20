/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-schema-private.h"

#include <glib/gi18n.h>
#include <string.h>

/* Checks values against a schema and says in plain words what does not fit. */

static gboolean check_node (const SdmSchemaNode *node,
                            json_t              *value,
                            json_t              *known,
                            const SdmJsonStep   *step,
                            GPtrArray           *findings);

/* @findings may be NULL: then only the answer is wanted. Returns FALSE, for use in a return. */
static gboolean G_GNUC_PRINTF (4, 5)
    report (GPtrArray         *findings,
            const char        *tag,
            const SdmJsonStep *step,
            const char        *format,
            ...)
{
  g_autofree char *detail = NULL;
  g_autofree char *pointer = NULL;
  va_list          args;

  if (findings == NULL)
    return FALSE;

  va_start (args, format);
  detail = g_strdup_vprintf (format, args);
  va_end (args);
  pointer = sdm_json_step_to_pointer (step);
  sdm_findings_add (findings, tag, pointer, "%s", detail);

  return FALSE;
}

/* What a value is called in a message: its key, or the document. */
static char *
dup_name (const SdmJsonStep *step)
{
  if (step == NULL)
    return g_strdup (_ ("document"));

  return step->key != NULL ? g_strdup (step->key) : g_strdup_printf ("%u", (guint) step->index);
}

static char *
join_choices (json_t *choices)
{
  GString *text = g_string_new (NULL);
  json_t  *item;
  size_t   i;

  json_array_foreach (choices, i, item)
    {
      g_autofree char *shown = json_is_string (item) ? g_strdup (json_string_value (item)) : json_dumps (item, JSON_ENCODE_ANY);

      g_string_append_printf (text, "%s%s", i > 0 ? ", " : "", shown);
    }

  return g_string_free (text, FALSE);
}

static guint
get_type_bit (json_t *value)
{
  switch (json_typeof (value))
    {
    case JSON_OBJECT:
      return SDM_SCHEMA_OBJECT;
    case JSON_ARRAY:
      return SDM_SCHEMA_ARRAY;
    case JSON_STRING:
      return SDM_SCHEMA_STRING;
    case JSON_INTEGER:
      return SDM_SCHEMA_INTEGER;
    case JSON_TRUE:
    case JSON_FALSE:
      return SDM_SCHEMA_BOOLEAN;
    case JSON_NULL:
      return SDM_SCHEMA_NULL;
    case JSON_REAL: /* no format of ours has one */
    default:
      return 0;
    }
}

static gboolean
report_type (GPtrArray         *findings,
             const SdmJsonStep *step,
             guint              types)
{
  static const char *const tag = "wrong-type";
  g_autofree char         *name = dup_name (step);

  if (types & SDM_SCHEMA_OBJECT)
    return report (findings, tag, step, _ ("“%s” must be an object in braces"), name);
  if (types & SDM_SCHEMA_ARRAY)
    return report (findings, tag, step, _ ("“%s” must be a list in square brackets"), name);
  if (types & SDM_SCHEMA_STRING)
    return report (findings, tag, step, _ ("“%s” must be text in quotation marks"), name);
  if (types & SDM_SCHEMA_INTEGER)
    return report (findings, tag, step, _ ("“%s” must be a whole number, without quotation marks"), name);
  if (types & SDM_SCHEMA_BOOLEAN)
    return report (findings, tag, step, _ ("“%s” must be true or false, without quotation marks"), name);

  return report (findings, tag, step, _ ("“%s” must be null"), name);
}

/* Single values */

/* Most texts need not be counted: they have no more letters than bytes, and at most four bytes a letter. */
static gboolean
has_good_length (const SdmSchemaNode *node,
                 json_t              *value)
{
  const size_t bytes = json_string_length (value);

  return bytes <= node->max_length && bytes >= 4 * (size_t) node->min_length;
}

static gboolean
check_length (const SdmSchemaNode *node,
              json_t              *value,
              const SdmJsonStep   *step,
              GPtrArray           *findings)
{
  const glong      length = g_utf8_strlen (json_string_value (value), -1);
  g_autofree char *name = dup_name (step);

  if ((guint) length < node->min_length)
    return report (findings, "text-length", step,
                   length == 0 ? _ ("“%s” is empty") : _ ("“%s” is too short"), name);
  if ((guint) length > node->max_length)
    return report (findings, "text-length", step,
                   ngettext ("“%s” is longer than %u letter", "“%s” is longer than %u letters", node->max_length),
                   name, node->max_length);

  return TRUE;
}

static gboolean
check_string (const SdmSchemaNode *node,
              json_t              *value,
              const SdmJsonStep   *step,
              GPtrArray           *findings)
{
  const char *text = json_string_value (value);

  if (!has_good_length (node, value) && !check_length (node, value, step, findings))
    return FALSE;
  if (node->pattern != NULL && (node->quick_pattern == NULL || !node->quick_pattern (text)) && !g_regex_match (node->pattern, text, 0, NULL))
    {
      g_autofree char *name = dup_name (step);

      return report (findings, "text-form", step, _ ("“%s” does not have the form it should: “%s”"), name, text);
    }

  return TRUE;
}

static gboolean
check_integer (const SdmSchemaNode *node,
               json_t              *value,
               const SdmJsonStep   *step,
               GPtrArray           *findings)
{
  json_int_t       number = json_integer_value (value);
  g_autofree char *name = NULL;

  if (number >= node->minimum && number <= node->maximum)
    return TRUE;
  name = dup_name (step);
  /* The macros for 64 bits would hide the text from translators. */
  if (node->maximum == G_MAXINT64)
    return report (findings, "number-range", step, _ ("“%s” must be %ld or more"), name, (long) node->minimum);

  return report (findings, "number-range", step, _ ("“%s” must be between %ld and %ld"), name, (long) node->minimum, (long) node->maximum);
}

/* Most of what is compared is text. */
static gboolean
is_same (json_t *a,
         json_t *b)
{
  if (json_is_string (a) && json_is_string (b))
    return strcmp (json_string_value (a), json_string_value (b)) == 0;

  return json_equal (a, b);
}

static gboolean
is_choice (json_t *choices,
           json_t *value)
{
  json_t *item;
  size_t  i;

  json_array_foreach (choices, i, item)
    if (is_same (item, value))
      return TRUE;

  return FALSE;
}

static gboolean
check_choice (const SdmSchemaNode *node,
              json_t              *value,
              const SdmJsonStep   *step,
              GPtrArray           *findings)
{
  const gboolean   is_other = node->constant != NULL && !is_same (node->constant, value);
  g_autofree char *name = NULL;
  g_autofree char *allowed = NULL;

  if (!is_other && (node->choices == NULL || is_choice (node->choices, value)))
    return TRUE;
  /* A condition only asks, and often hears no. */
  if (findings == NULL)
    return FALSE;

  name = dup_name (step);
  if (is_other)
    {
      allowed = json_dumps (node->constant, JSON_ENCODE_ANY);
      return report (findings, "value-not-allowed", step, _ ("“%s” must be %s"), name, allowed);
    }
  allowed = join_choices (node->choices);
  return report (findings, "value-not-allowed", step, _ ("“%s” must be one of: %s"), name, allowed);
}

/* Lists */

static gboolean
check_unique (json_t            *value,
              const SdmJsonStep *step,
              GPtrArray         *findings)
{
  for (size_t i = 0; i < json_array_size (value); i++)
    for (size_t j = 0; j < i; j++)
      if (json_equal (json_array_get (value, i), json_array_get (value, j)))
        {
          const SdmJsonStep below = { step, NULL, i };
          g_autofree char  *name = dup_name (step);

          return report (findings, "list-repeats", &below, _ ("the same entry stands twice in “%s”"), name);
        }

  return TRUE;
}

static gboolean
check_list_length (const SdmSchemaNode *node,
                   json_t              *value,
                   const SdmJsonStep   *step,
                   GPtrArray           *findings)
{
  size_t           length = json_array_size (value);
  guint            matching = 0;
  g_autofree char *name = NULL;

  if (length >= node->min_items && length <= node->max_items && node->contains == NULL)
    return TRUE;
  name = dup_name (step);
  if (length < node->min_items)
    return report (findings, "list-length", step,
                   ngettext ("“%s” needs at least %u entry", "“%s” needs at least %u entries", node->min_items),
                   name, node->min_items);
  if (length > node->max_items)
    return report (findings, "list-length", step,
                   ngettext ("“%s” may have at most %u entry", "“%s” may have at most %u entries", node->max_items),
                   name, node->max_items);
  for (size_t i = 0; i < length; i++)
    matching += check_node (node->contains, json_array_get (value, i), NULL, NULL, NULL) ? 1 : 0;
  if (matching < node->min_contains || matching > node->max_contains)
    return report (findings, "list-length", step,
                   _ ("“%s” has %u entries of the kind of which it needs %u"), name, matching, node->min_contains);

  return TRUE;
}

/* A list far beyond its limit is not looked at entry by entry: nobody means it. */
static gboolean
is_far_too_long (const SdmSchemaNode *node,
                 json_t              *value)
{
  return node->max_items != G_MAXUINT && json_array_size (value) > 4 * (size_t) node->max_items;
}

static gboolean
check_array (const SdmSchemaNode *node,
             json_t              *value,
             json_t              *known,
             const SdmJsonStep   *step,
             GPtrArray           *findings)
{
  gboolean good = check_list_length (node, value, step, findings);

  if (is_far_too_long (node, value))
    return FALSE;
  if (node->unique_items)
    good = check_unique (value, step, findings) && good;
  for (size_t i = 0; node->items != NULL && i < json_array_size (value); i++)
    {
      const SdmJsonStep below = { step, NULL, i };

      good = check_node (node->items, json_array_get (value, i), json_array_get (known, i), &below, findings) && good;
    }

  return good;
}

/* Objects */

static gboolean
check_required (const SdmSchemaNode *node,
                json_t              *value,
                const SdmJsonStep   *step,
                GPtrArray           *findings)
{
  gboolean good = TRUE;

  for (guint i = 0; node->required != NULL && i < node->required->len; i++)
    {
      const char *name = g_ptr_array_index (node->required, i);

      if (json_object_get (value, name) == NULL)
        good = report (findings, "missing-key", step, _ ("“%s” is missing"), name);
    }

  return good;
}

static gboolean
check_dependent (const SdmSchemaNode *node,
                 json_t              *value,
                 const SdmJsonStep   *step,
                 GPtrArray           *findings)
{
  gboolean    good = TRUE;
  const char *key;
  json_t     *others;

  json_object_foreach (node->dependent, key, others)
    {
      json_t *other;
      size_t  i;

      if (json_object_get (value, key) == NULL)
        continue;
      json_array_foreach (others, i, other)
        if (json_object_get (value, json_string_value (other)) == NULL)
          good = report (findings, "combination", step, _ ("“%s” needs “%s” beside it"), key, json_string_value (other));
    }

  return good;
}

/* Which of the properties has this name, their number where none has. Keys mostly come in the order of the
 * schema, so the one at @hint is tried first. */
static guint
find_property (const SdmSchemaNode *node,
               const char          *key,
               guint                hint)
{
  const guint n = node->property_names->len;

  for (guint i = 0; i < n; i++)
    {
      const guint at = hint + i < n ? hint + i : hint + i - n;
      const char *name = g_ptr_array_index (node->property_names, at);

      if (name[0] == key[0] && strcmp (name, key) == 0)
        return at;
    }

  return n;
}

/* An open object of which the schema names less than there is: a condition, as a rule. */
static gboolean
check_named_properties (const SdmSchemaNode *node,
                        json_t              *value,
                        json_t              *known,
                        const SdmJsonStep   *step,
                        GPtrArray           *findings)
{
  gboolean good = TRUE;

  for (guint i = 0; i < node->property_names->len; i++)
    {
      const SdmJsonStep below = { step, g_ptr_array_index (node->property_names, i), 0 };
      json_t           *property = json_object_get (value, below.key);

      if (property != NULL)
        good = check_node (g_ptr_array_index (node->property_nodes, i), property, json_object_get (known, below.key), &below, findings) && good;
    }

  return good;
}

static gboolean
check_properties (const SdmSchemaNode *node,
                  json_t              *value,
                  json_t              *known,
                  const SdmJsonStep   *step,
                  GPtrArray           *findings)
{
  const guint n = node->property_names->len;
  guint       hint = 0;
  guint       n_required = 0;
  gboolean    good = TRUE;

  for (void *i = json_object_iter (value); i != NULL; i = json_object_iter_next (value, i))
    {
      const char       *key = json_object_iter_key (i);
      const guint       at = find_property (node, key, hint);
      const SdmJsonStep below = { step, key, 0 };

      if (at < n)
        {
          hint = at + 1;
          n_required += node->required_properties[at] ? 1 : 0;
          good = check_node (g_ptr_array_index (node->property_nodes, at), json_object_iter_value (i),
                             known != NULL ? json_object_get (known, key) : NULL, &below, findings) &&
                 good;
        }
      else if (node->closed)
        {
          good = report (findings, "unknown-key", &below, _ ("the key “%s” is not known here"), key);
        }
    }

  /* Counting is quicker than looking each of them up. */
  if (node->required != NULL && n_required < node->required->len)
    good = check_required (node, value, step, findings) && good;

  return good;
}

static gboolean
check_object (const SdmSchemaNode *node,
              json_t              *value,
              json_t              *known,
              const SdmJsonStep   *step,
              GPtrArray           *findings)
{
  gboolean good = node->dependent == NULL || check_dependent (node, value, step, findings);

  if (json_object_size (value) < node->min_properties || json_object_size (value) > node->max_properties)
    {
      g_autofree char *name = dup_name (step);

      good = report (findings, "combination", step, _ ("“%s” has too few or too many keys"), name);
    }
  if (node->properties != NULL && (node->closed || node->property_names->len >= json_object_size (value)))
    return check_properties (node, value, known, step, findings) && good;

  good = check_required (node, value, step, findings) && good;
  return (node->properties == NULL || check_named_properties (node, value, known, step, findings)) && good;
}

/* Combinations */

/* "needs one of: aid, blank" where all that the branches ask for is a key. */
static char *
describe_alternatives (GPtrArray *branches)
{
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < branches->len; i++)
    {
      const SdmSchemaNode *branch = g_ptr_array_index (branches, i);

      if (branch->required == NULL)
        return g_strdup (_ ("this has none of the forms that are allowed here"));
      for (guint j = 0; j < branch->required->len; j++)
        g_string_append_printf (names, "%s%s", names->len > 0 ? ", " : "",
                                (const char *) g_ptr_array_index (branch->required, j));
    }

  return g_strdup_printf (_ ("this needs one of: %s"), names->str);
}

static guint
count_fitting (GPtrArray *branches,
               json_t    *value)
{
  guint fitting = 0;

  for (guint i = 0; i < branches->len; i++)
    fitting += check_node (g_ptr_array_index (branches, i), value, NULL, NULL, NULL) ? 1 : 0;

  return fitting;
}

static gboolean
check_combinations (const SdmSchemaNode *node,
                    json_t              *value,
                    json_t              *known,
                    const SdmJsonStep   *step,
                    GPtrArray           *findings)
{
  gboolean good = TRUE;

  for (guint i = 0; node->all_of != NULL && i < node->all_of->len; i++)
    good = check_node (g_ptr_array_index (node->all_of, i), value, known, step, findings) && good;

  if (node->any_of != NULL && count_fitting (node->any_of, value) == 0)
    {
      g_autofree char *what = describe_alternatives (node->any_of);

      good = report (findings, "combination", step, "%s", what);
    }
  if (node->one_of != NULL && count_fitting (node->one_of, value) != 1)
    {
      g_autofree char *what = count_fitting (node->one_of, value) == 0 ? describe_alternatives (node->one_of)
                                                                       : g_strdup (_ ("two forms are mixed here that exclude each other"));

      good = report (findings, "combination", step, "%s", what);
    }
  if (node->forbidden != NULL && check_node (node->forbidden, value, NULL, NULL, NULL))
    good = report (findings, "combination", step, "%s", _ ("this holds a key that does not belong to the others"));

  if (node->condition != NULL)
    {
      const SdmSchemaNode *branch = check_node (node->condition, value, NULL, NULL, NULL) ? node->then : node->otherwise;

      /* What is known may have gone the other way. */
      if (branch != NULL)
        good = check_node (branch, value, NULL, step, findings) && good;
    }

  return good;
}

/* @known is what stood there before, and fits, or NULL: the very same value is not looked at again. */
static gboolean
check_node (const SdmSchemaNode *node,
            json_t              *value,
            json_t              *known,
            const SdmJsonStep   *step,
            GPtrArray           *findings)
{
  gboolean good = TRUE;

  if (value == known)
    return TRUE;
  if (node->types != 0 && (node->types & get_type_bit (value)) == 0)
    return report_type (findings, step, node->types);

  if (node->reference != NULL)
    good = check_node (node->reference, value, known, step, findings);
  good = check_choice (node, value, step, findings) && good;
  if (json_is_string (value))
    good = check_string (node, value, step, findings) && good;
  else if (json_is_integer (value))
    good = check_integer (node, value, step, findings) && good;
  else if (json_is_array (value))
    good = check_array (node, value, known, step, findings) && good;
  else if (json_is_object (value))
    good = check_object (node, value, known, step, findings) && good;

  return check_combinations (node, value, known, step, findings) && good;
}

/* Public API */

/**
 * sdm_schema_check:
 * @findings: (nullable) (element-type SdmFinding): where to put what does not fit
 *
 * Returns: whether @value is as the schema asks
 */
gboolean
sdm_schema_check (const SdmSchema *self,
                  json_t          *value,
                  GPtrArray       *findings)
{
  return check_node (self->root, value, NULL, NULL, findings);
}

/**
 * sdm_schema_check_changed:
 * @known: a value that fits the schema
 * @findings: (nullable) (element-type SdmFinding): where to put what does not fit
 *
 * As sdm_schema_check(), for a value that shares parts with @known: where such a
 * part stands as it stood there, it is not looked at again, but by what the schema
 * says of what holds it.
 *
 * Returns: whether @value is as the schema asks
 */
gboolean
sdm_schema_check_changed (const SdmSchema *self,
                          json_t          *value,
                          json_t          *known,
                          GPtrArray       *findings)
{
  return check_node (self->root, value, known, NULL, findings);
}

/**
 * sdm_schema_check_at:
 * @path: keys with a slash between them, such as "people/patient/born"
 * @value: what is to stand there
 *
 * Checks one value by the part of the schema that speaks of its place. What
 * the schema says of the whole (its `if` and `oneOf`) is not looked at.
 *
 * Returns: whether @value may stand at @path
 */
gboolean
sdm_schema_check_at (const SdmSchema *self,
                     const char      *path,
                     json_t          *value,
                     GPtrArray       *findings)
{
  const SdmSchemaNode *node = sdm_schema_find_node (self, path);
  g_auto (GStrv) keys = g_strsplit (path, "/", -1);
  const guint             n_keys = g_strv_length (keys);
  g_autofree SdmJsonStep *steps = g_new0 (SdmJsonStep, n_keys + 1);

  for (guint i = 0; i < n_keys; i++)
    steps[i] = (SdmJsonStep){ i > 0 ? &steps[i - 1] : NULL, keys[i], 0 };
  if (node == NULL)
    return report (findings, "unknown-key", n_keys > 0 ? &steps[n_keys - 1] : NULL, _ ("the key “%s” is not known here"), path);

  return check_node (node, value, NULL, n_keys > 0 ? &steps[n_keys - 1] : NULL, findings);
}

/**
 * sdm_schema_kind_from_document:
 * @kind: (out): the format it says it has
 * @findings: (element-type SdmFinding): gets a finding where there is no such format
 *
 * Returns: whether @document says that it has a format that the program knows
 */
gboolean
sdm_schema_kind_from_document (json_t        *document,
                               SdmSchemaKind *kind,
                               GPtrArray     *findings)
{
  static const SdmJsonStep at_format = { NULL, "format", 0 };
  const char              *format = json_string_value (json_object_get (document, "format"));
  const char              *slash = format != NULL ? strrchr (format, '/') : NULL;

  for (guint i = 0; slash != NULL && i < SDM_SCHEMA_N_KINDS; i++)
    {
      const char *known = sdm_schema_kind_get_format (i);
      gsize       stem = (gsize) (slash - format) + 1;

      if (g_str_equal (format, known))
        {
          *kind = i;
          return TRUE;
        }
      if (strncmp (format, known, stem) == 0 && g_ascii_isdigit (slash[1]) && g_ascii_strtoull (slash + 1, NULL, 10) > 1)
        return report (findings, "format-newer", &at_format,
                       _ ("“%s” is a newer format than this version of Evenhand can read; it reads %s"), format, known);
    }

  if (format == NULL)
    return report (findings, "format-unknown", NULL, "%s",
                   _ ("“format” is missing; it should be evenhand-aid/1, evenhand-consultation/1 or evenhand-case/1"));

  return report (findings, "format-unknown", &at_format, _ ("“%s” is not a format of Evenhand"), format);
}
