/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-record-page.h"

#include <glib/gi18n.h>

#include "sdm-clipboard.h"
#include "sdm-differences.h"
#include "sdm-gp-copy.h"
#include "sdm-record-closing.h"
#include "sdm-record-parts.h"
#include "sdm-record-versions.h"
#include "sdm-record-words.h"
#include "sdm-window-private.h"

/**
 * SdmRecordPage:
 *
 * One finished record: whose it is, what it is worth, what was decided, why and what happens next, and
 * every version of it, with what changed in it. It is never changed; its letter and its pages can be read and
 * printed again, and it can be followed by another version.
 *
 * ## Accessibility
 *
 * It is named by the person whose record it is. What it is worth is said in words, before what it says.
 */
struct _SdmRecordPage
{
  AdwBin parent_instance;

  SdmWindow       *window; /* not owned: it owns this */
  SdmContext      *context;
  SdmRecordHead   *head; /* of the last version */
  SdmConsultation *consultation;
  GPtrArray       *versions; /* of SdmRecordHead, the first one first */

  GtkWidget *first;       /* takes the focus */
  GtkWidget *differences; /* between two versions, when they were asked for */
};

G_DEFINE_FINAL_TYPE (SdmRecordPage, sdm_record_page, ADW_TYPE_BIN)

static SdmRecordStore *
get_store (SdmRecordPage *self)
{
  return sdm_context_get_store (self->context, sdm_session_get_kind (self->consultation));
}

/* Callbacks */

static void
letter_cb (SdmRecordPage *self)
{
  sdm_window_open_from_record (self->window, self->consultation, SDM_STEP_LETTER);
}

static void
pages_cb (SdmRecordPage *self)
{
  sdm_window_open_from_record (self->window, self->consultation, SDM_STEP_START);
}

static void
copy_cb (SdmRecordPage *self)
{
  g_autofree char *said = sdm_gp_copy (GTK_WIDGET (self), self->consultation, get_store (self), SDM_CLIPBOARD_SECONDS);

  sdm_window_say (self->window, said);
}

static void
events_cb (SdmRecordPage *self)
{
  sdm_window_show_events (self->window, self->head->patient_id, self->head->id);
}

static void
amend_cb (SdmRecordPage *self)
{
  sdm_window_amend_record (self->window, self->consultation);
}

static void
go_on_cb (SdmRecordPage *self)
{
  sdm_window_resume (self->window, sdm_session_get_kind (self->consultation), self->head->id);
}

static void
thrown_away_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr (SdmRecordPage) self = user_data;
  g_autoptr (SdmRecordHead) head = NULL;
  g_autoptr (GBytes) body = NULL;
  g_autoptr (GError) error = NULL;

  sdm_record_store_discard_draft_finish (SDM_RECORD_STORE (source), result, &head, &body, &error);
  if (self->context == NULL || gtk_widget_get_root (GTK_WIDGET (self)) == NULL)
    return;
  sdm_window_say (self->window, error != NULL ? error->message : _ ("The amendment was thrown away. The record is as it was."));
  sdm_window_show_record (self->window, sdm_session_get_kind (self->consultation), self->head->id);
}

static void
throw_away_answered_cb (SdmRecordPage *self,
                        const char    *response)
{
  if (g_strcmp0 (response, "throw") == 0)
    sdm_record_store_discard_draft_async (get_store (self), self->head->id, NULL, thrown_away_cb, g_object_ref (self));
}

