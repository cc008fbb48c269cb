"""The roles of a page's dates, and which one counts."""

from __future__ import annotations

import pytest
from hypothesis import given, settings, strategies as st

from documents.ingest import Draft, Page, draft_from
from tests.text.test_dates import TRAPS

PARAGRAPH = (
    "Four ports on the rim of the bay have agreed to share their tugboats, a step that is expected "
    "to cut waiting times for bulk carriers by a third by 2025."
)


def read(head: str, opening: str = PARAGRAPH, tail: str = "") -> Draft:
    return draft_from(Page(f"Ports share tugboats\n\n{head}\n\n{opening}\n\n{PARAGRAPH}\n\n{tail}"))


def facts(draft: Draft) -> set[tuple[str, str]]:
    return {(fact.role, fact.iso[:10]) for fact in draft.dates}


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


def test_a_posted_date_counts_before_an_updated_one() -> None:
    draft = read("Publié le 3 mars 2022 - Mis à jour le 4 mars 2022")
    assert draft.published_on.value == "2022-03-03"
    assert ("updated", "2022-03-04") in facts(draft)


def test_the_report_date_sorts_and_the_posted_date_is_published() -> None:
    draft = read("Feb 23,2023\n\nResearch Report, No.16 2023 (Total 6965) 2023-2-1")
    assert (draft.published_on.value, draft.sorted_on.value) == ("2023-02-23", "2023-02-01")
    assert draft.sorted_role == "report"


def test_an_event_is_never_the_date_of_publication() -> None:
    draft = read("", f"On January 16, 2023, the fund held a meeting. {PARAGRAPH}")
    assert facts(draft) == {("event", "2023-01-16")}
    assert draft.published_on.value is None
    assert draft.sorted_role == "event"


def test_a_full_dateline_is_the_date_of_a_release() -> None:
    draft = read("", f"MANILA, PHILIPPINES (27 September 2022) — {PARAGRAPH}")
    assert draft.published_on.value == "2022-09-27"


@settings(max_examples=40, deadline=None)
@given(st.lists(TRAPS, min_size=1, max_size=4))
def test_a_page_of_numbers_that_look_like_dates_stays_without_one(traps: list[str]) -> None:
    draft = read("\n\n".join(traps), f"{traps[0]} {PARAGRAPH}", "\n\n".join(traps))
    assert draft.dates == ()
    assert draft.published_on.value is None


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


def test_a_date_in_brackets_behind_the_title_is_the_day_of_posting() -> None:
    draft = draft_from(Page(f"Ports on the Bohai Rim share tugboats (June 5, 2024)\n\n{PARAGRAPH}"))
    assert draft.title.value == "Ports on the Bohai Rim share tugboats"
    assert draft.published_on.value == "2024-06-05"


def test_a_page_without_a_date_stays_without() -> None:
    draft = read("")
    assert draft.dates == ()
    assert (draft.published_on.value, draft.sorted_on.value) == (None, None)


def test_an_official_text_keeps_its_five_dates_apart() -> None:
    page = (
        "归档时间:2023-01-04\n\n关于港城融合的若干措施\n\n来源:某市门户网 日期:2022-07-09 16:30\n\n"
        "各区人民政府，市政府各部门：\n\n为促进港产城融合发展，结合我市实际，制定以下措施。\n\n"
        "本措施自2022年10月1日起施行，有效期至2025年9月30日。\n\n某市人民政府\n\n2022年6月28日"
    )
    draft = draft_from(Page(page))
    assert draft.published_on.value == "2022-07-09"
    assert facts(draft) == {
        ("posted", "2022-07-09"),
        ("other", "2023-01-04"),
        ("issued", "2022-06-28"),
        ("effective", "2022-10-01"),
        ("expires", "2025-09-30"),
    }


def test_a_slashed_date_is_read_near_the_day_that_the_text_names() -> None:
    draft = read("06/07/2024 | Source: River Fund", f"On June 5 the fund met. {PARAGRAPH}")
    assert draft.published_on.value == "2024-06-07"
    draft = read("06/07/2024 | Source: River Fund", f"On 5 July the fund met. {PARAGRAPH}")
    assert draft.published_on.value == "2024-07-06"


def test_a_month_on_a_cover_is_kept_as_a_month() -> None:
    draft = read("September 2021")
    assert (draft.published_on.value, draft.published_precision) == ("2021-09", "month")


def test_the_visible_date_wins_over_the_head_of_the_page() -> None:
    page = (
        '<html><head><meta property="article:published_time" content="2025-01-14T16:02:11+08:00">'
        "<title>Ports share tugboats</title></head><body><h1>Ports share tugboats</h1>"
        f"<div>March 6, 2024</div><p>{PARAGRAPH}</p></body></html>"
    )
    draft = draft_from(Page(page, "text/html"))
    assert draft.published_on.value == "2024-03-06"
    assert ("other", "2025-01-14") in facts(draft)


def test_a_date_of_correction_in_the_text_is_not_the_day_of_posting() -> None:
    draft = read(
        "Updated 29 August 2023", opening=f"Date of correction: 24 August 2023\n\n{PARAGRAPH}"
    )
    assert draft.published_on.value == "2023-08-29"


def test_a_correction_names_the_day_of_the_earlier_version() -> None:
    note = "Correction: the version of November 24 gave another number of tugs."
    draft = read("2021/11/26 11:30:02", opening=f"{PARAGRAPH}\n\n{PARAGRAPH}\n\n{note}")
    assert ("other", "2021-11-24") in facts(draft)
    assert draft.published_on.value == "2021-11-26"


