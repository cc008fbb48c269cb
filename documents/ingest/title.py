"""Chooses the title among the first lines of a page by form, markup and neighbours."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace

from documents.ingest.draft import Found
from documents.ingest.furniture import sections_of
from documents.ingest.labels import Pair
from documents.ingest.lines import Line, PageText, edges_of
from documents.ingest.metalines import is_line_of_names
from documents.ingest.numbers import is_number_line, split_title
from documents.ingest.shape import (
    han_count,
    is_addressee,
    is_bullet,
    is_prose,
    is_salutation,
    key,
    without_bullet,
    word_count,
)
from documents.ingest.title_form import form_weight, is_caption
from documents.ingest.title_parts import begin_line, join_lines, strip_title
from documents.ingest.title_place import (
    MASTHEAD_LINES,
    SEARCHED,
    SITE_SUFFIX,
    WHOLE,
    cited_weights,
    held_in_others,
    is_dated_below,
    is_subtitle,
    is_value,
    weigh_neighbours,
)
from documents.ingest.title_words import echo_weight, words_said
from documents.text.dates import find_dates

# What follows a title in another line that is no end of it: a clause or the name of the site.
_PARTED = re.compile(rf"[,;:，；。]|{SITE_SUFFIX.pattern}")
_CONTACT = re.compile(r"@\w|\+\d[\d ()-]{6,}|\b(?:Tel|E-?mail|Fax)\b\.?:")
_FIRST_PERSON_LINE = re.compile(r"^[\W_]*(?:by|von|par)\s", re.IGNORECASE)
GUESSED = 0.2  # the confidence in a title that is only the first line
_ABOVE_TRAIL = 3.0
_SENTENCE = 20  # words of a sentence that can be a title
_SHORTENED = 90  # letters
_CUT_OFF = 40  # letters; a shorter title is whole
_WEAK, _GOOD = 1.0, 3.0
_POOR, _CLEAR, _NOTHING = -0.5, 1.5, -9.0  # a weight that does where the next is so much less
_TRAIL = re.compile(r"[>›»＞]|位置")
_LETTERHEAD = -3.0  # what the form of a letterhead counts against it as a title
_VALUE = 3.0
_BELOW = 1.0
_LABELLED = 5.0  # what a label and the place of its value are worth
_SUBTITLE = 2.0  # what counts against a line right below another that can be a title by itself
_CLOSE = 1.6  # how much more a line may weigh that goes on below a title without a blank line
_FIRST = 0.3  # what the page's first line is worth that has several words
_NAMED = 3.0  # what the form of people's names counts against a line
_PASSED = 1.5  # what a title above the date counts against a line below the date
_ABOVE_TEXT = 6  # lines among which a text without a title begins
_PAIR = 2  # words of each of two names that a wide blank parts
_BY_TAG = {
    "h1": 5.0,
    "h2": 2.0,
    "title": 3.0,
    "p": -2.0,
    "blockquote": -3.0,
    "pre": -3.0,
    "li": -1.0,
}


def find_title(
    page: PageText, marks: Mapping[int, str], meta: frozenset[int], pairs: Sequence[Pair]
) -> Found[str]:
    """Give the title as on the page, without a number, date or site name beside it.

    `marks` names the furniture, `meta` holds the numbers of lines of labels, dates and names.
    """
    heads = _head_titles(page)
    said = _words_said(page, marks, meta, pairs)
    ranked = sorted(
        _candidates(page, marks, meta, heads, said), key=lambda one: one[0], reverse=True
    )  # of equal ones the first
    best = next(iter(ranked), None)
    whole = len(page.lines) == 1 and is_prose(page.lines[0].text)  # a text and no title
    trusted = best is not None and not whole and _is_clear(ranked) and _agrees(best[1], heads)
    found = (
        _from_line(best, page, marks, meta) if best and trusted else _from_head(page, meta, marks)
    )
    if best and not whole and found.confidence <= GUESSED and best[0] >= 0:
        found = _from_line(best, page, marks, meta)
    return _of_labels(pairs, found, best[0] if best else 0.0, said) or found


def _is_clear(ranked: Sequence[tuple[float, Line]]) -> bool:
    """Say whether the first of the lines weighs enough, or more than all others by far."""
    first, second = [*(weight for weight, _ in ranked[:2]), _NOTHING, _NOTHING][:2]
    return first >= _WEAK or (first >= _POOR and first - second >= _CLEAR)


def _words_said(
    page: PageText, marks: Mapping[int, str], meta: frozenset[int], pairs: Sequence[Pair]
) -> frozenset[str]:
    """Give the words of the text and of an abstract, which a title's come back in."""
    paragraphs = (line.text for line in page.lines if _is_paragraph(line, marks, meta))
    abstracts = (pair.value for pair in pairs if pair.field == "abstract")
    return words_said([*paragraphs, *abstracts])


