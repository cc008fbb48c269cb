"""Finds who published a page: stated by it, inferred from its wording, or unknown."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from documents.ingest.byline import find_behind_byline, read_byline, starts_byline
from documents.ingest.controls import is_only_controls
from documents.ingest.draft import Author, Basis, Found, KnownSource
from documents.ingest.labels import Pair, before_labels
from documents.ingest.lines import Line, PageText
from documents.ingest.names import is_han_person, is_organisation, is_person, is_publisher
from documents.ingest.numbers import is_number_line
from documents.ingest.periodicals import find_periodicals
from documents.ingest.phrases import compile_phrases
from documents.ingest.shape import han_count, key, word_count
from documents.ingest.site_names import find_site_names
from documents.ingest.site_words import is_generic
from documents.ingest.source_inferred import infer_source, is_part
from documents.text.dates import find_dates

_AGENCY = compile_phrases("sources", "agency", 0)
_WIRE = compile_phrases("sources", "wire", 0)
_HOST = compile_phrases("sources", "host")
_DIGIT = re.compile(r"\d")
_MASTHEAD = compile_phrases("sources", "masthead", 0)
_AGENCY_NAME = re.compile(r"^(?:Xinhua|Reuters|CGTN|ECNS|AFP|dpa)\b")
# What a messenger prints above an account's text: "原创 张三 某某观察 2023-04-05 20:01 发表于浙江".
_ACCOUNT = re.compile(
    r"^(?:原创\s+(?:\S{2,12}\s+)?(?P<name>\S{2,20})\s+(?:19|20)\d\d[-年]|"
    r"(?:\S{2,4}\s+)?(?P<account>\S{2,20})\s+(?:19|20)\d\d[-年]\d{1,2}[-月]\d{1,2}.{0,12}发表于)"
)
_BYLINE_PAPER = re.compile(
    r"(?i:by)\s[^()（）]{3,60}[(（]\s*([^()（）]{3,40}?)\s*[)）]\s*(?:$|\||(?:Updated|Published|Posted)\b)"
)
_PERIODICAL = re.compile(r"^《([^《》]{2,30})》.*$")
_RIGHTS = re.compile(r"^(?:all\s)?(?:rights?\s)?reserved\s*(?:[@©]\s*)?(?:by\s)?", re.IGNORECASE)
_TITLED = re.compile(r"[A-Z][\w’'&-]*(?:\s(?:of\s|the\s)?[A-Z][\w’'&-]*){0,4}")
_CAPITALISED = re.compile(
    r"(?:the\s)?[A-ZÀ-Þ][^\s]*(?:\s(?:(?:of|for|the|and|de|du|für|und)\s)*[A-ZÀ-Þ&|(][^\s]*)*"
)
# What stands round a date and names nobody: "(Beijing Time) Friday, September 12, 2003".
_CLOCK_WORDS = re.compile(
    r"[(（]?\b(?:beijing|local|standard)\stime\b[)）]?|"
    r"\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b,?|[(（](?:北京时间|当地时间)[)）]|北京时间|星期[一二三四五六日天]",
    re.IGNORECASE,
)
_CODE = re.compile(r"[a-z]{1,3}")
_COUNT = re.compile(r"\d+|comments?(?:\(s\))?", re.IGNORECASE)
# "The Port Office published this content on 22 May 2020 and is solely responsible for it."
_DISTRIBUTED = re.compile(
    r"(?:The )?(?P<name>[A-Z][^.;:]{3,90}?) (?:has )?published this content on\b"
)
_OPENING = 2  # paragraphs that open a text
_FIRST = 5  # paragraphs in which a dateline may stand below a lead
_PICTURED = re.compile(r"(?:图片|资料|数据|照片|图表)\s?来源")
# "21世纪观察记者 张三 北京报道": the paper before its reporter and where he was.
_REPORTS = re.compile(
    r"^(?P<paper>\S{3,16}?)(?:记者)?\s+[\u4e00-\u9fff·]{2,4}\s+[\u4e00-\u9fff]{2,6}报道$"
)
_GLUED = re.compile(
    r"(?<=[\u4e00-\u9fff])(?:参与互动|我要评论|点击查看|分享到|打印本页|字号|收藏)$"
)
_EDITION = re.compile(
    r"(?:数字报(?:刊)?(?:平台)?|电子(?:报|版)|数字版|手机版|客户端)$|,?\s(?:Ltd|Limited|Inc|Corp|Pte|Pty)\.?$"
)
_TWICE = re.compile(r"^(.{6,60})\s\1$")
_TELEPHONE = re.compile(r"\s*\b(?:Tel|Phone|Fax|E-?mail)\b.*$|\s+(?:Published|Posted|Updated)$")


@dataclass(frozen=True, slots=True)
class SourceRead:
    source: Found[str | None]
    basis: Basis
    slug: str | None
    default_kind: str
    issuers: Found[tuple[str, ...]]


def read_source(
    page: PageText,
    title: Line,
    zones: tuple[Sequence[Line], Sequence[Line], Sequence[Line]],
    pairs: Sequence[Pair],
    authors: Sequence[Author],
    known: Sequence[KnownSource],
) -> SourceRead:
    """Give the source with its basis; `zones` are head, body and tail."""
    candidates = sorted(_candidates(page, title, zones, pairs), key=lambda found: -found.confidence)
    issuers = _issuers(pairs)
    people = {one.name for one in authors if is_person(one.name) and not is_publisher(one.name)}
    for found in candidates:
        name = _clean(found.value)
        if _is_name(name) and name not in people:
            match = _known(name, known)
            full = _expanded(name, page.text)
            return SourceRead(
                Found(full, found.rule, found.line, found.confidence, found.at),
                "stated",
                match.slug if match else None,
                match.default_kind if match else "",
                issuers,
            )
    inferred = infer_source(title.text, zones, authors, known, issuers)
    if inferred is None:
        return SourceRead(Found(None, "the page names none"), "unknown", None, "", issuers)
    return SourceRead(inferred.source, "inferred", inferred.slug, "", issuers)


def _candidates(
    page: PageText,
    title: Line,
    zones: tuple[Sequence[Line], Sequence[Line], Sequence[Line]],
    pairs: Sequence[Pair],
) -> Iterator[Found[str]]:
    head, body, tail = zones
    yield from _from_labels(pairs, body)
    yield from _from_facts(page)
    yield from _from_note([*body[-1:], *tail])
    yield from _from_head(head)
    yield from find_site_names(head, body, tail, title)
    yield from find_periodicals([*head, *tail])
    for place, line in enumerate(body[:_FIRST]):
        if name := _agency_in(line.text):
            weight = 0.78 if place < _OPENING else 0.6  # it may be of a text that is quoted
            yield Found(name, "agency in the dateline", line.text, weight, line.at)


def _from_note(lines: Sequence[Line]) -> Iterator[Found[str]]:
    """Take the agency of a note under the text: "(Xinhua News Agency October 18, 2005)"."""
    for line in lines:
        if sender := _DISTRIBUTED.match(line.text):
            yield Found(sender["name"], "note under the text", line.text, 0.9, line.at)
        note = re.match(r"^[(（\[](?P<name>[^()（）]{2,60})[)）\]][\s|]*$", line.text)
        if note and find_dates(note["name"]):
            name = _without_dates(note["name"]).strip(" |,，")
            titled = bool(_TITLED.fullmatch(name)) and word_count(name) > 1
            known = is_publisher(name) or _AGENCY_NAME.match(name)
            if word_count(name) <= 8 and (known or titled):
                yield Found(name, "note under the text", line.text, 0.8, line.at)


def _from_labels(pairs: Sequence[Pair], body: Sequence[Line]) -> Iterator[Found[str]]:
    first, last = (body[0].at, body[-1].at) if body else (0, 0)
    for pair in pairs:
        if _PICTURED.search(pair.line.text):
            continue
        rule = f"label “{pair.label}”"
        if value := _beside_day(pair):
            yield Found(value, "name beside the date", pair.line.text, 0.85, pair.line.at)
        value = _named_by(pair)
        if weight := _weight_of(pair, value, inside=first < pair.line.at < last):
            yield Found(value, rule, pair.line.text, weight, pair.line.at)


def _named_by(pair: Pair) -> str:
    value = re.split(r"\s*[|｜]\s*|\s+[∙·•>›]\s*", _without_dates(pair.value))[0]
    value = _without_controls(value)
    return _without_person(_PERIODICAL.sub(r"\1", value))


def _weight_of(pair: Pair, value: str, *, inside: bool) -> float:
    """Give how sure a label tells the source, 0.0 for none; `inside` a text it is a chart's."""
    if pair.field in ("source", "publisher"):
        return 0.5 if inside else 0.6 if is_part(value.strip("()（） ")) else 0.95
    if pair.field == "issuer":
        return 0.835 if han_count(pair.label) else 0.72  # a translator's site names another
    if pair.field != "author" or any(map(is_person, [value, *value.split()])):
        return 0.0
    if _AGENCY_NAME.match(value):
        return 0.8  # "BY :Xinhua"
    return 0.62 if is_publisher(value) else 0.0  # a body may write for another's site


