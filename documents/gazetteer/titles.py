"""Titles of policy documents in a text: 《…意见》, "Action Plan for …", 国发〔2022〕18号."""

from __future__ import annotations

from typing import TYPE_CHECKING

from documents.gazetteer.titles_han import han_titles
from documents.gazetteer.titles_latin import latin_titles

if TYPE_CHECKING:
    from collections.abc import Iterator

    from documents.gazetteer.hits import ReadZone
    from documents.gazetteer.title import Title


def titles(read: ReadZone) -> Iterator[Title]:
    """Give the citations of a zone, unresolved and perhaps overlapping."""
    yield from han_titles(read)
    yield from latin_titles(read)
