from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from taggit.models import Tag

from documents.curation.record_zones import record_zones
from documents.curation.samples import load_samples, read_samples, remove_samples
from documents.curation.vocabularies import load_vocabularies
from documents.models import Author, Document, Relation, TopicLink
from tests.build import NOON, a_document
from tests.material import SHARED

if TYPE_CHECKING:
    from collections.abc import Iterator

FIXTURES = Path(__file__).parents[2] / "fixtures"
SAMPLES = FIXTURES / "samples"
TWO = """
- key: first
  title: First
  language: en
  source: nobody
  basis: stated
  authors: [{name: Ann}]
  tags: [shared, own]
  keywords: [word]
  body: >-
    One paragraph.

    Another.
- {key: second, title: Second, language: zh, body: 正文。}
"""


@pytest.fixture(scope="class")
def loaded(django_db_setup: None, django_db_blocker: Any) -> Iterator[int]:
    """All samples over the shipped vocabularies, loaded once."""
    from django.db import transaction

    with django_db_blocker.unblock(), transaction.atomic():
        load_vocabularies(FIXTURES)
        yield load_samples(SAMPLES, now=NOON)
        transaction.set_rollback(True)


@pytest.fixture
def two(tmp_path: Path) -> Path:
    """A folder with two small samples."""
    (tmp_path / "reports.yaml").write_text(TWO, encoding="utf-8")
    return tmp_path


def topics_of(facet: str) -> set[str]:
    links = TopicLink.objects.filter(status=TopicLink.Status.ACCEPTED, topic__facet=facet)
    return set(links.values_list("topic__slug", flat=True))


@pytest.mark.usefixtures("loaded")
class TestTheSamples:
    def test_there_are_enough_of_every_kind_and_in_both_languages(self) -> None:
        samples = Document.objects.filter(is_sample=True)
        kinds = Counter(samples.values_list("kind", flat=True))
        languages = Counter(samples.values_list("language", flat=True))
        assert samples.count() >= 30
        assert set(kinds) == {"report", "news", "release", "policy", "brief"}
        assert languages["zh"] >= 6

    def test_they_span_the_years_from_2018_to_2026(self) -> None:
        days = Document.objects.filter(sorted_on__isnull=False).values_list("sorted_on", flat=True)
        assert {day.year for day in days if day} >= set(range(2018, 2027))

    def test_each_is_published_and_marked_as_a_sample(self) -> None:
        assert not Document.objects.exclude(is_sample=True, status="published").exists()

    def test_each_has_accepted_links_with_their_quotes(self) -> None:
        for sample in Document.objects.prefetch_related("links"):
            links = [link for link in sample.links.all() if link.status == "accepted"]
            assert links, sample.title
            assert all(link.quote for link in links if link.origin == "rule")

    def test_every_quote_stands_in_the_text_it_was_found_in(self) -> None:
        for sample in Document.objects.prefetch_related("mentions"):
            texts = {zone.name: zone.text for zone in record_zones(sample)}
            for mention in sample.mentions.all():
                assert mention.quote in texts[mention.zone]

    def test_many_regions_clusters_and_themes_are_met(self) -> None:
        assert len(topics_of("region")) >= 60
        assert len(topics_of("cluster")) >= 15
        assert len(topics_of("theme")) >= 30
        assert len(topics_of("instrument")) >= 5

    def test_the_research_report_keeps_both_dates_its_number_and_total(self) -> None:
        report = Document.objects.get(total_number=6965)
        roles = {fact.role: str(fact.on) for fact in report.dated_facts.all()}
        assert roles == {"report": "2023-02-01", "posted": "2023-02-23"}
        assert str(report.published_on) == "2023-02-23"
        assert str(report.sorted_on) == "2023-02-01"
        assert report.authorships.count() == 3
        assert (report.extent, report.body) == ("abstract", "")

    def test_the_licensed_brief_keeps_its_text_apart(self) -> None:
        brief = Document.objects.get(access="licensed")
        assert brief.extent == "teaser"
        assert "Multinationals" in brief.restricted_body
        assert "Multinationals" not in brief.body
        assert brief.published_on is None

    def test_no_public_link_rests_on_licensed_text(self) -> None:
        brief = Document.objects.get(access="licensed")
        public = brief.links.filter(is_restricted=False, status="accepted")
        assert public
        for link in public:
            assert link.quote in brief.body or link.quote == brief.title

    def test_a_release_has_its_chinese_version(self) -> None:
        relation = Relation.objects.get(kind=Relation.Kind.TRANSLATION_OF)
        assert (relation.subject.language, relation.object.language) == ("zh", "en")
        assert relation.status == Relation.Status.ACCEPTED

    def test_captions_issuers_and_keywords_are_there(self) -> None:
        samples = Document.objects.all()
        assert samples.filter(images__credit="Photo/IC").exists()
        assert samples.filter(keywords__name="carbon peak").exists()
        joint = samples.get(title__startswith="Shandong proposes")
        assert joint.issuing_bodies.count() == 3

    def test_a_second_load_adds_nothing(self) -> None:
        assert load_samples(SAMPLES, now=NOON) == 0


