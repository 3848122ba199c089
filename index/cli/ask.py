"""`onrecord ask`: one question in the terminal, or many through a pipe."""

from __future__ import annotations

import asyncio
import json
import sys
from collections import deque
from collections.abc import AsyncIterator, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Annotated, Any, Literal

import typer

from index.cli.context import BAD_INPUT, config_of, say, told, with_archive
from index.cli.options import Home, SaidSince, SaidUntil, one_day, own_day, use_home, window_end
from index.errors import InputError, OnRecordError
from index.model import Answer, Question
from index.query.refuse import why_refused

if TYPE_CHECKING:
    from index.archive import Archive

Form = Literal["plain", "apa", "chicago", "bibtex", "csl"]
_JSON_LIMIT = 10  # passages of an answer in JSON unless told
_AHEAD = 4  # questions of a pipe that are in work at once: they share batches and both cores


def register(app: typer.Typer) -> None:
    """Add the verb."""
    app.command("ask")(ask)


def ask(
    context: typer.Context,
    question: Annotated[str, typer.Argument(help="The question; - reads one a line from standard input.")],
    speaker: Annotated[str | None, typer.Option(help="Only what this speaker said.")] = None,
    source: Annotated[str | None, typer.Option(help="Only this outlet.")] = None,
    since: Annotated[str | None, typer.Option(help="Only published from this day on: 2022-04-05, last month.")] = None,
    until: Annotated[str | None, typer.Option(help="Only published up to this day, included.")] = None,
    said_since: SaidSince = None,
    said_until: SaidUntil = None,
    limit: Annotated[int | None, typer.Option(min=1, max=100, help="Passages shown.")] = None,
    asked_on: Annotated[str | None, typer.Option(help="The day that 'last week' counts from; default today.")] = None,
    literal: Annotated[bool, typer.Option("--literal", help="Read no filters out of the question's words.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object a question, as docs/json.md says.")] = False,
    around: Annotated[bool, typer.Option("--context", help="Show what stands around each quotation.")] = False,
    cite: Annotated[Form | None, typer.Option(help="The words that answer, each with its citation, as text.")] = None,
    explain: Annotated[bool, typer.Option("--explain", help="Each hit's signals and every step's time.")] = False,
    home: Home = None,
) -> None:
    """Ask the archive.

    Example: onrecord ask "what did Ilse Brandt-Okoye say about the harbour in April 2022?"
    """
    use_home(context, home)
    with told():
        if cite is not None and (as_json or question == "-"):
            raise InputError("--cite prints the answer to one question as text; leave out --json and -")
        counted_from = one_day("--asked-on", asked_on, own_day())
        today = counted_from or own_day()
        base = Question(
            text=question,
            speaker=speaker,
            source=source,
            since=window_end("--since", since, today, last=False),
            until=window_end("--until", until, today, last=True),
            said_since=window_end("--said-since", said_since, today, last=False),
            said_until=window_end("--said-until", said_until, today, last=True),
            asked_on=counted_from,
            limit=limit if limit is not None else (_JSON_LIMIT if as_json else None),
            infer=not literal,
        )
        _check(base)
    if question == "-":
        failed = with_archive(
            config_of(context), lambda archive: _many(archive, base, as_json, explain, around), warm=True
        )
        raise typer.Exit(BAD_INPUT if failed else 0)
    answer = with_archive(config_of(context), lambda archive: archive.ask(base), warm=True)
    if as_json:
        from index.telling.jsonform import answer_json

        typer.echo(answer_json(answer))
        return
    if cite is not None:
        _print_cited(answer, cite)
        return
    from index.cli.render import console, print_answer

    print_answer(console(), answer, explain=explain, context=around)


def _print_cited(answer: Answer, form: Form) -> None:
    from index.export.cite import cited
    from index.telling.phrases import decline_sentence

    entries = list(cited(answer, form, own_day()))
    if not entries:
        say(f"onrecord: {decline_sentence(answer)}")
    for number, entry in enumerate(entries):
        typer.echo(("\n" if number else "") + entry)


@dataclass(frozen=True, slots=True)
class _Line:
    number: int
    question: Question | None
    problem: str = ""


