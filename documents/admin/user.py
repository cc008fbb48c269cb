"""Administration of people: name, mail, roles, and unlocking after failed log-ins."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.contrib import admin, messages
from django.contrib.auth.admin import UserAdmin
from django.contrib.auth.models import User
from django.utils.translation import gettext_lazy as _, ngettext

from documents.models import LoginFailure

if TYPE_CHECKING:
    from django.db.models import QuerySet
    from django.http import HttpRequest

admin.site.unregister(User)


@admin.register(User)
class PersonAdmin(UserAdmin):
    """Roles stand first; single rights are folded away, since a role says it better.

    An administrator does not rise by their own hand: only superusers make, change or delete one.
    """

    list_display = ("username", "email", "roles", "is_active", "is_staff", "last_login")
    list_filter = ("groups", "is_active", "is_staff")
    filter_horizontal = ("groups",)
    actions = ("unlock",)
    fieldsets = (
        (None, {"fields": ("username", "password")}),
        (_("Person"), {"fields": ("first_name", "last_name", "email")}),
        (_("Roles"), {"fields": ("groups", "is_active", "is_staff")}),
        (_("Single rights"), {"classes": ("collapse",), "fields": ("is_superuser",)}),
        (_("Dates"), {"fields": ("last_login", "date_joined")}),
    )
    add_fieldsets = (
        (
            None,
            {
                "classes": ("wide",),
                "fields": ("username", "email", "usable_password", "password1", "password2"),
            },
        ),
        (_("Roles"), {"fields": ("groups", "is_staff")}),
    )

    def get_queryset(self, request: HttpRequest) -> QuerySet[User]:
        return super().get_queryset(request).prefetch_related("groups")

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        fields = super().get_readonly_fields(request, obj)
        return fields if _is_super(request.user) else (*fields, "is_superuser")

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return super().has_change_permission(request, obj) and _may_touch(request, obj)

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return super().has_delete_permission(request, obj) and _may_touch(request, obj)

    @admin.display(description=_("roles"))
    def roles(self, user: User) -> str:
        return ", ".join(group.name for group in user.groups.all())

    @admin.action(description=_("Unlock: forget the failed log-ins"))
    def unlock(self, request: HttpRequest, queryset: QuerySet[User]) -> None:
        names = [user.username.casefold() for user in queryset]
        LoginFailure.objects.filter(username__in=names).delete()
        said = ngettext(
            "%(count)d person may log in again.", "%(count)d people may log in again.", len(names)
        )
        messages.success(request, said % {"count": len(names)})


def _may_touch(request: HttpRequest, person: Any) -> bool:
    return not _is_super(person) or _is_super(request.user)


def _is_super(person: Any) -> bool:
    return bool(getattr(person, "is_superuser", False))
