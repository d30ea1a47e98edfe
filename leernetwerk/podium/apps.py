from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from kennisplatform.basis import nachtwerk
from kennisplatform.deelnemers import demohaak


class PodiumConfig(AppConfig):
    name = "leernetwerk.podium"
    label = "podium"
    verbose_name = _("Podium")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from leernetwerk.podium import aanbouwen, demo, eigen, onderhoud, verzenden  # models must exist first

        aanbouwen.registreer()
        eigen.registreer()
        demohaak.registreer(demo.vul, volgorde=90)  # its examples come from 'delen'
        nachtwerk.registreer("nieuwsbrief: verder versturen", verzenden.hervat)
        nachtwerk.registreer("nieuwsbrief: opruimen", onderhoud.ruim_op)
