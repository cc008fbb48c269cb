"""Makes judged collections of the material beside the checkout: questions whose answer is known.

No weight of the search was set by any of them. Judgements are those of the editors (topics, links
between pages), of the texts (what cites what) or follow from where a question was taken from, which
is then no longer part of the record.
"""

from __future__ import annotations

import json
import re
from collections import defaultdict
from typing import TYPE_CHECKING, Any

from documents.search.evaluating import Collection
from tests.material import shared

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

type Rows = list[dict[str, Any]]
type Asked = tuple[str, dict[str, float]]

PAGES = ("data", "digitalgov_en", "dev.jsonl")
LAWS = ("data", "laws_zh", "shandong.jsonl")
NEWS = ("data", "html_readability", "gold.jsonl")
REPORTS = ("data", "workreports_zh", "docs.jsonl")

_ANCHOR = re.compile(r"\[([^\]\[]{6,120})\]\((?:https?://(?:www\.)?digital\.gov)?/([^)\s#?]+)")
_PURPOSE = re.compile(r"为了?([^，。；]{6,}(?:，[^，。；根依]{4,})*)，(?:根据|依据|依照)")
_CITED = re.compile(r"《([^》]{4,40})》")
_PLACE = re.compile(r"^(?:山东省|.{2,4}?市|.{2,4}?自治县)")
_HEADING = re.compile(r"^[一二三四五六七八九十]{1,3}、([^。；，]{6,40})$", re.MULTILINE)
_DIGITS = re.compile(r"\d+")


def topics_of_pages() -> Collection:
    """Names of topics; what their editors filed under each is relevant."""
    pages = _rows(PAGES)
    filed: defaultdict[str, dict[str, float]] = defaultdict(dict)
    for page in pages:
        for topic in page["topics"]:
            filed[topic["name"]][page["id"]] = 1.0
    return _collection(pages, filed.items())


def titles_to_linked_pages() -> Collection:
    """Titles of pages; the pages that their editors link there are relevant, it itself is not."""
    pages = _rows(PAGES)
    known = {page["id"] for page in pages}
    asked = [
        (page["title"], dict.fromkeys(known.intersection(page["links"]) - {page["id"]}, 1.0))
        for page in pages
    ]
    return _collection(pages, asked)


def anchors_to_pages() -> Collection:
    """The words that lead from one page to another in its text, which are cut from it."""
    pages = _rows(PAGES)
    by_place = {_place_of(page): page["id"] for page in pages}
    asked: defaultdict[str, dict[str, float]] = defaultdict(dict)
    for page in pages:
        for words, address in _ANCHOR.findall(page["text"]):
            led = by_place.get(address.strip("/").replace("-", "/", 2).lower())
            led = led or by_place.get(address.strip("/").lower())
            if led and led != page["id"]:
                asked[words][led] = 1.0
        page["text"] = _ANCHOR.sub("", page["text"])
    return _collection(pages, asked.items())


def _place_of(page: Mapping[str, Any]) -> str:
    kind, _, name = page["id"].partition("/")
    dated = re.sub(r"^(\d{4})-(\d\d)-(\d\d)-", r"\1/\2/\3/", name)
    return (dated if dated != name else f"{kind}/{name}").lower()


def summaries_to_pages() -> Collection:
    """Summaries by the editors; each is cut from the text of its page."""
    pages = _rows(PAGES)
    asked = [(page["summary"], {page["id"]: 1.0}) for page in pages if page["summary"]]
    for page in pages:
        page["text"] = page["text"].replace(page["summary"] or "\0", "")
    return _collection(pages, asked)


def headings_to_pages() -> Collection:
    """Titles of pages that bear none any more."""
    return _without_titles(_rows(PAGES))


def headings_to_news() -> Collection:
    """Titles of news pages that bear none any more."""
    return _without_titles([row | {"text": row["body"]} for row in _rows(NEWS)])


def subjects_of_laws() -> Collection:
    """Subjects of regulations that several places have; those of every place are relevant."""
    laws = _rows(LAWS)
    about: defaultdict[str, dict[str, float]] = defaultdict(dict)
    for law in laws:
        about[_PLACE.sub("", law["title"])][law["id"]] = 1.0
    return _collection(laws, ((name, held) for name, held in about.items() if len(held) > 1))


def purposes_to_laws() -> Collection:
    """What a regulation says it is for; the clause is cut from it."""
    laws = _rows(LAWS)
    asked = []
    for law in laws:
        if purpose := _PURPOSE.search(law["text"]):
            asked.append((purpose[1], {law["id"]: 1.0}))
            law["text"] = law["text"].replace(purpose[1], "")
    return _collection(laws, asked)


def headings_to_laws() -> Collection:
    """Titles of regulations that bear none any more."""
    return _without_titles(_rows(LAWS))


def citations_to_laws() -> Collection:
    """Names by which one regulation cites another, which are cut from every text."""
    laws = _rows(LAWS)
    by_title = {_bare(law["title"]): law["id"] for law in laws}
    asked: dict[str, dict[str, float]] = {}
    for law in laws:
        for name in _CITED.findall(law["text"]):
            led = by_title.get(_bare(name))
            if led and led != law["id"]:
                asked[name] = {led: 1.0}
        law["text"] = _CITED.sub("", law["text"])
    return _collection(laws, asked.items())


def headings_within_reports() -> Collection:
    """Headings of the parts of work reports, each cut from the report it stands in."""
    reports = _rows(REPORTS)
    asked: defaultdict[str, dict[str, float]] = defaultdict(dict)
    for report in reports:
        for heading in _HEADING.findall(report["text"]):
            asked[heading][report["id"]] = 1.0
        report["text"] = _HEADING.sub("", report["text"])
    return _collection(reports, asked.items())


COLLECTIONS: dict[str, Callable[[], Collection]] = {
    "topics of pages": topics_of_pages,
    "titles to linked pages": titles_to_linked_pages,
    "anchors to pages": anchors_to_pages,
    "summaries to pages": summaries_to_pages,
    "headings to pages": headings_to_pages,
    "headings to news": headings_to_news,
    "subjects of laws": subjects_of_laws,
    "purposes to laws": purposes_to_laws,
    "headings to laws": headings_to_laws,
    "citations to laws": citations_to_laws,
    "headings within reports": headings_within_reports,
}


def _without_titles(rows: Rows) -> Collection:
    asked = [(row["title"], {row["id"]: 1.0}) for row in rows if row["title"]]
    return _collection([row | {"title": ""} for row in rows], asked)


def _collection(rows: Rows, asked: Iterable[Asked]) -> Collection:
    judged = [(text, gains) for text, gains in asked if (text or "").strip() and gains]
    return Collection(
        documents={row["id"]: {"title": row["title"] or "", "text": row["text"]} for row in rows},
        questions={str(at): text for at, (text, _) in enumerate(judged)},
        gains={str(at): gains for at, (_, gains) in enumerate(judged)},
    )


def _rows(place: tuple[str, ...]) -> Rows:
    return list(_read(place))


def _read(place: tuple[str, ...]) -> Iterator[dict[str, Any]]:
    with shared(*place).open(encoding="utf-8") as file:
        yield from (json.loads(line) for line in file if line.strip())


def _bare(title: str) -> str:
    return _DIGITS.sub("", re.sub(r"\W", "", title))
