"""The names a topic goes by, in each language."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from documents.models.rules import one_of
from documents.models.shipped import Shipped


class TopicName(Shipped):
    class Role(models.TextChoices):
        """Hidden names are matched and searched, never shown."""

        PREFERRED = "preferred", _("Preferred")
        ALTERNATIVE = "alternative", _("Alternative")
        HIDDEN = "hidden", _("Hidden")

    topic = models.ForeignKey(
        "documents.Topic", on_delete=models.CASCADE, related_name="names", verbose_name=_("topic")
    )
    language = models.CharField(_("language"), max_length=3)
    name = models.CharField(_("name"), max_length=300)
    role = models.CharField(_("role"), max_length=12, choices=Role, default=Role.ALTERNATIVE)
    narrower = models.CharField(
        _("narrower thing"),
        max_length=300,
        blank=True,
        help_text=_(
            "What this name means where it is narrower than the topic, in the words of one of its "
            "names. A search for it finds only the names of the same thing."
        ),
    )

    class Meta:
        verbose_name = _("name of a topic")
        verbose_name_plural = _("names of topics")
        ordering = ["topic", "language", "pk"]
        constraints = [
            one_of("topic_name", "role", ["preferred", "alternative", "hidden"]),
            models.CheckConstraint(name="topic_name_not_empty", condition=~Q(name="")),
            models.UniqueConstraint(fields=["topic", "language", "name"], name="topic_name_once"),
            models.UniqueConstraint(
                fields=["topic", "language"],
                condition=Q(role="preferred"),
                name="topic_name_one_preferred_a_language",
            ),
        ]

    def __str__(self) -> str:
        return self.name
