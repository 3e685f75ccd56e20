/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-document-view.h"

#include "sdm-document-view-private.h"
#include "sdm-paper-private.h"

#include <glib/gi18n.h>

#define GAP          24 /* px between pages, and around them */
#define PX_PER_POINT (96.0 / 72.0)

/**
 * SdmDocumentView:
 *
 * The pages of a letter below each other, as they will be printed.
 *
 * Page Up and Page Down turn by a screenful, Home and End go to the ends, and
 * plus, minus and 0 change the zoom, with or without Ctrl. W fills the width
 * with a page, P shows a whole one, and both go on doing so when there is more
 * or less room.
 *
 * ## Accessibility
 *
 * A `group` named by the place ("Page 1 of 2"); each page is an `img` whose
 * description is the text on it.
 */
struct _SdmDocumentView
{
  GtkWidget parent_instance;

  GListModel    *pages; /* owned, nullable, of SdmDocumentPage */
  double         zoom;
  guint          current_page; /* from 1; 0 without pages */
  char          *place;        /* owned */
  char          *empty_text;   /* owned */
  SdmDocumentFit fit;
  guint          fitting;    /* source, or 0 */
  guint          preparing;  /* source, or 0 */
  double         kept_place; /* share of the height to go back to after a zoom, or -1 */

  GtkWidget *scroller;    /* owned as child */
  GtkWidget *papers;      /* within scroller */
  GtkWidget *empty;       /* in its frame */
  GtkWidget *empty_frame; /* owned as child */
};

G_DEFINE_FINAL_TYPE (SdmDocumentView, sdm_document_view, GTK_TYPE_WIDGET)

typedef enum
{
  PROP_PAGES = 1,
  PROP_ZOOM,
  PROP_N_PAGES,
  PROP_CURRENT_PAGE,
  PROP_PLACE,
  PROP_EMPTY_TEXT,
} SdmDocumentViewProp;

static GParamSpec *props[PROP_EMPTY_TEXT + 1];

static const double zooms[] = { SDM_DOCUMENT_VIEW_LEAST_ZOOM, 0.67, 0.8, 1.0, 1.25, 1.5, 2.0, SDM_DOCUMENT_VIEW_MOST_ZOOM };

static GtkAdjustment *
get_adjustment (SdmDocumentView *self)
{
  return gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller));
}

static void
take_current_page (SdmDocumentView *self,
                   guint            page)
{
  const guint      n_pages = sdm_document_view_get_n_pages (self);
  g_autofree char *place = NULL;

  /* Translators: a page of the letter on the screen: “Page 1 of 5” */
  place = n_pages > 0 ? g_strdup_printf (_("Page %u of %u"), page, n_pages) : g_strdup ("");
  if (g_strcmp0 (place, self->place) != 0)
    {
      g_free (self->place);
      self->place = g_steal_pointer (&place);
      gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      n_pages > 0 ? self->place : self->empty_text, -1);
      g_object_notify_by_pspec (G_OBJECT (self), props[PROP_PLACE]);
    }
  if (self->current_page != page)
    {
      self->current_page = page;
      g_object_notify_by_pspec (G_OBJECT (self), props[PROP_CURRENT_PAGE]);
    }
}

static void
take_zoom (SdmDocumentView *self,
           double           zoom)
{
  GtkAdjustment *adjustment = get_adjustment (self);

  zoom = CLAMP (zoom, SDM_DOCUMENT_VIEW_LEAST_ZOOM, SDM_DOCUMENT_VIEW_MOST_ZOOM);
  if (G_APPROX_VALUE (self->zoom, zoom, 0.001))
    return;

  if (gtk_adjustment_get_upper (adjustment) > 0)
    self->kept_place = gtk_adjustment_get_value (adjustment) / gtk_adjustment_get_upper (adjustment);
  self->zoom = zoom;
  for (GtkWidget *paper = gtk_widget_get_first_child (self->papers); paper != NULL; paper = gtk_widget_get_next_sibling (paper))
    sdm_paper_set_zoom (SDM_PAPER (paper), zoom);

  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_ZOOM]);
}

/* What is in sight */

static gboolean
prepare_cb (gpointer data)
{
  SdmDocumentView *self = data;

  self->preparing = 0;
  for (GtkWidget *paper = gtk_widget_get_first_child (self->papers); paper != NULL; paper = gtk_widget_get_next_sibling (paper))
    sdm_paper_prepare (SDM_PAPER (paper));

  return G_SOURCE_REMOVE;
}

