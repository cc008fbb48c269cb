"""The shipped vocabulary as a gazetteer, built once and without a database."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from django.conf import settings

from documents.curation.shipment import read_shipment
from documents.gazetteer.names import gazetteer_from

if TYPE_CHECKING:
    from documents.gazetteer import Gazetteer
    from documents.gazetteer.names import NameRow, PlaceRow, TopicRow


@pytest.fixture(scope="session")
def shipped() -> Gazetteer:
    return shipped_gazetteer()


def shipped_gazetteer() -> Gazetteer:
    return gazetteer_from(*shipped_rows())


def shipped_rows() -> tuple[tuple[TopicRow, ...], tuple[NameRow, ...], tuple[PlaceRow, ...]]:
    shipment = read_shipment(Path(settings.FIXTURE_DIRS[0]))
    ids = {row.key: pk for pk, row in enumerate(shipment["topic"], start=1)}
    topics = tuple(
        (
            ids[row.key],
            *row.key,
            row.values["sense"],
            row.values["number"],
            ids.get((row.key[0], row.values["parent"])),
        )
        for row in shipment["topic"]
    )
    names = tuple(
        (ids[row.key[0], row.key[1]], row.key[2], row.values["role"], row.key[3])
        for row in shipment["name"]
    )
    places = tuple((ids["region", row.key[0]], row.values["level"]) for row in shipment["place"])
    return topics, names, places
