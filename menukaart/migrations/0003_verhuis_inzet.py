from django.db import migrations

from kennisplatform.basis.inzetverhuizing import verhuis


class Migration(migrations.Migration):

    dependencies = [
        ('menukaart', '0002_inzet_en_bron'),
        ('wagtailcore', '0098_apitoken'),
    ]

    operations = [
        migrations.RunPython(lambda apps, schema: verhuis(apps, 'menukaart', 'Interventie'), migrations.RunPython.noop),
    ]
