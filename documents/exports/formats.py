"""The citation formats on offer, by the name that stands in the address of a download."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from documents.exports.apa import to_apa
from documents.exports.bibtex import to_bibtex
from documents.exports.chicago import to_chicago
from documents.exports.csl_json import to_csl_json
from documents.exports.gbt7714 import to_gbt7714
from documents.exports.ris import to_ris

if TYPE_CHECKING:
    from collections.abc import Callable

    from documents.exports.citation import Citation


@dataclass(frozen=True, slots=True)
class Format:
    """`is_prose` is true for a reference that one reads, false for a file that programs read."""

    name: str
    label: str
    render: Callable[[Citation], str]
    media_type: str
    suffix: str
    is_prose: bool = False


FORMATS = {
    each.name: each
    for each in (
        Format("gbt7714", "GB/T 7714", to_gbt7714, "text/plain", "txt", is_prose=True),
        Format("apa", "APA", to_apa, "text/plain", "txt", is_prose=True),
        Format("chicago", "Chicago", to_chicago, "text/plain", "txt", is_prose=True),
        Format("bibtex", "BibTeX", to_bibtex, "application/x-bibtex", "bib"),
        Format("ris", "RIS", to_ris, "application/x-research-info-systems", "ris"),
        Format("csl", "CSL-JSON", to_csl_json, "application/vnd.citationstyles.csl+json", "json"),
    )
}
