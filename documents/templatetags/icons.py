"""Line icons of the lucide package as inline SVG, drawn once a process and name."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString
from lucide.templatetags.lucide import lucide

if TYPE_CHECKING:
    from documents.models import Document

register = template.Library()

KIND_ICONS = {
    "report": "file-text",
    "news": "newspaper",
    "release": "landmark",
    "policy": "scroll-text",
    "brief": "notebook-pen",
}
_BETWEEN_TAGS = re.compile(r">\s+<")


@register.simple_tag
@cache
def icon(name: str) -> SafeString:
    """Return the icon; it is decoration, so assistive technology does not read it."""
    drawn = lucide(name, size=16, **{"class": "icon", "aria_hidden": "true"})
    return SafeString(_BETWEEN_TAGS.sub("><", drawn))


@register.simple_tag
def kind(document: Document) -> SafeString:
    """Return the kind of a record as icon and word, coloured by kind."""
    drawn = icon(KIND_ICONS.get(document.kind, "file"))
    return format_html(
        '<span class="kind {}">{}{}</span>', document.kind, drawn, document.get_kind_display()
    )
