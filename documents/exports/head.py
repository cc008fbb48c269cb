"""What the head of a record's page tells programs: citation_* names, Dublin Core, schema.org."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from documents.exports.names import organisation

if TYPE_CHECKING:
    from collections.abc import Sequence

    from documents.exports.citation import Citation
    from documents.exports.names import PersonName

_SCHEMA_TYPES = {"report": "Report", "brief": "Report", "news": "NewsArticle"}
_POLICY, _ARTICLE = "Legislation", "Article"
_LONGEST = 200


@dataclass(frozen=True, slots=True)
class Described:
    """A record as its own page shows it to one reader; `permalink` is absolute."""

    citation: Citation
    permalink: str
    abstract: str
    keywords: Sequence[str]
    is_free: bool


def named_values(described: Described) -> list[tuple[str, str]]:
    """Return the names and contents of the `meta` elements, empty ones left out.

    The citation_* names are those that Zotero and Google Scholar read.
    """
    citation = described.citation
    is_report = citation.kind in ("report", "brief")
    authors = [name.inverted for name in citation.creators]
    institution = "technical_report_institution" if is_report else "publisher"
    number = citation.number if is_report else ""
    values = [
        ("description", _shortened(described.abstract)),
        ("citation_title", citation.title),
        *(("citation_author", name) for name in authors),
        ("citation_publication_date", citation.iso_date.replace("-", "/")),
        ("citation_language", citation.language),
        (f"citation_{institution}", citation.publisher),
        ("citation_technical_report_number", number),
        ("citation_keywords", "; ".join(described.keywords)),
        ("citation_abstract_html_url", described.permalink),
        ("DC.title", citation.title),
        *(("DC.creator", name) for name in authors),
        ("DC.date", citation.iso_date),
        ("DC.language", citation.language),
        ("DC.publisher", citation.publisher),
        ("DC.identifier", described.permalink),
        *(("DC.subject", word) for word in described.keywords),
    ]
    return [(name, value) for name, value in values if value]


def schema_org(described: Described) -> dict[str, Any]:
    """Return the record as a schema.org item, as JSON-LD has it."""
    citation = described.citation
    article = _POLICY if citation.kind == "policy" else _ARTICLE
    item = {
        "@context": "https://schema.org",
        "@type": _SCHEMA_TYPES.get(citation.kind, article),
        "name": citation.title,
        "headline": citation.title[:110],
        "author": [_agent(name) for name in citation.creators],
        "publisher": _agent(organisation(citation.publisher)) if citation.publisher else "",
        "datePublished": citation.iso_date,
        "inLanguage": citation.language,
        "abstract": described.abstract,
        "keywords": list(described.keywords),
        "url": described.permalink,
        "sameAs": citation.address if citation.address != described.permalink else "",
    }
    kept: dict[str, Any] = {name: value for name, value in item.items() if value}
    return kept | {"isAccessibleForFree": described.is_free}


def _agent(name: PersonName) -> dict[str, str]:
    if not name.given:
        return {"@type": "Organization", "name": name.family}
    return {
        "@type": "Person",
        "name": name.natural,
        "familyName": name.family,
        "givenName": name.given,
    }


def _shortened(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST else line[: _LONGEST - 1].rstrip() + "…"
