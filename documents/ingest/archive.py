"""Looks into a zip file before anything unpacks it: what it is, and whether it is safe."""

from __future__ import annotations

import io
import zipfile
import zlib
from typing import Final

from documents.ingest.draft import UnreadablePageError
from documents.ingest.refusals import refusal

UNPACKED_LIMIT: Final = 200 * 1024 * 1024
RATIO_LIMIT: Final = 100
PARTS_LIMIT: Final = 10_000
PART_LIMIT: Final = 80 * 1024 * 1024  # of one part that a reader parses as a tree
_SMALL: Final = 4 * 1024 * 1024  # below this no ratio is suspicious
_ENCRYPTED: Final = 0x1
_HEAD: Final = 16_384
_PIECE: Final = 1024 * 1024
# Office writes no document type; where there is one, it is there to define entities.
_ENTITIES: Final = tuple(
    mark.encode(encoding)
    for mark in ("<!DOCTYPE", "<!ENTITY")
    for encoding in ("utf-8", "utf-16-le", "utf-16-be")
)


def list_parts(content: bytes) -> list[zipfile.ZipInfo]:
    """Give the directory of a zip file; raise UnreadablePageError for a damaged one."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            return archive.infolist()
    except (zipfile.BadZipFile, zipfile.LargeZipFile, ValueError, OSError, NotImplementedError):
        raise refusal("damaged_zip") from None


def read_mimetype(content: bytes) -> str:
    """Return what the part "mimetype" says: OpenDocument files and e-books begin with one."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive, archive.open("mimetype") as part:
            return part.read(100).decode("ascii", "ignore")
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, RuntimeError, ValueError):
        return ""


def check_parts(parts: list[zipfile.ZipInfo], size: int) -> None:
    """Raise UnreadablePageError for a zip of `size` bytes that unpacks too far or is locked."""
    if any(part.flag_bits & _ENCRYPTED for part in parts):
        raise refusal("encrypted_office")
    if any(part.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED) for part in parts):
        raise refusal("damaged_zip")
    unpacked = sum(part.file_size for part in parts)
    ratio = unpacked / max(size, 1)
    if len(parts) > PARTS_LIMIT or unpacked > UNPACKED_LIMIT:
        raise refusal("bomb")
    if unpacked > _SMALL and ratio > RATIO_LIMIT:
        raise refusal("bomb")


def check_office(content: bytes) -> None:
    """Raise UnreadablePageError where an Office file is no plain one.

    What its directory declares is not believed: each XML part is unpacked once, in pieces, and
    one that goes on after its declared size, or that defines entities of its own, is refused.
    """
    parts = list_parts(content)
    check_parts(parts, len(content))
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            for part in parts:
                if part.filename.endswith((".xml", ".rels")):
                    _check_xml(archive, part)
    except UnreadablePageError:
        raise
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, RuntimeError, ValueError):
        raise refusal("damaged_zip") from None


def _check_xml(archive: zipfile.ZipFile, part: zipfile.ZipInfo) -> None:
    if part.file_size > PART_LIMIT:
        raise refusal("bomb")
    with archive.open(part) as stream:
        head = stream.read(_HEAD)
        if any(mark in head for mark in _ENTITIES):
            raise refusal("bomb")
        while stream.read(_PIECE):
            pass
