"""Pages with a date to read, for the tests of dates."""

from __future__ import annotations

from documents.ingest import Draft, Page, draft_from

PARAGRAPH = (
    "Four ports on the rim of the bay have agreed to share their tugboats, a step that is expected "
    "to cut waiting times for bulk carriers by a third by 2025."
)


def read(head: str, opening: str = PARAGRAPH, tail: str = "") -> Draft:
    """Read a page with a title, `head` below it, two paragraphs and `tail` after them."""
    return draft_from(Page(f"Ports share tugboats\n\n{head}\n\n{opening}\n\n{PARAGRAPH}\n\n{tail}"))


def facts(draft: Draft) -> set[tuple[str, str]]:
    """Give the role and the day of each date."""
    return {(fact.role, fact.iso[:10]) for fact in draft.dates}


def moments(draft: Draft) -> set[tuple[str, str]]:
    """Give the role and the moment of each date."""
    return {(fact.role, fact.iso) for fact in draft.dates}
