/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-page.h"

#include <glib/gi18n.h>

#include "sdm-date.h"
#include "sdm-fit.h"
#include "sdm-page-held.h"
#include "sdm-tall.h"
#include "sdm-wrap-layout.h"

/* Between what stands beside the heading. */
#define BESIDE_GAP 10

/**
 * SdmPage:
 *
 * One step of the consultation on screen: a heading, a line that helps, and
 * the content, which scrolls when it does not fit.
 *
 * A page is a view. It binds inputs to places in the consultation: what is
 * typed is kept with each key, and a value that the format refuses stays on
 * screen with the reason under it. Lists are drawn again in `refresh`.
 */
typedef struct
{
  SdmSession *session;
  gboolean    built;
  gboolean    refreshing;
  gboolean    follows_fit;
  char       *note;
  GPtrArray  *bindings; /* of Binding */

  GtkWidget *top; /* heading, and what stands beside it */
  GtkWidget *heading;
  GtkWidget *helper;
  GtkWidget *beside;
  GtkWidget *content;
} SdmPagePrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (SdmPage, sdm_page, ADW_TYPE_BIN)

#define PRIVATE(self) ((SdmPagePrivate *) sdm_page_get_instance_private (SDM_PAGE (self)))

typedef enum
{
  BIND_TEXT,
  BIND_DATE,
  BIND_CHOICE,
  BIND_FLAG,
} BindKind;

typedef struct
{
  SdmPage   *page; /* not owned */
  GtkWidget *input;
  char      *path;
  BindKind   kind;
} Binding;

typedef enum
{
  PROP_SESSION = 1,
  PROP_NOTE,
} SdmPageProp;

static GParamSpec *props[PROP_NOTE + 1];

/* Bindings */

static void
free_binding (gpointer data)
{
  Binding *binding = data;

  g_signal_handlers_disconnect_by_data (binding->input, binding);
  if (GTK_IS_SCROLLED_WINDOW (binding->input))
    {
      GtkWidget *view = gtk_scrolled_window_get_child (GTK_SCROLLED_WINDOW (binding->input));

      if (view != NULL)
        g_signal_handlers_disconnect_by_data (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)), binding);
    }
  g_object_unref (binding->input);
  g_free (binding->path);
  g_free (binding);
}

static GtkTextBuffer *
get_buffer (GtkWidget *input)
{
  return gtk_text_view_get_buffer (GTK_TEXT_VIEW (gtk_scrolled_window_get_child (GTK_SCROLLED_WINDOW (input))));
}

/* GTK tells those who do not see the page about a widget that was locked, and not about the
 * widgets in it: the text in its frame, the buttons of a choice. */
static void
tell_what_is_locked (GtkWidget *widget)
{
  if (!gtk_widget_is_sensitive (widget))
    gtk_accessible_update_state (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_STATE_DISABLED, TRUE, -1);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    tell_what_is_locked (child);
}

static void
refresh_binding (Binding *binding)
{
  SdmConsultation *consultation = sdm_page_get_consultation (binding->page);
  const char      *text = sdm_consultation_get_text (consultation, binding->path);

  /* The record may have been finished since. */
  if (sdm_session_is_read_only (sdm_page_get_session (binding->page)))
    gtk_widget_set_sensitive (binding->input, FALSE);

  switch (binding->kind)
    {
    case BIND_TEXT:
      sdm_ui_show_text (binding->input, text);
      break;
    case BIND_DATE:
      {
        g_autofree char *day = text != NULL ? sdm_date_format (text) : g_strdup ("");
        g_autofree char *typed = sdm_ui_dup_text (binding->input);
        g_autofree char *parsed = sdm_date_parse (typed);

        if (g_strcmp0 (parsed, text) != 0)
          sdm_ui_show_text (binding->input, day);
      }
      break;
    case BIND_CHOICE:
      sdm_choice_bar_set_value (SDM_CHOICE_BAR (binding->input), text);
      break;
    case BIND_FLAG:
      gtk_check_button_set_active (GTK_CHECK_BUTTON (binding->input), sdm_consultation_get_flag (consultation, binding->path));
      break;
    default:
      g_assert_not_reached ();
    }
}

