"""Titles of other pages: below a heading, in boxes amid a text, and told by their form alone."""

from __future__ import annotations

import pytest

from documents.ingest import Draft, Page, draft_from

TEXT = (
    "The four ports on the rim of the bay have agreed to share their tugboats, which is expected "
    "to cut waiting times for bulk carriers by a third."
)
OPENING = ("Four ports will share their tugboats", "May 4, 2022", TEXT, TEXT)
HAN = "环渤海四个港口已经同意从明年起共用拖轮，散货船的等待时间预计缩短三分之一，运价也会下降。"


def read(*tail: str, text: str = TEXT) -> Draft:
    head = ("Four ports on the bay will share their tugboats", "May 4, 2022")
    return draft_from(Page("\n".join([*head, *[text] * 5, *tail])))


def web(*blocks: str) -> Draft:
    page = f"<article><h1>Four ports will share their tugboats</h1>{''.join(blocks)}</article>"
    return draft_from(Page(f"<html><body>{page}</body></html>"))


@pytest.mark.parametrize(
    "heading",
    [
        "Related Project",
        "Recommended Reading",
        "What to read next",
        "More News From Bay Tugs",
        "More to explore",
        "Mehr aus dem Hafen",
        "相关研报",
        "24小时热文",
        "更多洞察",
    ],
)
def test_a_heading_that_offers_more_opens_a_list(heading: str) -> None:
    draft = read("Contact", "Ada Berg", heading, "A bay without a bridge")
    assert draft.related_titles.value == ("A bay without a bridge",)


def test_a_box_amid_a_plain_text_is_related_and_no_text() -> None:
    page = "\n\n".join((*OPENING, "Read more:\nA bay without a bridge", TEXT, TEXT, TEXT, TEXT))
    draft = draft_from(Page(page))
    assert draft.related_titles.value == ("A bay without a bridge",)
    assert draft.body.value.split("\n\n") == [TEXT] * 6


def test_a_question_in_a_box_is_a_title() -> None:
    question = "拖轮坏了，半夜打哪一个电话才有人来接？"
    page = "\n\n".join(
        ("四个港口共用拖轮", "2022年5月4日", HAN, HAN, f"相关阅读\n{question}", *[HAN] * 4)
    )
    draft = draft_from(Page(page))
    assert draft.related_titles.value == (question,)
    assert "半夜" not in draft.body.value


def test_a_heading_of_the_text_below_such_a_word_stays_in_the_text() -> None:
    page = "\n\n".join(
        (*OPENING, f"Further reading\nHow the boats are shared out\n{TEXT}", TEXT, TEXT)
    )
    draft = draft_from(Page(page))
    assert draft.related_titles.value == ()
    assert "How the boats are shared out" in draft.body.value


def test_links_of_a_box_amid_a_web_page_are_related_one_by_one() -> None:
    box = (
        '<div class="related"><h4>Related Content</h4><p><a href="/1">A bay without a bridge</a>'
        '<span>Commentary</span><a href="/2">Who pays for a lighthouse</a></p></div>'
    )
    draft = web(f"<p>{TEXT}</p>" * 3, box, f"<p>{TEXT}</p>" * 3)
    assert draft.related_titles.value == ("A bay without a bridge", "Who pays for a lighthouse")
    assert "lighthouse" not in draft.body.value


def test_a_link_behind_read_more_is_the_title_alone() -> None:
    line = '<p>Read more: <a href="/1">A bay without a bridge</a></p>'
    draft = web(f"<p>{TEXT}</p>" * 3, line, f"<p>{TEXT}</p>" * 3)
    assert draft.related_titles.value == ("A bay without a bridge",)


def test_the_numbers_of_a_list_and_its_dates_do_not_end_it() -> None:
    titles = ("A bay without a bridge", "Who pays for a lighthouse", "Spring Ferry Day")
    ranked = [one for at, title in enumerate(titles[:2], 1) for one in (str(at), title)]
    draft = read("Most popular", *ranked, "2022-05-01 17:16", f"- {titles[2]}", "2022-04-30 09:10")
    assert draft.related_titles.value == titles


def test_what_a_page_turns_to_is_a_title_where_it_stands_by_itself() -> None:
    assert read("上一篇：", "沿江六县共建港口", text=HAN).related_titles.value == (
        "沿江六县共建港口",
    )
    assert read("下一篇：沿江六县共建港口", text=HAN).related_titles.value == ()


def test_the_contents_of_a_letter_are_no_titles_of_other_pages() -> None:
    first, second = "Four ports will share their tugboats", "Olive growers pay by the hour"
    contents = ("Letter of the Bay", "In this issue", f"1. {first}", f"2. {second}", "")
    news = ((first, "By Ada Berg", "", *[TEXT] * 3, ""), (second, "By Jo Quist", "", *[TEXT] * 3))
    draft = draft_from(Page("\n".join((*contents, *news[0], *news[1]))))
    assert f"1. {first}" not in draft.related_titles.value


@pytest.mark.parametrize(
    "line",
    [
        "Project officer: Ada Berg",
        "项目联系人：裴老师",
        "JEL codes: E51, G21, H74",
        "Terms & Conditions of Attendance",
        "No copy may be made without written permission",
        "敬请参阅最后一页特别声明",
        "扫码在手机上查看",
        "预览时标签不可点",
        "来说两句吧...",
        "0 条评论",
        "Keep all issues with a 7-day free trial",
        "blog comments powered by Talkbox",
    ],
)
def test_a_line_about_the_site_at_the_foot_is_no_title(line: str) -> None:
    assert read(line).related_titles.value == ()


@pytest.mark.parametrize(
    ("tail", "titles"),
    [
        (("Ferries look for a route", "A bay without a bridge"), 2),
        (("The Pier That Counts Clouds",), 1),
        (("Ferries look for more", "3 May 2022"), 1),
        (("Ferries look for more",), 0),
    ],
)
def test_without_a_heading_several_signs_make_a_title(tail: tuple[str, ...], titles: int) -> None:
    assert len(read(*tail).related_titles.value) == titles


def test_a_title_may_end_in_an_abbreviation() -> None:
    titles = ("Ferries look for a route", "Fruit trade grows in Sept.")
    assert read(*titles).related_titles.value == titles


def test_rows_of_a_record_below_a_text_are_no_titles() -> None:
    assert (
        read("Type: Thesis", "Level of study: Doctoral (Ph.D.)", "Unit: 4").related_titles.value
        == ()
    )


@pytest.mark.parametrize(
    "line",
    [
        "Posted by Ann Lowe at 8:47 AM",
        "发布者：章力行 于 八点",
        "Ann Lowe; Ole Berg",
        "/Ports and ferries/Tugs on the bay",
    ],
)
def test_who_posted_a_page_or_speaks_and_a_path_is_no_title(line: str) -> None:
    assert read("Related", line).related_titles.value == ()
