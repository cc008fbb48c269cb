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
    ("count", "low", "high"),
    # Exact limits of a Poisson mean at 95 %, from the tables that every handbook prints.
    [(0, 0.0, 3.689), (3, 0.619, 8.767), (10, 4.795, 18.390), (50, 37.111, 65.919)],
)
def test_its_bounds_are_close_to_the_exact_ones(count: int, low: float, high: float) -> None:
    lift = lift_of(1, count, 1.0)
    assert lift.low == pytest.approx(low, rel=0.05, abs=0.02)
    assert lift.high == pytest.approx(high, rel=0.05)


def _all_documents() -> list[Document]:
    return list(Document.objects.order_by("pk"))
