from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from django.test import Client

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("address", ["/search/?tag=%00", "/tags/a%00b/", "/zh-hans/?q=%00"])
def test_an_address_with_a_null_byte_is_refused(client: Client, address: str) -> None:
    assert client.get(address).status_code == 400


def test_another_address_passes(client: Client) -> None:
    assert client.get("/search/?q=%E6%B5%8E%2500").status_code == 200
