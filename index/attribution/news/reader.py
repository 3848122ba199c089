"""News articles -> statements: the pipeline from text to who said what."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence, Set
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import numpy as np

from index.attribution.news.attributable import attributable
from index.attribution.news.contents import find_contents
from index.attribution.news.coreference.resolve import resolve
from index.attribution.news.coreference.source import Source, is_plural
from index.attribution.news.dialogues import with_captions
from index.attribution.news.drafts import Draft
from index.attribution.news.entities import Cast, build_cast
from index.attribution.news.hearers import is_hearer
from index.attribution.news.interviews import with_answers
from index.attribution.news.link import link
from index.attribution.news.own_paragraph import of_who_spoke
from index.attribution.news.positions import in_question, is_position, positions_in
from index.attribution.news.posts import as_written, posts_in, with_posts
from index.attribution.news.quotes import OUTSIDE, quotation_state
from index.attribution.news.released import with_labelled, with_rest
from index.attribution.news.retold import all_told
from index.attribution.news.stance import is_act, stance_of
from index.attribution.news.tagger import MENTION, Tagged, Tagger, decode
from index.attribution.news.these_words import of_these_words
from index.attribution.news.untold import is_untold
from index.attribution.news.when import undated
from index.language.acts import WORKS
from index.language.english import AUXILIARIES, BE
from index.language.mentions import STYLES
from index.language.verbs import BIDDING, CITING, OF_COURSE
from index.model import Span, Statement, StatementKind
from index.names.kinds import is_name
from index.names.parse import fold
from index.names.roles import is_role_word, role_in_front
from index.workers import cores

RULES = "52"  # part of the version: raise it when the rules change what comes out
# The beginning of a question, up to words that are told in it.
_ASKS_WHETHER = re.compile(
    r"(?:^|(?<=[.!?:]\s)|(?<=\n))(?:Did|Does|Do|Has|Have|Had|Will|Would|Is|Was|Can|Could|Should)\s[^.!?\n“”\"]*$"
)
_QUESTION = 200  # characters of it at most
_GAP = 10  # characters between a colon and the paragraph that it leads to
_SECTION = re.compile(r"[ \t]*\d{1,2}(?:\.\d{1,2}){0,3}\.?[ \t]+[^\W\d_][\w’'-]*[ \t]*")
_LONGEST_NAME = 8  # words of a name with its office
_LONGEST_WORD = 24  # characters before a quotation in which the word for it stands
_LEAST_CAPITAL = 4  # letters of a word that has a capital in a title
_WORK = re.compile(rf"\b(?:{'|'.join(sorted(WORKS))}),?\s[“\"‘']+$")
_LONGEST_HEAD = 6  # words of a quotation that heads a part of an article
_NOR = re.compile(
    r"\b(?:cannot|can['’]t|(?:could|does|do|did|will|would)(?:n['’]t|\snot)|won['’]t)\s[^.,;:“”\"\n]*\sor\s$"
)
_ENDED = re.compile(r"[a-z0-9][.!?][”\"]?\s+[“\"‘']?$")  # a sentence, before a quotation
_POINTS = re.compile(
    r"(?:these (?:\w+ )?words|the (?:following|above)(?: words)?|as much|so)"
    r"(?:\s(?:at|in|on|during|while|when|to|after)\s.*)?"
)
_SENTENCE_ENDS = re.compile(r"[.?!][”\"’')\]]*(?=\s|$)")
_LEAST_WORDS, _LONGEST_SENTENCE = 200, 100  # words of a text that is judged by its sentences, and of one
_LEAST_NAMED = 0.6  # certainty of who holds a position that the rules find
LEAST_SURE = 0.45  # confidence under which indirect speech is dropped: span F1 .8945 -> .8961, end to end .838 -> .841


def is_unpunctuated(text: str) -> bool:
    """Whether a program wrote a text down without an end to its sentences: who speaks in it nothing tells. All of the
    840 articles of PolNeAR have an end every 32 words at least."""
    words = len(text.split())
    return words >= _LEAST_WORDS and len(_SENTENCE_ENDS.findall(text)) * _LONGEST_SENTENCE < words


def kind_of(text: str, state: bytes | bytearray, spans: Sequence[Span]) -> StatementKind:
    """Direct: every letter stands inside quotation marks; indirect: none; mixed: some."""
    inside = outside = 0
    for start, end in spans:
        for place in range(start, end):
            if text[place].isalnum():
                if state[place] == OUTSIDE:
                    outside += 1
                else:
                    inside += 1
    if inside == 0:
        return "indirect"
    return "direct" if outside <= 0.1 * inside else "mixed"


def statements_of(tagged: Tagged, title: str | None = None) -> tuple[Statement, ...]:
    """Statements of one tagged text, in order."""
    text = tagged.encoded.text
    state = quotation_state(text, tagged.encoded.quotations)
    drafts = [_in_one_line(text, draft) for draft in link(tagged, find_contents(tagged))]
    drafts = of_who_spoke(text, [of_these_words(text, draft) for draft in with_labelled(text, with_rest(text, drafts))])
    drafts = [undated(text, draft) for draft in all_told(text, drafts)]
    posts = posts_in(text)
    drafts, given = attributable(text, with_posts(drafts, posts) if posts else drafts)
    marked = decode(tagged.probabilities[:, MENTION], tagged.encoded.first, 1.0, 0.35)
    sources = [(int(tagged.encoded.starts[one.start]), int(tagged.encoded.ends[one.end - 1])) for one in marked]
    sources = [(max(start, text.rfind("\n", start, end) + 1), end) for start, end in sources]
    sources = [one for one in sources if not _is_section(text, one)]
    whole = {draft.mention for draft in drafts if draft.mention is not None}
    sources = sorted({*whole, *(one for one in sources if not _ends_list(text, one, whole))})
    cast = build_cast(text, state, sources, title)
    drafts = with_answers(cast, with_captions(cast, drafts))
    named = resolve(cast, drafts)
    found = [_statement(text, state, draft, source) for draft, source in zip(drafts, named, strict=True)]
    found = _with_roles(list(as_written(found, (*posts, *given), cast)), named)
    told = [one for one in found if one.kind in ("direct", "mixed") or _tells(text, one)]
    kept = [one for one in told if not (_is_subhead(text, one) or _is_title(text, one))]
    held = _positions(cast, state, drafts, [span for one in found for span in one.spans])
    return tuple(sorted((*kept, *held), key=lambda one: one.start))


def _is_section(text: str, span: Span) -> bool:
    """Whether a word is all of a numbered heading, and nobody: "2.3 Governance"."""
    begin, end = text.rfind("\n", 0, span[0]) + 1, text.find("\n", span[1])
    return _SECTION.fullmatch(text, begin, end if end >= 0 else len(text)) is not None


def _in_one_line(text: str, draft: Draft) -> Draft:
    """The draft without the heading above its source, which the tagger took for a part of it."""
    if draft.mention is None:
        return draft
    start, end = draft.mention
    below = text.rfind("\n", start, end) + 1
    return replace(draft, mention=(below, end)) if below > start and text[below].isupper() else draft


def _with_roles(found: Sequence[Statement], sources: Sequence[Source]) -> list[Statement]:
    """The statements, each with what its speaker was called at an earlier one where nothing else tells it: "expert Jane
    Roe said … said Roe"."""
    called: dict[int, str] = {}
    out: list[Statement] = []
    for one, source in zip(found, sources, strict=True):
        if source.person >= 0 and one.role is None and source.person in called:
            one = replace(one, role=called[source.person])
        elif source.person >= 0 and one.role is not None:
            called.setdefault(source.person, one.role)
        out.append(one)
    return out


