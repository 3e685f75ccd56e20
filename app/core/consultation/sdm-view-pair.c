/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-view-pair.h"

#include <glib/gi18n.h>

#include "sdm-consultation-weigh.h"

/* Statements */

/**
 * sdm_statement_is:
 * @statement: one of a list of statements
 * @priority: (nullable): the id of a statement of the aid
 * @text: its words, which tell a person's own statements apart
 */
gboolean
sdm_statement_is (json_t     *statement,
                  const char *priority,
                  const char *text)
{
  const char *id = json_string_value (json_object_get (statement, "priority"));

  if (id != NULL || priority != NULL)
    return g_strcmp0 (id, priority) == 0;

  return g_strcmp0 (json_string_value (json_object_get (statement, "text")), text) == 0;
}

/**
 * sdm_statement_find:
 *
 * Returns: (transfer none) (nullable): the statement in @list
 */
json_t *
sdm_statement_find (json_t     *list,
                    const char *priority,
                    const char *text)
{
  json_t *statement;
  size_t  i;

  json_array_foreach (list, i, statement)
    if (sdm_statement_is (statement, priority, text))
      return statement;

  return NULL;
}

/**
 * sdm_statement_get_mark:
 * @statement: (nullable): one of a list of statements
 *
 * Returns: how much it counts, 0 to 10, or %SDM_NOT_SAID
 */
int
sdm_statement_get_mark (json_t *statement)
{
  json_t *mark = json_object_get (statement, "importance");

  return json_is_integer (mark) ? (int) json_integer_value (mark) : SDM_NOT_SAID;
}

/* Pairs */

static void
free_pair (gpointer data)
{
  SdmViewPair *self = data;

  g_free (self->priority);
  g_free (self->text);
  g_free (self);
}

static SdmViewPair *
new_pair (json_t *statement,
          json_t *own,
          json_t *other)
{
  SdmViewPair *self = g_new0 (SdmViewPair, 1);

  self->priority = g_strdup (json_string_value (json_object_get (statement, "priority")));
  self->text = g_strdup (json_string_value (json_object_get (statement, "text")));
  self->own_chose = own != NULL;
  self->other_chose = other != NULL;
  self->own = sdm_statement_get_mark (own);
  self->other = sdm_statement_get_mark (other);

  return self;
}

/**
 * sdm_view_pairs_new:
 * @own: (nullable): the statements that the person chose
 * @other: (nullable): those of somebody else
 *
 * Returns: (transfer full) (element-type SdmViewPair): every statement that one of them
 *   chose, in the person's order; after these what only the other one chose
 */
GPtrArray *
sdm_view_pairs_new (json_t *own,
                    json_t *other)
{
  GPtrArray *pairs = g_ptr_array_new_with_free_func (free_pair);
  json_t    *statement;
  size_t     i;

  json_array_foreach (own, i, statement)
    g_ptr_array_add (pairs, new_pair (statement, statement,
                                      sdm_statement_find (other, json_string_value (json_object_get (statement, "priority")),
                                                          json_string_value (json_object_get (statement, "text")))));
  json_array_foreach (other, i, statement)
    if (sdm_statement_find (own, json_string_value (json_object_get (statement, "priority")),
                            json_string_value (json_object_get (statement, "text"))) == NULL)
      g_ptr_array_add (pairs, new_pair (statement, NULL, statement));

  return pairs;
}

/* Without a name the clinician speaks. */
static char *
dup_spoken_guess_words (const SdmViewPair *self)
{
  if (!self->own_chose)
    /* Translators: a clinician says it to a person, of a statement */
    return g_strdup_printf (_ ("I thought %d. You did not choose this. Tell me more?"), self->other);
  if (self->other == SDM_NOT_SAID)
    /* Translators: a clinician says it to a person, of a statement */
    return g_strdup_printf (_ ("I made no guess here. You said %d. Tell me more?"), self->own);
  if (self->own == SDM_NOT_SAID)
    /* Translators: a clinician says it to a person, of a statement without a number */
    return g_strdup_printf (_ ("I thought %d. You chose this, without a number. Tell me more?"), self->other);

  /* Translators: a clinician says it to a person: what they guessed, and what the person said */
  return g_strdup_printf (_ ("I thought %d. You said %d. Tell me more?"), self->other, self->own);
}

