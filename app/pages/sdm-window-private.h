/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sdm-auto-lock.h"
#include "sdm-lock-signals.h"
#include "sdm-pages.h"
#include "sdm-practice-session.h"
#include "sdm-window.h"

G_BEGIN_DECLS

/* What is known of the decision aids on this computer. */
typedef enum
{
  AIDS_UNKNOWN,
  AIDS_SOUGHT_FIRST,
  AIDS_KNOWN,
  AIDS_SOUGHT, /* once more */
} SdmWindowAids;

/* What stands beside the page. */
typedef enum
{
  SDM_WINDOW_SIDE_NONE,
  SDM_WINDOW_SIDE_PROMPTS,
  SDM_WINDOW_SIDE_PATIENT,
} SdmWindowSide;

struct _SdmWindow
{
  AdwApplicationWindow parent_instance;

  SdmContext   *context;
  SdmSession   *session; /* nullable: nothing is open */
  GListStore   *steps;   /* of SdmStepItem */
  SdmPage      *pages[SDM_N_STEPS];
  gboolean      closing;
  SdmWindowAids aids;
  gboolean      look_again;        /* in other folders, when the scan has ended */
  gboolean      store_is_open;     /* or was tried, and told why not */
  GFile        *waiting_file;      /* nullable: asked for before that */
  gboolean      waiting_blank;     /* a blank page was */
  GFile        *waiting_real_file; /* nullable: asked for before somebody signed in */

  GtkWidget *who;         /* name of the person at the left of the header */
  GtkWidget *title;       /* AdwWindowTitle */
  GtkWidget *back_button; /* to the home page */
  GtkWidget *prompts_button;
  GtkWidget *view_button;
  GtkWidget *hold_button;
  GtkWidget *banner;  /* practice */
  GtkWidget *caution; /* draft aid, past review */
  GtkWidget *worth;   /* an amendment, or a record that counts no more */
  GtkWidget *fit;     /* knows how much room there is */
  GtkWidget *view;    /* home or consultation */
  GtkWidget *home;    /* SdmHome */
  GtkWidget *rail;
  GtkWidget *page_stack;
  GtkWidget *previous;
  GtkWidget *note;
  GtkWidget *next;
  GtkWidget *toasts;
  GtkWidget *minutes; /* small, in the header */
  guint      tick;    /* source id, 0: time does not count */
  gint64     last_tick;
  GMenu     *history_menu;
  GObject   *typed;                        /* weak, nullable: what is typed in */
  AdwToast  *undo_toast;                   /* weak, nullable: offers to undo the last thing */
  AdwToast  *unsolved_toasts[SDM_N_STEPS]; /* weak, nullable: lead back to what is not kept */
  GtkWidget *flap;                         /* the page with the clinician's sheet */
  GtkWidget *side;                         /* stack: the sheets beside the page */
  GtkWidget *sheet;                        /* SdmClinicianSheet */
  GtkWidget *patient_sheet;                /* SdmPatientSheet, of a made-up patient */
  GtkWidget *talk_button;                  /* in the banner of practice */
  gboolean   sheet_is_stale;
  GtkWidget *patient_view; /* weak, nullable: SdmPatientView */

  SdmAutoLock    *auto_lock;
  SdmLockSignals *lock_signals;
  GtkWidget      *real_page;    /* nullable: in the place of the home page, such as SdmSignInPage */
  char           *last_name;    /* owned, nullable: who was signed in last */
  char           *lock_notice;  /* owned, nullable: for whoever signs in next */
  AdwToast       *lock_toast;   /* weak, nullable: warns that it is about to lock */
  AdwToast       *draft_toast;  /* weak, nullable: says which colleague began what is open */
  GtkWidget      *lock_problem; /* weak, nullable: says that it could not be locked */
  gboolean        is_locking;
  gboolean        is_showing_code; /* a new one, on a page that is about to come */
  guint           upkeep_look;     /* source id, 0: nobody is signed in */
  guint           n_leaving;       /* sessions that were left and whose last word is not kept yet */
};

/* sdm-window.c */
void sdm_window_look_for_aids (SdmWindow *self);
void sdm_window_dismiss_toast (AdwToast *toast);

/* sdm-window-clock.c: how long it has taken */
GtkWidget *sdm_window_make_minutes (SdmWindow *self) G_GNUC_WARN_UNUSED_RESULT;
void       sdm_window_start_clock (SdmWindow *self);
void       sdm_window_stop_clock (SdmWindow *self);

/* sdm-window-find.c: one patient among many */
void sdm_window_class_install_find (GtkWidgetClass *widget_class);

/* sdm-window-fit.c: little room, and large text */
void sdm_window_fit (SdmWindow *self);
void sdm_window_fit_header (SdmWindow *self);

/* sdm-window-frame.c: what the window is made of */
void sdm_window_build (SdmWindow *self);
void sdm_window_ensure_consultation_view (SdmWindow *self);

/* sdm-window-history.c: undo and redo */
void sdm_window_class_install_history (GtkWidgetClass *widget_class);
void sdm_window_init_history (SdmWindow *self);
void sdm_window_follow_history (SdmWindow *self);
void sdm_window_update_history (SdmWindow *self);
void sdm_window_offer_undo (SdmWindow *self,
                            AdwToast  *toast);

/* sdm-window-open.c: files, and what is new */
void sdm_window_open_waiting (SdmWindow *self);
void sdm_window_open_waiting_real (SdmWindow *self);
void sdm_window_show_consultation (SdmWindow       *self,
                                   SdmConsultation *consultation,
                                   SdmConsultation *amended,
                                   SdmAid          *aid,
                                   SdmStep          step);

