from __future__ import annotations

import pytest

from documents.models import Author, Authorship, Document
from documents.overviews.authorship import author_page
from tests.build import a_document, a_draft, a_visibility

pytestmark = pytest.mark.django_db


def wrote(document: Document, *names: str) -> None:
    for position, name in enumerate(names):
        author, _ = Author.objects.get_or_create(name=name)
        Authorship.objects.create(
            document=document, author=author, position=position, affiliations=["Institute A"]
        )


def test_an_author_has_records_institutions_and_co_authors() -> None:
    wrote(a_document("One"), "Li Zuojun", "Wang Bingwen")
    wrote(a_document("Two"), "Li Zuojun")
    page = author_page(Author.objects.get(name="Li Zuojun"), "", a_visibility())
    assert page is not None
    assert page.shelf.total == 2
    assert page.affiliations == ("Institute A",)
    assert [author.name for author in page.coauthors] == ["Wang Bingwen"]


def test_an_author_of_drafts_only_has_no_page() -> None:
    wrote(a_draft(), "Li Zuojun")
    assert author_page(Author.objects.get(), "", a_visibility()) is None


def test_a_co_author_of_a_draft_is_not_named() -> None:
    wrote(a_document("One"), "Li Zuojun")
    wrote(a_draft(), "Li Zuojun", "Secret Author")
    page = author_page(Author.objects.get(name="Li Zuojun"), "", a_visibility())
    assert page is not None
    assert page.coauthors == ()
