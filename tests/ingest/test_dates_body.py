"""Dates inside a text and the wording round them."""

from __future__ import annotations

import pytest

from documents.ingest import Page, draft_from
from tests.ingest.dating import PARAGRAPH, facts, read


def test_an_event_is_never_the_date_of_publication() -> None:
    draft = read("", f"On January 16, 2023, the fund held a meeting. {PARAGRAPH}")
    assert facts(draft) == {("event", "2023-01-16")}
    assert draft.published_on.value is None
    assert draft.sorted_role == "event"


def test_a_full_dateline_is_the_date_of_a_release() -> None:
    draft = read("", f"MANILA, PHILIPPINES (27 September 2022) — {PARAGRAPH}")
    assert draft.published_on.value == "2022-09-27"


def test_the_last_day_for_an_answer_has_a_role_of_its_own() -> None:
    text = "如有异议，请于2023年10月16日前以书面形式反馈，并注明真实姓名和联系方式，以便核实处理。"
    draft = draft_from(Page(f"港口拖轮名单公示\n发布时间：2023-10-09 17:02\n{text}\n{text}"))
    assert facts(draft) == {("posted", "2023-10-09"), ("deadline", "2023-10-16")}


def test_a_deadline_in_a_last_sentence_is_no_date_of_issue() -> None:
    draft = read(
        "October 3, 2019", tail="Applications for the next round close on 31 January 2020."
    )
    assert facts(draft) == {("posted", "2019-10-03"), ("deadline", "2020-01-31")}


@pytest.mark.parametrize(
    "opening",
    [
        "MANILA, 19 March 2019 (RNA/River Wire) – A lender said on Monday that it had agreed.",
        "Bay City, Coast (March 19, 2019) /RiverNewswire.com/ — A lender said that it had agreed.",
    ],
)
def test_a_dateline_may_name_two_wires_or_one_between_strokes(opening: str) -> None:
    assert read("", opening).published_on.value == "2019-03-19"


@pytest.mark.parametrize(
    ("opening", "role", "day"),
    [
        ("On 28 May 2024, the ports office released Rules on Tugs.", "issued", "2024-05-28"),
        ("2024年5月28日，某市港口局联合印发《拖轮共用办法》，共二十条。", "issued", "2024-05-28"),
        ("On 28 May 2024, four ports met in the hall of the pilots.", "event", "2024-05-28"),
        ("Vom 18. bis 19. Oktober 2021 trafen sich die Lotsen.", "event", "2021-10-18"),
        (
            "The western quay of the harbour, built by the bay's own crane works and paid for by "
            "all four ports, passed its load test on May 31, 2021.",
            "event",
            "2021-05-31",
        ),
    ],
)
def test_a_first_sentence_tells_what_happened_on_its_day(opening: str, role: str, day: str) -> None:
    assert facts(read("", opening)) == {(role, day)}


@pytest.mark.parametrize(
    ("sentence", "days"),
    [
        (
            "Diese Regeln treten am 1. August 2021 in Kraft und am 31. Dezember 2026 außer Kraft.",
            {("effective", "2021-08-01"), ("expires", "2026-12-31")},
        ),
        (
            "Le règlement entre en vigueur le 3 mars 2021 et reste applicable jusqu’au 4 mai 2023.",
            {("effective", "2021-03-03"), ("expires", "2023-05-04")},
        ),
        (
            "本办法有效期自2021年8月1日至2026年12月31日。",
            {("effective", "2021-08-01"), ("expires", "2026-12-31")},
        ),
        (
            "The rules shall be implemented as of August 1, 2021.",
            {("effective", "2021-08-01")},
        ),
    ],
)
def test_a_rule_tells_the_days_between_which_it_is_in_force(
    sentence: str, days: set[tuple[str, str]]
) -> None:
    assert facts(read("", f"{PARAGRAPH}\n\n{PARAGRAPH}\n\n{sentence}")) == days


def test_the_date_of_a_version_is_that_of_the_paper() -> None:
    draft = read("", f"1 Ports share tugboats This version November 5, 2018 {PARAGRAPH}")
    assert draft.published_on.value == "2018-11-05"
