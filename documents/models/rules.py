"""Constraints that several nouns share."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import models

if TYPE_CHECKING:
    from collections.abc import Sequence


def one_of(noun: str, field: str, values: Sequence[str]) -> models.CheckConstraint:
    """Return the constraint that a field holds one of a closed list of values."""
    return models.CheckConstraint(
        name=f"{noun}_{field}_is_known",
        condition=models.Q(**{f"{field}__in": list(values)}),
    )
