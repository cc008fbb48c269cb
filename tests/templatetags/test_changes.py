"""The verbs of the history: all named, all in both languages."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest
from django.utils import translation

from documents import curation
from documents.curation.difference import Difference, shown_changes
from documents.curation.merges import MERGED, PARTED
from documents.curation.relating import _VERBS
from documents.curation.removing import REMOVED, RESTORED
from documents.models import Change, Document, Mention, Relation, TopicLink
from documents.templatetags.changes import VERBS, change_name

ROOT = Path(curation.__file__).parent.parent
NOTING = {"note", "note_topic", "note_relation", "note_name"}


def verbs_noted() -> set[str]:
    """Return the verbs that are written where something is noted, and the states that serve so."""
    paths = [*(ROOT / "curation").glob("*.py"), *(ROOT / "views").glob("*.py")]
    calls = (one for path in paths for one in ast.walk(ast.parse(path.read_text("utf-8"))))
    written = {
        call.args[1].value
        for call in calls
        if isinstance(call, ast.Call)
        and getattr(call.func, "id", "") in NOTING
        and isinstance(call.args[1], ast.Constant)
    }
    states = {*Document.Status.values, *TopicLink.Status.values, *Mention.Status.values}
    kept = {MERGED, PARTED, REMOVED, RESTORED, *_VERBS.values(), *Relation.Status.values}
    return {str(verb) for verb in written} | states | kept


def test_every_verb_that_is_noted_has_words_in_both_languages() -> None:
    noted = verbs_noted()
    assert {"created", "reviewed", "named"} <= noted <= VERBS.keys()
    with translation.override("zh-hans"):
        assert {verb for verb in VERBS if change_name(verb) in {verb, VERBS[verb]}} == set()


def test_an_unknown_verb_stays_as_it_is() -> None:
    assert change_name("sung") == "sung"


@pytest.mark.django_db
def test_states_kinds_and_moments_are_shown_as_a_person_reads_them() -> None:
    fields = {
        "status": ["draft", "published"],
        "kind": ["report", "news"],
        "visible_from": ["", "2026-11-26 20:13:59.029643+00:00"],
    }
    assert shown_changes(Change(noun="document", fields=fields)) == (
        Difference("status", "Draft", "Published"),
        Difference("kind", "Report", "News item"),
        Difference("visible_from", "", "2026-11-27 04:13:59"),
    )
