"""Reads the abstract and the publisher's keywords behind their labels."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import chain, groupby, pairwise, takewhile

from documents.ingest.draft import Found
from documents.ingest.furniture import find_furniture_rule
from documents.ingest.labels import Pair, field_of, pairs_in, runs_of
from documents.ingest.lines import Line
from documents.ingest.phrases import compile_phrases
from documents.ingest.shape import (
    ends_sentence,
    han_count,
    is_bullet,
    is_enumerated,
    is_prose,
    key,
    word_count,
)

_SEPARATORS = re.compile(r"\s*[;；|｜、]\s*")
_HEADING = re.compile(
    r"^(?:abstract|(?:executive )?summary|key (?:points|messages)|"
    r"zusammenfassung|résumé|points clés|"
    r"摘\s?要|内容提要|内容摘要|要点提示|(?:内容|本文)?导\s?读)"
    r"\s*[:：]?$",
    re.IGNORECASE,
)
# The signs of a page that presents a paper kept elsewhere; two of them tell it.
_PAPER = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        r"\bdoi\b|\b10\.\d{4,9}/",
        r"\bis[bs]n\b",
        r"^(?:jel|handle|uri)\b",
        r"\b(?:working|discussion|research|policy|occasional|staff) papers?\b.{0,20}\d|"
        r"^[A-Z]{2,5}\d{4,6}\b",
        r"\b(?:download|open|view|read)\b.{0,24}\b(?:pdf|paper|report|full text|citation)\b|"
        r"^pdf\b.{0,24}$|\bdownload \(|下载(?:全文|pdf)|pdf\s?(?:下载|herunterladen)|caj",
        r"^(?:how to |suggested |recommended )?cit(?:e|ation)\b|\bbibtex\b|引用(?:本文|格式)",
        r"^(?:pages|number of pages|页数)\b.{0,8}\d*$|\b\d{1,3} pages\b",
        r"^(?:key ?words?|schlagw[oö]rter|mots[- ]cl[ée]s|关键词)\b",
    )
)
_RELEASE = re.compile(r"\b(?:news|press|media) releases?\b|新闻稿|pressemitteilung", re.IGNORECASE)
_SIGNS = 2
_SIGN = 240  # characters of a line that can be one
_SHORT_TEXT = (25, 450)  # words
_ABSTRACT = re.compile(
    r"^(?:abstract|zusammenfassung|résumé|摘\s?要|(?:内容|本文)?导\s?读)\b", re.IGNORECASE
)
_LABELLED = re.compile(r"^(?:abstract|zusammenfassung|résumé|摘\s?要)\s?[:：]", re.IGNORECASE)
_FOOT = compile_phrases("zones", "foot")
_SEARCHED = 30  # lines
_LONG = 30  # words of a paragraph
_PARAGRAPH = 15  # words from which a line below the heading is the abstract
_MOST_PARAGRAPHS = 12
_LONGEST_HEADING = 12  # words
_HASHTAG = re.compile(r"#([^\s#]{2,24})")
_TAG_ALONE = re.compile(r"^#[^\s#][^#]{0,30}$")
_HASHTAGS = re.compile(r"^(?:#[^\s#]{2,24}#?\s*){2,}$")
_TERM, _MOST_TERMS = 4, 8  # words; lines
_SEMICOLONS = re.compile(r"\s*[;；]\s*")
_CLOSED = re.compile(r"[\d:：。.@[【]")
_COMMAS = re.compile(r"\s*[,，]\s*")
_SPLITS = (_SEPARATORS, _COMMAS, re.compile(r"\s*/\s*"))


def read_keywords(lines: Sequence[Line], pairs: Sequence[Pair]) -> Found[tuple[str, ...]]:
    """Split the labelled line that names most: a site's own tags stand beside the paper's."""
    if bare := find_unlabelled(lines):
        terms = bare[1]
        words = split_keywords(terms.text)
        return Found(words, "line of terms below the abstract", terms.text, 0.7, terms.at)
    labelled = [run for run in runs_of(pairs) if run[0].field in ("keywords", "subject")]
    found = [one for run in labelled for one in _words_of(run)]
    found = [one for one in found if one[1].field == "keywords" or _are_terms(one[0])]
    if not found:
        return next(chain(_listed_terms(lines), _hashtags(lines)), Found((), "none stated"))
    words, pair = max(found, key=lambda one: len(one[0]))
    return Found(words, f"label “{pair.label}”", pair.line.text, 0.97, pair.line.at)


def _listed_terms(lines: Sequence[Line]) -> Iterator[Found[tuple[str, ...]]]:
    for heading, *below in find_listed_terms(lines):
        words = tuple(word for line in below for word in split_keywords(line.text))
        yield Found(words, "terms below a heading", heading.text, 0.8, heading.at)


def find_listed_terms(lines: Sequence[Line]) -> Iterator[tuple[Line, ...]]:
    """Give each heading "Keywords" with the terms below it: all on one line, or a line each."""
    for index, line in enumerate(lines):
        if field_of(line.text.strip(" :：")) == "keywords":
            below = list(takewhile(_is_term_line, lines[index + 1 : index + 1 + _MOST_TERMS]))
            row = bool(below) and len(split_keywords(below[0].text)) > 1
            if below:
                yield (line, *(below[:1] if row else below))


def _is_term_line(line: Line) -> bool:
    """Say whether a line can be a keyword or a row of them."""
    heading = line.tag in ("h1", "h2", "h3", "h4") or is_enumerated(line.text)
    labelled = bool(field_of(line.text.strip(" :：")) or pairs_in(line))
    other = heading or labelled or bool(find_furniture_rule(line))
    return not other and all(word_count(one) <= _TERM for one in split_keywords(line.text))


def _are_terms(words: Sequence[str]) -> bool:
    """Say whether what a paper calls its subject is several short terms and not a title."""
    return len(words) > 1 and all(word_count(word) <= _TERM for word in words)


def _terms_of(pair: Pair) -> tuple[str, ...]:
    """Split a value at its marks, else where the page sets its terms apart."""
    words = split_keywords(pair.value)
    apart = () if pair.label.startswith("dc") else pair.line.parts[1:]
    return apart if len(words) == 1 < len(apart) else words


def _hashtags(lines: Sequence[Line]) -> Iterator[Found[tuple[str, ...]]]:
    """Give the terms of a row of hashtags, or of lines that are a hashtag each."""
    for tagged, run in groupby(lines, key=lambda line: bool(_TAG_ALONE.match(line.text))):
        own = list(run)
        if tagged and len(own) > 1:
            words = tuple(line.text.strip("# ") for line in own)
            yield Found(words, "line of hashtags", own[0].text, 0.8, own[0].at)
    for line in lines:
        if _HASHTAGS.match(line.text):
            words = tuple(_HASHTAG.findall(line.text))
            yield Found(words, "line of hashtags", line.text, 0.8, line.at)


def _words_of(run: Sequence[Pair]) -> list[tuple[tuple[str, ...], Pair]]:
    """Give the terms of each row; rows with one term each, as records print them, are one."""
    rows = [(words, pair) for pair in run if (words := _terms_of(pair))]
    if not rows or any(len(words) > 1 for words, _ in rows):
        return rows
    return [(tuple(dict.fromkeys(words[0] for words, _ in rows)), rows[0][1])]


def find_unlabelled(lines: Sequence[Line]) -> tuple[Line, Line] | None:
    """Give the abstract and the line of terms that a journal prints without labels.

    The terms part by semicolons and stand right below the abstract, the first paragraph there is.
    """
    for line, after in pairwise(lines[:_SEARCHED]):
        if is_prose(line.text):
            return (line, after) if _is_terms(after.text) else None
    return None


def _is_terms(text: str) -> bool:
    terms = _SEMICOLONS.split(text)
    short = all(1 <= word_count(term) <= 7 for term in terms)
    return 3 <= len(terms) <= 8 and short and len(text) <= 120 and not _CLOSED.search(text)


def split_keywords(value: str) -> tuple[str, ...]:
    """Split at semicolons, else at commas, else at slashes; Han words also at blanks."""
    form = next((form for form in _SPLITS if form.search(value)), _COMMAS)
    words = form.split(value)
    if len(words) == 1 and han_count(value):
        words = value.split()
    return tuple(word.strip(" .。") for word in words if word.strip(" .。"))


def read_abstract(lines: Sequence[Line], pairs: Sequence[Pair], title: str) -> Found[str]:
    """Give the abstract behind its label or in its element, "" where the page has none."""
    for pair in pairs:
        if (
            pair.field == "abstract"
            and word_count(pair.value) >= 8
            and key(pair.value) != key(title)
        ):
            return Found(pair.value, f"label “{pair.label}”", pair.line.text, 0.97, pair.line.at)
    if section := find_section(lines):
        heading, *own = section
        text = "\n\n".join(line.text for line in own)
        rule = "paragraph under the heading “abstract”"
        return Found(text, rule, heading.text, 0.9, own[0].at)
    if bare := find_unlabelled(lines):
        text, at = bare[0].text, bare[0].at
        return Found(text, "paragraph above a line of terms", text, 0.7, at)
    for line in lines:
        if is_abstract_element(line):
            return Found(line.text, "element of an abstract", line.text, 0.85, line.at)
    return Found("", "none stated")


def read_presented(head: Sequence[Line], body: Sequence[Line], tail: Sequence[Line]) -> Found[str]:
    """Give the text of a page that presents a paper: it is its abstract; "" for other pages."""
    around = [line.text for line in (*head, *tail) if len(line.text) <= _SIGN]
    signs = sum(any(form.search(text) for text in around) for form in _PAPER)
    words = sum(word_count(line.text) for line in body)
    plain = all(is_prose(line.text) for line in body)
    if any(_RELEASE.search(text) for text in around):
        return Found("", "none stated")  # news of a paper that goes round to the press
    if signs < _SIGNS or not plain or not _SHORT_TEXT[0] <= words <= _SHORT_TEXT[1]:
        return Found("", "none stated")
    text = "\n\n".join(line.text for line in body)
    return Found(text, "text of a page that presents a paper", body[0].text, 0.6, body[0].at)


def find_abstracts(lines: Sequence[Line]) -> list[Line]:
    """Give the paragraphs right below "Abstract" or "摘要", where a journal prints both."""
    return [
        after
        for line, after in pairwise(lines)
        if _HEADING.match(line.text) and _ABSTRACT.match(line.text) and is_prose(after.text)
    ]


def find_section(lines: Sequence[Line]) -> tuple[Line, ...]:
    """Give the heading "Abstract" and all paragraphs or bullets of its section, () without one.

    A section ends at the next heading or label. Where none follows, nobody can tell the abstract
    from the text: then it is one paragraph, or the bullets in a row.
    """
    lines = _joined(lines)
    for index, (line, after) in enumerate(pairwise(lines)):
        opens = word_count(after.text) >= _PARAGRAPH or is_bullet(after.text)
        if opens and _HEADING.match(line.text):
            own = _section(lines[index + 1 :])
            words = sum(word_count(one.text) for one in own)
            sums_up = _ABSTRACT.match(line.text) or _goes_on(own[-1], lines, words)
            if words >= _PARAGRAPH and (sums_up or _is_all(own, lines)):
                return (line, *own)
    return ()


def find_abstract_heading(lines: Sequence[Line]) -> int:
    """Give the number of the line "Abstract" above one, or of that which opens so, else 0."""
    section = find_section(lines)
    if section and _ABSTRACT.match(section[0].text):
        return section[0].at
    labelled = (line for line in lines if _LABELLED.match(line.text) and is_prose(line.text))
    return next((line.at for line in labelled), 0)


def _joined(lines: Sequence[Line]) -> list[Line]:
    """Leave out lines without a letter, and put the two halves of "摘 要" on one line."""
    lettered = [line for line in lines if key(line.text)]
    halves = {
        after.at: line.at
        for line, after in pairwise(lettered)
        if (line.text, after.text) == ("摘", "要")
    }
    return [
        replace(line, text="摘要") if line.at in halves else line
        for line in lettered
        if line.at not in halves.values()
    ]


def _is_all(own: Sequence[Line], lines: Sequence[Line]) -> bool:
    """Say whether a page holds no paragraph but the one of its summary."""
    long = [line for line in lines if is_prose(line.text) and word_count(line.text) >= _LONG]
    return len(own) == 1 and long == [*own]


def _goes_on(last: Line, lines: Sequence[Line], words: int) -> bool:
    """Say whether more text follows than the `words` of its summary, which else is the text."""
    after = [line for line in lines if line.at > last.at]
    end = next((n for n, line in enumerate(after) if _FOOT.match(line.text)), len(after))
    return sum(word_count(line.text) for line in after[:end] if is_prose(line.text)) > words


def _section(lines: Sequence[Line]) -> Sequence[Line]:
    """Give the first of `lines` that belong to the section which they open."""
    if is_bullet(lines[0].text):
        end = next((n for n, line in enumerate(lines) if not is_bullet(line.text)), 0)
        return lines[:end]
    if lines[0].tag == "abstract":
        end = next((n for n, line in enumerate(lines) if line.tag != "abstract"), 0)
        return lines[:end]
    end = next((n for n, line in enumerate(lines) if _ends_section(line)), 0)
    goes_on = any(is_prose(line.text) for line in lines[end:])
    return lines[:end] if goes_on and 1 <= end <= _MOST_PARAGRAPHS else lines[:1]


def _ends_section(line: Line) -> bool:
    """Say whether a line is a heading or begins with a label, and is no paragraph."""
    if line.tag in ("h1", "h2", "h3", "h4") or pairs_in(line):
        return True
    short = word_count(line.text) <= _LONGEST_HEADING and not ends_sentence(line.text)
    return short and not is_bullet(line.text)


def is_abstract_element(line: Line) -> bool:
    """Say whether the markup names a paragraph the abstract."""
    return line.tag == "abstract" and word_count(line.text) >= 15