def _ends_list(text: str, source: Span, mentions: Set[Span]) -> bool:
    """Whether what the tagger took for a source is only the end of a list that a mention holds: "Quays and Law" of "an
    officer for Ports, Quays and Law"."""
    if " and " not in text[slice(*source)] or not text.endswith(", ", 0, source[0]):
        return False
    return any(start < source[0] and end == source[1] for start, end in mentions)


def _positions(cast: Cast, state: bytearray, drafts: Sequence[Draft], said: Sequence[Span]) -> Iterator[Statement]:
    """What people are for or against, beside what they say: only of somebody who can be named."""
    held = positions_in(cast, state, said)
    if not held:
        return
    merged = sorted((*drafts, *held), key=lambda draft: draft.start)
    for draft, source in zip(merged, resolve(cast, merged), strict=True):
        if any(draft is one for one in held) and source.resolved and source.certainty >= _LEAST_NAMED:
            yield _statement(cast.text, state, draft, source)


def _tells(text: str, statement: Statement) -> bool:
    """Whether indirect speech is sure enough, and more than a word ("asked about it"), to be kept."""
    words = sum(len(text[start:end].split()) for start, end in statement.spans)
    if is_untold(text, statement) or (statement.cue_spans and is_act(text, statement.cue_spans[0])):
        return False
    if statement.cue in CITING and _is_source(text[statement.start : statement.end]):
        return False  # "…, the paper reported, citing Governor Jane Roe"
    if _is_letter(text, statement) or (statement.cue == "to say" and fold(statement.mention or "") in OF_COURSE):
        return False  # "M: We have time for one more."; "Needless to say that it is late"
    if statement.mention is None and statement.cue in BIDDING:
        return False  # "Recall that the bridge was closed" bids the reader
    if statement.kind == "position" and in_question(text, statement.end):
        return False
    if in_question(text, statement.end) and _ASKS_WHETHER.search(
        text, max(0, statement.start - _QUESTION), statement.start
    ):
        return False  # "Did the mayor promise free ferries?"
    if _is_elsewhere(text, statement) or _heads_a_part(text, statement) or is_hearer(text, *statement.spans[-1]):
        return False
    if _POINTS.fullmatch(text, statement.start, statement.end):
        return False  # "Roe said these words at the match" above the words
    return statement.confidence >= LEAST_SURE and words > 1


