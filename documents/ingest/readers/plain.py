"""Reads pasted text into lines."""

from __future__ import annotations

import re

from documents.ingest.lines import Line, PageText
from documents.ingest.readers.seams import part_seams
from documents.ingest.readers.torn import mend_torn
from documents.ingest.readers.wrapping import unwrap
from documents.text.normalise import normalise

_GAP = re.compile(r"(?<=\S)(?:[^\S\n]{2,}|\t)(?=\S)")
_ROW = 300  # characters of a line in which gaps set items apart


def read(text: str) -> PageText:
    """Give the lines of `text` that are not empty, numbered as in its stored form."""
    page = part_seams(mend_torn(normalise(text)))
    rows = _rows(text)
    lines: list[Line] = []
    gap = True
    for number, written in enumerate(page.split("\n"), start=1):
        if written:
            lines.append(Line(written, number, gap=gap, parts=rows.get(written, ())))
        gap = not written
    return PageText(page, unwrap(lines))


def _rows(text: str) -> dict[str, tuple[str, ...]]:
    """Give the items of the short lines that hold wide gaps, by the line as it is stored."""
    written = (line.strip() for line in text.splitlines() if len(line) <= _ROW)
    rows = (_GAP.split(line) for line in written if _GAP.search(line))
    return {normalise(" ".join(row)): tuple(normalise(part) for part in row) for row in rows}
