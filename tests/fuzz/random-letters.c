/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Letters of random consultations: each is a good letter or a clear refusal, in any kind, size and
 * language. What is random repeats from run to run. Writes TAP.
 *
 * usage: random-letters CONSULTATION… AIDS-FOLDER
 *
 * EVENHAND_FAULT_LOOPS  a fifth of how many letters (60); where it is set, qpdf looks at every one
 * EVENHAND_FAULT_FROM   the number of the first letter (0), to make one again
 */

#include <gio/gio.h>
#include <jansson.h>
#include <malloc.h>
#include <string.h>

#include <glib/gstdio.h>

#include "sdm-aid.h"
#include "sdm-letter-content.h"
#include "sdm-letter-format.h"
#include "sdm-letter.h"

#ifdef __has_feature
#if __has_feature(address_sanitizer)
#include <sanitizer/allocator_interface.h>
#define HAS_SANITIZER 1
#endif
#endif

#define LETTERS_FOR_A_LOOP 5
#define LOOPS_BY_DEFAULT   60
#define CHECK_EVERY        10 /* by qpdf, in an ordinary test: it takes longer than a letter */
#define MOST_CHANGES       3
#define FIRST_LETTERS      20 /* in a row, before memory must stay as it is */
#define MORE_LETTERS       40
#define SPARE_BYTES        65536
#define TELL_EVERY         500 /* to begin there again after a crash */

/* Keys whose texts somebody types. */
static const char *const typed_keys[] = {
  "text", "what", "why", "name", "family", "preferred_name", "title", "note", "said", "how", "for", "hours", "role", "contact", "postcode", "phone", "detail", "would_have", "easier", "change_mind", "reason", "owner", "on", "by", "hope", "experience", "beliefs", "concerns", "expectations", "patient", "clinician", "born", "relationship", "when", NULL
};

typedef struct
{
  GPtrArray  *talks; /* of char *, as JSON */
  GHashTable *aids;  /* id -> SdmAid */
  guint       n_unread;
  guint       n_refused;
  guint       n_made;
  guint       n_checked;
} Work;

static guint n_points;

static void
point (gboolean    passed,
       const char *what)
{
  g_print ("%s %u %s\n", passed ? "ok" : "not ok", ++n_points, what);
}

static guint
pick (GRand *rand,
      guint  below)
{
  return below == 0 ? 0 : (guint) g_rand_int_range (rand, 0, (gint32) below);
}

/* Texts that people have typed into such fields, and worse ones */

static char *
repeat (const char *text,
        guint       n)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    g_string_append (out, text);

  return g_string_free (out, FALSE);
}

static char *
dup_nasty (GRand *rand)
{
  static const char *const texts[] = {
    "", " ", "x", "Yes.", "**", "**bold", "\\**\\", "a\tb\nc\r\nd", "{name} {n} {x", "}{", "%s %n %1$s", "0", "-1", "99999999999999999999", "1e999", "NaN", "2026-02-30", "محمد بن عبد الله الطويل", "שרה בת־שבע", "Nia محمد Rowlands 01632 960047", "\u202e"
                                                                                                                                                                                                                                                     "gnp.exe"
                                                                                                                                                                                                                                                     "\u202c",
    "\u2067\u2067\u2067", "👨‍👩‍👧‍👦 🩺 ✅", "漢字かな", "𐍈 𝒳", "\uf8ff", "\001\002\007\033[31m", "\ufffd", "\u200b\u200d\u00ad", "z̷̛͓͙̟̍̅̐", "স্বাস্থ্য কেন্দ্র", "ਸਿਹਤ", "સ્વાસ્થ્ય", "স্বাস্থ্য الناس 88 in 100 %", "http://example.org/a?b=c&d=<e>", "& < > \" '", "Łódź ŵŷ Đức", "ﷺ ﷲ لا لله", "1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0"
  };

  switch (pick (rand, 12))
    {
    case 0:
      return repeat ("Llanfair", 8); /* no space in it */
    case 1:
      return repeat ("A reason that goes on. ", pick (rand, 400));
    case 2:
      return repeat ("A line.\n", pick (rand, 400));
    case 3:
      return repeat ("W", pick (rand, 3000));
    case 4:
      return repeat ("الناس ", pick (rand, 200));
    default:
      return g_strdup (texts[pick (rand, G_N_ELEMENTS (texts))]);
    }
}

/* Changes of a document */

static void
collect (json_t    *value,
         GPtrArray *objects,
         GPtrArray *arrays)
{
  const char *key = NULL;
  json_t     *member = NULL;
  size_t      i = 0;

  if (json_is_object (value))
    g_ptr_array_add (objects, value);
  if (json_is_array (value))
    g_ptr_array_add (arrays, value);
  json_object_foreach (value, key, member)
    collect (member, objects, arrays);
  json_array_foreach (value, i, member)
    collect (member, objects, arrays);
}

