"""The command line as a user meets it: its output, its exit codes, and its own process where that matters."""

from __future__ import annotations

import csv
import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.program import in_its_own_process, onrecord

EXAMPLES = Path(__file__).parents[2] / "examples"


def test_ask_shows_quote_speaker_source_date(examples_home: Path) -> None:
    question = "what did Ilse Brandt-Okoye say about the harbour wall?"
    done = in_its_own_process("ask", question, "--home", examples_home)
    assert done.stdout == onrecord("ask", question, "--home", examples_home).stdout
    assert done.returncode == 0, done.stderr
    for words in ("We can pay for stone now", "Ilse Brandt-Okoye", "The Halden Courier", "19 April 2022"):
        assert words in done.stdout
    assert "understood: Ilse Brandt-Okoye" in done.stdout


def test_explain_shows_signals_and_times(examples_home: Path) -> None:
    done = onrecord("ask", "the harbour wall", "--explain", "--home", examples_home)
    assert (
        "reranker" in done.stdout
        and "lexical" in done.stdout
        and "milliseconds" in done.stdout
        and "confidence" in done.stdout
    )


def test_many_questions_answer_in_order_and_bad_lines_are_told(examples_home: Path) -> None:
    lines = [
        "what did the mayor say about the harbour wall?",
        json.dumps({"question": "the ferry strike", "limit": 2, "until": "2022-03-31", "asked_on": "2022-04-20"}),
        "{broken",
        json.dumps({"question": "x", "since": "soon"}),
        json.dumps({"question": "x", "limit": 0}),
        "",
        "NATO summit in Madrid",
        json.dumps({"question": "half \ud83d a sign"}),
        "???",
        "what did they say",
        json.dumps({"question": "the ferry", "source": "The Halden Curier"}),
        json.dumps({"question": "the ferry next year", "asked_on": "9999-12-31"}),
        json.dumps({"question": "the ferry in the last ten years", "asked_on": "0001-01-01"}),
    ]
    done = onrecord("ask", "--json", "-", "--home", examples_home, stdin="\n".join(lines))
    rows = [json.loads(line) for line in done.stdout.splitlines()]
    refused = [3, 4, 5, 8, 9, 10]
    assert [row["line"] for row in rows if "error" in row] == refused
    assert [n for n, row in enumerate(rows, start=1) if "error" in row] == [3, 4, 5, 7, 8, 9]  # in their places
    answers = [row for row in rows if "error" not in row]
    asked = [lines[0], "the ferry strike", lines[6], "the ferry", "the ferry next year"]
    assert [a["question"] for a in answers] == [*asked, "the ferry in the last ten years"]
    assert done.returncode == 1
    assert [line.split(": ")[1] for line in done.stderr.splitlines()] == [f"standard input:{n}" for n in refused]
    second = answers[1]
    assert second["interpretation"]["asked_on"] == "2022-04-20" and len(second["passages"]) <= 2
    assert all(p["date"] <= "2022-03-31" for p in second["passages"])
    keys = {"question", "answered", "confidence", "interpretation", "passages", "undated_left_out", "timings_ms"}
    assert keys <= set(answers[0])
    for passage in answers[0]["passages"]:
        assert passage["quote"] is None or passage["quote_end"] - passage["quote_start"] == len(passage["quote"])
        assert passage["end"] - passage["start"] == len(passage["text"])


