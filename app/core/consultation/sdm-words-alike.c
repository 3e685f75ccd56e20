/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-words-alike.h"

#include <stdlib.h>
#include <string.h>

#include "sdm-triggers.h"

/*
 * Words that people use for one another when they ask about somebody's life and health. They are few
 * and narrow: a word that means two things, such as "low" or "down", stands in none.
 */

/* clang-format off */
static const char *const groups[] = {
  "tablet,pill,medicine,medication,med,capsule,prescription",
  "afraid,scared,frightened,terrified,fear,dread",
  "worry,concern,anxious,nervous,bother,on your mind,uneasy",
  "pain,ache,hurt,sore,painful,agony",
  "dizzy,giddy,light headed,lightheaded,woozy,faint,spin,blackout,black out",
  "fall,tumble,trip,stumble,slip",
  "job,work,employment,shift,workplace,boss,employer",
  "wife,partner,spouse", "husband,partner,spouse", "girlfriend,boyfriend,partner",
  "son,lad,boy", "daughter,girl", "child,kid,baby",
  "grandchild,grandkid,grandson,granddaughter", "mother,mum,mam,mom", "father,dad",
  "brother,sister,sibling", "friend,mate,pal", "family,relative",
  "sleep,asleep,insomnia,wake,awake",
  "eat,food,meal,diet,appetite,dinner,lunch,breakfast,cook,snack",
  "sugar,glucose,hba1c", "cake,sweet,biscuit,chocolate,pudding,dessert",
  "operation,surgery,operate,surgeon", "injection,inject,jab,needle,jabs",
  "scan,mri,x ray,xray", "exercise,physio,stretch,gym,physiotherapy",
  "walk,stroll,on foot", "alone,by yourself,on your own,lonely,loneliness,isolated",
  "home,house,flat,household", "housemate,flatmate,house mate,flat mate",
  "money,afford,cost,financial,bills,debt,expensive", "tired,exhausted,fatigue,energy,worn out,shattered",
  "mood,depressed,depression,sad,unhappy,miserable,tearful,crying", "stop,quit,give up,come off,coming off",
  "smoke,cigarette,tobacco,smoker,fags,vape", "drink,alcohol,beer,wine,booze", "weight,overweight,lose weight,bmi",
  "toilet,poo,bowel,stool", "pee,wee,urine,waterworks,pass water", "period,menstrual,monthlies,time of the month",
  "choose,decide,choice,decision", "church,mosque,temple,faith,religion,pray,god", "holiday,travel,trip away,abroad",
  "drive,car,van", "bus,transport,taxi,train,get there", "ill,poorly,unwell,sick", "better,improve,recover",
  "enjoy,hobby,pastime,interest,fun,pleasure,passion", "help,support,carer,looks after", "breathe,breath,breathless,breathing",
  "temperature,fever,feverish,shiver", "swallow,drink", "appointment,visit,check up,checkup,follow up",
  "blood pressure,bp", "forget,forgot,remember,miss a dose,skip", "exam,test paper,finals", "letter,post,mail",
  "allergy,allergic", "injury,injure,hurt yourself,accident,knock", "swell,swollen,swelling,puffy", "numb,tingle,pins and needles",
  "memory,forgetful,dementia", "die,death,dead,dying", "cancer,tumour", "bleed,blood loss,clots", "hospital,a e,casualty,ward",
  "neighbour,next door", "garden,allotment", "dog,pet", "read,glasses,eyesight", "phone,call,ring,telephone",
};

/* Forms of a word that no ending tells, in the order of strcmp(). */
typedef struct
{
  const char *word;
  const char *base;
} Form;

static const Form forms[] = {
  { "ate", "eat" }, { "began", "begin" }, { "begun", "begin" }, { "bought", "buy" }, { "brought", "bring" }, { "came", "come" },
  { "children", "child" }, { "died", "die" }, { "dies", "die" }, { "drank", "drink" }, { "drunk", "drink" }, { "dying", "die" },
  { "eaten", "eat" }, { "fallen", "fall" }, { "feet", "foot" }, { "fell", "fall" }, { "felt", "feel" }, { "forgot", "forget" },
  { "forgotten", "forget" }, { "gave", "give" }, { "given", "give" }, { "gone", "go" }, { "heard", "hear" }, { "kept", "keep" },
  { "lost", "lose" }, { "meant", "mean" }, { "said", "say" }, { "seen", "see" }, { "slept", "sleep" }, { "spoke", "speak" },
  { "spoken", "speak" }, { "taken", "take" }, { "teeth", "tooth" }, { "thought", "think" }, { "told", "tell" }, { "took", "take" },
  { "went", "go" }, { "woke", "wake" }, { "woken", "wake" }, { "written", "write" }, { "wrote", "write" },
};
/* clang-format on */

/* A group of words, each by its stem with a space on either side. */
static GPtrArray *ready; /* of GPtrArray of strings */

static GPtrArray *
read_group (const char *text)
{
  g_auto (GStrv) words = g_strsplit (text, ",", -1);
  GPtrArray *group = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; words[i] != NULL; i++)
    {
      g_autoptr (SdmAsked) asked = sdm_asked_new (words[i]);

      g_ptr_array_add (group, g_strdup (sdm_asked_get_stems (asked)));
    }

  return group;
}

static void
make_ready (void)
{
  static gsize is_ready = 0;

  if (!g_once_init_enter (&is_ready))
    return;

  ready = g_ptr_array_new ();
  for (gsize i = 0; i < G_N_ELEMENTS (groups); i++)
    g_ptr_array_add (ready, read_group (groups[i]));
  g_once_init_leave (&is_ready, 1);
}

static int
compare_forms (const void *word,
               const void *form)
{
  return strcmp (word, ((const Form *) form)->word);
}

/**
 * sdm_words_get_base:
 * @word: in small letters
 *
 * Returns: (transfer none): the word from which it is made in a way that no ending tells, as "fall" for
 *   "fell", or else itself
 */
const char *
sdm_words_get_base (const char *word)
{
  const Form *form = bsearch (word, forms, G_N_ELEMENTS (forms), sizeof forms[0], compare_forms);

  return form != NULL ? form->base : word;
}

static gboolean
is_member (const char *member,
           const char *word,
           gboolean    is_beginning)
{
  return is_beginning ? g_str_has_prefix (member, word) : strcmp (member, word) == 0;
}

/**
 * sdm_words_add_alike:
 * @word: a stem with a space on either side, or a beginning with a space before it
 * @is_beginning: which of the two
 * @stems: (element-type utf8): gets what people say in its place, each as stems with a space on either side
 */
void
sdm_words_add_alike (const char *word,
                     gboolean    is_beginning,
                     GPtrArray  *stems)
{
  make_ready ();
  for (guint g = 0; g < ready->len; g++)
    {
      GPtrArray *group = g_ptr_array_index (ready, g);
      gboolean   is_in = FALSE;

      for (guint i = 0; i < group->len && !is_in; i++)
        is_in = is_member (g_ptr_array_index (group, i), word, is_beginning);
      for (guint i = 0; i < group->len && is_in; i++)
        if (!is_member (g_ptr_array_index (group, i), word, is_beginning))
          g_ptr_array_add (stems, g_strdup (g_ptr_array_index (group, i)));
    }
}
