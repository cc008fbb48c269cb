"""Pages for what went wrong."""

from __future__ import annotations

import sys
from http import HTTPStatus
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from django.conf import settings
from django.core.exceptions import RequestDataTooBig, TooManyFieldsSent, TooManyFilesSent
from django.db import InterfaceError, OperationalError
from django.http import Http404
from django.middleware.csrf import REASON_NO_CSRF_COOKIE
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.cache import never_cache

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.http import HttpRequest, HttpResponse, HttpResponseBase

TYPED_AT_LEAST = 20
"""Characters of a field that would be missed; shorter ones are typed again soon enough."""
SECONDS_TO_WAIT = 60


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    context = {
        "is_too_large": isinstance(exception, RequestDataTooBig),
        "is_too_many": isinstance(exception, (TooManyFieldsSent, TooManyFilesSent)),
    }
    large = any(context.values())
    status = HTTPStatus.CONTENT_TOO_LARGE if large else HTTPStatus.BAD_REQUEST
    return render(request, "400.html", context, status=status)


def permission_denied(request: HttpRequest, exception: Exception) -> HttpResponse:  # noqa: ARG001
    return render(request, "403.html", status=HTTPStatus.FORBIDDEN)


@never_cache
def form_refused(request: HttpRequest, reason: str = "") -> HttpResponse:
    """Say why a form was not taken, and give back what was typed into it.

    The page of the form may be older than a log-in; going back to it shows the same refused form.
    Nothing is given back that another site sent in the visitor's name.
    """
    came_from = urlsplit(request.headers.get("Referer", ""))
    is_ours = came_from.netloc == request.get_host()
    context = {
        "has_no_cookie": reason == REASON_NO_CSRF_COOKIE,
        "form_page": came_from._replace(scheme="", netloc="").geturl() if is_ours else "",
        "typed": _typed(request) if is_ours else [],
    }
    return render(request, "403_csrf.html", context, status=HTTPStatus.FORBIDDEN)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:  # noqa: ARG001
    return render(request, "404.html", status=HTTPStatus.NOT_FOUND)


def explain_wrong_method(
    get_response: Callable[[HttpRequest], HttpResponseBase],
) -> Callable[[HttpRequest], HttpResponseBase]:
    """Return the middleware that says what an address of a button is to one who opens it."""

    def middleware(request: HttpRequest) -> HttpResponseBase:
        response = get_response(request)
        if response.status_code != HTTPStatus.METHOD_NOT_ALLOWED or request.method != "GET":
            return response
        page = render(request, "405.html", status=HTTPStatus.METHOD_NOT_ALLOWED)
        page["Allow"] = response["Allow"]
        return page

    return middleware


def show_missing_page(
    get_response: Callable[[HttpRequest], HttpResponseBase],
) -> Callable[[HttpRequest], HttpResponseBase]:
    """Return the middleware that shows our page for a missing one while debugging too.

    Django would list its addresses instead; its help for errors of the program stays.
    """

    def middleware(request: HttpRequest) -> HttpResponseBase:
        response = get_response(request)
        if settings.DEBUG and response.status_code == HTTPStatus.NOT_FOUND:
            return not_found(request, Http404())
        return response

    return middleware


@never_cache
def server_error(request: HttpRequest) -> HttpResponse:
    """Say that a page could not be made, without the database, a session or an account.

    A database that does not answer is told apart: waiting helps, and a monitor should know.
    """
    is_away = isinstance(sys.exception(), (OperationalError, InterfaceError))
    status = HTTPStatus.SERVICE_UNAVAILABLE if is_away else HTTPStatus.INTERNAL_SERVER_ERROR
    again = request.get_full_path() if request.method == "GET" else ""
    context = {"is_away": is_away, "again": again, "now": timezone.localtime()}
    response = render(request, "500.html", context, status=status)
    if is_away:
        response["Retry-After"] = str(SECONDS_TO_WAIT)
    return response


def _typed(request: HttpRequest) -> list[str]:
    """Return the longer texts of a form, passwords never."""
    fields = [
        value
        for name, values in request.POST.lists()
        for value in values
        if "password" not in name and name != "csrfmiddlewaretoken"
    ]
    return [value for value in fields if len(value) >= TYPED_AT_LEAST]
