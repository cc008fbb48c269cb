"""Saves a record so that the database judges it, and a person hears which constraint failed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import IntegrityError, transaction

if TYPE_CHECKING:
    from documents.models import Document


def save_checked(document: Document) -> None:
    """Save a record; raise ValidationError where a value or a constraint forbids it.

    The database checks every constraint as it writes. Asking it about each beforehand, as
    `full_clean` does, takes a query for each of the fourteen; so this is done only after a failure,
    for the sentence.
    """
    document.clean_fields()
    document.clean()
    try:
        with transaction.atomic():
            document.save()
    except IntegrityError:
        document.full_clean()
        raise
