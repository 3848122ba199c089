"""The lexical index tells which words are written as names; one that an earlier version wrote goes on without."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from index.storage import lexical
from index.storage.lexical import Document, WordIndex

TEXTS = [
    "The clerk saw Rita Galdes on the quay.",
    "Nobody asked Galdes about the price, and the farmers left.",
    "Farmers want a better price. The mayor, Élodie Žižek, agreed.",
    "Price was high.",
]


def documents(texts: list[str], first: int = 0) -> list[Document]:
    return [
        Document(
            row=first + at, text=text, context="", title="", speaker="", source="", day=1, said=(0, 0),
            source_number=0, speaker_numbers=(),
        )
        for at, text in enumerate(texts)
    ]  # fmt: skip


def test_a_name_is_written_with_a_capital_within_sentences(tmp_path: Path) -> None:
    WordIndex.build(tmp_path / "a", documents(TEXTS))
    words = WordIndex.load(tmp_path / "a")
    assert words.named("galdes") == 1.0 and words.named("zizek") == 1.0
    assert words.named("price") == 0.0 and words.named("farmers") == 0.0
    assert words.named("harbour") is None
    WordIndex.grow(tmp_path / "a", tmp_path / "b", [], documents(["On Monday Galdes spoke."], len(TEXTS)))
    assert WordIndex.load(tmp_path / "b").named("galdes") == 1.0


def test_a_name_is_one_where_most_sentences_begin_with_it(tmp_path: Path) -> None:
    texts = [
        "Galdes saw it.",
        "Galdes left. They told Mr. Galdes.",
        "Galdes spoke.",
        "Hauliers left.",
        "Hauliers sing.",
    ]
    WordIndex.build(tmp_path / "a", documents([*texts, "The clerk, March said, would march in March."]))
    words = WordIndex.load(tmp_path / "a")
    assert (words.named("galdes"), words.named("hauliers"), words.named("march")) == (1.0, 0.0, 0.0)


def test_an_earlier_index_does_not_tell_and_grows(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def earlier() -> Any:
        import tantivy

        builder: Any = tantivy.SchemaBuilder()
        for field in lexical.TEXT_FIELDS:
            builder.add_text_field(field, tokenizer_name="onrecord", index_option="freq")
        builder.add_unsigned_field("row", fast=True)
        for field in ("day", "said_from", "said_to", "source_number", "speaker_numbers"):
            builder.add_integer_field(field, indexed=True, fast=True)
        return builder.build()

    with monkeypatch.context() as patch:
        patch.setattr("index.storage.lexical._schema", earlier)
        WordIndex.build(tmp_path / "a", documents(TEXTS))
    WordIndex.grow(tmp_path / "a", tmp_path / "b", [], documents(["On Monday Galdes spoke."], len(TEXTS)))
    words = WordIndex.load(tmp_path / "b")
    assert words.named("galdes") is None and words.frequency_of_word("galdes") == 3
