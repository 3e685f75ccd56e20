/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-everyday.h"

/*
 * What everyone in a consulting room asks about, in the ways in which they ask it. A case says what its
 * person answers, or which of its topics or hidden things such a question leads to. Where it says nothing,
 * the person gives the answer that gives the least away.
 */

/* How it stands beside a topic that answers to the same question. */
typedef enum
{
  ABOUT, /* as the next, and it names what it is asked about */
  VAGUE, /* it can be asked about anything, so the topic goes first */
  USUAL, /* whichever fits better */
  PLAIN, /* it can mean nothing else, whatever its words */
} SubjectRank;

typedef struct
{
  const char *id;
  const char *question;  /* the plainest way to ask */
  const char *otherwise; /* nullable: what is said where the case says nothing */
  gboolean    is_open;   /* it invites the person to tell what they like */
  SubjectRank rank;
  const char *patterns; /* between bars */
} Subject;

/* clang-format off */
static const Subject subjects[] = {
  { "story", "What brings you here today?", NULL, TRUE, PLAIN,
    "brings you|brought you|bring you here|how can i help|how can we help|how may i help|can i help you|what can i do for you|what can we do for you|"
    "what is going on|what s going on|what has been going on|what s been going on|been happening|what is the problem|what s the problem|"
    "what seems to be|what is the matter|what s the matter|what s up|reason you+come|reason you+came|why+come in|why+come today|why are you here|"
    "like to talk about|want to talk about|like to discuss|want to discuss|what can we talk|what is troubling you|how have things been|how are things|"
    "what made you come|what made you ring|what made you call" },
  { "more", "Can you tell me more?", NULL, TRUE, VAGUE,
    "what happened|how did this start|how did it all start|start at the beginning|from the beginning|tell me what happened|tell me your story|fill me in|catch me up|tell me more|tell me a bit more|tell me a little more|say more|a bit more about that|more about that|more about it|more about this|anything else|something else you|"
    "what else|=go on|carry on|how so|how do you mean|what do you mean|in what way|such as|for example|can you explain|could you explain|explain that|"
    "else you want|else you would like|else you d like|else on your mind|more to it" },
  { "how-are-you", "How are you?", NULL, TRUE, VAGUE,
    "how are you|how have you been|how you been|how are you doing|how are you feeling|how do you feel today|how you feeling|how do you feel in yourself|"
    "how are you keeping|how s it going|how is it going|are you well|are you ok|are you okay|are you all right|you alright" },
  { "matters", "What matters most to you?", NULL, TRUE, VAGUE,
    "matters to you|matters most|matter to you|matter most|really matters|what matters|important to you|most important|important thing|important for you|"
    "you care about|care most about|what do you value|what do you treasure|priority for you|your priorities|priorities|what counts|keeps you going|"
    "makes life worth|makes life good|good life|what are you living for|a good day|gets you up|gets you out of bed|what do you live for|"
    "not want to give up|hate to lose|want to keep" },
  { "hopes", "What are you hoping for?", NULL, TRUE, VAGUE,
    "hoping|hope for|your hopes|what do you hope|did you hope|your expectations|expecting|expect from|expect today|expect me to|expect us to|"
    "what would you like to happen|like to see happen|want to happen|what would you like me to do|what would you like us to do|like from me|like from us|want from me|want from us|"
    "what do you want me to do|what do you want us to do|want out of|get out of today|get out of this|what would help|would help you|help you most|help the most|most helpful|"
    "ideal outcome|best outcome|perfect world|what outcome|what would success|what would better look|aim for|your goal|your goals|your aim|what would you like to do again|"
    "like to be able to do|want to be able to do|like to get back to|want to get back to|what would you like to achieve|looking for today|were you wanting|"
    "wish for|if i could wave|magic wand|what do you need from|biggest difference|make a difference to you|one thing you" },
  { "worries", "What worries you most?", NULL, TRUE, VAGUE,
    "worry|worries you|worrying you|worried about|are you worried|your worries|any worries|concerns you|your concerns|any concerns|concern|concerned|"
    "afraid|scared|frighten|terrified|fear|fears|anxious about|nervous about|bothers you|bothering you|troubles you|troubling you|on your mind|at the back of your mind|through your mind|"
    "the worst thing|worst that could|worst case|dread|what keeps you awake|what keeps you up|holding you back|puts you off|put you off|what stops you|makes you hesitate" },
  { "ideas", "What do you think is causing it?", NULL, TRUE, VAGUE,
    "causing|caused|what causes|the cause|any ideas|your ideas|any idea what|any idea why|what do you think it is|what do you think it could|what do you think this|"
    "what do you think is wrong|what do you think is happening|what do you think is going on|think is the matter|why do you think|what do you put it down to|put it down to|"
    "your own thoughts|your thoughts|what are your thoughts|what is your theory|what do you think about it|what do you think about this|what do you make of|your view|your opinion|"
    "what have you been thinking|anything happen|happen around|what was happening|happened before that|anything set it off|why now do you think" },
  { "life", "How does it affect your life?", NULL, TRUE, VAGUE,
    "affect your|affecting your|affect you|affecting you|affected you|affects you|impact on|impacting|effect on your life|effect on you|difference to your|get in the way|getting in the way|"
    "stop you doing|stopping you|stops you|stop you from|can you not do|can t you do|unable to do|what can t you|what can you no longer|no longer do|cope|coping|how do you manage|"
    "how are you managing|manage day to day|day to day|struggle with|struggling with|hardest|most difficult|hard for you|difficult for you|bothers you most|"
    "like living with|what is it like|what s it like|used to do|used to enjoy|what do you miss|do you miss most|miss doing" },
  { "feelings", "How do you feel about that?", NULL, TRUE, VAGUE,
    "how do you feel about that|how do you feel about this|how do you feel about it|how does that make you feel|how did that make you feel|how did you feel|make you feel|"
    "how does that feel|how did that feel|how was that for you|what was that like|how does that sound|how does this sound|what is that like|what s that like|are you feeling about|must be hard|that must be|feel listened to|feel heard|taken seriously" },
  { "since", "How long has it been going on?", "I couldn't say exactly.", FALSE, USUAL,
    "how long+been|how long+had|how long+this|how long+it|how long ago|how long have|how long for|since when|when did+start|when did+begin|when+first notice|when did you first|when did you notice|"
    "when did it|first start|started+when|how many days|how many weeks|how many months|how many years|come and go|comes and goes|all the time|sudden|suddenly" },
  { "worse-better", "What makes it better or worse?", "I couldn't say.", FALSE, USUAL,
    "makes it better|make it better|makes it worse|make it worse|made it better|made it worse|makes them worse|when is it worst|when is it worse|when+at its worst|anything that helps|"
    "what helps|does anything help|anything help|bring it on|brings it on|sets it off|set it off|trigger|triggers|eases|ease it|relieve|relieves|getting better|getting worse|got worse|got better|any better|any worse|what has changed|what s changed|anything changed|changed since|warning sign|warning signs" },
  { "what-like", "What is it like?", "It's hard to describe.", FALSE, USUAL,
    "what is the pain like|what s the pain like|describe the pain|describe it|how bad|how severe|scale of|out of 10|out of ten|where is the pain|where does it hurt|where is it|show me where|point to|"
    "what does it feel like|what does that feel like|does it feel like|sharp|dull|burning|which side|does it spread|does it move|radiate|any pain|in pain|a lot of pain|pain anywhere|how is the pain|much pain" },
  { "symptoms", "Do you have any other symptoms?", "No, that's all.", FALSE, VAGUE,
    "other symptoms|any symptoms|symptoms|anything else you have noticed|anything else you ve noticed|noticed anything|notice anything|other problems|any other problem|other issues|"
    "any changes|feel unwell|feeling unwell|been unwell|been ill|weight loss|lost weight|lost any weight|night sweats|tired|energy|fatigue|short of breath|breathless|"
    "trouble breathing|difficulty breathing|breathing|chest pain|palpitations|headache|headaches|feel sick|being sick|vomit|thirsty|numbness|tingling|weakness|fever|temperature|cough|rash|bleeding|swelling|swollen|eyesight|your eyes|vision|your feet|your hearing|your balance|memory|bowels|waterworks|toilet|give way|gives way|lock|stiff|stiffness|click|pins and needles|dizzy|faint|black out|passed out|itchy|itching|pass water|stool" },
  { "tried", "What have you tried so far?", "Nothing to speak of.", FALSE, VAGUE,
    "what have you tried|have you tried anything|tried anything|anything you have tried|tried so far|done so far|doing about it|done about it|anything you do for|what do you do for it|do for the pain|taking anything for|take anything for|"
    "what did you do last time|helped before|worked before|over the counter|from the chemist|from the shop|home remedies|remedies|taken anything" },
  { "before", "Have you had this before?", "Not that I remember.", FALSE, VAGUE,
    "had this before|had it before|had that before|happened before|this before|ever before|like this before|previous episodes|in the past|first time+this|first time+had|had anything like" },
  { "illness", "Do you have any other health problems?", "It should all be in my notes.", FALSE, USUAL,
    "other health|health problems|health conditions|any conditions|medical conditions|medical problems|medical history|past history|other illnesses|other illness|any illnesses|serious illness|"
    "long term conditions|fit and well|generally healthy|otherwise well|otherwise healthy|in good health|how is your health|any operations|had operations|been in hospital|diabetic|do you have diabetes|high blood pressure" },
  { "medicines", "Are you taking any medicines?", "It should all be in my notes.", FALSE, USUAL,
    "any medicines|any medication|any tablets|any medicine|any meds|any regular|other medicines|other tablets|other medication|regular medication|medicines+take|medication+take|tablets+take|meds+take|"
    "taking your tablets|taking your medicines|on your meds|take your meds|with your meds|miss a dose|miss any doses|miss any|missed any|forget to take|remember to take|forget them|forget any|ever forget|ever skip|stopped taking|stop taking|stopped them|come off them|left off|leave off|leave them out|leave any out|how do you take" },
  { "side-effects", "Do you get any side effects?", "Not that I've noticed.", FALSE, USUAL,
    "side effect|side effects|agree with you|disagree with you|reaction to|react to|upset your stomach|make you feel ill|suit you" },
  { "allergies", "Are you allergic to anything?", "Not that I know of.", FALSE, PLAIN, "allergy|allergies|allergic|penicillin" },
  { "smoking", "Do you smoke?", "There's nothing to tell there.", FALSE, USUAL, "smoke|smoker|smoking|cigarettes|vape|vaping|tobacco" },
  { "alcohol", "Do you drink alcohol?", "There's nothing to tell there.", FALSE, USUAL,
    "alcohol|how much do you drink|how much are you drinking|drink much|drink a lot|drink at all|do you drink|units a week|beer|wine|pub|drinking+week|drinker" },
  { "drugs", "Do you use any drugs?", "No.", FALSE, USUAL, "any drugs|use drugs|recreational|cannabis|cocaine|illegal drugs|street drugs|take drugs" },
  { "sleep", "How do you sleep?", "Like always.", FALSE, USUAL, "sleep|sleeping|slept|insomnia|get off to sleep|wake up at night|awake at night|wake at night|keep you awake|keeps you awake|keep you up at night" },
  { "eating", "How is your appetite?", "Like always.", FALSE, USUAL,
    "appetite|eating|what do you eat|your diet|your meals|skip meals|skip a meal|eat well|eat much|eating and drinking|breakfast|food|drinking enough|drink enough|drinking plenty|able to drink|managing to drink" },
  { "weight", "How is your weight?", "Like always.", FALSE, USUAL, "your weight|lose weight|losing weight|weigh|put on weight|overweight|bmi" },
  { "mood", "How is your mood?", "I'm all right, thank you.", FALSE, USUAL,
    "your mood|mood|in your spirits|feeling low|feel low|feeling down|feel down|depressed|depression|sad|tearful|enjoy things|anxiety|stressed|stress|under pressure|a lot of pressure|"
    "your nerves|mental health|emotionally|how is your mind|concentrate|concentration" },
  { "harm", "Have you had thoughts of harming yourself?", "No. It's nothing like that.", FALSE, USUAL,
    "harm yourself|harming yourself|hurt yourself+thought|hurting yourself|suicide|suicidal|end your life|ending your life|kill yourself|killing yourself|life is not worth|life isn t worth|worth living|"
    "better off dead|not wake up|not be here|do you have a plan|have you a plan|thought about how|dark thoughts|do something to yourself" },
  { "work", "What do you do for work?", "There's not much to tell there.", FALSE, USUAL,
    "your job|your work|do for work|do for a living|do you work|are you working|at work|what work|work or retired|occupation|employed|retired|your boss|shifts|time off work|sick note|fit note|stop working" },
  { "home", "Who is at home with you?", "There's not much to tell there.", FALSE, USUAL,
    "at home|live with|live alone|living alone|on your own at|who do you live|lives with you|who else lives|who is with you|married|partner|your wife|your husband|husband|wife|spouse|where do you live|"
    "your house|your flat|your home|home situation|stairs" },
  { "family", "Tell me about your family.", "There's not much to tell there.", FALSE, USUAL,
    "your family|family|children|kids|son|daughter|grandchildren|grandkids|brother|sister|siblings|parents|mother|father|mum|dad|relatives" },
  { "support", "Who helps you?", "I get by.", FALSE, VAGUE,
    "who helps|help you with|help at home|any help|anyone who can help|someone to help|anybody to help|support you|supports you|any support|support at home|support network|who supports|who can you|"
    "talk to about|talked to anyone|talk to anyone|told anyone|spoken to anyone|someone to talk|anyone to talk|friends|lonely|neighbours|look after you|looks after you|rely on|turn to|call if|could you call" },
  { "hobbies", "What do you like to do?", NULL, TRUE, USUAL,
    "hobby|hobbies|interests|do for fun|spare time|free time|what do you enjoy|enjoy doing|like doing|like to do|love doing|love to do|fill your time|spend your time|get out much|get out of the house|go out" },
  { "day", "What does a usual day look like?", NULL, TRUE, USUAL,
    "usual day|typical day|normal day|average day|your day|a day in|day look like|typical week|usual week|your week|daily routine|your routine|morning routine|daily life|everyday life|week look like" },
  { "money", "Is money a worry?", "I get by.", FALSE, USUAL, "money|afford|cost|costs|expensive|financial|finances|bills|benefits|pay for|paying for|out of pocket" },
  { "travel", "How do you get about?", "I get about.", FALSE, USUAL,
    "get there|get here|got here|get about|get around|transport|the bus|do you drive|drive a car|drive yourself|travel|taxi|lift from|how far" },
  { "exercise", "Do you get any exercise?", "There's not much to tell there.", FALSE, USUAL, "exercise|exercises|active|activity|physio|gym|sport|sports|swim|swimming|how far can you walk|walk far|walking|keep fit" },
  { "family-illness", "Does it run in your family?", "Not that I know of.", FALSE, VAGUE,
    "someone in your family|someone in the family|run in the family|runs in the family|run in your family|runs in your family|family history|anyone in your family+had|anyone in the family+had|anyone in your family+have|anyone else in the family|problems in your family|illness in your family|family+illnesses|family+medical|"
    "anyone close to you|anyone you know|know anyone|know anybody" },
  { "pregnancy", "Could you be pregnant?", "No.", FALSE, PLAIN, "pregnant|pregnancy|contraception|on the pill|trying for a baby|last period|breastfeeding|periods regular" },
  { "knowledge", "What do you know about it?", "Only what people say.", FALSE, ABOUT,
    "what do you know about|what have you heard|have you heard|heard about|what do you understand|do you understand|do you know what|do you know how|do you know why|do you know about|know much about|already know|"
    "have you read|read about|been told|told you|what did+say|what did+tell you|who told|where did you hear|looked it up|looked up|google|googled|on the internet|online" },
  { "why-this", "What made you think of that?", "It's hard to put into words.", FALSE, ABOUT,
    "made you think of|makes you think|what made you decide|why do you want|why would you like|why did you want|why are you keen|what makes you want|why that|reason for wanting|why now|appeals to you|attracts you|why the|why is it that" },
  { "willing", "Would you be willing to try something else?", "I'd have to think about that.", FALSE, ABOUT,
    "willing to|would you consider|would you try|would you be open|open to|would you think about|happy to try|prepared to|like to try|something else|something different|another way|alternative|alternatives|other options|other choices|"
    "would you rather|wait and see|would you mind|how would you feel if|how would you feel about|what would you think about|what if|what would you do if|how do you feel about|what do you think about|have you thought about|ever thought about|thought of" },
  { "lean", "Which way are you leaning?", "I don't know yet.", FALSE, VAGUE,
    "leaning|which would you|which one would you|which do you prefer|which option|prefer|your preference|preference|favourite|what would you choose|what would you pick|what suits you|suits you best|"
    "gut feeling|made up your mind|made your mind up|decided yet|what would you like to do next|what next|next step|where do we go from here|how shall we" },
  { "examine", "May I examine you?", "Yes, go ahead.", FALSE, PLAIN,
    "examine you|can i examine|have a look|take a look|can i look|could i look|may i look|look at your|check your|feel your|listen to your|take your|do a test|do some tests|blood test|weigh you|can i check|could i check|may i check" },
  { "questions", "Have you any questions for me?", "I can't think of one just now.", FALSE, PLAIN,
    "questions for me|any questions|your questions|question for me|like to ask me|want to ask me|wanted to ask|want to ask|like to ask|anything to ask|ask me anything" },
  { "understood", "Does that make sense?", "I think so.", FALSE, PLAIN,
    "make sense|makes sense|is that ok|is that okay|is that clear|was that clear|are you happy with that|happy with that|sound ok|sound okay|sound good|sound all right|sounds ok|is that all right|is that alright|"
    "does that help|does that answer|are you following|follow me|with me so far|am i clear|do you see|ok with you|okay with you|all right with you|how does that sound" },
  { "alone", "Can I speak to you on your own?", "I don't mind.", FALSE, USUAL,
    "you alone|you on your own for|you on your own+speak|you on your own+talk|talk alone|speak alone|just the two of us|just us two|in private|privately|wait outside|step outside|leave us|on our own|without your|confidential|"
    "not told anyone|haven t told|have not told|anything you haven t|anything you have not|between us|keep to yourself|hard to say|difficult to talk about|embarrassing" },
  { "reading", "How do you like to have things explained?", "Just tell me plainly.", FALSE, USUAL,
    "like things explained|like it explained|have it explained|have things explained|best way to explain|prefer to get information|like information|like to have information|reading|able to read|can you read|do you read|read it|read the|read this|read that|read letters|"
    "glasses|large print|big print|easy read|write it down|written down|in writing|on paper|leaflet|a picture|pictures|draw it|fill in|fill it in|help with the form|help with forms|help with reading|help you read" },
  { "language", "Which language do you like to speak?", "English is fine.", FALSE, USUAL,
    "language|interpreter|translator|translate|translation|speak english|your english|in english|sign language|signer|bsl|lip read|lipread" },
  { "contact", "How can we best reach you?", "You have my number.", FALSE, USUAL,
    "reach you|contact you|get hold of you|phone number|telephone number|your number|ring you|call you|text you|email|by post|leave a message|best time to" },
  { "appointment", "When could you come?", "I'd have to look.", FALSE, USUAL,
    "book you|book an appointment|make an appointment|appointment for|which day|what day|what time|when could you come|when can you come|when would suit|come back|come in on|come in next|come again|see you again|follow up|next appointment|how urgent" },
  { "sheet", "Would you like a sheet to think about before you meet?", "Yes, if you have one.", FALSE, USUAL,
    "before we meet|before you meet|before you come|before the appointment|before you see|sheet|questions to think about|something to take home|take home|think about at home|prepare for|bring with you|fill in at home" },
};
/* clang-format on */

