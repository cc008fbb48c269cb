"""Finds the sentence with which a page limits who may read or re-use it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from documents.ingest.draft import Access, Found
from documents.ingest.forms import folded_form
from documents.ingest.lines import Line
from documents.ingest.phrases import load_phrases
from documents.ingest.shape import is_enumerated, word_count
from documents.text.folding import fold
from documents.text.language import han_share

READING = "limit on reading"
REUSE = "ban on re-use"


@dataclass(frozen=True, slots=True)
class Limit:
    """A limit that a line states: on reading or on re-use, and in which language."""

    rule: str
    language: str


_FORMS = tuple(
    (Limit(rule, language), folded_form("|".join(words)))
    for rule, section in ((READING, "reading"), (REUSE, "reuse"))
    for language, words in load_phrases("limits")[section].items()
)
_FREE = re.compile(
    r"\bfree (?:of charge|access|to read)\b|\bopen access\b|\bcc[ -]by\b(?!-n)", re.IGNORECASE
)
_FOOT = re.compile(r"ICP\s?[备证]", re.IGNORECASE)  # the site's own line, the same on each page
_OWNED = re.compile(r"^\S{0,14}版[权權]所有.{0,30}$")  # a site's mark, as "all rights reserved" is
_LOGIN = re.compile(
    r"^\W*(?:log ?in|sign in|subscribe|connexion|anmelden|登录|登陆)\W*(?:\|.*)?$", re.IGNORECASE
)
_CUT = re.compile(
    r"(?:\(?(?:see|read|voir|siehe)\b.{0,12})?(?:\.\.\.|…|\[…\]|\[\.\.\.\])\s*[\])）]?$"
)
_LONGEST = 60


def find_limit(text: str) -> Limit | None:
    """Give the limit that a line states; None for long paragraphs and the articles of a law."""
    if (
        len(text) > 12 * _LONGEST
        or word_count(text) > _LONGEST
        or is_enumerated(text)
        or _FREE.search(text)
        or _FOOT.search(text)
        or _OWNED.match(text)
    ):
        return None
    chinese, folded = han_share(text) > 0.2, fold(text)
    return next(
        (
            limit
            for limit, form in _FORMS
            if (limit.language == "zh") == chinese and form.search(folded)
        ),
        None,
    )


def read_access(lines: Sequence[Line], body: Sequence[Line]) -> Found[Access]:
    """Give the access level with the page's own note; open where the page states no limit."""
    limits = [(line, limit) for line in lines if (limit := find_limit(line.text))]
    for line, limit in sorted(limits, key=lambda pair: pair[1].rule == REUSE):
        return Found(
            Access("licensed", line.text, limit.language), limit.rule, line.text, 0.9, line.at
        )
    login = next((line for line in lines if _LOGIN.match(line.text)), None)
    if login and is_cut_off(body):
        access = Access("licensed", login.text, "en")
        return Found(access, READING, login.text, 0.7, login.at)
    return Found(Access(), "no limit stated", "", 0.6)


def is_cut_off(body: Sequence[Line]) -> bool:
    """Say whether the last paragraph breaks off in three dots."""
    return bool(body) and bool(_CUT.search(body[-1].text))
