/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-letter-preview.h"

#include <gdk/gdk.h>
#include <string.h>

#include "sdm-document-page.h"
#include "sdm-letter-content.h"
#include "sdm-letter-language.h"
#include "sdm-letter.h"
#include "sdm-paper-picture.h"

/* What the worker needs: nothing that the main thread may change meanwhile. */
typedef struct
{
  GBytes        *consultation;
  SdmAid        *aid;
  SdmLetterOrder letter;
} Order;

static void
free_order (gpointer data)
{
  Order *order = data;

  g_bytes_unref (order->consultation);
  g_object_unref (order->aid);
  g_free ((char *) order->letter.language);
  g_clear_object (&order->letter.aid_file);
  g_clear_object (&order->letter.newest_file);
  g_free (order);
}

static void
clear_preview (gpointer data)
{
  SdmLetterPreview *self = data;

  g_clear_pointer (&self->pdf, g_bytes_unref);
  g_clear_pointer (&self->text, g_bytes_unref);
  g_clear_pointer (&self->check, sdm_letter_check_free);
  g_clear_object (&self->pages);
  g_clear_pointer (&self->source, sdm_paper_source_unref);
  g_clear_pointer (&self->copy, sdm_letter_preview_unref);
  g_free (self->language);
  g_free (self->unmet);
  g_free (self->sha256);
}

/* Worker */

static gboolean
is_letter (SdmLetterKind kind)
{
  return kind == SDM_LETTER_KIND_LETTER || kind == SDM_LETTER_KIND_GP_COPY;
}

/* The words of each page. */
typedef struct
{
  char **letter;
  char **copy; /* nullable */
} Texts;

static SdmLetterPreview *
new_preview (const Order *order)
{
  SdmLetterPreview *preview = g_atomic_rc_box_new0 (SdmLetterPreview);

  preview->kind = order->letter.kind;
  preview->format = order->letter.format;

  return preview;
}

static gboolean
finish_preview (SdmLetterPreview  *preview,
                SdmLetterDocument *letter,
                char            ***texts,
                GError           **error)
{
  char *text = sdm_letter_document_to_text (letter);

  preview->text = g_bytes_new_take (text, strlen (text));
  preview->language = g_strdup (sdm_letter_document_get_language (letter));
  preview->n_untranslated = sdm_letter_document_get_n_untranslated (letter);
  sdm_letter_format_apply (&preview->format, letter);
  preview->pdf = sdm_letter_render_pages (letter, preview->format.points, texts, error);
  if (preview->pdf == NULL)
    return FALSE;
  preview->n_pages = g_strv_length (*texts);
  preview->sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, preview->pdf);
  preview->source = sdm_paper_source_new (preview->pdf, error);

  return preview->source != NULL;
}

/* A wish that cannot be met is no reason to make nothing: the paper then is in the language of the record, and
 * says why. */
static gboolean
find_translation (const Order        *order,
                  SdmConsultation    *consultation,
                  SdmLetterPreview   *preview,
                  SdmAidTranslation **translation)
{
  const char *language = order->letter.language;
  g_autoptr (GError) error = NULL;

  if (language == NULL || sdm_letter_language_is_recorded (language, consultation, order->aid))
    return FALSE;
  if (sdm_letter_language_open (language, consultation, order->aid, order->letter.aid_file, translation, &error))
    return TRUE;
  preview->unmet = g_strdup (error->message);

  return FALSE;
}

/* As the record has it. A sheet on which a decision is looked at again tells what is known by now. */
static SdmLetterDocument *
build_recorded (const Order     *order,
                SdmConsultation *consultation,
                GError         **error)
{
  g_autoptr (SdmAid) newest = NULL;

  if (order->letter.kind != SDM_LETTER_KIND_STILL_RIGHT || order->letter.newest_file == NULL)
    return sdm_letter_build_kind (consultation, order->aid, order->letter.kind, error);
  newest = sdm_aid_load (order->letter.newest_file, NULL, NULL);

  return sdm_letter_build_still_right (consultation, order->aid, newest, order->letter.newest_is_approved, error);
}

/* What is looked at is what the words of the letter are made of, before its lines are. A colleague reads what the
 * record says. */
static gboolean
make_letter (const Order      *order,
             SdmLetterPreview *preview,
             Texts            *texts,
             GError          **error)
{
  g_autoptr (SdmConsultation) consultation = sdm_consultation_new_from_bytes (order->consultation, "consultation", error);
  const SdmLetterKind kind = order->letter.kind;
  g_autoptr (SdmLetterDocument) letter = NULL;
  g_autoptr (SdmLetterDocument) copy = NULL;
  g_autoptr (SdmAidTranslation) translation = NULL;
  gboolean is_translated;

  if (consultation == NULL)
    return FALSE;
  is_translated = find_translation (order, consultation, preview, &translation);
  if (is_translated)
    letter = sdm_letter_build_translated (consultation, order->aid, translation, order->letter.language, kind, error);
  else
    letter = build_recorded (order, consultation, error);
  if (letter != NULL && is_translated)
    copy = build_recorded (order, consultation, error);
  if (letter == NULL || (is_translated && copy == NULL))
    return FALSE;

  if (is_letter (kind))
    preview->check = sdm_letter_check_new (consultation, order->aid, copy != NULL ? copy : letter, &order->letter.format);
  if (copy != NULL)
    preview->copy = new_preview (order);

  return finish_preview (preview, letter, &texts->letter, error) && (copy == NULL || finish_preview (preview->copy, copy, &texts->copy, error));
}

