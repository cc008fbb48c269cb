"""The names of the rules of reading: all known, all in both languages."""

from __future__ import annotations

from dataclasses import fields

import pytest
from django.utils import translation

from documents.ingest import draft_from
from documents.ingest.draft import Draft, Found
from documents.templatetags.rules import RULES, rule_name
from tests.ingest.labelling import load_labelled


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
