"""Pages of our own as a curator pastes them, for the tests of curation."""

from __future__ import annotations

from documents.curation import submit
from documents.models import Source, Submission, Topic
from tests.build import a_source, a_topic

REPORT = """You Are Here: Home > Reports

Harbour Logistics in the Shandong Peninsula (No.7, 2024)

Mar 5,2024

By Zhao Ming, Institute of Ports, Centre for Coastal Studies

Research Report, No.7 2024 (Total 7011) 2024-2-20

Abstract: Ports of the Shandong Peninsula share cranes and berths since 2019. \
Freight trains from Qingdao reach Jinan within five hours, which moves goods off the roads. \
A common tariff for all harbours is planned.

Key words: harbours, the Shandong Peninsula, freight
"""


def a_submission(raw: str = REPORT) -> Submission:
    return submit(raw, by=None)


def the_vocabulary() -> tuple[Topic, Topic, Source]:
    """Return a region, a city cluster and a source that the page names."""
    return (
        a_topic("qingdao", en="Qingdao", zh="青岛"),
        a_topic("shandong-peninsula", Topic.Facet.CLUSTER, en="Shandong Peninsula"),
        a_source("Centre for Coastal Studies"),
    )
