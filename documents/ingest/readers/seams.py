"""Parts what a page glued into one line: a date or a release's head, labels behind its title."""

from __future__ import annotations

import re

from documents.ingest.labels import find_labels
from documents.ingest.shape import han_count
from documents.text.dates import find_dates

# What archives of saved pages put before the text: "date 2023-06-14 Delta provinces agree …".
_ARCHIVED = re.compile(r"\A(date (?:19|20)\d\d-\d\d(?:-\d\d)?) (?=\S)")
# The head of a release in one line with its text: "… Pressemitteilung …, den 18. Mai 2002 Die …".
_RELEASE = re.compile(
    r"^(?P<head>.{0,60}\b(?:Pressemitteilung|Medienmitteilung|(?:Press|News|Media) Release)\b"
    r".{0,80}?\b\d{1,2}\. [A-Z]\w+ (?:19|20)\d\d) (?=[A-Z„“\"])"
)
_SEARCHED = 30  # lines at the head in which a title stands
_TITLE = (8, 80)  # Han characters of a title that labels are glued to
_OPEN = re.compile(r"[\s|｜:：。；,，]$")


def part_seams(page: str) -> str:
    """Give a page with a line end in place of each seam; its words stay as they are."""
    page = _ARCHIVED.sub(r"\1\n", page)
    lines = page.split("\n")
    head = [_RELEASE.sub(r"\g<head>\n", _part_labels(line)) for line in lines[:_SEARCHED]]
    return "\n".join([*head, *lines[_SEARCHED:]])


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
