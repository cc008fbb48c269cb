from __future__ import annotations

import pytest
from django.test import Client
from django.utils import translation

from documents.models import Source

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("interface", "english", "chinese", "shown", "language"),
    [
        ("en", "A bureau.", "一个局。", "A bureau.", "en"),
        ("zh-hans", "A bureau.", "一个局。", "一个局。", "zh"),
        ("zh-hans", "A bureau.", "", "A bureau.", "en"),
        ("en", "", "一个局。", "一个局。", "zh"),
        ("en", "", "", "", "en"),
    ],
)
def test_a_source_is_described_in_the_language_of_the_interface_where_it_can_be(
    interface: str, english: str, chinese: str, shown: str, language: str
) -> None:
    source = Source(slug="bureau", name="Bureau", about=english, about_zh=chinese)
    with translation.override(interface):
        assert (source.description, source.description_language) == (shown, language)


def test_a_description_in_the_other_language_is_marked_and_said_to_be(client: Client) -> None:
    Source.objects.create(slug="bureau", name="Bureau", about="A bureau.", shipped_digest="x")
    chinese = client.get("/zh-hans/sources/bureau/").content.decode()
    assert '<p class="lede" lang="en">A bureau.</p>' in chinese
    assert "该简介只有英文版。" in chinese
    assert "only" not in client.get("/sources/bureau/").content.decode()
