"""Signs of form weigh where no word of a page says what kind it is."""

from __future__ import annotations

from dataclasses import replace

import pytest

from documents.ingest.evidence import Evidence
from documents.ingest.kind_signs import KINDS, line_at, weigh_signs
from documents.ingest.kinds import guess_kind
from documents.ingest.phrases import load_phrases

PLAIN = Evidence(title="Ports share tugboats", body="Four ports share their tugboats.")


def signs_of(evidence: Evidence) -> set[str]:
    return {rule for _, _, rule, _ in weigh_signs(evidence)}


@pytest.mark.parametrize(
    ("sign", "seen"),
    [
        ("the hour of publication", {"head": "2023-05-04 09:12"}),
        ("a reporter or an editor", {"tail": "责任编辑：汤小船"}),
        ("a reporter or an editor", {"head": "Editor: T. Tug"}),
        ("a picture's credit", {"head": "A tug at dawn. [Photo/Harbour Desk]"}),
        ("a picture with words below it", {"pictured": True}),
        ("the words we and our", {"body": "We counted tugs."}),
        ("the words we and our", {"body": "我们数了拖轮。"}),
        ("a title that asks", {"title": "Why ports share tugs"}),
        ("a title that asks", {"title": "拖轮为何共用"}),
        ("how long it takes to read", {"head": "4 min read"}),
        ("how long it takes to read", {"head": "Lesezeit: 4 Minuten"}),
        ("the size of a print", {"head": "Full text (48 pages)"}),
        ("an address to write to or call", {"tail": "联系人：汤老师"}),
        ("an address to write to or call", {"tail": "Write to tugs@port.example"}),
        ("something announced today", {"body": "The port is pleased to open a school."}),
        ("numbered parts", {"body": "一、共用拖轮。"}),
        ("numbered parts", {"body": "Article 1 Tugs are shared."}),
        ("numbered parts", {"body": "第一条 共用拖轮。"}),
        ("paragraphs under headings", {"body": "Tugs\n\nFour.\n\nPilots\n\nTwo."}),
        ("words of command", {"body": "A port shall share. It shall not hoard."}),
        ("words of command", {"body": "本办法自发布之日起施行。"}),
        ("people asked or visited", {"body": "走访了四个港口。"}),
        ("a title in capitals", {"title": "Harbours Share Their Tugboats Again"}),
        ("an author", {"authors": 1}),
        ("several authors", {"authors": 2}),
        ("an author's institution", {"affiliated": True}),
        ("an institute of research", {"origin": "Institute of Harbours"}),
        ("an institute of research", {"origin": "港口研究院"}),
        ("a body that speaks of itself", {"origin": "Tugboat Foundation"}),
        ("a body that speaks of itself", {"origin": "拖轮协会"}),
        ("a paper or an agency of news", {"origin": "Harbour News Agency"}),
        ("a paper or an agency of news", {"origin": "港口日报"}),
    ],
)
def test_a_sign_is_seen(sign: str, seen: dict[str, object]) -> None:
    assert sign not in signs_of(PLAIN)
    assert sign in signs_of(replace(PLAIN, **seen))  # type: ignore[arg-type]  # by name


@pytest.mark.parametrize(
    ("sign", "seen"),
    [
        ("paragraphs under headings", {"body": "一、拖轮\n\n四艘。\n\n二、引航\n\n两名。"}),
        ("words of command", {"body": "Those who share shall win."}),
        ("numbered parts", {"body": "1. Buy a tug.\n\n2. Share it."}),
        ("a body that speaks of itself", {"origin": "Harbour News Agency"}),
        ("a title in capitals", {"title": "Tugs Now"}),
        ("an author", {"authors": 0}),
    ],
)
def test_what_only_looks_like_a_sign_is_none(sign: str, seen: dict[str, object]) -> None:
    assert sign not in signs_of(replace(PLAIN, **seen))  # type: ignore[arg-type]  # by name


@pytest.mark.parametrize(
    ("kind", "seen"),
    [
        ("report", {"origin": "Institute of Harbours", "authors": 2, "affiliated": True}),
        ("brief", {"title": "Why ports share", "authors": 1, "body": "We should share."}),
        ("brief", {"title": "拖轮为何共用", "authors": 1, "body": "我们建议共用拖轮。"}),
        ("release", {"origin": "Tugboat Trust", "tail": "Contact: tugs@port.example"}),
        ("release", {"origin": "拖轮协会", "tail": "联系人：汤老师"}),
        ("policy", {"body": "一、港口应当共用拖轮。\n\n二、不得独占。"}),
        ("policy", {"body": "§ 1 A port shall share.\n\n§ 2 It shall not hoard."}),
        ("news", {"origin": "Harbour Times", "authors": 1, "pictured": True}),
    ],
)
def test_signs_alone_tell_a_kind(kind: str, seen: dict[str, object]) -> None:
    found = guess_kind(replace(PLAIN, **seen))  # type: ignore[arg-type]  # by name
    assert found.value == kind
    assert found.rule in {row["rule"] for row in load_phrases("signs")["sign"]} | {
        "a sender's words about itself",
        "no cue of another kind",
    }


def test_a_word_that_names_the_kind_outweighs_a_few_signs() -> None:
    seen = replace(PLAIN, head="Working Paper 7", origin="Harbour Times", pictured=True)
    assert guess_kind(seen).value == "report"


@pytest.mark.parametrize("sign", load_phrases("signs")["sign"], ids=lambda row: row["rule"])
def test_every_sign_weighs_for_a_kind_or_against_it(sign: dict[str, object]) -> None:
    weights = [weight for kind in KINDS if isinstance(weight := sign.get(kind), float)]
    assert max(map(abs, weights)) > 0


def test_a_line_is_given_by_a_place_in_it() -> None:
    assert line_at("one\ntwo three\nfour", 8) == "two three"


def test_headings_in_a_text_make_it_no_official_one() -> None:
    body = "Tugs\n\nFour ports share them.\n\nPilots\n\nTwo ports share them."
    assert guess_kind(replace(PLAIN, body=body)).value != "policy"
