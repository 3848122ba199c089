"""Mail: single messages, mailboxes, and pages saved as one file (MHTML). Newsletters are mail."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from email import policy
from email.errors import MessageError
from email.message import EmailMessage, MIMEPart
from email.parser import BytesParser
from email.utils import parseaddr, parsedate_to_datetime

from index.errors import InputError
from index.model import Problem
from index.reading.base import Document, Draft, Format
from index.reading.blocks import text_of
from index.reading.clean import normalise, one_line
from index.reading.head import Head
from index.reading.outlets import is_platform, sure_name
from index.reading.text import draft_of

_HEADER = re.compile(rb"(?:[!-9;-~]+:[^\n]{0,2000}\r?\n(?:[ \t][^\n]{0,2000}\r?\n)*){2,}?", re.IGNORECASE)
_MAIL_HEADER = re.compile(rb"^(?:from|received|return-path|message-id|mime-version|subject|delivered-to):", re.I | re.M)
_SNAPSHOT = re.compile(rb"^(?:snapshot-content-location|from: <?saved by|content-type: multipart/related)", re.I | re.M)
_MBOX = re.compile(rb"From [^\n]{3,200}\r?\n[!-9;-~]+:")
_MAILERS = frozenset(
    "gmail.com googlemail.com outlook.com hotmail.com yahoo.com icloud.com gmx.de gmx.net proton.me".split()
)
_HIDDEN = re.compile("[\u200b-\u200f\u034f\u00ad\u2060\ufeff\u2007]+")
_MAX_MESSAGE = 50_000_000
_ATTACHED = 50


def is_mhtml(document: Document) -> bool:
    """Whether headers of mail say that a page was saved in it."""
    head = document.head
    return is_eml(document) and bool(_SNAPSHOT.search(head)) and b"multipart/related" in head.lower()


def is_mbox(document: Document) -> bool:
    """Whether the first line is a mailbox's "From " line, with a header behind it."""
    return bool(_MBOX.match(document.head))


def is_eml(document: Document) -> bool:
    """Whether the file starts with headers, among them two that only mail has."""
    block = re.split(rb"\r?\n\r?\n", document.head, maxsplit=1)[0]
    return bool(_HEADER.match(block + b"\n")) and len({m.lower() for m in _MAIL_HEADER.findall(block)}) >= 2


def read_eml(document: Document) -> Iterator[Draft | Problem | Document]:
    """One draft of the message's text, and its attached files as documents of their own."""
    document.stream.seek(0)
    yield from _message(document, document.stream.read(), None)


def read_mbox(document: Document) -> Iterator[Draft | Problem | Document]:
    """One draft a message, read lazily."""
    document.stream.seek(0)
    lines: list[bytes] = []
    size = number = 0
    for line in document.stream:
        if line.startswith(b"From ") and (not lines or not lines[-1].strip()):
            if lines:
                yield from _message(document, b"".join(lines), number)
            lines, size, number = [], 0, number + 1
            continue
        size += len(line)
        if size > _MAX_MESSAGE:
            raise InputError(f"holds a message of more than {_MAX_MESSAGE // 1_000_000} MB; split it")
        lines.append(line.removeprefix(b">") if line.startswith(b">From ") else line)
    if lines:
        yield from _message(document, b"".join(lines), number)


def read_mhtml(document: Document) -> Iterator[Draft | Problem | Document]:
    """The page inside, as a document of its own."""
    document.stream.seek(0)
    message = _parsed(document.stream.read())
    place = str(message.get("Snapshot-Content-Location") or message.get("Content-Location") or "")
    for part in message.walk():
        if part.get_content_type() in ("text/html", "application/xhtml+xml"):
            data = part.get_payload(decode=True)
            address = place or str(part.get("Content-Location") or "")
            if isinstance(data, bytes):
                yield document.inside("page.html", io.BytesIO(data), url=address if "://" in address else None)
                return
    raise InputError("holds no web page; save the page again from the browser")


