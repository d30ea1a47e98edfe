from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('redactie', '0003_meeleeslinks'),
    ]

    operations = [
        migrations.AlterField(
            model_name='werkgang',
            name='soort',
            field=models.CharField(choices=[('trefwoord', 'Trefwoord of begrip erbij of eraf'), ('thema', 'Hoofdthema kiezen'), ('eigenaar', 'Eigenaar kiezen'), ('controle', 'Volgende controle kiezen'), ('publiceren', 'Publiceren'), ('intrekken', 'Van de site halen'), ('vertalen', 'Klaarzetten om te vertalen'), ('verplaatsen', 'Onder een andere pagina zetten'), ('inlezen', 'Wijzigingen uit een lijst')], max_length=12, verbose_name='wat'),
        ),
        migrations.AlterField(
            model_name='werkgang',
            name='stand',
            field=models.CharField(choices=[('bekeken', 'nagekeken, nog niet begonnen'), ('wacht', 'wacht'), ('bezig', 'bezig'), ('klaar', 'klaar'), ('draait', 'wordt teruggedraaid'), ('terug', 'teruggedraaid')], default='wacht', max_length=10, verbose_name='stand'),
        ),
    ]
