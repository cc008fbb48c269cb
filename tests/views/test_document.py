from __future__ import annotations

from datetime import timedelta
from http import HTTPStatus

import pytest
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from documents.curation.linking import relink
from documents.models import Author, Authorship, Document, Image, Relation, Topic, TopicLink
from documents.overviews.counts import keep_counts
from tests.build import a_document, a_draft, a_link, a_source, a_topic, a_user

pytestmark = pytest.mark.django_db


def text_of(client: Client, document: Document) -> str:
    response = client.get(document.get_absolute_url())
    assert response.status_code == HTTPStatus.OK
    return response.content.decode()


def test_a_record_shows_its_text_its_facts_and_its_evidence(client: Client) -> None:
    document = a_document(
        source=a_source(), source_basis="stated", number="No. 16, 2023", total_number=6965
    )
    author = Author.objects.create(name="Li Zuojun")
    Authorship.objects.create(
        document=document, author=author, position=0, affiliations=["Institute of Testing"]
    )
    Image.objects.create(document=document, caption="A harbour", credit="Photo: A. B.")
    a_link(document, a_topic("shandong"), quote="The sentence that ties it.")
    page = text_of(client, document)
    for part in (
        "City clusters in Shandong. Some text about it.",
        "No. 16, 2023",
        "6965",
        "Li Zuojun",
        "Institute of Testing",
        "A harbour",
        "The sentence that ties it.",
        "31 May 2024",
    ):
        assert part in page


@pytest.mark.parametrize("slug", ["wrong", "city-clusters-in-shandon", "Ä"])
def test_a_wrong_slug_leads_to_the_right_one_for_good(client: Client, slug: str) -> None:
    document = a_document()
    response = client.get(f"/documents/{document.pk}-{slug}/?from=here")
    assert response.status_code == HTTPStatus.MOVED_PERMANENTLY
    assert response["Location"] == f"{document.get_absolute_url()}?from=here"


def test_the_address_without_a_slug_leads_to_the_full_one(client: Client) -> None:
    document = a_document()
    response = client.get(f"/documents/{document.pk}/")
    assert response["Location"] == document.get_absolute_url()


def test_a_title_of_marks_only_lives_at_the_bare_address(client: Client) -> None:
    document = a_document("???")
    assert document.get_absolute_url() == f"/documents/{document.pk}/"
    assert client.get(document.get_absolute_url()).status_code == HTTPStatus.OK


def test_a_chinese_title_stands_in_the_address(client: Client) -> None:
    document = a_document("黄河流域", language="zh")
    response = client.get(document.get_absolute_url())
    assert response.status_code == HTTPStatus.OK
    assert '<h1 lang="zh">黄河流域</h1>' in response.content.decode()


@pytest.mark.parametrize("viewer", ["anonymous", "signed in"])
def test_a_draft_is_not_found_by_the_public(client: Client, viewer: str) -> None:
    if viewer == "signed in":
        client.force_login(a_user())
    draft = a_draft("Canary title", body="canary body")
    for address in (f"/documents/{draft.pk}/", f"/documents/{draft.pk}/cite/apa/"):
        response = client.get(address)
        assert response.status_code == HTTPStatus.NOT_FOUND
        assert "anary" not in response.content.decode()


def test_a_scheduled_record_is_not_found_before_its_moment(client: Client) -> None:
    document = a_document(visible_from=timezone.now() + timedelta(hours=1))
    assert client.get(document.get_absolute_url()).status_code == HTTPStatus.NOT_FOUND


def test_a_withdrawn_record_says_that_and_why_and_nothing_else(client: Client) -> None:
    document = a_document(
        "Canary title", body="canary body", status="withdrawn", withdrawn_reason="Issued twice."
    )
    response = client.get(f"/documents/{document.pk}/")
    assert response.status_code == HTTPStatus.GONE
    page = response.content.decode()
    assert "Issued twice." in page
    assert "anary" not in page


def test_an_embargoed_record_shows_title_and_date_only(client: Client) -> None:
    document = a_document(
        body="canary body",
        abstract="canary abstract",
        embargo_until=timezone.now() + timedelta(days=1),
    )
    document.keywords.add("canary keyword")
    Image.objects.create(document=document, caption="canary caption")
    a_link(document, a_topic("shandong", en="Canary topic"))
    page = text_of(client, document)
    assert "31 May 2024" in page
    assert "anary" not in page


def test_licensed_text_is_shown_to_licence_holders_only(client: Client) -> None:
    document = a_document(
        access="licensed",
        access_note="Nur für Lizenznehmer.",
        access_note_language="de",
        body="The teaser.",
        restricted_body="canary rest",
        extent="teaser",
    )
    page = text_of(client, document)
    assert "canary" not in page
    assert '<p lang="de">Nur für Lizenznehmer.</p>' in page
    client.force_login(a_user("licensed", "documents.read_licensed"))
    assert "canary rest" in text_of(client, document)


def test_a_sample_says_that_it_is_one(client: Client) -> None:
    note = "Sample: text written for this project, not the publisher’s."
    assert note in text_of(client, a_document(is_sample=True))
    assert note not in text_of(client, a_document("Another"))


def test_suggested_and_rejected_links_are_not_shown(client: Client) -> None:
    document = a_document()
    a_link(document, a_topic("one", en="Canary one"), status=TopicLink.Status.SUGGESTED)
    a_link(document, a_topic("two", en="Canary two"), status=TopicLink.Status.REJECTED)
    assert "Canary" not in text_of(client, document)


def test_markup_in_a_record_is_shown_as_text(client: Client) -> None:
    script = "<script>alert(1)</script>"
    document = a_document(f"Title {script}", body=f"Body {script}", abstract=script)
    a_link(document, a_topic("shandong"), quote=f"Quote {script}")
    assert script not in text_of(client, document)


