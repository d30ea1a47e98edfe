from django.apps import AppConfig
from django.db.models.signals import post_save
from django.utils.translation import gettext_lazy as _


class LeernetwerkConfig(AppConfig):
    name = "leernetwerk"
    label = "leernetwerk"
    verbose_name = _("Leernetwerk")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from leernetwerk.besloten import zet_beperking  # models must exist first
        from leernetwerk.models import Praktijkvoorbeeld

        post_save.connect(zet_beperking, sender=Praktijkvoorbeeld, dispatch_uid="besloten-voorbeeld")