def _is_letter(text: str, statement: Statement) -> bool:
    """Whether one letter before a colon stands for who speaks: a moderator's or an answer's mark, and nobody's name."""
    if statement.cue is not None or statement.mention is None or len(statement.mention) > 1:
        return False
    return text.startswith(":", statement.mention_spans[0][1])


def _is_elsewhere(text: str, statement: Statement) -> bool:
    """Whether retold words stand in another paragraph than what tells who said them: below a heading ("Survivors
    describe the night"), or a heading themselves ("Why now?" above "…, according to the Water Directorate")."""
    told = statement.cue_spans or statement.mention_spans
    if not told:
        return False
    if text[max(0, statement.start - _GAP) : statement.start].rstrip().endswith(":"):
        return False  # "Roe writes:" above a paragraph of hers
    first, last = min(statement.start, told[0][0]), max(statement.end, told[-1][1])
    apart = text.find("\n", min(statement.end, told[-1][1]), max(statement.start, told[0][0]))
    return first < apart < last


def _heads_a_part(text: str, statement: Statement) -> bool:
    """Whether what stands for a speaker is a word of a heading's label: "Fact check: Did she promise it?"."""
    if statement.cue is not None or not statement.mention_spans:
        return False
    between = text[statement.mention_spans[0][1] : statement.start].strip()
    return between.endswith(":") and between[:-1].strip().isalpha() and between.islower()


def _is_source(words: str) -> bool:
    """Whether words are who told it: somebody's name, with an office or without, or "two officials in the capital"."""
    found = words.split()
    if not (BE | AUXILIARIES).intersection(found) and is_plural(Source(words)):
        return True
    name = next((at for at, word in enumerate(found) if word[:1].isupper()), 0)
    if name and is_role_word(fold(found[name - 1])):
        found = found[name:]  # "police chief Jane Roe"
    return len(found) <= _LONGEST_NAME and all(word[:1].isupper() or word in ("of", "the", "for") for word in found)


def _is_title(text: str, statement: Statement) -> bool:
    """Whether a quotation is the name of a report or film beside the word for it: "the report, “No Pen Left,”"."""
    words = text[statement.start : statement.end].split()
    before = text[max(0, statement.start - _LONGEST_WORD) : statement.start]
    capitals = all(word[0].isupper() or len(word) < _LEAST_CAPITAL for word in words)
    alone = len(statement.spans) == 1 and 1 < len(words) <= _LONGEST_HEAD
    return alone and capitals and _WORK.search(before) is not None