static void
keep_text (Binding    *binding,
           const char *text)
{
  SdmConsultation *consultation = sdm_page_get_consultation (binding->page);
  g_autoptr (GError) error = NULL;

  if (sdm_consultation_set_text (consultation, binding->path, text, &error))
    sdm_ui_set_problem (binding->input, NULL);
  else
    sdm_ui_set_problem (binding->input, error->message);
}

static void
text_changed_cb (Binding *binding)
{
  g_autofree char *text = NULL;
  g_autofree char *day = NULL;

  if (PRIVATE (binding->page)->refreshing || sdm_ui_is_showing (binding->input))
    return;

  text = sdm_ui_dup_text (binding->input);
  if (binding->kind == BIND_TEXT || *text == '\0')
    {
      keep_text (binding, text);
      return;
    }

  day = sdm_date_parse (text);
  if (day != NULL)
    keep_text (binding, day);
  else
    sdm_ui_set_problem (binding->input, _ ("Type a day such as 14 March 2027."));
}

static void
choice_changed_cb (Binding *binding)
{
  if (!PRIVATE (binding->page)->refreshing)
    keep_text (binding, sdm_choice_bar_get_value (SDM_CHOICE_BAR (binding->input)));
}

static void
flag_changed_cb (Binding *binding)
{
  g_autoptr (GError) error = NULL;

  if (PRIVATE (binding->page)->refreshing)
    return;
  if (!sdm_consultation_set_flag (sdm_page_get_consultation (binding->page), binding->path,
                                  gtk_check_button_get_active (GTK_CHECK_BUTTON (binding->input)), &error))
    sdm_session_say (sdm_page_get_session (binding->page), error->message);
}

static Binding *
add_binding (SdmPage    *self,
             GtkWidget  *input,
             const char *path,
             BindKind    kind)
{
  SdmPagePrivate *priv = PRIVATE (self);
  Binding        *binding = g_new0 (Binding, 1);
  gboolean        was_refreshing = priv->refreshing;

  binding->page = self;
  binding->input = g_object_ref_sink (input);
  binding->path = g_strdup (path);
  binding->kind = kind;
  g_ptr_array_add (priv->bindings, binding);
  gtk_widget_set_sensitive (input, !sdm_session_is_read_only (priv->session));
  sdm_page_place_mark (input, path);

  priv->refreshing = TRUE;
  refresh_binding (binding);
  priv->refreshing = was_refreshing;

  return binding;
}

/* Callbacks */

static GtkLayoutManager *
make_row_layout (void)
{
  GtkLayoutManager *row = gtk_box_layout_new (GTK_ORIENTATION_HORIZONTAL);

  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (row), BESIDE_GAP);

  return row;
}

