"""English and German citations: acts, numbers of the Union, notices with a number."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.gazetteer.reading import found

if TYPE_CHECKING:
    from documents.gazetteer import Gazetteer


@pytest.mark.parametrize(
    ("text", "cited"),
    [
        ("They read the Reed Marsh Act 2008 again.", "Reed Marsh Act 2008"),
        ("It repeals the Marsh Act of 1972.", "Marsh Act of 1972"),
        ("Under the Marsh Act, reed is free.", "Marsh Act"),
        (
            "The Planning (Reed and Marsh Areas) Act 1990 holds.",
            "Planning (Reed and Marsh Areas) Act 1990",
        ),
        ("Council Directive 92/99/EEC protects it.", "Council Directive 92/99/EEC"),
        (
            "Commission Implementing Regulation (EU) 2021/9999 applies.",
            "Commission Implementing Regulation (EU) 2021/9999",
        ),
        ("It builds on Regulation (EC) No 1083/2006.", "Regulation (EC) No 1083/2006"),
        ("It follows COM(2020) 999 final.", "COM(2020) 999 final"),
        ("They carry out Circular 18 of the State Council.", "Circular 18 of the State Council"),
        ("Announcement No. 11 of 2023 is short.", "Announcement No. 11 of 2023"),
        ("See Circular [2022] No. 18 for that.", "Circular [2022] No. 18"),
        (
            "They issued the Opinions on supporting reed farmers in river towns, which hold.",
            "Opinions on supporting reed farmers in river towns",
        ),
        (
            "a paper titled “Guiding opinions on reed for all”",
            "Guiding opinions on reed for all",
        ),
        ("They signed the Reed Treaty.", "Reed Treaty"),
        ("It follows the National Reed Policy Framework.", "National Reed Policy Framework"),
        ("They signed the North East Devolution Deal.", "North East Devolution Deal"),
        ("Das Schilf-Förder-Gesetz gilt.", "Schilf-Förder-Gesetz"),
        ("Das Gesetz zur Förderung des Schilfs gilt.", "Gesetz zur Förderung des Schilfs"),
        ("Es gilt die Verordnung (EU) 2021/9999.", "Verordnung (EU) 2021/9999"),
        ("Der Klimaschutzplan 2050 zählt Schilf.", "Klimaschutzplan 2050"),
    ],
)
def test_an_instrument_is_cited_as_written(shipped: Gazetteer, text: str, cited: str) -> None:
    assert [one.surface for one in found(shipped, text, "instrument")] == [cited]


@pytest.mark.parametrize(
    "text",
    [
        "The Potomac Council on Strategy takes no positions.",
        "HAS ADOPTED THIS DECISION:",
        "She studied at the School of Law in Leeds.",
        "Harvard Law School counts reed.",
        "Moore's Law slows.",
        "They met at the Hong Kong Convention and Exhibition Centre.",
        "“Plans for the region are moving,” she said.",
        "Bill Gates saw the reed.",
        "He read company law and budget law.",
        "Order 66 pieces of reed.",
        "How Techies In Washington Plan To Deal With Reed",
        "Look Beyond Big Contract Values",
    ],
)
def test_other_words_are_no_citation(shipped: Gazetteer, text: str) -> None:
    assert found(shipped, text, "instrument") == []


@pytest.mark.parametrize(
    ("text", "slug"),
    [
        ("Regulation (EU) 2021/1060 applies.", "eu-common-provisions-2021"),
        ("The Inflation Reduction Act pays for it.", "us-inflation-reduction-act"),
        ("Since the Foreign Investment Law came, reed grows.", "foreign-investment-law"),
        ("Die Verordnung (EU) 2021/1056 gilt.", "eu-jtf-regulation"),
        ("The 14th Five-Year Plan counts reed.", "14th-five-year-plan"),
        ("Reed grew in the 14th Five-Year Plan period.", "14th-five-year-plan"),
    ],
)
def test_a_known_instrument_is_settled(shipped: Gazetteer, text: str, slug: str) -> None:
    (mention,) = found(shipped, text, "instrument")
    assert [shipped.topics[pk].slug for pk in mention.topic_ids] == [slug]
