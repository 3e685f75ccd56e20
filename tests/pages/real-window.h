/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "page-fixture.h"

#include "sdm-window-private.h"

G_BEGIN_DECLS

/* A window on a folder with records of real patients, for whoever is signed in. */

#define NAME       "Dr Amina Rowe"
#define PASSPHRASE "correct horse battery staple"

#define wait_until(condition)                       \
  G_STMT_START                                      \
  {                                                 \
    const guint limit = page_fixture_limit_wait (); \
                                                    \
    while (!(condition))                            \
      g_main_context_iteration (NULL, TRUE);        \
    g_source_remove (limit);                        \
  }                                                 \
  G_STMT_END

typedef gboolean (*Matches) (GtkWidget  *widget,
                             const char *text);

SdmRecordStore *get_real (PageFixture *fixture);
void            make_first_records (PageFixture *fixture,
                                    gboolean     confirmed);
void            make_records (PageFixture *fixture);
SdmWindow      *show_window (PageFixture *fixture);
GtkWidget      *find (GtkWidget *widget, Matches matches, const char *text);
gboolean        holds_label (GtkWidget *widget, const char *text);
gboolean        is_label (GtkWidget *widget, const char *text);
gboolean        is_button (GtkWidget *widget, const char *text);
gboolean        is_check (GtkWidget *widget, const char *text);
GtkWidget      *find_label (SdmWindow *window, const char *text);
GtkWidget      *find_field (SdmWindow *window, const char *label);
void            click (SdmWindow *window, const char *text);
gboolean        is_signed_in (PageFixture *fixture);
void            try_passphrase (SdmWindow *window, const char *passphrase);
SdmWindow      *show_signed_in (PageFixture *fixture);
SdmSession     *new_real_session (PageFixture *fixture);

G_END_DECLS