def _candidates(
    page: PageText,
    marks: Mapping[int, str],
    meta: frozenset[int],
    heads: set[str],
    said: frozenset[str],
) -> Iterator[tuple[float, Line]]:
    """Give the first lines that may be a title, each with what speaks for it."""
    counts = Counter(
        key(strip_title(line.text)) for line in edges_of(page.lines) if len(line.text) < 300
    )
    held = cited_weights(page) | held_in_others(page.lines[:SEARCHED])
    trail = trail_of(page, marks)
    text = _first_paragraph(page, marks, meta)
    before: tuple[float, Line] | None = None
    passed = False
    for index, printed in enumerate(page.lines[:SEARCHED]):
        line = _without_lone_bullet(page.lines, index, meta) or printed
        before = None if _is_trail(marks, line) else before  # it parts two lines
        named = line.at in meta and is_line_of_names(line)
        if line.at in marks or (line.at in meta and not named) or not _may_be_title(line.text):
            continue
        own = _score(line, heads, counts) - (_NAMED if named else 0.0)
        own -= _ABOVE_TRAIL if line.at < trail else 0.0
        own += (
            echo_weight(line.text, said)
            + held.get(line.at, 0.0)
            - (_VALUE if is_value(page.lines, index, marks) else 0.0)
        )
        score = own + weigh_neighbours(page.lines, index, marks, meta) - index / 40
        score += _FIRST if not index and word_count(line.text) >= WHOLE else 0.0
        score -= _BELOW if line.at > text else 0.0
        if before and is_subtitle(before[1], line):
            longer = word_count(line.text) > word_count(before[1].text)  # what it is about
            close = (not line.gap or longer) and not han_count(line.text)
            score -= _SUBTITLE if before[0] >= own - (_CLOSE if close else 0.0) else 0.0
        before = (own, line)
        yield score - (_PASSED if passed else 0.0), line
        passed = passed or (score > _GOOD and is_dated_below(page.lines, index, meta))
        if _is_body(line, marks, meta) or is_addressee(strip_title(line.text)):
            return


def _of_labels(
    pairs: Sequence[Pair], found: Found[str], score: float, said: frozenset[str]
) -> Found[str] | None:
    """Give what a label states where it says more than the line `found`, which weighs `score`."""
    if subject := _subject_of(pairs, found):
        return _of_label(subject, subject.line.at, 0.8)
    titles = (pair for pair in pairs if pair.field == "title" and word_count(pair.value) >= 3)
    labelled = next(titles, None)
    if labelled is None:
        return None
    if found.at == 0 or key(found.value) in key(labelled.value):
        return _of_label(labelled, found.at or labelled.line.at, 0.95)
    alone = score < _GOOD and _weigh_label(labelled, said) > score
    return _of_label(labelled, labelled.line.at, 0.9) if alone else None


def _weigh_label(pair: Pair, said: frozenset[str]) -> float:
    """Weigh a title that only a label states, as the record of a paper does."""
    words = word_count(pair.value)
    return _LABELLED + form_weight(pair.value, words) + echo_weight(pair.value, said)


