from __future__ import annotations

import pytest

from documents.curation.keeping import keep, keep_all, let_go, move
from documents.models import ListEntry, RecordList
from tests.build import a_document, a_user

pytestmark = pytest.mark.django_db


def test_a_list_begins_with_its_first_record() -> None:
    ann = a_user()
    keep(a_document("One"), ann, "To read", "for chapter 2")
    keep(a_document("Two"), ann, "To read")
    [record_list] = RecordList.objects.filter(owner=ann)
    assert record_list.entries.count() == 2


def test_keeping_twice_keeps_one_and_a_new_note_replaces_the_old() -> None:
    ann, document = a_user(), a_document()
    keep(document, ann, "To read", "first")
    keep(document, ann, "To read")
    assert ListEntry.objects.get().note == "first"
    keep(document, ann, "To read", "second")
    assert ListEntry.objects.get().note == "second"


def test_two_readers_may_have_lists_of_one_name() -> None:
    document = a_document()
    keep(document, a_user("ann"), "To read")
    keep(document, a_user("ben"), "To read")
    assert RecordList.objects.count() == 2


def test_letting_go_leaves_the_list() -> None:
    document = a_document()
    entry = keep(document, a_user(), "To read")
    let_go(entry.record_list, document.pk)
    let_go(entry.record_list, document.pk)
    assert not ListEntry.objects.exists()
    assert RecordList.objects.exists()


def _titles(record_list: RecordList) -> list[str]:
    return [entry.document.title for entry in record_list.entries.all()]


@pytest.mark.parametrize(
    ("title", "where", "order"),
    [
        ("One", "up", ["Three", "One", "Two"]),
        ("Three", "down", ["Two", "Three", "One"]),
        ("One", "first", ["One", "Three", "Two"]),
        ("Three", "up", ["Three", "Two", "One"]),
        ("One", "down", ["Three", "Two", "One"]),
    ],
)
def test_a_record_is_moved_on_its_list(title: str, where: str, order: list[str]) -> None:
    ann = a_user()
    documents = {title: a_document(title) for title in ("One", "Two", "Three")}
    for each in documents.values():
        record_list = keep(each, ann, "To read").record_list
    move(record_list, documents[title].pk, where)
    assert _titles(record_list) == order


def test_a_record_kept_later_stands_before_those_that_were_moved() -> None:
    ann, one = a_user(), a_document("One")
    keep(one, ann, "To read")
    record_list = keep(a_document("Two"), ann, "To read").record_list
    move(record_list, one.pk, "first")
    keep(a_document("Three"), ann, "To read")
    assert _titles(record_list) == ["Three", "One", "Two"]


def test_several_records_come_to_a_list_in_their_order() -> None:
    ann, known = a_user(), a_document("Known")
    keep(known, ann, "Kept", "my note")
    keep_all([a_document("One"), a_document("Two"), known], ann, "Kept")
    record_list = RecordList.objects.get()
    assert _titles(record_list) == ["One", "Two", "Known"]
    assert record_list.entries.get(document=known).note == "my note"
