from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from documents import curation
from documents.curation import DateEntry, Decisions, Entry, entry_of
from documents.ingest import Author, Caption
from documents.models import Change, Document, TopicLink
from tests.build import NOON, a_document, a_draft, a_link, a_topic, a_user

pytestmark = pytest.mark.django_db

BEFORE = Entry(
    "Ports",
    "report",
    body="Ports work.",
    authors=(Author("An Li", ("Institute",), "Team"),),
    dates=(DateEntry("posted", date(2024, 3, 5), raw="Mar 5"),),
    captions=(Caption("A crane", "IC"),),
    keywords=("freight",),
    total_number=7,
)


def _revise(document: Document, **changes: Any) -> Document:
    return curation.revise(
        document,
        replace(entry_of(document), **changes),
        seen_at=document.updated_at,
        by=a_user(f"user-{Change.objects.count()}"),
        now=NOON,
    )


def test_a_change_says_who_when_what_and_why() -> None:
    document = curation.accept(None, BEFORE, by=None, now=NOON)
    with curation.because("The page was corrected."):
        _revise(document, title="Harbours")
    change = Change.objects.first()
    assert change is not None
    assert change.fields == {"title": ["Ports", "Harbours"]}
    assert (change.by, change.at, change.why) == (
        change.by,
        NOON,
        "The page was corrected.",
    )
    assert change.document == document


def test_saving_without_a_change_leaves_no_trace() -> None:
    document = curation.accept(None, BEFORE, by=None, now=NOON)
    _revise(document)
    assert [change.verb for change in Change.objects.all()] == ["created"]


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("title", "Harbours"),
        ("body", "Other text."),
        ("authors", (Author("Zhao Ming"),)),
        ("dates", (DateEntry("event", date(2020, 1, 1), "month"),)),
        ("captions", ()),
        ("keywords", ("rail", "sea")),
        ("total_number", None),
    ],
)
def test_any_field_can_be_put_back_and_later_changes_of_others_stay(field: str, value: Any) -> None:
    document = curation.accept(None, BEFORE, by=None, now=NOON)
    document = _revise(document, **{field: value})
    change = Change.objects.first()
    assert change is not None
    document = _revise(document, series="Working paper")
    curation.revert(change, [field], by=None, now=NOON)
    document = Document.objects.get()
    assert getattr(entry_of(document), field) == getattr(BEFORE, field)
    assert document.series == "Working paper"


def test_a_publication_and_its_links_stand_in_the_history() -> None:
    document, ann = a_draft(), a_user()
    a_link(document, a_topic("jinan"), status=TopicLink.Status.SUGGESTED)
    curation.publish(document, by=ann, now=NOON)
    verbs = [(change.noun, change.verb, change.by) for change in Change.objects.order_by("pk")]
    assert verbs == [("link", "accepted", ann), ("document", "published", ann)]


def test_a_withdrawal_keeps_its_reason_and_can_be_put_back() -> None:
    document = curation.withdraw(a_document(), reason="Wrong.", by=None, now=NOON)
    change = Change.objects.get()
    assert change.why == "Wrong."
    curation.revert(change, by=None, now=NOON)
    document.refresh_from_db()
    assert document.status == "published"


def test_a_rejected_link_can_be_put_back() -> None:
    link = a_link(a_draft(), a_topic("jinan"))
    decisions = Decisions(unticked=frozenset({link.topic_id}))
    curation.decide(link.document, decisions, by=None, now=NOON)
    curation.revert(Change.objects.get(), by=None, now=NOON)
    link.refresh_from_db()
    assert link.status == "accepted"


def test_what_was_done_together_is_undone_together() -> None:
    documents = [a_document(f"Record {number}") for number in range(3)]
    with curation.together("wrong source") as batch:
        for document in documents:
            curation.trash(document, by=None, now=NOON)
    assert curation.undo(batch, by=None, now=NOON).taken_back == 3
    assert set(Document.objects.values_list("status", flat=True)) == {"published"}


def test_the_history_outlives_the_record() -> None:
    document = curation.trash(a_document(), by=None, now=NOON)
    document.delete()
    change = Change.objects.get()
    assert change.label == "City clusters in Shandong"
    with pytest.raises(curation.CannotRevertError):
        curation.revert(change, by=None, now=NOON)
