"""The files of an import and what stands in them: pages and rows, read in an isolated process."""

from __future__ import annotations

import json
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _, gettext_noop

from documents.ingest.columns import map_columns
from documents.ingest.draft import Draft, Found, UnreadablePageError
from documents.ingest.isolation import IsolatedReader, Summary
from documents.ingest.rows import Layout

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from documents.ingest.opening import OpenedPage
    from documents.ingest.rows import RowRead

SAMPLE = 80  # characters of a value that tell what its column holds
_LINK = gettext_noop("This is a link to another place. Put the file itself into the folder.")
_IGNORED = frozenset({"Thumbs.db", "desktop.ini", "__MACOSX"})


@dataclass(frozen=True, slots=True)
class Named:
    """A file and its name in the import: from the folder that was given on, else its own.

    `refused` is the sentence for one that is not even opened.
    """

    path: Path
    name: str
    refused: str = ""


@dataclass(frozen=True, slots=True)
class Given:
    """How an import is read: the kind where none is stated, column -> field; and what it is for."""

    kind: str = ""
    columns: Mapping[str, str] = field(default_factory=dict)
    publishes: bool = False


@dataclass(frozen=True, slots=True)
class SeenColumn:
    """A column of a table: its name, the field it was taken for ("" for none), and a value."""

    name: str
    field: str = ""
    sample: str = ""


@dataclass(frozen=True, slots=True)
class SeenTable:
    name: str
    columns: tuple[SeenColumn, ...] = ()


@dataclass(frozen=True, slots=True)
class Piece:
    """A page or row: its draft, or the sentence that refuses it."""

    name: str
    line: int = 0
    key: str = ""
    raw: str = ""
    raw_type: str = ""
    file: str = ""
    media: str = ""
    draft: Draft | None = None
    refused: str = ""


def find_files(paths: Iterable[Path]) -> list[Named]:
    """Return the files of paths and folders in order, each once.

    Hidden files are left out. A link within a folder is kept, to be refused by name: it may lead
    to any file of this computer. So is a path that is not there.
    """
    found: dict[Path, Named] = {}
    for path in paths:
        for named in _in_folder(path) if path.is_dir() else [Named(path, path.name)]:
            found.setdefault(named.path.absolute(), named)
    return list(found.values())


def _in_folder(folder: Path) -> Iterator[Named]:
    root = folder.absolute()
    for parent, folders, names in root.walk():
        folders[:] = sorted(name for name in folders if not _is_hidden(name))
        for name in sorted(name for name in names if not _is_hidden(name)):
            path = parent / name
            refused = _LINK if path.is_symlink() else ""
            yield Named(path, path.relative_to(root.parent).as_posix(), refused)


def _is_hidden(name: str) -> bool:
    return name.startswith((".", "~$")) or name in _IGNORED


def read_files(
    files: Iterable[Named], given: Given, reader: IsolatedReader, tables: list[SeenTable]
) -> Iterator[Piece]:
    """Give every page and row of the files. What cannot be read is given with the reason.

    Each table that was opened is noted in `tables`, with what its columns were taken for.
    """
    for named in files:
        if named.refused:
            yield Piece(named.name, refused=_(named.refused))
            continue
        try:
            opened = reader.open(named.path, named.name)
            if isinstance(opened, Summary):
                yield from _rows(named, opened, given, reader, tables)
            else:
                yield _page(named, opened, given)
        except UnreadablePageError as error:
            yield Piece(named.name, refused=_(str(error)))


def _page(named: Named, opened: OpenedPage, given: Given) -> Piece:
    draft = opened.draft
    if given.kind:
        draft = replace(draft, kind=Found(given.kind, "kind given for the import", "", 1.0))
    return Piece(
        named.name,
        key=(draft.address or named.name)[:300],
        raw=opened.raw,
        raw_type=opened.raw_type,
        file=str(named.path.absolute()),
        media=opened.media.value,
        draft=draft,
    )


def _rows(
    named: Named, table: Summary, given: Given, reader: IsolatedReader, tables: list[SeenTable]
) -> Iterator[Piece]:
    mapped = {name: given.columns[name] for name in table.columns if name in given.columns}
    columns = map_columns(table.columns, mapped)
    tables.append(SeenTable(named.name, tuple(_columns(table, columns, reader))))
    if not {"body", "abstract"} & set(columns):
        yield Piece(named.name, refused=_no_text())
        return
    for bad in table.bad:
        yield Piece(named.name, bad.line, refused=_(bad.reason))
    for row in reader.rows(Layout(columns, given.kind), table.count):
        yield _row(named, row)


def _columns(
    table: Summary, columns: Mapping[str, str], reader: IsolatedReader
) -> Iterator[SeenColumn]:
    fields = {column: field for field, column in columns.items()}
    first = next(reader.rows(Layout(columns), min(table.count, 1)), None)
    cells: dict[str, str] = json.loads(first.raw) if first else {}
    for name in table.columns:
        yield SeenColumn(name, fields.get(name, ""), " ".join(cells.get(name, "").split())[:SAMPLE])


def _row(named: Named, row: RowRead) -> Piece:
    if row.draft is None:
        return Piece(named.name, row.line, refused=_(row.refused))
    address = row.draft.address
    return Piece(
        named.name,
        row.line,
        key=(address or f"{named.name}#{row.key or row.draft.title.value}")[:300],
        raw=row.raw,
        raw_type="application/x-ndjson",
        draft=row.draft,
    )


def _no_text() -> str:
    return _(
        "No column of this table is known to hold the text. Say which one does, for instance "
        "content=body."
    )
