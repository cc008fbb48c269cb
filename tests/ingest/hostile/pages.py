"""Web pages with scripts in every place, endless nesting and wrong declarations."""

from __future__ import annotations

from collections.abc import Iterator

from tests.ingest.hostile.case import ANY, MEGABYTE, READ, Hostile, case
from tests.ingest.making import HAN_PAGE, LINE

_BODY = "".join(f"<p>{number}. {LINE}</p>" for number in range(1, 9))
_START = (
    "<html><head><title>Harbours share cranes</title></head><body><h1>Harbours share cranes</h1>"
)
_INSETS = {
    "script": "<script>evil()</script>",
    "script-open": "<script>evil()",
    "script-src": '<script src="//evil.example/evil.js"></script>',
    "onerror": '<img src=x onerror="evil()">',
    "onload": '<svg onload="evil()"><text>x</text></svg>',
    "javascript": '<a href="javascript:evil()">here</a>',
    "style": "<style>p{background:url(javascript:evil())}</style>",
    "frame": '<iframe srcdoc="<script>evil()</script>"></iframe>',
    "object": '<object data="evil.swf"><param name="evil()"></object>',
    "refresh": '<meta http-equiv="refresh" content="0;url=javascript:evil()">',
    "base": '<base href="//evil.example/">',
    "template": "<template><script>evil()</script></template>",
    "noscript": "<noscript><img src=x onerror=evil()></noscript>",
    "comment": "<!--[if IE]><script>evil()</script><![endif]-->",
    "cdata": "<![CDATA[<script>evil()</script>]]>",
    "form": '<form action="//evil.example"><button formaction="javascript:evil()"></form>',
    "mathml": "<math><mtext><script>evil()</script></mtext></math>",
    "nested": "<scr<script>ipt>evil()</scr</script>ipt>",
    "null": "<scr\0ipt>evil()</scr\0ipt>",
    "handler-case": "<IMG SRC=x OnErRoR=evil()>",
}


def pages() -> Iterator[Hostile]:
    for name, inset in _INSETS.items():
        yield case(f"with-{name}.html", f"{_START}{inset}{_BODY}</body></html>".encode(), READ)
    yield case("divs-deep.html", (_START + "<div>" * 30_000 + _BODY).encode(), ANY)
    yield case("tables-deep.html", (_START + "<table><tr><td>" * 5000 + _BODY).encode(), ANY)
    yield case("lists-deep.html", (_START + "<ul><li>" * 5000 + _BODY).encode(), ANY)
    yield case("tags-open.html", (_START + "<b><i><u>" * 10_000 + _BODY).encode(), ANY)
    yield case("attribute-1-mb.html", f'{_START}<p title="{"x" * MEGABYTE}">{_BODY}'.encode(), READ)
    yield case(
        "attributes-50000.html", (_START + "<p " + "a=b " * 50_000 + ">" + _BODY).encode(), ANY
    )
    yield case(
        "data-address.html",
        f'{_START}<img src="data:image/png;base64,{"A" * MEGABYTE}">{_BODY}'.encode(),
        READ,
    )
    yield case("entities.html", (_START + _BODY + "&nbsp;" * 100_000).encode(), READ)
    yield case(
        "entity-bomb.html",
        (
            '<!DOCTYPE html [<!ENTITY a "&b;&b;"><!ENTITY b "&a;&a;">]>' + _START + "&a;" + _BODY
        ).encode(),
        READ,
    )
    yield case(
        "links-20000.html",
        (_START + "".join(f"<a href=/{n}>link {n}</a>" for n in range(20_000))).encode(),
        ANY,
    )
    yield case(
        "options.html",
        (_START + "<select>" + "<option>x" * 50_000 + "</select>" + _BODY).encode(),
        ANY,
    )
    yield case("text-3-mb.html", (_START + _BODY * 4000).encode(), "oversized")
    yield case("no-text.html", b"<html><head><title></title></head><body><img></body></html>", ANY)
    yield case("says-nothing.html", (_START + _BODY).encode("utf-16"), READ)


def declared_wrongly() -> Iterator[Hostile]:
    for stated, true in (
        ("utf-8", "gb18030"),
        ("gb2312", "utf-8"),
        ("iso-8859-1", "gb18030"),
        ("nonsense", "utf-8"),
        ("utf-16", "utf-8"),
        ("gb2312", "gb18030"),
    ):
        page = (
            f'<html><head><meta charset="{stated}"><title>港口共用起重机的通知</title></head><body>'
            + "".join(f"<p>{line}</p>" for line in HAN_PAGE.split("\n\n"))
        )
        yield case(
            f"says-{stated}-is-{true}.html",
            page.encode(true),
            ANY if stated == "iso-8859-1" else READ,
        )
