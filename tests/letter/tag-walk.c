/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tag-walk.h"

#include <string.h>

#include <glib/gstdio.h>
#include <jansson.h>

/*
 * A walk through the tags of a PDF, as qpdf tells them: everything that is drawn belongs to one tag or to
 * none, once; the tags are nested as the standard has it; and pictures, headings and tables say what a
 * reader who does not see them needs. Stops with an error at the first thing that is wrong.
 */

typedef struct
{
  json_t     *objects;
  GHashTable *marks; /* "page reference/MCID" -> reference of the element, owned */
  GHashTable *seen;  /* references of elements, owned */
  GHashTable *last;  /* page reference -> the MCID that was met last, plus one */
  guint       level; /* of the heading before */
  guint       n_titles;
  TagCount    count;
} Walk;

/* Objects */

static json_t *
resolve (Walk   *walk,
         json_t *value)
{
  const char      *reference = json_string_value (value);
  g_autofree char *key = NULL;
  json_t          *object = NULL;

  if (reference == NULL || !g_str_has_suffix (reference, " R"))
    return value;
  key = g_strdup_printf ("obj:%s", reference);
  object = json_object_get (walk->objects, key);
  g_assert_nonnull (object);
  if (json_object_get (object, "stream") != NULL)
    return json_object_get (object, "stream");
  return json_object_get (object, "value");
}

static json_t *
look_up (Walk       *walk,
         json_t     *dict,
         const char *key)
{
  return resolve (walk, json_object_get (dict, key));
}

static const char *
get_role (json_t *element)
{
  const char *role = json_string_value (json_object_get (element, "/S"));

  g_assert_true (role != NULL && role[0] == '/');
  return role + 1;
}

static const char *
get_attribute (json_t     *element,
               const char *owner,
               const char *key)
{
  json_t *attributes = json_object_get (element, "/A");

  if (g_strcmp0 (json_string_value (json_object_get (attributes, "/O")), owner) != 0)
    return NULL;
  return json_string_value (json_object_get (attributes, key));
}

/* One element */

static gboolean
is_one_of (const char *role,
           const char *roles)
{
  g_auto (GStrv) list = g_strsplit (roles, " ", -1);

  return g_strv_contains ((const char *const *) list, role);
}

/* What may stand in what. */
static void
check_nesting (const char *role,
               const char *parent)
{
  static const char *const rules[][2] = {
    { "Document", "Sect H1 H2 H3 P L Table Figure BlockQuote" },
    { "BlockQuote", "P" },
    { "P", "Link" },
    { "L", "LI" },
    { "LI", "Lbl LBody" },
    { "LBody", "P L Figure Link" },
    { "Table", "TR" },
    { "TR", "TH TD" },
    { "TH", "P" },
    { "TD", "P L Figure" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rules); i++)
    if (g_str_equal (parent, rules[i][0]))
      {
        if (!is_one_of (role, rules[i][1]))
          g_error ("%s stands in %s", role, parent);
        return;
      }
  g_error ("%s stands in %s, which has nothing inside", role, parent);
}

static void
check_heading (Walk       *walk,
               const char *role)
{
  const guint level = (guint) (role[1] - '0');

  if (role[0] != 'H' || level < 1 || level > 6)
    return;
  if (level > walk->level + 1)
    g_error ("a heading of level %u comes after one of level %u", level, walk->level);
  walk->level = level;
  walk->n_titles += level == 1;
}

static void
check_words (json_t     *element,
             const char *role)
{
  const char *alt = json_string_value (json_object_get (element, "/Alt"));

  if (alt != NULL && strlen (alt) < strlen ("u:Box to tick"))
    g_error ("a %s is told as “%s”", role, alt);
  if (!g_str_equal (role, "Figure"))
    return;
  g_assert_nonnull (alt);
  g_assert_cmpuint (json_array_size (json_object_get (json_object_get (element, "/A"), "/BBox")), ==, 4);
}

/* Every row has as many cells as the first, whose cells are heads of columns, or each row has a head of its own. */
static void
check_table (Walk   *walk,
             json_t *table)
{
  json_t *rows = look_up (walk, table, "/K");
  gsize   n_columns = 0;
  gsize   r = 0;
  json_t *row = NULL;
  gsize   n_heads = 0;

  g_assert_cmpuint (json_array_size (rows), >, 0);
  json_array_foreach (rows, r, row)
    {
      json_t  *cells = look_up (walk, resolve (walk, row), "/K");
      gsize    c = 0;
      json_t  *cell = NULL;
      gboolean has_head = FALSE;

      if (r == 0)
        n_columns = json_array_size (cells);
      g_assert_cmpuint (json_array_size (cells), ==, n_columns);
      json_array_foreach (cells, c, cell)
        {
          json_t     *object = resolve (walk, cell);
          const char *scope = get_attribute (object, "/Table", "/Scope");

          if (!g_str_equal (get_role (object), "TH"))
            continue;
          if (scope == NULL || !is_one_of (scope, "/Column /Row"))
            g_error ("a head of a table does not say of what");
          has_head = TRUE;
          n_heads += r == 0 && g_str_equal (scope, "/Column");
        }
      if (n_heads < n_columns && !has_head)
        g_error ("row %" G_GSIZE_FORMAT " of a table has no head", r);
    }
}

