/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-start-page.h"

#include <glib/gi18n.h>

#include "sdm-aid-blank.h"
#include "sdm-blank-decision.h"
#include "sdm-consultation-people.h"
#include "sdm-consultation-start.h"
#include "sdm-date.h"
#include "sdm-record-list.h"
#include "sdm-stop-cards.h"
#include "sdm-talk-time.h"

/**
 * SdmStartPage:
 *
 * What there is to decide, whether this aid is right for it, and where, when
 * and with whom the talk takes place.
 */
struct _SdmStartPage
{
  SdmPage parent_instance;

  GtkWidget *path;
  GtkWidget *own_decision; /* nullable: there is an aid */
  GtkWidget *stop_cards;
  GtkWidget *draft;
  GtkWidget *past_review;
  GtkWidget *when;
  GtkWidget *talk_time;
  GtkWidget *accompanying;
  GtkWidget *others;
  GtkWidget *interpreter;
  GtkWidget *interpreter_fields;
  GtkWidget *address;
  gboolean   refreshing;
};

G_DEFINE_FINAL_TYPE (SdmStartPage, sdm_start_page, SDM_TYPE_PAGE)

static const SdmRecordField person_fields[] = {
  { "name", SDM_RECORD_FIELD_LINE, N_ ("Name"), FALSE, FALSE, 0 },
    { "relationship", SDM_RECORD_FIELD_LINE, N_ ("How they belong"), FALSE, FALSE, 0 },
  };

static const SdmRecordKind accompanying_kind = {
  "start/accompanying", N_ ("Came with them"), N_ ("Add someone who came along"), N_ ("Nobody else is here. You can add someone later."), person_fields, G_N_ELEMENTS (person_fields), NULL };

static const SdmRecordKind others_kind = {
  "start/others_present", N_ ("Also in the room"), N_ ("Add someone else in the room"), NULL, person_fields, G_N_ELEMENTS (person_fields), NULL };

/* Helpers */

static GtkWidget *
add_field (SdmStartPage *self,
           GtkWidget    *box,
           const char   *label,
           const char   *path)
{
  GtkWidget *entry = sdm_ui_entry (8);
  GtkWidget *field = sdm_ui_field (label, entry);

  gtk_widget_set_hexpand (field, TRUE);
  gtk_box_append (GTK_BOX (box), field);
  sdm_page_bind_text (SDM_PAGE (self), entry, path);

  return entry;
}

/* "Tuesday 24 November 2026, 10:20" of "2026-11-24T10:20+00:00" */
static char *
describe_minute (const char *minute)
{
  g_autofree char *day = g_strndup (minute, 10);
  g_autofree char *time = g_strndup (minute + 11, 5);
  g_autofree char *day_in_words = sdm_date_format_with_weekday (day);

  /* Translators: a day and a time: "Tuesday 24 November 2026, 10:20" */
  return g_strdup_printf (_ ("%s, %s"), day_in_words, time);
}

/* Callbacks */

static void
accepted_cb (GtkWidget    *check,
             SdmStartPage *self)
{
  SdmSession *session = sdm_page_get_session (SDM_PAGE (self));
  g_autoptr (GError) error = NULL;

  if (!self->refreshing && !sdm_consultation_accept (sdm_session_get_consultation (session),
                                                     check == self->draft ? "draft-aid" : "past-review",
                                                     gtk_check_button_get_active (GTK_CHECK_BUTTON (check)), &error))
    sdm_session_say (session, error->message);
}

static void
show_path (SdmStartPage *self)
{
  const gboolean was_refreshing = self->refreshing;

  self->refreshing = TRUE;
  sdm_choice_bar_set_value (SDM_CHOICE_BAR (self->path),
                            sdm_session_get_short_path (sdm_page_get_session (SDM_PAGE (self))) ? "short" : "full");
  self->refreshing = was_refreshing;
}

/* One of the two is always gone, so pressing it again does not take it back. */
static void
path_chosen_cb (SdmStartPage *self)
{
  const char *path = sdm_choice_bar_get_value (SDM_CHOICE_BAR (self->path));

  if (self->refreshing)
    return;
  if (path != NULL)
    sdm_session_set_short_path (sdm_page_get_session (SDM_PAGE (self)), g_str_equal (path, "short"));
  show_path (self);
}

