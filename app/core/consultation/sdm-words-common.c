/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-words-common.h"

#include <string.h>

#include "sdm-triggers.h"

/* Words that hold a question together and say nothing of what it is about. */
static const char small_words[] =
    "a about actually again all almost already also always am an and another any anyone anything are as ask at away back be because been "
    "before being big bit both bring but by came can come could d day deal did different do does doing don done else enough even ever every "
    "everything exactly feel few find first for from full get give go going good got had happen has have having he hear hello her here hi him "
    "his how i idea if important in into is it its just keep kind know last later least let like little ll long look lot m made make many may "
    "me mean might mind moment more most mr mrs ms much must my need never new next nice no not nothing now number of off often ok okay old on "
    "once one only or other our out over own part particular people perhaps please point possible put quite rather re really right s same say "
    "see seem shall she should show since so some somebody someone something sometimes soon sort sorry still such suppose sure t take talk tell "
    "than thank that the their them then there these they thing think this those through time to today together told too try two under "
    "understand until up us use usual usually ve very want was way we well were what when where whether which while who whole whose why will "
    "wish with without won wonder would yes yet you your yourself";

/* What else people say when they talk about health and their lives, so that it is not taken for a slip of the pen. */
static const char more_words[] =
    "able above accept accident account ache across act add address advice advise affect affected afford afraid after afternoon against age ago "
    "agree ahead alcohol alive allergic allergy allow alone along although angry ankle answer antibiotic antibiotics antidepressant "
    "antidepressants anxiety anxious apart appetite apply appointment april arm arms around arrange arthritis asleep aspirin asthma august aunt "
    "autumn available awake aware baby bad bag balance bath bathroom bear beat bed bedroom beer begin behaviour behind believe below bend benefit "
    "benefits best better between birth birthday black bladder bleed bleeding blood blue body bone bones book born bother bothering bottle "
    "bottom bowel bowels box boy brain bread break breakfast breast breath breathe breathing bright brother brought bruise build building bus "
    "business busy buy cake call calm cancer car card care careful carer carry case cause causing centre chair chance change changed changes "
    "chat check cheese chemist chest child childhood children chocolate choice choices cholesterol choose chosen church cigarette cigarettes "
    "city clean clear clearly clinic close clothes cloth clot clots coat coffee coil cold college comfort comfortable common company complete "
    "concentrate concern concerned concerns condition confident confidential confused consider consultant contact control conversation cook "
    "cooking cope coping copy corner correct cost cough coughing counselling counsellor count country couple course cousin cover cream cry crying "
    "cup cure cut cutting dad daily damage dance danger dangerous dark date daughter daughters dead dear death decide decided decision "
    "decisions deep depend depressed depression describe desk diabetes diagnosis diary die diet difference difficult difficulty dinner disease "
    "district dizziness dizzy doctor doctors dog door dose doses doubt down draw dream dreams dress drink drinking drive driver driving drop "
    "drug drugs dry due during duty each ear early ears earn easier easily easy eat eating effect effects eight either elbow eleven embarrassed "
    "emergency employer empty end energy english enjoy enjoyed entirely equal especially evening evenings event everybody everyday everyone "
    "evidence examination examine example except exercise exercises expect expected experience explain explained eye eyes face fact fail faint "
    "fair fall falling falls family famous far fast fat father fault fear fears fed feed feelings feels feet felt female fever field fight "
    "figure figures fill final finally fine finger fingers finish fire fit five fix flat floor flu fluid food foot force forget forgive form "
    "forward four free fresh friday friend friendly friends front fruit fun funny future gain game garden general gentle girl glad glass "
    "glasses goal goals gone grandchildren granddaughter grandson grandma grandad great green grew ground group groups grow guess guilty gym "
    "habit hair half hall hand handle hands hang happened happening happens happy hard hardly harm harming harmed hate head headache headaches "
    "health healthy hearing heart heat heating heavy heel held help helped helpful helping helps herself high hill himself hip hobbies hobby "
    "hold holiday holidays home honest honestly hope hoping hopes horrible hospital hot hour hours house household housemates however huge "
    "hundred hungry hurry hurt hurting hurts husband ill illness illnesses image imagine improve improved inside instance instead interest "
    "interested interpreter involve involved issue issues itch itchy itself jab january job join joint joints july jump june kidney kidneys "
    "kids kill kitchen knee knees knew knife knocked known lab lack lady land language large late lately laugh law lead learn leave leg legs "
    "less letter level library lie life lift light likely limit line lines list listen live lived liver lives living local lock locking lonely "
    "longer looked looking looks lose losing loss lost loud love lovely low lower lump lunch lung lungs main male man manage managing march "
    "mark married match matter matters meal meals meaning means meant measure meat medical medication medications medicine medicines meds meet "
    "meeting member memory men mental mention mentioned menopause met metal middle midnight mile miles milk mine minute minutes miserable miss "
    "missed missing mistake mix model mole monday money month monthly months mood moods moon morning mornings mother mouth move moved moving mum "
    "muscle muscles music name narrow natural nature nausea near nearly neck needle neighbour neighbours neither nerve nervous news night nights "
    "nine nobody noise none normal normally north nose note notes notice noticed november nowhere numb numbness nurse nurses october odd offer "
    "office older onto open operation opinion opinions option options order ordinary others ought ourselves outside overall overweight owe oxygen "
    "pack page paid pain painful painkiller painkillers pains pair palpitations panic paper papers paracetamol parents park partner parts pass "
    "past patch patient pattern pause pay peace pee penicillin pension period periods person personal pharmacist pharmacy phone photo physical "
    "physio picture pill pills place plain plan planned planning plans plate play played pleasant pleased plenty pocket poor poorly pop position "
    "positive post practice pray prefer pregnant prepared prescribe prescribed prescription present press pressure pretty prevent previous price "
    "prick private probably problem problems process produce proper properly prove provide pull pulse punch push puts question questions quick "
    "quickly quiet quietly quit race rain raise ran rash rate reach react reaction read reading ready real realise reason reasons receive recent "
    "recently reception record red reduce referral referred regular relationship relatives relax religion remain remember remind repeat reply "
    "report rest result results retire retired return rid ring rise risk risks road role room rough round routine rule run running runny sad safe "
    "safety sat saturday save saw says scan scans scared school score screen screening sea search second secret section seeing seen self sense "
    "sent separate september serious seriously service set seven several severe sex shake shaking shaky shame shape share sharp sheet shift "
    "shifts shiver shock shoe shoes shop shopping short shoulder shout shower shy sick sickness side sight sign signs silly similar simple simply "
    "sing singing single sister sit site sitting situation six size skin skip sleep sleeping slept slight slightly slip slow slowly small smell "
    "smile smoke smoked smoker smoking smooth snack snacks snore social sofa soft solve sometime son sons sooner sore sound sounds south space "
    "speak special spend spent spirit split spoke spoken spoon sport spot spread spring staff stage stairs stand standing start started starting "
    "state statin stay step steps stick stiff stiffness stomach stood stop stopped stopping store story straight strange street strength stress "
    "stressed stroke strong struggle struggling stuck study studying stuff subject sudden suddenly suffer sugar sugars suggest suicide suicidal "
    "suit summer sun sunday support supported surgery surprise surprised swallow sweat sweating sweaty sweet sweets swell swelling swim swollen "
    "symptom symptoms table tablet tablets taken takes taking talked talking taste tea teach team tear tears teeth television temperature ten tend "
    "tense test tests text thanks therapist therapy thick thin thinking third thirsty thirty thought thoughts thousand three throat throw thursday "
    "tight till tingling tired tiredness toes toilet tomorrow tonight took tooth top touch tough toward towards town track train travel treat "
    "treated treatment treatments tried trip trouble true trust truth trying tuesday tumour turn turned twelve twenty twice type typical uncle "
    "understood unhappy university unless unusual unwell upset upstairs urgent urine useful usually vaccine various view views virus visit "
    "visits vitamin voice vomiting wait waiting wake waking walk walked walking wall ward warm warn warning wash water watch weak weakness wear "
    "weather wedding wednesday week weekend weekends weekly weeks weigh weight welcome west wet whatever whenever whoever wide wife willing win "
    "wind window wine winter wise woke woman women wonder wondering word words wore work worked working works world worn worried worries worry "
    "worrying worse worst worth wound wrist write writing wrong wrote yeah year years yellow yesterday young younger";

/**
 * sdm_words_get_small:
 *
 * Returns: (transfer none): words that hold a question together
 */
const char *
sdm_words_get_small (void)
{
  return small_words;
}

/**
 * sdm_words_get_common:
 *
 * Returns: (transfer none): other words that are common when people talk about health and their lives
 */
const char *
sdm_words_get_common (void)
{
  return more_words;
}

/**
 * sdm_words_is_small:
 * @stem: a word by its stem
 *
 * Returns: whether it holds a question together and says nothing of what it is about
 */
gboolean
sdm_words_is_small (const char *stem)
{
  static GHashTable *stems;
  static gsize       is_ready = 0;

  if (g_once_init_enter (&is_ready))
    {
      g_auto (GStrv) words = g_strsplit (small_words, " ", -1);

      stems = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
      for (guint i = 0; words[i] != NULL; i++)
        g_hash_table_add (stems, sdm_stem (words[i]));
      g_once_init_leave (&is_ready, 1);
    }

  return g_hash_table_contains (stems, stem);
}
