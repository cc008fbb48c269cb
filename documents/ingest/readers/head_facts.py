"""Reads what a web page's head says of it: title, meta elements and linked data."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from documents.ingest.lines import Fact


def head_facts(tree: Any) -> Iterator[Fact]:
    """Give the facts in the order of the page; a broken part is left out."""
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
