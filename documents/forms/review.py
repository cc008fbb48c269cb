"""All forms of the review page as one: the record, its rows, its links."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from documents.curation import Entry, Evidence, caption_evidence, date_evidence, evidence_of
from documents.curation.entry import one_line
from documents.forms.captions import CaptionFormSet, caption_rows
from documents.forms.dates import DateFormSet, date_rows
from documents.forms.links import AddedLinkFormSet, LinksForm
from documents.forms.people import AuthorFormSet, author_rows
from documents.forms.publication import PublicationForm
from documents.forms.record import LISTS, RecordForm

if TYPE_CHECKING:
    from django.forms import BaseFormSet
    from django.http import QueryDict

    from documents.curation import Decisions, Offers
    from documents.ingest import Draft
    from documents.models import Document

SAME_NAME = ("language", "kind", "abstract", "body", "restricted_body", "extent", "source_name")
NUMBERS = ("source_url", "total_number")
ACCESS = ("access", "access_note", "access_note_language")


class Review:
    """What is proposed, and over it what was typed so far (`data`)."""

    def __init__(
        self,
        proposed: Entry,
        offers: Offers,
        data: QueryDict | None = None,
        document: Document | None = None,
    ) -> None:
        self.publication = PublicationForm(data, document=document)
        self.authors_evidence: Evidence | None = None
        self.record = RecordForm(data, proposed=proposed)
        self.authors = _rows(AuthorFormSet, "authors", data, author_rows(proposed.authors))
        self.dates = _rows(DateFormSet, "dates", data, date_rows(proposed.dates))
        self.captions = _rows(CaptionFormSet, "captions", data, caption_rows(proposed.captions))
        self.links = LinksForm(data, offers=offers)
        self.added = _rows(AddedLinkFormSet, "added", data, [])

    def is_valid(self) -> bool:
        parts = (
            *(self.record, self.authors, self.dates),
            *(self.captions, self.links, self.added, self.publication),
        )
        return sum(not part.is_valid() for part in parts) == 0  # each is asked and shows its errors

    def entry(self) -> Entry:
        """Return what was agreed; call only when valid."""
        data: dict[str, Any] = self.record.cleaned_data
        return Entry(
            title=one_line(data["title"]),
            source_id=data["source"].pk if data["source"] else None,
            source_basis=self.record.basis(),
            series=one_line(data["series"]),
            number=one_line(data["number"]),
            **{name: data[name] for name in (*SAME_NAME, *NUMBERS, *ACCESS, *LISTS)},
            authors=_filled(self.authors),
            dates=_filled(self.dates),
            captions=_filled(self.captions),
        )

    def explain(self, draft: Draft) -> None:
        """Attach to each field, each date and each caption where its proposed value comes from."""
        for name, one in evidence_of(draft).items():
            if name in self.record.fields:
                self.record.fields[name].evidence = one  # type: ignore[attr-defined]
        self.authors_evidence = evidence_of(draft).get("authors")
        for form, found in zip(self.dates, date_evidence(draft), strict=False):
            form.fields["when"].evidence = found
        for form, found in zip(self.captions, caption_evidence(draft), strict=False):
            form.fields["text"].evidence = found

    def decisions(self) -> Decisions:
        """Return what was decided on links; call only when valid."""
        return self.links.decisions(_filled(self.added))


def _rows(
    formset: type[BaseFormSet], prefix: str, data: QueryDict | None, rows: list[dict[str, Any]]
) -> Any:
    return formset(data, initial=rows, prefix=prefix)


def _filled(formset: Any) -> tuple[Any, ...]:
    entries = (form.to_entry() for form in formset)
    return tuple(entry for entry in entries if entry is not None)
