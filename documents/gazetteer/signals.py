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
    charter catalogue roadmap strategy
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
    "title": (*_TITLES.split(), "white paper"),
}
