"""The order of the steps from a page to a draft, and nothing else."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from documents.ingest.access import READING, find_limit, is_cut_off, read_access
from documents.ingest.authors import read_authors
from documents.ingest.biographies import with_biographies, without_biographies
from documents.ingest.captions import (
    find_captions,
    find_title_above,
    is_credit,
    is_pictured,
)
from documents.ingest.cards import find_cards
from documents.ingest.dates_read import read_dates
from documents.ingest.described import read_abstract, read_keywords, read_presented
from documents.ingest.draft import BodyKind, Caption, Draft, Dropped, Found, KnownSource, Page
from documents.ingest.evidence import Evidence
from documents.ingest.furniture import find_furniture_rule, sections_of
from documents.ingest.glosses import has_glosses, with_glosses, without_glosses
from documents.ingest.kinds import carries_news, guess_kind
from documents.ingest.labels import Pair, read_pairs
from documents.ingest.lines import Line, PageText, edges_of
from documents.ingest.list_page import draft_of_list
from documents.ingest.metalines import find_meta
from documents.ingest.misfits import MENU, find_misfits
from documents.ingest.numbers import read_numbers
from documents.ingest.page_type import TWO_WARNING, find_second_article, is_list, is_teaser
from documents.ingest.readers import read_page
from documents.ingest.related import title_of
from documents.ingest.shape import is_prose, key, word_count
from documents.ingest.source import read_source
from documents.ingest.title import GUESSED, find_title
from documents.ingest.type_labels import find_type_labels
from documents.ingest.zones import Zones, divide
from documents.text.language import guess_language

_MENUS = frozenset([MENU, "controls", "inside <nav>", "menu or breadcrumb"])
_NAME = 2  # words of one section's name
_WEIGHED = 20_000  # characters of a zone that tell its kind and language


def draft_from(page: Page, known: Sequence[KnownSource] = ()) -> Draft:
    """Conclude a draft from a page. Raises UnreadablePageError with a sentence for a person."""
    return draft_from_text(read_page(page), known)


def draft_from_text(page: PageText, known: Sequence[KnownSource] = ()) -> Draft:
    """Conclude a draft from the lines that a reader gave."""
    if has_glosses(page):
        return with_glosses(draft_from_text(without_glosses(page), known), page)
    marks = _marks(page)
    edges = edges_of(page.lines)
    pairs = list(read_pairs(edges))
    title, meta = _titled(page, marks, pairs)
    if is_list(edges, marks):
        return draft_of_list(page, title, marks, pairs, known)
    second = find_second_article(edges, marks, meta, title.at)
    if second:
        foot = max(line.at for line in page.lines if is_prose(line.text))
        first = tuple(line for line in page.lines if not second <= line.at <= foot)
        draft = draft_from_text(replace(page, lines=first), known)
        return replace(draft, page=page.text, page_type="two_articles", warnings=(TWO_WARNING,))
    title_line = next((line for line in page.lines if line.at == title.at), None)
    captions = _captions(page, title, title_line, meta | _no_captions(page, marks))
    zones = divide(page.lines, marks, meta, frozenset(captions), _stands_at(page, title))
    zones = replace(zones, body=tuple(line for line in zones.body if not _repeats(line, title)))

    authors = read_authors(page, zones, pairs, meta, Line(title.value, title.at))
    source = read_source(
        page,
        Line(title.value, title.at),
        (_may_name_source(zones.head, title, captions), zones.body, zones.tail),
        [pair for pair in pairs if pair.line.at not in captions],
        authors.value,
        known,
    )
    authors = replace(authors, value=with_biographies(authors.value, page.lines))
    abstract, keywords = read_abstract(edges, pairs, title.value), read_keywords(edges, pairs)
    body = without_biographies(zones.body, authors.value, source.source.value or "")
    zones = replace(zones, body=() if _is_rest(body, abstract) else body)
    abstract = abstract if abstract.value else read_presented(zones.head, zones.body, zones.tail)
    plain = [line for line in _above_text(page, zones, marks) if line.at != title.at]
    dates = read_dates(page, plain, zones.body, pairs, _before_related(zones), title_line)
    numbers = read_numbers(
        [*plain, *_between(page, zones, marks)],
        pairs,
        title_line,
        zones.body,
        zones.tail,
    )
    access = read_access(edges, zones.body)
    body_text = "\n\n".join(line.text for line in zones.body)
    evidence = Evidence(
        title=title.value,
        head=_joined(_telling(zones.head, marks, title))[:_WEIGHED],
        body=body_text[:_WEIGHED],
        tail=_joined(zones.tail)[:_WEIGHED],
        number=numbers.number.value or "",
        abstract=bool(abstract.value),
        own_abstract="heading" in abstract.rule,
        history=any(pair.field == "history" for pair in pairs),
        keywords=bool(keywords.value),
        licensed=access.rule == READING,
        teaser=is_cut_off(zones.body),
        agency=source.source.rule == "agency in the dateline",
        default=source.default_kind,
        source=(source.source.value or "") if source.basis == "stated" else "",
        origin=source.source.value or "",
        labels=find_type_labels(edges, marks, Line(title.value, title.at), pairs),
        authors=len(authors.value),
        affiliated=any(
            not carries_news(body) for author in authors.value for body in author.affiliations
        ),
        pictured=bool(captions),
    )
    return Draft(
        page=page.text,
        kind=_placed(guess_kind(evidence), page),
        title=title,
        language=_language(body_text or abstract.value or page.text),
        source=source.source,
        source_basis=source.basis,
        source_slug=source.slug,
        issuers=source.issuers,
        authors=authors,
        dates=dates.facts,
        published_on=dates.published_on,
        published_precision=dates.published_precision,
        sorted_on=dates.sorted_on,
        sorted_role=dates.sorted_role,
        series=numbers.series,
        number=numbers.number,
        total_number=numbers.total,
        abstract=abstract,
        body=Found(
            body_text,
            "paragraphs between head and foot",
            zones.body[0].text if zones.body else "",
            0.9 if body_text else 0.0,
            zones.body[0].at if zones.body else 0,
        ),
        page_type="teaser" if is_teaser(zones.body, access.rule) else "article",
        body_kind=_body_kind(zones, abstract.value, access.rule),
        keywords=keywords,
        captions=tuple({caption.text: caption for caption in captions.values()}.values()),
        related_titles=_related(zones),
        access=access,
        dropped=_dropped(page, marks, zones),
    )


def _titled(
    page: PageText, marks: Mapping[int, str], pairs: Sequence[Pair]
) -> tuple[Found[str], frozenset[int]]:
    """Give the title and the lines of data beside it, of which a title like names is none."""
    meta = find_meta(edges_of(page.lines), marks, pairs)
    title = find_title(page, marks, meta, pairs)
    return title, meta if title.rule.startswith("label") else meta - {title.at}


def _stands_at(page: PageText, title: Found[str]) -> int:
    """Give the line of a title, also where it was read elsewhere: in the page's head, say."""
    if title.at or title.confidence <= GUESSED or not key(title.value):
        return title.at  # first words of a text are the text
    whole = key(title.value)
    return next((line.at for line in page.lines if key(line.text) == whole), 0)


