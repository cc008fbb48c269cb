"""Log-in, new passwords and sessions: in our look, in both languages, and hard to abuse."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from django.core import mail
from django.test import Client

from tests.build import a_user
from tests.test_house import ROOT

if TYPE_CHECKING:
    from pathlib import Path

    from pytest_django import Settings

pytestmark = pytest.mark.django_db
OLD = "correct horse battery"
NEW = "a quay of seven cranes"


def _text(answer: object) -> str:
    return str(answer.content.decode())  # type: ignore[attr-defined]


@pytest.fixture
def ann(client: Client) -> Client:
    client.force_login(a_user("ann", email="ann@example.org"))
    return client


def _asked(client: Client, address: str = "ann@example.org", prefix: str = "") -> str:
    """Ask for a new password and return the path in the message, empty where none was sent."""
    answer = client.post(f"{prefix}/accounts/password_reset/", {"email": address}, follow=True)
    assert "masthead" in _text(answer)
    found = re.search(r"https?://[^/]+(/\S+)", str(mail.outbox[-1].body)) if mail.outbox else None
    return found[1] if found else ""


def test_a_forgotten_password_is_replaced_by_a_link_that_works_once(client: Client) -> None:
    user = a_user("ann", email="ann@example.org")
    link = _asked(client)
    form = client.get(link, follow=True)
    assert "New password" in _text(form)
    address = form.redirect_chain[-1][0]
    typed = {"new_password1": NEW, "new_password2": NEW}
    assert "Password set" in _text(client.post(address, typed, follow=True))
    user.refresh_from_db()
    assert user.check_password(NEW)
    assert "This link no longer works" in _text(Client().get(link, follow=True))


def test_the_message_comes_in_the_language_of_the_page(client: Client) -> None:
    a_user("ann", email="ann@example.org")
    link = _asked(client, prefix="/zh-hans")
    assert link.startswith("/zh-hans/")
    assert "密码" in mail.outbox[-1].subject
    assert "新密码" in _text(client.get(link, follow=True))


def test_nobody_learns_whether_an_address_has_an_account(client: Client) -> None:
    a_user("ann", email="ann@example.org")
    pages = [
        _text(client.post("/accounts/password_reset/", {"email": email}, follow=True))
        for email in ("ann@example.org", "bob@example.org")
    ]
    assert pages[0] == pages[1]
    assert len(mail.outbox) == 1


@pytest.mark.parametrize(
    ("password", "said"),
    [
        ("short", "at least 12 characters"),
        ("123456789012345", "entirely numeric"),
        ("1q2w3e4r5t6y", "too common"),
        ("ann@example.org", "too similar"),
    ],
)
def test_a_weak_password_is_refused_with_its_reason(ann: Client, password: str, said: str) -> None:
    typed = {"old_password": OLD, "new_password1": password, "new_password2": password}
    text = _text(ann.post("/accounts/password_change/", typed))
    assert "Change your password" in text
    assert said in text


def test_a_changed_password_logs_every_other_browser_out(ann: Client) -> None:
    elsewhere = Client()
    assert elsewhere.login(username="ann", password=OLD)
    typed = {"old_password": OLD, "new_password1": NEW, "new_password2": NEW}
    assert "Password changed" in _text(ann.post("/accounts/password_change/", typed, follow=True))
    assert ann.get("/accounts/password_change/").status_code == 200
    assert elsewhere.get("/accounts/password_change/").status_code == 302


def test_the_pages_are_ours_in_chinese_too(ann: Client) -> None:
    for address, heading in (
        ("password_change/", "修改密码"),
        ("password_reset/", "忘记密码"),
        ("login/", "登录"),
    ):
        text = _text(ann.get(f"/zh-hans/accounts/{address}"))
        assert heading in text
        assert "masthead" in text


def test_the_session_gets_another_key_at_log_in_and_its_cookie_is_closed_to_scripts(
    client: Client,
) -> None:
    a_user("ann")
    session = client.session
    session["begun"] = True
    session.save()
    before = session.session_key
    client.post("/accounts/login/", {"username": "ann", "password": OLD})
    cookie = client.cookies["sessionid"]
    assert cookie.value != before
    assert cookie["httponly"]
    assert cookie["samesite"] == "Lax"
    client.get("/accounts/login/")
    assert client.cookies["csrftoken"]["httponly"]


@pytest.mark.parametrize(
    "target", ["//example.invalid/", "https://example.invalid/", "javascript:x"]
)
def test_a_log_in_leads_nowhere_else(client: Client, target: str) -> None:
    a_user("ann")
    typed = {"username": "ann", "password": OLD, "next": target}
    assert client.post("/accounts/login/", typed)["Location"] in {"/curate/", "/lists/"}


def test_a_form_without_its_token_is_refused() -> None:
    strict = Client(enforce_csrf_checks=True)
    a_user("ann")
    answer = strict.post("/accounts/login/", {"username": "ann", "password": OLD})
    assert answer.status_code == 403


def test_a_closed_site_lets_a_visitor_log_in_and_ask_for_a_password_and_nothing_else(
    client: Client, settings: Settings
) -> None:
    settings.MIDDLEWARE = [
        *settings.MIDDLEWARE,
        "django.contrib.auth.middleware.LoginRequiredMiddleware",
    ]
    for address in ("login/", "password_reset/", "password_reset/done/", "reset/done/"):
        assert client.get(f"/accounts/{address}").status_code == 200
    for address in ("/search/suggest/?q=a", "/explore/matrix/?format=csv", "/tags/x/", "/lists/"):
        assert client.get(address).status_code == 302
    assert client.get("/accounts/password_change/").status_code == 302


def test_production_hardens_cookies_and_refuses_to_start_without_its_secrets(
    tmp_path: Path,
) -> None:
    code = (
        "from django.conf import settings as s; print(s.SESSION_COOKIE_SECURE, "
        "s.CSRF_COOKIE_SECURE, s.SECURE_HSTS_SECONDS > 0, s.SECURE_SSL_REDIRECT, s.DEBUG)"
    )
    plain = {name: value for name, value in os.environ.items() if not name.startswith("KB_")}
    plain |= {
        "KB_DATA_DIR": str(tmp_path),
        "DJANGO_SETTINGS_MODULE": "kb.settings",
        "KB_DEBUG": "0",
    }
    secrets = {"KB_SECRET_KEY": "x" * 60, "KB_ALLOWED_HOSTS": "kb.example.org"}

    def run(environment: dict[str, str]) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-c", code]
        return subprocess.run(
            command, env=environment, cwd=ROOT, capture_output=True, text=True, check=False
        )

    assert run(plain | secrets).stdout.split() == ["True", "True", "True", "True", "False"]
    refused = run(plain)
    assert refused.returncode != 0
    assert "Set KB_SECRET_KEY" in refused.stderr
