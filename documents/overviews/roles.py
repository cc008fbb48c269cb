"""Who may do what: the rights of each role, as an administrator wants to read them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.contrib.auth.models import Group, User
from django.db.models import Count, Q
from django.utils.translation import gettext_lazy as _

from documents.models.rights import (
    CURATE,
    DELETE_RECORDS,
    EDIT_TOPICS,
    MANAGE_PEOPLE,
    MERGE_TAGS,
    PUBLISH,
    READ_LICENSED,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    from django.utils.functional import _StrPromise as Label

ROLES: Mapping[str, Label] = {
    "reader": _("reader"),
    "analyst": _("analyst"),
    "curator": _("curator"),
    "publisher": _("publisher"),
    "admin": _("administrator"),
}
"""The product's own roles, by the names of their groups."""
DEEDS: Mapping[str, Label] = {
    READ_LICENSED: _("Read licensed text"),
    CURATE: _("Take in pages, edit records, decide links"),
    EDIT_TOPICS: _("Edit topics and their names, merge topics"),
    MERGE_TAGS: _("Merge tags"),
    PUBLISH: _("Publish, schedule, withdraw, put in the trash"),
    DELETE_RECORDS: _("Delete for good, in the administration"),
    MANAGE_PEOPLE: _("Manage people and their roles"),
}
"""What a right lets somebody do; everybody may read what is public and keep lists."""


@dataclass(frozen=True, slots=True)
class Role:
    """A group and how many active people are in it."""

    name: str
    people: int
    rights: frozenset[str]

    @property
    def label(self) -> str:
        """Its name in the reader's language; a group of the site's own has one name only."""
        return str(ROLES.get(self.name, self.name))


@dataclass(frozen=True, slots=True)
class Deed:
    """A right in words, and for each role in order whether it has it."""

    label: str
    allowed: tuple[bool, ...]


def load_roles() -> tuple[list[Role], list[Deed]]:
    """Return the roles, the product's first, and what each may do; in two queries."""
    active = Count("user", filter=Q(user__is_active=True), distinct=True)
    groups = Group.objects.annotate(people=active).prefetch_related("permissions__content_type")
    roles = [Role(group.name, group.people, _rights(group)) for group in groups]
    order = list(ROLES)
    roles.sort(key=lambda role: (order.index(role.name) if role.name in order else 99, role.name))
    deeds = [
        Deed(str(label), tuple(right in role.rights for role in roles))
        for right, label in DEEDS.items()
    ]
    return roles, deeds


def superusers() -> list[str]:
    """Return the names of those who may do everything, whatever their roles."""
    active = User.objects.filter(is_superuser=True, is_active=True).order_by("username")
    return list(active.values_list("username", flat=True))


def _rights(group: Group) -> frozenset[str]:
    return frozenset(
        f"{right.content_type.app_label}.{right.codename}" for right in group.permissions.all()
    )
