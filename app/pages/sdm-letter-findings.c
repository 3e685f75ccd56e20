/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-letter-findings.h"

#include <glib/gi18n.h>

#include "sdm-letter-ask.h"

/**
 * SdmLetterFindings:
 *
 * What a good colleague would say of the letter, the gravest first. Each
 * finding leads to the field in which it was typed; the clinician may keep it
 * with a reason.
 *
 * ## Accessibility
 *
 * A list whose items are named by what was found; each has a button that leads
 * to its place, and one that keeps it.
 */
struct _SdmLetterFindings
{
  GtkBox parent_instance;

  SdmPage   *page; /* not owned: it owns this */
  GtkWidget *summary;
  GtkWidget *rows;
  char      *shown; /* owned, nullable: what the rows say */
};

G_DEFINE_FINAL_TYPE (SdmLetterFindings, sdm_letter_findings, GTK_TYPE_BOX)

#define FINDING "finding"

/* One finding as a row needs it, for as long as the row lives. */
typedef struct
{
  SdmLetterFindings *findings;
  SdmLetterFinding   finding; /* owned strings */
} Row;

static void
free_row (gpointer  data,
          GClosure *closure)
{
  Row *row = data;

  g_free (row->finding.pointer);
  g_free (row->finding.words);
  g_free (row->finding.detail);
  g_free (row->finding.reason);
  g_free (row);
}

static Row *
copy_row (SdmLetterFindings      *self,
          const SdmLetterFinding *finding)
{
  Row *row = g_new0 (Row, 1);

  row->findings = self;
  row->finding.tag = finding->tag;
  row->finding.pointer = g_strdup (finding->pointer);
  row->finding.words = g_strdup (finding->words);
  row->finding.detail = g_strdup (finding->detail);

  return row;
}

/* Callbacks */

static void
show_cb (GtkButton *button,
         gpointer   data)
{
  const Row *row = data;

  if (row->finding.pointer[0] == '/')
    sdm_session_show_place (sdm_page_get_session (row->findings->page), row->finding.pointer + 1);
}

typedef struct
{
  SdmLetterFindings *findings; /* owned */
  Row               *row;
} Keeping;

static void
reason_cb (const char *reason,
           gpointer    data)
{
  Keeping *keeping = data;
  g_autoptr (SdmLetterFindings) self = keeping->findings;
  SdmSession *session = sdm_page_get_session (self->page);
  g_autoptr (GError) error = NULL;

  if (reason != NULL && !sdm_letter_check_override (sdm_session_get_consultation (session), &keeping->row->finding, reason, &error))
    sdm_session_say (session, error->message);
  free_row (keeping->row, NULL);
  g_free (keeping);
}

static void
keep_cb (GtkButton *button,
         gpointer   data)
{
  const Row *row = data;
  GtkRoot   *root = gtk_widget_get_root (GTK_WIDGET (button));
  Keeping   *keeping = g_new0 (Keeping, 1);

  keeping->findings = g_object_ref (row->findings);
  keeping->row = copy_row (row->findings, &row->finding);
  sdm_letter_ask_reason (GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, _ ("Keep it as it is?"), row->finding.detail, reason_cb, keeping);
}

/* Rows */

static const char *
get_severity_name (SdmSeverity severity)
{
  switch (severity)
    {
    case SDM_SEVERITY_ERROR:
      /* Translators: how much a finding in a letter matters */
      return _ ("Mend this first");
    case SDM_SEVERITY_WARNING:
      return _ ("Better mended");
    case SDM_SEVERITY_INFO:
    case SDM_SEVERITY_PEDANTIC:
    default:
      return _ ("Look at this");
    }
}

static GtkWidget *
make_button (SdmLetterFindings      *self,
             const SdmLetterFinding *finding,
             const char             *label,
             GCallback               pressed)
{
  GtkWidget *button = sdm_ui_button (label, NULL);
  /* Translators: a button for one finding: “Go there: “prn”: say “when you need it”” */
  g_autofree char *name = g_strdup_printf (_ ("%s: %s"), label, finding->detail);

  gtk_widget_add_css_class (button, "flat");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect_data (button, "clicked", pressed, copy_row (self, finding), free_row, 0);

  return button;
}

static GtkWidget *
make_buttons (SdmLetterFindings      *self,
              const SdmLetterFinding *finding)
{
  GtkWidget     *row = sdm_ui_row (6);
  const gboolean may_keep = finding->tag->severity <= SDM_SEVERITY_WARNING && !sdm_session_is_read_only (sdm_page_get_session (self->page));

  if (*finding->pointer != '\0')
    gtk_box_append (GTK_BOX (row), make_button (self, finding, _ ("Go there"), G_CALLBACK (show_cb)));
  if (may_keep)
    gtk_box_append (GTK_BOX (row), make_button (self, finding, _ ("Keep it, because…"), G_CALLBACK (keep_cb)));

  return row;
}

