from __future__ import annotations

import pytest

from documents.curation.keeping import keep, let_go
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
