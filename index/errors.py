"""Errors that faces show as one sentence. Every message says what is wrong and what to do."""

from __future__ import annotations


class OnRecordError(Exception):
    """Base of all errors that are meant for people; the message is one clear sentence."""


class ConfigError(OnRecordError):
    """A setting is unknown or wrong; names the setting and what is allowed."""


class InputError(OnRecordError):
    """The user's input cannot be used; names the file, the line or the option."""


class Wordless(InputError):
    """A question that has no word to search for."""


class ModelError(OnRecordError):
    """A model cannot be loaded; names it and how to get it."""


class ArchiveError(OnRecordError):
    """The archive's files cannot be used; names the file and how to mend it."""


class NotFound(OnRecordError):
    """No article, speaker or source of that name."""


class Gone(NotFound):
    """What a link led to has gone. `article_id`: the article as it reads now, where it is still there."""

    def __init__(self, sentence: str, *, article_id: str | None) -> None:
        super().__init__(sentence)
        self.article_id = article_id


class Busy(OnRecordError):
    """The queue is full, or another process is writing; says so. `seconds`: about how long, where that is known."""

    def __init__(self, sentence: str, seconds: int | None = None) -> None:
        super().__init__(sentence)
        self.seconds = seconds


class Unconfirmed(OnRecordError):
    """What was asked for would take much of the archive away; it wants a yes."""


class Cancelled(OnRecordError):
    """Long work was interrupted on request; what was finished stays."""
