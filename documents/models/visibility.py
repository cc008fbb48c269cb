"""Who may see what, decided in one place: every query, count, page and export asks here."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db.models import Q

from documents.models.rights import READ_LICENSED

if TYPE_CHECKING:
    from datetime import datetime

    from django.contrib.auth.models import AnonymousUser, User

    from documents.models.document import Document


@dataclass(frozen=True, slots=True)
class Visibility:
    """What one viewer may see at one moment.

    It compiles to a database filter here and to an engine filter in each engine. `now` is part of
    it, so a schedule or an embargo takes effect at the second without any write.
    """

    now: datetime
    reads_licensed: bool = False

    def listed(self, prefix: str = "") -> Q:
        """Return the filter for records whose title and dates may be shown."""
        return Q(
            **{f"{prefix}status": "published", f"{prefix}visible_from__lte": self.now},
        )

    def readable(self, prefix: str = "") -> Q:
        """Return the filter for records whose public text may be shown, searched and counted."""
        free = Q(**{f"{prefix}embargo_until__isnull": True}) | Q(
            **{f"{prefix}embargo_until__lte": self.now}
        )
        return self.listed(prefix) & free

    def links(self) -> Q:
        """Return the filter for topic links that may be shown and counted."""
        return self.readable("document__") & self.links_of_readable()

    def links_of_readable(self) -> Q:
        """Return the same filter for links of records that are known to be readable.

        It does without the records' table, which SQLite would read as a whole before the links of a
        handful of records.
        """
        accepted = Q(status="accepted")
        return accepted if self.reads_licensed else accepted & Q(is_restricted=False)

    def reads(self, document: Document) -> bool:
        """Tell of a loaded record what `readable` asks of a stored one."""
        is_listed = document.status == "published" and not document.is_scheduled(self.now)
        return is_listed and not document.is_embargoed(self.now)


def visible_to(viewer: User | AnonymousUser, now: datetime) -> Visibility:
    """Return what a viewer may see at a moment; `now` is aware."""
    return Visibility(now=now, reads_licensed=viewer.has_perm(READ_LICENSED))
