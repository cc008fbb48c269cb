"""Does something and takes it back at once, to show beforehand what it would do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction

if TYPE_CHECKING:
    from collections.abc import Callable


def tried[Outcome](act: Callable[[], Outcome]) -> Outcome:
    """Return what an act gives, nothing of which is written; what it raises is raised."""
    with transaction.atomic():
        outcome = act()
        transaction.set_rollback(True)
    return outcome
