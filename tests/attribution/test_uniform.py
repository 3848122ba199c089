"""Layouts that no form lists: the same opening throughout, put together from fronts, labels and signs."""

from __future__ import annotations

from itertools import product

import pytest

from index.attribution.transcripts.turns import find_turns

TALK = (
    ("asks", "Minister, thank you for joining us. Will the ferry line to Halden open before the summer?"),
    ("answers", "Good morning. It will open on 3 May, and I have signed the order for two more boats."),
    ("asks", "Some islanders say the fares are too high. What do you tell them?"),
    ("answers", "I tell them that we hear them. The fares will fall by a tenth in June."),
    ("asks", "What about the old pier, does it stay?"),
    ("answers", "We are going to keep it. My grandfather built it, and I would not like to see it go."),
    ("asks", "Do you expect a strike?"),
    ("answers", "No. I spoke to the union on Monday, and we found common ground on pay."),
)
HEADS = (
    "Transcript: Transport Minister Marit Solvang on the ferry line\n\n",
    "Ferries and fares\n\nOwen Tarrant spoke to Transport Minister Marit Solvang. This is a transcript.\n\n",
)
NAMES = (
    ("Marit Solvang", "Owen Tarrant"),
    ("MARIT SOLVANG", "OWEN TARRANT"),
    ("Ms Solvang", "Mr Tarrant"),
    ("Minister Solvang", "Mr Tarrant"),
    ("Transport Minister Marit Solvang", "Owen Tarrant"),
    ("Marit Solvang (Transport Minister)", "Owen Tarrant (Karst Courier)"),
    ("Solvang, Marit", "Tarrant, Owen"),
    ("Solvang", "Tarrant"),
    ("Marit", "Owen"),
    ("Minister", "Interviewer"),
    ("Marit Solvang", "Question"),
    ("Solvang", "Karst Courier"),
)
FRONTS = ("▶ ", "🎤 ", "¶{n} ", "#{n} ", "@", "### ", "{n}. ", "00:0{n}:10 --> 00:0{n}:50 ", "[00:0{n}:10] ", "> ")
SIGNS = (" | ", " > ", " » ", " => ", "\t", ": ")


def talk(front: str, names: tuple[str, str], sign: str, joint: str) -> str:
    """The talk with a label before each turn."""
    labels = {"answers": names[0], "asks": names[1]}
    return joint.join(f"{front.format(n=n)}{labels[who]}{sign}{said}" for n, (who, said) in enumerate(TALK, 1))


def told(text: str, title: str) -> list[tuple[str | None, str]]:
    """Who says what."""
    return [(t.speaker, " ".join(text[a:b] for a, b in t.spans)) for t in find_turns(text, title)]


@pytest.mark.parametrize("front", FRONTS)
@pytest.mark.parametrize("sign", SIGNS)
def test_any_front_and_sign_are_read_where_they_stand_throughout(front: str, sign: str) -> None:
    for head, names, joint in product(HEADS, NAMES, ("\n\n", "\n")):
        title, _, above = head.partition("\n")
        found = told(above + talk(front, names, sign, joint), title)
        assert [said for _, said in found] == [said for _, said in TALK], names
        for (who, _), (speaker, _) in zip(TALK, found, strict=True):
            mine = speaker == "Marit Solvang" or (names[0] == "Minister" and speaker == "Minister")
            assert mine if who == "answers" else "Solvang" not in (speaker or ""), (names, speaker)


