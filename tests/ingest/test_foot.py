"""What ends a text and what its foot holds: contacts, shares, titles of other pages, files."""

from __future__ import annotations

import pytest

from documents.ingest import Draft, Page, draft_from

TEXT = (
    "The four ports on the rim of the bay have agreed to share their tugboats, which is expected "
    "to cut waiting times for bulk carriers by a third."
)
HAN = "环渤海四个港口已经同意从明年起共用拖轮，散货船的等待时间预计缩短三分之一。"


HELP = (
    "This event is held with the help of the Bay Fund, the harbour museum, the pilots of the outer "
    "port and all those friends of the bay who lend us rooms, boats and chairs."
)


def read(*tail: str, text: str = TEXT) -> Draft:
    head = ("Four ports on the bay will share their tugboats", "May 4, 2022")
    return draft_from(Page("\n".join([*head, *[text] * 5, *tail])))


@pytest.mark.parametrize(
    "mark",
    ["Share", "Kontakt", "© 2022 Bay Trust", "Tags: ports, tugs", "press@bay.example"],
)
def test_a_paragraph_below_the_site_s_own_lines_is_no_text(mark: str) -> None:
    about = "The trust, its schools and its offices hold some thousand events a year on the coast."
    assert about not in read(mark, about).body.value


def test_a_circular_goes_on_below_the_line_that_says_whom_to_call() -> None:
    page = read(
        "联系人：孙哲 联系电话：0432-62000000", HAN, "海州市港口局", "2022年5月4日", text=HAN
    )
    assert page.body.value.endswith("海州市港口局\n\n2022年5月4日")


@pytest.mark.parametrize(
    ("tail", "titles"),
    [
        (["Related", "Ferries look for routes", "Back to top", "Who we are and why"], 1),
        (["Related", "Ferries look for routes", "TOPICS  Labour  Ports and Rail"], 1),
        (["Xie Lan, Senior Communications Officer", "Ferries of the bay look for routes"], 1),
        (["Ada Berg +48 22 000 00 00", "Head of the Office in the Bay"], 0),
        (["相似文献 | 读者推荐", "宁海沿岸港口用水效率的演变"], 1),
        (["相关附件：解读图示.pdf"], 0),
    ],
)
def test_titles_of_other_pages_are_told_from_the_foot(tail: list[str], titles: int) -> None:
    assert len(read(*tail).related_titles.value) == titles


def test_links_beside_the_text_are_related_below_such_a_heading_alone() -> None:
    def titles(heading: str) -> tuple[str, ...]:
        aside = f"<aside><h3>{heading}</h3><a href='#'>Borders that still count</a></aside>"
        page = f"<html><body><article><h1>Ports</h1>{f'<p>{TEXT}</p>' * 5}</article>{aside}"
        return draft_from(Page(page + "</body></html>")).related_titles.value

    assert titles("You might also like") == ("Borders that still count",)
    assert titles("Recent posts") == ()


def test_what_is_attached_is_text_above_the_signature_alone() -> None:
    signed = ("海州市港口局", "2022年5月4日")
    whole = read("附件：试点港口名单", *signed, text=HAN).body.value
    assert whole.endswith("附件：试点港口名单\n\n海州市港口局\n\n2022年5月4日")
    assert "附件" not in read(*signed, "附件：试点港口名单", text=HAN).body.value


def test_a_link_to_a_file_above_the_signature_is_no_text_and_does_not_end_it() -> None:
    body = read("附件:申报书.docx", "海州市港口局", "2022年5月4日", text=HAN).body.value
    assert body.endswith("海州市港口局\n\n2022年5月4日")
    assert "docx" not in body


def test_a_list_attached_below_the_signature_is_text() -> None:
    listed = ("附件", "试点港口名单", "1、海州港", "2、云河港", "3、临江港")
    body = read("海州市港口局", "2022年5月4日", *listed, text=HAN).body.value
    assert body.endswith("\n\n".join(listed))


def test_a_day_behind_its_label_is_no_text_wherever_it_stands() -> None:
    page = read("Updates to this page", "Published 24 March 2023", TEXT)
    assert "Published" not in page.body.value


def test_a_deck_above_the_date_is_no_first_paragraph() -> None:
    deck = (
        "Grants will turn closed stores into workshops, clinics and flats, and mend the quays and "
        "the terraces behind them."
    )
    page = f"Ports share tugboats and quays\n{deck}\nPublished 24 March 2023\n{TEXT}\n{TEXT}"
    assert draft_from(Page(page)).body.value == f"{TEXT}\n\n{TEXT}"


def test_a_lone_paragraph_behind_a_long_run_of_links_is_no_text() -> None:
    links = ["Ferries", "Tugs of the week", "Our coast", "Print", "Port guide", "Bay map", "Polls"]
    pill = "Having trouble with your tug? Enter its colour and its length, and we will tell it."
    assert pill not in read(*links, "Weather", pill).body.value


def test_a_paragraph_behind_a_long_table_is_text() -> None:
    cells = ["Harbour", "Berth", "Tug", "North", "South", "East", "West", "Bay"]
    assert read(*cells, TEXT).body.value.endswith(TEXT)