static void
throw_away_cb (SdmRecordPage *self)
{
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (self->window), _ ("Throw the amendment away?"),
                                                                            _ ("What was changed and not kept is gone then. The finished record stays as it is."));

  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "close", _ ("Leave it"), "throw", _ ("Throw it away"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "throw", ADW_RESPONSE_DESTRUCTIVE);
  g_signal_connect_object (dialog, "response", G_CALLBACK (throw_away_answered_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

/* Older versions */

typedef struct
{
  SdmRecordPage   *page;
  guint            version;
  gboolean         compares; /* with the one before it; otherwise its pages are opened */
  SdmConsultation *after;    /* nullable: the one that is compared */
} Looking;

static void
free_looking (Looking *looking)
{
  g_clear_object (&looking->page);
  g_clear_object (&looking->after);
  g_free (looking);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Looking, free_looking)

static void version_loaded_cb (GObject      *source,
                               GAsyncResult *result,
                               gpointer      user_data);

static void
load_version (Looking *looking,
              guint    version)
{
  SdmRecordPage *self = looking->page;

  sdm_record_store_load_version_async (get_store (self), self->head->id, version, NULL, version_loaded_cb, looking);
}

static void
show_differences (SdmRecordPage   *self,
                  guint            version,
                  SdmConsultation *before,
                  SdmConsultation *after)
{
  /* Translators: %u is the number of a version */
  g_autofree char *title = g_strdup_printf (_ ("What changed in version %u"), version);
  GtkWidget       *content;

  sdm_ui_clear (self->differences);
  gtk_box_append (GTK_BOX (self->differences), sdm_ui_card (title, &content));
  gtk_box_append (GTK_BOX (content), sdm_differences_new_list (before, after));
  gtk_widget_set_visible (self->differences, TRUE);
  sdm_ui_scroll_to (self->differences);
}

static void
version_loaded_cb (GObject      *source,
                   GAsyncResult *result,
                   gpointer      user_data)
{
  g_autoptr (Looking) looking = user_data;
  SdmRecordPage *self = looking->page;
  g_autoptr (SdmRecordHead) head = NULL;
  g_autoptr (GBytes) body = NULL;
  g_autoptr (SdmConsultation) consultation = NULL;
  g_autoptr (GError) error = NULL;

  if (sdm_record_store_load_version_finish (SDM_RECORD_STORE (source), result, &head, &body, &error))
    consultation = sdm_consultation_new_from_bytes (body, head->id, &error);
  if (self->context == NULL || gtk_widget_get_root (GTK_WIDGET (self)) == NULL)
    return;
  if (consultation == NULL)
    sdm_window_say (self->window, error->message);
  else if (!looking->compares)
    sdm_window_open_from_record (self->window, consultation, SDM_STEP_START);
  else if (looking->after != NULL)
    show_differences (self, looking->version, consultation, looking->after);
  else
    {
      const guint before = looking->version - 1;

      looking->after = g_steal_pointer (&consultation);
      load_version (g_steal_pointer (&looking), before);
    }
}

static void
look_at_version (GtkWidget     *button,
                 SdmRecordPage *self,
                 gboolean       compares)
{
  Looking *looking = g_new0 (Looking, 1);

  looking->page = g_object_ref (self);
  looking->version = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "version"));
  looking->compares = compares;
  load_version (looking, looking->version);
}

static void
compare_cb (GtkWidget     *button,
            SdmRecordPage *self)
{
  look_at_version (button, self, TRUE);
}

static void
read_cb (GtkWidget     *button,
         SdmRecordPage *self)
{
  look_at_version (button, self, FALSE);
}

/* Parts */

static GtkWidget *
append_button (SdmRecordPage *self,
               GtkWidget     *box,
               const char    *label,
               const char    *icon_name,
               GCallback      clicked)
{
  GtkWidget *button = sdm_ui_button (label, icon_name);

  gtk_widget_set_halign (button, GTK_ALIGN_START);
  g_signal_connect_swapped (button, "clicked", clicked, self);
  gtk_box_append (GTK_BOX (box), button);

  return button;
}

static GtkWidget *
make_uses (SdmRecordPage *self)
{
  GtkWidget *content;
  GtkWidget *card = sdm_ui_card (_ ("Read and use"), &content);

  self->first = append_button (self, content, _ ("Read or print the letter"), "ev-printer-symbolic", G_CALLBACK (letter_cb));
  append_button (self, content, _ ("Copy the text for the GP record"), NULL, G_CALLBACK (copy_cb));
  append_button (self, content, _ ("Look at all pages"), NULL, G_CALLBACK (pages_cb));
  if (self->head->patient_id != NULL)
    append_button (self, content, _ ("Who saw and changed what"), "ev-eye-symbolic", G_CALLBACK (events_cb));

  return card;
}

static const SdmRecordHead *
find_amendment (SdmRecordPage *self)
{
  const SdmRecordHead *last = self->versions->len > 0 ? g_ptr_array_index (self->versions, self->versions->len - 1) : NULL;

  return last != NULL && last->version == 0 ? last : NULL;
}

/* Either there is an amendment to go on with, or one can be begun. */
static GtkWidget *
make_amending (SdmRecordPage *self)
{
  const SdmRecordHead *amendment = find_amendment (self);
  GtkWidget           *content;
  GtkWidget           *card = sdm_ui_card (_ ("Put right or add to it"), &content);
  GtkWidget           *buttons = sdm_ui_wrap (8);

  if (amendment == NULL)
    {
      gtk_box_append (GTK_BOX (content), sdm_ui_label (_ ("The finished record stays. An amendment is a further version, with the reason for it."), "chrome"));
      append_button (self, buttons, _ ("Amend this record"), NULL, G_CALLBACK (amend_cb));
    }
  else
    {
      g_autofree char *text = sdm_record_words_dup_row (amendment);

      gtk_box_append (GTK_BOX (content), sdm_ui_label (text, "chrome-strong"));
      append_button (self, buttons, _ ("Go on with it"), NULL, G_CALLBACK (go_on_cb));
      append_button (self, buttons, _ ("Throw it away"), NULL, G_CALLBACK (throw_away_cb));
    }
  gtk_box_append (GTK_BOX (content), buttons);

  return card;
}

