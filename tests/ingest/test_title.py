"""Which line of a page is its title."""

from __future__ import annotations

import pytest

from documents.ingest import Page, draft_from
from documents.ingest.title import GUESSED

PARAGRAPH = (
    "Four ports on the rim of the bay have agreed to share their tugboats, a step that is expected "
    "to cut waiting times for bulk carriers by a third."
)


def title_of(page: str) -> str:
    return draft_from(Page(page)).title.value


@pytest.mark.parametrize(
    ("head", "title"),
    [
        ("Focus topics\n\nData centers move west", "Data centers move west"),
        ("Home > News\n\nPorts share tugboats\n\nMay 22,2020", "Ports share tugboats"),
        (
            "Ministry of Ports\nHome | News\n\n16 May 2023\nRelease No. 3\n\nPorts share tugboats",
            "Ports share tugboats",
        ),
        (
            "Ports share tugboats\n\nPorts share tugboats\n\nBy Li Hua ( Port News )",
            "Ports share tugboats",
        ),
        (
            " date 2023-06-14 Ports share tugs and pilots from June on",
            "Ports share tugs and pilots from June on",
        ),
        ("Ports share tugboats (No.16, 2023)", "Ports share tugboats"),
        (
            "Notice on the renovation of all old industrial boile\n\nAddtime:2023-03-02\n\n"
            "Notice on the renovation of all old industrial boilers",
            "Notice on the renovation of all old industrial boilers",
        ),
        (
            "How ports learned to share\nA short history of tugboats\nBy Li Hua",
            "How ports learned to share",
        ),
        (
            "The Ports Council\nThe Coast of the Bay\nHome > Notices\n"
            "Ports share tugboats and pilots\nUpdated: March 14, 2024 09:12 Port News",
            "Ports share tugboats and pilots",
        ),
        (
            "Bay Bank Group\nCoastal Research Working Paper 987\nPorts and tugboats in the bay\n"
            "Evidence from four harbours\nLi Hua\nDecember 2021",
            "Ports and tugboats in the bay",
        ),
        ("What is left of the old port?", "What is left of the old port?"),
        (
            "Are the ports on the bay getting busier?\n\nA timeline of all tugs since 2019\n\n"
            "What do the tugs do?",
            "Are the ports on the bay getting busier?",
        ),
        (
            "Grants for the harbours\n\nWho may ask:\nTowns and pilots of the bay, Shipping & Tugs",
            "Grants for the harbours",
        ),
        (
            "Latest News:\n\nPorts on the bay share tugboats\n\n19:37, March 21, 2013",
            "Ports on the bay share tugboats",
        ),
        (
            "四个港口从明年起共用拖轮-新华网\n\n四个港口从明年起共用拖轮\n\n2022-10-20",
            "四个港口从明年起共用拖轮",
        ),
        (
            "The Use of Tugs in Ports :\n\nWho Owns Them and Why\n\nCarl Ohm\n\nMarch 2004",
            "The Use of Tugs in Ports : Who Owns Them and Why",
        ),
        (
            "Your subscription will end shortly\nJust register a few details.\n\n"
            "Between two tugs on the bay",
            "Between two tugs on the bay",
        ),
        (
            "Skip to content\nTowns  Ports  Open Desks\n\nWhy ports share tugs",
            "Why ports share tugs",
        ),
        (
            "How ports share tugs\n\nContents\n\nWhat tugs cost 3\n\nWho pays for them? 7",
            "How ports share tugs",
        ),
        (
            "A tug leaves the old harbour of Bay City at dawn. Photo: Bay Wire\n"
            "Bay City plans to share its tugs with three ports",
            "Bay City plans to share its tugs with three ports",
        ),
        (
            "Ports on the bay share their tugs\nNEWS PROVIDED BY\nBay Tug Development Zone\n"
            "Oct 12, 2022, 08:31 ET",
            "Ports on the bay share their tugs",
        ),
        ("四个港口共用拖轮\n海港观察 万靖之 北京报道\n2022-07-21", "四个港口共用拖轮"),
        (
            "Economy 17:48, 11-Sep-2023\n\nTugs to go east in spring\n\n"
            "Tugs at the start of the old canal in Bay City, north of it. /CFP",
            "Tugs to go east in spring",
        ),
        ("Bay Harbour Council logo\nHome\nTug fund for small ports", "Tug fund for small ports"),
        (
            "Minister opens the new tug harbour\n\n20 March 2018\n"
            "Minister opens the new tug harbour, a work of ten years",
            "Minister opens the new tug harbour",
        ),
        (
            "Bay Harbours\nGlobal Tugs and National Ports: Who Pays\n3 May 2020",
            "Global Tugs and National Ports: Who Pays",
        ),
        (
            "Ports on the bay\n\nimage of Ports on the bay",
            "Ports on the bay",
        ),
    ],
)
def test_the_title_is_found_in_the_head(head: str, title: str) -> None:
    assert title_of(f"{head}\n\n{PARAGRAPH}\n\n{PARAGRAPH}") == title


