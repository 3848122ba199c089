"""What looks like told words and is none: a call by telephone, a refusal, a vote, the paper's own gloss."""

from __future__ import annotations

import re

from index.language.english import BE, PREPOSITIONS, RELATIVE
from index.language.mentions import CUTS, VOTING
from index.language.verbs import BY_VOTE, NOT_SAYING, TO_BE_DONE, TOPICS, base_form
from index.model import Span, Statement
from index.names.parse import fold

_CALLED = re.compile(
    r"(?:(?:him|her|them|me|us|it)(?: (?:to the|into|over|back|up|in|on|at|out|home)\b|$)|\d[\d,]* [a-z]+"
    r"|(?:the |an? )?(?:police|ambulance|fire brigade|emergency services|doctor|meeting|election|strike|vote|halt"
    r"|timeout|technical foul|penalty|foul|recess)\b)"
)
_SHOTS = re.compile(r"\bcall\w* (?:all )?the shots\b")
_NO_VERB = re.compile(
    r"(?:.* )?(?:heard|learned|learnt) (?:more )?about|"
    r"(?:in |.* an? )?response to(?: .*)?|question on|posted (?:an?|the|its) (?:video|photo|photograph|picture|clip) of"
)
_OF_WHAT = re.compile(r"(?:(?:them|him|her|the \w+) )?(?:of |about |the \w+ of )")
_TOPIC = ("As for ", "As to ", "Regarding ", "Concerning ")
_FOUND = re.compile(r"\s(?:missing|dead|injured|wounded|killed|stolen|safe)\b")
_REFUSED = re.compile(
    r"(?:the |an? |his |her |their |its |all |any )?(?:[\w’'-]+ ){0,4}?"
    r"(?:bail|plans?|proposals?|applications?|permits?|requests?|motions?|appeals?|licen[cs]es?|entry|access|visas?"
    r"|permission|parole|asylum)(?: (?:on|to|for|from|by|at|in)\b.*)?$",
    re.DOTALL,
)
_TOLD_WHO = re.compile(
    r"(?:the )?(?:police|authorities|officers|parents|family|staff|guards?)(?:,)? (?:who|which|and)\b"
)
_THING = re.compile(r"(?:the|an?|his|her|their|to|at) ")
_MOVES = re.compile(r"(?:to )?(?:watch|attend|join|sit|stand|leave|shake|eat|play|drink)\b")
_LEAD = 12  # characters before words in which such a "with" or "when" stands
_SUBJECT = 5  # words of the subject of such a verb
_PASSIVELY = re.compile(r"(?:is|are|was|were)\s(?:also\s)?(?:said|reported|believed|understood|thought)(?:\sto)?")
_TO_HAVE = re.compile(r"(?: to)? (?:have|be)\b")
_SAID_TO = re.compile(r"(?:to )?(?:be|have)\b")


_LITTLE = PREPOSITIONS | RELATIVE | {"what"}
# "as he observed the race"
_WHILE = re.compile(r"\b(?:as|while|when) $")
_SENSED = re.compile(r"(?:heard|saw|noticed) ")

# "The traders observed a shutdown strike": what is kept, and not what is remarked
_KEPT = re.compile(
    r"(?:an?|the|its|their|his|her|one|two) (?:[\w’'-]+ ){0,4}?(?:strikes?|shutdown|silence|holidays?|fast|ceasefire"
    r"|truce|curfew|lockdown|sit-in|sabbath|anniversary|festival|mourning|prayers?|rituals?|rules?|protocols?|day)\b"
)
# "officials have been summoned to explain", "the minister was called to | account for it": they are yet to say it
_BIDDEN = re.compile(
    r"(?:(?:has|have|had) been|was|were|is|are|being) (?:also |now |then )?(?:summoned|called(?: upon)?|ordered|invited"
    r"|directed|instructed|required|expected|scheduled|due|supposed|hauled in) to(?: [a-z]+)?"
)
# "were called to the house to | explain to it why"
_BIDDEN_BEFORE = re.compile(
    r"\b(?:was|were|been|being) (?:summoned|called(?: upon)?|ordered|invited|directed|instructed|hauled|scheduled)"
    r"\b[^.,;:“”\"\n]{0,80} $"
)
_BIDDEN_REACH = 120  # characters before such a verb
# "were denied a goal", "Jane Roe reports on the new boats" below a headline
_BEFELL = re.compile(r"(?:was|were|been|being|is|are) denied|(?:reports|reported|reporting) on")
_REASONS = re.compile(r"(?:two|three|four|five|six|several|many|a number of) (?:[a-z]+ )?(?:reasons|grounds|factors)")
# "issued a statement about the bridge", before ", saying it was safe"
_ISSUED = re.compile(r"(?:issued|released|posted|made|published) (?:a|an) (?:[a-z]+ )?[a-z]+ (?:about|on|regarding)")
_AS_AGREED = re.compile(r"(?:plan|schedule|the (?:agreement|plan|schedule|timetable))")
_CAME_TO_KNOW = re.compile(r"(?:has |have |had )?(?:came|come|got) to (?:know|learn)(?: of| about)?")
# "with the last of the winners | announced last week, the union is urging": a participle of what happened
_WITH = re.compile(r"(?:^|[\s,])[Ww]ith $")
# "when | quota cuts | were first announced"
_WHEN = re.compile(r"\b(?:when|after|before|since|until|once) $")
_WAS_TOLD = re.compile(r" (?:was|were|had been|have been|has been) (?:first |formally |officially )?[a-z]+ed\b")

