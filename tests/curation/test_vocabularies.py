from __future__ import annotations

import csv
import shutil
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import yaml

from documents.curation.vocabularies import Tally, load_vocabularies
from documents.models import Membership, Place, Source, Topic, TopicName
from tests.build import a_name, a_topic
from tests.material import shared

if TYPE_CHECKING:
    from collections.abc import Iterator

FIXTURES = Path(__file__).parents[2] / "fixtures"
TINY = {
    "regions.yaml": """
country:
- {slug: china, en: [China], zh: [中国]}
province:
- {slug: shandong, code: '37', en: [Shandong], zh: [山东, 山东省], lat: 36.7, lon: 117.0}
""",
    "prefectures.csv": "slug,code,within,en,zh,hidden,pinyin,lat,lon\n"
    "jinan,3701,shandong,Jinan,济南|济南市,,Jinan,36.6683,116.9972\n",
    "counties.csv": "slug,code,within,en,zh,hidden,pinyin,lat,lon\n",
    "clusters.yaml": """
- slug: peninsula
  tier: grow
  en: [Peninsula city cluster]
  zh: [半岛城市群]
  members: {agreed: [jinan]}
""",
    "industrial_clusters.yaml": "[]",
    "themes.yaml": """
- slug: growth
  en: [Growth]
  zh: [发展]
  themes:
  - {slug: quality, en: [Quality growth], zh: [高质量发展], hidden: [good growth]}
""",
    "instruments.yaml": "- {slug: plan, number: 国发〔2022〕18号, en: [Plan]}",
    "sources.yaml": "- {slug: drc, level: research, name: DRC, names: [Research Center]}",
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A small set of fixtures that a test may change."""
    for name, text in TINY.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


@pytest.fixture(scope="class")
def loaded(django_db_setup: None, django_db_blocker: Any) -> Iterator[list[Tally]]:
    """The shipped vocabularies, loaded once for the claims that only read them."""
    from django.db import transaction

    with django_db_blocker.unblock(), transaction.atomic():
        yield load_vocabularies(FIXTURES)
        transaction.set_rollback(True)


def total(tallies: list[Tally], outcome: str) -> int:
    return sum(tally.counts[outcome] for tally in tallies)


def change(folder: Path, name: str, old: str, new: str) -> None:
    path = folder / name
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def names_of(facet: str) -> dict[str, set[str]]:
    """Return all names of each topic of a facet, in lower case."""
    names: dict[str, set[str]] = {}
    for slug, name in TopicName.objects.filter(topic__facet=facet).values_list(
        "topic__slug", "name"
    ):
        names.setdefault(slug, set()).add(_plain(name))
    return names


def cluster_facts() -> list[tuple[str, dict[str, Any]]]:
    """Return the facts of each city cluster with its slug here."""
    renamed = {
        "yangtze-river-delta": "yangtze-delta",
        "west-coast-strait": "west-strait",
        "guanzhong-plain": "guanzhong",
        "ningxia-yellow-river": "ningxia-yellow",
        "northern-tianshan": "tianshan",
    }
    text = shared("data", "clusters", "clusters.yaml").read_text(encoding="utf-8")
    clusters = yaml.safe_load(text)["clusters"]
    return [(renamed.get(one["id"], one["id"]), one) for one in clusters]


def _plain(name: str) -> str:
    return name.lower().replace("–", "-").replace("—", "-").replace("’", "'")


@pytest.mark.usefixtures("loaded")
class TestTheShippedVocabularies:
    def test_they_hold_all_levels_of_regions(self) -> None:
        levels = Counter(Place.objects.values_list("level", flat=True))
        assert levels["country"] == 1
        assert levels["province"] == 34
        assert levels["prefecture"] == 337 - 4  # four municipalities are province-level as well
        assert levels["basin"] >= 2
        assert levels["strategy"] >= 5
        assert levels["macro-region"] == 4

    def test_every_prefecture_level_unit_has_names_pinyin_and_coordinates(self) -> None:
        names = names_of("region")
        places = {place.topic.slug: place for place in Place.objects.select_related("topic")}
        lines = (FIXTURES / "prefectures.csv").read_text(encoding="utf-8").splitlines()
        rows = list(csv.DictReader(line for line in lines if not line.startswith("#")))
        assert len(rows) == 337
        for row in rows:
            place = places[row["slug"]]
            assert place.pinyin
            assert place.lat
            assert place.lon
            assert {_plain(name) for name in row["zh"].split("|")} <= names[row["slug"]]

    def test_the_official_codes_are_all_there(self) -> None:
        path = shared("data", "admin_divisions", "prefectures.csv")
        lines = path.read_text(encoding="utf-8").splitlines()
        official = {row["code"] for row in csv.DictReader(lines)}
        codes = set(Place.objects.values_list("code", flat=True))
        assert official - codes == {"1101", "1201", "3101", "5001"}
        assert {"11", "12", "31", "50"} <= codes

    @pytest.mark.parametrize(
        ("facet", "file"), [("region", "regions"), ("cluster", "clusters"), ("theme", "themes")]
    )
    def test_every_labelled_id_is_a_slug_with_all_its_names(self, facet: str, file: str) -> None:
        records = yaml.safe_load(shared("ingest", f"{file}.yaml").read_text(encoding="utf-8"))
        names = names_of(facet)
        hard_to_guess = {"京"}  # one character is never searched for
        for record in records:
            wanted = {record["en"], record["zh"], *record.get("aliases", [])} - hard_to_guess
            assert {_plain(name) for name in wanted} <= names[record["id"]], record["id"]

    def test_nineteen_city_clusters_carry_a_tier_of_the_plan(self) -> None:
        tiers = Counter(
            Topic.objects.filter(facet="cluster", sense="city").values_list("tier", flat=True)
        )
        assert (tiers["optimise"], tiers["grow"], tiers["foster"]) == (5, 5, 9)

    def test_cluster_members_are_those_of_the_facts(self) -> None:
        municipal = {"1101": "11", "1201": "12", "3101": "31", "5001": "50"}
        for slug, cluster in cluster_facts():
            codes = {code for group in cluster["members"].values() for code in group}
            members = Membership.objects.filter(whole__facet="cluster", whole__slug=slug)
            stored = set(members.values_list("part__place__code", flat=True))
            assert {municipal.get(code, code) for code in codes} <= stored, slug

    def test_clusters_go_by_every_alias_that_means_nothing_else(self) -> None:
        names = names_of("cluster")
        elsewhere = {"jinzhong", "zhongyuan", "lanxi"}  # a city, a district and a town as well
        for slug, cluster in cluster_facts():
            aliases = {_plain(alias) for alias in cluster.get("aliases", [])}
            of_the_delta = names["pearl-river-delta"] if slug == "greater-bay-area" else set()
            assert aliases - elsewhere - of_the_delta <= names[slug], slug

    def test_county_level_members_stand_under_their_province(self) -> None:
        xiantao = Topic.objects.get(facet="region", slug="xiantao")
        assert xiantao.parent is not None
        assert xiantao.parent.slug == "hubei"
        assert xiantao.place.code == "429004"
        assert xiantao.part_memberships.get().whole.slug == "middle-yangtze"

    def test_a_member_that_lies_in_a_cluster_in_part_says_so(self) -> None:
        mianyang = Membership.objects.get(whole__slug="chengdu-chongqing", part__slug="mianyang")
        assert mianyang.coverage == "part"
        assert "Beichuan" in mianyang.note

    def test_both_deltas_are_clusters_of_their_own(self) -> None:
        delta = Topic.objects.get(facet="cluster", slug="pearl-river-delta")
        bay = Topic.objects.get(facet="cluster", slug="greater-bay-area")
        assert delta.memberships.count() == 9
        assert bay.memberships.count() == 11

    def test_industrial_clusters_are_another_sense(self) -> None:
        assert Topic.objects.filter(facet="cluster", sense="industrial").count() >= 6

    def test_sixty_three_themes_stand_in_a_tree_of_two_levels(self) -> None:
        themes = Topic.objects.filter(facet="theme")
        assert themes.filter(parent=None).count() == 13
        assert themes.filter(parent__isnull=False).count() == 63
        assert not themes.filter(parent__parent__isnull=False).exists()

    def test_every_topic_has_a_name_in_english_and_in_chinese(self) -> None:
        for language in ("en", "zh"):
            named = TopicName.objects.filter(language=language, role="preferred")
            assert not Topic.objects.exclude(pk__in=named.values("topic")).exists()

    def test_homonyms_share_a_name_and_not_a_slug(self) -> None:
        for name in ("Suzhou", "Fuzhou", "Taizhou", "Yichun", "Yulin"):
            assert TopicName.objects.filter(topic__facet="region", name=name).count() == 2

    def test_no_region_goes_by_a_single_character(self) -> None:
        assert not [name for name in TopicName.objects.all() if len(name.name) < 2]

    def test_instruments_have_titles_numbers_and_dates(self) -> None:
        instruments = Topic.objects.filter(facet="instrument")
        assert instruments.count() >= 25
        support = instruments.get(slug="state-council-2022-18")
        assert support.number == "国发〔2022〕18号"
        assert str(support.issued_on) == "2022-08-25"
        assert TopicName.objects.filter(name=support.number, role="hidden").exists()

    def test_belt_and_road_is_a_theme_and_an_instrument(self) -> None:
        facets = Topic.objects.filter(slug="belt-and-road").values_list("facet", flat=True)
        assert set(facets) == {"theme", "instrument"}

    def test_sources_have_hosts_and_usual_kinds(self) -> None:
        assert Source.objects.count() >= 12
        drc = Source.objects.get(slug="drc")
        assert drc.default_kind == "report"
        assert "drc.gov.cn" in drc.hosts

    def test_a_second_load_changes_nothing(self) -> None:
        again = load_vocabularies(FIXTURES)
        assert not any(tally.changed for tally in again)


@pytest.mark.django_db
class TestAReload:
    def test_a_new_value_reaches_a_row_that_nobody_edited(self, folder: Path) -> None:
        load_vocabularies(folder)
        change(folder, "clusters.yaml", "tier: grow", "tier: foster")
        tallies = load_vocabularies(folder)
        assert total(tallies, "updated") == 1
        assert Topic.objects.get(slug="peninsula").tier == "foster"

    def test_an_edited_row_is_never_overwritten(self, folder: Path) -> None:
        load_vocabularies(folder)
        peninsula = Topic.objects.get(slug="peninsula")
        peninsula.intro_en = "Written by a curator."
        peninsula.save()
        change(folder, "clusters.yaml", "tier: grow", "tier: foster")
        tallies = load_vocabularies(folder)
        peninsula.refresh_from_db()
        assert (peninsula.intro_en, peninsula.tier) == ("Written by a curator.", "grow")
        assert total(tallies, "kept edited") == 1

    def test_moved_coordinates_stay_moved(self, folder: Path) -> None:
        load_vocabularies(folder)
        place = Place.objects.get(topic__slug="jinan")
        place.lat = 36.5
        place.save()
        load_vocabularies(folder)
        place.refresh_from_db()
        assert place.lat == 36.5

    def test_a_name_that_an_editor_deleted_stays_deleted(self, folder: Path) -> None:
        load_vocabularies(folder)
        TopicName.objects.get(name="good growth").delete()
        tallies = load_vocabularies(folder)
        assert not TopicName.objects.filter(name="good growth").exists()
        assert total(tallies, "kept deleted") == 1

    def test_a_topic_that_an_editor_deleted_stays_deleted_with_its_names(
        self, folder: Path
    ) -> None:
        load_vocabularies(folder)
        Topic.objects.get(slug="peninsula").delete()
        load_vocabularies(folder)
        assert not Topic.objects.filter(slug="peninsula").exists()
        assert not TopicName.objects.filter(name="Peninsula city cluster").exists()

    def test_a_renamed_address_keeps_its_names(self, folder: Path) -> None:
        load_vocabularies(folder)
        peninsula = Topic.objects.get(slug="peninsula")
        peninsula.slug = "shandong-peninsula"
        peninsula.save()
        load_vocabularies(folder)
        assert peninsula.names.count() == 2
        assert Topic.objects.filter(facet="cluster").count() == 1

    def test_an_editors_own_rows_are_left_alone(self, folder: Path) -> None:
        load_vocabularies(folder)
        own = a_topic("yellow-sea", en="Yellow Sea")
        a_name(Topic.objects.get(slug="jinan"), "City of Springs")
        assert not any(tally.changed for tally in load_vocabularies(folder))
        assert own.names.exists()
        assert TopicName.objects.filter(name="City of Springs").exists()

    def test_a_name_that_is_no_longer_shipped_goes(self, folder: Path) -> None:
        load_vocabularies(folder)
        change(folder, "themes.yaml", ", hidden: [good growth]", "")
        tallies = load_vocabularies(folder)
        assert total(tallies, "retired") == 1
        assert not TopicName.objects.filter(name="good growth").exists()

    def test_a_name_that_is_no_longer_shipped_stays_where_it_was_edited(self, folder: Path) -> None:
        load_vocabularies(folder)
        name = TopicName.objects.get(name="good growth")
        name.role = TopicName.Role.ALTERNATIVE
        name.save()
        change(folder, "themes.yaml", ", hidden: [good growth]", "")
        load_vocabularies(folder)
        assert TopicName.objects.filter(name="good growth").exists()

    def test_the_preferred_name_can_change_places_with_another(self, folder: Path) -> None:
        load_vocabularies(folder)
        change(folder, "regions.yaml", "[山东, 山东省]", "[山东省, 山东]")
        load_vocabularies(folder)
        preferred = TopicName.objects.get(
            topic__slug="shandong", language="zh", role=TopicName.Role.PREFERRED
        )
        assert preferred.name == "山东省"

    def test_a_missing_file_changes_nothing(self, folder: Path) -> None:
        (folder / "themes.yaml").unlink()
        with pytest.raises(FileNotFoundError):
            load_vocabularies(folder)
        assert not Topic.objects.exists()

    def test_a_copy_of_the_fixtures_loads_as_the_original(self, tmp_path: Path) -> None:
        copy = shutil.copytree(FIXTURES, tmp_path / "copy")
        load_vocabularies(copy)
        assert not any(tally.changed for tally in load_vocabularies(FIXTURES))
