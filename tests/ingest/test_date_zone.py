"""Whose hour a clock time is."""

from __future__ import annotations

from tests.ingest.dating import PARAGRAPH, moments, read


def test_an_hour_is_that_of_beijing_only_on_a_page_that_speaks_of_china() -> None:
    stand = "Stand: 3. Februar 2023, 11:42 Uhr"
    german = (
        "Die vier Häfen an der Bucht teilen sich ab dem nächsten Jahr ihre Schlepper, sagte er."
    )
    assert ("updated", "2023-02-03T11:42:00") in moments(read(stand, opening=german))
    assert ("updated", "2023-02-03T11:42:00+08:00") in moments(
        read("Updated: 2023-02-03 11:42", opening=f"{PARAGRAPH} China's ports agreed.")
    )
