/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* For one file of a program. */

#include <stddef.h>

/* GLib keeps its names in a table that it makes while it is loaded, and leaves it behind when there are
 * more than it holds, as with all pages. Short stacks do not say whose leak it is, so what points to the table
 * keeps it from being told. */
#ifdef __has_feature
#if __has_feature(address_sanitizer)
#include <sanitizer/allocator_interface.h>

#define NAMES_SIZE (2048 * sizeof (char *)) /* QUARK_BLOCK_SIZE of glib/gquark.c */

static const volatile void *names;

void
__sanitizer_malloc_hook (const volatile void *block,
                         size_t               size)
{
  if (size == NAMES_SIZE && names == NULL)
    names = block;
}
#endif
#endif
