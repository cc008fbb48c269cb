from __future__ import annotations

import shutil

import pytest
from django.conf import settings

from documents.models import Author, Authorship
from documents.search import SearchQuery, answering, indexes, indexing
from documents.search.question import read_question
from tests.build import a_document, a_visibility

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("each_engine")]


def scanned(text: str) -> list[int]:
    visibility = a_visibility()
    asked = read_question(SearchQuery(text), visibility).asked
    return list(answering.scanned(asked, visibility))


def test_a_scan_gives_every_record_found_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(answering, "SCANNED", 2)
    found = [a_document(f"Port {number}").pk for number in range(5)]
    a_document("Yard")
    indexing.drain()
    assert scanned("port") == sorted(found)


def test_a_scan_goes_on_without_an_index() -> None:
    document = a_document("Port")
    for name in ("Wang", "Wang Wei"):
        author = Author.objects.create(name=name)
        Authorship.objects.create(document=document, author=author, position=len(name))
    if settings.SEARCH_ENGINE == "memory":
        pytest.skip("an index in memory is always there")
    name = indexes.current_name(settings.SEARCH_ENGINE)
    indexes.remove(name)
    shutil.rmtree(settings.SEARCH_INDEX_DIR, ignore_errors=True)
    assert scanned("author:wang") == [document.pk]