async def _many(archive: Archive, base: Question, as_json: bool, explain: bool, around: bool) -> int:
    """Answer line by line, in order; returns how many lines could not be asked."""
    from index.cli.render import console, print_answer
    from index.telling.jsonform import answer_json, printed

    failed = 0
    waiting: deque[tuple[_Line, asyncio.Task[Answer]]] = deque()
    screen = None if as_json else console()

    def refuse(number: int, problem: str) -> int:
        """One line on standard error and, in JSON, one object in the line's place."""
        say(f"onrecord: standard input:{number}: {problem}")
        if screen is None:
            sys.stdout.write(printed({"line": number, "error": problem}) + "\n")
            sys.stdout.flush()
        return 1

    async def settle() -> int:
        line, task = waiting.popleft()
        try:
            answer = await task
        except OnRecordError as error:
            return refuse(line.number, str(error))
        except Exception as error:  # whatever a line holds, the others are answered
            return refuse(line.number, f"cannot be answered ({type(error).__name__}: {error})")
        if screen is None:
            sys.stdout.write(answer_json(answer) + "\n")
            sys.stdout.flush()
        else:
            print_answer(screen, answer, explain=explain, context=around)
        return 0

    lines = _lines(base)
    pending: asyncio.Task[_Line] | None = asyncio.ensure_future(anext(lines))
    while pending is not None or waiting:
        tasks: set[asyncio.Task[Any]] = {task for _, task in list(waiting)[:1]}
        if pending is not None and len(waiting) < _AHEAD:
            tasks.add(pending)
        await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
        while waiting and waiting[0][1].done():
            failed += await settle()
        if pending is not None and pending.done() and len(waiting) < _AHEAD:
            try:
                line = pending.result()
            except StopAsyncIteration:
                pending = None
                continue
            pending = asyncio.ensure_future(anext(lines))
            asked = _refused(line.problem) if line.question is None else archive.ask(line.question)
            waiting.append((line, asyncio.ensure_future(asked)))
    return failed


async def _refused(problem: str) -> Answer:
    """A line that cannot be asked, in its place among the others. Raises InputError."""
    raise InputError(problem)


async def _lines(base: Question) -> AsyncIterator[_Line]:
    """Lines of standard input as they arrive; blank ones are passed over."""
    number = 0
    while text := await asyncio.to_thread(sys.stdin.buffer.readline):
        number += 1
        if not text.strip():
            continue
        try:
            yield _Line(number, _parse(text.decode("utf-8"), base))
        except UnicodeDecodeError:
            yield _Line(number, None, "is not UTF-8; send the questions as UTF-8 text")
        except InputError as error:
            yield _Line(number, None, str(error))
        except Exception as error:  # whatever a line holds, the next one is read
            yield _Line(number, None, f"cannot be read ({type(error).__name__}: {error})")


def _parse(line: str, base: Question) -> Question:
    """A plain line, or an object with the keys of the JSON contract. Raises InputError."""
    line = line.strip("\ufeff\r\n\t ")
    if not line.startswith("{"):
        question = replace(base, text=line)
        _check(question)
        return question
    try:
        data = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise InputError(f"is not valid JSON ({error}); send a plain question or one JSON object a line") from None
    return _from_object(data, base)


def _from_object(data: Mapping[str, Any], base: Question) -> Question:
    text = data.get("question")
    if not isinstance(text, str) or not text.strip():
        raise InputError('has no "question"; send {"question": "…"}')
    for key in ("speaker", "source", "since", "until", "said_since", "said_until", "asked_on"):
        if data.get(key) is not None and not isinstance(data[key], str):
            raise InputError(f'"{key}" must be a text')
    limit = data.get("limit")
    if limit is not None and (not isinstance(limit, int) or isinstance(limit, bool) or not 1 <= limit <= 100):
        raise InputError('"limit" must be a whole number from 1 to 100')
    asked_on = one_day('"asked_on"', data.get("asked_on"), own_day()) or base.asked_on
    today = asked_on or own_day()
    question = replace(
        base,
        text=text,
        speaker=data.get("speaker") or base.speaker,
        source=data.get("source") or base.source,
        since=window_end('"since"', data.get("since"), today, last=False) or base.since,
        until=window_end('"until"', data.get("until"), today, last=True) or base.until,
        said_since=window_end('"said_since"', data.get("said_since"), today, last=False) or base.said_since,
        said_until=window_end('"said_until"', data.get("said_until"), today, last=True) or base.said_until,
        asked_on=asked_on,
        limit=limit or base.limit,
    )
    _check(question)
    return question


def _check(question: Question) -> None:
    refused = None if question.text == "-" else why_refused(question.text)
    if refused is not None:
        raise InputError(refused)
    if question.since and question.until and question.since > question.until:
        raise InputError(f"since {question.since} is after until {question.until}; swap them")
    if question.said_since and question.said_until and question.said_since > question.said_until:
        raise InputError(f"said since {question.said_since} is after said until {question.said_until}; swap them")
