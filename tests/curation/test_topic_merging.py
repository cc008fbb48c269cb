"""Two topics become one, and two again within thirty days."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from documents.curation.decisions import accept_link, reject
from documents.curation.linking import relink
from documents.curation.merges import CannotMergeError, CannotPartError, open_merges
from documents.curation.name_change import NameChange, change_names
from documents.curation.outcome import OtherOutcomeError
from documents.curation.topic_merging import merge_topics, preview_merge
from documents.curation.topic_parting import part_topics, preview_parting
from documents.curation.vocabularies import load_vocabularies
from documents.gazetteer.phrases import read_phrases
from documents.models import Change, Document, Membership, OldAddress, Place, Topic, TopicName
from tests.build import NOON, a_document, a_link, a_name, a_topic

if TYPE_CHECKING:
    from pytest_django import Settings

pytestmark = pytest.mark.django_db
THEME = Topic.Facet.THEME


@dataclass
class World:
    """Two themes; the records name the first, the second, and both."""

    ports: Topic
    docks: Topic
    one: Document
    two: Document
    both: Document


@pytest.fixture
def world() -> World:
    above = a_topic("transport", THEME, en="All of transport")
    ports = a_topic("ports-policy", THEME, en="Ports policy", zh="港口政策", parent=above)
    docks = a_topic("docks-policy", THEME, en="Docks policy", parent=above)
    a_name(docks, "Quay policy")
    texts = ("Ports policy matters.", "Docks policy matters.", "Ports policy, docks policy.")
    records = [a_document(f"Record {number}", body=text) for number, text in enumerate(texts)]
    for record in records:
        relink(record)
    return World(ports, docks, *records)


def _state() -> dict[str, object]:
    """Return everything that a merge may touch, as plain values."""
    names = TopicName.objects.order_by("pk").values_list("topic__slug", "name", "language", "role")
    topics = Topic.objects.order_by("slug").values_list("slug", "parent__slug")
    return {
        "names": sorted(names),
        "topics": list(topics),
        "links": {
            (document.title, link.topic.slug, link.status, link.quote, link.mention_count)
            for document in Document.objects.all()
            for link in document.links.all()
        },
        "members": sorted(Membership.objects.values_list("whole__slug", "part__slug")),
        "places": sorted(Place.objects.values_list("topic__slug", "code")),
        "addresses": sorted(OldAddress.objects.values_list("slug", "new_slug")),
    }


def _linked(topic: Topic) -> set[str]:
    return set(topic.links.values_list("document__title", flat=True))


def test_a_preview_counts_what_moves_and_writes_nothing(world: World) -> None:
    before = _state()
    found = preview_merge(world.docks, world.ports)
    assert (found.moving, found.both) == ((world.two.pk,), (world.both.pk,))
    assert found.names == ("Docks policy", "Quay policy")
    assert _state() == before


def test_links_and_names_move_and_the_old_address_leads_on(world: World) -> None:
    merge_topics(world.docks, world.ports, by=None, now=NOON)
    assert _linked(world.ports) == {"Record 0", "Record 1", "Record 2"}
    roles = dict(world.ports.names.values_list("name", "role"))
    assert roles["Docks policy"] == roles["Quay policy"] == "alternative"
    assert OldAddress.objects.present_slug("theme", "docks-policy") == "ports-policy"
    assert not Topic.objects.filter(slug="docks-policy").exists()


def test_a_record_written_later_with_the_old_name_links_to_the_new_topic(world: World) -> None:
    merge_topics(world.docks, world.ports, by=None, now=NOON)
    late = a_document("Late", body="Quay policy at last.")
    relink(late)
    assert late.links.get().topic == world.ports


def test_merging_and_parting_gives_back_every_value(world: World) -> None:
    child = a_topic("pilots", THEME, parent=world.docks)
    before = _state()
    change = merge_topics(world.docks, world.ports, by=None, now=NOON)
    child.refresh_from_db()
    assert child.parent == world.ports
    parted = part_topics(change, by=None, now=NOON + timedelta(days=29))
    assert parted.left == []
    assert _state() == before


def test_a_place_and_its_memberships_move_and_come_back() -> None:
    old, new = a_topic("old-city", en="Old City"), a_topic("new-city", en="New City")
    Place.objects.create(topic=old, level="prefecture", code="3799")
    for slug, places in (("a-cluster", [old]), ("b-cluster", [old, new])):
        whole = a_topic(slug, Topic.Facet.CLUSTER)
        for place in places:
            Membership.objects.create(whole=whole, part=place)
    before = _state()
    change = merge_topics(old, new, by=None, now=NOON)
    assert _state()["places"] == [("new-city", "3799")]
    assert _state()["members"] == [("a-cluster", "new-city"), ("b-cluster", "new-city")]
    part_topics(change, by=None, now=NOON)
    assert _state() == before


def test_a_curators_decision_survives_a_merge_and_its_undo(world: World) -> None:
    reject(world.both.links.get(topic=world.ports), by=None, now=NOON)
    accept_link(world.both.links.get(topic=world.docks), by=None, now=NOON)
    before = _state()
    change = merge_topics(world.docks, world.ports, by=None, now=NOON)
    assert world.both.links.get().status == "rejected"  # the topic that stays has the say
    part_topics(change, by=None, now=NOON)
    assert _state() == before


def test_an_accepted_link_is_not_lost_where_the_other_was_only_suggested(world: World) -> None:
    accept_link(world.both.links.get(topic=world.docks), by=None, now=NOON)
    merge_topics(world.docks, world.ports, by=None, now=NOON)
    assert world.both.links.get().status == "accepted"


def test_an_undo_tells_what_later_work_keeps_it_from_restoring(world: World) -> None:
    change = merge_topics(world.docks, world.ports, by=None, now=NOON)
    later = NOON + timedelta(hours=1)
    accept_link(world.two.links.get(), by=None, now=later)
    change_names(NameChange(world.ports, removed=("Quay policy",)), by=None, now=later)
    before = _state()
    foreseen = preview_parting(change, now=later)
    assert _state() == before
    parted = part_topics(change, by=None, now=later)
    assert parted.left == foreseen.left
    assert [sentence.split(":")[0] for sentence in parted.left] == [
        "Taken away since the merge, and stays away",
        "On 1 record the link was decided since; it stays with “Ports policy”.",
    ]
    assert world.two.links.filter(topic=world.ports, status="accepted").exists()


def test_a_merge_is_undone_once_within_thirty_days_and_while_its_address_is_free(
    world: World,
) -> None:
    change = merge_topics(world.docks, world.ports, by=None, now=NOON)
    assert open_merges("topic", NOON) == [change]
    with pytest.raises(CannotPartError, match="30 days"):
        part_topics(change, by=None, now=NOON + timedelta(days=31))
    part_topics(change, by=None, now=NOON)
    assert open_merges("topic", NOON) == []
    with pytest.raises(CannotPartError, match="already"):
        part_topics(change, by=None, now=NOON)


def test_an_undo_finds_the_topic_that_the_merged_one_was_merged_into(world: World) -> None:
    first = merge_topics(world.docks, world.ports, by=None, now=NOON)
    havens = a_topic("havens", THEME, en="Havens")
    merge_topics(world.ports, havens, by=None, now=NOON)
    assert OldAddress.objects.present_slug("theme", "docks-policy") == "havens"
    parted = part_topics(first, by=None, now=NOON)
    assert _linked(parted.topic) == {"Record 1", "Record 2"}
    assert OldAddress.objects.present_slug("theme", "docks-policy") == "docks-policy"


def test_topics_of_two_kinds_and_a_topic_with_one_below_it_are_not_merged(world: World) -> None:
    below = a_topic("pilots", THEME, parent=world.docks)
    for into in (world.docks, a_topic("jinan"), below):
        with pytest.raises(CannotMergeError):
            merge_topics(world.docks, into, by=None, now=NOON)
    assert Topic.objects.filter(slug="docks-policy").exists()


def test_a_theme_does_not_become_a_heading_by_a_merge(world: World) -> None:
    a_topic("pilots", THEME, parent=world.docks)
    with pytest.raises(CannotMergeError, match="heading"):
        merge_topics(world.docks, a_topic("havens", THEME), by=None, now=NOON)


def test_a_merge_that_would_do_something_else_by_now_is_not_made(world: World) -> None:
    agreed = preview_merge(world.docks, world.ports).digest
    a_link(a_document("New"), world.docks)
    with pytest.raises(OtherOutcomeError):
        merge_topics(world.docks, world.ports, by=None, now=NOON, expected=agreed)


def test_the_history_keeps_who_merged_what(world: World) -> None:
    merge_topics(world.docks, world.ports, by=None, now=NOON)
    change = Change.objects.get(noun="topic", verb="merged")
    assert change.object_id == world.ports.pk
    assert change.fields["label"] == ["Docks policy", "Ports policy"]


def test_phrases_of_a_merged_theme_tell_the_theme_it_went_into_and_no_reload_revives_it(
    settings: Settings,
) -> None:
    folder = Path(settings.FIXTURE_DIRS[0])
    load_vocabularies(folder)
    phrase = next(one for one in read_phrases() if one.rule == "phrase")
    text = f"This is about {phrase.text}."
    old = Topic.objects.get(facet=THEME, slug=phrase.slug)
    into = a_topic("the-new-theme", THEME, en="The new theme")
    merge_topics(old, into, by=None, now=NOON)
    again = a_document("Carbon again", body=text)
    relink(again)
    assert again.mentions.filter(surface=phrase.text, candidates__topic=into).exists()
    assert not any(tally.changed for tally in load_vocabularies(folder))
    assert not Topic.objects.filter(facet="theme", slug=old.slug).exists()
