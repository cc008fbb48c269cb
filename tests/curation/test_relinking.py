"""A change of names by any door shows until the records it touches are linked anew."""

from __future__ import annotations

from io import StringIO

import pytest
from django.core.management import call_command

from documents.curation.linked_names import note_linked
from documents.curation.linking import relink
from documents.curation.name_change import NameChange, change_names
from documents.curation.relinking import (
    preview_relinking,
    relink_all,
    relink_touched,
    touched_records,
    unlinked_changes,
)
from documents.curation.topic_merging import merge_topics
from documents.gazetteer import load_vocabulary
from documents.models import Document, Place, Topic, TopicName
from tests.build import NOON, a_document, a_name, a_topic

pytestmark = pytest.mark.django_db


@pytest.fixture
def jinan() -> Topic:
    topic = a_topic("jinan", en="Jinan")
    note_linked(load_vocabulary())
    return topic


def _text(title: str, body: str) -> Document:
    document = a_document(title, body=body)
    relink(document)
    return document


def _linked() -> set[tuple[str, str]]:
    return {
        (link.document.title, link.topic.slug)
        for document in Document.objects.all()
        for link in document.links.select_related("topic", "document")
    }


def test_nothing_waits_where_no_name_changed(jinan: Topic) -> None:
    _text("Springs", "Jinan has springs.")
    assert not unlinked_changes()


def test_a_name_added_behind_the_verbs_waits_with_exactly_the_records_that_may_hold_it(
    jinan: Topic,
) -> None:
    one = _text("Springs", "The City of Springs grows.")
    _text("Rails", "The rails grow.")
    a_name(jinan, "City of Springs")
    changes = unlinked_changes()
    assert [(change.topic, change.added) for change in changes.topics] == [
        (jinan, ("City of Springs",))
    ]
    assert list(touched_records(changes)) == [one]


def test_a_preview_says_what_relinking_will_do_and_relinking_does_it(jinan: Topic) -> None:
    gone = _text("Old", "Jinan grows.")
    new = _text("New", "The City of Springs grows.")
    TopicName.objects.filter(name="Jinan").delete()
    a_name(jinan, "City of Springs")
    found = preview_relinking(unlinked_changes())
    assert found.linked == {(new.pk, jinan.pk)}
    assert found.unlinked == {(gone.pk, jinan.pk)}
    assert list(relink_touched())
    assert _linked() == {("New", "jinan")}
    assert not unlinked_changes()


def test_a_renaming_written_in_bulk_waits_too(jinan: Topic) -> None:
    TopicName.objects.filter(name="Jinan").update(name="Tsinan")
    [change] = unlinked_changes().topics
    assert (change.added, change.removed) == (("Tsinan",), ("Jinan",))


def test_another_place_in_the_vocabulary_touches_the_records_that_name_the_topic(
    jinan: Topic,
) -> None:
    one = _text("Springs", "Jinan has springs.")
    Place.objects.create(topic=jinan, level="prefecture")
    [change] = unlinked_changes().topics
    assert change.is_moved
    assert list(touched_records(unlinked_changes())) == [one]


def test_a_name_that_is_now_preferred_changes_no_link_and_waits_for_nothing(jinan: Topic) -> None:
    TopicName.objects.update(role="alternative")
    assert not unlinked_changes()


def test_a_topic_that_was_deleted_waits_by_the_names_it_had(jinan: Topic) -> None:
    one = a_document("Springs", body="Jinan has springs.")
    jinan.delete()
    [change] = unlinked_changes().topics
    assert (change.topic, change.removed) == (None, ("Jinan",))
    assert list(touched_records(unlinked_changes())) == [one]


def test_a_change_with_a_preview_relinks_by_itself_and_waits_for_nothing(jinan: Topic) -> None:
    _text("Springs", "The City of Springs grows.")
    change_names(NameChange(jinan, added=("City of Springs",)), by=None, now=NOON)
    assert _linked() == {("Springs", "jinan")}
    assert not unlinked_changes()


def test_a_change_with_a_preview_leaves_what_waited_before_it(jinan: Topic) -> None:
    a_name(jinan, "Spring City")
    change_names(NameChange(jinan, added=("City of Springs",)), by=None, now=NOON)
    [change] = unlinked_changes().topics
    assert change.added == ("Spring City",)


def test_a_merge_waits_for_nothing(jinan: Topic) -> None:
    double = a_topic("tsinan", en="Tsinan")
    note_linked(load_vocabulary())
    _text("Springs", "Tsinan has springs.")
    merge_topics(double, jinan, by=None, now=NOON)
    assert not unlinked_changes()


def test_where_nobody_knows_the_names_every_record_is_touched() -> None:
    a_topic("jinan", en="Jinan")
    one = a_document("Springs", body="Jinan has springs.")
    assert unlinked_changes().is_unknown
    assert list(touched_records(unlinked_changes())) == [one]
    assert list(relink_all())
    assert not unlinked_changes()


def test_who_stops_half_way_begins_again(jinan: Topic) -> None:
    for number in range(3):
        _text(f"Springs {number}", "The City of Springs grows.")
    a_name(jinan, "City of Springs")
    work = relink_touched()
    next(work)
    del work  # as an interrupted command does
    assert touched_records(unlinked_changes()).count() == 3
    assert len(list(relink_touched())) == 3
    assert not unlinked_changes()


def test_the_command_links_only_what_the_changes_touch(jinan: Topic) -> None:
    _text("Springs", "The City of Springs grows.")
    _text("Rails", "The rails grow.")
    a_name(jinan, "City of Springs")
    out = StringIO()
    call_command("relink", changed=True, stdout=out)
    assert out.getvalue() == "1 records read, 1 changed: 1 links new, 0 gone\n"
    assert not unlinked_changes()


def test_a_dry_run_of_the_command_leaves_the_changes_waiting(jinan: Topic) -> None:
    a_document("Springs", body="The City of Springs grows.")
    a_name(jinan, "City of Springs")
    call_command("relink", changed=True, dry_run=True, stdout=StringIO())
    assert unlinked_changes()