def _of_label(pair: Pair, at: int, confidence: float) -> Found[str]:
    title = split_title(pair.value)[0]
    return Found(title, f"label “{pair.label}”", pair.line.text, confidence, at)


def _subject_of(pairs: Sequence[Pair], found: Found[str]) -> Pair | None:
    """Give the subject of a memorandum below its letterhead, which is no title."""
    if form_weight(found.value, word_count(found.value)) > _LETTERHEAD:
        return None
    named = (pair for pair in pairs if pair.field == "subject" and pair.line.text != pair.value)
    return next((pair for pair in named if word_count(pair.value) >= WHOLE), None)


def head_title(page: PageText) -> str:
    """Give the title that the page's head declares, without the name of the site."""
    fact = page.fact(
        "og:title",
        "articletitle",
        "dc.title",
        "citation_title",
        "headline",
        "twitter:title",
        "title",
    )
    return SITE_SUFFIX.sub("", fact.value) if fact else ""


def _from_line(
    best: tuple[float, Line], page: PageText, marks: Mapping[int, str], meta: frozenset[int]
) -> Found[str]:
    score, line = best[0], begin_line(best[1], page, meta.union(marks))
    title, _ = split_title(strip_title(line.text))
    title += join_lines(line, page, meta.union(marks))
    rule = "heading of the page" if line.tag == "h1" else "line in the place of a title"
    return Found(_longer_form(title, page), rule, line.text, min(0.97, 0.55 + score / 20), line.at)


def _longer_form(title: str, page: PageText) -> str:
    """Give the whole form of a title that the page also prints cut off."""
    cut = title.rstrip(".…")
    if cut == title and len(title) < _CUT_OFF:
        return title
    lines = (line.text for line in page.lines if line.text.startswith(cut))
    whole = (split_title(strip_title(text))[0] for text in lines)
    near = (
        text
        for text in whole
        if len(text) <= len(cut) + 60
        and not is_prose(text)
        and not _PARTED.match(text, len(cut))
        and not find_dates(text[len(cut) :])
    )
    return max(near, key=len, default=title)


def _from_head(page: PageText, meta: frozenset[int], marks: Mapping[int, str]) -> Found[str]:
    title = head_title(page)
    if title:
        return Found(split_title(title)[0], "title in the page's head", title, 0.6)
    first, after = [*page.lines[:2], None, None][:2]
    trail = first is not None and bool(sections_of(first.text))
    if first and (first.at in meta or first.at in marks or trail):  # above a text without a title
        others = (one for one in page.lines[1:_ABOVE_TEXT] if word_count(one.text) > 1)
        plain = (one for one in others if one.at not in meta.union(marks))
        first, after = next(plain, first), None
    if first is None:
        return Found("", "no line reads as a title")
    if after and after.at in meta and first.at not in meta and word_count(first.text) <= _SENTENCE:
        return Found(first.text, "first line, above the date", first.text, 0.4, first.at)
    return Found(_first_words(first.text), "first words, for want of a title", "", GUESSED)


def _first_words(text: str) -> str:
    """Cut a text that is no title at the last word or clause that fits in a title's length."""
    if len(text) <= _SHORTENED:
        return text
    cut = re.match(rf".{{20,{_SHORTENED - 1}}}(?=[\s，。；、])", text)
    return f"{cut[0] if cut else text[: _SHORTENED - 1]}…"


def _agrees(line: Line, heads: set[str]) -> bool:
    """Say whether a line is the title that the page's head declares, where it declares one."""
    own = key(strip_title(line.text))
    return (
        not heads or line.tag == "h1" or any(own in head or head in own for head in heads if head)
    )


def _head_titles(page: PageText) -> set[str]:
    names = {
        "title",
        "og:title",
        "articletitle",
        "headline",
        "citation_title",
        "twitter:title",
        "dc.title",
    }
    top = page.lines[:MASTHEAD_LINES]
    sections = {key(one) for line in top for one in sections_of(line.text)}
    sections |= {key(one) for line in top for one in _beside_date(line)}
    values = [fact.value for fact in page.facts if fact.name.casefold() in names]
    plain = [SITE_SUFFIX.sub("", value) for value in values]
    both = [pair for pair in zip(values, plain, strict=True) if sections.isdisjoint(map(key, pair))]
    return {key(one) for pair in both for one in pair}


