"""One page as JSON: what was read from it and which names its text holds."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from documents.exports.links_json import Row, figure_rows, link_rows
from documents.text.printed import as_printed

if TYPE_CHECKING:
    from collections.abc import Sequence

    from documents.gazetteer import FoundFigure, FoundMention, Gazetteer, ProposedLink
    from documents.ingest import Caption, DatedFact, Draft, Found


def page_to_json(
    draft: Draft,
    links: Sequence[ProposedLink],
    mentions: Sequence[FoundMention],
    figures: Sequence[FoundFigure],
    gazetteer: Gazetteer,
) -> dict[str, Any]:
    """Give a JSON-ready record of a page; null stands where the page states nothing."""
    page = " ".join(draft.page.split())
    return {
        **_record(draft),
        "links": [_printed(row, page) for row in link_rows(mentions, links, gazetteer)],
        "figures": [_printed(row, page) for row in figure_rows(figures)],
    }


def _printed(row: Row, page: str) -> Row:
    """Give a row whose quotes stand on the page letter by letter."""
    quoted = {name: str(row[name]) for name in ("mention", "quote") if row.get(name)}
    return row | {name: as_printed(text, page) for name, text in quoted.items()}


def _record(draft: Draft) -> dict[str, Any]:
    return {
        "kind": draft.kind.value,
        "page_type": draft.page_type,
        "title": draft.title.value,
        "language": draft.language.value,
        "source": draft.source.value,
        "source_basis": draft.source_basis,
        "issuers": list(draft.issuers.value),
        "published_on": draft.published_on.value,
        "published_precision": draft.published_precision or None,
        "sorted_on": draft.sorted_on.value,
        "dates": [_date(fact) for fact in draft.dates],
        "series": draft.series.value,
        "number": draft.number.value,
        "total_number": draft.total_number.value,
        "authors": [
            {"name": one.name, "affiliations": list(one.affiliations), "group": one.group or None}
            for one in draft.authors.value
        ],
        "abstract": draft.abstract.value or None,
        "body": draft.body.value,
        "body_kind": draft.body_kind,
        "captions": [caption.line or caption.text for caption in draft.captions],
        "keywords": list(draft.keywords.value),
        "related_titles": list(draft.related_titles.value),
        "access": {
            "level": draft.access.value.level,
            "note": draft.access.value.note or None,
            "note_language": draft.access.value.note_language or None,
        },
        "reasons": _reasons(draft),
        "dropped": [{"line": one.line, "rule": one.rule, "at": one.at} for one in draft.dropped],
        "warnings": list(draft.warnings),
    }


def _reasons(draft: Draft) -> dict[str, Any]:
    """Give for each value that was found its rule, its line and the confidence in it.

    Those of the captions stand in the captions' order; a date carries its own.
    """
    names = [
        "kind",
        "title",
        "language",
        "source",
        "issuers",
        "authors",
        "published_on",
        "sorted_on",
        "series",
        "number",
        "total_number",
        "abstract",
        "body",
        "keywords",
        "related_titles",
        "access",
    ]
    found = {name: getattr(draft, name) for name in names}
    stated = {name: _reason(one) for name, one in found.items() if one.value not in (None, "", ())}
    return {**stated, "captions": [_reason(caption) for caption in draft.captions]}


def _date(fact: DatedFact) -> dict[str, Any]:
    """Give a date of the page: `moment` keeps the clock beside it, null where there is none.

    A day of posting has the clock in `iso` too, since a site's news of one day are told apart by
    it; every other date is a day (or less), whatever clock a system printed behind it.
    """
    clocked = "T" in fact.iso
    is_cut = clocked and fact.role != "posted"
    return {
        "role": fact.role,
        "iso": fact.iso[:10] if is_cut else fact.iso,
        "precision": "day" if is_cut else fact.precision,
        "raw": fact.raw,
        "moment": fact.iso if clocked else None,
        **_reason(fact),
    }


def _reason(one: Found[Any] | DatedFact | Caption) -> dict[str, Any]:
    return {"rule": one.rule, "line": one.line, "at": one.at, "confidence": one.confidence}
