"""From a page to a draft: what holds for every page."""

from __future__ import annotations

import pytest
from hypothesis import given, settings, strategies as st

from documents.ingest import Page, UnreadablePageError, draft_from


@pytest.mark.parametrize(
    ("content", "code"),
    [
        ("", "empty"),
        (" \n\t\u3000", "empty"),
        (b"", "empty"),
        ("a" * 2_200_000, "oversized"),
        (b"\x7fELF\x02\x01\x01\x00" + bytes(300), "unsupported"),
        ("text\x00with a zero", "binary"),
    ],
)
def test_what_cannot_be_read_is_refused_with_a_sentence(content: str | bytes, code: str) -> None:
    with pytest.raises(UnreadablePageError) as error:
        draft_from(Page(content))
    assert error.value.code == code
    assert str(error.value).endswith(".")


def test_the_same_page_gives_the_same_draft() -> None:
    page = Page(
        "Ports share tugboats\n\nMay 22,2020\n\nFour ports share their tugboats from now on."
    )
    assert draft_from(page) == draft_from(page)


def test_gb18030_is_read_whatever_the_page_declares() -> None:
    text = "<html><head><meta charset='gb2312'><title>港口</title></head><body><p>" + (
        "为促进港产城融合发展，结合我市实际，现提出如下意见，请认真贯彻执行。" * 3
    )
    assert "港产城" in draft_from(Page(text.encode("gb18030"))).body.value


LINES = st.lists(
    st.one_of(
        st.sampled_from(
            ["Home > News", "2022-01-01", "By Li Hua", "Related Stories", "© 2022 X", "一、目标"]
        ),
        st.text(max_size=80),
        st.just(
            "Four ports have agreed to share their tugboats, which cuts waiting times by a third."
        ),
    ),
    min_size=1,
    max_size=12,
)


@settings(max_examples=60, deadline=None)
@given(LINES)
def test_any_lines_give_a_draft_whose_body_stands_on_the_page(lines: list[str]) -> None:
    try:
        draft = draft_from(Page("\n".join(lines)))
    except UnreadablePageError:
        return
    page = "".join(draft.page.split())
    for paragraph in draft.body.value.split("\n\n"):
        assert "".join(paragraph.split()) in page
    assert "".join(draft.title.value.split()) in page


def test_titles_under_a_heading_of_others_lose_their_bullets_above_and_below_the_text() -> None:
    page = (
        "热门\n·沿江六县共建统一港口调度中心\n•老城区三年改造二十条背街小巷\n"
        "云河港口开始共享拖轮\n来源：云河日报　2023-05-04 09:12\n\n"
        "记者从交通部门获悉，近日有关部门印发指导意见，要求沿江港口共享拖轮，降低物流成本。\n"
        "据悉，意见自下月起实施，涉及四十个港口，企业可以自愿参加。\n\n"
        "相关阅读\n- 上游水库开始新一轮清淤工程建设\n·沿江港口今年新增四条集装箱航线\n"
    )
    draft = draft_from(Page(page))
    assert draft.title.value == "云河港口开始共享拖轮"
    assert draft.published_on.value == "2023-05-04"
    assert draft.related_titles.value == (
        "沿江六县共建统一港口调度中心",
        "老城区三年改造二十条背街小巷",
        "上游水库开始新一轮清淤工程建设",
        "沿江港口今年新增四条集装箱航线",
    )


def test_a_bullet_glued_to_a_related_title_is_no_part_of_it() -> None:
    page = (
        "The delta opens a third rail tunnel\nBy Jonas Ferrer\nUpdated: 3 May 2023\n\n"
        "The tunnel between the ports of the delta opened on Tuesday, and trains run all day.\n"
        "It was dug in four years by two firms, and it halves the time that containers wait.\n\n"
        "Most viewed\n•Ferry lines of the delta get new boats\n-A market hall for the harbour\n"
    )
    assert draft_from(Page(page)).related_titles.value == (
        "Ferry lines of the delta get new boats",
        "A market hall for the harbour",
    )


def test_the_kind_and_the_body_name_the_line_they_rest_on() -> None:
    page = (
        "云河市2022年国民经济和社会发展统计公报\n云河市统计局\n2023年3月20日\n\n"
        "2022年，全市上下坚持稳中求进，经济运行总体平稳，质量效益稳步提高，民生保障扎实有力。\n"
    )
    draft = draft_from(Page(page))
    assert (draft.kind.value, draft.kind.at) == ("report", 1)
    assert draft.body.at == 5
    assert draft.body.line == draft.body.value


