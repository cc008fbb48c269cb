"""Sounds in brackets behind characters: read through, and kept in the text."""

from __future__ import annotations

from documents.ingest import Page, draft_from

PINYIN = """云河港口開(kāi)始共享拖輪
來(lái)源：云河日報(bào)　發(fā)布時(shí)間(jiān)：2023-05-04
作者：張(zhāng)立新

記(jì)者從(cóng)交通部門獲(huò)悉，近日有關(guān)部門印發(fā)指導(dǎo)意見(jiàn)，要求沿江港口共享拖輪。
據(jù)悉，意見(jiàn)自下月起實(shí)施，涉及四十個(gè)港口，企業(yè)可以自愿參加。
"""
BOPOMOFO = """云河港口開(ㄎㄞ)始共享拖輪
來(ㄌㄞˊ)源：云河日報(ㄅㄠˋ)　發(ㄈㄚ)布日期：2023-05-04

記(ㄐㄧˋ)者從交通部門獲悉，近日有關部門印發指導意見，要求沿江港口共享拖輪，降低物流成本。
據悉，意見自下月起實施，涉及四十個港口，企業可以自愿參加。
"""


def test_labels_dates_and_names_are_recognised_through_pinyin() -> None:
    draft = draft_from(Page(PINYIN))
    assert draft.published_on.value == "2023-05-04"
    assert draft.source.value == "云河日報"
    assert [one.name for one in draft.authors.value] == ["張立新"]


def test_title_body_and_lines_keep_the_sounds_that_the_page_prints() -> None:
    draft = draft_from(Page(PINYIN))
    assert draft.title.value == "云河港口開(kāi)始共享拖輪"
    assert draft.body.value.split("\n\n") == PINYIN.splitlines()[4:]
    assert draft.published_on.line in draft.page
    assert "時(shí)間(jiān)" in draft.published_on.line


def test_bopomofo_is_read_through_too() -> None:
    draft = draft_from(Page(BOPOMOFO))
    assert draft.published_on.value == "2023-05-04"
    assert draft.source.value == "云河日報"
    assert "記(ㄐㄧˋ)者" in draft.body.value


def test_letters_in_brackets_of_a_usual_page_are_left_to_the_rules() -> None:
    plain = PINYIN.replace("(kāi)", "(a)")
    for sound in ("lái", "bào", "fā", "shí", "jiān", "zhāng", "jì", "cóng"):
        plain = plain.replace(f"({sound})", "")
    page = plain.split("獲")[0] + "獲悉，近日印發(fā)意見，要求沿江港口共享拖輪，降低物流成本。"
    assert draft_from(Page(page)).title.value == "云河港口開(a)始共享拖輪"