static SdmDocumentPage *
read_page (SdmPaperSource *source,
           guint           number,
           const char     *text)
{
  g_autoptr (SdmPaperPicture) picture = sdm_paper_picture_new (source, number);
  double width = 0;
  double height = 0;

  sdm_paper_source_get_size (source, number, &width, &height);

  return sdm_document_page_new (GDK_PAINTABLE (picture), width, height, text);
}

static void
read_pages (SdmPaperSource *source,
            char          **texts,
            GListStore     *pages,
            GCancellable   *cancellable)
{
  const guint n_pages = sdm_paper_source_get_n_pages (source);

  /* Whoever has left the page waits for no more pages. */
  for (guint i = 0; i < n_pages && !g_cancellable_is_cancelled (cancellable); i++)
    {
      g_autoptr (SdmDocumentPage) page = read_page (source, i, texts[i]);

      g_list_store_append (pages, page);
    }
}

/* Always on the same thread: the fonts that a letter needs are looked for once by each thread that makes one, which takes
 * longer than making it. */
static void
make_preview (gpointer data,
              gpointer user_data)
{
  g_autoptr (GTask) task = data;
  const Order  *order = g_task_get_task_data (task);
  GCancellable *cancellable = g_task_get_cancellable (task);
  g_autoptr (SdmLetterPreview) preview = new_preview (order);
  GListStore *pages;
  Texts       texts = { NULL };
  GError     *error = NULL;

  if (!make_letter (order, preview, &texts, &error))
    {
      g_strfreev (texts.letter);
      g_task_return_error (task, error);
      return;
    }
  pages = g_list_store_new (SDM_TYPE_DOCUMENT_PAGE);
  preview->pages = G_LIST_MODEL (pages);
  read_pages (preview->source, texts.letter, pages, cancellable);
  if (preview->copy != NULL)
    read_pages (preview->copy->source, texts.copy, pages, cancellable);
  g_strfreev (texts.letter);
  g_strfreev (texts.copy);
  g_task_return_pointer (task, g_steal_pointer (&preview), (GDestroyNotify) sdm_letter_preview_unref);
}

static GThreadPool *
get_worker (void)
{
  static gsize worker;

  if (g_once_init_enter (&worker))
    g_once_init_leave (&worker, (gsize) g_thread_pool_new (make_preview, NULL, 1, TRUE, NULL));

  return (GThreadPool *) worker;
}

/* Public API */

/**
 * sdm_letter_preview_new_async:
 *
 * Makes the letter, or another paper, from the consultation as it is now and reads its pages back
 * from the very bytes that are saved and printed. Where it is in another language than the record, the
 * clinician's copy is made with it. All the work is done on a thread of its own.
 */
void
sdm_letter_preview_new_async (SdmConsultation      *consultation,
                              SdmAid               *aid,
                              const SdmLetterOrder *letter,
                              GCancellable         *cancellable,
                              GAsyncReadyCallback   callback,
                              gpointer              user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Order *order = g_new0 (Order, 1);

  order->consultation = sdm_consultation_to_bytes (consultation);
  order->aid = g_object_ref (aid);
  order->letter = *letter;
  order->letter.language = g_strdup (letter->language);
  if (letter->aid_file != NULL)
    g_object_ref (letter->aid_file);
  if (letter->newest_file != NULL)
    g_object_ref (letter->newest_file);
  g_task_set_source_tag (task, sdm_letter_preview_new_async);
  g_task_set_task_data (task, order, free_order);
  g_thread_pool_push (get_worker (), g_steal_pointer (&task), NULL);
}

/**
 * sdm_letter_preview_new_finish:
 *
 * Returns: (transfer full): the letter, or NULL with @error set
 */
SdmLetterPreview *
sdm_letter_preview_new_finish (GAsyncResult *result,
                               GError      **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, sdm_letter_preview_new_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * sdm_letter_preview_take_over:
 * @former: what was shown before
 *
 * Shows the pages of @former until these are drawn, so that typing does not make the letter flash.
 */
void
sdm_letter_preview_take_over (SdmLetterPreview *self,
                              SdmLetterPreview *former)
{
  const guint n = MIN (self->n_pages, MIN (g_list_model_get_n_items (self->pages), former->n_pages));

  for (guint i = 0; self->kind == former->kind && i < n; i++)
    {
      g_autoptr (SdmDocumentPage) page = g_list_model_get_item (self->pages, i);
      g_autoptr (SdmDocumentPage) old = g_list_model_get_item (former->pages, i);

      sdm_paper_picture_take_over (SDM_PAPER_PICTURE (sdm_document_page_get_picture (page)), SDM_PAPER_PICTURE (sdm_document_page_get_picture (old)));
    }
}

SdmLetterPreview *
sdm_letter_preview_ref (SdmLetterPreview *self)
{
  return g_atomic_rc_box_acquire (self);
}

void
sdm_letter_preview_unref (SdmLetterPreview *self)
{
  g_atomic_rc_box_release_full (self, clear_preview);
}