def test_the_page_leads_back_to_the_results_it_was_reached_from(client: Client) -> None:
    document = a_document()
    address = document.get_absolute_url()
    came = client.get(address, headers={"referer": "http://testserver/search/?q=rail&page=2"})
    assert 'href="/search/?q=rail&amp;page=2"' in came.content.decode()
    for elsewhere in ("http://evil.example/search/?q=rail", "http://testserver/themes/"):
        page = client.get(address, headers={"referer": elsewhere}).content.decode()
        assert "Back to the results" not in page


def test_a_record_is_cited_at_one_address_in_either_interface(client: Client) -> None:
    document = a_document()
    page = client.get(f"/zh-hans{document.get_absolute_url()}").content.decode()
    cited = f"(2024, May 31). http://testserver/documents/{document.pk}/<"
    assert f"City clusters in Shandong. {cited}" in page


def test_a_record_leads_to_its_version_in_the_other_language(client: Client) -> None:
    english, chinese = a_document(), a_document("山东城市群", language="zh")
    Relation.objects.create(
        subject=chinese, object=english, kind="translation-of", status="accepted"
    )
    page = text_of(client, english)
    assert "Also in Chinese" in page
    assert f"?a={english.pk}&amp;b={chinese.pk}" in page


@pytest.mark.parametrize(
    ("name", "media_type", "suffix"),
    [
        ("apa", "text/plain", "txt"),
        ("bibtex", "application/x-bibtex", "bib"),
        ("ris", "application/x-research-info-systems", "ris"),
        ("csl", "application/vnd.citationstyles.csl+json", "json"),
    ],
)
def test_a_citation_downloads_as_a_file(
    client: Client, name: str, media_type: str, suffix: str
) -> None:
    document = a_document()
    response = client.get(f"/documents/{document.pk}/cite/{name}/")
    assert response["Content-Type"].startswith(media_type)
    assert response["Content-Disposition"] == (
        f'attachment; filename="record-{document.pk}.{suffix}"'
    )
    assert document.title in response.content.decode()


def test_an_unknown_citation_format_is_not_found(client: Client) -> None:
    document = a_document()
    assert client.get(f"/documents/{document.pk}/cite/word/").status_code == HTTPStatus.NOT_FOUND


def test_a_page_takes_at_most_twelve_queries_whatever_it_shows(
    client: Client, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    document = a_document(source=a_source(), source_basis="stated")
    for number in range(10):
        a_link(document, a_topic(f"theme-{number}", "theme"))
        a_link(a_document(f"Other {number}"), Topic.objects.get(slug=f"theme-{number}"))
    stated = "China has 19 city clusters, covering 75% of the population."
    a_topic("china", en="China")
    for number in range(3):
        relink(a_document(f"Stating {number}", body=stated))
    document.body = stated
    document.save()
    relink(document)
    TopicLink.objects.update(status="accepted")
    other = Document.objects.get(title="Other 1")
    Relation.objects.create(
        subject=document, object=other, kind="cites", status="accepted", quote=stated
    )
    keep_counts()
    with django_assert_max_num_queries(12):
        page = text_of(client, document)
    assert "Beside figures of other records" in page


@pytest.mark.parametrize("title", ["City clusters in Shandong", "——"])
def test_an_address_that_ends_in_a_dash_leads_to_the_record(client: Client, title: str) -> None:
    document = a_document(title)
    answer = client.get(f"/documents/{document.pk}-/?from=mail")
    assert answer.status_code == HTTPStatus.MOVED_PERMANENTLY
    assert answer["Location"] == f"{document.get_absolute_url()}?from=mail"


def test_programs_read_the_facts_of_a_record_and_find_its_citations(client: Client) -> None:
    document = a_document(abstract="On clusters.")
    page = text_of(client, document)
    assert f'<meta name="citation_title" content="{document.title}">' in page
    assert '"@type": "Report"' in page
    cited = f'rel="describedby" type="application/x-bibtex" href="/documents/{document.pk}/cite/'
    assert cited in page


def test_the_head_of_an_embargoed_record_tells_no_more_than_its_page(client: Client) -> None:
    later = timezone.now() + timedelta(days=9)
    page = text_of(client, a_document(abstract="Canary", body="Canary", embargo_until=later))
    assert "Canary" not in page
    assert '"isAccessibleForFree": false' in page


def test_a_page_that_leads_back_depends_on_where_one_came_from(client: Client) -> None:
    assert "Referer" in client.get(a_document().get_absolute_url())["Vary"]


def test_an_embargoed_record_says_from_which_day_its_text_is_public(client: Client) -> None:
    until = timezone.now() + timedelta(days=400)
    page = text_of(client, a_document(embargo_until=until))
    day = timezone.localtime(until).date().isoformat()
    assert "is public from <time" in page
    assert f'datetime="{day}"' in page
    assert "Full text" not in page


def test_a_record_without_any_text_says_so_and_leads_to_its_page(client: Client) -> None:
    page = text_of(client, a_document(body="", source_url="https://example.org/page"))
    assert "This record has no text here." in page
    assert 'href="https://example.org/page"' in page
    assert "Full text" not in page


def test_a_record_without_a_source_leads_to_the_others_without_one(client: Client) -> None:
    assert 'href="/search/?source=none"' in text_of(client, a_document())


def test_a_very_long_title_is_set_smaller(client: Client) -> None:
    assert '<h1 lang="en" class="long">' in text_of(client, a_document("Very long " * 20))
    assert '<h1 lang="en">' in text_of(client, a_document("Short"))
