"""What stands beside a speaker's name in an answer."""

from __future__ import annotations

from pathlib import Path

from index import Archive, Config

_TEXT = """Transcript of the Press Briefing by the Spokesperson on Thursday, 23 February 2023

Question: Is the Minister going to Halden?

Answer: I have no announcement to make on the journey to Halden. We engage with Halden every week.

Question: On the loan from the bank?

Answer: The Finance Ministry would be best placed to answer that. We hope for good news on the loan.
"""


async def test_who_is_called_by_an_office_alone_has_it_once(tmp_path: Path) -> None:
    path = tmp_path / "briefing.txt"
    path.write_text(_TEXT, encoding="utf-8")
    async with await Archive.open(Config(home=tmp_path / "archive")) as archive:
        await archive.ingest([path])
        hit = (await archive.ask("what was said about the journey to Halden?")).hits[0]
        assert (hit.speaker, hit.role) == ("Spokesperson", None)
        (said, *_) = (await archive.timeline("Spokesperson")).entries
        assert said.statement.role is None
