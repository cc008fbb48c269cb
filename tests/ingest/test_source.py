"""Who published a page: stated, inferred, or left open."""

from __future__ import annotations

import pytest

from documents.ingest import Draft, KnownSource, Page, draft_from

PARAGRAPH = (
    "Four ports on the rim of the bay have agreed to share their tugboats, a step that is expected "
    "to cut waiting times for bulk carriers by a third."
)
KNOWN = (KnownSource("rtc", "River Trade Center", ("RTC",), ("rtc.example.org",), "report"),)


def read(head: str = "", tail: str = "", opening: str = PARAGRAPH) -> Draft:
    return draft_from(Page(f"{head}\n\n{opening}\n\n{PARAGRAPH}\n\n{tail}"), KNOWN)


@pytest.mark.parametrize(
    ("head", "source"),
    [
        ("Ports share tugboats\n\nSource: Xinhua| 2020-10-22 21:14:46|Editor: yan", "Xinhua"),
        ("Ports share tugboats\n\nUpdated: Apr 20,2021 10:14    Xinhua", "Xinhua"),
        ("Welcome to the River Fund\n\nPorts share tugboats", "River Fund"),
        (
            "River Delta Foundation  |  News  |  Donate\n\nPorts share tugboats",
            "River Delta Foundation",
        ),
        ("Ports share tugboats\n\nBy Li Hua ( Port Daily )\n\nMay 22,2020", "Port Daily"),
        (
            "Ports share tugboats\n\nenglish.porttown.gov.cn|Updated: July 19, 2022",
            "english.porttown.gov.cn",
        ),
        (
            "Ports share tugboats\n\nBy Li Hua (Port Daily) Updated: 2016-04-18 07:50",
            "Port Daily",
        ),
        ("Ports share tugboats\n\nBY :Xinhua\n\nUPDATED :2024-05-21", "Xinhua"),
        (
            "Welcome to the press corner of the Bay Development Bank (BDB). Here you find our news."
            "\n\nPorts share tugboats",
            "Bay Development Bank",
        ),
        (
            "Ports share tugboats\n\n06/07/2024 | Posted by: me | Source: River Fund | Hits: 2",
            "River Fund",
        ),
    ],
)
def test_a_stated_source_is_given_in_the_words_of_the_page(head: str, source: str) -> None:
    draft = read(head)
    assert (draft.source.value, draft.source_basis) == (source, "stated")


@pytest.mark.parametrize(
    ("tail", "source"),
    [
        ("Sponsor:Information Office of Port Town", "Information Office of Port Town"),
        ("© 2022 Port Zeitung. Alle Rechte vorbehalten.", "Port Zeitung"),
        ("Portolytics is a consultancy from Europe that works on ports only.", "Portolytics"),
        (
            "ENDS\n\nNOTES TO EDITORS\n\n1. Tugwell is the independent think tank for harbours.",
            "Tugwell",
        ),
        (
            "The Port Office of Bay City published this content on 22 September 2020 and is solely "
            "responsible for it. Distributed by a third party.",
            "Port Office of Bay City",
        ),
        ("About PDB: a development bank that lends to ports.", "PDB"),
    ],
)
def test_the_foot_of_a_page_names_its_owner(tail: str, source: str) -> None:
    assert read("Ports share tugboats", tail).source.value == source


def test_an_agency_in_the_dateline_is_stated() -> None:
    opening = f"HARBIN, Oct. 22 (Xinhua) -- {PARAGRAPH}"
    assert read("Ports share tugboats", opening=opening).source.value == "Xinhua"


def test_a_known_source_in_the_byline_is_inferred() -> None:
    draft = read("Ports share tugboats\n\nBy Li Hua, Institute for Barges RTC")
    assert (draft.source.value, draft.source_basis) == ("River Trade Center", "inferred")
    assert draft.source_slug == "rtc"


