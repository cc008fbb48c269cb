from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from documents.ingest.duplicates import Text, compare, figures_in, shared_figures
from tests.ingest.making import LINE

BODY = " ".join(f"{number}. {LINE}" for number in range(10, 30))
FIRST = Text("Harbours share cranes", BODY, source="coast", published_on=date(2024, 3, 5))


def standing(**changes: object) -> str:
    match = compare(replace(FIRST, **changes), FIRST)  # type: ignore[arg-type]
    return match.standing if match else ""


def test_the_same_words_are_the_same_text() -> None:
    assert standing(body=BODY.upper().replace(" ", "\n")) == "same-text"


def test_the_same_text_of_another_source_is_the_same_release() -> None:
    assert standing(source="port") == "same-release"


def test_a_shortened_release_on_another_site_is_known_by_its_day() -> None:
    cut = BODY[: len(BODY) * 3 // 4]
    assert standing(source="port", body=cut) == "same-release"
    assert standing(source="port", body=cut, published_on=date(2020, 1, 1), title="Other") == ""


@pytest.mark.parametrize(
    ("day", "expected"), [(date(2024, 4, 1), "corrected"), (date(2024, 2, 1), "corrected-by")]
)
def test_a_changed_text_under_the_same_title_is_a_version_by_its_date(
    day: date, expected: str
) -> None:
    assert standing(body=BODY.replace("cranes", "tugs"), published_on=day) == expected


def test_a_changed_text_under_the_same_number_is_a_version() -> None:
    first = replace(FIRST, number="鲁政发〔2024〕3号")
    second = replace(
        first,
        title="Another title",
        number="鲁政发[2024]3号",
        body=BODY.replace("cranes", "tugs"),
        published_on=date(2024, 5, 1),
    )
    match = compare(second, first)
    assert match
    assert match.standing == "corrected"


def test_nearly_the_same_text_is_called_so() -> None:
    assert standing(body=BODY.replace("10.", "ten", 1), title="Another") == "nearly-same"


def test_half_a_text_in_common_is_two_texts() -> None:
    other = " ".join(f"Reed beds return to creek {number} of the delta." for number in range(40))
    assert standing(body=other) == ""
    assert standing(body="") == ""


def test_an_english_and_a_chinese_version_share_day_and_figures() -> None:
    chinese = Text(
        "关于半岛",
        "半岛城市群常住人口1.02亿人，占72.5%，生产总值9.2万亿元，投资3,450亿元。",
        "zh",
        published_on=date(2024, 3, 5),
    )
    english = Text(
        "On the peninsula",
        "102 million people, 72.5% of the total, made 9.2 trillion yuan and invested 345 billion.",
        published_on=date(2024, 3, 5),
    )
    match = compare(english, chinese)
    assert match
    assert match.standing == "translation"
    assert "72.5%" in match.shared
    elsewhere = replace(chinese, published_on=date(2020, 1, 1), body="人口3000万，增长4.4%。")
    assert compare(english, elsewhere) is None


def test_figures_are_numbers_whatever_their_scale_and_years_are_none() -> None:
    assert figures_in("In 2024, 1,020万 of 34.5 million") == {
        "1,020万": 1.02e7,
        "34.5 million": 3.45e7,
    }
    assert shared_figures("5.6 million and 7", "560万，7") == ["5.6 million"]
