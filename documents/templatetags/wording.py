"""The plurals of kinds and facets, for templates."""

from __future__ import annotations

from django import template

from documents.models.plurals import facets, kinds

register = template.Library()
register.filter("kinds", kinds)
register.filter("facets", facets)
