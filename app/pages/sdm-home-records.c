/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-home-private.h"

#include <glib/gi18n.h>

#include "sdm-consultation.h"
#include "sdm-record-practice.h"
#include "sdm-record-words.h"
#include "sdm-ui.h"
#include "sdm-window-private.h"

/**
 * SdmHomeRecords:
 *
 * What was left and what was finished, of practice or of real patients: each opens
 * where it was left. A draft can be taken out, and put back for a moment.
 */
struct _SdmHomeRecords
{
  GtkBox parent_instance;

  SdmWindow         *window; /* not owned: it owns this */
  SdmContext        *context;
  SdmRecordStoreKind kind;

  GtkWidget  *whose;       /* nullable: of practice: whose is shown */
  GtkWidget  *whose_place; /* where several could be meant */
  GHashTable *trainees;    /* of practice: id to who practised; others have no talk */
  gboolean    is_filling;

  GtkWidget *drafts;
  GtkWidget *finished;
  GtkWidget *finished_card;
  GPtrArray *taken_out; /* of Discarded, not owned: what can be put back */
};

G_DEFINE_FINAL_TYPE (SdmHomeRecords, sdm_home_records, GTK_TYPE_BOX)

/* The store, or NULL where it is not for anybody to see now. */
static SdmRecordStore *
get_store (SdmHomeRecords *self)
{
  if (self->context == NULL || (self->kind == SDM_RECORD_STORE_REAL && sdm_context_get_person (self->context) == NULL))
    return NULL;

  return sdm_context_get_store (self->context, self->kind);
}

static void
draft_clicked_cb (GtkWidget      *row,
                  SdmHomeRecords *self)
{
  sdm_window_resume (self->window, self->kind, g_object_get_data (G_OBJECT (row), "id"));
}

static void
finished_clicked_cb (GtkWidget      *row,
                     SdmHomeRecords *self)
{
  sdm_window_show_record (self->window, self->kind, g_object_get_data (G_OBJECT (row), "id"));
}

/* Taking out, and putting back */

typedef struct
{
  SdmHomeRecords *list;
  SdmRecordHead  *head; /* nullable: not to be put back any more */
  GBytes         *body;
  AdwToast       *toast; /* not owned: it owns this */
} Discarded;

static void
forget (Discarded *discarded)
{
  g_clear_pointer (&discarded->head, sdm_record_head_free);
  g_clear_pointer (&discarded->body, g_bytes_unref);
}

static void
free_discarded (gpointer  data,
                GClosure *closure)
{
  Discarded *discarded = data;

  forget (discarded);
  if (discarded->list->taken_out != NULL)
    g_ptr_array_remove (discarded->list->taken_out, discarded);
  g_clear_object (&discarded->list);
  g_free (discarded);
}

static void
put_back_done_cb (GObject      *source,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  g_autoptr (SdmHomeRecords) self = user_data;
  g_autoptr (GError) error = NULL;

  if (!sdm_record_store_save_draft_finish (SDM_RECORD_STORE (source), result, &error) && self->context != NULL)
    sdm_window_say (self->window, error->message);
  sdm_home_records_refresh (self);
}

static void
put_back_cb (AdwToast  *toast,
             Discarded *discarded)
{
  SdmRecordStore *store = get_store (discarded->list);

  if (store != NULL && discarded->head != NULL)
    sdm_record_store_save_draft_async (store, discarded->head, discarded->body,
                                       NULL, put_back_done_cb, g_object_ref (discarded->list));
}

static void
discarded_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (SdmHomeRecords) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (SdmRecordHead) head = NULL;
  g_autoptr (GBytes) body = NULL;
  Discarded *discarded;

  if (!sdm_record_store_discard_draft_finish (SDM_RECORD_STORE (source), result, &head, &body, &error) || get_store (self) == NULL)
    {
      if (self->context != NULL && error != NULL)
        sdm_window_say (self->window, error->message);
      return;
    }

  discarded = g_new0 (Discarded, 1);
  discarded->list = g_object_ref (self);
  discarded->head = g_steal_pointer (&head);
  discarded->body = g_steal_pointer (&body);
  discarded->toast = adw_toast_new (_ ("Taken out"));
  adw_toast_set_timeout (discarded->toast, 6);
  adw_toast_set_button_label (discarded->toast, _ ("Undo"));
  g_signal_connect_data (discarded->toast, "button-clicked", G_CALLBACK (put_back_cb), discarded, free_discarded, 0);
  g_ptr_array_add (self->taken_out, discarded);
  sdm_window_add_toast (self->window, discarded->toast);
  sdm_home_records_refresh (self);
}

