from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from django.db import transaction
from django.utils import timezone

from documents.models import Document, IndexJob, IndexTarget
from documents.search import indexes, indexing
from documents.search.indexes import IndexBusyError
from documents.search.rebuilding import rebuild
from tests.build import a_document, a_draft

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytest_django import DjangoCaptureOnCommitCallbacks, Settings

pytestmark = pytest.mark.django_db


def held() -> set[int]:
    return {entry.document_id for entry in indexes.live().entries()}


def test_a_change_waits_until_it_is_committed(
    django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks,
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        document = a_document()
        assert IndexJob.objects.get().document_id == document.pk
        assert held() == set()
    assert held() == {document.pk}
    assert not IndexJob.objects.exists()


def test_many_changes_of_one_transaction_are_done_once(
    django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks,
) -> None:
    with django_capture_on_commit_callbacks() as callbacks:
        document = a_document()
        document.save()
        a_document("Another")
    assert len(callbacks) == 1
    assert IndexJob.objects.count() == 2


def test_a_rolled_back_change_leaves_no_job() -> None:
    with transaction.atomic():
        a_document()
        transaction.set_rollback(True)
    assert not IndexJob.objects.exists()


def test_at_most_fifty_jobs_are_done_on_commit(
    django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks,
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        for number in range(52):
            a_document(f"Record {number}")
    assert IndexJob.objects.count() == 2
    assert indexing.drain() == 2


def test_a_long_import_leaves_its_jobs_to_one_drain(
    django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks,
) -> None:
    with django_capture_on_commit_callbacks() as callbacks, indexing.deferred():
        a_document()
    assert callbacks == []
    assert indexing.drain() == 1


def test_a_job_queued_again_while_it_is_done_stays(monkeypatch: pytest.MonkeyPatch) -> None:
    document = a_document()
    applied = indexing.apply

    def changed_meanwhile(name: str, ids: Any) -> None:
        applied(name, ids)
        IndexJob.objects.update(queued_at=timezone.now())

    monkeypatch.setattr(indexing, "apply", changed_meanwhile)
    indexing.drain(most=1)
    assert IndexJob.objects.get().document_id == document.pk


def test_a_job_that_fails_blocks_no_other(monkeypatch: pytest.MonkeyPatch) -> None:
    bad, good = a_document("Bad"), a_document("Good")
    applied = indexing.apply

    def fails_for_bad(name: str, ids: Any) -> None:
        if bad.pk in ids:
            raise ZeroDivisionError
        applied(name, ids)

    monkeypatch.setattr(indexing, "apply", fails_for_bad)
    monkeypatch.setattr(indexing.logger, "exception", lambda *_: None)
    indexing.drain()
    assert held() == {good.pk}
    job = IndexJob.objects.get()
    assert job.document_id == bad.pk
    assert job.attempts >= 1
    assert job.error
    monkeypatch.undo()
    indexing.drain()
    assert not IndexJob.objects.exists()


@pytest.mark.parametrize(
    "leave",
    [
        lambda document: document.delete(),
        lambda document: Document.objects.filter(pk=document.pk).delete(),
    ],
)
def test_a_deleted_record_leaves_the_index(leave: Callable[[Document], object]) -> None:
    document = a_document()
    indexing.drain()
    leave(document)
    indexing.drain()
    assert held() == set()


def test_a_withdrawn_record_leaves_the_index_and_a_draft_never_enters() -> None:
    document = a_document()
    a_draft()
    indexing.drain()
    assert held() == {document.pk}
    document.status, document.withdrawn_reason = Document.Status.WITHDRAWN, "Error"
    document.save()
    indexing.drain()
    assert held() == set()


def test_every_index_hears_of_a_change(settings: Settings) -> None:
    settings.SEARCH_ENGINE = "whoosh"
    rebuild()
    IndexTarget.objects.create(
        name="whoosh-being-built", engine="whoosh", state=IndexTarget.State.BUILDING
    )
    a_document()
    assert IndexJob.objects.count() == 2
    assert indexing.drain() == 1
    assert IndexJob.objects.get().target.name == "whoosh-being-built"


def test_one_process_writes_at_a_time(settings: Settings) -> None:
    settings.SEARCH_ENGINE = "whoosh"
    report = rebuild()
    a_document()
    with indexes.writing(report.index), pytest.raises(IndexBusyError):
        indexing.drain()
    assert indexing.drain() == 1
