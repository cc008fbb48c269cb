"""What is edited in the administration stands in the history, and obeys the rights of the desk."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any

import pytest
from django.contrib.auth.models import Group
from django.urls import reverse

from documents import curation
from documents.models import Change, Document, Membership, TagItem, Topic, TopicLink, TopicName
from tests.build import NOON, a_document, a_draft, a_link, a_topic, a_user

if TYPE_CHECKING:
    from django.db.models import Model
    from django.test import Client
    from pytest_django import Settings

pytestmark = pytest.mark.django_db


def _staff(client: Client, role: str) -> Client:
    user = a_user(f"the-{role}", is_staff=True)
    user.groups.add(Group.objects.get(name=role))
    client.force_login(user)
    return client


@pytest.fixture
def admin(client: Client) -> Client:
    return _staff(client, "admin")


def _address(row: Model, page: str = "change") -> str:
    name = f"admin:documents_{row._meta.model_name}_{page}"
    return reverse(name, args=[row.pk] if page != "add" else [])


def _save(client: Client, row: Model, **typed: Any) -> Any:
    """Open the page of a row, type into its form and save; return the answer."""
    page = client.get(_address(row))
    sets = [inline.formset for inline in page.context["inline_admin_formsets"]]
    forms = [page.context["adminform"].form, *(one.management_form for one in sets)]
    forms += [form for one in sets for form in one.forms]
    data: dict[str, Any] = {}
    for field in (field for form in forms for field in form):
        data |= _sent(field.html_name, field.value())
    return client.post(_address(row), data | typed)


def _sent(name: str, value: Any) -> dict[str, Any]:
    """Return what a browser sends for a field as it stands."""
    if isinstance(value, datetime):
        return {f"{name}_0": f"{value:%Y-%m-%d}", f"{name}_1": f"{value:%H:%M:%S}"}
    return {} if value is False else {name: "" if value is None else value}


def test_a_record_edited_is_noted_with_who_what_and_why_and_put_back(admin: Client) -> None:
    record = a_draft("Harbours of the north")
    answer = _save(admin, record, title="A slip of the hand", why="Because.")
    assert answer.status_code == 302, answer.context["errors"]
    change = Change.objects.get()
    assert (str(change.by), change.why, change.verb) == ("the-admin", "Because.", "edited")
    assert change.fields == {"title": ["Harbours of the north", "A slip of the hand"]}
    curation.revert(change, by=None, now=NOON)
    record.refresh_from_db()
    assert record.title == "Harbours of the north"


def test_a_withdrawal_and_its_reason_are_put_back(admin: Client) -> None:
    record = a_document("Harbours")
    answer = _save(admin, record, status="withdrawn", withdrawn_reason="It was a copy.")
    assert answer.status_code == 302, answer.context["errors"]
    back = Change.objects.get()
    curation.revert(back, by=None, now=NOON)
    record.refresh_from_db()
    assert (record.status, record.withdrawn_reason) == ("published", "")
    curation.revert(Change.objects.latest("pk"), by=None, now=NOON)
    record.refresh_from_db()
    assert (record.status, record.withdrawn_reason) == ("withdrawn", "It was a copy.")


def test_a_topic_is_not_put_below_what_lies_below_it(admin: Client) -> None:
    above = a_topic("transport", "theme", en="Transport")
    below = a_topic("ports", "theme", en="Ports", parent=above)
    answer = _save(admin, above, parent=below.pk)
    assert "A topic cannot lie below itself." in answer.content.decode()
    above.refresh_from_db()
    assert above.parent is None


def test_text_and_state_changed_at_once_are_noted_apart(admin: Client) -> None:
    record = a_draft("Harbours")
    answer = _save(admin, record, title="Ports", status="review")
    assert answer.status_code == 302, answer.context["errors"]
    assert [sorted(change.fields) for change in Change.objects.order_by("pk")] == [
        ["title"],
        ["status"],
    ]


def test_a_curator_does_not_publish_in_the_administration(client: Client) -> None:
    record = a_draft("Not yet")
    moments = {"visible_from_0": "2026-01-01", "visible_from_1": "10:00"}
    moments |= {"published_at_0": "2026-01-01", "published_at_1": "10:00"}
    answer = _save(_staff(client, "curator"), record, status="published", **moments)
    assert "Only who may publish changes the state" in answer.content.decode()
    record.refresh_from_db()
    assert record.status == "draft"


def test_a_second_pair_of_eyes_counts_in_the_administration(
    client: Client, settings: Settings
) -> None:
    settings.SECOND_PAIR_OF_EYES = True
    publisher = _staff(client, "publisher")
    record = a_draft("Not yet")
    Change.objects.create(
        noun="document", object_id=record.pk, verb="created", at=NOON, by=_user("the-publisher")
    )
    moments = {"visible_from_0": "2026-01-01", "visible_from_1": "10:00"}
    moments |= {"published_at_0": "2026-01-01", "published_at_1": "10:00"}
    answer = _save(publisher, record, status="published", **moments)
    assert answer.status_code == 200
    assert not Document.objects.published().exists()


def _user(name: str) -> Any:
    from django.contrib.auth.models import User

    return User.objects.get(username=name)


def test_a_tag_taken_off_is_noted_with_its_record(admin: Client) -> None:
    record = a_document("Harbours")
    record.tags.add("harbour", "crane")
    item = TagItem.objects.get(tag__name="crane")
    admin.post(_address(item, "delete"), {"post": "yes"})
    change = Change.objects.get()
    assert change.document == record
    assert change.fields == {"tags": [["crane", "harbour"], ["harbour"]]}


def test_a_name_added_and_taken_away_stands_in_the_history_of_its_topic(admin: Client) -> None:
    topic = a_topic("jinan", en="Jinan")
    typed = {"topic": topic.pk, "language": "en", "name": "Tsinan", "role": "alternative"}
    admin.post(reverse("admin:documents_topicname_add"), typed | {"why": "An old spelling."})
    name = TopicName.objects.get(name="Tsinan")
    admin.post(_address(name, "delete"), {"post": "yes"})
    changes = list(Change.objects.filter(noun="topic").order_by("pk"))
    assert [change.verb for change in changes] == ["named", "named"]
    assert changes[0].why == "An old spelling."
    assert changes[1].fields["names"][1] == ["Jinan [en, preferred]"]
    curation.revert(changes[1], by=None, now=NOON)
    assert topic.names.filter(name="Tsinan").exists()


def test_a_topic_edited_and_deleted_is_noted(admin: Client) -> None:
    topic = a_topic("quay", Topic.Facet.THEME, en="Quay")
    assert _save(admin, topic, intro_en="About quays.").status_code == 302
    admin.post(_address(topic, "delete"), {"post": "yes"})
    assert list(Change.objects.order_by("pk").values_list("verb", flat=True)) == [
        "edited",
        "deleted",
    ]


def test_a_membership_changed_stands_with_the_whole(admin: Client) -> None:
    cluster, part = a_topic("ring", Topic.Facet.CLUSTER), a_topic("jinan")
    row = Membership.objects.create(whole=cluster, part=part)
    assert _save(admin, row, status="contested").status_code == 302
    change = Change.objects.get()
    assert (change.object_id, change.fields["members"][1]) == (
        cluster.pk,
        ["jinan (whole, contested)"],
    )


def test_a_link_decided_in_the_administration_is_noted(admin: Client) -> None:
    link = a_link(a_document(), a_topic("jinan"), status="suggested")
    assert _save(admin, link, status="rejected").status_code == 302
    change = Change.objects.get(noun="link")
    assert change.fields["status"] == ["suggested", "rejected"]
    curation.revert(change, by=None, now=NOON)
    assert TopicLink.objects.get().status == "suggested"


def test_a_record_deleted_for_good_leaves_its_name_and_who_did_it(admin: Client) -> None:
    record = a_document("Gone for good")
    admin.post(_address(record, "delete"), {"post": "yes"})
    change = Change.objects.get()
    assert (change.verb, change.label, str(change.by)) == ("deleted", "Gone for good", "the-admin")
    assert change.document is None
