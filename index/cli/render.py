"""Answers and other results as readable cards in the terminal. Nothing of an article is read as markup."""

from __future__ import annotations

import datetime as dt
import re

from rich.console import Console, ConsoleOptions, Group, RenderableType, RenderResult
from rich.panel import Panel
from rich.table import Table
from rich.text import Text

from index.export.plain import cue_words, office
from index.model import Answer, ArticleRef, Hit
from index.telling.phrases import (
    counted_sentence,
    decline_sentence,
    interpretation_words,
    note_sentences,
    said_words,
)

_NARROW = 60  # columns
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


def console() -> Console:
    """The terminal; plain text when the output is piped."""
    return Console(highlight=False, markup=False, emoji=False)


def print_answer(screen: Console, answer: Answer, *, explain: bool = False, context: bool = False) -> None:
    """The interpretation, the verdict and one card a hit; `context` shows what stands around each quotation."""
    screen.print(Text(answer.question.text, style="bold"))
    understood = interpretation_words(answer.query)
    if understood:
        screen.print(Text(f"understood: {understood}", style="dim"))
    for note in note_sentences(answer.query):
        screen.print(Text(note, style="yellow"))
    if many := counted_sentence(answer):
        screen.print(Text(many, style="bold"))
    if not answer.answered:
        screen.print(Text(decline_sentence(answer), style="yellow"))
        if answer.hits:
            screen.print(Text("The nearest that it holds, which may not answer:", style="dim"))
    for hit in answer.hits:
        screen.print(_card(screen, hit, nearest=not answer.answered, context=context))
        if explain:
            screen.print(_signals(hit))
    if answer.undated_left_out:
        screen.print(Text(f"{answer.undated_left_out} articles without a date were left out.", style="dim"))
    if explain:
        steps = "  ".join(f"{name} {ms:.1f}" for name, ms in answer.timings_ms.items())
        evidence = "  ".join(f"{name} {value:.3f}" for name, value in answer.evidence.items())
        screen.print(Text(f"confidence {answer.confidence:.2f} from: {evidence or 'nothing found'}", style="dim"))
        screen.print(Text(f"milliseconds: {steps}", style="dim"))


def _card(screen: Console, hit: Hit, *, nearest: bool, context: bool) -> RenderableType:
    parts: list[RenderableType] = []
    if hit.context:
        parts.append(Text("Q: " + shortened(hit.context, 240), style="dim"))
    parts.append(_passage(screen, hit, context=context))
    credit = Text()
    if hit.speaker:
        credit.append(f"— {clean(hit.speaker)}", style="bold")
        if hit.role:
            credit.append(f", {clean(office(hit.role))}")
        if does := clean(cue_words(hit.stance, hit.cue, hit.joined_by)):
            credit.append(f" · {does}", style="yellow" if hit.stance not in (None, "said") else "")
        credit.append("\n")
    credit.append(article_line(hit.article), style="cyan")
    if when := said_words(hit.said_on, hit.article.date):
        credit.append(f" · {when}", style="cyan")
    if hit.place:
        credit.append(f" · {clean(hit.place)}", style="cyan")
    if hit.article.title:
        credit.append(f"\n{clean(hit.article.title)}", style="dim")
    if hit.article.url:
        credit.append(f"\n{clean(hit.article.url)}", style="dim underline")
    if hit.also_in:
        credit.append("\nalso in " + "; ".join(article_line(copy) for copy in hit.also_in), style="dim")
    if hit.changed:
        since = spoken_date(hit.changed)
        credit.append(f"\nits text has changed since {since}: onrecord history {clean(hit.article.id)}", style="yellow")
    if hit.more_in_article:
        credit.append(f"\n{hit.more_in_article} more in this article: onrecord article {hit.article.id}", style="dim")
    parts.append(credit)
    return Panel(Group(*parts), title=f"{hit.rank}", title_align="left", border_style="yellow" if nearest else "green")


def _passage(screen: Console, hit: Hit, *, context: bool) -> RenderableType:
    """The quotation behind a bar, which tells it apart without colour too; with `context` amid its passage."""
    start, end = hit.quote_start, hit.quote_end
    if hit.quote is None or start is None or end is None:
        return Text(clean(hit.text))
    quote = _barred(screen, clean(hit.quote))
    if not context or start < hit.start or end > hit.end:
        return quote
    before, after = clean(hit.text[: start - hit.start]).rstrip(), clean(hit.text[end - hit.start :]).lstrip()
    return Group(
        *([Text(before, style="dim")] if before else []), quote, *([Text(after, style="dim")] if after else [])
    )


def _barred(screen: Console, words: str) -> Text:
    """Words wrapped by hand, so that the bar stands before each line."""
    lines = Text(words, style="bold").wrap(screen, max(20, screen.width - 6))
    out = Text()
    for number, line in enumerate(lines):
        line.rstrip()
        out.append("┃ " if number == 0 else "\n┃ ", style="green").append_text(line)
    return out


def _signals(hit: Hit) -> Text:
    signals = "  ".join(f"{name} {value:.3f}" for name, value in hit.signals.named().items())
    return Text(f"   score {hit.score:.3f}   {signals}", style="dim")


def article_line(article: ArticleRef) -> str:
    """Outlet, date and author in one line."""
    date = spoken_date(article.date)
    parts = [article.source or "unknown outlet", date, article.author]
    return clean(" · ".join(part for part in parts if part))


def spoken_date(date: dt.date | None) -> str:
    """A date as "5 April 2022"."""
    return "no date" if date is None else f"{date.day} {date:%B} {date.year}"


def clean(text: str) -> str:
    """Without control and direction characters, which could rewrite the terminal."""
    return _CONTROL.sub("", text)


def in_place(text: str) -> str:
    """Like `clean`, one character for one, so that offsets hold."""
    return _CONTROL.sub("\ufffd", text)


def shortened(text: str, size: int) -> str:
    """The last `size` characters at a word, in one line."""
    line = " ".join(clean(text).split())
    return line if len(line) <= size else "… " + line[-size:].partition(" ")[2]


class _Grid(Table):
    """A table that becomes a list where its columns would be too narrow to read."""

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        if options.max_width >= _NARROW or len(self.columns) < 3:
            yield from super().__rich_console__(console, options)
            return
        cells = [[str(cell) for cell in column.cells] for column in self.columns]
        for row in zip(*cells, strict=True):
            yield Text(row[0], style="bold")
            for column, value in zip(self.columns[1:], row[1:], strict=True):
                if value:
                    yield Text(f"  {column.header}: {value}" if column.header else f"  {value}")


def grid(*titles: str) -> Table:
    """A plain table in the product's look."""
    table = _Grid(box=None, pad_edge=False, header_style="bold")
    for title in titles:
        table.add_column(title, overflow="fold")
    return table
