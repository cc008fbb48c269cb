"""Data for programs within a page."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from django import template
from django.utils.html import format_html
from django.utils.safestring import mark_safe

if TYPE_CHECKING:
    from django.utils.safestring import SafeString

register = template.Library()

# As in Django's own json_script: no text of a record can end the element or begin another.
_ESCAPES = {ord(sign): f"\\u{ord(sign):04X}" for sign in "<>&"}


@register.filter
def json_ld(item: dict[str, object]) -> SafeString:
    """Return an item as a data block, which browsers do not run and the policy need not allow."""
    text = json.dumps(item, ensure_ascii=False).translate(_ESCAPES)
    return format_html('<script type="application/ld+json">{}</script>', mark_safe(text))  # noqa: S308
