"""What the archive gives, as plain data for JSON."""

from __future__ import annotations

from typing import Any

from index.anchors import anchor_at
from index.links import statement_id
from index.model import Article, ArticleRef, ArticleView, SourceSummary, Speaker, Statement, TimelineEntry
from index.pages import Profile, StatementView
from index.telling.jsonform import iso, said_object
from web.room import Room, statement_path


def of_article(article: ArticleRef | Article) -> dict[str, Any]:
    """An article without its text."""
    return {
        "article_id": article.id,
        "title": article.title,
        "source": article.source,
        "date": iso(article.date),
        "author": article.author,
        "url": article.url,
    }


def of_statement(room: Room, own_id: str, said: Statement, words: str) -> dict[str, Any]:
    """One statement; `words` are the article's from its start to its end."""
    return {
        "statement_id": own_id,
        "link": room.base + statement_path(own_id, said.speaker),
        "text": words,
        "start": said.start,
        "end": said.end,
        "spans": [list(span) for span in said.spans],
        "speaker": said.speaker,
        "resolved": said.resolved,
        "role": said.role,
        "cue": said.cue,
        "kind": said.kind,
        "stance": said.stance,
        "said_on": said_object(said.said_on),
        "joined_by": list(said.joined_by),
        "confidence": round(said.confidence, 4),
    }


def of_entry(room: Room, entry: TimelineEntry) -> dict[str, Any]:
    """A statement of a list, with its article and where else its words stand."""
    found = of_statement(room, entry.id, entry.statement, entry.text)
    return {**found, "article": of_article(entry.article), "also_in": [of_article(copy) for copy in entry.also_in]}


def of_statement_view(room: Room, found: StatementView, *, anothers: bool) -> dict[str, Any]:
    """A statement by its id; `anothers`: the address was made when its words were given to another name."""
    article, said = found.view.article, found.statement
    return {
        **of_statement(room, found.id, said, article.text[said.start : said.end]),
        "article": of_article(article),
        "also_in": [],
        "changed": iso(found.changed),
        "speaker_changed": anothers,
        "place": anchor_at(article.anchors, said.start),
    }


def of_article_view(room: Room, view: ArticleView) -> dict[str, Any]:
    """A whole article with its statements."""
    article = view.article
    return {
        **of_article(article),
        "language": article.language,
        "text": article.text,
        "statements": [
            of_statement(room, statement_id(article.id, article.text, said), said, article.text[said.start : said.end])
            for said in view.statements
        ],
    }


def of_speaker(speaker: Speaker) -> dict[str, Any]:
    """A speaker with aliases and offices."""
    return {
        "name": speaker.name,
        "aliases": list(speaker.aliases),
        "roles": [
            {"title": role.title, "first": iso(role.first), "last": iso(role.last), "articles": role.count}
            for role in speaker.roles
        ],
        "statements": speaker.statements,
        "first": iso(speaker.first),
        "last": iso(speaker.last),
    }


def of_profile(profile: Profile) -> dict[str, Any]:
    """A speaker at a glance."""
    return {
        **of_speaker(profile.speaker),
        "months": [{"month": month, "statements": count} for month, count in profile.months],
        "sources": [{"source": name, "statements": count} for name, count in profile.sources],
        "topics": list(profile.topics),
    }


def of_source(source: SourceSummary) -> dict[str, Any]:
    """An outlet."""
    return {
        "name": source.name,
        "articles": source.articles,
        "first": iso(source.first),
        "last": iso(source.last),
    }
