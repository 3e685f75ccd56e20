/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-code-print.h"

#include <glib/gi18n.h>
#include <string.h>

/* The recovery code on a sheet of paper. It goes to the printer and nowhere else. */

#define MARGIN     56
#define HEAD_SIZE  20
#define CODE_SIZE  28
#define WORDS_SIZE 13

static void
wipe (gpointer  data,
      GClosure *closure)
{
  char *code = data;

  explicit_bzero (code, strlen (code));
  g_free (code);
}

/* Draws one paragraph, and gives how high it is. */
static double
draw_text (cairo_t     *cr,
           PangoLayout *layout,
           double       top,
           const char  *family,
           int          size,
           const char  *text)
{
  PangoFontDescription *font = pango_font_description_new ();
  int                   height;

  pango_font_description_set_family (font, family);
  pango_font_description_set_absolute_size (font, size * PANGO_SCALE);
  pango_layout_set_font_description (layout, font);
  pango_font_description_free (font);
  pango_layout_set_text (layout, text, -1);
  cairo_move_to (cr, MARGIN, top);
  pango_cairo_show_layout (cr, layout);
  pango_layout_get_pixel_size (layout, NULL, &height);

  return height;
}

/* Two groups in a line, each with its number. */
static char *
dup_lines (const char *code)
{
  g_auto (GStrv) groups = g_strsplit (code, "-", -1);
  GString *lines = g_string_new (NULL);

  for (guint i = 0; groups[i] != NULL; i++)
    {
      g_string_append_printf (lines, "%u  %s%s", i + 1, groups[i], i % 2 == 0 ? "     " : "\n");
      explicit_bzero (groups[i], strlen (groups[i]));
    }

  return g_string_free (lines, FALSE);
}

/**
 * sdm_code_draw:
 * @layout: for @cr, in points
 * @width: of the paper, in points
 *
 * Draws the sheet.
 */
void
sdm_code_draw (cairo_t     *cr,
               PangoLayout *layout,
               double       width,
               const char  *code)
{
  char  *lines = dup_lines (code);
  double top = MARGIN;

  pango_layout_set_width (layout, (int) ((width - 2 * MARGIN) * PANGO_SCALE));
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  top += draw_text (cr, layout, top, "Inter", HEAD_SIZE, _ ("Evenhand: recovery code")) + 24;
  top += draw_text (cr, layout, top, "monospace", CODE_SIZE, lines) + 24;
  draw_text (cr, layout, top, "Inter", WORDS_SIZE,
             _ ("This code opens the patients’ records of this practice when every passphrase is lost. "
                "Keep it in a safe, apart from the computer, and make no other copy. "
                "When it was used, make a new one and destroy this sheet."));
  wipe (lines, NULL);
}

static void
draw_page_cb (GtkPrintOperation *operation,
              GtkPrintContext   *context,
              int                number,
              gpointer           user_data)
{
  g_autoptr (PangoLayout) layout = gtk_print_context_create_pango_layout (context);

  sdm_code_draw (gtk_print_context_get_cairo_context (context), layout, gtk_print_context_get_width (context), user_data);
}

/**
 * sdm_code_print:
 * @code: a recovery code
 * @window: where the dialog belongs
 *
 * Asks for a printer and prints. The name of the job does not tell the code.
 */
void
sdm_code_print (const char *code,
                GtkWindow  *window)
{
  g_autoptr (GtkPrintOperation) operation = gtk_print_operation_new ();

  gtk_print_operation_set_job_name (operation, "evenhand-code");
  gtk_print_operation_set_n_pages (operation, 1);
  gtk_print_operation_set_use_full_page (operation, TRUE);
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_allow_async (operation, TRUE);
  g_signal_connect_data (operation, "draw-page", G_CALLBACK (draw_page_cb), g_strdup (code), wipe, 0);
  gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG, window, NULL);
}