def _beside_day(pair: Pair) -> str:
    """Give the name that stands behind a labelled date on its line, "" without one."""
    if pair.field not in ("posted", "updated"):
        return ""
    rest = _CLOCK_WORDS.sub("", _without_dates(pair.value)).strip(" ,|/·-–—　()（）")
    named = bool(han_count(rest)) or bool(_CAPITALISED.fullmatch(rest) or _HOST.fullmatch(rest))
    short = rest != pair.value and word_count(rest) <= 8 and not _DIGIT.search(rest)
    return rest if named and short and not starts_byline(rest) else ""


def _without_controls(value: str) -> str:
    """Leave the site's controls away round a name: "0 Comment(s) Print Xinhua"."""
    words = value.split()
    while len(words) > 1 and is_only_controls(words[-1]):
        words.pop()
    while len(words) > 1 and (is_only_controls(words[0]) or _COUNT.fullmatch(words[0])):
        del words[0]
    return _GLUED.sub("", " ".join(words))


def _without_person(name: str) -> str:
    """Take the reporter away who stands behind a paper: "经济日报 李华"."""
    paper, _, person = name.rpartition(" ")
    return paper if is_han_person(person) and is_publisher(paper) else name


def _from_facts(page: PageText) -> Iterator[Found[str]]:
    for names, weight in (
        (("citation_journal_title", "prism.publicationname"), 0.93),
        (("contentsource", "source", "article:publisher_name"), 0.9),
        (
            (
                "sitename",
                "og:site_name",
                "application-name",
                "publisher",
                "dc.publisher",
                "citation_publisher",
                "citation_technical_report_institution",
            ),
            0.92,
        ),
    ):
        fact = page.fact(*names)
        if fact and not fact.value.startswith("http"):
            yield Found(
                fact.value,
                f"“{fact.name}” in the page's head",
                f"{fact.name}: {fact.value}",
                weight,
            )
    title = page.fact("title")
    if (
        title
        and len(parts := re.split(r"\s*[|_｜»]\s*|\s[-–—]\s", title.value)) > 1
        and word_count(parts[-1]) <= 8
    ):
        yield Found(parts[-1], "end of the page's title", title.value, 0.76)


