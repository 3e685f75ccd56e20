/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-option-marks.h"

#include "sdm-aid-blank.h"

/**
 * sdm_option_marks_get:
 *
 * An option keeps its mark on every page and in whatever order it stands. The
 * mark goes by the place of the option's title among the titles, so it means nothing;
 * on a blank page, where titles are still being typed, by the order of writing.
 *
 * Returns: number of the mark, from 0
 */
guint
sdm_option_marks_get (SdmAid          *aid,
                      const SdmOption *option)
{
  guint            n_options;
  const SdmOption *options = sdm_aid_get_options (aid, &n_options);
  guint            before = 0;

  if (sdm_aid_is_blank (aid))
    return (guint) (option - options);
  for (guint i = 0; i < n_options; i++)
    if (g_strcmp0 (options[i].title, option->title) < 0)
      before++;

  return before;
}

/**
 * sdm_option_marks_fill:
 * @store: a list of #SdmGridOption, filled anew
 * @shown: (element-type SdmOption): the options on screen, in the order seen
 */
void
sdm_option_marks_fill (GListStore *store,
                       SdmAid     *aid,
                       GPtrArray  *shown)
{
  g_autoptr (GPtrArray) columns = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < shown->len; i++)
    {
      const SdmOption *option = g_ptr_array_index (shown, i);

      g_ptr_array_add (columns, sdm_grid_option_new (option->id, option->title, option->short_title, NULL,
                                                     sdm_option_marks_get (aid, option)));
    }
  g_list_store_splice (store, 0, g_list_model_get_n_items (G_LIST_MODEL (store)), columns->pdata, columns->len);
}
