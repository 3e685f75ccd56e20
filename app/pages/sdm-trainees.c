/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-trainees.h"

#include <glib/gi18n.h>

#include "sdm-record-practice.h"

#define KEY "trainees"

/* As many as are worth a choice. */
#define MOST 12

/* As example cases name them. */
static const char *const roles[] = {
  "gp", "nurse", "pharmacist", "physio", "link-worker", "coach", "care-coordinator", "receptionist", "student", NULL
};

static const char *const labels[] = {
  N_ ("GP"),
      N_ ("Nurse"),
          N_ ("Pharmacist"),
              N_ ("Physiotherapist"),
                  /* Translators: a social prescribing link worker */
                  N_ ("Link worker"),
                      /* Translators: a health and wellbeing coach */
                      N_ ("Health coach"),
                          N_ ("Care coordinator"),
                              N_ ("Receptionist"),
                                  N_ ("Student"),
                              };

G_STATIC_ASSERT (G_N_ELEMENTS (labels) == G_N_ELEMENTS (roles) - 1);

static gboolean
is_same (const char *one,
         const char *other)
{
  g_autofree char *first = sdm_record_practice_fold_name (one);
  g_autofree char *second = sdm_record_practice_fold_name (other);

  return g_str_equal (first, second);
}

/**
 * sdm_trainees_list:
 *
 * Returns: (transfer full) (element-type utf8): names, the one who practised last first
 */
GPtrArray *
sdm_trainees_list (GSettings *settings)
{
  g_autoptr (GVariant) known = g_settings_get_value (settings, KEY);
  GPtrArray   *names = g_ptr_array_new_with_free_func (g_free);
  GVariantIter iter;
  const char  *name;

  g_variant_iter_init (&iter, known);
  while (g_variant_iter_next (&iter, "(&s&s)", &name, NULL))
    g_ptr_array_add (names, g_strdup (name));

  return names;
}

/**
 * sdm_trainees_dup_role:
 *
 * Returns: (transfer full): the role in which somebody practised last; "" for none
 */
char *
sdm_trainees_dup_role (GSettings  *settings,
                       const char *name)
{
  g_autoptr (GVariant) known = g_settings_get_value (settings, KEY);
  GVariantIter iter;
  const char  *other;
  const char  *role;

  g_variant_iter_init (&iter, known);
  while (g_variant_iter_next (&iter, "(&s&s)", &other, &role))
    if (is_same (name, other))
      return g_strdup (role);

  return g_strdup ("");
}

/**
 * sdm_trainees_note:
 * @role: (nullable): one of sdm_trainees_get_roles()
 *
 * Somebody practises: next time they are the first choice.
 */
void
sdm_trainees_note (GSettings  *settings,
                   const char *name,
                   const char *role)
{
  g_autoptr (GVariant) known = g_settings_get_value (settings, KEY);
  GVariantBuilder builder;
  GVariantIter    iter;
  const char     *other;
  const char     *their_role;
  guint           n = 1;

  g_variant_builder_init (&builder, G_VARIANT_TYPE ("a(ss)"));
  g_variant_builder_add (&builder, "(ss)", name, role != NULL ? role : "");
  g_variant_iter_init (&iter, known);
  while (g_variant_iter_next (&iter, "(&s&s)", &other, &their_role) && n < MOST)
    if (!is_same (name, other))
      {
        g_variant_builder_add (&builder, "(ss)", other, their_role);
        n++;
      }
  g_settings_set_value (settings, KEY, g_variant_builder_end (&builder));
}

/**
 * sdm_trainees_get_roles:
 *
 * Returns: (array zero-terminated=1): ids of roles
 */
const char *const *
sdm_trainees_get_roles (void)
{
  return roles;
}

/**
 * sdm_trainees_get_role_label:
 * @role: (nullable): the id of a role
 *
 * Returns: (nullable): what it is called
 */
const char *
sdm_trainees_get_role_label (const char *role)
{
  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    if (g_strcmp0 (roles[i], role) == 0)
      return _ (labels[i]);

  return NULL;
}
