"""The names of the rules of reading and of linking: all known, all in both languages."""

from __future__ import annotations

import ast
from dataclasses import fields
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, get_args

import pytest
from django.utils import translation

from documents import gazetteer
from documents.gazetteer import title
from documents.gazetteer.evidence import RULES as TELLING
from documents.gazetteer.placement import WEIGHTS
from documents.ingest import draft_from
from documents.ingest.draft import Draft, Found
from documents.ingest.duplicates import Standing
from documents.ingest.phrases import load_phrases
from documents.templatetags.rules import CODES, RULES, rule_name
from tests.ingest.labelling import load_labelled

if TYPE_CHECKING:
    from collections.abc import Iterator

# Where the linker's calls take a rule: by position, or by the keyword `rule`.
TAKING = {"mention_at": 3, "ClusterNoun": 2, "Title": 1, "Name": 2, "Phrase": 2, "_Cited": 3}
# What keeps names from being found, and what is settled or let go before it is stored.
NEVER_TOLD = {"decoy", "instrument-reference"}
ROOT = Path(gazetteer.__file__).parent.parent
LINKING = [
    *sorted((ROOT / "gazetteer").glob("*.py")),
    *(ROOT / "curation" / name for name in ("citing.py", "mention_store.py", "settling.py")),
]


def codes_of(path: Path) -> Iterator[str]:
    """Give the rules that a module hands on, written there or kept in one of its constants."""
    module = import_module(".".join(("documents", *path.relative_to(ROOT).with_suffix("").parts)))
    for call in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(call, ast.Call):
            at = TAKING.get(getattr(call.func, "id", ""))
            taken = call.args[at : at + 1] if at else []
            taken += [one.value for one in call.keywords if one.arg == "rule"]
            for value in (one for node in taken for one in ast.walk(node)):
                if isinstance(value, ast.Constant) and isinstance(value.value, str):
                    yield value.value
                elif isinstance(value, ast.Name) and value.id.isupper():
                    yield getattr(module, value.id)


def linking_rules() -> set[str]:
    """Return every rule that a link, a mention or a relation may have."""
    written = {code for path in LINKING for code in codes_of(path)}
    cited = {title.TITLED, title.NUMBERED, title.UNTITLED}
    return {*written, *cited, *WEIGHTS, *TELLING, *get_args(Standing.__value__)} - NEVER_TOLD


def rules_of(draft: Draft) -> set[str]:
    values = [getattr(draft, one.name) for one in fields(draft)]
    found = {value.rule for value in values if isinstance(value, Found)}
    lines = {one.rule for one in draft.dropped} | {one.rule for one in draft.captions}
    return found | lines | {one.rule for one in draft.dates}


def test_every_rule_that_reads_a_labelled_page_has_a_chinese_name() -> None:
    drafts = [draft_from(want.page) for want in load_labelled()]
    rules = {rule for draft in drafts for rule in rules_of(draft)}
    with translation.override("zh-hans"):
        assert {rule for rule in rules if rule_name(rule) == rule} == set()


def test_every_rule_that_links_has_words_in_both_languages() -> None:
    """The walk finds the codes where they are given, so a new one without words fails here."""
    rules = linking_rules()
    assert {"name", "homonym-by-province", "back-reference", "cited-by-title"} <= rules
    assert rules == CODES.keys()
    for rule in rules:
        english = rule_name(rule)
        assert english != rule
        with translation.override("zh-hans"):
            assert rule_name(rule) not in {rule, english}


def test_every_cue_and_every_sign_of_a_kind_is_a_known_rule() -> None:
    cues = [row["rule"] for row in load_phrases("kinds")["cue"]]
    signs = [row["rule"] for row in load_phrases("signs")["sign"]]
    assert {*cues, *signs} - RULES == set()


def test_every_known_rule_has_a_chinese_name() -> None:
    with translation.override("zh-hans"):
        assert {rule for rule in RULES if rule_name(rule) == rule} == set()


@pytest.mark.parametrize(
    ("rule", "chinese"),
    [
        ("label “Updated”", "标签“Updated”"),
        ("“source” in the page's head", "页头元数据“source”"),
        ("inside <nav>", "位于 <nav> 内"),
        ("no rule of ours", "no rule of ours"),
    ],
)
def test_a_rule_that_quotes_the_page_keeps_what_it_quotes(rule: str, chinese: str) -> None:
    assert rule_name(rule) == rule
    with translation.override("zh-hans"):
        assert rule_name(rule) == chinese
