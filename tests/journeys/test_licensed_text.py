"""Licensed text leaves no trace: whatever it says, an anonymous visitor gets the same bytes."""

from __future__ import annotations

import os
import re
from dataclasses import replace
from datetime import timedelta
from random import Random
from typing import TYPE_CHECKING

import pytest
from django.utils import timezone

from documents import curation
from documents.curation import entry_of
from documents.curation.linking import relink
from documents.models import Document
from documents.search import indexing
from tests.build import a_topic
from tests.journeys.test_wall import PUBLIC
from tests.journeys.wall_world import make_wall_world

if TYPE_CHECKING:
    from django.test import Client
    from pytest_django import Settings

pytestmark = pytest.mark.django_db
ROUNDS = 500 if os.environ.get("KB_LONG") == "1" else 50
WORDS = (
    *("wharves", "record", "Zibo", "Jinan", "Qingdao", "济南", "港口政策", "ports policy", "rest"),
    *("secret", "12 %", "45,000 ships", "by 2030", "abstract", "<b>", "&", "2026-05-04"),
)
ADDRESSES = (
    *("/search/?q=secret", "/search/?q=wharv*", "/search/?q=ships+-secret", "/regions/qingdao/"),
    *("/search/?region=qingdao", "/search/?region=zibo&sort=newest", "/search/suggest/?q=sec"),
    *("/search/?q=secret&format=csv", "/search/words/?q=secret", "/search/words/?region=jinan"),
)
A_ROUND = 12
"""Addresses looked at in one round, by chance; after the last round it is all of them."""


def test_another_licensed_text_changes_no_byte_for_an_anonymous_visitor(client: Client) -> None:
    a_topic("qingdao", en="Qingdao", zh="青岛")
    record = make_wall_world()["licensed"]
    relink(record)
    indexing.drain()
    addresses = _addresses(record)
    before = {one: _bytes(client, one) for one in addresses}
    chance = Random(7)
    for left in reversed(range(ROUNDS)):
        text = " ".join(chance.choices(WORDS, k=chance.randint(1, 60)))
        record = Document.objects.get(pk=record.pk)
        entry = replace(entry_of(record), restricted_body=text)
        now = timezone.now()
        curation.revise(record, entry, seen_at=record.updated_at, by=None, now=now)
        indexing.drain()
        looked_at = chance.sample(addresses, A_ROUND) if left else addresses
        changed = [one for one in looked_at if _bytes(client, one) != before[one]]
        assert changed == [], text


def _bytes(client: Client, address: str) -> bytes:
    """Return an answer without the token that differs in every form."""
    return re.sub(rb'value="[A-Za-z0-9]{64}"', b"", client.get(address).content)


def _addresses(record: Document) -> list[str]:
    """Return every public address of the policy table, and searches for what is hidden."""
    declared = {one for addresses in PUBLIC.values() for one in addresses(record)}
    own = {record.get_absolute_url(), f"/zh-hans/documents/{record.pk}/"}
    return sorted({*ADDRESSES, *declared, *own})


def test_an_embargo_and_a_schedule_end_at_the_second_without_a_write(client: Client) -> None:
    from documents.models import Visibility
    from documents.search import SearchQuery, find

    records = make_wall_world()
    scheduled, embargoed = records["scheduled"], records["embargoed"]
    assert scheduled.visible_from is not None
    assert embargoed.embargo_until is not None

    def found(text: str, at: object) -> list[int]:
        page = find(SearchQuery(text=text), Visibility(now=at))  # type: ignore[arg-type]
        return [hit.document.pk for hit in page.hits]

    tick = timedelta(seconds=1)
    assert found("qztitlescheduledzq", scheduled.visible_from - tick) == []
    assert found("qztitlescheduledzq", scheduled.visible_from) == [scheduled.pk]
    assert found("qzbodyembargoedzq", embargoed.embargo_until - tick) == []
    assert found("qzbodyembargoedzq", embargoed.embargo_until) == [embargoed.pk]


def test_a_site_can_ask_for_a_log_in_for_everything(client: Client, settings: Settings) -> None:
    settings.MIDDLEWARE = [
        *settings.MIDDLEWARE,
        "django.contrib.auth.middleware.LoginRequiredMiddleware",
    ]
    records = make_wall_world()
    for address in ("/", "/search/?q=record", records["published"].get_absolute_url(), "/help/"):
        answer = client.get(address)
        assert answer.status_code == 302
        assert "/accounts/login/" in answer["Location"]
    assert client.get("/accounts/login/").status_code == 200
    assert client.get("/healthz").status_code == 200
