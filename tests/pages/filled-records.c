/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "filled-records.h"

#include <string.h>

#include "sdm-consultation-people.h"
#include "sdm-record-heading.h"

/* A store with several patients, one of them twice. */

#define FRAILTY "hypertension-in-frailty"

/* Begun so many days before 24 November 2026. */
typedef struct
{
  const char *given;
  const char *family;
  const char *born;
  const char *number; /* NULL: see why */
  const char *aid;    /* NULL: a blank page */
  const char *reviews;
  guint       days_ago;
  gboolean    is_final;
} Talk;

static const Talk talks[] = {
  { "Arthur", "Pell", "1943-03-14", NUMBER, FRAILTY, "2026-11-20 2027-05-24", 30, TRUE },
  { "Arthur", "Pell", "1943-03-14", NUMBER, NULL, NULL, 2, FALSE },
  { "Artur", "Pell", "1943-03-14", NULL, "no-longer-here", "2027-11-23", 10, TRUE },
  { "Agnes", "Pell-Rowe", "1950-01-02", "9434765927", FRAILTY, NULL, 5, TRUE },
  { "Mary", "Okafor", "1968-05-04", NULL, NULL, NULL, 0, FALSE },
};

static GBytes *
make_body (SdmConsultation *consultation,
           const Talk      *talk,
           const char      *id)
{
  g_autoptr (GBytes) bytes = sdm_consultation_to_bytes (consultation);
  g_autoptr (json_t) document = json_loadb (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), 0, NULL);
  json_t *people = json_object_get (document, "people");
  char   *text;

  json_object_set_new (document, "id", json_string (id));
  if (talk->is_final)
    json_object_set_new (people, "needs", json_pack ("[{s:s, s:s}]", "need", "Large print", "met_by", "Letter in 18 point"));
  text = json_dumps (document, JSON_INDENT (1) | JSON_PRESERVE_ORDER);
  return g_bytes_new_take (text, strlen (text));
}

static SdmConsultation *
make_consultation (PageFixture *fixture,
                   const Talk  *talk)
{
  SdmConsultation *consultation = sdm_consultation_new_for_patient (NULL, sdm_context_get_clock (fixture->context));
  const char      *of_number = talk->number != NULL ? talk->number : "On a visit from abroad";
  g_autoptr (GError) error = NULL;

  sdm_consultation_set_given_names (consultation, talk->given, &error);
  g_assert_no_error (error);
  sdm_consultation_set_text (consultation, "people/patient/family", talk->family, &error);
  g_assert_no_error (error);
  sdm_consultation_set_text (consultation, "people/patient/preferred_name", "Tiger", &error);
  g_assert_no_error (error);
  sdm_consultation_set_text (consultation, "people/patient/born", talk->born, &error);
  g_assert_no_error (error);
  sdm_consultation_set_text (consultation, talk->number != NULL ? "people/patient/nhs_number" : "people/patient/nhs_number_missing", of_number, &error);
  g_assert_no_error (error);

  return consultation;
}

static void
keep_talk (PageFixture *fixture,
           const Talk  *talk)
{
  g_autoptr (SdmConsultation) consultation = make_consultation (fixture, talk);
  g_autoptr (SdmRecordHead) head = sdm_record_head_new_for_consultation (consultation);
  g_autoptr (GBytes) body = NULL;
  g_autoptr (GError) error = NULL;

  head->created -= talk->days_ago * G_TIME_SPAN_DAY;
  g_free (head->id);
  head->id = sdm_record_new_id (head->created);
  body = make_body (consultation, talk, head->id);
  head->step = g_strdup ("options");
  head->aid_id = g_strdup (talk->aid);
  head->aid_sha256 = talk->aid != NULL ? sdm_record_store_put_aid (get_real (fixture), sdm_aid_get_bytes (fixture->aid), &error) : NULL;
  g_assert_no_error (error);
  head->reviews = g_strdup (talk->reviews);
  if (talk->is_final)
    {
      g_free (head->status);
      head->status = g_strdup ("valid");
      sdm_record_store_finalise (get_real (fixture), head, body, &error);
    }
  else
    {
      sdm_record_store_save_draft (get_real (fixture), head, body, &error);
    }
  g_assert_no_error (error);
}

SdmWindow *
show_filled (PageFixture *fixture)
{
  SdmWindow *window = show_signed_in (fixture);

  for (gsize i = 0; i < G_N_ELEMENTS (talks); i++)
    keep_talk (fixture, &talks[i]);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.find-patient", NULL);
  g_assert_nonnull (window->real_page);

  return window;
}

/* Helpers */

/* What is on screen, a label a line. */
static void
append_labels (GString   *text,
               GtkWidget *widget)
{
  if (!gtk_widget_get_mapped (widget))
    return;
  if (GTK_IS_LABEL (widget))
    g_string_append_printf (text, "%s\n", gtk_label_get_label (GTK_LABEL (widget)));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    append_labels (text, child);
}

static char *
read_page (SdmWindow *window)
{
  GString *text = g_string_new (NULL);

  append_labels (text, window->real_page);
  g_string_replace (text, "\u00a0", " ", 0);

  return g_string_free (text, FALSE);
}

gboolean
says (SdmWindow  *window,
      const char *words)
{
  g_autofree char *text = read_page (window);

  return strstr (text, words) != NULL;
}

void
assert_in_order (SdmWindow         *window,
                 const char *const *words)
{
  g_autofree char *text = read_page (window);
  const char      *from = text;

  for (guint i = 0; words[i] != NULL; i++)
    {
      const char *place = strstr (from, words[i]);

      if (place == NULL)
        g_error ("“%s” is not, or not in its place, in:\n%s", words[i], text);
      from = place + strlen (words[i]);
    }
}

gboolean
is_search (GtkWidget  *widget,
           const char *text)
{
  return GTK_IS_SEARCH_ENTRY (widget);
}

void
look_for (SdmWindow  *window,
          const char *typed)
{
  GtkWidget *search = find (window->real_page, is_search, NULL);

  gtk_editable_set_text (GTK_EDITABLE (search), typed);
  g_signal_emit_by_name (search, "activate");
}

gboolean
is_icon_button (GtkWidget  *widget,
                const char *text)
{
  return GTK_IS_BUTTON (widget) && gtk_widget_get_tooltip_text (widget) != NULL && strstr (gtk_widget_get_tooltip_text (widget), text) != NULL;
}

void
show_pell (SdmWindow *window)
{
  look_for (window, NUMBER);
  wait_until (says (window, "1 person found"));
  click (window, "Arthur Pell");
  wait_until (says (window, "Who it is"));
}

GtkWidget *
find_page (SdmWindow *window,
           GType      type)
{
  GtkWidget *stack = adw_bin_get_child (ADW_BIN (window->real_page));
  GtkWidget *page = gtk_stack_get_visible_child (GTK_STACK (stack));

  g_assert_true (g_type_is_a (G_OBJECT_TYPE (page), type));
  return page;
}
