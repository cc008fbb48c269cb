"""Which cues make a page a report, news, a release, a policy or a brief."""

from __future__ import annotations

from dataclasses import replace

import pytest

from documents.ingest import Page, draft_from
from documents.ingest.evidence import Evidence
from documents.ingest.kinds import guess_kind

NOTHING = Evidence(title="Ports share tugboats", body="Four ports share their tugboats.")


def test_a_page_without_cues_is_news() -> None:
    assert guess_kind(NOTHING).value == "news"


@pytest.mark.parametrize(
    ("kind", "cues"),
    [
        ("report", {"head": "Research Report, No.16 2023"}),
        ("report", {"abstract": True, "keywords": True}),
        ("report", {"head": "信息来源:《港口经济评论》2020年第4期"}),
        ("report", {"body": "集聚效应促进增长[1]。各地差异明显[2,3]。"}),
        (
            "report",
            {"body": "This chapter argues for ports.", "own_abstract": True, "abstract": True},
        ),
        ("policy", {"title": "Verwaltungsvorschrift für die Förderung von Häfen"}),
        ("policy", {"head": "Bekanntmachung", "body": "1 Zuwendungszweck"}),
        ("policy", {"head": "Policy paper\nPorts in 2030\nFrom: Department for Ports"}),
        ("report", {"head": "Policy paper\nPorts in 2030"}),
        ("report", {"body": "This paper examines tugs and pilots."}),
        ("news", {"head": "Topic: Bay Harbour Foundation"}),
        ("policy", {"title": "关于支持产业集群的若干措施"}),
        ("policy", {"number": "国发〔2022〕18号"}),
        ("policy", {"title": "Notice of the provincial government on boilers"}),
        ("release", {"head": "Pressemitteilung Nr. 112/2023"}),
        ("release", {"head": "Green Foundation | News", "title": "Pilot Launched in Nantong"}),
        ("release", {"body": "BAY CITY, May 3, 2022 /PRNewswire/ -- A tug school opened."}),
        ("release", {"title": "我院举办拖轮共用学术研讨会", "head": "学术活动"}),
        ("release", {"title": "我行投放首笔拖轮贷款"}),
        ("release", {"body": "The mayor said so.", "tail": "ENDS\nNotes to editors\n1. Tugs."}),
        ("news", {"title": "创新局推出船员便利措施"}),
        ("policy", {"title": "关于公布拖轮补助标准的通知"}),
        ("policy", {"title": "Guidance for towns on tug plans"}),
        ("policy", {"head": "Decision type: Mayor\nDate signed:"}),
        ("brief", {"title": "《拖轮共用办法》政策解读"}),
        ("brief", {"head": "The blog of the Tug Group\nPosted on 29 October 2019 by A. Lee"}),
        ("brief", {"head": "Home / Publications / Policy Briefs\nPolicy Brief"}),
        ("brief", {"head": "原创 老汤 港口笔记", "tail": "本文仅代表作者个人观点"}),
        ("report", {"head": "某某学院，某省 某市 410205\n(某某大学 经济学院,某省 某市 410205)"}),
        ("report", {"history": True}),
        ("news", {"head": "Home / News & Events / News"}),
        ("brief", {"head": "Focus topics", "licensed": True}),
        ("brief", {"tail": "X is a consultancy from Europe.", "body": "Companies should wait."}),
    ],
)
def test_a_kind_follows_from_its_cues(kind: str, cues: dict[str, object]) -> None:
    found = guess_kind(replace(NOTHING, **cues))  # type: ignore[arg-type]  # by name
    assert found.value == kind
    assert found.rule


def test_the_reason_shows_the_line_of_the_cue() -> None:
    found = guess_kind(replace(NOTHING, head="Home\nWorking Paper 7\nMay 2022"))
    assert found.line == "Working Paper 7"


@pytest.mark.parametrize(
    ("kind", "title", "head"),
    [
        ("report", "云河市2022年国民经济和社会发展统计公报", "云河市统计局"),
        ("report", "2021年上半年全市经济运行情况", "来源：云河市统计局"),
        (
            "report",
            "National Economy Steady in the First Half of 2021",
            "Office of Statistics",
        ),
        ("report", "Tugs cost less when shared", "Issue 26 | July 2013 ISSN 2050-4414"),
        ("report", "Who insures a tug", "Proceedings of the 2022 Conference on Small Ports"),
        ("brief", "渡轮补贴如何计税", "税务快讯 2023年第9期"),
        ("policy", "COMMISSION DECISION (EU) 2022/19 on the ports of Silesia", "Ferry Journal"),
        ("brief", "Cheaper ferries for the estuary", "Policy Brief No. 14"),
        ("news", "City's economy grows 8 percent in first half", "Yunhe Daily News"),
        ("news", "Guideline on port pooling released to cut costs", "Yunhe Daily News"),
        ("news", "关于港口拖轮共享的指导意见发布", "云河日报"),
        ("policy", "Guidelines on the pooling of tugs in ports", ""),
    ],
)
def test_the_form_of_a_release_or_an_issue_tells_its_kind(kind: str, title: str, head: str) -> None:
    assert guess_kind(replace(NOTHING, title=title, head=head)).value == kind


