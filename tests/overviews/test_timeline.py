from __future__ import annotations

from datetime import date

import pytest

from documents.overviews.holdings import load_holdings
from documents.overviews.scope import Scope
from documents.overviews.stacks import Layer, draw_stacks
from documents.overviews.timeline import FirstUse, first_uses, load_timeline, place_flags
from tests.build import a_document, a_link, a_source, a_topic, a_visibility

pytestmark = pytest.mark.django_db


def _nowhere(layer: Layer, year: int) -> str:
    return ""


def test_records_are_layered_by_kind_and_year() -> None:
    a_document("One", kind="news", sorted_on=date(2023, 5, 1))
    a_document("Two", kind="news", sorted_on=date(2024, 5, 1))
    a_document("Three", sorted_on=date(2024, 6, 1))
    line = load_timeline(Scope(), [], "kind", a_visibility())
    counts = {layer.key: layer.counts for layer in line.layers if layer.total}
    assert counts == {"report": {2024: 1}, "news": {2023: 1, 2024: 1}}


def test_undated_records_are_counted_apart() -> None:
    a_document("Undated", sorted_on=None, sorted_role="")
    line = load_timeline(Scope(), [], "kind", a_visibility())
    assert (line.total, line.undated) == (1, 1)


def test_a_record_without_a_source_stands_in_a_layer_of_its_own() -> None:
    a_document("Sourced", source=a_source(level="media"), source_basis="stated")
    a_document("Unsourced")
    line = load_timeline(Scope(), [], "level", a_visibility())
    counts = {layer.key: layer.total for layer in line.layers if layer.total}
    assert counts == {"media": 1, "unknown": 1}


def test_the_first_use_of_a_topic_is_its_oldest_dated_record() -> None:
    topic = a_topic("shandong")
    a_link(a_document("Undated", sorted_on=None, sorted_role=""), topic)
    a_link(a_document("Later", sorted_on=date(2024, 1, 1)), topic)
    oldest = a_document("Oldest", sorted_on=date(2019, 1, 1))
    a_link(oldest, topic)
    (first,) = first_uses([topic], load_holdings(a_visibility()))
    assert (first.document, first.year) == (oldest, 2019)


def test_a_first_use_outside_the_years_drawn_has_no_flag() -> None:
    first = FirstUse(a_topic("shandong"), a_document(sorted_on=date(2010, 1, 1)))
    stacks = draw_stacks([Layer("news", "News", {2023: 1})], _nowhere)
    assert place_flags([first], stacks) == ()
