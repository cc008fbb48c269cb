"""How one record stands to another: a verb, both ways, and the quote that says so."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from documents.models.decided import Decided
from documents.models.rules import one_of


class Relation(Decided):
    class Kind(models.TextChoices):
        CITES = "cites", _("cites")
        IMPLEMENTS = "implements", _("implements")
        REPORTS_ON = "reports-on", _("reports on")
        TRANSLATION_OF = "translation-of", _("is a translation of")
        NEW_VERSION_OF = "new-version-of", _("is a new version of")
        SAME_RELEASE_AS = "same-release-as", _("is the same release as")
        # Accepted: pinned by a curator; rejected: hidden; suggested: let go of again.
        SEE_ALSO = "see-also", _("see also")

    REVERSE = {
        Kind.CITES: _("is cited by"),
        Kind.IMPLEMENTS: _("is implemented by"),
        Kind.REPORTS_ON: _("is reported on by"),
        Kind.TRANSLATION_OF: _("has the translation"),
        Kind.NEW_VERSION_OF: _("has the newer version"),
        Kind.SAME_RELEASE_AS: _("is the same release as"),
        Kind.SEE_ALSO: _("see also"),
    }

    subject = models.ForeignKey(
        "documents.Document",
        on_delete=models.CASCADE,
        related_name="relations",
        verbose_name=_("first record"),
    )
    object = models.ForeignKey(
        "documents.Document",
        on_delete=models.CASCADE,
        related_name="reverse_relations",
        verbose_name=_("second record"),
    )
    kind = models.CharField(_("kind"), max_length=16, choices=Kind)

    class Meta:
        verbose_name = _("relation between records")
        verbose_name_plural = _("relations between records")
        ordering = ["kind", "pk"]
        constraints = [
            one_of(
                "relation",
                "kind",
                [
                    "cites",
                    "implements",
                    "reports-on",
                    "translation-of",
                    "new-version-of",
                    "same-release-as",
                    "see-also",
                ],
            ),
            one_of("relation", "status", ["suggested", "accepted", "rejected"]),
            models.UniqueConstraint(fields=["subject", "object", "kind"], name="relation_once"),
            models.CheckConstraint(
                name="relation_confidence_is_a_share",
                condition=Q(confidence__gte=0, confidence__lte=1),
            ),
            models.CheckConstraint(
                name="relation_is_between_two", condition=~Q(subject=F("object"))
            ),
        ]

    def __str__(self) -> str:
        return f"{self.subject} {self.get_kind_display()} {self.object}"

    @property
    def reverse_verb(self) -> str:
        return str(self.REVERSE[self.Kind(self.kind)])
