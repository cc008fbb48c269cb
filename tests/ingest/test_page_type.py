"""Pages that are no single article."""

from __future__ import annotations

import pytest

from documents.ingest import Page, draft_from
from documents.ingest.lines import Line
from documents.ingest.page_type import find_second_article, is_list

PARAGRAPH = (
    "The link has four stations and will carry about 200,000 passengers a day, officials said."
)


def lines(*texts: str) -> list[Line]:
    return [Line(text, number) for number, text in enumerate(texts, start=1)]


def test_dated_titles_without_text_are_a_list() -> None:
    page = lines(*(f"2023-05-{day:02} 关于公布第{day}批名单的公告" for day in range(1, 6)))
    assert is_list(page, {})


def test_titles_with_their_dates_on_lines_of_their_own_are_a_list() -> None:
    titles = [f"关于公布第{n}批拖轮名单的公告" for n in "一二三四"]
    below = [text for title in titles for text in (title, "港政〔2023〕21号 2023-06-25")]
    above = [text for title in titles for text in ("12 May 2023 | Report", title)]
    assert is_list(lines("市政府文件", *below), {})
    assert is_list(lines("Publications", *above), {})


def test_one_entry_without_the_form_of_a_title_leaves_the_others_a_list() -> None:
    dates = [f"{day} May 2023 | Report" for day in range(1, 6)]
    titles = [f"Why ports share {day} tugs" for day in range(4)]
    titles.append("Who steers? The ferries of the bay and all who wait for them to come in")
    page = [text for pair in zip(dates, titles, strict=True) for text in pair]
    assert is_list(lines("Publications", *page), {})


def test_the_heading_below_the_trail_is_the_title_of_a_list() -> None:
    entries = "\n".join(
        f"12 May 2023 | Report\nWhy ports of the bay share {n} tugs" for n in range(6)
    )
    page = f"Institute for Tugs\nHome > Publications\nPublications of the tug fund\n{entries}"
    draft = draft_from(Page(page))
    assert (draft.page_type, draft.title.value) == ("list", "Publications of the tug fund")
    assert draft.published_on.value is None


def test_an_article_with_two_related_titles_is_no_list() -> None:
    assert not is_list(lines("A title", PARAGRAPH, PARAGRAPH, "2023-05-01 Another title here"), {})


def test_titles_with_dates_and_a_paragraph_on_each_are_a_list() -> None:
    text = f"{PARAGRAPH} {PARAGRAPH}"
    entries = [(f"Why ports share {n} tugs", f"Li Hua | {n} May 2023", text) for n in "3456"]
    assert is_list(lines("Latest analysis", *(text for entry in entries for text in entry)), {})


def test_a_second_title_with_its_own_date_begins_a_second_article() -> None:
    page = lines(
        "Rail link to open", "Updated: March 3, 2022", PARAGRAPH,
        "Ferries look for new routes", "Updated: March 2, 2022", PARAGRAPH,
    )  # fmt: skip
    assert find_second_article(page, {}, frozenset({2, 5}), 1) == 4


def test_headings_inside_an_article_begin_no_other() -> None:
    page = lines(
        "Rail link to open", "Updated: March 3, 2022", PARAGRAPH, "How it began", PARAGRAPH
    )
    assert find_second_article(page, {}, frozenset({2}), 1) == 0


def test_two_entries_of_a_weblog_with_the_date_above_each_title_are_two_articles() -> None:
    entries = (
        f"July 23, 2014 at 5:00 AM\n\nHow are the tugs on the bay?\n\n{PARAGRAPH}\n\n"
        f"November 7, 2013 at 6:00 AM\n\nA look at the pilots of the bay\n\n{PARAGRAPH}"
    )
    draft = draft_from(Page(entries))
    assert draft.page_type == "two_articles"
    assert draft.title.value == "How are the tugs on the bay?"


def test_a_second_title_with_its_own_byline_begins_a_second_article() -> None:
    text = "傍晚五点，码头的灯一盏盏亮起来，卖鱼的摊子前排着队，两年前这里还是另一副模样。"
    page = ["海港：码头添了烟火气", "本报记者 李梅", text, text, "盐场车间里的夜班"]
    draft = draft_from(Page("\n".join([*page, "本报记者 王敏", text])))
    assert (draft.page_type, draft.body.value) == ("two_articles", f"{text}\n\n{text}")


def test_a_second_reporter_of_one_article_begins_none() -> None:
    page = lines("Rail link to open", "By Li Hua", PARAGRAPH, PARAGRAPH, "By Wang Min in Jinan")
    assert find_second_article(page, {}, frozenset({2, 5}), 1) == 0


