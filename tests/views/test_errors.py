from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from django.db import OperationalError
from django.test import Client, RequestFactory
from django.utils.translation import override

from documents.views.errors import server_error
from tests.build import a_user

if TYPE_CHECKING:
    from pytest_django import Settings

LONG = "What a curator typed for half an hour."


def _broken(client: Client, monkeypatch: pytest.MonkeyPatch, error: Exception) -> Client:
    """Return a client to whom the home page fails."""

    def fail(*_: object) -> None:
        raise error

    monkeypatch.setattr("documents.views.home.front_page", fail)
    client.raise_request_exception = False
    return client


def test_the_page_of_an_inner_error_needs_no_database(rf: RequestFactory) -> None:
    response = server_error(rf.get("/"))
    assert response.status_code == 500
    assert "Nothing that was stored is lost" in response.content.decode()


def test_the_page_of_an_inner_error_leads_home_in_its_language(rf: RequestFactory) -> None:
    with override("zh-hans"):
        response = server_error(rf.get("/zh-hans/"))
    assert 'href="/zh-hans/"' in response.content.decode()


def test_the_page_of_an_inner_error_keeps_the_theme_that_was_chosen(rf: RequestFactory) -> None:
    request = rf.get("/")
    request.COOKIES["theme"] = "dark"
    assert 'data-theme="dark"' in server_error(request).content.decode()


def test_a_page_that_failed_can_be_asked_for_again(rf: RequestFactory) -> None:
    text = server_error(rf.get("/search/?q=a&b=c")).content.decode()
    assert 'href="/search/?q=a&amp;b=c"' in text


def test_a_form_that_failed_is_not_sent_again_by_a_link(rf: RequestFactory) -> None:
    text = server_error(rf.post("/curate/paste/")).content.decode()
    assert "/curate/paste/" not in text
    assert "what you typed is still in the form" in text


@pytest.mark.django_db
def test_an_error_page_shows_no_trace(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    response = _broken(client, monkeypatch, RuntimeError("canary")).get("/")
    assert response.status_code == 500
    assert "canary" not in response.content.decode()


@pytest.mark.django_db
@pytest.mark.parametrize("error", [RuntimeError("canary"), OperationalError("canary")])
def test_an_error_page_is_kept_by_nobody(
    client: Client, monkeypatch: pytest.MonkeyPatch, error: Exception
) -> None:
    answer = _broken(client, monkeypatch, error).get("/")
    assert "no-store" in answer["Cache-Control"]
    assert "public" not in answer["Cache-Control"]


@pytest.mark.django_db
def test_a_database_that_does_not_answer_is_told_apart(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    answer = _broken(client, monkeypatch, OperationalError("host=canary")).get("/")
    assert answer.status_code == 503
    assert answer["Retry-After"]
    assert "Wait a minute" in answer.content.decode()
    assert "canary" not in answer.content.decode()


@pytest.mark.django_db
def test_a_text_beyond_all_bounds_is_refused_in_words(client: Client, settings: Settings) -> None:
    settings.DATA_UPLOAD_MAX_MEMORY_SIZE = 1000
    response = client.post("/accounts/login/", {"username": "x" * 2000})
    assert response.status_code == 413
    assert "too large" in response.content.decode()


@pytest.mark.django_db
def test_too_many_fields_are_refused_in_words(client: Client, settings: Settings) -> None:
    settings.DATA_UPLOAD_MAX_NUMBER_FIELDS = 3
    response = client.post("/accounts/login/", {f"field{n}": "x" for n in range(9)})
    assert response.status_code == 413
    assert "choose fewer" in response.content.decode()


@pytest.mark.django_db
def test_a_closed_page_says_whom_to_ask(client: Client) -> None:
    client.force_login(a_user("reader"))
    response = client.get("/curate/")
    assert response.status_code == 403
    page = response.content.decode()
    assert "You may not open this page" in page
    assert ">reader</dd>" in page
    assert 'href="/accounts/login/?next=%2Fcurate%2F"' in page


@pytest.mark.django_db
def test_a_site_asked_for_by_a_name_not_its_own_answers_in_words(client: Client) -> None:
    answer = client.get("/about/", headers={"host": "elsewhere.example"})
    assert answer.status_code == 400
    assert "elsewhere" not in answer.content.decode()


@pytest.mark.django_db
def test_the_address_of_a_button_says_that_nothing_was_done() -> None:
    answer = Client().get("/lists/let-go/1/")
    assert answer.status_code == 405
    assert answer["Allow"] == "POST"
    assert "press it once more" in answer.content.decode()


@pytest.mark.django_db
@pytest.mark.parametrize("address", ["/nowhere/", "/documents/1-gone/", "/zh-hans/nowhere/"])
def test_a_missing_page_is_told_in_our_words_while_debugging_too(
    client: Client, settings: Settings, address: str
) -> None:
    settings.DEBUG = True
    answer = client.get(address)
    assert answer.status_code == 404
    assert "404.html" in [template.name for template in answer.templates]
    assert "URLconf" not in answer.content.decode()


@pytest.mark.django_db
def test_an_error_of_the_program_is_explained_by_django_while_debugging(
    client: Client, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings.DEBUG = True
    answer = _broken(client, monkeypatch, RuntimeError("canary")).get("/")
    assert answer.status_code == 500
    assert "Traceback" in answer.content.decode()


class _Refused:
    """A form whose page is older than the log-in."""

    def __init__(self) -> None:
        self.client = Client(enforce_csrf_checks=True)
        self.client.get("/accounts/login/")
        self.client.cookies["csrftoken"] = "b" * 32

    def send(self, **headers: str) -> str:
        data = {"text": LONG, "password": f"{LONG} secret", "csrfmiddlewaretoken": "a" * 32}
        answer = self.client.post("/accounts/login/", data, headers=headers)
        assert answer.status_code == 403
        assert "no-store" in answer["Cache-Control"]
        return answer.content.decode()


@pytest.mark.django_db
def test_a_refused_form_gives_back_what_was_typed_but_no_password() -> None:
    page = _Refused().send(referer="http://testserver/accounts/login/?next=/lists/")
    assert "older than your last log-in" in page
    assert f"\n{LONG}</textarea>" in page
    assert "secret" not in page
    assert 'href="/accounts/login/?next=/lists/"' in page


@pytest.mark.django_db
def test_a_form_from_another_site_is_refused_without_its_text() -> None:
    page = _Refused().send(referer="http://another.example/")
    assert LONG not in page
    assert "another.example" not in page


@pytest.mark.django_db
def test_a_browser_that_keeps_no_cookie_is_told_so() -> None:
    answer = Client(enforce_csrf_checks=True).post("/accounts/login/", {"username": "a"})
    assert "Allow cookies for this site" in answer.content.decode()