def test_a_pipe_answers_each_line_before_the_next_is_sent(examples_home: Path) -> None:
    command = [sys.executable, "-m", "index.cli", "ask", "--json", "-", "--home", str(examples_home)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdin is not None and process.stdout is not None
        for question in ("harbour wall", "ferry"):
            process.stdin.write(question + "\n")
            process.stdin.flush()
            assert json.loads(process.stdout.readline())["question"] == question
        process.stdin.close()
        assert process.wait(300) == 0


@pytest.mark.parametrize(
    ("words", "code", "message"),
    [
        (["ask", "x", "--since", "soon"], 1, "--since: 'soon' is not a date"),
        (["ask", " "], 1, "the question has no word"),
        (["ask", "what did they say?"], 1, "names no person and no topic"),
        (["ask", "the ferry", "--source", "Ferry Gazette"], 1, "no outlet in the archive is called 'Ferry Gazette'"),
        (["ask", "x", "--since", "2022-02-01", "--until", "2022-01-01"], 1, "swap them"),
        (["article", "nope"], 1, "no article has the id 'nope'"),
        (["timeline", "Zebulon Quarrington"], 1, "nobody in the archive is called 'Zebulon Quarrington'"),
        (["--config", "none.toml", "status"], 2, "none.toml: no such configuration file"),
        (["eval", "questions", "none.jsonl"], 1, "none.jsonl: cannot be read"),
    ],
)
def test_bad_input_is_one_clear_line(examples_home: Path, words: list[str], code: int, message: str) -> None:
    done = onrecord(*words, ONRECORD_HOME=str(examples_home))
    assert done.returncode == code
    assert message in done.stderr
    assert "Traceback" not in done.stderr and len(done.stderr.splitlines()) == 1


def test_the_limit_of_a_timeline_changes_what_is_shown_and_not_what_is_counted(examples_home: Path) -> None:
    whole, some = (
        json.loads(onrecord("timeline", "Oduya", "--json", *extra, "--home", examples_home).stdout)
        for extra in ((), ("--limit", "2"))
    )
    assert whole["total"] == some["total"] == len(whole["entries"]) > 2 and whole["counts"] == some["counts"]
    assert some["entries"] == whole["entries"][-2:]  # the latest
    told = onrecord("timeline", "Oduya", "--limit", "2", "--home", examples_home).stdout.splitlines()[0]
    assert told == f"Bettina Oduya: {whole['total']} statements, 2 of them shown"


def test_an_answer_is_cited_and_a_timeline_is_a_table(examples_home: Path) -> None:
    question = ("ask", "What did Lindqvar promise about bread and heat?", "--home", examples_home, "--cite")
    forms = {form: onrecord(*question, form).stdout for form in ("plain", "apa", "chicago", "bibtex", "csl")}
    assert "Lindqvar" in forms["plain"] and forms["plain"].startswith("“")
    assert "@article{onrecord-" in forms["bibtex"] and json.loads(forms["csl"].partition("\n\n")[0])[0]["title"]
    assert len(set(forms.values())) == 5
    declined = onrecord("ask", "what did Bettina Oduya say about football?", "--cite", "apa", "--home", examples_home)
    assert declined.stdout == "" and "onrecord: " in declined.stderr  # the nearest is no answer, so it is not cited
    assert onrecord("ask", "x", "--cite", "apa", "--json", "--home", examples_home).returncode == 1
    rows = list(csv.DictReader(onrecord("timeline", "Oduya", "--csv", "--home", examples_home).stdout.splitlines()))
    assert len(rows) == 6 and {row["speaker"] for row in rows} == {"Bettina Oduya"}


@pytest.mark.parametrize(
    "start",
    [["-m", "onrecord"], ["-c", "from onrecord import main; main()"], ["-P", "-m", "index.cli"]],
    ids=["as a module", "as the command does", "with a safe path"],
)
def test_modules_of_the_current_folder_are_not_taken_for_ours(tmp_path: Path, start: list[str]) -> None:
    for name in ("index", "bot", "web", "typer"):
        (tmp_path / f"{name}.py").write_text("raise SystemExit('this is not onrecord')\n", encoding="utf-8")
    paragraph = "<p>Ann Bell, the mayor, said that the pier would open in May. It is long enough to be read.</p>"
    page = f"<html><head><title>The pier</title></head><body><article>{paragraph * 4}</article></body></html>"
    (tmp_path / "pier.html").write_text(page, encoding="utf-8")
    long = "Ann Bell said that the pier would open. " * 10 + f"{'m' * 150} " * 140  # long, and few words to the tagger
    (tmp_path / "long.txt").write_text(long, encoding="utf-8")
    path = [str(EXAMPLES.parent)] if "-P" in start else [".", str(EXAMPLES.parent)]

    def run(*words: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, *start, *words],
            cwd=tmp_path,
            env={**os.environ, "PYTHONPATH": os.pathsep.join(path), "ONRECORD_HOME": str(tmp_path / "home")},
            capture_output=True,
            text=True,
            check=False,
        )

    done = run("--help")
    assert done.returncode == 0 and "left out" not in done.stderr, done.stderr
    assert {"bot", "serve", "mcp", "ask"} <= set(done.stdout.split())
    read = run("ingest", "pier.html", "long.txt")  # each in a process of its own, which starts in this folder too
    assert read.returncode == 0 and "2 added" in read.stdout, read.stderr
    assert ", 0 statements" not in read.stdout


