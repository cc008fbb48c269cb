"""Reads a saved web page: its blocks of text in order, with what the markup says of them."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from documents.ingest.lines import Fact, Line, PageText
from documents.ingest.phrases import compile_phrases, load_phrases
from documents.ingest.shape import key
from documents.text.normalise import normalise

_BLOCKS = frozenset(load_phrases("elements")["blocks"])
_SKIPPED = frozenset(load_phrases("elements")["skipped"])
_CHROME = frozenset({"nav", "footer", "aside", "button"})
_CHROME_ROLE = re.compile(
    r"^(?:navigation|banner|contentinfo|search|complementary|dialog|menu(?:bar)?)$"
)
_CHROME_NAME = compile_phrases("elements", "chrome_name")
_ABSTRACT_NAME = re.compile(
    r"(?:^|[\s_-])(?:abstract|summary|zusammenfassung|resume)(?:$|[\s_-])", re.IGNORECASE
)
_ARTICLE = 700  # letters of a text that can be the whole article
_RELATED_NAME = re.compile(r"related|recommend|read-?more|see-?also|more-?stories", re.IGNORECASE)


def read(text: str) -> PageText:
    """Give the blocks of an HTML page as lines and the facts of its head.

    Scripts, styles and hidden elements are left out; nothing is fetched.
    """
    tree = _parse(text)
    if tree is None:
        return PageText("", ())
    facts = tuple(_facts(tree))
    blocks = _blocks(tree)
    main = _agreed(
        [key(found) for found in (_by_trafilatura(text), _by_readability(text)) if found]
    )
    lines = tuple(_line(block, 2 * number + 1, main) for number, block in enumerate(blocks))
    return PageText("\n\n".join(block.text for block in blocks), lines, facts)


@dataclass(slots=True)
class _Block:
    """Text gathered between two block boundaries."""

    tag: str = ""
    parts: list[str] = field(default_factory=list)
    plain: int = 0  # characters outside links
    text: str = ""
    linked: bool = False
    ends_in_link: bool = False

    def add(self, text: str | None, *, link: bool) -> None:
        if text:
            self.parts.append(text)
            self.plain += 0 if link else len(text.strip(" \n\t|·•,;/"))

    def close(self) -> _Block | None:
        self.text = " ".join(normalise("".join(self.parts)).split())
        self.linked = not self.plain
        return self if self.text else None


def _parse(text: str) -> Any:
    from lxml import html as markup

    text = re.sub(r"^\s*<\?xml[^>]*\?>", "", text)
    try:
        return markup.document_fromstring(text, markup.HTMLParser(huge_tree=True))
    except (ValueError, markup.etree.ParserError):
        return None


def _blocks(tree: Any) -> list[_Block]:
    """Walk the tree once, without recursion, and cut its text at block elements."""
    from lxml import etree

    size = max(1, len("".join(tree.itertext())))
    found: list[_Block] = []
    current, links, hidden = _Block(), 0, 0
    chrome: list[Any] = []
    for event, node in etree.iterwalk(tree, events=("start", "end", "comment", "pi")):
        if not isinstance(node.tag, str):
            current.add(node.tail if not hidden else None, link=links > 0)
            continue
        tag = node.tag.rpartition("}")[2].lower()
        starts = event == "start"
        if tag in _BLOCKS or tag == "br":
            found += [block] if (block := current.close()) else []
            if starts and not chrome and _is_chrome(node, tag, size):  # the outermost decides
                chrome.append(node)
            elif not starts and chrome and chrome[-1] is node:
                chrome.pop()
            current = _Block(_block_tag(node, tag, chrome, starts=starts))
        if tag == "a" and starts and current.ends_in_link and not current.plain:
            found += [block] if (block := current.close()) else []
            current = _Block(current.tag)
        links += (1 if starts else -1) * (tag == "a")
        current.ends_in_link = tag == "a" and not starts and not (node.tail or "").strip()
        hidden += (1 if starts else -1) * _is_hidden(node, tag)
        if not hidden:
            current.add(node.text if starts else None, link=links > 0)
            current.add(None if starts else node.tail, link=links > 0)
    return found


def _block_tag(node: Any, tag: str, chrome: list[Any], *, starts: bool) -> str:
    if chrome:
        named = " ".join((chrome[-1].get("class") or "", chrome[-1].get("id") or ""))
        if _RELATED_NAME.search(named):
            return "related"
        return chrome[-1].tag if chrome[-1].tag in _CHROME else "aside"
    if any(_ABSTRACT_NAME.search(one.get("class") or "") for one in (node, *node.iterancestors())):
        return "abstract"
    at = node if starts else node.getparent()
    while at is not None and (
        not isinstance(at.tag, str) or at.tag in ("br", "span", "b", "strong", "font", "a")
    ):
        at = at.getparent()
    return str(at.tag) if at is not None else tag


def _is_hidden(node: Any, tag: str) -> bool:
    return tag in _SKIPPED or "display:none" in (node.get("style") or "").replace(" ", "").lower()


def _is_chrome(node: Any, tag: str, size: int) -> bool:
    """Say whether an element is a part of the site by its name, and not most of the page."""
    if tag == "body":
        return False
    named = " ".join((node.get("class") or "", _short_id(node.get("id") or "")))
    role = node.get("role") or ""
    if tag not in _CHROME and not _CHROME_ROLE.match(role) and not _CHROME_NAME.search(named):
        return False
    if node.find(".//h1") is not None:
        return False
    return len("".join(node.itertext())) < 0.4 * size


def _short_id(name: str) -> str:
    """Leave out the ids that are made of a heading ("sharing-with-a-single-developer")."""
    return name if len(re.split(r"[-_]", name)) <= 3 or name.startswith("cookie") else ""


def _by_trafilatura(text: str) -> str:
    """Give what trafilatura takes for the main text, "" where it finds none."""
    from trafilatura import extract

    return extract(text, include_comments=False, include_tables=True) or ""


def _by_readability(text: str) -> str:
    """Give what readability takes for the main text, "" where it finds none."""
    from lxml.etree import LxmlError
    from lxml.html import document_fromstring
    from readability import Document
    from readability.readability import Unparseable

    try:
        return str(document_fromstring(Document(text).summary()).text_content())
    except (Unparseable, LxmlError, ValueError, TypeError, AttributeError):
        return ""  # it fails on a few odd pages, where the other one must do


def _agreed(main: list[str]) -> tuple[str, ...]:
    """Give what the extractors found; one that took far more than the other took a list along."""
    if len(main) == 2:
        small, large = sorted(main, key=len)
        if len(small) >= _ARTICLE and len(large) >= 2.5 * len(small):
            return (small,)
    return tuple(main)


def _line(block: _Block, at: int, main: tuple[str, ...]) -> Line:
    """Make a line of a block; one extractor keeps what the other one loses."""
    votes = sum(key(block.text) in found for found in main)
    enough = sum(len(found) for found in main) > 200
    return Line(
        block.text,
        at,
        tag=block.tag,
        linked=block.linked,
        outside=enough and not votes,
        chosen=votes == len(main) == 2,
    )


def _facts(tree: Any) -> Iterator[Fact]:
    for title in tree.iterfind(".//title"):
        yield Fact("title", "title", " ".join((title.text or "").split()))
        break
    for meta in tree.iterfind(".//meta"):
        name = meta.get("name") or meta.get("property") or meta.get("itemprop") or ""
        if name and (value := " ".join((meta.get("content") or "").split())):
            yield Fact("meta", name, value)
    for link in tree.iterfind(".//link[@rel='canonical']"):
        yield Fact("link", "canonical", link.get("href") or "")
    for script in tree.iterfind(".//script[@type='application/ld+json']"):
        yield from _linked_data(script.text or "")


def _linked_data(text: str) -> Iterator[Fact]:
    try:
        data = json.loads(text)
    except (ValueError, RecursionError):
        return
    waiting: list[Any] = [data]
    while waiting:
        node = waiting.pop()
        if isinstance(node, list):
            waiting += node
        elif isinstance(node, dict):
            waiting += [value for name, value in node.items() if name in ("@graph", "mainEntity")]
            for name in ("headline", "datePublished", "dateModified"):
                if isinstance(node.get(name), str):
                    yield Fact("ld+json", name, node[name])
            for name in ("author", "publisher"):
                yield from _people(name, node.get(name))


def _people(name: str, value: Any) -> Iterator[Fact]:
    for one in value if isinstance(value, list) else [value]:
        if isinstance(one, dict) and isinstance(one.get("name"), str):
            yield Fact("ld+json", name, one["name"])
        elif isinstance(one, str):
            yield Fact("ld+json", name, one)