G_STATIC_ASSERT (G_N_ELEMENTS (subjects) <= SDM_EVERYDAY_MOST);

/* Made ready once, for all threads; they live as long as the program. */
static SdmTriggers *ready[G_N_ELEMENTS (subjects)];
static GStrv        ready_patterns[G_N_ELEMENTS (subjects)];

static void
make_ready (void)
{
  static gsize is_ready = 0;

  if (!g_once_init_enter (&is_ready))
    return;

  for (gsize i = 0; i < G_N_ELEMENTS (subjects); i++)
    {
      ready_patterns[i] = g_strsplit (subjects[i].patterns, "|", -1);
      ready[i] = sdm_triggers_new_for_terms ((const char *const *) ready_patterns[i], g_strv_length (ready_patterns[i]));
    }
  g_once_init_leave (&is_ready, 1);
}

guint
sdm_everyday_get_n_subjects (void)
{
  return G_N_ELEMENTS (subjects);
}

/**
 * sdm_everyday_get_id:
 *
 * Returns: the name of a subject as it stands in a case, such as "worries"
 */
const char *
sdm_everyday_get_id (guint subject)
{
  return subjects[subject].id;
}

/**
 * sdm_everyday_find:
 *
 * Returns: the subject of that name, or -1
 */
gint
sdm_everyday_find (const char *id)
{
  for (guint i = 0; i < G_N_ELEMENTS (subjects); i++)
    if (g_strcmp0 (subjects[i].id, id) == 0)
      return (gint) i;

  return -1;
}

