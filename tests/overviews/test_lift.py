from __future__ import annotations

import pytest

from documents.models import Document, Membership, Topic
from documents.overviews.lift import lift_of
from documents.overviews.topic import TopicPage, topic_page
from tests.build import a_document, a_draft, a_link, a_topic, a_visibility

pytestmark = pytest.mark.django_db


def _world(together: int, *, here: int = 8, others: int = 40) -> tuple[Topic, Topic]:
    """Make records on Shandong, as many of them on green as asked, and records on neither."""
    shandong, green = a_topic("shandong"), a_topic("green", "theme")
    for number in range(here):
        document = a_document(f"Here {number}")
        a_link(document, shandong)
        if number < together:
            a_link(document, green)
    for number in range(others):
        a_document(f"Elsewhere {number}")
    return shandong, green


def _page() -> TopicPage:
    return topic_page("region", "shandong", a_visibility())


def test_it_says_how_many_records_were_expected_and_how_many_there_are() -> None:
    _shandong, green = _world(6)
    [beside] = _page().often
    assert beside.topic == green
    assert beside.lift.together == 6
    assert beside.lift.expected == pytest.approx(8 * 6 / 48)
    assert beside.lift.value == pytest.approx(6.0)


def test_two_records_together_are_too_few_to_stand_out() -> None:
    _world(2, others=400)
    assert _page().often == ()


def test_a_topic_on_all_records_stands_out_beside_none() -> None:
    _shandong, china = _world(0)[0], a_topic("reform", "theme")
    for document in _all_documents():
        a_link(document, china)
    assert _page().often == ()


def test_what_is_never_beside_a_topic_though_both_are_frequent_is_a_gap_that_shows() -> None:
    _shandong, green = _world(0, here=25)
    for document in _all_documents()[25:]:
        a_link(document, green)
    [beside] = _page().seldom
    assert (beside.topic, beside.lift.together) == (green, 0)
    assert beside.lift.high < 1


def test_a_place_within_a_topic_and_a_member_of_it_do_not_stand_out_beside_it() -> None:
    shandong, _green = _world(0)
    jinan = a_topic("jinan", parent=shandong)
    peninsula = a_topic("shandong-peninsula", "cluster")
    Membership.objects.create(whole=peninsula, part=shandong)
    for document in _all_documents()[:8]:
        a_link(document, jinan)
        a_link(document, peninsula)
    assert _page().often == ()


def test_records_that_a_viewer_may_not_see_take_no_part() -> None:
    _world(6)
    before = _page().often
    hidden = a_draft("Hidden")
    for slug in ("shandong", "green"):
        a_link(hidden, Topic.objects.get(slug=slug))
    assert _page().often == before


@pytest.mark.parametrize(
    ("together", "each", "total", "stands_out"),
    [
        (6, (21, 6), 45, True),  # by chance once in 150 times, Fisher's exact test
        (3, (21, 3), 45, False),  # once in 11 times
        (3, (8, 3), 400, True),
        (8, (40, 8), 45, False),  # what is on nearly all records is on these too
        (45, (45, 45), 45, False),
    ],
)
def test_it_agrees_with_an_exact_test_on_what_stands_out(
    together: int, each: tuple[int, int], total: int, *, stands_out: bool
) -> None:
    lift = lift_of(1, together, each, total)
    assert (lift.low > 1) is stands_out
    assert lift.low <= lift.value <= lift.high


def test_it_is_the_same_from_either_topic() -> None:
    assert lift_of(1, 4, (9, 30), 200) == lift_of(1, 4, (30, 9), 200)


def _all_documents() -> list[Document]:
    return list(Document.objects.order_by("pk"))