def test_an_official_title_over_two_lines_is_one() -> None:
    page = (
        "国务院关于推进港口岸线\n集约利用的指导意见\n\n各省人民政府：\n\n"
        "为推进港口岸线集约利用，提高资源配置效率，现提出以下意见。"
    )
    draft = draft_from(Page(page))
    assert draft.title.value == "国务院关于推进港口岸线集约利用的指导意见"
    assert "集约利用的指导意见" not in draft.body.value.split("\n\n")


def test_a_title_that_no_line_shows_comes_from_the_head_of_the_page() -> None:
    head = "<head><title>Ports share tugboats | Port News</title></head>"
    page = f"<html>{head}<body><p>{PARAGRAPH}</p></body></html>"
    draft = draft_from(Page(page, "text/html"))
    assert draft.title.value == "Ports share tugboats"
    assert draft.title.rule == "title in the page's head"


def test_the_visible_heading_wins_over_a_longer_title_in_the_head() -> None:
    page = (
        "<html><head><title>Ports share tugboats - Local - Port News</title></head>"
        f"<body><h1>Ports share tugboats</h1><p>{PARAGRAPH}</p></body></html>"
    )
    assert title_of(page) == "Ports share tugboats"


def test_a_title_that_begins_with_its_issuer_on_the_line_above_is_whole() -> None:
    page = (
        "省人民政府關於\n進一步改善港口服務的若干意見\n海政發〔2018〕26號\n各市人民政府：\n"
        "為改善港口服務，提高資源配置效率，結合我省實際，提出如下意見。"
    )
    draft = draft_from(Page(page))
    assert draft.title.value == "省人民政府關於進一步改善港口服務的若干意見"
    assert draft.number.value == "海政發〔2018〕26號"


def test_a_text_below_its_dates_without_a_title_gets_its_first_words() -> None:
    dates = "date 2019-12\n30.12.2019 - 06:27 | Quelle: dpa-AFX | Lesedauer 1 min."
    assert title_of(f"{dates}\n\n{PARAGRAPH}").startswith("Four ports on the rim of the bay")


def test_paragraphs_of_a_letter_that_end_in_a_cry_are_no_title() -> None:
    cry = (
        "We are pleased to share the new papers of our harbour committee with all of you. "
        "We invite you to send them on to your ports!"
    )
    page = f"Letter of the harbour committee\n\n{cry}\n\n{PARAGRAPH}"
    assert title_of(page) == "Letter of the harbour committee"


def test_an_excerpt_that_repeats_the_title_is_no_paragraph() -> None:
    title = "海港市发展和改革委员会关于印发拖轮共用实施方案的通知"
    text = "为提高拖轮使用效率，结合我市港口实际，经市政府同意，特制定本方案。"
    page = f"{title}\n\n{title} 各县（区）政府（管委会…\n\n{title}\n\n{text}\n\n{text}港口先行。"
    assert "…" not in draft_from(Page(page)).body.value


