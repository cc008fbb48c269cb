"""What one author wrote, with whom, and at which institutions."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from documents.models import Author, Authorship, Document
from documents.overviews.shelf import Shelf, shelf_of

if TYPE_CHECKING:
    from documents.models import Visibility

MOST_COAUTHORS = 12


@dataclass(frozen=True, slots=True)
class AuthorPage:
    """`affiliations` are those that the records give, each once, the newest record's first."""

    shelf: Shelf
    affiliations: tuple[str, ...]
    coauthors: tuple[Author, ...]


def author_page(author: Author, number: str, visibility: Visibility) -> AuthorPage | None:
    """Return what a viewer may see of an author; None when that is no record at all."""
    written = Document.objects.filter(authorships__author=author)
    shelf = shelf_of(written, number, visibility)
    if not shelf.total:
        return None
    readable = Authorship.objects.filter(visibility.readable("document__"))
    own = readable.filter(author=author).order_by("-document__sorted_on", "-document")
    named = [
        name for affiliations in own.values_list("affiliations", flat=True) for name in affiliations
    ]
    with_others = readable.filter(document__authorships__author=author).exclude(author=author)
    others = Author.objects.filter(pk__in=with_others.values("author"))
    return AuthorPage(
        shelf=shelf,
        affiliations=tuple(dict.fromkeys(named)),
        coauthors=tuple(others[:MOST_COAUTHORS]),
    )