def test_the_letter_that_sends_a_text_on_belongs_to_the_body() -> None:
    page = (
        "发文机关:海港省人民政府\n发布日期:2018年03月27\n文号:海政发〔2018〕13号\n"
        "各市、县人民政府,省人民政府各委、办、厅、局:\n现将《海港省拖轮共用实施方案》印发给你们,请认真组织实施。\n\n"
        "海港省拖轮共用实施方案\n\n为提高拖轮使用效率,结合我省港口实际,经省政府同意,特制定本实施方案。\n"
        "到2020年,全省沿海港口实现拖轮共用,散货船等待时间缩短三分之一,港口服务水平显著提高。\n"
    )
    draft = draft_from(Page(page))
    assert draft.title.value == "海港省拖轮共用实施方案"
    assert draft.body.value.startswith("各市、县人民政府")


def test_a_paragraph_that_ends_in_a_german_quotation_is_one() -> None:
    text = "Die vier Häfen an der Bucht teilen sich künftig ihre Schlepper, sagte der Minister."
    close = "Minister Ohm. „Damit erhalten alle Häfen die gleichen Chancen auf mehr Arbeit.“"
    draft = draft_from(Page(f"Häfen teilen Schlepper\n\n{text}\n\n{close}"))
    assert draft.body.value.endswith("Arbeit.“")


def test_an_author_who_is_described_below_the_text_is_no_paragraph() -> None:
    about = "曹小海,女,海港大学经济学院硕士生,港口研究基地研究人员,主要研究方向为拖轮共用。"
    text = "环渤海四个港口已经同意从明年起共用拖轮，散货船的等待时间预计缩短三分之一。"
    draft = draft_from(Page(f"港口拖轮共用的成效\n\n{text}\n\n{about}\n\n{text}"))
    assert about not in draft.body.value


def test_a_byline_below_the_text_names_the_author() -> None:
    text = "Four ports on the rim of the bay have agreed to share their tugboats from next year on."
    draft = draft_from(
        Page(f"Ports share tugboats\n\n5 June 2019\n\n{text}\n\n{text}\n\nBy Gary Holm")
    )
    assert [one.name for one in draft.authors.value] == ["Gary Holm"]


def test_a_speech_begins_with_its_greeting() -> None:
    page = (
        "Remarks at the conference of ports\n\n9 September 2024\n\n“Check against delivery”\n\n"
        "Dear members of the conference,\n\nMany thanks for this invitation.\n\n"
        "In the coming years, it is you who will steer the tugs of this bay through the storm."
    )
    draft = draft_from(Page(page))
    assert draft.body.value.startswith("Dear members of the conference,\n\nMany thanks")
    assert draft.authors.value == ()


def test_the_head_of_a_release_is_parted_from_its_text() -> None:
    page = (
        "Häfen teilen sich Schlepper\nStaatskanzlei - Pressemitteilung Nr.: 584/02 Hafenstadt, den "
        "18. September 2002 Die vier Häfen an der Bucht teilen sich künftig ihre Schlepper."
    )
    draft = draft_from(Page(page))
    assert (draft.kind.value, draft.published_on.value) == ("release", "2002-09-18")
    assert draft.number.value == "Nr.: 584/02"
    assert draft.body.value.startswith("Die vier Häfen")


def test_a_month_behind_the_publisher_is_the_date_of_publication() -> None:
    text = "This paper examines how four ports on the rim of the bay came to share their tugboats."
    page = f"Tugs and ports\n\n{text}\n\nLanguage: English\nPublished: Bay Bank, Harbour 2008-05"
    draft = draft_from(Page(page))
    assert (draft.published_on.value, draft.published_precision) == ("2008-05", "month")


def test_headings_that_come_again_below_are_a_table_of_contents() -> None:
    text = "Coastal towns have lower wages and older populations than the rest of the country."
    page = (
        "Ports in 2030\n\n9 January 2024\n\nContents\n1. Introduction\n2. What we will do\n\n"
        f"1. Introduction\n\n{text}\n\n2. What we will do\n\n{text}"
    )
    headings = [line for line in draft_from(Page(page)).body.value.split("\n\n") if line != text]
    assert headings == ["1. Introduction", "2. What we will do"]


def test_each_author_below_a_label_has_an_institution_of_his_own() -> None:
    text = "环渤海四个港口已经同意从明年起共用拖轮，散货船的等待时间预计缩短三分之一。"
    page = (
        f"港口拖轮共用的成效\n2025-01-07\n编者按：{text}\n文 | 周敏行（海港智库高级研究员）\n"
        f"罗书瑶（海港社会科学院助理研究员）\n一、成效\n{text}"
    )
    draft = draft_from(Page(page))
    assert [one.name for one in draft.authors.value] == ["周敏行", "罗书瑶"]
    assert "罗书瑶" not in draft.body.value


