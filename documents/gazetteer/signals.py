"""Words that mean nothing alone and send a rule to look at what stands round them."""

from __future__ import annotations

_ORGANISATIONS = """
    University College Bank Academy Institute Foundation Daily Newspaper News Company
    Corporation Group Association Federation Exchange Airlines Securities Hospital Press
    Museum Co Ltd Inc Times Journal Society Laboratory Chamber Union Railway Port Airport
    Consulting 大学 学院 银行 日报 晚报 晨报 公司 集团 证券 出版社 研究院 研究所 医院 报社
    日报社 机场 港务 足球 队
"""

SIGNALS: dict[str, tuple[str, ...]] = {
    "cluster": (
        "cluster",
        "clusters",
        "集群",
        "城市群",
        "都市圈",
        "agglomeration",
        "agglomerations",
        "equipment base",
        "equipment bases",
        "装备基地",
        "装备制造基地",
    ),
    "organisation": tuple(_ORGANISATIONS.split()),
    "title": (
        "plan",
        "plans",
        "outline",
        "opinions",
        "guideline",
        "guidelines",
        "guidance",
        "regulations",
        "regulation",
        "measures",
        "provisions",
        "rules",
        "notice",
        "circular",
        "decision",
        "law",
        "act",
        "directive",
        "strategy",
        "white paper",
        "blue paper",
        "green paper",
        "agreement",
        "contract",
        "scheme",
        "program",
        "programme",
        "initiative",
        "charter",
        "communiqué",
        "catalogue",
        "standard contract",
        "roadmap",
    ),
}