static void
show_note (SdmStartPage *self)
{
  SdmPage *page = SDM_PAGE (self);

  sdm_page_set_note (page, sdm_consultation_count_stops (sdm_page_get_consultation (page), sdm_page_get_aid (page)) > 0
                     ? _ ("This aid is not for today: see what to do instead.")
                     : NULL);
}

static void
show_interpreter (SdmStartPage *self)
{
  gtk_widget_set_visible (self->interpreter_fields, gtk_check_button_get_active (GTK_CHECK_BUTTON (self->interpreter)));
}

static void
address_changed_cb (SdmStartPage *self)
{
  GtkTextBuffer   *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (gtk_scrolled_window_get_child (GTK_SCROLLED_WINDOW (self->address))));
  g_autofree char *typed = NULL;
  g_autoptr (GError) error = NULL;

  if (self->refreshing)
    return;
  g_object_get (buffer, "text", &typed, NULL);
  sdm_consultation_set_address (sdm_page_get_consultation (SDM_PAGE (self)), "start/practice/address", typed, &error);
  sdm_ui_set_problem (self->address, error != NULL ? error->message : NULL);
}

/* What there is to decide */

static void
add_audience (SdmAid    *aid,
              GtkWidget *content)
{
  g_auto (GStrv) audience = sdm_aid_dup_audience (aid);

  gtk_box_append (GTK_BOX (content), sdm_ui_label (_ ("Who it is for"), "h3"));
  for (guint i = 0; audience[i] != NULL; i++)
    gtk_box_append (GTK_BOX (content), sdm_ui_label (audience[i], "body"));
}

static GtkWidget *
make_warning (SdmStartPage *self,
              GtkWidget    *content,
              const char   *text)
{
  GtkWidget *check = sdm_ui_check (text);

  gtk_widget_set_sensitive (check, !sdm_session_is_read_only (sdm_page_get_session (SDM_PAGE (self))));
  g_signal_connect (check, "toggled", G_CALLBACK (accepted_cb), self);
  gtk_box_append (GTK_BOX (content), check);

  return check;
}

static void
add_description (SdmAid    *aid,
                 GtkWidget *content)
{
  GtkWidget *more;
  GtkWidget *fold = sdm_ui_fold (sdm_aid_get_condition_name (aid), &more);

  gtk_box_append (GTK_BOX (content), sdm_ui_label (sdm_aid_get_title (aid), "h2"));
  gtk_box_append (GTK_BOX (content), sdm_ui_label (sdm_aid_get_decision (aid), "body"));
  gtk_box_append (GTK_BOX (content), sdm_ui_label (sdm_aid_get_why_now (aid), "body"));
  gtk_box_append (GTK_BOX (more), sdm_ui_label (sdm_aid_get_condition_text (aid), "body"));
  gtk_box_append (GTK_BOX (content), fold);
  add_audience (aid, content);
}

static GtkWidget *
make_decision_card (SdmStartPage *self)
{
  SdmAid    *aid = sdm_page_get_aid (SDM_PAGE (self));
  GtkWidget *content;
  GtkWidget *card = sdm_ui_card (_ ("What is the decision?"), &content);

  if (sdm_aid_is_blank (aid))
    {
      self->own_decision = sdm_blank_decision_new (SDM_PAGE (self));
      gtk_box_append (GTK_BOX (content), self->own_decision);
    }
  else
    {
      add_description (aid, content);
    }

  self->draft = make_warning (self, content, _ ("I know that this aid is a draft that two people here have not signed yet."));
  self->past_review = make_warning (self, content, _ ("I know that this aid was due for review, and that nothing can be printed from it."));
  gtk_widget_set_visible (self->draft, sdm_consultation_has_draft_aid (sdm_page_get_consultation (SDM_PAGE (self))));
  gtk_widget_set_visible (self->past_review, sdm_aid_is_past_review (aid, sdm_context_get_clock (sdm_session_get_context (sdm_page_get_session (SDM_PAGE (self))))));

  return card;
}

