"""Where a text begins: below what announces, sums up or explains it."""

from __future__ import annotations

import pytest

from documents.ingest import Draft, Page, draft_from

TEXT = (
    "The four ports on the rim of the bay have agreed to share their tugboats, which is expected "
    "to cut waiting times for bulk carriers by a third."
)
HAN = "环渤海四个港口已经同意从明年起共用拖轮，散货船的等待时间预计缩短三分之一。"


def read(*lines: str) -> Draft:
    return draft_from(Page("\n".join(lines)))


@pytest.mark.parametrize("announced", ["通知全文如下：", "具体内容，一起来看：", "文件詳情："])
def test_a_letter_that_is_printed_whole_begins_at_its_addressee(announced: str) -> None:
    news = "日前，海州市港口局印发通知，明确四个港口明年起共用拖轮，散货船等待时间有望缩短。"
    letter = ("海州市港口局关于共用拖轮的通知", "海港发〔2022〕4号", "各县港口局：")
    page = read(
        "海州四港共用拖轮 等待时间更短", "2022年5月4日", news, announced, *letter, *[HAN] * 3
    )
    assert page.body.value.split("\n\n") == ["各县港口局：", *[HAN] * 3]


def test_news_that_announces_a_letter_at_its_end_is_text() -> None:
    news = "日前，海州市港口局印发通知，明确四个港口明年起共用拖轮。以下为全文："
    page = read("海州四港共用拖轮 等待时间更短", "2022年5月4日", news, "各县港口局：", *[HAN] * 3)
    assert page.body.value.startswith("日前，")


def test_a_letter_that_sends_on_a_rule_begins_at_its_own_addressee() -> None:
    head = (
        "海州市港口局关于共用拖轮的通知",
        "2022年5月4日",
        "各县港口局：",
        HAN,
        "现将全文印发如下：",
    )
    assert read(*head, "各港口企业：", HAN, HAN, HAN).body.value.startswith("各县港口局：")


@pytest.mark.parametrize(
    ("text", "opens"), [(TEXT, "Abstract: "), (TEXT, "Zusammenfassung: "), (HAN, "摘要：")]
)
def test_what_stands_above_an_abstract_behind_its_label_is_no_text(text: str, opens: str) -> None:
    terms = "Readers may keep a copy of this paper for their own work, but nobody may sell it on."
    paper = "Ann Lowe read this paper to the second meeting of the harbour towns in the old hall."
    abstract = opens + text.replace("agreed", "said they agreed").replace("同意", "表示同意")
    page = read("Tugs and ports on the bay", "May 4, 2022", terms, paper, abstract, *[text] * 8)
    assert page.body.value.split("\n\n") == [text] * 8


@pytest.mark.parametrize("heading", ["导读", "本文导读"])
def test_a_paragraph_below_the_word_for_what_to_expect_is_the_abstract(heading: str) -> None:
    lead = (
        "四个港口共用拖轮，省下的不只是油钱。本文访问了两百一十名船长，问他们等待时间缩短了多少。"
    )
    page = read("港口共用拖轮的账怎么算", heading, lead, "本文字数：2104字", *[HAN] * 4)
    assert page.abstract.value == lead
    assert page.body.value.split("\n\n") == [HAN] * 4


@pytest.mark.parametrize(
    ("page_of", "title", "deck", "day", "text"),
    [
        ("第三版 综合新闻与评论", "海州《晨报》记者：一条拖轮四个港口用", "等待时间缩短三分之一",
         "2022年5月4日", HAN),
        ("Page three of the Bay Post", "Editor: one tug is enough for four ports",
         "Ships wait a third less", "4 May 2022", TEXT),
    ],
)  # fmt: skip
def test_a_deck_is_no_text_where_the_title_was_read_in_the_page_s_head(
    page_of: str, title: str, deck: str, day: str, text: str
) -> None:
    body = f"<p>{page_of}</p><h1>{title}</h1><p>{deck}</p><div>{day}</div>" + f"<p>{text}</p>" * 4
    page = read(f"<html><head><title>{title}</title></head><body>{body}</body></html>")
    assert page.title.value == title
    assert page.body.value.split("\n\n") == [text] * 4


@pytest.mark.parametrize(
    ("deck", "data", "text"),
    [
        (
            "With fewer ships each spring, the ports turn their tugs into ferries for schools, and "
            "learn that not every captain likes to carry children in fog.",
            ("By <a href='/u'>Ann Lowe</a>", "Apr 12, 2023 4-min read"),
            TEXT,
        ),
        (
            "散货船一年比一年少，四个港口把拖轮改成接送学生的渡船，却发现并不是每一位船长都愿意在大雾里载着孩子出海。",
            ("记者：章力行", "2023年4月12日 阅读4分钟"),
            HAN,
        ),
    ],
)
def test_a_long_deck_above_a_byline_and_a_dated_line_is_no_text(
    deck: str, data: tuple[str, str], text: str
) -> None:
    parts = "".join(f"<div>{one}</div>" for one in (deck, *data))
    page = read(
        f"<html><body><h1>Tugs become ferries on the bay</h1>{parts}{f'<p>{text}</p>' * 4}</body>"
    )
    assert page.body.value.split("\n\n") == [text] * 4
