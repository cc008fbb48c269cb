from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from django.test import Client

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    "address", ["/search/?tag=%00", "/search/?q=%00", "/zh-hans/?q=%00", "/explore/map/?region=%00"]
)
def test_a_question_is_read_without_its_null_bytes(client: Client, address: str) -> None:
    assert client.get(address).status_code == 200


def test_a_word_is_found_in_spite_of_a_null_byte_in_it(client: Client) -> None:
    page = client.get("/search/?q=ab%00cd").content.decode()
    assert 'value="abcd"' in page


def test_a_path_with_a_null_byte_is_refused(client: Client) -> None:
    assert client.get("/tags/a%00b/").status_code == 400


def test_another_address_passes(client: Client) -> None:
    assert client.get("/search/?q=%E6%B5%8E%2500").status_code == 200
