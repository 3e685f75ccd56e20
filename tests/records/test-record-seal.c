/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "record-fixture.h"

#include "quick-machine.h"
#include "sdm-record-key-wrap-private.h"
#include "sdm-record-seal-private.h"

/* What is known here was worked out by another program, with BLAKE2b of another library. */

#define EPOCH 7

static const SdmRecordPlace place = { { 1, 2, 3 }, "draft.body", { 4, 5, 6 }, 0 };

/* The bytes that a text of hexadecimal digits spells. */
static GBytes *
read_hex (const char *text)
{
  const gsize size = strlen (text) / 2;
  guint8     *bytes = g_malloc (size);

  for (gsize i = 0; i < size; i++)
    bytes[i] = (guint8) (g_ascii_xdigit_value (text[2 * i]) << 4 | g_ascii_xdigit_value (text[2 * i + 1]));

  return g_bytes_new_take (bytes, size);
}

static void
assert_hex (gconstpointer bytes,
            gsize         size,
            const char   *text)
{
  g_autoptr (GBytes) expected = read_hex (text);

  g_assert_cmpmem (bytes, size, g_bytes_get_data (expected, NULL), g_bytes_get_size (expected));
}

static SdmRecordKeys *
make_keys (guint32 epoch,
           guint8  first)
{
  guint8 data_key[SDM_RECORD_KEY_SIZE];

  for (guint i = 0; i < sizeof data_key; i++)
    data_key[i] = (guint8) (first + i);

  return sdm_record_keys_new (epoch, data_key);
}

static void
assert_refused (const SdmRecordKeys  *keys,
                const SdmRecordPlace *where,
                GBytes               *sealed,
                SdmRecordError        code)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (sdm_record_unseal (keys, where, sealed, &error));
  g_assert_error (error, SDM_RECORD_ERROR, (int) code);
}

/* Keys */

typedef struct
{
  const char     *name;
  SdmRecordKeyUse use;
  const char     *key;
} SubkeyCase;

static const SubkeyCase subkey_cases[] = {
  { "record", SDM_RECORD_KEY_RECORD, "318e97616c881b00e20cc12d5479ec6834e992c7d08824bec31fe7fab259341f" },
  { "index", SDM_RECORD_KEY_INDEX, "64e619957bf362f2acfb13888fe43a193c242822ee8cd2761233970071d0fbab" },
  { "audit", SDM_RECORD_KEY_AUDIT, "47a2f65c2fc39ffdfc366132c8caa59d0a7434ef2c544e965fd950a19f3e6580" },
  { "export", SDM_RECORD_KEY_EXPORT, "8a8308380cce704a2a3a5d7fb7b053c5df77f9a9cd628cbd0a8f019bbcecdf90" },
};

static void
test_subkey (gconstpointer data)
{
  const SubkeyCase *c = data;
  g_autoptr (SdmRecordKeys) keys = make_keys (EPOCH, 0);

  assert_hex (sdm_record_keys_get (keys, c->use), SDM_RECORD_KEY_SIZE, c->key);
}

static void
test_random_keys (void)
{
  g_autoptr (SdmRecordKeys) first = sdm_record_keys_new_random (1);
  g_autoptr (SdmRecordKeys) second = sdm_record_keys_new_random (1);

  g_assert_cmpuint (sdm_record_keys_get_epoch (first), ==, 1);
  g_assert_cmpint (memcmp (sdm_record_keys_get_data_key (first), sdm_record_keys_get_data_key (second),
                           SDM_RECORD_KEY_SIZE),
                   !=, 0);
}

/* The seal */

