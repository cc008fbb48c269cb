"""A figure tells what it measures, so that comparable ones are found."""

from __future__ import annotations

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("documents", "0005_curators_edit_topics"),
    ]

    operations = [
        migrations.AddField(
            model_name="figure",
            name="measure",
            field=models.CharField(blank=True, help_text="The same for figures that may be set side by side.", max_length=80, verbose_name="what it measures"),
        ),
        migrations.AddIndex(
            model_name="figure",
            index=models.Index(fields=["topic", "measure"], name="documents_f_topic_i_dc3f76_idx"),
        ),
        migrations.AddIndex(
            model_name="figure",
            index=models.Index(fields=["topic", "document"], name="documents_f_topic_i_e084fe_idx"),
        ),
    ]
