"""Tells people from organisations by the form of a name, in Latin and Han writing."""

from __future__ import annotations

import re

from documents.ingest.shape import HAN

_SURNAMES = frozenset(
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢"
    "姜崔钟谭陆汪范金石廖贾夏韦傅方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤温康施文"
    "牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季裴霍涂成苗谷盛曲"
    "翁冉骆蓝路游辛靳欧管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤阳时穆农司卓古吉缪简车项连芦麦褚娄窦戚岑景党宫费卜冷晏席卫"
    "米柏宗瞿桂全佟应臧闵苟邬边卞姬师和仇栾隋商刁沙荣巫寇桑郎甄丛仲虞敖巩明佘池查麻苑迟邝官封谈匡鞠惠荆乐冀郁胥南班储原"
    "劉陳楊黃趙吳孫馬鄭許韓馮鄧蕭葉蘇呂盧鐘譚陸賈韋鄒閻賀顧龔嚴錢湯龐顏"
)
_COMPOUND = (
    "欧阳",
    "司马",
    "上官",
    "诸葛",
    "东方",
    "皇甫",
    "尉迟",
    "公孙",
    "慕容",
    "令狐",
    "夏侯",
    "司徒",
)
_ORGANISATION = re.compile(
    r"\b(?:universit\w*|institut\w*|department|centre|center|school|academy|academies|"
    r"foundation|bank|daily|news|agency|ministry|"
    r"ministerium|office|bureau|commission|committee|council|college|group|team|"
    r"association|society|laboratory|lab|corporation|"
    r"company|co|ltd|inc|gmbh|government|province|administration|federation|union|"
    r"network|press|times|post|faculty|hochschule|"
    r"stiftung|fondation|ministère|advisory|advisors|consult\w*|partners|research|"
    r"policy|studies|drc|cass|ndrc|xinhua|reuters|afp|dpa|"
    r"china|international|global|national|monitor|review|journal|bulletin|media|think|"
    r"forum|board|house|service|services|division|"
    r"secretariat|organi[sz]ation|programme|program|project|authority|chamber|court|"
    r"party|staff|desk|editor|reporter|correspondent)\b",
    re.IGNORECASE,
)
_PUBLISHER = re.compile(
    r"\b(?:universit\w*|institut\w*|centre|center|academy|foundation|bank|daily|"
    r"news agency|ministry|ministerium|bureau|commission|"
    r"committee|council|association|society|corporation|gmbh|government|federation|"
    r"times|stiftung|fondation|ministère|advisory|"
    r"consult\w*|monitor|journal|bulletin|think tank|department of|office of|forum|"
    r"observatory|gazette|herald|tribune|chamber|authority|"
    r"organi[sz]ation|secretariat|agentur|bundesamt|landesamt|kammer|verband|agence|zeitung)\b",
    re.IGNORECASE,
)
_HAN_ORGANISATION = re.compile(
    r"(?:政府|人民政府|办公厅|办公室|委员会|研究院|研究所|研究中心|研究室|中心|大学|学院|部|厅|局|院|署|处|社|报|网|台|日报|晚报|时报|智库|基金会|协会|学会|"
    r"联合会|商会|集团|公司|银行|杂志|出版社|频道|融媒|門戶網|公众号|客户端|法院|检察院|党委|市委|省委|组|會|學會|大學)$"
)
_NO_NAME = re.compile(
    r"\b(?:my|your|our|today|today’s|today's|follow\w*|credit|do|not|free|page|"
    r"fiction|about|read|share|more|home|sign|all|"
    r"new|latest|top|best|how|why|what|when|where|this|that|with|and|of|view|photos?|"
    r"updated?|published|posted|high|green|"
    r"quality|development|economic|economy|policy|policies|industr\w+|energy|city|"
    r"cities|provinces?|regions?|rural|urban|"
    r"market\w*|transport|water|climate|digital|data|trade|finance|financial|part|"
    r"section|chapter|table|figure|annex|notes?)\b",
    re.IGNORECASE,
)
_TOKEN = r"(?:[A-ZÀ-ÖØ-ÞŠŽČ][\w’'.-]*|[A-Z]\.|van|von|der|den|de|da|di|du|la|le|al|el|bin|ten|zu)"
_PERSON = re.compile(rf"^(?:(?:Dr|Prof|Mr|Ms|Mrs|Prof\. Dr)\.?\s+)?{_TOKEN}(?:\s+{_TOKEN}){{1,4}}$")
_INDEX = re.compile(r"[\d*†‡¹²³⁴⁵,]+$")


def is_organisation(name: str) -> bool:
    return bool(_ORGANISATION.search(name) or _HAN_ORGANISATION.search(name.strip()))


def is_publisher(name: str) -> bool:
    """Say whether a name ends or begins as bodies that publish do, which places and topics don't."""
    return bool(_PUBLISHER.search(name) or _HAN_ORGANISATION.search(name.strip()))


def is_person(name: str) -> bool:
    """Say whether a string has the form of one person's name, without words of organisations."""
    name = name.strip()
    if re.fullmatch(f"[{HAN}·]+", name):
        return is_han_person(name)
    return bool(_PERSON.match(name)) and not (_ORGANISATION.search(name) or _NO_NAME.search(name))


def is_han_person(name: str) -> bool:
    """Say whether two to four Han characters begin with a surname and end like no office."""
    if "·" in name:
        return 4 <= len(name) <= 14
    if not 2 <= len(name) <= 4 or _HAN_ORGANISATION.search(name):
        return False
    if name[:2] in _COMPOUND:
        return len(name) >= 3
    return name[0] in _SURNAMES and len(name) <= 3


def without_index(name: str) -> str:
    """Drop the superscript figures that tie a name to its affiliation ("SHAO Liyan1")."""
    return _INDEX.sub("", name.strip()).strip()
