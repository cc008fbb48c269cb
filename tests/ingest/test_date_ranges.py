"""Days from and to."""

from __future__ import annotations

import pytest

from tests.ingest.dating import facts, read


@pytest.mark.parametrize(
    "days",
    [
        "7th - 8th November 2024",
        "7 - 8 November 2024, Bay City",
        "7. bis 8. November 2024",
        "November 7-8, 2024",
    ],
)
def test_the_days_of_an_event_are_not_when_a_page_was_posted(days: str) -> None:
    draft = read(days)
    assert draft.published_on.value is None
    assert facts(draft) == {("event", "2024-11-07")}


@pytest.mark.parametrize(
    "line",
    ["Oral | Friday, 28 Apr 2023, 14:15–14:25 (CEST)", "2023年4月28日 14:15-14:25 三楼会议室"],
)
def test_a_day_with_the_hours_from_and_to_is_that_of_an_event(line: str) -> None:
    assert facts(read(line)) == {("event", "2023-04-28")}
