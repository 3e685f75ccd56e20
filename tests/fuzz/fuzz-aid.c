/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A decision aid from anywhere is either read whole or refused with a reason and its place. */

#include "fuzz-target.h"

#include "sdm-aid.h"

static void
check_findings (SdmJsonText *text,
                GPtrArray   *findings)
{
  for (guint i = 0; i < findings->len; i++)
    {
      g_autofree char *line = sdm_json_text_describe (text, g_ptr_array_index (findings, i));

      g_assert_true (g_utf8_validate (line, -1, NULL));
    }
}

static void
check_aid (SdmAid *aid)
{
  guint            n_options;
  const SdmOption *options = sdm_aid_get_options (aid, &n_options);

  g_assert_nonnull (sdm_aid_get_id (aid));
  g_assert_nonnull (sdm_aid_get_title (aid));
  g_assert_cmpuint (n_options, >=, 2);
  g_assert_nonnull (options);
  g_assert_cmpuint (sdm_aid_get_denominator (aid), >, 0);
}

static void
read_aid (SdmJsonText *text)
{
  g_autoptr (GPtrArray) findings = sdm_findings_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (SdmAid) aid = sdm_aid_new_from_text (text, findings, &error);

  g_assert_true ((aid == NULL) == (error != NULL));
  check_findings (text, findings);
  if (aid != NULL)
    check_aid (aid);
}

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize         size)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  g_autoptr (GError) error = NULL;
  g_autoptr (SdmJsonText) text = sdm_json_text_parse (bytes, "aid.json", &error);

  g_assert_true ((text == NULL) == (error != NULL));
  if (text != NULL)
    read_aid (text);
  return 0;
}