static void
discard_clicked_cb (GtkWidget      *button,
                    SdmHomeRecords *self)
{
  SdmRecordStore *store = get_store (self);

  if (store != NULL)
    sdm_record_store_discard_draft_async (store, g_object_get_data (G_OBJECT (button), "id"), NULL, discarded_cb, g_object_ref (self));
}

/* Lists */

/* What is not finished is provisional, and says so. */
static char *
dup_where_left (const SdmRecordHead *head)
{
  g_autofree char *when = sdm_record_words_dup_time (head->changed);
  SdmStep          step;

  if (!sdm_step_from_id (head->step, &step))
    return sdm_record_words_dup_row (head);

  /* Translators: what it is worth, the name of a step, a day and time: "Provisional, not finished: left at Options, 24 November 2026, 10:42" */
  return g_strdup_printf (_ ("%s: left at %s, %s"), sdm_record_words_get_status (head), sdm_step_get_title (step), when);
}

static GtkWidget *
make_record_row (SdmHomeRecords      *self,
                 const SdmRecordHead *head)
{
  g_autofree char *line = head->version > 0 ? sdm_record_words_dup_row (head) : dup_where_left (head);
  const char      *trainee = g_hash_table_lookup (self->trainees, head->id);
  g_autofree char *detail = NULL;
  GtkWidget       *row;

  if (trainee != NULL)
    /* Translators: who practised, and how far that came: "Ann Lee · Provisional, not finished: left at Options, 24 November 2026, 10:42" */
    detail = g_strdup_printf (_ ("%s · %s"), trainee, line);
  else
    detail = g_steal_pointer (&line);
  row = sdm_home_row_new (head->patient != NULL && *head->patient != '\0' ? head->patient : _ ("No name yet"), detail, head->aid_id == NULL ? _ ("A blank page for two") : NULL);
  sdm_home_row_set_id (row, head->id);
  g_signal_connect (row, "clicked", head->version > 0 ? G_CALLBACK (finished_clicked_cb) : G_CALLBACK (draft_clicked_cb), self);

  return row;
}

/* Each trainee's own where somebody is chosen; what was no talk is everybody's. */
static gboolean
is_shown (SdmHomeRecords      *self,
          const SdmRecordHead *head)
{
  const char      *trainee = g_hash_table_lookup (self->trainees, head->id);
  g_autofree char *whose = g_settings_get_string (sdm_context_get_settings (self->context), "practice-shown-for");
  g_autofree char *wanted = sdm_record_practice_fold_name (whose);
  g_autofree char *theirs = sdm_record_practice_fold_name (trainee != NULL ? trainee : "");

  return self->kind == SDM_RECORD_STORE_REAL || *wanted == '\0' || !gtk_widget_get_visible (self->whose_place) || g_str_equal (wanted, theirs);
}

static guint
show_records (SdmHomeRecords *self,
              GtkWidget      *list,
              GPtrArray      *heads,
              gboolean        can_discard)
{
  guint n_shown = 0;

  sdm_ui_clear (list);
  for (guint i = 0; i < heads->len; i++)
    {
      const SdmRecordHead *head = g_ptr_array_index (heads, i);
      GtkWidget           *line;

      if (!is_shown (self, head))
        continue;
      n_shown++;
      line = sdm_ui_row (4);
      gtk_box_append (GTK_BOX (line), make_record_row (self, head));
      if (can_discard)
        {
          GtkWidget *discard = sdm_ui_icon_button ("ev-bin-symbolic", _ ("Take out"));

          sdm_home_row_set_id (discard, head->id);
          g_signal_connect (discard, "clicked", G_CALLBACK (discard_clicked_cb), self);
          gtk_box_append (GTK_BOX (line), discard);
        }
      gtk_box_append (GTK_BOX (list), line);
    }

  return n_shown;
}

