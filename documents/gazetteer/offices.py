"""Whether a theme's words name an office: 住房城乡建设部门, 财政、文化和旅游等部门.

The office has the theme in its name, the text need not have it.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

_NOUN = re.compile("部门|厅|局|委员会")
_OFFICE = re.compile(
    r"(?:(?![的和与及在对将是为了等各有相])[\u4e00-\u9fff]){0,6}?"
    r"(?:等?(?:有关|相关)?(?:行政)?(?:主管)?部门|厅(?![堂])|局(?![部面势限域])|委员会)"
)
_WITHIN = 10  # characters up to the noun of an office
# The rest of a list of offices that end in one noun; no verb stands between.
_PART = r"(?:(?![的在对将是为了由应按向把被从以])[\u4e00-\u9fff（）])"
_LIST = re.compile(rf"{_PART}{{0,6}}(?:[、和及与]{_PART}{{1,14}}?)+?(?:有关|相关|行政|主管)*部门")
_LIST_WITHIN = 120
_NEXT = re.compile(r"[\u4e00-\u9fff]{0,6}[、和及与]")


def office_nouns(text: str) -> list[int]:
    """Return where the nouns of public offices stand."""
    return [match.start() for match in _NOUN.finditer(text)]


def is_of_office(text: str, end: int, nouns: Sequence[int]) -> bool:
    """Whether words that end at an offset begin an office's name; `nouns` as `office_nouns`."""
    place = bisect_left(nouns, end)
    if place == len(nouns) or nouns[place] > end + _LIST_WITHIN:
        return False
    if nouns[place] <= end + _WITHIN and _OFFICE.match(text, end):
        return True
    return _NEXT.match(text, end) is not None and _LIST.match(text, end) is not None
