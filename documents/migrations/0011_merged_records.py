"""The number of a record that was merged leads to the one that stays."""

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('documents', '0010_source_descriptions'),
    ]

    operations = [
        migrations.RemoveConstraint(
            model_name='oldaddress',
            name='old_address_kind_is_known',
        ),
        migrations.AlterField(
            model_name='oldaddress',
            name='kind',
            field=models.CharField(choices=[('region', 'Region'), ('cluster', 'Cluster'), ('theme', 'Policy theme'), ('instrument', 'Policy instrument'), ('tag', 'Tag'), ('source', 'Source'), ('document', 'Record')], max_length=10, verbose_name='kind'),
        ),
        migrations.AddConstraint(
            model_name='oldaddress',
            constraint=models.CheckConstraint(condition=models.Q(('kind__in', ['region', 'cluster', 'theme', 'instrument', 'tag', 'source', 'document'])), name='old_address_kind_is_known'),
        ),
    ]