def test_ingest_reports_bad_files_and_loads_the_rest(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text('{"id": 1, "date": "2022-01-01", "text": "The harbour opened."}\n{oops\n', encoding="utf-8")
    done = in_its_own_process("ingest", path, tmp_path / "missing.txt", "--home", tmp_path / "home", "--json")
    assert done.returncode == 1
    assert "a.jsonl:2" in done.stderr and "missing.txt" in done.stderr
    assert json.loads(done.stdout)["articles_added"] == 1
    again = onrecord("status", "--json", "--home", tmp_path / "home")
    assert json.loads(again.stdout)["articles"] == 1
    assert {json.loads(text)["schema"] for text in (done.stdout, again.stdout)} == {1}


def test_ctrl_c_during_ingest_leaves_all_intact(tmp_path: Path, examples_copy: Path) -> None:
    path = tmp_path / "many.jsonl"
    rows = [{"id": f"n{i}", "text": f"The harbour master said that ship {i} would sail. " * 40} for i in range(400)]
    path.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    command = [sys.executable, "-m", "index.cli", "ingest", str(path), "--home", str(examples_copy)]
    process = subprocess.Popen(command, stderr=subprocess.PIPE, text=True)
    assert process.stderr is not None
    begun = process.stderr.readline()  # the first line of progress: it has begun, however slow the machine
    process.send_signal(signal.SIGINT)
    _, errors = process.communicate(timeout=300)
    assert process.returncode == 130 and "Traceback" not in begun + errors
    done = onrecord("ask", "the harbour wall", "--home", examples_copy)
    assert done.returncode == 0 and "old wall had been built for a sea" in done.stdout


def test_every_command_has_an_example_in_its_help(examples_home: Path) -> None:
    verbs = [["ingest"], ["ask"], ["reindex"], ["status"], ["doctor"], ["speakers", "find"], ["sources"], ["timeline"]]
    verbs += [["article"], ["eval", "questions"], ["eval", "statements"], ["export", "statements"], ["bot"]]
    for verb in verbs:
        done = (in_its_own_process if verb == ["bot"] else onrecord)(*verb, "--help")
        assert done.returncode == 0 and "Example: onrecord" in done.stdout, verb


def test_doctor_tells_what_is_wrong_and_how_to_mend_it(examples_home: Path, tmp_path: Path) -> None:
    good = onrecord("doctor", "--home", examples_home, "--json")
    assert good.returncode == 0
    assert {c["what"]: c["verdict"] for c in json.loads(good.stdout)}["token"] == "note"
    bad = onrecord("doctor", "--quick", "--home", examples_home, "--json", DISCORD_TOKEN="secret-but-no-token")
    assert bad.returncode == 1 and "secret" not in bad.stdout
    assert any(c["what"] == "token" and c["verdict"] == "wrong" and c["mend"] for c in json.loads(bad.stdout))


def test_export_and_evaluation(examples_home: Path) -> None:
    lines = onrecord("export", "statements", "--home", examples_home).stdout.splitlines()
    rows = [json.loads(line) for line in lines]
    assert len(rows) == 22 and sum(len(row["quotes"]) for row in rows) > 50
    assert {"schema", "id", "title", "source", "date", "url"} < rows[0].keys()
    assert all(quote["text"] for row in rows for quote in row["quotes"])
    scored = onrecord("eval", "questions", EXAMPLES / "questions.jsonl", "--home", examples_home, "--json")
    summary = json.loads(scored.stdout)
    # A guard against regressions, well under what is reached (docs/results.md).
    assert summary["hit_at"]["1"] >= 0.8 and summary["auc"] >= 0.8


def test_gold_that_the_archive_lacks_is_named(examples_home: Path, tmp_path: Path) -> None:
    gold = tmp_path / "gold.jsonl"
    answers = [{"article": f"elsewhere-{n}", "text": "the wall"} for n in range(7)]
    gold.write_text(json.dumps({"question": "who spoke of the wall?", "answers": answers}), encoding="utf-8")
    done = onrecord("eval", "questions", gold, "--home", examples_home)
    assert done.returncode == 0
    assert "lacks 7 articles of the gold: elsewhere-0, " in done.stderr and "and 2 more" in done.stderr


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "cp1252"])
def test_a_machine_that_is_not_utf_8_gets_every_character_or_a_replacement(examples_home: Path, encoding: str) -> None:
    env = {**os.environ, "PYTHONIOENCODING": encoding, "LC_ALL": "C", "PYTHONUTF8": "0", "COLUMNS": "40"}
    command = [sys.executable, "-c", "from index.cli import main; main()", "--home", str(examples_home), "ask"]
    done = subprocess.run([*command, "the harbour wall"], capture_output=True, env=env, check=False)
    assert done.returncode == 0 and "“" in done.stdout.decode("utf-8")
    for line in done.stdout.decode("utf-8").splitlines():
        assert len(line) <= 40


