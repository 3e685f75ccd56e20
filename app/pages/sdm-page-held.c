/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-page-held.h"

#include "sdm-page-later.h"
#include "sdm-page-place.h"
#include "sdm-ui.h"

static void
add_inputs (GtkWidget *widget,
            GPtrArray *inputs)
{
  if (GTK_IS_ENTRY (widget) || GTK_IS_SCROLLED_WINDOW (widget))
    g_ptr_array_add (inputs, g_object_ref (widget));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    add_inputs (child, inputs);
  if (GTK_IS_EXPANDER (widget) && !gtk_expander_get_expanded (GTK_EXPANDER (widget)) && gtk_expander_get_child (GTK_EXPANDER (widget)) != NULL)
    add_inputs (gtk_expander_get_child (GTK_EXPANDER (widget)), inputs);
}

/* All of the page, folded away or not. */
static GPtrArray *
find_inputs (SdmPage *self)
{
  GPtrArray *inputs = g_ptr_array_new_with_free_func (g_object_unref);

  add_inputs (GTK_WIDGET (self), inputs);
  return inputs;
}

/* Whether it is held, where it has to be. */
static gboolean
hold_input (SdmSession *session,
            GtkWidget  *input)
{
  g_autofree char *place = sdm_page_place_dup (input);
  g_autofree char *text = NULL;

  if (!sdm_ui_has_problem (input))
    {
      if (place != NULL)
        sdm_held_texts_set (sdm_session_get_held (session), place, NULL);
      return TRUE;
    }
  if (place == NULL)
    return FALSE;
  text = sdm_ui_dup_text (input);
  sdm_held_texts_set (sdm_session_get_held (session), place, text);
  return TRUE;
}

/**
 * sdm_page_hold:
 *
 * Gives what stands on the page and is not kept as it stands to the session, which
 * keeps it beside the draft.
 *
 * Returns: whether that is all there is of it
 */
gboolean
sdm_page_hold (SdmPage *self)
{
  SdmSession *session = sdm_page_get_session (self);
  g_autoptr (GPtrArray) inputs = find_inputs (self);
  gboolean all = TRUE;

  for (guint i = 0; i < inputs->len; i++)
    all = hold_input (session, inputs->pdata[i]) && all;

  return all;
}

static void
bring_back (SdmSession *session,
            GtkWidget  *input)
{
  g_autofree char *place = sdm_page_place_dup (input);
  g_autofree char *text = place != NULL ? g_strdup (sdm_held_texts_get (sdm_session_get_held (session), place)) : NULL;

  if (text == NULL)
    return;
  /* As if it were typed, so that the page finds what is wrong with it. */
  if (GTK_IS_EDITABLE (input))
    gtk_editable_set_text (GTK_EDITABLE (input), text);
  else
    gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (gtk_scrolled_window_get_child (GTK_SCROLLED_WINDOW (input)))), text, -1);
  sdm_held_texts_set (sdm_session_get_held (session), place, NULL);
}

/**
 * sdm_page_bring_back:
 *
 * Puts what was held of this page where it was typed.
 */
void
sdm_page_bring_back (SdmPage *self)
{
  SdmSession *session = sdm_page_get_session (self);
  g_autoptr (GPtrArray) inputs = NULL;

  if (sdm_session_is_read_only (session) || !sdm_held_texts_has (sdm_session_get_held (session), SDM_PAGE_GET_CLASS (self)->step))
    return;
  sdm_page_later_show (GTK_WIDGET (self));
  inputs = find_inputs (self);
  for (guint i = 0; i < inputs->len; i++)
    bring_back (session, inputs->pdata[i]);
}
