from __future__ import annotations

from datetime import date

from documents.curation import DateEntry
from documents.curation.dating import Dating, dating_of

POSTED = DateEntry("posted", date(2023, 2, 23))
REPORT = DateEntry("report", date(2023, 2, 1))
UPDATED = DateEntry("updated", date(2024, 5, 31))
EVENT = DateEntry("event", date(2023, 1, 16))


def test_the_posted_date_is_publication_and_the_report_date_sorts() -> None:
    assert dating_of([POSTED, REPORT]) == Dating(POSTED.on, "day", REPORT.on, "report")


def test_a_sole_update_is_publication() -> None:
    assert dating_of([UPDATED]) == Dating(UPDATED.on, "day", UPDATED.on, "updated")


def test_two_updates_are_no_publication() -> None:
    second = DateEntry("updated", date(2024, 6, 1))
    assert dating_of([UPDATED, second]).published_on is None


def test_a_sole_update_goes_before_the_report_date() -> None:
    assert dating_of([REPORT, UPDATED]).published_on == UPDATED.on


def test_an_event_sorts_but_is_never_publication() -> None:
    assert dating_of([EVENT]) == Dating(None, "", EVENT.on, "event")


def test_a_page_without_dates_stays_undated() -> None:
    assert dating_of([]) == Dating()


def test_a_month_stays_a_month() -> None:
    month = DateEntry("posted", date(2023, 2, 1), "month")
    assert dating_of([month]).published_precision == "month"
