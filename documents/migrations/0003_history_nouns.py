"""The history also tells of relations between records and of names in texts."""

from __future__ import annotations

from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("documents", "0002_roles"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.RemoveConstraint(
            model_name="change",
            name="change_noun_is_known",
        ),
        migrations.AlterField(
            model_name="change",
            name="noun",
            field=models.CharField(
                choices=[
                    ("document", "Record"),
                    ("link", "Link"),
                    ("topic", "Topic"),
                    ("tag", "Tag"),
                    ("relation", "Relation"),
                    ("mention", "Name"),
                ],
                max_length=10,
                verbose_name="what",
            ),
        ),
        migrations.AddConstraint(
            model_name="change",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("noun__in", ["document", "link", "topic", "tag", "relation", "mention"])
                ),
                name="change_noun_is_known",
            ),
        ),
    ]
