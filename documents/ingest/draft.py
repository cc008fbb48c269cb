"""What ingest concludes about a page, before a person has agreed."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

type Basis = Literal["stated", "inferred", "unknown"]
type BodyKind = Literal["full", "abstract", "teaser"]
type PageType = Literal["article", "teaser", "list", "two_articles"]


@dataclass(frozen=True, slots=True)
class Found[T]:
    """A proposed value with its reason: the rule that found it and the line it stood in.

    `line` is the text of that line ("" when the value is concluded from the whole page), `at`
    its number in `Draft.page`, counted from 1 (0 when there is none), `confidence` lies in 0..1.
    """

    value: T
    rule: str
    line: str = ""
    confidence: float = 0.0
    at: int = 0


@dataclass(frozen=True, slots=True)
class Page:
    """A page as it came in. Its type is decided by content; `media_type` is only a hint."""

    content: bytes | str
    media_type: str | None = None
    file_name: str = ""


@dataclass(frozen=True, slots=True)
class KnownSource:
    """A source that the vocabulary knows: `names` are all spellings, `hosts` its web hosts."""

    slug: str
    name: str
    names: tuple[str, ...] = ()
    hosts: tuple[str, ...] = ()
    default_kind: str = ""


@dataclass(frozen=True, slots=True)
class Author:
    name: str
    affiliations: tuple[str, ...] = ()
    group: str = ""


@dataclass(frozen=True, slots=True)
class DatedFact:
    """A date that the page prints. `iso` is cut to its precision ("2023-02" for a month).

    role: report | posted | updated | event | issued | effective | expires | deadline | other;
    precision: year | month | day | minute | second; `at` is the line's number, from 1;
    `confidence` in the role lies in 0..1.
    """

    role: str
    iso: str
    precision: str
    raw: str
    at: int = 0
    line: str = ""
    rule: str = ""
    confidence: float = 0.0


@dataclass(frozen=True, slots=True)
class Caption:
    """A picture's words: `text` without the credit, `line` as the page prints both.

    `rule`, `confidence` and `at` tell why the line is a caption, as those of `Found` do.
    """

    text: str
    credit: str = ""
    file_name: str = ""
    line: str = ""
    rule: str = ""
    confidence: float = 0.0
    at: int = 0


@dataclass(frozen=True, slots=True)
class Access:
    """level: open | licensed; `note` is the page's own sentence, in `note_language`."""

    level: str = "open"
    note: str = ""
    note_language: str = ""


@dataclass(frozen=True, slots=True)
class Dropped:
    """A line of the page that is not the document's, and the rule that says so."""

    line: str
    rule: str
    at: int = 0


@dataclass(frozen=True, slots=True)
class Draft:
    """A proposed record. `page` is the normalised text whose lines the `at` numbers count.

    `body` and `abstract` hold paragraphs separated by one empty line, and so does
    `restricted_body`, the text that only holders of a licence may read. `published_on` and
    `sorted_on` are ISO days or shorter ("2023-02"), None when the page states no date.
    """

    page: str
    kind: Found[str]
    title: Found[str]
    language: Found[str]
    source: Found[str | None]
    body: Found[str]
    published_on: Found[str | None]
    sorted_on: Found[str | None]
    source_basis: Basis = "unknown"
    source_slug: str | None = None
    issuers: Found[tuple[str, ...]] = Found((), "none stated")
    authors: Found[tuple[Author, ...]] = Found((), "none stated")
    dates: tuple[DatedFact, ...] = ()
    published_precision: str = ""
    sorted_role: str = ""
    series: Found[str | None] = Found(None, "none stated")
    number: Found[str | None] = Found(None, "none stated")
    total_number: Found[int | None] = Found(None, "none stated")
    abstract: Found[str] = Found("", "none stated")
    restricted_body: str = ""
    body_kind: BodyKind = "full"
    page_type: PageType = "article"
    keywords: Found[tuple[str, ...]] = Found((), "none stated")
    captions: tuple[Caption, ...] = ()
    related_titles: Found[tuple[str, ...]] = Found((), "none stated")
    access: Found[Access] = field(default_factory=lambda: Found(Access(), "no limit stated"))
    address: str = ""
    dropped: tuple[Dropped, ...] = ()
    warnings: tuple[str, ...] = ()


class UnreadablePageError(ValueError):
    """The input cannot be read; `str()` is a sentence for a person, `code` names the reason.

    code: empty | binary | oversized | encrypted | damaged | no_text | unsupported | too_slow
    """

    def __init__(self, code: str, sentence: str) -> None:
        super().__init__(sentence)
        self.code = code
