"""Words and word lists for reading a question: tokens that remember where they stand, and what verbs ask for speech."""

from __future__ import annotations

import re
from dataclasses import dataclass

_WORD = re.compile(r"[^\W_]+(?:'[^\W\d_]+)*")
_QUOTE = str.maketrans({"\u2019": "'", "\u2018": "'", "\u02bc": "'", "`": "'"})
_PAUSE = re.compile(r"[,;:?!()\[\]\"“”—.\u2026\n]")
_STOP = re.compile(r"[;?!\n]|\.\s")
ABBREVIATED = frozenset("mr mrs ms dr gen sen gov rep st jr sr prof col capt lt sgt rev hon adm pres".split())


@dataclass(frozen=True, slots=True)
class Token:
    """A word at `[start, end)` of the question; a possessive 's is outside, up to `close`. `gap` precedes the word."""

    text: str
    low: str
    start: int
    end: int
    close: int
    gap: str

    @property
    def possessive(self) -> bool:
        return self.close > self.end

    @property
    def capital(self) -> bool:
        return self.text[:1].isupper()

    @property
    def dashed(self) -> bool:
        """Joined to the word before by a dash."""
        return self.gap.strip() in {"-", "–", "—", "‑"}


def tokenize(text: str) -> tuple[Token, ...]:
    """Words with offsets into `text`; typographic apostrophes count as plain ones."""
    plain = text.translate(_QUOTE)
    tokens: list[Token] = []
    done = 0
    for match in _WORD.finditer(plain):
        word, start, end = match.group(), match.start(), match.end()
        close = end
        if word.lower().endswith("'s") and len(word) > 2:
            word, end = word[:-2], end - 2
        elif word.lower().endswith("s") and plain[end : end + 1] == "'" and not plain[end + 1 : end + 2].isalnum():
            close = end + 1
        tokens.append(Token(word, word.lower(), start, end, close, text[done:start]))
        done = close
    return tuple(tokens)


def pauses(tokens: tuple[Token, ...], at: int) -> bool:
    """Whether punctuation, or the end of the question, stands before token `at`."""
    if at <= 0 or at >= len(tokens):
        return True
    gap = tokens[at].gap
    before = tokens[at - 1]
    if gap.startswith(".") and (len(before.text) == 1 or before.low in ABBREVIATED):
        gap = gap[1:]
    return bool(_PAUSE.search(gap))


def sentence_starts(tokens: tuple[Token, ...], at: int) -> bool:
    """Whether token `at` opens a sentence."""
    if at <= 0:
        return True
    before = tokens[at - 1]
    if tokens[at].gap.startswith(".") and (len(before.text) == 1 or before.low in ABBREVIATED):
        return False
    return bool(_STOP.search(tokens[at].gap))


# Verbs whose subject is asked for its words and nothing else: they leave the topic.
PLAIN_SAYING = frozenset(
    "say state tell think believe comment mention talk speak remark claim declare express feel opine discuss "
    "address respond react reply answer announce report note argue suggest".split()
)
# Other verbs of saying, judging and feeling: their subject is a speaker, and they tell what was said.
TELLING = PLAIN_SAYING | frozenset(
    "accept accuse acknowledge admit advise advocate affirm agree allege anticipate apologise apologize applaud appeal "
    "appreciate ask assert assess assure attack attribute back bemoan berate blame blast boast call caution "
    "challenge characterise characterize chide cite clarify commend compare complain concede conclude condemn "
    "confess confirm congratulate consider contend contradict counter credit criticise criticize cry decry define "
    "defend demand denounce deny deplore deride describe disagree disapprove disavow dismiss dispute disown doubt "
    "downplay echo emphasise emphasize endorse envision envisage equate estimate evaluate excuse expect explain "
    "expound fault favor favour fear find forecast foresee frame grade guess hail hint hope hypothesise identify imply "
    "insinuate insist insult interpret invite invoke joke judge justify know label lambast lambaste lament laugh "
    "lecture like liken list love maintain mock name object oppose outline pan phrase picture pledge ponder "
    "portray praise preach predict prefer prescribe proclaim promise propose protest question quip quote rank rap "
    "rate react reaffirm reason rebuff rebuke rebut recall recognise recognize recommend recount refer refute regard "
    "regret reiterate reject relate remember repeat reproach request resent retort reveal ridicule rule scoff scold "
    "see sense shrug slam speculate spell stress sum summarise summarize support suppose surmise suspect swear teach "
    "tease term testify thank threaten tout trust tweet understand underline underscore urge view voice vouch "
    "vow want warn wish wonder worry write deem reckon brand dub dispel welcome hate dislike enjoy "
    "assume concern imagine perceive value weigh envy mean dread lash plead beg order instruct".split()
)
# Verbs of doing: "how many offices did Vorn open" asks for a fact and not for Vorn's words.
DOING = frozenset(
    "open close win lose die resign marry divorce buy sell sign visit travel fly meet attend arrive leave born give "
    "donate spend earn pay receive get vote run spent serve live work play beat defeat build hire fire appoint "
    "nominate join quit enter exit carry launch start begin end finish found create produce ship publish post own "
    "hold host fall rise grow drop climb shoot kill arrest charge sue invest lend borrow owe collect land "
    "cast stump campaign drive walk drink eat sleep move return send cut kick score break become happen occur get "
    "cost study graduate retire wear bomb invade cross escape flee survive veto pass adopt introduce finance fund "
    "transfer file deliver withdraw deploy steal destroy burn sit wait go come".split()
)
AUXILIARIES = frozenset(
    "did do does has have had would will could can should shall might must is was were are may 'd didn't doesn't don't "
    "hasn't haven't hadn't wouldn't won't couldn't can't shouldn't isn't wasn't weren't aren't".split()
)
ASKING = frozenset("what who whom whose which when where why how".split())
DETERMINERS = frozenset("the a an this that these those his her their its our my your some any each every no".split())
PRONOUNS = frozenset("he she they it we you i him her them us me his hers theirs who whom anyone anybody".split())
PREPOSITIONS = frozenset(
    "about on of in at by for from to with without into onto over under after before during since until till through "
    "against among between regarding concerning toward towards around as per via despite within across upon than like "
    "re".split()
)
CONJUNCTIONS = frozenset("and or but if that whether because while when although though so than as nor".split())
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


