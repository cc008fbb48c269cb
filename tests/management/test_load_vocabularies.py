from __future__ import annotations

import json
from io import StringIO
from typing import TYPE_CHECKING

import pytest
from django.core.management import CommandError, call_command

from documents.models import Topic

if TYPE_CHECKING:
    from pathlib import Path

    from pytest_django import Settings

pytestmark = pytest.mark.django_db


def run(*arguments: str, **options: object) -> str:
    out = StringIO()
    call_command("load_vocabularies", *arguments, stdout=out, **options)
    return out.getvalue()


def test_it_prints_what_it_did() -> None:
    first, second = run(), run()
    assert "topic: " in first
    assert "created" in first
    assert "created" not in second


def test_a_dry_run_counts_and_writes_nothing() -> None:
    assert "created" in run("--dry-run")
    assert not Topic.objects.exists()


def test_json_gives_the_counts_of_each_vocabulary() -> None:
    counts = json.loads(run("--json"))
    assert counts["topic"]["created"] == Topic.objects.count()
    assert set(counts) == {"topic", "place", "name", "membership", "source", "source-name"}


def test_it_is_quiet_where_nothing_changed() -> None:
    run()
    assert run(verbosity=0) == ""


def test_missing_fixtures_get_a_sentence(settings: Settings, tmp_path: Path) -> None:
    settings.FIXTURE_DIRS = [tmp_path]
    with pytest.raises(CommandError, match="cannot be read"):
        run()


def test_a_broken_file_gets_a_sentence(settings: Settings, tmp_path: Path) -> None:
    (tmp_path / "regions.yaml").write_text("country: [", encoding="utf-8")
    settings.FIXTURE_DIRS = [tmp_path]
    with pytest.raises(CommandError, match="cannot be read"):
        run()
