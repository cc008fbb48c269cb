"""The sources of all records, kept in memory: every page of results names dozens of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from documents.models import Source
from documents.search.kept import Kept, signature_in, signature_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from documents.models import Document
    from documents.search.kept import Signature

_SHOWN = ("name", "name_zh", "slug", "level")


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
    return sources, signature_of((pk, _letters(one)) for pk, one in sources.items())


def _letters(source: Source) -> int:
    return sum(len(getattr(source, name)) for name in _SHOWN)


def _signature() -> Signature:
    return signature_in(Source.objects.all(), *_SHOWN)


_kept = Kept(_read, _signature)