static void
test_known_seal (void)
{
  static const char answer[] =
      "45564831070000006465666768696a6b6c6d6e6f707172737475767778797a7b39100ba485c569c20889d26bbefc58629359284c87176d66"
      "13e10027fcc6be3f41060eafe7443f0094557d5f60a2f3ca198dea862a8651c0c12932e5fa6235a7e223943173d3e9af1697cc93f434e446"
      "dd7796cb0d6d28e572eb8bea3266b92913b4a45c19e268b62eab7522bba2271fc8330e7f393cd8a74a0f24b4e8323bdfc13f0ff692a3a9cf"
      "b689a64021bd64347c60a78073ef36551192c8edb93f0f75e49164925b7ff007cc6be3762976770bc8a219514ff1f42cb118147f0ca1b1fc"
      "bd2cbeb21de725a0564cdbb7e2c474129c6f83436aca19f0ca9b3d0e8e3e11f1628877b8dcdc0218856d9c6f8ece008bff3c8b6934e8c5ad"
      "54367abf90089058572cd546947a2723fcaef5ad86d9e7f0";
  g_autoptr (SdmRecordKeys) keys = make_keys (EPOCH, 0);
  g_autoptr (GBytes) plain = make_body ("what Alan said");
  g_autoptr (GBytes) known = read_hex (answer);
  g_autoptr (GBytes) sealed = NULL;
  g_autoptr (GBytes) opened = NULL;
  g_autoptr (GError) error = NULL;
  guint8 nonce[SDM_RECORD_NONCE_SIZE];

  for (guint i = 0; i < sizeof nonce; i++)
    nonce[i] = (guint8) (100 + i);

  sealed = sdm_record_seal_with_nonce (keys, &place, plain, nonce);
  g_assert_true (g_bytes_equal (sealed, known));
  opened = sdm_record_unseal (keys, &place, known, &error);
  g_assert_no_error (error);
  g_assert_true (g_bytes_equal (opened, plain));
}

/* Each length about a block, none among them. What is kept shows no more than the block. */
static void
test_every_length (void)
{
  g_autoptr (SdmRecordKeys) keys = make_keys (EPOCH, 0);

  for (gsize length = 0; length < 600; length++)
    {
      g_autofree char *text = g_strnfill (length, 'x');
      g_autoptr (GBytes) plain = make_body (text);
      g_autoptr (GBytes) sealed = sdm_record_seal (keys, &place, plain);
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) opened = sdm_record_unseal (keys, &place, sealed, &error);

      g_assert_no_error (error);
      g_assert_true (g_bytes_equal (opened, plain));
      g_assert_cmpuint (g_bytes_get_size (sealed), ==, SDM_RECORD_SEAL_SIZE + (length / 256 + 1) * 256);
    }
}

/* The same words twice do not look the same. */
static void
test_never_the_same (void)
{
  g_autoptr (SdmRecordKeys) keys = make_keys (EPOCH, 0);
  g_autoptr (GBytes) plain = make_body ("what Alan said");
  g_autoptr (GBytes) first = sdm_record_seal (keys, &place, plain);
  g_autoptr (GBytes) second = sdm_record_seal (keys, &place, plain);

  g_assert_false (g_bytes_equal (first, second));
}

/* Any one bit, anywhere: the magic, the epoch, the nonce, the text and the tag. */
static void
test_every_bit (void)
{
  g_autoptr (SdmRecordKeys) keys = make_keys (EPOCH, 0);
  g_autoptr (GBytes) plain = make_body ("what Alan said");
  g_autoptr (GBytes) sealed = sdm_record_seal (keys, &place, plain);
  const gsize size = g_bytes_get_size (sealed);

  for (gsize bit = 0; bit < 8 * size; bit++)
    {
      guint8 *flipped = g_memdup2 (g_bytes_get_data (sealed, NULL), size);
      g_autoptr (GBytes) bytes = g_bytes_new_take (flipped, size);
      g_autoptr (GError) error = NULL;

      flipped[bit / 8] ^= (guint8) (1 << bit % 8);
      g_assert_null (sdm_record_unseal (keys, &place, bytes, &error));
      g_assert_true (error->domain == SDM_RECORD_ERROR);
    }
}

static void
test_every_cut (void)
{
  g_autoptr (SdmRecordKeys) keys = make_keys (EPOCH, 0);
  g_autofree char *text = g_strnfill (300, 'x');
  g_autoptr (GBytes) plain = make_body (text);
  g_autoptr (GBytes) sealed = sdm_record_seal (keys, &place, plain);

  for (gsize length = 0; length < g_bytes_get_size (sealed); length++)
    {
      g_autoptr (GBytes) head = g_bytes_new_from_bytes (sealed, 0, length);
      g_autoptr (GBytes) tail = g_bytes_new_from_bytes (sealed, length + 1, g_bytes_get_size (sealed) - length - 1);

      assert_refused (keys, &place, head, SDM_RECORD_ERROR_DAMAGED);
      g_assert_null (sdm_record_unseal (keys, &place, tail, NULL));
    }
}

