"""Reads "label: value" lines: several on one line, or the value on the line after its label."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from documents.ingest.controls import is_only_controls
from documents.ingest.forms import folded_form
from documents.ingest.lines import Line
from documents.ingest.phrases import load_phrases
from documents.ingest.shape import (
    ends_sentence,
    han_count,
    is_addressee,
    is_enumerated,
    is_prose,
    word_count,
)
from documents.text.dates import find_dates
from documents.text.folding import fold


@dataclass(frozen=True, slots=True)
class Pair:
    """`field` is the meaning of the label, `line` the line (or the value's own line)."""

    field: str
    label: str
    value: str
    line: Line
    last: bool = False


ARCHIVED = "archive's date"  # the field of a date that an archive put before the page
_LABELS = {field: "|".join(words) for field, words in load_phrases("labels").items()}
_FIELD_OF = folded_form(
    "|".join(f"(?P<{field}>{alternatives})" for field, alternatives in _LABELS.items())
)
_ANY = "|".join(_LABELS.values())
_LABEL = folded_form(
    rf"(?:(?<![^\W\d_])|(?<=[\u4e00-\u9fff]))[\[【(（]?(?P<label>{_ANY})(?:\(s\))?\s*[\]】)）]?\s*[:：]|"
    rf"(?:^|(?<=\s))[\[【]\s?(?P<bracket>{_ANY})\s?[\]】]"
)
_LEADING = re.compile(r"^[\W\d_]*(?:\d[\W_]*(?:pages?|pp|words|comments?)\W*)?$", re.IGNORECASE)
_HEADED = re.compile(r"[|｜│]|\d{4}[-/.年]|\d{1,2}:\d\d")
_BYLINE = re.compile(r"^(?:By|Von|Par)\s(?:[\w.’'-]+[\s,]*){1,10}$", re.IGNORECASE)
_UNKNOWN = re.compile(r"\s+(?=[A-Z][a-z]+\s?:\s)")
# A label in capitals with a full stop or a dash, as journals print it; a wire's sender.
_STOPPED = re.compile(
    r"^(?P<label>ABSTRACT|Abstract|SUMMARY|KEY ?WORDS|Key ?words)\s?[.—–]\s+(?P<value>\S.*)$|"
    r"^(?P<wire>SOURCE)\s+(?P<sender>[A-Z].{3,80})$"
)
# "作者 | 张三 某大学": accounts of a messenger part a label by a bar.
_BARRED = re.compile(
    r"^(?P<label>[\u4e00-\u9fff]{0,8}记者|作者|来源|來源|文|图|撰文|编辑|责编|審校|审校|校对|审核|转载自)\s?[|｜丨]\s?"
    r"(?P<value>.{0,120}?)(?:\s+[\u3400-\u9fff]{1,4}\s?[|｜丨].*)?$"
)
# "【原文出处】《人口学刊》…": libraries print a table of any labels.
_BRACKETED = re.compile(
    r"^【(?P<label>[\u3400-\u9fff\s]{0,7}(?:号|名称|标题|出处|日期|分类|类型|类别|主题|时间|单位|作者|简介|刊名|页码|机构|来源|关\s*键\s*词|摘\s*要))】"
    r"(?P<value>(?=\S).{1,400})$"
)
_BRACKETED_FIELDS = {
    "原文出处": "source",
    "原刊名称": "source",
    "作者简介": "author",
    "作者姓名": "author",
}
# "dc.title  Trams for the delta  en": a repository's fields, each with the language it is in.
_RECORD = re.compile(
    r"^(?P<label>dc(?:terms)?\.[A-Za-z.]{3,40})"
    r"(?:\s+(?P<value>\S.*?)(?:\s(?:-|[a-z]{2}(?:[-_][A-Z]{2})?))?)?$"
)
_ARCHIVED = re.compile(r"^date (?P<value>(?:19|20)\d\d-\d\d(?:-\d\d)?)$")
_SPEAKER = re.compile(
    r"(?:hosts?|moderator|reporter|writer|[\u3400-\u9fff]{0,12}(?:记者|記者|通讯员))", re.IGNORECASE
)
_SITE = 16  # words of a site's name and address before the labels
_HOST = re.compile(r"\b(?:[a-z0-9-]+\.)+(?:cn|com|org|net|gov)\b", re.IGNORECASE)
_SPOKEN = 4  # words from which a sentence behind a speaker is what he says
_SHORT, _LEAD = 600, 60  # characters of a line of labels, and of the label of a paragraph
_FIELDS_OF_DATES = ("issued", "posted", "effective", "expires", "deadline", "planned", "held")
_TABLE_FIELDS = frozenset([*_FIELDS_OF_DATES, "publisher", "issuer", "number", "venue", "other"])
_NEXT = 6  # lines to the next row, where values stand below their labels
_BARE, _NEAR, _SEVERAL = 30, 8, 3  # letters; lines; labels of a list of details
_COUNTER = re.compile(
    r"浏览|阅读|访问|点击|视力|保护|字|hits|views|clicks|reads?|page|visits|share|font",
    re.IGNORECASE,
)
_TRIM = " |｜│;；,，\t·•【[("


def field_of(label: str) -> str:
    """Give the meaning of a label, "" for a word that is none."""
    match = _FIELD_OF.fullmatch(fold(" ".join(label.split())))
    return match.lastgroup or "" if match else ""


def pairs_in(line: Line) -> list[Pair]:
    """Give the pairs of a line that begins with a label (or a date and a label)."""
    text = line.text
    if whole := _whole_line(line):
        return [whole]
    if row := _cells(line):
        return row
    if len(text) > _SHORT:
        return _long_pair(line)
    found = list(_LABEL.finditer(fold(text)))
    if not found or not (_opens(text[: found[0].start()]) or _is_row(text, found[0].start())):
        return []
    pairs = []
    for match, after in zip(found, [*found[1:], None], strict=True):
        start, end = match.span("label" if match["label"] else "bracket")
        label = text[start:end].strip()
        value = _UNKNOWN.split(text[match.end() : after.start() if after else len(text)])[0].strip(
            _TRIM
        )
        pairs.append(Pair(field_of(label), label, value, line, last=after is None))
    return [] if _is_speech(pairs[0]) else pairs


def _cells(line: Line) -> list[Pair]:
    """Read a row of a table that holds labels and their values by turns, in cells apart."""
    cells = [cell.rstrip(" :：") for cell in line.parts]
    rows = [
        (field_of(label), label, value)
        for label, value in zip(cells[::2], cells[1::2], strict=False)
    ]
    if not all(field and not _LABEL.search(fold(f"{value}:")) for field, _, value in rows):
        return []
    return [Pair(*row, line, last=at == len(rows)) for at, row in enumerate(rows, start=1)]


def _is_row(text: str, start: int) -> bool:
    """Say whether the labels from `start` on hold a date, behind a site's name and its address."""
    site = word_count(text[:start]) <= _SITE and bool(_HOST.search(text[:start]))
    return site and bool(find_dates(text[start:]))


def _is_speech(pair: Pair) -> bool:
    """Say whether a label names who speaks, as in the minutes of a press conference."""
    spoken = ends_sentence(pair.value) and word_count(pair.value) >= _SPOKEN
    return spoken and bool(_SPEAKER.fullmatch(pair.label))


def _whole_line(line: Line) -> Pair | None:
    """Read the forms of a label that has no colon; such a line holds one."""
    return next(filter(None, (read(line, line.text[: _SHORT + 1]) for read in _WHOLE)), None)


def _stopped(line: Line, text: str) -> Pair | None:
    match = _STOPPED.match(text)
    if match is None:
        return None
    label, value = match["label"] or match["wire"], match["value"] or match["sender"]
    value = line.text[match.start("value") :] if match["value"] else value
    return Pair(field_of(label), label, value, line, last=True)


def _barred(line: Line, text: str) -> Pair | None:
    match = _BARRED.match(text)
    if match is None:
        return None
    field = field_of(match["label"]) or ("author" if "文" in match["label"] else "other")
    return Pair(field, match["label"], match["value"], line, last=True)


def _bracketed(line: Line, text: str) -> Pair | None:
    match = _BRACKETED.match(text)
    if match is None:
        return None
    label = "".join(match["label"].split())
    field = _BRACKETED_FIELDS.get(label) or field_of(label) or "other"
    return Pair(field, label, match["value"].strip(_TRIM), line, last=True)


def _recorded(line: Line, _: str) -> Pair | None:
    match = _RECORD.match(line.text)
    if match is None:
        return None
    label = match["label"]
    return Pair(field_of(label) or "other", label, match["value"] or "", line, last=True)


def _in_two_parts(line: Line, _: str) -> Pair | None:
    if len(line.parts) != 2 or not field_of(line.parts[0]) or field_of(line.parts[1]):
        return None
    return Pair(field_of(line.parts[0]), *line.parts, line, last=True)


def _archived(line: Line, text: str) -> Pair | None:
    match = _ARCHIVED.match(text)
    return Pair(ARCHIVED, "date", match["value"], line, last=True) if match else None


def _bare(line: Line, text: str) -> Pair | None:
    cell = line.tag in ("dt", "th", "td") and field_of(text)
    return Pair(field_of(text), text, "", line, last=True) if cell or is_bare_label(text) else None


_WHOLE = (_stopped, _barred, _bracketed, _recorded, _in_two_parts, _archived, _bare)


def _long_pair(line: Line) -> list[Pair]:
    """Read the one label that a whole paragraph can have, such as "Abstract: …"."""
    match = _LABEL.search(fold(line.text[:_LEAD]))
    if match is None or not _LEADING.match(line.text[: match.start()]):
        return []
    start, end = match.span("label" if match["label"] else "bracket")
    label, value = line.text[start:end].strip(), line.text[match.end() :].strip(_TRIM)
    return [Pair(field_of(label), label, value, line, last=True)]


def find_labels(text: str) -> list[int]:
    """Give where the labels of a line begin, wherever they stand."""
    return [match.start() for match in _LABEL.finditer(fold(text))]


def is_bare_label(text: str) -> bool:
    """Say whether a line or cell is a label without its colon, as in tables: of no lone word."""
    several = 3 <= han_count(text) <= 6 or (text[:1].isupper() and word_count(text) > 1)
    return several and field_of(text) in _TABLE_FIELDS


def before_labels(text: str) -> str:
    """Give what stands before the first label of a line: all of it where there is none."""
    match = _LABEL.search(fold(text))
    return text[: match.start()] if match else text


def read_pairs(lines: Sequence[Line]) -> Iterator[Pair]:
    """Give the pairs of all lines; a label that stands alone takes the next line as its value."""
    waiting: Pair | None = None
    details = _details(lines)
    for line in lines:
        pairs = pairs_in(line)
        if line.at in details:
            pairs = pairs or [Pair(field_of(line.text), line.text, "", line, last=True)]
        near = not pairs and waiting and line.at - waiting.line.at <= 2
        if waiting and near and (_is_value(line.text) or _RECORD.match(waiting.label)):
            yield Pair(waiting.field, waiting.label, line.text, line)
        yield from (pair for pair in pairs if pair.value)
        waiting = _alone(pairs)


def runs_of(pairs: Iterable[Pair]) -> list[list[Pair]]:
    """Give the pairs of near rows that have the same label together, in the order of the first."""
    runs: list[list[Pair]] = []
    for pair in pairs:
        run = next((run for run in reversed(runs) if run[-1].label == pair.label), None)
        if run and pair.line.at - run[-1].line.at <= _NEXT:
            run.append(pair)
        else:
            runs.append([pair])
    return runs


def _details(lines: Sequence[Line]) -> frozenset[int]:
    """Give the numbers of the labels without a colon that stand alone, several near each other."""
    bare = [
        (index, line)
        for index, line in enumerate(lines)
        if len(line.text) <= _BARE and field_of(line.text) and not is_only_controls(line.text)
    ]
    places = [index for index, _ in bare]
    return frozenset(
        line.at
        for index, line in bare
        if sum(abs(index - other) <= _NEAR for other in places) >= _SEVERAL
    )


def _alone(pairs: Sequence[Pair]) -> Pair | None:
    if len(pairs) != 1 or pairs[0].value:
        return None
    if pairs[0].field in ("abstract", "editor") and not _RECORD.match(pairs[0].label):
        return None
    return None if _COUNTER.match(pairs[0].label) else pairs[0]


def _is_value(text: str) -> bool:
    return word_count(text) <= 24 and not (
        is_addressee(text) or is_enumerated(text) or is_prose(text)
    )


def _opens(before: str) -> bool:
    """Say whether what stands before the first label is still the head of a line of labels."""
    if _LEADING.match(before) or _BYLINE.match(before) or is_only_controls(before):
        return True
    return word_count(before) <= 20 and (bool(_HEADED.search(before)) or " " not in before.strip())
