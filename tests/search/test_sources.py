from __future__ import annotations

import time

import pytest
from pytest_django import DjangoAssertNumQueries

from documents.models import Document, Source
from documents.search.kept import LOOK_SECONDS
from documents.search.sources import fill_sources, load_sources
from tests.build import a_document, a_source

pytestmark = pytest.mark.django_db


def test_a_new_name_of_a_source_is_known_at_once_and_known_sources_need_no_query(
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    source = a_source("Institute")
    load_sources()
    with django_assert_num_queries(0):
        assert load_sources()[source.pk].name == "Institute"
    source.name = "Academy"
    source.save()
    assert load_sources()[source.pk].name == "Academy"
    source.delete()
    assert not load_sources()


def test_a_name_changed_by_another_process_is_known_within_seconds(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    source = a_source("Institute")
    load_sources()
    Source.objects.filter(pk=source.pk).update(name="Academy of Testing")
    assert load_sources()[source.pk].name == "Institute"
    later = time.monotonic() + LOOK_SECONDS + 1
    monkeypatch.setattr(time, "monotonic", lambda: later)
    assert load_sources()[source.pk].name == "Academy of Testing"


def test_documents_are_given_their_sources_without_a_query_each(
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    source = a_source("Institute")
    a_document("One", source=source, source_basis="stated")
    a_document("Two", source=None)
    load_sources()
    documents = list(Document.objects.order_by("title"))
    with django_assert_num_queries(0):
        fill_sources(documents)
        assert [document.source for document in documents] == [source, None]


def test_a_source_not_known_yet_is_read_when_it_is_asked_for() -> None:
    load_sources()
    [made] = Source.objects.bulk_create([Source(slug="new", name="New")])
    a_document(source=made, source_basis="stated")
    document = Document.objects.get()
    fill_sources([document])
    assert document.source == made
