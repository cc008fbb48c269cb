"""The roles of a page's dates, and which one counts."""

from __future__ import annotations

import pytest
from hypothesis import given, settings, strategies as st

from documents.ingest import Page, draft_from
from tests.ingest.dating import PARAGRAPH, facts, read
from tests.text.test_dates import TRAPS


def test_a_posted_date_counts_before_an_updated_one() -> None:
    draft = read("Publié le 3 mars 2022 - Mis à jour le 4 mars 2022")
    assert draft.published_on.value == "2022-03-03"
    assert ("updated", "2022-03-04") in facts(draft)


def test_the_report_date_sorts_and_the_posted_date_is_published() -> None:
    draft = read("Feb 23,2023\n\nResearch Report, No.16 2023 (Total 6965) 2023-2-1")
    assert (draft.published_on.value, draft.sorted_on.value) == ("2023-02-23", "2023-02-01")
    assert draft.sorted_role == "report"


@settings(max_examples=40, deadline=None)
@given(st.lists(TRAPS, min_size=1, max_size=4))
def test_a_page_of_numbers_that_look_like_dates_stays_without_one(traps: list[str]) -> None:
    draft = read("\n\n".join(traps), f"{traps[0]} {PARAGRAPH}", "\n\n".join(traps))
    assert draft.dates == ()
    assert draft.published_on.value is None


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


def test_a_month_on_a_cover_is_kept_as_a_month() -> None:
    draft = read("September 2021")
    assert (draft.published_on.value, draft.published_precision) == ("2021-09", "month")


def test_a_date_of_correction_in_the_text_is_not_the_day_of_posting() -> None:
    draft = read(
        "Updated 29 August 2023", opening=f"Date of correction: 24 August 2023\n\n{PARAGRAPH}"
    )
    assert draft.published_on.value == "2023-08-29"


def test_a_moment_inside_the_text_says_when_it_was_posted() -> None:
    text = "记者从市住建局获悉，全市今年计划开工改造老旧小区一百多个，惠及居民四万多户。"
    draft = draft_from(Page(f"海港都市报\n{text}\n小区改造开工\n2023-07-04 09:20\n{text}"))
    assert facts(draft) == {("posted", "2023-07-04")}


def test_the_head_of_a_newspaper_is_a_date_whatever_its_controls() -> None:
    head = "第A3版：市县新闻 上一版 下一版 2020年12月03日 星期四 放大⊕ 缩小⊖ 默认○"
    text = "傍晚五点，老码头的灯笼一盏盏亮起来。两年前，这条巷子还是另一副模样，一下雨就积水。"
    draft = draft_from(Page(f"海港日报数字报刊平台\n{head}\n\n老码头添了烟火气\n{text}\n{text}"))
    assert draft.published_on.value == "2020-12-03"


@pytest.mark.parametrize(
    ("head", "posted"),
    [
        ("字号 大 中 小 文章来源：港口研究部 2023-07-21 15:30:00", "2023-07-21"),
        ("来源： 港口网 浏览字号： 大 中 小 2022年10月30日 19:02:07", "2022-10-30"),
        ("47 Pages Posted: 14 Mar 2023 Last revised: 2 Nov 2023", "2023-03-14"),
        ("Briefing 12-05-2023", "2023-05-12"),
        (
            "9.12.2022    EN    Journal of the Union of all Ports and Harbours    L 8",
            "2022-12-09",
        ),
        ("2022年12月                      HARBOUR REVIEW                   Dec.2022", "2022-12"),
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


@pytest.mark.parametrize(
    ("above", "below", "tail"),
    [
        ("今天是 2025年2月8日 星期六", "2023-10-19 15:42:07 来源：港口局", ""),
        ("News Video Blogs Friday, Nov 20, 2020", "(Harbour Daily)    10:07, October 19, 2023", ""),
        ("", "2023-10-19", "打印时间：2024-12-02 关闭"),
        ("", "October 19, 2023", "Printed on: 2 December 2024"),
        ("", "Upload: tugwell\n\nPost on 12-Jun-2024\n\nOctober 19, 2023", ""),
    ],
)
def test_the_day_of_a_visit_a_print_or_an_upload_is_not_that_of_the_page(
    above: str, below: str, tail: str
) -> None:
    page = f"{above}\n\nPorts share tugboats\n\n{below}\n\n{PARAGRAPH}\n\n{PARAGRAPH}\n\n{tail}"
    assert draft_from(Page(page)).published_on.value == "2023-10-19"


def test_a_day_below_the_title_is_the_page_s_though_the_text_begins_above_it() -> None:
    page = f"{PARAGRAPH}\n\nPorts share tugboats\n\nOctober 21, 2021\n\n{PARAGRAPH}\n\n{PARAGRAPH}"
    assert facts(draft_from(Page(page))) == {("posted", "2021-10-21")}


@pytest.mark.parametrize("day", ["14 novembre 2019 à 8h00", "October 14, 2019"])
def test_the_only_line_with_a_date_tells_when_a_page_was_posted(day: str) -> None:
    page = f"{PARAGRAPH}\n\nPorts share tugboats on the bay\n\n{day}\n\nSubscribers only\n\nShare"
    draft = draft_from(Page(page))
    assert (draft.published_on.value or "")[:7] == ("2019-11" if "nov" in day else "2019-10")


def test_a_day_between_a_heading_and_a_paragraph_is_no_day_of_signing() -> None:
    heading = "Depots of the bay to be refitted with bonds"
    page = f"{PARAGRAPH}\n\n{PARAGRAPH}\n\n{heading}\n\nOctober 21, 2021\n\n{PARAGRAPH}"
    assert facts(read("", page)) == {("posted", "2021-10-21")}


def test_a_letter_that_says_what_day_it_is_is_of_that_day() -> None:
    draft = read("Welcome to this issue of The Bay Brief. Today is October 18, 2024. We pick two.")
    assert draft.published_on.value == "2024-10-18"
