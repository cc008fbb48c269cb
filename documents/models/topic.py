"""What documents are about: one table of regions, clusters, policy themes and instruments."""

from __future__ import annotations

from typing import TYPE_CHECKING, Self

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from documents.models.interface import language_order
from documents.models.rules import one_of
from documents.models.shipped import Shipped
from documents.models.topic_name import TopicName

if TYPE_CHECKING:
    from collections.abc import Iterable


class TopicQuerySet(models.QuerySet["Topic"]):
    def with_names(self) -> Self:
        """Load each topic with all its names, in one more query."""
        return self.prefetch_related("names")

    def labelled(self) -> Self:
        """Load what a label and a link need: the preferred names only."""
        return self.prefetch_related(_preferred_names())


def load_labels(topics: Iterable[Topic]) -> None:
    """Load what the labels of topics need that came along with other rows, by one query."""
    models.prefetch_related_objects(list(topics), _preferred_names())


def _preferred_names() -> models.Prefetch[str]:
    preferred = TopicName.objects.filter(role=TopicName.Role.PREFERRED)
    return models.Prefetch("names", queryset=preferred, to_attr="preferred_names")


class FacetManager(models.Manager.from_queryset(TopicQuerySet)):  # type: ignore[misc]
    """Gives the topics of the proxy's own facet."""

    def get_queryset(self) -> TopicQuerySet:
        queryset: TopicQuerySet = super().get_queryset()
        return queryset.filter(facet=self.model.FACET)


class Topic(Shipped):
    FACET = ""

    class Facet(models.TextChoices):
        REGION = "region", _("Region")
        CLUSTER = "cluster", _("Cluster")
        THEME = "theme", _("Policy theme")
        INSTRUMENT = "instrument", _("Policy instrument")

    class Sense(models.TextChoices):
        """The two senses of "cluster"; empty for every other facet."""

        CITY = "city", _("City cluster")
        INDUSTRIAL = "industrial", _("Industrial cluster")

    class Tier(models.TextChoices):
        """The tiers of the 14th Five-Year Plan, and the circles below them."""

        OPTIMISE = "optimise", _("To be optimised")
        GROW = "grow", _("To be grown")
        FOSTER = "foster", _("To be fostered")
        CIRCLE = "circle", _("Metropolitan area or economic circle")

    facet = models.CharField(_("facet"), max_length=10, choices=Facet)
    slug = models.SlugField(_("slug"), max_length=100, allow_unicode=True)
    parent = models.ForeignKey(
        "self",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="children",
        verbose_name=_("parent"),
    )
    sense = models.CharField(_("sense"), max_length=10, choices=Sense, blank=True)
    tier = models.CharField(_("tier"), max_length=10, choices=Tier, blank=True)
    intro_en = models.TextField(_("introduction in English"), blank=True)
    intro_zh = models.TextField(_("introduction in Chinese"), blank=True)
    number = models.CharField(
        _("document number"), max_length=100, blank=True, help_text=_("Of an instrument.")
    )
    issued_on = models.DateField(_("issued on"), null=True, blank=True)
    position = models.PositiveIntegerField(_("order among siblings"), default=0)

    objects = TopicQuerySet.as_manager()

    class Meta:
        verbose_name = _("topic")
        verbose_name_plural = _("topics")
        ordering = ["facet", "position", "slug"]
        constraints = [
            one_of("topic", "facet", ["region", "cluster", "theme", "instrument"]),
            models.UniqueConstraint(fields=["facet", "slug"], name="topic_slug_once_a_facet"),
            models.CheckConstraint(name="topic_has_a_slug", condition=~Q(slug="")),
            models.CheckConstraint(
                name="topic_is_not_its_own_parent", condition=~Q(parent=F("id"))
            ),
            models.CheckConstraint(
                name="topic_sense_is_for_clusters",
                condition=Q(facet="cluster", sense__in=["city", "industrial"])
                | (~Q(facet="cluster") & Q(sense="")),
            ),
        ]

    def __str__(self) -> str:
        return self.label

    def get_absolute_url(self) -> str:
        return reverse(f"documents:{self.facet}", args=[self.slug])

    def clean(self) -> None:
        """Refuse a place in the tree that is no place: under another facet, or in a circle."""
        if self.parent is None:
            return
        if self.parent.facet != (self.facet or self.FACET):
            raise ValidationError({"parent": _("The topic above it is of another kind.")})
        if self.pk is not None and self.lies_below(self.pk):
            raise ValidationError({"parent": _("A topic cannot lie below itself.")})

    def lies_below(self, pk: int) -> bool:
        """Say whether the topic lies below that one, at whatever depth."""
        above, seen = self.parent, set[int]()
        while above is not None and above.pk not in seen:
            if above.pk == pk:
                return True
            seen.add(above.pk)
            above = above.parent
        return False

    def name_in(self, language: str) -> str:
        """Return the preferred name in "en" or "zh", or an empty string."""
        names = getattr(self, "preferred_names", None)
        if names is None:
            names = [name for name in self.names.all() if name.role == TopicName.Role.PREFERRED]
        return next((name.name for name in names if name.language == language), "")

    @property
    def label(self) -> str:
        """Return the preferred name in the interface language, else the other, else the slug."""
        first, second = language_order()
        return self.name_in(first) or self.name_in(second) or self.slug

    @property
    def other_label(self) -> str:
        """Return the preferred name in the other language, empty where there is none."""
        other = self.name_in(language_order()[1])
        return other if other != self.label else ""

    @property
    def label_language(self) -> str:
        first, second = language_order()
        return first if self.name_in(first) else second

    @property
    def other_language(self) -> str:
        return language_order()[1]

    @property
    def intro(self) -> str:
        first, second = language_order()
        return str(getattr(self, f"intro_{first}") or getattr(self, f"intro_{second}"))


class Region(Topic):
    FACET = Topic.Facet.REGION
    objects = FacetManager()  # type: ignore[misc]

    class Meta:
        proxy = True
        verbose_name = _("region")
        verbose_name_plural = _("regions")


class Cluster(Topic):
    FACET = Topic.Facet.CLUSTER
    objects = FacetManager()  # type: ignore[misc]

    class Meta:
        proxy = True
        verbose_name = _("cluster")
        verbose_name_plural = _("clusters")


class PolicyTheme(Topic):
    FACET = Topic.Facet.THEME
    objects = FacetManager()  # type: ignore[misc]

    class Meta:
        proxy = True
        verbose_name = _("policy theme")
        verbose_name_plural = _("policy themes")


class Instrument(Topic):
    FACET = Topic.Facet.INSTRUMENT
    objects = FacetManager()  # type: ignore[misc]

    class Meta:
        proxy = True
        verbose_name = _("policy instrument")
        verbose_name_plural = _("policy instruments")
