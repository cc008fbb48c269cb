"""The interface's messages: gathered from code and templates, compiled for use, by Babel."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path


def compile_messages(folders: Iterable[Path]) -> list[Path]:
    """Compile each catalogue that is newer than its compiled form; return what was written."""
    written = []
    for folder in folders:
        for catalogue in sorted(folder.glob("*/LC_MESSAGES/django.po")):
            compiled = catalogue.with_suffix(".mo")
            if compiled.exists() and compiled.stat().st_mtime >= catalogue.stat().st_mtime:
                continue
            _compile(catalogue, compiled)
            written.append(compiled)
    return written


def _compile(catalogue: Path, compiled: Path) -> None:
    from babel.messages import mofile, pofile

    with catalogue.open("rb") as source:
        messages = pofile.read_po(source)
    beside = compiled.with_suffix(".mo.new")
    with beside.open("wb") as target:
        mofile.write_mo(target, messages)
    beside.replace(compiled)
