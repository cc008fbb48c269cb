"""Names the rules of reading and says which of them match on a page; leaves rules out of a process.

A rule is an alternative of a form in documents/ingest/phrases ("furniture: <pattern>") or a
pattern of a module in documents/ingest ("title._SECTION").
"""

from __future__ import annotations

import importlib
import pkgutil
import re
import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Any

import documents
from documents.text.folding import fold

NEVER = re.compile(r"(?!)")
_FLAGS = re.IGNORECASE | re.MULTILINE
_SHORT = 4000  # characters of a line that are looked at


def matching(text: str) -> frozenset[str]:
    """Give the names of the rules that match some line of a page's text."""
    lines = [line.strip()[:_SHORT] for line in text.splitlines() if line.strip()]
    folded = [fold(line) for line in lines]
    both = list(dict.fromkeys([*lines, *folded]))
    return frozenset(
        name for name, form in all_rules().items() if any(form.search(line) for line in both)
    )


@cache
def all_rules() -> Mapping[str, re.Pattern[str]]:
    """Give every rule by its name."""
    return dict([*_phrase_rules(), *_pattern_rules()])


def leave_out(names: frozenset[str]) -> None:
    """Leave rules out for the rest of this process; call it before anything else is imported."""
    _filter_phrases(names)
    for module in _modules():
        short = module.__name__.removeprefix("documents.ingest.")
        for attribute, value in vars(module).items():
            if isinstance(value, re.Pattern) and f"{short}.{attribute}" in names:
                setattr(module, attribute, NEVER)
    _filter_controls({name.partition(": ")[2] for name in names if name.startswith("controls: ")})


def _phrase_rules() -> Iterator[tuple[str, re.Pattern[str]]]:
    for file, content in _phrase_files():
        for text, before, after in _rows(tomllib.loads(content)):
            yield f"{file}: {text}", re.compile(f"{before}(?:{text}){after}", _FLAGS)
    from documents.ingest.phrases import load_words

    for word in load_words("controls"):
        yield f"controls: {word}", re.compile(rf"^\W*{re.escape(word)}\b", _FLAGS)


def _phrase_files() -> Iterator[tuple[str, str]]:
    """Give the name and the text of each file of forms."""
    folder = Path(documents.__path__[0]) / "ingest" / "phrases"
    for path in sorted(folder.glob("*.toml")):
        yield path.stem, path.read_text(encoding="utf-8")


def _rows(node: Any, before: str = "", after: str = "") -> Iterator[tuple[str, str, str]]:
    """Give each alternative of a file with what stands before and after its form."""
    if isinstance(node, dict):
        before, after = node.get("before", before), node.get("after", after)
        for name, value in node.items():
            if name not in ("before", "after", "name", "kind", "zone", "rule", "weight"):
                yield from _rows(value, before, after)
    elif isinstance(node, list):
        for value in node:
            if isinstance(value, str):
                yield value, before, after
            else:
                yield from _rows(value, before, after)


def _pattern_rules() -> Iterator[tuple[str, re.Pattern[str]]]:
    for module in _modules():
        short = module.__name__.removeprefix("documents.ingest.")
        for attribute, value in vars(module).items():
            if isinstance(value, re.Pattern) and isinstance(value.pattern, str):
                yield f"{short}.{attribute}", value


def _modules() -> Iterator[ModuleType]:
    package = importlib.import_module("documents.ingest")
    for found in pkgutil.walk_packages(package.__path__, "documents.ingest."):
        if ".phrases" not in found.name and "isolation" not in found.name:
            yield importlib.import_module(found.name)


def _filter_phrases(names: frozenset[str]) -> None:
    """Let the files of phrases be read without some alternatives."""
    read = tomllib.loads
    files = {text: name for name, text in _phrase_files()}

    def without(text: str) -> dict[str, Any]:
        start = f"{files.get(text, '')}: "
        left_out = {name.removeprefix(start) for name in names if name.startswith(start)}
        found: dict[str, Any] = _without(read(text), left_out)
        return found

    tomllib.loads = without  # type: ignore[assignment]


def _without(node: Any, left_out: set[str]) -> Any:
    if isinstance(node, dict):
        return {name: _without(value, left_out) for name, value in node.items()}
    if isinstance(node, list):
        kept = [one for one in node if not (isinstance(one, str) and one in left_out)]
        return [_without(one, left_out) for one in kept] or [NEVER.pattern]
    return node


def _filter_controls(left_out: set[str]) -> None:
    from documents.ingest import controls, phrases

    words = tuple(word for word in phrases.load_words("controls") if word not in left_out)
    controls._words.cache_clear()
    vars(controls)["load_words"] = lambda _: words
