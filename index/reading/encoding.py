"""Bytes to text: UTF-8 and byte order marks first, then a guess that is reported."""

from __future__ import annotations

import codecs
from dataclasses import dataclass

from index.errors import InputError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# The single-byte code pages of European newsrooms; a free guess over a hundred encodings errs on short texts.
_CANDIDATES = ["cp1252", "cp1250", "cp1251", "cp1253", "cp1254", "cp1257", "iso8859_2", "koi8_r"]
_SAMPLE = 65_536
_CONTROL_SHARE = 0.02
_CONTROLS = frozenset(range(32)) - frozenset(b"\t\n\x0b\x0c\r\x1a\x1b")


@dataclass(frozen=True, slots=True, kw_only=True)
class Decoded:
    """`guessed`: the encoding was not stated and the bytes are not UTF-8."""

    text: str
    encoding: str
    guessed: bool = False


def marked_encoding(data: bytes) -> str | None:
    """The codec that a byte order mark at the start of `data` names."""
    return next((codec for mark, codec in _MARKS if data.startswith(mark)), None)


def looks_binary(data: bytes) -> bool:
    """Whether more than 2 % of the first 64 KB are control characters, as in pictures, archives and databases."""
    sample = data[:_SAMPLE]
    return sum(byte in _CONTROLS for byte in sample) > _CONTROL_SHARE * len(sample)


def decode(data: bytes) -> Decoded:
    """Text of `data`; no text with a byte order mark keeps the mark. Raises InputError for binary data."""
    codec = marked_encoding(data)
    if codec is not None:
        try:
            return Decoded(text=data.decode(codec), encoding=codec)
        except UnicodeDecodeError as error:
            raise InputError(f"is marked as {codec} but is damaged at byte {error.start}; save it as UTF-8") from error
    if looks_binary(data):
        raise InputError("is not a text file; convert it to text first")
    try:
        return Decoded(text=data.decode("utf-8"), encoding="utf-8")
    except UnicodeDecodeError:
        if b"\0" in data:
            raise InputError("is not a text file; convert it to text first") from None
    return _guess(data)


def _guess(data: bytes) -> Decoded:
    from charset_normalizer import from_bytes  # slow to import, and seldom needed

    matches = from_bytes(data[:_SAMPLE], cp_isolation=_CANDIDATES)
    # The library lists equals by alphabet, cp1250 first; of equals the Western page is the likelier.
    best = max(matches, key=lambda match: (-match.chaos, match.coherence, match.encoding == "cp1252"), default=None)
    codec = best.encoding if best is not None else "cp1252"
    return Decoded(text=data.decode(codec, errors="replace"), encoding=codec, guessed=True)
