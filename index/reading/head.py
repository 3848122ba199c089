"""The lines above an article that are its date, its byline or its share buttons and nothing else."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from index.reading.clean import byline, byline_outlet
from index.reading.dates import find_date, parse_date
from index.reading.outlets import name_in_head, sure_name
from index.reading.rules import is_button

_LABEL = re.compile(
    r"(?:(?:for )?immediate release"
    r"|date|dated|(?:first )?published(?: on| at)?|posted(?: on| at)?|publication date|created(?: on)?|issued(?: on)?"
    r"|on)?\s*[:|-]?\s*",
    re.IGNORECASE,
)
_CHANGED = re.compile(
    r"(?:last )?(?:updated|modified|edited|changed|revised)(?: on| at)?\s*[:|-]?\s*|(?:last )?update\s*[:|-]\s*",
    re.IGNORECASE,
)
_PARTS = re.compile(r"\s+[|•·]\s+|\t+")
_LEFTOVER = re.compile(r"[\s|,·•*–—:()-]*")
_BULLET = re.compile(r"[*•·]\s+")
_READ_TIME = re.compile(r"\d{1,3}\s*(?:min(?:ute)?s?)(?:\s+read)?\.?|reading time:?\s*\d+.{0,12}", re.IGNORECASE)
# What stands above a release: when it may be printed, and whom to call.
_RELEASE = re.compile(
    r"(?:for )?immediate release|(?:under )?embargo(?:ed)?\b.{0,60}"
    r"|(?:(?:media|press) )?contacts?( information)?:.{0,160}",
    re.IGNORECASE,
)
_SOURCE = re.compile(r"(?:source\s*:|by\s)\s*", re.IGNORECASE)
_LONGEST = 200


@dataclass(slots=True)
class Head:
    """What the head's lines say. `fields` and `evidence` as in a draft; what is there already is not overwritten."""

    fields: dict[str, object] = field(default_factory=dict[str, object])
    evidence: dict[str, str] = field(default_factory=dict[str, str])
    removed: list[str] = field(default_factory=list[str])
    outlet: str | None = None

    @classmethod
    def of(cls, read: tuple[Mapping[str, object], Mapping[str, str]]) -> Head:
        """A head that starts with the fields of front matter."""
        return cls(fields=dict(read[0]), evidence=dict(read[1]))

    def take(self, line: str) -> bool:
        """Read a line that is nothing but a date, a byline, buttons or several of them; False for any other."""
        line = _BULLET.sub("", line.strip(), count=1)
        if not line or len(line) > _LONGEST:
            return False
        parts = [part for part in _PARTS.split(line) if part]
        read = [self._read(part) for part in parts]
        if any(found is None for found in read):
            whole = self._read(line)
            if whole is None:
                return False
            read = [whole]
        for found in read:
            for name, value in (found or {}).items():
                self._keep(name, value)
        self.removed.append(line)
        return True

    def take_outlet(self, line: str) -> bool:
        """Read a line below the title that is nothing but the outlet's name; False for any other.

        Where the head has other lines (a date, a byline), a name may be one that could be a heading as well.
        """
        if "title" not in self.fields:
            return False
        told = _SOURCE.match(line.strip())
        found = _who(line.strip()[told.end() if told else 0 :], beside=bool(told or self.removed))
        if found is None or "outlet" not in found:
            return False
        for name, value in found.items():
            self._keep(name, value)
        self.removed.append(line.strip())
        return True

    def settle(self) -> None:
        """A page that tells only when it was updated was published no later: that is its date."""
        if "date" not in self.fields and "modified" in self.fields:
            self.fields["date"] = self.fields.pop("modified")
            self.evidence["date"] = self.evidence.pop("modified", "a line of its head")

    def _keep(self, name: str, value: str) -> None:
        if name == "outlet":
            self.outlet = self.outlet or value
        elif name not in self.fields:
            self.fields[name] = value
            self.evidence[name] = "a line of its head"

    def _read(self, part: str) -> dict[str, str] | None:
        """What a part of a line says; {} for buttons; None for a part that is of the text."""
        if is_button(part) or _READ_TIME.fullmatch(part) or _RELEASE.fullmatch(part):
            return {}
        author = byline(part)
        if author is not None:
            return _person(author)
        if "author" in self.fields and sure_name(part) is not None:
            return {"outlet": part}
        found = find_date(part)
        if found is None:
            return {"date": part} if parse_date(part) is not None and not part.isdigit() else None
        _, start, end = found
        before, after = part[:start].strip(), part[end:].strip()
        changed = bool(_CHANGED.fullmatch(before + " "))
        label = _CHANGED.sub("", before + " ", count=1) if changed else _LABEL.sub("", before, count=1)
        said = {"modified" if changed else "date": part[start:end]}
        for side in (label, after):
            if _LEFTOVER.fullmatch(side) or is_button(side.strip(" |,·•–—-")):
                continue
            found = _who(side.strip(" |,·•–—-()"), beside="title" in self.fields)
            if found is None:
                return None
            said |= found
        return said


def _who(named: str, *, beside: bool) -> dict[str, str] | None:
    """Whom the words beside a date name: an author, an outlet, both ("Jane Roe, Karst Courier"), or nobody.

    `beside` as in `name_in_head`: above a title such a line may be the heading itself ("Meet the Nation - 3 March").
    """
    author = byline(named)
    if author is not None:
        return _person(author)
    outlet = name_in_head(named, beside=beside)
    if outlet is not None:
        return {"outlet": outlet}
    person, _, rest = named.partition(", ")
    written = name_in_head(rest, beside=beside) if byline(f"by {person}") else None
    return {"author": person, "outlet": written} if written else None


def _person(author: str) -> dict[str, str]:
    person, outlet = byline_outlet(author)
    if outlet is None and (whole := name_in_head(person, beside=True)) is not None:
        return {"outlet": whole}
    return {"author": person, "outlet": outlet} if outlet else {"author": person}
