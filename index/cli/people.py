"""`onrecord speakers`, `sources`, `timeline` and `article`: who speaks, where, and when."""

from __future__ import annotations

import sys
from dataclasses import asdict
from typing import TYPE_CHECKING, Annotated, Any

import typer
from rich.console import Console
from rich.text import Text

from index.cli.context import config_of, say, told, with_archive
from index.cli.corrections import group_of
from index.cli.options import AsJson, Home, SaidSince, SaidUntil, own_day, use_home, window_end
from index.cli.render import article_line, clean, console, grid, in_place, spoken_date
from index.export.plain import cue_words
from index.export.table import table
from index.model import ArticleView, Speaker, Timeline
from index.telling.jsonform import printed
from index.telling.phrases import said_words

if TYPE_CHECKING:
    from index.attribution.report import Reading

_BAR = 30  # characters of the longest bar of a chart


def register(app: typer.Typer) -> None:
    """Add the verbs."""
    app.add_typer(group_of(speakers), name="speakers")
    app.command("sources")(sources)
    app.command("timeline")(timeline)
    app.command("article")(article)


def speakers(
    context: typer.Context,
    search: Annotated[str, typer.Argument(help="A name, surname or role; empty: the most quoted.")] = "",
    limit: Annotated[int, typer.Option(min=1, max=10_000, help="Speakers shown.")] = 25,
    as_json: AsJson = False,
    home: Home = None,
) -> None:
    """Who speaks in the archive: roles, number of statements, first and last date.

    Example: onrecord speakers "prime minister"
    """
    use_home(context, home)
    found = with_archive(config_of(context), lambda archive: archive.speakers(search, limit))
    if as_json:
        _print_json([asdict(speaker) for speaker in found])
        return
    if not found:
        typer.echo(f"nobody in the archive matches {search!r}" if search else "nobody speaks in the archive yet")
        return
    table = grid("speaker", "roles", "statements", "first", "last")
    for speaker in found:
        dates = [spoken_date(speaker.first), spoken_date(speaker.last)]
        table.add_row(clean(speaker.name), clean(_roles(speaker)), str(speaker.statements), *dates)
    console().print(table)


def _roles(speaker: Speaker) -> str:
    return ", ".join(role.title for role in sorted(speaker.roles, key=lambda role: -role.count)[:3])


def sources(
    context: typer.Context,
    search: Annotated[str, typer.Argument(help="Part of an outlet's name.")] = "",
    rename: Annotated[
        tuple[str, str] | None,
        typer.Option("--rename", metavar="OLD NEW", help="Rename an outlet; one that is there takes it in."),
    ] = None,
    domain: Annotated[
        tuple[str, str] | None, typer.Option("--domain", metavar="NAME HOST", help="Say whose host it is.")
    ] = None,
    as_json: AsJson = False,
    home: Home = None,
) -> None:
    """The archive's outlets, with how many articles and from when to when.

    Example: onrecord sources
    """
    use_home(context, home)
    if rename is not None:
        changes = with_archive(config_of(context), lambda archive: archive.rename_source(*rename))
        say(f"{changes.articles_replaced} articles of {rename[0]} are {rename[1]}'s now")
    if domain is not None:
        changes = with_archive(config_of(context), lambda archive: archive.set_domain(*domain))
        say(f"{domain[1]} is {domain[0]}'s; {changes.articles_replaced} articles were named by it")
    found = with_archive(config_of(context), lambda archive: archive.sources(search, 1000))
    if as_json:
        _print_json([asdict(source) for source in found])
        return
    table = grid("outlet", "articles", "first", "last")
    for source in found:
        table.add_row(clean(source.name), str(source.articles), spoken_date(source.first), spoken_date(source.last))
    console().print(table)


def timeline(
    context: typer.Context,
    speaker: Annotated[str, typer.Argument(help="A name, surname or role.")],
    topic: Annotated[str, typer.Argument(help="A topic; empty: all statements.")] = "",
    source: Annotated[str | None, typer.Option(help="Only this outlet.")] = None,
    since: Annotated[str | None, typer.Option(help="Only published from this day on: 2022-04-05, last month.")] = None,
    until: Annotated[str | None, typer.Option(help="Only published up to this day, included.")] = None,
    said_since: SaidSince = None,
    said_until: SaidUntil = None,
    limit: Annotated[int, typer.Option(min=1, max=10_000, help="Statements shown.")] = 50,
    as_csv: Annotated[bool, typer.Option("--csv", help="A table: date, speaker, words, outlet, title, place.")] = False,
    as_json: AsJson = False,
    home: Home = None,
) -> None:
    """What a speaker said on a topic, by date, the same words in several outlets once.

    Example: onrecord timeline "Brandt-Okoye" harbour
    """
    use_home(context, home)
    with told():
        today = own_day()
        first = window_end("--since", since, today, last=False)
        last = window_end("--until", until, today, last=True)
        said = window_end("--said-since", said_since, today, last=False)
        said_last = window_end("--said-until", said_until, today, last=True)
    found = with_archive(
        config_of(context),
        lambda archive: archive.timeline(
            speaker,
            topic,
            source=source,
            since=first,
            until=last,
            said_since=said,
            said_until=said_last,
            limit=limit,
        ),
    )
    if as_json:
        _print_json(asdict(found))
    elif as_csv:
        sys.stdout.write(table(found.entries))
    else:
        _print_timeline(console(), found)


