"""The front page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.shortcuts import render
from django.views.decorators.http import require_safe

from documents.overviews.home import front_page
from documents.views.unchanged import unless_unchanged
from documents.views.viewer import visibility_of

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse


@require_safe
@unless_unchanged
def home(request: HttpRequest) -> HttpResponse:
    return render(request, "documents/home.html", {"home": front_page(visibility_of(request))})