# "has released a discussion paper on", what a paper is about and not what is said
_PUBLISHED = re.compile(
    r"(?:(?:has|have|had|also|recently|just|now|yesterday) )*(?:released|published|issued|launched|unveiled|tabled)"
    r" (?:a|an|the|its|their|his|her) (?:[a-z-]+ )?paper (?:on|about|into)"
)
# "have identified and described two new frogs"
_NEW_TO_SCIENCE = re.compile(
    r"(?:(?:has|have|had|also|now|recently|formally|newly) )*"
    r"(?:(?:identified|discovered|found|collected|named|catalogued) and )?(?:described|named|identified)"
)
_SPECIES = re.compile(
    r"(?:an?|the|one|two|three|four|five|six|seven|eight|nine|ten|several|many|\d+|dozens of) (?:[a-z-]+ ){0,2}?new"
    r" (?:[\w-]+ ){0,3}?(?:species|subspecies|genus|genera|famil(?:y|ies)|frogs?|orchids?|fossils?)\b"
)
# "Zanews reports that the chairman said this in an interview": the source of what stands above
_SAID_SO = re.compile(
    r"(?:that )?[^.,;:“”\"\n]{3,90} (?:said|disclosed|revealed|stated|made) (?:this|so)\b[^.;:“”\"\n]*"
)
_REPORTS = re.compile(r"(?:(?:has|have|had) )?report(?:s|ed)?")
_ANYBODY = (" those ", " Those ", "anyone ", "Anyone ", "anybody ", "everyone ", "Everyone ", "everybody ")
_BENCH = re.compile(r"(?:.* )?(?:judges?|magistrates?|justices?|court|tribunal|bench)", re.IGNORECASE)
_WEIGHED = re.compile(r"(?:the|all|both|his|her|its|their|an?|several) [^,;:“”\"\n]* (?:of|and|between|in) ")
_CONFIRMS = re.compile(r"(?:(?:is|are|was|were) )?(?:now |also |only )?confirm(?:s|ing|ed)?")


def _is_act(text: str, statement: Statement, cue: str, content: str) -> bool:
    """Whether a verb tells of a paper that came out, of a find, of what a judge weighs, or what a thing bears out; or
    is one of nobody's words: "those asking to be placed there"."""
    who, place = statement.mention or "", statement.cue_spans[0]
    if _PUBLISHED.fullmatch(cue) or (_NEW_TO_SCIENCE.fullmatch(cue) and _SPECIES.match(content)):
        return True
    if _REPORTS.fullmatch(cue) and _SAID_SO.fullmatch(content):
        return True
    if cue == "considered" and _BENCH.fullmatch(who) and _WEIGHED.match(content):
        return True
    if cue == "asking" and text.endswith(_ANYBODY, 0, place[0]):
        return True
    if cue.endswith(("know", "knew")) and text.startswith(" until ", place[1]) and statement.kind == "indirect":
        return True  # "He didn't know until he was rung that it had won"
    return _CONFIRMS.fullmatch(cue) is not None and fold(who).rpartition(" ")[2] in CUTS


