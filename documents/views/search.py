"""The search page, and the suggestions under its box."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.http import JsonResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse


@require_safe
def search(request: HttpRequest) -> HttpResponse:
    return render(request, "documents/search.html", {})


@require_safe
def suggest(request: HttpRequest) -> HttpResponse:
    return JsonResponse({"rows": []})
