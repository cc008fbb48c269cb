"""Reads records from JSON: one object a line, or one array of objects."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

from documents.ingest.encoding import decode
from documents.ingest.readers.tables import COLUMNS_LIMIT, BadRow, Row
from documents.ingest.refusals import TEXT_LIMIT, gettext_noop, refusal

if TYPE_CHECKING:
    from collections.abc import Iterator

_UNSTORABLE = re.compile("[\x00\ud800-\udfff]")
_FAULTS = (ValueError, RecursionError)


def looks_like_lines(text: str) -> bool:
    """Say whether one of the first lines is an object by itself."""
    if not text.lstrip().startswith("{"):
        return False
    filled = (line for line in text[:4_000_000].split("\n") if line.strip())
    return any(isinstance(_object(line), dict) for line, _ in zip(filled, range(5), strict=False))


def looks_like_array(text: str) -> bool:
    """Say whether a text opens as an array of objects does."""
    start = text[:4096].lstrip()
    return start.startswith("[") and start[1:].lstrip().startswith("{")


def looks_like_object(text: str) -> bool:
    """Say whether a text is one object over several lines: a record, or a list under a name."""
    start, end = text[:4096].lstrip(), text[-4096:].rstrip()
    return start.startswith("{") and end.endswith("}") and isinstance(_object(text), dict)


def read_lines(content: bytes) -> Iterator[Row | BadRow]:
    for number, line in enumerate(decode(content).text.split("\n"), start=1):
        if line.strip():
            yield _row(number, line)


def read_array(content: bytes) -> Iterator[Row | BadRow]:
    """Give the objects of an array; their numbers count from 1, since lines mean nothing here.

    An object stands for the one list of objects that it holds, else for one record.
    """
    try:
        values = json.loads(decode(content).text)
    except _FAULTS:
        raise refusal("damaged_table") from None
    for number, value in enumerate(_records(values), start=1):
        yield _from_value(number, value)


def _records(values: Any) -> list[Any]:
    if not isinstance(values, dict):
        return list(values)
    lists = [one for one in values.values() if isinstance(one, list) and one]
    tables = [one for one in lists if all(isinstance(row, dict) for row in one)]
    return list(tables[0]) if len(tables) == 1 and "title" not in values else [values]


def _row(number: int, line: str) -> Row | BadRow:
    if len(line) > TEXT_LIMIT * 2:
        return BadRow(number, gettext_noop("This line is over 4 million characters."))
    try:
        return _from_value(number, json.loads(line))
    except json.JSONDecodeError:
        return BadRow(number, gettext_noop("This line is no valid JSON."))
    except _FAULTS:
        return BadRow(
            number, gettext_noop("This line is nested too deeply or holds too long a number.")
        )


def _from_value(number: int, value: Any) -> Row | BadRow:
    if not isinstance(value, dict):
        return BadRow(number, gettext_noop("This row is no object with names and values."))
    if len(value) > COLUMNS_LIMIT:
        return BadRow(number, gettext_noop("This row has over 200 columns."))
    return Row(number, {_clean(name).strip(): _clean(_cell(one)) for name, one in value.items()})


def _clean(text: str) -> str:
    r"""Take out what JSON can write and no database can hold: \u0000 and halves of characters."""
    return _UNSTORABLE.sub("", text)


def _object(line: str) -> Any:
    try:
        return json.loads(line)
    except _FAULTS:
        return None


def _cell(value: Any) -> str:
    """Give a value as text: a list by semicolons, an object by its name, null as nothing."""
    if value is None or isinstance(value, str):
        return value or ""
    if isinstance(value, list):
        return "; ".join(filter(None, (_cell(one) for one in value)))
    if isinstance(value, dict):
        name = value.get("name") or value.get("title") or value.get("label")
        return name if isinstance(name, str) else json.dumps(value, ensure_ascii=False)
    return json.dumps(value)