/* Little room: what stands beside the heading goes below it. */
static void
fit_changed_cb (SdmPage    *self,
                GParamSpec *pspec,
                SdmFit     *fit)
{
  SdmPagePrivate *priv = PRIVATE (self);
  SdmPageClass   *klass = SDM_PAGE_GET_CLASS (self);
  gboolean        narrow = sdm_fit_is_narrow (fit);
  gboolean        large = sdm_fit_has_large_text (fit);

  if (priv->top != NULL)
    {
      gtk_orientable_set_orientation (GTK_ORIENTABLE (priv->top),
                                      narrow || large ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
      gtk_widget_set_layout_manager (priv->beside, narrow || large ? sdm_wrap_layout_new (BESIDE_GAP, BESIDE_GAP) : make_row_layout ());
    }
  if (klass->fit != NULL && priv->built)
    klass->fit (self, narrow, large);
}

/* From the time it is built, or on screen where it was built before it had a window. */
static void
follow_fit (SdmPage *self)
{
  SdmPagePrivate *priv = PRIVATE (self);
  GtkWidget      *fit = gtk_widget_get_ancestor (GTK_WIDGET (self), SDM_TYPE_FIT);

  if (fit == NULL || priv->follows_fit)
    return;
  priv->follows_fit = TRUE;
  g_signal_connect_object (fit, "notify", G_CALLBACK (fit_changed_cb), self, G_CONNECT_SWAPPED);
  fit_changed_cb (self, NULL, SDM_FIT (fit));
}

static void
show_place_cb (SdmPage    *self,
               const char *place)
{
  if (!gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  sdm_page_show_now (self);
  sdm_page_place_show (GTK_WIDGET (self), place);
}

static void
free_shown (gpointer data)
{
  json_decref (data);
}

/* GObject */

static void
sdm_page_constructed (GObject *object)
{
  SdmPagePrivate *priv = PRIVATE (object);

  G_OBJECT_CLASS (sdm_page_parent_class)->constructed (object);

  g_assert (priv->session != NULL);
  g_signal_connect_object (priv->session, "undone", G_CALLBACK (show_place_cb), object, G_CONNECT_SWAPPED);
  g_signal_connect_object (priv->session, "show-place", G_CALLBACK (show_place_cb), object, G_CONNECT_SWAPPED);
  g_signal_connect (object, "map", G_CALLBACK (follow_fit), NULL);
}

static void
sdm_page_dispose (GObject *object)
{
  SdmPagePrivate *priv = PRIVATE (object);

  g_clear_pointer (&priv->bindings, g_ptr_array_unref);
  g_clear_object (&priv->session);

  G_OBJECT_CLASS (sdm_page_parent_class)->dispose (object);
}

static void
sdm_page_finalize (GObject *object)
{
  g_clear_pointer (&PRIVATE (object)->note, g_free);

  G_OBJECT_CLASS (sdm_page_parent_class)->finalize (object);
}

static void
sdm_page_get_property (GObject    *object,
                       guint       prop_id,
                       GValue     *value,
                       GParamSpec *pspec)
{
  SdmPagePrivate *priv = PRIVATE (object);

  switch ((SdmPageProp) prop_id)
    {
    case PROP_SESSION:
      g_value_set_object (value, priv->session);
      break;
    case PROP_NOTE:
      g_value_set_string (value, priv->note);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
      break;
    }
}

static void
sdm_page_set_property (GObject      *object,
                       guint         prop_id,
                       const GValue *value,
                       GParamSpec   *pspec)
{
  SdmPagePrivate *priv = PRIVATE (object);

  switch ((SdmPageProp) prop_id)
    {
    case PROP_SESSION:
      priv->session = g_value_dup_object (value);
      break;
    case PROP_NOTE:
      sdm_page_set_note (SDM_PAGE (object), g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
      break;
    }
}

static void
sdm_page_class_init (SdmPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->constructed = sdm_page_constructed;
  object_class->dispose = sdm_page_dispose;
  object_class->finalize = sdm_page_finalize;
  object_class->get_property = sdm_page_get_property;
  object_class->set_property = sdm_page_set_property;

  props[PROP_SESSION] = g_param_spec_object ("session", NULL, NULL, SDM_TYPE_SESSION,
                                             G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  props[PROP_NOTE] = g_param_spec_string ("note", NULL, NULL, NULL,
                                          G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);

  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
sdm_page_init (SdmPage *self)
{
  SdmPagePrivate *priv = PRIVATE (self);
  GtkWidget      *scroller = gtk_scrolled_window_new ();
  GtkWidget      *page = sdm_ui_column (16);
  GtkWidget      *titles = sdm_ui_column (2);

  priv->bindings = g_ptr_array_new_with_free_func (free_binding);

  priv->top = sdm_ui_row (16);
  priv->heading = sdm_ui_label (NULL, "h1");
  priv->helper = sdm_ui_label (NULL, "body");
  gtk_widget_add_css_class (priv->helper, "quiet");
  gtk_box_append (GTK_BOX (titles), priv->heading);
  gtk_box_append (GTK_BOX (titles), priv->helper);
  gtk_widget_set_hexpand (titles, TRUE);

  priv->beside = sdm_ui_row (BESIDE_GAP);
  gtk_widget_set_valign (priv->beside, GTK_ALIGN_END);
  gtk_widget_set_visible (priv->beside, FALSE);
  gtk_box_append (GTK_BOX (priv->top), sdm_steady_new (titles));
  gtk_box_append (GTK_BOX (priv->top), priv->beside);

  priv->content = sdm_ui_column (16);
  gtk_widget_set_vexpand (priv->content, TRUE);
  gtk_widget_add_css_class (page, "page");
  gtk_box_append (GTK_BOX (page), priv->top);
  gtk_box_append (GTK_BOX (page), priv->content);

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), sdm_tall_new (page));
  adw_bin_set_child (ADW_BIN (self), scroller);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_RELATION_LABELLED_BY, priv->heading, NULL, -1);
  /* It takes the keyboard where nothing on the page does. */
  gtk_accessible_update_relation (GTK_ACCESSIBLE (scroller), GTK_ACCESSIBLE_RELATION_LABELLED_BY, priv->heading, NULL, -1);
}

/* Public API */

SdmSession *
sdm_page_get_session (SdmPage *self)
{
  return PRIVATE (self)->session;
}

SdmConsultation *
sdm_page_get_consultation (SdmPage *self)
{
  return sdm_session_get_consultation (PRIVATE (self)->session);
}

SdmAid *
sdm_page_get_aid (SdmPage *self)
{
  return sdm_session_get_aid (PRIVATE (self)->session);
}

/**
 * sdm_page_set_heading:
 * @heading: what the page asks or shows
 * @helper: (nullable): one quiet line that helps
 */
void
sdm_page_set_heading (SdmPage    *self,
                      const char *heading,
                      const char *helper)
{
  SdmPagePrivate *priv = PRIVATE (self);

  gtk_label_set_label (GTK_LABEL (priv->heading), heading);
  gtk_label_set_label (GTK_LABEL (priv->helper), helper != NULL ? helper : "");
  gtk_widget_set_visible (priv->helper, helper != NULL);
}

/**
 * sdm_page_set_heading_visible:
 *
 * Takes the heading out of sight where the content needs its room; it still names the page.
 */
void
sdm_page_set_heading_visible (SdmPage *self,
                              gboolean visible)
{
  GtkWidget *titles = gtk_widget_get_parent (PRIVATE (self)->heading);

  gtk_widget_set_visible (gtk_widget_get_parent (titles), visible);
}

/**
 * sdm_page_add_beside_heading:
 *
 * Puts a control at the right of the heading.
 */
void
sdm_page_add_beside_heading (SdmPage   *self,
                             GtkWidget *widget)
{
  gtk_box_append (GTK_BOX (PRIVATE (self)->beside), widget);
  gtk_widget_set_visible (PRIVATE (self)->beside, TRUE);
}

/**
 * sdm_page_get_content:
 *
 * Returns: (transfer none): the box, a column, below the heading
 */
GtkWidget *
sdm_page_get_content (SdmPage *self)
{
  return PRIVATE (self)->content;
}

/**
 * sdm_page_fill_window:
 * @content: what takes the whole page in place of heading and scrolled content
 */
void
sdm_page_fill_window (SdmPage   *self,
                      GtkWidget *content)
{
  SdmPagePrivate *priv = PRIVATE (self);

  gtk_accessible_reset_relation (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  priv->top = NULL;
  priv->heading = NULL;
  priv->helper = NULL;
  priv->beside = NULL;
  priv->content = content;
  adw_bin_set_child (ADW_BIN (self), content);
}

const char *
sdm_page_get_note (SdmPage *self)
{
  return PRIVATE (self)->note;
}

/**
 * sdm_page_set_note:
 * @note: (nullable): one quiet line for the foot of the window
 */
void
sdm_page_set_note (SdmPage    *self,
                   const char *note)
{
  SdmPagePrivate *priv = PRIVATE (self);

  if (g_strcmp0 (priv->note, note) == 0)
    return;
  g_free (priv->note);
  priv->note = g_strdup (note);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_NOTE]);
}

/**
 * sdm_page_bind_text:
 * @input: an entry, or a text made by sdm_ui_text()
 * @path: the place in the consultation that holds what is typed
 */
void
sdm_page_bind_text (SdmPage    *self,
                    GtkWidget  *input,
                    const char *path)
{
  Binding *binding;

  sdm_ui_set_limit (input, sdm_consultation_get_max_length (path));
  binding = add_binding (self, input, path, BIND_TEXT);
  g_signal_connect_swapped (GTK_IS_EDITABLE (input) ? (gpointer) input : (gpointer) get_buffer (input),
                            "changed", G_CALLBACK (text_changed_cb), binding);
}

/**
 * sdm_page_bind_date:
 * @input: an entry that takes a day as people write it
 * @path: the place that holds it as "2026-11-24"
 */
void
sdm_page_bind_date (SdmPage    *self,
                    GtkWidget  *input,
                    const char *path)
{
  Binding *binding = add_binding (self, input, path, BIND_DATE);

  g_signal_connect_swapped (input, "changed", G_CALLBACK (text_changed_cb), binding);
}

/**
 * sdm_page_bind_choice:
 * @choice_bar: a #SdmChoiceBar whose ids are the values of the place
 */
void
sdm_page_bind_choice (SdmPage    *self,
                      GtkWidget  *choice_bar,
                      const char *path)
{
  Binding *binding = add_binding (self, choice_bar, path, BIND_CHOICE);

  g_signal_connect_swapped (choice_bar, "notify::value", G_CALLBACK (choice_changed_cb), binding);
}

/**
 * sdm_page_bind_flag:
 * @check: a check button
 * @path: a place that holds true or false
 */
void
sdm_page_bind_flag (SdmPage    *self,
                    GtkWidget  *check,
                    const char *path)
{
  Binding *binding = add_binding (self, check, path, BIND_FLAG);

  g_signal_connect_swapped (check, "toggled", G_CALLBACK (flag_changed_cb), binding);
}

/**
 * sdm_page_unbind_below:
 * @ancestor: a box whose content is about to be made anew
 *
 * Forgets the bindings of every input inside @ancestor.
 */
void
sdm_page_unbind_below (SdmPage   *self,
                       GtkWidget *ancestor)
{
  GPtrArray *bindings = PRIVATE (self)->bindings;

  for (guint i = bindings->len; i > 0; i--)
    {
      const Binding *binding = g_ptr_array_index (bindings, i - 1);

      if (gtk_widget_is_ancestor (binding->input, ancestor))
        g_ptr_array_remove_index (bindings, i - 1);
    }
}

/**
 * sdm_page_is_part_stale:
 * @part: a part of the page that is dear to draw, such as a table
 * @places: all that it shows of the consultation; %NULL at the end
 *
 * For `refresh`, which leaves @part as it is where nothing of that has changed.
 *
 * Returns: whether one of @places is another than when this was last asked
 */
gboolean
sdm_page_is_part_stale (SdmPage           *self,
                        GtkWidget         *part,
                        const char *const *places)
{
  SdmConsultation *consultation = sdm_page_get_consultation (self);
  json_t          *before = g_object_get_data (G_OBJECT (part), "sdm-shown");
  json_t          *now = json_array ();
  gboolean         is_stale;

  for (guint i = 0; places[i] != NULL; i++)
    {
      json_t *value = sdm_consultation_peek (consultation, places[i]);

      /* Documents are not changed in place, so that what stands in one can be held on to. */
      if (value != NULL)
        json_array_append (now, value);
      else
        json_array_append_new (now, json_null ());
    }
  is_stale = !json_equal (before, now);
  g_object_set_data_full (G_OBJECT (part), "sdm-shown", now, free_shown);

  return is_stale;
}

/**
 * sdm_page_leave:
 *
 * Notes in the session whether something that was typed on the page is not kept.
 *
 * Returns: whether there is such a thing
 */
gboolean
sdm_page_leave (SdmPage *self)
{
  SdmSession    *session = PRIVATE (self)->session;
  const gboolean unsolved = !sdm_session_is_read_only (session) && sdm_page_place_has_problem (GTK_WIDGET (self));

  sdm_session_set_unsolved (session, SDM_PAGE_GET_CLASS (self)->step, unsolved);

  return unsolved;
}

/**
 * sdm_page_show_now:
 *
 * Builds the page when it is shown for the first time, and shows what the
 * consultation says now. What a page keeps while it comes on screen, such as
 * the figures it shows, was done by nobody and is not undone.
 */
void
sdm_page_show_now (SdmPage *self)
{
  SdmPagePrivate *priv = PRIVATE (self);
  SdmPageClass   *klass = SDM_PAGE_GET_CLASS (self);
  SdmHistory     *history = sdm_session_get_history (priv->session);

  sdm_history_pause (history);
  if (!priv->built)
    {
      priv->built = TRUE;
      klass->build (self);
      follow_fit (self);
    }

  priv->refreshing = TRUE;
  for (guint i = 0; i < priv->bindings->len; i++)
    refresh_binding (g_ptr_array_index (priv->bindings, i));
  if (klass->refresh != NULL)
    klass->refresh (self);
  priv->refreshing = FALSE;
  sdm_page_bring_back (self);
  sdm_history_resume (history);
  if (sdm_session_is_read_only (priv->session))
    tell_what_is_locked (GTK_WIDGET (self));
}
