from __future__ import annotations

import json
from io import StringIO

import pytest
from django.core.management import call_command

from documents.models import KeptCounts, UncountedChange
from tests.build import a_document

pytestmark = pytest.mark.django_db


def _run(*arguments: str) -> str:
    out = StringIO()
    call_command("keep_counts", *arguments, stdout=out)
    return out.getvalue()


def test_the_command_keeps_the_counts_and_says_how_many_records() -> None:
    a_document()
    assert json.loads(_run("--json")) == {"records": 1}
    assert KeptCounts.objects.get().record_count == 1


def test_a_check_fails_where_the_kept_counts_are_wrong() -> None:
    _run()
    assert json.loads(_run("--check", "--json")) == {"differs": False}
    a_document()
    UncountedChange.objects.all().delete()
    with pytest.raises(SystemExit):
        _run("--check")
