"""The lines above an article that are its date, its byline or its share buttons and nothing else."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from index.language.outlets import OUTLET_WORDS
from index.reading.clean import byline, byline_outlet
from index.reading.dates import find_date, parse_date
from index.reading.outlets import is_body, is_section, name_in_head, outlet_name, sure_name
from index.reading.rules import is_button

_LABEL = re.compile(
    r"(?:(?:for )?immediate release|[a-z]+ news of"
    r"|date|dated|(?:first )?published(?: on| at)?|posted(?: on| at)?|publication date|created(?: on)?|issued(?: on)?"
    r"|(?:released|aired|broadcast|recorded|streamed)(?: on)?"
    r"|on)?\s*[:|-]?\s*",
    re.IGNORECASE,
)
_CHANGED = re.compile(
    r"(?:last )?(?:updated|modified|edited|changed|revised)(?: on| at)?\s*[:|-]?\s*"
    r"|(?:last )?update(?: on| at)?\s*[:|-]\s*",
    re.IGNORECASE,
)
_PARTS = re.compile(r"\s+[|•·]\s+|\t+| {3,}")
_OUTLET_BY = re.compile(r"(?P<outlet>[^/|]{3,40})\s+/\s+(?P<by>[Bb]y\s.+)")  # "Plains Rural / By Jane Roe"
_PLACED = re.compile(r"(?P<outlet>[^,]{3,40}), [A-Z][\w'’-]+(?: [A-Z][\w'’-]+)?")  # "Northline News, Karst"
# "Sunday Lantern staff reporter", below who wrote it
_STAFF = re.compile(
    r"(?P<outlet>(?:The )?[A-Z][\w'’]+(?: [A-Z][\w'’]+){1,3}) (?:[a-z]+ ){0,2}(?:reporter|writer|correspondent)"
)
# How it was made, beside a date: "Auto-generated transcript, lightly corrected."; "Transcript of …" is a title
_TRANSCRIPT = re.compile(
    r"(?:(?:full|edited|unedited|rush|auto(?:-generated|matic|mated)|machine|rough|verbatim|lightly) )*"
    r"transcript(?:\s*[(,;.].{0,90})?",
    re.IGNORECASE,
)
# A page's own menu, and a rule below it: "NEWS   SPORT   FARMING", "-----"
_LOUD = r"[A-Z][A-Z&’'-]*(?: [A-Z][A-Z&’'-]*)?"
_MENU = re.compile(
    rf"(?:{_LOUD}\s{{2,}}){{2,}}{_LOUD}|[-_=*~]{{5,}}|(?:[a-z]+ / ){{2,}}[a-z ]+"
    r"|(?:[A-Z][\w&’'-]*(?: [\w&’'-]+)?\s{3,}){3,}[A-Z][\w&’'-]*(?: [\w&’'-]+)?"
)
# A service's name over its transcripts of calls, and how they call themselves: "E D I T E D   V E R S I O N"
_SERVICE = re.compile(r"(?P<outlet>(?:[A-Z][\w&.-]+ ){1,5}?)(?:Event|Call|Conference Call|Earnings Call) Transcripts?")
_SPACED = re.compile(r"(?:[A-Z] ){3,}[A-Z](?:\s{2,}(?:[A-Z] ){3,}[A-Z])*")
_HOST = re.compile(r"(?:www\.)?(?:[a-z0-9-]{2,40}\.){1,3}[a-z]{2,10}")
_DAY_ALONE = re.compile(r"(?:published|posted|updated) ?: ?(?:mon|tues|wednes|thurs|fri|satur|sun)day", re.IGNORECASE)
_ADDRESS = re.compile(r"\s+\S+@\S+\.\S+")  # of mail, behind who wrote it
_FURNITURE = 3  # words of what else stands in a line that gives author and date
_ON = re.compile(r"\s+on$", re.IGNORECASE)
_NAME = re.compile(r"(?:The )?[A-Z][\w'’&-]*(?: (?:(?:of|for|the|and|&) )?[A-Z][\w'’&-]*){0,5}")
_LEFTOVER = re.compile(r"[\s|,·•*–—:()-]*")
_BOLD = re.compile(r"^(?:\*\*|__)(.+?)(?:\*\*|__)$")
_BULLET = re.compile(r"^[*•·]\s+")
_READ_TIME = re.compile(
    r"\d{1,3}\s*(?:min(?:ute)?s?)(?:\s+read)?\.?|reading time:?\s*\d+.{0,12}"
    r"|\d{1,3}\s?(?:mins?|minutes?|hrs?|hours?|h|days?|weeks?|months?) ago|[\d,]{1,9} (?:comments?|views?|shares?|reads)|\d{1,6}|https?://\S+"
    r"|(?:online|web|news|site) (?:editor|desk|staff|admin)|admin",
    re.IGNORECASE,
)
# What stands above a release: when it may be printed, and whom to call.
_RELEASE = re.compile(
    r"reporting period:.{0,60}|(?:for )?immediate release|(?:under )?embargo(?:ed)?\b.{0,60}"
    r"|(?:(?:media|press) )?(?:contacts?( information)?|office|enquir(?:y|ies)|inquir(?:y|ies)):.{0,160}",
    re.IGNORECASE,
)
_SOURCE = re.compile(r"(?:(?P<label>(?:source|from)\s*:)|by\s)\s*", re.IGNORECASE)
_ENDS_OUTLET = re.compile(r" / | {2}| and (?=The )")
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
        line = _BULLET.sub("", _BOLD.sub(r"\1", line.strip()), count=1)
        if not line or len(line) > _LONGEST:
            return False
        if (service := _SERVICE.fullmatch(line)) or _SPACED.fullmatch(line):
            self.outlet = self.outlet or (service["outlet"].strip() if service else None)
            self.removed.append(line)
            return True
        parts = [line] if _MENU.fullmatch(line) else [part for part in _PARTS.split(line) if part]
        made = len(parts) > 1
        read = [{} if made and _TRANSCRIPT.fullmatch(part) else self._read(part) for part in parts]
        read = self._with_outlet(parts, read)
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

    @staticmethod
    def _with_outlet(parts: list[str], read: list[dict[str, str] | None]) -> list[dict[str, str] | None]:
        """The one part that says nothing by itself is the outlet's name beside an author's and a date: "by Jane Roe on
        8 August 2024 | EarthTide"."""
        unread = [at for at, found in enumerate(read) if found is None]
        told = {name for found in read for name in found or {}}
        if len(unread) != 1 or "author" not in told or "outlet" in told:
            return read
        name = parts[unread[0]].strip()
        plain = "date" in told and _NAME.fullmatch(name) is not None and not is_section(name)
        plain = plain and (" " in name or not name.istitle())  # "EarthTide"; "Cyprus" is a section or a place
        rest: dict[str, str] | None = None
        if outlet_name(name) is not None and (plain or sure_name(name)):
            rest = {"outlet": name}
        elif "date" in told and len(name.split()) <= _FURNITURE:
            rest = {}
        return [rest if found is None else found for found in read]

    def take_outlet(self, line: str) -> bool:
        """Read a line below the title that is nothing but the outlet's name; False for any other.

        Where the head has other lines (a date, a byline), a name may be one that could be a heading as well.
        """
        told = _SOURCE.match(line.strip())
        host = told is not None and bool(told["label"]) and _HOST.fullmatch(line.strip()[told.end() :]) is not None
        if "title" not in self.fields and not host:
            return False
        named = line.strip()[told.end() if told else 0 :]
        beside = bool(told or self.removed)
        found = _who(named, beside=beside)
        placed = _PLACED.fullmatch(named) if found is None else None
        found = _who(placed["outlet"], beside=beside) if placed else found
        if found is None and told and told["label"]:
            found = _of_label(named)
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
        part = _ADDRESS.sub("", part)
        bare = part.strip("* ") or part.strip()
        if is_button(part) or any(form.fullmatch(bare) for form in (_READ_TIME, _RELEASE, _MENU, _DAY_ALONE)):
            return {}
        author = byline(part)
        if author is not None:
            return _person(author)
        both = _OUTLET_BY.fullmatch(part)
        if both is not None and (author := byline(both["by"])) is not None and _NAME.fullmatch(both["outlet"]):
            return _person(author) | {"outlet": both["outlet"]}
        staff = _STAFF.fullmatch(part) if "author" in self.fields else None
        if staff is not None:
            return {"outlet": staff["outlet"]}
        if "author" in self.fields and sure_name(part) is not None:
            return {"outlet": part}
        found = find_date(part)
        if found is None:
            return {"date": part} if parse_date(part) is not None and not part.isdigit() else None
        _, start, end = found
        before, after = _ON.sub("", part[:start].strip()), part[end:].strip()
        changed_on = after.lstrip(" ,;|·•–—-")
        later = _CHANGED.match(changed_on)
        if later is not None and parse_date(changed_on[later.end() :]) is not None:
            after = ""  # "Feb 13, 2025 Updated Feb 14, 2025"
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


def _of_label(named: str) -> dict[str, str] | None:
    """The outlet that "Source:" or "From:" gives, a body among them, without what follows it ("… / Karst")."""
    name = _ENDS_OUTLET.split(named)[0].strip()
    if _HOST.fullmatch(name):  # "Source: karst.example"
        return {"outlet": name.removeprefix("www.")}
    known = name.startswith("The ") or is_body(name) or not OUTLET_WORDS.isdisjoint(name.casefold().split())
    return {"outlet": name} if known and _NAME.fullmatch(name) and outlet_name(name) else None


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
