from __future__ import annotations

from documents.ingest.readers.print_lines import paragraphs_of

HAN = "半岛各港口自二〇一九年春季起共用起重机泊位和时刻表货运"


def test_han_lines_are_joined_without_a_blank() -> None:
    assert paragraphs_of([f"{HAN}\n{HAN[:9]}。"]) == [f"{HAN}{HAN[:9]}。"]


def test_numbered_items_stay_apart() -> None:
    page = f"{HAN}：\n一、{HAN}\n二、{HAN}"
    assert paragraphs_of([page]) == [f"{HAN}：", f"一、{HAN}", f"二、{HAN}"]


def test_short_lines_are_not_joined() -> None:
    assert paragraphs_of(["Ports\nCranes\nBerths"]) == ["Ports", "Cranes", "Berths"]


def test_a_page_that_holds_nothing_but_its_head_is_kept() -> None:
    assert paragraphs_of(["The same page"] * 4) == ["The same page"] * 4


def test_chinese_page_numbers_are_left_out() -> None:
    pages = [f"第 {number} 页 共 3 页\n{HAN[number:]}。" for number in range(3)]
    assert "页" not in "".join(paragraphs_of(pages))


def test_no_pages_give_no_paragraphs() -> None:
    assert paragraphs_of([]) == []
    assert paragraphs_of(["", "\n \n"]) == []


def test_a_hyphen_before_a_capital_is_kept_without_a_blank() -> None:
    lines = ["The ports of the bay are linked by the Bohai-", "Yellow Sea ferry since last spring."]
    assert paragraphs_of(["\n".join(lines)]) == [
        "The ports of the bay are linked by the Bohai-Yellow Sea ferry since last spring."
    ]
