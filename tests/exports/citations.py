"""A citation to render, with fields to change."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from documents.exports.citation import Citation

REPORT = Citation(
    key="record-7",
    kind="report",
    title="City Clusters in the Yellow River Basin",
    language="en",
    authors=("Li Zuojun", "Wang Bingwen"),
    publisher="Development Research Center",
    series="Research Report",
    number="No. 16, 2023",
    dated_on=date(2023, 2, 1),
    precision="day",
    address="https://example.org/16",
    retrieved_on=date(2026, 11, 24),
)


def a_citation(**fields: Any) -> Citation:
    return replace(REPORT, **fields)
