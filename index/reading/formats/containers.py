"""Files that hold files: zip, tar, gzip, zstandard and WARC. Nothing is written to disk under a name of theirs.

Bounded against bombs: what one file may unpack to, how many files, how deep one inside the other.
"""

from __future__ import annotations

import gzip
import re
import tarfile
import tempfile
import zlib
from collections.abc import Iterator
from pathlib import PurePath
from typing import IO, Any, BinaryIO, cast

from index.errors import InputError
from index.model import Problem
from index.reading.base import Document, Draft, Format
from index.reading.xmltools import open_zip

MAX_FILES = 100_000
_IN_MEMORY = 8_000_000
_CHUNK = 1 << 16
_RATIO = 1000  # times that a megabyte and more may grow; prose packs to a fifth, repetition to a thousandth
_JUNK = re.compile(r"(?:^|/)(?:__MACOSX/|\.|Thumbs\.db$|desktop\.ini$)")

Item = Draft | Problem | Document


def is_zip(document: Document) -> bool:
    """Whether the file starts as a zip does."""
    return document.head.startswith((b"PK\x03\x04", b"PK\x05\x06"))


def is_tar(document: Document) -> bool:
    """Whether a tar's mark stands in its place."""
    return document.head[257:262] == b"ustar"


def is_gzip(document: Document) -> bool:
    """Whether the file starts as gzip does."""
    return document.head.startswith(b"\x1f\x8b")


def is_zstandard(document: Document) -> bool:
    """Whether the file starts as zstandard does."""
    return document.head.startswith(b"\x28\xb5\x2f\xfd")


def is_warc(document: Document) -> bool:
    """Whether the file starts with a WARC record, plain or packed."""
    if document.head.startswith(b"WARC/"):
        return True
    if not is_gzip(document):
        return False
    try:
        return zlib.decompressobj(31).decompress(document.head, 64).startswith(b"WARC/")
    except zlib.error:
        return False


def read_zip(document: Document) -> Iterator[Item]:
    """The files inside, each as a document."""
    with open_zip(document.stream) as archive:
        members = [member for member in archive.infolist() if not member.is_dir()]
        _check_count(len(members))
        for member in sorted(members, key=lambda one: one.filename):
            if _JUNK.search(_name(member.filename)):
                continue
            if member.flag_bits & 1:
                yield document.problem(f"{member.filename} is locked with a password; unpack it yourself")
                continue
            try:
                with archive.open(member) as stream:
                    inner = _spooled(document, stream, packed=member.compress_size)
            except InputError:
                raise
            except Exception as error:  # zipfile, zlib, lzma and bz2 have no common base of their errors
                yield document.problem(f"{member.filename} is damaged ({type(error).__name__}); pack it again")
                continue
            with inner:
                yield document.inside(_name(member.filename), inner)


def read_tar(document: Document) -> Iterator[Item]:
    """The regular files inside, each as a document; links and devices are left alone."""
    document.stream.seek(0)
    try:
        with tarfile.open(fileobj=document.stream, mode="r:") as archive:
            for number, member in enumerate(archive):
                _check_count(number)
                if not member.isfile() or _JUNK.search(_name(member.name)):
                    continue
                stream = archive.extractfile(member)
                if stream is not None:
                    with _spooled(document, stream, packed=member.size) as inner:
                        yield document.inside(_name(member.name), inner)
    except (tarfile.TarError, OSError, EOFError, ValueError, OverflowError) as error:
        raise InputError(f"is a damaged tar file ({type(error).__name__}); pack it again") from None


def read_gzip(document: Document) -> Iterator[Item]:
    """The file inside."""
    document.stream.seek(0)
    try:
        with gzip.GzipFile(fileobj=document.stream) as stream:
            inner = _spooled(document, cast(IO[bytes], stream), packed=document.size)
    except (OSError, EOFError, zlib.error) as error:
        raise InputError(f"is a damaged gzip file ({type(error).__name__}); download it again") from None
    with inner:
        yield document.inside(_inner_name(document.name, ".gz"), inner)


