from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from documents.search.engines.whoosh import WhooshEngine
from tests.search.contract import EngineContract

if TYPE_CHECKING:
    from pathlib import Path


class TestWhooshEngine(EngineContract):
    @pytest.fixture
    def engine(self, tmp_path: Path) -> WhooshEngine:
        return WhooshEngine.create(tmp_path / "whoosh-test")
