"""Figures of several records set beside each other: about the same topic, of the same measure."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from django.db.models import Case, F, Value, When
from django.utils.translation import gettext as _

from documents.gazetteer import subject_of
from documents.models import Document, Figure, Topic, load_labels
from documents.models.interface import language_order

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from documents.models import Visibility

MOST_FIGURES = 300
"""Of so many figures about a topic, those of the records last taken in, are read."""

MOST_BESIDE = 150
"""The same of a record's own figures and those beside them."""

_WHOLE = re.compile(r"(?:[\w’'-]+ ?){1,4}(?<! of)(?<! the)(?<! to)(?<! and)(?<! in)(?<! a)")
"""Words of a figure that can head a column: few, and not broken off before the noun."""

MOST_TABLES, MOST_MEASURES, MOST_ROWS, MOST_OTHERS = 6, 4, 12, 40


@dataclass(frozen=True, slots=True)
class Stated:
    """A sentence of a record: for each measure of the table the figures it states, or none.

    `others` are records that hold the very same sentence, as releases of one text do.
    """

    document: Document
    quote: str
    cells: tuple[tuple[Figure, ...], ...]
    is_own: bool = False
    others: tuple[Document, ...] = ()


@dataclass(frozen=True, slots=True)
class Ledger:
    """A table of comparable figures: a column a measure, a row a sentence, the newest first."""

    topic: Topic | None
    measures: tuple[str, ...]
    rows: tuple[Stated, ...]


@dataclass(frozen=True, slots=True)
class TopicFigures:
    """`others` stand beside nothing; `is_cut` where only the newest records were read."""

    ledgers: tuple[Ledger, ...] = ()
    others: tuple[Figure, ...] = ()
    is_cut: bool = False


def figures_of_topic(topic: Topic, visibility: Visibility) -> TopicFigures:
    """Return what records state of a topic in figures, by one query; the newest records first."""
    readable = Figure.objects.readable_by(visibility).filter(topic=topic).with_records()
    figures = list(readable.order_by("-document_id", "position")[:MOST_FIGURES])
    figures.sort(key=_date_of, reverse=True)
    ledgers = _ledgers(topic, figures)
    shown = {
        (figure.measure, figure.quote)
        for ledger in ledgers
        for row in ledger.rows
        for figure in _figures(row)
    }
    others = tuple(one for one in figures if (one.measure, one.quote) not in shown)
    return TopicFigures(ledgers, others[:MOST_OTHERS], is_cut=len(figures) == MOST_FIGURES)


def figures_beside(
    document: Document, visibility: Visibility, labelled: Iterable[Topic] = ()
) -> tuple[Ledger, ...]:
    """Return the figures of a record beside those of others, its own first, by one query.

    `labelled` are topics whose names are loaded; those of any other take one query more.
    """
    readable = Figure.objects.readable_by(visibility).exclude(measure="")
    own = readable.filter(document=document, topic__isnull=False)
    first = Case(When(document=document, then=Value(0)), default=Value(1))
    figures = (
        readable.filter(topic__in=own.values("topic"), measure__in=own.values("measure"))
        .with_records()
        .select_related("topic", "document__source")
        .order_by(
            first,
            F("document__sorted_on").desc(nulls_last=True),
            "document_id",
            "position",
        )[:MOST_BESIDE]
    )
    pairs: set[tuple[int | None, str]] = set()
    by_topic: defaultdict[Topic, list[Figure]] = defaultdict(list)
    for figure in figures:
        if figure.document_id == document.pk:
            pairs.add((figure.topic_id, figure.measure))
        if figure.topic is not None and (figure.topic_id, figure.measure) in pairs:
            by_topic[figure.topic].append(figure)
    ledgers = tuple(
        ledger
        for topic, stated in by_topic.items()
        for ledger in _ledgers(topic, stated, document)
        if ledger.rows[0].is_own
    )
    known = {topic: topic for topic in labelled}
    load_labels({one.topic for one in ledgers if one.topic and one.topic not in known})
    return tuple(
        replace(one, topic=known.get(one.topic, one.topic)) if one.topic else one for one in ledgers
    )


