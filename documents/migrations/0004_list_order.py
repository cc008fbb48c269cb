"""Records on a reader's list have a place."""

from __future__ import annotations

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("documents", "0003_history_nouns")]

    operations = [
        migrations.AlterModelOptions(
            name="listentry",
            options={
                "ordering": ["position", "-added_at", "-pk"],
                "verbose_name": "record on a list",
                "verbose_name_plural": "records on lists",
            },
        ),
        migrations.AddField(
            model_name="listentry",
            name="position",
            field=models.PositiveIntegerField(
                default=0,
                help_text="0 until the reader puts it somewhere.",
                verbose_name="place on the list",
            ),
        ),
    ]
