"""Why a document belongs under a topic: the link and the sentences that justify it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Self

from django.db import models
from django.db.models import OuterRef, Q, Subquery
from django.utils.translation import gettext_lazy as _

from documents.models.decided import Decided
from documents.models.rules import one_of
from documents.models.topic_name import TopicName

if TYPE_CHECKING:
    from collections.abc import Collection

LABEL_LANGUAGES = ("en", "zh")


class TopicLinkQuerySet(models.QuerySet["TopicLink"]):
    def accepted(self) -> Self:
        return self.filter(status=TopicLink.Status.ACCEPTED)

    def public(self) -> Self:
        """Return accepted links that do not rest on licensed text alone."""
        return self.accepted().filter(is_restricted=False)

    def under(self, topics: Collection[int]) -> Self:
        """Return the links to some topics or to what lies up to three storeys below them."""
        return self.filter(
            Q(topic__in=topics)
            | Q(topic__parent__in=topics)
            | Q(topic__parent__parent__in=topics)
            | Q(topic__parent__parent__parent__in=topics)
        )

    def with_topics(self) -> list[TopicLink]:
        """Return the links with their topics and the topics' preferred names, by one query."""
        preferred = TopicName.objects.filter(topic=OuterRef("topic"), role=TopicName.Role.PREFERRED)
        names = {
            f"name_{language}": Subquery(preferred.filter(language=language).values("name")[:1])
            for language in LABEL_LANGUAGES
        }
        links = list(self.select_related("topic").annotate(**names))
        for link in links:
            found = {language: getattr(link, f"name_{language}") for language in LABEL_LANGUAGES}
            preferred_names = [
                TopicName(topic=link.topic, language=language, name=name)
                for language, name in found.items()
                if name
            ]
            setattr(link.topic, "preferred_names", preferred_names)  # noqa: B010  # as `labelled`
        return links


class TopicLink(Decided):
    document = models.ForeignKey(
        "documents.Document",
        on_delete=models.CASCADE,
        related_name="links",
        verbose_name=_("document"),
    )
    topic = models.ForeignKey(
        "documents.Topic", on_delete=models.PROTECT, related_name="links", verbose_name=_("topic")
    )
    role = models.CharField(_("role"), max_length=10, default="mention")
    quotes = models.JSONField(
        _("evidence in order"),
        default=list,
        blank=True,
        help_text=_("At most three: zone, start, end and the sentence."),
    )
    mention_count = models.PositiveIntegerField(_("mentions"), default=0)
    mentions = models.ManyToManyField("documents.Mention", related_name="links", blank=True)
    is_restricted = models.BooleanField(_("rests on licensed text only"), default=False)
    created_at = models.DateTimeField(auto_now_add=True, verbose_name=_("created at"))

    objects = TopicLinkQuerySet.as_manager()

    class Meta:
        verbose_name = _("link to a topic")
        verbose_name_plural = _("links to topics")
        ordering = ["topic__facet", "-confidence", "pk"]
        indexes = [models.Index(fields=["topic", "status"])]
        constraints = [
            one_of("topic_link", "status", ["suggested", "accepted", "rejected"]),
            one_of("topic_link", "origin", ["rule", "curator"]),
            models.UniqueConstraint(fields=["document", "topic"], name="topic_link_once"),
            models.CheckConstraint(
                name="topic_link_by_rule_has_evidence", condition=~Q(origin="rule") | ~Q(quote="")
            ),
            models.CheckConstraint(
                name="topic_link_confidence_is_a_share",
                condition=Q(confidence__gte=0, confidence__lte=1),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.document} → {self.topic}"
