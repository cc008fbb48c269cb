"""Line icons of the lucide package as inline SVG, drawn once a process and name."""

from __future__ import annotations

import re
from functools import cache

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language
from lucide.templatetags.lucide import lucide

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
    return _drawn_kind(document.kind, get_language() or "")


@cache
def _drawn_kind(code: str, _language: str) -> SafeString:
    """Draw a kind once a process and language: a list shows twenty."""
    drawn = icon(KIND_ICONS.get(code, "file"))
    label = dict(Document.Kind.choices).get(code, code)
    return format_html('<span class="kind {}">{}{}</span>', code, drawn, label)
