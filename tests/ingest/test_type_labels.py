"""What a site calls a page: beside its title, at the end of its trail, in a label."""

from __future__ import annotations

import pytest

from documents.ingest import Page, draft_from
from documents.ingest.labels import read_pairs
from documents.ingest.lines import Line
from documents.ingest.type_labels import find_type_labels

TITLE = "Ports on the bay share tugs"
PARAGRAPH = (
    "Four ports on the rim of the bay have agreed to share their tugboats, a step that is expected "
    "to cut waiting times for bulk carriers by a third."
)


def labels(*texts: str) -> tuple[str, ...]:
    lines = [Line(text, number) for number, text in enumerate(texts, start=1)]
    title = next(line for line in lines if line.text == TITLE)
    return find_type_labels(lines, {}, title, list(read_pairs(lines)))


@pytest.mark.parametrize(
    ("line", "label"),
    [
        ("Briefing 12-05-2023", "Briefing"),
        ("Policy Brief No. 12/2022", "Policy Brief"),
        ("Blog Post by Lena Hartog", "Blog Post"),
        ("Publication | December 2021", "Publication"),
    ],
)
def test_a_label_is_read_without_its_date_number_and_author(line: str, label: str) -> None:
    assert label in labels(line, TITLE)
    assert label in labels(TITLE, line)


def test_a_label_far_from_the_title_is_the_menu_of_the_site() -> None:
    assert "Publications" not in labels("Publications", "People", "Events", "Contact", TITLE)


def test_a_menu_beside_the_title_names_no_type() -> None:
    assert labels("News | Publications | People", TITLE) == ()


def test_the_last_section_of_a_trail_counts_and_not_the_page_itself() -> None:
    trail = f"Home > Newsroom > Press releases > {TITLE}"
    assert "Press releases" in labels(trail, "a", "b", "c", "d", TITLE)
    assert "研究成果" in labels("首页 > 研究成果 > 正文", "a", "b", "c", "d", TITLE)


def test_the_label_of_a_type_counts_wherever_it_stands() -> None:
    assert "Working Paper" in labels(TITLE, "a", "b", "c", "d", "Document type: Working Paper")


@pytest.mark.parametrize(
    ("kind", "label"),
    [
        ("report", "Statistical bulletin"),
        ("brief", "Commentary"),
        ("release", "Media statement"),
        ("policy", "Circular"),
        ("report", "首页 > 研究 > 调查研究报告"),
        ("brief", "首页 > 政务公开 > 政策解读"),
        ("release", "首页 > 新闻中心 > 集团要闻"),
    ],
)
def test_what_the_site_calls_a_page_is_its_kind(kind: str, label: str) -> None:
    draft = draft_from(Page(f"{label}\n\n{TITLE}\n\n{PARAGRAPH}\n\n{PARAGRAPH}"))
    assert draft.kind.value == kind
