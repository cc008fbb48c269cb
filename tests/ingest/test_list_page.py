"""A list of other pages says whose it is and what it lists, and claims no text."""

from __future__ import annotations

import pytest

from documents.ingest import Page, draft_from

LIST = """海州市人民政府
首页 > 政务公开 > 文件
市政府文件
标题　　文号　　发布日期
关于印发海州市渡轮补贴办法的通知
海政发〔2023〕12号　2023-06-25
关于公布港口岸线收费标准的通知
海政发〔2023〕9号　2023-06-12
关于支持拖轮企业更新设备的意见
海政发〔2023〕7号　2023-05-30
关于加快船用阀门产业集群建设的意见
海政发〔2023〕2号　2023-05-19
主办单位：海州市人民政府办公室"""


def test_a_list_names_its_owner() -> None:
    draft = draft_from(Page(LIST, "text/plain"))
    assert (draft.page_type, draft.source.value) == ("list", "海州市人民政府")


def test_the_entries_of_a_list_are_its_related_titles_without_numbers_and_dates() -> None:
    assert draft_from(Page(LIST, "text/plain")).related_titles.value == (
        "关于印发海州市渡轮补贴办法的通知",
        "关于公布港口岸线收费标准的通知",
        "关于支持拖轮企业更新设备的意见",
        "关于加快船用阀门产业集群建设的意见",
    )


def test_a_list_has_neither_text_nor_date_of_its_own() -> None:
    draft = draft_from(Page(LIST, "text/plain"))
    assert (draft.body.value, draft.published_on.value) == ("", None)


def test_a_date_beside_a_title_is_no_part_of_it() -> None:
    things = ("ferries", "piers", "cranes", "tugs", "valves", "buoys")
    lines = [f"2024-03-1{day} A fund pays for the {one}" for day, one in enumerate(things)]
    draft = draft_from(Page("\n".join(["Tug fund news", *lines]), "text/plain"))
    assert draft.related_titles.value == tuple(f"A fund pays for the {one}" for one in things)


def test_a_list_has_the_kind_of_most_titles_it_lists() -> None:
    assert draft_from(Page(LIST, "text/plain")).kind.value == "policy"


def test_a_list_whose_titles_tell_nothing_has_the_kind_that_its_heading_tells() -> None:
    titles = [f"2024-03-1{day} A fund pays for {day} tugs" for day in range(6)]
    draft = draft_from(Page("\n".join(["Tug Fund", "News Releases", *titles]), "text/plain"))
    assert draft.kind.value == "release"


def test_the_heading_of_a_list_is_what_its_trail_ends_in() -> None:
    entries = "\n".join(f"2023-11-2{day} 港口第{day}批拖轮投入共用" for day in range(6))
    page = f"港口管委会\n当前位置：首页 >> 新闻中心 >> 港区动态\n通知公告\n港区动态\n{entries}"
    draft = draft_from(Page(page))
    assert (draft.title.value, draft.kind.value) == ("港区动态", "news")


def test_the_number_behind_a_title_is_no_part_of_an_entry() -> None:
    rows = [f"关于印发第{n}批拖轮办法的通知 海政规〔2023〕{n}号 2023-05-1{n}" for n in range(1, 6)]
    draft = draft_from(Page("\n".join(["政策文件", *rows])))
    assert draft.related_titles.value[0] == "关于印发第1批拖轮办法的通知"
    assert draft.kind.value == "policy"


@pytest.mark.parametrize(
    ("heading", "kind"),
    [("Research and Publications", "report"), ("Press corner", "release"), ("政策文件", "policy")],
)
def test_a_list_of_plain_titles_has_the_kind_of_its_heading(heading: str, kind: str) -> None:
    entries = "\n".join(
        f"{one} of the bay and what they do all day\nMarch 202{n}"
        for n, one in enumerate(("Ferries", "Piers", "Cranes", "Tugs", "Buoys"))
    )
    page = f"Bay-Fund\n\n{heading}\n\n{entries}\n\n© 2025 Bay-Fund   Terms of use"
    draft = draft_from(Page(page))
    assert (draft.page_type, draft.title.value, draft.kind.value) == ("list", heading, kind)


def test_a_list_dates_its_entries_by_their_age_or_without_a_year() -> None:
    titles = [
        f"The {one} of the Delta Get New Boats" for one in ("Ports", "Towns", "Farms", "Lakes")
    ]
    dates = ("1 day", "2 days ago", "Sep 14", "Aug 30")
    page = "\n\n".join(line for pair in zip(titles, dates, strict=True) for line in pair)
    draft = draft_from(Page(f"Bay News\n\n{page}\n\nLoad more", "text/plain"))
    assert draft.page_type == "list"
    assert draft.related_titles.value == tuple(titles)


def test_a_teaser_may_stand_between_a_title_and_its_date() -> None:
    titles = [
        f"The {one} of the delta get new boats" for one in ("ports", "towns", "farms", "lakes")
    ]
    page = "\n\n".join(
        f"{title}\n\nA fund pays {at} euros for them.\n\nFeatures 2022-05-0{at}"
        for at, title in enumerate(titles, 1)
    )
    draft = draft_from(Page(f"Bay News\n\n{page}", "text/plain"))
    assert draft.page_type == "list"
    assert draft.related_titles.value == tuple(titles)