def test_the_foot_of_a_page_with_two_articles_still_names_its_owner() -> None:
    one, other = "Rail link to open in spring", "Ferries look for new routes"
    days = ("Updated: March 3, 2022", "Updated: March 2, 2022")
    page = [one, days[0], PARAGRAPH, other, days[1], PARAGRAPH, "Copyright © 2022 Bay Courier"]
    draft = draft_from(Page("\n".join(page)))
    assert (draft.page_type, draft.source.value) == ("two_articles", "Bay Courier")


def test_paragraphs_beside_dated_captions_and_related_titles_are_an_article() -> None:
    text = f"{PARAGRAPH} {PARAGRAPH}"
    page = lines(
        "Rail link to open", "2023-10-26 19:02 Bay News", text, "10月24日，渡口。", text, text,
        "2023-10-20 Another title of the page", "2023-10-19 And yet another title",
    )  # fmt: skip
    assert not is_list(page, {})


def test_a_transcript_with_the_hour_below_each_answer_is_an_article() -> None:
    answer = "谢谢主持人。上半年港口吞吐量增长百分之六，拖轮也用起来了。我们问过走的人和来的人。"
    turns = [(f"省长 柯{n}：", answer, f"2023-08-17 10:0{n}:15") for n in range(1, 7)]
    page = lines("新闻发布会图文实录", *(text for turn in turns for text in turn))
    assert not is_list(page, {})


def test_a_page_with_two_full_paragraphs_is_no_list_whatever_stands_round_them() -> None:
    entries = [f"2023-05-{day:02} 关于公布第{day}批名单的公告" for day in range(1, 9)]
    text = f"{PARAGRAPH} {PARAGRAPH} {PARAGRAPH}"
    assert not is_list(lines(text, text, *entries), {})


@pytest.mark.parametrize(
    ("source", "title"),
    [("Source: Bay Daily", "A second port puts its permits in a locker"),
     ("来源：海湾日报", "第二个港口把许可证放进储物柜")],
)  # fmt: skip
def test_a_title_below_the_source_of_a_text_begins_a_second_article(
    source: str, title: str
) -> None:
    page = lines("Ports share their tugboats", PARAGRAPH, source, title, PARAGRAPH, source)
    assert find_second_article(page, {}, frozenset({3, 6}), 1) == 4
    assert find_second_article(page[:5], {}, frozenset({3}), 1) == 0


def test_releases_with_their_dates_and_a_teaser_each_are_a_list_and_no_two_articles() -> None:
    entries = "\n\n".join(
        f"Port {n}: a bank lends for tugs\n\n  •  Release date: 1{n}/02/2017\n"
        "The loan pays for tugs and their crews. They will be shared by all ports of the bay."
        for n in range(6)
    )
    draft = draft_from(Page(f"Press corner\n\nPress corner\n\n{entries}"))
    assert (draft.page_type, draft.kind.value) == ("list", "release")


@pytest.mark.parametrize("dots", ["...", "…"])
def test_an_excerpt_that_breaks_off_is_a_teaser_without_any_wall(dots: str) -> None:
    page = f"Ports share their tugboats again\n\n12 May 2023\n\n{PARAGRAPH} They said that{dots}"
    assert draft_from(Page(page)).page_type == "teaser"
    assert draft_from(Page(page.removesuffix(dots) + " so.")).page_type == "article"


def test_a_long_text_that_ends_in_dots_is_an_article() -> None:
    body = "\n\n".join([PARAGRAPH] * 6)
    assert draft_from(Page(f"Ports share tugs\n\n12 May 2023\n\n{body} And so…")).page_type == (
        "article"
    )


def test_a_title_above_a_second_dateline_begins_a_second_article() -> None:
    first, second = (
        f"本报讯（记者 {name}）{text}港务局昨日公布了新的拖轮办法，共有四十条，自下月起施行。"
        for name, text in (("孙哲", "海州"), ("何岚", "云河"))
    )
    rest = "港口方面介绍，散货船的等待时间预计缩短三分之一，运价也会下降。"
    page = f"海州港口共用拖轮\n2022年5月4日\n{first}\n{rest}\n云河船闸夜间开放\n{second}\n{rest}"
    draft = draft_from(Page(page))
    assert draft.page_type == "two_articles"
    assert "云河" not in draft.body.value


def test_a_source_between_two_parts_of_one_text_begins_no_second_article() -> None:
    prose = "The four ports on the rim of the bay have agreed to share their tugboats from May on."
    page = "\n\n".join(("Four ports share tugboats", prose, "Source: Bay Daily", prose, prose))
    assert draft_from(Page(page)).page_type == "article"
