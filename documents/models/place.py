"""Where a region is: its level, official code and coordinates."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from documents.models.rules import one_of
from documents.models.shipped import Shipped


class Place(Shipped):
    class Level(models.TextChoices):
        COUNTRY = "country", _("Country")
        PROVINCE = "province", _("Province-level unit")
        PREFECTURE = "prefecture", _("Prefecture-level unit")
        COUNTY = "county", _("County-level unit")
        NEW_AREA = "new-area", _("New area")
        DISTRICT = "district", _("District")
        BASIN = "basin", _("River basin")
        STRATEGY = "strategy", _("Regional strategy")
        MACRO_REGION = "macro-region", _("Macro-region")
        FOREIGN = "foreign", _("Place abroad")

    topic = models.OneToOneField(
        "documents.Topic",
        on_delete=models.CASCADE,
        related_name="place",
        primary_key=True,
        verbose_name=_("topic"),
    )
    level = models.CharField(_("level"), max_length=12, choices=Level)
    code = models.CharField(
        _("code"), max_length=6, blank=True, help_text=_("GB/T 2260: two, four or six digits.")
    )
    pinyin = models.CharField(_("pinyin"), max_length=80, blank=True)
    lat = models.FloatField(_("latitude"), null=True, blank=True)
    lon = models.FloatField(_("longitude"), null=True, blank=True)

    class Meta:
        verbose_name = _("place")
        verbose_name_plural = _("places")
        constraints = [
            one_of(
                "place",
                "level",
                [
                    "country",
                    "province",
                    "prefecture",
                    "county",
                    "new-area",
                    "district",
                    "basin",
                    "strategy",
                    "macro-region",
                    "foreign",
                ],
            ),
            models.UniqueConstraint(fields=["code"], condition=~Q(code=""), name="place_code_once"),
            models.CheckConstraint(
                name="place_coordinates_on_earth",
                condition=Q(lat__isnull=True, lon__isnull=True)
                | Q(lat__gte=-90, lat__lte=90, lon__gte=-180, lon__lte=180),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.topic} ({self.code or self.level})"