@pytest.mark.skipif(sys.platform == "win32", reason="no pseudo-terminals")
def test_a_terminal_that_is_not_utf_8_gets_replacements(examples_home: Path) -> None:
    import pty

    env = {**os.environ, "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"}
    master, slave = pty.openpty()
    command = [sys.executable, "-c", "from index.cli import main; main()", "--home", str(examples_home), "status"]
    with subprocess.Popen(command, stdin=slave, stdout=slave, stderr=slave, env=env) as process:
        os.close(slave)
        printed = b""
        while True:
            try:
                part = os.read(master, 4096)
            except OSError:  # the other end was closed
                break
            printed += part
            if not part:
                break
        assert process.wait() == 0
    os.close(master)
    assert b"articles" in printed and b"Traceback" not in printed


def test_the_shell_can_complete_verbs() -> None:
    env = {**os.environ, "_ONRECORD_COMPLETE": "complete_bash", "COMP_WORDS": "onrecord tim", "COMP_CWORD": "1"}
    code = "from index.cli import main; main()"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, env=env, check=False)
    assert "timeline" in done.stdout


def test_asking_does_not_import_torch(examples_home: Path) -> None:
    code = (
        "import sys\n"
        f"sys.argv = ['onrecord', 'ask', 'the harbour wall', '--home', {str(examples_home)!r}]\n"
        "from index.cli import run\n"
        "try:\n    run()\n"
        "except SystemExit:\n    pass\n"
        "heavy = {'torch', 'transformers', 'sentence_transformers', 'discord', 'sklearn'} & set(sys.modules)\n"
        "assert not heavy, heavy\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def test_an_article_cannot_rewrite_the_terminal(tmp_path: Path) -> None:
    path = tmp_path / "hostile.jsonl"
    text = "Mayor Ada Roe said \x1b[31m\u202e that the harbour would stay shut until the spring."
    path.write_text(json.dumps({"id": "hostile", "text": text}), encoding="utf-8")
    assert onrecord("ingest", path, "--home", tmp_path / "home").returncode == 0
    for words in (["article", "hostile"], ["ask", "the harbour in spring", "--context"], ["timeline", "Ada Roe"]):
        done = onrecord(*words, "--home", tmp_path / "home")
        assert "harbour" in done.stdout
        assert "\x1b" not in done.stdout and "\u202e" not in done.stdout


def test_a_dry_run_tells_what_each_file_would_be_and_changes_nothing(tmp_path: Path) -> None:
    home = tmp_path / "archive"
    page = tmp_path / "news"
    page.mkdir()
    (page / "a.txt").write_text(" date 2022-03-15 Share this: Facebook\n\nTwitter\n\nThe ferry will stop at noon.")
    (page / "scan.jpg").write_bytes(b"\xff\xd8\xff")
    done = onrecord("ingest", "--dry-run", page, "--source", "The Halden Courier", "--home", home)
    assert done.returncode == 1
    for words in (
        "15 March 2022 (a line of its head)",
        "The Halden Courier (--source)",
        "6 words",
        "Twitter",
        "scan.jpg",
    ):
        assert words in done.stdout, done.stdout
    rows = [
        json.loads(line) for line in onrecord("ingest", "--dry-run", "--json", page, "--home", home).stdout.splitlines()
    ]
    assert [row.get("date") for row in rows] == ["2022-03-15", None]
    assert rows[1]["fatal"] and "picture" in rows[1]["problem"]
    assert json.loads(onrecord("status", "--json", "--home", home).stdout)["articles"] == 0


def test_formats_are_listed_with_what_is_installed() -> None:
    rows = {row["name"]: row for row in json.loads(onrecord("formats", "--json").stdout)}
    assert rows["Word document"]["installed"] and rows["Word document"]["by_content"]
    assert ".jsonl" in rows["JSON Lines"]["suffixes"]
    assert "web page" in onrecord("formats").stdout
