from __future__ import annotations

import json
from io import StringIO
from typing import TYPE_CHECKING

import pytest
from django.core.management import CommandError, call_command

from documents.models import Document

if TYPE_CHECKING:
    from pytest_django import Settings

pytestmark = pytest.mark.django_db


def run(*arguments: str) -> str:
    out = StringIO()
    call_command("load_samples", *arguments, stdout=out)
    return out.getvalue()


def test_production_gets_no_samples(settings: Settings) -> None:
    settings.DEBUG = False
    with pytest.raises(CommandError, match="KB_DEBUG=0"):
        run()
    assert not Document.objects.exists()


def test_production_can_take_samples_away(settings: Settings) -> None:
    settings.DEBUG = True
    run()
    settings.DEBUG = False
    assert "removed" in run("--remove")
    assert not Document.objects.exists()


def test_a_dry_run_loads_nothing(settings: Settings) -> None:
    settings.DEBUG = True
    assert json.loads(run("--dry-run", "--json"))["loaded"] >= 30
    assert not Document.objects.exists()
