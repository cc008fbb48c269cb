"""Tables of text with formulas, open quotes, odd encodings and broken rows."""

from __future__ import annotations

import json
from collections.abc import Iterator

from tests.ingest.hostile.case import ANY, TABLE, Hostile, case
from tests.ingest.making import LINE


def delimited() -> Iterator[Hostile]:
    for number, start in enumerate(("=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "=cmd|' /C calc'!A0")):
        content = f'title,text\n"{start}","{LINE}"\n'.encode()
        yield case(f"formula-{number}.csv", content, TABLE)
    good = f"title,text\nHarbours,{LINE.replace(',', '')}\n"
    yield case(
        "quote-open.csv", (good + '"never closed,' + LINE + "\n" + good * 50).encode(), TABLE
    )
    yield case("quotes-all-open.csv", ("title,text\n" + '"a,b\n' * 20_000).encode(), ANY)
    yield case(
        "columns-100000.csv",
        (",".join(f"c{n}" for n in range(100_000)) + "\n" + "x," * 100_000).encode(),
        ANY,
    )
    yield case("cell-5-mb.csv", ("title,text\nA," + "x" * 5_000_000 + "\n").encode(), ANY)
    yield case("nulls.csv", good.encode() + b"A\0B,text\0 here\n", ANY)
    yield case("head-only.csv", b"title,text\n", ANY)
    yield case("old-mac.csv", good.replace("\n", "\r").encode(), TABLE)
    for name in ("utf-8-sig", "utf-16", "utf-16-le", "utf-32", "gb18030"):
        yield case(
            f"{name}.csv", f"标题,正文\n港口通知,{'半岛各港口共用泊位' * 9}\n".encode(name), TABLE
        )


def json_rows() -> Iterator[Hostile]:
    row = json.dumps({"title": "Harbours", "text": LINE})
    yield case("one-bad.jsonl", f"{row}\n{{broken\n{row}\n".encode(), TABLE)
    yield case("deep.jsonl", (row + "\n" + '{"a":' * 50_000 + "1" + "}" * 50_000).encode(), TABLE)
    yield case(
        "deep-first.jsonl", ('{"a":' * 90_000 + "1" + "}" * 90_000 + "\n" + row).encode(), ANY
    )
    yield case(
        "numbers.jsonl", (row + '\n{"title":"a","text":' + "9" * 20_000 + "}").encode(), TABLE
    )
    yield case("not-objects.jsonl", (row + "\n[1]\n3\nnull\n").encode(), TABLE)
    yield case("infinity.jsonl", (row + '\n{"title":NaN,"text":-Infinity}\n').encode(), TABLE)
    yield case("keys-100000.jsonl", json.dumps({f"k{n}": n for n in range(100_000)}).encode(), ANY)
    yield case("surrogates.jsonl", b'{"title":"\\ud800","text":"a \\udfff b"}\n', ANY)
    yield case("array-cut.json", b'[{"title":"a","text":"b"},', "damaged")
    yield case("array-deep.json", b'[{"a":' + b"[" * 100_000, "damaged")
