"""A curator says how two records stand to one another, and may take it back."""

from __future__ import annotations

import pytest
from django.core.exceptions import ValidationError

from documents import curation
from documents.curation.citing import relate_citations
from documents.curation.linking import relink
from documents.curation.relating import decide_relation, put_beside
from documents.models import Change, Document, Relation
from tests.build import NOON, a_document, a_user

pytestmark = pytest.mark.django_db
Status = Relation.Status


@pytest.fixture
def pair() -> tuple[Document, Document]:
    return a_document("One"), a_document("Two")


def last_change() -> Change:
    return Change.objects.latest("pk")


def test_a_pin_is_one_relation_whichever_record_it_is_set_on(
    pair: tuple[Document, Document],
) -> None:
    one, two = pair
    put_beside(one, two, "pin", by=a_user(), now=NOON)
    put_beside(two, one, "hide", by=None, now=NOON)
    relation = Relation.objects.get()
    assert (relation.subject, relation.status) == (one, Status.REJECTED)


def test_pins_stand_in_the_history_and_can_be_put_back(pair: tuple[Document, Document]) -> None:
    one, two = pair
    user = a_user()
    put_beside(one, two, "pin", by=user, now=NOON)
    put_beside(one, two, "hide", by=user, now=NOON)
    assert [(change.verb, change.by) for change in one.changes.order_by("pk")] == [
        ("pinned", user),
        ("hidden", user),
    ]
    curation.revert(last_change(), by=user, now=NOON)
    assert Relation.objects.get().status == Status.ACCEPTED
    curation.revert(one.changes.order_by("pk")[0], by=user, now=NOON)
    assert Relation.objects.get().status == Status.SUGGESTED


def test_who_decides_signs_and_what_is_let_go_is_signed_by_nobody(
    pair: tuple[Document, Document],
) -> None:
    user = a_user()
    put_beside(*pair, "pin", by=user, now=NOON)
    put_beside(*pair, "hide", by=user, now=NOON)
    hidden = Relation.objects.get()
    assert (hidden.decided_by, hidden.decided_at) == (user, NOON)
    put_beside(*pair, "let", by=user, now=NOON)
    open_again = Relation.objects.get()
    assert (open_again.decided_by, open_again.decided_at) == (None, None)


def test_to_let_go_of_what_was_never_pinned_writes_nothing(
    pair: tuple[Document, Document],
) -> None:
    assert put_beside(*pair, "let", by=None, now=NOON) is None
    assert not Change.objects.exists()


def test_no_record_stands_beside_itself() -> None:
    document = a_document()
    with pytest.raises(ValidationError, match="beside itself"):
        put_beside(document, document, "pin", by=None, now=NOON)


def test_a_curator_may_choose_another_kind_and_direction(pair: tuple[Document, Document]) -> None:
    one, two = pair
    relation = Relation.objects.create(subject=one, object=two, kind="same-release-as")
    decided = decide_relation(
        relation, Status.ACCEPTED, by=None, now=NOON, standing="new-version-of-by"
    )
    assert (decided.subject, decided.object) == (two, one)
    stored = Relation.objects.get()
    assert (stored.subject, stored.kind, stored.object) == (two, "new-version-of", one)
    curation.revert(last_change(), by=None, now=NOON)
    stored.refresh_from_db()
    assert (stored.subject, stored.kind, stored.status) == (one, "same-release-as", "suggested")


def test_one_relation_does_not_stand_twice(pair: tuple[Document, Document]) -> None:
    one, two = pair
    Relation.objects.create(subject=one, object=two, kind="cites", status="accepted")
    other = Relation.objects.create(subject=one, object=two, kind="implements")
    with pytest.raises(ValidationError, match="stands already"):
        decide_relation(other, Status.ACCEPTED, by=None, now=NOON, standing="cites")


def test_a_citation_of_another_kind_is_not_proposed_again() -> None:
    title = "关于加快建设全国统一大市场的意见"
    cited = a_document(title, kind="policy")
    report = a_document("一份报告", body=f"本文讨论《{title}》的影响。", language="zh")
    relink(report)
    [relation] = relate_citations(report)
    decide_relation(relation, Status.ACCEPTED, by=None, now=NOON, standing="translation-of-by")
    assert relate_citations(report) == []
    assert Relation.objects.get().subject == cited


def test_the_history_names_the_records_of_a_relation(pair: tuple[Document, Document]) -> None:
    one, two = pair
    relation = Relation.objects.create(subject=one, object=two, kind="cites")
    decide_relation(relation, Status.ACCEPTED, by=None, now=NOON, standing="cites-by")
    shown = {one.field: (one.before, one.after) for one in curation.shown_changes(last_change())}
    assert shown["subject_id"] == ("One", "Two")
    assert shown["status"] == ("Suggested", "Accepted")
