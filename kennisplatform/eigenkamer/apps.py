from django.apps import AppConfig
from django.db.models.signals import post_delete
from django.utils.translation import gettext_lazy as _


class EigenkamerConfig(AppConfig):
    name = "kennisplatform.eigenkamer"
    label = "eigenkamer"
    verbose_name = _("Kamer van een netwerk")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from kennisplatform.eigenkamer import bewaren
        from kennisplatform.eigenkamer.models import Netwerkbestand

        post_delete.connect(bewaren.ruim_op, sender=Netwerkbestand, dispatch_uid="netwerkbestand-weg")
