from __future__ import annotations

import random
from datetime import date, timedelta

import pytest
from pytest_django import DjangoAssertNumQueries

from documents.models import Document, KeptCounts, Topic, TopicLink, UncountedChange, Visibility
from documents.overviews import counts
from documents.overviews.counts import current_inventory, keep_counts
from documents.overviews.holdings import load_holdings
from tests.build import NOON, a_document, a_link, a_topic, a_visibility

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def nothing_remembered(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(counts._memory, "last", None)


def _plain_counts(visibility: Visibility) -> dict[int, int]:
    """Count each topic the slow way: the distinct records linked to it or to one below it."""
    found = {}
    for topic in Topic.objects.all():
        family, ring = {topic.pk}, {topic.pk}
        while ring and topic.facet != Topic.Facet.CLUSTER:
            ring = set(Topic.objects.filter(parent__in=ring).values_list("pk", flat=True))
            family |= ring
        links = TopicLink.objects.filter(visibility.links(), topic__in=family)
        if count := links.values("document").distinct().count():
            found[topic.pk] = count
    return found


def _kept_counts(visibility: Visibility) -> dict[int, int]:
    return {pk: one.bit_count() for pk, one in load_holdings(visibility).topics.items()}


class _World:
    """A handful of records and topics, and what an editor may do to them."""

    def __init__(self) -> None:
        self.shandong = a_topic("shandong")
        self.topics = [
            self.shandong,
            a_topic("jinan", parent=self.shandong),
            a_topic("henan"),
            a_topic("green", "theme"),
            a_topic("delta", "cluster"),
        ]
        self.documents = [a_document(f"Record {n}", access="licensed") for n in range(3)]
        keep_counts()

    def act(self, dice: random.Random) -> None:
        document = dice.choice(self.documents)
        verb = dice.choice([self._write, self._link, self._unlink, self._date, self._state])
        verb(document, dice)
        if dice.random() < 0.1:
            keep_counts()
        if dice.random() < 0.2:
            parent = dice.choice([None, self.shandong])
            Topic.objects.filter(slug="jinan").update(parent=parent)

    def _write(self, document: Document, dice: random.Random) -> None:
        if dice.random() < 0.3 and len(self.documents) > 1:
            self.documents.remove(document)
            document.delete()
        else:
            self.documents.append(a_document(f"Record {dice.random()}", access="licensed"))

    def _link(self, document: Document, dice: random.Random) -> None:
        values = {
            "status": dice.choice(TopicLink.Status.values),
            "is_restricted": dice.random() < 0.3,
            "quote": "A sentence.",
        }
        topic = dice.choice(self.topics)
        TopicLink.objects.update_or_create(document=document, topic=topic, defaults=values)

    def _unlink(self, document: Document, dice: random.Random) -> None:
        document.links.all().delete()

    def _date(self, document: Document, dice: random.Random) -> None:
        document.sorted_on = date(dice.choice([2019, 2023]), 5, 1)
        document.kind = dice.choice(Document.Kind.values)
        document.save()

    def _state(self, document: Document, dice: random.Random) -> None:
        document.status = dice.choice(["draft", "published", "published", "trashed"])
        document.visible_from = NOON + timedelta(days=dice.choice([-2, 0, 2]))
        document.embargo_until = document.visible_from + timedelta(days=dice.choice([0, 3]))
        document.save()


@pytest.fixture
def world() -> _World:
    return _World()


@pytest.mark.parametrize("seed", range(6))
def test_a_count_shown_equals_a_plain_count_after_every_change(world: _World, seed: int) -> None:
    dice = random.Random(seed)
    for _ in range(12):
        world.act(dice)
        visibility = a_visibility(
            NOON + timedelta(days=dice.choice([-3, -1, 0, 1, 4])),
            reads_licensed=dice.random() < 0.5,
        )
        assert _kept_counts(visibility) == _plain_counts(visibility)


@pytest.mark.parametrize("seed", range(4))
def test_the_newest_records_are_those_of_a_plain_query(world: _World, seed: int) -> None:
    dice = random.Random(seed)
    for _ in range(8):
        world.act(dice)
        holdings = load_holdings(a_visibility())
        plain = Document.objects.readable_by(a_visibility()).newest_first()
        assert holdings.newest(holdings.everything, 5) == list(
            plain.values_list("pk", flat=True)[:5]
        )


def test_an_embargo_ends_in_the_kept_counts_without_a_write() -> None:
    topic = a_topic("shandong")
    a_link(a_document(embargo_until=NOON + timedelta(days=1)), topic)
    keep_counts()
    assert load_holdings(a_visibility()).of(topic) == 0
    after = a_visibility(NOON + timedelta(days=1))
    assert load_holdings(after).of(topic).bit_count() == 1


def test_a_change_that_nobody_noted_is_not_seen_so_the_note_matters() -> None:
    topic = a_topic("shandong")
    keep_counts()
    a_link(a_document(), topic)
    assert load_holdings(a_visibility()).of(topic).bit_count() == 1
    UncountedChange.objects.all().delete()
    assert load_holdings(a_visibility()).of(topic) == 0


def test_keeping_the_counts_forgets_the_changes_that_they_hold() -> None:
    a_document()
    a_document("Another")
    assert len(keep_counts()) == 2
    assert not UncountedChange.objects.exists()
    assert KeptCounts.objects.get().record_count == 2


def test_a_record_that_changes_once_more_is_counted_once_more() -> None:
    topic = a_topic("shandong")
    keep_counts()
    document = a_document()
    link = a_link(document, topic)
    assert load_holdings(a_visibility()).of(topic).bit_count() == 1
    link.delete()
    assert load_holdings(a_visibility()).of(topic) == 0


def test_a_small_base_is_counted_and_not_kept() -> None:
    a_document()
    assert len(current_inventory()) == 1
    assert not KeptCounts.objects.exists()


def test_counts_of_another_layout_are_counted_anew() -> None:
    keep_counts()
    KeptCounts.objects.update(layout=99, data=b"unreadable")
    a_document()
    assert len(current_inventory()) == 1


def test_too_many_changes_are_answered_by_a_whole_count(monkeypatch: pytest.MonkeyPatch) -> None:
    keep_counts()
    monkeypatch.setattr(counts, "MOST_CHANGES", 1)
    a_document()
    a_document("Another")
    assert len(current_inventory()) == 2


@pytest.mark.django_db(transaction=True)
def test_kept_counts_take_two_queries_whatever_their_size(
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    topic = a_topic("shandong")
    for number in range(8):
        a_link(a_document(f"Record {number}"), topic)
    keep_counts()
    load_holdings(a_visibility())
    with django_assert_num_queries(2):
        load_holdings(a_visibility())


@pytest.mark.django_db(transaction=True)
def test_a_large_base_is_kept_by_the_first_reader(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(counts, "KEEP_FROM", 1)
    a_document()
    current_inventory()
    assert KeptCounts.objects.get().record_count == 1


@pytest.mark.django_db(transaction=True)
def test_a_process_that_remembers_counts_sees_every_later_change() -> None:
    topic = a_topic("shandong")
    keep_counts()
    for number in range(3):
        document = a_document(f"Record {number}")
        a_link(document, topic)
        assert load_holdings(a_visibility()).of(topic).bit_count() == number + 1
    keep_counts()
    assert load_holdings(a_visibility()).of(topic).bit_count() == 3


def test_a_check_finds_nothing_after_many_changes_and_finds_one_that_was_not_noted(
    world: _World,
) -> None:
    dice = random.Random(5)
    for _ in range(10):
        world.act(dice)
    assert not counts.kept_counts_differ()
    keep_counts()
    a_document("Written behind the product's back")
    UncountedChange.objects.all().delete()
    assert counts.kept_counts_differ()
