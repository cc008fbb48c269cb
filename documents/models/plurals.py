"""What several records of a kind, or several topics of a facet, are called."""

from __future__ import annotations

from django.utils.translation import gettext as _


def kinds(kind: str) -> str:
    """Return the plural of a kind of record."""
    return {
        "report": _("Reports"),
        "news": _("News items"),
        "release": _("Foundation releases"),
        "policy": _("Official policies"),
        "brief": _("Analysts’ briefs"),
    }[kind]


def facets(facet: str) -> str:
    """Return the plural of a facet of topics."""
    return {
        "region": _("Regions"),
        "cluster": _("Clusters"),
        "theme": _("Policy themes"),
        "instrument": _("Policy instruments"),
    }[facet]
