"""Every figure of the project, measured under one condition: `python -m benchmarks.results DATA WORK`.

DATA holds a folder for each archive: `articles.jsonl` or a folder `archive`, and what it is measured by:
`questions.jsonl` (docs/evaluation.md), `marks.jsonl` of transcripts, statements as `quotes` of the articles. The
project's own held-out questions (`training/questions`) join the folders they are about. Archives are built in WORK and
kept there for the next run. Writes docs/results.md; `--only NAME` measures some folders, `--no-costs` leaves the
timings out.
"""

from __future__ import annotations

import argparse
import asyncio
import datetime as dt
import io
import json
import platform
import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.progress import track
from rich.table import Table

from benchmarks import attribution, cold, path
from benchmarks.common import ROOT, Options
from index import Archive, Config, Question
from index.evaluation.attribution import score_statements
from index.evaluation.gold import load_questions
from index.evaluation.judge import judge
from index.evaluation.statements import predict
from index.evaluation.summary import Summary, summarise
from index.evaluation.turns import TurnScores, load_transcripts, score_turns
from training.gold import held_out, read_gold
from training.questions import article_key, texts_of, whole

OUT = ROOT / "docs" / "results.md"
_OWN = ROOT / "training" / "questions"
# What a folder is called in the project's own questions.
_CALLED = {"polnear": "news", "conferences": "conferences", "briefings": "briefings"}
_LIMIT = 10

Row = Sequence[str]


@dataclass(frozen=True, slots=True)
class QuestionSet:
    """One row of the table of answers."""

    archive: str
    name: str
    file: Path


def question_sets(folder: Path, work: Path) -> Iterator[QuestionSet]:
    """The folder's own questions, and the project's about it that no part was trained on."""
    if (folder / "questions.jsonl").is_file():
        yield QuestionSet(folder.name, f"{folder.name}, given", folder / "questions.jsonl")
    for part in ("development", "held-out", "paraphrased"):
        own = _OWN / f"{_CALLED.get(folder.name, folder.name)}-{part}.jsonl"
        if own.is_file():
            articles = {article_key(key): (id, text) for key, id, text in texts_of(folder)}
            made = work / f"{folder.name}-{part}.jsonl"
            lines = (json.dumps(whole(one, articles), ensure_ascii=False) for one in read_gold(own))
            made.write_text("\n".join(lines) + "\n", encoding="utf-8")
            yield QuestionSet(folder.name, f"{folder.name}, own {part.replace('-', ' ')}", made)


async def asked(config: Config, questions: QuestionSet) -> Summary:
    """All questions of a set, one after the other, warm."""
    gold = load_questions(questions.file)
    async with Archive.open(config, warm=True) as archive:
        await archive.ask(gold[0].question)
        judged = []
        for one in track(gold, description=questions.name, console=Console(stderr=True), transient=True):
            answer = await archive.ask(Question(text=one.question, asked_on=one.asked_on, limit=_LIMIT))
            judged.append(judge(one, answer))
    return summarise(judged)


def answers_page(rows: Sequence[tuple[QuestionSet, Summary]]) -> list[str]:
    """The tables of answers, and of answers by type of question."""
    head = (
        "questions", "answerable / not", "hit@1", "hit@5", "MRR@10", "speaker", "quotation",
        "unanswerable declined", "answerable declined", "AUC",
    )  # fmt: skip
    body: list[Row] = []
    kinds: list[Row] = []
    for one, s in rows:
        shares = (s.hit_at[1], s.hit_at[5], s.mrr, s.speaker_right, s.quote_right, s.declined_right, s.declined_wrong)
        figures = [_share(x) for x in (*shares, s.auc)]
        body.append((one.name, f"{s.answerable} / {s.unanswerable}", *figures))
        for kind, row in s.by_kind.items():
            figures = [_share(row[name]) for name in ("hit@1", "hit@5", "mrr")]
            kinds.append((one.name, kind, f"{row['n']:.0f}", *figures))
    by_type = markdown(("questions", "type", "n", "hit@1", "hit@5", "MRR@10"), kinds)
    return ["## Answers", "", *markdown(head, body), "", "By type of question:", "", *by_type, ""]


def statements_page(folder: Path) -> list[str]:
    """Statements of the articles that the tagger's development part holds."""
    gold = [one for one in read_gold(folder / "articles.jsonl") if held_out(one) and one.get("quotes")]
    if not gold:
        return []
    with tempfile.TemporaryDirectory() as home:
        scores = score_statements(gold, predict(gold, Config(home=Path(home)))).as_dict()
    rows = [(name, _cell(value)) for name, value in scores.items()]
    title = f"## Statements: {folder.name}, {len(gold)} articles of the development part"
    seen = [
        "The tagger was trained on these news articles, the rules of transcripts written on these texts: "
        "[choices.md](choices.md).",
        "",
    ]
    return [title, "", *seen, *markdown(("figure", "value"), rows), ""]


def turns_page(folder: Path) -> list[str]:
    """Who speaks where in transcripts, by maker or kind."""
    archive = folder / "archive"
    gold = load_transcripts(folder / "marks.jsonl", archive if archive.is_dir() else None)
    scores = {name or "all": one for name, one in score_turns(gold).items()}
    head = ("documents", "n", *TurnScores().shares())
    rows = [(name, str(one.documents), *map(_share, one.shares().values())) for name, one in scores.items()]
    return [f"## Transcripts: {folder.name}", "", *markdown(head, rows), ""]


