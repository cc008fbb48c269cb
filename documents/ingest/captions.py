"""Recognises picture captions by the credit at their end or the image file before them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from documents.ingest.draft import Caption
from documents.ingest.lines import Line
from documents.ingest.shape import HAN, is_enumerated, key, word_count

_FILE = re.compile(r"^(?:\d{2,4}\s+)?(?P<name>[\w%.-]+\.(?:jpe?g|png|gif|webp|bmp))$", re.IGNORECASE)
_NAME = r"[A-ZÀ-Þ][\w.’'-]*(?:\s+[A-ZÀ-Þ][\w.’'-]*){0,4}"
_CREDITS = tuple(
    re.compile(form)
    for form in (
        r"[\[(（【]\s*(?P<credit>(?i:photo|picture|image|foto|file photo|illustration|graphic|credit|source|quelle|bild|crédit)s?\b[^\])）】]{0,60})[\])）】]\s*\.?$",
        rf"[\[(（]\s*(?P<credit>(?:Xinhua|AP|AFP|Reuters|EPA|CFP|VCG|IC|dpa|Getty Images|China Daily|CNS|Imago|AP Photo)(?:\s?/\s?[\w .’'-]{{2,40}})?)\s*[\])）]\s*\.?$",
        r"(?P<credit>(?:Provided|Photo(?:graph)?s? (?:provided|supplied)) (?:to|by|for) [A-Z][\w ]{2,40})\.?$",
        r"(?P<credit>(?:Photo(?:graph)?|Image|Picture|Foto|Bild|Illustration|Photos?)(?: credit)?\s*(?:[:：©/|]|by|courtesy of|von|par)\s*[^.。]{2,60})\.?$",
        r"(?P<credit>[A-Z]{2,}(?: [A-Z]{2,}){0,3}\s?/\s?(?:FOR )?[A-Z][A-Z ]{2,30})\.?$",
        r"(?P<credit>©\s?[^.。©]{2,60})\.?$",
        rf"[（(]?(?P<credit>(?:新华社|中新社|人民网|新华网|本报|本网)?(?:记者|通讯员)?\s?[{HAN}·]{{2,4}}(?:[ 、][{HAN}]{{2,4}})?\s?(?:摄影?|/摄|供图|拍摄|图/文))[）)]?[。]?$",
        rf"(?P<credit>(?:图片来源|供图|摄影|图源|图/|资料图片?|图|来源)\s?[:：/]\s?[^。]{{2,30}})[）)]?$",
        rf"[（(](?P<credit>[{HAN}]{{2,10}}供图|资料图片?|视觉中国|新华社发|中新社发)[）)]?[。]?$",
    )
)
_OPENING = re.compile(r"^(?:\W*(?:图为|图[一二三四五六七八九十\d]{1,3}[：:. 　]|上图|下图|资料图|Photo shows|Caption|In this (?:file )?photo|This (?:aerial |file )?photo|"
                      r"An aerial (?:drone )?(?:photo|view)|Aerial photo|File photo))")
_LONGEST = 75


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
            found[line.at] = Caption(caption.text, caption.credit, file_name, line.text)
        file_name = ""
    return found


def split_credit(text: str) -> tuple[str, str]:
    """Split the credit off the end of a caption: (text, credit)."""
    for form in _CREDITS:
        match = form.search(text)
        if match:
            return text[: match.start()].strip(" [(（"), match["credit"].strip()
    return text, ""


def is_image_file(text: str) -> bool:
    return bool(_FILE.match(text))


def _caption(line: Line, title: str, *, after_image: bool) -> Caption | None:
    if word_count(line.text) > _LONGEST or is_enumerated(line.text):
        return None
    text, credit = split_credit(line.text)
    if line.tag == "figcaption" or (credit and (text or after_image)):
        return Caption(text, credit)
    if after_image and word_count(line.text) <= 45 and key(line.text) != key(title):
        return Caption(text, credit)
    if _OPENING.match(line.text) and word_count(line.text) <= 60:
        return Caption(text, credit)
    return None
