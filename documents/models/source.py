"""Who carried a text: the site or organisation that a page comes from."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from documents.models.interface import language_order
from documents.models.shipped import Shipped


class Source(Shipped):
    class Level(models.TextChoices):
        CENTRAL = "central", _("Central government")
        PROVINCIAL = "provincial", _("Provincial government")
        LOCAL = "local", _("Local government")
        RESEARCH = "research", _("Research institute")
        FOUNDATION = "foundation", _("Foundation")
        MEDIA = "media", _("News medium")
        CONSULTANCY = "consultancy", _("Consultancy")
        INTERNATIONAL = "international", _("International organisation")
        OTHER = "other", _("Other")

    slug = models.SlugField(max_length=80, unique=True, allow_unicode=True, verbose_name=_("slug"))
    name = models.CharField(_("English name"), max_length=200)
    name_zh = models.CharField(_("Chinese name"), max_length=200, blank=True)
    level = models.CharField(_("level"), max_length=15, choices=Level, default=Level.OTHER)
    default_kind = models.CharField(_("usual kind of record"), max_length=10, blank=True)
    homepage = models.URLField(_("home page"), max_length=500, blank=True)
    hosts = models.JSONField(_("host names"), default=list, blank=True)
    about = models.TextField(_("about, in English"), blank=True)
    about_zh = models.TextField(_("about, in Chinese"), blank=True)

    class Meta:
        verbose_name = _("source")
        verbose_name_plural = _("sources")
        ordering = ["name"]
        constraints = [
            models.CheckConstraint(name="source_has_a_name", condition=~Q(name="")),
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("documents:source", args=[self.slug])

    @property
    def label(self) -> str:
        """Return the name in the interface language, else the English one."""
        return self.name_zh if self.label_language == "zh" else self.name

    @property
    def label_language(self) -> str:
        return "zh" if language_order()[0] == "zh" and self.name_zh else "en"

    @property
    def description(self) -> str:
        """Return what it is in the interface language, else in the other one."""
        return self.about_zh if self.description_language == "zh" else self.about

    @property
    def description_language(self) -> str:
        wanted, other = language_order()
        said = {"zh": self.about_zh, "en": self.about}
        return wanted if said[wanted] or not said[other] else other

    @property
    def other_label(self) -> str:
        """Return the name in the other language, empty where there is none."""
        return self.name if self.label_language == "zh" else self.name_zh

    @property
    def other_language(self) -> str:
        return "en" if self.label_language == "zh" else "zh"


class SourceName(models.Model):
    """Another name of a source, as pages print it."""

    source = models.ForeignKey(
        Source, on_delete=models.CASCADE, related_name="names", verbose_name=_("source")
    )
    name = models.CharField(_("name"), max_length=200)

    class Meta:
        verbose_name = _("other name of a source")
        verbose_name_plural = _("other names of sources")
        ordering = ["name"]
        constraints = [
            models.UniqueConstraint(fields=["source", "name"], name="source_name_once"),
            models.CheckConstraint(name="source_name_not_empty", condition=~Q(name="")),
        ]

    def __str__(self) -> str:
        return self.name
