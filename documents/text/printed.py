"""Gives a passage as its page prints it: with the words that line ends divided still divided."""

from __future__ import annotations

import re

_LETTER_PAIR = re.compile(r"(?<=[^\W\d_])(?=[^\W\d_])")


def as_printed(passage: str, page: str) -> str:
    """Give `passage` letter by letter as `page` has it; `page` has its blanks squeezed to one each.

    Reading joins "un-" at a line's end and "der" on the next one. A passage that is on the page
    neither way comes back as it is.
    """
    if passage in page:
        return passage
    parts = (_LETTER_PAIR.sub("\0", re.escape(word)) for word in passage.split())
    form = r"\s".join(part.replace("\0", r"(?:-\s)?") for part in parts)
    match = re.search(form, page)
    return match[0] if match else passage
