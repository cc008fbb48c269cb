"""Tells the lines that carry data about the document: labels, dates, bylines, numbers."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from documents.ingest.affiliations import find_marked, is_affiliation_list
from documents.ingest.byline import (
    continues_byline,
    find_glued_byline,
    read_byline,
    read_han_office,
    starts_byline,
)
from documents.ingest.cards import find_cards, find_headed, lines_of
from documents.ingest.dates_read import is_bare_date, is_date_line
from documents.ingest.described import (
    find_abstracts,
    find_listed_terms,
    find_section,
    find_unlabelled,
    is_abstract_element,
)
from documents.ingest.labels import Pair, pairs_in
from documents.ingest.lines import Line
from documents.ingest.names import (
    is_names_only,
    is_organisation,
    is_person,
    without_honorific,
    without_marks,
    without_place,
)
from documents.ingest.numbers import is_number_line
from documents.ingest.periodicals import is_periodical_line
from documents.ingest.reporters import find_han_reporters
from documents.ingest.shape import is_addressee, is_prose, word_count
from documents.text.dates import find_dates

_JOINTS = frozenset(
    [
        "of",
        "for",
        "and",
        "the",
        "in",
        "on",
        "at",
        "de",
        "für",
        "und",
        "et",
        "des",
        "du",
        "la",
        "le",
        "s",
    ]
)
_ADOPTION = re.compile(
    r"^[（(]\s?(?:19|20)\d\d年.{4,}(?:通过|批准|公布|修正|修订|发布|施行)[^（）()]{0,12}[）)]$|"
    r"^[（(](?:Adopted|Promulgated|Issued|Approved|Amended)\b.{4,}\d{4}.{0,60}[）)]$"
)
_LABELLED_DAY = re.compile(
    r"^(?:(?:first |last )?(?:published|updated|posted|modified)(?: on)?|(?:zuletzt )?aktualisiert"
    r"(?: am)?|publié(?: le)?|mis à jour(?: le)?)\s.{0,12}(?:19|20)\d\d\b",
    re.IGNORECASE,
)
# "Received 30 November 2021, Accepted 2 August 2022, Available online 19 August 2022."
_HISTORY = re.compile(
    r"(?:article history:?\s)?(?:received|submitted|eingegangen|reçu)\b", re.IGNORECASE
)
_REPORTS = re.compile(  # "某报 张三 北京报道"
    r"^\S{2,16}\s[\u4e00-\u9fff·]{2,4}(?:[\s、][\u4e00-\u9fff·]{2,4})?\s[\u4e00-\u9fff]{2,6}报道$"
)
_ACCOUNT = re.compile(r"^原创\s+(?P<name>[\u3400-\u9fff·]{2,5})\s+(?!(?:19|20)\d\d)\S{2,20}")
_WORD = re.compile(r"[^\W\d_]{4,}")
_SMALL_WORD = re.compile(r"(?<![^\W\d_])[a-zà-ÿ]{4,}")
_READ, _STEM = 2000, 5  # characters of a paragraph, and of a word that stand for its forms
_LONG_FIELDS = ("abstract", "keywords")
_BYLINE = 24  # words of a line that ends in a byline
_LONGEST = 60
_HEADING = 5  # words of a page's heading, which may hold a colon as a label does
_SEVERAL = 2
_PLACED, _PEOPLE = 22, 60  # words of a person with an institution, of several


def find_meta(
    lines: Sequence[Line], marks: Mapping[int, str], pairs: Sequence[Pair]
) -> frozenset[int]:
    """Give the numbers of the lines that hold data about the document and none of its text."""
    first = _first_paragraph(lines, marks)
    said = _words_said(lines)
    found = {pair.line.at for pair in pairs if _is_whole(pair)}
    found |= {line.at for line in find_unlabelled(lines) or ()}
    second = _first_paragraph([line for line in lines if line.at > first], marks)
    groups = [*find_cards([line for line in lines if line.at < second]), *find_headed(lines)]
    found |= {line.at for group in groups for line in lines_of(group)}
    found |= {line.at for line in find_marked(lines) if line.at < first}
    found |= {line.at for line in (*find_section(lines), *find_abstracts(lines))}
    found |= {line.at for rows in find_listed_terms(lines) for line in rows}
    found |= {line.at for line in lines if _is_labelled(line)}
    plain = (line for line in lines if line.at not in marks and line.at not in found)
    found |= {line.at for line in plain if _is_unlabelled(line, lines, first, said)}
    headings = {line.at for line in lines if line.tag == "h1" and word_count(line.text) >= _HEADING}
    return frozenset(found - headings)


def _is_labelled(line: Line) -> bool:
    pairs = pairs_in(line)
    return bool(pairs) and (word_count(line.text) <= _LONGEST or pairs[0].field in _LONG_FIELDS)


def _is_unlabelled(line: Line, lines: Sequence[Line], first: int, said: frozenset[str]) -> bool:
    """Say whether a line without a label holds data; `first` is where the first paragraph is."""
    if is_abstract_element(line) and any(
        other.at > line.at and is_prose(other.text) for other in lines
    ):
        return True
    if line.at < first and (_is_head_line(line) or _names_authors(line, lines, said)):
        return True
    if _goes_on(line, lines):
        return True
    if _is_bracketed_byline(line.text) and _follows_author(line, lines):
        return True
    if _LABELLED_DAY.match(line.text) and word_count(line.text) <= 12:
        return True
    short = word_count(line.text) <= 24 and not is_prose(line.text)
    return short and starts_byline(line.text) and bool(read_byline(line.text))


def _goes_on(line: Line, lines: Sequence[Line]) -> bool:
    """Say whether a line is the second one of a byline that the page broke."""
    above = next((one for one in reversed(lines) if one.at < line.at), None)
    return above is not None and continues_byline(above.text, line.text)


def _follows_author(line: Line, lines: Sequence[Line]) -> bool:
    """Say whether the line above is a label with an author, whose colleague this one names."""
    above = next((one for one in reversed(lines) if one.at < line.at), None)
    return above is not None and any(pair.field == "author" for pair in pairs_in(above))


def is_name_with_institution(text: str) -> bool:
    """Say whether a line is people and an institution: "Marco Rossi, University of Padua"."""
    parts = re.split(r"\s*[;；]\s*", text.strip(" .;；"))
    return word_count(text) <= _PEOPLE and all(map(_is_placed, parts))


def _is_placed(text: str) -> bool:
    names, _, rest = text.partition(", ")
    people = [
        without_honorific(without_marks(name))
        for name in re.split(r"\s+(?:and|und|et|&)\s+", names)
    ]
    if (
        not rest
        or word_count(text) > _PLACED
        or not all(map(is_person, people))
        or not is_organisation(rest)
    ):
        return False
    return all(word[:1].isupper() or word in _JOINTS for word in re.findall(r"[^\W\d_]+", rest))


def find_account(text: str) -> str:
    """Give the author before the account's name in "原创 张三 某某观察", "" in another line."""
    account = _ACCOUNT.match(text)
    return account["name"] if account else ""


