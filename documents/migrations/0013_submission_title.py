"""The queue names a text by the title that was read in it."""

from __future__ import annotations

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("documents", "0012_kept_reviews")]
    operations = [
        migrations.AddField(
            model_name="submission",
            name="title",
            field=models.CharField(blank=True, help_text="By it the queue names the text.", max_length=500, verbose_name="title as it was read"),
        ),
    ]
