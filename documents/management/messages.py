"""The interface's messages: gathered from code and templates, compiled for use, by Babel."""

from __future__ import annotations

import secrets
from io import BytesIO
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from babel.messages import Catalog

KEYWORDS = {
    **dict.fromkeys(("_", "gettext", "gettext_lazy", "gettext_noop"), None),
    **dict.fromkeys(("ngettext", "ngettext_lazy"), (1, 2)),
    **dict.fromkeys(("pgettext", "pgettext_lazy"), ((1, "c"), 2)),
    **dict.fromkeys(("npgettext", "npgettext_lazy"), ((1, "c"), 2, 3)),
}
CODE = ("documents", "kb")
TEMPLATES = "templates"


def gather_messages(root: Path) -> Catalog:
    """Return every message of the code and of the templates under a folder, untranslated."""
    from babel.messages import Catalog
    from babel.messages.extract import extract

    gathered = Catalog(charset="utf-8", fuzzy=False)
    for source in _sources(root):
        for _line, message, _comments, context in extract(
            "python", BytesIO(source.encode()), keywords=KEYWORDS
        ):
            gathered.add(message, context=context)
    return gathered


def _sources(root: Path) -> Iterator[str]:
    """Give the text of each module, and each template as the calls that it makes."""
    from django.utils.translation.template import templatize

    for folder in CODE:
        for path in sorted((root / folder).rglob("*.py")):
            if "migrations" not in path.parts:
                yield path.read_text(encoding="utf-8")
    for path in sorted((root / TEMPLATES).rglob("*.*")):
        calls = templatize(path.read_text(encoding="utf-8"), origin=str(path))
        # What is no call is blanked out; indents mean nothing here, but would to a tokeniser.
        yield "\n".join(line.strip() for line in calls.splitlines())


def merged(catalogue: Path, gathered: Catalog) -> Catalog:
    """Return a catalogue file with the messages gathered, its translations kept."""
    from babel.messages import pofile

    with catalogue.open("rb") as source:
        messages = pofile.read_po(source, locale=catalogue.parent.parent.name)
    messages.update(gathered, no_fuzzy_matching=True, update_creation_date=False)
    return messages


def untranslated(catalogue: Catalog) -> list[str]:
    """Return the messages without a translation, as the code writes them."""
    return [_first(message.id) for message in catalogue if message.id and not _said(message.string)]


def write_catalogue(path: Path, catalogue: Catalog) -> None:
    """Write a catalogue in the order of its messages, without the places they come from."""
    from babel.messages import pofile

    with path.open("wb") as target:
        pofile.write_po(
            target, catalogue, width=100, no_location=True, sort_output=True, ignore_obsolete=True
        )


def _first(forms: str | Iterable[str]) -> str:
    return forms if isinstance(forms, str) else next(iter(forms))


def _said(forms: str | Iterable[str] | None) -> bool:
    return bool(forms) if isinstance(forms, str) else all(forms or [""])


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
    beside = compiled.with_name(f"{secrets.token_hex(4)}.mo")  # two may compile at once
    with beside.open("wb") as target:
        mofile.write_mo(target, messages)
    beside.replace(compiled)
