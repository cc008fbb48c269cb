"""The last day for an answer is a role of its own among the dates of a page."""

from __future__ import annotations

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("documents", "0014_titles_listed")]
    operations = [
        migrations.RemoveConstraint(model_name="datedfact", name="dated_fact_role_is_known"),
        migrations.AlterField(
            model_name="datedfact",
            name="role",
            field=models.CharField(choices=[("report", "Report date"), ("posted", "Posted"), ("updated", "Updated"), ("event", "Event"), ("issued", "Issued"), ("effective", "In force from"), ("expires", "Expires"), ("deadline", "Last day for an answer"), ("other", "Another date")], max_length=10, verbose_name="role"),
        ),
        migrations.AddConstraint(
            model_name="datedfact",
            constraint=models.CheckConstraint(condition=models.Q(("role__in", ["report", "posted", "updated", "event", "issued", "effective", "expires", "deadline", "other"])), name="dated_fact_role_is_known"),
        ),
    ]
