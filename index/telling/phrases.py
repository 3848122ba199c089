"""The interpretation and the reasons for a no in plain English; Discord has its catalogues."""

from __future__ import annotations

import datetime as dt

from index.language.following import ORDERS
from index.model import Answer, Holder, Query
from index.query.refuse import MOST_WORDS
from index.when import SaidOn


def interpretation_words(query: Query) -> str:
    """What was understood, as "Jens Stoltenberg · Georgia · 1 to 30 April 2022"."""
    order = ORDERS[query.order] if query.order else ""
    parts = [people_words(query), query.topic, " and ".join(query.sources), window_words(query), order]
    return " · ".join(part for part in parts if part)


def people_words(query: Query) -> str:
    """Whose words are asked for: the speakers, or the office that they hold ("any senator")."""
    return f"any {query.office}" if query.office else " and ".join(query.speakers)


def note_sentences(query: Query) -> list[str]:
    """What is said beside the answer, one line each."""
    lines = [f"{holder.title}: {holder.name}{_held(holder)}." for holder in query.holders]
    if "language" in query.notes:
        who = f"what is shown was said by {people_words(query)}" if query.speakers else "name a speaker in it"
        lines.append(f"Questions are understood in English; {who}.")
    if "beyond" in query.notes:
        lines.append(
            "The archive holds what was said: why, whether it is so and how it compares is left to the reader."
        )
    if "surname" in query.notes:
        lines.append(f"No given name is on record for {people_words(query)}.")
    if "shortened" in query.notes:
        lines.append(f"The question was cut after {MOST_WORDS} words.")
    return lines


def counted_sentence(answer: Answer) -> str:
    """How many passages there are, where "how often" was asked; empty otherwise."""
    if answer.counted is None or not answer.answered:
        return ""
    one = answer.counted == 1
    return f"{answer.counted} passage{' speaks' if one else 's speak'} of it among those that were read."


def _held(holder: Holder) -> str:
    if holder.first is None or holder.last is None:
        return ""
    days = _day(holder.first) if holder.first == holder.last else f"{_day(holder.first)} to {_day(holder.last)}"
    return f", in articles of {days}"


def window_words(query: Query) -> str:
    """The time in words, of publication or as the question has it, and of saying; empty where there is none."""
    said = _between(query.said.since, query.said.until)
    return " · ".join(words for words in (_between(query.since, query.until), f"said {said}" if said else "") if words)


def _between(since: dt.date | None, until: dt.date | None) -> str:
    if since is not None and until is not None:
        return _day(since) if since == until else f"{_day(since)} to {_day(until)}"
    if since is not None:
        return f"since {_day(since)}"
    return f"until {_day(until)}" if until is not None else ""


def said_words(said: SaidOn | None, published: dt.date | None) -> str:
    """When a statement was said, where that is not the day of its publication: "said on 4 April 2022"."""
    if said is None or not said.differs(published):
        return ""
    if said.since == said.until:
        return f"said on {_day(said.since)}"
    return f"said {_day(said.since)} to {_day(said.until)}"


def decline_sentence(answer: Answer) -> str:
    """Why the archive does not answer, in one sentence."""
    query = answer.query
    who = people_words(query)
    on = f" on {query.topic}" if query.topic else ""
    when = f" ({window_words(query)})" if window_words(query) else ""
    where = f" in {' and '.join(query.sources)}" if query.sources else ""
    if "language" in query.notes and answer.reason in {"speaker_silent", "nothing_on_topic"}:
        return f"What was asked{f' of {who}' if who else ''} was not understood."
    match answer.reason:
        case "empty_archive":
            return "The archive is empty: load articles with `onrecord ingest PATH`."
        case "unknown_speaker":
            others = f" Who did speak of it: {', '.join(answer.others)}." if answer.others and query.topic else ""
            alike = f" Did you mean {' or '.join(query.alike)}?" if query.alike else ""
            return f"Nobody called {query.unknown_speaker} speaks in the archive.{alike}{others}"
        case "speaker_silent":
            others = f" Who did speak of it: {', '.join(answer.others)}." if answer.others else ""
            return f"No statement by {who}{on}{where}{when} in the archive.{others}"
        case "nothing_in_period":
            by = f" by {who}" if who else ""
            nearest = ""
            if answer.nearest is not None and answer.nearest.date is not None:
                place = answer.nearest.source or "unknown outlet"
                nearest = f" The nearest is of {_day(answer.nearest.date)} ({place}; {answer.nearest.id})."
            return f"Nothing{by}{on}{where}{when} in the archive.{nearest}"
        case _:
            return f"Nobody in the archive said anything{on}{where}{when}."


def _day(date: dt.date) -> str:
    return f"{date.day} {date:%B} {date.year}"
