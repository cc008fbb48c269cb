"""Keeps the names that the links were made with; a verb that relinks notes its own change here."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from django.utils import timezone

from documents.gazetteer import Vocabulary, load_vocabulary, rules_version
from documents.models import LinkedVocabulary

if TYPE_CHECKING:
    from collections.abc import Iterator


def linked_vocabulary() -> Vocabulary | None:
    """Return the rows that the links were made with; None where nobody knows.

    The rules count too: links made by older rules were made with something else.
    """
    kept = LinkedVocabulary.objects.filter(rules=rules_version()).first()
    return None if kept is None else _read(kept.rows)


def note_linked(vocabulary: Vocabulary) -> None:
    """Write down that all records are linked by these rows."""
    LinkedVocabulary.objects.update_or_create(
        pk=1,
        defaults={
            "rules": rules_version(),
            "rows": list(vocabulary),
            "linked_at": timezone.now(),
        },
    )


@contextmanager
def relinking_itself() -> Iterator[None]:
    """Note what a verb changes in the vocabulary as linked, since it relinks the records itself.

    What others changed before it and nobody relinked stays as open as it was.
    """
    before = load_vocabulary()
    yield
    after = load_vocabulary()
    known = linked_vocabulary()
    if known is None or before == after:
        return
    note_linked(
        Vocabulary(
            _carried(known.topics, before.topics, after.topics),
            _carried(known.names, before.names, after.names),
            _carried(known.places, before.places, after.places),
            _carried(known.moved, before.moved, after.moved),
        )
    )


def _carried[Row](
    known: tuple[Row, ...], before: tuple[Row, ...], after: tuple[Row, ...]
) -> tuple[Row, ...]:
    """Return the known rows with the change from before to after, and no other."""
    gone, new = set(before) - set(after), set(after) - set(before)
    return tuple(sorted((set(known) - gone) | new, key=repr))


def _read(rows: list[list[list[Any]]]) -> Vocabulary:
    parts: list[Any] = [tuple(tuple(row) for row in part) for part in rows]
    return Vocabulary(*parts)
