"""Cuts a parsed web page into blocks of text and tells those of the site by their markup."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

from documents.ingest.phrases import compile_phrases, load_phrases
from documents.text.normalise import normalise

_BLOCKS = frozenset([*load_phrases("elements")["blocks"], "br"])
_SKIPPED = frozenset(load_phrases("elements")["skipped"])
_HEADINGS = frozenset({"h1", "h2", "h3"})
_INLINE = frozenset({"br", "span", "b", "strong", "font", "a"})
_CHROME = frozenset({"nav", "footer", "aside", "button"})
_CHROME_ROLE = re.compile(
    r"^(?:navigation|banner|contentinfo|search|complementary|dialog|menu(?:bar)?)$"
)
_CHROME_NAME = compile_phrases("elements", "chrome_name")
_ABSTRACT_NAME = re.compile(
    r"(?:^|[\s_-])(?:abstract|summary|zusammenfassung|resume)(?:$|[\s_-])", re.IGNORECASE
)
_CAPTION_NAME = re.compile(
    r"(?:^|\s)(?:(?:image|img|photo|picture|figure|fig|media|wp|html)[-_]?)?captions?(?:[-_]text)?"
    r"(?:\s|$)",
    re.IGNORECASE,
)
_RELATED_NAME = re.compile(r"related|recommend|read-?more|see-?also|more-?stories", re.IGNORECASE)


_CENTRED = re.compile(r"\bcenter\b")
_CAPTION = 300  # letters


@dataclass(slots=True)
class Block:
    """Text between two boundaries; `linked` when all of it stands in links."""

    tag: str = ""
    parts: list[str] = field(default_factory=list)
    plain: int = 0  # characters outside links
    text: str = ""
    linked: bool = False
    cuts: list[int] = field(default_factory=list)  # parts at which a link or a span begins or ends

    def items(self) -> tuple[str, ...]:
        """Give what links and spans set apart, without the marks between them."""
        ends = [*self.cuts, len(self.parts)]
        pieces = ("".join(self.parts[a:b]) for a, b in zip([0, *self.cuts], ends, strict=True))
        return tuple(piece for one in pieces if (piece := " ".join(one.split()).strip(" ,;|·")))

    def add(self, text: str | None, *, link: bool) -> None:
        if text:
            self.parts.append(text)
            self.plain += 0 if link else len(text.strip(" \n\t|·•,;/"))


def cut_blocks(tree: Any) -> list[Block]:
    """Give the blocks that hold text, in the order of the page. Does not recurse."""
    from lxml import etree

    walk = _Walk(max(1, len("".join(tree.itertext()))))
    for event, node in etree.iterwalk(tree, events=("start", "end", "comment", "pi")):
        if not isinstance(node.tag, str):
            walk.add(node.tail)
        elif event == "start":
            walk.start(node, node.tag.rpartition("}")[2].lower())
        else:
            walk.end(node, node.tag.rpartition("}")[2].lower())
    walk.cut(Block())
    return walk.found


@dataclass(slots=True)
class _Walk:
    """The state of one walk over a tree; `size` is the length of all its text."""

    size: int
    found: list[Block] = field(default_factory=list)
    current: Block = field(default_factory=Block)
    links: int = 0
    hidden: int = 0
    frames: dict[Any, bool] = field(default_factory=dict)  # tables: whether each is a picture's
    site: Any = None  # the outermost element of the site we are in
    glued: str = ""  # the inline element that just ended, with no text after it

    def start(self, node: Any, tag: str) -> None:
        if tag in _BLOCKS:
            if self.site is None and _is_chrome(node, tag, self.size):
                self.site = node
            self.cut(Block(self._tag_of(node, tag)))
        elif tag == self.glued:
            self._part(tag)
        self.glued = ""
        self.current.cuts += [len(self.current.parts)] if tag in ("a", "span") else []
        self.links += tag == "a"
        self.hidden += _is_hidden(node, tag)
        self.add(node.text)

    def end(self, node: Any, tag: str) -> None:
        self.links -= tag == "a"
        self.hidden -= _is_hidden(node, tag)
        if tag in _BLOCKS:
            if self.site is node:
                self.site = None
            self.cut(Block(self._tag_of(node.getparent(), tag)))
        self.current.cuts += [len(self.current.parts)] if tag in ("a", "span") else []
        self.glued = tag if tag in ("a", "span") and not (node.tail or "").strip() else ""
        self.add(node.tail)

    def add(self, text: str | None) -> None:
        if not self.hidden:
            self.current.add(text, link=self.links > 0)

    def cut(self, following: Block) -> None:
        """Close the block at hand and go on with another one."""
        block, self.current = self.current, following
        block.text = " ".join(normalise("".join(block.parts)).split())
        block.linked = not block.plain
        if block.text:
            self.found.append(block)

    def _part(self, tag: str) -> None:
        """Keep two elements apart that touch: links of a menu by a block, spans by a blank."""
        if tag == "a" and not self.current.plain:
            self.cut(Block(self.current.tag))
        elif tag == "span":
            self.current.parts.append(" ")

    def _tag_of(self, node: Any, tag: str) -> str:
        """Name the block after its element, or after what it is for."""
        if self.site is not None:
            return _site_tag(self.site)
        at = node
        while at is not None and (not isinstance(at.tag, str) or at.tag in _INLINE):
            at = at.getparent()
        if at is None:
            return tag
        lines = (at, *at.iterancestors())
        if any(_ABSTRACT_NAME.search(one.get("class") or "") for one in lines):
            return "abstract"
        table = next((one for one in lines if one.tag == "table"), None)
        if table is not None and table not in self.frames:
            self.frames[table] = _is_frame(table)
        if any(_CAPTION_NAME.search(one.get("class") or "") for one in lines):
            return "figcaption"
        if heading := next((one.tag for one in lines if one.tag in _HEADINGS), ""):
            return str(heading)  # also of the <div> inside it
        framed = table is not None and self.frames[table]
        return "figcaption" if framed or _is_below_picture(at) else str(at.tag)


def _is_frame(table: Any) -> bool:
    """Say whether a table holds a picture and its words, and nothing else."""
    return _is_short(table) and table.find(".//img") is not None and table.find(".//a") is None


def _is_below_picture(node: Any) -> bool:
    """Say whether text stands alone and centred with a picture or right below it."""
    if _is_centred(node) and node.find(".//img") is not None and _is_short(node):
        return True
    before, after = node.getprevious(), node.getnext()
    if before is None or not _is_centred(node) or (after is not None and _is_centred(after)):
        return False
    picture = isinstance(before.tag, str) and before.find(".//img") is not None
    return picture and not "".join(before.itertext()).strip() and _is_short(node)


def _is_centred(node: Any) -> bool:
    return bool(_CENTRED.search(f"{node.get('align') or ''} {node.get('style') or ''}"))


def _is_short(node: Any) -> bool:
    """Say whether an element holds no more text than a caption, without reading all of it."""
    length = 0
    for text in node.itertext():
        length += len(text.strip())
        if length > _CAPTION:
            return False
    return True


def _site_tag(node: Any) -> str:
    named = " ".join((node.get("class") or "", node.get("id") or ""))
    if _RELATED_NAME.search(named):
        return "related"
    return node.tag if node.tag in _CHROME else "aside"


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
