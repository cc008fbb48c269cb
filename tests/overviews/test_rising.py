from __future__ import annotations

from datetime import date

import pytest

from documents.overviews.holdings import load_holdings
from documents.overviews.rising import rising
from tests.build import a_document, a_link, a_topic, a_visibility

pytestmark = pytest.mark.django_db

TODAY = date(2026, 11, 1)


def test_the_theme_with_the_largest_gain_comes_first_and_a_falling_one_is_left_out() -> None:
    green, rail, coal = (a_topic(slug, "theme") for slug in ("green", "rail", "coal"))
    for number, topic in enumerate((green, green, rail)):
        a_link(a_document(f"New {number}", sorted_on=date(2026, 6, 1)), topic)
    a_link(a_document("Old", sorted_on=date(2025, 6, 1)), coal)
    rises = rising(load_holdings(a_visibility()), [coal, rail, green], TODAY)
    assert [(rise.topic, rise.gain) for rise in rises] == [(green, 2), (rail, 1)]


def test_each_day_counts_in_one_of_the_two_spans() -> None:
    topic = a_topic("green", "theme")
    a_link(a_document("Last day", sorted_on=TODAY), topic)
    a_link(a_document("First day", sorted_on=date(2025, 11, 2)), topic)
    a_link(a_document("Day before", sorted_on=date(2025, 11, 1)), topic)
    (rise,) = rising(load_holdings(a_visibility()), [topic], TODAY)
    assert (rise.now, rise.before) == (2, 1)
