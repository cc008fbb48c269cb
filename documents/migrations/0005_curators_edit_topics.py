"""Curators and publishers edit topics and their names, on the page of each facet as well."""

from __future__ import annotations

from django.contrib.auth.management import create_permissions
from django.db import migrations

NOUNS = (
    *("topic", "region", "cluster", "policytheme", "instrument"),
    *("topicname", "membership", "place", "oldaddress"),
)
RIGHTS = [f"{verb}_{noun}" for noun in NOUNS for verb in ("add", "change", "view")]


def let_curators_edit(apps, schema_editor):
    for config in apps.get_app_configs():
        config.models_module = True
        create_permissions(config, apps=apps, verbosity=0)
        config.models_module = None
    Group = apps.get_model("auth", "Group")
    Permission = apps.get_model("auth", "Permission")
    rights = Permission.objects.filter(content_type__app_label="documents", codename__in=RIGHTS)
    for group in Group.objects.filter(name__in=("curator", "publisher", "admin")):
        group.permissions.add(*rights)


class Migration(migrations.Migration):
    dependencies = [("documents", "0004_list_order")]
    operations = [migrations.RunPython(let_curators_edit, migrations.RunPython.noop)]
