"""The abstract: one paragraph behind its label, or a whole section under its heading."""

from __future__ import annotations

from documents.ingest import Page, draft_from

HEAD = "Ports that share their tugs pay less\nBy Ana Lind\n12 March 2016\n\n"
FIRST = "Small ports along the estuary keep tugs that lie idle for most of the day, and all pay."
SECOND = "A pool of tugs saves a fifth of the fees that shippers pay, if a contract is clear."
TEXT = (
    "The estuary has eleven ports, and each of them keeps between two and six tugs for its ships.",
    "Most of the tugs work for two hours of a day, as the log books of three years have shown.",
)


def test_all_paragraphs_of_a_summary_are_the_abstract_until_the_next_heading() -> None:
    page = f"{HEAD}Summary\n{FIRST}\n\n{SECOND}\n\n1. Introduction\n" + "\n".join(TEXT)
    draft = draft_from(Page(page))
    assert draft.abstract.value == f"{FIRST}\n\n{SECOND}"
    assert draft.abstract.line == "Summary"
    assert FIRST not in draft.body.value
    assert SECOND not in draft.body.value
    assert all(one in draft.body.value for one in TEXT)


def test_the_bullets_under_key_points_are_the_abstract() -> None:
    page = f"{HEAD}Key points\n- {FIRST}\n- {SECOND}\n\n" + "\n".join(TEXT)
    draft = draft_from(Page(page))
    assert draft.abstract.value == f"- {FIRST}\n\n- {SECOND}"
    assert draft.body.value == "\n\n".join(TEXT)


def test_without_a_next_heading_the_abstract_is_one_paragraph() -> None:
    page = f"{HEAD}Abstract\n{FIRST}\n\n{SECOND}\n\n" + "\n".join(TEXT)
    draft = draft_from(Page(page))
    assert draft.abstract.value == FIRST
    assert SECOND in draft.body.value


def test_keywords_end_the_section() -> None:
    page = f"{HEAD}Abstract\n{FIRST}\n{SECOND}\nKeywords: tugs; ports; fees\n" + "\n".join(TEXT)
    draft = draft_from(Page(page))
    assert draft.abstract.value == f"{FIRST}\n\n{SECOND}"
    assert draft.keywords.value == ("tugs", "ports", "fees")
    assert draft.body.value == "\n\n".join(TEXT)


def test_a_summary_that_no_longer_text_follows_is_the_text() -> None:
    page = f"{HEAD}Key points\n{FIRST}\n\n{SECOND}\n\n{TEXT[0]}\n\nAcknowledgements\n{TEXT[1]}"
    draft = draft_from(Page(page))
    assert draft.abstract.value == ""
    assert all(one in draft.body.value for one in (FIRST, SECOND, TEXT[0]))


def test_the_text_of_a_page_that_presents_a_paper_is_its_abstract() -> None:
    page = f"{HEAD}{FIRST} {SECOND}\nDownload full paper\nISBN: 978-00-0000-001-2"
    draft = draft_from(Page(page))
    assert draft.abstract.value == draft.body.value == f"{FIRST} {SECOND}"


def test_news_that_presents_a_paper_to_the_press_is_a_text_and_no_abstract() -> None:
    for label in ("News Release", "Pressemitteilung"):
        page = f"{label}\n{HEAD}{FIRST} {SECOND}\nDownload full paper\nISBN: 978-00-0000-001-2"
        draft = draft_from(Page(page))
        assert (draft.abstract.value, draft.body.value) == ("", f"{FIRST} {SECOND}")


def test_what_is_left_beside_an_abstract_is_no_text() -> None:
    asked = "Do you have a job opening that you would like to promote here?"
    draft = draft_from(Page(f"{HEAD}Abstract\n{FIRST} {SECOND}\nKeywords: tugs; ports\n{asked}"))
    assert draft.abstract.value == f"{FIRST} {SECOND}"
    assert draft.body.value == ""


def test_hashtags_and_several_subjects_are_keywords() -> None:
    text = "\n".join(TEXT)
    assert draft_from(Page(f"{HEAD}{text}\n#tugs #ports")).keywords.value == ("tugs", "ports")
    rows = draft_from(Page(f"{HEAD}{text}\n#small ports\n#tugs")).keywords.value
    assert rows == ("small ports", "tugs")
    subjects = draft_from(Page(f"{HEAD}Subject: Public debt, Land sales\n{text}")).keywords.value
    assert subjects == ("Public debt", "Land sales")


def test_terms_below_a_heading_are_keywords_a_line_each_or_on_one() -> None:
    text = "\n".join(TEXT)
    for terms in ("Tug pools\nSmall ports", "Tug pools, Small ports"):
        draft = draft_from(Page(f"{HEAD}{text}\nKeywords\n{terms}\n© 2016 Bay Trust"))
        assert draft.keywords.value == ("Tug pools", "Small ports")


def test_an_abstract_in_two_languages_is_no_text() -> None:
    han = "环渤海四个港口已经同意从明年起共用拖轮，散货船的等待时间预计缩短三分之一，费用减少两成。"
    head = "四港共用拖轮的成本分析\n摘要：\n" + han * 3
    draft = draft_from(Page(f"{head}\n关键词：拖轮；港口\nAbstract:\n{FIRST} {SECOND}\n"))
    assert draft.abstract.value == han * 3
    assert FIRST not in draft.body.value


def test_a_lead_that_says_so_is_the_abstract_and_no_text() -> None:
    lead = "四个港口明年起共用拖轮，等待时间预计缩短三分之一，运价也会下降。"
    text = "环渤海四个港口已经同意从明年起共用拖轮，散货船的等待时间预计缩短三分之一。"
    page = f"四个港口共用拖轮\n来源：海州日报\n导读： {lead}\n{text}\n{text}\n{text}"
    draft = draft_from(Page(page))
    assert draft.abstract.value == lead
    assert lead not in draft.body.value


def test_the_halves_of_the_word_abstract_may_stand_on_two_lines() -> None:
    told = "本文比较三地河流条例后发现，条文完全一致的核心条款只有七条，冲突主要出现在执法上。"
    text = "去年汛后，一艘采砂船停在三地交界的河湾里，按上游的条例船可以扣，按下游的只能罚。"
    head = f"流域协同立法的效力冲突\n2022年5月4日\n摘\n要\n{told}\n[关键词] 立法；流域"
    draft = draft_from(Page(f"{head}\n一、问题\n{text}\n{text}"))
    assert draft.abstract.value == told
    assert told not in draft.body.value


def test_a_line_without_letters_may_part_an_abstract_from_its_heading() -> None:
    told = "Since 2015 villages may sell land to firms, and we ask who bought it and what is there."
    text = "Idle homesteads and closed brickworks make up most of the land that villages can sell."
    head = f"Sold and Fenced\n\nAbstract\n\n:\n{told}\nKeywords:\nland; villages"
    draft = draft_from(Page(f"{head}\n\n1. Introduction\n{text}\n{text}\n{text}"))
    assert draft.abstract.value == told


def test_what_stands_above_the_abstract_of_a_paper_is_no_text() -> None:
    terms = "The papers of the store may be read and kept for your own work in science alone."
    told = "The end of coal is told as a story of miners, and we talked to firms that sold to them."
    text = "Fitters, painters and pump makers have lived on mines for a century, and pay follows."
    head = f"After the Mine\n\nTerms of use:\n\n{terms}\n\nAbstract\n\n{told}"
    body = draft_from(Page(f"{head}\n\n1 Introduction\n\n{text}\n\n{text}\n\n{text}")).body.value
    assert body.split("\n\n") == ["1 Introduction", *[text] * 3]
