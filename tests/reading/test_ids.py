"""What makes the id of an article, and which source is believed."""

from __future__ import annotations

import json
from pathlib import Path

from index.reading import ReadOptions, read
from tests.reading.test_formats import PAGE, STORY, articles, one


class TestIdsAndSources:
    def test_the_same_article_again_has_the_same_id(self) -> None:
        assert one("a.txt", PAGE).id == one("b.txt", PAGE.replace("\n", "\r\n")).id

    def test_source_date_and_content_make_the_id(self) -> None:
        ids = {
            one("a.txt", page).id
            for page in (
                PAGE,
                PAGE.replace("Ferries", "Boats"),
                PAGE.replace("03-15", "03-16"),
                PAGE.replace("Halden Courier", "Karst Courier"),
            )
        }
        assert len(ids) == 4
        assert one("a.txt", PAGE).id.startswith("the-halden-courier-2022-03-15-")

    def test_the_source_that_is_known_best_wins(self, tmp_path: Path) -> None:
        (tmp_path / "onrecord.toml").write_text('source = "Folder"\n')
        (tmp_path / "a.jsonl").write_text(
            json.dumps({"text": STORY, "source": "Own"}) + "\n" + json.dumps({"text": "Other."})
        )
        (tmp_path / "b.txt").write_text(PAGE)

        def sources(options: ReadOptions) -> list[str | None]:
            return [article.source for article in articles(read([tmp_path], options=options))]

        assert sources(ReadOptions(default_source="Default")) == ["Own", "Folder", "Folder"]
        assert sources(ReadOptions(source="Given", default_source="Default")) == ["Given", "Given", "Given"]
        (tmp_path / "onrecord.toml").unlink()
        assert sources(ReadOptions(default_source="Default")) == ["Own", "Default", "The Halden Courier"]
