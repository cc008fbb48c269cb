"""Memory: a process's own index, for tests, and the yardstick of the other engines."""

from __future__ import annotations

from documents.search.engines.memory.engine import MemoryEngine

__all__ = ["MemoryEngine"]
