from django.db import models


class Geladen(models.Model):
    """Which content file was loaded last, so that loading again is quick and never overwrites an editor's work."""

    pad = models.CharField(max_length=250, unique=True)
    hash = models.CharField(max_length=64)
    sleutel = models.CharField(max_length=80)  # what it became, such as 'pagina:12'
    op = models.DateTimeField()

    def __str__(self) -> str:
        return self.pad
