"""The forms of marks: how a line says that somebody else speaks. One entry a form, asked in this order.

A new maker's layout is one entry here and one file of examples in tests/attribution/layouts.
"""

from __future__ import annotations

import re

from index.attribution.transcripts import holding
from index.attribution.transcripts.bracketed import BRACKETED
from index.attribution.transcripts.form import CAPS_TOKEN, COLON, MARKUP, TIME, UP, Form
from index.attribution.transcripts.members import SEATED
from index.attribution.transcripts.movers import MOVERS
from index.language.roles import RANKS, ROLE_HEADS
from index.language.transcripts import HON_MEMBERS, NOBODY, SOMEBODY

_NOBODYS_NAME = (
    rf"(?! ?[{UP}][\w'’-]+(?:(?: [{UP}][\w'’-]+)?\s[–—]\s|:))"  # "Q." and "A." of a label are initials: "A. Roe: Yes."
)
_CLOCK = rf"[\[(]?{TIME}[\])]?"
_BRACKET = r"[(\[][^()\[\]\n]{1,80}[)\]]"
_OFFICES = "|".join(sorted((w.capitalize() for w in ROLE_HEADS | RANKS if w.isalpha() and len(w) > 3), key=len)[::-1])
_SURNAME = rf"(?:(?:de|van|von|der|la|du|al) )?(?:Ma?c|O['’]|D['’]|De|Van|Von|La|Le)?[{UP}][a-zà-öø-ÿ'’-]+"

