"""Finds the one record that was typed by its number or by its whole title."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from documents.models import Document
from documents.search.numbers import number_key, number_tree
from documents.search.results import BestMatch
from documents.search.tree import Phrase
from documents.text.analysis import stems, words
from documents.text.folding import fold

if TYPE_CHECKING:
    from collections.abc import Callable

    from documents.models import Visibility
    from documents.search.engines.base import EngineQuery, EngineResults
    from documents.search.tree import Node

LONGEST_TITLE = 500
CANDIDATES = 20
_DIGITS = re.compile(r"\d{1,12}")
_SIGNS = re.compile(r"[\W_]+")


def find_best_match(
    text: str,
    asked: EngineQuery,
    visibility: Visibility,
    search: Callable[[EngineQuery], EngineResults],
) -> BestMatch | None:
    """Return the record whose number, else whose title is just what was typed, and why.

    It passes the same filters as the other records; signs, blanks and case do not count, nor does
    the order in which the parts of a number stand.
    """
    for leaf, reason_for in ((_number_leaf(text), _by_number), (_title_leaf(text), _by_title)):
        if leaf is None:
            continue
        wanted = replace(asked, tree=leaf, start=0, size=CANDIDATES, counted=(), sort="relevance")
        ids = [hit.document_id for hit in search(wanted).hits]
        if not ids:
            continue
        documents = Document.objects.visible_to(visibility).select_related("source")
        for document in documents.defer("restricted_body").in_order(ids):
            if reason := reason_for(document, text):
                return BestMatch(document, reason)
    return None


def _number_leaf(text: str) -> Node | None:
    if _DIGITS.fullmatch(text.strip()):  # the running number of a series stands alone
        return Phrase(tuple(words(text)), "number")
    return number_tree(text)


def _title_leaf(text: str) -> Phrase | None:
    title = tuple(stems(text)) if len(text) <= LONGEST_TITLE else ()
    return Phrase(title, "title") if len(title) > 1 else None


def _by_number(document: Document, text: str) -> str:
    key = number_key(text)
    if document.number and key in (
        number_key(document.number),
        number_key(f"{document.series} {document.number}"),
    ):
        return _("Its number is %(number)s.") % {"number": document.number}
    if document.total_number and key == (str(document.total_number),):
        return _("Its number in the series is %(number)s.") % {"number": document.total_number}
    return ""


def _by_title(document: Document, text: str) -> str:
    return _("This is its title.") if _letters(document.title) == _letters(text) else ""


def _letters(text: str) -> str:
    return _SIGNS.sub("", fold(text))