def _is_whole(pair: Pair) -> bool:
    """Say whether a label's value stands alone on its line."""
    return pair.value == pair.line.text


def _first_paragraph(lines: Sequence[Line], marks: Mapping[int, str]) -> int:
    heading = next((line.at for line in lines if line.tag == "h1"), 0)
    for line in (line for line in lines if line.at > heading):
        long_enough = is_prose(line.text) and word_count(line.text) >= 16
        opens = line.at not in marks and (long_enough or is_addressee(line.text))
        data = _is_adoption(line.text) or _is_history(line.text)
        if opens and not (_names_people(line) or data):
            return line.at
    return lines[-1].at + 1 if lines else 1


def _names_people(line: Line) -> bool:
    """Say whether a long line is a byline, a list of institutions or a line of labels."""
    if is_affiliation_list(line.text) or is_name_with_institution(line.text):
        return True
    return bool(pairs_in(line)) or starts_byline(line.text)


def _is_head_line(line: Line) -> bool:
    text = line.text
    if (
        is_date_line(text)
        or is_bare_date(text)
        or is_number_line(text)
        or is_affiliation_list(text)
        or is_periodical_line(text)
        or _is_history(text)
    ):
        return True
    if starts_byline(text) and read_byline(text):
        return True
    if word_count(text) <= _BYLINE and (glued := find_glued_byline(text)) and read_byline(glued):
        return True
    if len(text) <= 40 and find_han_reporters(text) and not is_prose(text):
        return True
    if _REPORTS.match(text) or find_account(text):
        return True
    return (
        _is_bracketed_byline(text)
        or _is_adoption(text)
        or (not is_prose(text) and bool(read_han_office(text)))
    )


def _words_said(lines: Sequence[Line]) -> frozenset[str]:
    """Give the words that the paragraphs print in small letters, which no name is made of."""
    text = "\n".join(line.text[:_READ] for line in lines if is_prose(line.text))
    return frozenset(word[:_STEM] for word in _SMALL_WORD.findall(text))


def _names_authors(line: Line, lines: Sequence[Line], said: frozenset[str]) -> bool:
    """Say whether a line is of names, and no title whose words the text prints in small letters."""
    words = _WORD.findall(line.text.casefold())
    common = 2 * sum(word[:_STEM] in said for word in words) >= len(words) > 0
    return not common and (is_line_of_names(line) or _is_placed_above_date(line, lines))


def _is_placed_above_date(line: Line, lines: Sequence[Line]) -> bool:
    """Say whether a line is a name and a place above the page's date: "Ada Berg in Kalmar"."""
    below = next((one for one in lines if one.at > line.at), None)
    named = is_names_only(line.text) and line.tag not in ("h1", "h2", "title")
    return named and below is not None and is_date_line(below.text)


def is_line_of_names(line: Line) -> bool:
    """Say whether a line has the form of people, alone or with an institution.

    A title may have it too, as "Small Towns, Short Grants".
    """
    placed = without_place(line.text) != line.text  # so is "Nurseries in Guizhou"
    named = is_names_only(line.text) and line.tag not in ("h1", "h2", "title")
    alone = placed and len(read_byline(line.text)) < _SEVERAL
    return (named and not alone) or is_name_with_institution(line.text)


def _is_history(text: str) -> bool:
    """Say whether a line holds the days on which a journal received a paper and published it."""
    return bool(_HISTORY.match(text)) and len(find_dates(text)) > 1


def _is_adoption(text: str) -> bool:
    """Say whether a line is the note in brackets of when a law was adopted and approved."""
    return len(text) <= 400 and bool(_ADOPTION.match(text))


def _is_bracketed_byline(text: str) -> bool:
    """Say whether a line is names with their institutions in brackets and nothing else."""
    if not re.search(r"[)）]\s*$", text) or word_count(text) > 60:
        return False
    people = read_byline(text)
    return bool(people) and all(author.affiliations for author in people)
