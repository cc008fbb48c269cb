"""Over 250 hostile files, all made on the spot by the tests themselves."""

from __future__ import annotations

from functools import cache

from tests.ingest.hostile import mislabelled, office, pages, pdf, tables, texts
from tests.ingest.hostile.case import ANY, READ, TABLE, Hostile

__all__ = ["ANY", "LONG", "READ", "TABLE", "Hostile", "all_files"]

# These take seconds each, by their size or because they reach the limit of time.
LONG = frozenset(
    {
        *("contents-3000-times.pdf", "one-page-90000-times.pdf", "text-3-mb.pdf", "text-3-mb.docx"),
        *("lines-200000.txt", "line-1-mb.txt", "long-line.docx", "columns-100000.csv"),
        *("quotes-all-open.csv", "options.html", "links-20000.html", "combining.txt"),
        *("bomb-in-media.docx", "bomb.docx", "bomb.xlsx", "deflate-bomb.pdf", "text-2-mb.txt"),
    }
)

_FAMILIES = (
    *(pdf.cut_short, pdf.bent, pdf.blown_up, pdf.repeated, pdf.scripted_and_locked),
    *(pdf.without_text, office.word_bombs, office.word_nests, office.word_entities),
    *(office.words_rebuilt, office.words_lying, office.workbooks),
    *(tables.delimited, tables.json_rows, texts.texts, texts.endless_runs),
    *(pages.pages, pages.declared_wrongly),
    *(mislabelled.pictures_and_archives, mislabelled.other_documents),
)


@cache
def all_files() -> tuple[Hostile, ...]:
    return tuple(one for family in _FAMILIES for one in family())
