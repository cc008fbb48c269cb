"""Root URLs: the app under each language's addresses, the admin, and the log-in pages."""

from __future__ import annotations

from django.conf.urls.i18n import i18n_patterns
from django.contrib import admin
from django.urls import include, path

from documents.views.log_in import LogIn

urlpatterns = [
    path("i18n/", include("django.conf.urls.i18n")),
    *i18n_patterns(
        path("admin/", admin.site.urls),
        path("accounts/login/", LogIn.as_view(), name="login"),
        path("accounts/", include("django.contrib.auth.urls")),
        path("", include("documents.urls")),
        prefix_default_language=False,
    ),
]

handler400 = "documents.views.errors.bad_request"
handler403 = "documents.views.errors.permission_denied"
handler404 = "documents.views.errors.not_found"
handler500 = "documents.views.errors.server_error"