def test_a_stated_name_is_matched_with_the_known_source() -> None:
    draft = read("Ports share tugboats\n\nSource: RTC")
    assert (draft.source.value, draft.source_slug) == ("RTC", "rtc")


def test_an_acronym_is_spelt_out_where_the_page_does_so() -> None:
    opening = f"The Asian Harbour Bank (AHB) lends more. {PARAGRAPH}"
    assert read("News Release |  AHB\n\nPorts share tugs", opening=opening).source.value == (
        "Asian Harbour Bank (AHB)"
    )


def test_a_page_that_names_nobody_leaves_the_source_open() -> None:
    draft = read("Ports share tugboats\n\nMay 22,2020")
    assert (draft.source.value, draft.source_basis) == (None, "unknown")


@pytest.mark.parametrize(
    "opening",
    [
        "Bay Harbour Foundation and River Trade Center signed a memorandum on children of pilots.",
        "The River Trade Center announced Friday that it lends two hundred million to the ports.",
        "The River Trade Center lends more, according to sources with its office in the bay.",
    ],
)
def test_a_partner_or_the_subject_of_a_report_is_no_sender(opening: str) -> None:
    assert read("Ports share tugboats", opening=opening).source.value is None


def test_a_known_source_that_opens_the_text_is_inferred() -> None:
    draft = read("Ports share tugboats", opening=f"River Trade Center lends more. {PARAGRAPH}")
    assert (draft.source_slug, draft.source_basis) == ("rtc", "inferred")


def test_a_section_of_a_site_is_no_source() -> None:
    page = "最新文章\n\n首页 最新文章 港口拖轮共用\n\n港口拖轮共用的成效\n\n2025-10-31\n\n"
    text = "环渤海四个港口已经同意从明年起共用拖轮，散货船的等待时间预计缩短三分之一。"
    assert draft_from(Page(f"{page}{text}\n\n{text}"), KNOWN).source.value is None


def test_the_logo_of_a_body_names_the_source() -> None:
    draft = read("Logo Ministerium für Häfen\n\nPorts share tugboats")
    assert draft.source.value == "Ministerium für Häfen"


MENU = "Topics  Publications  Podcast  About us"


@pytest.mark.parametrize(
    ("head", "tail", "source"),
    [
        (f"Harbo\n{MENU}\nPorts share tugboats\n4 May 2022", "", "Harbo"),
        ("Harbo\nPorts share tugboats\n4 May 2022", "Fellow - Harbo Metro", "Harbo"),
        (
            "Menü Suche\nHafen-Stiftung\nPresse / Pressemitteilungen\nPorts share",
            "",
            "Hafen-Stiftung",
        ),
        (
            "Le portail de la coopération portuaire\nAccueil > Actualités\nPorts et remorqueurs",
            "",
            "Le portail de la coopération portuaire",
        ),
        (
            "Bay Harbour\nSubscribe | Log in\nPorts share tugboats",
            "Copyright © 2021 Bay Harbour Limited. All Rights Reserved.",
            "Bay Harbour",
        ),
        ("Ports share tugboats\n来源：海港在线 记者 叶青 通讯员 沈思齐", "", "海港在线"),
        ("Ports share tugboats\n原创 港口小组 海港智库 2025-01-07 18:30 重庆", "", "海港智库"),
        (
            "Ports share tugboats\n28 June 2022\nBay Institute for Ports (BIP)",
            "",
            "Bay Institute for Ports (BIP)",
        ),
    ],
)
def test_a_site_is_named_where_sites_name_themselves(head: str, tail: str, source: str) -> None:
    assert read(head, tail).source.value == source


def test_a_bare_generic_noun_is_no_source() -> None:
    opening = f"Die Stiftung stellt mehr bereit. {PARAGRAPH}"
    assert read("Pressemitteilung\n\nPorts share", opening=opening).source.value is None


