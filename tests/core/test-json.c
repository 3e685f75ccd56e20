/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>
#include <string.h>

#include "sdm-aid.h"
#include "sdm-consultation.h"
#include "sdm-core-error.h"
#include "sdm-json-places.h"
#include "sdm-json.h"
#include "sdm-schema.h"

#define TEXT(literal) literal, sizeof (literal) - 1

typedef struct
{
  const char *name;
  const char *text;
  gsize       length;
  const char *message; /* NULL: accepted */
} GuardCase;

static const GuardCase guard_cases[] = {
  { "nothing", TEXT (""), "the file is empty (f.json:1:1)" },
  { "blanks", TEXT (" \n\t \n"), "the file is empty (f.json:1:1)" },
  { "truncated-object", TEXT ("{\n \"a\": 1,\n"), "the file ends too early; part of it is missing (f.json:3:1)" },
  { "truncated-string", TEXT ("{\"a\": \"bé"), "the file ends too early; part of it is missing (f.json:1:10)" },
  { "truncated-word", TEXT ("[tru"), "not valid JSON: a comma, a colon, a quotation mark or a bracket may be missing here or just before (f.json:1:4)" },
  { "not-json", TEXT ("Dear Sir"), "not valid JSON: a comma, a colon, a quotation mark or a bracket may be missing here or just before (f.json:1:4)" },
  { "missing-comma", TEXT ("{\"a\": 1\n \"b\": 2}"), "not valid JSON: a comma, a colon, a quotation mark or a bracket may be missing here or just before (f.json:2:4)" },
  { "more-after-the-end", TEXT ("{}\n{}"), "not valid JSON: there is more text after the end of the document (f.json:2:1)" },
  { "huge-number", TEXT ("[99999999999999999999]"), "not valid JSON: the number is too large (f.json:1:21)" },
  { "escaped-zero", TEXT ("[\"a\\u0000b\"]"), "not valid JSON: a text must not hold the character \\u0000 (f.json:1:11)" },
  { "half-surrogate", TEXT ("[\"\\ud800\"]"), "not valid JSON: an escape such as \\ud800 stands for no character (f.json:1:9)" },
  { "line-break-in-text", TEXT ("[\"a\nb\"]"), "not valid JSON: a text must stay on one line; write \\n for a line break (f.json:1:3)" },
  { "tab-in-text", TEXT ("[\"a\tb\"]"), "not valid JSON: a text holds a control character, such as a tab; write \\t for a tab (f.json:1:3)" },
  { "lone-backslash", TEXT ("[\"C:\\dir\"]"), "not valid JSON: a backslash in a text must be written twice (f.json:1:6)" },
  { "not-utf8", TEXT ("{\n \"ä\": \"b\xff\"\n}"), "the text is not UTF-8 (f.json:2:9)" },
  { "latin-1", TEXT ("[\"caf\xe9\"]"), "the text is not UTF-8 (f.json:1:6)" },
  { "cut-character", TEXT ("[\"\xc3"), "the text is not UTF-8 (f.json:1:3)" },
  { "zero-byte", TEXT ("{\"a\":\n\"b\0c\"}"), "the file is not text: it has a zero byte (f.json:2:3)" },
  { "utf-16", TEXT ("{\0}\0"), "the file is not text: it has a zero byte (f.json:1:2)" },
  { "byte-order-mark", TEXT ("\xef\xbb\xbf{}"), "the file starts with a byte order mark; save it as UTF-8 without one (f.json:1:1)" },
  { "deep-brackets-in-text", TEXT ("[\"[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[\"]"), NULL },
  { "escaped-quote-before-brackets", TEXT ("[\"\\\"[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[\"]"), NULL },
  { "object", TEXT ("{}"), NULL },
  { "number-alone", TEXT ("12"), "not valid JSON: a comma, a colon, a quotation mark or a bracket may be missing here or just before (f.json:1:2)" },
};