typedef struct
{
  const char    *name;
  SdmRecordPlace place;
} PlaceCase;

static const PlaceCase place_cases[] = {
  { "other-store", { { 1, 2, 4 }, "draft.body", { 4, 5, 6 }, 0 } },
  { "other-table", { { 1, 2, 3 }, "version.body", { 4, 5, 6 }, 0 } },
  { "other-column", { { 1, 2, 3 }, "draft.head", { 4, 5, 6 }, 0 } },
  { "other-row", { { 1, 2, 3 }, "draft.body", { 4, 5, 7 }, 0 } },
  { "other-version", { { 1, 2, 3 }, "draft.body", { 4, 5, 6 }, 1 } },
  { "longer-column", { { 1, 2, 3 }, "draft.bodyy", { 4, 5, 6 }, 0 } },
};

static void
test_other_place (gconstpointer data)
{
  const PlaceCase *c = data;
  g_autoptr (SdmRecordKeys) keys = make_keys (EPOCH, 0);
  g_autoptr (GBytes) plain = make_body ("what Alan said");
  g_autoptr (GBytes) sealed = sdm_record_seal (keys, &place, plain);

  assert_refused (keys, &c->place, sealed, SDM_RECORD_ERROR_DAMAGED);
}

static void
test_other_key (void)
{
  g_autoptr (SdmRecordKeys) keys = make_keys (EPOCH, 0);
  g_autoptr (SdmRecordKeys) other = make_keys (EPOCH, 1);
  g_autoptr (GBytes) plain = make_body ("what Alan said");
  g_autoptr (GBytes) sealed = sdm_record_seal (keys, &place, plain);

  assert_refused (other, &place, sealed, SDM_RECORD_ERROR_DAMAGED);
}

/* The epoch is bound, so that one and the same key would not do under another number. */
static void
test_other_epoch (void)
{
  g_autoptr (SdmRecordKeys) keys = make_keys (EPOCH, 0);
  g_autoptr (SdmRecordKeys) later = make_keys (EPOCH + 1, 0);
  g_autoptr (GBytes) plain = make_body ("what Alan said");
  g_autoptr (GBytes) sealed = sdm_record_seal (keys, &place, plain);
  guint8 *raised = g_memdup2 (g_bytes_get_data (sealed, NULL), g_bytes_get_size (sealed));
  g_autoptr (GBytes) bytes = g_bytes_new_take (raised, g_bytes_get_size (sealed));

  raised[4]++;
  assert_refused (later, &place, sealed, SDM_RECORD_ERROR_DAMAGED);
  assert_refused (later, &place, bytes, SDM_RECORD_ERROR_DAMAGED);
}

typedef struct
{
  const char    *name;
  const char    *magic;
  SdmRecordError code;
} MagicCase;

static const MagicCase magic_cases[] = {
  { "next-version", "EVH2", SDM_RECORD_ERROR_NEWER },
  { "other-kind", "EVX1", SDM_RECORD_ERROR_NEWER },
  { "not-sealed", "EVP1", SDM_RECORD_ERROR_DAMAGED },
  { "anything", "{\"id", SDM_RECORD_ERROR_DAMAGED },
};

static void
test_magic (gconstpointer data)
{
  const MagicCase *c = data;
  g_autoptr (SdmRecordKeys) keys = make_keys (EPOCH, 0);
  g_autoptr (GBytes) plain = make_body ("what Alan said");
  g_autoptr (GBytes) sealed = sdm_record_seal (keys, &place, plain);
  guint8 *changed = g_memdup2 (g_bytes_get_data (sealed, NULL), g_bytes_get_size (sealed));
  g_autoptr (GBytes) bytes = g_bytes_new_take (changed, g_bytes_get_size (sealed));

  memcpy (changed, c->magic, 4);
  assert_refused (keys, &place, bytes, c->code);
}

/* Blind indexes */

static void
test_known_indexes (void)
{
  g_autoptr (SdmRecordKeys) keys = make_keys (EPOCH, 0);
  guint8 index[SDM_RECORD_INDEX_SIZE];

  sdm_record_keys_index_nhs_number (keys, "9990000018", index);
  assert_hex (index, sizeof index, "8ad2f3e73156e043d324c6886d2aa9dd");
  g_assert_true (sdm_record_keys_index_person (keys, "O’Brien-Żak", "1952-03-09", index));
  assert_hex (index, sizeof index, "b29266f601570d635744bc46f5f3766c");
}

