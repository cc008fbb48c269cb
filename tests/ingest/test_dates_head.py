"""The dates that the head of a page declares."""

from __future__ import annotations

from documents.ingest import Page, draft_from
from tests.ingest.dating import PARAGRAPH, facts


def test_the_visible_date_wins_over_the_head_of_the_page() -> None:
    page = (
        '<html><head><meta property="article:published_time" content="2025-01-14T16:02:11+08:00">'
        "<title>Ports share tugboats</title></head><body><h1>Ports share tugboats</h1>"
        f"<div>March 6, 2024</div><p>{PARAGRAPH}</p></body></html>"
    )
    draft = draft_from(Page(page, "text/html"))
    assert draft.published_on.value == "2024-03-06"
    assert ("other", "2025-01-14") in facts(draft)


def test_a_day_in_the_head_after_the_visible_update_is_no_day_of_posting() -> None:
    page = (
        '<html><head><meta property="article:published_time" content="2023-08-18">'
        "<title>Ports share tugboats</title></head><body><h1>Ports share tugboats</h1>"
        f"<div>Updated: Apr 11, 2019</div><p>{PARAGRAPH}</p><p>{PARAGRAPH}</p></body></html>"
    )
    draft = draft_from(Page(page, "text/html"))
    assert draft.published_on.value == "2019-04-11"
    assert ("other", "2023-08-18") in facts(draft)
