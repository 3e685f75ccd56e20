/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-context.h"

/**
 * SdmContext:
 *
 * What everybody in the window needs: the clock, the decision aids, the records
 * and the settings. Made once at the start and passed on; there are no
 * singletons.
 *
 * There are two stores in one folder: that of practice, which is always open, and
 * that of real patients, which is open while somebody is signed in.
 *
 * ## Signals
 *
 * `wiped` when, after somebody was signed out, the store of real patients is closed
 * and its keys are no more.
 */
struct _SdmContext
{
  GObject parent_instance;

  SdmClock        *clock;
  SdmAidLibrary   *library;
  SdmRecordStore  *store;
  SdmRecordStore  *real;
  SdmRecordPerson *person; /* owned, nullable: who is signed in */
  SdmKeyChange    *key_change;
  GSettings       *settings;
  SdmUpkeep       *upkeep;
};

G_DEFINE_FINAL_TYPE (SdmContext, sdm_context, G_TYPE_OBJECT)

typedef enum
{
  PROP_SIGNED_IN = 1,
} SdmContextProp;

static GParamSpec *props[PROP_SIGNED_IN + 1];

static guint wiped_signal;

/* GObject */

static void
sdm_context_get_property (GObject    *object,
                          guint       prop_id,
                          GValue     *value,
                          GParamSpec *pspec)
{
  switch ((SdmContextProp) prop_id)
    {
    case PROP_SIGNED_IN:
      g_value_set_boolean (value, SDM_CONTEXT (object)->person != NULL);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
      break;
    }
}

static void
sdm_context_dispose (GObject *object)
{
  SdmContext *self = SDM_CONTEXT (object);

  g_clear_object (&self->clock);
  g_clear_object (&self->library);
  if (self->key_change != NULL)
    sdm_key_change_leave (self->key_change);
  g_clear_object (&self->key_change);
  g_clear_object (&self->store);
  g_clear_object (&self->real);
  g_clear_pointer (&self->person, sdm_record_person_free);
  g_clear_object (&self->settings);
  if (self->upkeep != NULL)
    sdm_upkeep_cancel (self->upkeep);
  g_clear_object (&self->upkeep);

  G_OBJECT_CLASS (sdm_context_parent_class)->dispose (object);
}

static void
sdm_context_class_init (SdmContextClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sdm_context_dispose;
  G_OBJECT_CLASS (klass)->get_property = sdm_context_get_property;

  props[PROP_SIGNED_IN] = g_param_spec_boolean ("signed-in", NULL, NULL, FALSE,
                                                G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (G_OBJECT_CLASS (klass), G_N_ELEMENTS (props), props);

  wiped_signal = g_signal_new ("wiped", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
sdm_context_init (SdmContext *self)
{
}

/* Public API */

/**
 * sdm_context_new:
 * @store: of practice; that of real patients is in the same folder
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
  self->real = sdm_record_store_new_for_kind (sdm_record_store_get_folder (store), SDM_RECORD_STORE_REAL);
  self->key_change = sdm_key_change_new (self->real);
  self->settings = g_object_ref (settings);
  self->upkeep = sdm_upkeep_new (self->real);

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

/**
 * sdm_context_get_store:
 *
 * Returns: (transfer none): where consultations of @kind are kept; that of real
 *   patients is closed while nobody is signed in
 */
SdmRecordStore *
sdm_context_get_store (SdmContext        *self,
                       SdmRecordStoreKind kind)
{
  return kind == SDM_RECORD_STORE_REAL ? self->real : self->store;
}

/**
 * sdm_context_get_key_change:
 *
 * Returns: (transfer none): what gives the records of real patients another key
 */
SdmKeyChange *
sdm_context_get_key_change (SdmContext *self)
{
  return self->key_change;
}

/**
 * sdm_context_get_person:
 *
 * Returns: (transfer none) (nullable): who is signed in
 */
const SdmRecordPerson *
sdm_context_get_person (SdmContext *self)
{
  return self->person;
}

/**
 * sdm_context_sign_in:
 * @person: (transfer full): who has opened the store of real patients
 *
 * Says who is signed in from now on. Where the key of the records was being changed, that goes on.
 */
void
sdm_context_sign_in (SdmContext      *self,
                     SdmRecordPerson *person)
{
  g_return_if_fail (SDM_IS_CONTEXT (self));
  g_return_if_fail (person != NULL);

  g_clear_pointer (&self->person, sdm_record_person_free);
  self->person = person;
  sdm_upkeep_open (self->upkeep);
  sdm_key_change_go_on (self->key_change);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_SIGNED_IN]);
}

static void
closed_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (SdmContext) self = user_data;
  g_autoptr (GError) error = NULL;

  if (!sdm_record_store_close_finish (SDM_RECORD_STORE (source), result, &error))
    g_message ("The records were not closed: %s", error->message);
  else if (self->person == NULL)
    g_signal_emit (self, wiped_signal, 0);
}

/**
 * sdm_context_sign_out:
 *
 * Closes the store of real patients after all that was asked of it, and wipes its
 * keys. Nobody is signed in from now on.
 */
void
sdm_context_sign_out (SdmContext *self)
{
  g_return_if_fail (SDM_IS_CONTEXT (self));

  if (self->person == NULL)
    return;

  sdm_upkeep_close (self->upkeep);
  sdm_key_change_leave (self->key_change);
  sdm_record_store_close_async (self->real, NULL, closed_cb, g_object_ref (self));
  g_clear_pointer (&self->person, sdm_record_person_free);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_SIGNED_IN]);
}

GSettings *
sdm_context_get_settings (SdmContext *self)
{
  return self->settings;
}

/**
 * sdm_context_get_upkeep:
 *
 * Returns: (transfer none): what looks after the records of real patients
 */
SdmUpkeep *
sdm_context_get_upkeep (SdmContext *self)
{
  return self->upkeep;
}
