"""The first lines of a plain text: what is its title, and what is a paragraph that an editor has broken into lines."""

from __future__ import annotations

import pytest

from index.model import Article
from index.reading import read_bytes
from index.reading.clean import split_title
from index.reading.spoken import without_rows, without_table


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Ferries stop\n\nThe ferries have stopped.", "Ferries stop"),
        (
            "Assembly of the Isles - Debates\nTuesday, 5 April 2022 - Karst\n\nWe begin.",
            "Assembly of the Isles - Debates",
        ),
        ("SUPREME COURT OF KARST\nNo. 21-476\nLUND v. ROE\n\nJUSTICE ROE: Hello.", "SUPREME COURT OF KARST"),
        (
            "Press conference\n\nby Mayor Jane Roe on the quay\n\nGood morning.",
            "Press conference by Mayor Jane Roe on the quay",
        ),
        (
            "Press Conferences\n\nPress Conference by Minister Jane Roe\n\nRoe: Hello.",
            "Press Conference by Minister Jane Roe",
        ),
        ("Albany, NY\n\nGovernor Roe Holds a Storm Briefing\n\nRoe: Hello.", "Governor Roe Holds a Storm Briefing"),
        ("Paris, Texas\n\nA film that stays with you.\n\nIt runs for two hours.", "Paris, Texas"),
        ("Home > News > Briefings\n\nBriefing by the Harbour Office\n\nGood day.", "Briefing by the Harbour Office"),
        ("[House Hearing, 117 Congress]\n\nPORTS AND RIVERS\n\nMr. Roe. Hello.", "PORTS AND RIVERS"),
        ("2:02 p.m. EDT\n\nMS ROE: Hello.", None),
        ("The minister said on Monday that\nthe quay would be closed until\nspring.\n\nNobody agreed.", None),
        ("The harbour master spoke to Ida\nRoe, who had asked about dues.\n\nNobody agreed.", None),
        ("The quay is closed.\nThe ferries have stopped.\n\nNobody agreed.", None),
        ("MS. ROE: We are open.\nQ: Until when?\n\nMS. ROE: May.", None),
        ("Mr POE (Karst) (14:01): Who pays?\n\nMs ROE: We do.\n\nMr POE: All of it?", None),
        ("SHRI MOHAN KALE (KARST): Who pays?\n\nHON. SPEAKER: Nobody does.", None),
        ("Ada Roe: Who pays?\n\nBen Lund: We do.\n\nAda Roe: All of it?", None),
        ("Ada Roe: I go\n\nAda Roe: I go\n\nThe town pays.", "Ada Roe: I go"),
        ("Ada Roe: Who pays?\n\nThe town does, and Ada Roe says so.", "Ada Roe: Who pays?"),
        ("- Bread\n- Butter\n\nWe bought both.", None),
    ],
)
def test_a_title_heads_a_text(text: str, title: str | None) -> None:
    found, rest = split_title(text)
    assert found == title
    assert rest.strip().endswith(text.split("\n")[-1])


def test_a_table_of_who_says_what_is_read_as_turns() -> None:
    rows = "| 00:01 | **Ada Roe** | We will open the quay. |\n| 00:09 | Reporter | Why not earlier? |"
    text = f"| Time | Speaker | Text |\n|---|:--|---|\n{rows}"
    assert without_table(text).split("\n\n") == [
        "[00:01] Ada Roe: We will open the quay.",
        "[00:09] Reporter: Why not earlier?\n",
    ]
    prices = "| Fish | Price |\n|---|---|\n| Cod | 4 |"
    assert without_table(prices) == prices


def test_the_rows_of_a_talk_are_read_as_turns() -> None:
    rows = 'Ada Roe,0:01,"We will open the quay, in May.",,\n,0:09,Why not earlier?,,\n'
    talk = f"speakers,timestamp,words,,\n{rows}"
    turns = ["[0:01] Ada Roe: We will open the quay, in May.", "[0:09] Unknown Speaker: Why not earlier?"]
    assert without_rows(talk).split("\n\n") == turns
    (article,) = [one for one in read_bytes("talk.csv", talk.encode()) if isinstance(one, Article)]
    assert article.text.split("\n\n") == turns


def test_the_rows_of_articles_are_no_talk() -> None:
    table = "name,title,text\nAda,Quay opens,The quay opened in May.\n"
    assert without_rows(table) == table


@pytest.mark.parametrize("words", ['"' + "word " * 40_000, 'one "two'])
def test_a_text_that_only_begins_like_the_rows_of_a_talk_stays(words: str) -> None:
    text = f"speaker,words\nJane Roe,{words}\n"
    assert "Jane Roe" in without_rows(text)
    assert words.strip('"').split()[0] in without_rows(text)
