"""Lets curators in; who was logged out while typing logs in again and loses nothing."""

from __future__ import annotations

from functools import wraps
from typing import TYPE_CHECKING, Any

from django.contrib.auth import login
from django.contrib.auth.forms import AuthenticationForm
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import render

from documents.models.rights import CURATE

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.http import HttpRequest, HttpResponseBase

_OWN_FIELDS = {"csrfmiddlewaretoken", "username", "password", "again"}


def curator_required(
    view: Callable[..., HttpResponseBase],
) -> Callable[..., HttpResponseBase]:
    """Ask for a log-in, then for the right to change records."""

    @wraps(view)
    def guarded(request: HttpRequest, *args: Any, **options: Any) -> HttpResponseBase:
        if not request.user.is_authenticated:
            refusal = _ask(request)
            if refusal is not None:
                return refusal
        if not request.user.has_perm(CURATE):
            raise PermissionDenied
        return view(request, *args, **options)

    return guarded


def right_required(
    right: str,
) -> Callable[[Callable[..., HttpResponseBase]], Callable[..., HttpResponseBase]]:
    """Ask for a log-in and the right to change records, then for one more right."""

    def guard(view: Callable[..., HttpResponseBase]) -> Callable[..., HttpResponseBase]:
        @wraps(view)
        @curator_required
        def guarded(request: HttpRequest, *args: Any, **options: Any) -> HttpResponseBase:
            if not request.user.has_perm(right):
                raise PermissionDenied
            return view(request, *args, **options)

        return guarded

    return guard


def wants_json(request: HttpRequest) -> bool:
    """Say whether a script asks, which needs no page."""
    return request.headers.get("Accept", "").startswith("application/json")


def _ask(request: HttpRequest) -> HttpResponse | None:
    """Return a log-in page, or None once the log-in that came with the text is good."""
    if request.method != "POST":
        return redirect_to_login(request.get_full_path())
    again = "again" in request.POST
    form = AuthenticationForm(request, data=request.POST if again else None)
    if again and form.is_valid():
        login(request, form.get_user())
        return None
    carried = [
        (name, value)
        for name, values in request.POST.lists()
        if name not in _OWN_FIELDS
        for value in values
    ]
    context = {"form": form, "carried": carried}
    return render(request, "registration/login_again.html", context, status=403)
