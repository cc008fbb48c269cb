"""Phrases that hold a place's name and mean no place: matched first, and then let go."""

from __future__ import annotations

_CHINESE = """
    哈密瓜 和田玉 金华火腿 扬州炒饭 兰州拉面 兰州牛肉面 南昌起义 遵义会议 延安精神 延安整风
    黄山松 海南岛屿 景德镇陶瓷大学 北京冬奥 北京奥运 杭州亚运 成都大运 南京青奥 广交会
    西安事变 武汉会战 淮北平原 苏北平原 华北平原 三门峡水库 北京大学 上海大学 重庆森林
    长治久安 各位来宾 大理石 孙中山 中山装 中山陵 出海口 朝阳区 朝阳产业 大同小异 世界大同
    大同世界 大同社会 天下大同 求大同 谋大同 大庆典 北京时间 北京精神 南京条约 北京条约 上海合作组织
    上海精神 深圳证券交易所 上海证券交易所 北京证券交易所 香港联合交易所 海口径 开封口 保定点
    上海南路 太原理 文山会海 黄山头 中国共产党 中国特色 中国梦 中国式现代化 中国网 中国发展网
    中国政府网 中国新闻网 中国日报 中国经济网 中国证券报 人民网 中国银行 中国农业银行
    中国工商银行 中国建设银行 中国科学院 中国社会科学院 中国工程院 中国人民银行 中国移动
    中国电信 中国联通 中国铁路 中国石油 中国石化 中国证监会 中国银保监会 中国气象局
    中国发展研究基金会 中国城市规划设计研究院 中国信息通信研究院 中国工业互联网研究院
    中国制造2025 数字中国 美丽中国 健康中国 平安中国 法治中国 中国人大网 中国社会科学网
    中国新闻社 中国国际 中国人民大学 中国人民解放军 东北亚 东北大学 东北师范大学 西北大学
    本溪流 长江学者 长江商学院 黄河路 长江路 吉林大街 南京路 北京路 中山路 中山大学 新华社北京
    成渝高铁 成渝铁路 成渝高速 成渝中线 成渝环线
    中国公民 中国国籍 中国籍 东北虎 东北豹 东北话 东北菜 华南虎 四川话 广东话 上海话 陕西话 河南话
    湖南卫视 浙江卫视 江苏卫视
    长江后浪 太湖石 马天水 淮河路 西部数据
"""
_LATIN = """
    Hami melon; Hami melons; Jinhua ham; Yangzhou fried rice; Lanzhou noodles;
    Lanzhou beef noodles; Peking Opera; Beijing Opera; Suzhou Creek; Nanjing Road;
    Shaoxing wine; Hainan Airlines; Sichuan Airlines; Xiamen Airlines; Shandong Airlines;
    Sichuan pepper; Sichuan cuisine; Yunnan Baiyao; Winter Olympics in Beijing;
    Beijing Winter Olympics; Hangzhou Asian Games; Treaty of Nanjing; Boao Forum; Canton Fair;
    Xinhua News; Zunyi Conference; Yan'an Spirit; Beijing time; Beijing Review; China Daily;
    Xinhua Beijing; Shanghai Cooperation Organization; Shanghai Cooperation Organisation;
    Jinan University; Suzhou University; Beijing Consensus; Shanghai Composite; Hang Seng;
    China Development Bank; Bank of China; China Merchants; China Mobile; China Telecom;
    China Unicom; Made in China; China Post; China Railway; China News; China Securities;
    Peking University; China Knowledge; China Internet; Digital China; Beautiful China;
    Healthy China; China Institute; Yangtze River Scholar; Shanghai Stock Exchange;
    Shenzhen Stock Exchange; Hong Kong Stock Exchange; Beijing Stock Exchange;
    Beijing Olympics; Beijing duck; Peking duck; Pearl River Piano;
    China Development Research Foundation; New England; Bank of England; Northern Ireland;
    New Mexico; Gulf of Mexico; British Columbia; New South Wales;
    Prince of Wales; Old industrial base; East China Sea; South China Sea;
    China Central Television
"""

# Groups of machines and of people that are called clusters and are no industry's.
_CLUSTERS = """
    data center cluster; data center clusters; data centre cluster; data centre clusters;
    computing cluster; computing clusters; server cluster; server clusters; GPU cluster;
    GPU clusters; cluster analysis; cluster of cases; clusters of cases; cluster infections;
    clusters of infections; star cluster; star clusters; cluster bomb; cluster bombs;
    cluster munitions; 数据中心集群; 算力集群; 智算集群; 计算集群; 服务器集群; 病例集群;
    机器集群; 卡集群
"""

# Counties and districts that bear the name of a city or a province in which they do not lie.
_COUNTIES = """
    Baicheng County; Baoshan District; Bozhou District; Dali County; Datong District; Fushun
    County; Fuyang District; Gannan County; Ganzhou District; Guiyang County; Guyuan County;
    Hainan District; Hebei District; Huaian County; Huizhou District; Jinan District; Jingyuan
    County; Jining District; Jinzhou District; Jiujiang District; Jixi County; Liangshan
    County; Linyi County; Lishui District; Luliang County; Luzhou District; Nanjing County;
    Pingxiang County; Qingyang County; Qingyang District; Qingyuan County; Qingyuan District;
    Qinzhou District; Quanzhou County; Quzhou County; Suining County; Suzhou District; Taian
    County; Tongchuan District; Wuxi County; Wuzhong District; Xiangyang District; Xinjiang
    County; Xinzhou District; Xuzhou District; Yanbian County; Yancheng District; Yiyang
    County; Yuncheng County; Yuncheng District; Zhangzhou District; Zhenjiang District;
    Zhongshan County; Zhongshan District; Ziyang County; Ziyang District;
    河北区; 海南区; 西安区; 甘南县; 大同区; 太湖县; 资阳区; 河南蒙古族自治县
"""

DECOYS: tuple[str, ...] = (
    *_CHINESE.split(),
    *(phrase.strip() for phrase in " ".join(_LATIN.split()).split(";")),
    *(phrase.strip() for phrase in " ".join(_CLUSTERS.split()).split(";")),
    *(phrase.strip() for phrase in " ".join(_COUNTIES.split()).split(";")),
)
