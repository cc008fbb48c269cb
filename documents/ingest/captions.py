"""Recognises picture captions by the credit at their end or the image file before them."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from documents.ingest.controls import is_only_controls
from documents.ingest.draft import Caption
from documents.ingest.forms import folded_form
from documents.ingest.lines import Line
from documents.ingest.names import is_person
from documents.ingest.phrases import load_phrases
from documents.ingest.shape import (
    ends_sentence,
    han_count,
    is_enumerated,
    is_prose,
    key,
    word_count,
)
from documents.text.folding import fold

_FILE = re.compile(
    r"^(?:\d{2,4}\s+)?(?P<name>[\w%.-]+\.(?:jpe?g|png|gif|webp|bmp)|[\w%.-]*_[\w%.-]*\d{6,})$",
    re.IGNORECASE,
)
_CREDITS = tuple(re.compile(form) for form in load_phrases("credits")["credits"])
_OPENING = folded_form("|".join(load_phrases("credits")["openings"]))
# "A drone lifts off from a roof. Sun Yuchen": one sentence and who took the picture.
_SIGNED = re.compile(
    r"^(?P<text>[A-Z][^.!?]{15,200}\.)\s+(?P<credit>[A-Z][\w’'-]+(?:\s[A-Z][\w’'.-]*){1,2})$"
)
# "Figure 3. Freight by river", "图1 研究区范围", and no "Figure 3 shows that …".
_FIGURE = re.compile(
    r"^(?:(?i:Figure|Fig\.|Chart|Table|Exhibit|Map|Abbildung|Tabelle|Grafik|Graphique|Tableau|Carte)"
    r"\s?\d{1,2}(?:\s?[.:：|–—-])?(?:\s+[A-ZÀ-Þ\d“\"].*|\s*)|"
    r"(?:图表?|表)\s?\d{1,2}\s?[:：.]?\s?[^，。；]{4,40})$"
)
_NUMBER = re.compile(r"\w+\.?\s?\d{1,2}\s?[.:：|]?")
_PICTURE = re.compile(r"^(?:图片来源|供图|摄影|图源|图|资料图)")
_CALLED = re.compile(r"^(?:photo|image|picture|foto|bild)\s?[:：]", re.IGNORECASE)
_AGENCY = re.compile(
    r"Imagine ?china|Xinhua|VCG|CFP|AFP|AP|Reuters|EPA|CNS|dpa|IC|Getty Images|"
    r"新华社|视觉中国|中新社",
    re.IGNORECASE,
)
_SENTENCE = 30  # words of the sentence below an agency's name
_LONGEST = 75
_LEAST = 4  # words of a caption that only its repetition tells
_ELEMENT = "element of a caption"
_TWICE = "line that stands twice, as an image's two texts do"
_AGAIN = "title again above a caption, as an image's words"
_CREDITED = "credit at the end of the line"
_BELOW = "line below an image"
_OPENED = "words that open a caption"
_CONFIDENCE = {_ELEMENT: 0.95, _CREDITED: 0.9, _TWICE: 0.7, _BELOW: 0.8, _OPENED: 0.75}


def find_captions(lines: Sequence[Line], title: str) -> dict[int, Caption]:
    """Give the captions among lines by the line's number; their image's file name with them."""
    found: dict[int, Caption] = {}
    file_name = ""
    for line in lines:
        if match := _FILE.match(line.text):
            file_name = match["name"]
            continue
        caption = _caption(line, title, after_image=bool(file_name))
        if caption:
            found[line.at] = replace(caption, file_name=file_name, line=line.text, at=line.at)
        file_name = ""
    return _twice(lines, title) | _beside_credit(lines) | found | _below_number(lines, found)


def _below_number(lines: Sequence[Line], found: Mapping[int, Caption]) -> dict[int, Caption]:
    """Give "Figure 2" alone on its line and what it shows on the next one as one caption."""
    joined: dict[int, Caption] = {}
    for line, after in pairwise(lines):
        bare = line.at in found and _NUMBER.fullmatch(line.text) and after.at - line.at <= 2
        named = _LEAST <= word_count(after.text) <= _SENTENCE and not ends_sentence(after.text)
        if bare and named and after.at not in found and not is_enumerated(after.text):
            whole = f"{line.text} {after.text}"
            both = replace(found[line.at], text=whole, line=whole)
            joined |= dict.fromkeys((line.at, after.at), both)
    return joined


def _beside_credit(lines: Sequence[Line]) -> dict[int, Caption]:
    """Give an agency's name alone with the sentence below it, as a picture's credit stands."""
    found: dict[int, Caption] = {}
    for line, after in pairwise(lines):
        if _AGENCY.fullmatch(line.text) and after.at - line.at <= 2:
            if not ends_sentence(after.text) or word_count(after.text) > _SENTENCE:
                continue
            for one in (line, after):
                text = after.text if one is after else ""
                found[one.at] = Caption(text, line.text, "", one.text, _CREDITED, 0.7, one.at)
    return found


def _twice(lines: Sequence[Line], title: str) -> dict[int, Caption]:
    """Give lines that are repeated on the next one: an image's alternative text and its caption."""
    found: dict[int, Caption] = {}
    seen_title = False
    for line, after in pairwise(lines):
        seen_title = seen_title or key(line.text) == key(title)
        twice = seen_title and line.text == after.text and key(line.text) != key(title)
        if twice and not is_prose(line.text) and _LEAST <= word_count(line.text) <= _LONGEST:
            caption = Caption(
                line.text, rule=_TWICE, confidence=_CONFIDENCE[_TWICE], line=line.text
            )
            found |= {at: replace(caption, at=at) for at in (line.at, after.at)}
    return found


