from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from django import forms

from documents.curation import DateEntry
from documents.forms.dates import PartialDateField, written


@pytest.mark.parametrize(
    ("text", "entry"),
    [
        ("2023", DateEntry("", date(2023, 1, 1), "year")),
        ("2023-02", DateEntry("", date(2023, 2, 1), "month")),
        ("2023-2-1", DateEntry("", date(2023, 2, 1), "day")),
        (
            "2021-09-01 15:51:33",
            DateEntry(
                "", date(2021, 9, 1), "second", at=datetime(2021, 9, 1, 7, 51, 33, tzinfo=UTC)
            ),
        ),
        (
            "2021-09-01 15:51",
            DateEntry("", date(2021, 9, 1), "day", at=datetime(2021, 9, 1, 7, 51, tzinfo=UTC)),
        ),
    ],
)
def test_a_date_is_as_precise_as_it_is_written(text: str, entry: DateEntry) -> None:
    assert PartialDateField().clean(text) == entry


@pytest.mark.parametrize(
    "text", ["2023-13", "2023-02-30", "Feb 2023", "23-2-1", "2023-02-01 25:00"]
)
def test_what_is_no_date_is_refused_with_examples(text: str) -> None:
    with pytest.raises(forms.ValidationError, match="2023-02-01"):
        PartialDateField().clean(text)


@pytest.mark.parametrize("text", ["2023", "2023-02", "2023-02-01", "2021-09-01 15:51:33"])
def test_a_stored_date_is_shown_as_it_was_typed(text: str) -> None:
    entry = PartialDateField().clean(text)
    assert entry is not None
    assert written(entry) == text
