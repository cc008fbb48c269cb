from __future__ import annotations

from datetime import date

import pytest

from documents.overviews.holdings import load_holdings
from documents.overviews.scope import Scope, records_in
from tests.build import a_document, a_link, a_source, a_topic, a_visibility

pytestmark = pytest.mark.django_db


def _count(scope: Scope) -> int:
    return records_in(scope, load_holdings(a_visibility())).bit_count()


def test_topics_of_one_facet_are_joined_by_or_and_facets_by_and() -> None:
    shandong, henan, green = a_topic("shandong"), a_topic("henan"), a_topic("green", "theme")
    both, other = a_document("Both"), a_document("Other")
    for document, topic in ((both, shandong), (both, green), (other, henan)):
        a_link(document, topic)
    regions = (("region", "shandong"), ("region", "henan"))
    assert _count(Scope(topics=regions)) == 2
    assert _count(Scope(topics=(*regions, ("theme", "green")))) == 1


def test_years_bound_the_date_and_leave_undated_records_out() -> None:
    a_document("Old", sorted_on=date(2019, 12, 31))
    a_document("First", sorted_on=date(2020, 1, 1))
    a_document("Last", sorted_on=date(2021, 12, 31))
    a_document("Undated", sorted_on=None, sorted_role="")
    assert _count(Scope(first_year=2020, last_year=2021)) == 2
    assert _count(Scope(last_year=2019)) == 1
    assert _count(Scope()) == 4


def test_kind_language_and_source_narrow_further() -> None:
    source = a_source()
    a_document("One", source=source, source_basis="stated", kind="news", language="zh")
    a_document("Two", kind="news")
    assert _count(Scope(kinds=("news",))) == 2
    assert _count(Scope(kinds=("news",), languages=("zh",))) == 1
    assert _count(Scope(sources=(source.slug,))) == 1
    assert _count(Scope(sources=("nobody",))) == 0


def test_a_topic_nobody_knows_has_no_records() -> None:
    a_document()
    assert _count(Scope(topics=(("theme", "unheard-of"),))) == 0
    assert Scope(topics=(("theme", "unheard-of"),)).knowing([]) == Scope()
