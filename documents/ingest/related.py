"""Finds the titles of other pages beside a text: under their heading, or short lines below."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from documents.ingest.biographies import heads_sender, is_about
from documents.ingest.controls import is_only_controls
from documents.ingest.dates_read import is_date_line
from documents.ingest.furniture import LINK_SENTENCE, RELATED, RELATED_ITEM, WAY_ON
from documents.ingest.lines import Line
from documents.ingest.names import is_person
from documents.ingest.phrases import compile_phrases
from documents.ingest.shape import without_bullet, word_count

CONTACTS = ("contact", "hotline", "e-mail address")  # rules of lines that tell whom to call
_ATTACHMENT = compile_phrases("zones", "attachment")
_NO_TITLE = re.compile(
    r"@|https?://|\d[\d(). -]{6,}\d|\d[時时]\d+分"
)  # an address, telephone or hour
_FILE = re.compile(r"\.(?:pdf|docx?|xlsx?|zip|ofd)\b", re.IGNORECASE)
_BESIDE = "inside <aside>"


def is_attachment(text: str) -> bool:
    """Say whether a line names what is attached to a text, and is no link to a file."""
    return bool(_ATTACHMENT.match(text)) and not _FILE.search(text)


def listed_before(head: Sequence[Line], marks: Mapping[int, str]) -> Iterator[Line]:
    """Give the lines of lists that a heading of related items opens above the text."""
    listed = False
    for line in head:
        bullet = without_bullet(line.text) != line.text
        listed = marks.get(line.at) == RELATED or (listed and bullet)
        if listed and bullet and _may_be_title(line, 3):
            yield line


def find_related(lines: Sequence[Line], marks: Mapping[int, str], last: int) -> tuple[Line, ...]:
    """Give the short lines after the text that name other pages."""
    tail = [line for line in lines if line.at > last]
    headed = any(marks.get(line.at) == RELATED for line in tail)
    found: list[Line] = []
    listed = closed = False  # whether the list below a heading goes on; whether the foot begins
    for line in tail:
        rule = marks.get(line.at)
        if rule in CONTACTS or _NO_TITLE.search(line.text):
            closed = True  # what follows whom to call is the site's
        if rule == RELATED:
            listed = True
        elif rule is not None and rule not in (RELATED_ITEM, LINK_SENTENCE, WAY_ON, _BESIDE):
            listed = False
        free = (rule is None and (listed or line.linked or not (headed or closed))) or (
            rule == _BESIDE and listed and line.linked and not is_only_controls(line.text)
        )
        least = 4 if rule is None and not (headed or line.linked) else 3
        if (free or rule in (RELATED_ITEM, LINK_SENTENCE)) and _may_be_title(line, least):
            found.append(line)
    return tuple(found)


def _may_be_title(line: Line, least: int) -> bool:
    words = word_count(line.text)
    if not least <= words <= 30 or line.text.isupper() or _NO_TITLE.search(line.text):
        return False
    if len(line.parts) > 1 or is_person(line.text.partition(",")[0]):
        return False  # a row of a menu; a person with an office
    if line.text.endswith((":", "：")) or (line.text[0] in "(（[【" and line.text[-1] in ")）]】"):
        return False  # a heading; a note in brackets
    sentence = line.text.endswith((".", "。")) and words >= 5
    about = is_about(line.text) or heads_sender(line.text)
    other = sentence or about or is_person(line.text)
    file = _ATTACHMENT.match(line.text) or _FILE.search(line.text)
    return not (other or file or is_date_line(line.text))
