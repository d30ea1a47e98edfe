from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from kennisplatform.basis import nachtwerk
from kennisplatform.deelnemers import demohaak


class ContactConfig(AppConfig):
    name = "leernetwerk.contact"
    label = "contact"
    verbose_name = _("Contact")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from leernetwerk.contact import aanbouwen, demo, eigen, onderhoud  # models must exist first

        aanbouwen.registreer()
        eigen.registreer()
        demohaak.registreer(demo.vul, volgorde=80)  # its examples come from 'delen'
        nachtwerk.registreer("contact: herinneringen", onderhoud.herinner)
        nachtwerk.registreer("contact: opruimen", onderhoud.ruim_op)
