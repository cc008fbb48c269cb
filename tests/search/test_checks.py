from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from documents.search import checks
from tests.build import a_document

if TYPE_CHECKING:
    from pytest_django import Settings

pytestmark = pytest.mark.django_db


def test_too_many_records_for_whoosh_are_told(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings.SEARCH_ENGINE = "whoosh"
    a_document()
    assert checks.check_engine() == []
    monkeypatch.setattr(checks, "WHOOSH_SERVES", 0)
    [warning] = checks.check_engine()
    assert "SEARCH_ENGINE=tantivy" in str(warning.hint)


def test_other_engines_have_no_such_bound(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings.SEARCH_ENGINE = "tantivy"
    a_document()
    monkeypatch.setattr(checks, "WHOOSH_SERVES", 0)
    assert checks.check_engine() == []