def test_the_name_of_a_series_above_the_title_is_none() -> None:
    page = f"BAY Working Papers\nWho pays for tugs in small ports\nMarch 3, 2023\n\n{PARAGRAPH}"
    assert title_of(page) == "Who pays for tugs in small ports"


def test_the_subject_of_a_note_is_its_title_and_the_letterhead_is_none() -> None:
    head = "BayLens — Client Note\nNote no. 2022-34 | 5 September 2022"
    page = f"{head}\nSubject: Tug subsidies: a race nobody wins\n\n{PARAGRAPH}"
    assert title_of(page) == "Tug subsidies: a race nobody wins"


def test_a_part_of_the_site_that_ends_in_issue_is_no_first_half_of_a_title() -> None:
    text = "上半年，沿江各港口的拖轮使用量同比增长百分之四，增速比一季度加快近一个百分点。"
    page = f"海港统计局\n数据发布\n2023年上半年沿江港口情况\n来源：海港统计局\n{text}\n{text}"
    assert title_of(page) == "2023年上半年沿江港口情况"


def test_words_of_the_site_above_its_trail_are_no_title() -> None:
    head = "海港市发展和改革委员会\n无障碍浏览 网站支持IPv6\n您当前的位置：首页>政策文件>规范性文件"
    title = "海港市发展和改革委员会 海港市财政局关于印发《拖轮补助资金管理办法》的通知"
    text = "为规范拖轮补助资金管理，我们制定了《拖轮补助资金管理办法》，现印发你们，请遵照执行。"
    assert title_of(f"{head}\n{title}\n海发改规〔2023〕312号\n{text}\n{text}") == title


def test_the_red_head_of_an_office_is_no_title() -> None:
    title = "海西省人民政府办公厅关于促进渡轮产业发展的指导意见"
    text = (
        "为促进渡轮产业发展，我们研究了沿海各市的做法，经省政府同意，现提出以下意见，请遵照执行。"
    )
    page = f"海西省人民政府办公厅文件\n海政办发〔2019〕44号\n{title}\n{text}\n{text}"
    assert title_of(page) == title


def test_the_number_of_a_file_is_no_title() -> None:
    text = "Das Land fördert Fähren an kleinen Häfen mit bis zu 40 Prozent der Kosten je Anleger."
    page = f"Förderrichtlinie für kleine Häfen\nAz. 46-8312/11\nvom 21. Juni 2021\n{text}\n{text}"
    assert title_of(page) == "Förderrichtlinie für kleine Häfen"


def test_a_title_begins_with_the_office_on_the_line_above_it() -> None:
    text = (
        "为促进渡轮产业发展，我们研究了沿海各市的做法，经省政府同意，现提出以下意见，请遵照执行。"
    )
    head = "海西省人民政府办公厅\n关于促进渡轮产业发展的指导意见"
    assert title_of(f"海政办发〔2019〕44号\n\n{head}\n\n{text}\n{text}") == head.replace("\n", "")


def test_a_title_with_a_possessive_is_nobodys_name() -> None:
    page = f"Research\n\nFerrytown Holds Its Breath\n\nRosalie Marsh\n7 Apr 2021\n\n{PARAGRAPH}"
    assert title_of(page) == "Ferrytown Holds Its Breath"


def test_the_mark_of_a_heading_in_markdown_is_no_part_of_the_title() -> None:
    page = f"# Who pays for tugs in small ports\n\nPublished: 2024-03-01\n\n{PARAGRAPH}"
    assert title_of(page) == "Who pays for tugs in small ports"


def test_words_that_the_text_says_again_are_no_names() -> None:
    head = "Small Tugs, Short Grants\nWhat the fund did for two ports\nHelena Crosbie, Duncan Farr"
    text = f"{PARAGRAPH} The grants for the tugs were small and the terms were short."
    assert title_of(f"{head}\n\n{text}\n\n{PARAGRAPH}") == "Small Tugs, Short Grants"


