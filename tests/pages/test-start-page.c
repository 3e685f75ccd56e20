/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "page-fixture.h"

static void
test_empty (PageFixture  *fixture,
            gconstpointer data)
{
  page_fixture_show (fixture, SDM_STEP_START);
  page_fixture_assert_named (fixture);
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);

  page_fixture_add ("/pages/start/named", PAGE_FIXTURE_FRAILTY_CASE, test_empty);

  return g_test_run ();
}
