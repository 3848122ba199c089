"""What people correct of the speakers: one who was two, two who were one, other names, a file of people."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from index.errors import ConfigError
from index.model import Role
from index.speakers.book import SpeakerBook, SpeakerRecord, build_book
from index.speakers.correction import Correction
from index.speakers.corrections import corrected_book
from index.speakers.people import read_people

RECORDS = (
    SpeakerRecord(name="Ilse Brandt-Okoye", article_id="a", statements=3, roles=("Mayor",), date=dt.date(2022, 3, 1)),
    SpeakerRecord(name="I. Brand", article_id="b", statements=2, date=dt.date(2022, 5, 1)),
    SpeakerRecord(name="Lina Karst", article_id="a", statements=4),
    SpeakerRecord(name="Lina Karst", article_id="c", statements=1),
)


def _count(book: SpeakerBook) -> dict[str, int]:
    return {speaker.name: speaker.statements for speaker in book.speakers}


def test_merged_speakers_are_one_with_all_that_both_were_known_by() -> None:
    book = corrected_book(RECORDS, [Correction(act="merge", name="Ilse Brandt-Okoye", other="I. Brand")])
    assert _count(book) == {"Ilse Brandt-Okoye": 5, "Lina Karst": 5}
    merged = book.get("Ilse Brandt-Okoye")
    assert merged is not None and "I. Brand" in merged.aliases
    assert (merged.first, merged.last) == (dt.date(2022, 3, 1), dt.date(2022, 5, 1))
    assert book.canonical("b", "I. Brand") == "Ilse Brandt-Okoye"
    assert book.find("I. Brand")[0].speaker == "Ilse Brandt-Okoye"


def test_a_renamed_speaker_is_found_by_the_old_name_too() -> None:
    book = corrected_book(RECORDS, [Correction(act="rename", name="I. Brand", other="Inga Brand")])
    assert book.canonical("b", "I. Brand") == "Inga Brand"
    assert book.find("I. Brand")[0].speaker == "Inga Brand"


def test_a_split_gives_the_words_of_an_article_to_somebody_else() -> None:
    change = Correction(act="split", name="Lina Karst", other="Lina Karst (Ember)", articles=("c",))
    book = corrected_book(RECORDS, [change])
    assert _count(book)["Lina Karst"] == 4 and _count(book)["Lina Karst (Ember)"] == 1
    assert book.canonical("c", "Lina Karst") == "Lina Karst (Ember)"
    assert book.canonical("a", "Lina Karst") == "Lina Karst"


def test_without_its_correction_the_book_is_as_before() -> None:
    changes = [
        Correction(act="merge", name="Ilse Brandt-Okoye", other="I. Brand"),
        Correction(act="rename", name="Lina Karst", other="Lena Karst"),
    ]
    assert corrected_book(RECORDS, changes[1:]).get("I. Brand") is not None
    assert corrected_book(RECORDS, []) == build_book(RECORDS)
    nobody = Correction(act="rename", name="Nobody Known", other="Somebody")
    assert corrected_book(RECORDS, [nobody]).speakers == build_book(RECORDS).speakers


def test_a_person_of_the_file_gathers_aliases_and_holds_offices(tmp_path: Path) -> None:
    file = tmp_path / "people.toml"
    file.write_text(
        '[[person]]\nname = "Ilse Brandt-Okoye"\naliases = ["I. Brand", "Harbour Ilse"]\n'
        'roles = ["Mayor of Halden", { title = "Harbour master", since = 2015-01-01, until = 2019-12-31 }]\n'
    )
    people = read_people(file)
    assert people[0].roles[1] == Role(title="Harbour master", first=dt.date(2015, 1, 1), last=dt.date(2019, 12, 31))
    book = corrected_book(RECORDS, people)
    assert _count(book)["Ilse Brandt-Okoye"] == 5
    for asked in ("Harbour Ilse", "I. Brand", "Mayor of Halden"):
        assert book.find(asked)[0].speaker == "Ilse Brandt-Okoye", asked


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("[[person]]\naliases = []\n", "person 1: needs a name"),
        ('[[person]]\nname = "A B"\nalias = "C"\n', "unknown key alias"),
        ('[[person]]\nname = "A B"\naliases = "C"\n', "must be a list"),
        ('[[person]]\nname = "A B"\nroles = [{ title = "Mayor", since = "2015" }]\n', "must be a day"),
        ("[[person]\n", "is not valid TOML"),
        ("people = 1\n", "[[person]] tables"),
    ],
)
def test_a_wrong_file_of_people_is_told_in_one_sentence(tmp_path: Path, text: str, words: str) -> None:
    file = tmp_path / "people.toml"
    file.write_text(text)
    with pytest.raises(ConfigError, match=r"people\.toml") as told:
        read_people(file)
    assert words in str(told.value) and "\n" not in str(told.value)
    with pytest.raises(ConfigError, match="no such file of people"):
        read_people(tmp_path / "none.toml")
