"""Captions, their credits and their files."""

from __future__ import annotations

import pytest

from documents.ingest import Page, draft_from
from documents.ingest.captions import find_captions, find_title_above, split_credit
from documents.ingest.lines import Line


@pytest.mark.parametrize(
    ("line", "text", "credit"),
    [
        ("Workers spin fibers. [Photo/IC]", "Workers spin fibers.", "Photo/IC"),
        (
            "Residents write at a home. (Xinhua/Lu Yan)",
            "Residents write at a home.",
            "Xinhua/Lu Yan",
        ),
        ("Solar panels. Provided to China Daily", "Solar panels.", "Provided to China Daily"),
        (
            "A tugboat at Yantai. TANG KE/FOR CHINA DAILY",
            "A tugboat at Yantai.",
            "TANG KE/FOR CHINA DAILY",
        ),
        ("A probe near Bytom. © Anna Wilk", "A probe near Bytom.", "© Anna Wilk"),
        ("工人在作业。新华社记者 张三 摄", "工人在作业。", "新华社记者 张三 摄"),
        ("Ein Hafen bei Nacht. Foto: dpa", "Ein Hafen bei Nacht.", "Foto: dpa"),
    ],
)
def test_the_credit_is_split_off(line: str, text: str, credit: str) -> None:
    assert split_credit(line) == (text, credit)


def test_a_line_below_an_image_file_is_its_caption() -> None:
    lines = [Line("600 2029334178791161893.jpg", 1), Line("A train leaves Jinan.", 3)]
    (caption,) = find_captions(lines, "A title").values()
    assert (caption.text, caption.file_name) == ("A train leaves Jinan.", "2029334178791161893.jpg")


def test_the_title_below_an_image_is_no_caption() -> None:
    lines = [Line("1.jpg", 1), Line("A train leaves Jinan", 3)]
    assert find_captions(lines, "A train leaves Jinan") == {}


def test_a_paragraph_is_no_caption() -> None:
    line = Line("Growers repay in fruit, which the cooperatives sell to supermarkets in Xi'an.", 1)
    assert find_captions([line], "A title") == {}


def test_a_line_that_stands_twice_below_the_title_is_an_image_with_its_caption() -> None:
    texts = ["Ports share tugs", "The pilots on the pier in May", "The pilots on the pier in May"]
    found = find_captions([Line(text, at) for at, text in enumerate(texts)], "Ports share tugs")
    assert {at: one.text for at, one in found.items()} == {1: texts[1], 2: texts[1]}


def test_a_line_that_says_where_people_stand_is_a_caption() -> None:
    line = Line("• Staatssekretär Ohm (1. Reihe, M.) mit den Lotsen vor dem Hafenamt", 1)
    assert 1 in find_captions([line, Line("Die Lotsen (links) sind zufrieden, sagt Ohm.", 2)], "T")


def test_a_courtesy_photo_is_credited() -> None:
    assert split_credit("A pilot on the pier (COURTESY PHOTO)")[1] == "COURTESY PHOTO"


def test_the_title_right_above_a_caption_is_the_words_of_that_image() -> None:
    title, again = Line("Ports share tugs", 1), Line("Ports share tugs", 5)
    caption = Line("A pilot on the pier. Provided to China Daily", 7)
    lines = [title, Line("Updated: 2021-06-30", 3), again, caption]
    found = find_captions(lines, title.text)
    assert set(find_title_above(lines, title, found)) == {5}
    assert find_title_above(lines, title, {}) == {}


def test_a_credit_may_hold_initials() -> None:
    assert split_credit("A pilot on the pier. Photo: R. Ruan / Bay Bank")[1] == (
        "Photo: R. Ruan / Bay Bank"
    )


@pytest.mark.parametrize(
    ("line", "credit"),
    [
        ("A crane lifts a barge at the eastern quay of the bay. Sun Yuchen", "Sun Yuchen"),
        ("图源：海港图库", "图源：海港图库"),
        ("图：拖轮在码头上  摄影/志愿者 阿海", "摄影/志愿者 阿海"),
    ],
)
def test_who_took_a_picture_tells_its_caption(line: str, credit: str) -> None:
    (caption,) = find_captions([Line(line, 1)], "A title").values()
    assert caption.credit == credit


def test_a_sentence_below_an_agency_s_name_is_a_caption() -> None:
    page = [Line("Imaginechina", 1), Line("A nurse scans a code at a clinic in the bay.", 2)]
    assert [one.line for one in find_captions(page, "A title").values()] == [
        "Imaginechina",
        "A nurse scans a code at a clinic in the bay.",
    ]


@pytest.mark.parametrize(
    ("line", "caption"),
    [
        ("Figure 3. Freight carried by river, 2015 to 2021", True),
        ("图1 研究区范围与主要输出通道", True),
        ("(Header image: The last ferry at the pier, March 2023. Courtesy of Ole Berg)", True),
        ("Figure 3 shows that freight on the river fell for three years in a row.", False),
    ],
)
def test_a_line_that_names_a_figure_is_a_caption(line: str, caption: bool) -> None:  # noqa: FBT001
    assert bool(find_captions([Line(line, 1)], "Freight")) is caption


def test_a_line_with_its_photographer_is_a_caption_and_no_byline() -> None:
    text = "环渤海四个港口已经同意从明年起共用拖轮，散货船的等待时间预计缩短三分之一。"
    line = "图为工人在新厂房内调试压机。 本报记者 章力 摄"
    draft = draft_from(Page(f"四个港口共用拖轮\n2022年5月4日\n{line}\n{text}\n{text}\n{text}"))
    assert [caption.line for caption in draft.captions] == [line]


def test_words_centred_with_a_picture_in_one_element_are_its_caption() -> None:
    text = "The four ports on the rim of the bay have agreed to share their tugboats from May on."
    picture = '<p align="center"><img src="a.jpg"><br><font>The tugs at the quay</font></p>'
    page = f"<html><body><h1>Four ports</h1><p>{text}</p>{picture}<p>{text}</p><p>{text}</p>"
    assert [one.text for one in draft_from(Page(page)).captions] == ["The tugs at the quay"]


def test_an_image_s_name_without_an_ending_is_that_of_the_caption_below_it() -> None:
    name = "默认标题_upload_hz20220504003"
    found = find_captions([Line(name, 1), Line("工人正在码头调试拖轮。", 2)], "拖轮")
    assert [(one.text, one.file_name) for one in found.values()] == [
        ("工人正在码头调试拖轮。", name)
    ]


@pytest.mark.parametrize(
    ("number", "name"),
    [
        ("FIGURE 2", "Freight carried by river and by rail"),
        ("Tabelle 3", "Fracht auf dem Fluss und auf der Schiene"),
    ],
)
def test_a_figure_s_number_and_its_name_on_the_next_line_are_one_caption(
    number: str, name: str
) -> None:
    found = find_captions([Line(number, 1), Line(name, 2)], "Freight")
    assert [found[at].text for at in (1, 2)] == [f"{number} {name}"] * 2


@pytest.mark.parametrize(
    "line",
    [
        "IMAGE: A chart of the bay before and after the bridge. Thick lines mean more ferries.",
        "图片说明：工人在渤海湾的新码头上调试拖轮的缆绳，身后是刚刚刷过漆的灯塔和等待离港的散货船，远处是老港区的煤炭堆场。",
    ],
)
def test_a_sentence_behind_the_word_for_a_picture_is_its_caption(line: str) -> None:
    assert [one.line for one in find_captions([Line(line, 1)], "Bay").values()] == [line]