static void
test_guard (gconstpointer data)
{
  const GuardCase *c = data;
  g_autoptr (GBytes) bytes = g_bytes_new_static (c->text, c->length);
  g_autoptr (GError) error = NULL;
  g_autoptr (SdmJsonText) text = sdm_json_text_parse (bytes, "f.json", &error);

  if (c->message == NULL)
    {
      g_assert_no_error (error);
      g_assert_nonnull (text);
      return;
    }
  g_assert_null (text);
  g_assert_error (error, SDM_CORE_ERROR, SDM_CORE_ERROR_NOT_JSON);
  g_assert_cmpstr (error->message, ==, c->message);
}

static SdmJsonText *
parse_repeated (const char *piece,
                gsize       n,
                GError    **error)
{
  GString *text = g_string_new (NULL);

  for (gsize i = 0; i < n; i++)
    g_string_append (text, piece);

  {
    g_autoptr (GBytes) bytes = g_string_free_to_bytes (text);

    return sdm_json_text_parse (bytes, "f.json", error);
  }
}

static void
test_deep (void)
{
  g_autoptr (GError) lists = NULL;
  g_autoptr (GError) objects = NULL;

  g_assert_null (parse_repeated ("[", 100000, &lists));
  g_assert_error (lists, SDM_CORE_ERROR, SDM_CORE_ERROR_NOT_JSON);
  g_assert_cmpstr (lists->message, ==, "lists or objects are nested too deep (f.json:1:33)");

  g_assert_null (parse_repeated ("{\"a\":\n", 100000, &objects));
  g_assert_cmpstr (objects->message, ==, "lists or objects are nested too deep (f.json:33:1)");
}

/* As deep as is allowed, and one more. */
static void
test_deepest (void)
{
  g_autoptr (GString) open = g_string_new (NULL);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < SDM_JSON_MAX_DEPTH; i++)
    g_string_append_c (open, '[');
  for (guint i = 0; i < SDM_JSON_MAX_DEPTH; i++)
    g_string_append_c (open, ']');

  {
    g_autoptr (GBytes) bytes = g_bytes_new (open->str, open->len);
    g_autoptr (SdmJsonText) text = sdm_json_text_parse (bytes, "f.json", &error);

    g_assert_no_error (error);
    g_assert_nonnull (text);
  }
}

static void
test_too_large (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) file_error = NULL;
  g_autofree char *folder = g_dir_make_tmp (NULL, NULL);
  g_autofree char *path = g_build_filename (folder, "big.json", NULL);
  g_autofree char *expected = g_strdup_printf ("the file is too large to be an Evenhand document (%s:1:1)", path);
  g_autofree char *blanks = g_strnfill (SDM_JSON_MAX_BYTES + 1, ' ');
  g_autoptr (GFile) file = g_file_new_for_path (path);

  g_assert_null (parse_repeated (" ", SDM_JSON_MAX_BYTES + 1, &error));
  g_assert_cmpstr (error->message, ==, "the file is too large to be an Evenhand document (f.json:1:1)");

  g_assert_true (g_file_set_contents (path, blanks, SDM_JSON_MAX_BYTES + 1, NULL));
  g_assert_null (sdm_json_text_load (file, NULL, &file_error));
  g_assert_error (file_error, SDM_CORE_ERROR, SDM_CORE_ERROR_NOT_JSON);
  g_assert_cmpstr (file_error->message, ==, expected);

  g_assert_true (g_file_delete (file, NULL, NULL));
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

static void
test_not_readable (void)
{
  static const struct
  {
    const char *path;
    const char *message;
  } cases[] = {
    { "nowhere/at/all.json", "there is no such file (nowhere/at/all.json)" },
    { "/", "this is a folder and not a file (/)" },
    { "/dev/null/x.json", "there is no such file (/dev/null/x.json)" },
    { "/dev/null", "this is a pipe or a device and not a file (/dev/null)" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GFile) file = g_file_new_for_path (cases[i].path);
      g_autoptr (GError) error = NULL;

      g_assert_null (sdm_json_text_load_as (file, cases[i].path, NULL, &error));
      g_assert_cmpstr (error->message, ==, cases[i].message);
    }
}

