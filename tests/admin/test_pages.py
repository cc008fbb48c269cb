"""The stock administration: every page opens, and its queries do not grow with its rows."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from django.apps import apps
from django.contrib import admin
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from documents.models import Author, Authorship, Membership, Mention, Place, Region, Topic
from tests.build import a_document, a_link, a_name, a_source, a_topic, a_user

if TYPE_CHECKING:
    from django.db.models import Model
    from django.test import Client

pytestmark = pytest.mark.django_db
REGISTERED = [
    model
    for model in apps.get_app_config("documents").get_models()
    if model in admin.site._registry
]

WITHOUT_WORDS = {"KeptCounts", "LinkedVocabulary", "UncountedChange"}
WITH_WORDS = [model for model in REGISTERED if model.__name__ not in WITHOUT_WORDS]


@pytest.fixture
def administrator(client: Client) -> Client:
    client.force_login(a_user("root", is_staff=True, is_superuser=True))
    return client


def _address(model: type[Model], page: str, *args: object) -> str:
    return reverse(f"admin:documents_{model._meta.model_name}_{page}", args=args)


def _queries(client: Client, address: str) -> int:
    with CaptureQueriesContext(
        connection,
    ) as queries:
        assert client.get(address).status_code == 200
    return len(queries)


def _fill(start: int) -> None:
    """Add five rows of the nouns that hang together."""
    for number in range(start, start + 5):
        region = a_topic(f"region-{number}", zh=f"区域{number}")
        Place.objects.create(topic=region, level="prefecture", code=str(1000 + number))
        cluster = a_topic(f"cluster-{number}", Topic.Facet.CLUSTER)
        Membership.objects.create(whole=cluster, part=region)
        a_name(region, f"Other name {number}")
        source = a_source(f"Source {number}")
        document = a_document(f"Record {number}", source=source, source_basis="stated")
        a_link(document, region)
        author = Author.objects.create(name=f"Author {number}")
        Authorship.objects.create(document=document, author=author, position=1)
        Mention.objects.create(
            document=document,
            zone="body",
            start=0,
            end=3,
            surface="Rec",
            quote="Record.",
            kind="region",
            rule="name",
        )


@pytest.mark.parametrize("model", REGISTERED, ids=lambda model: model.__name__)
def test_a_list_opens_and_asks_as_much_for_ten_rows_as_for_five(
    model: type[Model], administrator: Client
) -> None:
    _fill(0)
    five = _queries(administrator, _address(model, "changelist"))
    _fill(5)
    assert _queries(administrator, _address(model, "changelist")) <= five


@pytest.mark.parametrize("model", WITH_WORDS, ids=lambda model: model.__name__)
def test_a_list_can_be_searched(model: type[Model], administrator: Client) -> None:
    assert admin.site._registry[model].search_fields
    assert administrator.get(_address(model, "changelist"), {"q": "green"}).status_code == 200


@pytest.mark.parametrize("model", REGISTERED, ids=lambda model: model.__name__)
def test_a_form_opens_or_says_that_nobody_adds_such_rows(
    model: type[Model], administrator: Client
) -> None:
    _fill(0)
    page = administrator.get(_address(model, "add"))
    allowed = admin.site._registry[model].has_add_permission(page.wsgi_request)
    assert page.status_code == (200 if allowed else 403)
    row = model._default_manager.first()
    if row is not None:
        assert administrator.get(_address(model, "change", row.pk)).status_code == 200


def test_a_record_with_many_links_opens_with_as_many_queries_as_one_with_few(
    administrator: Client,
) -> None:
    document = a_document()
    address = _address(type(document), "change", document.pk)
    for number in range(2):
        a_link(document, a_topic(f"few-{number}"))
    few = _queries(administrator, address)
    for number in range(20):
        a_link(document, a_topic(f"many-{number}"))
    assert _queries(administrator, address) <= few


def test_a_cluster_with_many_members_opens_with_as_many_queries_as_one_with_few(
    administrator: Client,
) -> None:
    cluster = a_topic("shandong-peninsula", Topic.Facet.CLUSTER)
    address = _address(Topic, "change", cluster.pk).replace("/topic/", "/cluster/")
    for number in range(2):
        Membership.objects.create(whole=cluster, part=a_topic(f"few-{number}"))
    few = _queries(administrator, address)
    for number in range(20):
        Membership.objects.create(whole=cluster, part=a_topic(f"many-{number}"))
    assert _queries(administrator, address) <= few


def test_no_form_loads_every_topic_into_a_select(administrator: Client) -> None:
    a_topic("qingdao", en="Qingdao")
    for model in REGISTERED:
        page = administrator.get(_address(model, "add"))
        assert b">Qingdao</option>" not in page.content, model


def test_a_topic_added_on_the_page_of_regions_is_a_region(administrator: Client) -> None:
    empty = {
        f"{prefix}-{name}": "0"
        for prefix in ("place", "names", "memberships", "memberships-2")
        for name in ("TOTAL_FORMS", "INITIAL_FORMS")
    }
    typed = {"slug": "jinan", "position": "0", "intro_en": "", "intro_zh": "", "parent": ""}
    administrator.post(_address(Region, "add"), empty | typed)
    assert Topic.objects.get(slug="jinan").facet == Topic.Facet.REGION


def test_a_published_record_without_a_moment_is_refused_in_words(administrator: Client) -> None:
    document = a_document()
    address = _address(type(document), "change", document.pk)
    page = administrator.get(address)
    form = page.context["adminform"].form
    typed = {name: form[name].value() or "" for name in form.fields}
    for formset in page.context["inline_admin_formsets"]:
        prefix = formset.formset.prefix
        typed |= {f"{prefix}-TOTAL_FORMS": "0", f"{prefix}-INITIAL_FORMS": "0"}
    typed |= {
        "visible_from_0": "",
        "visible_from_1": "",
        "embargo_until_0": "",
        "related_titles": "[]",
    }
    answer = administrator.post(address, typed)
    assert answer.status_code == 200
    assert b"A published record has a moment from which it is visible." in answer.content
