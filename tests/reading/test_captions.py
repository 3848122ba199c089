"""Captions and transcripts copied from players: sentences, who speaks, and when."""
# ruff: noqa: E501 - cues have long lines

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from index import Archive, Config
from index.anchors import anchor_at
from index.attribution.readers import turns_of
from index.model import Article
from index.reading import read
from tests.support.documents import one


class TestCaptions:
    VTT = """WEBVTT
NOTE title: Harbour briefing
NOTE date: 2022-04-05

1
00:00:01.000 --> 00:00:04.000
<v Ilse Brandt-Okoye>We cannot wait for another winter

2
00:00:04.000 --> 00:00:06.000
<v Ilse Brandt-Okoye>to break the wall.

00:01:05.500 --> 00:01:07.000
<v Nia Rowe>And the &amp; ferries?
"""

    def test_webvtt_gives_sentences_speakers_and_times(self) -> None:
        article = one("a.vtt", self.VTT)
        assert article.text == (
            "Ilse Brandt-Okoye: We cannot wait for another winter to break the wall.\n\nNia Rowe: And the & ferries?"
        )
        assert (article.title, article.date) == ("Harbour briefing", dt.date(2022, 4, 5))
        assert anchor_at(article.anchors, article.text.index("to break")) == "00:00:04"
        assert anchor_at(article.anchors, article.text.index("ferries")) == "00:01:05"

    @pytest.mark.parametrize("above", ["English subtitles for the clip\n\n", "Harbour briefing\nKarst, 5 April\n\n"])
    def test_lines_above_the_first_caption_are_no_part_of_it(self, above: str) -> None:
        srt = "1\n00:00:10,243 --> 00:00:11,683\nMr. Fairley: After last\nnight's tide,\n\n"
        srt += "2\n00:00:11,684 --> 00:00:14,218\nwe are slow.\n"
        assert one("2022-04-05.srt", above + srt).text == "Mr. Fairley: After last night's tide, we are slow."
        assert one("a.vtt", above + self.VTT).text == one("a.vtt", self.VTT).text

    def test_srt_with_rolling_lines_and_changes_of_speaker(self) -> None:
        srt = (
            "1\n00:00:01,000 --> 00:00:02,000\n>> We cannot wait\n\n2\n00:00:02,000 --> 00:00:03,000\n>> We cannot wait\n"
            "for the tide.\n\n3\n00:00:03,000 --> 00:00:04,000\n<i>- Why not?</i>\n"
        )
        assert one("2022-04-05.srt", srt).text == "We cannot wait for the tide.\n\nWhy not?"

    def test_arrows_stay_where_some_have_names_behind_them(self) -> None:
        cues = [">> MINA KOLT: GOOD DAY, AND", "WELCOME TO HALDEN.\n>> THANK YOU.", ">> MAYOR DORN: IT OPENS\nIN MAY."]
        srt = "".join(f"{n}\n00:00:0{n},000 --> 00:00:0{n},900\n{words}\n\n" for n, words in enumerate(cues, 1))
        article = one("2022-04-05.srt", srt)
        assert article.text.split("\n\n") == [
            ">> MINA KOLT: GOOD DAY, AND WELCOME TO HALDEN.",
            ">> THANK YOU.",
            ">> MAYOR DORN: IT OPENS IN MAY.",
        ]
        assert anchor_at(article.anchors, article.text.index("THANK")) == "00:00:02"
        assert [turn.speaker for turn in turns_of(article)] == ["Mina Kolt", None, "Dorn"]

    def test_voices_in_brackets_begin_a_paragraph(self) -> None:
        cues = ["[SPEAKER_02]: The quay is", "[SPEAKER_02]: closed.", "[SPEAKER_00]: Why?", "(The crowd): laughs"]
        srt = "".join(f"{n}\n00:00:0{n},000 --> 00:00:0{n},900\n{words}\n\n" for n, words in enumerate(cues, 1))
        assert one("2022-04-05.srt", srt).text.split("\n\n") == [
            "[SPEAKER_02]: The quay is closed.",
            "[SPEAKER_00]: Why? (The crowd): laughs",
        ]

    @pytest.mark.parametrize("form", ["{0}{1}", "{0} {1}", "{0}.4 | {1} |", "[{0}] {1}", "{0}\n{1}"])
    def test_a_transcript_copied_from_a_player_is_read_as_captions_are(self, form: str) -> None:
        words = ["Good evening.", "The quay is closed", "until the spring.", "We are sorry."] * 3
        lines = [form.format(f"0:{10 + n}", said) for n, said in enumerate(words)]
        article = one("2022-04-05-quay.txt", "The mayor on the quay\n\nTranscript\n" + "\n".join(lines) + "\n")
        assert article.text.endswith(" ".join(words))
        assert "0:1" not in article.text
        assert anchor_at(article.anchors, article.text.index("until the spring")) == "00:00:12"

    def test_arrows_begin_a_paragraph_among_lines_with_a_time(self) -> None:
        words = [
            "we are open",
            "until the spring",
            ">> and then",
            "mayor?",
            ">> then we paint",
            "the quay",
            "again",
            ".",
        ]
        lines = "\n".join(f"0:{10 + n}\n{said}" for n, said in enumerate(words))
        article = one("2022-04-05-quay.txt", f"The mayor on the quay\n\n{lines}\n")
        assert article.text.split("\n\n")[-3:] == [
            "we are open until the spring",
            ">> and then mayor?",
            ">> then we paint the quay again .",
        ]

    def test_captions_with_a_span_of_time_before_every_line_are_read_as_others_are(self) -> None:
        words = ["Good evening.", "The quay is closed", "until the spring.", "We are sorry."] * 3
        lines = [f":00:{10 + 2 * n}. > :00:{12 + 2 * n}.{said}" for n, said in enumerate(words)]
        lines[9] = ":00:30. > :00:59.The weir is open."  # what was said before it is left out
        article = one("2022-04-05-quay.txt", "The mayor on the quay\n\nTranscript\n\n" + "\n\n".join(lines) + "\n")
        assert article.text.endswith("We are sorry. Good evening.\n\nThe weir is open. until the spring. We are sorry.")
        assert anchor_at(article.anchors, article.text.index("until the spring")) == "00:00:14"

    def test_times_before_names_and_of_a_day_are_no_such_transcript(self) -> None:
        named = "\n".join(f"[00:00:{n}] Jane Roe: It will open." for n in range(10, 30))
        assert one("2022-04-05.txt", named).text.startswith("[00:00:10] Jane Roe")
        day = "\n".join(f"{n}:05 pm The ferry leaves." for n in range(1, 12))
        assert one("2022-04-05.txt", day).text.startswith("1:05 pm")

    def test_a_label_begins_a_paragraph_so_that_nobody_gets_the_words_of_another(self) -> None:
        cues = [
            "ANCHOR: Is the water safe?",
            "Good evening.",
            "COLM HARTOG: I asked",
            "Tidewell: it said no.",
            "Ann Bell: No.",
        ]
        srt = "".join(f"{n}\n00:00:0{n},000 --> 00:00:0{n},900\n{words}\n\n" for n, words in enumerate(cues, 1))
        assert one("2022-04-05.srt", srt).text.split("\n\n") == [
            "ANCHOR: Is the water safe? Good evening.",
            "COLM HARTOG: I asked",
            "Tidewell: it said no.",
            "Ann Bell: No.",
        ]