FORMS: tuple[Form, ...] = (
    Form(
        "question",
        re.compile(
            rf"(?P<label>(?:{NOBODY})(?:\s?(?:#\s?)?\d{{1,3}}|\s[A-Z])?)\s?"
            rf"(?P<note>{_BRACKET}|[,–-]\s?[^:\n.?]{{1,60}}(?=:))?"
            rf"(?:\.?{COLON}|\s?(?:(?<=[QR])\.{_NOBODYS_NAME}|(?<=QUESTION)\.|(?<=\))\.)|\s?\.?\s?(?:--+|—)|\.\s?–\s"
            r"|(?<=\d)\s[–-]\s|[ \u00a0]{2,}|\t)"
        ),
        (
            "Q.  Will it open?",
            "QUESTION: Will it open?",
            "Question (Reuters): Will it open?",
            "Question. – Will it open?",
            "Speaker 2: (01:20)",
            "spk09: Next.",
        ),
        kind="question",
        holds=holding.no_sentence,
    ),
    Form(
        "bare question",
        re.compile(rf"(?P<label>Q)[ \u00a0](?=[{UP}\"“(\[—-])"),
        ("Q Will it open?",),
        kind="bare",
    ),
    Form(
        "answer",
        re.compile(
            rf"(?P<label>(?:A(?:NSWERS?|nswers?)?|SUBJ(?:ECT)?|RESP(?:ONDENT)?|IE|INTERVIEWEE|Interviewee|GUEST|Guest)\s?\d{{0,3}})"
            rf"(?:\.?{COLON}|\s?(?:\.{_NOBODYS_NAME}|[ \u00a0]{{2,}}|\t))"
            r"(?=\s|$|[A-Z\"“—-])",
            re.MULTILINE,
        ),
        ("A: It will.", "ANSWER: It will."),
        kind="answer",
    ),
    Form(
        "bare answer",
        re.compile(rf"(?P<label>A)[ \u00a0](?=[{UP}\"“(\[—-])"),
        ("A It will.",),
        kind="answer",
    ),
    Form(
        "members as one",
        re.compile(rf"(?:None Portrait )?(?P<label>{HON_MEMBERS}|(?<=Portrait )Hon\. Members)[ \t]*$", re.MULTILINE),
        ("Some hon. members", "None Portrait Hon. Members"),
        kind="question",
    ),
    Form(
        "somebody without a name",
        re.compile(rf"(?P<label>{SOMEBODY})\s?(?P<note>{_BRACKET}|,\s[^:\n.?]{{1,60}}(?=:))?\s?:(?=\s)"),
        (
            "A student: Will it open?",
            "Young woman: Will it open?",
            "MAN #1: Will it open?",
            "A man (in Karstian): Will it open?",
        ),
        kind="question",
    ),
    Form(
        "voice with a number",
        re.compile(rf"(?P<label>[{UP}][{UP}’'-]+(?:[ -][{UP}’'-]+){{0,4}} (?:#|No\.? ?)?\d{{1,2}})\s?:(?=\s)"),
        ("RECORDED VOICE #1: It will.", "JUROR 12: It will."),
        kind="question",
        holds=holding.numbers_nobody,
    ),
    Form(
        "outlet and slash",
        re.compile(rf"(?P<label>[{UP}][\w .&’'-]{{2,40}}?)[ \t]/[ \t]+(?=\w)"),
        ("Karst Times / Will it open?", "Radio Karst / Will it open?"),
        kind="question",
        holds=holding.outlet_asks,
    ),
    *BRACKETED,
    Form(
        "numbered speaker",
        re.compile(
            rf"(?P<label>[{UP}][^\n,:\[\]]{{2,50}}?)(?:, {{1,3}}(?P<note>[^\n\[\]]{{3,160}}?))?"
            r"[ ]{2,}\[\d{1,4}\][ \t]*$",
            re.MULTILINE,
        ),
        ("Jane Roe,  Halden Stone Ltd. - Chief Executive    [2]", "Operator    [1]"),
        sure=True,
        holds=holding.named_or_office,
    ),
    Form(
        "name with time",
        re.compile(
            rf"(?P<label>[{UP}][^\n:()\[\]]{{0,60}}?)(?P<note>[ \t]\([^\W\d][^()\n:]{{2,40}}\))?\s*(?:[:.]\s*)?"
            rf"(?:[\[(]{TIME}[\])]\s*:?|(?<=[\sa-z]){_CLOCK}(?: ?[ap]\.?m\.?)?[ \t]*$)",
            re.MULTILINE,
        ),
        ("Jane Roe (00:12):", "Jane Roe: (00:01)", "Jane Roe  0:12", "Jane Roe0:12", "Jane Roe (Host)  0:12"),
        timed=True,
    ),
    Form(
        "time before a name",
        re.compile(rf"(?P<label>[{UP}][^\n:()\[\],.?!]{{2,50}}?)[ \t]*$", re.MULTILINE),
        ("[00:00:12] Jane Roe\nIt will.", "0:12 Jane Roe\nIt will."),
        timed=True,
        holds=holding.behind_time,
    ),
    Form(
        "time before a surname",
        re.compile(
            rf"(?P<label>[{UP}][\w'’-]+(?: [{UP}][\w'’-]+)?, [{UP}][\w'’-]+(?: [{UP}][\w.'’-]*)?)[ \t]*$", re.MULTILINE
        ),
        ("[00:00:12] Roe, Jane\nIt will.",),
        timed=True,
        holds=holding.behind_time_by_surname,
    ),
    Form(
        "name over time",
        re.compile(
            rf"(?P<label>[{UP}][^\n:()\[\]?!]{{1,60}}?)(?:[ \t]*\n\s*[\[(]|: ?\(\n\s*){TIME}[\])](?:[ \t]*$)?",
            re.MULTILINE,
        ),
        ("Jane Roe\n(00:01:12)\nIt will.", "Jane Roe\n(00:12) It will.", "Mayor Roe: (\n00:12) It will."),
        timed=True,
    ),
    Form(
        "label over its colon",
        re.compile(rf"(?P<label>[{UP}][^\n:]{{1,120}}?)[ \t]*\n\s*:(?=[ \u00a0])"),
        ("Mayor Jane Roe\n: It will.",),
        sure=True,
    ),
    *SEATED,
    Form(
        "capitals with full stop and dash",
        re.compile(
            rf"(?P<label>{CAPS_TOKEN}(?:,?[ \t]+{CAPS_TOKEN}){{0,6}})(?:[ \t]*(?P<note>\([^()\n]{{3,120}}\)))?"
            rf"[ \t]?\.[ \t]?[–—-]{{1,2}}(?=[ \t]+[{UP}“\"])"
        ),
        ("HON. J. ROE.- It will.", "HON. DR. J. ROE (Minister for Ports).- It will.", "MADAM SPEAKER.- It will."),
        sure=True,
    ),
    Form(
        "capitals with a reader's note",
        re.compile(
            rf"(?P<label>{CAPS_TOKEN}(?: {CAPS_TOKEN}){{0,5}})"
            r"(?P<note>\s[\[(](?:reading|quoting|continuing)[^\]\)\n]{0,60}[\])])(?P<sep>[.:]?)"
        ),
        ("SECRETARY McNABB [reading]. It will.",),
        holds=holding.caps_speaks,
    ),
    Form(
        "capitals with full stop",
        re.compile(
            rf"(?P<label>{CAPS_TOKEN}(?:,? {CAPS_TOKEN}){{0,6}})(?P<note>\s?{_BRACKET})?(?P<sep>\.)(?:\d{{1,2}}(?=\s))?"
            r"(?=\s|$|[-—“\"]|[A-Z][a-z])",
            re.MULTILINE,
        ),
        ("THE PRESIDENT. It will.", "MR. ROE.1 It will.", "SECRETARY McNABB. It will.", "JANE ROE. It will."),
        holds=holding.caps_speaks,
    ),
    Form(
        "title and capitals with full stop",
        re.compile(
            rf"(?P<label>(?:(?:Mr|Mrs|Ms|Miss|Dr)\.|{_OFFICES}) (?:Ma?c|O['’]|D['’]|De|Van|Von|La|Le)?[{UP}]{{2}}"
            rf"[{UP}'’\- ]{{0,30}}"
            r"|The (?:SPEAKER|CHAIR(?:MAN|WOMAN)?|PRESIDENT|PRESIDING OFFICER|CLERK|(?:ACTING |VICE )+[A-Z]+)"
            r")(?: pro tempore)?"
            r"(?: of [A-Z]\w+(?: [A-Z]\w+)?)?(?P<note> \([^()\n]{3,60}\))?(?P<sep>\.)(?=\s)"
        ),
        (
            "Mr. LUND. It will.",
            "Senator LUND. It will.",
            "The SPEAKER pro tempore. It will.",
            "The SPEAKER pro tempore (Ms. Lund). It will.",
        ),
    ),
    Form(
        "title and name with full stop",
        re.compile(
            rf"(?P<label>(?:(?:Prime|Vice|Deputy|First|Foreign|Defen[cs]e|Finance) (?={_OFFICES}))?"
            rf"(?:(?:(?:Mr|Mrs|Ms|Dr|Lt|Gen|Adm|Col|Capt)\.|Miss|{_OFFICES}) )+{_SURNAME}(?:-{_SURNAME})?"
            rf"(?:(?: de la| de| del| van der)? {_SURNAME})?"
            rf"(?: of {_SURNAME}(?: {_SURNAME})?)?"
            r"|The (?:Chair(?:man|woman)?|Clerk|Presiding Officer|Speaker"
            r"|(?:Vice )?President|Prime Minister|Governor|Mayor|Court))(?: \[[a-z]+\])?(?P<sep>\.)"
            r"(?=[ \t\u00a0]+(?:[A-Z“\"]|\[[^\]\n]{1,40}\][^\n]*\w))"
        ),
        (
            "Mr. Lund. It will.",
            "Mr. Lund-Roe. It will.",
            "Mr. Lund of Halden. It will.",
            "Senator Lund. It will.",
            "The Chairman. It will.",
            "Chairwoman de Roe. It will.",
            "Prime Minister Roe. It will.",
        ),
        holds=holding.titled_name,
    ),
    Form(
        "label with full stop and dash",
        re.compile(
            rf"(?P<label>[{UP}][^\n:.,()]{{2,60}}?)(?P<note>(?:,| \()[^\n:]{{2,120}}?)?"
            rf"\.\s?[–—-]{{1,2}} (?=[{UP}“\"¿¡])"
        ),
        ("President. – It will.", "Jane Roe, President of the Council. – It will.", "Jane Roe (Greens). – It will."),
        sure=True,
        holds=holding.caller,
    ),
    Form(
        "member in capitals with a dash",
        re.compile(
            rf"(?P<label>(?:Mr|Mrs|Ms|Miss|Dr|Sir|Dame|Hon)\.? {CAPS_TOKEN}(?: {CAPS_TOKEN}){{1,3}})"
            rf"(?P<note> \([^()\n]{{3,60}}\))? [–—-] (?=[{UP}“\"])"
        ),
        ("Mr JAN ROE - It will.", "Ms ADA LUND (Karst) – It will."),
        sure=True,
    ),
    Form(
        "name over office behind a dash",
        re.compile(
            rf"(?P<label>[{UP}][^\n:()\[\],–—]{{3,50}}?)[ \t]++(?:--|–|—)[ \t]++(?P<note>[^\n:]{{3,110}}?)[ \t]*+\n\s*"
            rf"(?=(?:\[[^\]\n]{{2,40}}\]\s?)?[{UP}“\"])(?![^\n]* (?:--|–|—) )"
        ),
        ("Jane Roe -- Minister of Ports\nIt will.",),
        sure=True,
        holds=holding.employed,
    ),
    Form(
        "name over office",
        re.compile(
            rf"(?P<label>[{UP}][\w.'’-]+(?: [{UP}][\w.'’-]+){{1,3}})[ \t]*\n[ \t]*"
            rf"(?P<note>[{UP}][^\n?!:]{{4,110}}?)(?:[ \t]{{3,}}[QA])?[ \t]*\n\s*(?=[{UP}“\"])"
        ),
        ("Jane Roe\nChief Executive, Halden Stone Ltd.\n\nIt will.",),
        sure=True,
        holds=holding.office_below,
    ),
    Form(
        "opening statement by",
        re.compile(
            rf"(?:Opening|Initial|Introductory) (?:Statement|Remarks) by (?P<label>[{UP}][^\n.:]{{3,80}}?)[ \t]*$",
            re.MULTILINE,
        ),
        ("Opening Statement by Mayor Jane Roe\n\nIt will.",),
        sure=True,
    ),
    Form(
        "speaker over a name",
        re.compile(rf"speaker[ \t]*\n\s*(?P<label>[{UP}][^\n:()\[\],.?!]{{2,50}})\n"),
        ("speaker\nJane Roe\nIt will.", "speaker\nOperator\nNext."),
        sure=True,
        alone=True,
        holds=holding.named_or_office,
    ),
    Form(
        "member over links",
        re.compile(
            rf"(?P<label>[{UP}][^\n:()\[\],]{{3,50}}?)[ \t]*+(?P<note>\([^()\n]{{2,120}}\))?[ \t]*+\n\s*+"
            r"Link to this\b[^\n]{0,100}\n?"
        ),
        ("Jane Roe (Halden North, Independent)\nLink to this: Individually | In context\nIt will.",),
        sure=True,
        alone=True,
    ),
    Form(
        "part of a briefing",
        re.compile(
            r"Briefing by (?:the )?(?P<label>(?:Deputy )?Spokes\w+ (?:for|of) [^\n.:]{3,60})[ \t]*$", re.MULTILINE
        ),
        ("Briefing by the Spokesperson for the Mayor\n\nIt will.",),
        sure=True,
        opens_part=True,
    ),
    Form(
        "title over surname",
        re.compile(rf"(?P<label>(?:MR|MRS|MS|DR|GEN|ADM|COL|SEN|REP|GOV|AMB|SEC)\.\s*\n\s*[{UP}][{UP}'’-]+) ?:(?=\s)"),
        ("GEN.\nROE: It will.",),
    ),
    Form(
        "member's profile",
        re.compile(
            rf"View (?P<label>[{UP}][^\n]{{3,60}}) Profile\n\s*(?P<note>[^\n]{{2,30}})\n\s*"
            r"View (?P=label) Profile\n\s*[\d-]{10} \d{2}:\d{2}(?: \[p\.\d+\])?\n?"
        ),
        ("View Jane Roe Profile\nLib. (QC)\nView Jane Roe Profile\n2024-03-01 10:01 [p.21531]\nIt will.",),
        sure=True,
        alone=True,
    ),
    Form(
        "party over name and seat",
        re.compile(
            r"(?:(?:[^\n]{4,200}[^\n.?!…”\"—]\n\s*+)?(?:[A-Z][a-z]+ \d{1,2}\w{2}, \d{4} / )?"
            r"\d{1,2}(?::\d\d)? [ap]\.?m\.?[ \t]*+\n\s*+(?:[^\n]{3,80}\n\s*+)?)?"
            rf"(?P<party>[{UP}][\w .'’-]{{1,30}})\n\s*(?P<label>(?:The )?[{UP}][^\n:.,?!()]{{3,50}}?)"
            rf"(?: \([^()\n]{{3,50}}\))? (?P=party)[ ]?(?P<note>[^\n.?!:]{{3,240}})\n"
        ),
        ("Liberal\n\nJane Roe Liberal Halden North, ON\n\nIt will.", "NDP\n\nJane Roe NDP Karst, BC\n\nIt will."),
        sure=True,
        alone=True,
        seated=True,
    ),
    Form(
        "sign of a section",
        re.compile(
            rf"§ (?P<label>[{UP}][^\n:()§]{{3,60}}?)(?: ?(?P<note>\([^()\n]{{2,60}}\))(?=[{UP}“\"\s])"
            rf"|(?<=[a-z])(?=[{UP}][a-z]*,? ))"
        ),
        ("§ Mr. Peter Lind (Halden North)It will.", "§ Madam SpeakerIt will."),
        sure=True,
        seated=True,
        holds=holding.not_inside_a_name,
    ),
    Form(
        "office in brackets",
        re.compile(rf"\((?P<label>[{UP}][^()\n:]{{2,60}})\)(?:[ \t]+(?=[{UP}“\"])|[ \t]*$)", re.MULTILINE),
        ("(Minister) It will.", "(Reporter) Will it open?", "(Minister)\nIt will."),
        holds=holding.bracketed_office,
    ),
    Form(
        "clip",
        re.compile(
            r"(?i:(?:(?:audio|video|sound|news|archival|archive|file) )?"
            r"(?:excerpt|clip|extract|tape|recording|soundbite|grab|footage)"
            r"|(?:file|archive|archival) (?:audio|video|sound|vision))"
            rf"[ \t]?(?:--?|–|—|:)[ \t]?(?P<label>[{UP}][^\n:.?!]{{2,60}}?):(?=\s)"
        ),
        ("Audio excerpt – Jane Roe:\nIt will.", "Archival tape – Jane Roe: It will."),
        sure=True,
    ),
    Form(
        "colon inside the brackets",
        re.compile(rf"(?P<label>[{UP}][^\n:()]{{2,60}}?) ?(?P<note>\([^()\n:]{{3,100}}: [^()\n:]{{2,100}}\)):(?=\s)"),
        ('Ms. JANE ROE (Author, "Weirs: A Life"): It will.',),
        holds=holding.colon_speaks,
    ),
    Form(
        "label with colon",
        re.compile(rf"(?P<label>[^\n:]{{1,150}}?)(?:\s*+[(\[]{TIME}[)\]])?{MARKUP}(?:\s*+«[^»\n]{{0,3}}»)?\s*+:(?!//)"),
        (
            "MR PRICE: It will.",
            "Jane Roe: It will.",
            "Jane Roe (NATO Spokesperson): It will.",
            "Jane Roe, Minister of Ports: It will.",
            "Mr. Peter Lind (Halden, North) (Con): It will.",
            "The Chair (Hon. Ada Quill (Karst, Lib.)): It will.",
            "Julia Marsh AM: It will.",
            "[00:01:12] Jane Roe: It will.",
            "Senator ROE (Karst—Minister for Ports) (14:03): It will.",
        ),
        holds=holding.colon_speaks,
    ),
    Form(
        "name and body behind a dash",
        re.compile(
            rf"(?P<label>[{UP}][^\n:()\[\],–—]{{3,50}}?)[ \t]+(?:--?|–|—)[ \t]+(?P<note>[{UP}][^\n:]{{2,80}}?):(?=\s)"
        ),
        ("Jane Roe - Halden Capital: Will it open?", "Jane Roe – Karst Bank: Will it open?"),
        sure=True,
        holds=holding.known_by_name,
    ),
    *MOVERS,
    Form(
        "caption",
        re.compile(r"(?P<label>)(?=[^\s>])"),
        (">> It will.",),
        kind="voice",
        sure=True,
        holds=holding.caption_speaks,
    ),
)
