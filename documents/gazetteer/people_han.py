"""People in Chinese text: 国务院发展研究中心副主任张军扩, 林毅夫教授, 王一鸣指出."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from documents.gazetteer.person import Person

if TYPE_CHECKING:
    from collections.abc import Iterator

# A surname and one or two characters; words that only look so are left out below.
SURNAMES = (
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘蔡蒋余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付傅方白邹孟熊秦邱"
    "江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔汤樊齐祁隆迟成倪骆施洪翁柯霍喻柳童翟庞聂殷章鲍俞凌祝阮闵涂"
)
_NAME = rf"(?P<name>(?:欧阳|司马|上官|诸葛|[{SURNAMES}])[\u4e00-\u9fff]{{1,2}}?)"
TITLE = (
    r"(?:(?:副|常务副|代|原|前|首席|高级|助理)*(?:总理|部长|主任|主席|省长|市长|县长|区长|州长|司长|局长|厅长|处长|院长|校长|所长|会长"
    r"|秘书长|理事长|董事长|总裁|总经理|总监|书记|行长|教授|研究员|院士|经济学家|分析师|发言人|主编|总编辑|社长|馆长|专员|参赞|大使))"
)
SPEECH = "表示|指出|认为|强调|介绍|告诉|坦言|透露|谈到"
BEHIND = (
    rf"(?={SPEECH}|[，、。；：（）()“”\s]|$|说|称|等|在|就|将|已|曾|对|从|出席|主持|致辞|致词|发言|所作|作了"
    r"|作题|作报|教授|研究员|院士|博士|和|与|及|接受|率|参加|一行|撰文|发表)"
)
_ROLE_THEN_NAME = re.compile(rf"(?P<role>{TITLE}){_NAME}{BEHIND}")
_NAME_THEN_ROLE = re.compile(
    rf"(?:^|(?<=[，、。；：（“\s和与由请对]))"
    rf"{_NAME}(?<![副总代原前首])(?P<role>{TITLE})(?!级|会|国|团|令|助理|办|室|制)"
)
_NAME_THEN_VERB = re.compile(rf"(?:^|(?<=[，。；：“\s])){_NAME}(?:{SPEECH})")
_BEFORE = re.compile(r"[\u4e00-\u9fff·]{1,30}$")
_LEAD = re.compile(
    r"^(?:.*(?:了|(?<!自)由|(?<!数)据|对(?!外)|(?<!申)请|来自|其中|此前|日前|近日|会上)|和|与|及|在)"
)
_NO_NAME = re.compile(
    r"^(?:高级|高度|高等|高新|高质|高盛|高校|高院|任期|任命|任职|任务|方面|方案|方向|周年|周边|周期|金融|金额|金属|黄河|黄金|江苏|江西|江南|常务"
    r"|万元|万亿|万人|管理|程度|程序|石油|石化|龙头|白银|钱塘|马上|马克|毕马|任何|余人|余名|余家|余个|田间|许多|何时|何种|史上|叶片|严格|严重|毛利"
    r"|顾问|齐全|金砖|武汉|苏州|杭州|温州|项目|白皮|夏季|秦岭|方便|许可|严肃|陆续|贺信|高端|高效|高速|高铁|雷达|龙江|高举|严厉|陈述|成[立为果本员功都绩效熟交分]|成长(?!春)|施[工行策政展]|洪[水灾]|章[程节]|凌晨|童年|殷[实切]|.主席|.总理|.部长|.书记|.主任|.教授|.局长|.院长)"
)


def han_people(text: str) -> Iterator[Person]:
    """Give the people whom a sentence names, some perhaps twice."""
    for match in _ROLE_THEN_NAME.finditer(text):
        if is_name(match["name"]):
            yield Person(*match.span("name"), _body_before(text, match.start()) + match["role"])
    for match in _NAME_THEN_ROLE.finditer(text):
        if is_name(match["name"]):
            yield Person(*match.span("name"), match["role"])
    for match in _NAME_THEN_VERB.finditer(text):
        if len(match["name"]) == 3 and is_name(match["name"]):
            yield Person(*match.span("name"))


def is_name(name: str) -> bool:
    """Whether what looks like a surname and a given name is no other word."""
    return _NO_NAME.match(name) is None


def _body_before(text: str, at: int) -> str:
    """Return the body whose title stands at a place: 国务院发展研究中心 before 副主任."""
    match = _BEFORE.search(text, max(0, at - 30), at)
    return _LEAD.sub("", match[0]) if match else ""