async def test_a_hit_tells_the_time_at_which_it_was_said(tmp_path: Path) -> None:
    (tmp_path / "briefing.vtt").write_text(TestCaptions.VTT)
    async with await Archive.open(Config(home=tmp_path / "a")) as archive:
        await archive.ingest([tmp_path / "briefing.vtt"])
        answer = await archive.ask("what about the ferries?")
        (source,) = [x for x in read([tmp_path / "briefing.vtt"]) if isinstance(x, Article)]
        places = [(hit.place, anchor_at(source.anchors, hit.quote_start or 0)) for hit in answer.hits]
        assert places and all(shown == told is not None for shown, told in places)


def test_a_name_before_every_cue_is_told_once(tmp_path: Path) -> None:
    cues = (
        ("00:00:01.000", "Jane Rowan: Good morning, and welcome."),
        ("00:00:10.000", "Peter Lind: Thank you. The bridge opens in June,"),
        ("00:00:12.000", "Peter Lind: and it will be free."),
        ("00:00:15.000", "Jane Rowan: Will lorries pay?"),
    )
    text = "\n\n".join(f"{clock} --> {clock[:-3]}900\n{words}" for clock, words in cues)
    path = tmp_path / "meeting.vtt"
    path.write_text(f"WEBVTT\n\n{text}\n", encoding="utf-8")
    (article,) = [one for one in read([path]) if isinstance(one, Article)]
    assert article.text == (
        "Jane Rowan: Good morning, and welcome.\n\nPeter Lind: Thank you. The bridge opens in June, and it will be free.\n\n"
        "Jane Rowan: Will lorries pay?"
    )