def _from_head(head: Sequence[Line]) -> Iterator[Found[str]]:
    for line in head:
        text = line.text
        if name := _agency_in(text):
            yield Found(name, "agency in the dateline", text, 0.86, line.at)
        beside = "|" in text or not is_number_line(text)
        if find_dates(text) and word_count(text) <= 26 and beside:
            yield from _beside_date(line)
        yield from _from_byline(line)


def _agency_in(text: str) -> str:
    """Give the agency that a dateline names in brackets or between strokes, "" without one."""
    match = _AGENCY.search(text) or _WIRE.search(text)
    return next(filter(None, match.groupdict().values())).strip() if match else ""


def _from_byline(line: Line) -> Iterator[Found[str]]:
    """Take the paper behind the names: "By Li Hua (River Daily)", "By Li Hua | River Daily"."""
    if starts_byline(line.text) and not read_byline(line.text):
        office = re.sub(r"^\W*\w+\s+", "", line.text)
        if office.isupper() and word_count(office) <= 4:
            yield Found(office, "office in the byline", line.text, 0.66, line.at)
    if reports := _REPORTS.match(line.text):
        yield Found(reports["paper"], "paper in the byline", line.text, 0.84, line.at)
    if bracket := _BYLINE_PAPER.search(line.text):
        yield Found(bracket[1], "paper in the byline", line.text, 0.88, line.at)
    for name in find_behind_byline(line.text)[:1]:
        paper = is_publisher(name) or _MASTHEAD.match(name) or _AGENCY_NAME.match(name)
        if paper and not find_dates(name):
            yield Found(name, "paper in the byline", line.text, 0.84, line.at)