/* Other papers may be in sight now. Those next to them are drawn when there is nothing else to do. */
static void
look_again (SdmDocumentView *self)
{
  for (GtkWidget *paper = gtk_widget_get_first_child (self->papers); paper != NULL; paper = gtk_widget_get_next_sibling (paper))
    gtk_widget_queue_draw (paper);
  if (self->preparing == 0)
    self->preparing = g_idle_add_full (G_PRIORITY_LOW, prepare_cb, self, NULL);
}

/* Callbacks */

/* The present page is the last one that begins above the middle of what is seen. */
static void
scrolled_cb (SdmDocumentView *self)
{
  GtkAdjustment *adjustment = get_adjustment (self);
  const double   middle = gtk_adjustment_get_value (adjustment) + gtk_adjustment_get_page_size (adjustment) / 2;
  guint          page = 0, i = 1;

  for (GtkWidget *paper = gtk_widget_get_first_child (self->papers); paper != NULL; paper = gtk_widget_get_next_sibling (paper), i++)
    {
      graphene_rect_t bounds;

      if (i == 1 || (gtk_widget_compute_bounds (paper, self->papers, &bounds) && bounds.origin.y <= middle))
        page = i;
    }
  take_current_page (self, page);
  look_again (self);
}

static void
height_changed_cb (SdmDocumentView *self)
{
  GtkAdjustment *adjustment = get_adjustment (self);

  if (self->kept_place >= 0)
    gtk_adjustment_set_value (adjustment, self->kept_place * gtk_adjustment_get_upper (adjustment));
  self->kept_place = -1;
  scrolled_cb (self);
}

/* Fit */

static void
get_largest_page (SdmDocumentView *self,
                  double          *width,
                  double          *height)
{
  *width = *height = 0;
  for (guint i = 0; i < sdm_document_view_get_n_pages (self); i++)
    {
      g_autoptr (SdmDocumentPage) page = g_list_model_get_item (self->pages, i);

      *width = MAX (*width, sdm_document_page_get_width (page));
      *height = MAX (*height, sdm_document_page_get_height (page));
    }
}

static void
apply_fit (SdmDocumentView *self)
{
  const double room = gtk_adjustment_get_page_size (gtk_scrolled_window_get_hadjustment (GTK_SCROLLED_WINDOW (self->scroller))) - 2 * GAP - 2;
  const double tall = gtk_adjustment_get_page_size (get_adjustment (self)) - 2 * GAP - 2;
  double       width = 0;
  double       height = 0;
  double       zoom;

  get_largest_page (self, &width, &height);
  if (self->fit == SDM_DOCUMENT_FIT_NONE || width <= 0 || room <= 0 || tall <= 0)
    return;
  zoom = room / (width * PX_PER_POINT);
  if (self->fit == SDM_DOCUMENT_FIT_PAGE)
    zoom = MIN (zoom, tall / (height * PX_PER_POINT));
  take_zoom (self, zoom);
}

static gboolean
fit_cb (gpointer data)
{
  SdmDocumentView *self = data;

  self->fitting = 0;
  apply_fit (self);

  return G_SOURCE_REMOVE;
}

/* The room changes while widgets get their places, when none may ask for another size. */
static void
room_changed_cb (SdmDocumentView *self)
{
  look_again (self);
  if (self->fit != SDM_DOCUMENT_FIT_NONE && self->fitting == 0)
    self->fitting = g_idle_add_full (G_PRIORITY_HIGH_IDLE, fit_cb, self, NULL);
}

/* A page of a letter that was made anew takes the place of the one that was there, and its focus. */
static void
show_papers (SdmDocumentView *self,
             guint            n_pages)
{
  GtkWidget *paper = gtk_widget_get_first_child (self->papers);

  for (guint i = 0; i < n_pages; i++)
    {
      g_autoptr (SdmDocumentPage) page = g_list_model_get_item (self->pages, i);

      if (paper == NULL)
        {
          gtk_box_append (GTK_BOX (self->papers), sdm_paper_new (page, i + 1, n_pages, self->zoom));
          continue;
        }
      sdm_paper_set_page (SDM_PAPER (paper), page, i + 1, n_pages);
      paper = gtk_widget_get_next_sibling (paper);
    }
  while (paper != NULL)
    {
      GtkWidget *next = gtk_widget_get_next_sibling (paper);

      gtk_box_remove (GTK_BOX (self->papers), paper);
      paper = next;
    }
}

