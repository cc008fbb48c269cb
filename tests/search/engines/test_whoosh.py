from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from documents.search.engines.memory import MemoryEngine
from documents.search.engines.whoosh import WhooshEngine
from tests.search.contract import EngineContract, a_record, asked

if TYPE_CHECKING:
    from pathlib import Path


class TestWhooshEngine(EngineContract):
    @pytest.fixture
    def engine(self, tmp_path: Path) -> WhooshEngine:
        return WhooshEngine.create(tmp_path / "whoosh-test")

    def test_small_segments_are_merged_and_nothing_is_lost(self, tmp_path: Path) -> None:
        merged, plain = WhooshEngine.create(tmp_path / "whoosh-many"), MemoryEngine()
        for number in range(40):
            body = f"Port {number} of {number % 7} yards. 城市群{'港' * (number % 3)}"
            changed = [number, number // 2]
            records = [a_record(one, f"Title {one}", f"{body} again {one}") for one in changed]
            for engine in (merged, plain):
                engine.replace(changed, dict(zip(changed, records, strict=True)).values())
        assert len(merged._current().segments) < 20
        assert set(merged.entries()) == set(plain.entries())
        for text in ("port", '"port 39"', "yard*", "城市群港", "title:title", "again NEAR 20"):
            assert asked(merged, text).total == asked(plain, text).total, text
            assert asked(merged, text).counts == asked(plain, text).counts, text