/* Real records that cannot be listed are not missed in silence; for practice, the page says so by itself. */
static void
show_failure (SdmHomeRecords *self,
              const GError   *error)
{
  if (self->kind != SDM_RECORD_STORE_REAL)
    return;
  sdm_ui_clear (self->drafts);
  sdm_home_show_empty (self->drafts, error->message);
}

static void
drafts_listed_cb (GObject      *source,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  g_autoptr (SdmHomeRecords) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) heads = sdm_record_store_list_drafts_finish (SDM_RECORD_STORE (source), result, &error);

  if (get_store (self) == NULL)
    return;
  if (heads == NULL)
    {
      show_failure (self, error);
      return;
    }
  if (show_records (self, self->drafts, heads, TRUE) == 0)
    sdm_home_show_empty (self->drafts, _ ("No drafts. Nothing is waiting for you."));
}

static void
finished_listed_cb (GObject      *source,
                    GAsyncResult *result,
                    gpointer      user_data)
{
  g_autoptr (SdmHomeRecords) self = user_data;
  g_autoptr (GPtrArray) heads = sdm_record_store_list_finished_finish (SDM_RECORD_STORE (source), result, NULL);

  if (heads == NULL || get_store (self) == NULL)
    return;
  gtk_widget_set_visible (self->finished_card, show_records (self, self->finished, heads, FALSE) > 0);
}

/* Whose practice */

static void
list_records (SdmHomeRecords *self,
              SdmRecordStore *store)
{
  sdm_record_store_list_drafts_async (store, NULL, drafts_listed_cb, g_object_ref (self));
  sdm_record_store_list_finished_async (store, NULL, finished_listed_cb, g_object_ref (self));
}

static void
whose_chosen_cb (SdmHomeRecords *self)
{
  const guint place = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->whose));
  GListModel *names = gtk_drop_down_get_model (GTK_DROP_DOWN (self->whose));

  if (self->is_filling || get_store (self) == NULL || names == NULL)
    return;
  g_settings_set_string (sdm_context_get_settings (self->context), "practice-shown-for",
                         place > 0 ? gtk_string_list_get_string (GTK_STRING_LIST (names), place) : "");
  list_records (self, get_store (self));
}

/* It takes a while to make, and most computers have one person who practises. */
static void
ensure_whose (SdmHomeRecords *self)
{
  if (self->whose != NULL)
    return;
  self->whose = gtk_drop_down_new (NULL, NULL);
  g_signal_connect_swapped (self->whose, "notify::selected", G_CALLBACK (whose_chosen_cb), self);
  gtk_box_append (GTK_BOX (self->whose_place), sdm_ui_field (_ ("Whose practice"), self->whose));
}

/* The names as they were written last; each person once. */
static void
show_whose (SdmHomeRecords *self,
            GPtrArray      *kept)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autofree char *whose = g_settings_get_string (sdm_context_get_settings (self->context), "practice-shown-for");
  g_autofree char *wanted = sdm_record_practice_fold_name (whose);
  guint            selected = 0;

  gtk_string_list_append (names, _ ("Everybody’s"));
  for (guint i = 0; i < kept->len; i++)
    {
      const SdmRecordPractice *practice = g_ptr_array_index (kept, i);
      char                    *folded;

      if (practice->trainee == NULL)
        continue;
      g_hash_table_replace (self->trainees, g_strdup (practice->id), g_strdup (practice->trainee));
      folded = sdm_record_practice_fold_name (practice->trainee);
      if (!g_hash_table_add (seen, folded))
        continue;
      gtk_string_list_append (names, practice->trainee);
      if (g_str_equal (folded, wanted))
        selected = g_list_model_get_n_items (G_LIST_MODEL (names)) - 1;
    }
  gtk_widget_set_visible (self->whose_place, g_hash_table_size (seen) > 1);
  if (g_hash_table_size (seen) < 2)
    return;
  ensure_whose (self);
  self->is_filling = TRUE;
  gtk_drop_down_set_model (GTK_DROP_DOWN (self->whose), G_LIST_MODEL (names));
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->whose), selected);
  self->is_filling = FALSE;
}

