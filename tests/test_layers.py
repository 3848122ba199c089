"""The order of the rooms: who may import whom, no circle of files, no file that cannot be read at a sitting."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[1]
LONGEST = 400

# Rooms of `index`, the lowest first. A file imports from lower floors and from its own room, never upward and never
# from a neighbour on its floor.
FLOORS = (
    ("anchors", "child", "errors", "feed", "heap", "language", "pace", "sessions", "when"),
    ("model", "names"),
    (
        "config",
        "fetching",
        "blanks",
        "history",
        "incoming",
        "likeness",
        "links",
        "memory",
        "pages",
        "opening",
        "progress",
        "speakers",
        "splitting",
        "workers",
    ),
    ("settings", "reading", "attribution", "query", "storage"),
    ("dating", "embedding", "export", "telling"),
    ("indexing", "search"),
    ("correcting", "standing", "feeds", "overview", "doctor", "evaluation"),
    ("archive",),
    ("backup", "mending", "sync"),
    ("cli",),
)
FLOOR_OF = {room: floor for floor, rooms in enumerate(FLOORS) for room in rooms}


def files(*folders: str) -> list[Path]:
    return sorted(path for folder in folders for path in (ROOT / folder).rglob("*.py"))


def module_of(path: Path) -> str:
    return ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")


MODULES = {module_of(path): path for path in files("index", "bot", "web")}


@cache
def imported(path: Path) -> tuple[str, ...]:
    """Modules of this repository that a file names, wherever in it and under whatever condition."""
    return tuple(_imported(path))


def _imported(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names if alias.name in MODULES)
        elif isinstance(node, ast.ImportFrom):
            assert not node.level, f"{path}:{node.lineno}: imports are absolute"
            for alias in node.names:
                whole = f"{node.module}.{alias.name}"
                if (found := whole if whole in MODULES else node.module) in MODULES:
                    yield str(found)


def room_of(module: str) -> str:
    return module.split(".")[1]


def circles(graph: dict[str, set[str]]) -> list[list[str]]:
    """Files that lead back to themselves: what is left after every file without a way on was taken out."""
    left = {name: set(others) for name, others in graph.items()}
    while ends := {name for name, others in left.items() if not others & left.keys()}:
        left = {name: others - ends for name, others in left.items() if name not in ends}
    return [[name, *sorted(others & left.keys())] for name, others in sorted(left.items())]


def test_every_room_of_the_library_has_a_floor() -> None:
    rooms = {room_of(name) for name in MODULES if name.startswith("index.")}
    assert rooms == set(FLOOR_OF)


def below(other: str, name: str) -> bool:
    """Whether a file of `index` may import another one: of its own room, or of a lower floor."""
    if other == "index" or not other.startswith("index."):
        return False
    return room_of(other) == room_of(name) or FLOOR_OF[room_of(other)] < FLOOR_OF[room_of(name)]


def test_no_import_runs_upward() -> None:
    library = {name: path for name, path in MODULES.items() if name.startswith("index.")}
    pairs = [(name, other) for name, path in library.items() for other in imported(path)]
    assert not [pair for pair in pairs if not below(pair[1], pair[0])]


def test_faces_know_the_library_and_not_each_other() -> None:
    faces = {name: path for name, path in MODULES.items() if not name.startswith("index.")}
    pairs = [(name, other) for name, path in faces.items() for other in imported(path)]
    assert not [(a, b) for a, b in pairs if not b.startswith("index") and b.split(".")[0] != a.split(".")[0]]


def test_only_the_module_of_a_face_s_verbs_knows_the_command_line_and_of_it_what_is_offered() -> None:
    faces = {name: path for name, path in MODULES.items() if not name.startswith("index")}
    used = {(name, other) for name, path in faces.items() for other in imported(path)}
    used = {(name, other) for name, other in used if other == "index.cli" or other.startswith("index.cli.")}
    assert used == {("bot.command", "index.cli.plugin"), ("web.command", "index.cli.plugin")}


def test_no_circle_of_files() -> None:
    graph = {name: set(imported(path)) - {name} for name, path in MODULES.items() if name != "index"}
    assert not circles(graph), circles(graph)
    assert circles({"a": {"b"}, "b": {"c"}, "c": {"a"}, "d": {"a"}, "e": set()})  # the walk finds one


# Tables of what is ours, or of files, and no English.
OURS = {"index.incoming.SUFFIXES", "index.query.foreign._SURE", "index.query.people.LEAST"}
# How people are measured must not move with the lists of what is measured.
APART = ("language", "reading", "evaluation", "cli", "storage", "telling", "export")


def lists_of_words(tree: ast.Module) -> Iterator[str]:
    """The names of sets and tables at the head of a module that hold three English words or more."""
    for node in (one for one in tree.body if isinstance(one, ast.Assign | ast.AnnAssign)):
        value = node.value
        called = isinstance(value, ast.Call) and ast.unparse(value.func) in {"frozenset", "set", "words"}
        keys = value.keys if isinstance(value, ast.Dict) else [value] if called or isinstance(value, ast.Set) else []
        texts = [one.value for key in keys if key for one in ast.walk(key) if isinstance(one, ast.Constant)]
        if sum(len(re.findall(r"\b[a-z]+\b", text)) for text in texts if isinstance(text, str)) >= 3:
            yield ast.unparse(node.targets[0] if isinstance(node, ast.Assign) else node.target)


def test_every_list_of_english_words_stands_in_the_room_of_language() -> None:
    paths = {name: path for name, path in MODULES.items() if name.startswith("index.") and room_of(name) not in APART}
    found = {
        f"{name}.{listed}"
        for name, path in paths.items()
        for listed in lists_of_words(ast.parse(path.read_text(encoding="utf-8")))
    }
    assert found == OURS
    code = 'A = frozenset("in on at".split())\nB = {"of": 1, "to": 2, "by": 3}\nC = frozenset(("x", "y"))'
    assert list(lists_of_words(ast.parse(code))) == ["A", "B"]


def undocumented(tree: ast.AST, within: str = "") -> Iterator[str]:
    """Public functions, methods and classes without a docstring; a slash command's description is one."""
    for node in ast.iter_child_nodes(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            told = [ast.unparse(one) for one in node.decorator_list]
            described = any("description=" in one or "context_menu" in one or "help=" in one for one in told)
            if not node.name.startswith("_") and not ast.get_docstring(node) and not described:
                yield within + node.name
            if isinstance(node, ast.ClassDef) and not node.name.startswith("_"):
                yield from undocumented(node, f"{node.name}.")


def test_every_public_function_says_what_it_does() -> None:
    trees = {name: ast.parse(path.read_text(encoding="utf-8")) for name, path in MODULES.items()}
    assert not [f"{name}: {one}" for name, tree in trees.items() for one in undocumented(tree)]
    assert not [name for name, tree in trees.items() if not ast.get_docstring(tree)]
    assert list(undocumented(ast.parse("def f(): ..."))) == ["f"]


def test_no_file_is_too_long() -> None:
    lengths = {
        str(path.relative_to(ROOT)): len(path.read_text(encoding="utf-8").splitlines())
        for path in files("index", "bot", "web", "training", "benchmarks")
    }
    assert not {name: n for name, n in lengths.items() if n > LONGEST}
