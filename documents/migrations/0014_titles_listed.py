"""Names are found in the titles that a list holds as well."""

from __future__ import annotations

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("documents", "0013_submission_title")]
    operations = [
        migrations.AlterField(
            model_name="mention",
            name="zone",
            field=models.CharField(choices=[("title", "Title"), ("abstract", "Abstract"), ("body", "Body"), ("caption", "Caption"), ("keywords", "Keywords"), ("entries", "Titles listed"), ("footer", "Footer"), ("restricted", "Licensed text")], max_length=10, verbose_name="zone"),
        ),
    ]
