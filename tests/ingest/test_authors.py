"""Which line of a page names its authors, and what ties them to their institutions."""

from __future__ import annotations

import pytest

from documents.ingest import Draft, Page, draft_from

TEXT = (
    "The four ports on the rim of the bay have agreed to share their tugboats, which is expected "
    "to cut waiting times for bulk carriers by a third."
)
HAN = "环渤海四个港口已经同意从明年起共用拖轮，散货船的等待时间预计缩短三分之一。"


def read(*head: str, text: str = TEXT) -> Draft:
    title = "Tugs that are shared" if text is TEXT else "四港共用拖轮，等待时间缩短三分之一"
    return draft_from(Page("\n".join([title, *head, *[text] * 3])))


@pytest.mark.parametrize(
    ("head", "names"),
    [
        (["03.05.2021 | Ada Berg, Li Hua"], ["Ada Berg", "Li Hua"]),
        (["Authors: Marchetti, Ivo; Roth, Anna"], ["Marchetti, Ivo", "Roth, Anna"]),
        (["Author", "Listed:", "• Marchetti, Ivo", "• Berg, Ada"], ["Marchetti, Ivo", "Berg, Ada"]),
        (["dc.creator\tRoth, Anna\t-", "dc.creator\tBerg, Ada\t-"], ["Roth, Anna", "Berg, Ada"]),
        (["Analyst: Ada Berg", "ada@bank.example", "Analyst: Li Hua"], ["Ada Berg", "Li Hua"]),
        (["3 May 2021 Posted by Bay Weekly Written by Ada Berg"], ["Ada Berg"]),
        (["Posted By Ada Berg On May 3, 2021"], ["Ada Berg"]),
        (["Ada Berg, Director for Ports - 21/05/2024"], []),
        (["By Ada Berg, Bo Lind,", "& Li Hua"], ["Ada Berg", "Bo Lind", "Li Hua"]),
        (["Ada Berg in Kalmar", "Published May 3 2021"], ["Ada Berg"]),
        ([", ORCID Icon & ORCID Icon"], []),
        (["Ada Berg, PhD and Bo Lind, MPA", "May 3, 2021"], ["Ada Berg", "Bo Lind"]),
        (["Ada Berg @adaberg", "May 3, 2021"], ["Ada Berg"]),
        (["by", "Ada Berg", "1,", "Bo Lind", "2,* and", "Li Hua"],
         ["Ada Berg", "Bo Lind", "Li Hua"]),
        (["By", "Ada Berg", "University of Kalmar", "www.kalmar.example/ab", "Bo Lind"],
         ["Ada Berg", "Bo Lind"]),
    ],
)  # fmt: skip
def test_authors_stand_in_many_forms(head: list[str], names: list[str]) -> None:
    assert [one.name for one in read(*head).authors.value] == names


def test_the_account_s_author_stands_before_its_name() -> None:
    draft = read("原创 阮知秋 小城观察 2023-05-06 18:00 发表于江苏", text=HAN)
    assert [one.name for one in draft.authors.value] == ["阮知秋"]


def test_who_put_an_official_text_on_the_site_is_no_author() -> None:
    page = "<meta name='author' content='马昭宁'><h1>海州市港口管理办法</h1>"
    page += "<p>文号：海政发〔2022〕4号</p>"
    body = "".join(f"<p>{HAN}</p>" for _ in range(4))
    draft = draft_from(Page(f"<html><head></head><body>{page}{body}</body></html>"))
    assert draft.authors.value == ()


@pytest.mark.parametrize(
    "places",
    [
        ["1 University of Kalmar, 39182 Kalmar, Sweden", "2 Harbour Academy, Haizhou, China"],
        ["1. University of Kalmar; 2. Harbour Academy"],
        ["a University of Kalmar", "b Harbour Academy"],
    ],
)
def test_marks_tie_people_to_institutions(places: list[str]) -> None:
    first, second = ("a", "b") if places[0].startswith("a") else ("1", "2")
    names = f"Ada Berg {first}, Li Hua {first},{second},* and Bo Lind {second}"
    draft = read(names, *places)
    found = {one.name: len(one.affiliations) for one in draft.authors.value}
    assert found == {"Ada Berg": 1, "Li Hua": 2, "Bo Lind": 1}
    assert all(place not in draft.body.value for place in places)


def test_an_agency_s_dateline_names_where_its_reporters_work() -> None:
    draft = read(text=f"某通社海州5月21日电（记者周明哲、吴若兰）{HAN}")
    assert {one.affiliations for one in draft.authors.value} == {("某通社",)}


def test_people_quoted_far_below_the_title_are_no_authors() -> None:
    quoted = ["Ada Berg", "Director of the Harbour Academy"]
    page = ["Tugs that are shared", *[TEXT] * 30, *quoted, *[TEXT] * 3]
    assert draft_from(Page("\n".join(page))).authors.value == ()


