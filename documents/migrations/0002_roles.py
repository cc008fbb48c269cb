"""Makes the groups: reader, analyst, curator, publisher, admin."""

from __future__ import annotations

from django.contrib.auth.management import create_permissions
from django.db import migrations

NOUNS = (
    *("attachment", "author", "authorship", "candidate", "datedfact", "document", "figure"),
    *("image", "issuingbody", "keyworditem", "mention", "relation", "source", "sourcename"),
    *("submission", "tagitem", "topiclink"),
)
READER = ["documents.read_licensed"]
ANALYST = [*READER]
CURATOR = [
    *ANALYST,
    *(f"documents.{verb}_{noun}" for noun in NOUNS for verb in ("add", "change", "view")),
    *(f"documents.view_{noun}" for noun in ("change", "topic", "topicname", "membership", "place")),
    *("taggit.add_tag", "taggit.change_tag", "taggit.view_tag"),
]
PUBLISHER = [
    *CURATOR,
    "documents.publish_document",
    *(
        f"documents.{verb}_{noun}"
        for noun in ("topic", "topicname", "membership", "place", "oldaddress")
        for verb in ("add", "change", "view")
    ),
]
ROLES = {"reader": READER, "analyst": ANALYST, "curator": CURATOR, "publisher": PUBLISHER}


def make_roles(apps, schema_editor):
    # Permissions are made after all migrations; these groups need them now.
    for config in apps.get_app_configs():
        config.models_module = True
        create_permissions(config, apps=apps, verbosity=0)
        config.models_module = None
    Group = apps.get_model("auth", "Group")
    Permission = apps.get_model("auth", "Permission")
    every = {
        f"{one.content_type.app_label}.{one.codename}": one
        for one in Permission.objects.select_related("content_type")
    }
    for name, rights in ROLES.items():
        group, _made = Group.objects.get_or_create(name=name)
        group.permissions.add(*(every[right] for right in rights))
    admin, _made = Group.objects.get_or_create(name="admin")
    admin.permissions.add(*every.values())


class Migration(migrations.Migration):
    dependencies = [
        ("documents", "0001_initial"),
        ("auth", "0012_alter_user_first_name_max_length"),
        ("contenttypes", "0002_remove_content_type_name"),
        ("taggit", "0006_rename_taggeditem_content_type_object_id_taggit_tagg_content_8fc721_idx"),
    ]
    operations = [migrations.RunPython(make_roles, migrations.RunPython.noop)]
