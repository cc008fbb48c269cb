from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

import pytest
from django.core.exceptions import ValidationError

from documents import curation
from documents.curation import ChangedMeanwhileError, DateEntry, Entry, entry_of
from documents.ingest import Author, Caption
from documents.models import Document, Source, Submission
from tests.build import NOON, a_document, a_source
from tests.curation.pages import a_submission, the_vocabulary

pytestmark = pytest.mark.django_db

ENTRY = Entry(
    title="Ports together",
    kind="report",
    body="Ports work together.",
    abstract="About ports.",
    series="Research Report",
    number="7, 2024",
    total_number=7011,
    authors=(
        Author("Zhao Ming", ("Institute of Ports", "Centre for Coastal Studies"), "Port team"),
        Author("An Li"),
    ),
    issuing_bodies=("Ministry of Transport", "Bureau of Ports"),
    dates=(
        DateEntry("posted", date(2024, 3, 5), raw="Mar 5,2024"),
        DateEntry("report", date(2024, 2, 20), raw="2024-2-20"),
    ),
    captions=(Caption("A crane", "Photo/IC", "crane.jpg"),),
    keywords=("freight", "harbours"),
    tags=("to watch",),
    related_titles=("Another page",),
)


def accept(submission: Submission | None, entry: Entry) -> Document:
    return curation.accept(submission, entry, by=None, now=NOON)


def revise(document: Document, entry: Entry, *, seen_at: datetime) -> Document:
    return curation.revise(document, entry, seen_at=seen_at, by=None, now=NOON)


def test_a_record_holds_all_that_was_agreed() -> None:
    document = accept(None, ENTRY)
    assert entry_of(document) == ENTRY


def test_a_new_record_is_a_draft_dated_by_the_rule() -> None:
    document = accept(None, ENTRY)
    assert document.status == Document.Status.DRAFT
    assert document.published_on == date(2024, 3, 5)
    assert (document.sorted_on, document.sorted_role) == (date(2024, 2, 20), "report")


def test_the_submission_is_closed_and_holds_the_record() -> None:
    submission = a_submission()
    document = accept(submission, ENTRY)
    submission.refresh_from_db()
    assert submission.document == document
    assert submission.state == Submission.State.ACCEPTED


def test_a_submission_becomes_one_record_only() -> None:
    submission = a_submission()
    first = accept(submission, ENTRY)
    with pytest.raises(ChangedMeanwhileError) as refusal:
        accept(submission, ENTRY)
    assert refusal.value.document == first
    assert Document.objects.count() == 1


def test_nothing_is_stored_where_a_value_does_not_fit() -> None:
    submission = a_submission()
    too_long = replace(ENTRY, authors=(Author("x" * 201),))
    with pytest.raises(ValidationError):
        accept(submission, too_long)
    submission.refresh_from_db()
    assert submission.document is None
    assert not Document.objects.exists()


def test_restricted_text_makes_no_open_record() -> None:
    with pytest.raises(ValidationError, match="licence holders"):
        accept(None, replace(ENTRY, restricted_body="Secret."))


def test_an_author_named_twice_is_stored_once_in_the_first_place() -> None:
    twice = (Author("Zhao Ming"), Author("An Li"), Author("Zhao Ming", ("Elsewhere",)))
    document = accept(None, replace(ENTRY, authors=twice))
    assert entry_of(document).authors == twice[:2]


def test_a_named_source_is_found_in_any_spelling_or_added() -> None:
    known = a_source("Centre for Ports", name_zh="港口中心")
    assert accept(None, replace(ENTRY, source_name="centre for ports")).source == known
    assert accept(None, replace(ENTRY, source_name="港口中心")).source == known
    added = accept(None, replace(ENTRY, source_name="Centre for Trains")).source
    assert added == Source.objects.get(slug="centre-for-trains")


def test_a_source_without_a_basis_was_set_by_a_curator() -> None:
    document = accept(None, replace(ENTRY, source_id=a_source().pk))
    assert document.source_basis == Document.SourceBasis.CURATOR


def test_a_change_replaces_what_changed() -> None:
    document = accept(None, ENTRY)
    changed = replace(ENTRY, title="Ports apart", authors=(Author("An Li"),), keywords=("rail",))
    revise(document, changed, seen_at=document.updated_at)
    stored = Document.objects.get()
    assert entry_of(stored) == changed


def test_the_second_of_two_curators_is_told_and_nothing_is_written() -> None:
    document = accept(None, ENTRY)
    seen_at = document.updated_at
    revise(document, replace(ENTRY, title="First"), seen_at=seen_at)
    with pytest.raises(ChangedMeanwhileError) as refusal:
        revise(document, replace(ENTRY, title="Second"), seen_at=seen_at)
    assert refusal.value.stored.title == "First"
    assert Document.objects.get().title == "First"


def test_a_page_read_and_accepted_becomes_a_record_with_its_links() -> None:
    qingdao, cluster, _source = the_vocabulary()
    submission = a_submission()
    reading = curation.read(submission)
    document = accept(submission, reading.entry)
    assert document.title == "Harbour Logistics in the Shandong Peninsula"
    assert document.total_number == 7011
    assert document.published_on == date(2024, 3, 5)
    assert {link.topic for link in document.links.all()} == {qingdao, cluster}
    assert all(link.status == "suggested" for link in document.links.all())
    curation.publish(document, by=None, now=NOON)
    assert all(link.status == "accepted" for link in document.links.all())


def test_a_date_that_rests_on_no_dated_fact_outlives_a_change_of_the_title() -> None:
    document = a_document(sorted_role=Document.SortRole.CURATOR)
    changed = replace(entry_of(document), title="Another title")
    revise(document, changed, seen_at=document.updated_at)
    assert Document.objects.get().published_on == document.published_on