typedef struct
{
  const char *name;
  const char *surname;
  const char *folded;
} FoldCase;

static const FoldCase fold_cases[] = {
  { "plain", "Smith", "smith" },
  { "case", "MCDONALD", "mcdonald" },
  { "hyphen-and-apostrophe", "O’Brien-Smith", "obriensmith" },
  { "accents", "Żółć Müller", "zołcmuller" },
  { "sharp-s", "Groß", "gross" },
  { "composed-or-not", "Zoe\xcc\x88", "zoe" },
  { "other-script", "Παπαδόπουλος", "παπαδοπουλοσ" },
  { "no-letter", " - ", "" },
  { "not-utf-8", "Sm\xffith", "smith" },
};

static void
test_fold (gconstpointer data)
{
  const FoldCase  *c = data;
  g_autofree char *folded = sdm_record_fold_name (c->surname);

  g_assert_cmpstr (folded, ==, c->folded);
}

static void
test_indexes_differ (void)
{
  g_autoptr (SdmRecordKeys) keys = make_keys (EPOCH, 0);
  g_autoptr (SdmRecordKeys) other = make_keys (EPOCH, 1);
  guint8 first[SDM_RECORD_INDEX_SIZE];
  guint8 second[SDM_RECORD_INDEX_SIZE];

  sdm_record_keys_index (keys, "nhs", "9990000018", 10, first);
  sdm_record_keys_index (keys, "nhs", "9990000026", 10, second);
  g_assert_cmpint (memcmp (first, second, sizeof first), !=, 0);
  sdm_record_keys_index (keys, "sd", "9990000018", 10, second);
  g_assert_cmpint (memcmp (first, second, sizeof first), !=, 0);
  sdm_record_keys_index (other, "nhs", "9990000018", 10, second);
  g_assert_cmpint (memcmp (first, second, sizeof first), !=, 0);
  g_assert_false (sdm_record_keys_index_person (keys, "-", "1952-03-09", second));
}

/* The recovery code */

#define KNOWN_CODE "000G0-40R47-0M30J-E209D-185GT-R38E6-1W81Q-24GK4"

static void
make_code (guint8 code[SDM_RECORD_CODE_SIZE])
{
  for (guint i = 0; i < SDM_RECORD_CODE_SIZE; i++)
    code[i] = (guint8) i;
}

static void
test_known_code (void)
{
  static const char *const spellings[] = {
    KNOWN_CODE,
    "000g0 40r47 0m30j e209d 185gt r38e6 1w81q 24gk4",
    "OOOGO40R470M3OJE2O9DI85GTR38E6LW8IQ24GK4",
  };
  guint8           code[SDM_RECORD_CODE_SIZE];
  g_autofree char *text = NULL;

  make_code (code);
  text = sdm_record_code_format (code);
  g_assert_cmpstr (text, ==, KNOWN_CODE);
  for (gsize i = 0; i < G_N_ELEMENTS (spellings); i++)
    {
      guint8 parsed[SDM_RECORD_CODE_SIZE];

      g_assert_true (sdm_record_code_parse (spellings[i], parsed, NULL));
      g_assert_cmpmem (parsed, sizeof parsed, code, sizeof code);
    }
}

/* Each wrong character in each place, and each two that changed places, in a group. */
static void
test_wrong_characters (void)
{
  static const char characters[] = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  guint8            code[SDM_RECORD_CODE_SIZE];

  for (guint i = 0; i < strlen (KNOWN_CODE); i++)
    for (const char *c = characters; *c != '\0'; c++)
      {
        g_autofree char *text = g_strdup (KNOWN_CODE);
        guint            wrong = 99;

        if (text[i] == '-' || text[i] == *c)
          continue;
        text[i] = *c;
        g_assert_false (sdm_record_code_parse (text, code, &wrong));
        g_assert_cmpuint (wrong, ==, i / 6);
      }

  for (guint i = 0; i < strlen (KNOWN_CODE); i++)
    for (guint k = i + 1; k < strlen (KNOWN_CODE) && KNOWN_CODE[k] != '-'; k++)
      {
        g_autofree char *text = g_strdup (KNOWN_CODE);

        if (text[i] == '-' || text[i] == text[k])
          continue;
        text[i] = KNOWN_CODE[k];
        text[k] = KNOWN_CODE[i];
        g_assert_false (sdm_record_code_parse (text, code, NULL));
      }
}

