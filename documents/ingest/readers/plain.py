"""Reads pasted text into lines."""

from __future__ import annotations

from documents.ingest.lines import Line, PageText
from documents.ingest.readers.seams import part_seams
from documents.ingest.readers.torn import mend_torn
from documents.ingest.readers.wrapping import unwrap
from documents.text.normalise import normalise


def read(text: str) -> PageText:
    """Give the lines of `text` that are not empty, numbered as in its stored form."""
    page = part_seams(mend_torn(normalise(text)))
    lines: list[Line] = []
    gap = True
    for number, written in enumerate(page.split("\n"), start=1):
        if written:
            lines.append(Line(written, number, gap=gap))
        gap = not written
    return PageText(page, unwrap(lines))