@pytest.mark.parametrize(
    "text",
    [
        # A list of what each has, again and again, is no talk.
        "\n".join(f"▶ {name} | {n} goals in all" for n in range(3) for name in ("Jane Roe", "Ivo Lund")),
        # Nor are reactions that a reporter gathered.
        "\n\n".join(f"• Jane Roe: “The port is closed”, she said to the Courier on day {n}." for n in range(6)),
        # Nor a live page's entries under their hours.
        "\n\n".join(
            f"{hour}\nThe sheriff, Jane Roe, said the road is shut. “Go home,” she told us."
            for hour in (
                "3:55 p.m.",
                "3:20 p.m.",
                "2:41 p.m.",
                "1:15 p.m.",
                "12:30 p.m.",
                "11:02 a.m.",
                "10:47 a.m.",
                "9:30 a.m.",
            )
        ),
        # Nor sentences that open alike.
        "\n\n".join(f"Karst, Halden and Dell lie on the river. The bridge {n} is of stone." for n in range(6)),
    ],
)
def test_what_is_no_talk_is_none(text: str) -> None:
    assert told(text, "Ports") == []


def test_whoever_is_not_known_in_a_shape_is_nobody() -> None:
    lines = ["RDO-2", "HOT-1", "HOT-2", "HOT-1", "TWR", "RDO-2", "HOT-2", "HOT-1"]
    text = "\n".join(
        f"1841:{n}0     {who}     Down to one thousand, and the wind is ours." for n, who in enumerate(lines)
    )
    found = told(text, "COCKPIT VOICE RECORDER")
    assert len(found) == len(lines)
    assert {speaker for speaker, _ in found} == {None}


def test_a_meeting_whose_program_writes_the_surname_first_below_the_time() -> None:
    turns = (
        ("Lindqvist, Petra", "I want to know who let the eleven couplers go."),
        ("Zander, Heike (Quality)", "Formally we did. My name is on the sheet."),
        ("Lindqvist, Petra", "Who copied the row?"),
        ("Zandt, Thilo", "Then that is me, I own the list."),
        ("Lindqvist, Petra", "An hour. I would like everyone to hear that."),
        ("Zander, Heike (Quality)", "Nobody reads field nine, we all know it."),
    )
    text = "\n\n".join(f"0:0:{n}3.27 --> 0:0:{n}9.4\n{who}\n{said}" for n, (who, said) in enumerate(turns))
    assert told(text, "Coupler review") == [
        ("Petra Lindqvist", turns[0][1]),
        ("Heike Zander", turns[1][1]),
        ("Petra Lindqvist", turns[2][1]),
        ("Thilo Zandt", turns[3][1]),
        ("Petra Lindqvist", turns[4][1]),
        ("Heike Zander", turns[5][1]),
    ]


def test_a_chat_with_the_time_beside_or_below_a_name() -> None:
    text = (
        "Ada Quill (she/her)\n:wave:  14:00\nHello all, we have Halldor for an hour. Ask away!\n\n"
        "mateus.r\n  14:01\nWhy did you stop ringing the puffins?\n\n"
        "Halldor Vang  14:04\nBecause we were killing some. I would rather have a gap in a graph.\n\n"
        "bex\n  14:05\nIs the flu back this winter?\n\n"
        "Halldor Vang  14:09\nYes. I have seen forty gannets since New Year.\n\n"
        "mateus.r\n  14:10\nThanks for that.\n"
    )
    found = told(text, "AMA")
    assert [who for who, _ in found] == ["Ada Quill", None, "Halldor Vang", None, "Halldor Vang", None]
    assert found[2][1].startswith("Because we were killing some.")


def test_labels_in_small_letters() -> None:
    podcast = (
        "mina: hello, i'm mina,\n\ntheo: and i am theo.\n\nmina: what book though?\n\n"
        "ilse: a songbook. i found four leaves.\n\ntheo: who sings it?\n\nilse: we do."
    )
    assert [who for who, _ in told(podcast, "the book that was a hat")] == [
        "Mina",
        "Theo",
        "Mina",
        "Ilse",
        "Theo",
        "Ilse",
    ]
    call = "\n".join(
        f"15:2{n}:04 – {who} – {said}"
        for n, (who, said) in enumerate(
            [
                ("call taker", "do you need fire or police"),
                ("caller", "everything i think. the bridge has gone"),
                ("call taker", "are you safe"),
                ("caller", "i'm on the bank"),
            ]
            * 2
        )
    )
    assert [who for who, _ in told(call, "call")] == [None] * 8
