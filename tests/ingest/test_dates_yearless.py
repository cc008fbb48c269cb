"""Days without a year."""

from __future__ import annotations

import pytest

from tests.ingest.dating import PARAGRAPH, facts, read


def test_a_correction_names_the_day_of_the_earlier_version() -> None:
    note = "Correction: the version of November 24 gave another number of tugs."
    draft = read("2021/11/26 11:30:02", opening=f"{PARAGRAPH}\n\n{PARAGRAPH}\n\n{note}")
    assert ("other", "2021-11-24") in facts(draft)
    assert draft.published_on.value == "2021-11-26"


@pytest.mark.parametrize(
    ("opening", "days"),
    [
        ("海港网3月9日讯（记者 李华）3月8日傍晚，四艘拖轮离港。", {"2023-03-09", "2023-03-08"}),
        ("BAY CITY, March 9 (River Wire) -- A bank paid out a loan on March 8.",
         {"2023-03-09", "2023-03-08"}),
        ("海港社岸城3月9日电 记者从港口局获悉，8日，四艘拖轮离港。", {"2023-03-09", "2023-03-08"}),
        ("28日，四艘拖轮离港，港口局负责人说，今后四港共用拖轮，等候时间将缩短三分之一。",
         {"2023-02-28"}),
        ("3月8日傍晚，四艘拖轮离港，3月9日到达。", {"2023-03-08"}),
    ],
)  # fmt: skip
def test_a_report_tells_of_the_day_before_it(opening: str, days: set[str]) -> None:
    draft = read("2023-03-10 09:30", opening)
    assert {fact.iso for fact in draft.dates if fact.role == "event"} == days


def test_the_day_may_stand_in_the_second_paragraph_below_a_lead() -> None:
    draft = read("2023-04-01", f"{PARAGRAPH}\n\n海港社岸城3月31日电 四艘拖轮今后共用。")
    assert ("event", "2023-03-31") in facts(draft)


@pytest.mark.parametrize(
    ("sentence", "day"),
    [
        ("公告期为即日起至4月29日，对名单有异议的，请以书面形式提出。", "2023-04-29"),
        ("如有意见，请于1月9日前反馈至港口局。", "2024-01-09"),
        ("Comments on the draft are welcome by 9 January.", "2024-01-09"),
    ],
)
def test_a_last_day_without_a_year_follows_that_of_posting(sentence: str, day: str) -> None:
    posted = "2023-04-22" if day.startswith("2023") else "2023-12-20"
    draft = read(posted, f"{PARAGRAPH}\n\n{sentence}")
    assert ("deadline", day) in facts(draft)
