/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-poppler.h"

#include <gio/gio.h>
#include <glib/gi18n.h>
#include <gmodule.h>

/* The name under which the library keeps its functions as they are in the header. */
#define LIBRARY "libpoppler-glib.so.8"

static gboolean
find_functions (GModule    *module,
                SdmPoppler *poppler)
{
  const struct
  {
    const char *name;
    gpointer   *place;
  } wanted[] = {
    { "poppler_document_new_from_bytes", (gpointer *) &poppler->document_new_from_bytes },
    { "poppler_document_get_n_pages", (gpointer *) &poppler->document_get_n_pages },
    { "poppler_document_get_page", (gpointer *) &poppler->document_get_page },
    { "poppler_page_get_size", (gpointer *) &poppler->page_get_size },
    { "poppler_page_render", (gpointer *) &poppler->page_render },
    { "poppler_page_render_for_printing", (gpointer *) &poppler->page_render_for_printing },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (wanted); i++)
    if (!g_module_symbol (module, wanted[i].name, wanted[i].place))
      return FALSE;

  return TRUE;
}

/**
 * sdm_poppler_load:
 *
 * Loads the library at the first call, on any thread. It stays loaded.
 *
 * Returns: (transfer none): its functions, or %NULL with @error set where the
 *   library is not installed
 */
const SdmPoppler *
sdm_poppler_load (GError **error)
{
  static GMutex                   mutex;
  static SdmPoppler               poppler;
  static GModule                 *module; /* set once all functions are there */
  g_autoptr (GMutexLocker) locker G_GNUC_UNUSED = g_mutex_locker_new (&mutex);

  if (module == NULL)
    {
      GModule *found = g_module_open (LIBRARY, G_MODULE_BIND_LAZY | G_MODULE_BIND_LOCAL);

      if (found != NULL && find_functions (found, &poppler))
        {
          g_module_make_resident (found);
          module = found;
        }
    }
  if (module == NULL)
    {
      /* Translators: %s is the name of a file, which is not translated. */
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND, _ ("showing the letter: %s was not found; install it and start Evenhand again"), LIBRARY);
      return NULL;
    }

  return &poppler;
}
