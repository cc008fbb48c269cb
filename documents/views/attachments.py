"""Hands out the originals that were uploaded, to curators, only ever as downloads."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.http import FileResponse, Http404
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_safe

from documents.curation.attachments import DamagedOriginalError, open_original
from documents.models import Attachment
from documents.views.curate_access import curator_required

if TYPE_CHECKING:
    from django.http import HttpRequest

_SAFE = "application/octet-stream"


@require_safe
@curator_required
def attachment(_request: HttpRequest, checksum: str) -> FileResponse:
    """Send a kept file. No browser shows it in place or guesses at its type."""
    kept = get_object_or_404(Attachment, checksum=checksum)
    try:
        original = open_original(kept)
    except DamagedOriginalError as error:
        raise Http404 from error
    response = FileResponse(
        original, as_attachment=True, filename=kept.name or kept.checksum, content_type=_SAFE
    )
    response["X-Content-Type-Options"] = "nosniff"
    response["Content-Security-Policy"] = "sandbox; default-src 'none'"
    response["Cache-Control"] = "private, no-store"
    return response
