/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bench-support.h"

#include <string.h>

#include "sdm-aid-check.h"
#include "sdm-aid-library.h"

/*
 * Reading and checking all of 1,000 aids from their bytes against Jansson parsing the same bytes; and the
 * index of 1,000 aids in a folder against Jansson parsing one of them 1,000 times.
 */

#define AIDS 1000

static const char *const shipped[] = {
  "decision-aids/hypertension-in-frailty/aid.json",
  "decision-aids/statins-primary-prevention/aid.json",
};

/* As "evenhand check" does it, on one thread: reads each aid and looks at all of it. */
static double
check (SdmAidChecker *checker,
       GBytes *const *aids,
       guint          n)
{
  const double start = bench_now ();

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GPtrArray) findings = sdm_findings_new ();
      g_autoptr (SdmJsonText) text = sdm_json_text_parse (aids[i % G_N_ELEMENTS (shipped)], "aid.json", &error);

      if (text == NULL)
        g_error ("%s", error->message);
      sdm_aid_checker_check (checker, text, findings);
      if (sdm_findings_has_errors (findings))
        g_error ("An aid has an error");
    }

  return bench_now () - start;
}

static double
parse (GBytes *const *aids,
       guint          n_aids,
       guint          n)
{
  const double start = bench_now ();

  for (guint i = 0; i < n; i++)
    {
      GBytes *aid = aids[i % n_aids];
      g_autoptr (json_t) root = json_loadb (g_bytes_get_data (aid, NULL), g_bytes_get_size (aid), 0, NULL);

      if (root == NULL)
        g_error ("The aid is not JSON");
    }

  return bench_now () - start;
}

/* The same aid under 1,000 names. */
static void
write_aids (const char *folder,
            GBytes     *aid,
            guint       n)
{
  g_autofree char *text = g_strndup (g_bytes_get_data (aid, NULL), g_bytes_get_size (aid));
  const char      *id = strstr (text, "\"hypertension-in-frailty\"");
  g_autoptr (GError) error = NULL;

  if (id == NULL)
    g_error ("The aid has no id");
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *name = g_strdup_printf ("aid-%04u", i);
      g_autofree char *own = g_build_filename (folder, name, NULL);
      g_autofree char *path = g_build_filename (own, "aid.json", NULL);
      g_autofree char *renamed = g_strdup_printf ("%.*s\"%s\"%s", (int) (id - text), text, name,
                                                  id + strlen ("\"hypertension-in-frailty\""));

      g_mkdir_with_parents (own, 0700);
      if (!g_file_set_contents (path, renamed, -1, &error))
        g_error ("%s", error->message);
    }
}

static double
scan (SdmAidLibrary *library,
      guint          n)
{
  const double start = bench_now ();
  double       end;

  sdm_aid_library_scan (library, NULL);
  end = bench_now ();
  if (sdm_aid_library_get_aids (library)->len != n)
    g_error ("The library has %u aids", sdm_aid_library_get_aids (library)->len);

  return end - start;
}

int
main (int    argc,
      char **argv)
{
  const BenchArguments arguments = bench_read_arguments (argc, argv);
  const guint          n = bench_count (&arguments, AIDS);
  g_autoptr (GBytes) first = bench_load (&arguments, shipped[0]);
  g_autoptr (GBytes) second = bench_load (&arguments, shipped[1]);
  GBytes *const aids[] = { first, second };
  g_autoptr (SdmAidLibrary) library = sdm_aid_library_new ((const char *const[]){ arguments.folder, NULL });

  g_autoptr (SdmClock) clock = sdm_clock_new ();
  g_autoptr (SdmAidChecker) checker = sdm_aid_checker_new (clock);

  write_aids (arguments.folder, first, n);
  scan (library, n);
  for (guint i = 0; i < arguments.repetitions; i++)
    {
      const double ours = check (checker, aids, n);

      bench_print ("check", ours, parse (aids, G_N_ELEMENTS (shipped), n));
    }
  for (guint i = 0; i < arguments.repetitions; i++)
    {
      const double ours = scan (library, n);

      bench_print ("index", ours, parse (&first, 1, n));
    }

  return 0;
}