static GtkWidget *
make_stop_card (SdmStartPage *self)
{
  GtkWidget *content;
  GtkWidget *card = sdm_ui_card (_ ("First, is any of this true today?"), &content);

  self->stop_cards = sdm_stop_cards_new (sdm_page_get_session (SDM_PAGE (self)));
  sdm_page_place_mark (self->stop_cards, "start/stop_cards");
  g_signal_connect_object (self->stop_cards, "changed", G_CALLBACK (show_note), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (content), self->stop_cards);
  gtk_widget_set_visible (card, !sdm_aid_is_blank (sdm_page_get_aid (SDM_PAGE (self))));

  return card;
}

/* Where, when and with whom */

static GtkWidget *
make_talk_card (SdmStartPage *self)
{
  GtkWidget *content;
  GtkWidget *card = sdm_ui_card (_ ("This talk"), &content);
  GtkWidget *how = sdm_choice_bar_new ();
  GtkWidget *row = sdm_ui_wrap (16);
  GtkWidget *day = sdm_ui_entry (12);

  self->when = sdm_ui_label (NULL, "body");
  gtk_box_append (GTK_BOX (content), self->when);
  self->talk_time = sdm_talk_time_new (SDM_PAGE (self));
  gtk_box_append (GTK_BOX (content), self->talk_time);

  sdm_choice_bar_add (SDM_CHOICE_BAR (how), "in-person", _ ("Here"));
  sdm_choice_bar_add (SDM_CHOICE_BAR (how), "phone", _ ("Phone"));
  sdm_choice_bar_add (SDM_CHOICE_BAR (how), "video", _ ("Video"));
  sdm_choice_bar_add (SDM_CHOICE_BAR (how), "home-visit", _ ("Home visit"));
  sdm_choice_bar_add (SDM_CHOICE_BAR (how), "group", _ ("Group"));
  gtk_box_append (GTK_BOX (content), sdm_ui_field (_ ("How you meet"), how));
  sdm_page_bind_choice (SDM_PAGE (self), how, "start/method");

  add_field (self, row, _ ("Where"), "start/location/text");
  /* Translators: the code of an organisation in the Organisation Data Service of the NHS */
  add_field (self, row, _ ("ODS code of the place"), "start/location/ods");
  gtk_box_append (GTK_BOX (row), sdm_ui_field (_ ("Day of the event"), day));
  sdm_page_bind_date (SDM_PAGE (self), day, "start/event_date");
  gtk_box_append (GTK_BOX (content), row);

  return card;
}

static void
add_professional (SdmStartPage *self,
                  GtkWidget    *content,
                  const char   *path)
{
  static const struct
  {
    const char *key;
    const char *label;
  } fields[] = {
    { "name", N_ ("Name") },
      { "role", N_ ("Role") },
        { "organisation", N_ ("Organisation") },
      };
  GtkWidget *row = sdm_ui_wrap (16);

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      g_autofree char *place = g_strdup_printf ("%s/%s", path, fields[i].key);

      add_field (self, i < 2 ? row : content, _ (fields[i].label), place);
      if (i == 1)
        gtk_box_append (GTK_BOX (content), row);
    }
}

/* What the record standard asks for when it is known. */
static void
add_registration (SdmStartPage *self,
                  GtkWidget    *content,
                  const char   *path)
{
  GtkWidget       *row = sdm_ui_wrap (16);
  GtkWidget       *bodies = sdm_choice_bar_new ();
  g_autofree char *grade = g_strdup_printf ("%s/grade", path);
  g_autofree char *specialty = g_strdup_printf ("%s/specialty", path);
  g_autofree char *id_type = g_strdup_printf ("%s/id_type", path);
  g_autofree char *id_value = g_strdup_printf ("%s/id_value", path);

  add_field (self, row, _ ("Grade"), grade);
  add_field (self, row, _ ("Specialty"), specialty);
  gtk_box_append (GTK_BOX (content), row);
  /* Translators: short names of the professional registers of the United Kingdom, and of the NHS user directory */
  sdm_choice_bar_add (SDM_CHOICE_BAR (bodies), "gmc-number", _ ("GMC"));
  sdm_choice_bar_add (SDM_CHOICE_BAR (bodies), "nmc-number", _ ("NMC"));
  sdm_choice_bar_add (SDM_CHOICE_BAR (bodies), "gphc-number", _ ("GPhC"));
  sdm_choice_bar_add (SDM_CHOICE_BAR (bodies), "hcpc-number", _ ("HCPC"));
  sdm_choice_bar_add (SDM_CHOICE_BAR (bodies), "sds-user-id", _ ("SDS"));
  gtk_box_append (GTK_BOX (content), sdm_ui_field (_ ("Registered with"), bodies));
  sdm_page_bind_choice (SDM_PAGE (self), bodies, id_type);
  add_field (self, content, _ ("Registration number"), id_value);
}

