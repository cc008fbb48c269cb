"""The review form: each proposed value shows why it is proposed."""

from __future__ import annotations

import pytest

from documents.curation import Offers
from documents.curation.entry import entry_from_draft
from documents.forms.review import Review
from documents.ingest import Page, draft_from

PAGE = """The delta opens a third rail tunnel
By Jonas Ferrer
Updated: 3 May 2023

The tunnel between the two ports of the delta opened on Tuesday, and trains run every ten minutes.
It was dug in four years by two firms, and it halves the time that containers wait in the yards.

Workers check the rails of the new tunnel before it opens. [Photo by Ana Lind]
"""

pytestmark = pytest.mark.django_db


def test_each_date_and_caption_shows_its_rule_line_and_confidence() -> None:
    draft = draft_from(Page(PAGE))
    review = Review(entry_from_draft(draft, None, ""), Offers())
    review.explain(draft)
    date, caption = review.dates[0].fields["when"], review.captions[0].fields["text"]
    assert (date.evidence.at, date.evidence.percent) == (3, 95)
    assert date.evidence.line == "Updated: 3 May 2023"
    assert caption.evidence.rule == "credit at the end of the line"
    assert caption.evidence.percent == 90
    assert "Ana Lind" in caption.evidence.line