def _beside_date(line: Line) -> list[str]:
    """Give what stands beside a date alone on its line, as the name of a section does."""
    dates = find_dates(line.text) if len(line.text) <= _CUT_OFF else []
    return [line.text.replace(dates[0].raw, "")] if len(dates) == 1 else []


def _without_lone_bullet(lines: Sequence[Line], index: int, meta: frozenset[int]) -> Line | None:
    """Give a line without its bullet that stands above the date and is no entry of a list."""
    line = lines[index]
    beside = [*lines[max(0, index - 1) : index], *lines[index + 1 : index + 2]]
    if not is_bullet(line.text) or any(is_bullet(one.text) for one in beside):
        return None
    bare = replace(line, text=without_bullet(line.text))
    return bare if is_dated_below(lines, index, meta) else None


def _may_be_title(text: str) -> bool:
    own = strip_title(text)
    words = word_count(own)
    if not 2 <= words <= 45 or is_addressee(own) or is_bullet(text):
        return False
    if _CONTACT.search(text) or is_salutation(text):
        return False
    return not (is_number_line(text) or _FIRST_PERSON_LINE.match(text) or _is_only_date(text))


def _is_only_date(text: str) -> bool:
    dates = find_dates(text)
    rest = len(text) - sum(len(found.raw) for found in dates)
    return bool(dates) and rest <= 12


def _is_body(line: Line, marks: Mapping[int, str], meta: frozenset[int]) -> bool:
    return _is_paragraph(line, marks, meta) and word_count(line.text) > 24


def _is_paragraph(line: Line, marks: Mapping[int, str], meta: frozenset[int]) -> bool:
    return line.at not in marks and line.at not in meta and is_prose(line.text)


def _score(line: Line, heads: set[str], counts: Counter[str]) -> float:
    text = strip_title(line.text)
    words, own = word_count(text), key(split_title(text)[0])
    score = _BY_TAG.get(line.tag, 0.0)
    score += 5.0 if own in heads or key(text) in heads else 0.0
    score += 2.0 if counts[key(text)] > 1 else 0.0
    score += 2.0 if 4 <= words <= 32 else 0.5 if words == 3 else -1.5
    score += form_weight(text, words)
    return score - sum(weight for weight, has in _SITES if has(line))


def _is_row_of_names(line: Line) -> bool:
    """Say whether a line is a menu: names set apart by wide blanks, or words of a site's own."""
    names = len(line.parts)
    return names > 2 or (names == 2 and word_count(line.text) <= 2 * _PAIR)


def _first_paragraph(page: PageText, marks: Mapping[int, str], meta: frozenset[int]) -> int:
    """Give the number of the first line of prose; a letter to bodies comes before any title."""
    for line in page.lines[:SEARCHED]:
        if is_addressee(line.text):
            break
        if _is_paragraph(line, marks, meta) and not is_caption(strip_title(line.text)):
            return line.at
    return page.lines[-1].at if page.lines else 0


def trail_of(page: PageText, marks: Mapping[int, str]) -> int:
    """Give the number of the line "Home > News" near the top, 0 without one."""
    return next((line.at for line in page.lines[:MASTHEAD_LINES] if _is_trail(marks, line)), 0)


def _is_trail(marks: Mapping[int, str], line: Line) -> bool:
    return "breadcrumb" in marks.get(line.at, "") and bool(_TRAIL.search(line.text))


# What tells that a line is the site's, not by its form alone.
_SITES: tuple[tuple[float, Callable[[Line], bool]], ...] = (
    (4.0, lambda line: line.linked),
    (1.0, lambda line: line.outside),
    (4.0, _is_row_of_names),
)
