"""Keeps uploaded originals as they came, each once, by the checksum of its bytes."""

from __future__ import annotations

import hashlib
from contextlib import suppress
from typing import TYPE_CHECKING

from django.core.files.base import ContentFile
from django.db import IntegrityError, transaction

from documents.ingest.media import Media
from documents.ingest.refusals import FILE_LIMIT, refusal
from documents.models import Attachment

if TYPE_CHECKING:
    from django.core.files import File


class DamagedOriginalError(ValueError):
    """A kept file is missing, or its bytes are no longer those that were stored."""


def keep_original(content: bytes, name: str, media: str) -> Attachment:
    """Store a file and return its attachment; the same bytes are stored once.

    `media` is what the isolated reader found it to be, never what a browser said. Raises
    UnreadablePageError for what is too large or of no type that is taken in.
    """
    if len(content) > FILE_LIMIT:
        raise refusal("file_too_large")
    if media not in Media:
        raise refusal("unknown")
    checksum = checksum_of_file(content)
    kept = Attachment.objects.filter(checksum=checksum).first()
    if kept:
        _store(kept, content)  # its file may be missing, or damaged since
        return kept
    attachment = Attachment(
        checksum=checksum, name=name[-300:], media_type=media, size=len(content)
    )
    _store(attachment, content)
    try:
        with transaction.atomic():
            attachment.save()
    except IntegrityError:  # another import stored the same bytes at this moment
        return Attachment.objects.get(checksum=checksum)
    return attachment


def _store(attachment: Attachment, content: bytes) -> None:
    """Write the bytes under their checksum: the name on the disk says nothing of the upload's."""
    name = f"originals/{attachment.checksum[:2]}/{attachment.checksum}"
    storage = attachment.file.storage
    if storage.exists(name):
        attachment.file.name = name
        with suppress(DamagedOriginalError):  # written by another import at this moment
            open_original(attachment).close()
            return
        storage.delete(name)  # cut short in an import that was interrupted, or damaged since
    attachment.file.name = storage.save(name, ContentFile(content))


def checksum_of_file(content: bytes) -> str:
    """Return the SHA-256 of bytes, in hexadecimal digits."""
    return hashlib.sha256(content).hexdigest()


def open_original(attachment: Attachment) -> File[bytes]:
    """Open a kept file for reading after checking its bytes; DamagedOriginalError otherwise."""
    try:
        kept: File[bytes] = attachment.file.storage.open(str(attachment.file.name), "rb")
    except OSError as error:
        raise DamagedOriginalError(attachment.checksum) from error
    digest = hashlib.file_digest(kept.file, "sha256").hexdigest()  # type: ignore[arg-type]
    if digest != attachment.checksum:
        kept.close()
        raise DamagedOriginalError(attachment.checksum)
    kept.seek(0)
    return kept
