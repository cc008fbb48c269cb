"""Roles that the words before a date give it."""

from __future__ import annotations

import pytest

from documents.ingest import Page, draft_from
from tests.ingest.dating import PARAGRAPH, facts, read


@pytest.mark.parametrize(
    ("head", "role", "iso"),
    [
        ("Feb 23,2023", "posted", "2023-02-23"),
        ("(| Updated : 2024-05-31", "updated", "2024-05-31"),
        ("Publié le 3 mars 2022 à 10h15", "posted", "2022-03-03"),
        ("Stand: 16.11.2023, 10:12 Uhr", "updated", "2023-11-16"),
        ("发布时间：2022-05-20 09:12:33", "posted", "2022-05-20"),
        ("2022-01-07 08:24:58Daily Editor", "posted", "2022-01-07"),
        ("Nantong, 5 June 2024", "posted", "2024-06-05"),
        ("发布时间： 二〇二二年五月二十日", "posted", "2022-05-20"),
        ("Pub1ished: 2O21-O3-O8", "posted", "2021-03-08"),
    ],
)
def test_the_date_below_the_title_has_a_role(head: str, role: str, iso: str) -> None:
    draft = read(head)
    assert (role, iso) in facts(draft)
    assert draft.published_on.value == iso


def test_the_day_of_the_last_edit_is_that_of_an_update() -> None:
    draft = read("Translation posted: June 9, 2020 | Last edited: June 12, 2020")
    assert facts(draft) == {("posted", "2020-06-09"), ("updated", "2020-06-12")}
    assert draft.source.value is None


@pytest.mark.parametrize(
    ("head", "tail", "posted"),
    [
        ("date 2023-06-14 Ports share tugs\n\nOther line of the page", "", "2023-06-14"),
        ("", "(Xinhua News Agency October 18, 2005)", "2005-10-18"),
        ("18 June 2015 - 20 June 2015", "", None),
        (
            "Received 16 Feb 2021, Accepted 26 Aug 2021, Published online: 09 Sep 2021",
            "",
            "2021-09-09",
        ),
        (
            "Received: February 16, 2020; Accepted: March 15, 2020; Published: March 18, 2020",
            "",
            "2020-03-18",
        ),
        ("By Kou Lan · 2019-07-03 · Source: NO. 27 JULY 4, 2019", "", "2019-07-03"),
    ],
)
def test_of_several_dates_the_one_of_posting_counts(
    head: str, tail: str, posted: str | None
) -> None:
    page = f"{head}\n\n{PARAGRAPH}\n\n{PARAGRAPH}\n\n{tail}"
    page = page if head.startswith("date ") else f"Ports share tugboats\n\n{page}"
    assert draft_from(Page(page)).published_on.value == posted
