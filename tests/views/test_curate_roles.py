from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from django.contrib.auth.models import Group, User

from documents.models import LoginFailure
from tests.build import NOON, a_user

if TYPE_CHECKING:
    from django.test import Client

pytestmark = pytest.mark.django_db


@pytest.fixture
def admin(client: Client) -> Client:
    user = a_user("ada", is_staff=True)
    user.groups.add(Group.objects.get(name="admin"))
    client.force_login(user)
    return client


def test_the_page_tells_what_each_role_may_do(admin: Client) -> None:
    context = admin.get("/curate/roles/").context
    assert [role.name for role in context["roles"]][:5] == [
        *("reader", "analyst", "curator", "publisher", "admin"),
    ]
    allowed = {deed.label: deed.allowed[:5] for deed in context["deeds"]}
    assert allowed["Read licensed text"] == (True,) * 5
    assert allowed["Edit topics and their names, merge topics"] == (False, False, True, True, True)
    assert allowed["Manage people and their roles"] == (False, False, False, False, True)


def test_it_is_for_those_who_manage_people(client: Client) -> None:
    user = a_user()
    user.groups.add(Group.objects.get(name="publisher"))
    client.force_login(user)
    assert client.get("/curate/roles/").status_code == 403


def test_an_admin_adds_a_person_with_a_role(admin: Client) -> None:
    assert admin.get("/admin/auth/user/add/").status_code == 200
    group = Group.objects.get(name="curator")
    typed = {"username": "cora", "email": "cora@example.org", "usable_password": "true"}
    typed |= {"password1": "a quay of seven cranes", "password2": "a quay of seven cranes"}
    answer = admin.post("/admin/auth/user/add/", typed | {"groups": [group.pk]})
    assert answer.status_code == 302
    assert User.objects.get(username="cora").has_perm("documents.change_document")
    page = admin.get("/admin/auth/user/", {"groups__id__exact": group.pk})
    assert "cora@example.org" in page.content.decode()


def test_an_admin_does_not_make_a_superuser(admin: Client) -> None:
    user = a_user("cora")
    typed = {"username": "cora", "is_active": "on", "is_superuser": "on"}
    typed |= {"date_joined_0": "2026-01-01", "date_joined_1": "10:00:00"}
    admin.post(f"/admin/auth/user/{user.pk}/change/", typed)
    user.refresh_from_db()
    assert not user.is_superuser


@pytest.mark.parametrize("page", ["change", "password", "delete"])
def test_an_admin_does_not_take_over_or_delete_a_superuser(admin: Client, page: str) -> None:
    root = a_user("root", is_superuser=True)
    typed = {"usable_password": "true", "post": "yes", "username": "toor"}
    typed |= dict.fromkeys(["password1", "password2"], "a quay of seven cranes")
    answer = admin.post(f"/admin/auth/user/{root.pk}/{page}/", typed)
    assert answer.status_code == 403
    kept = User.objects.get(pk=root.pk)
    assert (kept.username, kept.password) == ("root", root.password)


def test_an_admin_does_not_delete_a_superuser_among_others(admin: Client) -> None:
    root, cora = a_user("root", is_superuser=True), a_user("cora")
    chosen = {"action": "delete_selected", "_selected_action": [root.pk, cora.pk], "post": "yes"}
    admin.post("/admin/auth/user/", chosen)
    assert User.objects.filter(pk=root.pk).exists()


def test_a_superuser_sets_the_password_of_another(client: Client) -> None:
    client.force_login(a_user("root", is_staff=True, is_superuser=True))
    other = a_user("other", is_superuser=True)
    assert client.get(f"/admin/auth/user/{other.pk}/password/").status_code == 200


def test_an_admin_unlocks_who_failed_to_log_in(admin: Client) -> None:
    user = a_user("Cora")
    LoginFailure.objects.create(username="cora", at=NOON)
    admin.post("/admin/auth/user/", {"action": "unlock", "_selected_action": [user.pk]})
    assert not LoginFailure.objects.exists()


def test_roles_have_names_in_chinese_too(admin: Client) -> None:
    Group.objects.create(name="visitors")
    page = admin.get("/zh-hans/curate/roles/")
    assert ">读者</a>" in page.content.decode()
    assert page.context["roles"][-1].label == "visitors"
