"""Turns bytes into text: byte order mark, then strict UTF-8, then declaration, then detection."""

from __future__ import annotations

import codecs
import re

_DECLARED = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?\s*([\w-]{3,20})""", re.IGNORECASE)
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# The family of a Chinese encoding is read by its largest member.
_WIDER = {"gb2312": "gb18030", "gbk": "gb18030", "gb_2312-80": "gb18030", "big5": "big5hkscs", "iso-8859-1": "cp1252", "ascii": "cp1252"}


def decode(content: bytes, media_type: str = "text/plain") -> str:
    """Decode `content`; what no encoding explains becomes U+FFFD rather than an error.

    Strict UTF-8 is tried before the declaration, since pages that were saved again keep their
    old declaration but are UTF-8, and no other encoding passes as UTF-8 by chance.
    """
    for mark, name in _MARKS:
        if content.startswith(mark):
            return content.decode(name, "replace")
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        pass
    for name in (*_declared(content, media_type), *_detected(content)):
        try:
            return content.decode(name)
        except (UnicodeDecodeError, LookupError):
            continue
    return content.decode(_nearest(content), "replace")


def _declared(content: bytes, media_type: str) -> list[str]:
    match = _DECLARED.search(content[:4096]) if media_type == "text/html" else None
    return [_wider(match[1].decode("ascii"))] if match else []


def _detected(content: bytes) -> list[str]:
    from charset_normalizer import from_bytes

    best = from_bytes(content[:200_000]).best()
    guessed = [_wider(best.encoding)] if best else []
    return ["gb18030", *guessed] if _looks_double(content) else [*guessed, "gb18030"]


def _looks_double(content: bytes) -> bool:
    """Say whether high bytes come in pairs, as in Chinese encodings, and not alone."""
    high = sum(byte > 127 for byte in content)
    runs = re.findall(rb"[\x81-\xfe][\x40-\xfe]", content)
    return bool(runs) and high > len(content) * 0.1 and len(runs) * 2 >= high * 0.9


def _nearest(content: bytes) -> str:
    """Give the encoding that leaves the fewest marks of damage."""
    return min(("utf-8", "gb18030", "cp1252"), key=lambda name: content.decode(name, "replace").count("\ufffd"))


def _wider(name: str) -> str:
    return _WIDER.get(name.casefold().replace("_", "-"), name)
