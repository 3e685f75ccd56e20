/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-day-items.h"

#include "sdm-time.h"

#define DAY   "matters/day"
#define START "matters/day_start"

/**
 * sdm_day_items_new_life:
 *
 * Returns: (transfer full) (element-type SdmDayItem): what the person does in a day; the id
 *   of each is its place in the consultation
 */
GPtrArray *
sdm_day_items_new_life (SdmConsultation *consultation)
{
  GPtrArray *items = g_ptr_array_new_with_free_func (g_object_unref);
  json_t    *entry;
  size_t     i;

  json_array_foreach (sdm_consultation_peek (consultation, DAY), i, entry)
    {
      g_autofree char *id = g_strdup_printf ("%" G_GSIZE_FORMAT, i);
      const int        minutes = sdm_time_to_minutes (json_string_value (json_object_get (entry, "at")));
      const gboolean   matters = json_is_true (json_object_get (entry, "matters"));

      g_ptr_array_add (items, sdm_day_item_new (id, NULL, minutes, json_string_value (json_object_get (entry, "what")), NULL,
                                                matters ? SDM_DAY_ITEM_MATTERS : SDM_DAY_ITEM_PLAIN));
    }

  return items;
}

static gboolean
is_the_same (GListModel *store,
             GPtrArray  *items)
{
  if (g_list_model_get_n_items (store) != items->len)
    return FALSE;
  for (guint i = 0; i < items->len; i++)
    {
      g_autoptr (SdmDayItem) former = g_list_model_get_item (store, i);

      if (!sdm_day_item_equal (former, g_ptr_array_index (items, i)))
        return FALSE;
    }

  return TRUE;
}

/**
 * sdm_day_items_fill:
 * @store: a list of #SdmDayItem
 * @items: (element-type SdmDayItem): what shall be in it
 *
 * Puts @items into @store, which does not change where it says the same already.
 */
void
sdm_day_items_fill (GListStore *store,
                    GPtrArray  *items)
{
  if (!is_the_same (G_LIST_MODEL (store), items))
    g_list_store_splice (store, 0, g_list_model_get_n_items (G_LIST_MODEL (store)), items->pdata, items->len);
}

/**
 * sdm_day_items_get_start:
 *
 * Returns: when the person's day begins, in minutes since midnight
 */
int
sdm_day_items_get_start (SdmConsultation *consultation)
{
  const int minutes = sdm_time_to_minutes (sdm_consultation_get_text (consultation, START));

  return minutes >= 0 ? minutes : SDM_DAY_START;
}
