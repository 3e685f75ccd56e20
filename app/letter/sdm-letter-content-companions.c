/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-letter-content-private.h"
#include "sdm-letter-fill.h"
#include "sdm-words-here.h"

/* Who else was there, as the reader would say it. */

/* A whole sentence for each: the word for a relationship changes with the person in many languages. */
/* clang-format off */
static const struct
{
  const char *relationship;
  const char *to_person; /* to the person, whose relative it is */
  const char *to_parent; /* to another relative of the child {child} */
} companions[] = {
  /* Translators: {name} came to the talk with the reader: "Carys, your daughter, was with you."
   * The second of each pair is for a parent, and {child} is the child:
   * "Gwilym Parry, Noah’s grandfather, was with Noah." */
  { "daughter", N_ ("{name}, your daughter, was with you."), N_ ("{name}, {child}’s daughter, was with {child}.") },
  { "son", N_ ("{name}, your son, was with you."), N_ ("{name}, {child}’s son, was with {child}.") },
  { "wife", N_ ("{name}, your wife, was with you."), N_ ("{name}, {child}’s wife, was with {child}.") },
  { "husband", N_ ("{name}, your husband, was with you."), N_ ("{name}, {child}’s husband, was with {child}.") },
  { "partner", N_ ("{name}, your partner, was with you."), N_ ("{name}, {child}’s partner, was with {child}.") },
  { "mother", N_ ("{name}, your mother, was with you."), N_ ("{name}, {child}’s mother, was with {child}.") },
  { "mum", N_ ("{name}, your mum, was with you."), N_ ("{name}, {child}’s mum, was with {child}.") },
  { "father", N_ ("{name}, your father, was with you."), N_ ("{name}, {child}’s father, was with {child}.") },
  { "dad", N_ ("{name}, your dad, was with you."), N_ ("{name}, {child}’s dad, was with {child}.") },
  { "stepmother", N_ ("{name}, your stepmother, was with you."), N_ ("{name}, {child}’s stepmother, was with {child}.") },
  { "stepfather", N_ ("{name}, your stepfather, was with you."), N_ ("{name}, {child}’s stepfather, was with {child}.") },
  { "foster carer", N_ ("{name}, your foster carer, was with you."), N_ ("{name}, {child}’s foster carer, was with {child}.") },
  { "guardian", N_ ("{name}, your guardian, was with you."), N_ ("{name}, {child}’s guardian, was with {child}.") },
  { "grandmother", N_ ("{name}, your grandmother, was with you."), N_ ("{name}, {child}’s grandmother, was with {child}.") },
  { "grandfather", N_ ("{name}, your grandfather, was with you."), N_ ("{name}, {child}’s grandfather, was with {child}.") },
  { "granddaughter", N_ ("{name}, your granddaughter, was with you."), N_ ("{name}, {child}’s granddaughter, was with {child}.") },
  { "grandson", N_ ("{name}, your grandson, was with you."), N_ ("{name}, {child}’s grandson, was with {child}.") },
  { "sister", N_ ("{name}, your sister, was with you."), N_ ("{name}, {child}’s sister, was with {child}.") },
  { "brother", N_ ("{name}, your brother, was with you."), N_ ("{name}, {child}’s brother, was with {child}.") },
  { "aunt", N_ ("{name}, your aunt, was with you."), N_ ("{name}, {child}’s aunt, was with {child}.") },
  { "uncle", N_ ("{name}, your uncle, was with you."), N_ ("{name}, {child}’s uncle, was with {child}.") },
  { "niece", N_ ("{name}, your niece, was with you."), N_ ("{name}, {child}’s niece, was with {child}.") },
  { "nephew", N_ ("{name}, your nephew, was with you."), N_ ("{name}, {child}’s nephew, was with {child}.") },
  { "cousin", N_ ("{name}, your cousin, was with you."), N_ ("{name}, {child}’s cousin, was with {child}.") },
  { "friend", N_ ("{name}, your friend, was with you."), N_ ("{name}, a friend, was with {child}.") },
  { "neighbour", N_ ("{name}, your neighbour, was with you."), N_ ("{name}, a neighbour, was with {child}.") },
  { "carer", N_ ("{name}, your carer, was with you."), N_ ("{name}, {child}’s carer, was with {child}.") },
  { "childminder", N_ ("{name}, your childminder, was with you."), N_ ("{name}, {child}’s childminder, was with {child}.") },
};
/* clang-format on */

static const char *
get_sentence (SdmLetterContent *self,
              const char       *relationship)
{
  if (relationship == NULL)
    /* Translators: someone came to the talk with the reader; the second is for a parent: "Ann Lee was with Noah." */
    return sdm_letter_content_choose (self, _ ("{name} was with you."), _ ("{name} was with {child}."));

  for (guint i = 0; i < G_N_ELEMENTS (companions); i++)
    if (g_ascii_strcasecmp (relationship, companions[i].relationship) == 0)
      return sdm_letter_content_choose (self, _ (companions[i].to_person), _ (companions[i].to_parent));

  /* Translators: the same where {relationship} was typed and has no sentence of its own:
   * "Ann Lee (support worker) was with you." */
  return sdm_letter_content_choose (self, _ ("{name} ({relationship}) was with you."), _ ("{name} ({relationship}) was with {child}."));
}

/* The reader knows that they were there, and is not told so as of somebody else. */
void
sdm_letter_content_append_companions (SdmLetterContent *self,
                                      GString          *paragraph)
{
  json_t *companion;
  size_t  i;

  json_array_foreach (sdm_letter_content_get_list (self, "start/accompanying"), i, companion)
    {
      const char *name = sdm_letter_item_get_text (companion, "name");
      const char *relationship = sdm_letter_item_get_text (companion, "relationship");

      if (name != NULL && !sdm_letter_content_is_reader (self, companion))
        sdm_letter_content_append (paragraph, sdm_letter_fill (get_sentence (self, relationship), "name", name, "child", self->name,
                                                               "relationship", relationship, NULL));
    }
}

static gboolean
is_reader_in (SdmLetterContent *self,
              const char       *path)
{
  json_t *person;
  size_t  i;

  json_array_foreach (sdm_letter_content_get_list (self, path), i, person)
    if (sdm_letter_content_is_reader (self, person))
      return TRUE;

  return FALSE;
}

/* Whether it is recorded that the reader, who is not the person, was at the talk. Who takes part
 * by phone is among the participants only. */
gboolean
sdm_letter_content_was_reader_there (SdmLetterContent *self)
{
  const char *method = sdm_letter_content_get_text (self, "start/method");
  gboolean    is_from_afar = g_strcmp0 (method, "phone") == 0 || g_strcmp0 (method, "video") == 0;

  return is_reader_in (self, "start/accompanying") || is_reader_in (self, "start/others_present") ||
         (is_from_afar && is_reader_in (self, "people/participants"));
}

/* Whether the words of the talk can be the reader's: not where others came and the reader is named
 * nowhere. To a proxy, "you" is the person, who was there. */
gboolean
sdm_letter_content_did_reader_speak (SdmLetterContent *self)
{
  return self->reader != SDM_READER_PARENT || self->reader_name == NULL ||
         json_array_size (sdm_letter_content_get_list (self, "start/accompanying")) == 0 ||
         sdm_letter_content_was_reader_there (self) || is_reader_in (self, "people/participants");
}
