"""What every row of a list repeats: too much of it on a page for the template language."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django import template
from django.utils.html import conditional_escape as escaped
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _, ngettext

from documents.templatetags.dates import to_precision
from documents.templatetags.icons import icon, kind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from documents.overviews.listed import ListedRecord
    from documents.search.passages import Passage

register = template.Library()

LINE = '<p class="kicker">{} {}</p>'
BADGE = '<span class="badge{}">{}{}</span>'
PASSAGE = '<p class="snippet"><span lang="{}">{}</span>{}</p>'
PLACE = ' <a class="place" href="{}#{}" rel="nofollow">{}</a>'
FOLDED = '{}<details class="passages"><summary>{}</summary>{}</details>'


@register.simple_tag
def kicker(record: ListedRecord) -> SafeString:
    """Return the line above a title: kind, source, date, number, and badges for its state."""
    document = record.document
    facts = (
        document.source.label if document.source else "",
        to_precision(document.sorted_on, record.precision) or _("Undated"),
        document.number,
    )
    shown = [f"<span>{escaped(fact)}</span>" for fact in facts if fact]
    return SafeString(LINE.format(kind(document), " ".join([*shown, *_badges(record)])))


def _badges(record: ListedRecord) -> Iterator[str]:
    document = record.document
    if document.access == document.Access.LICENSED:
        yield BADGE.format("", icon("lock"), escaped(_("Licensed")))
    if record.is_embargoed:
        yield BADGE.format(" warn", icon("clock"), escaped(_("Text embargoed")))
    if document.is_sample:
        yield BADGE.format("", "", escaped(_("Sample")))


@register.simple_tag
def passages(record: ListedRecord, address: str, marking: str) -> SafeString:
    """Return the best passage of a record found, the others folded below it.

    Each leads to its place in the text: `marking` is what has the page at `address` mark the words.
    """
    shown = [_passage(record, one, f"{address}?{marking}") for one in record.passages]
    first, others = "".join(shown[:1]), "".join(shown[1:])
    if not others:
        return SafeString(first)
    number = record.more_passages
    more = ngettext("%(n)s more passage", "%(n)s more passages", number) % {"n": number}
    return SafeString(FOLDED.format(first, escaped(more), others))


def _passage(record: ListedRecord, one: Passage, marked: str) -> str:
    place = ""
    if one.place:
        place = PLACE.format(escaped(marked), one.place, escaped(_("in the text")))
    return PASSAGE.format(record.document.language, escaped(one.text), place)
