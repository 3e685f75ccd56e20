/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "page-fixture.h"

#include <adwaita.h>
#include <glib/gstdio.h>
#include <string.h>

#include "sdm-letter-logo.h"
#include "sdm-logo.h"
#include "sdm-preferences-private.h"
#include "sdm-preferences.h"

/* The copy into a consultation */

static void
test_fill_in (PageFixture  *fixture,
              gconstpointer data)
{
  GSettings        *settings = sdm_context_get_settings (fixture->context);
  const char *const address[] = { "12 Harbour Road", "Porthaven", NULL };
  g_autoptr (GError) error = NULL;

  g_settings_set_string (settings, "practice-name", "Harbour Road Surgery");
  g_settings_set_strv (settings, "practice-address", address);
  g_settings_set_string (settings, "practice-ods", "A81001");
  g_settings_set_string (settings, "practice-phone", "01632 960 983");
  g_assert_true (sdm_consultation_remove (fixture->consultation, "start/practice", &error));
  sdm_preferences_fill_in (settings, fixture->consultation);
  page_fixture_assert_text (fixture, "start/practice/name", "Harbour Road Surgery");
  page_fixture_assert_text (fixture, "start/practice/address/1", "Porthaven");
  page_fixture_assert_text (fixture, "start/practice/ods", "A81001");
  page_fixture_assert_text (fixture, "start/practice/phone", "01632 960 983");

  /* What the consultation says already stays. */
  g_settings_set_string (settings, "practice-name", "Another Surgery");
  sdm_preferences_fill_in (settings, fixture->consultation);
  page_fixture_assert_text (fixture, "start/practice/name", "Harbour Road Surgery");
  g_settings_reset (settings, "practice-name");
  g_settings_reset (settings, "practice-address");
  g_settings_reset (settings, "practice-ods");
  g_settings_reset (settings, "practice-phone");
}

/* The window */

static GtkWidget *
find_row (GtkWidget  *widget,
          const char *title)
{
  if (ADW_IS_PREFERENCES_ROW (widget) && g_strcmp0 (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (widget)), title) == 0)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_row (child, title);

      if (found != NULL)
        return found;
    }

  return NULL;
}

/* The message under a row; "" where there is none. */
static const char *
get_message (GtkWidget *row)
{
  GtkWidget *message = gtk_widget_get_next_sibling (row);

  return gtk_widget_get_visible (message) ? gtk_label_get_label (GTK_LABEL (gtk_list_box_row_get_child (GTK_LIST_BOX_ROW (message)))) : "";
}

static void
assert_kept (PageFixture *fixture,
             const char  *key,
             const char  *expected)
{
  g_autofree char *kept = g_settings_get_string (sdm_context_get_settings (fixture->context), key);

  g_assert_cmpstr (kept, ==, expected);
}

