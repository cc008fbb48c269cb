"""What stands above, below or beside a title, and how a title goes on."""

from __future__ import annotations

import pytest

from documents.ingest import Page, draft_from
from tests.ingest.test_title import PARAGRAPH, title_of


@pytest.mark.parametrize(
    "head",
    [
        "SPR Comment\n\nThe Tugs after the Boom\nWhat Is Left of the Ports of the Bay\nJune 2023",
        "Die Schlepper nach dem Boom\nWas bleibt von den Häfen der Bucht\n12. Juni 2023",
    ],
)
def test_a_line_right_below_a_title_is_its_subtitle_though_the_text_says_it_again(
    head: str,
) -> None:
    text = f"{PARAGRAPH} The boom left the bay its ports; der Boom blieb in den Häfen der Bucht."
    assert title_of(f"{head}\n\n{text}") in {
        "The Tugs after the Boom",
        "Die Schlepper nach dem Boom",
    }


def test_the_name_of_a_series_that_stands_twice_is_no_title() -> None:
    head = "Publications\nBay Staff Country Reports\n\nPublications\nBay Staff Country Reports"
    title = "The Bay: Harbour Dues After the Boom"
    page = f"{head}\n{title}\n\nPublication Date:\nAugust 9, 2024\n\n{PARAGRAPH}"
    assert title_of(page) == title


def test_the_kind_of_a_paper_is_no_part_of_its_title() -> None:
    head = "Bay Archive for Ports and the Sea Your Papers in One Place\n\nHollweg, Petra"
    citation = "Suggested Citation: Hollweg, Petra (2017) : After the Tug: What Ports Sell, Paper 6"
    page = f"{head}\n\nWorking Paper After the Tug: What Ports Sell\n\n{citation}\n\n{PARAGRAPH}"
    assert title_of(page) == "After the Tug: What Ports Sell"


@pytest.mark.parametrize(
    ("title", "others"),
    [
        ("拖轮共用：钱从哪里来", "相关研究\n《引航：涨潮之前看航道》\n2024-02-26"),
        ("Tugs: who pays for them", "Related research\nPilots: who waits for them\n2024-02-26"),
    ],
)
def test_a_related_title_with_its_date_above_the_text_is_no_title(title: str, others: str) -> None:
    text = "四个港口同意共用拖轮，散货船等候时间可减少三分之一。各港按使用量分摊费用，先试行一年。"
    assert title_of(f"2024年03月15日\n{title}\n{others}\n\n{text}\n{PARAGRAPH}") == title


@pytest.mark.parametrize(
    ("first", "day", "rest"),
    [
        ("COMMISSION IMPLEMENTING DECISION (EU) 2022/17", "of 6 May 2022", "approving the tugs"),
        ("Council Regulation (EC) No 41/2008", "of 12 March 2008", "on the tugs of the Union"),
    ],
)
def test_the_title_of_an_act_of_the_union_goes_on_below_its_day(
    first: str, day: str, rest: str
) -> None:
    page = f"Sea-Lex Access to the law of the Union\n\n{first}\n{day}\n{rest}\n\n{PARAGRAPH}"
    assert title_of(page) == f"{first} {day} {rest}"


def test_a_box_inside_the_heading_of_a_page_is_its_heading() -> None:
    page = (
        "<html><head><title>Tugs shared: Ports of the bay | Bay</title></head><body><main><h1>"
        "<div>Tugs shared: Why four ports wait no more</div></h1><p>12 June 2023</p>"
        f"<p>{PARAGRAPH}</p><p>{PARAGRAPH}</p></main></body></html>"
    )
    draft = draft_from(Page(page, "text/html"))
    assert draft.title.value == "Tugs shared: Why four ports wait no more"
