"""The language of a name that the database does not tell, for templates."""

from __future__ import annotations

from django import template

from documents.text.language import guess_language

register = template.Library()
register.filter("language_of", guess_language)