static void
test_refused (PageFixture  *fixture,
              gconstpointer data)
{
  GtkWidget       *window = GTK_WIDGET (sdm_preferences_window_new (fixture->context));
  GtkWidget       *code = find_row (window, "Practice code");
  GtkWidget       *name = find_row (window, "Name of the practice");
  g_autofree char *long_name = g_strnfill (400, 'x');
  int              end = 6;

  gtk_editable_set_text (GTK_EDITABLE (code), "a81001");
  g_assert_cmpstr (get_message (code), ==, "");
  assert_kept (fixture, "practice-ods", "A81001");
  gtk_editable_insert_text (GTK_EDITABLE (code), "-1", -1, &end);
  g_assert_cmpstr (get_message (code), ==, "A practice code has 3 to 6 letters and digits, such as A81001.");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (code)), ==, "a81001-1");
  assert_kept (fixture, "practice-ods", "A81001");
  gtk_editable_set_text (GTK_EDITABLE (code), "");
  g_assert_cmpstr (get_message (code), ==, "");
  assert_kept (fixture, "practice-ods", "");

  gtk_editable_set_text (GTK_EDITABLE (name), long_name);
  g_assert_cmpstr (get_message (name), ==, "This is 400 letters long and 160 fit. Shorten it: until then it is not kept.");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (name)), ==, long_name);
  assert_kept (fixture, "practice-name", "");
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_folders (PageFixture  *fixture,
              gconstpointer data)
{
  GtkWidget *window = GTK_WIDGET (sdm_preferences_window_new (fixture->context));
  g_autoptr (GFile) folder = g_file_new_for_path (fixture->folder);
  g_autofree char    *name = g_path_get_basename (fixture->folder);
  SdmAidFoldersGroup *group = g_object_ref_sink (SDM_AID_FOLDERS_GROUP (sdm_aid_folders_group_new (sdm_context_get_settings (fixture->context),
                                                                                                   sdm_context_get_library (fixture->context))));
  g_auto (GStrv) kept = NULL;

  sdm_aid_folders_group_add (group, folder);
  kept = g_settings_get_strv (sdm_context_get_settings (fixture->context), "aid-folders");
  g_assert_cmpstr (kept[0], ==, fixture->folder);
  g_assert_nonnull (find_row (window, name));

  /* Twice makes no difference, but is told. */
  sdm_aid_folders_group_add (group, folder);
  g_strfreev (kept);
  kept = g_settings_get_strv (sdm_context_get_settings (fixture->context), "aid-folders");
  g_assert_cmpuint (g_strv_length (kept), ==, 1);
  g_settings_reset (sdm_context_get_settings (fixture->context), "aid-folders");
  g_assert_null (find_row (window, name));
  g_assert_finalize_object (group);
  gtk_window_destroy (GTK_WINDOW (window));
}

/* The logo */

typedef struct
{
  char *folder;
  char *kept;
} LogoFixture;

static void
set_up_logo (LogoFixture  *fixture,
             gconstpointer data)
{
  fixture->folder = g_dir_make_tmp ("evenhand-logo-XXXXXX", NULL);
  fixture->kept = g_build_filename (fixture->folder, "kept", NULL);
}

static void
empty_folder (const char *path)
{
  GDir       *dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *below = g_build_filename (path, name, NULL);

      g_unlink (below);
    }
  g_clear_pointer (&dir, g_dir_close);
  g_rmdir (path);
}

static void
tear_down_logo (LogoFixture  *fixture,
                gconstpointer data)
{
  empty_folder (fixture->kept);
  empty_folder (fixture->folder);
  g_free (fixture->kept);
  g_free (fixture->folder);
}

static void
make_picture (int         width,
              int         height,
              const char *type,
              char      **bytes,
              gsize      *length)
{
  g_autoptr (GdkPixbuf) picture = gdk_pixbuf_new (GDK_COLORSPACE_RGB, FALSE, 8, width, height);

  for (int y = 0; y < height; y++)
    for (int x = 0; x < 3 * width; x++)
      gdk_pixbuf_get_pixels (picture)[y * gdk_pixbuf_get_rowstride (picture) + x] = (guchar) (x * y);
  g_assert_true (gdk_pixbuf_save_to_buffer (picture, bytes, length, type, NULL, NULL));
}