static const char *
pick_key (GRand  *rand,
          json_t *object)
{
  guint       at = pick (rand, (guint) json_object_size (object));
  const char *key = NULL;
  json_t     *member = NULL;

  json_object_foreach (object, key, member)
    if (at-- == 0)
      return key;

  return NULL;
}

static void
retype (GRand     *rand,
        GPtrArray *objects)
{
  for (guint tries = 0; tries < 40; tries++)
    {
      json_t          *object = g_ptr_array_index (objects, pick (rand, objects->len));
      const char      *key = pick_key (rand, object);
      g_autofree char *text = NULL;

      if (key == NULL || !json_is_string (json_object_get (object, key)) || !g_strv_contains (typed_keys, key))
        continue;
      text = dup_nasty (rand);
      json_object_set_new (object, key, json_string (text));
      return;
    }
}

static void
multiply (GRand     *rand,
          GPtrArray *arrays)
{
  json_t     *array = g_ptr_array_index (arrays, pick (rand, arrays->len));
  const guint n = (guint) json_array_size (array);
  const guint times = pick (rand, 3) == 0 ? 0 : 1 + pick (rand, 50);

  if (times == 0)
    json_array_clear (array);
  for (guint i = 0; n > 0 && i < times; i++)
    {
      json_t *copy = json_deep_copy (json_array_get (array, pick (rand, n)));

      if (json_is_string (json_object_get (copy, "id")))
        {
          g_autofree char *id = g_strdup_printf ("copy-%u", i);

          json_object_set_new (copy, "id", json_string (id));
        }
      json_array_append_new (array, copy);
    }
}

static void
change (GRand  *rand,
        json_t *root)
{
  g_autoptr (GPtrArray) objects = g_ptr_array_new ();
  g_autoptr (GPtrArray) arrays = g_ptr_array_new ();
  json_t     *object = NULL;
  const char *key = NULL;

  collect (root, objects, arrays);
  object = g_ptr_array_index (objects, pick (rand, objects->len));
  key = pick_key (rand, object);
  switch (pick (rand, 9))
    {
    case 0:
      multiply (rand, arrays);
      break;
    case 1:
      if (key != NULL && object != root)
        json_object_del (object, key);
      break;
    case 2:
      if (key != NULL && json_is_integer (json_object_get (object, key)))
        json_object_set_new (object, key, json_integer ((json_int_t) g_rand_int (rand) % 2000 - 500));
      break;
    case 3:
      json_object_set_new (json_object_get (json_object_get (root, "start"), "practice"), "logo",
                           json_string (pick (rand, 2) == 0 ? "iVBORw0KGgo=" : "AAAA"));
      break;
    default:
      retype (rand, objects);
      break;
    }
}

/* One letter */

static gboolean
is_clean (GBytes *bytes)
{
  g_autofree char *path = NULL;
  g_autofree char *said = NULL;
  g_autofree char *complained = NULL;
  int              status = 0;
  const char      *argv[] = { "qpdf", "--check", NULL, NULL };

  g_close (g_file_open_tmp ("evenhand-XXXXXX.pdf", &path, NULL), NULL);
  argv[2] = path;
  if (!g_file_set_contents (path, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes), NULL) ||
      /* With its files left open, the memory of this process, which is large with a sanitizer, need not be copied first. */
      !g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_SEARCH_PATH | G_SPAWN_LEAVE_DESCRIPTORS_OPEN, NULL, NULL, &said, &complained, &status, NULL))
    status = -1;
  if (status != 0 || *complained != '\0')
    g_print ("# qpdf on %s: %s%s\n", path, said, complained);
  else
    g_unlink (path);

  return status == 0 && *complained == '\0';
}

static gboolean
is_good_twin (SdmLetterDocument *document)
{
  g_autofree char *twin = sdm_letter_document_to_text (document);

  return g_utf8_validate (twin, -1, NULL) && g_str_has_suffix (twin, "\n");
}

static gboolean
is_clear (const GError *error)
{
  return error != NULL && g_utf8_validate (error->message, -1, NULL) && strlen (error->message) > 10 && strlen (error->message) < 2000;
}

