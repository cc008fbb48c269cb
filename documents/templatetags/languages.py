"""The language of a name that the database does not tell, and what a language is called."""

from __future__ import annotations

from django import template

from documents.models import Document
from documents.text.language import guess_language

register = template.Library()
register.filter("language_of", guess_language)


@register.filter
def language_name(code: str) -> str:
    """Return what a language is called, its code where we have no name for it."""
    return str(dict(Document.Language.choices).get(code, code))
