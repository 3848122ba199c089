"""Captions of recordings, WebVTT and SubRip: sentences, who speaks where it is marked, and when."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise

from index.model import Problem
from index.reading.base import Document, Draft, Format
from index.reading.clean import normalise
from index.reading.dates import date_of_stamp

_TIME = r"(?:(\d{1,3}):)?(\d{1,2}):(\d{2})[.,](\d{1,3})"
_CUE = re.compile(rf"\s*{_TIME}\s*-->\s*{_TIME}")
_ABOVE = rb"(?:\xef\xbb\xbf)?(?:[^\r\n]{0,300}\r?\n){0,4}?"  # "English subtitles for the clip" over the captions
_VTT_HEAD = re.compile(_ABOVE + rb"WEBVTT(?:\s|$)")
_SRT_HEAD = re.compile(_ABOVE + rb"\s*+\d+[ \t]*\r?\n\s*+(?:\d{1,3}:)?\d{1,2}:\d{2}[.,]\d{1,3}\s*-->")
_VOICE = re.compile(r"<v(?:\.[^\s>]*)?\s+([^>]{1,80})>", re.IGNORECASE)
_TAG = re.compile(r"</?[a-z0-9.:_ ]*[^<>]{0,80}>|\{\\[^{}]{0,40}\}", re.IGNORECASE)
_CHANGE = re.compile(r"^\s*(?:>>+|[-–—])\s*(?=\S)")
_NAME = r"[^\W\d_a-z][\w.'’-]*+(?: [^\W\d_a-z][\w.'’-]*+){0,4}"
_BESIDE = r"(?: \([^()\n:]{1,60}\)| [-–—|] [^\n:.?!]{2,60})?"  # "Jane Roe (host): ", "Jane Roe - Karst Farmers: "
_LABEL = re.compile(rf"(?:{_NAME}{_BESIDE}|iP(?:hone|ad)(?: \(\d+\))?|\[{_NAME}\]|\({_NAME}\)):\s")  # "[SPEAKER_03]: "
_NAMED_ARROW = re.compile(rf"\s*>>+\s*{_LABEL.pattern}")
_ENDS = re.compile(r"[.!?…][”\"’')\]]*$")
_META = re.compile(r"(title|date|url|source|author|language)\s*:\s*(\S.*)", re.IGNORECASE)
_PAUSE = 2.5  # seconds without a word after which a paragraph begins
_LONGEST = 700  # characters of a paragraph that goes on without pause or change


@dataclass(slots=True)
class Paragraphs:
    """Paragraphs as they grow, with the time at which each cue begins."""

    parts: list[str] = field(default_factory=list[str])
    anchors: list[tuple[int, str]] = field(default_factory=list[tuple[int, str]])
    length: int = 0

    def add(self, words: str, clock: str, *, begins: bool) -> None:
        """Take in a cue's words and its time; `begins`: a paragraph."""
        joint = "" if not self.parts else "\n\n" if begins else " "
        self.anchors.append((self.length + len(joint), clock))
        self.parts.append(joint + words)
        self.length += len(joint) + len(words)


def is_vtt(document: Document) -> bool:
    """Whether the first line says WEBVTT, or one below a line or two about the captions."""
    return bool(_VTT_HEAD.match(document.head))


def is_srt(document: Document) -> bool:
    """Whether the first lines are a number and a span of time, with a line or two about the captions above."""
    return bool(_SRT_HEAD.match(document.head))


def read(document: Document) -> Iterator[Draft | Problem]:
    """One draft. Cues run together to paragraphs; a new one begins with a speaker, at ">>", or behind a pause.

    The arrows stay where some have a name behind them (">> JANE ROE: …"): those without one are somebody else's.
    """
    lines = normalise(document.one_text).split("\n")
    arrows = any(map(_NAMED_ARROW.match, map(html.unescape, lines)))
    fields: dict[str, object] = {}
    text = Paragraphs()
    speaker: str | None = None
    last_end = 0.0
    last_lines: list[str] = []
    paragraph = label = ""
    for start, end, content in _cues(lines, fields):
        said = _VOICE.search(content)
        fresh = [line for line in _plain_lines(content) if line not in last_lines]
        last_lines = _plain_lines(content)  # rolling captions show a line twice
        for words in _voices(fresh):
            kept = ">> " if arrows and words.startswith(">>") else ""
            changed = bool(_CHANGE.match(words)) or (said is not None and said[1].strip() != speaker)
            words = _CHANGE.sub("", words)
            named = _LABEL.match(words)
            if named and named.group() == label and not changed and len(named.group()) < len(words):
                words = words[named.end() :]  # a meeting's program writes the name before every cue
            elif named or changed:
                label, changed = named.group() if named else "", True
            if said is not None and changed:
                speaker = said[1].strip()
                words = f"{speaker}: {words}"
            long = len(paragraph) > _LONGEST and _ENDS.search(paragraph) is not None
            begins = changed or start - last_end > _PAUSE or long
            words = kept + words
            paragraph = words if begins else f"{paragraph} {words}"
            text.add(words, clock(start), begins=begins)
            last_end = end
    if not text.parts:
        yield document.problem("holds no caption that can be read; check that it is WebVTT or SubRip")
        return
    yield Draft(
        text="".join(text.parts),
        raw=document.text,
        fields=fields,
        evidence=dict.fromkeys(fields, "a note in the captions"),
        anchors=tuple(text.anchors),
    )


def _voices(lines: list[str]) -> Iterator[str]:
    """The lines of a cue as one, parted where arrows open a line."""
    at = [0, *(i for i, line in enumerate(lines) if i and line.startswith(">>")), len(lines)]
    return (" ".join(lines[a:b]) for a, b in pairwise(at) if a < b)


def clock(seconds: float) -> str:
    """Seconds from the start as 01:02:03."""
    whole = int(seconds)
    return f"{whole // 3600:02d}:{whole // 60 % 60:02d}:{whole % 60:02d}"


def _cues(lines: list[str], fields: dict[str, object]) -> Iterator[tuple[float, float, str]]:
    """(start, end, the lines) of every cue; `fields` gains "Key: value" lines of the head and of notes."""
    at = 0
    while at < len(lines):
        match = _CUE.match(lines[at])
        if match is None:
            note = _META.fullmatch(lines[at].removeprefix("NOTE").strip())
            if note:
                fields.setdefault(note[1].lower(), note[2].strip())
            elif (day := date_of_stamp(lines[at])) is not None:
                fields.setdefault("date", str(day))
            at += 1
            continue
        content: list[str] = []
        at += 1
        while at < len(lines) and lines[at].strip() and not _CUE.match(lines[at]):
            content.append(lines[at])
            at += 1
        yield _seconds(match.groups()[:4]), _seconds(match.groups()[4:]), "\n".join(content)


def _seconds(parts: tuple[str | None, ...]) -> float:
    hours, minutes, seconds, fraction = (int(part or 0) for part in parts)
    return hours * 3600 + minutes * 60 + seconds + fraction / 1000


def _plain_lines(content: str) -> list[str]:
    lines = (" ".join(html.unescape(_TAG.sub("", line)).split()) for line in content.split("\n"))
    return [line for line in lines if line]


VTT = Format(name="WebVTT captions", suffixes=(".vtt",), read=read, recognises=is_vtt)
SRT = Format(name="SubRip captions", suffixes=(".srt",), read=read, recognises=is_srt)