def find_title_above(
    lines: Sequence[Line], title: Line, found: Mapping[int, Caption]
) -> dict[int, Caption]:
    """Give the title where it stands again right above a caption: there as that image's words."""
    for line, after in pairwise(lines):
        again = line.at > title.at and key(line.text) == key(title.text)
        if again and after.at in found and after.at - line.at <= 2:
            return {line.at: Caption(line.text, "", "", line.text, _AGAIN, 0.6, line.at)}
    return {}


def split_credit(text: str) -> tuple[str, str]:
    """Split the credit off the end of a caption: (text, credit)."""
    for form in _CREDITS:
        match = form.search(text) or (form.search(fold(text)) if han_count(text) else None)
        if match:
            return text[: match.start()].strip(" [(（"), text[slice(*match.span("credit"))].strip()
    return text, ""


def is_credit(text: str) -> bool:
    """Say whether a line with © is a caption and its photographer, not a site and its year."""
    caption, credit = split_credit(text)
    owner = re.search(r"\d{4}|rights|版权|reserved", credit, re.IGNORECASE)
    named = word_count(caption) >= _LEAST and not is_only_controls(caption)
    return bool(credit) and owner is None and named


def is_pictured(text: str) -> bool:
    """Say whether a line says that it describes a picture and who took it: it is no byline."""
    caption, credit = split_credit(text)
    told = _OPENING.match(fold(text)) or _CALLED.match(text)
    return bool(told and credit) and word_count(caption) >= _LEAST


def _caption(line: Line, title: str, *, after_image: bool) -> Caption | None:
    if len(line.text) > 12 * _LONGEST or word_count(line.text) > _LONGEST:
        return None
    if is_enumerated(line.text):
        return None
    text, credit = split_credit(line.text)
    if not credit and (signed := _SIGNED.match(line.text)) and is_person(signed["credit"]):
        text, credit = signed["text"], signed["credit"]
    rule = ""
    if line.tag == "figcaption":
        rule = _ELEMENT
    elif credit and (text or after_image or _PICTURE.match(credit)):
        rule = _CREDITED
    elif _opens_caption(line.text):
        rule = _OPENED
    elif after_image and word_count(line.text) <= 45 and key(line.text) != key(title):
        rule = _BELOW
    return Caption(text, credit, rule=rule, confidence=_CONFIDENCE[rule]) if rule else None


def _opens_caption(text: str) -> bool:
    """Say whether a line begins as captions do, or names a figure and says what it shows."""
    figure = _FIGURE.match(text) and word_count(text) <= _SENTENCE
    return bool(figure or (_OPENING.match(fold(text)) and word_count(text) <= 2 * _SENTENCE))
