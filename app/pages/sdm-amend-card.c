/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-amend-card.h"

#include <glib/gi18n.h>

#include "sdm-differences.h"
#include "sdm-ui.h"

/**
 * SdmAmendCard:
 *
 * The end of an amendment: in what it differs from the finished record, and why there is one.
 */
struct _SdmAmendCard
{
  AdwBin parent_instance;

  SdmSession *session; /* not owned: its page holds this */
  GtkWidget  *differences;
  GtkWidget  *reason;
};

G_DEFINE_FINAL_TYPE (SdmAmendCard, sdm_amend_card, ADW_TYPE_BIN)

static void
reason_changed_cb (SdmAmendCard *self)
{
  sdm_ui_set_problem (self->reason, NULL);
}

static void
build (SdmAmendCard *self)
{
  GtkWidget *column = sdm_ui_column (16);
  GtkWidget *content;
  GtkWidget *card = sdm_ui_card (_ ("What differs from the finished record"), &content);
  GtkWidget *view;

  self->differences = sdm_ui_column (0);
  gtk_box_append (GTK_BOX (content), self->differences);
  gtk_box_append (GTK_BOX (column), card);

  card = sdm_ui_card (NULL, &content);
  self->reason = sdm_ui_text (66);
  sdm_ui_set_limit (self->reason, sdm_consultation_get_max_length ("finish/amends/reason"));
  view = gtk_scrolled_window_get_child (GTK_SCROLLED_WINDOW (self->reason));
  g_signal_connect_object (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)), "changed", G_CALLBACK (reason_changed_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (content), sdm_ui_field (_ ("Why is the record amended?"), self->reason));
  gtk_box_append (GTK_BOX (content), sdm_ui_label (_ ("It stands in the record, and at the top of the new letter."), "caption"));
  gtk_box_append (GTK_BOX (column), card);
  adw_bin_set_child (ADW_BIN (self), column);
}

/* GObject */

static void
sdm_amend_card_class_init (SdmAmendCardClass *klass)
{
}

static void
sdm_amend_card_init (SdmAmendCard *self)
{
}

/* Public API */

/**
 * sdm_amend_card_new:
 * @session: of the page that holds it
 */
GtkWidget *
sdm_amend_card_new (SdmSession *session)
{
  SdmAmendCard *self = g_object_new (SDM_TYPE_AMEND_CARD, NULL);

  self->session = session;
  build (self);

  return GTK_WIDGET (self);
}

/**
 * sdm_amend_card_refresh:
 *
 * Says in what the amendment differs now.
 */
void
sdm_amend_card_refresh (SdmAmendCard *self)
{
  SdmConsultation *amended = sdm_session_get_amended (self->session);

  sdm_ui_clear (self->differences);
  if (amended != NULL)
    gtk_box_append (GTK_BOX (self->differences), sdm_differences_new_list (amended, sdm_session_get_consultation (self->session)));
}

/**
 * sdm_amend_card_dup_reason:
 *
 * Returns: (transfer full): why, as it was typed
 */
char *
sdm_amend_card_dup_reason (SdmAmendCard *self)
{
  return sdm_ui_dup_text (self->reason);
}

/**
 * sdm_amend_card_check:
 *
 * Returns: whether somebody said why; otherwise asks for it, and puts the keyboard there
 */
gboolean
sdm_amend_card_check (SdmAmendCard *self)
{
  g_autofree char *reason = g_strstrip (sdm_ui_dup_text (self->reason));

  if (sdm_ui_is_too_long (self->reason))
    {
      gtk_widget_child_focus (self->reason, GTK_DIR_TAB_FORWARD);
      return FALSE;
    }
  if (*reason != '\0')
    return TRUE;

  sdm_ui_set_problem (self->reason, _ ("Say why the record is amended. It is not kept yet."));
  gtk_widget_child_focus (self->reason, GTK_DIR_TAB_FORWARD);
  return FALSE;
}