def is_boundary(word: str, *, verbs: bool = True) -> bool:
    """Whether a noun phrase cannot go on with this word (lower case); `verbs` False: telling verbs may be nouns."""
    return (
        word in PREPOSITIONS
        or word in CONJUNCTIONS
        or word in ASKING
        or word in AUXILIARIES
        or word in DETERMINERS
        or word in PRONOUNS
        or (verbs and is_telling(word))
    )


# What a speaker has: "Vorn's view on". The plain ones leave the topic.
PLAIN_OPINIONS = frozenset(
    "view views opinion opinions stance stances position positions take takes thoughts comment comments remark "
    "remarks statement statements words word response responses reaction reactions reply replies answer answers "
    "attitude attitudes opinon quote quotes quotation quotations perspective line feelings".split()
)
OPINIONS = PLAIN_OPINIONS | frozenset(
    "accusation accusations account advice analysis apology appeal argument arguments assertion assessment "
    "belief beliefs case characterisation characterization claim claims comparison complaint complaints "
    "concern concerns conclusion condemnation criticism criticisms critique defence defense definition denial "
    "description diagnosis doubts endorsement estimate evaluation excuse expectation expectations explanation "
    "fear fears forecast hope hopes idea ideas insult interpretation joke judgement judgment justification "
    "lament message objection objections observation pledge pledges praise prediction predictions prognosis "
    "promise promises proposal question rationale reasoning reasons reason rebuke rebuttal recollection "
    "recommendation rule scepticism skepticism slogan speculation suggestion support take testimony theory "
    "threat threats tweet tweets verdict vow warning warnings wish worry worries opposition outlook summary "
    "tip tips retort retorts comeback tribute tributes quip quips joke jokes jab swipe dig mood plea boast admission "
    "concession analogy metaphor assurance assurances guarantee version telling instruction instructions".split()
)
# The heads of noun phrases for people: "the NATO chief", "which senator".
ROLES = frozenset(
    "activist actor actress adviser advisor aide ally ambassador analyst anchor archbishop artist attorney author "
    "billionaire bishop boss broadcaster businessman businesswoman candidate captain cardinal chair chairman "
    "chairperson chairwoman chancellor chief coach columnist comedian commander commentator commissioner congressman "
    "congresswoman consultant coordinator correspondent counsel councillor critic delegate democrat deputy designer "
    "developer diplomat director doctor donor economist editor envoy executive expert farmer father founder general "
    "governor head historian host inspector investor journalist judge justice king lawmaker lawyer leader legislator "
    "lobbyist manager mayor member minister mother musician nominee officer official operative organiser organizer "
    "owner partner pastor physician pilot player poet police politician pollster pope premier president priest prince "
    "producer professor prosecutor publisher queen rabbi reporter representative republican researcher resident rival "
    "scholar scientist secretary senator sheriff singer soldier speaker spokesman spokesperson spokeswoman staffer "
    "strategist student supporter surgeon survivor teacher treasurer veteran vice victim voter whip witness writer "
    "ceo cfo coo pm gop mp man woman person lady veep chieftain supremo admiral colonel "
    "lieutenant major sergeant".split()
)
TITLES = frozenset(
    "mr mrs ms miss dr president senator sen governor gov representative rep congressman congresswoman secretary "
    "general gen judge justice mayor minister premier chancellor prince princess king queen pope rev reverend pastor "
    "professor prof sir dame lady lord captain colonel col admiral ambassador chairman speaker former ex".split()
)
# A name that holds one of these is a body and not a person.
BODIES = frozenset(
    "party committee council department ministry office house senate congress court union association agency bureau "
    "commission campaign company corporation corp inc ltd bank group institute university college school church "
    "federation foundation fund league nations states kingdom republic administration government police army navy "
    "news times post journal tribune herald gazette globe guardian daily magazine network television radio press "
    "international national society center centre board club team organization organisation street".split()
)
GROUPS = frozenset(
    "critics republicans democrats liberals conservatives experts officials voters supporters opponents analysts "
    "economists people americans europeans russians activists protesters lawmakers senators residents members "
    "scientists reporters journalists lawyers politicians leaders candidates delegates aides advisers advisors "
    "someone somebody anyone anybody everyone nobody others many some most few both one".split()
)
# "Was Vorn sorry about", "is Vorn for": what follows "to be" and asks for a judgement.
STATES = frozenset(
    "after against for sorry worried concerned afraid sure certain confident optimistic pessimistic happy unhappy "
    "angry hopeful opposed willing ready prepared proud surprised doubtful sceptical skeptical disappointed "
    "pleased satisfied convinced open critical".split()
)
# After "how": a figure is asked for.
MANNER = frozenset("many much big large long old tall far high often".split())
