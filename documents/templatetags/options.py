"""The values of a facet as checkboxes: too many on a page for the template language."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from django import template
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

if TYPE_CHECKING:
    from collections.abc import Iterable

    from documents.search.results import FacetValue

register = template.Library()

OPTION = (
    '<label class="option"><input type="checkbox" id="{name}-{value}" name="{name}" '
    'value="{value}"{checked}><span class="label"{language}>{label}</span>'
    '<span class="number">{count}<span class="visually-hidden"> {records}</span></span></label>'
)


@register.simple_tag
def options(name: str, values: Iterable[FacetValue]) -> SafeString:
    """Return one labelled checkbox for each value of the facet of that name."""
    records = escape(_("records"))
    return SafeString(
        "".join(
            OPTION.format(
                name=name,
                value=escape(value.value),
                checked=" checked" if value.is_selected else "",
                language=f' lang="{value.label_language}"' if value.label_language else "",
                label=escape(value.label),
                count=f"{value.count:,}",
                records=records,
            )
            for value in values
        )
    )
