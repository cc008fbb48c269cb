"""Reads a page through the sounds in brackets that converters put behind characters.

"發(fā)布時(shí)間" is 發布時間 to the rules; the text of the draft keeps what the page prints.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import fields, replace
from typing import TYPE_CHECKING, Any

from documents.ingest.draft import Caption, DatedFact, Draft, Dropped, Found
from documents.ingest.shape import HAN

if TYPE_CHECKING:
    from documents.ingest.lines import PageText

# A syllable of pinyin with or without its tone, or of bopomofo.
_SOUND = (
    r"[(（](?:[a-z\u00e0-\u00fc\u0101-\u01dc\u0300-\u030c]{1,7}|"
    r"[\u3105-\u312f\u02c7\u02ca\u02cb\u02d9]{1,5})[)）]"
)
_GLOSS = re.compile(rf"(?<=[{HAN}]){_SOUND}")
_TONED = re.compile(r"[^a-z()（）]")
_LEAST = 3  # glosses with a tone from which a page is of this kind and no lesson's word


def has_glosses(page: PageText) -> bool:
    """Say whether a page is strewn with sounds in brackets."""
    toned = (match for match in _GLOSS.finditer(page.text) if _TONED.search(match[0]))
    return sum(1 for _ in toned) >= _LEAST


def without_glosses(page: PageText) -> PageText:
    """Give the page as the rules read it: the same lines at the same numbers."""
    lines = tuple(
        replace(line, text=_GLOSS.sub("", line.text), last=_GLOSS.sub("", line.last))
        for line in page.lines
    )
    return replace(page, text=_GLOSS.sub("", page.text), lines=lines)


def with_glosses(draft: Draft, page: PageText) -> Draft:
    """Give a draft of `without_glosses(page)` its texts as the page prints them.

    Names of people and bodies, keywords and dates stay as they were read.
    """
    printed = {_GLOSS.sub("", line.text): line.text for line in page.lines}
    values = {one.name: _printed(getattr(draft, one.name), printed) for one in fields(draft)}
    draft = replace(draft, **{**values, "page": page.text})
    return replace(
        draft,
        title=replace(draft.title, value=_title(draft.title)),
        body=replace(draft.body, value=_paragraphs(draft.body.value, printed)),
        abstract=replace(draft.abstract, value=_paragraphs(draft.abstract.value, printed)),
    )


def _printed(value: Any, printed: Mapping[str, str]) -> Any:
    """Give a finding, a date or a caption with its line, or all of a list, as printed."""
    if isinstance(value, tuple):
        return tuple(_printed(one, printed) for one in value)
    if isinstance(value, Found | DatedFact | Caption | Dropped):
        return replace(value, line=printed.get(value.line, value.line))
    return value


def _paragraphs(text: str, printed: Mapping[str, str]) -> str:
    return "\n\n".join(printed.get(one, one) for one in text.split("\n\n"))


def _title(title: Found[str]) -> str:
    """Give the part of the title's line that reads as the title when its sounds are left out."""
    form = f"(?:{_SOUND})?".join(map(re.escape, title.value))
    match = re.search(f"{form}(?:{_SOUND})?", title.line)
    return match[0] if match else title.value
