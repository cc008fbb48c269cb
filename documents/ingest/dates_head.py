"""Reads the dates that a page's head declares: a second opinion beside those it shows."""

from __future__ import annotations

from collections.abc import Sequence

from documents.ingest.draft import DatedFact
from documents.ingest.lines import PageText
from documents.text.dates import find_dates

_META_DATES = (
    (
        (
            "pubdate",
            "publishdate",
            "publish_date",
            "article:published_time",
            "datepublished",
            "citation_publication_date",
            "citation_online_date",
            "citation_date",
            "dc.date",
            "dc.date.issued",
            "dcterms.issued",
            "dcterms.created",
            "date",
            "og:published_time",
            "parsely-pub-date",
            "sailthru.date",
            "time",
        ),
        "posted",
    ),
    (
        (
            "datemodified",
            "article:modified_time",
            "og:updated_time",
            "last-modified",
            "lastmodified",
            "dcterms.modified",
            "moddate",
        ),
        "updated",
    ),
)


def head_dates(page: PageText, visible: Sequence[DatedFact]) -> list[DatedFact]:
    """Read the dates of a page's head: a second opinion where the page shows a date itself.

    A day of posting after the update that the page shows is that of a move to another system.
    """
    facts = []
    shown = {fact.role for fact in visible} & {"posted", "updated"}
    last = max((fact.iso[:10] for fact in visible if fact.role == "updated"), default="9999")
    for names, role in _META_DATES:
        for name in names:
            fact = page.fact(name)
            if fact and (dates := find_dates(fact.value)):
                again = role in shown or (role == "posted" and dates[0].day > last)
                given = "other" if again else role
                facts.append(
                    DatedFact(
                        given,
                        dates[0].day,
                        "day",
                        fact.value,
                        0,
                        f"{fact.name}: {fact.value}",
                        "date in the page's head",
                    )
                )
                break
    return facts
