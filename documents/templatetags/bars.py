"""The bars of a histogram as links: too many on a page for the template language."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from django import template
from django.utils.safestring import SafeString
from django.utils.translation import ngettext

if TYPE_CHECKING:
    from collections.abc import Iterator

    from documents.overviews.bars import Bar, Bars

register = template.Library()

LINK = (
    '<a href="{address}" aria-label="{name}: {records}"><title>{name}: {count}</title>{drawn}</a>'
)
RECT = '<rect class="{kind}" x="{x}" y="{y}" width="{width}" height="{height}"{more} />'
YEAR = '<text x="{x}" y="{y}" text-anchor="middle">{year}</text>'


@register.simple_tag
def dated_bars(bars: Bars, prefix: str, rough_height: float) -> SafeString:
    """Return a bar for each year or month that has records, and the years below them.

    `prefix` stands before the number of a bar to name it; so much of the first one is light.
    """
    return SafeString("".join(_drawn(bars, prefix, rough_height)))


def _drawn(bars: Bars, prefix: str, rough_height: float) -> Iterator[str]:
    for place, bar in enumerate(bars.bars):
        if bar.count:
            drawn = _rect(bar, "bar on" if bar.is_selected else "bar", bar.height, ' rx="1.5"')
            if place == 0 and rough_height:
                drawn += _rect(bar, "rough", rough_height, "")
            yield _link(bar, f"{prefix}{bar.year:02}", drawn)
        if bar.words.is_labelled:
            yield YEAR.format(x=bar.middle, y=bars.label_at, year=bar.year)


def _link(bar: Bar, name: str, drawn: str) -> str:
    return LINK.format(
        address=escape(bar.address),
        name=name,
        records=escape(ngettext("%(n)s record", "%(n)s records", bar.count) % {"n": bar.count}),
        count=bar.count,
        drawn=drawn,
    )


def _rect(bar: Bar, kind: str, height: float, more: str) -> str:
    return RECT.format(kind=kind, x=bar.x, y=bar.y, width=bar.width, height=height, more=more)
