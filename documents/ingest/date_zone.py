"""Decides whether a clock time without a zone is Beijing's: only on a page that speaks of China."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from documents.ingest.draft import DatedFact
from documents.ingest.lines import Line, PageText
from documents.text.language import guess_language

_SITE = re.compile(r"\.cn\b|\bXinhua\b|\bChina Daily\b|新华|中国")
_CHINA = re.compile(r"[\u4e00-\u9fff]|\bChin(?:a|ese)\b|Provincial People")
_STATED = re.compile(r"[+-]\d\d:?\d\d$|Z$")
_READ = 4000  # characters that tell a page's language


def in_own_time(
    facts: Sequence[DatedFact], page: PageText, body: Sequence[Line]
) -> list[DatedFact]:
    """Give the facts without the assumed offset +08:00 where the page is of no Chinese site."""
    if _is_chinese(page, body):
        return list(facts)
    return [_without_zone(fact) for fact in facts]


def _is_chinese(page: PageText, body: Sequence[Line]) -> bool:
    if _SITE.search(page.text):
        return True
    text = "\n".join(line.text for line in body)[:_READ] or page.text[:_READ]
    return guess_language(text) not in ("de", "fr") and bool(_CHINA.search(page.text))


def _without_zone(fact: DatedFact) -> DatedFact:
    """Leave out the offset, unless the page states one behind its clock."""
    stated = _STATED.search(fact.raw)
    return fact if stated else replace(fact, iso=fact.iso.removesuffix("+08:00"))