/* sdm-window-resume.c: what the stores have */
void sdm_window_open_kept (SdmWindow       *self,
                           SdmConsultation *consultation,
                           SdmConsultation *amended,
                           SdmStep          step);

/* sdm-window-hand-over.c: a draft that a colleague began */
void sdm_window_offer_draft (SdmWindow *self);
void sdm_window_forget_draft (SdmWindow *self);
void sdm_window_class_install_hand_over (GtkWidgetClass *widget_class);

/* sdm-window-take-in.c: a consultation that comes in a file */
void sdm_window_class_install_take_in (GtkWidgetClass *widget_class);
void sdm_window_take_in (SdmWindow       *self,
                         SdmConsultation *consultation,
                         SdmAid          *aid);
void sdm_window_ask_to_sign_in (SdmWindow *self,
                                GFile     *file);

/* sdm-window-record.c: the page of a finished record */
void sdm_window_show_record (SdmWindow         *self,
                             SdmRecordStoreKind kind,
                             const char        *id);
void sdm_window_open_from_record (SdmWindow       *self,
                                  SdmConsultation *consultation,
                                  SdmStep          step);
void sdm_window_go_back (SdmWindow *self);
void sdm_window_amend_record (SdmWindow       *self,
                              SdmConsultation *consultation);
void sdm_window_update_worth (SdmWindow *self);
void sdm_window_class_install_record (GtkWidgetClass *widget_class);

/* sdm-window-practice.c: the talk with a made-up patient */
void       sdm_window_class_install_practice (GtkWidgetClass *widget_class);
GtkWidget *sdm_window_make_patient_sheet (SdmWindow *self);
void       sdm_window_find_talk (SdmWindow *self);
void       sdm_window_tell_step (SdmWindow *self);
void       sdm_window_tell_row (SdmWindow *self);
void       sdm_window_keep_talk (SdmWindow *self);

/* sdm-window-real.c: who is signed in */
void     sdm_window_class_install_real (GtkWidgetClass *widget_class);
void     sdm_window_init_real (SdmWindow *self);
void     sdm_window_dispose_real (SdmWindow *self);
void     sdm_window_show_real_page (SdmWindow  *self,
                                    GtkWidget  *page,
                                    const char *title);
void     sdm_window_drop_real_page (SdmWindow *self);
gboolean sdm_window_may_open_real (SdmWindow *self,
                                   gboolean   is_final);
void     sdm_window_lock (SdmWindow *self);
void     sdm_window_end_lock (SdmWindow *self);

/* sdm-window-upkeep.c: what is done for the records by itself */
void sdm_window_init_upkeep (SdmWindow *self);
void sdm_window_watch_records (SdmWindow *self,
                               gboolean   is_open);
void sdm_window_look_after_records (SdmWindow *self);

/* sdm-window-session.c: what is open */
void sdm_window_open_session (SdmWindow  *self,
                              SdmSession *session,
                              SdmStep     step);
void sdm_window_close_session (SdmWindow *self);
void sdm_window_show_step (SdmWindow *self);
void sdm_window_update_saved (SdmWindow *self);

/* sdm-window-approval.c: with what the practice says of an aid */
void sdm_window_open_approved (SdmWindow       *self,
                               SdmConsultation *consultation,
                               SdmAid          *aid,
                               SdmStep          step,
                               gboolean         is_new);

/* sdm-window-staff.c: who may open the records */
void sdm_window_class_install_staff (GtkWidgetClass *widget_class);
void sdm_window_init_staff (SdmWindow *self);

/* sdm-window-debrief.c: looking back on practice */
void sdm_window_class_install_debrief (GtkWidgetClass *widget_class);
void sdm_window_take_practice (SdmWindow          *self,
                               SdmConsultation    *consultation,
                               SdmPracticeSession *session);

/* sdm-window-unsolved.c: what was typed and is not kept */
typedef void SdmWindowLeaveFunc (SdmWindow *self);

void     sdm_window_class_install_unsolved (GtkWidgetClass *widget_class);
gboolean sdm_window_find_unsolved (SdmWindow *self,
                                   SdmStep   *found);
gboolean sdm_window_hold_unsolved (SdmWindow *self);
void     sdm_window_tell_unsolved (SdmWindow *self,
                                   SdmStep    step);
void     sdm_window_leave_page (SdmWindow *self,
                                SdmPage   *page);
void     sdm_window_forget_unsolved (SdmWindow *self,
                                     SdmStep    step);
void     sdm_window_leave (SdmWindow          *self,
                           SdmWindowLeaveFunc *leave);

/* sdm-window-keys.c: what is done by key, and the list of it */
void sdm_window_class_install_keys (GtkWidgetClass *widget_class);

/* sdm-window-view.c: what there is beside the page */
void       sdm_window_pack_view_buttons (SdmWindow *self,
                                         GtkWidget *header);
GtkWidget *sdm_window_make_flap (SdmWindow *self,
                                 GtkWidget *page);
void       sdm_window_fit_views (SdmWindow *self,
                                 gboolean   tight,
                                 gboolean   large_text);
void       sdm_window_update_views (SdmWindow *self);
void       sdm_window_toggle_patient_view (SdmWindow *self);
void       sdm_window_toggle_hold (SdmWindow *self);
void       sdm_window_toggle_sheet (SdmWindow *self);
void       sdm_window_show_sheet (SdmWindow *self);
GtkWidget *sdm_window_make_talk_button (SdmWindow *self) G_GNUC_WARN_UNUSED_RESULT;
void       sdm_window_toggle_patient_sheet (SdmWindow *self);
void       sdm_window_update_side (SdmWindow *self);

G_END_DECLS
