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
        (["Ada Berg, Director for Ports - 21/05/2024"], []),
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
