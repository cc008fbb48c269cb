"""Loads the shipped vocabularies, and leaves alone whatever a person changed or deleted.

Each row keeps a digest of the values it was shipped with. A reload updates only rows whose present
values still have that digest. A row that was shipped once and is gone was deleted by an editor and
stays gone; `ShippedRow` remembers it. A shipped name or membership that the files no longer hold
goes, unless somebody edited it.
"""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.db import transaction

from documents.curation.shipment import read_shipment
from documents.curation.vocabulary_tables import TABLES, MissingOwnerError, read_ids
from documents.models import ShippedRow

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from pathlib import Path

    from documents.curation.shipment import Key, Record, Row
    from documents.curation.vocabulary_tables import Ids, Table

OUTCOMES = ("created", "updated", "unchanged", "kept edited", "kept deleted", "retired")


@dataclass(frozen=True, slots=True)
class Tally:
    """How many rows of one vocabulary met each of the OUTCOMES."""

    vocabulary: str
    counts: Mapping[str, int]

    @property
    def changed(self) -> int:
        """Return how many rows were written."""
        return sum(self.counts[name] for name in ("created", "updated", "retired"))


@dataclass(frozen=True, slots=True)
class _Sorted:
    """The shipped rows of one table, by what is to become of them."""

    new: list[Row]
    changed: list[tuple[Any, Row]]
    outcomes: Counter[str]


@transaction.atomic
def load_vocabularies(folder: Path) -> list[Tally]:
    """Bring the tables up to the fixture files of a folder: safe to repeat, all or nothing.

    Raises OSError where a file is missing and yaml.YAMLError where one is broken.
    """
    shipment = read_shipment(folder)
    return [_load(table, shipment[table.vocabulary]) for table in TABLES]


def _load(table: Table[Any], rows: Sequence[Row]) -> Tally:
    stored = {table.key_of(one): one for one in table.stored()}
    remembered = ShippedRow.objects.filter(vocabulary=table.vocabulary)
    known = set(remembered.values_list("key", flat=True))
    work = _sort(table, rows, stored, known)
    outcomes = work.outcomes
    retired = _retire(table, rows, stored, known) if table.retires else set()
    remembered.filter(key__in=retired).delete()
    outcomes["retired"] = len(retired)
    ids = read_ids()
    _update(table, work.changed, ids)
    outcomes["created"] = _create(table, work.new, ids)
    fresh = dict.fromkeys(_text(row.key) for row in rows)
    ShippedRow.objects.bulk_create(
        [ShippedRow(vocabulary=table.vocabulary, key=key) for key in fresh if key not in known],
        batch_size=500,
    )
    return Tally(table.vocabulary, {name: outcomes[name] for name in OUTCOMES})


def _sort(
    table: Table[Any], rows: Sequence[Row], stored: Mapping[Key, Any], known: set[str]
) -> _Sorted:
    work = _Sorted([], [], Counter())
    for row in rows:
        instance = stored.get(row.key)
        if instance is not None:
            outcome = _compare(table, instance, row)
            work.outcomes[outcome] += 1
            if outcome == "updated":
                work.changed.append((instance, row))
        elif _text(row.key) in known:
            work.outcomes["kept deleted"] += 1
        else:
            work.new.append(row)
    return work


def _compare(table: Table[Any], instance: Any, row: Row) -> str:
    """Return what is to become of a stored row that is shipped as well."""
    if not row.values:  # nothing but its key: being there is all
        return "unchanged"
    shipped = _digest(row.values)
    present = _digest(table.values_of(instance, row.values))
    if present == instance.shipped_digest == shipped:
        return "unchanged"
    return "updated" if present in (instance.shipped_digest, shipped) else "kept edited"


def _update(table: Table[Any], changed: Iterable[tuple[Any, Row]], ids: Ids) -> None:
    """Write new shipped values; preferred names come last, since a language has only one."""
    for instance, row in sorted(changed, key=lambda one: one[1].values.get("role") == "preferred"):
        try:
            fields = table.fields_of(row, ids)
        except MissingOwnerError:
            continue
        for name, value in fields.items():
            setattr(instance, name, value)
        instance.shipped_digest = _digest(row.values)
        instance.save()


def _create(table: Table[Any], rows: Sequence[Row], ids: Ids) -> int:
    """Insert rows in waves, so that children find their parents; return how many there were.

    A row whose owner an editor deleted is left out.
    """
    waiting, count = list(rows), 0
    while waiting:
        late: list[Row] = []
        new = []
        for row in waiting:
            try:
                new.append(table.model(**_fields(table, row, ids)))
            except MissingOwnerError:
                late.append(row)
        if not new:
            break
        for one in table.model.objects.bulk_create(new, batch_size=500):
            ids[table.key_of(one)] = one.pk
        count += len(new)
        waiting = late
    return count


def _fields(table: Table[Any], row: Row, ids: Ids) -> Record:
    digest = {"shipped_digest": _digest(row.values)} if row.values else {}
    return table.fields_of(row, ids) | digest


def _retire(
    table: Table[Any], rows: Sequence[Row], stored: Mapping[Key, Any], known: set[str]
) -> set[str]:
    """Delete rows that were shipped and are not any more, unless edited; return their keys."""
    shipped = {row.key for row in rows}
    owners = {key[:2] for key in shipped}
    names = rows[0].values if rows else {}
    gone = {
        _text(key): one
        for key, one in stored.items()
        if key not in shipped
        and key[:2] in owners
        and _text(key) in known
        and one.shipped_digest == _digest(table.values_of(one, names))
    }
    for one in gone.values():
        one.delete()
    return set(gone)


def _text(key: Key) -> str:
    """Return a key as it is remembered: readable where it fits the column, else its digest."""
    text = "|".join(key)
    return text if len(text) <= 200 else hashlib.sha256(text.encode()).hexdigest()


def _digest(values: Mapping[str, Any]) -> str:
    text = json.dumps(dict(values), sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(text.encode()).hexdigest()