def test_an_office_in_the_byline_is_a_source_and_no_author() -> None:
    draft = read("Ports share tugboats\nvon HFR AKTUELL\nStand: 3. Februar 2023, 11:42 Uhr")
    assert (draft.source.value, draft.authors.value) == ("HFR AKTUELL", ())
    assert draft.title.value == "Ports share tugboats"


def test_a_control_of_the_site_above_its_name_is_no_author_of_it() -> None:
    name = "Development Center of the Bay Council"
    head = f"Enable Accessibility\n{name}\nPorts share tugboats\nDec 19,2019"
    assert read(head, "Copyright © 2019 DCB").source.value == name


def test_a_reporter_behind_a_paper_is_an_author_and_no_part_of_the_source() -> None:
    text = "产业集群是县域经济的重要支撑。据统计，全国有特色产业集群二百个，县域占七成以上。"
    page = f"推进集群转型\n2024年02月21日 06:13   来源：海港日报   孙志军\n{text}\n{text}"
    draft = draft_from(Page(page))
    assert draft.source.value == "海港日报"
    assert [one.name for one in draft.authors.value] == ["孙志军"]


def test_an_author_named_again_below_is_no_source() -> None:
    head = "Ports need more than a fund\nBy: Ben Ohm  Date: June 4, 2020  Topic: Ports & Rail"
    text = "The four ports on the rim of the bay lack people who can spend the money they get."
    draft = draft_from(Page(f"{head}\n{text}\n{text}\nAbout the authors\nBen Ohm"))
    assert (draft.source.value, draft.published_on.value) == (None, "2020-06-04")


def test_a_short_name_on_the_first_line_is_the_source_where_a_fellow_of_it_is_named() -> None:
    text = "The four ports on the rim of the bay lack people who can spend the money they get."
    head = "Tugwell\nOpinion piece\nPorts need more than a fund\nBy: Ben Ohm  Date: June 4, 2020"
    foot = "About the authors\nBen Ohm\nBen Ohm is a research fellow at Tugwell."
    assert draft_from(Page(f"{head}\n{text}\n{text}\n{foot}")).source.value == "Tugwell"


@pytest.mark.parametrize(
    ("head", "source"),
    [
        (
            "Ports share tugboats\n\nSource: Bay Tourism Bureau Bay Tourism Bureau",
            "Bay Tourism Bureau",
        ),
        ("Ports share tugboats\n\nUpdated: 4 August 2023 — See all updates", None),
        ("东方港口网 > 研报中心 > 行业研报\n行业研报\n\nPorts share tugboats", "东方港口网"),
        ("Terrain 2022, 11(12), 2308\n\nPorts share tugboats", "Terrain"),
        (
            "海港发展研究中心\n\n让拖轮共用\n\n《调查研究报告》2023年第112号 2023年6月26日",
            "海港发展研究中心",
        ),
    ],
)
def test_what_only_stands_in_the_place_of_a_name_is_no_source(
    head: str, source: str | None
) -> None:
    assert read(head).source.value == source


def test_the_journal_that_the_head_of_the_page_names_goes_before_its_publisher() -> None:
    page = (
        '<html><head><meta name="citation_journal_title" content="Bay Studies">'
        '<meta name="citation_publisher" content="Quire Institute"></head>'
        f"<body><h1>Ports share tugboats</h1><p>{PARAGRAPH}</p></body></html>"
    )
    assert draft_from(Page(page, "text/html")).source.value == "Bay Studies"


@pytest.mark.parametrize(
    ("dateline", "agency"),
    [
        ("MANILA, March 19, 2019 (RNA/Xinhua) – ", "RNA"),
        ("BAY CITY, March 19, 2019 /RiverNewswire/ -- ", "RiverNewswire"),
        ("Bay City, Coast (March 19, 2019) /RiverNewswire.com/ — ", "RiverNewswire.com"),
    ],
)
def test_the_first_of_two_agencies_and_a_wire_between_strokes_are_sources(
    dateline: str, agency: str
) -> None:
    assert read("Ports share tugboats", opening=f"{dateline}{PARAGRAPH}").source.value == agency


