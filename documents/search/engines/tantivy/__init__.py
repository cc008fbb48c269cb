"""Tantivy: the fast embedded index, by one setting (the extra `fast`)."""

from __future__ import annotations

from documents.search.engines.tantivy.engine import TantivyEngine

__all__ = ["TantivyEngine"]
