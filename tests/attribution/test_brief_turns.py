"""A turn of a few words has what it replies to as its context; a named asker's question is a passage of hers."""

from __future__ import annotations

from index.attribution.transcripts.turns import find_turns, question_for, turn_statements
from index.splitting.passages import split

CHAMBER = """Mr. Peter Lind: He has closed the northern quay. Will he open it again?

The Prime Minister: The port is open.

Mr. Lind: I have asked him about the quay. Will he answer?

The Prime Minister: I have answered.

Mr. Lind: Will he answer the next?

The Prime Minister: Yes."""

LEADERS = """PRESIDENT HARLOW:  We agreed on the wall.

It will be paid for by both of us.

SECRETARY GENERAL LUND:  We did agree, and we will meet again in the spring to see how far the wall has come.

PRESIDENT HARLOW:  In Karst, I hope.

SECRETARY GENERAL LUND:  Yes."""


def passages(text: str, title: str) -> list[tuple[str | None, str, str | None]]:
    turns = find_turns(text, title)
    found = split(text, turns, question_for=lambda i: question_for(turns, i))
    return [(p.speaker, text[p.start : p.end], text[slice(*p.context)] if p.context else None) for p in found]


def test_the_question_of_a_named_asker_is_a_passage_and_a_statement_and_the_answers_context() -> None:
    question = "He has closed the northern quay. Will he open it again?"
    found = passages(CHAMBER, "Prime Minister's Questions")
    assert found[0] == ("Peter Lind", question, None)
    assert found[1] == ("Prime Minister", "The port is open.", question)
    said = turn_statements(CHAMBER, find_turns(CHAMBER, "Prime Minister's Questions"))
    assert next(CHAMBER[s.start : s.end] for s in said if s.speaker == "Peter Lind") == question


def test_a_reporters_question_is_no_passage() -> None:
    text = CHAMBER.replace("Mr. Peter Lind:", "QUESTION:").replace("Mr. Lind:", "QUESTION:")
    found = passages(text, "Prime Minister's Questions")
    assert [speaker for speaker, _, _ in found] == ["Prime Minister"] * 3
    assert all(context for _, _, context in found)


def test_a_turn_of_a_few_words_has_what_it_replies_to() -> None:
    found = passages(LEADERS, "Remarks by President Harlow and NATO Secretary General Jens Lund")
    contexts = {words.split(",")[0]: context for _, words, context in found}
    assert contexts["Yes."] == "In Karst, I hope."
    assert contexts["In Karst"] is not None and contexts["In Karst"].startswith("We did agree")
    assert contexts["We did agree"] is None


def test_the_office_that_the_text_gives_behind_a_name_is_its_bearers() -> None:
    text = (
        "CHAIR ROE: We hear Mr. Rolf Gable, president of the Pilots' League, and Ms. Vera Lind. Will a cap help?\n\n"
        "MR. GABLE: It will.\n\nCHAIR ROE: And you, Ms. Lind?\n\nMS. LIND: I doubt it.\n\nCHAIR ROE: Thank you."
    )
    roles = {turn.speaker: turn.role for turn in find_turns(text, "Hearing on the dues")}
    assert roles["Rolf Gable"] == "President of the Pilots' League"
    assert roles["Vera Lind"] is None


def test_a_question_that_somebody_asks_once_is_the_context_of_the_answer() -> None:
    text = (
        "MR. LIND (Halden, NDP): Grocers made record profits. Why not tax them?\n\nPRIME MINISTER ROE: The bureau "
        "looks into it.\n\nMR. SAND (Karst, BQ): Rents are too high.\n\nPRIME MINISTER ROE: We build."
    )
    turns = find_turns(text, "Question time")
    contexts = [question_for(turns, i) for i in range(len(turns))]
    assert [None if span is None else text[slice(*span)] for span in contexts] == [
        None,
        "Grocers made record profits. Why not tax them?",
        "The bureau looks into it.",
        "Rents are too high.",
    ]


def test_who_greets_takes_the_floor_and_answers_nobody() -> None:
    text = (
        "SHERIFF ROE: This is not about guns. It is about men's hearts, and I told the mayor so.\n\n"
        "CHIEF LIND: Good afternoon. We lost two.\n\nMAYOR SAND: They were the best of us, all of you know it.\n\n"
        "CHIEF LIND: They were."
    )
    turns = find_turns(text, "Briefing on the shooting")
    contexts = [question_for(turns, i) for i in range(len(turns))]
    assert [None if span is None else text[slice(*span)] for span in contexts] == [
        None,
        None,
        None,
        "They were the best of us, all of you know it.",
    ]


def test_a_word_of_the_press_is_no_passage() -> None:
    said = "The quay of Karst stays closed, and nobody has told the board when it will open. You asked for news of it."
    text = (
        f"SEC. PANELA: {said}\n\nMPC: Yes.\n\nSEC. PANELA: The mill is open.\n\n"
        "JOSE MORANG/GMX7: Sir, will it stay so?\n\nSEC. PANELA: I hope it will.\n\n"
        "MARICEL HALL/TV9: Will the holiday be moved?\n\nSEC. PANELA: It stays where it is."
    )
    found = passages(text, "Press Briefing of Presidential Spokesperson Salvio Panela")
    assert [words for _, words, _ in found] == [said, "The mill is open.", "I hope it will.", "It stays where it is."]


CLOSING = """Question: And who pays for the gauges?

Envoy Ida Holm: A trust fund of four million crowns, of which half has been paid so far by the towns.

Spokesman Tom Lind: Thank you all.

Question: And when?

Envoy Ida Holm: In May, I hope, or else in the first days of June when the weirs are open.

Spokesman Tom Lind: Thank you. Good night."""


def test_a_few_words_behind_anothers_whole_answer_do_not_answer_the_question() -> None:
    found = passages(CLOSING, "Noon briefing by the Spokesman")
    contexts = {words: context for _, words, context in found}
    assert contexts["Thank you. Good night."] is None
    assert next(context for words, context in contexts.items() if words.startswith("A trust fund")) is not None
