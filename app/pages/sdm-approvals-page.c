/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-approvals-page.h"

#include <glib/gi18n.h>

#include "sdm-aid-approvals.h"
#include "sdm-home-private.h"
#include "sdm-ui.h"

/**
 * SdmApprovalsPage:
 *
 * The decision aids on this computer, and how each stands in the practice. Each leads to the page on
 * which it is signed, or its approval withdrawn.
 */
struct _SdmApprovalsPage
{
  AdwBin parent_instance;

  SdmWindow       *window; /* not owned: it owns this */
  SdmContext      *context;
  SdmAidApprovals *approvals;

  GtkWidget *count;
  GtkWidget *aids;
};

G_DEFINE_FINAL_TYPE (SdmApprovalsPage, sdm_approvals_page, ADW_TYPE_BIN)

static void
clicked_cb (GtkWidget        *row,
            SdmApprovalsPage *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.approve", "s", g_object_get_data (G_OBJECT (row), "id"));
}

/* The list */

static GtkWidget *
make_row (SdmApprovalsPage *self,
          const SdmAidHead *head)
{
  g_autofree char *state = sdm_aid_approvals_describe (self->approvals, head);
  GtkWidget       *row = sdm_home_row_new (head->title, state, NULL);

  sdm_home_row_set_id (row, head->id);
  g_signal_connect (row, "clicked", G_CALLBACK (clicked_cb), self);

  return row;
}

static void
show_aids (SdmApprovalsPage *self)
{
  GPtrArray       *aids = sdm_aid_library_get_aids (sdm_context_get_library (self->context));
  guint            n_approved = 0;
  g_autofree char *count = NULL;

  if (!sdm_aid_approvals_are_known (self->approvals))
    return;

  sdm_ui_clear (self->aids);
  for (guint i = 0; i < aids->len; i++)
    {
      const SdmAidHead *head = g_ptr_array_index (aids, i);

      n_approved += sdm_aid_approvals_get_state (self->approvals, head, NULL) == SDM_RECORD_APPROVED ? 1 : 0;
      gtk_box_append (GTK_BOX (self->aids), make_row (self, head));
    }
  if (aids->len == 0)
    sdm_home_show_empty (self->aids, _ ("No decision aid was found."));
  /* Translators: two numbers: "Approved here: 3 of 15" */
  count = g_strdup_printf (_ ("Approved here: %u of %u"), n_approved, aids->len);
  gtk_label_set_label (GTK_LABEL (self->count), count);
}

static void
build (SdmApprovalsPage *self)
{
  GtkWidget *page;
  GtkWidget *content;
  GtkWidget *card = sdm_ui_card (NULL, &content);

  adw_bin_set_child (ADW_BIN (self),
                     sdm_ui_page (_ ("Decision aids approved here"),
                                     _ ("Two different people of the practice sign an aid, as it is to the byte. Until then it is a draft: with a patient it opens behind a warning, and the letter says so."),
                                        860, &page));
  self->count = sdm_ui_label (_ ("Looking for decision aids…"), "h3");
  self->aids = sdm_ui_column (4);
  gtk_box_append (GTK_BOX (content), self->count);
  gtk_box_append (GTK_BOX (content), self->aids);
  gtk_box_append (GTK_BOX (page), card);
}

/* GObject */

static void
sdm_approvals_page_dispose (GObject *object)
{
  SdmApprovalsPage *self = SDM_APPROVALS_PAGE (object);

  g_clear_object (&self->approvals);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (sdm_approvals_page_parent_class)->dispose (object);
}

static void
sdm_approvals_page_class_init (SdmApprovalsPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sdm_approvals_page_dispose;
}

static void
sdm_approvals_page_init (SdmApprovalsPage *self)
{
}

/* Public API */

/**
 * sdm_approvals_page_new:
 * @context: somebody is signed in
 *
 * Returns: (transfer floating): a page with all decision aids
 */
GtkWidget *
sdm_approvals_page_new (SdmWindow  *window,
                        SdmContext *context)
{
  SdmApprovalsPage *self = g_object_new (SDM_TYPE_APPROVALS_PAGE, NULL);

  self->window = window;
  self->context = g_object_ref (context);
  build (self);
  self->approvals = sdm_aid_approvals_new (context);
  g_signal_connect_object (self->approvals, "changed", G_CALLBACK (show_aids), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (sdm_context_get_library (context), "changed", G_CALLBACK (show_aids), self, G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}