static void
check_list (Walk   *walk,
            json_t *list)
{
  const char *numbering = get_attribute (list, "/List", "/ListNumbering");

  g_assert_true (numbering != NULL && is_one_of (numbering, "/Decimal /Disc"));
}

/* Marked content */

static void
add_mark (Walk       *walk,
          const char *reference,
          json_t     *page,
          json_t     *mcid)
{
  const char *on = json_string_value (page);
  const guint number = (guint) json_integer_value (mcid);
  char       *mark = g_strdup_printf ("%s/%u", on, number);

  g_assert_nonnull (on);
  if (!g_hash_table_insert (walk->marks, mark, g_strdup (reference)))
    g_error ("%s has content %u twice", on, number);
  if (number < GPOINTER_TO_UINT (g_hash_table_lookup (walk->last, on)))
    g_error ("%s: content %u is drawn before what is read before it", on, number);
  g_hash_table_insert (walk->last, (gpointer) on, GUINT_TO_POINTER (number + 1));
}

/* A place that can be pressed leads to an address and says it. */
static void
check_link (Walk   *walk,
            json_t *element,
            json_t *annotation)
{
  json_t *action = look_up (walk, annotation, "/A");

  g_assert_cmpstr (get_role (element), ==, "Link");
  g_assert_cmpstr (json_string_value (json_object_get (annotation, "/Subtype")), ==, "/Link");
  g_assert_true (json_is_integer (json_object_get (annotation, "/StructParent")));
  g_assert_nonnull (json_object_get (annotation, "/Contents"));
  g_assert_nonnull (strstr (json_string_value (json_object_get (action, "/URI")), "://"));
  walk->count.n_links++;
}

static void walk_element (Walk       *walk,
                          const char *reference,
                          json_t     *element,
                          const char *parent);

static void
walk_kids (Walk       *walk,
           const char *reference,
           json_t     *element)
{
  json_t *kids = look_up (walk, element, "/K");
  gsize   i = 0;
  json_t *kid = NULL;

  /* One stretch is told by its number alone; several, or such that stand beside other tags, each by a reference. */
  if (json_is_integer (kids))
    add_mark (walk, reference, json_object_get (element, "/Pg"), kids);
  else if (json_array_size (kids) == 0)
    g_error ("a %s has nothing inside", get_role (element));
  json_array_foreach (kids, i, kid)
    {
      json_t *object = resolve (walk, kid);

      if (g_strcmp0 (json_string_value (json_object_get (object, "/Type")), "/OBJR") == 0)
        check_link (walk, element, look_up (walk, object, "/Obj"));
      else if (g_strcmp0 (json_string_value (json_object_get (object, "/Type")), "/MCR") == 0)
        add_mark (walk, reference, json_object_get (object, "/Pg"), json_object_get (object, "/MCID"));
      else
        {
          g_assert_cmpstr (json_string_value (json_object_get (object, "/P")), ==, reference);
          walk_element (walk, json_string_value (kid), object, get_role (element));
        }
    }
}

static void
walk_element (Walk       *walk,
              const char *reference,
              json_t     *element,
              const char *parent)
{
  const char *role = get_role (element);

  if (!g_hash_table_add (walk->seen, g_strdup (reference)))
    g_error ("%s stands in the tree twice", role);
  if (parent != NULL)
    check_nesting (role, parent);
  check_heading (walk, role);
  check_words (element, role);
  if (g_str_equal (role, "Table"))
    check_table (walk, element);
  if (g_str_equal (role, "L"))
    check_list (walk, element);
  walk->count.n_figures += g_str_equal (role, "Figure");
  walk->count.n_heads += g_str_equal (role, "TH");
  walk->count.n_elements++;
  walk_kids (walk, reference, element);
}

/* Pages */

/* Everything on the page is in one flat sequence; each numbered one is known to its tag and to the tree. */
static guint
check_page (Walk       *walk,
            const char *reference,
            json_t     *page,
            json_t     *numbers)
{
  json_t            *contents = look_up (walk, page, "/Contents");
  json_t            *by_mcid = NULL;
  gsize              length = 0;
  g_autofree guchar *operators = NULL;
  g_auto (GStrv) lines = NULL;
  gboolean inside = FALSE;
  guint    n = 0;

  if (json_is_array (contents))
    contents = resolve (walk, json_array_get (contents, 0));
  operators = g_base64_decode (json_string_value (json_object_get (contents, "data")), &length);
  operators = g_realloc (operators, length + 1);
  operators[length] = '\0';
  by_mcid = resolve (walk, json_array_get (numbers, 2 * (gsize) json_integer_value (json_object_get (page, "/StructParents")) + 1));
  lines = g_strsplit ((char *) operators, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      const char *at = strstr (lines[i], "/MCID ");

      if (g_str_has_suffix (lines[i], "BDC"))
        {
          g_assert_false (inside);
          inside = TRUE;
        }
      else if (g_str_equal (lines[i], "EMC"))
        {
          g_assert_true (inside);
          inside = FALSE;
        }
      else if (*lines[i] != '\0' && !inside)
        g_error ("outside of every sequence: %s", lines[i]);
      if (at != NULL)
        {
          g_autofree char *mark = g_strdup_printf ("%s/%u", reference, n);
          const char      *element = g_hash_table_lookup (walk->marks, mark);

          g_assert_cmpint (atoi (at + 6), ==, (int) n);
          g_assert_nonnull (element);
          g_assert_cmpstr (json_string_value (json_array_get (by_mcid, n)), ==, element);
          n++;
        }
    }
  g_assert_false (inside);
  g_assert_cmpuint (json_array_size (by_mcid), ==, n);
  return n;
}

