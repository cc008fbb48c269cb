"""Marks an index kept in files with the versions it was made by, and refuses any other."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from documents.search.engines.base import IndexUnusableError
from documents.search.record import RECORD_VERSION
from documents.text.analysis import ANALYSER_VERSION

if TYPE_CHECKING:
    from pathlib import Path

FILE_NAME = "made-by.json"


def versions(schema: str) -> dict[str, str]:
    """Return what an index made now is marked with; `schema` is the engine's own version."""
    return {"record": RECORD_VERSION, "analyser": ANALYSER_VERSION, "schema": schema}


def write_stamp(folder: Path, schema: str) -> None:
    folder.joinpath(FILE_NAME).write_text(json.dumps(versions(schema)), encoding="utf-8")


def check_stamp(folder: Path, schema: str) -> None:
    """Raise IndexUnusableError unless the index in the folder was made by these versions."""
    try:
        found = json.loads(folder.joinpath(FILE_NAME).read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        message = f"The index {folder.name} is missing or broken."
        raise IndexUnusableError(message) from error
    if found != versions(schema):
        message = f"The index {folder.name} was made by another version."
        raise IndexUnusableError(message)
