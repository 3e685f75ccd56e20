/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bench-support.h"
#include "letter-example.h"
#include "letter-reference.h"

/* A two-page letter as a tagged PDF in memory, against the same text set by cairo and Pango. One was made before, so
 * that the fonts are known to both. */

#define LETTERS 10
#define MOST_MS 25

static gsize
write_ours (SdmLetterDocument *document,
            guint             *n_pages)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = sdm_letter_render_pdf (document, SDM_LETTER_EDITION_DEFAULT, n_pages, &error);

  if (bytes == NULL)
    g_error ("%s", error->message);

  return g_bytes_get_size (bytes);
}

/* As much of the letter of the design, without its enclosure, as stands on two pages. */
static SdmLetterDocument *
make_document (void)
{
  SdmLetterDocument *document = letter_example_new ();
  guint              n_pages = 0;

  for (guint i = 0; i < document->blocks->len; i++)
    if (((SdmLetterBlock *) g_ptr_array_index (document->blocks, i))->kind == SDM_LETTER_BLOCK_PAGE_BREAK)
      g_ptr_array_set_size (document->blocks, (int) i);
  for (write_ours (document, &n_pages); n_pages > 2; write_ours (document, &n_pages))
    g_ptr_array_set_size (document->blocks, (int) document->blocks->len - 1);

  return document;
}

static gsize
write_reference (LetterReference   *reference,
                 SdmLetterDocument *document)
{
  guint n_pages = 0;
  g_autoptr (GBytes) bytes = letter_reference_write (reference, document, &n_pages);

  if (n_pages != 2)
    g_error ("The reference has %u pages", n_pages);

  return g_bytes_get_size (bytes);
}

int
main (int    argc,
      char **argv)
{
  const BenchArguments arguments = bench_read_arguments (argc, argv);
  const guint          n = bench_count (&arguments, LETTERS);
  g_autoptr (SdmLetterDocument) document = make_document ();
  g_autoptr (LetterReference) reference = letter_reference_new ();
  guint        n_pages = 0;
  const double our_size = (double) write_ours (document, &n_pages);
  const double reference_size = (double) write_reference (reference, document);

  for (guint i = 0; i < arguments.repetitions; i++)
    {
      double ours = 0;
      double theirs = 0;

      for (guint k = 0; k < n; k++)
        {
          const double start = bench_now ();
          double       middle;

          write_ours (document, &n_pages);
          middle = bench_now ();
          write_reference (reference, document);
          ours += middle - start;
          theirs += bench_now () - middle;
        }
      bench_print ("letter-time", ours / n, theirs / n);
      bench_print ("letter-warm", ours / n, MOST_MS);
      bench_print ("letter-size", our_size, reference_size);
    }

  return 0;
}
