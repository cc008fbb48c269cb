"""Reads a page that lists others: its heading, whose list it is, and the titles listed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from documents.ingest.draft import Draft, Found, KnownSource
from documents.ingest.evidence import Evidence
from documents.ingest.furniture import sections_of
from documents.ingest.kinds import guess_kind
from documents.ingest.labels import Pair
from documents.ingest.lines import Line, PageText
from documents.ingest.numbers import find_official, is_number_line
from documents.ingest.page_type import LIST_WARNING, entries_of
from documents.ingest.shape import key, without_bullet, word_count
from documents.ingest.source import read_source
from documents.ingest.title import trail_of
from documents.text.dates import find_dates
from documents.text.language import guess_language

_RULE = "a list of other pages"
_MOST = "the kind of most titles listed"
_TITLE_WORDS = 4  # a shorter line of an entry is its date, its number or its kind
_HEAD = 30  # lines in which the trail and the heading stand
_EDGES = " \t　-–—|·[]()（）【】:："


def draft_of_list(
    page: PageText,
    title: Found[str],
    marks: Mapping[int, str],
    pairs: Sequence[Pair],
    known: Sequence[KnownSource],
) -> Draft:
    """Conclude no more from a list than its heading, language, owner and entries.

    It has no text and no date of its own; `title` stands in where no line reads as its heading.
    """
    listed = entries_of([line for line in page.lines if line.at not in marks])
    plain = [line for line in page.lines if line.at not in marks and line.at not in listed]
    heading = _heading(page, plain, marks) or title
    nothing: Found[str | None] = Found(None, _RULE)
    above = [line for line in plain if not line.linked and line.at < min(listed)]
    source = read_source(
        page,
        Line(heading.value, heading.at),
        (above, (), [line for line in page.lines if line.at > max(listed)]),
        [pair for pair in pairs if pair.line.at not in listed],
        (),
        known,
    )
    entries = _entries([line for line in page.lines if line.at in listed])
    return Draft(
        page=page.text,
        kind=_kind(heading.value, above, entries.value),
        title=heading,
        language=Found(guess_language(page.text), "script and words of the text", "", 0.95),
        source=source.source,
        source_basis=source.basis,
        source_slug=source.slug,
        body=Found("", _RULE),
        published_on=nothing,
        sorted_on=nothing,
        related_titles=entries,
        page_type="list",
        warnings=(LIST_WARNING,),
    )


def _kind(heading: str, above: Sequence[Line], titles: Sequence[str]) -> Found[str]:
    """Give the kind that most of the titles have, else the one that the words above them tell."""
    kinds = Counter(guess_kind(Evidence(title=title)).value for title in titles)
    most = next((kind for kind, count in kinds.items() if 2 * count > len(titles)), "news")
    if most != "news":
        return Found(most, _MOST, "", 0.6)
    head = "\n".join(line.text for line in above)
    return guess_kind(Evidence(title=heading, head=head, labels=(heading,)))


def _heading(page: PageText, plain: Sequence[Line], marks: Mapping[int, str]) -> Found[str] | None:
    """Give the line that the trail of links ends in, else the first below it that is no link."""
    sections = [sections_of(line.text)[-1:] for line in page.lines[:_HEAD]]
    named = {key(one) for section in sections for one in section}
    for line in page.lines[:_HEAD]:
        if key(line.text) in named:
            return Found(line.text, "heading of the list", line.text, 0.7, line.at)
    lines = [line for line in plain if not line.linked and not find_dates(line.text)]
    owners = [key(line.text) for line in page.lines if "copyright" in marks.get(line.at, "")]
    lines = [line for line in lines if not any(key(line.text) in one for one in owners)] or lines
    below = (line for line in lines if line.at > trail_of(page, marks))
    found = next(below, next(iter(lines), None))
    if found is None:
        return None
    return Found(found.text, "heading of the list", found.text, 0.5, found.at)


def _entries(lines: Sequence[Line]) -> Found[tuple[str, ...]]:
    titles = tuple(dict.fromkeys(title for line in lines if (title := _without_date(line.text))))
    if not titles:
        return Found((), "none stated")
    return Found(titles, "entries of the list", lines[0].text, 0.7, lines[0].at)


def _without_date(text: str) -> str:
    """Give the title of an entry without the date beside it, "" for a line that has none."""
    for date in find_dates(text):
        text = text.replace(date.raw, " ")
    text = text.replace(find_official(text) or "\0", " ")
    title = without_bullet(" ".join(text.split()).strip(_EDGES))
    return title if word_count(title) >= _TITLE_WORDS and not is_number_line(title) else ""
