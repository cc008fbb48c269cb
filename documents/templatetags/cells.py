"""The cells of a matrix row as HTML: too many on a page for the template language."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlencode

from django import template
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext as _

if TYPE_CHECKING:
    from django.utils.safestring import SafeString

    from documents.overviews.matrix import Cell, Row

register = template.Library()

LINKED = '<a href="{}">{}<span class="visually-hidden"> {} {}, {}</span></a>'


@register.simple_tag
def cells(row: Row, filters: str = "", earlier: str = "") -> SafeString:
    """Return the cells of a row; one with records is a link to them, an empty one stays.

    `filters` are those of the matrix, as they stand in an address; `earlier` those of the span
    before, for a cell that lost all its records.
    """
    start = f"{reverse('documents:cell')}?{urlencode([(row.topic.facet, row.topic.slug)])}"
    of_row = row.topic.label
    records = _("records:")
    return format_html_join(
        "",
        '<td class="{}{}">{}</td>',
        (
            (
                "l" if cell.is_loss else "h",
                cell.shade,
                format_html(
                    LINKED,
                    cell_address(start, cell, filters, earlier),
                    cell.text,
                    records,
                    of_row,
                    cell.column.label,
                )
                if cell.count or (cell.is_loss and earlier)
                else "",
            )
            for cell in row.cells
        ),
    )


def cell_address(start: str, cell: Cell, filters: str, earlier: str) -> str:
    """Return where the records of a cell stand; `start` names its row."""
    chosen = filters if cell.count else earlier
    column = urlencode([(cell.column.facet, cell.column.slug)])
    return f"{start}&{column}{'&' if chosen else ''}{chosen}"
