"""Addresses that were given up by a merge or a new slug, and where they lead now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from documents.models.rules import one_of

if TYPE_CHECKING:
    from collections.abc import Iterable

LONGEST_CHAIN = 8


class OldAddressManager(models.Manager["OldAddress"]):
    def present_slug(self, kind: str, slug: str) -> str:
        """Return where a slug leads now, merge after merge; one that was not given up is itself."""
        return self.present_slugs(kind, [slug]).get(slug, slug)

    def present_pairs(self, pairs: Iterable[tuple[str, str]]) -> dict[tuple[str, str], str]:
        """Return the present slug of each pair of kind and slug that was given up. One query."""
        wanted = set(pairs)
        moved: dict[str, dict[str, str]] = {}
        rows = self.filter(kind__in={kind for kind, _slug in wanted})
        for kind, slug, new in rows.values_list("kind", "slug", "new_slug"):
            moved.setdefault(kind, {})[slug] = new
        return {
            (kind, slug): _end_of(slug, moved[kind])
            for kind, slug in wanted
            if slug in moved.get(kind, {})
        }

    def present_record(self, pk: int) -> int | None:
        """Return the number of the record that a merged one became; None for any other."""
        return self.present_records([pk]).get(pk)

    def present_records(self, ids: Iterable[int]) -> dict[int, int]:
        """Return the present record of each that was merged."""
        moved = self.present_slugs(OldAddress.Kind.DOCUMENT, [str(pk) for pk in ids])
        return {int(old): int(new) for old, new in moved.items()}

    def present_slugs(self, kind: str, slugs: Iterable[str] | None = None) -> dict[str, str]:
        """Return the present slug of those that were given up, or of all; a circle ends."""
        moved = dict(self.filter(kind=kind).values_list("slug", "new_slug"))
        wanted = moved.keys() if slugs is None else moved.keys() & set(slugs)
        return {slug: _end_of(slug, moved) for slug in wanted}


class OldAddress(models.Model):
    class Kind(models.TextChoices):
        REGION = "region", _("Region")
        CLUSTER = "cluster", _("Cluster")
        THEME = "theme", _("Policy theme")
        INSTRUMENT = "instrument", _("Policy instrument")
        TAG = "tag", _("Tag")
        SOURCE = "source", _("Source")
        # Its slug is the number of the record, which stays in the address for good.
        DOCUMENT = "document", _("Record")

    kind = models.CharField(_("kind"), max_length=10, choices=Kind)
    slug = models.CharField(_("old slug"), max_length=100)
    new_slug = models.CharField(_("present slug"), max_length=100)
    created_at = models.DateTimeField(auto_now_add=True, verbose_name=_("created at"))

    objects = OldAddressManager()

    class Meta:
        verbose_name = _("old address")
        verbose_name_plural = _("old addresses")
        ordering = ["kind", "slug"]
        constraints = [
            one_of(
                "old_address",
                "kind",
                ["region", "cluster", "theme", "instrument", "tag", "source", "document"],
            ),
            models.UniqueConstraint(fields=["kind", "slug"], name="old_address_once"),
            models.CheckConstraint(
                name="old_address_leads_elsewhere", condition=~Q(slug=F("new_slug"))
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind}/{self.slug} → {self.new_slug}"


def _end_of(slug: str, moved: dict[str, str]) -> str:
    for _step in range(LONGEST_CHAIN):
        if slug not in moved:
            break
        slug = moved[slug]
    return slug