def is_untold(text: str, statement: Statement) -> bool:
    """Whether indirect speech tells what somebody did and not what they said."""
    if not statement.cue_spans or statement.cue is None:
        if not statement.mention_spans:
            return False
        between = text[statement.mention_spans[0][1] : statement.start].split()
        sensed = _SENSED.match(text, statement.start) is not None  # "when he heard a"
        return sensed or (len(between) == 1 and between[0] in NOT_SAYING)  # "Roe and Lind voted | to approve it"
    if all(fold(word) in _LITTLE for word in text[statement.start : statement.end].split()):
        return True  # "said it would sail, in | what | it called a last try"
    cue, place = statement.cue.casefold(), statement.cue_spans[0]
    verbs, content = cue.split(), text[statement.start : statement.end]
    few, lead = len(content.split()) <= _SUBJECT, text[max(0, statement.start - _LEAD) : statement.start]
    if _is_no_word(text, statement, cue) or _is_act(text, statement, cue, content):
        return True
    if _happened(cue, content, lead, place[0] == statement.end + 1) or (
        few and _WHEN.search(lead) and _WAS_TOLD.match(text, statement.end)
    ):
        return True
    if verbs[-1] == "called" and _CALLED.match(content):
        return True  # "called 190 patients", "called him to the stage"
    if any(base_form(verb) == "call" for verb in verbs) and _SHOTS.search(f"{cue} {content}"):
        return True
    informs = verbs[-1] == "inform" and _OF_WHAT.match(content)  # "visited the family to inform them of the death"
    if _NO_VERB.fullmatch(cue) or (verbs[0] == "to" and (informs or TO_BE_DONE.intersection(verbs))):
        return True  # "met to discuss the plan", "in response to a question on", "posted a video of"
    if verbs[-1] == "reported" and BE.intersection(verbs[:-1]) and _FOUND.match(text, place[1]):
        return True  # "she was reported missing"
    if verbs[-1] in ("denied", "deny", "denies") and _REFUSED.match(content):
        return True  # "the court denied her bail"
    if any(verb in NOT_SAYING for verb in verbs):
        return True
    who = (statement.mention or "").split()
    one = not any(word[0].isupper() for word in who[1:]) and not (statement.mention or "").endswith("s")
    if verbs[-1] == "noticed" and one:
        return True  # "The clerk noticed the man had not come out"
    if place[0] >= statement.end and text.endswith(_TOPIC, 0, statement.start):
        return True  # "As for why he stopped, Roe said: “…”"
    if not {"hoped", "hoping"}.isdisjoint(verbs):
        done = f"{statement.cue}{text[place[1] : statement.start]}".partition(" to ")[2]
        if done and place[1] < statement.start:
            return True  # "hoping to bring | help", "hoped to read a letter on | how it was"
    if verbs[-1] == "informed" and _TOLD_WHO.match(content):
        return True  # "informed the police who brought dogs"
    beside = bool(statement.mention_spans) and text[statement.mention_spans[0][1] : place[0]].strip() == ""
    if not beside and cue == "said" and _SAID_TO.match(content):
        return True  # "The house, said to be family-owned, burnt"
    if few and _PASSIVELY.fullmatch(cue) and text.startswith(" to ", place[1] - 3 * cue.endswith(" to")):
        return True  # "The attacker is said to be a son", "The incident was reported to the police"
    if _PASSIVELY.fullmatch(cue) and place[0] - 1 == statement.end and _TO_HAVE.match(text, place[1]):
        return True  # "Rowers at the two oldest piers of the lake | were said to have left"
    if verbs[0] in TOPICS and statement.cue[0].isupper():
        return True  # "Speaking about the war, Roe said it must end"
    if verbs[-1] in ("declined", "refused") and _MOVES.match(content):
        return True  # "declined to watch the videos"
    who = (statement.mention or "").casefold().split()
    if who[-1:] and who[-1] in VOTING and verbs[-1] in BY_VOTE:
        return True  # "voters rejected the plan"
    if cue in ("determined", "decided") and who in (["he"], ["she"]):
        return _gives_reason(
            text, statement.mention_spans[0]
        )  # "Roe abstained because she determined it would be wrong"
    if statement.mention_spans and _observes(text, place, statement.mention_spans[0], content):
        return True
    if statement.mention is not None and statement.mention.endswith(("photo", "photograph", "picture", "image")):
        return True  # "This 1937 file photo shows"
    if cue == "indicating" and _THING.match(content) and text[place[0] - 2 : place[0]] == ", ":
        return True  # "he said, indicating the rain"
    # "“…,” she said, referring to the harbour": the paper explains her words.
    return cue in ("referring to", "alluding to") and text[place[0] - 2 : place[0]] == ", "


def _is_no_word(text: str, statement: Statement, cue: str) -> bool:
    """Whether a verb tells what befell somebody, was asked of them, agreed on, or is told by the next words."""
    place, content = statement.cue_spans[0], text[statement.start : statement.end]
    to = place[0] if cue.startswith("to ") else place[0] - len("to ")
    if text.startswith("to ", to) and _BIDDEN_BEFORE.search(text, max(0, to - _BIDDEN_REACH), to):
        return True
    if _BEFELL.fullmatch(cue) and not text.startswith(" by ", place[1]):
        return True
    if cue == "citing" and _REASONS.fullmatch(content):
        return True
    if _ISSUED.fullmatch(cue) and text.startswith((", saying ", ", stating ", ", in which "), statement.end):
        return True
    behind = cue == "according to" and place[0] > statement.end
    return behind and _AS_AGREED.fullmatch(statement.mention or "") is not None


def _happened(cue: str, content: str, lead: str, follows: bool) -> bool:
    """Whether a verb tells what befell or was kept, and not what was said; `lead` stands before the words, `follows`
    tells that the verb stands right behind them."""
    if _BIDDEN.fullmatch(cue) or _CAME_TO_KNOW.fullmatch(cue):
        return True
    if cue.rpartition(" ")[2].startswith("observ") and _KEPT.match(content):
        return True
    return follows and cue.endswith("ed") and _WITH.search(lead) is not None


def _gives_reason(text: str, mention: Span) -> bool:
    """Whether a clause that tells why something was done begins with a mention."""
    return text.endswith(("because ", "Because ", "after ", "when ", "since "), 0, mention[0])


def _observes(text: str, cue: Span, mention: Span, content: str) -> bool:
    """Whether somebody looks on or listens while something else is told: "said Roe as he observed the race"; what he
    observes behind a comma he says."""
    if text[slice(*cue)] not in ("observed", "observes", "watched", "heard", "saw") or text[cue[1] : cue[1] + 1] == ",":
        return False
    return bool(_WHILE.search(text, max(0, mention[0] - 6), mention[0])) and not content.startswith(("that ", "how "))
