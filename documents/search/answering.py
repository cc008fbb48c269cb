"""Puts a question to the index, and to the database when no index can answer."""

from __future__ import annotations

import logging
from dataclasses import replace
from typing import TYPE_CHECKING

from django.db import connection

from documents.search import degraded, indexes
from documents.search.engines.base import EngineQuery, EngineResults, IndexUnusableError
from documents.search.query import LAST_PAGE, PER_PAGE, RECENT
from documents.search.recency import by_recency
from documents.search.results import IndexState

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from documents.models import Visibility

logger = logging.getLogger(__name__)

WAITING = (
    "SELECT (SELECT count(*) FROM documents_indexjob job WHERE job.target_id = target.id) "
    "FROM documents_indextarget target WHERE target.name = %s"
)
SCANNED = 5000
"""How many records of a scan are asked for at once."""


def answered(asked: EngineQuery, visibility: Visibility) -> tuple[EngineResults, IndexState]:
    """Ask the index, once more when it was swapped meanwhile, and the database in the end."""
    for _ in range(2):
        try:
            state = _state(indexes.live_name())
            return _within(asked, indexes.answering(state.name).search), state
        except IndexUnusableError as error:
            logger.warning("Searching without an index: %s", error)
            indexes.forget(indexes.current_name(indexes.chosen()))
        except OSError:
            logger.exception("The search index cannot be read")
    answer = _within(asked, lambda query: degraded.answer(query, visibility))
    return answer, IndexState(is_degraded=True)


def counted(asked: EngineQuery) -> int:
    """Return how many records a question finds; raise IndexUnusableError or OSError."""
    wanted = replace(asked, sort="newest", start=0, size=1, counted=())
    return indexes.live().search(wanted).total


def scanned(asked: EngineQuery, visibility: Visibility) -> Iterator[int]:
    """Yield the id of every record a question finds, ascending, however many: for exports.

    When no index can answer any more, the database goes on from there.
    """
    wanted = replace(asked, start=0, size=SCANNED, counted=())
    after = 0
    while found := _scanned(wanted, visibility, after):
        yield from found
        after = found[-1]


def _scanned(wanted: EngineQuery, visibility: Visibility, after: int) -> Sequence[int]:
    for _ in range(2):  # once more when the index was swapped meanwhile
        try:
            return indexes.live().scan(wanted, after)
        except IndexUnusableError:
            indexes.forget(indexes.current_name(indexes.chosen()))
        except OSError:
            logger.exception("The search index cannot be read")
    return degraded.scan(wanted, visibility, after)


def known_words(prefix: str, most: int) -> Sequence[str]:
    """Return the first indexed words that begin so; raise IndexUnusableError or OSError."""
    return indexes.live().words(prefix, most)


def page_count(total: int) -> int:
    return min(max(-(-total // PER_PAGE), 1), LAST_PAGE)


def _within(asked: EngineQuery, search: Callable[[EngineQuery], EngineResults]) -> EngineResults:
    """Return the page asked for; the last one where there are fewer."""
    answer = _ordered(asked, search)
    if answer.total and not answer.hits:
        last = replace(asked, start=(page_count(answer.total) - 1) * PER_PAGE)
        return _ordered(last, search) if last.start != asked.start else answer
    return answer


def _ordered(asked: EngineQuery, search: Callable[[EngineQuery], EngineResults]) -> EngineResults:
    return by_recency(asked, search) if asked.sort == RECENT else search(asked)


def _state(name: str) -> IndexState:
    """Return how many changes an index has not heard of; raise when it hears of none."""
    with connection.cursor() as cursor:  # asked at every search, where building a query costs most
        cursor.execute(WAITING, [name])
        row = cursor.fetchone()
    if row is None and indexes.chosen() != "memory":
        message = "The database does not know the index."
        raise IndexUnusableError(message)
    return IndexState(name, waiting=row[0] if row else 0)
