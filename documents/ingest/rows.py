"""A row of a table as a draft: what its columns state, and rules only for what they leave open."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from documents.ingest.columns import map_columns
from documents.ingest.draft import (
    Access,
    Author,
    DatedFact,
    Draft,
    Found,
    Page,
    UnreadablePageError,
)
from documents.ingest.evidence import Evidence
from documents.ingest.kinds import guess_kind
from documents.ingest.readers.tables import Row
from documents.ingest.readers.torn import mend_torn
from documents.ingest.refusals import TEXT_LIMIT, gettext_noop, refusal
from documents.text.dates import find_dates
from documents.text.language import guess_language
from documents.text.normalise import normalise

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from documents.ingest.draft import KnownSource

_KINDS = (
    ("report", "report|报告|paper|study|研究"),
    ("release", "release|新闻稿|announcement of grants?"),
    (
        "policy",
        "polic|law|regulation|notice|decree|opinion|法规|法律|条例|规定|办法|规章|通知|意见|政策|决定",
    ),
    ("brief", "brief|bulletin|简报|快评"),
    ("news", "news|article|新闻|报道|消息"),
)
_LANGUAGES = {
    "english": "en",
    "英文": "en",
    "英语": "en",
    "chinese": "zh",
    "中文": "zh",
    "汉语": "zh",
}
_OPEN = re.compile(
    r"open(?: access)?|public|free|unrestricted|cc\b.*|公开|主动公开|全文公开|开放|免费",
    re.IGNORECASE,
)
_LICENSED = re.compile(
    r"licen[sc]ed|restricted|subscri(?:bers?|ption)(?: only)?|pay-?wall(?:ed)?|paid|internal|"
    r"confidential|closed|授权|授权使用|付费|订阅|内部|内部资料|受限|保密|依申请公开|不予公开|不公开",
    re.IGNORECASE,
)
_CODES = frozenset({"en", "zh", "de", "fr"})
_DATES = ("posted", "report", "issued", "effective")
_STATED = (
    *("kind", "language", "abstract", "issuers", "authors", "series", "number", "total_number"),
    *("keywords", "address", "access"),
)
_DATING = ("dates", "published_on", "published_precision", "sorted_on", "sorted_role")
_YEAR = re.compile(r"(?<!\d)(1[89]\d\d|20\d\d)(?!\d)")
_DIGITS = re.compile(r"^\s*(\d{4})(\d\d)(\d\d)\s*$")
_MONTH = re.compile(r"^\s*(\d{4})[-/.](0?[1-9]|1[0-2])\s*$")
_SEPARATORS = re.compile(r"\s*[;；|、\n]\s*")
_COLUMN = "column of the table"


@dataclass(frozen=True, slots=True)
class RowRead:
    """A row made a draft, or refused with a sentence; `key` names the row in its table."""

    line: int
    key: str = ""
    draft: Draft | None = None
    raw: str = ""
    refused: str = ""
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Layout:
    """How the rows of a table are read: field -> column, and the kind where no column says."""

    columns: Mapping[str, str]
    kind: str = ""


def read_row(row: Row, layout: Layout, known: Sequence[KnownSource] = ()) -> RowRead:
    """Make a draft of a row; one without a title or a text is refused, never guessed."""
    cells = {field: row.cells.get(name, "").strip() for field, name in layout.columns.items()}
    key = cells.get("key") or cells.get("address", "")
    raw = json.dumps(row.cells, ensure_ascii=False)
    refused = _fault(cells)
    if refused:
        return RowRead(row.line, key, raw=raw, refused=refused)
    try:
        draft = _draft(cells, row.line, layout.kind, known)
    except UnreadablePageError as error:
        return RowRead(row.line, key, raw=raw, refused=str(error))
    return RowRead(row.line, key, draft, raw, notes=row.notes)


def draft_from_row(raw: str, known: Sequence[KnownSource] = ()) -> Draft:
    """Derive the draft of a stored row again, by the usual names of its columns.

    Raises UnreadablePageError where these do not tell its text.
    """
    try:
        cells = {str(name): str(value) for name, value in json.loads(raw).items()}
    except (ValueError, AttributeError):
        raise refusal("damaged_table") from None
    read = read_row(Row(0, cells), Layout(map_columns(tuple(cells))), known)
    if read.draft is None:
        raise UnreadablePageError("no_text", read.refused)
    return read.draft


def _fault(cells: Mapping[str, str]) -> str:
    body = cells.get("body") or cells.get("abstract", "")
    if not body:
        return gettext_noop("This row has no text.")
    if len(body.encode("utf-8", "replace")) > TEXT_LIMIT:
        return gettext_noop("The text of this row is over 2 MB.")
    address = cells.get("address", "")
    if address and urlsplit(address).scheme not in ("http", "https"):
        return gettext_noop("The address of this row is no web address.")
    access = cells.get("access", "")
    if access and not _is_licensed(cells) and not _OPEN.fullmatch(access):
        return gettext_noop("The access of this row is not understood. Write “open” or “licensed”.")
    for name in _DATES:
        if cells.get(name) and not _dated(name, cells[name], 0):
            return gettext_noop("A date of this row cannot be read. Write it as 2024-05-31.")
    return ""


def _draft(cells: Mapping[str, str], line: int, kind: str, known: Sequence[KnownSource]) -> Draft:
    draft = _of_cells(cells, line)
    if not cells.get("title"):
        draft = _over(_of_page(cells.get("body", ""), known), draft, cells)
    if kind and not cells.get("kind"):
        draft = replace(draft, kind=Found(kind, "kind given for the import", "", 1.0))
    if _is_licensed(cells):
        draft = _for_holders(draft)
    return _with_source(draft, cells, known)


def _is_licensed(cells: Mapping[str, str]) -> bool:
    return bool(_LICENSED.fullmatch(cells.get("access", "")))


def _for_holders(draft: Draft) -> Draft:
    """Put the text where only holders of a licence read it; the abstract stays public."""
    return replace(
        draft,
        body=_given(""),
        restricted_body=draft.body.value,
        body_kind="abstract" if draft.abstract.value else "teaser",
    )


def _of_page(body: str, known: Sequence[KnownSource]) -> Draft:
    """Read a cell as a page: a table without titles holds whole pages."""
    from documents.ingest.pipeline import draft_from

    return draft_from(Page(body, "text/plain"), known)


def _over(page: Draft, stated: Draft, cells: Mapping[str, str]) -> Draft:
    """Put what the columns state over what is read in the page."""
    names = [name for name in _STATED if cells.get(name)]
    if stated.dates:
        names += _DATING
    return replace(page, **{name: getattr(stated, name) for name in names})


def _of_cells(cells: Mapping[str, str], line: int) -> Draft:
    title = " ".join(normalise(cells.get("title", "")).split())[:500]
    body = mend_torn(normalise(cells.get("body", "")))
    abstract = normalise(cells.get("abstract", ""))
    dates = tuple(_dates(cells, line))
    published = next((fact for fact in dates if fact.role in ("posted", "report")), None)
    shown = published or (dates[0] if dates else None)
    total = cells.get("total_number", "")
    return Draft(
        page=body,
        kind=_kind(cells, title, body),
        title=_given(title),
        language=_language(cells, body or abstract),
        source=Found(None, "none stated"),
        body=_given(body),
        published_on=Found(published.iso[:10] if published else None, _COLUMN, "", 0.9),
        sorted_on=Found(shown.iso[:10] if shown else None, _COLUMN, "", 0.9),
        issuers=_given(_list(cells.get("issuers", ""))),
        authors=_given(tuple(Author(name) for name in _list(cells.get("authors", "")))),
        dates=dates,
        published_precision=published.precision if published else "",
        sorted_role=shown.role if shown else "",
        series=_given(cells.get("series") or None),
        number=_given(cells.get("number") or None),
        total_number=_given(int(total) if total.isdecimal() and len(total) < 10 else None),
        abstract=_given(abstract),
        body_kind="full" if body else "abstract",
        keywords=_given(_list(cells.get("keywords", ""))),
        address=cells.get("address", ""),
        access=_given(
            Access("licensed" if _LICENSED.fullmatch(cells.get("access", "")) else "open")
        ),
    )


def _given[T](value: T) -> Found[T]:
    return Found(value, _COLUMN, "", 1.0)


def _kind(cells: Mapping[str, str], title: str, body: str) -> Found[str]:
    """Take the kind that a column names, else weigh the cues of the text."""
    stated = cells.get("kind", "").casefold()
    for kind, words in _KINDS:
        if stated and re.search(words, stated):
            return Found(kind, _COLUMN, stated, 1.0)
    return guess_kind(
        Evidence(
            title=title,
            head=stated,
            body=body[:20_000],
            tail=body[-2000:],
            number=cells.get("number", ""),
            abstract=bool(cells.get("abstract")),
            keywords=bool(cells.get("keywords")),
        )
    )


def _language(cells: Mapping[str, str], text: str) -> Found[str]:
    stated = cells.get("language", "").casefold()
    code = _LANGUAGES.get(stated, re.split(r"[-_]", stated)[0])
    if code in _CODES:
        return Found(code, _COLUMN, stated, 1.0)
    return Found(guess_language(text), "script and words of the text", "", 0.95)


def _dates(cells: Mapping[str, str], line: int) -> list[DatedFact]:
    facts = [
        fact
        for role in _DATES
        if cells.get(role) and (fact := _dated(role, cells[role], line)) is not None
    ]
    year = _YEAR.search(cells.get("year", ""))
    if year and not any(fact.role == "posted" for fact in facts):
        facts.append(
            DatedFact("posted", year[0], "year", cells["year"], line, rule=_COLUMN, confidence=1.0)
        )
    return facts


def _dated(role: str, written: str, line: int) -> DatedFact | None:
    """Read the date of a cell; a year alone or with a month is one, since its column says so."""
    text = _MONTH.sub(r"\1年\2月", _DIGITS.sub(r"\1-\2-\3", written))
    found = next(iter(find_dates(text)), None)
    if found:
        return DatedFact(
            role, found.iso, found.precision, written[:300], line, rule=_COLUMN, confidence=1.0
        )
    year = _YEAR.fullmatch(written.strip().rstrip("年"))
    return (
        DatedFact(role, year[0], "year", written, line, rule=_COLUMN, confidence=1.0)
        if year
        else None
    )


def _with_source(draft: Draft, cells: Mapping[str, str], known: Sequence[KnownSource]) -> Draft:
    """Set the source that the table names, else the one that its address belongs to."""
    name = " ".join(cells.get("source", "").split())
    if name:
        slug = next((one.slug for one in known if _is_named(one, name)), None)
        return replace(draft, source=_given(name), source_basis="stated", source_slug=slug)
    host = (urlsplit(cells.get("address", "")).hostname or "").removeprefix("www.")
    site = next((one for one in known if host and _has_host(one, host)), None)
    if site is None:
        return draft
    found: Found[str | None] = Found(site.name, "host of the address", host, 0.9)
    return replace(draft, source=found, source_basis="inferred", source_slug=site.slug)


def _is_named(source: KnownSource, name: str) -> bool:
    spellings = {spelling.casefold() for spelling in (source.slug, source.name, *source.names)}
    return name.casefold() in spellings


def _has_host(source: KnownSource, host: str) -> bool:
    hosts = (one.removeprefix("www.") for one in source.hosts)
    return any(host == one or host.endswith(f".{one}") for one in hosts)


def _list(value: str) -> tuple[str, ...]:
    """Part a cell at semicolons, bars or 、; at commas only where there are none of these."""
    parts = _SEPARATORS.split(value)
    if len(parts) == 1:
        parts = re.split(r"\s*[,，]\s*", value)
    return tuple(dict.fromkeys(part[:200] for part in parts if part))