def test_a_citation_of_an_abstract_alone_is_no_body() -> None:
    page = (
        "Bay iLibrary\nTugs beyond the bay\nPublished on 02 June 2023\nAbstract\n"
        "This paper reviews how five countries govern ports that cross borders, and who "
        "pays for them.\n"
        "Keywords: ports, tugs\nRead online  PDF  Cite this content as\n"
        'Marchetti, E., Y. Tanabe (2023), "Tugs beyond the bay", Bay Papers, No. 48, Bay, Paris.'
    )
    draft = draft_from(Page(page))
    assert (draft.body.value, draft.body_kind) == ("", "abstract")
    assert draft.source.value == "Bay iLibrary"


def test_a_line_of_labels_is_no_caption() -> None:
    text = "为贯彻落实乡村振兴战略，吸引外出务工人员返乡创业，县人社局会同县财政局起草了本措施。"
    page = (
        "《关于支持返乡创业的若干措施》政策解读\n"
        f"海港县人民政府 www.haigang.gov.cn 发布时间：2024-03-28 来源：县人社局\n{text}\n{text}"
    )
    draft = draft_from(Page(page))
    assert (draft.captions, draft.published_on.value) == ((), "2024-03-28")
    assert draft.source.value == "县人社局"


def test_an_offer_of_the_full_text_is_no_body() -> None:
    page = (
        "Sharing tugs in the bay\nDec 19,2019\nResearch Report, No.171, 2019 (Total 5730)\n"
        "Abstract: Four ports share their tugs. Compensation agreements have been signed for two.\n"
        "If you need the full text, please leave a message on the website."
    )
    assert draft_from(Page(page)).body.value == ""


def test_an_institution_below_the_text_is_that_of_all_authors() -> None:
    text = "县城是城乡融合发展的关键节点。全国县城及县级市城区人口约两亿人，占城镇常住人口三成。"
    head = "县城绿色建设的三条路径\n2022-09-14 03:21:55 马少清 张予晗\n马少清 张予晗"
    page = f"{head}\n{text}\n（作者单位：华北城市规划研究院）"
    people = draft_from(Page(page)).authors.value
    assert [one.affiliations for one in people] == [("华北城市规划研究院",)] * 2


def test_an_institution_with_its_postcode_below_the_names_is_that_of_all_authors() -> None:
    text = "县城是城乡融合发展的关键节点。全国县城及县级市城区人口约两亿人，占城镇常住人口三成。"
    head = (
        "县城绿色建设的三条路径\n作者姓名：马少清，张予晗*\n作者机构：华北规划研究院，北京，100000"
    )
    people = draft_from(Page(f"{head}\n*为通讯作者\n{text}\n{text}")).authors.value
    assert [one.affiliations for one in people] == [("华北规划研究院",)] * 2


def test_a_moment_below_the_text_is_no_signature() -> None:
    text = "冬日的海港片区，孩子们在社区书屋里读书。截至十一月底，新区累计建成安置房四千多栋。"
    page = f"新区居民住上暖心房\n{text}\n{text}\n2023-12-05 07:15:44\n来源：海港日报"
    draft = draft_from(Page(page))
    assert draft.published_on.value == "2023-12-05"
    assert draft.body.value.endswith("四千多栋。")


SECTIONS = (
    "Ports will share tugs slowly\n13 October 2022\n"
    "On October 11th the harbour board released its figures on the use of tugs in 2021.\n"
    "Analysis\n"
    "Four ports on the rim of the bay used their tugs for a third of the day, down from a half.\n"
)


def test_a_short_sentence_under_a_last_heading_is_text() -> None:
    page = f"{SECTIONS}Impact on the forecast\nWe leave our growth forecast unchanged."
    assert draft_from(Page(page)).body.value.endswith("We leave our growth forecast unchanged.")


def test_a_line_on_the_authors_below_the_text_is_none_of_it() -> None:
    page = f"{SECTIONS}About the authors\nMara Ohm is a director of harbour studies."
    assert draft_from(Page(page)).body.value.endswith("down from a half.")


def test_words_on_the_sender_end_the_text_though_the_site_uses_the_same_ones() -> None:
    about = "World Forum Asia\nWorld Forum Asia is an independent body with offices in six bays."
    draft = draft_from(Page(f"{SECTIONS}About {about}"))
    assert "independent" not in draft.body.value


@pytest.mark.parametrize("word", ["Tugs", "拖轮"])
def test_a_page_of_one_word_keeps_it_as_its_text(word: str) -> None:
    assert draft_from(Page(f"<html><body>{word}</body></html>")).body.value == word
