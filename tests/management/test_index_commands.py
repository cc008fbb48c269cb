from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from django.core.management import CommandError, call_command

from documents.search import indexes
from tests.build import a_document

if TYPE_CHECKING:
    from pytest_django import Settings

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _whoosh(settings: Settings) -> None:
    settings.SEARCH_ENGINE = "whoosh"


def test_rebuild_drain_and_check_follow_each_other(capsys: pytest.CaptureFixture[str]) -> None:
    a_document()
    call_command("rebuild_index", json=True)
    assert json.loads(capsys.readouterr().out)["records"] == 1
    a_document("Another")
    with pytest.raises(CommandError, match="drain_index"):
        call_command("check_index", json=True)
    assert json.loads(capsys.readouterr().out)["waiting"] == 1
    call_command("drain_index", json=True)
    assert json.loads(capsys.readouterr().out) == {"done": 1, "failed": []}
    call_command("check_index", json=True)
    assert json.loads(capsys.readouterr().out)["ok"] is True


def test_a_missing_index_is_told_and_what_to_do() -> None:
    with pytest.raises(CommandError, match=r"There is no index yet\. .*rebuild_index"):
        call_command("check_index")


def test_if_needed_builds_once_and_then_only_drains() -> None:
    call_command("rebuild_index", if_needed=True, verbosity=0)
    name = indexes.current_name("whoosh")
    a_document()
    call_command("rebuild_index", if_needed=True, verbosity=0)
    assert indexes.current_name("whoosh") == name
    assert len(list(indexes.live().entries())) == 1


def test_a_rebuild_beside_another_says_so() -> None:
    with (
        indexes.writing("whoosh-building"),
        pytest.raises(CommandError, match="Another process is writing"),
    ):
        call_command("rebuild_index")


def test_the_index_of_another_engine_can_be_built_before_it_is_chosen() -> None:
    a_document()
    call_command("rebuild_index", engine="memory", verbosity=0)
    assert len(list(indexes.opened("memory").entries())) == 1