def test_reporters_with_their_places_are_no_title() -> None:
    head = "Old ports of the bay widen their gates\nA deck that goes on for a while on this page"
    page = f"{head}\nAda Mok in Bay City and Rui Fen\nPublished: 4 Jun 2024\n\n{PARAGRAPH}"
    assert title_of(page) == "Old ports of the bay widen their gates"


def test_a_line_below_the_date_of_a_title_is_none() -> None:
    head = "拖轮上楼：港口的机器能爬到第几层？\n2022-11-08 19:55\n海港经济报道 海港APP"
    page = f"{head}\n\n{'港口拖轮。' * 20}"
    assert title_of(page) == "拖轮上楼：港口的机器能爬到第几层？"


def test_the_number_of_a_chapter_is_no_part_of_its_title() -> None:
    page = f"Chapter 4. Serving fewer ports further apart\n\ndans Living by the Bay\n\n{PARAGRAPH}"
    assert title_of(page) == "Serving fewer ports further apart"


def test_lines_that_the_head_of_the_page_joins_are_one_title() -> None:
    page = (
        "<html><head><title>某省人民政府关于加强港口拖轮共用的实施意见_某省</title></head><body>"
        "<p>某省人民政府关于加强<br>港口拖轮共用的实施意见</p>"
        f"<p>{'各港口应当共用拖轮，减少等待时间。' * 5}</p></body></html>"
    )
    draft = draft_from(Page(page, "text/html"))
    assert draft.title.value == "某省人民政府关于加强港口拖轮共用的实施意见"


RECORD = (
    ("Bay University Institutional Repository",),
    ("Please use this identifier to cite or link to this item: http://hdl.example/1",),
    ("dc.contributor.author", "Rossi, Ada", "-"),
    ("dc.date.accessioned", "2021-03-04T09:12:11Z", "-"),
    ("dc.date.issued", "2020-11", "-"),
    ("dc.description.abstract", f"This paper asks what ports save. {PARAGRAPH}", "en"),
    ("dc.subject", "tugs", "en"),
    ("dc.subject", "ports", "en"),
    ("dc.title", "What ports save when they share tugs", "en"),
    ("dc.type", "Working Paper", "en"),
)


@pytest.mark.parametrize(
    ("media_type", "form", "cell"),
    [
        ("text/plain", "{}\n", "{}\t"),
        ("text/html", "<table><tr>{}</tr></table>", "<td>{}</td>"),
    ],
)
def test_the_record_of_a_paper_states_its_title(media_type: str, form: str, cell: str) -> None:
    rows = ("".join(map(cell.format, row)).strip() for row in RECORD)
    draft = draft_from(Page("".join(map(form.format, rows)), media_type))
    assert draft.title.value == "What ports save when they share tugs"
    assert (draft.published_on.value, draft.kind.value) == ("2020-11", "report")
    assert draft.keywords.value == ("tugs", "ports")
    assert draft.abstract.value.startswith("This paper asks what ports save.")


def test_names_that_the_text_says_again_are_a_title_where_no_other_line_is() -> None:
    head = "The Bay Bank\nFEATURE STORY July 12, 2023\nIn the Dry Bay, Tugs Ask Ports First"
    shares = "Email Print Tweet Share Share LinkedIn comments added"
    text = f"In the dry bay tugs come late. {PARAGRAPH}"
    assert title_of(f"{head}\n{shares}\n\n{text}\n\n{PARAGRAPH}") == (
        "In the Dry Bay, Tugs Ask Ports First"
    )


def test_a_citation_joins_a_title_and_the_subtitle_below_it() -> None:
    head = "Small Bays, Short Piers\nWhat Tug Funds Did for Two Ports on the Rim\nAda Crosbie"
    cited = (
        "Crosbie, Ada, Small Bays, Short Piers: What Tug Funds Did for Two Ports on the Rim, 2024."
    )
    assert title_of(f"{head}\n\n{PARAGRAPH}\n\n{PARAGRAPH}\n\n{cited}") == "Small Bays, Short Piers"


