from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from taggit.models import Tag

from documents.curation.linking import relink
from documents.curation.removing import (
    CannotRestoreError,
    StillUsedError,
    open_removals,
    remove_tag,
    remove_topic,
    restore_tag,
    restore_topic,
)
from documents.curation.vocabularies import load_vocabularies
from documents.models import Membership, Place, Topic, TopicLink
from tests.build import NOON, a_document, a_link, a_name, a_topic

FIXTURES = Path(__file__).parents[2] / "fixtures"
pytestmark = pytest.mark.django_db


def test_an_unused_tag_goes_and_comes_back_under_its_address() -> None:
    tag = Tag.objects.create(name="Wharves", slug="old-wharves")
    change = remove_tag(tag, by=None, now=NOON)
    assert not Tag.objects.exists()
    assert open_removals("tag", NOON) == [change]
    assert restore_tag(change, by=None, now=NOON).slug == "old-wharves"
    assert open_removals("tag", NOON) == []


@pytest.mark.parametrize("words", ["tags", "keywords"])
def test_a_tag_that_came_onto_a_record_meanwhile_stays(words: str) -> None:
    getattr(a_document(), words).add("wharves")
    with pytest.raises(StillUsedError, match="“wharves” is used on 1 record"):
        remove_tag(Tag.objects.get(), by=None, now=NOON)
    assert Tag.objects.exists()


def test_a_tag_whose_name_is_taken_again_does_not_come_back() -> None:
    change = remove_tag(Tag.objects.create(name="Wharves"), by=None, now=NOON)
    Tag.objects.create(name="Wharves")
    with pytest.raises(CannotRestoreError):
        restore_tag(change, by=None, now=NOON)


@pytest.mark.parametrize("days", [0, 31])
def test_it_comes_back_once_and_for_thirty_days_only(days: int) -> None:
    change = remove_topic(a_topic("jinan"), by=None, now=NOON)
    later = NOON + timedelta(days=days)
    if not days:
        restore_topic(change, by=None, now=later)
    with pytest.raises(CannotRestoreError):
        restore_topic(change, by=None, now=later)


def test_an_unused_topic_comes_back_with_its_names_and_its_place() -> None:
    above = a_topic("shandong")
    topic = a_topic("jinan", en="Jinan", zh="济南", parent=above)
    a_name(topic, "泉城", "zh")
    Place.objects.create(topic=topic, level="prefecture", code="3701")
    change = remove_topic(topic, by=None, now=NOON)
    assert list(Topic.objects.all()) == [above]
    restore_topic(change, by=None, now=NOON)
    back = Topic.objects.get(slug="jinan")
    assert (back.pk, back.parent, back.place.code) == (topic.pk, above, "3701")
    assert {one.name for one in back.names.all()} == {"Jinan", "济南", "泉城"}


def test_a_topic_comes_back_at_the_top_when_the_one_above_is_gone() -> None:
    above = a_topic("shandong")
    change = remove_topic(a_topic("jinan", parent=above), by=None, now=NOON)
    remove_topic(above, by=None, now=NOON)
    assert restore_topic(change, by=None, now=NOON).parent is None


def test_a_topic_whose_address_is_taken_does_not_come_back() -> None:
    change = remove_topic(a_topic("jinan"), by=None, now=NOON)
    a_topic("jinan")
    with pytest.raises(CannotRestoreError, match="address"):
        restore_topic(change, by=None, now=NOON)
    assert Topic.objects.count() == 1


def test_a_topic_with_a_rejected_link_stays_for_the_decision_on_it() -> None:
    topic = a_topic("jinan")
    a_link(a_document(), topic, status=TopicLink.Status.REJECTED)
    with pytest.raises(StillUsedError, match="counting what was rejected"):
        remove_topic(topic, by=None, now=NOON)


def test_a_topic_that_a_name_may_mean_stays() -> None:
    topic = a_topic("jinan", en="Jinan")
    relink(a_document(body="Trains reach Jinan."))
    TopicLink.objects.all().delete()
    with pytest.raises(StillUsedError, match="record"):
        remove_topic(topic, by=None, now=NOON)


def test_a_topic_with_others_below_it_stays() -> None:
    above = a_topic("shandong")
    a_topic("jinan", parent=above)
    with pytest.raises(StillUsedError, match="below"):
        remove_topic(above, by=None, now=NOON)


def test_a_member_of_a_cluster_stays() -> None:
    region, cluster = a_topic("jinan"), a_topic("delta", "cluster")
    Membership.objects.create(whole=cluster, part=region)
    for one in (region, cluster):
        with pytest.raises(StillUsedError, match="member"):
            remove_topic(one, by=None, now=NOON)


def test_a_shipped_topic_stays_away_when_the_vocabularies_are_loaded_again() -> None:
    load_vocabularies(FIXTURES)
    topic = Topic.objects.get(facet="theme", slug="new-drivers")
    change = remove_topic(topic, by=None, now=NOON)
    load_vocabularies(FIXTURES)
    assert not Topic.objects.filter(facet="theme", slug=topic.slug).exists()
    restore_topic(change, by=None, now=NOON)
    tallies = load_vocabularies(FIXTURES)
    assert not any(tally.changed for tally in tallies)