static void
pages_changed_cb (SdmDocumentView *self)
{
  const guint n_pages = sdm_document_view_get_n_pages (self);

  show_papers (self, n_pages);
  gtk_widget_set_visible (self->scroller, n_pages > 0);
  gtk_widget_set_visible (self->empty_frame, n_pages == 0);
  apply_fit (self);
  look_again (self);
  take_current_page (self, CLAMP (self->current_page, MIN (1, n_pages), n_pages));
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_N_PAGES]);
}

/* Overrides */

static void
sdm_document_view_dispose (GObject *object)
{
  SdmDocumentView *self = SDM_DOCUMENT_VIEW (object);

  if (self->pages != NULL)
    g_signal_handlers_disconnect_by_func (self->pages, pages_changed_cb, self);
  g_clear_object (&self->pages);
  g_clear_handle_id (&self->fitting, g_source_remove);
  g_clear_handle_id (&self->preparing, g_source_remove);
  if (self->scroller != NULL)
    {
      g_signal_handlers_disconnect_by_data (get_adjustment (self), self);
      g_signal_handlers_disconnect_by_data (gtk_scrolled_window_get_hadjustment (GTK_SCROLLED_WINDOW (self->scroller)), self);
    }
  g_clear_pointer (&self->scroller, gtk_widget_unparent);
  g_clear_pointer (&self->empty_frame, gtk_widget_unparent);

  G_OBJECT_CLASS (sdm_document_view_parent_class)->dispose (object);
}

static void
sdm_document_view_finalize (GObject *object)
{
  SdmDocumentView *self = SDM_DOCUMENT_VIEW (object);

  g_clear_pointer (&self->place, g_free);
  g_clear_pointer (&self->empty_text, g_free);

  G_OBJECT_CLASS (sdm_document_view_parent_class)->finalize (object);
}

static void
sdm_document_view_get_property (GObject    *object,
                                guint       prop_id,
                                GValue     *value,
                                GParamSpec *pspec)
{
  SdmDocumentView *self = SDM_DOCUMENT_VIEW (object);

  switch ((SdmDocumentViewProp) prop_id)
    {
    case PROP_PAGES:
      g_value_set_object (value, self->pages);
      break;

    case PROP_ZOOM:
      g_value_set_double (value, self->zoom);
      break;

    case PROP_N_PAGES:
      g_value_set_uint (value, sdm_document_view_get_n_pages (self));
      break;

    case PROP_CURRENT_PAGE:
      g_value_set_uint (value, self->current_page);
      break;

    case PROP_PLACE:
      g_value_set_string (value, self->place);
      break;

    case PROP_EMPTY_TEXT:
      g_value_set_string (value, self->empty_text);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
      break;
    }
}

static void
sdm_document_view_set_property (GObject      *object,
                                guint         prop_id,
                                const GValue *value,
                                GParamSpec   *pspec)
{
  SdmDocumentView *self = SDM_DOCUMENT_VIEW (object);

  switch ((SdmDocumentViewProp) prop_id)
    {
    case PROP_PAGES:
      sdm_document_view_set_pages (self, g_value_get_object (value));
      break;

    case PROP_ZOOM:
      sdm_document_view_set_zoom (self, g_value_get_double (value));
      break;

    case PROP_CURRENT_PAGE:
      sdm_document_view_set_current_page (self, g_value_get_uint (value));
      break;

    case PROP_EMPTY_TEXT:
      sdm_document_view_set_empty_text (self, g_value_get_string (value));
      break;

    case PROP_N_PAGES:
    case PROP_PLACE:
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
      break;
    }
}