def test_rows_of_a_table_below_a_title_are_none() -> None:
    head = "Village Piers in Northern Bays\n\nGrantee: Bay Pilots Center\nProgram: Early Tugs\n"
    rows = "Amount: $680,000\nTerm: 36 months\nType of support: Project"
    assert title_of(f"{head}{rows}\n\n{PARAGRAPH}") == "Village Piers in Northern Bays"


def test_a_title_that_comes_back_as_running_head_of_a_print_is_read_where_it_stands_first() -> None:
    title = "The Ports of the Bay and Their Tugs"
    words = f"{PARAGRAPH} {PARAGRAPH} {PARAGRAPH}".split()
    lines = [" ".join(words[at : at + 9]) for at in range(0, len(words), 9)]
    half = len(lines) // 2
    first, second = "\n".join(lines[:half]), "\n".join(lines[half:])
    page = f"https://ports.example\nOctober 17, 2023\n\n{title}\n\n{first}\n\n{title}\n\n{second}"
    assert title_of(page) == title


def test_the_words_of_a_meeting_above_its_day_are_no_title() -> None:
    head = (
        "Bay Ports General Assembly\n\nOral | Friday, 28 Apr 2023 | Room 2\n\nTugs that ports share"
    )
    assert title_of(f"{head}\n\nAda Song and Hao Liang\n\n{PARAGRAPH}") == "Tugs that ports share"


def test_the_offer_to_view_a_mail_in_a_browser_is_no_title() -> None:
    head = "View this email in your browser\nBay Ports | Letter No. 47\n22 September 2021"
    assert title_of(f"{head}\n\nPorts share their tugs\n\n{PARAGRAPH}") == "Ports share their tugs"


def test_a_headline_that_a_note_under_the_text_quotes_is_not_the_title() -> None:
    page = f"Fishermen trade nets for binoculars\nMay 5, 2018\n\n{PARAGRAPH}\n\n{PARAGRAPH}"
    assert title_of(f"{page}\n\nNewspaper headline: From net to notebook") == (
        "Fishermen trade nets for binoculars"
    )


def test_the_terms_below_their_label_are_no_title() -> None:
    head = (
        "Bay Policy Brief\n\nTwelve days without tugs\n\nAda Lund\nSchlagworte\nSupply, Ports, Tugs"
    )
    assert title_of(f"{head}\n\n{PARAGRAPH}") == "Twelve days without tugs"


def test_who_submits_a_document_is_no_title() -> None:
    head = "Economic and Social Council\nDistr.: General\n12 May 2022"
    page = f"{head}\nCorridors of the inner bay\nNote by the secretariat\n\n{PARAGRAPH}"
    assert title_of(page) == "Corridors of the inner bay"


def test_a_line_that_alone_can_be_a_title_is_it_however_little_speaks_for_it() -> None:
    rows = (
        "Author/Editor: Ada Osmani\nSeries: Working Paper No. 2022/118\nPages: 41\nStock No: W118"
    )
    page = f"Global Bay Fund\nPublications > Working Papers\nLocal Debt and Local Roads\n{rows}"
    assert title_of(page) == "Local Debt and Local Roads"


def test_the_mark_of_an_anchor_is_no_part_of_a_title() -> None:
    page = f"<html><body><h1>Ports share tugboats<a>¶</a></h1><p>{PARAGRAPH}</p></body></html>"
    assert draft_from(Page(page, "text/html")).title.value == "Ports share tugboats"


def test_a_page_of_one_paragraph_has_a_text_and_no_title() -> None:
    text = "Tugs have hardly changed on the bay so far. Shared crews are still rare, most of all"
    draft = draft_from(Page(text))
    assert (draft.body.value, draft.title.confidence) == (text, GUESSED)