/**
 * sdm_everyday_get_question:
 *
 * Returns: the plainest way to ask about it
 */
const char *
sdm_everyday_get_question (guint subject)
{
  return subjects[subject].question;
}

/**
 * sdm_everyday_get_otherwise:
 *
 * Returns: (nullable): what a person says whose case says nothing about it. It states nothing of the person.
 */
const char *
sdm_everyday_get_otherwise (guint subject)
{
  return subjects[subject].otherwise;
}

/**
 * sdm_everyday_is_open:
 *
 * Returns: whether it invites a person to tell what they like, so that anything they would volunteer fits
 */
gboolean
sdm_everyday_is_open (guint subject)
{
  return subjects[subject].is_open;
}

/**
 * sdm_everyday_is_plain:
 *
 * Returns: whether it can mean nothing else, even where it has a word that a topic answers to, as in
 *   "May I look at your throat?"
 */
gboolean
sdm_everyday_is_plain (guint subject)
{
  return subjects[subject].rank == PLAIN;
}

/**
 * sdm_everyday_is_vague:
 *
 * Returns: whether it can be asked about anything, as "What do you think of it?", so that what it is asked about
 *   goes first
 */
gboolean
sdm_everyday_is_vague (guint subject)
{
  return subjects[subject].rank <= VAGUE;
}

