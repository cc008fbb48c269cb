"""The language of the interface, as names and descriptions are stored by it."""

from __future__ import annotations

from django.utils.translation import get_language


def language_order() -> tuple[str, str]:
    """Return the interface language and the other one, as "en" and "zh"."""
    return ("zh", "en") if (get_language() or "en").startswith("zh") else ("en", "zh")
