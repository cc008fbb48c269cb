"""What is typed into a review is kept by window: one person's entries never replace another's."""

from __future__ import annotations

import django.db.models.deletion
from django.conf import settings
from django.contrib.auth.management import create_permissions
from django.db import migrations, models

FIRST = "first"
"""The window of what was kept before windows were told apart."""


def take_over(apps, schema_editor):
    KeptReview = apps.get_model("documents", "KeptReview")
    Submission = apps.get_model("documents", "Submission")
    for submission in Submission.objects.exclude(edits={}).only("edits", "submitted_at"):
        KeptReview.objects.create(
            submission=submission,
            window=FIRST,
            values=submission.edits,
            kept_at=submission.submitted_at,
        )


def give_back(apps, schema_editor):
    KeptReview = apps.get_model("documents", "KeptReview")
    for kept in KeptReview.objects.order_by("kept_at").select_related("submission"):
        kept.submission.edits = kept.values
        kept.submission.save(update_fields=["edits"])


def let_admins_see(apps, schema_editor):
    """Permissions are made after all migrations; the admins' group needs these now."""
    for config in apps.get_app_configs():
        config.models_module = True
        create_permissions(config, apps=apps, verbosity=0)
        config.models_module = None
    Permission = apps.get_model("auth", "Permission")
    rights = Permission.objects.filter(
        content_type__app_label="documents", codename__endswith="_keptreview"
    )
    for group in apps.get_model("auth", "Group").objects.filter(name="admin"):
        group.permissions.add(*rights)


class Migration(migrations.Migration):
    dependencies = [
        ("documents", "0011_merged_records"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]
    operations = [
        migrations.CreateModel(
            name="KeptReview",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("window", models.CharField(blank=True, help_text="Tells apart two pages that one person has open on the same text.", max_length=32, verbose_name="window")),
                ("values", models.JSONField(default=dict, verbose_name="entries")),
                ("kept_at", models.DateTimeField(verbose_name="kept at")),
                ("by", models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name="+", to=settings.AUTH_USER_MODEL, verbose_name="by")),
                ("submission", models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="kept_reviews", to="documents.submission", verbose_name="submission")),
            ],
            options={
                "verbose_name": "entries not handed in",
                "verbose_name_plural": "entries not handed in",
                "ordering": ["-kept_at", "-pk"],
                "constraints": [models.UniqueConstraint(fields=("submission", "window"), name="kept_review_once")],
            },
        ),
        migrations.RunPython(take_over, give_back),
        migrations.RunPython(let_admins_see, migrations.RunPython.noop),
        migrations.RemoveField(model_name="submission", name="edits"),
    ]