/**
 * sdm_everyday_is_about_something:
 *
 * Returns: whether it names what it is asked about, as "What do you know about it?"
 */
gboolean
sdm_everyday_is_about_something (guint subject)
{
  return subjects[subject].rank == ABOUT;
}

/**
 * sdm_everyday_is_worry:
 * @term: a word, or a beginning that ends in "*"
 *
 * Returns: whether it is a word of fear, as "scared", which can be asked of anything
 */
gboolean
sdm_everyday_is_worry (const char *term)
{
  static const char *const words[] = { "afraid", "scare", "frighten", "terrif", "fear", "worr", "concern", "anxious", "nervous", "dread" };

  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_str_has_prefix (term, words[i]))
      return TRUE;

  return FALSE;
}

/**
 * sdm_everyday_match:
 * @letters: (array): gets for each subject the letters of the longest way to ask about it that fits, 0 where none does
 */
void
sdm_everyday_match (const SdmAsked *asked,
                    gsize          *letters)
{
  make_ready ();
  for (gsize i = 0; i < G_N_ELEMENTS (subjects); i++)
    letters[i] = sdm_triggers_match (ready[i], asked);
}

/**
 * sdm_everyday_dup_words:
 *
 * Returns: (transfer full): all words that are used to ask, in one text
 */
char *
sdm_everyday_dup_words (void)
{
  GString *words = g_string_new (NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (subjects); i++)
    g_string_append_printf (words, "%s %s ", subjects[i].patterns, subjects[i].question);

  return g_string_free (words, FALSE);
}
