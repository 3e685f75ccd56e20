/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "page-fixture.h"

static void
test_named (PageFixture  *fixture,
            gconstpointer data)
{
  page_fixture_show (fixture, SDM_STEP_FINISH);
  page_fixture_assert_named (fixture);
}

static void
test_read_only (PageFixture  *fixture,
                gconstpointer data)
{
  page_fixture_show (fixture, SDM_STEP_FINISH);
  page_fixture_assert_inputs_insensitive (fixture);
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);

  page_fixture_add ("/pages/finish/named", PAGE_FIXTURE_FRAILTY_CASE, test_named);
  page_fixture_add ("/pages/finish/named-when-decided", PAGE_FIXTURE_DECIDED, test_named);
  page_fixture_add ("/pages/finish/read-only", PAGE_FIXTURE_DECIDED, test_read_only);

  return g_test_run ();
}