@pytest.mark.parametrize(
    ("kind", "source"),
    [
        ("release", "Bay Tug Trust"),
        ("release", "The Bay Tug Trust, Norland"),
        ("news", "Bay Tug Trust Daily"),
        ("news", "Another Trust"),
        ("news", "Trust"),
        ("news", ""),
    ],
)
def test_what_a_body_that_is_no_paper_writes_of_itself_is_a_release(kind: str, source: str) -> None:
    body = "The Bay Tug Trust has bought four tugs. The Bay Tug Trust Daily wrote so."
    assert guess_kind(replace(NOTHING, body=body, source=source)).value == kind


def test_a_company_is_named_without_its_legal_form() -> None:
    title, source = "海港航运集团首艘电动拖轮下水", "海港航运集团有限公司"
    assert guess_kind(replace(NOTHING, title=title, source=source)).value == "release"


def test_the_narrowest_section_that_names_a_kind_counts_alone() -> None:
    found = guess_kind(replace(NOTHING, labels=("Ports", "Client alerts", "Research papers")))
    assert (found.value, found.line) == ("brief", "Client alerts")


@pytest.mark.parametrize(
    ("kind", "cues"),
    [
        ("report", {"tail": "Suggested citation\nRossi, A., 2020. Tugs."}),
        ("brief", {"head": "Ada Rossi\nSenior Economist, Greater Bay"}),
        ("brief", {"head": "View in browser\nThe Bay Daily"}),
        ("brief", {"head": "关注 评级：强于大市（维持）"}),
        ("release", {"body": "BAY CITY, July 4, 2023 (GLOBE NEWSWIRE) -- A tug school opened."}),
        ("policy", {"title": "中华人民共和国拖轮保护法", "source": "中国港口网"}),
        ("news", {"source": "Bay Courier", "body": "The Bay Courier says that tugs are late."}),
    ],
)
def test_records_analysts_and_mails_have_their_kinds(kind: str, cues: dict[str, object]) -> None:
    found = guess_kind(replace(NOTHING, **cues))  # type: ignore[arg-type]  # by name
    assert found.value == kind


def test_a_menu_of_the_site_tells_no_kind() -> None:
    menu = "Bay Rail\nNews | Briefings | Consulting | Subscribe\nNewsletter  Log in"
    page = f"{menu}\n\nTrains take the long way round\n23 June 2022\n\n{'The yard is shut. ' * 9}"
    assert draft_from(Page(page)).kind.value == "news"


def test_a_weak_cue_alone_leaves_a_page_news() -> None:
    assert guess_kind(replace(NOTHING, tail="About Bayhow")).value == "news"


@pytest.mark.parametrize(
    ("title", "private", "public"),
    [
        ("关于拖轮共用项目资助名单的公告", "某某公益基金会", "某某市人民政府"),
        ("Notice on grants for shared tugs", "Tugboat Foundation", "Ministry of Harbours"),
    ],
)
def test_only_an_authority_issues_official_texts(title: str, private: str, public: str) -> None:
    seen = replace(NOTHING, title=title, number="拖公告〔2024〕6号")
    assert guess_kind(replace(seen, origin=private, source=private)).value == "release"
    assert guess_kind(replace(seen, origin=public, source=public)).value == "policy"


@pytest.mark.parametrize(
    ("kind", "cues"),
    [
        ("policy", {"labels": ("Open consultation",), "head": "Open consultation"}),
        ("brief", {"head": "Harbour Consultants"}),
        ("news", {"head": "Harbour Journal"}),
        ("policy", {"head": "Official Journal of the Harbours", "number": "(EU) 2022/1 [2022] 1"}),
        ("release", {"labels": ("Press Story",)}),
        ("brief", {"labels": ("經貿短評",)}),
        ("brief", {"tail": "Unsubscribe | View in browser"}),
        ("release", {"head": "BAY CITY, May 3, 2022 /PRNewswire/"}),
        ("release", {"head": "/PRNewswire/", "agency": True, "origin": "PRNewswire"}),
    ],
)
def test_words_are_told_from_their_like(kind: str, cues: dict[str, object]) -> None:
    assert guess_kind(replace(NOTHING, **cues)).value == kind  # type: ignore[arg-type]
