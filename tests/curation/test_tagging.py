from __future__ import annotations

from datetime import timedelta

import pytest
from taggit.models import Tag

from documents.curation.merges import CannotMergeError
from documents.curation.tagging import CannotUndoError, merge_tags, present_names, undo_merge
from documents.models import Document, OldAddress
from tests.build import NOON, a_document

pytestmark = pytest.mark.django_db


def _words() -> dict[str, tuple[list[str], list[str]]]:
    return {
        document.title: (sorted(document.keywords.names()), sorted(document.tags.names()))
        for document in Document.objects.order_by("pk")
    }


@pytest.fixture
def two() -> tuple[Tag, Tag]:
    first, second, third = (a_document(name) for name in ("first", "second", "third"))
    first.keywords.add("harbour")
    first.tags.add("harbour")
    second.keywords.add("harbour", "harbours")
    third.tags.add("harbours")
    return Tag.objects.get(name="harbour"), Tag.objects.get(name="harbours")


def test_the_one_tag_takes_the_place_of_the_other_everywhere(two: tuple[Tag, Tag]) -> None:
    merge_tags(*two, by=None, now=NOON)
    assert _words() == {
        "first": (["harbours"], ["harbours"]),
        "second": (["harbours"], []),
        "third": ([], ["harbours"]),
    }
    assert not Tag.objects.filter(name="harbour").exists()


def test_the_old_address_leads_to_the_new_one_through_any_chain(two: tuple[Tag, Tag]) -> None:
    a_document("fourth").tags.add("ports")
    merge_tags(*two, by=None, now=NOON)
    merge_tags(two[1], Tag.objects.get(name="ports"), by=None, now=NOON)
    assert set(OldAddress.objects.values_list("slug", "new_slug")) == {
        ("harbour", "ports"),
        ("harbours", "ports"),
    }


def test_no_import_revives_the_old_name(two: tuple[Tag, Tag]) -> None:
    merge_tags(*two, by=None, now=NOON)
    assert present_names(("Harbour", "freight", "harbours")) == ("harbours", "freight")


def test_undoing_gives_every_record_its_own_words_back(two: tuple[Tag, Tag]) -> None:
    before = _words()
    change = merge_tags(*two, by=None, now=NOON)
    undo_merge(change, by=None, now=NOON + timedelta(days=29))
    assert _words() == before
    assert not OldAddress.objects.exists()


def test_a_merge_is_undone_once_and_within_thirty_days(two: tuple[Tag, Tag]) -> None:
    change = merge_tags(*two, by=None, now=NOON)
    with pytest.raises(CannotUndoError):
        undo_merge(change, by=None, now=NOON + timedelta(days=31))
    undo_merge(change, by=None, now=NOON)
    with pytest.raises(CannotUndoError):
        undo_merge(change, by=None, now=NOON)


def test_a_tag_is_not_merged_with_itself(two: tuple[Tag, Tag]) -> None:
    with pytest.raises(ValueError, match="itself"):
        merge_tags(two[0], two[0], by=None, now=NOON)


def test_an_undo_tells_where_the_word_was_taken_off_since(two: tuple[Tag, Tag]) -> None:
    change = merge_tags(*two, by=None, now=NOON)
    record = (
        Document.objects.filter(keywords=two[1]).first() or Document.objects.filter(tags=two[1])[0]
    )
    record.tags.clear()
    record.keywords.clear()
    undone = undo_merge(change, by=None, now=NOON)
    assert undone.stayed == 1
    assert undone.tag.name == "harbour"


def test_an_undo_parts_what_the_tag_became_by_a_later_merge(two: tuple[Tag, Tag]) -> None:
    first = merge_tags(*two, by=None, now=NOON)
    ports = Tag.objects.create(name="ports", slug="ports")
    merge_tags(two[1], ports, by=None, now=NOON)
    undone = undo_merge(first, by=None, now=NOON)
    assert undone.tag.tag_items.exists() or undone.tag.keyword_items.exists()
    assert undone.stayed == 0
    assert OldAddress.objects.present_slug("tag", "harbour") == "harbour"


def test_a_tag_that_another_curator_merged_meanwhile_is_not_merged_twice() -> None:
    one, two = Tag.objects.create(name="quay"), Tag.objects.create(name="wharf")
    stale = Tag.objects.get(pk=two.pk)
    merge_tags(two, one, by=None, now=NOON)
    with pytest.raises(CannotMergeError, match="meanwhile"):
        merge_tags(one, stale, by=None, now=NOON)
    assert Tag.objects.get() == one
