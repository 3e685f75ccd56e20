/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What most files of widgets and pages include, compiled once where b_pch is on. */
#pragma once

#include <gtk/gtk.h>
