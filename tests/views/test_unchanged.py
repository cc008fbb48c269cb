from __future__ import annotations

from http import HTTPStatus

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from documents.views import unchanged
from tests.build import a_document, a_link, a_topic, a_user

pytestmark = pytest.mark.django_db

ADDRESSES = [
    *("/", "/regions/", "/regions/shandong/", "/explore/", "/explore/matrix/"),
    *("/explore/timeline/", "/explore/map/", "/explore/cell/?region=shandong&theme=green"),
    *("/explore/compare/?a=region:shandong&b=theme:green", "/sources/", "/about/", "/glossary/"),
    *(
        "/documents/90001-city-clusters-in-shandong/",
        "/documents/90001-city-clusters-in-shandong/?q=city",
    ),
]
RECORD = "/documents/90001-city-clusters-in-shandong/"


class _Base:
    """Stands for the database's own word on whether it was written to."""

    state: str | None = "one"


@pytest.fixture(autouse=True)
def base(monkeypatch: pytest.MonkeyPatch) -> _Base:
    held = _Base()
    monkeypatch.setattr(unchanged, "base_stamp", lambda _now: held.state)
    document = a_document(pk=90001)
    a_link(document, a_topic("shandong", zh="山东"))
    a_link(document, a_topic("green", "theme"))
    return held


@pytest.mark.parametrize("address", ADDRESSES)
def test_a_page_is_not_made_anew_where_nothing_changed(
    client: Client, address: str, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    tag = client.get(address)["ETag"]
    with django_assert_max_num_queries(0):
        again = client.get(address, headers={"if-none-match": tag})
    assert again.status_code == HTTPStatus.NOT_MODIFIED
    assert again["Cache-Control"] == "public, no-cache"


@pytest.mark.parametrize("address", ADDRESSES)
def test_a_page_is_made_anew_after_a_write(client: Client, base: _Base, address: str) -> None:
    tag = client.get(address)["ETag"]
    base.state = "two"
    again = client.get(address, headers={"if-none-match": tag})
    assert again.status_code == HTTPStatus.OK


def test_where_the_base_gives_no_word_the_content_decides(client: Client, base: _Base) -> None:
    base.state = None
    tag = client.get("/explore/map/")["ETag"]
    assert client.get("/explore/map/", headers={"if-none-match": tag}).status_code == 304
    a_link(a_document("Another"), a_topic("anhui"))
    assert client.get("/explore/map/", headers={"if-none-match": tag}).status_code == 200


def test_a_page_seen_first_while_the_base_was_written_is_sent_once_more(
    client: Client, base: _Base
) -> None:
    """Its tag is that of its content; once the base is at rest, that of the base takes over."""
    base.state = None
    of_content = client.get("/")["ETag"]
    base.state = "one"
    again = client.get("/", headers={"if-none-match": of_content})
    assert again.status_code == HTTPStatus.OK
    assert client.get("/", headers={"if-none-match": again["ETag"]}).status_code == 304


def test_addresses_languages_and_colours_have_tags_of_their_own(client: Client) -> None:
    tags = [client.get(one)["ETag"] for one in ("/explore/map/", "/zh-hans/explore/map/")]
    tags.append(client.get("/explore/map/?kind=news")["ETag"])
    client.cookies["theme"] = "dark"
    tags.append(client.get("/explore/map/")["ETag"])
    assert len(set(tags)) == 4


def test_who_signs_in_is_shown_the_page_anew(client: Client) -> None:
    tag = client.get("/")["ETag"]
    client.force_login(a_user())
    assert client.get("/", headers={"if-none-match": tag}).status_code == HTTPStatus.OK


@pytest.mark.parametrize("address", ["/", RECORD])
def test_who_is_signed_in_has_tags_of_his_own(client: Client, address: str) -> None:
    client.force_login(a_user("ann"))
    tag = client.get(address)["ETag"]
    again = client.get(address, headers={"if-none-match": tag})
    assert again.status_code == HTTPStatus.NOT_MODIFIED
    assert again["Cache-Control"] == "private, no-cache"
    client.logout()
    assert client.get(address, headers={"if-none-match": tag}).status_code == HTTPStatus.OK
    client.force_login(a_user("ben"))
    assert client.get(address, headers={"if-none-match": tag}).status_code == HTTPStatus.OK


def test_a_page_with_a_message_is_not_the_page_without(client: Client) -> None:
    client.force_login(a_user("ann"))
    tag = client.get(RECORD)["ETag"]
    client.post("/lists/keep/90001/", {"name": "Mine"})
    assert "messages" in client.cookies
    assert client.get(RECORD, headers={"if-none-match": tag}).status_code == HTTPStatus.OK


def test_a_record_that_leads_back_to_a_search_has_a_tag_of_its_own(client: Client) -> None:
    tag = client.get(RECORD)["ETag"]
    behind = {"referer": "http://testserver/search/?q=city", "if-none-match": tag}
    answer = client.get(RECORD, headers=behind)
    assert answer.status_code == HTTPStatus.OK
    assert "/search/?q=city" in answer.content.decode()
    elsewhere = {"referer": "http://testserver/regions/", "if-none-match": tag}
    assert client.get(RECORD, headers=elsewhere).status_code == HTTPStatus.NOT_MODIFIED


def test_a_right_that_is_taken_away_is_seen_at_once(client: Client, base: _Base) -> None:
    """The mark of the base is the real one here: rights are rows like any other."""
    base.state = None
    a_document("Licensed", pk=90009, access="licensed", restricted_body="The rest of it.")
    reader = a_user("ann", "documents.read_licensed")
    client.force_login(reader)
    first = client.get("/documents/90009-licensed/")
    assert "The rest of it." in first.content.decode()
    reader.user_permissions.clear()
    again = client.get("/documents/90009-licensed/", headers={"if-none-match": first["ETag"]})
    assert again.status_code == HTTPStatus.OK
    assert "The rest of it." not in again.content.decode()
