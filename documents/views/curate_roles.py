"""The page of roles, for those who manage people: who may do what."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.conf import settings
from django.shortcuts import render
from django.views.decorators.http import require_safe

from documents.models.rights import MANAGE_PEOPLE
from documents.overviews.roles import load_roles, superusers
from documents.views.curate_access import right_required

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse


@require_safe
@right_required(MANAGE_PEOPLE)
def roles(request: HttpRequest) -> HttpResponse:
    found, deeds = load_roles()
    context = {
        "roles": found,
        "deeds": deeds,
        "superusers": superusers(),
        "second_eyes": settings.SECOND_PAIR_OF_EYES,
    }
    return render(request, "documents/curate_roles.html", context)