typedef struct
{
  const char *name;
  const char *text;
  guint       wrong;
} CodeCase;

static const CodeCase code_cases[] = {
  { "empty", "", G_MAXUINT },
  { "one-short", "000G0-40R47-0M30J-E209D-185GT-R38E6-1W81Q-24GK", G_MAXUINT },
  { "one-long", KNOWN_CODE "0", G_MAXUINT },
  { "not-a-character", "000G0-40R47-0M30J-E209D-185GU-R38E6-1W81Q-24GK4", G_MAXUINT },
  { "groups-swapped", "40R47-000G0-0M30J-E209D-185GT-R38E6-1W81Q-24GK4", 0 },
  { "last-group-twice", "000G0-40R47-0M30J-E209D-185GT-R38E6-24GK4-24GK4", 6 },
};

static void
test_wrong_code (gconstpointer data)
{
  const CodeCase *c = data;
  guint8          code[SDM_RECORD_CODE_SIZE];
  guint           wrong = 99;

  g_assert_false (sdm_record_code_parse (c->text, code, &wrong));
  g_assert_cmpuint (wrong, ==, c->wrong);
}

static void
test_groups (void)
{
  guint8 code[SDM_RECORD_CODE_SIZE];
  char   normal[SDM_RECORD_GROUP_LENGTH + 1];

  make_code (code);
  for (guint i = 0; i < SDM_RECORD_CODE_GROUPS; i++)
    {
      g_autofree char *group = sdm_record_code_dup_group (code, i);
      g_autofree char *typed = g_ascii_strdown (group, -1);

      g_assert_true (sdm_record_code_parse_group (typed, i, normal));
      g_assert_cmpstr (normal, ==, group);
      g_assert_false (sdm_record_code_parse_group (typed, (i + 1) % SDM_RECORD_CODE_GROUPS, normal));
    }
  g_assert_false (sdm_record_code_parse_group ("000G", 0, normal));
  g_assert_false (sdm_record_code_parse_group ("", 0, normal));
}

/* Wrapped keys */

static const guint8 store_id[SDM_RECORD_ID_SIZE] = { 1, 2, 3 };

static const char passphrase[] = "correct horse battery";

/* As another program wrapped it. */
static SdmRecordKeyWrap
make_known_wrap (void)
{
  SdmRecordKeyWrap wrap = { .version = 1, .epoch = EPOCH, .cost = { 3, 64 * 1024 } };
  g_autoptr (GBytes) box = read_hex ("6465666768696a6b6c6d6e6f707172737475767778797a7b"
                                     "a714c01ccc0baee53113c42cf49ccd65278ce8b65b935de4685e906a0b50c42b"
                                     "c829f96441917d1d61779b6c909caa38");

  memset (wrap.owner, 9, sizeof wrap.owner);
  for (guint i = 0; i < sizeof wrap.salt; i++)
    wrap.salt[i] = (guint8) (50 + i);
  memcpy (wrap.box, g_bytes_get_data (box, NULL), sizeof wrap.box);

  return wrap;
}

static void
assert_data_key (const SdmRecordKeys *keys,
                 const GError        *error)
{
  g_autoptr (SdmRecordKeys) expected = make_keys (EPOCH, 0);

  g_assert_no_error (error);
  g_assert_cmpuint (sdm_record_keys_get_epoch (keys), ==, EPOCH);
  g_assert_cmpmem (sdm_record_keys_get_data_key (keys), SDM_RECORD_KEY_SIZE,
                   sdm_record_keys_get_data_key (expected), SDM_RECORD_KEY_SIZE);
}

static void
test_known_wrap (void)
{
  const SdmRecordKeyWrap wrap = make_known_wrap ();
  g_autoptr (GError) error = NULL;
  g_autoptr (SdmRecordKeys) keys = NULL;

  keys = sdm_record_key_unwrap_with_passphrase (&wrap, store_id, passphrase, strlen (passphrase), &error);
  assert_data_key (keys, error);
}

