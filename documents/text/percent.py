"""A share as people read it."""

from __future__ import annotations


def whole_percent(share: float) -> int:
    """Return a share of 0 to 1 in whole percent; what is not certain never shows as 100."""
    return int(share * 100 + 1e-6)  # 0.29 times 100 is a little less than 29
