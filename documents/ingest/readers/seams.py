"""Parts what a page glued into one line: a date before its first line, labels behind its title."""

from __future__ import annotations

import re

from documents.ingest.labels import find_labels
from documents.ingest.shape import han_count
from documents.text.dates import find_dates

# What archives of saved pages put before the text: "date 2023-06-14 Delta provinces agree …".
_ARCHIVED = re.compile(r"\A(date (?:19|20)\d\d-\d\d(?:-\d\d)?) (?=\S)")
_SEARCHED = 30  # lines at the head in which a title stands
_TITLE = (8, 80)  # Han characters of a title that labels are glued to
_OPEN = re.compile(r"[\s|｜:：。；,，]$")


def part_seams(page: str) -> str:
    """Give a page with a line end in place of each seam; its words stay as they are."""
    page = _ARCHIVED.sub(r"\1\n", page)
    lines = page.split("\n")
    return "\n".join([*map(_part_labels, lines[:_SEARCHED]), *lines[_SEARCHED:]])


def _part_labels(line: str) -> str:
    """Part "某某研究时间: 2019-12-08信息来源:某刊" behind the title."""
    if len(line) > 400:
        return line
    labels = find_labels(line)
    title = line[: labels[0]] if len(labels) > 1 else ""
    glued = _TITLE[0] <= han_count(title) <= _TITLE[1] and not _OPEN.search(title)
    if not glued or find_labels(title) or not find_dates(line[len(title) :]):
        return line
    return f"{title}\n{line[len(title) :]}"