def test_names_that_are_filed_are_given_as_the_page_calls_them() -> None:
    foot = "Suggested citation: Berg, Ada and Lind, Bo (2021) Tugs that are shared. Port Papers 4."
    head = ["Authors: Berg, Ada; Lind, Bo", "Ada Berg has been at sea."]
    page = "\n".join(["Tugs that are shared", *head, *[TEXT] * 3, foot])
    names = [one.name for one in draft_from(Page(page)).authors.value]
    assert names == ["Ada Berg", "Lind, Bo"]


def test_a_title_amid_a_filed_name_is_no_part_of_it() -> None:
    foot = "Suggested citation: Berg, Dr. Ada; Lind, Bo (2021) Tugs that are shared. Port Papers 4."
    said = "Ada Berg and Bo Lind spoke of it at the congress of the ports."
    page = "\n".join(["Tugs that are shared", said, *[TEXT] * 3, foot])
    assert [one.name for one in draft_from(Page(page)).authors.value] == ["Ada Berg", "Bo Lind"]


@pytest.mark.parametrize("heading", ["II. Main Tasks", "IV. Harbour Dues"])
def test_a_numbered_heading_is_nobody(heading: str) -> None:
    page = "\n\n".join(["Tugs that are shared", "Source: | 2022-06-10 09:41", heading, TEXT, TEXT])
    assert draft_from(Page(page)).authors.value == ()


@pytest.mark.parametrize(
    ("title", "cited", "names"),
    [
        (
            "Tugs that are shared",
            "Berg, A.B. and Lind, S. (2021) Tugs that are shared. Port Papers, 4, 21-23.",
            ["Berg, A.B.", "Lind, S."],
        ),
        ("四港共用拖轮", "周明哲, 吴若兰. 四港共用拖轮[J]. 港口, 2021: 1-8.", ["周明哲", "吴若兰"]),
        ("四港共用拖轮", "首页 > 金融 > 四港共用拖轮 2021", []),
    ],
)  # fmt: skip
def test_who_wrote_may_stand_in_the_page_s_own_citation_alone(
    title: str, cited: str, names: list[str]
) -> None:
    text = HAN if title.startswith("四") else TEXT
    page = "\n\n".join([title, *[text] * 3, cited])
    assert [one.name for one in draft_from(Page(page)).authors.value] == names


@pytest.mark.parametrize(
    ("head", "people"),
    [
        (
            ["• 周明哲 , 1 ,", "• 乌云高娃 , 1, 2", "• 1.海州大学港口学院,海州 010021",
             "• 2.环海航运研究中心,海州 014010"],
            {"周明哲": ("海州大学港口学院",), "乌云高娃": ("海州大学港口学院", "环海航运研究中心")},
        ),
        (
            ["作者姓名:周明哲1,吴若兰2*",
             "作者机构:1.海州大学港口学院,海州,430000;2.环海航运研究院,海州,330000"],
            {"周明哲": ("海州大学港口学院",), "吴若兰": ("环海航运研究院",)},
        ),
        (
            ["作者姓名:周明哲,吴若兰*", "作者机构:1.海州大学港口学院,海州,430000",
             "2.环海航运研究院,海州,330000"],
            {"周明哲": ("海州大学港口学院",), "吴若兰": ("环海航运研究院",)},
        ),
        (["作者 | 周明哲 吴若兰", "海州大学港口学院"],
         {"周明哲": ("海州大学港口学院",), "吴若兰": ("海州大学港口学院",)}),
        (["作者：周明哲", "学位授予单位：海州大学"], {"周明哲": ("海州大学",)}),
        (["海州研究中心“四港拖轮研究”课题组", "执笔：周明哲"], {"周明哲": ("海州研究中心",)}),
        (["作者|", "周明哲  海州规划设计院总工程师", "吴若兰  海州规划设计院规划师"],
         {"周明哲": ("海州规划设计院",), "吴若兰": ("海州规划设计院",)}),
        (["作者简介:周明哲（1979—），男，江边人，海州大学港口研究所副研究员，研究拖轮。"],
         {"周明哲": ("海州大学港口研究所",)}),
        (["——国家统计局某某司首席统计师周明哲解读港口数据", "2023/07/15 10:00 来源：国家统计局"],
         {"周明哲": ("国家统计局某某司",)}),
        (["2015-11-27信息来源:周明哲,吴若兰 作者:fh_admin 责编:"], {"周明哲": (), "吴若兰": ()}),
        (["海湾新闻特约撰稿 周明哲"], {"周明哲": ("海湾新闻",)}),
        (["来源:海州日报 作者:海港办 发表日期:2020年09月10日"], {}),
        (["证券分析师：周明哲 执业编号：S0000", "研究助理：吴若兰"], {"周明哲": (), "吴若兰": ()}),
    ],
)  # fmt: skip
def test_chinese_pages_tell_in_many_forms_where_people_work(
    head: list[str], people: dict[str, tuple[str, ...]]
) -> None:
    draft = read(*head, text=HAN)
    assert {one.name: one.affiliations for one in draft.authors.value} == people
    assert all(line not in draft.body.value for line in head)


