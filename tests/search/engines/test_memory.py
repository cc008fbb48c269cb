from __future__ import annotations

import pytest

from documents.search.engines.memory import MemoryEngine
from tests.search.contract import EngineContract


class TestMemoryEngine(EngineContract):
    @pytest.fixture
    def engine(self) -> MemoryEngine:
        return MemoryEngine()