def read_zstandard(document: Document) -> Iterator[Item]:
    """The file inside."""
    import zstandard

    document.stream.seek(0)
    try:
        with zstandard.ZstdDecompressor(max_window_size=1 << 27).stream_reader(
            document.stream, closefd=False
        ) as stream:
            inner = _spooled(document, cast(IO[bytes], stream), packed=document.size)
    except zstandard.ZstdError as error:
        raise InputError(f"is a damaged zstandard file ({error}); download it again") from None
    with inner:
        yield document.inside(_inner_name(document.name, ".zst"), inner)


def read_warc(document: Document) -> Iterator[Item]:
    """Pages and documents that a crawler fetched well, each with its address."""
    from warcio.archiveiterator import ArchiveIterator
    from warcio.exceptions import ArchiveLoadFailed

    size = document.size
    found = False
    try:
        for number, record in enumerate(cast(Iterator[Any], ArchiveIterator(document.stream))):
            _check_count(number)
            status = record.http_headers.get_statuscode() if record.http_headers else "200"
            if record.rec_type not in ("response", "resource") or status != "200":
                continue
            headers = record.http_headers or record.rec_headers
            kind = str(headers.get_header("Content-Type") or "").partition(";")[0].strip().lower()
            if not (kind.startswith("text/html") or kind in ("application/xhtml+xml", "application/pdf", "text/plain")):
                continue
            found = True
            url = str(record.rec_headers.get_header("WARC-Target-URI") or "").strip("<>")
            suffix = {"application/pdf": ".pdf", "text/plain": ".txt"}.get(kind, ".html")
            with _spooled(document, record.content_stream(), packed=size) as inner:
                yield document.inside(f"{number}{suffix}", inner, url=url or None)
    except (ArchiveLoadFailed, OSError, EOFError, ValueError, zlib.error, KeyError, AttributeError) as error:
        raise InputError(f"is a damaged WARC file ({type(error).__name__}); all before the damage was read") from None
    if not found:
        yield document.problem("is a WARC file without a page or document that was fetched well")


def _check_count(count: int) -> None:
    if count > MAX_FILES:
        raise InputError(f"holds more than {MAX_FILES} files; unpack it and load the folder")


def _spooled(document: Document, stream: IO[bytes], *, packed: int) -> BinaryIO:
    """The unpacked bytes, in memory or in a nameless file. Raises InputError over the limits."""
    kept = tempfile.SpooledTemporaryFile(max_size=_IN_MEMORY)  # noqa: SIM115 - the caller closes it
    size = 0
    try:
        while chunk := stream.read(_CHUNK):
            size += len(chunk)
            document.count_unpacked(len(chunk))
            if size > 1_000_000 and size > _RATIO * max(packed, 1):
                raise InputError("unpacks to a thousand times its size, as hostile files do; it is refused")
            kept.write(chunk)
    except BaseException:
        kept.close()
        raise
    kept.seek(0)
    return cast(BinaryIO, kept)


def _name(inner: str) -> str:
    """A member's name for messages, without what would lead out of anywhere."""
    parts = [part for part in PurePath(inner.replace("\\", "/")).parts if part not in ("..", "/", ".")]
    return "/".join(parts)[-200:] or "file"


def _inner_name(name: str, suffix: str) -> str:
    path = PurePath(name)
    if path.suffix.lower() == ".tgz":
        return f"{path.stem}.tar"
    return path.stem if path.suffix.lower() == suffix else path.name


ZIP = Format(name="zip archive", suffixes=(".zip",), read=read_zip, recognises=is_zip)
TAR = Format(name="tar archive", suffixes=(".tar",), read=read_tar, recognises=is_tar)
GZIP = Format(name="gzip", suffixes=(".gz", ".tgz"), read=read_gzip, recognises=is_gzip)
ZSTANDARD = Format(
    name="zstandard", suffixes=(".zst",), read=read_zstandard, recognises=is_zstandard, needs=("zstandard", "zst")
)
WARC = Format(
    name="web archive (WARC)", suffixes=(".warc",), read=read_warc, recognises=is_warc, needs=("warcio", "warc")
)