def test_offers_of_a_subscription_in_place_of_the_rest_are_no_text() -> None:
    offers = ("Subscribe to unlock this article", "Try unlimited access", "Only €1 for 4 weeks",
              "Then €39 per month. Cancel any time during your trial.",
              "See why over a million readers pay to read the Bay Times.")  # fmt: skip
    page = "\n".join(["Four ports on the bay will share their tugboats", TEXT, TEXT, *offers])
    assert draft_from(Page(page)).body.value == f"{TEXT}\n\n{TEXT}"


def test_a_sentence_below_titles_of_other_pages_is_no_text() -> None:
    page = read(
        "Ferries look for routes", "Who runs a pier", "Want to apply? We take no proposals."
    )
    assert page.body.value == "\n\n".join([TEXT] * 5)


def test_headings_stand_above_the_first_paragraph_as_within_the_text() -> None:
    lines = ("Tugs that are shared", "May 4, 2022", "", "Why now", TEXT, "What next", TEXT)
    assert draft_from(Page("\n".join(lines))).body.value.startswith("Why now\n\n")


@pytest.mark.parametrize(
    "note",
    [
        "Translator: Jo Quist",
        "译者：乔逸",
        "This article is from the Bay Trust www.bay.example.",
        "The Bay Trust published this content on 22 May 2022 and is solely responsible for the "
        "information that it holds.",
        "All texts created by the Bay Trust are available under a Creative Commons licence.",
        "（本文有删减）",
        "转载请联系海州日报授权",
        "小字号",
    ],
)
def test_a_closing_note_on_the_text_is_no_part_of_it(note: str) -> None:
    assert note not in read(note, text=HAN if note[0] > "z" else TEXT).body.value


def test_a_paragraph_that_begins_with_a_letter_in_brackets_is_no_copyright() -> None:
    resolved = "(c) That the rent be waived for two years, as the officer had asked."
    assert resolved in read(resolved, TEXT).body.value


def test_nothing_below_the_mark_of_the_end_or_notes_to_editors_is_text() -> None:
    for mark in ("ENDS", "Notes to editors"):
        page = read(mark, "1. The report was paid for by the Bay Trust and its friends.")
        assert page.body.value.split("\n\n") == [TEXT] * 5


def test_a_numbered_chapter_with_wide_gaps_is_no_row_of_a_menu() -> None:
    page = f"海州市港口办法\n2022年5月4日\n第一章   总  则\n{HAN}\n{HAN}\n第二章   拖  轮\n{HAN}"
    assert "第一章" in draft_from(Page(page)).body.value


def test_an_editor_s_note_above_the_text_is_no_part_of_it() -> None:
    opening = "近期，本报记者沿着几条航线走访，看港口怎样带动周边，今天刊发第二篇。"
    signed = f"四个港口共用拖轮\n2022年5月4日\n{opening}\n——编 者\n" + "\n".join([HAN] * 4)
    labelled = f"四个港口共用拖轮\n2022年5月4日\n编者按：{opening}\n" + "\n".join([HAN] * 4)
    for page in (signed, labelled):
        assert draft_from(Page(page)).body.value.split("\n\n") == [HAN] * 4


def test_the_name_of_a_body_alone_above_a_text_is_no_part_of_it() -> None:
    head = "海州市港口局关于共用拖轮的通知\n2022年5月4日\n\n海州市港口局\n\n各县港口局："
    page = f"{head}\n{HAN}\n{HAN}"
    assert draft_from(Page(page)).body.value.startswith("各县港口局：")


def test_a_body_s_words_about_itself_below_its_name_are_no_text() -> None:
    page = read("The Bay Council", "The Bay Council is a body of four towns and two ports.")
    assert page.body.value.split("\n\n") == [TEXT] * 5


def test_stars_between_two_scenes_do_not_end_a_text() -> None:
    page = read("* * *", *[TEXT] * 4)
    assert page.body.value.count(TEXT) == 9


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        (TEXT, ("Agenda:", "13:00 – 13:05", "Welcome by the harbour master", "13:05 – 13:50")),
        (HAN, ("会议议程", "09:00-09:10", "港口局领导致辞", "09:10-10:00")),
    ],
)
def test_the_agenda_of_an_event_is_no_text(text: str, rows: tuple[str, ...]) -> None:
    page = read(*rows, HELP, text=text)
    assert page.body.value.split("\n\n") == [text] * 5


def test_a_chapter_called_programme_without_hours_is_text() -> None:
    assert read("Programme", TEXT, TEXT).body.value.endswith(f"Programme\n\n{TEXT}\n\n{TEXT}")


@pytest.mark.parametrize("told", ["speaks for", "was founded in 1994 by", "brings together"])
def test_a_body_that_tells_whom_it_speaks_for_below_its_name_is_no_text(told: str) -> None:
    page = read("The Bay Council", f"The Bay Council {told} four towns and two ports on the coast.")
    assert page.body.value.split("\n\n") == [TEXT] * 5