static void
test_wrap_and_unwrap (void)
{
  SdmRecordKeyWrap wrap = { .owner = { 5 }, .version = 3, .cost = { 3, 64 * 1024 } };
  SdmRecordKeyWrap second = wrap;
  g_autoptr (SdmRecordKeys) keys = make_keys (EPOCH, 0);
  g_autoptr (SdmRecordKeys) found = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (sdm_record_key_wrap_with_passphrase (&wrap, keys, store_id, passphrase, strlen (passphrase), &error));
  g_assert_no_error (error);
  found = sdm_record_key_unwrap_with_passphrase (&wrap, store_id, passphrase, strlen (passphrase), &error);
  assert_data_key (found, error);

  g_assert_true (sdm_record_key_wrap_with_passphrase (&second, keys, store_id, passphrase, strlen (passphrase), &error));
  g_assert_cmpint (memcmp (wrap.salt, second.salt, sizeof wrap.salt), !=, 0);
  g_assert_cmpint (memcmp (wrap.box, second.box, sizeof wrap.box), !=, 0);
}

typedef struct
{
  const char *name;
  gsize       offset; /* in the wrap, of a byte to change; or -1 */
  guint8      change;
  const char *passphrase;
  guint8      store;
} LockedCase;

#define WRAP(field) G_STRUCT_OFFSET (SdmRecordKeyWrap, field)

static const LockedCase locked_cases[] = {
  { "wrong-passphrase", WRAP (box), 0, "correct horse batterx", 1 },
  { "no-passphrase", WRAP (box), 0, "", 1 },
  { "other-store", WRAP (box), 0, passphrase, 2 },
  { "other-owner", WRAP (owner), 1, passphrase, 1 },
  { "other-version", WRAP (version), 1, passphrase, 1 },
  { "other-epoch", WRAP (epoch), 1, passphrase, 1 },
  { "other-salt", WRAP (salt), 1, passphrase, 1 },
  { "fewer-passes", WRAP (cost.passes), 2, passphrase, 1 },
  { "more-passes", WRAP (cost.passes) + 3, 1, passphrase, 1 },
  { "less-memory", WRAP (cost.memory_kib) + 2, 1, passphrase, 1 },
  { "more-memory", WRAP (cost.memory_kib) + 3, 1, passphrase, 1 },
  { "nonce", WRAP (box), 1, passphrase, 1 },
  { "key", WRAP (box) + 24, 1, passphrase, 1 },
  { "tag", WRAP (box) + SDM_RECORD_BOX_SIZE - 1, 1, passphrase, 1 },
};

/* Whatever is wrong, the answer is the same. */
static void
test_locked (gconstpointer data)
{
  const LockedCase *c = data;
  SdmRecordKeyWrap  wrap = make_known_wrap ();
  guint8            store[SDM_RECORD_ID_SIZE] = { c->store, 2, 3 };
  g_autoptr (GError) error = NULL;

  ((guint8 *) &wrap)[c->offset] ^= c->change;
  g_assert_null (sdm_record_key_unwrap_with_passphrase (&wrap, store, c->passphrase, strlen (c->passphrase), &error));
  g_assert_error (error, SDM_RECORD_ERROR, SDM_RECORD_ERROR_LOCKED);
  g_assert_cmpstr (error->message, ==,
                   "The records could not be unlocked. Check the name, the passphrase or the recovery code, "
                   "then try again.");
}

static void
test_known_recovery (void)
{
  SdmRecordKeyWrap wrap = { .version = 2, .epoch = EPOCH };
  g_autoptr (GBytes) box = read_hex ("6465666768696a6b6c6d6e6f707172737475767778797a7b"
                                     "79d952b8af69a1585ea0a8eb3f17c64e043d8c47ff1e4d4ded7e2aa701d1c1c9"
                                     "007bec5f7f9071628012bfb25198eec5");
  guint8 code[SDM_RECORD_CODE_SIZE];
  g_autoptr (SdmRecordKeys) keys = NULL;
  g_autoptr (GError) error = NULL;

  make_code (code);
  memcpy (wrap.box, g_bytes_get_data (box, NULL), sizeof wrap.box);
  keys = sdm_record_key_unwrap_with_code (&wrap, store_id, code, &error);
  assert_data_key (keys, error);
}

