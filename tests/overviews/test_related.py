"""Related records have reasons that one can check."""

from __future__ import annotations

from datetime import timedelta

import pytest

from documents.models import HeavyTerms, Relation, Topic
from documents.overviews.related import LEAST, related_records
from documents.search.indexing import drain
from tests.build import NOON, a_document, a_draft, a_link, a_topic, a_visibility

pytestmark = pytest.mark.django_db


@pytest.fixture
def jinan() -> Topic:
    return a_topic("jinan", en="Jinan", parent=a_topic("shandong", en="Shandong"))


def titles(document: object, **viewer: object) -> list[str]:
    found = related_records(document, a_visibility(**viewer))  # type: ignore[arg-type]
    return [one.document.title for one in found]


def test_records_on_one_topic_are_related_with_both_sentences(jinan: Topic) -> None:
    one = a_document("One", body="Alpha.")
    two = a_document("Two", body="Beta.")
    a_document("Three", body="Gamma.")
    a_link(one, jinan, quote="Jinan grows.")
    a_link(two, jinan, quote="Jinan plans.")
    (related,) = related_records(one, a_visibility())
    assert related.document == two
    (shared,) = related.shared
    assert (shared.quote, shared.other_quote) == ("Jinan grows.", "Jinan plans.")
    assert related.reason == "both discuss Jinan — 2 of 3 records"


def test_a_rare_topic_counts_for_more_than_a_frequent_one(jinan: Topic) -> None:
    growth = a_topic("growth", "theme")
    one, rare, frequent = (a_document(title) for title in ("One", "Rare", "Frequent"))
    for number in range(6):
        a_link(a_document(f"Other {number}", status="published"), growth)
    for document, topic in ((one, jinan), (one, growth), (rare, jinan), (frequent, growth)):
        a_link(document, topic)
    assert titles(one)[0] == "Rare"


def test_a_title_counts_for_more_than_a_caption(jinan: Topic) -> None:
    one, titled, captioned = (a_document(title) for title in ("One", "Titled", "Captioned"))
    a_link(one, jinan)
    a_link(captioned, jinan, quotes=[{"zone": "caption", "quote": "Jinan"}])
    a_link(titled, jinan, quotes=[{"zone": "title", "quote": "Jinan"}])
    assert titles(one) == ["Titled", "Captioned"]


def test_a_place_hides_the_places_it_lies_in(jinan: Topic) -> None:
    one, two = a_document("One"), a_document("Two")
    for document in (one, two):
        a_link(document, jinan)
        a_link(document, jinan.parent)  # type: ignore[arg-type]
    (related,) = related_records(one, a_visibility())
    assert [shared.topic.slug for shared in related.shared] == ["jinan"]


def test_records_that_use_the_same_rare_words_are_related() -> None:
    one = a_document("Tidal flats", body="Cordgrass spreads over tidal flats near Nantong.")
    two = a_document("A pilot", body="Volunteers cut cordgrass on tidal flats.")
    a_document("Rails", body="A railway opens.")
    drain()
    assert HeavyTerms.objects.count() == 3
    (related,) = related_records(one, a_visibility())
    assert related.document == two
    assert "Cordgrass" in related.reason
    assert related.quote == "Cordgrass spreads over tidal flats near Nantong."
    assert related.other_quote == "Volunteers cut cordgrass on tidal flats."


def test_a_likeness_that_people_judge_right_is_shown_without_any_shared_topic() -> None:
    one = a_document("Estuaries", body="Dredging harbours silts quays cranes barges.")
    a_document("Meadows", body="Dredging lambs silts quays ponds barns.")
    drain()
    (related,) = related_records(one, a_visibility())
    assert 0.03 < related.score < LEAST
    assert set(related.words) == {"Dredging", "silts", "quays"}


def test_shared_words_are_written_as_the_record_writes_them() -> None:
    one = a_document("One", body="Estuaries silt up. Dredging keeps harbours open.")
    a_document("Two", body="The estuary is dredged for a harbour.")
    a_document("Rails", body="A railway opens.")
    drain()
    (related,) = related_records(one, a_visibility())
    assert set(related.words) == {"Estuaries", "Dredging", "harbours"}


def test_what_is_related_follows_the_text_once_the_index_has_it() -> None:
    one = a_document("One", body="Cordgrass spreads over tidal flats.")
    two = a_document("Two", body="Volunteers cut cordgrass on tidal flats.")
    three = a_document("Three", body="A railway tunnel opens.")
    drain()
    assert titles(one) == ["Two"]
    two.body, three.body = "A new bridge.", "Divers plant cordgrass on tidal flats."
    two.save()
    three.save()
    drain()
    assert titles(one) == ["Three"]


def test_a_new_link_relates_at_once(jinan: Topic) -> None:
    one, two = a_document("One", body="Alpha."), a_document("Two", body="Beta.")
    a_link(one, jinan)
    assert titles(one) == []
    link = a_link(two, jinan)
    assert titles(one) == ["Two"]
    link.delete()
    assert titles(one) == []


def test_nothing_that_the_viewer_may_not_see_is_related(jinan: Topic) -> None:
    one = a_document("One")
    later = NOON + timedelta(days=5)
    hidden = [
        a_draft("Draft"),
        a_document("Embargoed", embargo_until=later),
        a_document("Scheduled", visible_from=later),
    ]
    for document in (one, *hidden):
        a_link(document, jinan)
    drain()
    assert titles(one) == []


def test_a_link_that_rests_on_licensed_text_relates_for_its_readers_only(jinan: Topic) -> None:
    one, two = a_document("One"), a_document("Two", access="licensed")
    a_link(one, jinan)
    a_link(two, jinan, is_restricted=True)
    assert titles(one) == []
    assert titles(one, reads_licensed=True) == ["Two"]


def test_a_curator_pins_and_hides(jinan: Topic) -> None:
    one, two, three = (a_document(title) for title in ("One", "Two", "Three"))
    for document in (one, two):
        a_link(document, jinan)
    see_also = Relation.Kind.SEE_ALSO
    Relation.objects.create(subject=one, object=three, kind=see_also, status="accepted")
    Relation.objects.create(subject=two, object=one, kind=see_also, status="rejected")
    (related,) = related_records(one, a_visibility())
    assert related.document == three
    assert related.reason == "chosen by a curator"


def test_at_most_ten_are_given(jinan: Topic) -> None:
    documents = [a_document(f"Record {number}") for number in range(13)]
    for document in documents:
        a_link(document, jinan)
    assert len(related_records(documents[0], a_visibility())) == 10


def test_the_number_of_queries_does_not_grow(
    jinan: Topic, django_assert_max_num_queries: pytest.FixtureRequest
) -> None:
    documents = [a_document(f"Record {number}") for number in range(12)]
    for document in documents:
        a_link(document, jinan)
    with django_assert_max_num_queries(16):  # type: ignore[operator]
        related_records(documents[0], a_visibility())
