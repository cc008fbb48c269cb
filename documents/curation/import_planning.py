"""Decides for each page and row of an import: create, update, skip or refuse, and why."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from documents.curation.difference import Difference, differences
from documents.curation.duplicates import find_same_text
from documents.curation.entry import entry_from_draft, entry_of, in_order
from documents.curation.import_item import Action, Item, seen_at
from documents.curation.import_merge import merge
from documents.curation.other_eyes import reason_not_to_replace
from documents.curation.submissions import checksum_of
from documents.ingest.fingerprints import Fingerprint, checksum_of as text_checksum, similarity
from documents.models import Document, Source, Submission

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from django.contrib.auth.models import User

    from documents.curation.entry import Entry
    from documents.curation.import_files import Given, Piece

_TITLE = 500
_SAME_PAGE = 0.4  # share in common from which a text under a known key is a version of it


def plan_items(pieces: Iterable[Piece], given: Given, by: User | None = None) -> Iterator[Item]:
    """Give a step for each piece, in order; `by` is who asks. Nothing is written."""
    deciding = _Deciding(by)
    for piece in pieces:
        item = deciding.step(piece)
        yield (
            replace(item, publishes=item.writes) if given.publishes else _without_publication(item)
        )


def _without_publication(item: Item) -> Item:
    """Pass over what would only have to be published."""
    return replace(item, action=Action.SKIP) if item.action == Action.PUBLISH else item


class _Deciding:
    """Knows the sources, and what the same import has brought already."""

    def __init__(self, by: User | None) -> None:
        self._by = by
        self._sources = dict(Source.objects.values_list("slug", "pk"))
        self._seen: dict[str, str] = {}

    def step(self, piece: Piece) -> Item:
        refused = piece.refused or _fault(piece)
        if refused or piece.draft is None:
            return _item(piece, Action.REFUSE, refused)
        entry = entry_from_draft(piece.draft, self._sources.get(piece.draft.source_slug or ""))
        checksum = checksum_of(piece.raw)
        body = text_checksum(entry.body or entry.restricted_body or entry.abstract)
        twin = self._seen.get(checksum) or self._seen.get(body)
        if twin:
            reason = _("The same text stands in %(name)s.") % {"name": twin}
            return _item(piece, Action.SKIP, reason)
        place = f"{piece.name}:{piece.line}" if piece.line else piece.name
        self._seen |= {checksum: place, body: place}
        return (
            _stored(piece, checksum)
            or _known(piece, entry, self._by)
            or _twin(piece, entry)
            or _new(piece, entry)
        )


def _fault(piece: Piece) -> str:
    """Return why a page that could be read becomes no record."""
    draft = piece.draft
    if draft is None:
        return _("This cannot be read.")
    if draft.page_type == "list":
        return _("This page is a list of links, not a document.")
    if draft.page_type == "two_articles":
        return _("This page holds two articles. Paste each of them.")
    if not draft.title.value.strip():
        return _("No title was found.")
    if not any(map(str.strip, (draft.body.value, draft.restricted_body, draft.abstract.value))):
        return _("No text was found below the title.")
    return ""


def _stored(piece: Piece, checksum: str) -> Item | None:
    """Skip what came in word for word before, whatever became of it."""
    stored = Submission.objects.select_related("document").filter(checksum=checksum).first()
    if stored is None:
        return None
    if stored.state == Submission.State.OPEN:
        return _item(piece, Action.SKIP, _("This text waits for review."))
    if stored.state == Submission.State.REFUSED:
        return _item(piece, Action.SKIP, _("A curator set this text aside."))
    if stored.document is None:
        return _item(piece, Action.SKIP, _("This is an older version of a stored text."))
    return _unchanged(piece, _("This text is stored already."), stored.document, stored)


def _known(piece: Piece, entry: Entry, by: User | None) -> Item | None:
    """Update the record that the same page or row became, keeping what a curator changed."""
    past = Submission.objects.filter(import_key=piece.key, document__isnull=False)
    submission = past.select_related("document__source").order_by("-pk").first()
    if not piece.key or submission is None or submission.document is None:
        return None
    document = submission.document
    if document.status == Document.Status.TRASHED:
        return _item(piece, Action.SKIP, _("The record of this text is in the trash."), document)
    if not _is_version(document, entry):
        return None
    merged, kept = merge(document, entry, submission.read_as)
    if in_order(merged) == in_order(entry_of(document)):
        return _unchanged(piece, _("What the record says has not changed."), document, submission)
    if refused := reason_not_to_replace(document, by):
        return _item(piece, Action.REFUSE, refused, document)
    return _item(piece, Action.UPDATE, _changes(document, merged, kept), document, merged)


def _changes(document: Document, merged: Entry, kept: Sequence[str]) -> str:
    """Say which fields change, and which stay as a curator has set them."""
    said = []
    if changed := [one.label for one in differences(entry_of(document), merged)]:
        said.append(_("Changes: %(names)s.") % {"names": ", ".join(changed)})
    if names := [Difference(name, "", "").label for name in kept]:
        said.append(_("A curator changed %(names)s; this stays.") % {"names": ", ".join(names)})
    return " ".join(said)


def _unchanged(piece: Piece, reason: str, document: Document, submission: Submission) -> Item:
    """Leave a record as it is; a draft that an import brought may still be published."""
    is_draft = document.status == Document.Status.DRAFT and submission.import_key
    return _item(piece, Action.PUBLISH if is_draft else Action.SKIP, reason, document)


def _is_version(document: Document, entry: Entry) -> bool:
    if document.title == entry.title:
        return True
    return similarity(document.body, entry.body, _SAME_PAGE) >= _SAME_PAGE


def _twin(piece: Piece, entry: Entry) -> Item | None:
    """Skip a text that another file or a paste brought; another source's copy is a record."""
    twin = find_same_text(Fingerprint(text_checksum(entry.body))) if entry.body else None
    if twin is None or (twin.source_id and entry.source_id and twin.source_id != entry.source_id):
        return None
    return _item(piece, Action.SKIP, _("A record holds this text already."), twin)


def _new(piece: Piece, entry: Entry) -> Item:
    if len(entry.title) > _TITLE:
        return _item(piece, Action.REFUSE, _("The title is over 500 characters long."))
    return _item(piece, Action.CREATE, "", None, entry)


def _item(
    piece: Piece,
    action: Action,
    reason: str,
    document: Document | None = None,
    entry: Entry | None = None,
) -> Item:
    is_text_needed = action in (Action.CREATE, Action.UPDATE)
    return Item(
        name=piece.name,
        action=action,
        reason=reason,
        title=piece.draft.title.value[:_TITLE] if piece.draft else "",
        line=piece.line,
        key=piece.key,
        raw=piece.raw if is_text_needed else "",
        raw_type=piece.raw_type,
        file=piece.file if is_text_needed else "",
        media=piece.media,
        document=document.pk if document else None,
        seen_at=seen_at(document) if document else "",
        entry=entry,
    )