def _parsed(data: bytes) -> EmailMessage:
    try:
        return BytesParser(policy=policy.default).parsebytes(data)
    except (MessageError, ValueError, LookupError, RecursionError, AttributeError, IndexError, TypeError) as error:
        raise InputError(f"is damaged mail ({type(error).__name__}); save it again") from None


def _message(document: Document, data: bytes, line: int | None) -> Iterator[Draft | Problem | Document]:
    message = _parsed(data)
    body = _body(message)
    if body is None or not body.strip():
        yield document.problem("the message holds no text", line=line)
    else:
        head = Head()
        for name, value in _headers(message).items():
            head.fields[name], head.evidence[name] = value, f"mail header {_TOLD[name]}"
        draft = draft_of(body, normalise(body), head)
        sender = sure_name(_from(message)[0])
        evidence = {**draft.evidence, "named_source": "mail header From"} if sender else draft.evidence
        yield Draft(
            text=draft.text, raw=body, fields=draft.fields, evidence=evidence,
            named_source=sender or draft.named_source, removed=draft.removed, line=line,
        )  # fmt: skip
    for number, part in enumerate(message.iter_attachments() if message.is_multipart() else ()):
        name = part.get_filename()
        attached = part.get_payload(decode=True)
        if name and isinstance(attached, bytes) and part.get_content_maintype() not in ("image", "audio", "video"):
            if number >= _ATTACHED:
                yield document.problem(f"holds more than {_ATTACHED} attachments; the rest is left out", line=line)
                return
            yield document.inside(re.sub(r"[\\/\x00-\x1f]", "_", name)[-120:], io.BytesIO(attached))


_TOLD = {"title": "Subject", "date": "Date", "author": "From", "host": "From"}


def _headers(message: EmailMessage) -> dict[str, str]:
    found: dict[str, str] = {}
    try:
        found["title"] = one_line(str(message.get("Subject") or "")) or ""
        moment = parsedate_to_datetime(str(message.get("Date") or ""))
        found["date"] = moment.isoformat()
    except (ValueError, TypeError, IndexError, AttributeError, LookupError):
        pass
    name, address = _from(message)
    host = address.rpartition("@")[2].casefold()
    if host and host not in _MAILERS and not is_platform(host):
        found["host"] = re.sub(r"^(?:news|newsletters?|mail|email|e|info|mailer|send|lists?)\.(?=[^.]+\.)", "", host)
    elif name:
        found["author"] = name
    return {key: value for key, value in found.items() if value}


def _from(message: EmailMessage) -> tuple[str, str]:
    """Name and address of the sender, empty where they cannot be read."""
    try:
        return parseaddr(str(message.get("From") or ""))
    except (ValueError, TypeError, IndexError, AttributeError, LookupError):
        return "", ""


def _content(part: MIMEPart) -> str:
    """The text of a part; of one that names no code page, as UTF-8 where it is that."""
    data = part.get_payload(decode=True)
    if isinstance(data, bytes) and (part.get_content_charset() or "us-ascii") == "us-ascii" and not data.isascii():
        try:
            return data.decode("utf-8")
        except UnicodeDecodeError:
            return data.decode("cp1252", "replace")
    return str(part.get_content())


def _body(message: EmailMessage) -> str | None:
    """The plain part where it is a real one, else the HTML part's text."""
    try:
        plain, rich = message.get_body(("plain",)), message.get_body(("html",))
        text = _content(plain) if plain is not None else ""
        if rich is not None and (len(text.split()) < 40 or "<" in text[:50]):
            text = text_of(_content(rich)) or text
    except (KeyError, ValueError, LookupError, AttributeError, TypeError, RecursionError, AssertionError):
        payload = message.get_payload(decode=True)
        text = payload.decode("utf-8", "replace") if isinstance(payload, bytes) else ""
    return _HIDDEN.sub("", text)  # what newsletters put between the words of their preview


EML = Format(name="mail", suffixes=(".eml",), read=read_eml, recognises=is_eml)
MBOX = Format(name="mailbox", suffixes=(".mbox", ".mbx"), read=read_mbox, recognises=is_mbox)
MHTML = Format(name="web page in one file", suffixes=(".mhtml", ".mht"), read=read_mhtml, recognises=is_mhtml)