def _ledgers(
    topic: Topic, figures: Sequence[Figure], own: Document | None = None
) -> tuple[Ledger, ...]:
    """Return a table for each set of measures that sentences of several records hold together."""
    by_measure: defaultdict[str, list[Figure]] = defaultdict(list)
    for figure in figures:
        if figure.measure:
            by_measure[figure.measure].append(figure)
    shared = {
        measure: stated
        for measure, stated in by_measure.items()
        if len({figure.document_id for figure in stated}) > 1
    }
    tables = [_ledger(topic, measures, shared, own) for measures in _together(shared)]
    tables.sort(key=lambda table: -len({one.pk for row in table.rows for one in _records(row)}))
    return tuple(tables[:MOST_TABLES])


def _together(shared: Mapping[str, Sequence[Figure]]) -> list[list[str]]:
    """Return the measures in groups; those of one sentence stand in one, the most frequent first.

    "19 clusters, 75 %" and "12 agglomerations, 65 %" make one table of two measures.
    """
    group_of: dict[tuple[int, str], int] = {}
    groups: dict[int, list[str]] = {}
    frequent = sorted(shared, key=lambda measure: (-len(shared[measure]), measure))
    for number, measure in enumerate(frequent):
        sentences = {(figure.document_id, figure.quote) for figure in shared[measure]}
        met = [group_of[one] for one in sentences if one in group_of]
        chosen = next((one for one in sorted(met) if len(groups[one]) < MOST_MEASURES), number)
        groups.setdefault(chosen, []).append(measure)
        for one in sentences:
            group_of.setdefault(one, chosen)
    return list(groups.values())


def _ledger(
    topic: Topic,
    measures: Sequence[str],
    shared: Mapping[str, Sequence[Figure]],
    own: Document | None,
) -> Ledger:
    sentences: dict[tuple[int, str], dict[str, list[Figure]]] = {}
    for measure in measures:
        for figure in shared[measure]:
            place = (figure.document_id, figure.quote)
            sentences.setdefault(place, {}).setdefault(measure, []).append(figure)
    rows = [_stated(cells, measures, own) for cells in sentences.values()]
    rows.sort(key=_newest_last, reverse=True)
    rows = _joined(rows)
    return Ledger(
        topic=topic,
        measures=tuple(_name(measure, shared[measure][0]) for measure in measures),
        rows=tuple(rows[:MOST_ROWS]),
    )


def _stated(
    cells: Mapping[str, Sequence[Figure]], measures: Iterable[str], own: Document | None
) -> Stated:
    document = next(iter(cells.values()))[0].document
    quote = next(iter(cells.values()))[0].quote
    in_order = tuple(tuple(cells.get(measure, ())) for measure in measures)
    return Stated(document, quote, in_order, is_own=document == own)


def _joined(rows: Iterable[Stated]) -> list[Stated]:
    """Return each sentence once, with the other records that hold it; their order stays."""
    joined: dict[str, Stated] = {}
    for row in rows:
        first = joined.get(row.quote)
        others = (*first.others, row.document) if first else ()
        joined[row.quote] = replace(first or row, others=others)
    return list(joined.values())


def _records(row: Stated) -> tuple[Document, ...]:
    return (row.document, *row.others)


def _newest_last(row: Stated) -> tuple[bool, str, int]:
    return row.is_own, _date_of(next(iter(_figures(row)))), row.document.pk


def _date_of(figure: Figure) -> str:
    on = figure.document.sorted_on
    return on.isoformat() if on else ""


def _figures(row: Stated) -> Iterable[Figure]:
    return (figure for cell in row.cells for figure in cell)


def _name(measure: str, figure: Figure) -> str:
    """Return what a measure is called: by the vocabulary, else by the words of a figure."""
    subject = subject_of(measure)
    name = figure.what if _WHOLE.fullmatch(figure.what) else _("Figure")
    if subject is not None:
        name = subject.name_zh if language_order()[0] == "zh" else subject.name_en
    return f"{name} (%)" if measure.startswith("share:") and "%" not in name else name
