"""Sends all style sheets as one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.http import HttpResponse
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from documents.templatetags.styles import one_sheet

if TYPE_CHECKING:
    from django.http import HttpRequest


@require_safe
@cache_control(public=True, max_age=60 * 60 * 24 * 365, immutable=True)
def styles(_request: HttpRequest) -> HttpResponse:
    return HttpResponse(one_sheet().text, content_type="text/css; charset=utf-8")
