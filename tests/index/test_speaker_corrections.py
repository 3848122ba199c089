"""Corrections of speakers by the command line: kept in the archive, applied to every later build, undone."""

from __future__ import annotations

import json
from pathlib import Path

from index import Archive, Config
from tests.support.program import onrecord


def _names(home: Path) -> set[str]:
    return {speaker["name"] for speaker in json.loads(onrecord("speakers", "--json", "--home", home).stdout)}


def test_merge_holds_over_a_full_reindex_and_is_undone(examples_copy: Path) -> None:
    before = _names(examples_copy)
    assert {"Tomas Lindqvar", "Jorun Velde"} <= before
    done = onrecord("speakers", "merge", "Tomas Lindqvar", "Jorun Velde", "--home", examples_copy)
    assert done.returncode == 0, done.stderr
    assert "Jorun Velde is now Tomas Lindqvar" in done.stdout
    assert _names(examples_copy) == before - {"Jorun Velde"}
    assert onrecord("reindex", "--full", "--home", examples_copy).returncode == 0
    assert _names(examples_copy) == before - {"Jorun Velde"}
    assert "Jorun Velde" in onrecord("speakers", "corrections", "--home", examples_copy).stdout
    assert "0 corrections are left" in onrecord("speakers", "undo", "1", "--home", examples_copy).stdout
    assert _names(examples_copy) == before


def test_what_cannot_be_corrected_is_told(examples_home: Path) -> None:
    unknown = onrecord("speakers", "rename", "Tomas Lindquar", "T. Lindqvar", "--home", examples_home)
    assert unknown.returncode == 1
    assert "no speaker is called exactly 'Tomas Lindquar'; did you mean Tomas Lindqvar" in unknown.stderr
    assert "--article" in onrecord("speakers", "split", "Jorun Velde", "X", "--home", examples_home).stderr
    assert "there is no correction 99" in onrecord("speakers", "undo", "99", "--home", examples_home).stderr


async def test_the_file_of_people_is_read_at_every_build(examples_copy: Path, tmp_path: Path) -> None:
    file = tmp_path / "people.toml"
    file.write_text('[[person]]\nname = "Tomas Lindqvar"\naliases = ["Uncle Tom"]\nroles = ["Keeper of the silos"]\n')
    config = Config.model_validate({"home": examples_copy, "speakers": {"file": file}})
    async with Archive.open(config) as archive:
        await archive.reindex()
        for asked in ("Uncle Tom", "keeper of the silos"):
            assert (await archive.speakers(asked))[0].name == "Tomas Lindqvar", asked
        file.write_text("")
        await archive.reindex()
        assert await archive.speakers("Uncle Tom") == ()
