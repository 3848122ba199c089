"""Of hits that are in the words of whom a question names: their order, and whether they tell the time that it names."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from index.embedding.models import Models
from index.embedding.texts import passage_text
from index.model import Hit, Query
from index.search.abstain import Evidence
from index.search.dated import in_text
from index.search.present import Draft
from index.search.theirs import HEAD

_READ_AGAIN = 6  # passages of whom is named that are read once more, without the name


async def without_name(
    models: Models, query: Query, evidence: Evidence | None, hits: Sequence[Hit], theirs: int, drafts: Sequence[Draft]
) -> tuple[tuple[Hit, ...], Evidence | None]:
    """The first hits, which are of whom is named, by how well each answers what is asked of them where several people
    may be meant, and the evidence of the best: that a passage holds the name says nothing of that."""
    if evidence is None or evidence.logit is None or not theirs:
        return tuple(hits), evidence
    about = query.about or query.topic
    first = hits[: min(theirs, _READ_AGAIN)]
    first = first if len({hit.speaker for hit in first}) > 1 else first[:1]  # one person: they stand in order
    ranked = [next(draft.ranked for draft in drafts if draft.holds(hit)) for hit in first]
    read = await models.read([(about, passage_text(one.article, one.passage)) for one in ranked])
    order = sorted(range(len(first)), key=lambda k: -float(read[k]))
    moved = [first[k] for k in order] + list(hits[len(first) :])
    again = tuple(replace(hit, rank=rank) for rank, hit in enumerate(moved, start=1))
    return again, evidence.reread(float(read[order[0]]))


def tells_time(times: Sequence[str], hit: Hit, drafts: Sequence[Draft]) -> bool:
    """Whether a hit tells a time in its passage, its title, or, without a date, in the head of its article."""
    text = next(draft.ranked.article.text for draft in drafts if draft.holds(hit))
    head = text[:HEAD] if hit.article.date is None else ""
    return in_text(times, f"{hit.article.title or ''}\n{hit.text}\n{head}")
