from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from django.test import Client, RequestFactory
from django.utils.translation import override

from documents.views.errors import server_error
from tests.build import a_user

if TYPE_CHECKING:
    from pytest_django import Settings


def test_the_page_of_an_inner_error_needs_no_database(rf: RequestFactory) -> None:
    response = server_error(rf.get("/"))
    assert response.status_code == 500
    assert "Nothing you stored is lost" in response.content.decode()


def test_the_page_of_an_inner_error_leads_home_in_its_language(rf: RequestFactory) -> None:
    with override("zh-hans"):
        response = server_error(rf.get("/zh-hans/"))
    assert 'href="/zh-hans/"' in response.content.decode()


def test_the_page_of_an_inner_error_keeps_the_theme_that_was_chosen(rf: RequestFactory) -> None:
    request = rf.get("/")
    request.COOKIES["theme"] = "dark"
    assert 'data-theme="dark"' in server_error(request).content.decode()


@pytest.mark.django_db
def test_an_error_page_shows_no_trace(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        message = "canary"
        raise RuntimeError(message)

    monkeypatch.setattr("documents.views.home.front_page", fail)
    client.raise_request_exception = False
    response = client.get("/")
    assert response.status_code == 500
    assert "canary" not in response.content.decode()


@pytest.mark.django_db
def test_a_text_beyond_all_bounds_is_refused_in_words(client: Client, settings: Settings) -> None:
    settings.DATA_UPLOAD_MAX_MEMORY_SIZE = 1000
    response = client.post("/accounts/login/", {"username": "x" * 2000})
    assert response.status_code == 400
    assert "too large" in response.content.decode()


@pytest.mark.django_db
def test_a_closed_page_says_whom_to_ask(client: Client) -> None:
    client.force_login(a_user("reader"))
    response = client.get("/curate/")
    assert response.status_code == 403
    assert "You may not open this page" in response.content.decode()
