/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sdm-page.h"

G_BEGIN_DECLS

/* One page in a window, on a consultation that is saved in a folder of its own. */
typedef struct
{
  char            *folder;
  SdmContext      *context;
  SdmAid          *aid; /* nullable: a blank page has none */
  SdmConsultation *consultation;
  SdmSession      *session;
  SdmPage         *page;   /* nullable: before page_fixture_show() */
  GtkWidget       *window; /* nullable */
  char            *said;   /* owned, nullable: what the session last said */
  gboolean         can_undo;
} PageFixture;

#define PAGE_FIXTURE_FRAILTY_CASE  "decision-aids/hypertension-in-frailty/cases/dog-walk.json"
#define PAGE_FIXTURE_STATINS_CASE  "decision-aids/statins-primary-prevention/cases/bus-driver.json"
#define PAGE_FIXTURE_PSA_CASE      "decision-aids/psa-testing/cases/golf-partner.json"
#define PAGE_FIXTURE_DECIDED       "tests/data/consultations/decided.json"
#define PAGE_FIXTURE_BLANK         "a blank page"
#define PAGE_FIXTURE_BLANK_DECIDED "tests/data/consultations/blank-decided.json"

/* Before the path of a finished consultation: as it was before it was finished. */
#define PAGE_FIXTURE_AS_DRAFT "draft of "

/* A made-up aid that is translated, for papers in other languages. */
#define PAGE_FIXTURE_TRANSLATED "tests/data/tongues/walk.json"

/* The longest texts that the formats permit, and six options. */
#define PAGE_FIXTURE_LONGEST "the longest"

void  page_fixture_set_up (PageFixture  *fixture,
                           gconstpointer source_path);
void  page_fixture_tear_down (PageFixture  *fixture,
                              gconstpointer source_path);
guint page_fixture_limit_wait (void) G_GNUC_WARN_UNUSED_RESULT;
void  page_fixture_show (PageFixture *fixture,
                         SdmStep      step);

GtkWidget *page_fixture_find_label (PageFixture *fixture,
                                    const char  *text);
GtkWidget *page_fixture_find_field (PageFixture *fixture,
                                    const char  *label);
GtkWidget *page_fixture_find_button (PageFixture *fixture,
                                     const char  *text);
GtkWidget *page_fixture_find_named (PageFixture *fixture,
                                    GType        type,
                                    const char  *accessible_name);

GtkWindow        *page_fixture_find_dialog (void);
GtkPrintSettings *page_fixture_new_file_printer (const char *path) G_GNUC_WARN_UNUSED_RESULT;

void page_fixture_type (GtkWidget  *input,
                        const char *text);
void page_fixture_click (GtkWidget *button);
void page_fixture_assert_text (PageFixture *fixture,
                               const char  *path,
                               const char  *expected);
void page_fixture_assert_named (PageFixture *fixture);
void page_fixture_assert_inputs_insensitive (PageFixture *fixture);

/* @source: a path in the source tree, one of the macros above */
#define page_fixture_add(path, source, func) \
  g_test_add (path, PageFixture, source, page_fixture_set_up, func, page_fixture_tear_down)

int page_fixture_run (void);

G_END_DECLS
