/* SPDX-License-Identifier: GPL-3.0-or-later */

/* An example case is either read whole or refused with a reason. */

#include "fuzz-target.h"

#include "sdm-case.h"

static void
read_case (SdmJsonText *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SdmCase) example = sdm_case_new_from_text (text, NULL, &error);
  g_auto (GStrv) learn = NULL;

  g_assert_true ((example == NULL) == (error != NULL));
  if (example == NULL)
    return;

  learn = sdm_case_dup_learn (example);
  g_assert_nonnull (learn);
  g_assert_nonnull (sdm_case_get_id (example));
  g_assert_nonnull (sdm_case_get_aid_id (example));
}

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize         size)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  g_autoptr (GError) error = NULL;
  g_autoptr (SdmJsonText) text = sdm_json_text_parse (bytes, "case.json", &error);

  g_assert_true ((text == NULL) == (error != NULL));
  if (text != NULL)
    read_case (text);
  return 0;
}
