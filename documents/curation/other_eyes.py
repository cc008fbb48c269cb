"""The second pair of eyes, where the site asks for it: who accepted does not publish."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.conf import settings
from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.db.models import Q
from django.utils.translation import gettext as _

from documents.models import Change
from documents.models.rights import PUBLISH

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser

    from documents.models import Document


def may_make_public(document: Document | None, user: User | AnonymousUser) -> bool:
    """Say whether a user may publish a record; None is one that the user is about to accept."""
    if not user.has_perm(PUBLISH):
        return False
    return not settings.SECOND_PAIR_OF_EYES or (
        document is not None and _accepted_by(document) != user.pk
    )


def check_other_eyes(document: Document, user: User | None) -> None:
    """Raise ValidationError where the user accepted the record; a command has no user."""
    if user is None or not settings.SECOND_PAIR_OF_EYES or _accepted_by(document) != user.pk:
        return
    message = _("Who accepted a record does not publish it. %(who)s")
    raise ValidationError(message % {"who": who_may_publish(document, user)})


def reason_not_to_replace(document: Document, user: User | None) -> str:
    """Return why a user may not bring another text into a record unread, "" where one may.

    An edit shows a record to the curator who changes it. An import replaces what nobody has read,
    so to do that to a public record is to publish. A command has no user and may.
    """
    if user is None or document.status != document.Status.PUBLISHED:
        return ""
    if may_make_public(document, user):
        return ""
    said = _("This record is public: to change it by an import needs the right to publish. %(who)s")
    return said % {"who": who_may_publish(document, user)}


def who_may_publish(document: Document | None, user: User | AnonymousUser) -> str:
    """Return a sentence that names the people who may publish what `user` may not."""
    of_group = Q(groups__permissions__codename="publish_document")
    own = Q(user_permissions__codename="publish_document")
    people = User.objects.filter(of_group | own | Q(is_superuser=True), is_active=True)
    names = people.exclude(pk=_kept_from(document, user) or 0).distinct().order_by("username")
    listed = ", ".join(one.get_full_name() or one.username for one in names[:20])
    if not listed:
        return _("Nobody else may publish: ask an administrator to give somebody that right.")
    return _("These may: %(names)s.") % {"names": listed}


def _kept_from(document: Document | None, user: User | AnonymousUser) -> int | None:
    """Return who may not publish the record since that one accepted it, where this is asked for."""
    if not settings.SECOND_PAIR_OF_EYES:
        return None
    return _accepted_by(document) if document is not None else user.pk


def _accepted_by(document: Document) -> int | None:
    """Return who made the record of its text; None where a command did."""
    made = Change.objects.filter(noun=Change.Noun.DOCUMENT, object_id=document.pk, verb="created")
    return made.order_by("-pk").values_list("by", flat=True).first()
