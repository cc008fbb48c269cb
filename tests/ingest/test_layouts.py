"""Pages of many layouts, written for these tests: what is read from each of them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest

from documents.ingest import Draft, Page, draft_from

PAGES = Path(__file__).parent / "pages"


@cache
def read(name: str) -> Draft:
    (path,) = PAGES.glob(f"{name}.*")
    return draft_from(Page(path.read_bytes(), file_name=path.name))


@dataclass(frozen=True)
class Want:
    kind: str
    title: str
    published_on: str | None
    source: str | None
    people: tuple[str, ...] = ()
    number: str | None = None
    starts: str = ""
    ends: str = ""
    level: str = "open"
    related: tuple[str, ...] = ()
    page_type: str = "article"


WANTED = {
    "zh-agency": Want(
        "news", "沿江九省市建立船舶污水联合监管机制", "2022-10-16", "新华网",
        people=("周明哲", "吴若兰"), starts="新华社武汉10月16日电", ends="增长两成。",
    ),
    "en-daily": Want(
        "news", "Ports on the Bohai Rim agree to share tugboats", "2022-01-07", "China Daily",
        people=("ZHAO RUIXUE",), starts="Four ports on the rim", ends="harbor services in Yantai.",
    ),
    "en-glued-date": Want(
        "news", "Northeast cities open joint desk for farm machinery loans", "2022-01-07",
        "China Daily", starts="Four cities in Northeast China", ends="spring plowing season.",
        level="licensed", related=("Joint depots planned in Northeast",),
    ),
    "en-bank-release": Want(
        "release", "World Bank Backs Cleaner Heating in Two Northern Cities", "2022-03-24",
        "World Bank", number="2022/054/EAP", starts="WASHINGTON,", ends="country director.",
    ),
    "de-newspaper": Want(
        "news", "Neue Güterzüge sollen Häfen entlasten", "2023-11-16", "Norddeutsche Zeitung",
        people=("Max Brandner",), starts="Ab dem kommenden", ends="neue Wände bauen.",
        related=("Hafenarbeiter fordern mehr Lohn",),
    ),
    "fr-paywall": Want(
        "news", "Le fret fluvial gagne du terrain sur le Rhône", "2022-03-03", None,
        people=("Jeanne Dupont",), starts="Le transport de", ends="fin de la décennie.",
        level="licensed", related=("Lire aussi : Les péniches électriques à l'essai",),
    ),
    "zh-index-table": Want(
        "policy", "国务院关于推进港口岸线集约利用的指导意见", "2022-10-10", "国务院",
        number="国发〔2022〕48号", starts="各省、自治区、直辖市", ends="2022年9月26日",
        related=("《关于推进港口岸线集约利用的指导意见》政策解读",),
    ),
    "zh-journal": Want(
        "report", "港口群一体化对腹地制造业的影响研究", None, "沿海经济研究",
        people=("李慕白", "陈思远"), number="1002-2104（2021）03-0021-10",
        starts="一、引言", ends="214个县。",
    ),
    "zh-column": Want(
        "report", "县域物流怎么破局？来自三个县的观察", "2022-05-06", "城乡观察智库",
        people=("孙立言",), starts="县域物流的难题", ends="但前提是有人牵头。",
        related=("县城更新的钱从哪里来", "为什么年轻人又回到县里"),
    ),
    "en-pdf-copy": Want(
        "report", "Paying for Clean Water Upstream", "2021-09", "Institute of River Studies",
        people=("Chen Yufei", "Marco Rossi"), number="27",
        starts="1. Introduction", ends="compares them.",
    ),
    "zh-list": Want(
        "policy",
        "通知公告",
        None,
        None,
        page_type="list",
        related=(
            "关于开展县域商业体系建设项目申报的通知",
            "关于公布第三批农产品冷链物流基地名单的公告",
            "关于举办跨境电商培训班的通知",
            "关于调整行政审批事项的公告",
            "关于清明节放假安排的通知",
        ),
    ),
    "en-two-articles": Want(
        "news", "Rail link to shorten trips across the Pearl River mouth", "2022-03-03",
        "chinadaily.com.cn", starts="A new rail link", ends="passengers a day.",
        page_type="two_articles",
    ),
    "en-teaser": Want(
        "brief", "Trucking rules tighten in the Yangtze River Delta", "2023-05-03",
        "Smart Freight Weekly Insights", people=("Jane Whitfield",),
        starts="Truck fleets registered", ends="of all mileage…", level="licensed",
        page_type="teaser",
    ),
    "zh-traditional": Want(
        "news", "瀋陽與大連合辦冷鏈物流中心", "2020-11-03", "聯合經濟報", people=("林志明",),
        starts="瀋陽與大連兩市", ends="今後只要一次。", related=("哈爾濱擴建糧庫",),
    ),
    "en-spam": Want(
        "news", "Port city trims paperwork for small exporters", "2020-05-22", None,
        people=("Yuxi Gu",), starts="Small exporters in", ends="furniture and fishing gear.",
    ),
    "zh-lead-and-text": Want(
        "policy", "市政府印发《关于促进港产城融合发展的实施意见》", "2021-06-18",
        "滨海市人民政府网站", number="滨政发〔2021〕9号", starts="近日，", ends="2021年6月10日",
    ),
    "en-announcement": Want(
        "policy", "Announcement No. 15 of 2022 on Export Quotas for Rare Paper Pulp",
        "2022-03-21", "MOFCOM", number="No. 15 of 2022",
        starts="In order to keep", ends="March 18, 2022",
    ),
    "zh-index-cells": Want(
        "policy", "市人民政府关于印发渔港经济区建设三年行动计划的通知", "2022-05-20",
        "海州市人民政府", number="海政发〔2022〕12号", starts="各县、区", ends="入园。",
    ),
    "de-chrome-brief": Want(
        "brief", "Tea, trains and tariffs: what the new land corridor means for Hamburg",
        "2022-04-13", "Institut für Handelswege gGmbH", people=("Lena Voss",),
        starts="The new land corridor", ends="longer than one year.",
    ),
    "fr-chrome-study": Want(
        "report", "Regional integration in the Greater Mekong: who pays for the bridges?",
        "2021-05-12", None, people=("Claire Martin",), starts="Bridges", ends="a third more.",
        related=("La route et la rizière", "Ports secs en Asie du Sud-Est"),
    ),
    "zh-agency-feature": Want(
        "news", "专家解读：农村寄递物流体系建设怎么看", "2021-08-20", "新华社",
        people=("戴小河", "魏玉坤"), starts="如何解决", ends="一位研究员说。",
        related=("一图读懂农村寄递物流",),
    ),
    "en-scanned-paper": Want(
        "report", "CHINA'S INLAND PORTS: A SECOND LOOK", "2021-03-08", "Overseas Trade Institute",
        people=("Ruth Ellison", "Mark Dole"), starts="1 Background", ends="would avoid this.",
    ),
    "zh-opinion": Want(
        "brief", "陆港建设不能一哄而上", "2020-06-11", "财经日报", people=("韩子墨",),
        starts="陆港是内陆城市", ends="再谈规模账。", level="licensed",
    ),
    "en-union-release": Want(
        "release", "Commission approves €40 million scheme to shift freight to inland waterways",
        "2023-05-12", "European Commission", number="IP/23/2581",
        starts="The European Commission", ends="SA.100001.",
    ),
    "zh-research-report": Want(
        "report", "【研究报告】沿江开发区整合的成效与问题", "2019-12-03", None,
        people=("高明远",),
        starts="一、基本情况", ends="税收分成和统计口径。",
    ),
    "en-agency-feature": Want(
        "news", "Xinhua Headlines: Northwest oasis towns bet on greenhouse vegetables",
        "2023-02-17", "Xinhua", people=("Guo Yan", "Pan Lei"),
        starts="* Oasis towns", ends="grower Aliya, 42.",
    ),
    "en-fellow": Want(
        "report", "China’s inland waterways: slow but steady", "2021-05-12", None,
        people=("Michael Brandt",), starts="Barges", ends="before 2030.", level="licensed",
    ),
    "zh-notice": Want(
        "policy", "省发展改革委关于做好2024年度城市群协同项目申报工作的通知", None,
        "江东省发展和改革委员会", starts="各设区市发展改革委", ends="2024年1月15日",
    ),
    "en-newsletter": Want(
        "brief", "Warehouses on stilts", "2022-11", "The Delta Letter", number="Issue 7",
        starts="Flood plains", ends="the certificate.", level="licensed",
    ),
    "zh-news": Want(
        "news", "内河集装箱运价为何走低？", "2023-08-09", "河海日报", people=("陈海宁", "苏晓"),
        starts="今年以来", ends="各有打算。", level="licensed",
        related=("长江水位持续走低影响航运", "港口集团发布半年报告"),
    ),
    "en-policy-brief": Want(
        "brief", "Low water, high costs: barge operators after the drought", "2023-04-18",
        "Center for River Economies", people=("Helen Marsh", "Pedro Alves"), number="14/2023",
        starts="Key messages", ends="four weeks ahead.", level="licensed",
        related=("Dredging and its discontents", "The price of a lock"),
    ),
    "zh-measures": Want(
        "policy", "海西省商务厅 海西省财政厅关于印发《县域商业网点补助资金管理暂行办法》的通知",
        "2021-07-01", "海西省商务厅", number="海商建发〔2021〕27号",
        starts="各市（州）", ends="有效期三年。",
    ),
    "de-paywall": Want(
        "brief", "China’s second-tier airports look for freight", "2024-03-08",
        "Handelsblick.Table", people=("Katrin Lohse",), starts="Freight terminals",
        ends="flights would remain.", level="licensed",
        related=("Häfen: Kräne ohne Schiffe", "Zölle: was jetzt gilt"),
    ),
    "en-circular": Want(
        "policy", "Circular on Promoting Shared Warehouses in City Clusters", "2022-04-07",
        "National Development and Reform Commission",
        number="NDRC Economy and Trade [2022] No. 318",
        starts="To the development", ends="March 28, 2022",
    ),
    "en-journal": Want(
        "report", "THE SLOW DEATH OF THE FERRY", None, "The Riverside Review",
        people=("Yuki Tanaka", "Lena Schmidt"), starts="In 1998 more", ends="of Bremen.",
    ),
    "zh-hong-kong": Want(
        "brief", "粵港澳大灣區冷鏈物流的機遇", "2022-08-31", "香港貿易研究中心",
        people=("黃子健",),
        starts="大灣區居民", ends="申請相關認證。", level="licensed",
    ),
    "en-wire-release": Want(
        "release", "Inland Terminal Opens With Rail Link to Three Provinces", "2020-03-03",
        "Xiang River Terminal Company", starts="CHANGSHA,", ends="containers a year.",
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", WANTED)
def test_kind_title_date_and_number_are_read(name: str) -> None:
    draft, want = read(name), WANTED[name]
    assert draft.kind.value == want.kind
    assert draft.title.value == want.title
    assert draft.published_on.value == want.published_on
    assert draft.number.value == want.number
    assert draft.page_type == want.page_type


@pytest.mark.parametrize("name", WANTED)
def test_source_and_authors_are_read(name: str) -> None:
    draft, want = read(name), WANTED[name]
    assert draft.source.value == want.source
    assert tuple(author.name for author in draft.authors.value) == want.people


@pytest.mark.parametrize("name", WANTED)
def test_the_body_holds_the_article_and_nothing_else(name: str) -> None:
    body, want = read(name).body.value, WANTED[name]
    assert body.startswith(want.starts)
    assert body.endswith(want.ends)


@pytest.mark.parametrize("name", WANTED)
def test_access_and_related_titles_are_read(name: str) -> None:
    draft, want = read(name), WANTED[name]
    assert draft.access.value.level == want.level
    assert draft.related_titles.value == want.related


def letters(text: str) -> str:
    """Leave out blanks and hyphens: those of divided words go when lines are joined."""
    return "".join(text.replace("-", "").split())


@pytest.mark.parametrize("name", WANTED)
def test_every_line_is_kept_or_dropped_with_a_reason(name: str) -> None:
    draft = read(name)
    if draft.page_type == "list":
        return
    assert all(one.rule for one in draft.dropped)
    kept = "".join(draft.body.value.split()) + "".join(
        "".join(d.line.split()) for d in draft.dropped
    )
    if draft.page_type == "article":
        assert sorted(letters(kept)) == sorted(letters(draft.page))


def test_numbered_institutions_are_joined_to_their_authors() -> None:
    first, second = read("zh-journal").authors.value
    assert first.affiliations == ("海河大学 经济学院",)
    assert second.affiliations == ("渤海研究院",)


def test_a_paragraph_broken_over_lines_and_pages_is_whole_again() -> None:
    body = read("en-pdf-copy").body.value
    assert "Provinces along a river share its water but not its costs." in body
    assert "RIVER BASIN POLICY SERIES" not in body


def test_a_list_and_two_articles_say_so() -> None:
    assert read("zh-list").warnings
    assert read("zh-list").body.value == ""
    assert read("en-two-articles").warnings
    assert "Ferry operators" not in read("en-two-articles").body.value


def test_spam_between_paragraphs_is_dropped() -> None:
    assert "casino" not in read("en-spam").body.value
    assert "replica" not in read("en-spam").body.value
