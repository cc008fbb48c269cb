"""Every web address of the app, in the order of the navigation bar."""

from __future__ import annotations

from django.urls import path

from documents.views import (
    attachments,
    curate,
    curate_import,
    curate_paste,
    curate_record,
    curate_relations,
    curate_review,
    document,
    health,
    home,
    matrix,
    pages,
    search,
    source,
    tag,
    topic,
)

app_name = "documents"
urlpatterns = [
    path("", home.home, name="home"),
    path("search/", search.search, name="search"),
    path("search/suggest/", search.suggest, name="suggest"),
    path("documents/<int:pk>/", document.document, name="document"),
    path("documents/<int:pk>-<str:slug>/", document.document, name="document"),
    path("documents/<int:pk>/cite/<slug:name>/", document.cite, name="cite"),
    path("explore/matrix/", matrix.matrix, name="matrix"),
    path("regions/", topic.topics, {"facet": "region"}, name="regions"),
    path("regions/<str:slug>/", topic.topic, {"facet": "region"}, name="region"),
    path("clusters/", topic.topics, {"facet": "cluster"}, name="clusters"),
    path("clusters/<str:slug>/", topic.topic, {"facet": "cluster"}, name="cluster"),
    path("themes/", topic.topics, {"facet": "theme"}, name="themes"),
    path("themes/<str:slug>/", topic.topic, {"facet": "theme"}, name="theme"),
    path("instruments/", topic.topics, {"facet": "instrument"}, name="instruments"),
    path("instruments/<str:slug>/", topic.topic, {"facet": "instrument"}, name="instrument"),
    path("tags/<str:slug>/", tag.tag, name="tag"),
    path("sources/", source.sources, name="sources"),
    path("sources/<str:slug>/", source.source, name="source"),
    path("curate/", curate.curate, name="curate"),
    path("curate/paste/", curate_paste.paste, name="curate-paste"),
    path("curate/import/", curate_import.upload, name="curate-import"),
    path("curate/import/<uuid:batch>/", curate_import.plan, name="curate-import-plan"),
    path("curate/relations/", curate_relations.relations, name="curate-relations"),
    path("curate/relations/<int:pk>/", curate_relations.relation, name="curate-relation"),
    path("curate/originals/<str:checksum>/", attachments.attachment, name="original"),
    path("curate/submissions/<int:pk>/", curate_review.review, name="curate-review"),
    path("curate/submissions/<int:pk>/keep/", curate_review.keep, name="curate-keep"),
    path("curate/submissions/<int:pk>/aside/", curate_review.set_aside, name="curate-aside"),
    path("curate/records/<int:pk>/", curate_record.record, name="curate-record"),
    path("curate/records/<int:pk>/state/", curate_record.state, name="curate-state"),
    path("help/", pages.search_help, name="help"),
    path("glossary/", pages.glossary, name="glossary"),
    path("about/", pages.about, name="about"),
    path("healthz", health.healthz, name="healthz"),
]