def costs_page(options: Options) -> list[str]:
    """What things cost, as ratios in this run."""
    text = io.StringIO()
    screen = Console(file=text, width=110)
    tables: list[Table] = [path.run(options), cold.run(options), attribution.run(options)]
    for one in tables:
        screen.print(one)
        screen.print()
    return ["## Costs", "", "```", *(line.rstrip() for line in text.getvalue().rstrip().splitlines()), "```", ""]


def condition() -> list[str]:
    """Machine, versions and day of the run."""
    commit = subprocess.run(
        ["git", "rev-parse", "--short", "HEAD"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    packages = ("numpy", "onnxruntime", "faiss-cpu", "tantivy", "tokenizers")
    rows = [
        ("day", dt.date.today().isoformat()),  # noqa: DTZ011 - the day where it was run
        ("code", f"onrecord {version('onrecord')}, {commit.stdout.strip() or 'no checkout'}"),
        ("processor", processor()),
        ("Python and packages", ", ".join([platform.python_version(), *(f"{one} {version(one)}" for one in packages)])),
    ]
    return markdown(("condition", "of this run"), rows)


def processor() -> str:
    """Name, cores and what decides the speed of int8: AVX2 alone, AVX-512 VNNI, AMX."""
    try:
        info = Path("/proc/cpuinfo").read_text(encoding="utf-8")
    except OSError:
        return platform.processor() or platform.machine()
    lines = dict(line.split(":", 1) for line in info.splitlines() if ":" in line)
    fields = {key.strip(): value.strip() for key, value in lines.items()}
    flags = set(fields.get("flags", "").split())
    best = [name for name in ("amx_int8", "avx512_vnni", "avx_vnni", "avx2") if name in flags]
    cores = info.count("processor\t")
    return f"{fields.get('model name', platform.machine())}, {cores} cores, {best[0] if best else 'no AVX2'}"


def markdown(head: Row, rows: Sequence[Row]) -> list[str]:
    """A table of Markdown."""
    lines = [head, ["---"] * len(head), *rows]
    return [f"| {' | '.join(cells)} |" for cells in lines]


def _share(value: float | None) -> str:
    return "-" if value is None else f"{value:.3f}"


def _cell(value: Any) -> str:
    if isinstance(value, float):
        return f"{value:.3f}"
    if isinstance(value, dict):
        return ", ".join(f"{key} {_cell(one)}" for key, one in value.items())
    return str(value)


async def build(folder: Path, home: Path) -> None:
    """Bring the folder's archive up to date."""
    articles = folder / "articles.jsonl"
    async with Archive.open(Config(home=home)) as archive:
        await archive.ingest([articles if articles.is_file() else folder / "archive"])


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure and write the page."""
    parser = argparse.ArgumentParser("python -m benchmarks.results", description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("work", type=Path)
    parser.add_argument("--only", nargs="*", default=None, metavar="NAME")
    parser.add_argument("--no-costs", action="store_true")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--out", type=Path, default=OUT)
    given = parser.parse_args(arguments)
    given.work.mkdir(parents=True, exist_ok=True)
    folders = [f for f in sorted(given.data.iterdir()) if given.only is None or f.name in given.only]
    answers: list[tuple[QuestionSet, Summary]] = []
    others: list[str] = []
    for folder in folders:
        sets = list(question_sets(folder, given.work))
        home = given.work / folder.name
        if sets:
            asyncio.run(build(folder, home))
        answers += [(one, asyncio.run(asked(Config(home=home), one))) for one in sets]
        if (folder / "marks.jsonl").is_file():
            others += turns_page(folder)
        if (folder / "articles.jsonl").is_file():
            others += statements_page(folder)
    page = ["# Results", "", *_PREFACE.strip().splitlines(), "", *condition(), "", *answers_page(answers), *others]
    if not given.no_costs:
        home = given.work / answers[0][0].archive if answers else None
        page += costs_page(Options(home=home, articles=60, rounds=given.rounds, threads=0))
    page += ["", *beside(given.out)]
    given.out.write_text("\n".join(page).rstrip() + "\n", encoding="utf-8")


def beside(out: Path) -> list[str]:
    """The page's section on other libraries as it stands: `python -m benchmarks.rivals` measures those."""
    lines = out.read_text(encoding="utf-8").splitlines() if out.is_file() else []
    return lines[lines.index(BESIDE) :] if BESIDE in lines else []


BESIDE = "## Beside other libraries"  # the last section
_PREFACE = """
All figures of one run of `python -m benchmarks.results DATA WORK`, which writes this page.
What they count: [evaluation.md](evaluation.md).

The archives are not part of the project: `polnear`, 840 US political news articles with annotated statements
(PolNeAR); `conferences`, 236 news conferences of US presidents of 1960-1980; `briefings`, 80 White House transcripts
of 2021-2026; `meetings`, 17 committee meetings with questions by other people (QMSum), on which nothing was tuned.
"Given" questions and the development articles were looked at while the project was built: weights, rules and
thresholds were chosen on them, and the shipped tagger was trained on the development articles too. The project's "own
held out" ones were kept out of training; [search.md](search.md) says how far they are untouched. Costs are ratios
within the run; milliseconds depend on the machine and its load.
"""


if __name__ == "__main__":
    main()
