from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.search.contract import EngineContract

if TYPE_CHECKING:
    from pathlib import Path

    from documents.search.engines.base import Engine

pytest.importorskip("tantivy", reason="the extra `fast` is not installed")


class TestTantivyEngine(EngineContract):
    @pytest.fixture
    def engine(self, tmp_path: Path) -> Engine:
        from documents.search.engines.tantivy import TantivyEngine

        return TantivyEngine.create(tmp_path / "tantivy-test")