def _repeats(line: Line, title: Found[str]) -> bool:
    """Say whether a line is the title again, or its second half."""
    if title.confidence <= GUESSED:
        return False
    own, whole = key(line.text), key(title.value)
    if own.startswith(whole) and line.text.rstrip(" ])）").endswith(("…", "...")):
        return True  # a blog's excerpt: the title and the first words, cut off
    if own == whole or (line.at == title.at + 1 and whole.endswith(own)):
        return True
    return own == key(title.line) and len(own) >= 0.8 * len(whole)


def _is_rest(body: Sequence[Line], abstract: Found[str]) -> bool:
    """Say whether what is left of a page beside its abstract is too little to be a text."""
    size = sum(word_count(line.text) for line in body if is_prose(line.text))
    return bool(abstract.value) and 2 * size < word_count(abstract.value)


def _marks(page: PageText) -> dict[int, str]:
    """Name the lines that are none of the document's, by their number."""
    edges = edges_of(page.lines)
    marks = {line.at: rule for line in edges if (rule := find_furniture_rule(line))}
    limits = {line.at: limit.rule for line in edges if (limit := find_limit(line.text))}
    return {**dict(find_misfits(edges)), **limits, **marks}


def _no_captions(page: PageText, marks: Mapping[int, str]) -> frozenset[int]:
    """Give the lines of the site; a picture's credit looks like an owner's, but has no year."""
    return frozenset(
        line.at
        for line in page.lines
        if line.at in marks and not (marks[line.at] == "copyright" and is_credit(line.text))
    )


