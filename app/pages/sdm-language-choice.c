/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-language-choice.h"

#include <glib/gi18n.h>

#include "sdm-language.h"
#include "sdm-letter-language.h"

/**
 * SdmLanguageChoice:
 *
 * The language of a paper: that of the record, and those into which both the program and the aid are translated. Not
 * seen where there is but one.
 *
 * ## Signals
 *
 * `changed` when another language was chosen; `known` once, when it is known which there are.
 */
struct _SdmLanguageChoice
{
  AdwBin parent_instance;

  SdmPage      *page; /* weak, nullable: it is gone before an answer comes */
  GtkWidget    *drop_down;
  GCancellable *cancellable;
  char        **languages; /* owned, nullable: apart from that of the record; %NULL until they are known */
  char         *language;  /* owned, nullable: what is chosen; %NULL for that of the record */
  gboolean      showing;
};

G_DEFINE_FINAL_TYPE (SdmLanguageChoice, sdm_language_choice, ADW_TYPE_BIN)

enum
{
  SIGNAL_CHANGED,
  SIGNAL_KNOWN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* Which there are: read from files, off the main thread */

typedef struct
{
  GBytes *consultation;
  SdmAid *aid;
  GFile  *aid_file; /* nullable */
} Question;

static void
free_question (gpointer data)
{
  Question *question = data;

  g_bytes_unref (question->consultation);
  g_clear_object (&question->aid);
  g_clear_object (&question->aid_file);
  g_free (question);
}

static void
look (GTask        *task,
      gpointer      source,
      gpointer      task_data,
      GCancellable *cancellable)
{
  Question *question = task_data;
  GError   *error = NULL;
  g_autoptr (SdmConsultation) consultation = sdm_consultation_new_from_bytes (question->consultation, "consultation", &error);

  if (consultation == NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, sdm_letter_language_list (consultation, question->aid, question->aid_file), (GDestroyNotify) g_strfreev);
}

static guint
find_position (SdmLanguageChoice *self,
               const char        *language)
{
  for (guint i = 0; language != NULL && self->languages != NULL && self->languages[i] != NULL; i++)
    if (sdm_language_is_same (self->languages[i], language))
      return i + 1;

  return 0;
}

static void
name_choice (SdmLanguageChoice *self)
{
  GtkStringObject *chosen = gtk_drop_down_get_selected_item (GTK_DROP_DOWN (self->drop_down));
  /* Translators: which language is chosen: "Language of the paper: Polski (Polish)" */
  g_autofree char *name = g_strdup_printf (_ ("Language of the paper: %s"), chosen != NULL ? gtk_string_object_get_string (chosen) : "");

  /* The button inside takes the focus. */
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_first_child (self->drop_down)), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
show (SdmLanguageChoice *self)
{
  self->showing = TRUE;
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->drop_down), find_position (self, self->language));
  self->showing = FALSE;
  name_choice (self);
}

static void
known_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  SdmLanguageChoice *self = SDM_LANGUAGE_CHOICE (source);
  g_autoptr (GError) error = NULL;
  g_autoptr (GtkStringList) names = NULL;
  g_autofree char *own = NULL;
  char           **languages = g_task_propagate_pointer (G_TASK (result), &error);

  if (languages == NULL)
    {
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        g_message ("%s", error->message);
      return;
    }

  self->languages = languages;
  if (self->page == NULL)
    return;
  names = gtk_string_list_new (NULL);
  own = sdm_language_dup_name (sdm_aid_get_language (sdm_page_get_aid (self->page)));
  gtk_string_list_append (names, own);
  for (guint i = 0; languages[i] != NULL; i++)
    gtk_string_list_take (names, sdm_language_dup_name (languages[i]));
  self->showing = TRUE;
  gtk_drop_down_set_model (GTK_DROP_DOWN (self->drop_down), G_LIST_MODEL (names));
  show (self);
  gtk_widget_set_visible (GTK_WIDGET (self), languages[0] != NULL);
  g_signal_emit (self, signals[SIGNAL_KNOWN], 0);
}

static void
ask (SdmLanguageChoice *self)
{
  g_autoptr (GTask) task = g_task_new (self, self->cancellable, known_cb, NULL);
  Question *question = g_new0 (Question, 1);

  question->consultation = sdm_consultation_to_bytes (sdm_page_get_consultation (self->page));
  question->aid = g_object_ref (sdm_page_get_aid (self->page));
  g_set_object (&question->aid_file, sdm_language_choice_find_aid_file (self->page));
  g_task_set_task_data (task, question, free_question);
  g_task_run_in_thread (task, look);
}

/* Callbacks */

