"""Which stretches of which articles a generation does not show: words of people whose statements were removed."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

from index.blanks import merged
from index.errors import ArchiveError
from index.model import Span

People = Mapping[int, Mapping[str, tuple[Span, ...]]]  # by revision and by whose words they are
Masks = Mapping[int, tuple[Span, ...]]  # by revision
_FILE = "masks.json"


def spans_of(people: People) -> Masks:
    """Whose words they are left aside."""
    return {row: merged(span for some in named.values() for span in some) for row, named in people.items()}


def write_masks(folder: Path, people: People) -> None:
    """Keep them in a generation that is being built; none is no file."""
    if people:
        (folder / _FILE).write_text(json.dumps({str(row): named for row, named in people.items()}), encoding="utf-8")


def read_masks(folder: Path) -> People:
    """Those of a generation. Raises ArchiveError: without them what was removed would be shown."""
    path = folder / _FILE
    if not path.exists():
        return {}
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
        return {
            int(row): {name: tuple((int(start), int(end)) for start, end in spans) for name, spans in named.items()}
            for row, named in found.items()
        }
    except (OSError, ValueError, AttributeError, TypeError) as error:
        raise ArchiveError(f"{path}: the generation is damaged ({error}); run `onrecord reindex`") from error
