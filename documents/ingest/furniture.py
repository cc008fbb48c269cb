"""Recognises the lines that belong to the web site and not to the document, by their form."""

from __future__ import annotations

import re
from functools import lru_cache

from documents.ingest.controls import is_only_controls
from documents.ingest.forms import folded_form
from documents.ingest.lines import Line
from documents.ingest.phrases import load_phrases, pattern_of
from documents.ingest.shape import ends_sentence, han_count, word_count
from documents.text.folding import fold

RELATED = "heading of related items"
RELATED_ITEM = "related item"
END = "mark of the end"
PAGER = "pager"
WAY_ON = "way to the whole"
LINK_SENTENCE = "sentence of a link"
TRAIL = "breadcrumb"

# Each form with the name that the curator reads beside the dropped line.
_FORMS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (row["name"], folded_form(pattern_of(row))) for row in load_phrases("furniture")["form"]
)
# A site's own latest pages stand in asides as well; these words speak of this page.
_LIKE = re.compile(
    r"related|similar|also|more on|verwandt|zum thema|auch|aussi|même|相关|推荐|相關", re.IGNORECASE
)
_LONGEST = 700  # characters; what is longer is text
_MENU_WORDS = (3, 16)
_SHORT_NAME = 19  # columns; a Han character takes two
_FORMLESS = frozenset(
    {
        "subscription offer",
        "cookie note",
        "disclaimer",
        "copyright",
        "spam",
        "citation of the page",
        "licence",
        "note of the editor",
    }
)
_SEGMENTS = re.compile(r"\s*(?:[>›»|｜│丨]|::|\s/\s|\s[·∙•]\s)\s*")
_ARROW = re.compile(r"[>›»]")
_ROOT = re.compile(r"home(?:page)?|首\s?页|首頁|主页|startseite|accueil", re.IGNORECASE)
_LOCATION = re.compile(r"^[^:：>]{2,24}[:：]\s*|[\s>›»]+$")  # "You are here: … >"
_STEPS = re.compile(r"\s*(?:[>›»＞→]|--?>)[>›»＞]*\s*|\s+[/-]\s+")
_STEP = re.compile(r"[>›»＞→]")
_DATELINE = re.compile(r"\S{0,8}[报社网]?讯\s?[(（]|\S{2,10}\d{1,2}月\d{1,2}日[电讯電訊]")
_DIGITS_OF_DATE = re.compile(r"(?:19|20)\d\d|\d{1,2}[:：]\d\d|\d月")


def find_furniture_rule(line: Line) -> str:
    """Give the name of the form of chrome that a line has, "" if it has none."""
    text = line.text
    if marked := _marked(line):
        return marked
    if line.running or len(text) > _LONGEST:
        return "running head" if line.running else ""
    if named := _named(text):
        return named
    if is_only_controls(text):
        return "controls"
    if not _is_trail(text):
        return "menu or breadcrumb" if _is_menu(text) else ""
    tabs = segments_of(text)  # "Similar papers | Readers' picks" heads the lists below it
    return RELATED if all(_named(tab) == RELATED for tab in tabs) else "menu or breadcrumb"


def _marked(line: Line) -> str:
    """Give the name of the form that the markup says, "" where it says none."""
    if line.tag == "related":
        return RELATED if len(line.text) <= 24 and _named(line.text) == RELATED else RELATED_ITEM
    if line.tag == "aside" and _LIKE.search(line.text) and _named(line.text) == RELATED:
        return RELATED
    return f"inside <{line.tag}>" if line.tag in ("nav", "footer", "aside", "button") else ""


@lru_cache(maxsize=2048)
def _named(text: str) -> str:
    folded = fold(text)
    return next((name for name, form in _FORMS if form.search(folded) and _may_be(name, text)), "")


def _may_be(name: str, text: str) -> bool:
    """Guard long sentences: only a few forms are worded sentences themselves."""
    words = word_count(text)
    if name == "subscription offer" and _DATELINE.match(text):
        return False  # a paragraph of news that tells what its readers scan
    if name in _FORMLESS:
        return words <= 60
    if name == "ticker of prices":
        return not ends_sentence(text)
    if name == "site greeting":
        return words <= 16
    return words <= 40 and not (
        words >= 16 and ends_sentence(text) and name not in ("contact", "hotline")
    )


def _is_trail(text: str) -> bool:
    """Say whether a line is several short names between separators, with no date among them."""
    segments = [part for part in _SEGMENTS.split(text) if part.strip()]
    if len(segments) == 2 and not _ARROW.search(text) and max(map(_width, segments)) > _SHORT_NAME:
        return False  # a section and a title
    if len(segments) < 2 or ends_sentence(text) or _DIGITS_OF_DATE.search(text):
        return False
    # A trail from the site's first page may end in the title of this one.
    ends_here = len(segments) > 3 and is_root(segments[0].strip()) and bool(_ARROW.search(text))
    names = segments[:-1] if ends_here else segments
    return all(word_count(part) <= 5 or (han_count(part) and len(part) <= 14) for part in names)


def _is_menu(text: str) -> bool:
    """Say whether a row of words begins at the site's first page and ends in a control."""
    words = text.split()
    if not _MENU_WORDS[0] <= len(words) <= _MENU_WORDS[1] or not is_root(words[0]):
        return False
    return any(is_only_controls(" ".join(words[-count:])) for count in (1, 2))


def _width(text: str) -> int:
    return len(text) + han_count(text)


def segments_of(text: str) -> list[str]:
    """Split a menu or breadcrumb into its names."""
    return [part.strip() for part in _SEGMENTS.split(text) if part.strip()]


def heads_related(text: str) -> bool:
    """Say whether a text is the heading of other pages and nothing else."""
    return _named(text) == RELATED


def is_root(name: str) -> bool:
    """Say whether a name is that of a site's first page, at which trails begin."""
    return bool(_ROOT.fullmatch(name))


def sections_of(text: str) -> list[str]:
    """Give the names of a trail "Home > Research > Papers" below its root, [] for another line."""
    if len(text) > _LONGEST:
        return []
    steps = _STEPS.split(_LOCATION.sub("", text))
    rooted = is_root(steps[0])
    if len(steps) < 2 or not (rooted or _STEP.search(text)):
        return []
    return [step for step in (steps[1:] if rooted else steps) if step]
