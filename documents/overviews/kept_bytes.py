"""An inventory as bytes and back, for keeping it in the database."""

from __future__ import annotations

import json
import zlib
from array import array
from itertools import pairwise

from documents.overviews.inventory import GROUPS, Inventory, Sets

LAYOUT = 2
"""Bytes of another layout are not read but counted anew."""

_COLUMNS = ("ids", "days", "moments", "order", "arrivals")


def to_bytes(inventory: Inventory) -> bytes:
    """Return compressed bytes: a line of JSON with lengths, then the columns and the sets."""
    columns = [array("q", getattr(inventory, name)).tobytes() for name in _COLUMNS]
    keys = [(group, key) for group in GROUPS for key in inventory.sets[group]]
    sets = [inventory.present, *(inventory.sets[group][key] for group, key in keys)]
    data = [one.to_bytes((one.bit_length() + 7) // 8, "little") for one in sets]
    head = {
        "keys": keys,
        "columns": [len(column) for column in columns],
        "sets": [len(one) for one in data],
    }
    return zlib.compress(b"\n".join([json.dumps(head).encode(), b"".join(columns + data)]), 1)


def from_bytes(data: bytes) -> Inventory:
    """Return the inventory of `to_bytes`."""
    line, _, rest = zlib.decompress(data).partition(b"\n")
    head = json.loads(line)
    ends = [0]
    for length in (*head["columns"], *head["sets"]):
        ends.append(ends[-1] + length)
    parts = [rest[start:end] for start, end in pairwise(ends)]
    columns = [tuple(array("q", part)) for part in parts[: len(_COLUMNS)]]
    present, *records = (int.from_bytes(part, "little") for part in parts[len(_COLUMNS) :])
    sets: Sets = {group: {} for group in GROUPS}
    for (group, key), one in zip(head["keys"], records, strict=True):
        sets[group][key] = one
    return Inventory(
        **dict(zip(_COLUMNS, columns, strict=True)),
        present=present,
        sets=sets,
    )