/**
 * sdm_view_pair_dup_guess_words:
 * @clinician: (nullable): who guessed
 *
 * The same words whether the two numbers are close or far apart.
 *
 * Returns: (transfer full) (nullable): "Dr Shah thought 6. You said 10. Tell me more?";
 *   %NULL where neither of them has put a number to it
 */
char *
sdm_view_pair_dup_guess_words (const SdmViewPair *self,
                               const char        *clinician)
{
  if (self->own == SDM_NOT_SAID && self->other == SDM_NOT_SAID)
    return NULL;
  if (clinician == NULL)
    return dup_spoken_guess_words (self);
  if (!self->own_chose)
    /* Translators: what a clinician guessed of a statement: "Dr Shah thought 6. You did not choose this. Tell me more?" */
    return g_strdup_printf (_ ("%s thought %d. You did not choose this. Tell me more?"), clinician, self->other);
  if (self->other == SDM_NOT_SAID)
    /* Translators: "Dr Shah made no guess here. You said 10. Tell me more?" */
    return g_strdup_printf (_ ("%s made no guess here. You said %d. Tell me more?"), clinician, self->own);
  if (self->own == SDM_NOT_SAID)
    /* Translators: "Dr Shah thought 6. You chose this, without a number. Tell me more?" */
    return g_strdup_printf (_ ("%s thought %d. You chose this, without a number. Tell me more?"), clinician, self->other);

  /* Translators: what a clinician guessed, and what the person said: "Dr Shah thought 6. You said 10. Tell me more?" */
  return g_strdup_printf (_ ("%s thought %d. You said %d. Tell me more?"), clinician, self->other, self->own);
}

/* Of a statement that only one of the two chose. */
static char *
dup_words_of_one (const SdmViewPair *self,
                  const char        *name)
{
  if (self->own_chose && self->own != SDM_NOT_SAID)
    /* Translators: %2$s came along with the person: "You said 10. Jo did not choose this." */
    return g_strdup_printf (_ ("You said %1$d. %2$s did not choose this."), self->own, name);
  if (self->own_chose)
    /* Translators: %s came along with the person: "You chose this. Jo did not." */
    return g_strdup_printf (_ ("You chose this. %s did not."), name);
  if (self->other != SDM_NOT_SAID)
    /* Translators: %1$s came along with the person: "Jo said 9. You did not choose this." */
    return g_strdup_printf (_ ("%1$s said %2$d. You did not choose this."), name, self->other);

  /* Translators: %s came along with the person: "Jo chose this. You did not." */
  return g_strdup_printf (_ ("%s chose this. You did not."), name);
}

/**
 * sdm_view_pair_dup_companion_words:
 * @name: who came along
 *
 * The same words whether the two numbers are close or far apart, and no third
 * number made of the two.
 *
 * Returns: (transfer full): "You said 10. Jo said 4."
 */
char *
sdm_view_pair_dup_companion_words (const SdmViewPair *self,
                                   const char        *name)
{
  if (!self->own_chose || !self->other_chose)
    return dup_words_of_one (self, name);
  if (self->own != SDM_NOT_SAID && self->other != SDM_NOT_SAID)
    /* Translators: %2$s came along with the person: "You said 10. Jo said 4." */
    return g_strdup_printf (_ ("You said %1$d. %2$s said %3$d."), self->own, name, self->other);
  if (self->own != SDM_NOT_SAID)
    /* Translators: %2$s came along with the person: "You said 10. Jo chose this too, without a number." */
    return g_strdup_printf (_ ("You said %1$d. %2$s chose this too, without a number."), self->own, name);
  if (self->other != SDM_NOT_SAID)
    /* Translators: %1$s came along with the person: "You chose this, without a number. Jo said 4." */
    return g_strdup_printf (_ ("You chose this, without a number. %1$s said %2$d."), name, self->other);

  /* Translators: %s came along with the person: "You and Jo both chose this." */
  return g_strdup_printf (_ ("You and %s both chose this."), name);
}
