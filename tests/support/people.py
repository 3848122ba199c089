"""Fictional people, what they said and where, as articles and hits: what the canned archive of `fakes.py` gives."""

from __future__ import annotations

import datetime as dt

from index import Status
from index.model import (
    Article,
    ArticleRef,
    Changes,
    Hit,
    Question,
    Signals,
    Statement,
    TimelineEntry,
)

SPEAKERS = ("Mara Velden", "Tomas Rehak", "Ines Oduya", "The Harbour Board")
SOURCES = ("The Lowmark Courier", "Brackwater Gazette", "Radio Nordholm")
ROLES = {"Mara Velden": "Mayor of Lowmark", "Tomas Rehak": "Harbour Master", "Ines Oduya": "ferry engineer"}

_SENTENCES = (
    (
        "“The new ferry will sail before the first frost, and nobody will be left on the island,” {who} said.",
        "The new ferry will sail before the first frost, and nobody will be left on the island",
    ),
    (
        "{who} told the council that the bridge needs forty new bolts. “We count them every night,” it was said.",
        "We count them every night",
    ),
    (
        "According to {who}, the harbour took 1,204 ships last year. That was more than in any year since the storm.",
        "the harbour took 1,204 ships last year",
    ),
    (
        "{who} warned that the lighthouse cannot be run by volunteers for another winter. Oil is short.",
        "the lighthouse cannot be run by volunteers for another winter",
    ),
)


def _article(number: int) -> Article:
    who = SPEAKERS[number % len(SPEAKERS)]
    body = _SENTENCES[number % len(_SENTENCES)][0].format(who=who)
    opening = f"Report {number} from the coast opened with the weather, which was grey."
    closing = "The meeting ended at nine. Tea was served, and the minutes will be read next week."
    return Article(
        id=f"a{number}",
        text=f"{opening}\n\n{body}\n\n{closing}",
        title=f"Lowmark council hears of the ferry, part {number}",
        source=SOURCES[number % len(SOURCES)],
        date=dt.date(2022, 4, 1) + dt.timedelta(days=number) if number % 7 != 6 else None,
        author="Staff",
        url=f"https://lowmark.example/2022/ferry-{number}",
    )


ARTICLES = {article.id: article for article in (_article(number) for number in range(18))}


def hit(number: int, rank: int) -> Hit:
    article = ARTICLES[f"a{number}"]
    start = article.text.index("\n\n") + 2
    end = article.text.index("\n\n", start)
    quote = _SENTENCES[number % len(_SENTENCES)][1]
    at = article.text.index(quote, start)
    speaker = SPEAKERS[number % len(SPEAKERS)]
    twin = ARTICLES[f"a{(number + 1) % len(ARTICLES)}"]
    return Hit(
        rank=rank,
        score=1 / rank,
        article=ArticleRef.of(article),
        text=article.text[start:end],
        start=start,
        end=end,
        context="Q. When will the ferry sail?" if number % 3 == 0 else None,
        quote=quote,
        quote_start=at,
        quote_end=at + len(quote),
        quote_is_statement=True,
        speaker=speaker,
        role=ROLES.get(speaker),
        cue="said",
        kind="direct",
        signals=Signals(fused=0.9 / rank, passage=0.8 / rank, statement=0.7 / rank, lexical=9.5, reranker=4.0 - rank),
        also_in=(ArticleRef.of(twin),) if number % 4 == 0 else (),
        more_in_article=number % 3,
    )


HITS = tuple(hit(number, number + 1) for number in range(len(ARTICLES)))

HOSTILE = (
    "@everyone <@123456789012345678> <@&1> <#2> <t:0:R> </ask:1> <:x:1> <a:x:1> <id:customize> ||spoiler|| **bold** "
    "[click](https://evil.example) https://evil.example/a_b discord.gg/abcdef `code` ~~no~~ __u__\n"
    "# heading\n> quote\n1. list\n- item\n-# small\n"
    "\u202eback\u2066wards\u2069 z\u0336\u0335\u0334\u0333\u0332\u0331\u0330\u032f\u032e\u032da\u0361lgo \ud800 \x07"
)


def hostile_hit(rank: int) -> Hit:
    where = ArticleRef(
        id="h1",
        title="[x](https://evil.example) @here **t** <@1>",
        source="@everyone # Out_let*",
        date=dt.date(2022, 4, 5),
        url="https://evil.example/a(b)?<x>",
    )
    return Hit(
        rank=rank,
        score=1.0,
        article=where,
        text=HOSTILE,
        start=0,
        end=len(HOSTILE),
        context=HOSTILE,
        quote=HOSTILE[:40],
        quote_start=0,
        quote_end=40,
        speaker="<@1> **M** ||e||",
        role="# boss\n> x",
    )


STATUS = Status(
    home="archive",
    articles=18,
    passages=18,
    statements=18,
    speakers=len(SPEAKERS),
    sources=len(SOURCES),
    first=dt.date(2022, 4, 1),
    last=dt.date(2022, 4, 18),
    undated=2,
    generation=3,
    built_at=dt.datetime(2026, 1, 1, tzinfo=dt.UTC),
    kind="exact",
    model="a small model",
    backend="onnx",
    reranker=None,
    pending=0,
    size_bytes=12_345_678,
    asked=41,
    median_ms=12.3,
)

CHANGES = Changes(
    articles_added=3,
    articles_replaced=2,
    articles_removed=1,
    articles_unchanged=12,
    passages_added=9,
    passages_removed=4,
    passages_total=23,
    statements_total=18,
    embedded=9,
    seconds=1.5,
    generation=4,
)


def entry_of(found: Hit) -> TimelineEntry:
    return TimelineEntry(
        article=found.article,
        statement=Statement(
            start=found.quote_start or 0,
            end=found.quote_end or 0,
            spans=((found.quote_start or 0, found.quote_end or 0),),
            kind="direct",
            confidence=0.9,
            speaker=found.speaker,
            cue="said",
        ),
        text=found.quote or "",
        score=found.score,
    )


def passes(found: Hit, question: Question) -> bool:
    day = found.article.date
    return (
        (question.speaker is None or found.speaker == question.speaker)
        and (question.source is None or found.article.source == question.source)
        and (not question.sources or found.article.source in question.sources)
        and (question.since is None or (day is not None and day >= question.since))
        and (question.until is None or (day is not None and day <= question.until))
    )
