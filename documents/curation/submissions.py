"""Takes in what curators paste, word for word, once each, and holds it in a queue."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, Any

from django.db import IntegrityError, transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from documents.ingest import UnreadablePageError
from documents.ingest.media import Media, looks_like_html
from documents.models import Submission
from documents.text.normalise import normalise

if TYPE_CHECKING:
    from django.contrib.auth.models import User

LIMIT = 2 * 1024 * 1024  # bytes of UTF-8


class DuplicateTextError(ValueError):
    """The same text is stored already; `submission` is the stored one."""

    def __init__(self, submission: Submission) -> None:
        super().__init__(_("This text is stored already."))
        self.submission = submission


def checksum_of(raw: str) -> str:
    """Return the SHA-256 of a text; line ends and blanks at line ends make no difference."""
    return hashlib.sha256(normalise(raw).encode()).hexdigest()


def check_text(raw: str) -> None:
    """Raise UnreadablePageError where a text cannot be a page: empty, too large or binary."""
    if not raw.strip():
        raise UnreadablePageError("empty", _("There is no text yet. Paste the page below."))
    if len(raw.encode("utf-8", "replace")) > LIMIT:
        raise UnreadablePageError(
            "oversized", _("This text is over 2 MB. Paste the article without its attachments.")
        )
    if _is_binary(raw):
        raise UnreadablePageError(
            "binary",
            _("This is the inside of a file, not its text. Open the file and copy the text."),
        )


def submit(
    raw: str, *, by: User | None, source_url: str = "", file_name: str = "", **fields: Any
) -> Submission:
    """Store a text and return the submission; source of a web page is known by its content.

    Raises UnreadablePageError for what is no text, DuplicateTextError for what is stored already.
    """
    raw = raw.replace("\r\n", "\n").replace("\r", "\n")
    check_text(raw)
    checksum = checksum_of(raw)
    fields.setdefault("media_type", Media.HTML if looks_like_html(raw) else Media.TEXT)
    try:
        with transaction.atomic():
            return Submission.objects.create(
                raw=raw,
                checksum=checksum,
                submitted_by=by,
                source_url=source_url,
                file_name=file_name,
                **fields,
            )
    except IntegrityError:
        stored = Submission.objects.select_related("document").filter(checksum=checksum).first()
        if stored is None:
            raise
        raise DuplicateTextError(stored) from None


def set_aside(submission: Submission) -> None:
    """Take a submission that becomes no record out of the queue; its text stays stored."""
    submission.state = Submission.State.REFUSED
    submission.save(update_fields=["state"])


def take_up(submission: Submission) -> None:
    """Put a submission that was set aside back into the queue."""
    submission.state = Submission.State.OPEN
    submission.save(update_fields=["state"])


def load_next(submission: Submission) -> int | None:
    """Return the number of the one after this in the queue; after the last comes its first."""
    others = Submission.objects.filter(state=Submission.State.OPEN).exclude(pk=submission.pk)
    at = submission.submitted_at
    later = others.filter(Q(submitted_at__lt=at) | Q(submitted_at=at, pk__lt=submission.pk))
    return later.values_list("pk", flat=True).first() or others.values_list("pk", flat=True).first()


def _is_binary(raw: str) -> bool:
    """Return whether a text has a NUL, a file's magic number or many unprintable characters."""
    if "\0" in raw or raw.lstrip().startswith(("%PDF-", "PK\x03\x04", "\x89PNG", "ÿØÿ")):
        return True
    start = raw[:4096]
    odd = sum(1 for char in start if char == "\ufffd" or (char < " " and char not in "\t\n\r\f\v"))
    return odd > max(8, len(start) // 20)
