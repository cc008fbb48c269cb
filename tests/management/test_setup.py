from __future__ import annotations

import io

import pytest
from django.contrib.auth import get_user_model

from documents.management.commands.setup import Command

pytestmark = pytest.mark.django_db


class Closed(io.StringIO):
    """What a terminal is to a process that is about to be killed."""

    def flush(self) -> None:
        raise BrokenPipeError


def test_the_first_admin_gets_a_password_that_is_told_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("KB_ADMIN_PASSWORD", raising=False)
    told = io.StringIO()
    Command(stdout=told)._ensure_admin()
    name, password = [line.partition(": ")[2] for line in told.getvalue().splitlines()]
    assert get_user_model().objects.get(username=name).check_password(password)
    again = io.StringIO()
    Command(stdout=again)._ensure_admin()
    assert again.getvalue() == ""


def test_no_admin_is_left_whose_password_could_not_be_told() -> None:
    with pytest.raises(BrokenPipeError):
        Command(stdout=Closed())._ensure_admin()
    assert not get_user_model().objects.exists()
