"""`onrecord eval` and `onrecord export`: quality on gold, and statements for other programs."""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping, Sequence
from contextlib import aclosing
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from index.cli.context import config_of, say, told, with_archive
from index.cli.options import AsJson, Home, use_home
from index.cli.render import clean, console, grid
from index.errors import NotFound
from index.model import Question
from index.telling.jsonform import SCHEMA, iso, printed

if TYPE_CHECKING:
    from index.archive import Archive
    from index.evaluation.attribution import StatementScores
    from index.evaluation.gold import GoldQuestion
    from index.evaluation.judge import Judged
    from index.evaluation.summary import Comparison, Summary
    from index.evaluation.turns import TurnScores

_LIMIT = 10
_NAMED = 5  # missing articles that are told by their ids


def register(app: typer.Typer) -> None:
    """Add the two groups."""
    group = typer.Typer(help="Measure quality on gold.", no_args_is_help=True, rich_markup_mode=None)
    group.command("questions")(questions)
    group.command("statements")(statements)
    group.command("turns")(turns)
    app.add_typer(group, name="eval")
    out = typer.Typer(help="Print what the archive holds.", no_args_is_help=True, rich_markup_mode=None)
    out.command("statements")(export_statements)
    app.add_typer(out, name="export")


def questions(
    context: typer.Context,
    gold: Annotated[Path, typer.Argument(metavar="FILE.jsonl", help="Questions with answers, one a line.")],
    save: Annotated[Path | None, typer.Option(help="Write every question's outcome as JSON.")] = None,
    against: Annotated[Path | None, typer.Option(help="Compare with an earlier run that was saved.")] = None,
    misses: Annotated[bool, typer.Option("--misses", help="List the questions whose first passage is wrong.")] = False,
    as_json: AsJson = False,
    home: Home = None,
) -> None:
    """Ask every question of a file and score the answers: docs/evaluation.md says how.

    Example: onrecord eval questions examples/questions.jsonl --save run.json
    """
    use_home(context, home)
    from rich.progress import track

    from index.evaluation.gold import load_questions
    from index.evaluation.judge import judge
    from index.evaluation.summary import as_rows, compare, summarise

    with told():
        wanted = load_questions(gold)
        before = _saved(against) if against is not None else None

    async def work(archive: Archive) -> list[Judged]:
        await _tell_missing(archive, wanted)
        await archive.ask(wanted[0].question)  # loads the models: the times that follow are warm
        judged: list[Judged] = []
        for one in track(wanted, description="asking", console=console_for_progress(), transient=True):
            question = Question(text=one.question, asked_on=one.asked_on, limit=_LIMIT)
            judged.append(judge(one, await archive.ask(question)))
        return judged

    judged = with_archive(config_of(context), work)
    summary = summarise(judged)
    comparison = compare(judged, before) if before is not None else None
    if save is not None:
        save.write_text(json.dumps({"summary": asdict(summary), "questions": as_rows(judged)}), encoding="utf-8")
    if as_json:
        extra = {"comparison": asdict(comparison)} if comparison is not None else {}
        typer.echo(printed({**asdict(summary), **extra}))
        return
    _print_summary(summary)
    if comparison is not None:
        _print_comparison(comparison)
    if misses:
        _print_misses(judged)


async def _tell_missing(archive: Archive, wanted: Sequence[GoldQuestion]) -> None:
    """Name the gold's articles that the archive lacks: their questions can only be missed."""
    missing: list[str] = []
    for article_id in dict.fromkeys(answer.article for one in wanted for answer in one.answers):
        try:
            await archive.article(article_id)
        except NotFound:
            missing.append(article_id)
    if missing:
        more = f" and {len(missing) - _NAMED} more" if len(missing) > _NAMED else ""
        say(f"note: the archive lacks {len(missing)} articles of the gold: {', '.join(missing[:_NAMED])}{more}")


def console_for_progress() -> Any:
    """Progress goes to standard error."""
    from rich.console import Console

    return Console(stderr=True)


def _saved(path: Path) -> dict[str, float]:
    from index.errors import InputError

    try:
        rows = json.loads(path.read_text(encoding="utf-8"))["questions"]
        return {row["question"]: float(row["reciprocal"]) for row in rows}
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise InputError(f"{path}: is no saved run ({error!r}); make one with --save") from None


def _print_summary(summary: Summary) -> None:
    table = grid("figure", "value")
    for k, share in summary.hit_at.items():
        table.add_row(f"hit@{k}", f"{share:.3f}")
    rows = [("MRR@10", summary.mrr), ("nDCG@10", summary.ndcg), ("speaker right", summary.speaker_right)]
    rows += [("quotation right", summary.quote_right), ("unanswerable declined", summary.declined_right)]
    rows += [("answerable declined", summary.declined_wrong), ("precision of declining", summary.decline_precision)]
    rows += [("area under the curve", summary.auc)]
    for name, value in rows:
        table.add_row(name, "-" if value is None else f"{value:.3f}")
    table.add_row("questions", f"{summary.answerable} answerable, {summary.unanswerable} not")
    table.add_row("median / 95th percentile", f"{summary.median_ms:.1f} / {summary.p95_ms:.1f} ms")
    console().print(table)
    kinds = grid("type", "n", "hit@1", "hit@5", "MRR@10")
    for kind, row in summary.by_kind.items():
        kinds.add_row(kind, f"{row['n']:.0f}", f"{row['hit@1']:.3f}", f"{row['hit@5']:.3f}", f"{row['mrr']:.3f}")
    console().print(kinds)