class TestTheFiles:
    def test_every_key_is_used_once(self) -> None:
        keys = Counter(sample["key"] for sample in read_samples(SAMPLES))
        assert keys.most_common(1)[0][1] == 1

    def test_no_sentence_is_the_publishers(self) -> None:
        if not SHARED.exists():
            pytest.skip("the seed pages are not beside this checkout")
        seeds = [_plain(path.read_text("utf-8")) for path in (SHARED / "seeds").glob("*.txt")]
        for sample in read_samples(SAMPLES):
            parts = [sample.get(name, "") for name in ("abstract", "body", "restricted")]
            for sentence in " ".join(parts).split(". "):
                if len(sentence) > 60:
                    assert not any(_plain(sentence) in seed for seed in seeds), sentence


@pytest.mark.django_db
class TestLoadingAndRemoving:
    def test_a_new_sample_joins_those_that_are_there(self, two: Path) -> None:
        load_samples(two, now=NOON)
        (two / "news.yaml").write_text(TWO.replace("key: ", "key: new-"), encoding="utf-8")
        assert load_samples(two, now=NOON) == 2
        assert Document.objects.filter(kind="news").count() == 2

    def test_everything_that_the_samples_brought_goes(self, two: Path) -> None:
        own = a_document("Our own record")
        own.tags.add("shared")
        load_samples(two, now=NOON)
        assert remove_samples() == 2
        assert list(Document.objects.all()) == [own]
        assert not Author.objects.exists()
        assert list(Tag.objects.values_list("name", flat=True)) == ["shared"]

    def test_removed_samples_can_be_loaded_again(self, two: Path) -> None:
        load_samples(two, now=NOON)
        remove_samples()
        assert load_samples(two, now=NOON) == 2

    def test_a_sample_that_an_editor_deleted_stays_deleted(self, two: Path) -> None:
        load_samples(two, now=NOON)
        Document.objects.filter(title="First").delete()
        assert load_samples(two, now=NOON) == 0

    def test_an_edited_sample_is_left_alone(self, two: Path) -> None:
        load_samples(two, now=NOON)
        sample = Document.objects.get(title="First")
        sample.title = "Edited"
        sample.save()
        load_samples(two, now=NOON)
        sample.refresh_from_db()
        assert sample.title == "Edited"

    def test_a_source_that_is_not_known_is_left_open(self, two: Path) -> None:
        load_samples(two, now=NOON)
        sample = Document.objects.get(title="First")
        assert sample.source is None
        assert sample.source_basis == Document.SourceBasis.UNKNOWN


def _plain(text: str) -> str:
    return " ".join(text.lower().split())
