"""Words that mean nothing alone and send a rule to look at what stands round them."""

from __future__ import annotations

_ORGANISATIONS = """
    University College Bank Academy Institute Foundation Daily Newspaper News Company
    Corporation Group Association Federation Exchange Airlines Securities Hospital Press
    Museum Co Ltd Inc Times Journal Society Laboratory Chamber
    Consulting
"""

_TITLES = """
    plan plans outline opinions opinion guideline guidelines guidance regulations regulation
    measures provisions rules notice circular decision law act directive agreement contract
    charter catalogue catalog roadmap strategy framework treaty convention protocol accord pact
    declaration bill agenda blueprint announcement resolution deal
"""

# Titles of people and verbs of speech: a sentence without any names nobody that can be told.
_PEOPLE = """
    Director President Chairman Chairwoman Chairperson Chair Minister Professor Researcher Fellow
    Mayor Governor Chancellor Economist Analyst Scientist Dean CEO Spokesperson Spokesman
    Spokeswoman Ambassador Engineer Commissioner Premier Academician Counsellor Counselor Adviser
    Advisor Inspector Scholar Head Prof Dr Mr Ms Mrs said says told noted notes pointed stressed
    explained argued argues warned added emphasised emphasized remarked commented believes
    suggested Secretary
    总理 部长 主任 主席 省长 市长 县长 区长 州长 司长 局长 厅长 处长 院长 校长 所长 会长
    秘书长 理事长 董事长 总裁 总经理 总监 书记 行长 教授 研究员 院士 经济学家 分析师 发言人
    主编 总编辑 社长 馆长 专员 参赞 大使 表示 指出 认为 强调 介绍 告诉 坦言 透露 谈到
"""

_NEGATIONS = """
    not; never; without; excluding; except; no longer; none of; neither; nor; do not; does not;
    did not; will not; would not; can not; don't; doesn't; didn't; wouldn't;
    不含; 不包括; 除; 除了; 并非; 不是; 不属于; 不涉及; 不适用于; 不涵盖; 不包含; 未涉及; 而非;
    不用于; 不得用于
"""

# Nouns of public bodies, and what a citation without a title calls the document.
_BODIES = """
    Center Centre Council Commission Committee Bureau Agency Authority Administration
    Ministry Ministries Department Departments Office
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
        "city group",
        "city groups",
        "equipment base",
        "equipment bases",
        "装备基地",
        "装备制造基地",
    ),
    "organisation": tuple(_ORGANISATIONS.split()),
    "person": tuple(_PEOPLE.split()),
    "body": tuple(_BODIES.split()),
    "document": ("document", "decree", "order"),
    "negation": tuple(word.strip() for word in _NEGATIONS.split(";")),
    "title": (*_TITLES.split(), "white paper"),
}
