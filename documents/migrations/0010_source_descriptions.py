"""A source is described in Chinese too; who was shipped without stays unedited by a person."""

from __future__ import annotations

import hashlib
import json

from django.db import migrations, models

SHIPPED = ("name", "name_zh", "level", "default_kind", "homepage", "about", "hosts")
"""What the digest of a shipped source was made of before."""


def tell_unedited(apps, schema_editor):
    """Renew the digest of each source that nobody edited, so that it takes its new description."""
    Source = apps.get_model("documents", "Source")
    for source in Source.objects.exclude(shipped_digest=""):
        values = {name: getattr(source, name) for name in SHIPPED}
        if source.shipped_digest == _digest(values):
            source.shipped_digest = _digest(values | {"about_zh": ""})
            source.save(update_fields=["shipped_digest"])


def _digest(values):
    text = json.dumps(values, sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(text.encode()).hexdigest()


class Migration(migrations.Migration):
    dependencies = [("documents", "0009_indexes_of_series_and_embargoes")]
    operations = [
        migrations.AddField(
            model_name="source",
            name="about_zh",
            field=models.TextField(blank=True, verbose_name="about, in Chinese"),
        ),
        migrations.AlterField(
            model_name="source",
            name="about",
            field=models.TextField(blank=True, verbose_name="about, in English"),
        ),
        migrations.RunPython(tell_unedited, migrations.RunPython.noop),
    ]
