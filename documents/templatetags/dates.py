"""Dates as a page may honestly show them: no finer than they are known."""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING

from django import template
from django.utils.formats import date_format
from django.utils.html import format_html
from django.utils.translation import get_language

if TYPE_CHECKING:
    from django.utils.safestring import SafeString

register = template.Library()

ENGLISH = {"year": "Y", "month": "F Y", "day": "j M Y"}
CHINESE = {"year": "Y年", "month": "Y年n月", "day": "Y年n月j日"}
MACHINE = {"year": "%Y", "month": "%Y-%m", "day": "%Y-%m-%d"}


@register.filter
def to_precision(on: date | None, precision: str) -> SafeString | str:
    """Return a date as a `time` element, cut to "year", "month" or "day"; empty for no date."""
    if on is None:
        return ""
    known = precision if precision in MACHINE else "day"
    return _drawn(on.year, on.month, on.day, known, get_language() or "en")


def to_iso(on: date | None, precision: str) -> str:
    """Return a date as files have it, cut to "year", "month" or "day"; empty for no date."""
    return on.strftime(MACHINE.get(precision, MACHINE["day"])) if on else ""


@lru_cache(maxsize=20_000)
def _drawn(year: int, month: int, day: int, precision: str, language: str) -> SafeString:
    on = date(year, month, day)
    formats = CHINESE if language.startswith("zh") else ENGLISH
    return format_html(
        '<time datetime="{}">{}</time>',
        on.strftime(MACHINE[precision]),
        date_format(on, formats[precision]),
    )
