"""The list one came from, so that a record's page can lead back to the same place in it."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme

if TYPE_CHECKING:
    from django.http import HttpRequest


def list_behind(request: HttpRequest) -> str:
    """Return the address of the search that linked here, or an empty string.

    It is the referring page, which browsers send within one site; a page of another host or
    another kind is not a list.
    """
    referrer = request.headers.get("Referer", "")
    if not url_has_allowed_host_and_scheme(referrer, {request.get_host()}):
        return ""
    parts = urlsplit(referrer)
    if parts.path != reverse("documents:search"):
        return ""
    return f"{parts.path}?{parts.query}" if parts.query else parts.path
