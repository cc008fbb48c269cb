"""The topics of a row as small links: too many on a page for the template language."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from django import template
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

if TYPE_CHECKING:
    from documents.overviews.listed import ListedRecord

register = template.Library()

LINK = '<a class="tag {facet}" href="{address}" lang="{language}">{label}</a>'
MORE = '<span class="tag">+{number}<span class="visually-hidden"> {words}</span></span>'


@register.simple_tag
def topic_tags(record: ListedRecord) -> SafeString:
    """Return a link for each topic shown, coloured by facet, and how many more there are."""
    links = [
        LINK.format(
            facet=topic.facet,
            address=escape(topic.get_absolute_url()),
            language=topic.label_language,
            label=escape(topic.label),
        )
        for topic in record.topics
    ]
    if record.more_topics > 0:
        links.append(MORE.format(number=record.more_topics, words=escape(_("more topics"))))
    return SafeString("".join(links))
