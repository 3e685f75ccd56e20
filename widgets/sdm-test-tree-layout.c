/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-test-tree-private.h"

/* Where the parts of a tree stand: a column for each step, every branch in the
 * middle of its parts; or, where there is no room for that, one under the other
 * and set in, as a list is.
 */

/* Helpers */

static guint
find_deepest (const SdmTestTreePlace *places,
              guint                   n_places)
{
  guint deepest = 0;

  for (guint i = 0; i < n_places; i++)
    deepest = MAX (deepest, places[i].depth);

  return deepest;
}

static int
find_widest (const SdmTestTreePlace *places,
             guint                   n_places,
             guint                   depth,
             gboolean                at_least)
{
  int widest = 0;

  for (guint i = 0; i < n_places; i++)
    if (places[i].depth == depth)
      widest = MAX (widest, at_least ? places[i].least_width : places[i].width);

  return widest;
}

static void
set_column (SdmTestTreePlace *places,
            guint             n_places,
            guint             depth,
            int               x,
            int               width)
{
  for (guint i = 0; i < n_places; i++)
    if (places[i].depth == depth)
      {
        places[i].x = x;
        places[i].width = width;
      }
}

/* The place after the last one that belongs to @place. */
static guint
find_end (const SdmTestTreePlace *places,
          guint                   n_places,
          guint                   place)
{
  guint end = place + 1;

  while (end < n_places && places[end].depth > places[place].depth)
    end++;

  return end;
}

static void
move_down (SdmTestTreePlace *places,
           guint             from,
           guint             to,
           int               by)
{
  for (guint i = from; i < to; i++)
    places[i].y += by;
}

/* Puts @place and all its parts below @top; returns where the next may stand. */
static int
stack (SdmTestTreePlace *places,
       guint             n_places,
       guint             place,
       int               top)
{
  SdmTestTreePlace *own = &places[place];
  const guint       end = find_end (places, n_places, place);
  guint             last = place;
  int               bottom = top;
  int               middle;

  for (guint part = place + 1; part < end; part = find_end (places, n_places, part))
    {
      bottom = stack (places, n_places, part, part == place + 1 ? top : bottom + SDM_TEST_TREE_ROW);
      last = part;
    }
  if (last == place)
    {
      own->y = top;
      return top + own->height;
    }

  if (bottom - top < own->height)
    {
      move_down (places, place + 1, end, (own->height - (bottom - top)) / 2);
      bottom = top + own->height;
    }
  middle = (places[place + 1].y + places[place + 1].line + places[last].y + places[last].line) / 2;
  own->y = CLAMP (middle - own->line, top, bottom - own->height);

  return bottom;
}

/* Shared inside this folder */

/**
 * sdm_test_tree_find_columns:
 * @places: with depth, least and best width; gets x and width
 * @width: what there is
 *
 * Returns: whether the steps stand side by side; otherwise they are a list
 */
gboolean
sdm_test_tree_find_columns (SdmTestTreePlace *places,
                            guint             n_places,
                            int               width)
{
  const guint deepest = find_deepest (places, n_places);
  int         least = (int) deepest * SDM_TEST_TREE_GAP;
  int         best = least;
  int         x = 0;

  for (guint depth = 0; depth <= deepest; depth++)
    {
      least += find_widest (places, n_places, depth, TRUE);
      best += find_widest (places, n_places, depth, FALSE);
    }

  if (width < least)
    {
      for (guint i = 0; i < n_places; i++)
        {
          places[i].x = (int) places[i].depth * SDM_TEST_TREE_INDENT;
          places[i].width = MAX (places[i].least_width, width - places[i].x);
        }
      return FALSE;
    }

  for (guint depth = 0; depth <= deepest; depth++)
    {
      const int least_here = find_widest (places, n_places, depth, TRUE);
      const int best_here = find_widest (places, n_places, depth, FALSE);
      const int here = width >= best ? best_here
                                     : least_here + (best_here - least_here) * (width - least) / MAX (best - least, 1);

      set_column (places, n_places, depth, x, here);
      x += here + SDM_TEST_TREE_GAP;
    }

  return TRUE;
}

/**
 * sdm_test_tree_find_rows:
 * @places: with height and line as well; gets y
 * @side_by_side: what sdm_test_tree_find_columns() said
 *
 * Returns: how high the tree is
 */
int
sdm_test_tree_find_rows (SdmTestTreePlace *places,
                         guint             n_places,
                         gboolean          side_by_side)
{
  int y = 0;

  if (n_places == 0)
    return 0;
  if (side_by_side)
    return stack (places, n_places, 0, 0);

  for (guint i = 0; i < n_places; i++)
    {
      places[i].y = y;
      y += places[i].height + SDM_TEST_TREE_ROW;
    }

  return y - SDM_TEST_TREE_ROW;
}

/**
 * sdm_test_tree_find_parent:
 *
 * Returns: the place of which @place is a part, or -1
 */
int
sdm_test_tree_find_parent (const SdmTestTreePlace *places,
                           guint                   place)
{
  for (guint i = place; i > 0; i--)
    if (places[i - 1].depth < places[place].depth)
      return (int) i - 1;

  return -1;
}
