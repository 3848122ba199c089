"""Which office words of a label and of a list of those who speak are the same one."""

from __future__ import annotations

import re

from index.attribution.transcripts.people import is_weak
from index.language.descriptions import ANY_OFFICE, LABEL_FORMS
from index.language.english import CONNECTORS
from index.language.roles import ROLE_FORMS, ROLE_HEADS
from index.language.transcripts import OFFICE_WORDS, ROLES_OF_LABELS
from index.names.parse import fold

_OBJECT = re.compile(r"\b(?:of|for)\s+(?:the\s+)?(.+)", re.IGNORECASE)


def role_keys(role: str) -> set[str]:
    """The words of a role that say which office it is, in one form ("spokeswoman" -> spokesperson)."""
    keys = {fold(w).strip("-") for w in re.findall(r"[\w.-]+", role)}
    keys = {LABEL_FORMS.get(k, k) for k in keys}
    if "vice" in keys or "vice-president" in keys:
        keys.discard("president")
        keys.add("vice-president")
    if "prime" in keys and "minister" in keys:
        keys.discard("minister")
        keys.add("prime-minister")
    whole = ("vice-president", "prime-minister", "assistant")
    return {k for k in keys if k in ROLE_HEADS | ROLES_OF_LABELS or k in whole or k.endswith("-elect")} - {
        "chief",
        "head",
        "first",
    }


def fuller_role(own: str, known: str) -> str:
    """The office of the label, or that of the title where it is the same in more words ("NATO Secretary General")."""
    if not own or is_weak(own):
        return known
    mine = {fold(w) for w in re.findall(r"[\w-]+", own)}
    theirs = {fold(w) for w in re.findall(r"[\w-]+", known)}
    return known if mine < theirs and role_keys(own) <= role_keys(known) else own


def same_object(label: str, role: str) -> bool:
    """Whether two offices can be of one body: "Spokesman for the Mayor" is not "Spokesman for the Governor", nor is a
    foreign minister the minister of defence."""
    fields = [_field(label), _field(role)]
    if all(fields) and not fields[0] & fields[1]:
        return False
    mine, theirs = _OBJECT.search(label), _OBJECT.search(role)
    if mine is None or theirs is None:
        return True
    words_of = [{fold(w) for w in re.findall(r"[\w-]+", m[1])} - CONNECTORS for m in (mine, theirs)]
    return bool(words_of[0] & words_of[1])


def _field(role: str) -> set[str]:
    """The words of an office that say what it is for, in one spelling."""
    found = {fold(w) for w in re.findall(r"[\w-]+", role)}
    found = {ROLE_FORMS.get(w, w) for w in found}
    return found & OFFICE_WORDS - ANY_OFFICE
