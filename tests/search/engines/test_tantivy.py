from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.search.contract import EngineContract, a_record, asked, ids

if TYPE_CHECKING:
    from pathlib import Path

    from documents.search.engines.base import Engine

pytest.importorskip("tantivy", reason="the extra `fast` is not installed")


class TestTantivyEngine(EngineContract):
    @pytest.fixture
    def engine(self, tmp_path: Path) -> Engine:
        from documents.search.engines.tantivy import TantivyEngine

        return TantivyEngine.create(tmp_path / "tantivy-test")


def test_a_commit_that_a_kill_cut_short_hinders_no_later_one(tmp_path: Path) -> None:
    from documents.search.engines.tantivy import TantivyEngine

    folder = tmp_path / "tantivy-test"
    engine = TantivyEngine.create(folder)
    engine.replace([], [a_record(1), a_record(2)])
    noted = (folder / "meta.json").read_bytes()
    engine.replace([1], [])
    # The files of the deletion lie there, the note that makes them count was not written.
    (folder / "meta.json").write_bytes(noted)

    engine = TantivyEngine(folder)
    assert len(list(folder.glob("*.del"))) == 1
    engine.replace([2], [])
    assert ids(asked(engine)) == [1]