/* Chooses a file with these bytes: the name of the copy, or %NULL with the reason. */
static char *
keep (LogoFixture *fixture,
      const char  *bytes,
      gsize        length,
      char       **reason)
{
  g_autofree char *path = g_build_filename (fixture->folder, "chosen", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  char *name;

  g_assert_true (g_file_set_contents (path, bytes, (gssize) length, NULL));
  name = sdm_logo_keep (file, fixture->kept, NULL, &error);
  *reason = error != NULL ? g_strdup (error->message) : NULL;
  g_assert_true ((name == NULL) == (error != NULL));

  return name;
}

static void
test_logo_kept (LogoFixture  *fixture,
                gconstpointer type)
{
  g_autofree char *bytes = NULL;
  g_autofree char *reason = NULL;
  g_autofree char *name = NULL;
  g_autofree char *path = NULL;
  gsize            length;
  int              width;
  int              height;

  make_picture (3000, 1000, type, &bytes, &length);
  name = keep (fixture, bytes, length, &reason);
  g_assert_cmpstr (reason, ==, NULL);
  path = g_build_filename (fixture->kept, name, NULL);
  g_assert_nonnull (gdk_pixbuf_get_file_info (path, &width, &height));
  g_assert_cmpint (width, ==, 1200);
  g_assert_cmpint (height, ==, 400);
}

/* A letter can print what is kept. */
static void
test_logo_on_letters (LogoFixture  *fixture,
                      gconstpointer type)
{
  g_autofree char *bytes = NULL;
  g_autofree char *reason = NULL;
  g_autofree char *name = NULL;
  g_autofree char *encoded = NULL;
  g_autofree char *path = NULL;
  g_autoptr (GFile) file = NULL;
  g_autoptr (GBytes) pixels = NULL;
  g_autoptr (GError) error = NULL;
  gsize length;
  guint width = 0;
  guint height = 0;

  make_picture (3000, 1000, type, &bytes, &length);
  name = keep (fixture, bytes, length, &reason);
  path = g_build_filename (fixture->kept, name, NULL);
  file = g_file_new_for_path (path);
  encoded = sdm_logo_encode (file, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (strlen (encoded), <=, 131072);
  pixels = sdm_letter_logo_decode (encoded, &width, &height, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (width, <=, 600);
  g_assert_cmpuint (height, <=, width / 3 + 1);
}

static char *
keep_picture (LogoFixture *logo,
              int          width)
{
  g_autofree char *bytes = NULL;
  g_autofree char *reason = NULL;
  gsize            length;

  make_picture (width, 100, "png", &bytes, &length);

  return keep (logo, bytes, length, &reason);
}

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  sdm_preferences_read_logo_finish (result);
  (*(guint *) user_data)++;
}

/* A talk that begins takes the logo along: the one that was chosen last, whichever was read last. */
static void
test_logo_filled_in (PageFixture  *fixture,
                     gconstpointer data)
{
  GSettings       *settings = sdm_context_get_settings (fixture->context);
  LogoFixture      logo = { NULL, NULL };
  g_autofree char *former = NULL;
  g_autofree char *name = NULL;
  g_autofree char *path = NULL;
  g_autoptr (GFile) file = NULL;
  g_autofree char *expected = NULL;
  guint            n_read = 0;
  const guint      limit = page_fixture_limit_wait ();

  set_up_logo (&logo, NULL);
  g_free (logo.kept);
  logo.kept = sdm_logo_dup_folder ();
  former = keep_picture (&logo, 1100);
  name = keep_picture (&logo, 300);
  path = g_build_filename (logo.kept, name, NULL);
  file = g_file_new_for_path (path);
  expected = sdm_logo_encode (file, NULL, NULL);
  g_settings_set_string (settings, "practice-logo", former);
  sdm_preferences_read_logo_async (settings, read_cb, &n_read);
  g_settings_set_string (settings, "practice-logo", name);
  sdm_preferences_read_logo_async (settings, read_cb, &n_read);
  while (n_read < 2)
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (limit);
  sdm_preferences_fill_in (settings, fixture->consultation);
  page_fixture_assert_text (fixture, "start/practice/logo", expected);
  g_settings_reset (settings, "practice-logo");
  tear_down_logo (&logo, NULL);
}

/* Cut off anywhere, a picture is refused in words and nothing is kept. */
static void
test_logo_truncated (LogoFixture  *fixture,
                     gconstpointer type)
{
  g_autofree char *bytes = NULL;
  gsize            length;

  make_picture (120, 48, type, &bytes, &length);
  for (gsize cut = 12; cut < length; cut += length / 20)
    {
      g_autofree char *reason = NULL;
      g_autofree char *name = keep (fixture, bytes, length - cut, &reason);

      g_assert_cmpstr (name, ==, NULL);
      g_assert_cmpstr (reason, !=, NULL);
      g_assert_false (g_file_test (fixture->kept, G_FILE_TEST_EXISTS));
    }
}

static void
test_logo_refused (LogoFixture  *fixture,
                   gconstpointer data)
{
  static const struct
  {
    const char *bytes;
    const char *reason;
  } cases[] = {
    { "", "This is not a PNG or JPEG picture. Choose one of these." },
    { "Dear Alan", "This is not a PNG or JPEG picture. Choose one of these." },
    { "<svg xmlns='http://www.w3.org/2000/svg'/>", "This is not a PNG or JPEG picture. Choose one of these." },
    { "\x89PNG\r\n\x1a\n", "This picture is damaged or breaks off. Choose another copy of it." },
    { "\xff\xd8\xff\xd9", "This picture is damaged or breaks off. Choose another copy of it." },
  };
  g_autofree char *wide = NULL;
  g_autofree char *reason = NULL;
  g_autofree char *name = NULL;
  gsize            length;

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *said = NULL;
      g_autofree char *kept = keep (fixture, cases[i].bytes, strlen (cases[i].bytes), &said);

      g_assert_cmpstr (kept, ==, NULL);
      g_assert_cmpstr (said, ==, cases[i].reason);
    }

  make_picture (20000, 2, "png", &wide, &length);
  name = keep (fixture, wide, length, &reason);
  g_assert_cmpstr (name, ==, NULL);
  g_assert_cmpstr (reason, ==, "This picture is 20000 by 2 pixels, and 4000 by 4000 fit. Choose a smaller one.");
  g_assert_false (g_file_test (fixture->kept, G_FILE_TEST_EXISTS));
}

static void
test_logo_no_file (LogoFixture  *fixture,
                   gconstpointer data)
{
  g_autoptr (GFile) folder = g_file_new_for_path (fixture->folder);
  g_autoptr (GFile) nothing = g_file_new_for_path ("/nowhere/logo.png");
  g_autoptr (GFile) device = g_file_new_for_path ("/dev/zero");
  GFile *const files[] = { folder, nothing, device };

  for (gsize i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *name = sdm_logo_keep (files[i], fixture->kept, NULL, &error);

      g_assert_cmpstr (name, ==, NULL);
      g_assert_nonnull (error);
    }
}

#define add_logo(path, data, func) g_test_add (path, LogoFixture, data, set_up_logo, func, tear_down_logo)

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  page_fixture_add ("/pages/preferences/fill-in", PAGE_FIXTURE_STATINS_CASE, test_fill_in);
  page_fixture_add ("/pages/preferences/refused", PAGE_FIXTURE_STATINS_CASE, test_refused);
  page_fixture_add ("/pages/preferences/folders", PAGE_FIXTURE_STATINS_CASE, test_folders);
  add_logo ("/pages/preferences/logo/png", "png", test_logo_kept);
  add_logo ("/pages/preferences/logo/jpeg", "jpeg", test_logo_kept);
  add_logo ("/pages/preferences/logo/on-letters", "png", test_logo_on_letters);
  page_fixture_add ("/pages/preferences/logo/filled-in", PAGE_FIXTURE_STATINS_CASE, test_logo_filled_in);
  add_logo ("/pages/preferences/logo/truncated-png", "png", test_logo_truncated);
  add_logo ("/pages/preferences/logo/truncated-jpeg", "jpeg", test_logo_truncated);
  add_logo ("/pages/preferences/logo/refused", NULL, test_logo_refused);
  add_logo ("/pages/preferences/logo/no-file", NULL, test_logo_no_file);

  return page_fixture_run ();
}
