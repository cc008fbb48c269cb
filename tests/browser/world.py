"""A small world with something on every page, and the addresses of those pages."""

from __future__ import annotations

from datetime import date, timedelta

from django.utils import timezone

from documents.models import (
    Author,
    Authorship,
    Candidate,
    DatedFact,
    Document,
    Image,
    Membership,
    Mention,
    Place,
    Relation,
    Topic,
)
from tests.build import a_document, a_link, a_source, a_topic

PAGES = {
    "home": "/",
    "search": "/search/?q=clusters&region=shandong",
    "nothing found": "/search/?q=unheard&region=shandong&from=2020",
    "record": "/documents/1-city-clusters-in-shandong/",
    "licensed record": "/documents/2-a-licensed-brief/",
    "embargoed record": "/documents/3-an-embargoed-notice/",
    "Chinese record": "/documents/4-黄河流域高质量发展/",
    "region": "/regions/shandong/",
    "cluster": "/clusters/shandong-peninsula/",
    "theme": "/themes/green-transition/",
    "instrument": "/instruments/yellow-river-outline/",
    "tag": "/tags/hydrogen/",
    "source": "/sources/institute-of-testing/",
    "regions": "/regions/",
    "clusters": "/clusters/",
    "themes": "/themes/",
    "sources": "/sources/",
    "author": "/authors/1-li-zuojun/",
    "series": "/series/Research Report/",
    "cell": "/explore/cell/?region=shandong&theme=green-transition",
    "empty cell": "/explore/cell/?region=jinan&instrument=yellow-river-outline",
    "keep": "/lists/keep/1/",
    "lists": "/lists/",
    "explore": "/explore/",
    "matrix": "/explore/matrix/",
    "timeline": "/explore/timeline/?region=shandong",
    "timeline by level": "/explore/timeline/?by=level",
    "map": "/explore/map/",
    "comparison of topics": "/explore/compare/?a=Shandong&b=theme:green-transition",
    "comparison of records": "/explore/compare/?a=1&b=4",
    "help": "/help/",
    "glossary": "/glossary/",
    "about": "/about/",
    "missing": "/nowhere/",
}


def make_world() -> None:
    """Write one record of each state, with topics of each facet."""
    topics = _topics()
    report = a_document(
        pk=1,
        body="The city clusters of Shandong Peninsula.\n\nGreen transition in Shandong & beyond.",
        abstract="On Shandong.",
        number="No. 16, 2023",
        series="Research Report",
        source=a_source(name_zh="测试研究院", homepage="https://example.org/"),
        source_basis="stated",
        source_url="https://example.org/16",
        is_sample=True,
    )
    _furnish(report, topics)
    brief = a_document(
        "A licensed brief",
        pk=2,
        kind="brief",
        access="licensed",
        access_note="Nur für Lizenznehmer.",
        access_note_language="de",
        body="The teaser.",
        restricted_body="The rest.",
        extent="teaser",
        sorted_on=date(2021, 3, 1),
    )
    a_document(
        "An embargoed notice", pk=3, kind="policy", embargo_until=timezone.now() + timedelta(days=9)
    )
    chinese = a_document(
        "黄河流域高质量发展", pk=4, kind="news", language="zh", body="黄河流域城市群。"
    )
    for document in (brief, chinese):
        a_link(document, topics[0])
        a_link(document, topics[2])
    Relation.objects.create(
        subject=chinese, object=report, kind="reports-on", status="accepted", quote="黄河流域"
    )


def _topics() -> list[Topic]:
    region = a_topic("shandong", en="Shandong", zh="山东")
    Place.objects.create(topic=region, level="province", code="37", lat=36.7, lon=117.0)
    a_topic("jinan", en="Jinan", zh="济南", parent=region)
    cluster = a_topic(
        "shandong-peninsula", "cluster", en="Shandong Peninsula", zh="山东半岛城市群", tier="grow"
    )
    Membership.objects.create(whole=cluster, part=region, coverage="part", status="contested")
    theme = a_topic("green-transition", "theme", en="Green transition", zh="绿色转型")
    instrument = a_topic(
        "yellow-river-outline", "instrument", en="Yellow River outline", zh="黄河规划纲要"
    )
    return [region, cluster, theme, instrument]


def _furnish(document: Document, topics: list[Topic]) -> None:
    author = Author.objects.create(pk=1, name="Li Zuojun")
    Authorship.objects.create(
        document=document, author=author, position=0, affiliations=["Institute of Testing"]
    )
    DatedFact.objects.create(
        document=document, role="posted", on=date(2024, 5, 31), raw="May 31, 2024"
    )
    Image.objects.create(document=document, caption="A harbour", credit="Photo: staff")
    document.keywords.add("hydrogen")
    for topic in topics:
        link = a_link(document, topic, quote="The city clusters of Shandong Peninsula.")
        start = document.body.find(topic.label)
        if start >= 0:
            mention = Mention.objects.create(
                document=document,
                zone="body",
                start=start,
                end=start + len(topic.label),
                surface=topic.label,
                quote="The city clusters of Shandong Peninsula.",
                kind=topic.facet,
                rule="name",
            )
            Candidate.objects.create(mention=mention, topic=topic)
            link.mentions.add(mention)
