"""A short name in brackets behind an instrument means it from there on."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.gazetteer.reading import found

if TYPE_CHECKING:
    from documents.gazetteer import Gazetteer


@pytest.mark.parametrize(
    ("text", "short"),
    [
        ("The Data Security Law (DSL) holds. Firms read the DSL.", "DSL"),
        ("The Data Security Law (the “Data Law”) holds. The Data Law is long.", "Data Law"),
        ("省里落实《数据安全法》（以下简称“数安法”）。数安法很长。", "数安法"),
    ],
)
def test_a_short_name_means_the_instrument(shipped: Gazetteer, text: str, short: str) -> None:
    later = [one for one in found(shipped, text, "instrument") if one.surface == short]
    slugs = {shipped.topics[pk].slug for one in later for pk in one.topic_ids}
    assert slugs == {"data-security-law"}
    assert [one.rule for one in later] == ["refers-to-instrument"] * 2


def test_a_noun_alone_is_no_short_name(shipped: Gazetteer) -> None:
    text = "The Data Security Law (the “Law”) holds. A Law of reed is no law."
    assert [one.surface for one in found(shipped, text, "instrument")] == ["Data Security Law"]
