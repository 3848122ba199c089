"""Articles by the beginnings of their titles' words, as somebody types them; and what is asked without a word."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from index import Archive, Config
from index.errors import InputError
from index.model import Question

TITLES = ("The harbour wall will be mended", "Harbour Master resigns", "Élodie Brun on walls and (brackets)", "Plums")


async def _filled(folder: Path) -> Archive:
    path = folder / "news.jsonl"
    lines = [
        {"id": str(n), "title": title, "source": f"Outlet {n % 2}", "text": f"Nothing of note was said on day {n}."}
        for n, title in enumerate(TITLES)
    ]
    path.write_text("\n".join(json.dumps(line) for line in lines))
    archive = await Archive.open(Config(home=folder / "archive"))
    await archive.ingest([path])
    return archive


async def test_every_typed_word_begins_a_word_of_the_title(tmp_path: Path) -> None:
    async with await _filled(tmp_path) as archive:

        async def found(words: str, sources: tuple[str, ...] = ()) -> set[str]:
            return {ref.id for ref in await archive.titles(words, sources=sources)}

        assert await found("harb") == {"0", "1"}
        assert await found("harb wa") == {"0"}
        assert await found("wall HARBOUR") == {"0"}
        assert await found("the harbour") == {"0", "1"}  # little words are not in the index
        assert await found("elo") == await found("Élodie w") == {"2"}
        assert await found("note") == set()  # in the text, not in the title
        assert await found("harb", ("Outlet 1",)) == {"1"}
        assert await found("harb", ("Elsewhere",)) == set()
        assert await found("(.*") == await found(" ") == await found("…") == set()
        assert await found("brackets)") == {"2"}
        assert len(await archive.titles("harb", limit=1)) == 1


@pytest.mark.parametrize("words", ["😀😀😀", "???", "the", "\u200b", "what did they say"])
async def test_what_holds_no_word_to_search_for_is_refused(tmp_path: Path, words: str) -> None:
    async with await Archive.open(Config(home=tmp_path / "archive")) as archive:
        with pytest.raises(InputError):
            await archive.ask(words)
        with pytest.raises(InputError):
            await archive.ask_new(words, 0)


async def test_what_did_she_say_is_answered_where_a_speaker_is_set(tmp_path: Path) -> None:
    async with await Archive.open(Config(home=tmp_path / "archive")) as archive:
        assert (await archive.ask(Question(text="what did she say?", speaker="Ida Ek"))).reason == "empty_archive"
        with pytest.raises(InputError):
            await archive.ask(Question(text="???", speaker="Ida Ek"))
