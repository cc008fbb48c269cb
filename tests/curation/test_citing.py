"""Records stand to those they cite by a verb and a sentence."""

from __future__ import annotations

import pytest

from documents.curation.citing import relate_citations
from documents.curation.linking import relink
from documents.models import Document, Relation
from tests.build import a_document

pytestmark = pytest.mark.django_db

TITLE = "关于加快建设全国统一大市场的意见"


def relations(document: Document) -> list[tuple[str, str, str]]:
    relink(document)
    relate_citations(document)
    rows = Relation.objects.filter(subject=document)
    return list(rows.values_list("kind", "object__title", "rule"))


def test_a_title_in_marks_cites_the_record_of_that_title() -> None:
    a_document(TITLE, kind="policy", language="zh")
    report = a_document("一份报告", body=f"本文讨论《{TITLE}》的影响。", language="zh")
    assert relations(report) == [("cites", TITLE, "cited-by-title")]
    assert Relation.objects.get().quote == f"本文讨论《{TITLE}》的影响。"


def test_a_number_cites_the_record_that_has_it() -> None:
    a_document("一项政策", kind="policy", number="国发〔2022〕18号")
    report = a_document("一份报告", body="依据国发〔2022〕18号文件开展工作。", language="zh")
    assert relations(report) == [("cites", "一项政策", "cited-by-number")]


def test_a_policy_implements_what_it_says_it_implements() -> None:
    a_document(TITLE, kind="policy")
    policy = a_document("某省措施", kind="policy", body=f"为贯彻落实《{TITLE}》，制定本措施。")
    assert relations(policy)[0][0] == "implements"


def test_news_reports_on_what_was_issued() -> None:
    plan = "Action Plan for Marine Equipment Industry (2021-2025)"
    a_document(plan, kind="policy")
    news = a_document("Marine news", kind="news", body=f"Two departments have issued an {plan}.")
    assert relations(news)[0][:2] == ("reports-on", plan)


def test_a_record_that_comes_later_is_cited_by_those_before() -> None:
    report = a_document("一份报告", body=f"本文讨论《{TITLE}》的影响。", language="zh")
    relink(report)
    policy = a_document(TITLE, kind="policy")
    relate_citations(policy)
    assert Relation.objects.get().subject == report


def test_a_suggestion_goes_with_its_sentence_and_a_decision_stays() -> None:
    a_document(TITLE, kind="policy")
    report = a_document("一份报告", body=f"本文讨论《{TITLE}》的影响。", language="zh")
    assert relations(report)
    report.body = "本文讨论别的。"
    assert relations(report) == []
    report.body = f"本文讨论《{TITLE}》的影响。"
    relations(report)
    Relation.objects.update(status=Relation.Status.REJECTED)
    assert [kind for kind, *_ in relations(report)] == ["cites"]
    assert Relation.objects.get().status == Relation.Status.REJECTED


def test_a_citation_in_licensed_text_relates_nothing_since_all_would_read_its_sentence() -> None:
    a_document(TITLE, kind="policy", language="zh")
    body = f"本文讨论《{TITLE}》的影响。"
    report = a_document("一份报告", body="摘要。", restricted_body=body, access="licensed")
    assert relations(report) == []
