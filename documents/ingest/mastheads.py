"""Finds a site's name that stands alone at the head or the foot of a page."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from documents.ingest.controls import is_only_controls
from documents.ingest.draft import Found
from documents.ingest.furniture import TRAIL, find_furniture_rule
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
    """Give names that the page says again, and a first line that a site's menu follows."""
    names = [line for line in [*head[:_HEAD], *tail[-_TAIL:]] if _is_name_alone(line.text)]
    said = [(line.at, key(line.text)) for line in [*head, *body, *tail]] if names else []
    for line in names:
        own = key(line.text)
        if any(own in other for at, other in said if at != line.at):
            yield Found(line.text, "name alone that the page says again", line.text, 0.72, line.at)
    plain = [index for index, line in enumerate(head[:_HEAD]) if not _is_site(line)]
    if not plain:
        return
    first, below = head[plain[0]], head[plain[0] + 1 : plain[0] + 4]
    if _is_name_alone(first.text, least=1) and any(map(_is_site, below)):
        yield Found(first.text, "first line above the menu", first.text, 0.63, first.at)
    elif below and _is_plain_name(first.text) and find_furniture_rule(below[0]) == TRAIL:
        yield Found(first.text, "first line above the trail", first.text, 0.6, first.at)
    elif _is_name_alone(first.text, least=1) and _names_its_people(first.text, tail):
        yield Found(first.text, "first line that the foot explains", first.text, 0.62, first.at)


def _is_site(line: Line) -> bool:
    """Say whether a line is a menu, a trail of links or a control of the site."""
    if is_only_controls(line.text) or re.match(r"^(?:Home|首页)\b", line.text):
        return True
    return find_furniture_rule(line) in (TRAIL, "menu or breadcrumb", "controls")


def _names_its_people(name: str, tail: Sequence[Line]) -> bool:
    """Say whether lines at the foot name a body or its members by a site's short name."""
    followed = r"\s(?:members|readers|subscribers|[A-Z])"
    before = r"(?:fellow|researcher|analyst|economist|editor|director)s? (?:at|of|with) (?:the )?"
    own = rf"(?i:{re.escape(name)})"
    word = re.compile(rf"(?<!\w){own}{followed}|(?i:{before}){own}(?!\w)")
    return any(word.search(line.text) for line in tail)


def _is_plain_name(text: str) -> bool:
    """Say whether a line can be a site's name whose small words are many."""
    free = not (find_dates(text) or pairs_in(Line(text)) or ends_sentence(text))
    return free and 2 <= word_count(text) <= 9 and not re.search(r"[\d/>|@:：]", text)


def _is_name_alone(text: str, least: int = 2) -> bool:
    """Say whether a line has the form of a name: few words, capitalised, no label or date."""
    if find_dates(text) or pairs_in(Line(text)) or is_number_line(text) or ends_sentence(text):
        return False
    if _GENERIC.match(text) or is_only_controls(text) or re.search(r"[\d/>|@:：]", text):
        return False
    if han_count(text):
        return 4 <= han_count(text) <= 12 and " " not in text and not is_person(text)
    words = re.findall(r"[^\W\d_][\w’'-]*", text)
    capital = all(word[0].isupper() or _SMALL.match(word) for word in words)
    return least <= word_count(text) <= 7 and capital and not text.isupper()
