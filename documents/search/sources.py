"""The sources of all records, kept in memory: every page of results names dozens of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db.models import Count, F, Max, Sum
from django.db.models.functions import Length

from documents.models import Source
from documents.search.kept import Kept

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from documents.models import Document
    from documents.search.kept import Signature

_WEIGHTS = 9973


def load_sources() -> Mapping[int, Source]:
    """Return every source by its id, without queries while none has changed."""
    return _kept.load()


def forget_sources() -> None:
    """Read the sources anew at the next use."""
    _kept.forget()


def fill_sources(documents: Iterable[Document]) -> None:
    """Give documents their sources; one made a moment ago elsewhere is read when asked for."""
    sources = load_sources()
    for document in documents:
        if source := sources.get(document.source_id or 0):
            document.source = source


def _read() -> tuple[dict[int, Source], Signature]:
    sources = {source.pk: source for source in Source.objects.all()}
    letters = sum(_letters(one) * (one.pk % _WEIGHTS + 1) for one in sources.values())
    return sources, (len(sources), max(sources, default=0), letters)


def _letters(source: Source) -> int:
    return len(source.name) + len(source.name_zh) + len(source.slug) + len(source.level)


def _signature() -> Signature:
    letters = Length("name") + Length("name_zh") + Length("slug") + Length("level")
    sums = Source.objects.aggregate(
        number=Count("pk"), newest=Max("pk"), weighed=Sum(letters * (F("pk") % _WEIGHTS + 1))
    )
    return sums["number"], sums["newest"] or 0, sums["weighed"] or 0


_kept = Kept(_read, _signature)