static GtkWidget *
make_professional_card (SdmStartPage *self)
{
  GtkWidget *content;
  GtkWidget *card = sdm_ui_card (_ ("You, the professional"), &content);
  GtkWidget *more;
  GtkWidget *fold = sdm_ui_fold (_ ("Who is responsible, if someone else"), &more);
  GtkWidget *own;
  GtkWidget *own_fold = sdm_ui_fold (_ ("Grade and registration"), &own);

  add_professional (self, content, "start/seen_by");
  add_registration (self, own, "start/seen_by");
  add_professional (self, more, "start/responsible");
  add_registration (self, more, "start/responsible");
  gtk_box_append (GTK_BOX (content), own_fold);
  gtk_box_append (GTK_BOX (content), fold);

  return card;
}

static GtkWidget *
make_others_card (SdmStartPage *self)
{
  SdmSession *session = sdm_page_get_session (SDM_PAGE (self));
  GtkWidget  *content;
  GtkWidget  *card = sdm_ui_card (_ ("Who else is here?"), &content);

  self->accompanying = sdm_record_list_new (session, &accompanying_kind);
  self->others = sdm_record_list_new (session, &others_kind);
  self->interpreter = sdm_ui_check (_ ("An interpreter is needed"));
  self->interpreter_fields = sdm_ui_wrap (16);
  gtk_box_append (GTK_BOX (content), self->accompanying);
  gtk_box_append (GTK_BOX (content), self->others);
  gtk_box_append (GTK_BOX (content), self->interpreter);
  gtk_box_append (GTK_BOX (content), self->interpreter_fields);
  add_field (self, self->interpreter_fields, _ ("Language"), "start/interpreter/language");
  add_field (self, self->interpreter_fields, _ ("Name of the interpreter"), "start/interpreter/name");
  sdm_page_bind_flag (SDM_PAGE (self), self->interpreter, "start/interpreter/needed");
  g_signal_connect_object (self->interpreter, "toggled", G_CALLBACK (show_interpreter), self, G_CONNECT_SWAPPED);

  return card;
}

