"""The properties of a PDF or Word file, as proposals below what its pages say."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from documents.ingest.lines import Fact

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

PROPERTIES = ("title", "author", "subject", "keywords")
# The name under which a rule may look for a property. The author is mostly who typed the file,
# so it has a name that no rule for bylines knows.
_NAMES = {
    "title": "dc.title",
    "author": "file author",
    "subject": "file subject",
    "keywords": "file keywords",
}
# What programs and their templates enter of themselves.
_AS_MADE = re.compile(
    r"(?:untitled|unspecified|anonymous|admin(?:istrator)?|user|python-docx|document\d*|title|"
    r"author|presentation\d*|word document)",
    re.IGNORECASE,
)
_PRINTED_FROM = re.compile(
    r"^(?:microsoft (?:word|powerpoint|excel)|wps|print(?:ed)? from)\s*-\s*", re.IGNORECASE
)
_EXTENSION = re.compile(r"\.(?:docx?|pdf|wps|rtf|indd|qxp|tex|dvi|pptx?|xlsx?)$", re.IGNORECASE)
_CONTROL = re.compile(r"[\x00-\x1f\x7f]+")


def property_facts(values: Mapping[str, str]) -> Iterator[Fact]:
    """Give the properties that say something; `values` has the names of PROPERTIES."""
    for name in PROPERTIES:
        value = " ".join(_CONTROL.sub(" ", values.get(name, "")).split())[:500]
        if name == "title":
            value = _EXTENSION.sub("", _PRINTED_FROM.sub("", value))
        if value and not _AS_MADE.fullmatch(value):
            yield Fact("property", _NAMES[name], value)
