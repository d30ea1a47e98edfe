from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = []

    operations = [
        migrations.CreateModel(
            name="Wachtrij",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("sleutel", models.CharField(max_length=120, verbose_name="sleutel")),
                (
                    "actie",
                    models.CharField(
                        choices=[("zet", "opnemen of verversen"), ("wis", "uit de zoekmachine halen")],
                        default="zet",
                        max_length=3,
                        verbose_name="actie",
                    ),
                ),
                ("gemaakt", models.DateTimeField(auto_now_add=True, verbose_name="gemaakt")),
            ],
            options={
                "verbose_name": "regel in de wachtrij",
                "verbose_name_plural": "wachtrij",
                "ordering": ["pk"],
            },
        ),
    ]
