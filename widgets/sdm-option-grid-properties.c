/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-option-grid-private.h"

/* The table of properties; what each means is told where it is set. */

static GParamSpec *props[PROP_HAS_FOOT + 1];

static void
sdm_option_grid_get_property (GObject    *object,
                              guint       prop_id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  SdmOptionGrid *self = SDM_OPTION_GRID (object);

  switch ((SdmOptionGridProp) prop_id)
    {
    case PROP_OPTIONS:
      g_value_set_object (value, self->options);
      break;

    case PROP_ROWS:
      g_value_set_object (value, self->rows);
      break;

    case PROP_MAX_VISIBLE:
      g_value_set_uint (value, self->max_visible);
      break;

    case PROP_FIRST_VISIBLE:
      g_value_set_uint (value, self->first_visible);
      break;

    case PROP_PINNED_OPTION:
      g_value_set_string (value, self->pinned_option);
      break;

    case PROP_OPEN_ROW:
      g_value_set_string (value, self->open_row);
      break;

    case PROP_COMPACT:
      g_value_set_boolean (value, self->compact);
      break;

    case PROP_ONE_QUESTION:
      g_value_set_boolean (value, self->one_question);
      break;

    case PROP_CURRENT_ROW:
      g_value_set_uint (value, self->current_row);
      break;

    case PROP_STACKED:
      g_value_set_boolean (value, self->stacked);
      break;

    case PROP_CAN_PUT_ASIDE:
      g_value_set_boolean (value, self->can_put_aside);
      break;

    case PROP_HAS_FOOT:
      g_value_set_boolean (value, self->has_foot);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
      break;
    }
}

static void
sdm_option_grid_set_property (GObject      *object,
                              guint         prop_id,
                              const GValue *value,
                              GParamSpec   *pspec)
{
  SdmOptionGrid *self = SDM_OPTION_GRID (object);

  switch ((SdmOptionGridProp) prop_id)
    {
    case PROP_OPTIONS:
      sdm_option_grid_set_options (self, g_value_get_object (value));
      break;

    case PROP_ROWS:
      sdm_option_grid_set_rows (self, g_value_get_object (value));
      break;

    case PROP_MAX_VISIBLE:
      sdm_option_grid_set_max_visible (self, g_value_get_uint (value));
      break;

    case PROP_FIRST_VISIBLE:
      sdm_option_grid_set_first_visible (self, g_value_get_uint (value));
      break;

    case PROP_PINNED_OPTION:
      sdm_option_grid_set_pinned_option (self, g_value_get_string (value));
      break;

    case PROP_OPEN_ROW:
      sdm_option_grid_set_open_row (self, g_value_get_string (value));
      break;

    case PROP_COMPACT:
      sdm_option_grid_set_compact (self, g_value_get_boolean (value));
      break;

    case PROP_ONE_QUESTION:
      sdm_option_grid_set_one_question (self, g_value_get_boolean (value));
      break;

    case PROP_CURRENT_ROW:
      sdm_option_grid_set_current_row (self, g_value_get_uint (value));
      break;

    case PROP_STACKED:
      sdm_option_grid_set_stacked (self, g_value_get_boolean (value));
      break;

    case PROP_CAN_PUT_ASIDE:
      sdm_option_grid_set_can_put_aside (self, g_value_get_boolean (value));
      break;

    case PROP_HAS_FOOT:
      sdm_option_grid_set_has_foot (self, g_value_get_boolean (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
      break;
    }
}

void
sdm_option_grid_install_properties (GObjectClass *object_class)
{
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = sdm_option_grid_get_property;
  object_class->set_property = sdm_option_grid_set_property;

  props[PROP_OPTIONS] = g_param_spec_object ("options", NULL, NULL, G_TYPE_LIST_MODEL, flags);
  props[PROP_ROWS] = g_param_spec_object ("rows", NULL, NULL, G_TYPE_LIST_MODEL, flags);
  props[PROP_MAX_VISIBLE] = g_param_spec_uint ("max-visible", NULL, NULL, 1, 6, 3, flags);
  props[PROP_FIRST_VISIBLE] = g_param_spec_uint ("first-visible", NULL, NULL, 0, G_MAXUINT, 0, flags);
  props[PROP_PINNED_OPTION] = g_param_spec_string ("pinned-option", NULL, NULL, NULL, flags);
  props[PROP_OPEN_ROW] = g_param_spec_string ("open-row", NULL, NULL, NULL, flags);
  props[PROP_COMPACT] = g_param_spec_boolean ("compact", NULL, NULL, FALSE, flags);
  props[PROP_ONE_QUESTION] = g_param_spec_boolean ("one-question", NULL, NULL, FALSE, flags);
  props[PROP_CURRENT_ROW] = g_param_spec_uint ("current-row", NULL, NULL, 0, G_MAXUINT, 0, flags);
  props[PROP_STACKED] = g_param_spec_boolean ("stacked", NULL, NULL, FALSE, flags);
  props[PROP_CAN_PUT_ASIDE] = g_param_spec_boolean ("can-put-aside", NULL, NULL, FALSE, flags);
  props[PROP_HAS_FOOT] = g_param_spec_boolean ("has-foot", NULL, NULL, TRUE, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);
}

/* Says that one of the properties is no longer what it was. */
void
sdm_option_grid_notify (SdmOptionGrid    *self,
                        SdmOptionGridProp prop)
{
  g_object_notify_by_pspec (G_OBJECT (self), props[prop]);
}