static gboolean
make_letter (Work            *work,
             GRand           *rand,
             SdmConsultation *talk,
             gboolean         checks)
{
  static const char *const languages[] = { NULL, NULL, NULL, "ar", "ur", "bn", "pl" };
  const char              *id = sdm_consultation_get_aid_id (talk);
  SdmAid                  *aid = id != NULL ? g_hash_table_lookup (work->aids, id) : NULL;
  const SdmLetterKind      kind = (SdmLetterKind) pick (rand, SDM_LETTER_N_KINDS);
  const SdmLetterFormat    format = { 12 + pick (rand, 13), (SdmLetterGround) pick (rand, 2), pick (rand, 4) == 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (SdmLetterDocument) document = NULL;
  g_autoptr (GBytes) bytes = NULL;

  document = sdm_letter_build_translated (talk, aid, NULL, languages[pick (rand, G_N_ELEMENTS (languages))], kind, &error);
  if (document != NULL)
    {
      if (!is_good_twin (document))
        return FALSE;
      sdm_letter_format_apply (&format, document);
      bytes = sdm_letter_render_pdf (document, format.points, NULL, &error);
    }
  if (bytes == NULL)
    {
      work->n_refused++;
      if (!is_clear (error))
        g_print ("# refused: %s\n", error != NULL ? error->message : "without a word");
      return is_clear (error);
    }

  work->n_made++;
  work->n_checked += checks;
  return error == NULL && (!checks || is_clean (bytes));
}

static gboolean
run (Work    *work,
     guint    number,
     gboolean checks)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (number);
  g_autoptr (json_t) root = json_loads (g_ptr_array_index (work->talks, pick (rand, work->talks->len)), 0, NULL);
  const guint n_changes = 1 + pick (rand, MOST_CHANGES);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (SdmConsultation) talk = NULL;
  g_autoptr (GError) error = NULL;
  char    *text = NULL;
  gboolean good;

  for (guint i = 0; i < n_changes; i++)
    change (rand, root);
  text = json_dumps (root, JSON_INDENT (1));
  bytes = g_bytes_new (text, strlen (text));
  free (text);
  talk = sdm_consultation_new_from_bytes (bytes, "talk.json", &error);
  if (talk == NULL)
    {
      work->n_unread++;
      good = is_clear (error);
    }
  else
    good = make_letter (work, rand, talk, checks);
  if (!good)
    g_print ("# letter %u: %s\n", number, error != NULL ? error->message : "");

  return good;
}

/* Bytes. A sanitizer has an allocator of its own, of which the C library knows nothing. */
static gsize
get_used (void)
{
#ifdef HAS_SANITIZER
  return __sanitizer_get_current_allocated_bytes ();
#else
  return mallinfo2 ().uordblks;
#endif
}

/* The same letter again and again takes no more memory. */
static gboolean
stays_flat (Work *work,
            guint n_letters)
{
  gsize used = 0;

  for (guint i = 0; i < FIRST_LETTERS + n_letters; i++)
    {
      const char *text = g_ptr_array_index (work->talks, 0);
      g_autoptr (GRand) rand = g_rand_new_with_seed (1);
      g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
      g_autoptr (SdmConsultation) talk = sdm_consultation_new_from_bytes (bytes, "talk.json", NULL);

      if (i == FIRST_LETTERS)
        used = get_used ();
      if (talk == NULL || !make_letter (work, rand, talk, FALSE))
        return FALSE;
    }
  g_print ("# %" G_GSSIZE_FORMAT " bytes more after %u letters\n", (gssize) (get_used () - used), n_letters);

  return get_used () < used + SPARE_BYTES;
}

static void
load (Work       *work,
      const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  char   *text = NULL;
  SdmAid *aid = NULL;

  if (g_str_has_suffix (path, "/aid.json"))
    {
      aid = sdm_aid_load (file, NULL, &error);
      if (aid != NULL)
        g_hash_table_insert (work->aids, g_strdup (sdm_aid_get_id (aid)), aid);
    }
  else if (g_file_get_contents (path, &text, NULL, &error))
    g_ptr_array_add (work->talks, text);
  if (error != NULL)
    g_error ("%s", error->message);
}

int
main (int   argc,
      char *argv[])
{
  const char      *asked = g_getenv ("EVENHAND_FAULT_LOOPS");
  const char      *from = g_getenv ("EVENHAND_FAULT_FROM");
  const guint      n = LETTERS_FOR_A_LOOP * (asked != NULL ? (guint) g_ascii_strtoull (asked, NULL, 10) : LOOPS_BY_DEFAULT);
  const guint      first = from != NULL ? (guint) g_ascii_strtoull (from, NULL, 10) : 0;
  g_autofree char *what = g_strdup_printf ("%u random letters are good or refused", n);
  gboolean         good = TRUE;
  gboolean         flat;
  Work             work = { g_ptr_array_new_with_free_func (g_free), g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref), 0, 0, 0, 0 };

  for (int i = 1; i < argc; i++)
    load (&work, argv[i]);
  g_assert (work.talks->len > 0);
  for (guint i = first; i < first + n; i++)
    {
      if (i > first && i % TELL_EVERY == 0)
        g_print ("# come to letter %u\n", i);
      good &= run (&work, i, asked != NULL || i % CHECK_EVERY == 0);
    }
  g_print ("# %u not read, %u refused, %u made, %u of them looked at by qpdf\n", work.n_unread, work.n_refused, work.n_made, work.n_checked);
  point (good, what);
  point (work.n_made > n / 4, "enough of them are made");
  flat = stays_flat (&work, asked != NULL ? 500 : MORE_LETTERS);
  point (flat, "memory stays flat");
  g_print ("1..%u\n", n_points);
  g_ptr_array_unref (work.talks);
  g_hash_table_unref (work.aids);

  return good && flat && work.n_made > n / 4 ? 0 : 1;
}
