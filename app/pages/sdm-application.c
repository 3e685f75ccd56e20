/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-application.h"

#include <fontconfig/fontconfig.h>
#include <glib/gi18n.h>

#include "sdm-context.h"
#include "sdm-file-choice.h"
#include "sdm-paper-source.h"
#include "sdm-widgets.h"
#include "sdm-window.h"

/**
 * SdmApplication:
 *
 * The program with a window. `startup` registers, `activate` shows the window,
 * and what takes time (looking for aids, opening the store) comes after the
 * first frame.
 */
struct _SdmApplication
{
  AdwApplication parent_instance;

  SdmContext *context;
  char      **aid_folders;
  gint64      started; /* monotonic microseconds at exec, or at main */
  gboolean    first_frame_only;
  gboolean    no_font; /* to show anything in */
};

G_DEFINE_FINAL_TYPE (SdmApplication, sdm_application, ADW_TYPE_APPLICATION)

/* Helpers */

static char **
get_aid_folders (SdmApplication *self,
                 GSettings      *settings)
{
  g_auto (GStrv) added = g_settings_get_strv (settings, "aid-folders");

  return sdm_aid_library_get_default_folders ((const char *const *) self->aid_folders, (const char *const *) added);
}

static void
aid_folders_changed_cb (GSettings      *settings,
                        const char     *key,
                        SdmApplication *self)
{
  g_auto (GStrv) folders = get_aid_folders (self, settings);

  sdm_aid_library_set_folders (sdm_context_get_library (self->context), (const char *const *) folders);
}

static SdmContext *
make_context (SdmApplication *self)
{
  g_autoptr (GSettings) settings = g_settings_new (APPLICATION_ID);
  g_auto (GStrv) folders = get_aid_folders (self, settings);
  g_autofree char *data = g_build_filename (g_get_user_data_dir (), "evenhand", NULL);
  g_autoptr (SdmClock) clock = sdm_clock_new ();
  g_autoptr (SdmAidLibrary) library = sdm_aid_library_new ((const char *const *) folders);
  g_autoptr (SdmRecordStore) store = sdm_record_store_new (data);

  g_signal_connect_object (settings, "changed::aid-folders", G_CALLBACK (aid_folders_changed_cb), self, 0);

  return sdm_context_new (clock, library, store, settings);
}

/* Any will do: where it is not Inter, the window is in the system's own, and only the letter refuses. By now the
 * list of fonts, which is read beside the start, has long been waited for. */
static gboolean
find_font (SdmApplication *self)
{
  const FcFontSet *system = FcConfigGetFonts (NULL, FcSetSystem);
  const FcFontSet *own = FcConfigGetFonts (NULL, FcSetApplication);

  self->no_font = (system == NULL || system->nfont == 0) && (own == NULL || own->nfont == 0);
  if (self->no_font)
    {
      /* Translators: %s is the name of a package, which is not translated. */
      g_autofree char *text = g_strdup_printf (_ ("opening the window: there is no font to read it in; install %s"), "fonts-inter");

      g_printerr ("evenhand: %s\n", text);
    }

  return !self->no_font;
}

static SdmWindow *
ensure_window (SdmApplication *self)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (self));

  if (window == NULL)
    {
      self->context = make_context (self);
      window = GTK_WINDOW (sdm_window_new (GTK_APPLICATION (self), self->context));
    }

  return SDM_WINDOW (window);
}

/* The time of exec, from the parent that measures; otherwise of main. */
static gint64
get_start_time (void)
{
  const char *given = g_getenv ("EV_T0_NS");

  return given != NULL ? g_ascii_strtoll (given, NULL, 10) / 1000 : g_get_monotonic_time ();
}

/* Callbacks */

static void
first_frame_cb (GdkFrameClock  *frame_clock,
                SdmApplication *self)
{
  gint64 elapsed = g_get_monotonic_time () - self->started;

  g_signal_handlers_disconnect_by_func (frame_clock, first_frame_cb, self);
  g_print ("%" G_GINT64_FORMAT ".%" G_GINT64_FORMAT "\n", elapsed / 1000, elapsed / 100 % 10);
  g_application_quit (G_APPLICATION (self));
}

static void
realize_cb (GtkWidget      *window,
            SdmApplication *self)
{
  g_signal_connect (gtk_widget_get_frame_clock (window), "after-paint", G_CALLBACK (first_frame_cb), self);
}

static void
about_cb (GSimpleAction *action,
          GVariant      *parameter,
          gpointer       user_data)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (user_data));

  adw_show_about_window (window,
                         "application-name", "Evenhand",
                         "application-icon", APPLICATION_ID,
                         "version", PACKAGE_VERSION,
                         /* Translators: the intended purpose; the same words stand in the letter and the manual */
                         "comments", _ ("Evenhand shows published facts so that people can decide together. It does not work out what is best for you."), "license-type", GTK_LICENSE_GPL_3_0, NULL);
}

static void
quit_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (user_data));

  if (window != NULL)
    gtk_window_close (window);
}

/* GApplication */