def _print_timeline(screen: Console, found: Timeline) -> None:
    on = f" on {found.topic}" if found.topic else ""
    shown = f", {len(found.entries)} of them shown" if len(found.entries) < found.total else ""
    counted = f"{found.total} statement{'' if found.total == 1 else 's'}{shown}"
    screen.print(Text(f"{found.speaker}{on}: {counted}", style="bold"))
    most = max((count for _, count in found.counts), default=0)
    for month, count in found.counts:
        screen.print(Text(f"  {month}  {'█' * max(1, round(_BAR * count / most))} {count}", style="cyan"))
    for entry in found.entries:
        screen.print()
        head = Text(article_line(entry.article), style="cyan")
        if when := said_words(entry.statement.said_on, entry.article.date):
            head.append(f" · {when}")
        if does := clean(cue_words(entry.statement.stance, entry.statement.cue, entry.statement.joined_by)):
            head.append(f" · {does}", style="yellow" if entry.statement.stance != "said" else "")
        screen.print(head)
        if len(found.speakers) > 1:
            screen.print(Text("  " + clean(entry.statement.speaker or "")))
        screen.print(Text("  " + clean(" ".join(entry.text.split())), style="bold"))
        if entry.also_in:
            screen.print(Text("  also in " + "; ".join(article_line(copy) for copy in entry.also_in), style="dim"))


def article(
    context: typer.Context,
    article_id: Annotated[str, typer.Argument(metavar="ID", help="An article's id, as answers show it.")],
    turns: Annotated[
        bool, typer.Option("--turns", help="Who speaks from where to where, and what was left to nobody, and why.")
    ] = False,
    removed: Annotated[bool, typer.Option("--removed", help="Only the lines that were taken out of its text.")] = False,
    as_json: AsJson = False,
    home: Home = None,
) -> None:
    """A whole article with its statements marked and named.

    Example: onrecord article nt-2022-12-01-skarn
    """
    use_home(context, home)
    view = with_archive(config_of(context), lambda archive: archive.article(article_id))
    if removed:
        if as_json:
            _print_json(view.article.removed)
        else:
            for line in view.article.removed:
                typer.echo(clean(line))
        return
    if turns:
        from index.attribution.report import reading_of

        reading = reading_of(view.article)
        _print_json(asdict(reading)) if as_json else _print_turns(console(), view, reading)
    elif as_json:
        _print_json(asdict(view))
    else:
        _print_article(console(), view)


def _print_article(screen: Console, view: ArticleView) -> None:
    found = view.article
    if found.title:
        screen.print(Text(clean(found.title), style="bold"))
    parts = [found.source or "unknown outlet", spoken_date(found.date), found.author, found.url]
    screen.print(Text(clean(" · ".join(part for part in parts if part)), style="cyan"))
    screen.print()
    text = Text(in_place(found.text))
    for statement in view.statements:
        for start, end in statement.spans:
            text.stylize("" if statement.kind == "turn" else "bold", start, end)
    screen.print(text)
    screen.print()
    table = grid("#", "speaker", "kind", "cue", "sure", "words")
    for number, statement in enumerate(view.statements, start=1):
        words = " ".join(found.text[statement.start : statement.end].split())
        words = words if len(words) <= 90 else words[:88] + " …"
        name = statement.speaker or "nobody named"
        name += "" if statement.resolved else " (as written)"
        does = cue_words(statement.stance, statement.cue, statement.joined_by)
        sure = f"{statement.confidence:.2f}"
        table.add_row(str(number), clean(name), statement.kind, clean(does), sure, clean(words))
    screen.print(table)


def _print_turns(screen: Console, view: ArticleView, reading: Reading) -> None:
    """The turns of an article, and below them what is nobody's."""
    text = view.article.text

    def words(start: int, end: int) -> str:
        found = " ".join(text[start:end].split())
        return clean(found if len(found) <= 70 else found[:68] + " …")

    if not reading.turns:
        screen.print(Text(f"{view.article.id} is read as {reading.kind}: it has no turns"))
        return
    table = grid("#", "speaker", "role", "mark", "words")
    for number, turn in enumerate(reading.turns, start=1):
        name = turn.speaker or ("nobody by name" if turn.is_question else "not named")
        name += " asks" if turn.is_question else "" if turn.resolved else " (as written)"
        said = words(turn.spans[0][0], turn.spans[-1][1]) if turn.spans else ""
        table.add_row(str(number), clean(name), clean(turn.role or ""), clean(turn.mark), said)
    screen.print(table)
    if reading.unspoken:
        screen.print()
        left = grid("left to nobody", "words")
        for piece in reading.unspoken:
            left.add_row(piece.reason, words(piece.start, piece.end))
        screen.print(left)


def _print_json(data: Any) -> None:
    typer.echo(printed(data))