static void
test_recovery (void)
{
  SdmRecordKeyWrap wrap = { .version = 1 };
  guint8           code[SDM_RECORD_CODE_SIZE];
  g_autoptr (SdmRecordKeys) keys = make_keys (EPOCH, 0);
  g_autoptr (SdmRecordKeys) found = NULL;
  g_autoptr (GError) error = NULL;

  make_code (code);
  sdm_record_key_wrap_with_code (&wrap, keys, store_id, code);
  found = sdm_record_key_unwrap_with_code (&wrap, store_id, code, &error);
  assert_data_key (found, error);

  /* An older code does not open a newer wrap, and any one bit of the code counts. */
  for (guint bit = 0; bit < 8 * sizeof code; bit++)
    {
      code[bit / 8] ^= (guint8) (1 << bit % 8);
      g_assert_null (sdm_record_key_unwrap_with_code (&wrap, store_id, code, NULL));
      code[bit / 8] ^= (guint8) (1 << bit % 8);
    }
  wrap.version++;
  g_assert_null (sdm_record_key_unwrap_with_code (&wrap, store_id, code, &error));
  g_assert_error (error, SDM_RECORD_ERROR, SDM_RECORD_ERROR_LOCKED);
}

static void
test_cost (void)
{
  const SdmRecordCost        cost = sdm_record_cost_calibrate ();
  static const SdmRecordCost too_low[] = { { 2, 64 * 1024 }, { 3, 64 * 1024 - 1 }, { 0, 0 } };
  static const SdmRecordCost too_high[] = { { 65, 64 * 1024 }, { 3, 1024 * 1024 + 1 } };

  g_assert_true (sdm_record_cost_is_enough (&cost));
  for (gsize i = 0; i < G_N_ELEMENTS (too_low); i++)
    g_assert_false (sdm_record_cost_is_enough (&too_low[i]));
  for (gsize i = 0; i < G_N_ELEMENTS (too_high); i++)
    g_assert_false (sdm_record_cost_is_enough (&too_high[i]));
}

#define add_cases(path, cases, func)                                   \
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)                     \
    {                                                                  \
      g_autofree char *name = g_strconcat (path, cases[i].name, NULL); \
                                                                       \
      g_test_add_data_func (name, &cases[i], func);                    \
    }

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  quick_machine_derive_truly (TRUE);

  add_cases ("/records/seal/subkey/", subkey_cases, test_subkey);
  g_test_add_func ("/records/seal/random-keys", test_random_keys);
  g_test_add_func ("/records/seal/known", test_known_seal);
  g_test_add_func ("/records/seal/every-length", test_every_length);
  g_test_add_func ("/records/seal/never-the-same", test_never_the_same);
  g_test_add_func ("/records/seal/every-bit", test_every_bit);
  g_test_add_func ("/records/seal/every-cut", test_every_cut);
  add_cases ("/records/seal/place/", place_cases, test_other_place);
  g_test_add_func ("/records/seal/other-key", test_other_key);
  g_test_add_func ("/records/seal/other-epoch", test_other_epoch);
  add_cases ("/records/seal/magic/", magic_cases, test_magic);
  g_test_add_func ("/records/seal/known-indexes", test_known_indexes);
  add_cases ("/records/seal/fold/", fold_cases, test_fold);
  g_test_add_func ("/records/seal/indexes-differ", test_indexes_differ);
  g_test_add_func ("/records/code/known", test_known_code);
  g_test_add_func ("/records/code/wrong-characters", test_wrong_characters);
  add_cases ("/records/code/wrong/", code_cases, test_wrong_code);
  g_test_add_func ("/records/code/groups", test_groups);
  g_test_add_func ("/records/key-wrap/known", test_known_wrap);
  g_test_add_func ("/records/key-wrap/wrap-and-unwrap", test_wrap_and_unwrap);
  add_cases ("/records/key-wrap/locked/", locked_cases, test_locked);
  g_test_add_func ("/records/key-wrap/known-recovery", test_known_recovery);
  g_test_add_func ("/records/key-wrap/recovery", test_recovery);
  g_test_add_func ("/records/key-wrap/cost", test_cost);

  return g_test_run ();
}
