"""`onrecord feeds` and `onrecord sync`: feeds and watched folders, followed once or on a schedule."""

from __future__ import annotations

import asyncio
import datetime as dt
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from index.cli.context import BAD_INPUT, config_of, interruptible, say, told, with_archive
from index.cli.group import group
from index.cli.options import AsJson, Home, use_home
from index.cli.render import clean, console, grid, spoken_date
from index.errors import InputError, OnRecordError
from index.feed import Feed, FeedStatus, FeedTrial, FullText
from index.telling.jsonform import printed

if TYPE_CHECKING:
    from index.archive import Archive
    from index.config import Config
    from index.feeds.results import Synced

Url = Annotated[str, typer.Argument(metavar="URL", help="The feed's address.")]
SourceOf = Annotated[str | None, typer.Option("--source", help="The outlet of its articles, whatever they say.")]
Minutes = Annotated[float | None, typer.Option("--minutes", min=1, max=10_080, help="Minutes between two looks.")]
Whole = Annotated[str | None, typer.Option("--full-text", help="Whose text is read: auto, feed or page.")]


def register(app: typer.Typer) -> None:
    """Add the verbs."""
    verbs = group(
        "list",
        "Feeds that the archive follows.",
        {
            "list": list_feeds,
            "add": add,
            "test": test,
            "remove": remove,
            "import": import_list,
            "export": export,
            "briefings": briefings,
        },
    )
    app.add_typer(verbs, name="feeds")
    app.command("sync")(sync)


def list_feeds(context: typer.Context, as_json: AsJson = False, home: Home = None) -> None:
    """The feeds that are followed, with each one's last success and last error.

    Example: onrecord feeds
    """
    use_home(context, home)
    found = with_archive(config_of(context), lambda archive: archive.feeds())
    if as_json:
        typer.echo(printed([asdict(feed) for feed in found]))
        return
    if not found:
        typer.echo("no feed is followed; `onrecord feeds add URL` adds one, `onrecord feeds briefings` lists some")
        return
    print_feeds(found)


def print_feeds(found: tuple[FeedStatus, ...]) -> None:
    """Feeds as a table."""
    table = grid("feed", "articles", "last success", "last error", "next look")
    for feed in found:
        name = clean(feed.name) if feed.name == feed.url else f"{clean(feed.name)}\n{clean(feed.url)}"
        error = f"{_moment(feed.failed_at)}: {clean(feed.error or '')}" if feed.error else ""
        table.add_row(name, str(feed.articles), _moment(feed.succeeded_at), error, _moment(feed.next_at, "now"))
    console().print(table)


def _moment(when: dt.datetime | None, otherwise: str = "never") -> str:
    return otherwise if when is None else f"{spoken_date(when.date())}, {when:%H:%M}"


def add(
    context: typer.Context,
    url: Url,
    source: SourceOf = None,
    minutes: Minutes = None,
    full_text: Whole = None,
    home: Home = None,
) -> None:
    """Follow a feed (RSS, Atom, JSON Feed or a sitemap), or change how it is followed. `onrecord sync` looks at it.

    Example: onrecord feeds add https://courier.example/feed --source "The Halden Courier"
    """
    use_home(context, home)
    with told():
        whole = _full_text(full_text)
    feed = with_archive(
        config_of(context),
        lambda archive: archive.add_feed(url, source=source, minutes=minutes, full_text=whole),
        create=True,
    )
    typer.echo(f"{feed.url}: followed every {feed.minutes:g} minutes; `onrecord sync` looks at it now")


def _full_text(written: str | None) -> FullText | None:
    if written is None or written in ("auto", "feed", "page"):
        return written
    raise InputError(f"--full-text: {written!r} is neither auto, feed nor page")


def test(context: typer.Context, url: Url, as_json: AsJson = False, home: Home = None) -> None:
    """Look at a feed without following it: what it is, and what it lists.

    Example: onrecord feeds test https://courier.example/feed
    """
    use_home(context, home)
    trial = with_archive(config_of(context), lambda archive: _tried(archive, url))
    if as_json:
        typer.echo(printed(asdict(trial)))
        return
    whole = sum(entry.whole for entry in trial.entries)
    typer.echo(f"{clean(trial.title or trial.url)}: a {trial.kind} of {len(trial.entries)} entries, {whole} whole")
    for entry in trial.entries[:10]:
        text = "whole text" if entry.whole else "its page is read"
        typer.echo(f"  {clean(entry.title or entry.url or '')} · {clean(entry.date or 'no date')} · {text}")
    if trial.url != url:
        typer.echo(f"it has moved to {clean(trial.url)}")


async def _tried(archive: Archive, url: str) -> FeedTrial:
    try:
        return await archive.try_feed(url)
    except OnRecordError as error:
        raise InputError(f"{url[:200]}: {error}") from None


def remove(context: typer.Context, url: Url, home: Home = None) -> None:
    """Follow a feed no longer; its articles stay.

    Example: onrecord feeds remove https://courier.example/feed
    """
    use_home(context, home)
    with_archive(config_of(context), lambda archive: archive.remove_feed(url))
    typer.echo(f"{url}: followed no longer; its articles stay")


def import_list(
    context: typer.Context,
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A list of feeds in OPML.")],
    home: Home = None,
) -> None:
    """Follow the feeds of an OPML file, as feed readers export it.

    Example: onrecord feeds import subscriptions.opml
    """
    from index.feeds.opml import feeds_in

    use_home(context, home)
    config = config_of(context)
    with told():
        try:
            found = feeds_in(file.read_bytes(), config.sync.minutes)
        except OSError as error:
            raise InputError(f"{file}: cannot be read ({error.strerror or error}); check the path") from None
        except InputError as error:
            raise InputError(f"{file}: {error}") from None
    refused = with_archive(config, lambda archive: _add_all(archive, found), create=True)
    for sentence in refused:
        say(f"error: {sentence}")
    typer.echo(f"{len(found) - len(refused)} added; `onrecord sync` looks at them now")
    if refused:
        raise typer.Exit(BAD_INPUT)


