"""The files, read back by the parsers of other programs."""

from __future__ import annotations

import json
from datetime import date

import pytest
import rispy
from bibtexparser.entrypoint import parse_string as parse_bibtex
from bibtexparser.middlewares import LatexDecodingMiddleware
from citeproc import (
    Citation as Cited,
    CitationItem,
    CitationStylesBibliography,
    CitationStylesStyle,
    formatter,
)
from citeproc.source.json import CiteProcJSON
from pybtex.database import parse_string as parse_with_pybtex

from documents.exports.bibtex import to_bibtex
from documents.exports.citation import Citation
from documents.exports.csl_json import to_csl_json
from documents.exports.ris import to_ris
from tests.exports.citations import a_citation

CASES = {
    "two authors": a_citation(),
    "Chinese": a_citation(
        title="黄河流域城市群",
        language="zh",
        authors=("李佐军", "欧阳修文"),
        publisher="国务院发展研究中心",
    ),
    "an organisation": a_citation(authors=("Ministry of Finance",)),
    "nobody": a_citation(authors=(), publisher=""),
    "bodies": a_citation(kind="policy", authors=(), bodies=("State Council", "Party & State")),
    "undated": a_citation(dated_on=None),
    "a month": a_citation(precision="month"),
    "a year": a_citation(precision="year"),
    "news": a_citation(kind="news", series="", number=""),
    "special characters": a_citation(title="Profit & loss: 50% of #1_a {x} ~ $5 ^ \\ “q”"),
    "two lines": a_citation(title="One\r\nTY  - BOOK"),
}
each_case = pytest.mark.parametrize("citation", CASES.values(), ids=list(CASES))


def _whole(citation: Citation) -> list[str]:
    return [f"{name.family}{name.given}".replace(" ", "") for name in citation.creators]


def _line(text: str) -> str:
    return " ".join(text.split())


@each_case
def test_bibtexparser_reads_an_entry_back(citation: Citation) -> None:
    library = parse_bibtex(to_bibtex(citation), append_middleware=[LatexDecodingMiddleware()])
    assert library.failed_blocks == []
    [entry] = library.entries
    fields = {field.key: field.value for field in entry.fields}
    assert entry.key == "record-7"
    title = fields["title"].removeprefix("{").removesuffix("}")
    assert _line(title.replace("ˆ", "^")) == _line(citation.title)  # the parser's own circumflex
    assert fields["url"] == citation.address
    assert fields.get("year", "") == citation.year


@each_case
def test_pybtex_reads_an_entry_back(citation: Citation) -> None:
    [(key, entry)] = parse_with_pybtex(to_bibtex(citation), "bibtex").entries.items()
    assert key == "record-7"
    names = [
        "".join([*one.prelast_names, *one.last_names, *one.first_names, *one.middle_names])
        for one in entry.persons.get("author", [])
    ]
    read = [name.strip("{}").replace("\\&", "&").replace(" ", "") for name in names]
    assert read == _whole(citation)


@each_case
def test_rispy_reads_a_record_back(citation: Citation) -> None:
    [record] = rispy.loads(to_ris(citation))
    assert _line(record["title"]) == _line(citation.title)
    names = [name.replace(", ", "") for name in record.get("authors", [])]
    assert [name.replace(" ", "") for name in names] == _whole(citation)
    assert record["urls"] == [citation.address]
    assert record.get("year", "") == citation.year


def test_several_records_come_back_from_one_file() -> None:
    ris = "\n".join(to_ris(each) for each in CASES.values())
    assert len(rispy.loads(ris)) == len(CASES)


@each_case
def test_a_citation_processor_renders_an_item(citation: Citation) -> None:
    source = CiteProcJSON(json.loads(to_csl_json(citation)))
    style = CitationStylesStyle("harvard-cite-them-right", validate=False)
    shelf = CitationStylesBibliography(style, source, formatter.plain)
    shelf.register(Cited([CitationItem("record-7")]))
    [text] = map(str, shelf.bibliography())
    assert citation.address in text
    assert citation.year in text
    for name in citation.creators:
        assert name.family in text


def test_the_dates_of_an_item_are_numbers_in_parts() -> None:
    [item] = json.loads(to_csl_json(a_citation(retrieved_on=date(2026, 1, 2))))
    assert item["accessed"] == {"date-parts": [[2026, 1, 2]]}
