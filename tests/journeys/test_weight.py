"""How much a first view sends: every kind of page, with all that it needs, compressed."""

from __future__ import annotations

import pytest
from django.test import Client

from tests.benchmarks.first_view import weigh
from tests.browser.world import PAGES, make_world

pytestmark = pytest.mark.django_db
MOST_KB = 40
MOST_REQUESTS = 24


def test_no_first_view_sends_more_than_forty_kilobytes_or_asks_another_host(
    client: Client,
) -> None:
    make_world()
    heavy, elsewhere, chatty = {}, {}, {}
    for name, address in PAGES.items():
        weight = weigh(client, address)
        if weight.total_kb > MOST_KB:
            heavy[name] = weight.total_kb
        if weight.elsewhere:
            elsewhere[name] = weight.elsewhere
        if weight.requests > MOST_REQUESTS:
            chatty[name] = weight.requests
    assert (heavy, elsewhere, chatty) == ({}, {}, {})