async def _add_all(archive: Archive, feeds: tuple[Feed, ...]) -> list[str]:
    """Add feeds; the sentences on those that cannot be."""
    refused: list[str] = []
    for feed in feeds:
        try:
            await archive.add_feed(feed.url, source=feed.source, minutes=feed.minutes, full_text=feed.full_text)
        except InputError as error:
            refused.append(str(error))
    return refused


def export(
    context: typer.Context,
    file: Annotated[
        Path | None, typer.Argument(metavar="FILE", help="Where to write it; else standard output.")
    ] = None,
    home: Home = None,
) -> None:
    """Write the list of feeds as OPML, which feed readers import.

    Example: onrecord feeds export subscriptions.opml
    """
    from index.feeds.opml import opml

    use_home(context, home)
    found = with_archive(config_of(context), lambda archive: archive.feeds())
    feeds = [
        (Feed(url=one.url, source=one.source, minutes=one.minutes, full_text=one.full_text), one.title) for one in found
    ]
    if file is None:
        typer.echo(opml(feeds), nl=False)
        return
    with told():
        try:
            file.write_text(opml(feeds), encoding="utf-8")
        except OSError as error:
            raise InputError(f"{file}: cannot be written ({error.strerror or error})") from None
    typer.echo(f"{len(feeds)} feeds written to {file}")


def briefings(
    context: typer.Context,
    add_them: Annotated[
        list[str] | None, typer.Option("--add", help="Follow one by its key, or all; may be given again.")
    ] = None,
    as_json: AsJson = False,
    home: Home = None,
) -> None:
    """Feeds of public briefings to start from; none is followed unless it is added.

    Example: onrecord feeds briefings --add un-press
    """
    from index.feeds.briefings import known_briefings

    use_home(context, home)
    known = known_briefings()
    if not add_them:
        if as_json:
            typer.echo(printed(asdict(known)))
            return
        table = grid("key", "outlet", "address")
        for one in known.feeds:
            table.add_row(one.key, one.source, one.url)
        console().print(table)
        typer.echo(f"addresses as of {spoken_date(known.as_of)}; add one with --add KEY, and see `onrecord feeds test`")
        return
    config = config_of(context)
    with told():
        by_key = {one.key: one for one in known.feeds}
        wanted = list(by_key) if "all" in add_them else add_them
        for key in wanted:
            if key not in by_key:
                raise InputError(f"--add: {key!r} is none of {', '.join(by_key)}, all")
    feeds = tuple(
        Feed(
            url=by_key[key].url,
            source=by_key[key].source,
            minutes=config.sync.minutes,
            full_text=config.sync.full_text,
        )
        for key in wanted
    )
    for sentence in with_archive(config, lambda archive: _add_all(archive, feeds), create=True):
        say(f"note: {sentence}")
    typer.echo(f"{len(feeds)} added; `onrecord sync` looks at them now")


def sync(
    context: typer.Context,
    follow: Annotated[bool, typer.Option("--watch", help="Go on: every feed when it is due, until stopped.")] = False,
    due: Annotated[bool, typer.Option("--due", help="Only the feeds whose time has come, as for a scheduler.")] = False,
    as_json: AsJson = False,
    home: Home = None,
) -> None:
    """Look at the feeds and the watched folders, and load what is new.

    Example: onrecord sync --watch
    """
    use_home(context, home)
    if follow:
        with_archive(config_of(context), lambda archive: _watch(archive, as_json), create=_followed(config_of(context)))
        return

    async def work(archive: Archive) -> Synced:
        with interruptible() as token:
            return await archive.sync(due=due, cancel=token)

    synced = with_archive(config_of(context), work, create=_followed(config_of(context)))
    _show(synced, as_json, idle=True)
    if any(feed.error for feed in synced.feeds) or any(problem.fatal for problem in synced.changes.problems):
        raise typer.Exit(BAD_INPUT)


def _followed(config: Config) -> bool:
    """Whether the configuration names something to follow; then a first `sync` makes the archive, as `ingest` does."""
    return bool(config.feeds or config.reading.folders)


async def _watch(archive: Archive, as_json: bool) -> None:
    from index.feeds.watch import watch
    from index.fetching.polite import Fetcher

    def told_of(round_: Synced | Exception) -> None:
        if isinstance(round_, Exception):
            say(f"onrecord: {round_}")
        else:
            _show(round_, as_json, idle=False)

    with interruptible() as token:
        await watch(archive, fetcher=Fetcher(pause=archive.config.sync.pause), told=told_of, cancel=token)
    await asyncio.sleep(0)


def _show(synced: Synced, as_json: bool, *, idle: bool) -> None:
    """One look's results; `idle`: also where it found nothing to do."""
    changes = synced.changes
    for problem in changes.problems:
        say(f"{'error' if problem.fatal else 'note'}: {problem}")
    for feed in synced.feeds:
        if feed.error:
            say(f"error: {clean(feed.name)}: {clean(feed.error)}")
    if as_json:
        if idle or synced.feeds or synced.files:
            typer.echo(printed(asdict(synced)))
        return
    failed = sum(feed.error is not None for feed in synced.feeds)
    new = sum(feed.new for feed in synced.feeds)
    if idle or new or failed or synced.files:
        typer.echo(
            f"{len(synced.feeds)} feeds, {failed} failed; {new} new entries, {synced.files} files; articles: "
            f"{changes.articles_added} added, {changes.articles_replaced} replaced, {changes.articles_removed} removed"
        )
