"""Finds a site's name that stands alone at the head or the foot of a page."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from documents.ingest.controls import is_only_controls
from documents.ingest.draft import Found
from documents.ingest.labels import pairs_in
from documents.ingest.lines import Line
from documents.ingest.names import is_person
from documents.ingest.numbers import is_number_line
from documents.ingest.phrases import compile_phrases
from documents.ingest.shape import ends_sentence, han_count, key, word_count
from documents.text.dates import find_dates

_GENERIC = compile_phrases("sources", "generic")
_SMALL = re.compile(r"(?:of|for|and|the|in|on|de|la|le|des|du|et|für|und|der)$")
_HEAD, _TAIL = 3, 6  # lines in which a name may stand


def find_mastheads(
    head: Sequence[Line], body: Sequence[Line], tail: Sequence[Line]
) -> Iterator[Found[str]]:
    """Give names that the page says again, and a first line that a site's controls follow."""
    text = "\n".join(line.text for line in body)
    for line in [*head[:_HEAD], *tail[-_TAIL:]]:
        if _is_name_alone(line.text) and key(line.text) in key(text):
            yield Found(line.text, "name alone that the text says again", line.text, 0.72, line.at)
    if head and _is_name_alone(head[0].text) and any(map(_is_site, head[1:4])):
        yield Found(head[0].text, "first line above the menu", head[0].text, 0.63, head[0].at)


def _is_site(line: Line) -> bool:
    return is_only_controls(line.text) or bool(re.match(r"^(?:Home|首页)\b", line.text))


def _is_name_alone(text: str) -> bool:
    """Say whether a line has the form of a name: few words, capitalised, no label or date."""
    if find_dates(text) or pairs_in(Line(text)) or is_number_line(text) or ends_sentence(text):
        return False
    if _GENERIC.match(text) or is_only_controls(text) or re.search(r"[\d/>|@:：]", text):
        return False
    if han_count(text):
        return 4 <= han_count(text) <= 12 and " " not in text and not is_person(text)
    words = re.findall(r"[^\W\d_][\w’'-]*", text)
    capital = all(word[0].isupper() or _SMALL.match(word) for word in words)
    return 2 <= word_count(text) <= 7 and capital and not text.isupper()
