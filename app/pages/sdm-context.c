/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-context.h"

/**
 * SdmContext:
 *
 * What everybody in the window needs: the clock, the decision aids, the record
 * store and the settings. Made once at the start and passed on; there are no
 * singletons.
 */
struct _SdmContext
{
  GObject parent_instance;

  SdmClock       *clock;
  SdmAidLibrary  *library;
  SdmRecordStore *store;
  GSettings      *settings;
};

G_DEFINE_FINAL_TYPE (SdmContext, sdm_context, G_TYPE_OBJECT)

static void
sdm_context_dispose (GObject *object)
{
  SdmContext *self = SDM_CONTEXT (object);

  g_clear_object (&self->clock);
  g_clear_object (&self->library);
  g_clear_object (&self->store);
  g_clear_object (&self->settings);

  G_OBJECT_CLASS (sdm_context_parent_class)->dispose (object);
}

static void
sdm_context_class_init (SdmContextClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sdm_context_dispose;
}

static void
sdm_context_init (SdmContext *self)
{
}

/**
 * sdm_context_new:
 *
 * Returns: (transfer full): a context that holds a reference to each
 */
SdmContext *
sdm_context_new (SdmClock       *clock,
                 SdmAidLibrary  *library,
                 SdmRecordStore *store,
                 GSettings      *settings)
{
  SdmContext *self = g_object_new (SDM_TYPE_CONTEXT, NULL);

  self->clock = g_object_ref (clock);
  self->library = g_object_ref (library);
  self->store = g_object_ref (store);
  self->settings = g_object_ref (settings);

  return self;
}

SdmClock *
sdm_context_get_clock (SdmContext *self)
{
  return self->clock;
}

SdmAidLibrary *
sdm_context_get_library (SdmContext *self)
{
  return self->library;
}

SdmRecordStore *
sdm_context_get_store (SdmContext *self)
{
  return self->store;
}

GSettings *
sdm_context_get_settings (SdmContext *self)
{
  return self->settings;
}
