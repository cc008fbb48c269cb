"""Where each proposed value of a draft comes from, and what became of each line of the page."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from documents.ingest import Found

if TYPE_CHECKING:
    from documents.ingest import Draft

# Names of the review form's fields, and of the draft's findings that fill them.
FINDINGS = {
    "title": "title",
    "kind": "kind",
    "language": "language",
    "source": "source",
    "abstract": "abstract",
    "body": "body",
    "series": "series",
    "number": "number",
    "total_number": "total_number",
    "issuing_bodies": "issuers",
    "authors": "authors",
    "keywords": "keywords",
    "related_titles": "related_titles",
    "access": "access",
}


@dataclass(frozen=True, slots=True)
class Evidence:
    """Why a value is proposed; `at` numbers the line from 1, 0 for the whole page."""

    rule: str
    line: str = ""
    at: int = 0
    percent: int | None = None


@dataclass(frozen=True, slots=True)
class SourceLine:
    """A line of the page; `dropped` is the rule that left it out, `uses` the values it gave."""

    number: int
    text: str
    dropped: str = ""
    uses: tuple[str, ...] = ()


def evidence_of(draft: Draft) -> dict[str, Evidence]:
    """Return the evidence by the name of the form's field; what was not found has none."""
    found = {field: getattr(draft, name) for field, name in FINDINGS.items()}
    return {field: _evidence(one) for field, one in found.items() if _has_value(one)}


def date_evidence(draft: Draft) -> tuple[Evidence, ...]:
    """Return the evidence of the dated facts, in their order."""
    return tuple(
        Evidence(fact.rule or fact.role, fact.line, fact.at, round(fact.confidence * 100))
        for fact in draft.dates
    )


def caption_evidence(draft: Draft) -> tuple[Evidence, ...]:
    """Return the evidence of the captions, in their order."""
    return tuple(
        Evidence(one.rule, one.line, one.at, round(one.confidence * 100)) for one in draft.captions
    )


def source_lines(draft: Draft) -> tuple[SourceLine, ...]:
    """Return the lines of the page in order, empty ones left out."""
    dropped = {one.at: one.rule for one in draft.dropped}
    uses = _uses(draft)
    return tuple(
        SourceLine(
            number=number,
            text=text,
            dropped="" if number in uses else dropped.get(number, ""),
            uses=tuple(uses.get(number, ())),
        )
        for number, text in enumerate(draft.page.split("\n"), start=1)
        if text.strip()
    )


def _uses(draft: Draft) -> dict[int, list[str]]:
    """Return by line what it gave; a line left out of the body may have given a date."""
    uses: dict[int, list[str]] = {}
    for field, one in evidence_of(draft).items():
        uses.setdefault(one.at, []).append(field)
    for fact in draft.dates:
        uses.setdefault(fact.at, []).append("dates")
    for caption in draft.captions:
        uses.setdefault(caption.at, []).append("captions")
    return uses


def _evidence(found: Found[Any]) -> Evidence:
    return Evidence(found.rule, found.line, found.at, round(found.confidence * 100))


def _has_value(found: Found[Any]) -> bool:
    return bool(found.value)
