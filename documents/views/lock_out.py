"""Checks passwords, and for a while no more after many failures.

An own back end of forty lines rather than django-axes: that needs a middleware, signals and three
tables, while the one thing wanted is a count that every way in shares (the log-in page, logging in
again while typing, the administration).
"""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.contrib.auth.backends import ModelBackend
from django.core.exceptions import PermissionDenied
from django.db.models import Q
from django.utils import timezone

from documents.models import LoginFailure

if TYPE_CHECKING:
    from django.contrib.auth.models import User
    from django.http import HttpRequest

WINDOW = timedelta(minutes=15)
KEPT = timedelta(days=90)  # so long an administrator sees who tried, and from where
# Failures within the window after which no password is looked at any more.
LIMIT_OF_PAIR = 5  # one name from one address
LIMIT_OF_ADDRESS = 30  # any names from one address
LIMIT_OF_NAME = 60  # one name from anywhere: high, so that a stranger does not lock a curator out


class LockOutBackend(ModelBackend):
    """Django's own back end behind a lock."""

    def authenticate(
        self,
        request: HttpRequest | None,
        username: str | None = None,
        password: str | None = None,
        **kwargs: Any,
    ) -> User | None:
        if username is None or password is None:
            return None
        now, address, name = timezone.now(), address_of(request), username.strip().casefold()[:150]
        # Written down before it is known to fail, so that tries at the same moment see each other.
        attempt = LoginFailure.objects.create(username=name, address=address, at=now)
        if is_locked(attempt):
            attempt.delete()
            if request is not None:
                request.is_locked_out = True  # type: ignore[attr-defined]  # the page says so
            raise PermissionDenied  # no other back end is asked
        user = super().authenticate(request, username, password, **kwargs)
        if user is None:
            LoginFailure.objects.filter(at__lt=now - KEPT).delete()
        else:
            LoginFailure.objects.filter(username=name, address=address).delete()
        return user


def is_locked(attempt: LoginFailure) -> bool:
    """Return whether too many log-ins beside this one failed within the window before it."""
    recent = LoginFailure.objects.filter(at__gt=attempt.at - WINDOW).exclude(pk=attempt.pk)
    of_name, of_address = Q(username=attempt.username), Q(address=attempt.address)
    return (
        recent.filter(of_name, of_address).count() >= LIMIT_OF_PAIR
        or recent.filter(of_address).exclude(address="").count() >= LIMIT_OF_ADDRESS
        or recent.filter(of_name).count() >= LIMIT_OF_NAME
    )


def address_of(request: HttpRequest | None) -> str:
    """Return the sender's network address; behind our own proxy, the one that it saw."""
    if request is None:
        return ""
    if getattr(settings, "SECURE_PROXY_SSL_HEADER", None):
        forwarded = request.headers.get("X-Forwarded-For", "").rpartition(",")[2].strip()
        return forwarded[:45]
    return str(request.META.get("REMOTE_ADDR", ""))[:45]
