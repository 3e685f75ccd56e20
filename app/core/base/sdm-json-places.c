/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-json-places.h"

#include <jansson.h>
#include <stdlib.h>
#include <string.h>

#include "sdm-json.h"

/*
 * Where in a text its values stand. Jansson's nodes keep no place, so the text is gone through
 * once more when somebody asks, and whatever lies beside the way is skipped. The text is valid
 * JSON by then, so this need not check it.
 */

typedef struct
{
  const char *text;
  gsize       length;
  gsize       at;
} Walk;

static char
peek (const Walk *walk)
{
  return walk->at < walk->length ? walk->text[walk->at] : '\0';
}

static void
skip_space (Walk *walk)
{
  while (g_ascii_isspace (peek (walk)))
    walk->at++;
}

/* Whether the character at @at is taken literally, as an odd number of backslashes stands before it. */
static gboolean
is_escaped (const char *text,
            gsize       start,
            gsize       at)
{
  gsize n = 0;

  while (at - n > start && text[at - n - 1] == '\\')
    n++;

  return n % 2 == 1;
}

/**
 * sdm_json_skip_string:
 * @at: where a string begins, with its quotation mark
 *
 * Returns: the place behind the string; the end of the text where the string does not end
 */
gsize
sdm_json_skip_string (const char *text,
                      gsize       length,
                      gsize       at)
{
  const gsize start = at + 1;
  const char *quote = text + at;

  do
    {
      const gsize next = (gsize) (quote - text) + 1;

      quote = next < length ? memchr (text + next, '"', length - next) : NULL;
    }
  while (quote != NULL && is_escaped (text, start, (gsize) (quote - text)));

  return quote != NULL ? (gsize) (quote - text) + 1 : length;
}

static void
skip_string (Walk *walk)
{
  walk->at = sdm_json_skip_string (walk->text, walk->length, walk->at);
}

static void
skip_container (Walk *walk)
{
  guint depth = 0;

  do
    switch (peek (walk))
      {
      case '"':
        skip_string (walk);
        break;
      case '{':
      case '[':
        depth++;
        walk->at++;
        break;
      case '}':
      case ']':
        depth--;
        walk->at++;
        break;
      default:
        walk->at++;
        break;
      }
  while (depth > 0 && walk->at < walk->length);
}

static void
skip_value (Walk *walk)
{
  const char c = peek (walk);

  if (c == '"')
    skip_string (walk);
  else if (c == '{' || c == '[')
    skip_container (walk);
  else
    while (walk->at < walk->length && strchr (",]} \t\r\n", walk->text[walk->at]) == NULL)
      walk->at++;
}

/* From a key to its value. */
static void
skip_colon (Walk *walk)
{
  skip_space (walk);
  walk->at++;
  skip_space (walk);
}

static void
skip_comma (Walk *walk)
{
  skip_space (walk);
  if (peek (walk) == ',')
    walk->at++;
  skip_space (walk);
}

static char *
read_key (Walk *walk)
{
  const gsize      start = walk->at;
  g_autofree char *quoted = NULL;
  g_autoptr (json_t) value = NULL;

  skip_string (walk);
  quoted = g_strndup (walk->text + start, walk->at - start);
  value = json_loads (quoted, JSON_DECODE_ANY, NULL);

  return g_strdup (value != NULL ? json_string_value (value) : "");
}

/* Lines and columns */

/* A place in a text up to which lines and columns were counted. */
typedef struct
{
  const char *at;
  guint       line;
  guint       column;
} Count;

/* Goes on from where @count is, which must not lie behind @end. */
static void
count_to (Count      *count,
          const char *end)
{
  const char *newline;

  while ((newline = memchr (count->at, '\n', (gsize) (end - count->at))) != NULL)
    {
      count->line++;
      count->column = 1;
      count->at = newline + 1;
    }
  for (; count->at < end; count->at++)
    if (((guchar) *count->at & 0xc0) != 0x80)
      count->column++;
}

/**
 * sdm_json_place_of_offset:
 * @line: (out): line, from 1
 * @column: (out): column in characters, from 1
 */
void
sdm_json_place_of_offset (const char *text,
                          gsize       offset,
                          guint      *line,
                          guint      *column)
{
  Count count = { text, 1, 1 };

  count_to (&count, text + offset);
  *line = count.line;
  *column = count.column;
}

