"""Who is asked about in a question, and in which form."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Form = Literal["verb", "on", "noun", "according", "passive", "clause"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A person in an asking position: tokens `[first, last)` of the view; `speakers` empty where nobody is known."""

    first: int
    last: int
    form: Form
    speakers: tuple[str, ...] = ()
    unknown: bool = False
    acts: bool = False  # asked what they did, as they may tell themselves: "where did Vorn travel"
    surely: bool = False  # unknown for certain, whatever words the texts hold: "Velde's campaign manager"
