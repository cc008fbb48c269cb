"""The style sheets: nothing in them is dead, and colours have names."""

from __future__ import annotations

import re
from pathlib import Path

from django.conf import settings

from documents.models import Document, Source, Topic

ROOT = Path(settings.BASE_DIR)
SHEETS = sorted((ROOT / "static" / "css").rglob("*.css"))
TOKENS = ROOT / "static" / "css" / "tokens.css"
NAMING = (TOKENS, TOKENS.with_name("plots.css"), TOKENS.with_name("print.css"))
"""The sheets that give colours their names, and the one of paper."""
OTHERS = frozenset(("htmx-request", "errorlist", "unknown"))
"""Classes that htmx and Django's forms give, and the layer of records without a source."""
VALUES = frozenset((*Document.Kind.values, *Source.Level.values, *Topic.Facet.values))
"""Classes that are values of a record, a source or a topic."""

_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_CLASS = re.compile(r"\.(-?[a-zA-Z][\w-]*)")
_SELECTOR = re.compile(r"([^{};]+)\{")
_COLOUR = re.compile(r"#[0-9a-fA-F]{3,8}\b|\b(?:rgb|hsl|oklch)\(")


def _rules(sheet: Path) -> str:
    return _COMMENT.sub("", sheet.read_text(encoding="utf-8"))


def _files(folder: str, pattern: str) -> str:
    paths = sorted((ROOT / folder).rglob(pattern))
    return "\n".join(path.read_text(encoding="utf-8") for path in paths)


def _words() -> frozenset[str]:
    """Return the words of class attributes, of tags that draw, and of scripts."""
    attributes = re.findall(r'class="([^"]*(?:"[^"]*"[^"]*)*?)"[ />]', _files("templates", "*.*"))
    drawn = [_files(folder, "*.py") for folder in ("documents/templatetags", "documents/forms")]
    text = "\n".join([*attributes, *drawn, _files("static/js", "*.js")])
    return frozenset(re.findall(r"-?[a-zA-Z][\w-]*", text))


def _is_used(name: str, words: frozenset[str]) -> bool:
    """Whether a class stands in a page, or its stem does and a number or word is put to it."""
    return name in words | OTHERS | VALUES or name.rstrip("0123456789") in words


def test_every_class_that_is_styled_is_on_a_page() -> None:
    words = _words()
    dead = {
        f"{sheet.name}: .{name}"
        for sheet in SHEETS
        for selector in _SELECTOR.findall(_rules(sheet))
        for name in _CLASS.findall(selector)
        if not _is_used(name, words)
    }
    assert sorted(dead) == []


def test_every_token_is_used() -> None:
    text = "\n".join(_rules(sheet) for sheet in SHEETS)
    names = {name for sheet in NAMING for name in re.findall(r"(--[\w-]+):", _rules(sheet))}
    assert sorted(name for name in names if f"var({name})" not in text) == []


def test_colours_have_names() -> None:
    named = {
        f"{sheet.name}: {colour}"
        for sheet in SHEETS
        if sheet not in NAMING
        for colour in _COLOUR.findall(_rules(sheet))
    }
    assert sorted(named) == []
