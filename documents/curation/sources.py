"""Finds or adds the source that a curator names."""

from __future__ import annotations

from django.db.models import Q
from django.utils.text import slugify

from documents.models import Source


def source_named(name: str) -> Source:
    """Return the source with this name in any of its spellings, else add it."""
    name = " ".join(name.split())
    known = Q(name__iexact=name) | Q(name_zh=name) | Q(names__name__iexact=name)
    found = Source.objects.filter(known).first()
    return found or Source.objects.create(name=name[:200], slug=_free_slug(name))


def _free_slug(name: str) -> str:
    base = slugify(name, allow_unicode=True)[:70].strip("-_") or "source"
    taken = set(Source.objects.filter(slug__startswith=base).values_list("slug", flat=True))
    numbered = (f"{base}-{number}" for number in range(2, len(taken) + 3))
    return next(slug for slug in (base, *numbered) if slug not in taken)
