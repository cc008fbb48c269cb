"""Which strings are dates, and which only look like dates."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, strategies as st

from documents.text.dates import find_dates, find_yearless, reads_two_ways


@pytest.mark.parametrize(
    ("written", "iso"),
    [
        ("Feb 23,2023", "2023-02-23"),
        ("2023-2-1", "2023-02-01"),
        ("2023/02/01", "2023-02-01"),
        ("2023.2.1", "2023-02-01"),
        ("2023年2月1日", "2023-02-01"),
        ("2023 年 2 月 1 日", "2023-02-01"),
        ("２０２３年２月１日", "2023-02-01"),
        ("二〇二三年二月一日", "2023-02-01"),
        ("二○二二年十二月二十三日", "2022-12-23"),
        ("20230201", "2023-02-01"),
        ("27 September 2022", "2022-09-27"),
        ("16. November 2023", "2023-11-16"),
        ("1er mars 2021", "2021-03-01"),
        ("3 février 2021", "2021-02-03"),
        ("5. März 2020", "2020-03-05"),
        ("01.02.2023", "2023-02-01"),
        ("29/03/2022", "2022-03-29"),
        ("Sept. 5th, 2021", "2021-09-05"),
        ("May 22,2020 ByYuxi Gu", "2020-05-22"),
        ("2021-08-26邵立言", "2021-08-26"),
        ("2023 06/12 16:04:24", "2023-06-12T16:04:24+08:00"),
        ("2022年1月", "2022-01"),
        ("2018年03月27", "2018-03-27"),
        ("2022年1月12万人", "2022-01"),
        ("March 2022", "2022-03"),
        ("19.11.24", "2024-11-19"),
        ("Bay City, 11 Sep 08", "2008-09-11"),
        ("二O一一年6月8日", "2011-06-08"),
        ("14 maart 2019", "2019-03-14"),
        ("giovedì 19 ottobre 2023", "2023-10-19"),
        ("14 de marzo de 2019", "2019-03-14"),
        ("2018  November 28", "2018-11-28"),
        ("2017—09—02", "2017-09-02"),
        ("(05/16/23)", "2023-05-16"),
        ("May 14, 20249:12 AM Updated 7 months ago", "2024-05-14T09:12:00+08:00"),
        ("2023-01-0410:22:11海港网", "2023-01-04T10:22:11+08:00"),
        ("Nov 30, 2021 08:04 PM", "2021-11-30T20:04:00+08:00"),
        ("Nov 30, 2021 at 12:04 a.m.", "2021-11-30T00:04:00+08:00"),
    ],
)
def test_a_date_is_read(written: str, iso: str) -> None:
    assert [found.iso for found in find_dates(written)] == [iso]


@pytest.mark.parametrize(
    "written",
    [
        "No.16, 2023",
        "(Total 6965)",
        "by 2025",
        "2021-2030",
        "2008—2018年",
        "2021-35",
        "0531-85876666",
        "600 2029334178791161893.jpg",
        "3716000001/2023-00482",
        "1671-8372(2021)03-0045-09",
        "010020070750000000000000011100001394583312",
        "https://example.org/2023-02/23/c_860945.htm",
        "2023-02-30",
        "the Mayor 2023",
        "release 19.11.24",
        "on 5 May 12 ports met",
        "1.2.24",
        "May 14, 20245",
        "国发〔2022〕18号",
    ],
)
def test_a_number_is_no_date(written: str) -> None:
    assert find_dates(written) == []


def test_a_clock_time_keeps_its_zone_and_else_gets_that_of_shanghai() -> None:
    assert find_dates("2021/9/1 15:51:33")[0].iso == "2021-09-01T15:51:33+08:00"
    assert find_dates("2024-02-01T11:20:00+0100")[0].iso == "2024-02-01T11:20:00+01:00"


def test_a_clock_time_may_stand_before_its_date() -> None:
    found = find_dates("Agency) 10:39, January 20, 2022")[0]
    assert (found.iso, found.precision) == ("2022-01-20T10:39:00+08:00", "minute")


def test_a_clock_time_may_be_glued_to_the_next_word() -> None:
    assert find_dates("2022-01-07 08:24:58Daily Editor")[0].raw == "2022-01-07 08:24:58"


def test_slashed_dates_follow_the_order_given() -> None:
    assert find_dates("06/07/2024", "month first")[0].iso == "2024-06-07"
    assert find_dates("06/07/2024", "day first")[0].iso == "2024-07-06"
    assert reads_two_ways(find_dates("06/07/2024")[0])
    assert not reads_two_ways(find_dates("29/03/2022")[0])


def test_days_without_a_year_are_set_in_the_year_given() -> None:
    found = find_yearless("HANGZHOU, June 13 and 9月28日, but May 5, 2020 has one", 2023)
    assert [one.iso for one in found] == ["2023-06-13", "2023-09-28"]


def test_dates_come_in_the_order_of_the_text_with_their_offsets() -> None:
    text = "Updated 2 May 2022, first 2021-01-03."
    found = find_dates(text)
    assert [one.iso for one in found] == ["2022-05-02", "2021-01-03"]
    assert all(text[one.start : one.end].strip() == one.raw for one in found)


@given(st.dates(min_value=date(1950, 1, 1), max_value=date(2049, 12, 31)))
def test_every_day_is_read_back_in_every_form(day: date) -> None:
    forms = (
        f"{day.year}-{day.month}-{day.day}",
        f"{day.year}年{day.month}月{day.day}日",
        f"{day:%B} {day.day}, {day.year}",
        f"{day.day} {day:%b} {day.year}",
        f"{day.day}.{day.month}.{day.year}",
        f"{day:%Y%m%d}",
    )
    assert {find_dates(form)[0].iso for form in forms} == {day.isoformat()}


YEARS = st.integers(1950, 2049)
TRAPS = st.one_of(
    st.builds("No.{}, {}".format, st.integers(1, 400), YEARS),
    st.builds("No. {} of {}".format, st.integers(1, 400), YEARS),
    st.builds("(Total {})".format, st.integers(1000, 9999)),
    st.builds("总第{}期".format, st.integers(1000, 9999)),
    st.builds("by {}".format, YEARS),
    st.builds("到{}年".format, YEARS),
    st.builds("{}-{}".format, YEARS, YEARS),
    st.builds(
        "{}〔{}〕{}号".format, st.sampled_from(["国发", "鲁政办发"]), YEARS, st.integers(1, 99)
    ),
    st.builds("{}/{}".format, st.integers(1, 999), YEARS),
    st.builds("0{}-{}".format, st.integers(100, 999), st.integers(10**6, 10**8 - 1)),
    st.builds("+86 {} {}".format, st.integers(10, 999), st.integers(10**6, 10**8 - 1)),
    st.builds("{}.jpg".format, st.integers(10**13, 10**20)),
    st.builds("c_{}.htm".format, st.integers(10**5, 10**7)),
    st.builds("Vol.{} No.{}({})".format, st.integers(1, 99), st.integers(1, 12), YEARS),
    st.builds("{} ({})".format, st.sampled_from(["Table 3", "Smith"]), YEARS),
)


@given(st.lists(TRAPS, min_size=1, max_size=5))
def test_numbers_years_telephones_and_images_are_no_dates(traps: list[str]) -> None:
    assert find_dates(" | ".join(traps)) == []


@given(st.text(max_size=200))
def test_no_text_breaks_the_reader(text: str) -> None:
    for found in find_dates(text):
        assert date.fromisoformat(found.day if len(found.day) == 10 else f"{found.day}-01")


@pytest.mark.parametrize("written", ["05-06-23", "05-06-2023"])
def test_between_dashes_the_day_comes_first_however_long_the_year_is(written: str) -> None:
    assert find_dates(written, "month first")[0].iso == "2023-06-05"
