"""The style sheets as one: what css/main.css imports, each in its layer, in one response."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from django import template
from django.conf import settings
from django.contrib.staticfiles import finders
from django.urls import reverse
from django.utils.translation import override

register = template.Library()

MAIN = "css/main.css"
_IMPORT = re.compile(r'@import url\("(?P<path>[^"]+)"\) layer\((?P<layer>[\w-]+)\);')
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_BLANKS = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Sheet:
    """`digest` names this state of the sheet in its address."""

    text: str
    digest: str


@register.simple_tag
def stylesheet() -> str:
    """Return the address of the sheet; it changes with the sheet, so it may be kept for ever."""
    with override("en"):  # one address for both interface languages
        return f"{reverse('documents:styles')}?v={one_sheet().digest}"


def one_sheet() -> Sheet:
    """Return the sheet, put together once a process; while developing, at each request."""
    return _joined() if settings.DEBUG else _kept()


@lru_cache(maxsize=1)
def _kept() -> Sheet:
    return _joined()


def _joined() -> Sheet:
    main = find_sheet(MAIN)
    text = _IMPORT.sub(
        lambda found: f"@layer {found['layer']} {{ {_read(main.parent / found['path'])} }}",
        _read(main),
    )
    return Sheet(text, hashlib.blake2b(text.encode(), digest_size=8).hexdigest())


def find_sheet(path: str) -> Path:
    """Return the file of a style sheet; raises FileNotFoundError."""
    found = finders.find(path)
    if not isinstance(found, str):
        raise FileNotFoundError(path)
    return Path(found)


def _read(path: Path) -> str:
    """Return a sheet without its comments, and with one blank where there are several."""
    return _BLANKS.sub(" ", _COMMENT.sub("", path.read_text(encoding="utf-8"))).strip()
