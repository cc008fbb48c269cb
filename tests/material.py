"""Real material that the project did not write: read from beside the repository, or skipped."""

from __future__ import annotations

from pathlib import Path

import pytest

SHARED = Path(__file__).resolve().parent.parent.parent / "shared"


def shared(*parts: str) -> Path:
    """Return a path under the folder of real material, or skip the test where it is absent."""
    path = SHARED.joinpath(*parts)
    if not path.exists():
        pytest.skip(f"the material {'/'.join(parts)} is not beside this checkout")
    return path


def seed(number: int) -> str:
    """Return the text of one of the five pages that started the project."""
    return next(shared("seeds").glob(f"{number:03}_*.txt")).read_text(encoding="utf-8")
