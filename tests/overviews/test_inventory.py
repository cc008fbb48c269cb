from __future__ import annotations

from datetime import UTC, date, datetime

from hypothesis import given, strategies as st

from documents.overviews.inventory import Facts, Inventory, Linked, bits, mask, recounted
from documents.overviews.kept_bytes import from_bytes, to_bytes

NOON = datetime(2026, 11, 1, 12, tzinfo=UTC)


def _facts(pk: int, day: date | None = date(2024, 5, 1)) -> Facts:
    return Facts(pk, day, "report", None, "en", NOON, None)


@given(st.sets(st.integers(0, 300)))
def test_a_set_gives_back_the_bits_it_was_made_of(chosen: set[int]) -> None:
    assert list(bits(mask(chosen, 301))) == sorted(chosen)


def test_a_record_counted_anew_keeps_its_bit() -> None:
    before = recounted(Inventory(), (), [_facts(7), _facts(8)], [Linked(7, 1, is_restricted=False)])
    after = recounted(before, [7], [_facts(7)], [Linked(7, 2, is_restricted=False)])
    assert after.ids == before.ids
    assert after.sets["open"] == {2: before.sets["open"][1]}


def test_a_record_without_facts_is_gone_from_every_set() -> None:
    before = recounted(Inventory(), (), [_facts(7), _facts(8)], [Linked(7, 1, is_restricted=False)])
    after = recounted(before, [7], [], [])
    assert len(after) == 1
    assert after.sets["open"] == {}
    assert after.sets["kind"]["report"].bit_count() == 1


def test_an_undated_record_is_in_no_year() -> None:
    counted = recounted(Inventory(), (), [_facts(7, None)], [])
    assert counted.sets["year"] == {}
    assert len(counted) == 1


def test_an_inventory_survives_being_kept() -> None:
    links = [Linked(7, 1, is_restricted=False), Linked(8, 1, is_restricted=True)]
    counted = recounted(Inventory(), (), [_facts(7), _facts(8, None)], links)
    assert from_bytes(to_bytes(counted)) == counted
