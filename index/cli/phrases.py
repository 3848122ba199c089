"""The interpretation and the reasons for a no in plain English, for the terminal; Discord has its catalogues."""

from __future__ import annotations

import datetime as dt

from index.model import Answer, Query, Stance


def interpretation_words(query: Query) -> str:
    """What was understood, as "Jens Stoltenberg · Georgia · 1 to 30 April 2022"."""
    parts = [" and ".join(query.speakers), query.topic, " and ".join(query.sources), window_words(query)]
    return " · ".join(part for part in parts if part)


def window_words(query: Query) -> str:
    """The time window in words; empty where there is none."""
    since, until = query.since, query.until
    if since is not None and until is not None:
        return _day(since) if since == until else f"{_day(since)} to {_day(until)}"
    if since is not None:
        return f"since {_day(since)}"
    return f"until {_day(until)}" if until is not None else ""


_STANCES: dict[Stance, str] = {"denied": "denies this", "declined": "does not say this", "asked": "asks"}


def cue_words(stance: Stance | None, cue: str | None) -> str:
    """What a source does with the words shown, and the cue as written: "said", "denies this: “rejected”"."""
    written = " ".join((cue or "").split())
    shown = f"“{written}”" if any(c.isalpha() for c in written) else ""
    does = _STANCES.get(stance or "said", "")
    return f"{does}: {shown}" if does and shown else does or shown


def decline_sentence(answer: Answer) -> str:
    """Why the archive does not answer, in one sentence."""
    query = answer.query
    who = " and ".join(query.speakers)
    on = f" on {query.topic}" if query.topic else ""
    when = f" ({window_words(query)})" if window_words(query) else ""
    where = f" in {' and '.join(query.sources)}" if query.sources else ""
    match answer.reason:
        case "empty_archive":
            return "The archive is empty: load articles with `onrecord ingest PATH`."
        case "unknown_speaker":
            others = f" Who did speak of it: {', '.join(answer.others)}." if answer.others and query.topic else ""
            return f"Nobody called {query.unknown_speaker} speaks in the archive.{others}"
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
