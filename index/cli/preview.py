"""What `ingest --dry-run` shows of each file: what it would be, what told it, what would be removed."""

from __future__ import annotations

from collections.abc import Iterable

import typer
from rich.console import Console
from rich.text import Text

from index.cli.render import clean, spoken_date
from index.model import Article, Problem
from index.telling.jsonform import printed

_REMOVED = 6  # lines of what would be removed that are shown


def show_preview(screen: Console, items: Iterable[Article | Problem]) -> int:
    """Print articles and problems as they are read; how many could not be loaded."""
    failed = articles = 0
    for item in items:
        if isinstance(item, Problem):
            failed += item.fatal
            screen.print(Text(f"{'error' if item.fatal else 'note'}: {clean(str(item))}", style="yellow"))
            continue
        articles += 1
        screen.print(Text(clean(item.evidence.get("file", item.id)), style="bold"))
        for name, value in _rows(item):
            screen.print(Text(f"  {name:<9} {clean(value)}"))
    screen.print(Text(f"{articles} articles would be loaded, {failed} could not be; nothing was changed"))
    return failed


def _rows(article: Article) -> Iterable[tuple[str, str]]:
    told = article.evidence
    yield "title", article.title or "none"
    yield "date", f"{spoken_date(article.date)} ({told['date']})" if article.date and "date" in told else "none"
    if article.modified:
        yield "modified", f"{spoken_date(article.modified)} ({told.get('modified', 'given')})"
    yield "outlet", f"{article.source} ({told.get('source', 'given')})" if article.source else "unknown"
    if article.author:
        yield "author", article.author
    if article.url:
        yield "address", article.url
    yield "language", f"{article.language} ({told.get('language', 'given')})" if article.language else "unknown"
    yield "length", f"{len(article.text.split())} words"
    for number, line in enumerate(article.removed):
        if number == _REMOVED:
            yield "", f"and {len(article.removed) - _REMOVED} more"
            return
        yield "removed" if number == 0 else "", _begun(line)


def _begun(line: str) -> str:
    words = " ".join(line.split())
    return words if len(words) <= 78 else words[:76] + " …"


def preview_json(items: Iterable[Article | Problem]) -> int:
    """One object a line for each article and problem; how many could not be loaded."""
    failed = 0
    for item in items:
        if isinstance(item, Problem):
            failed += item.fatal
            row: dict[str, object] = {
                "problem": item.message,
                "path": item.path,
                "line": item.line,
                "fatal": item.fatal,
            }
        else:
            row = {
                "id": item.id,
                "title": item.title,
                "source": item.source,
                "date": item.date.isoformat() if item.date else None,
                "modified": item.modified.isoformat() if item.modified else None,
                "author": item.author,
                "url": item.url,
                "language": item.language,
                "words": len(item.text.split()),
                "removed": list(item.removed),
                "evidence": dict(item.evidence),
            }
        typer.echo(printed(row))
    return failed
