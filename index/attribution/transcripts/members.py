"""Forms of marks in which a member of a parliament speaks: beside a photo or a portrait, or over seat and party."""

from __future__ import annotations

import re

from index.attribution.transcripts import holding
from index.attribution.transcripts.form import UP, Form

SEATED: tuple[Form, ...] = (
    Form(
        "member with a photo",
        re.compile(
            rf"Photo of (?P<own>(?P<given>[{UP}][\w'’-]+) [^\n:()\[\],]{{2,50}}?) ?"
            r"(?P<label>(?P=own)|(?P=given) [^\n:()\[\],]{2,40}(?= \())"
            r"(?:[ \t]*(?P<note>\([^()\n]{2,120}\)| [A-Z][^\n:]{3,400}?))?"
            r"(?:(?: [A-Z][\w .]{2,40})? \d{1,2}:\d{2}(?: [ap]\.?m\.?)?,?[^\n]{0,30})?[ \t]*"
            r"(?:\n\s*Link to this\b[^\n]{0,100})?(?:\n|$)",
            re.MULTILINE,
        ),
        ("Photo of Jane RoeJane Roe (Halden North, Independent)\nLink to this: Individually | In context\nIt will.",),
        sure=True,
        alone=True,
    ),
    Form(
        "member with a portrait",
        re.compile(
            rf"(?P<first>[{UP}][^\n:()\[\],]{{1,40}}?) (?P<last>[{UP}][\w'’-]+) Portrait "
            r"(?P<label>(?:(?:Mr|Mrs|Ms|Miss|Dr|Sir|Dame|The Rt Hon) )*(?:(?P=first) )?(?P=last)"
            r"|The [^\n()]{5,110}(?= \((?:Mr|Mrs|Ms|Miss|Dr|Sir|Dame|[A-Z])[^()\n]{2,40}\)))"
            r"[ \t]*(?P<note>(?:\([^()\n]{2,60}\)[ \t]?){0,2})(?:\n\s*- (?:Hansard|Parliament Live)[^\n]{0,60})*\n?"
        ),
        ("Jane Roe Portrait Ms Jane Roe (Halden North) (Lab)\n- Hansard - -\nIt will.",),
        sure=True,
        alone=True,
        seated=True,
    ),
    Form(
        "name over seat and party",
        re.compile(
            rf"(?P<label>[{UP}][^\n:()\[\],]{{3,60}}?)[ \t]*+\n?[ \t]*+"
            r"(?P<note>(?:\([^()\n]{2,60}\)[ \t]?){1,2})[ \t]*$",
            re.MULTILINE,
        ),
        ("Peter Lind\n(Halden North) (Con)", "Peter Lind (Halden North) (Con)", "Peter Lind (Lab)"),
        sure=True,
        seated=True,
        holds=holding.seat,
    ),
)