def _print_comparison(comparison: Comparison) -> None:
    screen = console()
    screen.print(
        f"against the saved run: {len(comparison.better)} better, {len(comparison.worse)} worse, "
        f"{comparison.same} same; sign test p = {comparison.p_value:.3f}"
    )
    for sign, found in (("+", comparison.better), ("-", comparison.worse)):
        for question in found:
            screen.print(f"  {sign} {clean(question)}")


def _print_misses(judged: list[Judged]) -> None:
    for one in judged:
        wrong = one.answerable and (one.rank != 1 or not one.answered)
        if wrong or (not one.answerable and one.answered):
            console().print(f"  rank {one.rank} answered {one.answered} {one.confidence:.2f} {clean(one.question)}")


def statements(
    context: typer.Context,
    gold: Annotated[Path, typer.Argument(metavar="GOLD.jsonl", help="Articles with gold `quotes`, one a line.")],
    errors: Annotated[bool, typer.Option("--errors", help="Count the most frequent kinds of error.")] = False,
    as_json: AsJson = False,
    home: Home = None,
) -> None:
    """Attribute the articles of a gold file afresh and score the statements: docs/attribution.md says how.

    Example: onrecord eval statements gold.jsonl --errors
    """
    use_home(context, home)
    from index.evaluation.attribution import error_table, score_statements
    from index.evaluation.gold import json_lines
    from index.evaluation.statements import predict

    with told():
        rows = [data for _, data in json_lines(gold)]
        found = predict(rows, config_of(context))
        scores = score_statements(rows, found)
    if as_json:
        typer.echo(printed(scores.as_dict()))
        return
    _print_scores(scores)
    if errors:
        table = grid("kind of error", "count")
        for kind, count in error_table(rows, found)[:10]:
            table.add_row(kind, str(count))
        console().print(table)


def _print_scores(scores: StatementScores) -> None:
    table = grid("spans", "precision", "recall", "F1")
    named = [(f"overlap {limit}", rates) for limit, rates in scores.spans.items()]
    named += [("exact", scores.exact), ("characters", scores.characters), ("with surname", scores.end_to_end)]
    named += [("with full name", scores.end_to_end_full)]
    for name, rates in named:
        table.add_row(name, f"{rates.precision:.3f}", f"{rates.recall:.3f}", f"{rates.f1:.3f}")
    console().print(table)
    kinds = grid("kind", "n", "recall")
    for kind, row in scores.kinds.items():
        kinds.add_row(kind, str(row.count), f"{row.recall:.3f}")
    console().print(kinds)
    speakers = grid("speaker written as", "n", "surname", "full name")
    for kind, row in scores.speakers.items():
        speakers.add_row(kind, str(row.count), f"{row.surname:.3f}", f"{row.full:.3f}")
    console().print(speakers)
    words = grid("words", "n", "same", "overlapping")
    for name, row in (("cue", scores.cue), ("mention", scores.mention)):
        words.add_row(name, str(row.count), f"{row.same:.3f}", f"{row.overlapping:.3f}")
    console().print(words)


def turns(
    context: typer.Context,
    gold: Annotated[Path, typer.Argument(metavar="MARKS.jsonl", help="Documents with their marks, one a line.")],
    folder: Annotated[Path | None, typer.Option(help="Where the documents are; else beside the marks file.")] = None,
    slips: Annotated[bool, typer.Option("--slips", help="List the marks that were read wrong.")] = False,
    as_json: AsJson = False,
    home: Home = None,
) -> None:
    """Read the documents of a marks file as transcripts and score who speaks where: docs/evaluation.md says how.

    Example: onrecord eval turns marks.jsonl --folder transcripts
    """
    use_home(context, home)
    from index.evaluation.turns import load_transcripts, score_turns

    with told():
        scores = score_turns(load_transcripts(gold, folder))
    if as_json:
        typer.echo(json.dumps({group or "all": one.as_dict() for group, one in scores.items()}))
        return
    _print_turns(scores)
    if slips:
        for line in scores[""].slips:
            console().print(clean(line))


def _print_turns(scores: Mapping[str, TurnScores]) -> None:
    groups = ["", *sorted(group for group in scores if group and len(scores) > 2)]
    table = grid("figure", *(group or "all" for group in groups))
    table.add_row("documents", *(str(scores[group].documents) for group in groups))
    for figure in scores[""].shares():
        cells = [scores[group].shares()[figure] for group in groups]
        table.add_row(figure, *("-" if cell is None else f"{cell:.4f}" for cell in cells))
    console().print(table)


def export_statements(context: typer.Context, home: Home = None) -> None:
    """Every article with its statements as JSON, one article a line: words, speakers, offsets in its cleaned text.

    Example: onrecord export statements > statements.jsonl
    """
    use_home(context, home)
    from index.evaluation.statements import quote_object

    async def work(archive: Archive) -> None:
        async with aclosing(archive.every_statement()) as rows:  # closed also where the reader of a pipe goes away
            async for article, found in rows:
                row = {
                    "schema": SCHEMA,
                    "id": article.id,
                    "title": article.title,
                    "source": article.source,
                    "date": iso(article.date),
                    "url": article.url,
                    "quotes": [{**quote_object(s), "text": article.text[s.start : s.end]} for s in found],
                }
                sys.stdout.write(json.dumps(row, ensure_ascii=False) + "\n")

    with_archive(config_of(context), work)
