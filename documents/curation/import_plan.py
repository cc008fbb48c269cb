"""A plan of an import on disk: one step a line, so that it is applied exactly as it was shown."""

from __future__ import annotations

import hashlib
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from documents.curation.import_item import Action, Item, from_json, to_json

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class Plan:
    """`path` is the file that holds the steps; `counts` says how many there are of each kind.

    `publishes` says whether records go public by it.
    """

    path: Path
    counts: Counter[str] = field(default_factory=Counter)
    digest: str = ""
    publishes: bool = False

    @property
    def writes(self) -> int:
        return sum(self.counts[one] for one in (Action.CREATE, Action.UPDATE, Action.PUBLISH))

    @property
    def total(self) -> int:
        return self.counts.total()

    def items(self) -> Iterator[Item]:
        """Give the steps one by one; a plan of any size needs the memory of one."""
        with self.path.open(encoding="utf-8") as lines:
            for line in lines:
                yield from_json(line)

    def shown(self) -> dict[str, object]:
        counts = {action.value: self.counts[action] for action in Action}
        return {"counts": counts, "items": [item.shown() for item in self.items()]}


def write_plan(path: Path, items: Iterable[Item]) -> Plan:
    """Write the steps to a file, which is there once all of them are; return the plan."""
    counts: Counter[str] = Counter()
    digest = hashlib.sha256()
    publishes = False
    beside = path.with_name(f"{path.name}.new")
    with beside.open("w", encoding="utf-8") as lines:
        for item in items:
            line = to_json(item)
            counts[item.action] += 1
            publishes |= item.publishes
            digest.update(line.encode("utf-8", "surrogatepass"))
            lines.write(f"{line}\n")
    beside.replace(path)
    return Plan(path, counts, digest.hexdigest(), publishes)


def read_plan(path: Path) -> Plan:
    """Return the plan that a file holds. Raises OSError where there is none."""
    counts: Counter[str] = Counter()
    digest = hashlib.sha256()
    publishes = False
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            item = from_json(line)
            counts[item.action] += 1
            publishes |= item.publishes
            digest.update(line.rstrip("\n").encode("utf-8", "surrogatepass"))
    return Plan(path, counts, digest.hexdigest(), publishes)
