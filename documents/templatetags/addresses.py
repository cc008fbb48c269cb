"""Addresses that depend on the page one is on."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

from django import template
from django.urls import reverse, translate_url
from django.utils.html import format_html

if TYPE_CHECKING:
    from django.http import HttpRequest
    from django.utils.safestring import SafeString

    from documents.models import Topic

register = template.Library()


@register.simple_tag(takes_context=True)
def in_language(context: dict[str, Any], code: str) -> str:
    """Return the address of the present page in another interface language."""
    request: HttpRequest = context["request"]
    return translate_url(request.get_full_path(), code)


@register.simple_tag(takes_context=True)
def permalink(context: dict[str, Any], path: str) -> str:
    """Return a path as a full address on this host."""
    request: HttpRequest = context["request"]
    return request.build_absolute_uri(path)


@register.simple_tag(takes_context=True)
def current(context: dict[str, Any], names: str) -> SafeString | str:
    """Return the attribute that marks the section of the present page in a navigation list."""
    match = getattr(context.get("request"), "resolver_match", None)
    section = names.split()
    if match is None or match.url_name not in section:
        return ""
    return format_html('aria-current="{}"', "page" if match.url_name == section[0] else "true")


@register.simple_tag(takes_context=True)
def years_file(context: dict[str, Any], form: str) -> str:
    """Return the address of the figures per year of the present page as a file."""
    request: HttpRequest = context["request"]
    asked = request.GET.copy()
    asked.pop("page", None)
    asked["years"] = form
    return f"?{asked.urlencode()}"


@register.simple_tag(takes_context=True)
def turned_to(context: dict[str, Any], name: str, number: int) -> str:
    """Return the query of the present page with the page of one of its lists, `name`, turned."""
    request: HttpRequest = context["request"]
    asked = request.GET.copy()
    asked[name] = str(number)
    return f"?{asked.urlencode()}"


@register.simple_tag
def search_url(**filters: object) -> str:
    """Return the address of a search; empty filters are left out."""
    query = urlencode([(name.rstrip("_"), value) for name, value in filters.items() if value])
    return f"{reverse('documents:search')}?{query}" if query else reverse("documents:search")


@register.simple_tag
def cell_url(row: Topic, column: Topic, filters: str = "") -> str:
    """Return the address of the records linked to both topics, with their sentences.

    `filters` are those of the matrix, as they stand in an address.
    """
    asked = urlencode([(row.facet, row.slug), (column.facet, column.slug)])
    return f"{reverse('documents:cell')}?{asked}{'&' if filters else ''}{filters}"


@register.simple_tag
def topic_search(topic: Topic, **filters: object) -> str:
    """Return the address of the search for the records linked to a topic."""
    return search_url(**{topic.facet: topic.slug}, **filters)


@register.simple_tag
def list_url(facet: str) -> str:
    """Return the address of the list of all topics of a facet."""
    return reverse(f"documents:{facet}s")
