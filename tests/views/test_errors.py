from __future__ import annotations

import pytest
from django.test import Client, RequestFactory

from documents.views.errors import server_error


def test_the_page_of_an_inner_error_needs_no_database(rf: RequestFactory) -> None:
    response = server_error(rf.get("/"))
    assert response.status_code == 500
    assert "Nothing you stored is lost" in response.content.decode()


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
