"""Paragraphs of a page that say the same twice: labels of speakers, short answers."""

from __future__ import annotations

import pytest

from index.model import Article
from index.reading import ReadOptions, read_bytes

TURNS = [
    ("MINISTER", "Good morning. The quay of Karst closes on Monday for nine months, and the ferries go to Tarn."),
    ("JOURNALIST", "Will the fares stay as they are?"),
    ("MINISTER", "Yes."),
    ("JOURNALIST", "And the night boat, will it sail while the quay is closed?"),
    ("MINISTER", "Yes."),
]


@pytest.mark.parametrize("label", ["<p><strong>{}: </strong></p><p>{}</p>", "<p>{}:</p>\n<p>{}</p>"])
@pytest.mark.parametrize("frame", ["{}", "<article>{}</article>", "<div class='body'><div>{}</div></div>"])
def test_every_label_and_every_yes_stays(label: str, frame: str) -> None:
    story = "".join(label.format(*turn) for turn in TURNS)
    page = f"<html><head><title>Doorstop</title></head><body><h1>Doorstop</h1>{frame.format(story)}</body></html>"
    (article,) = [one for one in read_bytes("a.html", page.encode(), ReadOptions()) if isinstance(one, Article)]
    lines = [line for line in article.text.split("\n") if line]
    assert lines == [line for name, said in TURNS for line in (f"{name}:", said)]
