"""One article's attribution, whichever kind of text it is: a transcript, a speech or news."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from index.attribution.news.reader import NewsAttributor
from index.attribution.readers import turns_of
from index.attribution.told import lead_of, told_by_others, told_in
from index.attribution.transcripts.turns import find_turns, question_for, turn_statements
from index.config import Config
from index.language.detect import is_english, is_plain_english
from index.model import Article, Span, Statement, Turn

_RULES = "turns 41"  # a change of what turns and speeches give must change it


@dataclass(frozen=True, slots=True)
class Attribution:
    """What was said in one article; `turns` is empty unless it is a transcript or a speech."""

    statements: tuple[Statement, ...]
    turns: tuple[Turn, ...] = ()

    def question_for(self, turn: int) -> Span | None:
        """The reporter's question that a turn answers."""
        return question_for(self.turns, turn)


class Attributor:
    """Reads articles in bulk. `version` changes whenever its statements would."""

    def __init__(self, news: Callable[[], NewsAttributor] | None) -> None:
        """`news` loads the model for prose at the first article; None: attribution is off."""
        self._news = news

    @property
    def version(self) -> str:
        """Provenance for the store."""
        return "off" if self._news is None else f"{_RULES}, {self._news().version}"

    def attribute(self, articles: Sequence[Article]) -> list[Attribution]:
        """One attribution an article, in order; in other languages of a transcript alone whose speakers go over to
        English."""
        if self._news is None:
            return [Attribution(()) for _ in articles]
        english = [is_english(article.language) for article in articles]
        turns = [turns_of(a) if mine else _turns_in_part(a) for a, mine in zip(articles, english, strict=True)]
        prose = [i for i, found in enumerate(turns) if not found and english[i]]
        told = [
            (i, span)
            for i, found in enumerate(turns)
            for turn in found
            for span in (told_in(articles[i], turn) if english[i] else ())
        ]
        told += [(i, span) for i, found in enumerate(turns) if english[i] for span in lead_of(articles[i], found)]
        texts = [(articles[i].text, articles[i].title) for i in prose]
        texts += [(articles[i].text[slice(*span)], None) for i, span in told]
        read = self._news().attribute_many(texts)
        statements: dict[int, list[Statement]] = {i: list(found) for i, found in zip(prose, read, strict=False)}
        for i, found in enumerate(turns):
            if found:
                statements[i] = list(turn_statements(articles[i].text, found))
        for (i, span), found in zip(told, read[len(prose) :], strict=True):
            statements[i] += told_by_others(articles[i].text, found, span, turns[i])
        return [
            Attribution(tuple(sorted(statements.get(i, ()), key=lambda s: (s.start, -s.end))), turns[i])
            for i in range(len(articles))
        ]


def load_attributor(config: Config) -> Attributor:
    """The attributor that the settings ask for. Raises ModelError when its weights are missing."""
    if not config.attribution.enabled:
        return Attributor(None)
    news = NewsAttributor.load(threads=config.embedding.threads)
    return Attributor(lambda: news)


def _turns_in_part(article: Article) -> tuple[Turn, ...]:
    """The turns of an article in another language, in which somebody speaks English for a turn ("Opo. As of now, it is
    …"): whose they are the labels say. Of texts without a word of English nothing is said to be anybody's."""
    turns = find_turns(article.text, article.title)
    spoken = (article.text[slice(*span)] for turn in turns for span in turn.spans)
    return turns if any(map(is_plain_english, spoken)) else ()