static void
read_icons (GTask        *task,
            gpointer      theme,
            gpointer      task_data,
            GCancellable *cancellable)
{
  g_task_return_boolean (task, gtk_icon_theme_has_icon (theme, "ev-menu-symbolic"));
}

/* GTK reads the icons on another thread when it starts, and lets go of them as each place is added. What it has
 * not read again by the first frame the main thread would have to read. */
static void
read_icons_meanwhile (void)
{
  g_autoptr (GTask) task = g_task_new (gtk_icon_theme_get_for_display (gdk_display_get_default ()), NULL, NULL, NULL);

  g_task_run_in_thread (task, read_icons);
}

static void
sdm_application_startup (GApplication *application)
{
  static const GActionEntry actions[] = {
    { "about", about_cb },
    { "quit", quit_cb },
  };

  /* Libadwaita looks for the style sheets while it starts. */
  sdm_widgets_register_resource ();
  G_APPLICATION_CLASS (sdm_application_parent_class)->startup (application);

  sdm_widgets_init ();
  sdm_file_choice_leave_no_trace ();
  read_icons_meanwhile ();
  gtk_window_set_default_icon_name (APPLICATION_ID);
  g_action_map_add_action_entries (G_ACTION_MAP (application), actions, G_N_ELEMENTS (actions), application);
  gtk_application_set_accels_for_action (GTK_APPLICATION (application), "app.quit", (const char *[]){ "<Control>q", NULL });
  sdm_window_set_accels (GTK_APPLICATION (application));
}

static void
sdm_application_activate (GApplication *application)
{
  SdmApplication *self = SDM_APPLICATION (application);
  SdmWindow      *window;

  if (!find_font (self))
    return;
  window = ensure_window (self);
  if (self->first_frame_only)
    g_signal_connect (window, "realize", G_CALLBACK (realize_cb), self);
  gtk_window_present (GTK_WINDOW (window));
}

static void
sdm_application_open (GApplication *application,
                      GFile       **files,
                      int           n_files,
                      const char   *hint)
{
  SdmApplication *self = SDM_APPLICATION (application);
  SdmWindow      *window;

  if (!find_font (self))
    return;
  window = ensure_window (self);
  gtk_window_present (GTK_WINDOW (window));
  sdm_window_open_file (window, files[0]);
}

/* All that was typed is kept by now. The records are closed before the program ends, and their keys wiped. */
static void
sdm_application_shutdown (GApplication *application)
{
  SdmApplication *self = SDM_APPLICATION (application);

  if (self->context != NULL)
    sdm_record_store_close (sdm_context_get_store (self->context, SDM_RECORD_STORE_REAL), NULL);
  sdm_file_choice_end ();
  G_APPLICATION_CLASS (sdm_application_parent_class)->shutdown (application);
}

static int
sdm_application_handle_local_options (GApplication *application,
                                      GVariantDict *options)
{
  SdmApplication *self = SDM_APPLICATION (application);

  g_variant_dict_lookup (options, "aids", "^aay", &self->aid_folders);
  self->first_frame_only = g_variant_dict_contains (options, "first-frame");

  return -1;
}

/* GObject */

static void
sdm_application_dispose (GObject *object)
{
  SdmApplication *self = SDM_APPLICATION (object);

  g_clear_object (&self->context);
  g_clear_pointer (&self->aid_folders, g_strfreev);

  G_OBJECT_CLASS (sdm_application_parent_class)->dispose (object);
}

static void
sdm_application_class_init (SdmApplicationClass *klass)
{
  GObjectClass      *object_class = G_OBJECT_CLASS (klass);
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  object_class->dispose = sdm_application_dispose;
  application_class->startup = sdm_application_startup;
  application_class->activate = sdm_application_activate;
  application_class->shutdown = sdm_application_shutdown;
  application_class->open = sdm_application_open;
  application_class->handle_local_options = sdm_application_handle_local_options;
}

static void
sdm_application_init (SdmApplication *self)
{
  static const GOptionEntry options[] = {
    { "aids", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_FILENAME_ARRAY, NULL,
      N_ ("Look for decision aids in this folder too"), N_ ("FOLDER") },
      { "first-frame", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_NONE, NULL,
        N_ ("Quit after the first frame and print the milliseconds since the start"), NULL },
        { NULL } };

  self->started = get_start_time ();
  g_application_add_main_option_entries (G_APPLICATION (self), options);
}

/* Public API */

/**
 * sdm_application_run:
 *
 * Runs the program with a window until it is closed.
 *
 * Returns: the exit code
 */
int
sdm_application_run (int   argc,
                     char *argv[])
{
  g_autoptr (SdmApplication) application = NULL;
  int status;

  if (!gtk_init_check ())
    {
      g_printerr ("evenhand: %s\n", _ ("opening the window: there is no display; “evenhand --help” lists what works without one"));
      return 2;
    }

  application = g_object_new (SDM_TYPE_APPLICATION,
                              "application-id", APPLICATION_ID,
                              "flags", G_APPLICATION_HANDLES_OPEN | G_APPLICATION_NON_UNIQUE,
                              NULL);

  status = g_application_run (G_APPLICATION (application), argc, argv);
  sdm_paper_source_stop ();

  return application->no_font ? 2 : status;
}
