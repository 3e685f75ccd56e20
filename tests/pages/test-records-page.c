/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "real-window.h"

#include "main-thread-guard.h"

#include "sdm-records-page.h"

/* The page is there for whoever is signed in, and goes when the records are locked. */
static void
test_entrance (PageFixture  *fixture,
               gconstpointer data)
{
  SdmWindow *window = show_signed_in (fixture);

  gtk_widget_activate_action (GTK_WIDGET (window), "win.records", NULL);
  g_assert_true (SDM_IS_RECORDS_PAGE (window->real_page));
  click (window, "Check the records now");
  wait_until (find_label (window, "All records are as they were written.") != NULL);

  sdm_window_lock (window);
  wait_until (!is_signed_in (fixture));
  g_assert_false (SDM_IS_RECORDS_PAGE (window->real_page));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.records", NULL);
  g_assert_false (SDM_IS_RECORDS_PAGE (window->real_page));
}

int
main (int   argc,
      char *argv[])
{
  main_thread_guard_start ();
  gtk_test_init (&argc, &argv, NULL);

  page_fixture_add ("/pages/records-page/entrance", PAGE_FIXTURE_FRAILTY_CASE, test_entrance);

  return g_test_run ();
}
