"""XML of strangers: no entities, no outside references, bounded depth; and files inside a zip, bounded in size."""

from __future__ import annotations

import zipfile
from typing import TYPE_CHECKING, BinaryIO

from index.errors import InputError

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

MAX_PART = 64_000_000  # bytes of one part of an office file or a book


def parse_xml(data: bytes) -> Element:
    """The root element. Raises InputError for broken XML, for entities of its own and for outside references."""
    from defusedxml.common import DefusedXmlException
    from defusedxml.ElementTree import ParseError, fromstring

    try:
        return fromstring(data, forbid_dtd=False, forbid_entities=True, forbid_external=True)
    except DefusedXmlException:
        raise InputError("defines XML entities of its own, as hostile files do; it is refused") from None
    except (ParseError, ValueError, LookupError, RecursionError) as error:
        raise InputError(f"is damaged: its XML cannot be read ({' '.join(str(error).split())[:100]})") from None


def local_name(element: Element) -> str:
    """A tag without its name space."""
    return str(element.tag).rpartition("}")[2]


def read_part(archive: zipfile.ZipFile, name: str, *, limit: int = MAX_PART) -> bytes | None:
    """One file of a zip; None where it is not there. Raises InputError where it is larger than `limit` or damaged."""
    try:
        with archive.open(name) as stream:
            data = stream.read(limit + 1)
    except KeyError:
        return None
    except (zipfile.BadZipFile, OSError, EOFError, RuntimeError, NotImplementedError, ValueError) as error:
        raise InputError(f"is damaged or locked: {name} cannot be read ({error}); save it again") from None
    except Exception as error:  # zlib's, lzma's and bz2's own errors have no common base
        raise InputError(f"is damaged: {name} cannot be unpacked ({type(error).__name__})") from None
    if len(data) > limit:
        raise InputError(f"holds {name}, which unpacks to more than {limit // 1_000_000} MB; it is refused")
    return data


def open_zip(stream: BinaryIO) -> zipfile.ZipFile:
    """A zip file for reading. Raises InputError for a damaged one."""
    try:
        return zipfile.ZipFile(stream)
    except (zipfile.BadZipFile, OSError, ValueError, EOFError, NotImplementedError) as error:
        raise InputError(f"is a damaged zip file ({error}); save or download it again") from None
