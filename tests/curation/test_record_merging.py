"""Two records of one text become one, and two again within thirty days."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest
from django.core.exceptions import ValidationError
from django.core.serializers import serialize

from documents.curation import publish, restore, revert, trash, withdraw
from documents.curation.decisions import AddedLink, add_link, reject
from documents.curation.merges import CannotMergeError, CannotPartError, open_merges
from documents.curation.outcome import OtherOutcomeError
from documents.curation.record_merging import merge_records, preview_merge
from documents.curation.record_parting import part_records, preview_parting
from documents.models import (
    Document,
    KeywordItem,
    ListEntry,
    OldAddress,
    RecordList,
    Relation,
    Submission,
    TagItem,
    Topic,
    TopicLink,
)
from tests.build import NOON, a_document, a_draft, a_link, a_topic, a_user

if TYPE_CHECKING:
    from django.contrib.auth.models import User

pytestmark = pytest.mark.django_db
LATER = NOON + timedelta(days=1)


@dataclass
class World:
    """Two records of one text, a third that cites the one given up, and who does it."""

    copy: Document
    kept: Document
    other: Document
    ports: Topic
    user: User


@pytest.fixture
def world() -> World:
    text = "The ports of Shandong share their cranes. Ports policy is told."
    user = a_user("cora")
    kept = a_document("Cranes are shared", body=text)
    copy = a_document("Cranes are shared", body=text)
    other = a_document("A note on cranes", body="It cites the paper.")
    return World(copy, kept, other, a_topic("ports-policy", "theme"), user)


def _tables() -> str:
    """Return all that a merge may touch, but for moments of writing and keys of lost rows."""
    tables: tuple[Any, ...] = (
        TopicLink,
        TagItem,
        KeywordItem,
        ListEntry,
        Relation,
        Submission,
        OldAddress,
    )
    rows = [one for model in tables for one in model.objects.order_by("pk")]
    states = list(Document.objects.order_by("pk").values_list("pk", "status", "visible_from"))
    return f"{serialize('json', rows)} {states}"


def _merge(world: World) -> None:
    merge_records(world.copy, world.kept, by=world.user, now=LATER)


def test_the_one_given_up_lies_in_the_trash_and_its_number_leads_on(world: World) -> None:
    change = merge_records(world.copy, world.kept, by=world.user, now=LATER)
    world.copy.refresh_from_db()
    assert world.copy.status == "trashed"
    assert OldAddress.objects.present_record(world.copy.pk) == world.kept.pk
    assert (change.verb, change.document, change.by) == ("merged", world.kept, world.user)
    assert world.copy.changes.get().verb == "merged"


def test_a_curators_decisions_move_and_what_rules_found_does_not(world: World) -> None:
    delta, plan = a_topic("delta"), a_topic("plan", "instrument")
    add_link(
        world.copy, AddedLink(world.ports.pk, "Ports policy is told."), by=world.user, now=NOON
    )
    a_link(world.copy, delta, rule="name")
    undecided = a_link(world.kept, plan, status="suggested", rule="name")
    reject(a_link(world.copy, plan, rule="name"), by=world.user, now=NOON)
    _merge(world)
    assert not world.kept.links.filter(topic=delta).exists()
    moved = world.kept.links.get(topic=world.ports)
    assert (moved.status, moved.quote) == ("accepted", "Ports policy is told.")
    undecided.refresh_from_db()
    assert (undecided.status, undecided.decided_by) == ("rejected", world.user)


def test_a_decision_on_the_record_that_stays_counts_first(world: World) -> None:
    add_link(world.copy, AddedLink(world.ports.pk), by=world.user, now=NOON)
    reject(a_link(world.kept, world.ports, rule="name"), by=world.user, now=NOON)
    _merge(world)
    assert world.kept.links.get().status == "rejected"


def test_a_quote_that_the_other_text_does_not_have_stays_behind(world: World) -> None:
    Document.objects.filter(pk=world.kept.pk).update(body="Another wording.")
    add_link(
        world.copy, AddedLink(world.ports.pk, "Ports policy is told."), by=world.user, now=NOON
    )
    _merge(world)
    assert world.kept.links.get().quote == ""


def test_nothing_that_rests_on_licensed_text_moves(world: World) -> None:
    fields = {"access": "licensed", "restricted_body": "Behind the wall."}
    Document.objects.filter(pk=world.copy.pk).update(**fields)
    link = add_link(world.copy, AddedLink(world.ports.pk, "Behind"), by=world.user, now=NOON)
    TopicLink.objects.filter(pk=link.pk).update(is_restricted=True)
    found = preview_merge(world.copy, world.kept, LATER)
    assert (found.links, found.licensed, found.keeps_licensed_text) == ((), 1, False)
    world.copy.refresh_from_db()
    assert preview_merge(world.copy, world.kept, LATER).keeps_licensed_text
    _merge(world)
    world.kept.refresh_from_db()
    assert (world.kept.links.count(), world.kept.restricted_body) == (0, "")


def test_tags_and_keywords_move(world: World) -> None:
    world.copy.tags.add("harbour", "crane")
    world.kept.tags.add("crane")
    world.copy.keywords.add("logistics")
    _merge(world)
    assert set(world.kept.tags.names()) == {"harbour", "crane"}
    assert set(world.kept.keywords.names()) == {"logistics"}


def test_places_on_lists_move_and_both_notes_are_kept(world: World) -> None:
    mine, yours = (RecordList.objects.create(owner=world.user, name=name) for name in "ab")
    ListEntry.objects.create(record_list=mine, document=world.copy, note="Read on Monday")
    ListEntry.objects.create(record_list=yours, document=world.copy, note="From the copy")
    ListEntry.objects.create(record_list=yours, document=world.kept, note="From the first")
    _merge(world)
    notes = dict(ListEntry.objects.values_list("record_list__name", "note"))
    assert notes == {"a": "Read on Monday", "b": "From the first\nFrom the copy"}
    assert set(ListEntry.objects.values_list("document", flat=True)) == {world.kept.pk}


def test_relations_move_and_none_ties_a_record_to_itself(world: World) -> None:
    cites = {"kind": "cites", "status": "accepted", "quote": "It cites the paper."}
    Relation.objects.create(subject=world.other, object=world.copy, **cites)
    same = {"kind": "same-release-as", "rule": "same-text"}
    between = Relation.objects.create(subject=world.copy, object=world.kept, **same)
    _merge(world)
    moved = Relation.objects.get(kind="cites")
    assert (moved.object, moved.quote) == (world.kept, "It cites the paper.")
    between.refresh_from_db()
    assert (between.subject, between.object) == (world.copy, world.kept)


def test_the_page_moves_to_a_record_that_has_none(world: World) -> None:
    page = Submission.objects.create(raw="page", checksum="c", document=world.copy)
    _merge(world)
    page.refresh_from_db()
    assert page.document == world.kept


@pytest.mark.parametrize(
    ("fields", "reason"),
    [
        ({"status": "trashed"}, "in the trash"),
        ({"status": "withdrawn", "withdrawn_reason": "Wrong."}, "is withdrawn"),
        ({"status": "draft"}, "is not public"),
        ({"visible_from": LATER + timedelta(days=1)}, "is not public"),
    ],
)
def test_a_public_address_never_leads_to_what_is_hidden(
    world: World, fields: dict[str, object], reason: str
) -> None:
    Document.objects.filter(pk=world.kept.pk).update(**fields)
    world.kept.refresh_from_db()
    with pytest.raises(CannotMergeError, match=reason):
        _merge(world)
    assert not OldAddress.objects.exists()


def test_a_record_is_not_merged_with_itself(world: World) -> None:
    with pytest.raises(CannotMergeError, match="itself"):
        preview_merge(world.kept, world.kept, LATER)


def test_an_outcome_that_nobody_agreed_to_is_not_carried_out(world: World) -> None:
    expected = preview_merge(world.copy, world.kept, LATER).digest
    world.copy.tags.add("late")
    with pytest.raises(OtherOutcomeError):
        merge_records(world.copy, world.kept, by=None, now=LATER, expected=expected)


def test_an_undo_brings_back_all_that_moved(world: World) -> None:
    add_link(world.copy, AddedLink(world.ports.pk), by=world.user, now=NOON)
    a_link(world.kept, world.ports, status="suggested", rule="name")
    add_link(world.copy, AddedLink(a_topic("delta").pk), by=world.user, now=NOON)
    world.copy.tags.add("harbour")
    for name, both in (("a", False), ("b", True)):
        own = RecordList.objects.create(owner=world.user, name=name)
        ListEntry.objects.create(record_list=own, document=world.copy, note="copy")
        if both:
            ListEntry.objects.create(record_list=own, document=world.kept, note="kept")
    Relation.objects.create(subject=world.other, object=world.copy, kind="cites", quote="x")
    Submission.objects.create(raw="page", checksum="c", document=world.copy)
    before = _tables()
    change = merge_records(world.copy, world.kept, by=world.user, now=LATER)
    assert _tables() != before
    assert preview_parting(change, now=LATER).left == []
    assert open_merges("document", LATER) == [change]
    part_records(change, by=world.user, now=LATER)
    assert _tables() == before
    assert open_merges("document", LATER) == []
    with pytest.raises(CannotPartError, match="already"):
        part_records(change, by=None, now=LATER)


def test_what_was_decided_since_stays_and_is_told(world: World) -> None:
    add_link(world.copy, AddedLink(world.ports.pk), by=world.user, now=NOON)
    change = merge_records(world.copy, world.kept, by=world.user, now=LATER)
    later = LATER + timedelta(hours=1)
    reject(world.kept.links.get(), by=world.user, now=later)
    parted = part_records(change, by=None, now=later)
    assert parted.left == [
        "1 link was decided anew since; it stays with “Cranes are shared”.",
    ]
    assert world.kept.links.get().status == "rejected"


def test_after_thirty_days_the_two_stay_one(world: World) -> None:
    change = merge_records(world.copy, world.kept, by=None, now=NOON)
    with pytest.raises(CannotPartError, match="30 days"):
        part_records(change, by=None, now=NOON + timedelta(days=31))


def test_merge_after_merge_leads_to_the_last_and_is_undone_backwards(world: World) -> None:
    first = merge_records(world.copy, world.kept, by=None, now=LATER)
    second = merge_records(world.kept, world.other, by=None, now=LATER)
    assert OldAddress.objects.present_record(world.copy.pk) == world.other.pk
    with pytest.raises(CannotPartError, match="merged further since"):
        part_records(first, by=None, now=LATER)
    part_records(second, by=None, now=LATER)
    assert OldAddress.objects.present_record(world.copy.pk) == world.kept.pk
    part_records(first, by=None, now=LATER)
    assert not OldAddress.objects.exists()


def test_a_merged_record_comes_back_by_the_undo_only(world: World) -> None:
    change = merge_records(world.copy, world.kept, by=None, now=LATER)
    for verb in (restore, publish):
        with pytest.raises(ValidationError, match="undo the merge"):
            verb(world.copy, by=None, now=LATER)
    revert(change, by=None, now=LATER)
    world.copy.refresh_from_db()
    assert world.copy.status == "published"


def test_a_withdrawn_record_keeps_its_reason_through_merge_and_undo(world: World) -> None:
    gone = withdraw(world.copy, reason="The figures were wrong.", by=None, now=LATER)
    change = merge_records(gone, world.kept, by=None, now=LATER)
    record = part_records(change, by=None, now=LATER).record
    assert (record.status, record.withdrawn_reason) == ("withdrawn", "The figures were wrong.")


def test_two_drafts_may_be_merged(world: World) -> None:
    one, two = a_draft("Draft one"), a_draft("Draft two")
    merge_records(one, two, by=None, now=LATER)
    trash(two, by=None, now=LATER)
    assert Document.objects.filter(status="trashed").count() == 2
