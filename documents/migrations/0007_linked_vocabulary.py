"""The names that the links were made with are kept, so that it shows when names have changed."""

from __future__ import annotations

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("documents", "0006_figure_measures"),
    ]

    operations = [
        migrations.CreateModel(
            name="LinkedVocabulary",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("rules", models.CharField(max_length=64, verbose_name="version of the rules")),
                ("rows", models.JSONField(help_text="As they were when the records were linked last.", verbose_name="topics, names and places")),
                ("linked_at", models.DateTimeField(verbose_name="linked at")),
            ],
            options={
                "verbose_name": "names the links were made with",
                "verbose_name_plural": "names the links were made with",
                "constraints": [models.CheckConstraint(condition=models.Q(("pk", 1)), name="linked_vocabulary_is_one_row")],
            },
        ),
    ]