def _may_name_source(
    head: Sequence[Line], title: Found[str], captions: Mapping[int, Caption]
) -> list[Line]:
    """Leave out of the head the title, captions, and the offices of people below their names."""
    cards = find_cards([line for line in head if line.at > title.at])
    below = {line.at for group in cards for card in group for line in card.lines[1:]}
    others = below | captions.keys() | {title.at}
    return [line for line in head if line.at not in others and key(line.text) != key(title.line)]


def _captions(
    page: PageText, title: Found[str], title_line: Line | None, taken: frozenset[int]
) -> dict[int, Caption]:
    found = find_captions(edges_of(page.lines), title.value)
    marked = {line.at for line in page.lines if line.tag == "figcaption"}
    own = {
        at: caption
        for at, caption in found.items()
        if at != title.at and (at not in taken or at in marked or is_pictured(caption.line))
    }
    above = find_title_above(edges_of(page.lines), title_line, own) if title_line else {}
    return own | above


def _above_text(page: PageText, zones: Zones, marks: Mapping[int, str]) -> tuple[Line, ...]:
    """Give the head and what stands below the first paragraph, which may be a subtitle."""
    first, second = [*(line.at for line in zones.body), 0, 0][:2]
    below = (line for line in page.lines if first < line.at < second and line.at not in marks)
    return (*zones.head, *below)


def _before_related(zones: Zones) -> tuple[Line, ...]:
    """Give the lines after the text that speak of this page and not of the next ones."""
    start = zones.tail[0].at if zones.tail else 0
    end = next((line.at for line in zones.related if line.at >= start), 0)
    return tuple(line for line in zones.tail if not end or line.at < end)


def _between(page: PageText, zones: Zones, marks: Mapping[int, str]) -> Iterator[Line]:
    """Give what stands between the head and the text, as the repeated titles of an archive do."""
    start = zones.head[-1].at if zones.head else 0
    end = zones.body[0].at if zones.body else 0
    listed = {line.at for line in zones.related}
    for line in page.lines:
        if start < line.at < end and line.at not in marks and line.at not in listed:
            yield line


def _joined(lines: Sequence[Line]) -> str:
    return "\n".join(line.text for line in lines)


def _telling(head: Sequence[Line], marks: Mapping[int, str], title: Found[str]) -> list[Line]:
    """Leave the title away, and menus, which name all that a site has; its trails tell a place."""
    return [
        line
        for line in head
        if line.at != title.at
        and (
            marks.get(line.at) not in _MENUS
            or word_count(line.text) <= _NAME
            or sections_of(line.text)
        )
    ]


def _placed(found: Found[str], page: PageText) -> Found[str]:
    """Give the number of the line that a conclusion from whole zones names."""
    if not found.line:
        return found
    at = next((line.at for line in page.lines if found.line in line.text), 0)
    return replace(found, at=at)


def _language(text: str) -> Found[str]:
    return Found(guess_language(text[:_WEIGHED]), "script and words of the text", "", 0.95)


def _body_kind(zones: Zones, abstract: str, limit: str) -> BodyKind:
    if not zones.body and abstract:
        return "abstract"
    return "teaser" if limit == READING or is_cut_off(zones.body) else "full"


def _related(zones: Zones) -> Found[tuple[str, ...]]:
    titles = tuple(dict.fromkeys(map(title_of, zones.related)))
    if not titles:
        return Found((), "none stated")
    first = zones.related[0]
    above = bool(zones.body) and first.at < zones.body[-1].at
    rule = "list under a heading above or amid the text" if above else "short lines after the text"
    return Found(titles, rule, first.text, 0.7, first.at)


def _dropped(page: PageText, marks: Mapping[int, str], zones: Zones) -> tuple[Dropped, ...]:
    kept = {line.at for line in zones.body}
    last = zones.body[-1].at if zones.body else 0
    return tuple(
        Dropped(line.text, marks.get(line.at) or _place(line, last), line.at)
        for line in page.lines
        if line.at not in kept
    )


def _place(line: Line, last: int) -> str:
    return "after the text" if last and line.at > last else "before or beside the text"