/* Formats */

static const GuardCase format_cases[] = {
  { "none", TEXT ("{\"id\": 1}"), "“format” is missing; it should be evenhand-aid/1, evenhand-consultation/1 or evenhand-case/1 (f.json:1:1)" },
  { "list", TEXT ("[1]"), "“format” is missing; it should be evenhand-aid/1, evenhand-consultation/1 or evenhand-case/1 (f.json:1:1)" },
  { "not-text", TEXT ("{\"format\": 1}"), "“format” is missing; it should be evenhand-aid/1, evenhand-consultation/1 or evenhand-case/1 (f.json:1:1)" },
  { "unknown", TEXT ("{\n \"format\": \"letter/1\"}"), "“letter/1” is not a format of Evenhand (f.json:2:12)" },
  { "no-number", TEXT ("{\"format\": \"evenhand-aid/x\"}"), "“evenhand-aid/x” is not a format of Evenhand (f.json:1:12)" },
  { "newer", TEXT ("{\n \"format\": \"evenhand-aid/2\"}"), "“evenhand-aid/2” is a newer format than this version of Evenhand can read; it reads evenhand-aid/1 (f.json:2:12)" },
  { "much-newer", TEXT ("{\"format\": \"evenhand-aid/18446744073709551617\"}"), "“evenhand-aid/18446744073709551617” is a newer format than this version of Evenhand can read; it reads evenhand-aid/1 (f.json:1:12)" },
  { "zero", TEXT ("{\"format\": \"evenhand-aid/0\"}"), "“evenhand-aid/0” is not a format of Evenhand (f.json:1:12)" },
  { "other", TEXT ("{\"format\": \"evenhand-consultation/1\"}"), "this is not a decision aid but “evenhand-consultation/1” (f.json:1:12)" },
};

static void
test_format (gconstpointer data)
{
  const GuardCase *c = data;
  g_autoptr (GBytes) bytes = g_bytes_new_static (c->text, c->length);
  g_autoptr (GError) error = NULL;

  g_assert_null (sdm_aid_new_from_bytes (bytes, "f.json", &error));
  g_assert_error (error, SDM_CORE_ERROR, SDM_CORE_ERROR_FORMAT);
  g_assert_cmpstr (error->message, ==, c->message);
}

/* One message, whatever else is in the document. */
static void
test_other_format_for_consultation (void)
{
  static const GuardCase others[] = {
    { "aid", TEXT ("{\"format\": \"evenhand-aid/1\"}"), "this is not a consultation but “evenhand-aid/1” (f.json:1:12)" },
    { "person-first", TEXT ("{\"people\": {\"patient\": {\"nhs_number\": \"1234567890\"}},\n \"format\": \"evenhand-case/1\"}"), "this is not a consultation but “evenhand-case/1” (f.json:2:12)" },
    { "none", TEXT ("{\"people\": 7}"), "this is not a consultation: “format” is missing; it should be “evenhand-consultation/1” (f.json:1:1)" },
    { "list", TEXT ("[1]"), "this is not a consultation: “format” is missing; it should be “evenhand-consultation/1” (f.json:1:1)" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new_static (others[i].text, others[i].length);
      g_autoptr (GPtrArray) findings = sdm_findings_new ();
      g_autoptr (SdmJsonText) text = sdm_json_text_parse (bytes, "f.json", NULL);
      g_autoptr (GError) error = NULL;

      g_assert_null (sdm_consultation_new_from_text (text, findings, &error));
      g_assert_error (error, SDM_CORE_ERROR, SDM_CORE_ERROR_FORMAT);
      g_assert_cmpstr (error->message, ==, others[i].message);
      g_assert_cmpuint (findings->len, ==, 1);
    }
}

/* Keys and places */

static void
test_repeated_key (void)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (TEXT ("{\n \"a\": 1,\n \"b\": {\"x/y\": 1,\n  \"x\\/y\": 2},\n \"a\": 3\n}"));
  g_autoptr (SdmJsonText) text = sdm_json_text_parse (bytes, "f.json", NULL);
  g_autoptr (GPtrArray) findings = sdm_findings_new ();
  const SdmFinding *inner;
  const SdmFinding *outer;

  g_assert_nonnull (text);
  sdm_json_text_find_repeated_keys (text, findings);
  g_assert_cmpuint (findings->len, ==, 2);
  inner = g_ptr_array_index (findings, 0);
  outer = g_ptr_array_index (findings, 1);

  g_assert_cmpstr (inner->tag->name, ==, "repeated-key");
  g_assert_cmpstr (inner->pointer, ==, "/b/x~1y");
  g_assert_cmpuint (inner->line, ==, 4);
  g_assert_cmpuint (inner->column, ==, 3);
  g_assert_cmpstr (inner->detail, ==, "the key “x~1y” stands twice; it stood first in line 3, column 8");
  g_assert_cmpstr (outer->pointer, ==, "/a");
  g_assert_cmpuint (outer->line, ==, 5);
  g_assert_cmpuint (outer->column, ==, 2);
  g_assert_cmpstr (outer->detail, ==, "the key “a” stands twice; it stood first in line 2, column 2");
}

