"""News articles through the whole pipeline: who said what, with the real weights."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from index.attribution.news.reader import NewsAttributor
from index.attribution.news.tagger import Tagger
from index.errors import ModelError
from index.model import Statement

ARTICLE = """The harbour of Port Ember will be rebuilt by spring, Governor Mara Quell told reporters on Monday.

“We have lost a year, and we will not lose another one,” Quell said. “The money is there.”

She said that the islands would pay a tenth of the cost, and warned of delays if the storms return.

“No family will be left without a roof this winter.”

Oren Vask, a fisherman who lost two boats, said he did not believe her. “I have heard this before,” he said.

According to the harbour office, 14 ships are still under water.
"""


@pytest.fixture(scope="module")
def attributor() -> NewsAttributor:
    return NewsAttributor.load()


@pytest.fixture(scope="module")
def statements(attributor: NewsAttributor) -> tuple[Statement, ...]:
    return attributor.attribute_many([(ARTICLE, None)])[0]


def holding(statements: tuple[Statement, ...], words: str, text: str = ARTICLE) -> Statement:
    """The statement whose content holds the words."""
    for statement in statements:
        if any(words in text[start:end] for start, end in statement.spans):
            return statement
    pytest.fail(f"no statement holds {words!r}: {[text[s.start : s.end] for s in statements]}")


def test_direct_speech_goes_on_after_the_cue(statements: tuple[Statement, ...]) -> None:
    statement = holding(statements, "We have lost a year")
    assert (statement.kind, statement.speaker, statement.cue) == ("direct", "Mara Quell", "said")
    assert holding(statements, "The money is there").speaker == "Mara Quell"
    assert ARTICLE[statement.start : statement.end].startswith("We have")


def test_indirect_speech_of_a_pronoun(statements: tuple[Statement, ...]) -> None:
    statement = holding(statements, "islands would pay")
    assert (statement.kind, statement.speaker, statement.mention) == ("indirect", "Mara Quell", "She")
    assert statement.role == "Governor"


def test_floating_quotation_inherits_the_speaker_as_a_statement_of_its_own(statements: tuple[Statement, ...]) -> None:
    statement = holding(statements, "No family will be left")
    assert (statement.speaker, statement.resolved) == ("Mara Quell", True)
    assert "islands" not in ARTICLE[statement.start : statement.end]


def test_content_before_its_cue(statements: tuple[Statement, ...]) -> None:
    statement = holding(statements, "will be rebuilt by spring")
    assert (statement.kind, statement.speaker) == ("indirect", "Mara Quell")


def test_new_speaker_and_his_pronoun(statements: tuple[Statement, ...]) -> None:
    assert holding(statements, "believe her").speaker == "Oren Vask"
    assert holding(statements, "I have heard this before").speaker == "Oren Vask"


def test_a_body_speaks(statements: tuple[Statement, ...]) -> None:
    statement = holding(statements, "14 ships")
    assert statement.speaker is not None
    assert "harbour office" in statement.speaker


def test_every_statement_is_verbatim_and_in_order(statements: tuple[Statement, ...]) -> None:
    _check(ARTICLE, statements)
    assert [s.start for s in statements] == sorted(s.start for s in statements)
    assert all(0 < s.confidence <= 1 for s in statements)


@pytest.mark.parametrize(
    ("text", "words", "speaker"),
    [
        ("''The tide will turn,'' said Ilse Marn. ''Wait and see.''", "The tide will turn", "Ilse Marn"),
        ("«The tide will turn this year», said Ilse Marn, the mayor.", "The tide will turn", "Ilse Marn"),
        (
            "Mayor Ilse Marn spoke first.\n\n“The tide will turn, and all of us will be there to see it,“ she said.",
            "The tide will turn",
            "Ilse Marn",
        ),
        (
            'Ilse Marn said: "The tide will turn.\n\n"It has turned before, and it will turn again," she said.',
            "It has turned before",
            "Ilse Marn",
        ),
        ("Ilse Marn: “The tide will turn, and all of us will be there to see it.”", "The tide will turn", "Ilse Marn"),
        (
            "Ilse Marn, the mayor of Port Ember, spoke on Friday. The mayor said that the tide would turn.",
            "the tide would turn",
            "Ilse Marn",
        ),
    ],
)
def test_marks_and_forms(attributor: NewsAttributor, text: str, words: str, speaker: str) -> None:
    (found,) = attributor.attribute_many([(text, None)])
    assert holding(found, words, text).speaker == speaker


def test_roles_descriptions_and_strangers(attributor: NewsAttributor) -> None:
    text = (
        "The mayor of Ember, Tilda Brandt, spoke on Friday.\n\n“We will act,” Brandt said.\n\n"
        "The mayor warned that the floods would come back. The union's chief, Lars Holm, said he was worried.\n\n"
        "“The water is very bad,” a young diver told the paper. “It will not get better this year,” he said."
    )
    (found,) = attributor.attribute_many([(text, None)])
    act, floods, bad = (holding(found, words, text) for words in ("We will act", "floods", "It will not get better"))
    assert (act.speaker, act.role) == ("Tilda Brandt", "mayor of Ember")
    assert floods.speaker == "Tilda Brandt"
    assert holding(found, "worried", text).speaker == "Lars Holm"
    assert (bad.speaker, bad.resolved) == ("a young diver", False)


def test_no_span_ends_inside_a_word(statements: tuple[Statement, ...]) -> None:
    for statement in statements:
        for start, end in statement.spans:
            assert not (start and ARTICLE[start - 1].isalnum() and ARTICLE[start].isalnum())
            assert not (end < len(ARTICLE) and ARTICLE[end - 1].isalnum() and ARTICLE[end].isalnum())


def test_scare_quotes_and_titles_are_no_speech(attributor: NewsAttributor) -> None:
    text = "The so-called “smart” city opened a museum. Its first show, “The Long Night,” runs until May."
    assert attributor.attribute_many([(text, None)]) == [()]


def test_who_cannot_be_named_is_kept_as_written(attributor: NewsAttributor) -> None:
    text = "“The bridge will not hold another winter,” a senior official said on condition of anonymity."
    (found,) = attributor.attribute_many([(text, None)])
    statement = holding(found, "The bridge", text)
    assert statement.speaker == "a senior official"
    assert not statement.resolved


def test_many_articles_at_once_equal_one_by_one(attributor: NewsAttributor) -> None:
    texts = [(ARTICLE, None), ("", None), ("“Yes, we will all come,” said Ilse Marn.", "Marn: yes"), ("\n \n", "")]
    together = attributor.attribute_many(texts)
    alone = [attributor.attribute_many([text])[0] for text in texts]
    assert [[(s.spans, s.speaker, s.kind) for s in found] for found in together] == [
        [(s.spans, s.speaker, s.kind) for s in found] for found in alone
    ]


def test_two_threads_share_one_attributor(attributor: NewsAttributor, statements: tuple[Statement, ...]) -> None:
    with ThreadPoolExecutor(2) as pool:
        results = list(pool.map(lambda _: attributor.attribute_many([(ARTICLE, None)])[0], range(4)))
    assert all([s.spans for s in result] == [s.spans for s in statements] for result in results)


def test_missing_weights_are_named(tmp_path_factory: pytest.TempPathFactory) -> None:
    with pytest.raises(ModelError, match="attribution weights"):
        Tagger.load(tmp_path_factory.mktemp("empty"))


def test_damaged_weights_are_named(tmp_path_factory: pytest.TempPathFactory) -> None:
    folder = tmp_path_factory.mktemp("damaged")
    (folder / "ORIGIN.json").write_text('{"version": "x"}')
    (folder / "vocab.txt").write_text("[PAD]\n[UNK]\n")
    (folder / "tagger.onnx").write_bytes(b"not a network")
    with pytest.raises(ModelError, match="attribution weights"):
        Tagger.load(folder)


def _check(text: str, statements: tuple[Statement, ...]) -> None:
    for statement in statements:
        assert statement.spans
        assert (statement.start, statement.end) == (statement.spans[0][0], statement.spans[-1][1])
        for start, end in (*statement.spans, *statement.cue_spans, *statement.mention_spans):
            assert 0 <= start < end <= len(text)
        if statement.cue_spans:
            assert text[slice(*statement.cue_spans[0])] == statement.cue
        if statement.mention_spans:
            assert text[slice(*statement.mention_spans[0])] == statement.mention


WORDS = st.sampled_from(
    (
        "“ ” \" ' ’ ‘ « » '' `` said she he Ms. Quell Mara Quell, the mayor told who : \n \n\n . , ? ! I we — … İ ß "
        "\u0000 \u2028 \ud800 \U0001f600 e\u0301 according to M. O’Vask (R-Ohio) her's 5'2\" warned that it rains"
    ).split(" ")
)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(texts=st.lists(st.one_of(st.text(max_size=400), st.lists(WORDS, max_size=120).map(" ".join)), max_size=3))
def test_any_text_gives_valid_spans(attributor: NewsAttributor, texts: list[str]) -> None:
    results = attributor.attribute_many([(text, text[:40]) for text in texts])
    assert len(results) == len(texts)
    for text, found in zip(texts, results, strict=True):
        _check(text, found)
