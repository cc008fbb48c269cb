from __future__ import annotations

import pytest
from django.contrib.auth.models import Group

from tests.build import a_user

pytestmark = pytest.mark.django_db

CAN = {
    "reader": {"documents.read_licensed"},
    "analyst": {"documents.read_licensed"},
    "curator": {"documents.read_licensed", "documents.change_document"},
    "publisher": {
        "documents.read_licensed",
        "documents.change_document",
        "documents.publish_document",
    },
    "admin": {
        "documents.read_licensed",
        "documents.change_document",
        "documents.publish_document",
        "auth.change_user",
    },
}
RIGHTS = sorted(set().union(*CAN.values()))


@pytest.mark.parametrize("role", CAN)
def test_each_role_has_its_rights_and_no_others(role: str) -> None:
    user = a_user()
    user.groups.add(Group.objects.get(name=role))
    assert {right for right in RIGHTS if user.has_perm(right)} == CAN[role]


def test_nobody_but_an_admin_manages_people() -> None:
    for group in Group.objects.exclude(name="admin"):
        assert not group.permissions.filter(content_type__app_label="auth").exists()