static int
compare_offsets (gconstpointer a,
                 gconstpointer b)
{
  const SdmJsonWanted *const *first = a;
  const SdmJsonWanted *const *second = b;

  return (*first)->offset < (*second)->offset ? -1 : (*first)->offset > (*second)->offset;
}

/* In the order of the text, so that each line is counted once. */
static void
count_lines (const char    *text,
             SdmJsonWanted *wanted,
             guint          n_wanted)
{
  g_autofree SdmJsonWanted **in_order = g_new (SdmJsonWanted *, n_wanted);
  Count                      count = { text, 1, 1 };

  for (guint i = 0; i < n_wanted; i++)
    in_order[i] = &wanted[i];
  qsort (in_order, n_wanted, sizeof *in_order, compare_offsets);
  for (guint i = 0; i < n_wanted; i++)
    {
      count_to (&count, text + in_order[i]->offset);
      in_order[i]->line = count.line;
      in_order[i]->column = count.column;
    }
}

/* Places that are wanted */

/* One of the wanted pointers, and what of it is still to be walked. */
typedef struct
{
  SdmJsonWanted *wanted;
  const char    *rest;   /* "" at the value, otherwise "/step…" */
  gsize          length; /* of the next step, without its slash */
  guint          index;  /* the next step as a position in a list; G_MAXUINT where it is none */
} Way;

static Way
make_way (SdmJsonWanted *wanted,
          const char    *rest)
{
  Way way = { wanted, rest, 0, G_MAXUINT };

  if (*rest != '/')
    return way;
  way.length = strcspn (rest + 1, "/");
  if (g_ascii_isdigit (rest[1]) && way.length < 9)
    way.index = (guint) g_ascii_strtoull (rest + 1, NULL, 10);

  return way;
}

/* The ways that go on with @step, which may be a key as the pointer writes it. */
static guint
take_ways (const Way  *ways,
           guint       n_ways,
           const char *step,
           gsize       length,
           Way        *taken)
{
  guint n = 0;

  for (guint i = 0; i < n_ways; i++)
    if (ways[i].length == length && *ways[i].rest == '/' && memcmp (ways[i].rest + 1, step, length) == 0)
      taken[n++] = make_way (ways[i].wanted, ways[i].rest + 1 + length);

  return n;
}

static guint
take_ways_by_index (const Way *ways,
                    guint      n_ways,
                    guint      index,
                    Way       *taken)
{
  guint n = 0;

  for (guint i = 0; i < n_ways; i++)
    if (ways[i].index == index)
      taken[n++] = make_way (ways[i].wanted, ways[i].rest + 1 + ways[i].length);

  return n;
}

/* Whether the key looks otherwise in a pointer than in the text. */
static gboolean
has_special (const char *key,
             gsize       length)
{
  for (gsize i = 0; i < length; i++)
    if (key[i] == '\\' || key[i] == '~' || key[i] == '/')
      return TRUE;

  return FALSE;
}

static void follow_value (Walk      *walk,
                          const Way *ways,
                          guint      n_ways,
                          guint      depth);

static void
follow_object (Walk      *walk,
               const Way *ways,
               guint      n_ways,
               guint      depth)
{
  g_autofree Way *taken = g_new (Way, n_ways);

  walk->at++;
  for (skip_space (walk); peek (walk) != '}' && walk->at < walk->length; skip_comma (walk))
    {
      const gsize start = walk->at;
      guint       n;

      skip_string (walk);
      n = take_ways (ways, n_ways, walk->text + start + 1, walk->at - start - 2, taken);
      if (n == 0 && has_special (walk->text + start, walk->at - start))
        {
          g_autofree char *key = NULL;
          g_autofree char *step = NULL;

          walk->at = start;
          key = read_key (walk);
          step = sdm_json_pointer_append ("", key);
          n = take_ways (ways, n_ways, step + 1, strlen (step + 1), taken);
        }
      skip_colon (walk);
      follow_value (walk, taken, n, depth + 1);
    }
  walk->at++;
}

static void
follow_array (Walk      *walk,
              const Way *ways,
              guint      n_ways,
              guint      depth)
{
  g_autofree Way *taken = g_new (Way, n_ways);
  guint           index = 0;

  walk->at++;
  for (skip_space (walk); peek (walk) != ']' && walk->at < walk->length; skip_comma (walk))
    {
      const guint n = take_ways_by_index (ways, n_ways, index++, taken);

      follow_value (walk, taken, n, depth + 1);
    }
  walk->at++;
}