def _beside_date(line: Line) -> Iterator[Found[str]]:
    if account := _ACCOUNT.match(line.text):
        name = account["name"] or account["account"]
        yield Found(name, "account beside the date", line.text, 0.86, line.at)
        return
    for part in re.split(r"[|｜]|\s{2,}", _without_dates(before_labels(line.text))):
        name = _without_controls(part.strip(" ()（）,，:：-–—"))
        for one in name.split() if han_count(name) else [name]:
            if not starts_byline(one) and (
                _HOST.fullmatch(one)
                or is_publisher(one)
                or (is_organisation(one) and line.text.startswith(one))
                or _AGENCY_NAME.match(one)
                or _MASTHEAD.match(one)
            ):
                sure = not _MASTHEAD.match(one) or is_publisher(one)
                weight = 0.84 if sure else 0.8  # it may be the series on a site with a name
                yield Found(one, "name beside the date", line.text, weight, line.at)


def _issuers(pairs: Sequence[Pair]) -> Found[tuple[str, ...]]:
    for pair in pairs:
        if pair.field == "issuer":
            names = tuple(
                name for name in re.split(r"[、;；,，\s]+(?=[\u4e00-\u9fff])", pair.value) if name
            )
            return Found(names, f"label “{pair.label}”", pair.line.text, 0.95, pair.line.at)
    return Found((), "none stated")


def _known(name: str, known: Sequence[KnownSource]) -> KnownSource | None:
    wanted = key(re.sub(r"^the\s", "", name, flags=re.IGNORECASE))
    for source in known:
        if any(
            key(re.sub(r"^the\s", "", one, flags=re.IGNORECASE)) == wanted
            for one in (source.name, *source.names)
        ):
            return source
        if _HOST.fullmatch(name) and any(
            name.casefold().endswith(host.casefold()) for host in source.hosts
        ):
            return source
    return None


def _expanded(name: str, text: str) -> str:
    """Give the full name where the source is an acronym that the page spells out."""
    if not re.fullmatch(r"[A-Z]{2,7}", name):
        return name
    letters = r"\w*(?:\s(?:of|for|the|and|on|de|für|und)){0,3}\s".join(
        re.escape(letter) for letter in name
    )
    match = re.search(rf"\b({letters}\w*)\s?[(（]{name}[)）]", text)
    return f"{match[1]} ({name})" if match else name


def _without_dates(text: str) -> str:
    for found in reversed(find_dates(text)):
        text = text[: found.start] + " | " + text[found.end :]
    return text.strip(" |")


def _clean(name: str) -> str:
    name = re.sub(
        r"\s[-–—|]\s(?:press|news|media) releases?$|^(?:press|news|media) releases?\s[-–—|]\s",
        "",
        name,
        flags=re.IGNORECASE,
    )
    name = _EDITION.sub("", _TELEPHONE.sub("", _RIGHTS.sub("", name)))
    name = re.sub(r"^(?:the\s)(?=[a-z])", "", name.strip(" .。,，;；:：|-–—()（）[]【】"))
    name = re.sub(
        r"\s*(?:字号|浏览|作者|编辑|责任编辑|打印).*$|\s+(?:记者|通讯员).*$", "", name
    ).strip()
    name = _TWICE.sub(r"\1", name)
    return f"{name})" if name.count("(") > name.count(")") else name


def _is_name(name: str) -> bool:
    if not 2 <= len(name) <= 120 or word_count(name) > 16 or is_generic(name):
        return False
    if is_number_line(name) or is_only_controls(name):
        return False  # "Source: No. 23, June 6"; "Available Online" beside a date
    if _CODE.fullmatch(name):
        return False
    return bool(re.search(r"[^\W\d_]{2}", name)) and not (
        is_person(name) and not is_organisation(name) and han_count(name) > 0
    )
