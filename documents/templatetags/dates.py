"""Dates as a page may honestly show them: no finer than they are known."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django import template
from django.utils.formats import date_format
from django.utils.html import format_html
from django.utils.translation import get_language

if TYPE_CHECKING:
    from datetime import date

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
    formats = CHINESE if (get_language() or "en").startswith("zh") else ENGLISH
    return format_html(
        '<time datetime="{}">{}</time>',
        on.strftime(MACHINE[known]),
        date_format(on, formats[known]),
    )
