"""Who wrote a record, in the order and with the affiliations the page gives."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _


class Author(models.Model):
    name = models.CharField(_("name"), max_length=200, unique=True)

    class Meta:
        verbose_name = _("author")
        verbose_name_plural = _("authors")
        ordering = ["name"]
        constraints = [models.CheckConstraint(name="author_has_a_name", condition=~Q(name=""))]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        parts = [self.pk, self.slug] if self.slug else [self.pk]
        return reverse("documents:author", args=parts)

    @property
    def slug(self) -> str:
        return slugify(self.name, allow_unicode=True)


class Authorship(models.Model):
    document = models.ForeignKey(
        "documents.Document",
        on_delete=models.CASCADE,
        related_name="authorships",
        verbose_name=_("document"),
    )
    author = models.ForeignKey(
        Author, on_delete=models.PROTECT, related_name="authorships", verbose_name=_("author")
    )
    position = models.PositiveSmallIntegerField(_("position"))
    affiliations = models.JSONField(_("affiliations"), default=list, blank=True)
    group = models.CharField(_("research group"), max_length=300, blank=True)

    class Meta:
        verbose_name = _("authorship")
        verbose_name_plural = _("authorships")
        ordering = ["position"]
        constraints = [
            models.UniqueConstraint(fields=["document", "author"], name="authorship_once"),
            models.UniqueConstraint(
                fields=["document", "position"], name="authorship_position_once"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.author}: {self.document}"


class IssuingBody(models.Model):
    """An authority that issued what the record is or reports, apart from the source."""

    document = models.ForeignKey(
        "documents.Document",
        on_delete=models.CASCADE,
        related_name="issuing_bodies",
        verbose_name=_("document"),
    )
    position = models.PositiveSmallIntegerField(_("position"))
    name = models.CharField(_("name"), max_length=300)

    class Meta:
        verbose_name = _("issuing body")
        verbose_name_plural = _("issuing bodies")
        ordering = ["position"]
        constraints = [
            models.UniqueConstraint(fields=["document", "name"], name="issuing_body_once"),
            models.UniqueConstraint(
                fields=["document", "position"], name="issuing_body_position_once"
            ),
            models.CheckConstraint(name="issuing_body_has_a_name", condition=~Q(name="")),
        ]

    def __str__(self) -> str:
        return self.name
