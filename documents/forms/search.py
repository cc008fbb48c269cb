"""The search box and its filters, read from an address and written back to one."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _

from documents.models import Document
from documents.search.query import FILTERS, LAST_PAGE, RECENT, SearchQuery

if TYPE_CHECKING:
    from django.http import QueryDict

SORTS = ("relevance", RECENT, "newest", "oldest")

_YEAR = re.compile(r"^\d{4}$")
_MONTH = re.compile(r"^(\d{4})-(\d{1,2})$")
_LONGEST_VALUE = 100
_MOST_VALUES = 50


def query_from(data: QueryDict) -> SearchQuery:
    """Return the question an address asks; what cannot be read is left out, never an error."""
    filters = {field: _values(data, name) for name, field in FILTERS.items()}
    filters["kinds"] = _known(filters["kinds"], Document.Kind.values)
    filters["languages"] = _known(filters["languages"], Document.Language.values)
    sort = data.get("sort", "")
    first, last = _bounds(data)
    return SearchQuery(
        text=data.get("q", "").replace("\x00", " ").strip(),
        date_from=first,
        date_to=last,
        undated=data.get("undated", "") == "1",
        sort=sort if sort in SORTS else SORTS[0],
        page=_page(data.get("page", "")),
        exact=data.get("exact", "") == "1",
        dropped=_values(data, "drop"),
        **filters,
    )


def address_of(query: SearchQuery) -> str:
    """Return the one address that asks this question; defaults are left out."""
    pairs = [("q", query.text)]
    for name, field in FILTERS.items():
        pairs += [(name, value) for value in getattr(query, field)]
    pairs += [
        ("from", typed_day(query.date_from, "from")),
        ("to", typed_day(query.date_to, "to")),
        ("undated", "1" if query.undated else ""),
        ("sort", query.sort if query.sort != SORTS[0] else ""),
        ("exact", "1" if query.exact else ""),
        *(("drop", name) for name in query.dropped),
        ("page", str(query.page) if query.page > 1 else ""),
    ]
    asked = urlencode([(name, value) for name, value in pairs if value])
    return f"{reverse('documents:search')}?{asked}" if asked else reverse("documents:search")


def marking_of(query: SearchQuery) -> str:
    """Return what makes the page of a record mark the words of a question, as an address has it."""
    pairs = [("q", query.text), ("exact", "1" if query.exact else "")]
    pairs += [("drop", name) for name in query.dropped]
    return urlencode([(name, value) for name, value in pairs if value])


def date_notes(data: QueryDict) -> tuple[str, ...]:
    """Return in sentences what was wrong with the dates of an address."""
    begin, end = data.get("from", "").strip(), data.get("to", "").strip()
    notes = [
        _("“%(typed)s” is not a date. Write 2024, 2024-05 or 2024-05-31.") % {"typed": typed[:40]}
        for typed, day in ((begin, first_day(begin)), (end, last_day(end)))
        if typed and day is None
    ]
    first, last = first_day(begin), last_day(end)
    if first and last and first > last:
        notes.append(_("The first date was later than the last; they were put in order."))
    if (first or last) and data.get("undated", "") == "1":
        notes.append(_("Records without a date are of no year; the years were left out."))
    return tuple(notes)


def _bounds(data: QueryDict) -> tuple[date | None, date | None]:
    if data.get("undated", "") == "1":  # what has no date is of no year
        return None, None
    begin, end = data.get("from", ""), data.get("to", "")
    first, last = first_day(begin), last_day(end)
    return (first_day(end), last_day(begin)) if first and last and first > last else (first, last)


def first_day(typed: str) -> date | None:
    """Return the first day of a year, a month or a day as typed; None for anything else."""
    return _day(typed.strip(), month=1, day=1)


def last_day(typed: str) -> date | None:
    """Return the last day of a year, a month or a day as typed; None for anything else."""
    typed = typed.strip()
    matched = _MONTH.match(typed)
    if matched is None:
        return _day(typed, month=12, day=31)
    year, month = int(matched[1]), int(matched[2])
    after = _day(f"{year + month // 12:04}-{month % 12 + 1:02}-01", month=1, day=1)
    return date.fromordinal(after.toordinal() - 1) if after and 1 <= month <= 12 else None


def typed_day(bound: date | None, name: str) -> str:
    """Return a bound, "from" or "to", as one types it: a whole year or month without more."""
    if bound is None:
        return ""
    read = first_day if name == "from" else last_day
    shorter = (f"{bound:%Y}".zfill(4), f"{bound:%Y}".zfill(4) + f"{bound:-%m}")
    return next((typed for typed in shorter if read(typed) == bound), bound.isoformat())


def _day(typed: str, *, month: int, day: int) -> date | None:
    if _YEAR.match(typed):
        typed = f"{typed}-{month:02}-{day:02}"
    elif matched := _MONTH.match(typed):
        typed = f"{matched[1]}-{int(matched[2]):02}-01"
    try:
        return date.fromisoformat(typed)
    except ValueError:
        return None


def _values(data: QueryDict, name: str) -> tuple[str, ...]:
    values = (value.strip() for value in data.getlist(name))
    kept = [value for value in values if value and len(value) <= _LONGEST_VALUE]
    return tuple(dict.fromkeys(kept))[:_MOST_VALUES]


def _known(values: tuple[str, ...], known: list[str]) -> tuple[str, ...]:
    return tuple(value for value in values if value in known)


def _page(typed: str) -> int:
    number = int(typed) if typed.isascii() and typed.isdigit() and len(typed) < 6 else 1
    return min(max(number, 1), LAST_PAGE)