/* Bookmarks lead to places, and have titles. */
static guint
count_bookmarks (Walk   *walk,
                 json_t *outline)
{
  guint n = 0;

  for (json_t *mark = look_up (walk, outline, "/First"); mark != NULL; mark = look_up (walk, mark, "/Next"))
    {
      g_assert_cmpuint (strlen (json_string_value (json_object_get (mark, "/Title"))), >, 3);
      g_assert_nonnull (json_object_get (mark, "/Dest"));
      n += 1 + count_bookmarks (walk, mark);
    }
  return n;
}

static void
check_catalog (Walk       *walk,
               json_t     *root,
               const char *language)
{
  g_autofree char *lang = g_strconcat ("u:", language, NULL);
  json_t          *metadata = look_up (walk, root, "/Metadata");
  gsize            length = 0;
  g_autofree char *xmp = (char *) g_base64_decode (json_string_value (json_object_get (metadata, "data")), &length);
  g_autofree char *text = g_strndup (xmp, length);

  g_assert_true (json_is_true (json_object_get (look_up (walk, root, "/MarkInfo"), "/Marked")));
  g_assert_true (json_is_true (json_object_get (look_up (walk, root, "/ViewerPreferences"), "/DisplayDocTitle")));
  g_assert_cmpstr (json_string_value (json_object_get (root, "/Lang")), ==, lang);
  g_assert_nonnull (strstr (text, "<pdfuaid:part>1</pdfuaid:part>"));
  g_assert_nonnull (strstr (text, "<dc:title>"));
  g_assert_true (g_utf8_validate (text, -1, NULL));
}

/* The file */

static json_t *
load (GBytes *bytes)
{
  g_autofree char *path = NULL;
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  const char *argv[] = { "qpdf", "--json=2", "--json-stream-data=inline", "--decode-level=generalized", NULL, NULL };
  int         status = 0;
  json_t     *json = NULL;

  g_close (g_file_open_tmp ("evenhand-XXXXXX.pdf", &path, &error), NULL);
  g_assert_no_error (error);
  g_assert_true (g_file_set_contents (path, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes), &error));
  argv[4] = path;
  g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &text, NULL, &status, &error);
  g_assert_no_error (error);
  g_assert_cmpint (status, ==, 0);
  g_unlink (path);
  json = json_loads (text, 0, NULL);
  g_assert_nonnull (json);

  return json;
}

/**
 * tag_walk_check:
 * @bytes: a PDF
 * @language: what it must say that it is written in
 *
 * Returns: what was found
 */
TagCount
tag_walk_check (GBytes     *bytes,
                const char *language)
{
  json_t *json = load (bytes);
  Walk    walk = { .objects = json_array_get (json_object_get (json, "qpdf"), 1) };
  json_t *root = look_up (&walk, json_object_get (json_object_get (walk.objects, "trailer"), "value"), "/Root");
  json_t *tree = look_up (&walk, root, "/StructTreeRoot");
  json_t *numbers = look_up (&walk, look_up (&walk, tree, "/ParentTree"), "/Nums");
  json_t *page = NULL;
  gsize   i = 0;
  guint   n = 0;

  walk.marks = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  walk.seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  walk.last = g_hash_table_new (g_str_hash, g_str_equal);
  check_catalog (&walk, root, language);
  walk_element (&walk, json_string_value (json_object_get (tree, "/K")), look_up (&walk, tree, "/K"), NULL);
  if (walk.level > 0)
    {
      g_assert_cmpuint (walk.n_titles, ==, 1);
      g_assert_cmpuint (count_bookmarks (&walk, look_up (&walk, root, "/Outlines")), >, 0);
    }
  json_array_foreach (json_object_get (json, "pages"), i, page)
    {
      const char *reference = json_string_value (json_object_get (page, "object"));

      g_assert_cmpstr (json_string_value (json_object_get (look_up (&walk, page, "object"), "/Tabs")), ==, "/S");
      n += check_page (&walk, reference, look_up (&walk, page, "object"), numbers);
    }
  g_assert_cmpuint (n, ==, g_hash_table_size (walk.marks));
  g_hash_table_unref (walk.marks);
  g_hash_table_unref (walk.seen);
  g_hash_table_unref (walk.last);
  json_decref (json);

  return walk.count;
}