def test_a_department_in_brackets_yields_to_the_body_that_issued() -> None:
    page = (
        "发布机构：海港市发展和改革委员会\n发布日期：2023-09-12\n关于拖轮共用的通知\n"
        "（2023-09-12 09:30 来源：能源处）\n各有关单位：\n"
        "为方便四港之间的拖轮共用，我委制定了办法，现印发给你们，请按照执行，并将执行中的问题及时反馈我委能源处。\n特此通知。"
    )
    assert draft_from(Page(page)).source.value == "海港市发展和改革委员会"


def test_a_body_that_signs_in_traditional_characters_is_the_source() -> None:
    page = (
        "關於港口拖輪共用若干措施的通知\n各區縣人民政府，市直各單位：\n為方便四港之間的拖輪共用，"
        "市政府制定了若干措施，現印發給你們，請認真貫徹執行。\n寧波市人民政府辦公廳\n2021年6月8日"
    )
    assert draft_from(Page(page)).source.value == "寧波市人民政府辦公廳"


def test_a_person_above_a_date_is_no_body_that_signs() -> None:
    opening = f"{PARAGRAPH}\n\nMs. Shou Li, deputy head of the Bay Port Bureau\n\nMarch 20, 2024"
    draft = read("Ports share tugboats", opening=opening)
    assert draft.source.value is None


def test_a_code_behind_a_label_is_no_source() -> None:
    assert (
        read("Ports share tugboats\n\n时间：2024-11-03 07:15:20 来源: sp20241103").source.value
        is None
    )


def test_a_dateline_below_a_lead_names_the_agency() -> None:
    opening = f"{PARAGRAPH}\n\nAbstract: {PARAGRAPH}\n\nBAY CITY, Oct. 22 (Xinhua) -- {PARAGRAPH}"
    assert read("Ports share tugboats", opening=opening).source.value == "Xinhua"


def test_an_agency_may_report_without_a_place() -> None:
    text = "海港通社3月14日電 港口與市政府14日舉行會議，商定由下月起共用拖輪，船東無須每次申請。"
    assert draft_from(Page(f"港口共用拖輪\n{text}\n{text}")).source.value == "海港通社"


def test_a_known_source_is_named_as_a_chinese_page_spells_it() -> None:
    known = (KnownSource("bay", "People's Government of the Bay", ("海港省人民政府",)),)
    text = (
        "各市人民政府，各县（市、区）人民政府，省政府各部门、各直属机构，各港口企业，各高等院校："
        * 2
    )
    page = f"海港省人民政府关于拖轮共用的实施意见\n时间:2016-01-17 23:45:19\n{text}\n{text}"
    draft = draft_from(Page(page), known)
    assert draft.source.value == "海港省人民政府"


def test_a_dateline_deep_in_a_text_yields_to_the_owner_named_at_the_foot() -> None:
    quoted = f"BAY CITY, Oct. 22 (Xinhua) -- {PARAGRAPH}"
    draft = read(
        "Ports share tugboats\n\nMay 4, 2022",
        "© 2020 Tugwell Media. All rights reserved.",
        f"{PARAGRAPH}\n\n{PARAGRAPH}\n\n{quoted}",
    )
    assert draft.source.value == "Tugwell Media"


def test_a_time_zone_and_a_weekday_beside_a_date_name_nobody() -> None:
    head = "Last updated at: (Beijing Time) Friday, September 12, 2003\n\nPorts share tugboats"
    assert read(head).source.value is None


def test_a_note_below_a_text_may_stand_before_a_bar() -> None:
    draft = read("Ports share tugboats", "(Xinhua News Agency April 26, 2008) |")
    assert (draft.source.value, draft.published_on.value) == ("Xinhua News Agency", "2008-04-26")
