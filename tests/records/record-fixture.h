/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "sdm-record-store-private.h"

G_BEGIN_DECLS

/* A folder of its own for each test; removed with all that is in it. */
typedef struct
{
  char           *folder;
  SdmRecordStore *store;
} Fixture;

void fixture_set_up (Fixture      *fixture,
                     gconstpointer data);
void fixture_tear_down (Fixture      *fixture,
                        gconstpointer data);

char *fixture_dup_path (Fixture    *fixture,
                        const char *name);
char *fixture_ask (Fixture    *fixture,
                   const char *name,
                   const char *sql);

/* A file of an older shape from tests/data/stores, under another name. */
void fixture_copy_old (Fixture    *fixture,
                       const char *name,
                       const char *as);

GBytes *fixture_read (Fixture    *fixture,
                      const char *name);
void    fixture_change (Fixture    *fixture,
                        const char *sql);
void    fixture_open (Fixture *fixture);
void    fixture_close (Fixture *fixture);

void           set_text (char      **field,
                         const char *text);
SdmRecordHead *make_head (guint       number,
                          const char *patient);
GBytes        *make_body (const char *text);
void           assert_body (GBytes     *body,
                            const char *text);
void           assert_listed (SdmRecordStore *store,
                              const char     *patients);
void           remove_folder (const char *folder);
void           keep_result_cb (GObject      *source,
                               GAsyncResult *result,
                               gpointer      user_data);
GAsyncResult  *wait_for_result (GAsyncResult **result);

guint fixture_get_loops (guint whole);
guint fixture_get_stride (guint usual);

#define fixture_add(path, func) \
  g_test_add (path, Fixture, NULL, fixture_set_up, func, fixture_tear_down)

G_END_DECLS
