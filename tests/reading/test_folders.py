from __future__ import annotations

import os
from pathlib import Path

import pytest

from index.model import Article, Problem
from index.reading import ReadOptions, read


def put(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def texts(path: Path) -> list[str]:
    return [item.text for item in read([path]) if isinstance(item, Article)]


def test_a_folder_is_read_in_order_without_hidden_and_unknown_files(tmp_path: Path) -> None:
    for name in ("b.txt", "a.txt", "sub/d.md", "sub/.git/x.txt", ".hidden.txt", "picture.png", "sub/UPPER.TXT"):
        put(tmp_path / name, f"The text of {name} ends here.")
    assert texts(tmp_path) == [
        f"The text of {name} ends here." for name in ("a.txt", "b.txt", "sub/UPPER.TXT", "sub/d.md")
    ]
    told = [item for item in read([tmp_path]) if isinstance(item, Problem) and "date" not in str(item)]
    assert [Path(item.path).name for item in told] == ["picture.png"]


def test_links_in_a_circle_end(tmp_path: Path) -> None:
    put(tmp_path / "sub/a.txt", "Only one time.")
    (tmp_path / "sub/back").symlink_to(tmp_path, target_is_directory=True)
    (tmp_path / "broken.txt").symlink_to(tmp_path / "nowhere.txt")
    assert texts(tmp_path) == ["Only one time."]


def test_a_pipe_in_a_folder_is_passed_over(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    put(tmp_path / "a.txt", "A text.")
    assert texts(tmp_path) == ["A text."]


def test_missing_paths_and_unknown_types_that_are_named_are_told(tmp_path: Path) -> None:
    picture = put(tmp_path / "picture.png", "x")
    good = put(tmp_path / "2022-03-15.txt", "Still read.")
    found = list(read([tmp_path / "none", picture, good]))
    assert [type(item) for item in found] == [Problem, Problem, Article]
    assert "does not exist" in str(found[0])
    assert "picture" in str(found[1])


def test_reading_is_lazy(tmp_path: Path) -> None:
    first = put(tmp_path / "2022-01-01-a.txt", "The first text.")
    second = put(tmp_path / "2022-01-02-b.txt", "The second text.")
    reading = read([first, second])
    assert isinstance(next(reading), Article)
    second.unlink()
    assert isinstance(next(reading), Problem)


def test_a_file_over_the_limit_is_told_and_not_read(tmp_path: Path) -> None:
    big = put(tmp_path / "a.jsonl", '{"text": "' + "x" * 1_000_001 + '"}')
    (problem,) = read([big], options=ReadOptions(max_file_mb=1))
    assert isinstance(problem, Problem)
    assert "max_file_mb" in problem.message


def test_settings_are_inherited_and_overridden(tmp_path: Path) -> None:
    put(
        tmp_path / "onrecord.toml",
        'source = "Top"\nlanguage = "en"\nurl_base = "https://top.example/"\nignore = ["draft-*"]\n',
    )
    put(tmp_path / "sub/onrecord.toml", 'source = "Sub"\n')
    put(tmp_path / "2022-01-01.md", "---\nurl: page/1\n---\nOne text.")
    put(tmp_path / "sub/2022-01-02.txt", "Two texts.")
    put(tmp_path / "sub/draft-2022-01-03.txt", "Not yet.")
    found = list(read([tmp_path]))
    assert [(item.source, item.language, item.url) for item in found if isinstance(item, Article)] == [
        ("Top", "en", "https://top.example/page/1"),
        ("Sub", "en", None),
    ]
    assert len(found) == 2
    (alone,) = read([tmp_path / "sub/2022-01-02.txt"])
    assert isinstance(alone, Article)
    assert (alone.source, alone.language) == ("Sub", "en")


@pytest.mark.parametrize("settings", ['sourse = "X"', "source = 5", "source = ", 'url_base = "ftp://x"'])
def test_wrong_settings_are_told_once_and_the_articles_read(tmp_path: Path, settings: str) -> None:
    put(tmp_path / "onrecord.toml", settings)
    file = put(tmp_path / "2022-01-01.txt", "One text.")
    for paths in ([tmp_path], [file, file]):
        found = list(read(paths))
        told = [item for item in found if isinstance(item, Problem)]
        assert len(told) == 1
        assert told[0].path.endswith("onrecord.toml")
        assert not told[0].fatal
        assert len(found) == 1 + len(paths)


def test_origin_is_the_file_of_a_single_article_without_an_id(tmp_path: Path) -> None:
    put(tmp_path / "a.txt", "First state of the text.")
    put(tmp_path / "b.jsonl", '{"text": "In a file of many."}')
    put(tmp_path / "c.json", '{"text": "Alone in a file."}')
    put(tmp_path / "d.md", "---\nid: mine\n---\nA text with an id.")
    origins = [item.origin for item in read([tmp_path]) if isinstance(item, Article)]
    assert origins == [str(tmp_path / "a.txt"), None, str(tmp_path / "c.json"), None]


def test_an_unreadable_file_is_told(tmp_path: Path) -> None:
    if os.geteuid() == 0:
        pytest.skip("root may read every file")
    file = put(tmp_path / "a.txt", "Secret.")
    file.chmod(0)
    (problem,) = read([tmp_path])
    assert isinstance(problem, Problem)
    assert "permissions" in problem.message
