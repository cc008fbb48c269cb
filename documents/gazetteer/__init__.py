"""Names in text: which regions, clusters, themes and instruments a record speaks of, and where."""

from __future__ import annotations

from documents.gazetteer.evidence import propose_links
from documents.gazetteer.figures import FoundFigure, find_figures
from documents.gazetteer.found import FoundMention, ProposedLink, Quote, proving
from documents.gazetteer.measures import measure_of, subject_of
from documents.gazetteer.mentions import find_mentions
from documents.gazetteer.names import (
    Vocabulary,
    held_names,
    load_changed_names,
    load_names,
    load_vocabulary,
    rules_version,
)
from documents.gazetteer.vocabulary import Gazetteer, TopicFacts
from documents.gazetteer.zone import Zone, zones_with

__all__ = [
    "FoundFigure",
    "FoundMention",
    "Gazetteer",
    "ProposedLink",
    "Quote",
    "TopicFacts",
    "Vocabulary",
    "Zone",
    "find_figures",
    "find_mentions",
    "held_names",
    "load_changed_names",
    "load_names",
    "load_vocabulary",
    "measure_of",
    "propose_links",
    "proving",
    "rules_version",
    "subject_of",
    "zones_with",
]
