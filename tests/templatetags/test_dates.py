from __future__ import annotations

from datetime import date

import pytest
from django.utils.translation import override

from documents.templatetags.dates import to_precision

DAY = date(2024, 5, 31)


@pytest.mark.parametrize(
    ("precision", "english", "chinese"),
    [
        ("day", "31 May 2024", "2024年5月31日"),
        ("month", "May 2024", "2024年5月"),
        ("year", "2024", "2024年"),
        ("second", "31 May 2024", "2024年5月31日"),
    ],
)
def test_a_date_is_shown_no_finer_than_it_is_known(
    precision: str, english: str, chinese: str
) -> None:
    with override("en"):
        assert f">{english}<" in to_precision(DAY, precision)
    with override("zh-hans"):
        assert f">{chinese}<" in to_precision(DAY, precision)


def test_machines_read_the_same_precision() -> None:
    assert 'datetime="2024-05"' in to_precision(DAY, "month")


def test_no_date_is_shown_as_nothing() -> None:
    assert to_precision(None, "day") == ""