def test_the_issue_date_of_a_paper_is_its_date_of_publication() -> None:
    draft = read("WORKING PAPER 31234\n\nISSUE DATE June 2023")
    assert draft.published_on.value == "2023-06"


def test_an_hour_is_that_of_beijing_only_on_a_page_that_speaks_of_china() -> None:
    stand = "Stand: 3. Februar 2023, 11:42 Uhr"
    german = (
        "Die vier Häfen an der Bucht teilen sich ab dem nächsten Jahr ihre Schlepper, sagte er."
    )
    assert ("updated", "2023-02-03T11:42:00") in moments(read(stand, opening=german))
    assert ("updated", "2023-02-03T11:42:00+08:00") in moments(
        read("Updated: 2023-02-03 11:42", opening=f"{PARAGRAPH} China's ports agreed.")
    )


def moments(draft: Draft) -> set[tuple[str, str]]:
    return {(fact.role, fact.iso) for fact in draft.dates}


def test_a_moment_inside_the_text_says_when_it_was_posted() -> None:
    text = "记者从市住建局获悉，全市今年计划开工改造老旧小区一百多个，惠及居民四万多户。"
    draft = draft_from(Page(f"海港都市报\n{text}\n小区改造开工\n2023-07-04 09:20\n{text}"))
    assert facts(draft) == {("posted", "2023-07-04")}


def test_a_deadline_in_a_last_sentence_is_no_date_of_issue() -> None:
    draft = read(
        "October 3, 2019", tail="Applications for the next round close on 31 January 2020."
    )
    assert facts(draft) == {("posted", "2019-10-03"), ("other", "2020-01-31")}


def test_the_day_of_the_last_edit_is_that_of_an_update() -> None:
    draft = read("Translation posted: June 9, 2020 | Last edited: June 12, 2020")
    assert facts(draft) == {("posted", "2020-06-09"), ("updated", "2020-06-12")}
    assert draft.source.value is None


@pytest.mark.parametrize(
    "days", ["7 - 8 November 2024, Bay City", "7. bis 8. November 2024", "November 7-8, 2024"]
)
def test_the_days_of_an_event_are_not_when_a_page_was_posted(days: str) -> None:
    draft = read(days)
    assert draft.published_on.value is None
    assert facts(draft) == {("event", "2024-11-07")}


def test_the_head_of_a_newspaper_is_a_date_whatever_its_controls() -> None:
    head = "第A3版：市县新闻 上一版 下一版 2020年12月03日 星期四 放大⊕ 缩小⊖ 默认○"
    text = "傍晚五点，老码头的灯笼一盏盏亮起来。两年前，这条巷子还是另一副模样，一下雨就积水。"
    draft = draft_from(Page(f"海港日报数字报刊平台\n{head}\n\n老码头添了烟火气\n{text}\n{text}"))
    assert draft.published_on.value == "2020-12-03"


@pytest.mark.parametrize(
    ("line", "posted", "precision"),
    [
        ("Issue Date: 2019", "2019", "year"),
        ("Year of Publication: 2019", "2019", "year"),
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
        ("Registration deadline: 4 May 2021", "other", "2021-05-04"),
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


@pytest.mark.parametrize(
    ("head", "posted"),
    [
        ("字号 大 中 小 文章来源：港口研究部 2023-07-21 15:30:00", "2023-07-21"),
        ("来源： 港口网 浏览字号： 大 中 小 2022年10月30日 19:02:07", "2022-10-30"),
        ("47 Pages Posted: 14 Mar 2023 Last revised: 2 Nov 2023", "2023-03-14"),
        ("Briefing 12-05-2023", "2023-05-12"),
        ("[ 成文日期 ] 2022-05-24\n[ 发布日期 ] 2022-06-02", "2022-06-02"),
        (
            "Received 30 November 2021, Revised 14 June 2022, Accepted 2 August 2022, "
            "Available online 19 August 2022, Version of Record 20 August 2022.",
            "2022-08-19",
        ),
        ("Released 12 / 10 / 2022\n\nOn 14 October the ports met.", "2022-10-12"),
        ("of 6 December 2022\n\nPublished 9.12.2022", "2022-12-09"),
    ],
)
def test_the_day_of_posting_is_found_among_controls_and_other_days(head: str, posted: str) -> None:
    assert read(head).published_on.value == posted


def test_a_date_below_the_subtitle_is_read_though_its_markup_sets_it_apart() -> None:
    page = (
        "<html><body><h1>Ports share tugboats</h1><div>Four ports on the rim of the bay agree to "
        "share their tugs, and find that not every pilot can be moved.</div>"
        '<div class="meta"><span>Apr 12, 2023</span> <span>4-min read</span></div>'
        f"<p>{PARAGRAPH}</p><p>{PARAGRAPH}</p></body></html>"
    )
    assert draft_from(Page(page, "text/html")).published_on.value == "2023-04-12"


def test_the_last_day_for_an_answer_is_kept_as_another_date() -> None:
    text = "如有异议，请于2023年10月16日前以书面形式反馈，并注明真实姓名和联系方式，以便核实处理。"
    draft = draft_from(Page(f"港口拖轮名单公示\n发布时间：2023-10-09 17:02\n{text}\n{text}"))
    assert facts(draft) == {("posted", "2023-10-09"), ("other", "2023-10-16")}