static void
practice_listed_cb (GObject      *source,
                    GAsyncResult *result,
                    gpointer      user_data)
{
  g_autoptr (SdmHomeRecords) self = user_data;
  g_autoptr (GPtrArray) kept = sdm_record_store_list_practice_finish (SDM_RECORD_STORE (source), result, NULL);

  if (get_store (self) == NULL)
    return;
  g_hash_table_remove_all (self->trainees);
  if (kept != NULL)
    show_whose (self, kept);
  list_records (self, SDM_RECORD_STORE (source));
}

/* GObject */

static void
sdm_home_records_dispose (GObject *object)
{
  SdmHomeRecords *self = SDM_HOME_RECORDS (object);

  g_clear_object (&self->context);
  g_clear_pointer (&self->taken_out, g_ptr_array_unref);
  g_clear_pointer (&self->trainees, g_hash_table_unref);

  G_OBJECT_CLASS (sdm_home_records_parent_class)->dispose (object);
}

static void
sdm_home_records_class_init (SdmHomeRecordsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sdm_home_records_dispose;
}

static void
sdm_home_records_init (SdmHomeRecords *self)
{
  self->taken_out = g_ptr_array_new ();
  self->trainees = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 16);
}

/* Public API */

/**
 * sdm_home_records_new:
 * @kind: whose consultations
 *
 * Returns: (transfer floating): two lists, empty before they are refreshed
 */
GtkWidget *
sdm_home_records_new (SdmWindow         *window,
                      SdmContext        *context,
                      SdmRecordStoreKind kind)
{
  SdmHomeRecords *self = g_object_new (SDM_TYPE_HOME_RECORDS, NULL);
  const gboolean  is_real = kind == SDM_RECORD_STORE_REAL;
  GtkWidget      *content;

  self->window = window;
  self->context = g_object_ref (context);
  self->kind = kind;
  gtk_box_append (GTK_BOX (self), sdm_ui_card (is_real ? _ ("Carry on with a patient") : _ ("Carry on"), &content));
  self->whose_place = sdm_ui_column (0);
  gtk_widget_set_visible (self->whose_place, FALSE);
  gtk_box_append (GTK_BOX (content), self->whose_place);
  self->drafts = sdm_ui_column (4);
  gtk_box_append (GTK_BOX (content), self->drafts);
  self->finished_card = sdm_ui_card (is_real ? _ ("Finished with a patient") : _ ("Finished"), &content);
  self->finished = sdm_ui_column (4);
  gtk_box_append (GTK_BOX (content), self->finished);
  gtk_widget_set_visible (self->finished_card, FALSE);
  gtk_box_append (GTK_BOX (self), self->finished_card);

  return GTK_WIDGET (self);
}

/**
 * sdm_home_records_refresh:
 *
 * Shows what the store holds now.
 */
void
sdm_home_records_refresh (SdmHomeRecords *self)
{
  SdmRecordStore *store = get_store (self);

  if (store == NULL)
    return;
  if (self->kind == SDM_RECORD_STORE_PRACTICE)
    sdm_record_store_list_practice_async (store, NULL, NULL, practice_listed_cb, g_object_ref (self));
  else
    list_records (self, store);
}

/**
 * sdm_home_records_clear:
 *
 * Takes every name off the page, and what could be put back out of memory.
 */
void
sdm_home_records_clear (SdmHomeRecords *self)
{
  sdm_ui_clear (self->drafts);
  sdm_ui_clear (self->finished);
  gtk_widget_set_visible (self->finished_card, FALSE);
  for (guint i = self->taken_out->len; i > 0; i--)
    {
      Discarded *discarded = g_ptr_array_index (self->taken_out, i - 1);

      forget (discarded);
      adw_toast_dismiss (discarded->toast);
    }
}
