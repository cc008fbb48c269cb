"""Finds kept originals whose bytes are no longer those that were stored."""

from __future__ import annotations

from typing import TYPE_CHECKING

from documents.curation.attachments import DamagedOriginalError, open_original
from documents.models import Attachment

if TYPE_CHECKING:
    from collections.abc import Iterator


def damaged_originals() -> Iterator[Attachment]:
    """Read every kept file and give those that are missing or changed, by one bit even."""
    for attachment in Attachment.objects.order_by("pk").iterator():
        try:
            open_original(attachment).close()
        except DamagedOriginalError:
            yield attachment
