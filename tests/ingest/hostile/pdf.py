"""PDFs that are cut, looped, locked, blown up or empty."""

from __future__ import annotations

import zlib
from collections.abc import Iterator

from tests.ingest.hostile.case import ANY, MEGABYTE, READ, Hostile, case
from tests.ingest.making import LINE, a_pdf, a_stream, deflated, locked

_DRAWN = b"<</Type/Page/Parent 2 0 R/Contents 5 0 R/Resources<</XObject<</X 6 0 R>>>>>>"


def cut_short() -> Iterator[Hostile]:
    good = a_pdf([LINE] * 30, [LINE] * 30)
    for percent in (5, 10, 25, 40, 50, 60, 75, 90, 95, 99):
        yield case(f"cut-at-{percent}.pdf", good[: len(good) * percent // 100], ANY)
    yield case("header-only.pdf", b"%PDF-1.7\n", "damaged")
    yield case("header-and-end.pdf", b"%PDF-1.4\n%%EOF\n", "damaged")
    yield case("junk-before.pdf", b"junk\n" * 20 + good, READ)
    yield case("junk-after.pdf", good + b"\0junk" * 1000, READ)
    yield case("no-xref.pdf", good[: good.index(b"xref\n")], ANY)
    yield case("start-beyond-end.pdf", good.replace(b"startxref\n", b"startxref\n99999999"), ANY)
    yield case(
        "garbled.pdf", bytes(byte ^ (number % 7 == 0) for number, byte in enumerate(good)), ANY
    )


def bent() -> Iterator[Hostile]:
    good = a_pdf([LINE] * 30, [LINE] * 30)
    start = good.rindex(b"startxref\n") + len(b"startxref\n")
    place = good[start:].split(b"\n")[0].decode()
    yield case("xref-loop.pdf", a_pdf([LINE] * 30, [LINE] * 30, Prev=place), READ)
    yield case("xref-self.pdf", a_pdf([LINE], Prev="9"), ANY)
    yield case("xref-negative.pdf", a_pdf([LINE], Prev="-1"), ANY)
    yield case("size-huge.pdf", a_pdf([LINE], Size="2147483647"), ANY)
    yield case("root-missing.pdf", a_pdf([LINE], Root="99 0 R"), ANY)
    yield case("root-itself.pdf", a_pdf([LINE], objects={1: b"1 0 R"}), ANY)
    tree = b"<</Type/Pages/Count 2/Kids[2 0 R 4 0 R]>>"
    yield case("pages-loop.pdf", a_pdf([LINE], objects={2: tree}), ANY)
    yield case(
        "no-pages.pdf", a_pdf([LINE], objects={2: b"<</Type/Pages/Count 0/Kids[]>>"}), "no_text"
    )
    shared = b"<</Type/Pages/Count 90000/Kids[" + b"4 0 R " * 90_000 + b"]>>"
    yield case("one-page-90000-times.pdf", a_pdf([LINE], objects={2: shared}), ANY)
    many = b"<</Type/Pages/Count 2147483647/Kids[4 0 R]>>"
    yield case("count-huge.pdf", a_pdf([LINE], objects={2: many}), READ)


def blown_up() -> Iterator[Hostile]:
    for length in (-1, 0, 3, 2**31, 10**18):
        contents = a_stream(b"BT (short) Tj ET", length=length)
        yield case(f"length-{length}.pdf", a_pdf([LINE], objects={5: contents}), ANY)
    spaces = b" " * (90 * MEGABYTE)
    yield Hostile(
        "deflate-bomb.pdf", lambda: a_pdf([LINE], objects={5: deflated(spaces)}), "oversized"
    )
    small = deflated(b" " * (30 * MEGABYTE))
    yield case("deflate-of-blanks.pdf", a_pdf([LINE], objects={5: small}), ANY)
    nested = _packed(b"\0" * (40 * MEGABYTE), 3)
    filters = "/Filter[" + "/FlateDecode" * 3 + "]"
    yield case("deflate-nested.pdf", a_pdf([LINE], objects={5: a_stream(nested, filters)}), ANY)
    chain = "/Filter[" + "/ASCIIHexDecode" * 500 + "]"
    yield case("filters-500.pdf", a_pdf([LINE], objects={5: a_stream(b"41>", chain)}), ANY)
    deep = b"BT " + b"[" * 50_000 + b"]" * 50_000 + b" TJ ET"
    yield case("arrays-deep.pdf", a_pdf([LINE], objects={5: a_stream(deep)}), ANY)
    dictionaries = b"<</A" * 20_000 + b" 1" + b">>" * 20_000
    yield case("dictionaries-deep.pdf", a_pdf([LINE], objects={3: dictionaries}), ANY)
    yield case(
        "resources-loop.pdf",
        a_pdf([LINE], objects={4: b"<</Type/Page/Parent 4 0 R/Contents 5 0 R>>"}),
        ANY,
    )


def repeated() -> Iterator[Hostile]:
    form = a_stream(b"/X Do /X Do", "/Type/XObject/Subtype/Form/Resources<</XObject<</X 6 0 R>>>>")
    loop = {4: _DRAWN, 5: a_stream(b"/X Do"), 6: form}
    yield case("form-draws-itself.pdf", a_pdf([LINE], objects=loop), ANY)
    contents = b"[" + b"5 0 R " * 3000 + b"]"
    page = b"<</Type/Page/Parent 2 0 R/Resources<</Font<</F1 3 0 R>>>>/Contents " + contents + b">>"
    yield case("contents-3000-times.pdf", a_pdf([LINE], objects={4: page}), ANY)
    cmap = (
        b"begincmap 1 begincodespacerange <0000><FFFF> endcodespacerange "
        + b"1 beginbfrange <0000><FFFF><0000> endbfrange " * 500
        + b"endcmap"
    )
    font = b"<</Type/Font/Subtype/Type0/BaseFont/X/Encoding/Identity-H/ToUnicode 6 0 R>>"
    yield case("cmap-bomb.pdf", a_pdf([LINE], objects={3: font, 6: a_stream(cmap)}), ANY)


def scripted_and_locked() -> Iterator[Hostile]:
    good = a_pdf([LINE] * 30, [LINE] * 30)
    script = b"<</Type/Catalog/Pages 2 0 R/OpenAction<</S/JavaScript/JS(app.alert\\(1\\))>>>>"
    yield case("with-script.pdf", a_pdf([LINE] * 30, objects={1: script}), READ)
    launch = b"<</Type/Catalog/Pages 2 0 R/OpenAction<</S/Launch/F(cmd.exe)>>>>"
    yield case("with-launch.pdf", a_pdf([LINE] * 30, objects={1: launch}), READ)
    yield case("locked.pdf", locked(good, "secret"), "encrypted")
    yield case("locked-han.pdf", locked(good, "密码"), "encrypted")
    yield case("locked-for-printing.pdf", locked(good, ""), READ)
    yield case("locked-and-cut.pdf", locked(good, "secret")[:-400], ANY)
    yield case("encrypt-nonsense.pdf", a_pdf([LINE], Encrypt="<</Filter/Nothing/V 99/R 99>>"), ANY)
    aes = "<</Filter/Standard/V 5/R 6/Length 256/O()/U()/P -4>>"
    yield case("encrypt-aes-empty.pdf", a_pdf([LINE], Encrypt=aes), ANY)


def without_text() -> Iterator[Hostile]:
    picture = a_stream(
        b"\xff" * 3,
        "/Type/XObject/Subtype/Image/Width 1/Height 1/BitsPerComponent 8/ColorSpace/DeviceRGB",
    )
    scanned = {4: _DRAWN, 5: a_stream(b"/X Do"), 6: picture}
    yield case("scanned.pdf", a_pdf([LINE], objects=scanned), "no_text")
    yield case("blank.pdf", a_pdf([]), "no_text")
    yield case("private-letters.pdf", a_pdf(["\x00\x01\x02\x03" * 50]), ANY)
    yield case("text-3-mb.pdf", a_pdf(*([LINE] * 4000 for _ in range(9))), "oversized")


def _packed(content: bytes, times: int) -> bytes:
    for _ in range(times):
        content = zlib.compress(content, 9)
    return content
