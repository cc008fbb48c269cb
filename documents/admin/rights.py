"""What an administration page allows, shared by pages of rows that machines write."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from django.http import HttpRequest


class WrittenByMachine:
    """Rows are shown and may be deleted; nobody adds or edits them by hand."""

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False


class ReadOnly(WrittenByMachine):
    """Rows are shown and stay."""

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False