def test_institutions_that_a_style_numbers_belong_to_marked_names_in_order() -> None:
    draft = read("by Ada Berg 1,* and Bo Lind 2", "University of Kalmar", "Harbour Academy, Kalmar")
    found = {one.name: one.affiliations for one in draft.authors.value}
    assert found == {"Ada Berg": ("University of Kalmar",), "Bo Lind": ("Harbour Academy, Kalmar",)}


def test_a_mark_may_stand_on_a_line_of_its_own_above_the_institution() -> None:
    below = ["1", "University of Kalmar, Kalmar 39200, Sweden", "2", "Harbour Academy, Kalmar"]
    draft = read("by Ada Berg 1 and Bo Lind 2,*", *below, "*")
    found = {one.name: one.affiliations for one in draft.authors.value}
    assert found == {"Ada Berg": ("University of Kalmar",), "Bo Lind": ("Harbour Academy, Kalmar",)}


def test_authors_with_a_line_each_are_read_past_their_addresses() -> None:
    draft = read(
        "Authors: Ada Berg, University of Kalmar, Kalmar;",
        "Email: ada@kalmar.example",
        "Bo Lind, Department of Ports, Harbour Academy;",
        "Email: bo@harbour.example",
    )
    assert [one.name for one in draft.authors.value] == ["Ada Berg", "Bo Lind"]


@pytest.mark.parametrize(
    ("first", "last", "people"),
    [
        (
            "In this article, Ada Berg and Li Hua of Harbour Pike answer what ports ask them most.",
            "",
            {"Ada Berg": ("Harbour Pike",), "Li Hua": ("Harbour Pike",)},
        ),
        (f"Ada Berg looks at what tugs cost. {TEXT}", "", {}),
        (TEXT, "Posted by A. Bergstrom at 9:12 PM 0 comments", {"A. Bergstrom": ()}),
        (f"1 Tugs This Version May 5, 2018 By Ada Berg Abstract {TEXT}", "", {"Ada Berg": ()}),
    ],
)
def test_people_are_named_amid_the_text(
    first: str, last: str, people: dict[str, tuple[str, ...]]
) -> None:
    page = "\n\n".join(["Tugs that are shared", first, TEXT, TEXT, last])
    found = {one.name: one.affiliations for one in draft_from(Page(page)).authors.value}
    assert found == people


def test_a_name_above_the_title_is_the_author_s_beside_the_date_alone() -> None:
    page = "<div>News</div><div>{}</div><div>Ada Berg</div><h1>Tugs that are shared</h1>"
    body = "".join(f"<p>{TEXT}</p>" for _ in range(4))
    dated, undated = (
        draft_from(Page(f"<html><body>{page.format(one)}{body}</body></html>"))
        for one in ("08 Mar 2021, 13:05", "Ports")
    )
    assert [one.name for one in dated.authors.value] == ["Ada Berg"]
    assert undated.authors.value == ()


def test_who_is_quoted_and_words_of_the_title_are_no_authors() -> None:
    page = ["Notions Concerning Coastal Ports", "2005-08-09", "NOTIONS CONCERNING", "COASTAL PORTS"]
    said = ["Ada Berg, Northport director, said:", f"“{TEXT}”"]
    draft = draft_from(Page("\n\n".join([*page, TEXT, *said, TEXT])))
    assert draft.authors.value == ()


def test_the_words_below_a_title_tell_who_looks_at_a_subject() -> None:
    lead = "A year after the pilot opened, Ada Berg looks at the opportunities that it holds"
    page = "\n\n".join(["What do shared tugs bring?", lead, *[TEXT] * 3])
    assert [one.name for one in draft_from(Page(page)).authors.value] == ["Ada Berg"]


@pytest.mark.parametrize(
    ("end", "people"),
    [
        (f"{HAN}(记者 周明哲 通讯员 吴若兰)", {"周明哲": (), "吴若兰": ()}),
        ("（海州市港口局 周明哲）", {"周明哲": ("海州市港口局",)}),
        ("（海州市港口局）", {}),
        ("（图片由市港口局 周明哲 提供）", {}),
    ],
)
def test_a_text_may_be_signed_in_brackets_at_its_end(
    end: str, people: dict[str, tuple[str, ...]]
) -> None:
    page = "\n".join(["四港共用拖轮", "2023-05-03 来源：海州日报", HAN, HAN, end])
    found = {one.name: one.affiliations for one in draft_from(Page(page)).authors.value}
    assert found == people


def test_a_name_alone_above_its_institution_works_there() -> None:
    draft = read(
        "• BERG Ada", "Expand", "• Institute of Harbours, Kalmar", "Author: Berg Ada, Professor"
    )
    assert [one.affiliations for one in draft.authors.value] == [("Institute of Harbours, Kalmar",)]


def test_who_answers_the_press_below_a_release_is_no_author() -> None:
    end = ["Media contact:", "Ada Berg", "Harbour Ministry", "ada@harbour.example"]
    page = "\n".join(["Ports pool tugboats", "May 3, 2021", *[TEXT] * 3, *end])
    assert draft_from(Page(page)).authors.value == ()
