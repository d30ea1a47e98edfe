from django.db import migrations

from kennisplatform.basis.inzetverhuizing import verhuis


class Migration(migrations.Migration):

    dependencies = [
        ('zorgpaden', '0003_inzet_en_bron'),
        ('wagtailcore', '0098_apitoken'),
    ]

    operations = [
        migrations.RunPython(lambda apps, schema: verhuis(apps, 'zorgpaden', 'Zorgpad'), migrations.RunPython.noop),
    ]
