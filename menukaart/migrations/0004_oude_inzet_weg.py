from django.db import migrations


class Migration(migrations.Migration):

    dependencies = [
        ('menukaart', '0003_verhuis_inzet'),
    ]

    operations = [
        migrations.RemoveField(
            model_name='interventie',
            name='bekostiging',
        ),
        migrations.RemoveField(
            model_name='interventie',
            name='inzet_bron',
        ),
        migrations.RemoveField(
            model_name='interventie',
            name='uren',
        ),
        migrations.RemoveField(
            model_name='interventie',
            name='uren_toelichting',
        ),
        migrations.RemoveField(
            model_name='interventie',
            name='verletkosten',
        ),
    ]