static void
sdm_document_view_class_init (SdmDocumentViewClass *klass)
{
  GObjectClass     *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass   *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;
  const GParamFlags read = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->dispose = sdm_document_view_dispose;
  object_class->finalize = sdm_document_view_finalize;
  object_class->get_property = sdm_document_view_get_property;
  object_class->set_property = sdm_document_view_set_property;

  props[PROP_PAGES] = g_param_spec_object ("pages", NULL, NULL, G_TYPE_LIST_MODEL, flags);
  props[PROP_ZOOM] = g_param_spec_double ("zoom", NULL, NULL, SDM_DOCUMENT_VIEW_LEAST_ZOOM,
                                          SDM_DOCUMENT_VIEW_MOST_ZOOM, 1, flags);
  props[PROP_N_PAGES] = g_param_spec_uint ("n-pages", NULL, NULL, 0, G_MAXUINT, 0, read);
  props[PROP_CURRENT_PAGE] = g_param_spec_uint ("current-page", NULL, NULL, 0, G_MAXUINT, 0, flags);
  props[PROP_PLACE] = g_param_spec_string ("place", NULL, NULL, "", read);
  props[PROP_EMPTY_TEXT] = g_param_spec_string ("empty-text", NULL, NULL, "", flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);

  gtk_widget_class_set_css_name (widget_class, "documentview");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
sdm_document_view_init (SdmDocumentView *self)
{
  self->zoom = 1;
  self->kept_place = -1;
  self->place = g_strdup ("");
  self->empty_text = g_strdup ("");

  self->papers = gtk_box_new (GTK_ORIENTATION_VERTICAL, GAP);
  gtk_widget_add_css_class (self->papers, "papers");
  self->scroller = gtk_scrolled_window_new ();
  gtk_widget_set_focusable (self->scroller, FALSE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), self->papers);
  sdm_document_view_add_keys (self, self->papers, get_adjustment (self));
  gtk_widget_set_visible (self->scroller, FALSE);
  gtk_widget_set_parent (self->scroller, GTK_WIDGET (self));
  g_signal_connect_swapped (get_adjustment (self), "value-changed", G_CALLBACK (scrolled_cb), self);
  g_signal_connect_swapped (get_adjustment (self), "notify::upper", G_CALLBACK (height_changed_cb), self);
  g_signal_connect_swapped (get_adjustment (self), "notify::page-size", G_CALLBACK (room_changed_cb), self);
  g_signal_connect_swapped (gtk_scrolled_window_get_hadjustment (GTK_SCROLLED_WINDOW (self->scroller)), "notify::page-size",
                            G_CALLBACK (room_changed_cb), self);

  self->empty = g_object_new (GTK_TYPE_LABEL,
                              "xalign", 0.0,
                              "yalign", 0.0,
                              "wrap", TRUE,
                              NULL);
  gtk_widget_add_css_class (self->empty, "body");
  gtk_widget_add_css_class (self->empty, "empty");
  /* However little room there is, the words can be scrolled to; and what scrolls is as wide at every height. */
  self->empty_frame = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->empty_frame), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->empty_frame), self->empty);
  gtk_widget_set_focusable (self->empty_frame, FALSE);
  gtk_widget_set_can_focus (self->empty_frame, FALSE);
  gtk_widget_set_parent (self->empty_frame, GTK_WIDGET (self));
}

/**
 * sdm_document_view_new:
 *
 * Returns: (transfer floating): a view without pages
 */
GtkWidget *
sdm_document_view_new (void)
{
  return g_object_new (SDM_TYPE_DOCUMENT_VIEW, NULL);
}

/**
 * sdm_document_view_get_pages:
 *
 * Returns: (transfer none) (nullable): the pages, in order
 */
GListModel *
sdm_document_view_get_pages (SdmDocumentView *self)
{
  g_return_val_if_fail (SDM_IS_DOCUMENT_VIEW (self), NULL);

  return self->pages;
}

/**
 * sdm_document_view_set_pages:
 * @pages: (transfer none) (nullable): a list of #SdmDocumentPage, followed as it changes
 *
 * The place on the paper is kept where it can be, so that a letter that is
 * laid out anew does not jump.
 */
void
sdm_document_view_set_pages (SdmDocumentView *self,
                             GListModel      *pages)
{
  g_return_if_fail (SDM_IS_DOCUMENT_VIEW (self));
  g_return_if_fail (pages == NULL || g_type_is_a (g_list_model_get_item_type (pages), SDM_TYPE_DOCUMENT_PAGE));

  if (self->pages == pages)
    return;

  if (self->pages != NULL)
    g_signal_handlers_disconnect_by_func (self->pages, pages_changed_cb, self);
  g_set_object (&self->pages, pages);
  if (pages != NULL)
    g_signal_connect_swapped (pages, "items-changed", G_CALLBACK (pages_changed_cb), self);
  pages_changed_cb (self);

  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_PAGES]);
}

/**
 * sdm_document_view_get_zoom:
 *
 * Returns: the zoom; 1 is the size of the paper at 96 dots an inch
 */
double
sdm_document_view_get_zoom (SdmDocumentView *self)
{
  g_return_val_if_fail (SDM_IS_DOCUMENT_VIEW (self), 1);

  return self->zoom;
}

/**
 * sdm_document_view_set_zoom:
 * @zoom: brought between the least and the most zoom
 */
void
sdm_document_view_set_zoom (SdmDocumentView *self,
                            double           zoom)
{
  g_return_if_fail (SDM_IS_DOCUMENT_VIEW (self));

  self->fit = SDM_DOCUMENT_FIT_NONE;
  take_zoom (self, zoom);
}

