"""Divides the lines of a page into head, body and tail by where its paragraphs stand."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise, zip_longest

from documents.ingest.access import READING
from documents.ingest.biographies import heads_sender, is_about, tells_of_sender
from documents.ingest.cards import is_heading
from documents.ingest.dates_read import is_date_line
from documents.ingest.front_matter import (
    below_front,
    size_of,
    without_contents,
    without_deck,
    without_name,
)
from documents.ingest.furniture import END, RELATED, WAY_ON
from documents.ingest.lines import Line
from documents.ingest.names import is_organisation, is_publisher
from documents.ingest.phrases import compile_phrases
from documents.ingest.related import CONTACTS, find_boxes, find_related, is_attachment
from documents.ingest.shape import (
    ends_sentence,
    han_count,
    is_addressee,
    is_bullet,
    is_enumerated,
    is_heading_word,
    is_prose,
    is_salutation,
    key,
    word_count,
)

_NUMBERED = re.compile(r"^\d{1,2}(?:\.\d)*\s[A-Z][^.!?]{2,60}$")  # "2 Findings"
_LABELLED_DAY = re.compile(
    r"^(?:published|updated|posted|last (?:updated|modified))\b", re.IGNORECASE
)
_CHANNEL = re.compile(r"(?:公众号|客户端|频道|[网台]|融媒)$")  # it carries a text and signs none
_MOMENT = re.compile(r"^(?:19|20)\d\d[-/.]\d{1,2}[-/.]\d{1,2} \d\d:\d\d(?::\d\d)?$")
_CLOCK = re.compile(r"\d:\d\d")
_AGENDA = re.compile(
    r"^\W*(?:(?:draft |event )?(?:agenda|programme?|schedule)|tagesordnung|programm|"
    r"(?:会议|活动)?[议日]程(?:安排)?)\W*$",
    re.IGNORECASE,
)
_ON_PEOPLE = re.compile(
    r"\b(?:about|authors?|contacts?|über|autor\w*|kontakt|auteurs?)\b|作者|联系", re.IGNORECASE
)
_ROW = re.compile(r"\d[\d.,]*\s?%?$")  # a cell of figures
_LONG_RUN = 6  # short lines in a row that part a text from what stands round it
_SMALL_BLOCK = 0.2  # of the largest block, below which one is no part of the text
_UNSURE = frozenset(
    ["line that comes back", "page number", "citation of the page", "machine number"]
)
_OPENING = 40  # lines before the first paragraph that may belong to it
_STRAY = 22  # words of a last sentence, apart from the text, that may be the site's
_PARAGRAPH = 32  # words of a paragraph that is no offer
_SHORT = 8  # words of a line that is a name, a heading or a day
_ABSTRACT = 30  # words of an abstract
_GOES_ON = re.compile(r"[^\W\d][,;:，；：]$")  # "Having regard to the Treaty,", "Whereas:"
_POINT = 6  # words of a bullet above the first paragraph that sums up the text
_OFFERS = ("subscription offer", READING)
_BARRIER, _FEW = 8, 2  # lines of a barrier, and how many offers a box within a text has
_LONG_BULLET = 12  # words of a bullet that is text and no name
_TEXT_TAGS = frozenset({"p", "blockquote", "pre", "dd"})
# The share of the text after which a line of a form ends it.
_ENDING = {RELATED: 0.75, READING: 0.8, END: 0.9} | dict.fromkeys(
    (
        *("share", "copyright", "site record", "tag list", "pager", "download"),
        *("subscription offer", "comment form", *CONTACTS),
    ),
    0.85,
)
_REFERENCES = compile_phrases("zones", "references")
_FOOT = compile_phrases("zones", "foot")


@dataclass(frozen=True, slots=True)
class Zones:
    """`related` holds the lines, above the text or below it, that name other pages."""

    head: tuple[Line, ...]
    body: tuple[Line, ...]
    tail: tuple[Line, ...]
    related: tuple[Line, ...]


def divide(
    lines: Sequence[Line],
    marks: Mapping[int, str],
    meta: frozenset[int],
    captions: frozenset[int],
    title_at: int,
) -> Zones:
    """Divide a page; lines marked as chrome, meta lines and captions are never body."""
    taken = meta | captions
    usable = [line for line in lines if line.at not in marks and line.at not in taken]
    cut = _cut_at(lines, marks, usable)
    above = [line for line in lines if line.at < cut and line.at not in taken]
    boxes = tuple(find_boxes(above, marks, title_at))
    boxed = {line.at for line in boxes}
    usable = [line for line in usable if line.at not in boxed]
    paragraphs = [line for line in usable if line.at < cut and _is_paragraph(line)]
    if size_of(line for line in paragraphs if line.at > title_at) < 0.5 * size_of(paragraphs):
        title_at = 0  # a heading far down the page is no place to begin
    title_at = below_front(lines, paragraphs, title_at)
    letters = (line.at for line in paragraphs if line.at < title_at and is_addressee(line.text))
    title_at = min(letters, default=title_at + 1) - 1  # a letter before what it sends on
    paragraphs = without_deck([line for line in paragraphs if line.at > title_at], lines, meta)
    prose = [line.at for line in _densest(paragraphs, lines, marks)]
    told = any(line.at in meta and _is_long(line.text) for line in lines)  # an abstract is all
    if not (prose or told):
        prose = [line.at for line in usable if line.at > title_at and _is_scrap(line)]
    if not prose:
        after = [line for line in lines if line.at not in meta | captions]
        headed = any(rule == RELATED for rule in marks.values())
        return Zones(tuple(lines), (), (), find_related(after, marks, title_at) if headed else ())
    first = _first_line(lines, frozenset(line.at for line in usable), prose, title_at)
    last = _last_line(usable, prose, cut)
    others = [line for line in lines if line.at not in taken | boxed]
    return Zones(
        tuple(line for line in lines if line.at < first),
        without_contents(
            without_name([line for line in usable if first <= line.at <= last and _belongs(line)])
        ),
        tuple(line for line in lines if line.at > last),
        (*boxes, *find_related(others, marks, last)),
    )


def _densest(paragraphs: list[Line], lines: Sequence[Line], marks: Mapping[int, str]) -> list[Line]:
    """Leave out the few paragraphs that a long run of a site's short lines parts from the text.

    A block of text is dense in paragraphs; menus, teasers and comments round it are not.
    """
    if len(paragraphs) < 2 or paragraphs[0].tag:
        return paragraphs
    site = [at for at, rule in marks.items() if rule not in _UNSURE]  # a table has no such line
    loose = [line.at for line in lines if _is_loose(line.text)]
    blocks = [[paragraphs[0]]]
    for line, after in pairwise(paragraphs):
        between = bisect_left(loose, after.at) - bisect_left(loose, line.at)
        marked = any(line.at < at < after.at for at in site)
        if between >= _LONG_RUN and marked:
            blocks.append([])
        blocks[-1].append(after)
    most = max(map(size_of, blocks))
    while size_of(blocks[0]) < _SMALL_BLOCK * most:
        del blocks[0]
    while size_of(blocks[-1]) < _SMALL_BLOCK * most:
        del blocks[-1]
    kept = [line for block in blocks for line in block]
    while len(kept) > 1 and _is_stray(kept[-2], kept[-1], loose):
        del kept[-1]
    return kept


def _is_stray(before: Line, line: Line, loose: Sequence[int]) -> bool:
    """Say whether a last sentence stands below short lines of a site, and below no heading."""
    between = bisect_left(loose, line.at) - bisect_left(loose, before.at)
    return between > 1 and word_count(line.text) <= _STRAY


def _is_loose(text: str) -> bool:
    """Say whether a line is a few words and no sentence, entry of a list or row of a table."""
    short = word_count(text) <= _SHORT and not ends_sentence(text)
    return short and not (is_bullet(text) or is_enumerated(text) or _ROW.search(text))


def _is_paragraph(line: Line) -> bool:
    if line.outside or line.linked or is_about(line.text):
        return False
    if is_date_line(line.text) and word_count(line.text) <= _SHORT:
        return False
    if is_bullet(line.text) and word_count(line.text) >= _LONG_BULLET:
        return True
    by_markup = (line.tag in _TEXT_TAGS or line.chosen) and word_count(line.text) >= 3
    return by_markup or is_prose(line.text) or is_addressee(line.text)


def _is_long(text: str) -> bool:
    return is_prose(text) and word_count(text) >= _ABSTRACT


def _is_scrap(line: Line) -> bool:
    """Say whether a line can be all the text there is, where a page has no paragraph."""
    if line.outside or line.linked or line.tag in ("h1", "h2", "h3"):
        return False
    return (
        line.chosen or bool(line.tag) or (ends_sentence(line.text) and word_count(line.text) >= 4)
    )


def _belongs(line: Line) -> bool:
    return (
        not line.outside
        and not is_about(line.text)
        and not _MOMENT.match(line.text)
        and not (line.linked and not is_prose(line.text))
    )


def _cut_at(lines: Sequence[Line], marks: Mapping[int, str], usable: Sequence[Line]) -> int:
    """Give the line where references, the sender or related items begin, late in the text."""
    paragraphs = {line.at: len(line.text) for line in usable if _is_paragraph(line)}
    open_lines = {line.at for line in usable}
    total, before = sum(paragraphs.values()) or 1, 0
    for line in lines:
        share, mark = before / total, marks.get(line.at, "")
        free = line.at in open_lines or heads_sender(line.text)
        if (
            (before and _is_barrier(lines, marks, line.at))
            or (share >= _ENDING.get(mark, 2) and not _stands_within(line, mark, lines))
            or (share >= 0.3 and mark == RELATED and _lists_others(lines, marks, line.at))
            or (share >= 0.5 and mark == END and key(line.text))  # stars part scenes as well
            or (share >= 0.5 and free and _ends_text(line.text))
            or (share >= 0.5 and _FOOT.match(line.text))
            or (share >= 0.5 and _heads_hours(line, lines))
            or (share >= 0.7 and _heads_own_name(line, lines))
        ):
            return line.at
        before += paragraphs.get(line.at, 0)
    return lines[-1].at + 1 if lines else 1


def _is_barrier(lines: Sequence[Line], marks: Mapping[int, str], at: int) -> bool:
    """Say whether a line opens the offers of a subscription that stand in place of the rest."""
    if marks.get(at) not in _OFFERS:
        return False
    near = [line for line in lines if line.at >= at][:_BARRIER]
    offers = sum(marks.get(line.at) in _OFFERS for line in near)
    return offers > _FEW and not any(
        is_prose(line.text) and word_count(line.text) > _PARAGRAPH and line.at not in marks
        for line in near
    )


def _stands_within(line: Line, mark: str, lines: Sequence[Line]) -> bool:
    """Say whether a Chinese circular goes on below whom to call, or below a file by its signer."""
    after = next((one for one in lines if one.at > line.at), None)
    signed = mark == "download" and after is not None and _is_signature(after, None)
    return (mark in CONTACTS or signed) and han_count(line.text) > 0


def _lists_others(lines: Sequence[Line], marks: Mapping[int, str], at: int) -> bool:
    """Say whether titles of other pages follow, each with its date or with a way to its whole."""
    after = [line for line in lines if line.at > at and not line.tag]  # markup tells it itself
    ways = sum(marks.get(line.at) == WAY_ON for line in after)
    days = sum(is_date_line(line.text) and word_count(line.text) <= 4 for line in after)
    return ways + days >= 2


def _heads_hours(line: Line, lines: Sequence[Line]) -> bool:
    """Say whether a line heads the agenda of an event, whose rows tell the hour of each part."""
    after = [one for one in lines if one.at > line.at][:_BARRIER]
    return (
        bool(_AGENDA.match(line.text)) and sum(bool(_CLOCK.search(one.text)) for one in after) > 1
    )


def _heads_own_name(line: Line, lines: Sequence[Line]) -> bool:
    """Say whether a line is the name of a body, above a paragraph that opens with it."""
    if not is_organisation(line.text) or word_count(line.text) > _SHORT:
        return False
    after = next((one for one in lines if one.at > line.at), None)
    return after is not None and tells_of_sender(after.text, line.text)


def _ends_text(text: str) -> bool:
    """Say whether a line is the heading of references or of words about authors or the sender."""
    return bool(_REFERENCES.match(text) or heads_sender(text) or is_heading(text))


def _first_line(
    lines: Sequence[Line], usable: frozenset[int], prose: Sequence[int], title_at: int
) -> int:
    """Take headings and an addressee that directly precede the first paragraph with it."""
    first = prose[0]
    own = [line for line in lines if line.at in usable and first <= line.at <= prose[-1]]
    has_headings = any(
        _may_head(line, after) and not is_enumerated(line.text) for line, after in pairwise(own)
    )
    start = first
    near = [line for line in lines if title_at < line.at < first][-_OPENING:]
    speech = [line.at for line in near if line.at in usable and is_salutation(line.text)]
    if speech:
        return speech[0]  # what follows the greeting is the speech, however short
    below = next((line for line in lines if line.at == first), None)
    for line in reversed(near):
        heading = has_headings and below is not None and _may_head(line, below)
        below = line
        opens = (
            heading
            or is_enumerated(line.text)
            or _NUMBERED.match(line.text)
            or is_heading_word(line.text)
            or is_addressee(line.text)
            or line.tag in ("h2", "h3")
            or _GOES_ON.search(line.text)
            or (is_bullet(line.text) and word_count(line.text) >= _POINT)
        )
        if line.at not in usable or not opens or is_date_line(line.text):
            break
        start = line.at
    return start


def _last_line(usable: Sequence[Line], prose: Sequence[int], cut: int) -> int:
    """Take the signature and its date, with what is attached above them, to the last paragraph."""
    last = prose[-1]
    text = [line for line in usable if prose[0] <= line.at <= last]
    has_headings = any(map(_heads, text, text[1:]))
    after = [line for line in usable if last < line.at < cut]
    attached = False
    for line, following in zip_longest(after, after[1:]):
        signature = word_count(line.text) <= 24 and _is_signature(line, following)
        listed = not line.linked and (is_bullet(line.text) or _is_short_paragraph(line))
        heads = has_headings and following is not None and _heads(line, following)
        numbered = is_enumerated(line.text)
        attached = attached or is_attachment(line.text)
        if is_attachment(line.text) or (attached and _heads_list(line, following)):
            continue  # part of the text where the signature, or what is listed, stands below it
        if not (signature or listed or heads or numbered):
            break
        last = line.at
    return last if attached else _without_bare_headings(usable, last)


def _heads_list(line: Line, following: Line | None) -> bool:
    """Say whether a line is the heading of a numbered list."""
    return following is not None and is_enumerated(following.text) and not is_enumerated(line.text)


def _heads(line: Line, following: Line) -> bool:
    """Say whether a line is a heading inside a text, with the sentence on the next line."""
    return following.at == line.at + 1 and _may_head(line, following)


def _may_head(line: Line, following: Line) -> bool:
    """Say whether a line can be a heading: short, without a stop, a sentence below it."""
    if line.linked or line.parts or ends_sentence(line.text) or _ON_PEOPLE.search(line.text):
        return False
    below = following.at <= line.at + 2 and _is_short_paragraph(following)
    return below and word_count(line.text) <= _SHORT and not is_date_line(line.text)


def _is_short_paragraph(line: Line) -> bool:
    """Say whether a line after the paragraphs is one more: a sentence, however short."""
    sentence = ends_sentence(line.text) and word_count(line.text) >= 4
    return sentence and not line.outside and not is_about(line.text)


def _without_bare_headings(usable: Sequence[Line], last: int) -> int:
    """Step back over numbered headings that nothing follows."""
    for line in reversed([line for line in usable if line.at <= last]):
        bare = (
            is_enumerated(line.text) and not ends_sentence(line.text) and word_count(line.text) <= 9
        )
        if not bare:
            return line.at
    return last


def _is_signature(line: Line, following: Line | None) -> bool:
    """Say whether a line is the body that signs, with its date below it, or that date."""
    if line.linked or _LABELLED_DAY.match(line.text) or _CLOCK.search(line.text):
        return False  # nobody signs by the minute
    if han_count(line.text) >= 2:
        signs = is_organisation(line.text) and not _CHANNEL.search(line.text)
        return signs or is_date_line(line.text)
    dated = (
        following is not None and is_date_line(following.text) and word_count(following.text) <= 4
    )
    return (is_publisher(line.text) and dated) or (
        is_date_line(line.text) and word_count(line.text) <= 4
    )
