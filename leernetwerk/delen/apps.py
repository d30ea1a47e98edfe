from django.apps import AppConfig
from django.db.models.signals import post_delete
from django.utils.translation import gettext_lazy as _

from kennisplatform.basis import nachtwerk
from kennisplatform.deelnemers import demohaak


class DelenConfig(AppConfig):
    name = "leernetwerk.delen"
    label = "delen"
    verbose_name = _("Delen")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from leernetwerk.delen import (  # models must exist first
            aanbouwen,
            beslissen,
            bestanden,
            demo,
            eigen,
            meenemen,
            onderhoud,
        )
        from leernetwerk.delen.models import Beeld, Bijlage

        aanbouwen.registreer()
        beslissen.verbind()
        meenemen.verbind()
        eigen.registreer()
        demohaak.registreer(demo.vul, volgorde=60)  # its writers come from the networks
        for model in (Beeld, Bijlage):
            post_delete.connect(bestanden.ruim_bestand_op, sender=model, dispatch_uid=f"bestand-weg-{model.__name__}")
        nachtwerk.registreer("voorbeelden: herinneringen", onderhoud.herinner)
        nachtwerk.registreer("voorbeelden: opruimen", onderhoud.ruim_op)
