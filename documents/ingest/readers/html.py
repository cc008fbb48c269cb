"""Reads a saved web page: its blocks of text in order, with what the markup says of them."""

from __future__ import annotations

import re
from typing import Any

from documents.ingest.furniture import heads_related
from documents.ingest.labels import field_of
from documents.ingest.lines import Line, PageText
from documents.ingest.readers.blocks import Block, cut_blocks
from documents.ingest.readers.head_facts import head_facts
from documents.ingest.shape import key

_ROW = 300  # letters of a row of values
_ARTICLE = 700  # letters of a text that can be the whole article


def read(text: str) -> PageText:
    """Give the blocks of an HTML page as lines and the facts of its head.

    Scripts, styles and hidden elements are left out; nothing is fetched.
    """
    tree = _parse(text)
    if tree is None:
        return PageText("", ())
    facts = tuple(head_facts(tree))
    blocks = cut_blocks(tree)
    main = _agreed(
        [key(found) for found in (_by_trafilatura(text), _by_readability(text)) if found]
    )
    lines = tuple(_line(block, 2 * number + 1, main) for number, block in enumerate(blocks))
    return PageText("\n\n".join(block.text for block in blocks), lines, facts)


def _parse(text: str) -> Any:
    from lxml import html as markup

    text = re.sub(r"^\s*<\?xml[^>]*\?>", "", text)
    try:
        return markup.document_fromstring(text, markup.HTMLParser(huge_tree=True))
    except (ValueError, markup.etree.ParserError):
        return None


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


def _line(block: Block, at: int, main: tuple[str, ...]) -> Line:
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
        parts=_row(block),
    )


def _row(block: Block) -> tuple[str, ...]:
    """Give "Keywords:" with its terms, or the links of a box, which stand in an element each."""
    items = block.items() if len(block.text) <= _ROW else ()
    if len(items) > 1 and (block.tag == "related" or heads_related(items[0])):
        return items
    return items if items and field_of(items[0].rstrip(" :：")) == "keywords" else ()
