"""The style of a drawing in a file of its own: the tokens of the pages, in their light form."""

from __future__ import annotations

import re
from functools import lru_cache

from django import template
from django.conf import settings
from django.utils.safestring import SafeString, mark_safe

from documents.templatetags.styles import find_sheet

register = template.Library()

SHEETS = ("css/tokens.css", "css/plots.css")
_TOKEN = re.compile(r"(--[\w-]+):\s*([^;]+);")
_EITHER = re.compile(r"light-dark\(([^,]+),[^)]*\)")
_USE = re.compile(r"var\((--[\w-]+)\)")


@register.simple_block_tag
def in_light(content: str) -> SafeString:
    """Put the value of each token in its place: programs that draw know no `var()`."""
    values = _values() if settings.DEBUG else _kept()
    return mark_safe(_USE.sub(lambda use: values[use[1]], content))  # noqa: S308  our own sheets


@lru_cache(maxsize=1)
def _kept() -> dict[str, str]:
    return _values()


def _values() -> dict[str, str]:
    """Return the first value of each token, that of the light theme where there are two."""
    values: dict[str, str] = {}
    for sheet in SHEETS:
        for name, value in _TOKEN.findall(find_sheet(sheet).read_text(encoding="utf-8")):
            values.setdefault(name, _EITHER.sub(r"\1", value))
    return values
