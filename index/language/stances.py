"""Words by which a source denies, keeps back or asks what follows. All in base form, lower case."""

from __future__ import annotations

from index.language.english import words
from index.language.verbs import TELLING, base_form

# What follows is said not to be so.
DENYING = words("deny refute rebut disavow disown debunk doubt dispute contradict disbelieve")
# The same where a claim follows: "rejected claims that".
TURNING_DOWN = words(
    "reject dismiss repudiate refute rebut contest dispute disavow scoff pooh-pooh contradict downplay counter quash"
)
# What somebody else says: "rejected the idea that".
CLAIMS = words("""
claim claims allegation allegations suggestion suggestions accusation accusations assertion assertions report reports
rumour rumours rumor rumors idea notion charge charges speculation insinuation insinuations contention theory theories
argument implication implications premise warning warnings fear fears criticism complaint complaints
""")
# What somebody says, by a noun beside whose it is: "Roe's statement that".
CLAIMED = words("""
statement claim claims remark remarks allegation allegations accusation accusations assertion assertions suggestion
contention announcement declaration complaint argument warning promise pledge insistence comment comments view charge
revelation revelations disclosure disclosures
""")
# What follows is kept back: "declined to say".
WITHHOLDING = words("decline refuse demur")
# With "not" it is felt, and still so: "was not happy that".
PLEASED = words("happy glad pleased satisfied content amused impressed surprised comfortable proud")
# Verbs that keep what follows back where they stand before a verb of saying: "failed to say".
FALLING_SHORT = words("decline refuse fail neglect omit hesitate demur")
# With "not" what follows is not held to be so: "did not believe that".
HOLDING_TRUE = words(
    "believe think agree accept expect suppose imagine reckon buy consider foresee see support recommend endorse"
)
ASKING_VERBS = words("ask wonder inquire enquire query")
# Nobody: "no one said that".
NOBODY = words("nobody none neither")
# What may stand between "not" and the verb that it denies.
BETWEEN = words("""
yet even ever also really quite still so far further later be been have want wish able willing prepared ready going to
immediately directly publicly explicitly specifically exactly say or either once actually personally and make made
""")
# Nouns and adjectives that keep back what follows: "her refusal to say".
RELUCTANCE = words("refusal failure reluctance reluctant unwilling unwillingness inability unable")


def _forms(verbs: frozenset[str]) -> dict[str, str]:
    forms: dict[str, str] = {}
    for verb in verbs:
        stem = verb[:-1] if verb.endswith("e") else verb
        past, third = stem + "ed", verb + "s"
        if verb.endswith("y"):
            past, third = verb[:-1] + "ied", verb[:-1] + "ies"
        forms |= dict.fromkeys((verb, past, third, stem + "ing", stem + stem[-1] + "ed", stem + stem[-1] + "ing"), verb)
    return forms


_OWN_FORMS = _forms(DENYING | TURNING_DOWN | WITHHOLDING | FALLING_SHORT | HOLDING_TRUE | ASKING_VERBS) | {
    "dismisses": "dismiss",
    "thought": "think",
}


def all_forms(verbs: frozenset[str]) -> frozenset[str]:
    """Every form of regular verbs: "nods", "nodded", "nodding"."""
    return frozenset(_forms(verbs))


def verb_of(word: str) -> str:
    """The base form of a verb's form, of these lists or of those in `verbs.py`; else the word. Lower case."""
    return _OWN_FORMS.get(word) or base_form(word)


def is_verb_of_stance(word: str) -> bool:
    """Whether a base form is a verb of these lists or of saying."""
    return word in _OWN_FORMS or word in TELLING
