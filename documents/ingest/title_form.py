"""Weighs the form of a line in the place of a title: what titles are or seldom are."""

from __future__ import annotations

import re
from collections.abc import Callable

from documents.ingest.captions import split_credit
from documents.ingest.controls import is_only_controls
from documents.ingest.names import is_names_only, is_publisher, without_place
from documents.ingest.shape import ends_sentence, is_enumerated

_GOES_ON = re.compile(r"[a-zà-ÿ—–-]")  # a second line or a subtitle
_OFFICE = re.compile(r"^[\u3400-\u9fff]+(?:人民政府|办公[厅室]|委员会|[改财信环商]\w{0,6}[厅局])$")
# "某省人民政府办公厅文件": the head of its letters, in red.
_RED_HEAD = re.compile(r"^[\u3400-\u9fff]{2,30}(?:人民政府|办公[厅室]|委员会|[厅局委部院办])文件$")
_MASTHEAD = re.compile(
    r"^Proceedings of\b|^(?:Note|Report|Paper|Memorandum|Submission) by (?:the )?[a-zA-Z]|"
    r"\b(?:[Pp]ress|[Nn]ews|[Mm]edia) [Rr]eleases?$|\b(?:Quarterly|Weekly|Monthly|Newsletter|"
    r"Bulletin|Client Note|Briefing|Digest|"
    r"(?:Working|Discussion|Occasional|Staff) Papers?(?: Series)?)$|"
    r"^(?:[A-Z][\w&-]* ){1,4}(?:Reports|Papers|Notes|Briefs|Comments|Studies|Releases)$"
)
_QUOTED = re.compile(r"《[^《》]+》")
# "COUNCIL IMPLEMENTING REGULATION (EU) 2021/7": the first line of an act's title.
_ACT = re.compile(
    r"^(?:(?:Commission|Council|European|Parliament|Delegated|Implementing|Framework)\s)*"
    r"(?:Regulation|Directive|Decision|Recommendation)\s\((?:EU|EC|EEC)\)",
    re.IGNORECASE,
)
_TICKER = re.compile(r"[▲▼△▽↑↓]|\d\s?%\s?\)")
_FIGURE = re.compile(r"\d+\.\d+")
_VENUE = re.compile(r"\b(?:Hotel|Hall|Guesthouse|House|Building|Convention Cent(?:er|re))$")
_STOP = re.compile(r"[.!?]\s+[A-Z]")
_SEVERAL = 16  # words from which a cry with a stop inside is a paragraph
_ENTRY = re.compile(
    r"(?<!\bPart)(?<!\bPhase)(?<!\bIssue)(?<!\bNo\.)(?<!\bVol\.)(?<!\bCOP)"
    r"(?:\s?\.{2,}|…+|(?<=[^\W\d])[.?!]?\s)\s?\d{1,3}$"
)
_DATED_LABEL = re.compile(r"[^\W\d_]\s?[:：]\s?(?:19|20)\d\d$")
_OPEN_END = re.compile(r"\s(?:and|the|of|for|und|et|de|der|des)$")  # no name ends so
_PAIR, _MOST = 2, 0.6  # words of a line, and the share of them that are controls
_ADDRESS = re.compile(r"https?://|www\.")
_SEPARATED = re.compile(r"\s[/>|»›]\s")


def form_weight(text: str, words: int) -> float:
    """Give what the form of `text` counts against it as a title, 0 or less; it has `words`."""
    return -sum(weight for weight, has in _AGAINST if has(text, words))


def _is_cry(text: str, _: int) -> bool:
    return ends_sentence(text) and text.endswith(("?", "？", "!", "！"))


def _is_sentence(text: str, words: int) -> bool:
    several = words >= _SEVERAL and bool(_STOP.search(text))
    return ends_sentence(text) and (several or not _is_cry(text, words))


def _goes_on(text: str, _: int) -> bool:
    return bool(_GOES_ON.match(text))


def _is_office(text: str, _: int) -> bool:
    return len(text) <= 20 and bool(_OFFICE.search(text))


def _is_inner(text: str, _: int) -> bool:
    return text.endswith((":", "：")) or text.startswith(("(", "（")) or is_enumerated(text)


def _is_separated(text: str, _: int) -> bool:
    return bool(_SEPARATED.search(text))


def _is_dated_label(text: str, _: int) -> bool:
    """Say whether a line ends in a label and its year: "Document de travail Année : 2022"."""
    return bool(_DATED_LABEL.search(text))


def _is_venue(text: str, words: int) -> bool:
    return words <= 7 and bool(_VENUE.search(text)) and _is_name(text)


def _is_rest(text: str, _: int) -> bool:
    """Say whether a line closes a quotation that another line opened: the end of a broken title."""
    return text.count("》") > text.count("《")


def is_caption(text: str) -> bool:
    """Say whether a line has the credit of a picture behind a sentence, or in brackets."""
    caption, credit = split_credit(text)
    return bool(credit) and (ends_sentence(caption) or text.endswith((")", "）", "]")))


def _is_caption(text: str, _: int) -> bool:
    return is_caption(text)


def _is_entry(text: str, _: int) -> bool:
    """Say whether a line is an entry of a table of contents: its words and the number of a page."""
    return bool(_ENTRY.search(text))


def _is_ticker(text: str, _: int) -> bool:
    """Say whether a line is a price and its change, or another row of figures."""
    return bool(_TICKER.search(text)) or len(_FIGURE.findall(text)) >= 3


def _is_body(text: str, words: int) -> bool:
    first = text.split(maxsplit=1)[0]
    if _OPEN_END.search(text):
        return False
    return words <= 9 and is_publisher(text) and (_is_name(text) or is_publisher(first))


def _is_masthead(text: str, _: int) -> bool:
    return bool(_MASTHEAD.search(text) or _RED_HEAD.match(text))


def _is_shouted(text: str, words: int) -> bool:
    return text.isupper() and (words <= 5 or text[0].isdigit())


def _is_name(text: str) -> bool:
    """Say whether all words but the small ones are capitalised, as in a body's name."""
    return all(word[0].isupper() or len(word) <= 3 for word in re.findall(r"[^\W\d_]+", text))


def _is_written_from(text: str, _: int) -> bool:
    return without_place(text) != text and is_names_only(text)


def _has_address(text: str, _: int) -> bool:
    return bool(_ADDRESS.search(text))


def _is_quoted(text: str, _: int) -> bool:
    """Say whether a line is the title of a work in its quotes, as pages cite others."""
    return bool(_QUOTED.fullmatch(text))


def _is_act(text: str, _: int) -> bool:
    return bool(_ACT.match(text))


def _is_of_controls(text: str, words: int) -> bool:
    """Say whether most words of a line are those of controls, as in "Share Print 3 comments"."""
    parts = text.split()
    return words > _PAIR and sum(map(is_only_controls, parts)) >= _MOST * len(parts)


_AGAINST: tuple[tuple[float, Callable[[str, int], bool]], ...] = (
    (0.5, _is_cry),
    (3.5, _is_sentence),
    (4.0, _goes_on),
    (3.0, _is_office),
    (3.0, _is_inner),
    (3.0, _is_separated),
    (4.0, _is_ticker),
    (4.0, _is_rest),
    (3.0, _is_venue),
    (3.0, _is_dated_label),
    (4.0, _is_caption),
    (2.5, _is_entry),
    (2.0, _is_body),
    (3.0, _is_masthead),
    (2.0, _is_shouted),
    (3.0, _is_of_controls),
    (3.0, _has_address),
    (2.0, _is_written_from),
    (1.5, _is_quoted),
    (-3.0, _is_act),
)
