"""How a statement is cited: in plain words, in two common styles, and for libraries of references."""

from __future__ import annotations

import datetime as dt
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Self

from index.export.plain import credited, day, does, line, office, safe_url
from index.links import with_speaker
from index.model import Answer, Hit
from index.pages import StatementView

_SPECIAL = re.compile(r"([\\{}$&#%_^~])")
_COMMANDS = {"\\": r"\textbackslash{}", "^": r"\textasciicircum{}", "~": r"\textasciitilde{}"}


@dataclass(frozen=True, slots=True)
class Source:
    """What a citation is made of; `link` leads to the statement in the archive."""

    id: str
    words: str
    speaker: str
    role: str | None
    title: str | None
    outlet: str | None
    author: str | None
    date: dt.date | None
    url: str | None
    link: str
    today: dt.date

    @classmethod
    def of(cls, found: StatementView, link: str, today: dt.date) -> Self:
        """From a statement's page."""
        article, said = found.view.article, found.statement

        def clean(text: str | None) -> str | None:
            return line(text) or None if text else None

        return cls(
            id=found.id,
            words=line(" […] ".join(article.text[a:b] for a, b in said.spans)),
            speaker=credited(said),
            role=clean(office(said.role or "")),
            title=clean(article.title),
            outlet=clean(article.source),
            author=clean(article.author),
            date=article.date,
            url=safe_url(article.url),
            link=link,
            today=today,
        )

    @classmethod
    def of_hit(cls, hit: Hit, today: dt.date) -> Self:
        """From a passage of an answer; without a page of its own it is cited by where it was published."""
        who = line(hit.speaker or "") or "Unnamed"
        return cls(
            id=hit.statement_id or re.sub(r"\W+", "-", hit.article.id),
            words=line(hit.quote or hit.text),
            speaker=who if hit.stance in (None, "said") else f"{who} ({does(hit)})",
            role=line(office(hit.role or "")) or None,
            title=line(hit.article.title or "") or None,
            outlet=line(hit.article.source or "") or None,
            author=line(hit.article.author or "") or None,
            date=hit.article.date,
            url=safe_url(hit.article.url),
            link=with_speaker(hit.link, hit.speaker) if hit.link else "",
            today=today,
        )

    @property
    def address(self) -> str:
        """Where it can be read: at the outlet, else in the archive."""
        return self.url or self.link


def citations(source: Source) -> tuple[tuple[str, str], ...]:
    """Every form with its name."""
    return (
        ("Plain", plain(source)),
        ("APA", apa(source)),
        ("Chicago", chicago(source)),
        ("BibTeX", bibtex(source)),
        ("CSL-JSON", csl_json(source)),
    )


FORMS = {"plain": 0, "apa": 1, "chicago": 2, "bibtex": 3, "csl": 4}  # places in `citations`


def cited(answer: Answer, form: str, today: dt.date) -> Iterator[str]:
    """The words that answer, each with its citation; in BibTeX and CSL-JSON the citation alone holds them.

    The nearest material of a no is never cited.
    """
    for hit in answer.hits if answer.answered else ():
        source = Source.of_hit(hit, today)
        citation = citations(source)[FORMS[form]][1].rstrip("\n")
        yield citation if form in ("plain", "bibtex", "csl") else f"“{source.words}” — {source.speaker}\n{citation}"


def plain(source: Source) -> str:
    """One sentence: the words, who, where and when."""
    who = ", ".join(part for part in (source.speaker, source.role) if part)
    title = f"“{source.title}”" if source.title else None
    places = (title, source.outlet, day(source.date) if source.date else "undated", source.address)
    told = f"“{source.words}” — {who}" if source.speaker != "Unnamed" else f"“{source.words}”"
    return f"{told}, in " + ", ".join(part for part in places if part)


def apa(source: Source) -> str:
    """APA's form for an article of a newspaper."""
    date = f"{source.date.year}, {source.date:%B} {source.date.day}" if source.date else "n.d."
    title, outlet = source.title or "Untitled article", source.outlet or ""
    head = (
        f"{_last_first(source.author, initials=True)}. ({date}). {title}." if source.author else f"{title}. ({date})."
    )
    return " ".join(part for part in (_stopped(head), f"{outlet}." if outlet else "", source.address) if part)


def chicago(source: Source) -> str:
    """Chicago's form for a bibliography."""
    date = f"{source.date:%B} {source.date.day}, {source.date.year}" if source.date else "n.d."
    author = f"{_last_first(source.author, initials=False)}." if source.author else ""
    title = f"“{_stopped((source.title or 'Untitled article') + '.')}”"
    where = ", ".join(part for part in (source.outlet, date) if part) + "."
    return " ".join(part for part in (_stopped(author), title, where, f"{source.address}.") if part)


def bibtex(source: Source) -> str:
    """An entry for BibTeX and biblatex."""
    fields = {
        "title": source.title or "Untitled article",
        "author": "{" + _escaped(source.author) + "}" if source.author else "",
        "journal": source.outlet or "",
        "year": str(source.date.year) if source.date else "",
        "month": str(source.date.month) if source.date else "",
        "day": str(source.date.day) if source.date else "",
        "url": source.address,
        "urldate": source.today.isoformat(),
        "note": f"{source.speaker}: “{source.words}”" + (f". Archived statement: {source.link}" if source.link else ""),
    }
    lines = [
        f"  {name} = {{{value if name in ('author', 'url') else _escaped(value)}}}"
        for name, value in fields.items()
        if value
    ]
    return f"@article{{onrecord-{source.id},\n" + ",\n".join(lines) + "\n}\n"


def csl_json(source: Source) -> str:
    """A list of one item in the Citation Style Language's JSON."""
    item: dict[str, Any] = {
        "id": f"onrecord-{source.id}",
        "type": "article-newspaper",
        "title": source.title or "Untitled article",
        "container-title": source.outlet,
        "author": [{"literal": source.author}] if source.author else None,
        "issued": {"date-parts": [_parts(source.date)]} if source.date else None,
        "accessed": {"date-parts": [_parts(source.today)]},
        "URL": source.address or None,
        "archive_location": source.link or None,
        "note": f"{source.speaker}: “{source.words}”",
    }
    return json.dumps([{k: v for k, v in item.items() if v is not None}], ensure_ascii=False, indent=2) + "\n"


def _parts(date: dt.date) -> list[int]:
    return [date.year, date.month, date.day]


def _escaped(text: str) -> str:
    """Letters that TeX would take for commands, as letters."""
    return _SPECIAL.sub(lambda match: _COMMANDS.get(match[1], "\\" + match[1]), text)


def _stopped(text: str) -> str:
    """One stop at the end, not two."""
    return re.sub(r"([.!?…])\.(?=$| \()", r"\1", text)


def _last_first(name: str | None, *, initials: bool) -> str:
    """A person's name with the surname first; what looks like no person's stays as it is."""
    parts = (name or "").split()
    if not 2 <= len(parts) <= 4 or not all(part[0].isupper() for part in parts):
        return name or ""
    given = " ".join(f"{part[0]}." for part in parts[:-1]) if initials else " ".join(parts[:-1])
    return f"{parts[-1]}, {given}"
