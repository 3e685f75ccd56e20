/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>
#include <locale.h>
#include <sys/prctl.h>
#include <sys/resource.h>

#include "sdm-application.h"
#include "sdm-cli.h"

/* The sanitizers look at the process from outside when it ends. */
#if defined(__SANITIZE_ADDRESS__)
#define MAY_BE_LOOKED_AT TRUE
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define MAY_BE_LOOKED_AT TRUE
#endif
#endif
#ifndef MAY_BE_LOOKED_AT
#define MAY_BE_LOOKED_AT FALSE
#endif

/* Passphrases, keys and what patients said are in the memory: no dump of it is written,
 * and no other program of the same person may read it. */
static void
keep_memory_private (void)
{
  const struct rlimit none = { 0, 0 };

  if (setrlimit (RLIMIT_CORE, &none) != 0 ||
      (!MAY_BE_LOOKED_AT && prctl (PR_SET_DUMPABLE, 0, 0, 0, 0) != 0))
    g_message ("The memory of this program could not be made private");
}

/* No library is taken in but those that the system has for this program: none from the folder where
 * somebody works, and none that an environment names. */
static void
take_no_foreign_code (void)
{
  static const char *const names[] = {
    "GIO_EXTRA_MODULES",
    "GIO_MODULE_DIR",
    "GTK_PATH",
    "GTK_EXE_PREFIX",
    "GDK_PIXBUF_MODULE_FILE",
    "GDK_PIXBUF_MODULEDIR",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    g_unsetenv (names[i]);
}

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
  keep_memory_private ();
  take_no_foreign_code ();
  set_language ();

  if (sdm_cli_is_asked_for (argc, argv))
    return sdm_cli_run (argc, argv);

  return sdm_application_run (argc, argv);
}
