from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest
from django.contrib.auth.backends import ModelBackend
from django.test import Client
from django.utils import timezone

from documents.models import LoginFailure
from documents.views.lock_out import KEPT, LIMIT_OF_ADDRESS, LIMIT_OF_PAIR, WINDOW
from tests.build import a_user

if TYPE_CHECKING:
    from pytest_django import Settings

pytestmark = pytest.mark.django_db
RIGHT = "correct horse battery"


def _log_in(client: Client, password: str, name: str = "ann", **meta: str) -> bool:
    answer = client.post(
        "/accounts/login/", {"username": name, "password": password}, headers=meta or None
    )
    return answer.status_code == 302


def test_a_right_password_lets_in_and_forgets_the_wrong_ones(client: Client) -> None:
    a_user("ann")
    assert not _log_in(client, "wrong")
    assert _log_in(client, RIGHT)
    assert not LoginFailure.objects.exists()


def test_after_five_wrong_passwords_the_right_one_is_not_looked_at(client: Client) -> None:
    a_user("ann")
    for _attempt in range(LIMIT_OF_PAIR):
        assert not _log_in(client, "wrong")
    answer = client.post("/accounts/login/", {"username": "ann", "password": RIGHT})
    assert answer.status_code == 200
    assert "Too many log-ins failed" in answer.content.decode()


def test_a_try_counts_from_when_it_comes_not_from_when_it_failed(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    a_user("ann")
    for _attempt in range(LIMIT_OF_PAIR - 1):
        _log_in(client, "wrong")
    meanwhile: list[bool] = []
    check = ModelBackend.authenticate

    def slow(self: ModelBackend, *args: Any, **kwargs: Any) -> Any:
        if not meanwhile:
            meanwhile.append(True)  # only the first is so slow
            meanwhile.append(_log_in(Client(), RIGHT))
        return check(self, *args, **kwargs)

    monkeypatch.setattr(ModelBackend, "authenticate", slow)
    assert not _log_in(client, "wrong")
    assert meanwhile == [True, False]


def test_a_try_that_was_refused_does_not_lengthen_the_lock(client: Client) -> None:
    a_user("ann")
    for _attempt in range(LIMIT_OF_PAIR + 3):
        _log_in(client, "wrong")
    assert LoginFailure.objects.count() == LIMIT_OF_PAIR


def test_the_lock_opens_by_itself(client: Client) -> None:
    a_user("ann")
    for _attempt in range(LIMIT_OF_PAIR):
        _log_in(client, "wrong")
    earlier = timezone.now() - WINDOW - timedelta(seconds=1)
    for failure in LoginFailure.objects.all():
        failure.at = earlier
        failure.save()
    assert _log_in(client, RIGHT)


def test_failures_are_forgotten_after_a_while(client: Client) -> None:
    old = timezone.now() - KEPT - timedelta(seconds=1)
    LoginFailure.objects.create(username="ann", address="192.0.2.1", at=old)
    _log_in(client, "wrong")
    assert [failure.address for failure in LoginFailure.objects.all()] == ["127.0.0.1"]


def test_the_administration_shares_the_lock(client: Client) -> None:
    a_user("ann", is_staff=True)
    for _attempt in range(LIMIT_OF_PAIR):
        client.post("/admin/login/", {"username": "Ann", "password": "wrong"})
    assert not _log_in(client, RIGHT)


def test_one_address_cannot_try_many_names(client: Client) -> None:
    a_user("ann")
    for number in range(LIMIT_OF_ADDRESS):
        _log_in(client, "wrong", f"name-{number}")
    assert not _log_in(client, RIGHT)


def test_a_stranger_elsewhere_does_not_lock_a_curator_out(
    client: Client, settings: Settings
) -> None:
    settings.SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    a_user("ann")
    for _attempt in range(LIMIT_OF_PAIR):
        _log_in(client, "wrong", **{"X-Forwarded-For": "198.51.100.7"})
    assert _log_in(client, RIGHT, **{"X-Forwarded-For": "203.0.113.9"})


def test_a_forged_forwarding_chain_does_not_change_the_address(
    client: Client, settings: Settings
) -> None:
    settings.SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    a_user("ann")
    for number in range(LIMIT_OF_PAIR):
        _log_in(client, "wrong", **{"X-Forwarded-For": f"10.0.0.{number}, 198.51.100.7"})
    assert not _log_in(client, RIGHT, **{"X-Forwarded-For": "198.51.100.7"})
