"""Logging in: what was kept during the visit goes along, and a reader arrives at the lists."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.contrib.auth.models import User
from django.contrib.auth.views import LoginView
from django.shortcuts import resolve_url
from django.utils.translation import gettext as _, ngettext

from documents.curation.keeping import keep_all
from documents.models import Document
from documents.models.rights import CURATE
from documents.views import kept
from documents.views.viewer import visibility_of

if TYPE_CHECKING:
    from django.contrib.auth.forms import AuthenticationForm
    from django.http import HttpRequest, HttpResponse


class LogIn(LoginView):
    def form_valid(self, form: AuthenticationForm) -> HttpResponse:
        response = super().form_valid(form)
        _carry_over(self.request)
        return response

    def get_default_redirect_url(self) -> str:
        """Lead curators to their desk, and readers, whom the desk would refuse, to their lists."""
        if self.request.user.has_perm(CURATE):
            return super().get_default_redirect_url()
        return resolve_url("documents:lists")


def _carry_over(request: HttpRequest) -> None:
    """Put the records of the visit on a list of the account's own."""
    visible = Document.objects.visible_to(visibility_of(request))
    documents = visible.in_order(kept.ids(request))
    kept.clear(request)
    if not documents or not isinstance(request.user, User):
        return
    name = _("Kept")
    keep_all(documents, request.user, name)
    text = ngettext(
        "%(n)d record kept before you logged in is now on your list “%(name)s”.",
        "%(n)d records kept before you logged in are now on your list “%(name)s”.",
        len(documents),
    )
    messages.success(request, text % {"n": len(documents), "name": name})
