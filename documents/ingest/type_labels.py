"""Finds the words beside a title by which a site says what kind of page it is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from documents.ingest.furniture import sections_of, segments_of
from documents.ingest.labels import Pair
from documents.ingest.lines import Line
from documents.ingest.shape import key, word_count
from documents.text.dates import find_dates

_ABOVE, _BELOW = 2, 3  # lines beside the title
_LONGEST = 6  # words of a label
_PARTS = 2  # of a line with labels
_HEAD = 20  # lines among which the trail of links stands
_TYPE = re.compile(
    r"(?:dc\.|document|publication|resource|content|item|doc)?\s?type(?: of publication)?|format",
    re.IGNORECASE,
)
_REST = re.compile(
    r"\s+(?:by|von|par)\s.*$|[\s,:#]*(?:No\.?\s?|Nr\.?\s?)?\d[\d/.-]*$", re.IGNORECASE
)
_HERE = re.compile(r"(?:正文|详情|内容|text|content)", re.IGNORECASE)  # the end of a trail
_EDGES = " \t|｜·•,:：-–—/[]【】()（）"


def find_type_labels(
    lines: Sequence[Line], marks: Mapping[int, str], title: Line, pairs: Sequence[Pair]
) -> tuple[str, ...]:
    """Give the type that a label states, the short words next to the title, and the trail's.

    A trail of links gives the sections that it goes through, the last one first.
    """
    index = next((n for n, line in enumerate(lines) if line.at == title.at), 0)
    near = [*lines[max(0, index - _ABOVE) : index], *lines[index + 1 : index + 1 + _BELOW]]
    found = [pair.value for pair in pairs if _TYPE.fullmatch(pair.label)]
    found += [label for line in near if line.at not in marks for label in _labels_in(line)]
    found += [one for line in lines[:_HEAD] for one in _sections(line, title)]
    return tuple(dict.fromkeys(found))


def _labels_in(line: Line) -> Iterator[str]:
    """Give the parts of a line, without dates, numbers and names; a menu has more of them."""
    if sections_of(line.text):
        return
    text = line.text
    for date in reversed(find_dates(text)):
        text = f"{text[: date.start]} | {text[date.end :]}"
    parts = line.parts or segments_of(text)
    for part in parts if len(parts) <= _PARTS else ():
        label = _REST.sub("", part.strip(_EDGES)).strip(_EDGES)
        if label and word_count(label) <= _LONGEST:
            yield label


def _sections(line: Line, title: Line) -> Sequence[str]:
    """Give the sections of a trail of links, the last one first, without the page itself."""
    own = key(title.text)
    sections = [one for one in sections_of(line.text) if not _HERE.fullmatch(one)]
    return [one for one in reversed(sections) if not own.startswith(key(one.rstrip(".…")))]
