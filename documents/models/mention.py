"""A name found in a text, and what it may mean."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from documents.models.rules import one_of
from documents.models.topic import Topic


class Mention(models.Model):
    """A name at a place of the stored text.

    `start` and `end` are character offsets into the zone's stored text, and `quote` is the exact
    sentence round it. A mention of no facet's topic (an organisation, a person) has no candidates.
    """

    class Zone(models.TextChoices):
        TITLE = "title", _("Title")
        ABSTRACT = "abstract", _("Abstract")
        BODY = "body", _("Body")
        CAPTION = "caption", _("Caption")
        KEYWORDS = "keywords", _("Keywords")
        ENTRIES = "entries", _("Titles listed")
        FOOTER = "footer", _("Footer")
        RESTRICTED = "restricted", _("Licensed text")

    class Kind(models.TextChoices):
        REGION = "region", _("Region")
        CLUSTER = "cluster", _("Cluster")
        THEME = "theme", _("Policy theme")
        INSTRUMENT = "instrument", _("Policy instrument")
        ORGANISATION = "organisation", _("Organisation")
        PERSON = "person", _("Person")

    class Role(models.TextChoices):
        ABOUT = "about", _("The text is about it")
        MENTION = "mention", _("Mentioned in passing")

    class Polarity(models.TextChoices):
        PLAIN = "plain", _("Stated")
        NEGATED = "negated", _("Negated")
        LISTED = "listed", _("Merely listed")

    class Status(models.TextChoices):
        FOUND = "found", _("Found by rule")
        CONFIRMED = "confirmed", _("Confirmed by a curator")
        REJECTED = "rejected", _("Rejected by a curator")

    document = models.ForeignKey(
        "documents.Document",
        on_delete=models.CASCADE,
        related_name="mentions",
        verbose_name=_("document"),
    )
    zone = models.CharField(_("zone"), max_length=10, choices=Zone)
    start = models.PositiveIntegerField(_("start"))
    end = models.PositiveIntegerField(_("end"))
    surface = models.CharField(_("as written"), max_length=500)
    quote = models.TextField(_("sentence"))
    kind = models.CharField(_("kind"), max_length=12, choices=Kind)
    sense = models.CharField(_("sense"), max_length=10, choices=Topic.Sense, blank=True)
    role = models.CharField(_("role"), max_length=10, choices=Role, default=Role.MENTION)
    polarity = models.CharField(
        max_length=10, choices=Polarity, default=Polarity.PLAIN, verbose_name=_("polarity")
    )
    rule = models.CharField(_("rule"), max_length=60)
    vocabulary_version = models.CharField(
        max_length=64, blank=True, verbose_name=_("vocabulary version")
    )
    status = models.CharField(
        max_length=10, choices=Status, default=Status.FOUND, verbose_name=_("status")
    )
    topics = models.ManyToManyField(
        Topic, through="documents.Candidate", related_name="mentions", blank=True
    )

    class Meta:
        verbose_name = _("mention")
        verbose_name_plural = _("mentions")
        ordering = ["document", "zone", "start"]
        indexes = [models.Index(fields=["document", "zone", "start"])]
        constraints = [
            one_of("mention", "status", ["found", "confirmed", "rejected"]),
            models.CheckConstraint(name="mention_has_a_length", condition=Q(end__gt=F("start"))),
            models.CheckConstraint(
                name="mention_has_words", condition=~Q(surface="") & ~Q(quote="")
            ),
            models.UniqueConstraint(
                fields=["document", "zone", "start", "end", "kind"], name="mention_once"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.surface} [{self.zone} {self.start}–{self.end}]"


class Candidate(models.Model):
    """What a mention may mean: one when settled, several while ambiguous."""

    mention = models.ForeignKey(
        Mention, on_delete=models.CASCADE, related_name="candidates", verbose_name=_("mention")
    )
    topic = models.ForeignKey(
        Topic, on_delete=models.CASCADE, related_name="candidates", verbose_name=_("topic")
    )

    class Meta:
        verbose_name = _("candidate")
        verbose_name_plural = _("candidates")
        constraints = [models.UniqueConstraint(fields=["mention", "topic"], name="candidate_once")]

    def __str__(self) -> str:
        return f"{self.mention} → {self.topic}"
