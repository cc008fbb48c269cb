"""What every citation format needs to know of a record, in one plain shape."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from documents.exports.names import PersonName, organisation, part_name

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from documents.models import Document

MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
"""English month names, whatever language the interface has."""


@dataclass(frozen=True, slots=True)
class Citation:
    """`dated_on` may be None; `precision` says how much of it is known; `address` is absolute.

    `authors` are people or organisations as the page names them, `bodies` the authorities that
    issued an official policy.
    """

    key: str
    kind: str
    title: str
    language: str
    authors: tuple[str, ...]
    publisher: str
    series: str
    number: str
    dated_on: date | None
    precision: str
    address: str
    retrieved_on: date
    bodies: tuple[str, ...] = ()

    @property
    def creators(self) -> tuple[PersonName, ...]:
        """Who answers for the text: its authors, else who issued it, else who published it."""
        if self.authors:
            return tuple(part_name(name) for name in self.authors)
        bodies = self.bodies or ((self.publisher,) if self.publisher else ())
        return tuple(organisation(name) for name in bodies)

    @property
    def carrier(self) -> str:
        """The publisher, where it is not the creator already."""
        names = [creator.family for creator in self.creators if not creator.given]
        return "" if self.publisher in names else self.publisher

    @property
    def year(self) -> str:
        return str(self.dated_on.year) if self.dated_on else ""

    @property
    def is_chinese(self) -> bool:
        return self.language == "zh"

    @property
    def iso_date(self) -> str:
        """The date as far as it is known: 2023, 2023-02 or 2023-02-01; empty for none."""
        if self.dated_on is None:
            return ""
        length = {"year": 4, "month": 7}.get(self.precision, 10)
        return self.dated_on.isoformat()[:length]


def cite_document(
    document: Document,
    authors: Sequence[str],
    bodies: Sequence[str],
    address: str,
    retrieved_on: date,
    precision: str = "day",
) -> Citation:
    """Return the citation of a record, dated when it was published, else as the record is sorted.

    `precision` says how exactly the date is known by which the record is sorted.
    `bodies` are the authorities that issued what the record is or tells of; they answer for the
    text of a policy only, not for the news of it.
    """
    source = document.source
    chinese = document.language == document.Language.CHINESE
    publisher = ""
    if source is not None:
        publisher = source.name_zh if chinese and source.name_zh else source.name
    return Citation(
        key=f"record-{document.pk}",
        kind=document.kind,
        title=document.title,
        language=document.language,
        authors=tuple(authors),
        publisher=publisher,
        series=document.series,
        number=document.number,
        dated_on=document.published_on or document.sorted_on,
        precision=document.published_precision or precision,
        address=document.source_url or address,
        retrieved_on=retrieved_on,
        bodies=tuple(bodies) if document.kind == document.Kind.POLICY else (),
    )
