"""The records of a series, and the embargoes that still run, are found without reading all."""

from __future__ import annotations

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("documents", "0008_narrower_names"),
    ]

    operations = [
        migrations.AddIndex(
            model_name="document",
            index=models.Index(fields=["series"], name="documents_d_series_f025cb_idx"),
        ),
        migrations.AddIndex(
            model_name="document",
            index=models.Index(condition=models.Q(("embargo_until__isnull", False)), fields=["embargo_until"], name="document_embargo"),
        ),
    ]
