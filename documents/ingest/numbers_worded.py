"""Reads numbers that the words beside them tell: a decree, a letter's issue, a listed paper."""

from __future__ import annotations

import re
from collections.abc import Sequence

from documents.ingest.draft import Found
from documents.ingest.lines import Line
from documents.ingest.shape import HAN, word_count

_YEAR = r"(?:19|20)\d\d"
# "No 1648, BCER Discussion Papers from Baltic Centre": a paper as its libraries list it.
LISTED = re.compile(
    r"^(?P<n>No\.?\s?\d{1,5}),\s(?P<name>[A-Z][^,;.]{3,60}?(?i:papers?|reports?|briefs?|notes?|"
    r"series|studies|memos?))(?:\sfrom\s(?P<body>[A-Z].{3,90}))?$"
)
# "税务快讯  2023年第27期": an issue of a letter that reports to its readers, of no journal.
_LETTER = re.compile(
    rf"^(?P<name>[{HAN}]{{0,12}}(?:快讯|简报|专报|内参|要报|通讯|参考|动态|周报|月报|季报|快报|报告|通报))\s*"
    rf"(?P<n>{_YEAR}\s?年\s?第\s?\d{{1,3}}\s?期)$"
)
# What stands in brackets below the title of a translated law: by which decree it was put in force.
_BY_DECREE = re.compile(
    r"^\W*(?:adopted|promulgated|issued|announced|published|approved|passed)\b.{0,160}?\b"
    r"(?P<n>(?:Decree|Order|Announcement|Proclamation|Document) No\.?\s?\d{1,4})\b",
    re.IGNORECASE,
)
_LONGEST = 60  # words of a line that tells such a number


def find_worded(head: Sequence[Line]) -> Found[str | None] | None:
    """Give the decree that put a text in force, or the issue beside the name of a letter."""
    for line in head:
        pieces = [line.text, *line.parts, *re.split(r"\s*[|｜]\s*", line.text)]
        letter = next(filter(None, map(_LETTER.match, pieces)), None)
        match = _BY_DECREE.match(line.text) or letter
        if match and word_count(line.text) <= _LONGEST:
            return Found(match["n"], "number in the words of the head", line.text, 0.8, line.at)
    return None


def find_listed_body(text: str) -> str:
    """Give the body from which a library lists a paper of a series, "" for other lines."""
    match = LISTED.match(text)
    return (match["body"] or "") if match else ""
