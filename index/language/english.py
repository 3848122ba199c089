"""Closed classes of English words: pronouns, determiners, prepositions and the like, each list once.

All words are in lower case with a plain apostrophe.
"""

from __future__ import annotations

from typing import Literal

Gender = Literal["m", "f"]


def words(text: str) -> frozenset[str]:
    """The set of the words of `text`."""
    return frozenset(text.split())


# What each pronoun of the third person singular says of whom it stands for.
GENDER_OF_PRONOUN: dict[str, Gender] = {
    "he": "m", "him": "m", "his": "m", "himself": "m", "she": "f", "her": "f", "hers": "f", "herself": "f",
}  # fmt: skip
SUBJECTS = words("i you he she it we they")
FIRST_PERSON = words("i we")
PERSONAL = SUBJECTS | words("me him her us them")
POSSESSIVE = words("my your his her its our their")  # before a noun
OWN = words("mine yours his hers ours theirs")
REFLEXIVE = words("myself yourself yourselves himself herself itself ourselves themselves")
RELATIVE = words("who whom whose that which")
ANYBODY = words("anyone anybody someone somebody everyone everybody nobody")
# What can stand where a noun does, and names nobody.
PRONOUNS = PERSONAL | OWN | ANYBODY | words("who whom")
ARTICLES = words("a an the")
DEMONSTRATIVE = words("this that these those")
DETERMINERS = ARTICLES | DEMONSTRATIVE | POSSESSIVE | words("some any each every no")
COUNTING = words("some many several other few most one two three both any all")  # before a noun
QUANTITIES = words("all any both few many more most much none others several some such other another either neither")
ASKING = words("what who whom whose which when where why how")
BE = words("is was are were am be been being isn't wasn't aren't weren't")
MODALS = words(
    "will would can could should shall might must may won't wouldn't can't couldn't shouldn't mightn't mustn't shan't"
)
AUXILIARIES = MODALS | words("""
did do does has have had is was were are 'd didn't doesn't don't hasn't haven't hadn't isn't wasn't weren't aren't
""")
PREPOSITIONS = words("""
about on of in at by for from to with without into onto over under after before during since until till through
against among between regarding concerning toward towards around as per via despite within across upon than like re
""")
FRONTING = words("""
when while as since although though because until once despite before after if having asked told pressed
""")  # a sentence that opens with one has its subject behind a comma
CONJUNCTIONS = words("and or but if that whether because while when although though so than as nor")
ADVERBS = words("""
really ever also still first once again actually publicly recently just even already never not always then now
exactly personally originally finally both
""")
NUMBERS = words("one two three four five six seven eight nine ten eleven twelve hundred thousand million billion")
# Words of the calendar that capitals make look like names; the months, some of which are names, are not among them.
CALENDAR = words("""
day week weekend month year decade century today tonight tomorrow yesterday morning evening night
monday tuesday wednesday thursday friday saturday sunday
""")
# Words that fill a sentence and are nobody's name, alias or office.
FILLERS = words("""
here there now then today yes no not yet also only just even still again once ever never always often sometimes
perhaps maybe instead indeed however therefore moreover meanwhile please well oh ok okay hello hi thanks thank
""")
# Little words that are bodies too, in capitals or behind "the".
ACRONYMS = words("who us it")
# Every word that says nothing by itself: a name, a question or an alias of these alone is none.
LITTLE_WORDS = (
    PRONOUNS | REFLEXIVE | RELATIVE | DETERMINERS | QUANTITIES | ASKING | BE | AUXILIARIES | PREPOSITIONS
    | CONJUNCTIONS | ADVERBS | NUMBERS | CALENDAR | FILLERS
)  # fmt: skip
# How adjectives end that open a headline: "Defiant Roe", "Humiliated Roe".
ADJECTIVE_ENDS = ("ant", "ful", "ous", "less", "ive", "able", "ible", "ed", "ic", "ing")
# A full stop after these ends no sentence.
# What stands right before a verb of a subject that is named before: "Roe, who was hurt, had accused".
BEFORE_VERB = words("has have had having also and but who then he she they it was were is are")
ABBREVIATED = words("""
mr mrs ms dr gen sen sens rep reps gov govs st jr sr prof col capt lt sgt rev hon adm pres maj cmdr msgr fr mt ft ave
engr coun ald cllr cllrs clr clrs const supt insp det asst wm geo chas thos jas messrs pcol pltcol
atty pmaj pcpt pcapt plt pssg pcpl bros ma md mohd mst sk eng barr sv sta ste
""")
# What a line begins with that only leads to another page; a colon follows.
LEADS_ELSEWHERE = (
    "related(?: articles?| stor(?:y|ies)| posts?| content| coverage)?", "read (?:more|also|next|on)", "see also",
    "also read", "more on this(?: topic)?", "recommended", "you (?:may|might) also like", "tags?", "topics?",
    "filed under", "categor(?:y|ies)", "posted in", "don[’']t miss", "watch(?: also)?", "listen(?: also)?",
)  # fmt: skip
# What people say to keep talk going: nobody's statement. "Yes" and "no" are none of them.
TALK = words("""
sure whoa wow sorry yeah yep okay ok hello hi hey thanks thank you please go ahead next right well huh uh um oh ah hmm
good morning afternoon evening everybody everyone guys sir ma'am all so much great again and the
""")
# How somebody begins who takes the floor, and answers nobody.
GREETING = words("good hello hi welcome thank thanks ladies")
# Small words within the name of an office or a body that is written in capitals.
WITHIN_TITLES = words("of for the and at in on & de")
CONNECTORS = words("of for the to and on without")
SMALL_IN_HEADINGS = words("a an the of on in for and to with at by from or as vs his her its their")
