"""Texts that try a pattern's patience: something that it matches, with a part of it repeated hundreds of times."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator, Sequence
from re import _constants as op  # pyright: ignore[reportAttributeAccessIssue]
from re import _parser as parser  # pyright: ignore[reportAttributeAccessIssue]
from typing import Any

_CLASSES = {op.CATEGORY_WORD: "aB1", op.CATEGORY_DIGIT: "12", op.CATEGORY_SPACE: " "}
_OTHERS = 'aAbz B.,“"1 -é'
_MORE = (0, 1, 3)  # times more than it must that a part stands
_PARTS = (1, 1, 2, 3, 5, 8, 13)  # characters that are repeated
_ENDS = ("\n", "!", "\x00", "")


def pumped(pattern: re.Pattern[str], length: int, count: int, seed: int) -> Iterator[str]:
    """`count` texts of about `length` characters for a pattern."""
    chance = random.Random(seed)
    tree = parser.parse(pattern.pattern, pattern.flags)
    for _ in range(count):
        text = _Sample(chance).of(tree)[:400] or "a"
        start = chance.randrange(len(text))
        end = min(len(text), start + chance.choice((*_PARTS, len(text))))
        part = text[start:end]
        yield text[:start] + part * max(1, length // len(part)) + chance.choice((text[end:], *_ENDS))


class _Sample:
    """One text that a parsed pattern matches, but for what it looks at before and behind."""

    def __init__(self, chance: random.Random) -> None:
        self._chance = chance
        self._groups: dict[int, str] = {}

    def of(self, tree: Any) -> str:
        """The text of a sequence."""
        return "".join(self._one(kind, value) for kind, value in tree)

    def _one(self, kind: Any, value: Any) -> str:
        if kind is op.LITERAL:
            return chr(value)
        if kind in (op.NOT_LITERAL, op.ANY):
            return self._chance.choice([one for one in _OTHERS if value is None or ord(one) != value])
        if kind is op.IN:
            return self._of_class(value)
        if kind is op.BRANCH:
            return self.of(self._chance.choice(value[1]))
        if kind is op.SUBPATTERN:
            found = self.of(value[-1])
            if value[0] is not None:
                self._groups[value[0]] = found
            return found
        if kind in (op.MAX_REPEAT, op.MIN_REPEAT, op.POSSESSIVE_REPEAT):
            least, most, inner = value
            times = least + self._chance.choice(_MORE)
            return "".join(self.of(inner) for _ in range(times if most is op.MAXREPEAT else min(times, most)))
        if kind is op.GROUPREF:
            return self._groups.get(value, "")
        return self.of(value) if kind is op.ATOMIC_GROUP else ""

    def _of_class(self, items: Sequence[tuple[Any, Any]]) -> str:
        found: list[str] = []
        for kind, value in items:
            if kind is op.LITERAL:
                found.append(chr(value))
            elif kind is op.RANGE:
                found.append(chr(self._chance.randint(*value)))
            elif kind is op.CATEGORY:
                found.append(_CLASSES.get(value, "a"))
        if items[0][0] is op.NEGATE:
            return self._chance.choice([one for one in _OTHERS if one not in "".join(found)] or ["x"])
        return self._chance.choice(self._chance.choice(found)) if found else "a"