static void
test_locate (void)
{
  static const struct
  {
    const char *pointer;
    guint       line;
    guint       column;
    gboolean    exact;
  } cases[] = {
    { "", 1, 1, TRUE },
    { "/ä", 2, 7, TRUE },
    { "/list", 3, 10, TRUE },
    { "/list/0", 3, 12, TRUE },
    { "/list/2", 4, 3, TRUE },
    { "/list/3", 3, 10, FALSE },
    { "/o/a~1b", 5, 17, TRUE },
    { "/o/nothing/below", 5, 7, FALSE },
    { "/nothing", 1, 1, FALSE },
  };
  g_autoptr (GBytes) bytes = g_bytes_new_static (TEXT ("{\n \"ä\": 1,\n \"list\": [ \"é\\\"]\", null,\n  true],\n \"o\": { \"a/b\" : -1.5e3 } }"));
  g_autoptr (SdmJsonText) text = sdm_json_text_parse (bytes, "f.json", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      guint line = 0;
      guint column = 0;

      g_assert_true (sdm_json_text_locate (text, cases[i].pointer, &line, &column) == cases[i].exact);
      g_assert_cmpuint (line, ==, cases[i].line);
      g_assert_cmpuint (column, ==, cases[i].column);
    }
}

static void
test_write (void)
{
  g_autoptr (json_t) root = json_pack ("{s:s, s:[i, b], s:{}}", "b", "é", "a", 1, 1, "c");
  g_autofree char *text = sdm_json_write (root);

  g_assert_cmpstr (text, ==, "{\n \"b\": \"é\",\n \"a\": [\n  1,\n  true\n ],\n \"c\": {}\n}\n");
}

static void
assert_written (SdmJsonWriter *writer,
                json_t        *root)
{
  g_autofree char *whole = sdm_json_write (root);
  g_autoptr (GBytes) bytes = sdm_json_writer_write (writer, root);

  g_assert_cmpmem (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), whole, strlen (whole));
}

/* Whatever changed since the last time, the text is that of the whole. */
static void
test_write_again (void)
{
  g_autoptr (SdmJsonWriter) writer = sdm_json_writer_new ();
  g_autoptr (json_t) root = json_object ();

  assert_written (writer, root);
  json_object_set_new (root, "b", json_pack ("{s:[i, {s:s}], s:{}, s:[]}", "list", 1, "deep", "a\nb “c”", "none", "empty"));
  json_object_set_new (root, "a", json_string ("é"));
  assert_written (writer, root);
  assert_written (writer, root);
  json_object_set_new (root, "a", json_integer (7));
  json_object_set_new (root, "c", json_pack ("[b]", 1));
  assert_written (writer, root);
  json_object_del (root, "b");
  assert_written (writer, root);
  json_object_set_new (root, "b", json_string ("at the end now"));
  assert_written (writer, root);
  json_object_clear (root);
  json_object_set_new (root, "d", json_null ());
  assert_written (writer, root);
}

