"""Administration of failed log-ins: to look at, and to delete, which unlocks."""

from __future__ import annotations

from django.contrib import admin

from documents.admin.rights import WrittenByMachine
from documents.models import LoginFailure


@admin.register(LoginFailure)
class LoginFailureAdmin(WrittenByMachine, admin.ModelAdmin):
    list_display = ("at", "username", "address")
    list_filter = ("at",)
    search_fields = ("username", "address")
