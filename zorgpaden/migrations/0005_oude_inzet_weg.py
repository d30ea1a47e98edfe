from django.db import migrations


class Migration(migrations.Migration):

    dependencies = [
        ('zorgpaden', '0004_verhuis_inzet'),
    ]

    operations = [
        migrations.RemoveField(
            model_name='zorgpad',
            name='bekostiging',
        ),
        migrations.RemoveField(
            model_name='zorgpad',
            name='inzet_bron',
        ),
        migrations.RemoveField(
            model_name='zorgpad',
            name='uren',
        ),
        migrations.RemoveField(
            model_name='zorgpad',
            name='uren_toelichting',
        ),
        migrations.RemoveField(
            model_name='zorgpad',
            name='verletkosten',
        ),
    ]