/* Full, or four steps; the same pages on both. */
static GtkWidget *
make_path_choice (SdmStartPage *self)
{
  SdmSession *session = sdm_page_get_session (SDM_PAGE (self));

  self->path = sdm_choice_bar_new ();
  sdm_choice_bar_add (SDM_CHOICE_BAR (self->path), "full", _ ("Full path"));
  sdm_choice_bar_add (SDM_CHOICE_BAR (self->path), "short", _ ("Two-minute path"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->path), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("How much time there is"), -1);
  gtk_widget_set_tooltip_text (self->path, _ ("Two minutes: what matters, the options, the decision, the letter. The other steps stay one key away."));
  gtk_widget_set_size_request (self->path, 300, -1);
  gtk_widget_set_sensitive (self->path, !sdm_session_is_read_only (session));
  g_signal_connect_object (self->path, "notify::value", G_CALLBACK (path_chosen_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::short-path", G_CALLBACK (show_path), self, G_CONNECT_SWAPPED);

  return self->path;
}

static GtkWidget *
make_letterhead_card (SdmStartPage *self)
{
  GtkWidget *content;
  GtkWidget *card = sdm_ui_card (NULL, &content);
  GtkWidget *more;
  GtkWidget *fold = sdm_ui_fold (_ ("Letterhead"), &more);
  GtkWidget *row = sdm_ui_wrap (16);

  gtk_box_append (GTK_BOX (more), sdm_ui_label (_ ("Stands at the top of the letter."), "caption"));
  add_field (self, more, _ ("Name of the practice"), "start/practice/name");
  self->address = sdm_ui_text (66);
  sdm_page_place_mark (self->address, "start/practice/address");
  gtk_widget_set_sensitive (self->address, !sdm_session_is_read_only (sdm_page_get_session (SDM_PAGE (self))));
  gtk_box_append (GTK_BOX (more), sdm_ui_field (_ ("Address of the practice"), self->address));
  g_signal_connect_object (gtk_text_view_get_buffer (GTK_TEXT_VIEW (gtk_scrolled_window_get_child (GTK_SCROLLED_WINDOW (self->address)))),
                           "changed", G_CALLBACK (address_changed_cb), self, G_CONNECT_SWAPPED);
  add_field (self, row, _ ("Postcode"), "start/practice/postcode");
  add_field (self, row, _ ("Phone number"), "start/practice/phone");
  /* Translators: the code of an organisation in the Organisation Data Service of the NHS */
  add_field (self, row, _ ("ODS code"), "start/practice/ods");
  gtk_box_append (GTK_BOX (more), row);
  gtk_box_append (GTK_BOX (content), fold);

  return card;
}

/* SdmPage */

static void
sdm_start_page_build (SdmPage *page)
{
  SdmStartPage *self = SDM_START_PAGE (page);
  GtkWidget    *left;
  GtkWidget    *right;

  sdm_page_set_heading (page, _ ("Let’s decide together"), _ ("You can stop at any step and come back."));
  sdm_page_add_beside_heading (page, make_path_choice (self));
  gtk_box_append (GTK_BOX (sdm_page_get_content (page)), sdm_ui_columns (1, 1, &left, &right));
  gtk_box_append (GTK_BOX (left), make_decision_card (self));
  gtk_box_append (GTK_BOX (left), make_professional_card (self));
  gtk_box_append (GTK_BOX (left), make_letterhead_card (self));
  gtk_box_append (GTK_BOX (right), make_stop_card (self));
  gtk_box_append (GTK_BOX (right), make_talk_card (self));
  gtk_box_append (GTK_BOX (right), make_others_card (self));
}

static void
sdm_start_page_refresh (SdmPage *page)
{
  SdmStartPage    *self = SDM_START_PAGE (page);
  SdmConsultation *consultation = sdm_page_get_consultation (page);
  const char      *minute = sdm_consultation_get_text (consultation, "start/contact_when");
  g_autofree char *when = minute != NULL ? describe_minute (minute) : g_strdup (_ ("The day and time are not set."));
  g_autofree char *address = sdm_consultation_dup_address (consultation, "start/practice/address");

  self->refreshing = TRUE;
  show_path (self);
  gtk_label_set_label (GTK_LABEL (self->when), when);
  sdm_talk_time_refresh (SDM_TALK_TIME (self->talk_time));
  gtk_check_button_set_active (GTK_CHECK_BUTTON (self->draft), sdm_consultation_has_accepted (consultation, "draft-aid"));
  gtk_check_button_set_active (GTK_CHECK_BUTTON (self->past_review), sdm_consultation_has_accepted (consultation, "past-review"));
  sdm_ui_show_text (self->address, address);
  if (self->own_decision != NULL)
    sdm_blank_decision_refresh (SDM_BLANK_DECISION (self->own_decision));
  sdm_stop_cards_refresh (SDM_STOP_CARDS (self->stop_cards));
  sdm_record_list_refresh (SDM_RECORD_LIST (self->accompanying));
  sdm_record_list_refresh (SDM_RECORD_LIST (self->others));
  show_interpreter (self);
  show_note (self);
  self->refreshing = FALSE;
}

static void
sdm_start_page_class_init (SdmStartPageClass *klass)
{
  SdmPageClass *page_class = SDM_PAGE_CLASS (klass);

  page_class->step = SDM_STEP_START;
  page_class->build = sdm_start_page_build;
  page_class->refresh = sdm_start_page_refresh;
}

static void
sdm_start_page_init (SdmStartPage *self)
{
}
