"""The forms of marks in brackets: letters, names, offices of nobody by name."""

from __future__ import annotations

import re

from index.attribution.transcripts import holding
from index.attribution.transcripts.form import COLON, TIME, UP, Form
from index.language.transcripts import DIARISED, NOBODY

BRACKETED: tuple[Form, ...] = (
    Form(
        "letters in brackets",
        re.compile(rf"\((?P<label>Q(?:uestion)?)\)[ \t]+(?=[{UP}“\"])"),
        ("(Q) Will it open?", "(Question) Will it open?"),
        kind="question",
    ),
    Form(
        "answers in brackets",
        re.compile(rf"\((?P<label>A(?:nswer)?)\)[ \t]+(?=[{UP}“\"])"),
        ("(A) It will.", "(Answer) It will."),
        kind="answer",
    ),
    Form(
        "bracketed name",
        re.compile(
            r"(?:\[(?P<label>[^\[\]\n:]{1,60})(?:\]|(?=:\]))|\((?P<inner>[^()\n:]{3,60})(?:\)|(?=:\))))\s*:[\])]?"
        ),
        (
            "[Jane Roe]: It will.",
            "[Jane Roe:] It will.",
            "[Moderator]: Next.",
            "(Jane Roe, Karst Courier): Will it open?",
        ),
    ),
    Form(
        "bracketed name before a time",
        re.compile(rf"\[(?P<label>[^\[\]\n:]{{3,60}})\][ \t]+{TIME}[ \t]*$", re.MULTILINE),
        ("[Jane Roe] 10:02:04\nIt will.",),
        timed=True,
        holds=holding.alone_in_brackets,
    ),
    Form(
        "bracketed name alone",
        re.compile(r"\[(?P<label>[^\[\]\n:]{3,60})\][ \t]*$", re.MULTILINE),
        ("[JANE ROE]\nIt will.",),
        holds=holding.alone_in_brackets,
    ),
    Form(
        "bracketed name before words",
        re.compile(rf"\[(?P<label>[{UP}][^\[\]\n:]{{2,60}})\][ \t]+(?=[{UP}“\"])"),
        ("[Jane Roe] It will.", "[JANE ROE] It will."),
        holds=holding.alone_in_brackets,
    ),
    Form(
        "bracketed question alone",
        re.compile(
            rf"(?:\[|\((?={DIARISED}|[\w -]+\):))(?P<label>{NOBODY})[\])]"
            rf"(?:{COLON}|[ \t]*$|(?<=\])[ \t]+(?=[{UP}“\"]))",
            re.MULTILINE,
        ),
        ("[QUESTION]\nWill it open?", "[SPEAKER_03]: It will.", "(Speaker 2): It will.", "(Follow up): Will it open?"),
        kind="question",
    ),
)