static void
append_version_button (SdmRecordPage *self,
                       GtkWidget     *buttons,
                       const char    *label,
                       const char    *name,
                       guint          version,
                       GCallback      clicked)
{
  GtkWidget *button = sdm_ui_button (label, NULL);

  gtk_widget_add_css_class (button, "flat");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data (G_OBJECT (button), "version", GUINT_TO_POINTER (version));
  g_signal_connect (button, "clicked", clicked, self);
  gtk_box_append (GTK_BOX (buttons), button);
}

static void
append_version (SdmRecordPage       *self,
                GtkWidget           *content,
                const SdmRecordHead *head)
{
  GtkWidget       *row = sdm_ui_column (2);
  GtkWidget       *buttons = sdm_ui_wrap (8);
  g_autofree char *text = sdm_record_words_dup_version (head);
  g_autofree char *read = g_strdup_printf (_ ("Read version %u"), head->version);
  g_autofree char *compare = g_strdup_printf (_ ("What changed in version %u"), head->version);

  gtk_box_append (GTK_BOX (row), sdm_ui_label (text, "chrome-strong"));
  if (head->reason != NULL)
    gtk_box_append (GTK_BOX (row), sdm_ui_label (head->reason, "chrome"));
  if (head->version > 1)
    append_version_button (self, buttons, _ ("What changed"), compare, head->version, G_CALLBACK (compare_cb));
  if (head->version < self->head->version)
    append_version_button (self, buttons, _ ("Read it"), read, head->version, G_CALLBACK (read_cb));
  gtk_box_append (GTK_BOX (row), buttons);
  gtk_box_append (GTK_BOX (content), row);
}

static GtkWidget *
make_versions (SdmRecordPage *self)
{
  GtkWidget *content;
  GtkWidget *card = sdm_ui_card (_ ("Versions"), &content);

  for (guint i = 0; i < self->versions->len; i++)
    {
      const SdmRecordHead *head = g_ptr_array_index (self->versions, i);

      if (head->version > 0)
        append_version (self, content, head);
    }

  return card;
}

static void
build (SdmRecordPage *self)
{
  GtkWidget *page;
  GtkWidget *left;
  GtkWidget *right;

  adw_bin_set_child (ADW_BIN (self), sdm_record_parts_new_page (self->consultation, &page));
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_RELATION_LABELLED_BY,
                                  gtk_widget_get_first_child (page), NULL, -1);
  gtk_box_append (GTK_BOX (page), sdm_record_parts_new_head (self->head, self->consultation));
  gtk_box_append (GTK_BOX (page), sdm_ui_columns (3, 2, &left, &right));
  gtk_box_append (GTK_BOX (left), sdm_record_parts_new_summary (self->consultation));
  self->differences = sdm_ui_column (0);
  gtk_widget_set_visible (self->differences, FALSE);
  gtk_box_append (GTK_BOX (left), self->differences);
  gtk_box_append (GTK_BOX (right), make_uses (self));
  if (!sdm_record_words_is_closed (self->head))
    gtk_box_append (GTK_BOX (right), make_amending (self));
  gtk_box_append (GTK_BOX (right), make_versions (self));
  if (!sdm_record_words_is_closed (self->head) && find_amendment (self) == NULL)
    gtk_box_append (GTK_BOX (right), sdm_record_closing_new (self->window, self->context, self->head, self->consultation));
}

static void
map_cb (SdmRecordPage *self)
{
  gtk_widget_grab_focus (self->first);
}

/* GObject */

static void
sdm_record_page_dispose (GObject *object)
{
  SdmRecordPage *self = SDM_RECORD_PAGE (object);

  g_clear_pointer (&self->head, sdm_record_head_free);
  g_clear_pointer (&self->versions, g_ptr_array_unref);
  g_clear_object (&self->consultation);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (sdm_record_page_parent_class)->dispose (object);
}

static void
sdm_record_page_class_init (SdmRecordPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sdm_record_page_dispose;
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
sdm_record_page_init (SdmRecordPage *self)
{
  g_signal_connect (self, "map", G_CALLBACK (map_cb), NULL);
}

/* Public API */

/**
 * sdm_record_page_new:
 * @head: of the last version
 * @consultation: the last version
 * @versions: (element-type SdmRecordHead): as sdm_record_store_list_versions() gives them
 */
GtkWidget *
sdm_record_page_new (SdmWindow           *window,
                     SdmContext          *context,
                     const SdmRecordHead *head,
                     SdmConsultation     *consultation,
                     GPtrArray           *versions)
{
  SdmRecordPage *self = g_object_new (SDM_TYPE_RECORD_PAGE, NULL);

  self->window = window;
  self->context = g_object_ref (context);
  self->head = sdm_record_head_copy (head);
  self->consultation = g_object_ref (consultation);
  self->versions = g_ptr_array_ref (versions);
  build (self);

  return GTK_WIDGET (self);
}
