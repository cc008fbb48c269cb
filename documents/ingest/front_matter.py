"""Finds where a text begins below its title: what stands between is a deck, a note or contents."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from documents.ingest.dates_read import is_date_line
from documents.ingest.described import find_abstract_heading
from documents.ingest.lines import Line
from documents.ingest.names import is_publisher
from documents.ingest.shape import ends_sentence, is_addressee, is_prose, key, word_count

_CONTENTS = re.compile(
    r"^(?:(?:table of |page )?contents|inhalt(?:sverzeichnis)?|sommaire|目\s?录)\W*$", re.IGNORECASE
)
_EDITOR = re.compile(r"^[—–-]{1,3}\s?[编編]\s*者\W*$")
_PRESENTS = re.compile(r"(?:如下|全文|原文|来看|來看|详情|詳情)\s?[:：]$")
_LETTER = 5  # lines down to the addressee of a letter that is printed whole
_NAME = 12  # words of the name of a body
_DECK = 22  # words of a sentence below the title that can be its subtitle
_DATED_DECK = 32  # where the page's date stands below it
_HEADING = 8  # words of an entry of a table of contents


def size_of(lines: Iterable[Line]) -> int:
    return sum(len(line.text) for line in lines)


def below_front(lines: Sequence[Line], paragraphs: Sequence[Line], title_at: int) -> int:
    """Give the line below which a text begins: its title, an editor's note or its abstract.

    What stands above the abstract of a paper, above the sign of the editor, or above an official
    letter that is printed whole, is no text.
    """
    sign = next((line.at for line in lines if line.at > title_at and _EDITOR.match(line.text)), 0)
    for at in (sign, find_abstract_heading(lines), _find_presented(lines)):
        after = size_of(line for line in paragraphs if line.at > at)
        if at > title_at and after > 0.5 * size_of(paragraphs):
            title_at = at
    return title_at


def _find_presented(lines: Sequence[Line]) -> int:
    """Give the line that announces a letter ("全文如下：") whose addressee stands right below."""
    heads = [_is_announcement(line.text) for line in lines]
    opens = [is_addressee(line.text) for line in lines]
    for index in (at for at, head in enumerate(heads) if head):
        near = range(index + 1, min(index + 1 + _LETTER, len(lines)))
        if any(opens[at] and not heads[at] for at in near):
            return lines[index].at
    return 0


def _is_announcement(text: str) -> bool:
    """Say whether a line does nothing but announce what follows: news that ends so is text."""
    return _PRESENTS.search(text) is not None and word_count(text) <= _HEADING


def without_deck(paragraphs: list[Line], lines: Sequence[Line], meta: frozenset[int]) -> list[Line]:
    """Leave out a subtitle that the markup or its full stop makes a paragraph: data follow it."""
    if len(paragraphs) < 2:
        return paragraphs
    first, second = paragraphs[:2]
    marked = bool(first.tag) and not is_prose(first.text)
    near = [line for line in lines if first.at < line.at < min(second.at, first.at + 5)]
    between = [line for line in near if line.at in meta]
    most = _DATED_DECK if any(is_date_line(line.text) for line in near) else _DECK
    if not (marked or word_count(first.text) <= most):
        return paragraphs
    return paragraphs[1:] if between else paragraphs


def without_name(body: list[Line]) -> list[Line]:
    """Leave out the name of a body that stands alone above a text, as on an official's paper."""
    text = next((at for at, line in enumerate(body) if not _is_name(line)), 0)
    if len(body) > 2 and _is_name(body[1]) and not is_prose(body[0].text):
        return [body[0], *body[2:]]  # below the title that stands here again
    return body[text:]


def _is_name(line: Line) -> bool:
    """Say whether a line is the name of a body, and neither a heading nor an address to it."""
    other = line.tag in ("h2", "h3") or ends_sentence(line.text) or line.text[-1] in ",，:：、"
    return is_publisher(line.text) and word_count(line.text) <= _NAME and not other


def without_contents(body: list[Line]) -> tuple[Line, ...]:
    """Leave out a table of contents: headings in a row at the head that come again below."""
    keys = [key(line.text) for line in body]
    text = next((at for at, line in enumerate(body) if is_prose(line.text)), 0)
    first = max(text, len(body) // 2)
    short = [at for at in range(first) if word_count(body[at].text) <= _HEADING]
    again = [at for at in short if keys[at] in keys[at + 1 :]]
    listed = {at for at in again if at + 1 in again or at - 1 in again}
    return tuple(
        line
        for at, line in enumerate(body)
        if at not in listed and not (at + 1 in listed and _CONTENTS.match(line.text))
    )
