/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sdm-time.h"

static const struct
{
  const char *typed;
  const char *time; /* NULL: no time of day */
} cases[] = {
  { "8", "08:00" },
  { "08:30", "08:30" },
  { "8.30", "08:30" },
  { "0830", "08:30" },
  { "0830pm", "20:30" },
  { " 8 am ", "08:00" },
  { "10.30PM", "22:30" },
  { "12 am", "00:00" },
  { "12 pm", "12:00" },
  { "12:59 am", "00:59" },
  { "0:00", "00:00" },
  { "23:59", "23:59" },
  { "24:00", NULL },
  { "8:60", NULL },
  { "8:5", NULL },
  { "8:", NULL },
  { "08300", NULL },
  { "830", NULL },
  { "13 pm", NULL },
  { "0 am", NULL },
  { "8 xm", NULL },
  { "half past", NULL },
  { "-8", NULL },
  { "", NULL },
  { "٨", NULL },
};

static void
test_parse (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *time = sdm_time_parse (cases[i].typed);

      g_test_message ("%s", cases[i].typed);
      g_assert_cmpstr (time, ==, cases[i].time);
    }
}

/* Every minute of the day comes back as itself. */
static void
test_minutes (void)
{
  for (int minutes = 0; minutes < 24 * 60; minutes++)
    {
      g_autofree char *time = sdm_time_from_minutes (minutes);

      g_assert_cmpint (sdm_time_to_minutes (time), ==, minutes);
    }
  g_assert_cmpint (sdm_time_to_minutes ("08:30"), ==, 510);
  g_assert_cmpint (sdm_time_to_minutes (NULL), ==, -1);
  g_assert_cmpint (sdm_time_to_minutes ("soon"), ==, -1);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/time/parse", test_parse);
  g_test_add_func ("/core/time/minutes", test_minutes);

  return g_test_run ();
}
