"""The names of what was done, in the reader's language: the verbs of the history."""

from __future__ import annotations

from django import template
from django.utils.translation import gettext, gettext_noop as _

register = template.Library()

VERBS = {
    "created": _("created"),
    "edited": _("edited"),
    "reviewed": _("looked at"),
    "draft": _("made a draft"),
    "review": _("handed over for publication"),
    "published": _("published"),
    "withdrawn": _("withdrawn"),
    "trashed": _("put in the trash"),
    "accepted": _("accepted"),
    "rejected": _("rejected"),
    "suggested": _("put back to the suggestions"),
    "found": _("opened again"),
    "confirmed": _("settled"),
    "pinned": _("pinned"),
    "hidden": _("hidden"),
    "let go": _("left to the machine"),
    "added": _("added"),
    "named": _("names changed"),
    "removed": _("removed"),
    "restored": _("brought back"),
    "merged": _("merged"),
    "unmerged": _("merge undone"),
    "deleted": _("deleted for good"),
}


@register.filter
def change_name(verb: str) -> str:
    """Return the name of a verb of the history; an unknown one stays as it is."""
    return gettext(VERBS[verb]) if verb in VERBS else verb
