"""A curator sees what a name does before it is stored."""

from __future__ import annotations

import pytest
from django.core.management import CommandError, call_command

from documents.curation.linking import relink
from documents.curation.name_change import (
    NameChange,
    affected_by,
    change_names,
    preview,
)
from documents.curation.outcome import OtherOutcomeError
from documents.models import Change, Topic, TopicLink, TopicName
from tests.build import NOON, a_document, a_link, a_name, a_topic

pytestmark = pytest.mark.django_db


@pytest.fixture
def jinan() -> Topic:
    return a_topic("jinan", en="Jinan")


def test_a_new_name_links_the_records_that_hold_it(jinan: Topic) -> None:
    one = a_document("Springs", body="The City of\nSprings grows.")
    a_document("Rails", body="The city of rails grows.")
    found = preview(NameChange(jinan, added=("City of Springs",)))
    assert found.linked == {(one.pk, jinan.pk)}
    assert str(found) == "This links 1 record, unlinks 0."
    assert not TopicName.objects.filter(name="City of Springs").exists()
    assert not one.links.exists()


def test_a_longer_name_of_another_topic_unlinks(jinan: Topic) -> None:
    cluster = a_topic("jinan-valley", "cluster")
    relink(a_document("Another", body="Jinan Optics Valley grows."))
    found = preview(NameChange(cluster, added=("Jinan Optics Valley",)))
    assert {topic for _document, topic in found.unlinked} == {jinan.pk}
    assert {topic for _document, topic in found.linked} == {cluster.pk}


def test_removing_a_name_unlinks_what_rests_on_it(jinan: Topic) -> None:
    a_name(jinan, "City of Springs")
    document = a_document("Title", body="The City of Springs grows.")
    relink(document)
    found = preview(NameChange(jinan, removed=("City of Springs",)))
    assert found.unlinked == {(document.pk, jinan.pk)}


def test_a_change_relinks_only_the_records_it_touches(jinan: Topic) -> None:
    one = a_document("Springs", body="泉城发展。")
    two = a_document("Rails", body="The city of rails grows.")
    change = NameChange(jinan, added=("泉城",))
    assert list(affected_by(change)) == [one]
    assert change_names(change, by=None, now=NOON).linked == {(one.pk, jinan.pk)}
    assert one.links.count() == 1
    assert not two.links.exists()


def test_a_new_name_links_the_list_that_holds_it(jinan: Topic) -> None:
    listing = a_document("Notes", body="", related_titles=["Who counts the springs", "泉城发展"])
    change = NameChange(jinan, added=("泉城",))
    assert change_names(change, by=None, now=NOON).linked == {(listing.pk, jinan.pk)}


def test_a_preview_is_exactly_what_the_change_does(jinan: Topic) -> None:
    a_name(jinan, "Spring City")
    held = a_document("Held", body="Spring City grows.")
    a_link(held, jinan, status="rejected", decided_at=NOON)
    for body in ("Spring City grows.", "泉城发展。", "Jinan and 泉城。"):
        relink(a_document(body, body=body))
    change = NameChange(jinan, added=("泉城",), removed=("Spring City",))
    found = preview(change)
    assert len(found.linked) == len(found.unlinked) == 1
    assert set(found.sentences.values()) == {"泉城发展。", "Spring City grows."}
    done = change_names(change, by=None, now=NOON, expected=found.digest(jinan))
    assert (done.linked, done.unlinked) == (found.linked, found.unlinked)
    assert held.links.get().status == TopicLink.Status.REJECTED


def test_a_change_that_would_do_something_else_by_now_is_not_made(jinan: Topic) -> None:
    change = NameChange(jinan, added=("泉城",))
    agreed = preview(change).digest(jinan)
    a_document("Springs", body="泉城发展。")
    with pytest.raises(OtherOutcomeError):
        change_names(change, by=None, now=NOON, expected=agreed)
    assert not TopicName.objects.filter(name="泉城").exists()


def test_a_new_preferred_name_makes_the_old_one_an_alias_and_the_history_says_so(
    jinan: Topic,
) -> None:
    change = NameChange(jinan, added=("Tsinan",), language="en", role="preferred")
    change_names(change, by=None, now=NOON)
    assert dict(jinan.names.values_list("name", "role")) == {
        "Jinan": "alternative",
        "Tsinan": "preferred",
    }
    assert Change.objects.get(noun="topic", object_id=jinan.pk).fields["names"] == [
        ["Jinan [en, preferred]"],
        ["Jinan [en, alternative]", "Tsinan [en, preferred]"],
    ]


def test_a_name_that_nothing_holds_changes_nothing(jinan: Topic) -> None:
    assert str(preview(NameChange(jinan, added=("Nowhere",)))) == "This changes no link."


def test_the_command_previews_and_applies(jinan: Topic, capsys: pytest.CaptureFixture[str]) -> None:
    document = a_document("Springs", body="The City of Springs grows.")
    call_command("change_names", "region/jinan", add=["City of Springs"])
    assert "links 1 record" in capsys.readouterr().out
    assert not document.links.exists()
    call_command("change_names", "region/jinan", add=["City of Springs"], apply=True)
    assert document.links.count() == 1
    with pytest.raises(CommandError, match="no topic"):
        call_command("change_names", "region/nowhere")
