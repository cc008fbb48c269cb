from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from django.db import connection

from documents.models import Document, IndexTarget
from documents.search import SearchQuery, find, indexes, indexing, rebuilding
from documents.search.engines.stamp import FILE_NAME
from documents.search.indexes import IndexBusyError
from documents.search.rebuilding import check, rebuild
from tests.build import a_document, a_visibility

if TYPE_CHECKING:
    from pytest_django import Settings

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _whoosh(settings: Settings) -> None:
    settings.SEARCH_ENGINE = "whoosh"


def test_a_rebuilt_index_holds_what_is_published() -> None:
    documents = [a_document(f"Record {number}") for number in range(5)]
    report = rebuild()
    assert report.is_in_step
    assert report.records == len(documents)
    assert report.index.startswith("whoosh-")
    assert indexes.folder_of(report.index).is_dir()
    assert check().is_in_step


def test_progress_is_told() -> None:
    a_document()
    told: list[tuple[int, int]] = []
    rebuild(progress=lambda done, total: told.append((done, total)))
    assert told[-1] == (1, 1)


def test_a_rebuild_leaves_one_index_and_one_target() -> None:
    first, second = rebuild().index, rebuild().index
    assert first != second
    assert indexes.names_kept("whoosh") == [second]
    assert [target.name for target in IndexTarget.objects.all()] == [second]


def test_searches_are_answered_while_an_index_is_built(monkeypatch: pytest.MonkeyPatch) -> None:
    a_document("Clusters")
    rebuild()
    answers: list[int] = []
    applied = indexing.apply

    def searched_meanwhile(name: str, ids: Any, records: Any = None) -> None:
        answers.append(find(SearchQuery("clusters"), a_visibility()).total)
        applied(name, ids, records)

    monkeypatch.setattr(rebuilding, "apply", searched_meanwhile)
    rebuild()
    assert answers
    assert set(answers) == {1}


def test_a_change_during_a_rebuild_is_in_the_new_index(monkeypatch: pytest.MonkeyPatch) -> None:
    document = a_document("Clusters")
    applied = indexing.apply

    def changed_meanwhile(name: str, ids: Any, records: Any = None) -> None:
        applied(name, ids, records)
        Document.objects.get(pk=document.pk).delete()

    monkeypatch.setattr(rebuilding, "apply", changed_meanwhile)
    rebuild()
    assert list(indexes.live().entries()) == []


def test_a_build_that_was_cut_short_is_taken_up(monkeypatch: pytest.MonkeyPatch) -> None:
    for number in range(3):
        a_document(f"Record {number}")
    monkeypatch.setattr(rebuilding, "BATCH", 1)
    monkeypatch.setattr(rebuilding, "COPY_BATCH", 1)

    def stop(done: int, _total: int) -> None:
        if done == 2:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        rebuild(progress=stop)
    begun = IndexTarget.objects.get(state=IndexTarget.State.BUILDING)
    assert len(list(indexes.opened(begun.name).entries())) == 2
    copied: list[list[int]] = []
    applied = indexing.apply

    def noted(name: str, ids: list[int], records: Any = None) -> None:
        copied.append(ids)
        applied(name, ids, records)

    monkeypatch.setattr(rebuilding, "apply", noted)
    assert rebuild().index == begun.name
    assert len(copied) == 1
    assert check().is_in_step


def test_a_swap_cut_short_is_finished_by_the_next_drain() -> None:
    old = rebuild()
    indexing.register("whoosh-new", IndexTarget.State.BUILDING)
    indexes.created("whoosh-new")
    indexes.make_current("whoosh-new")
    a_document()
    assert indexing.drain() == 1
    assert [target.name for target in IndexTarget.objects.all()] == ["whoosh-new"]
    assert old.index != "whoosh-new"


def test_two_rebuilds_do_not_meet() -> None:
    with indexes.writing("whoosh-building"), pytest.raises(IndexBusyError):
        rebuild()


def test_a_check_tells_what_is_missing_stale_and_too_much() -> None:
    missing, stale, gone = (a_document(title) for title in ("Missing", "Stale", "Gone"))
    rebuild()
    index = indexes.live()
    index.replace([missing.pk], [])
    Document.objects.filter(pk=stale.pk).update(title="New title")
    Document.objects.filter(pk=gone.pk).update(status="withdrawn", withdrawn_reason="Error")
    report = check()
    assert report.differences.missing == (missing.pk,)
    assert report.differences.stale == (stale.pk,)
    assert report.differences.surplus == (gone.pk,)
    assert not report.is_in_step


def test_a_check_tells_what_waits() -> None:
    rebuild()
    a_document()
    report = check()
    assert report.waiting == 1
    indexing.drain()
    assert check().is_in_step


def test_an_index_of_another_version_is_not_used() -> None:
    report = rebuild()
    indexes.forget(report.index)
    indexes.folder_of(report.index).joinpath(FILE_NAME).write_text('{"record": "0"}')
    assert "another version" in check().problem
    assert not rebuilding.is_usable()
    assert rebuild().is_in_step
    assert rebuilding.is_usable()


def test_an_index_that_the_database_does_not_know_is_not_trusted() -> None:
    rebuild()
    IndexTarget.objects.all().delete()
    assert check().problem
    assert not rebuilding.is_usable()
    assert find(SearchQuery(), a_visibility()).index.is_degraded


@pytest.mark.postgres
@pytest.mark.skipif(connection.vendor != "postgresql", reason="the database is not PostgreSQL")
def test_an_index_inside_the_database_is_built_beside_and_swapped_too(settings: Settings) -> None:
    settings.SEARCH_ENGINE = "postgres"
    document = a_document("Clusters")
    first = rebuild()
    assert first.is_in_step
    second = rebuild()
    assert indexes.names_kept("postgres") == [second.index]
    assert indexes.current_name("postgres") == second.index
    document.delete()
    assert check().waiting == 1
    indexing.drain()
    assert check().is_in_step


@pytest.mark.skipif(connection.vendor != "sqlite", reason="PostgreSQL counts by itself")
def test_a_rebuild_lets_the_database_count_for_its_plans() -> None:
    a_document()
    rebuild()
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM sqlite_stat1 WHERE tbl = 'documents_document'")
        assert cursor.fetchone()[0]