/* A quotation mark that is escaped ends no string; the backslash before it may be escaped itself. */
static void
test_skip_string (void)
{
  static const struct
  {
    const char *text;
    gsize       end;
  } cases[] = {
    { "\"\",", 2 },
    { "\"ab\",", 4 },
    { "\"a\\\"b\",", 6 },
    { "\"a\\\\\",\"", 5 },
    { "\"\\\\\\\"\",", 6 },
    { "\"\\\"\\\"\"", 6 },
    { "\"open", 5 },
    { "\"open\\\"", 7 },
    { "\"", 1 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpuint (sdm_json_skip_string (cases[i].text, strlen (cases[i].text), 0), ==, cases[i].end);
}

/* The schema reader */

static void
test_unknown_keyword (void)
{
  g_autoptr (json_t) document = json_pack ("{s:{s:{s:s}}}", "properties", "a", "format", "date");
  g_autoptr (GError) error = NULL;

  g_assert_null (sdm_schema_new (document, &error));
  g_assert_error (error, SDM_CORE_ERROR, SDM_CORE_ERROR_FORMAT);
  g_assert_nonnull (strstr (error->message, "“format”"));
}

static void
test_dead_reference (void)
{
  g_autoptr (json_t) document = json_pack ("{s:s}", "$ref", "#/$defs/nothing");
  g_autoptr (GError) error = NULL;

  g_assert_null (sdm_schema_new (document, &error));
  g_assert_error (error, SDM_CORE_ERROR, SDM_CORE_ERROR_FORMAT);
}

static void
test_pointer_append (void)
{
  g_autofree char *plain = sdm_json_pointer_append ("/options", "id");
  g_autofree char *escaped = sdm_json_pointer_append ("", "a/b~c");
  g_autofree char *first = sdm_json_pointer_append_index ("/options", 0);
  g_autofree char *tenth = sdm_json_pointer_append_index ("", 10);
  g_autofree char *last = sdm_json_pointer_append_index ("/options", G_MAXUINT64);

  g_assert_cmpstr (plain, ==, "/options/id");
  g_assert_cmpstr (escaped, ==, "/a~1b~0c");
  g_assert_cmpstr (first, ==, "/options/0");
  g_assert_cmpstr (tenth, ==, "/10");
  g_assert_cmpstr (last, ==, "/options/18446744073709551615");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (guard_cases); i++)
    {
      g_autofree char *path = g_strconcat ("/core/json/guard/", guard_cases[i].name, NULL);

      g_test_add_data_func (path, &guard_cases[i], test_guard);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (format_cases); i++)
    {
      g_autofree char *path = g_strconcat ("/core/json/format/", format_cases[i].name, NULL);

      g_test_add_data_func (path, &format_cases[i], test_format);
    }
  g_test_add_func ("/core/json/format/other-for-consultation", test_other_format_for_consultation);
  g_test_add_func ("/core/json/deep", test_deep);
  g_test_add_func ("/core/json/deepest", test_deepest);
  g_test_add_func ("/core/json/too-large", test_too_large);
  g_test_add_func ("/core/json/not-readable", test_not_readable);
  g_test_add_func ("/core/json/repeated-key", test_repeated_key);
  g_test_add_func ("/core/json/write-again", test_write_again);
  g_test_add_func ("/core/json/skip-string", test_skip_string);
  g_test_add_func ("/core/json/locate", test_locate);
  g_test_add_func ("/core/json/write", test_write);
  g_test_add_func ("/core/schema/unknown-keyword", test_unknown_keyword);
  g_test_add_func ("/core/schema/dead-reference", test_dead_reference);
  g_test_add_func ("/core/json/pointer-append", test_pointer_append);

  return g_test_run ();
}
