"""Texts in every encoding, damaged, endless, or made of one run that tires a rule."""

from __future__ import annotations

import codecs
from collections.abc import Iterator

from tests.ingest.hostile.case import ANY, READ, Hostile, case
from tests.ingest.making import HAN_PAGE, LINE, PAGE

_RUNS = {
    "dates": "2023-",
    "slashes": "1/1/",
    "digits": "7",
    "names": "By Li Hua, ",
    "numbers": "No.1, 2023 ",
    "brackets": "〔2023〕",
    "openers": "(",
    "quotes": "“",
    "commas": "，",
    "labels": "Source: ",
    "labels-han": "来源：",
    "colons": "：",
    "blanks": "a ",
    "wide-blanks": "\u3000",
    "dots": ". ",
    "capitals": "A B C ",
    "han": "发",
    "han-words": "记者 张三 ",
    "pipes": "| ",
    "arrows": "Home > ",
    "mails": "a@b.",
    "addresses": "http://a.b/",
    "cookies": "cookies ",
    "years": "二〇二三年",
    "hyphens": "a-",
}


def texts() -> Iterator[Hostile]:
    for name in ("utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"):
        yield case(f"{name}.txt", PAGE.encode(name), READ)
    for name in ("utf-8", "utf-8-sig", "gb18030", "gbk", "big5", "utf-16", "utf-32"):
        page = (
            HAN_PAGE
            if name != "big5"
            else HAN_PAGE.translate(str.maketrans("机时刻表节岛用门", "機時刻表節島用門"))
        )
        yield case(f"han-{name}.txt", page.encode(name, "ignore"), READ)
    yield case("cut-in-character.txt", HAN_PAGE.encode()[:-1], READ)
    yield case("cut-in-gb-character.txt", HAN_PAGE.encode("gb18030")[:-5], READ)
    yield case("one-bad-byte.txt", PAGE.encode() + b"\xff", READ)
    yield case("two-encodings.txt", HAN_PAGE.encode() + HAN_PAGE.encode("gb18030"), ANY)
    yield case("bom-twice.txt", codecs.BOM_UTF8 * 2 + PAGE.encode(), READ)
    yield case("bom-wrong.txt", codecs.BOM_UTF16_LE + PAGE.encode(), ANY)
    yield case("bom-only.txt", codecs.BOM_UTF8, "empty")
    yield case("bytes-all.txt", bytes(range(256)) * 200, "binary")
    yield case("nulls-in-text.txt", PAGE.encode().replace(b"cranes", b"cra\0nes"), READ)
    yield case("nulls-only.txt", b"\0" * 9000, "empty")
    yield case("blanks-only.txt", b" \r\n\t" * 900, "empty")
    yield case("zero-width-only.txt", "\u200b\u200d\ufeff".encode() * 900, ANY)
    yield case("controls.txt", PAGE.replace(" ", "\x1b[31m ").encode(), ANY)
    yield case("right-to-left.txt", PAGE.replace(" ", " \u202e").encode(), READ)
    yield case(
        "combining.txt", ("Harbours\n\n" + "a" + "\u0301" * 50_000 + "\n\n" + PAGE).encode(), ANY
    )
    yield case("line-1-mb.txt", ("Harbours\n\n" + LINE * 11_000).encode(), ANY)
    yield case("text-2-mb.txt", (PAGE + LINE * 26_000).encode(), "oversized")
    yield case("lines-200000.txt", ("a\n" * 200_000).encode(), ANY)
    yield case("empty-lines.txt", (PAGE + "\n" * 500_000 + LINE).encode(), READ)


def endless_runs() -> Iterator[Hostile]:
    for name, run in _RUNS.items():
        repeated = run * (60_000 // len(run))
        yield case(
            f"run-of-{name}.txt", f"Harbours share cranes\n\n{repeated}\n\n{PAGE}".encode(), ANY
        )
