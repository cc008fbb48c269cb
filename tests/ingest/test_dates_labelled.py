"""Dates behind labels, and what the labels make of them."""

from __future__ import annotations

import pytest

from tests.ingest.dating import facts, read


def test_the_issue_date_of_a_paper_is_its_date_of_publication() -> None:
    draft = read("WORKING PAPER 31234\n\nISSUE DATE June 2023")
    assert draft.published_on.value == "2023-06"


@pytest.mark.parametrize(
    ("line", "posted", "precision"),
    [
        ("Issue Date: 2019", "2019", "year"),
        ("Year of Publication: 2019", "2019", "year"),
        ("Date of Award: 2019", "2019", "year"),
        ("学位年度：2019\n上传时间：2020-06-30", "2019", "year"),
        ("dc.date.issued\t2020-11\t-", "2020-11", "month"),
        ("Date Issued: 4 May 2021", "2021-05-04", "day"),
    ],
)
def test_a_record_of_a_paper_may_state_less_than_a_day(
    line: str, posted: str, precision: str
) -> None:
    draft = read(line)
    assert (draft.published_on.value, draft.published_precision) == (posted, precision)


def test_a_year_without_a_label_is_no_date() -> None:
    assert read("2019").published_on.value is None


@pytest.mark.parametrize(
    ("head", "role", "iso"),
    [
        ("Date: 4 May 2021\n\nVenue: Bay Hall", "event", "2021-05-04"),
        ("会议时间：2021年5月4日", "event", "2021-05-04"),
        ("Registration deadline: 4 May 2021", "deadline", "2021-05-04"),
        ("Date Written: May 4, 2021", "other", "2021-05-04"),
        ("Next release: 4 May 2021", "other", "2021-05-04"),
    ],
)
def test_a_labelled_day_of_something_else_is_not_when_a_page_was_posted(
    head: str, role: str, iso: str
) -> None:
    draft = read(head)
    assert (role, iso) in facts(draft)
    assert draft.published_on.value is None


@pytest.mark.parametrize("line", ["Date awarded: September 2021", "Start date: September 2021"])
def test_the_month_of_an_award_is_no_date_of_posting(line: str) -> None:
    draft = read(line)
    assert (draft.published_on.value, facts(draft)) == (None, {("event", "2021-09")})
