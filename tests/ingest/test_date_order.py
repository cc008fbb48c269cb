"""Whether a slashed date has its day or its month first."""

from __future__ import annotations

from tests.ingest.dating import PARAGRAPH, read


def test_a_slashed_date_is_read_near_the_day_that_the_text_names() -> None:
    draft = read("06/07/2024 | Source: River Fund", f"On June 5 the fund met. {PARAGRAPH}")
    assert draft.published_on.value == "2024-06-07"
    draft = read("06/07/2024 | Source: River Fund", f"On 5 July the fund met. {PARAGRAPH}")
    assert draft.published_on.value == "2024-07-06"
