"""Turns the bytes of a text into characters: byte order mark, declaration, UTF-8, detection."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass, replace

from documents.ingest.refusals import refusal

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_DECLARED = re.compile(
    rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w:.-]{2,40})|"""
    rb"""<\?xml[^>]{0,200}?encoding\s*=\s*["']([\w:.-]{2,40})""",
    re.IGNORECASE,
)
# Pages say gb2312 and use characters that only its successor holds; likewise Latin-1.
_SUCCESSORS = {
    **dict.fromkeys(("gb2312", "gbk", "x-gbk", "gb_2312-80", "csgb2312", "hz"), "gb18030"),
    **dict.fromkeys(("iso-8859-1", "latin-1", "latin1", "ascii", "us-ascii"), "cp1252"),
    "big5": "big5hkscs",
    "x-x-big5": "big5hkscs",
}
_DETECTED = ["gb18030", "big5", "big5hkscs", "cp1252", "shift_jis", "cp1251"]
# Python knows other codecs (idna, zlib, unicode_escape …) that no page may make it run.
_CHARACTER_SETS = re.compile(r"utf[-_]|gb|big5|cp\d|iso8859|shift_jis|euc_|koi8|mac_|tis_620|ascii")
_HEAD = 4096
_SAMPLE = 65_536
_WIDE = re.compile(r"[\t\n\r -~\u00a0-\u024f\u2010-\u2026\u3000-\u301f\u4e00-\u9fff\uff00-\uffef]")
_ODD = re.compile("[\ufffd\x01-\x08\x0e-\x1a\x1c-\x1f\x80-\x9f]")


@dataclass(frozen=True, slots=True)
class Decoded:
    """`encoding` is Python's name; `rule` says what gave it; `lost` counts unreadable places."""

    text: str
    encoding: str
    rule: str
    lost: int = 0


def decode(content: bytes, declared: str = "") -> Decoded:
    """Give the characters of a text file; `declared` is what an HTTP header or the like said.

    UTF-8 that is valid beats a declaration, since other encodings hardly ever look like it. One
    unreadable place in 200 characters is let pass and counted; above that
    UnreadablePageError is raised.
    """
    decoded = (
        _by_mark(content)
        or _by_zeros(content)
        or _as(content, "utf-8", "valid UTF-8")
        or _by_declaration(content, declared)
        or _by_detection(content)
        or _patched(content, _declared_in(content) or "utf-8")
    )
    if len(_ODD.findall(decoded.text)) * 200 > len(decoded.text) + 200:
        raise refusal("encoding")
    zeros = decoded.text.count("\0")  # no database stores them, no text means them
    return replace(decoded, text=decoded.text.replace("\0", ""), lost=decoded.lost + zeros)


def _by_mark(content: bytes) -> Decoded | None:
    name = next((name for mark, name in _MARKS if content.startswith(mark)), None)
    if name is None:
        return None
    return _as(content, name, "byte order mark") or _patched(content, name)


def guess_wide(content: bytes) -> str:
    """Return the encoding of UTF-16 without a mark, "" for anything else.

    Nearly all characters of a real text are printable ASCII, Latin or Han; of other bytes read
    as UTF-16 half are not.
    """
    head = content[:_HEAD]
    if 0 not in head:
        return ""
    for name in ("utf-16-le", "utf-16-be"):
        text = head[: len(head) // 2 * 2].decode(name, "replace")
        if len(_WIDE.findall(text)) * 20 >= len(text) * 19:
            return name
    return ""


def _by_zeros(content: bytes) -> Decoded | None:
    name = guess_wide(content)
    return _as(content, name, "zero bytes") if name else None


def _by_declaration(content: bytes, declared: str) -> Decoded | None:
    name = _python_name(declared) or _declared_in(content)
    if not name or name.startswith(("utf-16", "utf-32")):  # it was read as ASCII, so it is wrong
        return None
    return _as(content, name, "declared") or _nearly(content, name, "declared")


def _by_detection(content: bytes) -> Decoded | None:
    from charset_normalizer import from_bytes

    nearly = _nearly(content, "utf-8", "UTF-8 with damaged places")
    if nearly:
        return nearly
    best = from_bytes(content[:_SAMPLE], cp_isolation=_DETECTED).best()
    if best is None:
        return _nearly(content, "gb18030", "detected")
    return _as(content, best.encoding, "detected") or _nearly(content, best.encoding, "detected")


def _declared_in(content: bytes) -> str:
    match = _DECLARED.search(content[:_HEAD])
    return _python_name((match[1] or match[2]).decode("ascii", "ignore")) if match else ""


def _python_name(label: str) -> str:
    """Return Python's name of an encoding, "" for one that it does not know or that is no text."""
    label = label.strip().lower()
    try:
        name = codecs.lookup(_SUCCESSORS.get(label, label)).name if label else ""
    except (LookupError, ValueError):
        return ""
    return name if _CHARACTER_SETS.match(name) else ""


def _as(content: bytes, name: str, rule: str) -> Decoded | None:
    try:
        return Decoded(content.decode(name), name, rule)
    except (UnicodeError, ValueError):
        return None


def _nearly(content: bytes, name: str, rule: str) -> Decoded | None:
    """Decode with replacements where they are few: a file cut inside a character, say."""
    decoded = _patched(content, name)
    foreign = sum(byte > 127 for byte in content[:_SAMPLE])
    if decoded.lost > 2 and decoded.lost * 50 > min(foreign, len(decoded.text)):
        return None
    return Decoded(decoded.text, name, rule, decoded.lost)


def _patched(content: bytes, name: str) -> Decoded:
    text = content.decode(name, "replace")
    return Decoded(text, name, "damaged places replaced", text.count("\ufffd"))
