"""What a reader named for comparison: topics or records, by address, number or name."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from django.db.models import Q

from documents.models import Document, OldAddress, Topic, TopicName
from documents.overviews.record import present_record

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from documents.models import Visibility

type Compared = Topic | Document | None

_RECORD = re.compile(r"(?:^|/documents/)(\d{1,15})(?:[-/].*)?$")
LONGEST = 500


def find_compared(typed: Sequence[str], visibility: Visibility) -> list[Compared]:
    """Return for each text the topic or the visible record that it names, or None.

    A topic is given as `facet:slug` or by any of its names, a record by its number, its address or
    its whole title.
    """
    wanted = [text.replace("\x00", "").strip()[:LONGEST] for text in typed]
    numbers = {text: int(found[1]) for text in wanted if (found := _RECORD.search(text))}
    topics = _topics([text for text in wanted if text and text not in numbers])
    titles = [text for text in wanted if text and text not in numbers and text not in topics]
    records = _records(numbers, titles, visibility)
    return [topics.get(text) or records.get(text) for text in wanted]


def find_present(text: str, visibility: Visibility) -> str:
    """Return what a text names now where its topic or its record was merged since, else itself."""
    text = text.replace("\x00", "").strip()
    if number := _RECORD.search(text):
        present = present_record(int(number[1]), visibility)
        return text if present is None else str(present.pk)
    if pair := _pair(text):
        return f"{pair[0]}:{OldAddress.objects.present_slug(*pair)}"
    return text


def _topics(wanted: Iterable[str]) -> dict[str, Topic]:
    pairs = {text: _pair(text) for text in wanted}
    if not pairs:
        return {}
    named = _named([text for text, pair in pairs.items() if pair is None])
    condition = Q(pk__in=named.values())
    for pair in pairs.values():
        if pair is not None:
            condition |= Q(facet=pair[0], slug=pair[1])
    loaded = list(Topic.objects.filter(condition).labelled())
    by_pair = {(topic.facet, topic.slug): topic for topic in loaded}
    by_id = {topic.pk: topic for topic in loaded}
    found = {
        text: by_pair.get(pair) if pair else by_id.get(named.get(text, 0))
        for text, pair in pairs.items()
    }
    return {text: topic for text, topic in found.items() if topic is not None}


def _pair(text: str) -> tuple[str, str] | None:
    facet, colon, slug = text.partition(":")
    return (facet, slug) if colon and facet in Topic.Facet.values else None


def _named(wanted: Sequence[str]) -> dict[str, int]:
    """Return the id of the topic with each name; a preferred name goes before another."""
    if not wanted:
        return {}
    condition = Q()
    for text in wanted:
        condition |= Q(name__iexact=text)
    names = TopicName.objects.filter(condition).exclude(role=TopicName.Role.HIDDEN)
    # "preferred" sorts after "alternative", so that the preferred one is written last.
    rows = names.order_by("role", "-pk").values_list("name", "topic")
    ids = {name.casefold(): topic for name, topic in rows}
    return {text: ids[text.casefold()] for text in wanted if text.casefold() in ids}


def _records(
    numbers: dict[str, int], titles: Sequence[str], visibility: Visibility
) -> dict[str, Document]:
    if not (numbers or titles):
        return {}
    condition = Q(pk__in=numbers.values())
    for title in titles:
        condition |= Q(title__iexact=title)
    readable = Document.objects.readable_by(visibility).select_related("source")
    loaded = list(readable.filter(condition).newest_first())
    by_id = {document.pk: document for document in loaded}
    by_title = {document.title.casefold(): document for document in reversed(loaded)}
    found = {text: by_id.get(number) for text, number in numbers.items()}
    found |= {title: by_title.get(title.casefold()) for title in titles}
    return {text: document for text, document in found.items() if document is not None}
