"""The wordings that pages use, in data files beside this module: one file a noun."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib import resources
from typing import Any


@cache
def load_phrases(name: str) -> dict[str, Any]:
    """Read `name`.toml of this folder."""
    return tomllib.loads(_file(f"{name}.toml"))


@cache
def load_words(name: str) -> tuple[str, ...]:
    """Read `name`.txt: words and phrases between bars, lines that begin with # left out."""
    rows = (row for row in _file(f"{name}.txt").splitlines() if not row.startswith("#"))
    words = (word.strip() for row in rows for word in row.split("|"))
    return tuple(dict.fromkeys(word for word in words if word))


def pattern_of(row: dict[str, Any]) -> str:
    """Join a form's alternatives; `words` stand between `before` and `after`."""
    if "words" in row:
        return f"{row.get('before', '')}(?:{'|'.join(row['words'])}){row.get('after', '')}"
    return "|".join(row["alternatives"])


def compile_phrases(name: str, key: str, flags: int = re.IGNORECASE) -> re.Pattern[str]:
    """Compile the form `key` of `name`.toml."""
    return re.compile(pattern_of(load_phrases(name)[key]), flags)


def _file(name: str) -> str:
    return resources.files(__package__).joinpath(name).read_text(encoding="utf-8")