/* Goes into the value only where one of @ways leads. */
static void
follow_value (Walk      *walk,
              const Way *ways,
              guint      n_ways,
              guint      depth)
{
  const char c = peek (walk);

  for (guint i = 0; i < n_ways; i++)
    if (depth >= ways[i].wanted->depth)
      {
        ways[i].wanted->offset = walk->at;
        ways[i].wanted->depth = depth;
        ways[i].wanted->is_exact = *ways[i].rest == '\0';
      }

  if (n_ways > 0 && c == '{')
    follow_object (walk, ways, n_ways, depth);
  else if (n_ways > 0 && c == '[')
    follow_array (walk, ways, n_ways, depth);
  else
    skip_value (walk);
}

/**
 * sdm_json_places_find:
 * @text: a valid JSON text, not necessarily with a zero byte at its end
 * @wanted: (inout) (array length=n_wanted): pointers, which get their offsets
 *
 * Finds all places in one pass. Where a key stands twice, the last one counts, as it does for Jansson.
 */
void
sdm_json_places_find (const char    *text,
                      gsize          length,
                      SdmJsonWanted *wanted,
                      guint          n_wanted)
{
  g_autofree Way *ways = g_new (Way, n_wanted);
  Walk            walk = { text, length, 0 };

  for (guint i = 0; i < n_wanted; i++)
    {
      wanted[i].depth = 0;
      ways[i] = make_way (&wanted[i], wanted[i].pointer);
    }
  skip_space (&walk);
  follow_value (&walk, ways, n_wanted, 0);
  count_lines (text, wanted, n_wanted);
}

/* Keys that stand twice */

static void
free_repeated_key (gpointer data)
{
  SdmJsonRepeatedKey *key = data;

  g_free (key->pointer);
  g_free (key);
}

static void repeat_value (Walk              *walk,
                          const SdmJsonStep *step,
                          GPtrArray         *repeated);

static void
note_repeated (GPtrArray         *repeated,
               const SdmJsonStep *step,
               gsize              first,
               gsize              offset)
{
  SdmJsonRepeatedKey *key = g_new0 (SdmJsonRepeatedKey, 1);

  key->pointer = sdm_json_step_to_pointer (step);
  key->first = first;
  key->offset = offset;
  g_ptr_array_add (repeated, key);
}

static void
repeat_object (Walk              *walk,
               const SdmJsonStep *step,
               GPtrArray         *repeated)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL); /* key -> offset */
  gpointer first;

  walk->at++;
  for (skip_space (walk); peek (walk) != '}' && walk->at < walk->length; skip_comma (walk))
    {
      const gsize       key_at = walk->at;
      g_autofree char  *key = read_key (walk);
      const SdmJsonStep below = { step, key, 0 };

      if (g_hash_table_lookup_extended (seen, key, NULL, &first))
        note_repeated (repeated, &below, GPOINTER_TO_SIZE (first), key_at);
      else
        g_hash_table_insert (seen, g_strdup (key), GSIZE_TO_POINTER (key_at));
      skip_colon (walk);
      repeat_value (walk, &below, repeated);
    }
  walk->at++;
}

static void
repeat_array (Walk              *walk,
              const SdmJsonStep *step,
              GPtrArray         *repeated)
{
  SdmJsonStep below = { step, NULL, 0 };

  walk->at++;
  for (skip_space (walk); peek (walk) != ']' && walk->at < walk->length; skip_comma (walk))
    {
      repeat_value (walk, &below, repeated);
      below.index++;
    }
  walk->at++;
}

static void
repeat_value (Walk              *walk,
              const SdmJsonStep *step,
              GPtrArray         *repeated)
{
  if (peek (walk) == '{')
    repeat_object (walk, step, repeated);
  else if (peek (walk) == '[')
    repeat_array (walk, step, repeated);
  else
    skip_value (walk);
}

/**
 * sdm_json_places_find_repeated:
 * @text: a valid JSON text, apart from its repeated keys
 *
 * Returns: (transfer full) (element-type SdmJsonRepeatedKey): every key that stands in an object for a second time
 */
GPtrArray *
sdm_json_places_find_repeated (const char *text,
                               gsize       length)
{
  GPtrArray *repeated = g_ptr_array_new_with_free_func (free_repeated_key);
  Walk       walk = { text, length, 0 };

  skip_space (&walk);
  repeat_value (&walk, NULL, repeated);

  return repeated;
}