static void
selected_cb (SdmLanguageChoice *self)
{
  const guint position = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->drop_down));

  if (self->showing || self->languages == NULL || position > g_strv_length (self->languages))
    return;
  g_free (self->language);
  self->language = position > 0 ? g_strdup (self->languages[position - 1]) : NULL;
  name_choice (self);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

/* GObject */

static void
sdm_language_choice_dispose (GObject *object)
{
  g_cancellable_cancel (SDM_LANGUAGE_CHOICE (object)->cancellable);

  G_OBJECT_CLASS (sdm_language_choice_parent_class)->dispose (object);
}

static void
sdm_language_choice_finalize (GObject *object)
{
  SdmLanguageChoice *self = SDM_LANGUAGE_CHOICE (object);

  g_clear_weak_pointer (&self->page);
  g_clear_object (&self->cancellable);
  g_strfreev (self->languages);
  g_free (self->language);

  G_OBJECT_CLASS (sdm_language_choice_parent_class)->finalize (object);
}

static void
sdm_language_choice_class_init (SdmLanguageChoiceClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sdm_language_choice_dispose;
  G_OBJECT_CLASS (klass)->finalize = sdm_language_choice_finalize;
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                          NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_KNOWN] = g_signal_new ("known", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                        NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
sdm_language_choice_init (SdmLanguageChoice *self)
{
  self->cancellable = g_cancellable_new ();
  self->drop_down = gtk_drop_down_new (NULL, NULL);
  adw_bin_set_child (ADW_BIN (self), self->drop_down);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  g_signal_connect_object (self->drop_down, "notify::selected", G_CALLBACK (selected_cb), self, G_CONNECT_SWAPPED);
}

/* Public API */

/**
 * sdm_language_choice_new:
 * @page: the page that it belongs to
 *
 * Returns: (transfer full): a choice that is seen as soon as it is known that there is one
 */
GtkWidget *
sdm_language_choice_new (SdmPage *page)
{
  SdmLanguageChoice *self = g_object_new (SDM_TYPE_LANGUAGE_CHOICE, NULL);

  g_set_weak_pointer (&self->page, page);
  ask (self);

  return GTK_WIDGET (self);
}

/**
 * sdm_language_choice_get_language:
 *
 * Returns: (nullable): what was chosen or set; %NULL for the language of the record
 */
const char *
sdm_language_choice_get_language (SdmLanguageChoice *self)
{
  g_return_val_if_fail (SDM_IS_LANGUAGE_CHOICE (self), NULL);

  return self->language;
}

/**
 * sdm_language_choice_set_language:
 * @language: (nullable): a language, also one that cannot be had; %NULL for that of the record
 *
 * Emits nothing.
 */
void
sdm_language_choice_set_language (SdmLanguageChoice *self,
                                  const char        *language)
{
  g_return_if_fail (SDM_IS_LANGUAGE_CHOICE (self));

  if (g_strcmp0 (self->language, language) == 0)
    return;
  g_free (self->language);
  self->language = g_strdup (language);
  show (self);
}

/**
 * sdm_language_choice_is_known:
 *
 * Returns: whether it is known which languages there are
 */
gboolean
sdm_language_choice_is_known (SdmLanguageChoice *self)
{
  g_return_val_if_fail (SDM_IS_LANGUAGE_CHOICE (self), FALSE);

  return self->languages != NULL;
}

/**
 * sdm_language_choice_has_choice:
 *
 * Returns: whether there is more than the language of the record, as far as is known
 */
gboolean
sdm_language_choice_has_choice (SdmLanguageChoice *self)
{
  g_return_val_if_fail (SDM_IS_LANGUAGE_CHOICE (self), FALSE);

  return self->languages != NULL && self->languages[0] != NULL;
}

/**
 * sdm_language_choice_offers:
 *
 * Returns: whether a paper can be had in @language, apart from that of the record
 */
gboolean
sdm_language_choice_offers (SdmLanguageChoice *self,
                            const char        *language)
{
  g_return_val_if_fail (SDM_IS_LANGUAGE_CHOICE (self), FALSE);

  return find_position (self, language) > 0;
}

/**
 * sdm_language_choice_find_aid_file:
 *
 * Returns: (transfer none) (nullable): where the aid of a talk lies, with its translations beside it
 */
GFile *
sdm_language_choice_find_aid_file (SdmPage *page)
{
  SdmAid     *aid = sdm_page_get_aid (page);
  SdmContext *context = sdm_session_get_context (sdm_page_get_session (page));

  return sdm_aid_library_find_aid (sdm_context_get_library (context), sdm_aid_get_id (aid), sdm_aid_get_version (aid));
}