static GtkWidget *
make_row (SdmLetterFindings      *self,
          const SdmLetterFinding *finding)
{
  GtkWidget       *column = sdm_ui_column (2);
  g_autofree char *why = g_strdup_printf ("%s (%s)", _ (finding->tag->explanation), finding->tag->standard);
  g_autofree char *kept = NULL;

  gtk_box_append (GTK_BOX (column), sdm_ui_label (finding->reason != NULL ? _ ("Kept") : get_severity_name (finding->tag->severity), "caption"));
  gtk_box_append (GTK_BOX (column), sdm_ui_label (finding->detail, "chrome"));
  if (finding->reason != NULL)
    {
      /* Translators: why a clinician keeps a word of a letter */
      kept = g_strdup_printf (_ ("Because: %s"), finding->reason);
      gtk_box_append (GTK_BOX (column), sdm_ui_label (kept, "caption"));
      return column;
    }
  gtk_box_append (GTK_BOX (column), sdm_ui_label (why, "caption"));
  gtk_box_append (GTK_BOX (column), make_buttons (self, finding));

  return column;
}

/* Summary */

static char *
dup_summary (const SdmLetterCheck *check)
{
  const guint      n = sdm_letter_check_count (check, SDM_SEVERITY_ERROR) + sdm_letter_check_count (check, SDM_SEVERITY_WARNING);
  g_autofree char *mend = n == 0 ? g_strdup (_ ("Nothing to mend.")) : g_strdup_printf (ngettext ("%u thing to mend.", "%u things to mend.", n), n);

  if (!check->has_ease)
    return g_steal_pointer (&mend);

  /* Translators: %1$s says how much there is to mend; Flesch reading ease, higher is easier, and words a sentence:
   * "2 things to mend. Reading ease 88 (the aim is 80), 7.9 words a sentence." */
  return g_strdup_printf (_ ("%1$s Reading ease %2$.0f (the aim is 80), %3$.1f words a sentence."), mend, check->ease, check->mean);
}

/* All that the rows say and lead to. */
static char *
dup_findings (const SdmLetterCheck *check)
{
  GString *all = g_string_new (NULL);

  for (guint i = 0; check != NULL && i < check->findings->len; i++)
    {
      const SdmLetterFinding *finding = g_ptr_array_index (check->findings, i);

      g_string_append_printf (all, "%s\n%s\n%s\n%s\n%s\n", finding->tag->name, finding->pointer, finding->words != NULL ? finding->words : "",
                              finding->detail, finding->reason != NULL ? finding->reason : "");
    }

  return g_string_free (all, FALSE);
}

/* GObject */

static void
sdm_letter_findings_finalize (GObject *object)
{
  g_free (SDM_LETTER_FINDINGS (object)->shown);

  G_OBJECT_CLASS (sdm_letter_findings_parent_class)->finalize (object);
}

static void
sdm_letter_findings_class_init (SdmLetterFindingsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sdm_letter_findings_finalize;
}

static void
sdm_letter_findings_init (SdmLetterFindings *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 10);
}

/* Public API */

GtkWidget *
sdm_letter_findings_new (SdmPage *page)
{
  SdmLetterFindings *self = g_object_new (SDM_TYPE_LETTER_FINDINGS, NULL);

  self->page = page;
  self->summary = sdm_ui_label (NULL, "chrome");
  self->rows = sdm_ui_column (14);
  gtk_box_append (GTK_BOX (self), sdm_ui_label (_ ("Before it goes out"), "h2"));
  gtk_box_append (GTK_BOX (self), self->summary);
  gtk_box_append (GTK_BOX (self), self->rows);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);

  return GTK_WIDGET (self);
}

/**
 * sdm_letter_findings_show:
 * @check: (nullable): what was found; %NULL hides the list
 */
void
sdm_letter_findings_show (SdmLetterFindings    *self,
                          const SdmLetterCheck *check)
{
  g_autofree char *summary = check != NULL ? dup_summary (check) : NULL;
  g_autofree char *findings = dup_findings (check);

  g_return_if_fail (SDM_IS_LETTER_FINDINGS (self));

  gtk_widget_set_visible (GTK_WIDGET (self), check != NULL);
  gtk_label_set_label (GTK_LABEL (self->summary), summary != NULL ? summary : "");
  /* Rows that stay keep the focus, and typing is not held up by making them again. */
  if (g_strcmp0 (findings, self->shown) == 0)
    return;
  g_free (self->shown);
  self->shown = g_steal_pointer (&findings);
  sdm_ui_clear (self->rows);
  for (guint i = 0; check != NULL && i < check->findings->len; i++)
    gtk_box_append (GTK_BOX (self->rows), make_row (self, g_ptr_array_index (check->findings, i)));
}
