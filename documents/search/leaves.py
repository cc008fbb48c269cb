"""Turns one word, phrase or `field:value` into a leaf of the tree."""

from __future__ import annotations

import calendar
import re
from datetime import date

from django.utils.translation import gettext as _

from documents.search.terms import UNSTEMMED
from documents.search.tokens import Kind, Token
from documents.search.tree import Best, Between, Named, Near, Node, Phrase, Prefix, Value
from documents.text.analysis import is_han, stems, words
from documents.text.folding import fold

FIELDS = {
    **dict.fromkeys(["title", "标题", "題名", "题名"], "title"),
    **dict.fromkeys(["author", "authors", "作者"], "author"),
    **dict.fromkeys(["source", "来源"], "source"),
    **dict.fromkeys(["number", "no", "文号", "编号"], "number"),
    **dict.fromkeys(["region", "地区", "区域"], "region"),
    **dict.fromkeys(["cluster", "城市群", "集群"], "cluster"),
    **dict.fromkeys(["theme", "主题"], "theme"),
    **dict.fromkeys(["instrument", "政策工具", "规划"], "instrument"),
    **dict.fromkeys(["tag", "标签"], "tag"),
    **dict.fromkeys(["kind", "type", "类型"], "kind"),
    **dict.fromkeys(["language", "lang", "语言"], "language"),
    **dict.fromkeys(["date", "year", "日期", "年份"], "date"),
}
"""What may stand before a colon, and the field it means."""

TEXT_FIELDS = ("title", "author", "source", "number")
SHORTEST_PREFIX = 2
_RANGE_MARKS = ("..", "…", "~", "～", "—", "–", "至")
_YEARS = re.compile(r"(\d{4})年?-(\d{4})年?")
_DAY = re.compile(
    r"(?P<year>\d{4})(?:[-/.年](?P<month>\d{1,2})(?:[-/.月](?P<day>\d{1,2}))?)?[月日年]?$"
)


def leaf_for(token: Token) -> tuple[Node | None, str]:
    """Return the leaf for a token, None when nothing of it can be searched, and a repair or ""."""
    if not token.field:
        return _without_field(token)
    field = FIELDS.get(token.field)
    if field is None:
        return _unknown_field(token)
    if field in TEXT_FIELDS:
        return _in_text(token, field)
    if field == "date":
        return _dates(token)
    return Named(field, token.text.strip()), ""


def _without_field(token: Token) -> tuple[Node | None, str]:
    """Return words of the whole text, unless what was typed is a field with nothing in it."""
    if token.text.endswith(":") and token.text[:-1].lower() in FIELDS:
        return None, _("“%(typed)s” has nothing after its colon; it was left out.") % {
            "typed": token.typed
        }
    return _in_text(token, "")


def _unknown_field(token: Token) -> tuple[Node | None, str]:
    leaf, _repair = _in_text(
        Token(token.kind, f"{token.field} {token.text}", typed=token.typed), ""
    )
    if token.text.startswith("//"):
        return leaf, ""
    repair = _("There is no field “%(field)s”; “%(typed)s” was searched as words.") % {
        "field": token.field,
        "typed": token.typed,
    }
    return leaf, repair


def _in_text(token: Token, field: str) -> tuple[Node | None, str]:
    terms = tuple((words if field in UNSTEMMED else stems)(token.text))
    if not terms:
        return None, _("“%(typed)s” holds no letter or digit; it was left out.") % {
            "typed": token.typed
        }
    if token.is_prefix and not is_han(terms[-1]):
        return _prefix(token, field)
    return Phrase(terms, field, token.text.strip(), token.kind is Kind.QUOTED), ""


def _prefix(token: Token, field: str) -> tuple[Node | None, str]:
    pieces = words(token.text)
    if len(pieces) > 1:
        return Phrase(tuple(stems(token.text)), field, token.text), _(
            "* works on single words; “%(typed)s” was searched without it."
        ) % {"typed": token.typed}
    [piece] = pieces
    if len(piece) < SHORTEST_PREFIX:
        return Phrase(tuple(stems(piece)), field, token.text), _(
            "A word needs %(least)d letters before the *; “%(typed)s” was searched without it."
        ) % {"least": SHORTEST_PREFIX, "typed": token.typed}
    return Prefix(piece, field), ""


def _dates(token: Token) -> tuple[Node | None, str]:
    first, dots, last = _ends(token.text.strip())
    begin = _first_day(first)
    end = _last_day(last if dots else first)
    if _is_bad(first, begin) or _is_bad(last, end) or (begin is None and end is None):
        return None, _(
            "“%(typed)s” is not a date. Write date:2024, date:2024-05 or date:2021..2024."
        ) % {"typed": token.typed}
    if begin and end and begin > end:
        return Between(_first_day(last), _last_day(first)), _(
            "The dates in “%(typed)s” were put in order."
        ) % {"typed": token.typed}
    return Between(begin, end), ""


def _ends(typed: str) -> tuple[str, str, str]:
    """Return what stands before and after the mark of a range, and the mark or ""."""
    if years := _YEARS.fullmatch(typed):
        return years[1], "..", years[2]
    mark = next((mark for mark in _RANGE_MARKS if mark in typed), "..")
    return typed.partition(mark)


def _is_bad(typed: str, day: date | None) -> bool:
    return bool(typed.strip()) and day is None


def _first_day(typed: str) -> date | None:
    return _day(typed, at_end=False)


def _last_day(typed: str) -> date | None:
    return _day(typed, at_end=True)


def _day(typed: str, *, at_end: bool) -> date | None:
    found = _DAY.match(fold(typed.strip()))
    if found is None:
        return None
    year, month, day = (int(part) if part else 0 for part in found.group("year", "month", "day"))
    if year < 1 or month > 12:
        return None
    month = month or (12 if at_end else 1)
    day = day or (calendar.monthrange(year, month)[1] if at_end else 1)
    try:
        return date(year, month, day)
    except ValueError:
        return None


def typed_form(node: Node) -> str:
    """Return a leaf in the words of the grammar."""
    match node:
        case Phrase(terms, field, typed, is_quoted):
            shown = typed or " ".join(terms)
            form = _with_field(field, f'"{shown}"' if is_quoted or " " in shown else shown)
        case Prefix(text, field):
            form = _with_field(field, f"{text}*")
        case Near(left, right, gap):
            form = f"{typed_form(left)} NEAR/{gap} {typed_form(right)}"
        case Named(field, typed) | Value(field, _, typed):
            form = _with_field(field, f'"{typed}"' if " " in typed else typed)
        case Between(first, last):
            form = f"date:{first or ''}..{last or ''}"
        case Best(parts):
            form = typed_form(parts[0])
        case _:
            form = ""
    return form


def _with_field(field: str, text: str) -> str:
    return f"{field}:{text}" if field else text
