from django.apps import AppConfig
from django.db.models.signals import post_delete
from django.utils.translation import gettext_lazy as _


class DelenConfig(AppConfig):
    name = "leernetwerk.delen"
    label = "delen"
    verbose_name = _("Delen")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from leernetwerk.delen import beslissen, bestanden  # models must exist first
        from leernetwerk.delen.models import Beeld, Bijlage

        beslissen.verbind()
        for model in (Beeld, Bijlage):
            post_delete.connect(bestanden.ruim_bestand_op, sender=model, dispatch_uid=f"bestand-weg-{model.__name__}")