/**
 * sdm_document_view_set_fit:
 * @fit: what is seen of the pages, as the room for them changes; a zoom that is set ends it
 */
void
sdm_document_view_set_fit (SdmDocumentView *self,
                           SdmDocumentFit   fit)
{
  g_return_if_fail (SDM_IS_DOCUMENT_VIEW (self));

  self->fit = fit;
  apply_fit (self);
}

/**
 * sdm_document_view_zoom_in:
 *
 * Goes to the next larger step, as far as there is one.
 */
void
sdm_document_view_zoom_in (SdmDocumentView *self)
{
  g_return_if_fail (SDM_IS_DOCUMENT_VIEW (self));

  for (gsize i = 0; i < G_N_ELEMENTS (zooms); i++)
    if (zooms[i] > self->zoom + 0.001)
      {
        sdm_document_view_set_zoom (self, zooms[i]);
        return;
      }
}

/**
 * sdm_document_view_zoom_out:
 *
 * Goes to the next smaller step, as far as there is one.
 */
void
sdm_document_view_zoom_out (SdmDocumentView *self)
{
  g_return_if_fail (SDM_IS_DOCUMENT_VIEW (self));

  for (gsize i = G_N_ELEMENTS (zooms); i > 0; i--)
    if (zooms[i - 1] < self->zoom - 0.001)
      {
        sdm_document_view_set_zoom (self, zooms[i - 1]);
        return;
      }
}

/**
 * sdm_document_view_get_n_pages:
 *
 * Returns: how many pages there are
 */
guint
sdm_document_view_get_n_pages (SdmDocumentView *self)
{
  g_return_val_if_fail (SDM_IS_DOCUMENT_VIEW (self), 0);

  return self->pages != NULL ? g_list_model_get_n_items (self->pages) : 0;
}

/**
 * sdm_document_view_get_current_page:
 *
 * Returns: the page that is seen, from 1; 0 without pages
 */
guint
sdm_document_view_get_current_page (SdmDocumentView *self)
{
  g_return_val_if_fail (SDM_IS_DOCUMENT_VIEW (self), 0);

  return self->current_page;
}

/**
 * sdm_document_view_set_current_page:
 * @page: from 1; brought between the first and the last
 *
 * Scrolls to the top of a page.
 */
void
sdm_document_view_set_current_page (SdmDocumentView *self,
                                    guint            page)
{
  const guint     n_pages = sdm_document_view_get_n_pages (self);
  GtkWidget      *paper;
  graphene_rect_t bounds;

  g_return_if_fail (SDM_IS_DOCUMENT_VIEW (self));

  page = CLAMP (page, MIN (1, n_pages), n_pages);
  paper = gtk_widget_get_first_child (self->papers);
  for (guint i = 1; i < page; i++)
    paper = gtk_widget_get_next_sibling (paper);

  if (paper != NULL && gtk_widget_get_height (paper) > 0 && gtk_widget_compute_bounds (paper, self->papers, &bounds))
    gtk_adjustment_set_value (get_adjustment (self), page == 1 ? 0 : bounds.origin.y);
  take_current_page (self, page);
}

/**
 * sdm_document_view_get_place:
 *
 * Returns: (transfer none): "Page 1 of 5", for a label; empty without pages
 */
const char *
sdm_document_view_get_place (SdmDocumentView *self)
{
  g_return_val_if_fail (SDM_IS_DOCUMENT_VIEW (self), NULL);

  return self->place;
}

/**
 * sdm_document_view_get_empty_text:
 *
 * Returns: (transfer none): what is said while there are no pages
 */
const char *
sdm_document_view_get_empty_text (SdmDocumentView *self)
{
  g_return_val_if_fail (SDM_IS_DOCUMENT_VIEW (self), NULL);

  return self->empty_text;
}

/**
 * sdm_document_view_set_empty_text:
 * @text: (nullable): what is said while there are no pages
 */
void
sdm_document_view_set_empty_text (SdmDocumentView *self,
                                  const char      *text)
{
  g_return_if_fail (SDM_IS_DOCUMENT_VIEW (self));

  if (text == NULL)
    text = "";
  if (g_strcmp0 (self->empty_text, text) == 0)
    return;

  g_free (self->empty_text);
  self->empty_text = g_strdup (text);
  gtk_label_set_label (GTK_LABEL (self->empty), text);
  if (sdm_document_view_get_n_pages (self) == 0)
    gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);

  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_EMPTY_TEXT]);
}
