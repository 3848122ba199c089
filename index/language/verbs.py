"""Verbs by what their subject does: saying, judging, acting; and the base form of their other forms."""

from __future__ import annotations

from index.language.english import words

# Verbs whose subject is asked for its words and nothing else: they leave the topic.
PLAIN_SAYING = words("""
say state tell think believe comment mention talk speak remark claim declare express feel opine discuss address
respond react reply answer announce report note argue suggest
""")
# What bids the reader, as a sentence's first word, and what names a source.
BIDDING = frozenset(("Recall", "Note", "Remember", "Consider"))
# What opens a sentence before "to say" and is nobody: "Needless to say that it is late".
OF_COURSE = words("needless suffice safe fair sad sorry strange odd")
CITING = words("citing cited quoting quoted")
# Other verbs of saying, judging and feeling: their subject is a speaker, and they tell what was said.
TELLING = PLAIN_SAYING | words("""
specify elaborate
accept accuse acknowledge admit advise advocate affirm agree allege anticipate apologise apologize applaud appeal
appreciate ask assert assess assure attack attribute back bemoan berate blame blast boast call caution challenge
characterise characterize chide cite clarify commend compare complain concede conclude condemn confess confirm
congratulate consider contend contradict counter credit criticise criticize cry decry define defend demand denounce
deny deplore deride describe disagree disapprove disavow dismiss dispute disown doubt downplay echo emphasise
emphasize endorse envision envisage equate estimate evaluate excuse expect explain expound fault favor favour fear
find forecast foresee frame grade guess hail hint hope hypothesise identify imply insinuate insist insult interpret
invite invoke joke judge justify know label lambast lambaste lament laugh lecture like liken list love maintain mock
name object oppose outline pan phrase picture pledge ponder portray praise preach predict prefer prescribe proclaim
promise propose protest question quip quote rank rap rate react reaffirm reason rebuff rebuke rebut recall recognise
recognize recommend recount refer refute regard regret reiterate reject relate remember repeat reproach request resent
retort reveal ridicule rule scoff scold see sense shrug slam speculate spell stress sum summarise summarize support
suppose surmise suspect swear teach tease term testify thank threaten tout trust tweet understand underline underscore
urge view voice vouch vow want warn wish wonder worry write deem reckon brand dub dispel welcome hate dislike enjoy
assume concern imagine perceive value weigh envy mean dread lash plead beg order instruct
""")
# Verbs that ask for words and say nothing of them, where nothing else is asked: "what did Vorn write".
SAYING_ALONE = PLAIN_SAYING | words("write tweet post add speak explain")
# As they stand between words and their speaker's office: "said senior inspector Jane Roe".
SAID = words("""
said says told tells added adds wrote writes tweeted insisted insists argued argues warned warns announced explained
explains joked recalled recalls replied declared admitted noted notes asked asks claimed claims stated shouted
lamented bemoaned wailed scoffed
""")
# What opens a sentence with what somebody speaks of: "Referring to the war, Roe said it must end".
TOPICS = words("referring speaking commenting answering addressing discussing explaining responding reacting")
# What the tagger takes for a word of saying and is an act: "voted to approve", "after learning that".
NOT_SAYING = words("""
voted vote allocated learning learned learnt mulled illustrating mandates accosting sacked
convicted acquitted demoted expelled evicted ousted jailed received deciding tracing
lifted ignored ignore ignores ignoring disregarded disregard disregards disregarding celebrated celebrate celebrates
""")
# What voters do, whose words nobody hears.
BY_VOTE = words("rejected approved backed passed endorsed defeated")
# What is yet to be done: "met to discuss the plan", "have a week to respond to it".
TO_BE_DONE = words("discuss debate deliberate consider respond review")
# Participles of those who are told of: "the trial of men accused of theft".
BLAMED = words("accused charged suspected")
# Past forms that open a clause and no apposition: "Roe and Lind, met with the envoy".
IRREGULAR_PAST = words("""
met left began took held spoke went came gave made became won lost stood sat ran broke brought bought built caught chose
drew drove fell felt fled flew fought found forgot froze got grew had heard hid kept knew laid led meant paid rode
rose sang saw sent shook shot sold sought spent stole struck stuck swam swore taught threw thought told tore understood
was were withdrew woke wore wrote
""")
# What outlets and reporters do with the words of others.
# "in which she called him a liar": words follow that are hers.
NAMING = words(
    "called calls described describes branded labelled labeled dubbed likened compared referred mocked attacked"
)
REPORTING = words("report write according quote cite")
# What whoever is asked does.
OF_WHAT = words("about on over of for by if whether how why what when")  # "asked about Roe's remark": Roe is not asked
REPLIES = words("reply answer respond retort")
# Verbs of doing: "how many offices did Vorn open" asks for a fact and not for Vorn's words.
DOING = words("""
open close win lose die resign marry divorce buy sell sign visit travel fly meet attend arrive leave born give donate
spend earn pay receive get vote run spent serve live work play beat defeat build hire fire appoint nominate join quit
enter exit carry launch start begin end finish found create produce ship publish post own hold host fall rise grow
drop climb shoot kill arrest charge sue invest lend borrow owe collect land cast stump campaign drive walk drink eat
sleep move return send cut kick score break become happen occur get cost study graduate retire wear bomb invade cross
escape flee survive veto pass adopt introduce finance fund transfer file deliver withdraw deploy steal destroy burn
sit wait go come
""")
# What happens to somebody and is nobody's intention: "would Vorn win" asks others.
OUTCOMES = words("win lose die be become get happen occur fall rise cost need suffer benefit survive")
# Ways of saying it that are no topic: "who likened the port to a sieve".
MANNERS_OF_SAYING = words("liken compare mock joke quip quote jest crack cite paraphrase phrase put")
_IRREGULAR = {
    "said": "say", "told": "tell", "thought": "think", "spoke": "speak", "spoken": "speak", "felt": "feel",
    "found": "find", "saw": "see", "seen": "see", "knew": "know", "known": "know", "meant": "mean", "made": "make",
    "gave": "give", "given": "give", "went": "go", "gone": "go", "put": "put", "came": "come", "won": "win",
    "lost": "lose", "met": "meet", "left": "leave", "paid": "pay", "got": "get", "ran": "run", "beat": "beat",
    "wrote": "write", "written": "write", "swore": "swear", "sworn": "swear", "foresaw": "foresee", "bought": "buy",
    "sold": "sell", "built": "build", "held": "hold", "fell": "fall", "rose": "rise", "grew": "grow", "sent": "send",
    "spent": "spend", "shot": "shoot", "began": "begin", "became": "become", "drove": "drive", "flew": "fly",
    "hit": "hit", "struck": "strike", "brought": "bring", "taught": "teach", "withdrew": "withdraw",
    "understood": "understand", "stood": "stand", "sought": "seek", "chose": "choose", "broke": "break", "cut": "cut",
    "shut": "close", "hid": "hide", "died": "die", "lied": "lie",
}  # fmt: skip


_VERBS = TELLING | DOING
_ENDINGS = (("ied", "y"), ("ies", "y"), ("ed", ""), ("ed", "e"), ("es", ""), ("s", ""), ("ing", ""), ("ing", "e"))


def base_form(word: str) -> str:
    """The verb's base form as far as the lists know it; else the word itself. Lower case in, lower case out."""
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    if word in _VERBS:
        return word
    for ending, instead in _ENDINGS:
        if word.endswith(ending):
            stem = word[: -len(ending)] + instead
            if stem in _VERBS:
                return stem
            if len(stem) > 2 and stem[-1] == stem[-2] and stem[:-1] in _VERBS:
                return stem[:-1]
    return word


def is_telling(word: str) -> bool:
    """Whether the word is a form of a verb whose subject speaks or judges."""
    return base_form(word) in TELLING


def is_past_telling(word: str) -> bool:
    """Whether the word is a past form of a telling verb, and so no noun: "said", "warned"; not "talks"."""
    return (word.endswith("ed") or word in _IRREGULAR) and is_telling(word)


def is_doing(word: str) -> bool:
    """Whether the word is a form of a verb whose subject acts."""
    return base_form(word) in DOING
