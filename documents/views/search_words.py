"""The words that stand out in what a search found: their page, and its table as a file."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from documents.forms.search import address_of, query_from
from documents.overviews.standing_out import words_standing_out
from documents.search.syntax import describe, parse
from documents.search.tree import Or
from documents.views.download import csv_file
from documents.views.viewer import visibility_of

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

    from documents.overviews.standing_out import StandingOut, Word
    from documents.search.query import SearchQuery


@dataclass(frozen=True, slots=True)
class Narrowing:
    """A word, and the address of the search for the records that hold it too."""

    word: Word
    address: str


@require_safe
def words(request: HttpRequest) -> HttpResponse:
    query = query_from(request.GET)
    found = words_standing_out(query, visibility_of(request))
    if request.GET.get("format") == "csv":
        return csv_file(_rows(found), "words")
    context = {
        "found": found,
        "words": [
            Narrowing(word, address_of(query.without(text=_narrowed(query.text, word.text))))
            for word in found.words
        ],
        "results": address_of(query),
        "text": query.text,
        "csv": f"{words_address(query)}&format=csv",
    }
    return render(request, "documents/search_words.html", context)


def words_address(query: SearchQuery) -> str:
    """Return the address of the words of a search."""
    _path, _mark, asked = address_of(query.without()).partition("?")
    return f"{reverse('documents:words')}?{asked}"


def _narrowed(text: str, word: str) -> str:
    """Return the words typed with one more; quotes keep it from getting other names."""
    parsed = parse(text)
    kept = describe(parsed.tree) if parsed.repairs else text
    if isinstance(parsed.tree, Or):
        kept = f"({kept})"
    return f'{kept} "{word}"'.strip()


def _rows(found: StandingOut) -> list[list[object]]:
    head: list[object] = [_("Word"), _("In the records found"), _("In all records"), _("Times")]
    rows: list[list[object]] = [
        [word.text, word.count, word.base_count, word.lift] for word in found.words
    ]
    return [head, *rows, [_("All"), found.total, found.base_total, 1]]
