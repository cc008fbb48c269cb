"""Whoosh: the embedded index, for one machine and no server."""

from __future__ import annotations

from documents.search.engines.whoosh.engine import WhooshEngine

__all__ = ["WhooshEngine"]