def _is_subhead(text: str, statement: Statement) -> bool:
    """Whether a quotation is a heading of its own line: a few words in quotation marks, without an end."""
    start, end = text.rfind("\n", 0, statement.start) + 1, text.find("\n", statement.end)
    line = text[start : end if end >= 0 else len(text)].strip()
    inner = line.strip("\"“”'‘’")
    whole = len(statement.spans) == 1 and text[statement.start : statement.end] == inner != line
    return whole and start > 0 and inner[-1:].isalnum() and len(inner.split()) <= _LONGEST_HEAD


def _without_genitive(name: str | None) -> str | None:
    """An office as a speaker without its 's: "the mayor's answer was that", "Prime Minister's agreed to"."""
    if name is None or not name.endswith(("'s", "’s")):
        return name
    return name[:-2] if is_role_word(fold(name[:-2].split()[-1])) else name


def _full(source: Source) -> str:
    """The name of a source that is a full one; empty for others, whose words in front may be the name's."""
    name = source.name or ""
    return name if source.resolved and len(name.split()) > 1 and is_name(name) else ""


def _statement(text: str, state: bytearray, draft: Draft, source: Source) -> Statement:
    cue, mention = draft.cue, draft.mention
    kind = kind_of(text, state, draft.spans)
    stance, cue = stance_of(text, cue) if cue else ("said", None)
    if kind == "indirect" and draft.cue is not None and is_position(text, draft.cue):
        kind, stance = "position", "held"
    if stance == "said" and cue is not None and _NOR.search(text, max(0, cue[0] - _QUESTION), cue[0]):
        stance = "declined"  # "cannot confirm the story or confirm that it is balanced"
    if stance == "denied" and kind == "direct" and cue is not None and cue[0] >= draft.spans[0][1]:
        stance = "said"  # "“It is a lie,” he denied.": the words are the denial
    if stance == "declined" and kind == "direct" and cue is not None and _ENDED.search(text, cue[1], draft.start):
        stance, cue = "said", None  # "He didn't know until we rang. “We are so glad.”"
    if stance == "declined" and kind == "direct" and text[: draft.start].rstrip(" “\"‘'").endswith(":"):
        stance = "said"  # "Roe refused to blame him: “We all knew.”"
    sure = draft.probability * (0.5 + 0.5 * draft.certainty * source.certainty)
    return Statement(
        start=draft.start,
        end=draft.end,
        spans=draft.spans,
        kind=kind,
        confidence=round(float(np.clip(sure, 0.0, 1.0)), 4),
        cue=text[cue[0] : cue[1]] if cue else None,
        cue_spans=(cue,) if cue else (),
        mention=text[mention[0] : mention[1]] if mention else None,
        mention_spans=(mention,) if mention else (),
        speaker=_without_genitive(source.name),
        role=source.role or (role_in_front(text[mention[0] : mention[1]], _full(source)) if mention else None),
        resolved=source.resolved and STYLES.isdisjoint(fold(source.name or "").split()[-1:]),
        stance=stance,
        joined_by=source.others,
    )


class NewsAttributor:
    """Statements of news articles. Safe to use from several threads."""

    def __init__(self, tagger: Tagger, *, threads: int = 1) -> None:
        """`threads`: articles that are read side by side."""
        self._tagger = tagger
        self._threads = threads
        self.version = f"news-{RULES}-{tagger.version}"

    @classmethod
    def load(cls, *, threads: int = 1) -> NewsAttributor:
        """Load the shipped weights; `threads` 0: as many as there are cores. Raises index.errors.ModelError when they
        are missing or damaged."""
        return cls(Tagger.load(), threads=threads or cores())

    def attribute_many(self, texts: Sequence[tuple[str, str | None]]) -> list[tuple[Statement, ...]]:
        """Statements of many articles, given as (text, title), in order; each as if it were alone."""
        # Each by itself, network and rules: while one article's rules hold Python's lock, another's network computes.
        with ThreadPoolExecutor(max(1, min(self._threads, len(texts))), thread_name_prefix="onrecord-read") as pool:
            return list(pool.map(self._read, texts))

    def _read(self, article: tuple[str, str | None]) -> tuple[Statement, ...]:
        text, title = article
        if is_unpunctuated(text):
            return ()
        return statements_of(self._tagger.tag_many([text])[0], title)
