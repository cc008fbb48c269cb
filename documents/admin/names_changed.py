"""Tells who changed names in the administration that records wait to be linked by them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.contrib import admin, messages
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _

from documents.curation.relinking import unlinked_changes

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

    class _Admin(admin.ModelAdmin[Any]): ...
else:
    _Admin = object


class TellsOfNames(_Admin):
    """A page whose rows links are made from."""

    def response_add(self, request: HttpRequest, obj: Any, *rest: Any, **more: Any) -> HttpResponse:
        _remind(request)
        return super().response_add(request, obj, *rest, **more)

    def response_change(self, request: HttpRequest, obj: Any) -> HttpResponse:
        _remind(request)
        return super().response_change(request, obj)

    def response_delete(self, request: HttpRequest, *gone: Any) -> HttpResponse:
        _remind(request)
        return super().response_delete(request, *gone)


def _remind(request: HttpRequest) -> None:
    if unlinked_changes():
        said = format_html(
            '{} <a href="{}">{}</a>',
            _("Names changed since the records were linked."),
            reverse("documents:curate-names"),
            _("See which records that touches, and link them"),
        )
        messages.warning(request, said)
