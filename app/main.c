/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>
#include <locale.h>

#include "sdm-application.h"
#include "sdm-cli.h"

/* An uninstalled program finds its translations where EVENHAND_LOCALE_DIR says. */
static void
set_language (void)
{
  const char *folder = g_getenv ("EVENHAND_LOCALE_DIR");

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, folder != NULL ? folder : LOCALE_DIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
}

int
main (int    argc,
      char **argv)
{
  set_language ();

  if (sdm_cli_is_asked_for (argc, argv))
    return sdm_cli_run (argc, argv);

  return sdm_application_run (argc, argv);
}
