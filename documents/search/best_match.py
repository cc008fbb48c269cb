"""Finds the one record that was typed by its number or by its whole title."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from documents.models import Document
from documents.search.results import BestMatch
from documents.search.tree import Phrase
from documents.text.analysis import stems, words
from documents.text.folding import fold

if TYPE_CHECKING:
    from collections.abc import Callable

    from documents.models import Visibility
    from documents.search.engines.base import EngineQuery, EngineResults

LONGEST_NUMBER = 60
LONGEST_TITLE = 500
CANDIDATES = 10
_DIGIT = re.compile(r"\d")
_SIGNS = re.compile(r"[\W_]+")


def find_best_match(
    text: str,
    asked: EngineQuery,
    visibility: Visibility,
    search: Callable[[EngineQuery], EngineResults],
) -> BestMatch | None:
    """Return the record whose number, else whose title is just what was typed, and why.

    It passes the same filters as the other records; signs, blanks and case do not count.
    """
    key = _key(text)
    for leaf, name in _readings(text):
        wanted = replace(asked, tree=leaf, start=0, size=CANDIDATES, counted=(), sort="relevance")
        ids = [hit.document_id for hit in search(wanted).hits]
        documents = Document.objects.visible_to(visibility).select_related("source")
        for document in documents.defer("restricted_body").in_order(ids):
            if key in _keys(document, name):
                return BestMatch(document, _reason(document, name))
    return None


def _readings(text: str) -> list[tuple[Phrase, str]]:
    readings = []
    if _DIGIT.search(text) and len(text) <= LONGEST_NUMBER and (number := words(text)):
        readings.append((Phrase(tuple(number), "number"), "number"))
    title = tuple(stems(text)) if len(text) <= LONGEST_TITLE else ()
    if len(title) > 1:
        readings.append((Phrase(title, "title"), "title"))
    return readings


def _keys(document: Document, name: str) -> set[str]:
    if name == "title":
        return {_key(document.title)}
    numbers = [document.number, str(document.total_number or "")]
    return {_key(number) for number in numbers if number}


def _key(text: str) -> str:
    return _SIGNS.sub("", fold(text))


def _reason(document: Document, name: str) -> str:
    if name == "title":
        return _("This is its title.")
    if document.number:
        return _("Its number is %(number)s.") % {"number": document.number}
    return _("Its number in the series is %(number)s.") % {"number": document.total_number}
