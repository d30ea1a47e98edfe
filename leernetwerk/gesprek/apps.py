from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class GesprekConfig(AppConfig):
    name = "leernetwerk.gesprek"
    label = "gesprek"
    verbose_name = _("Gesprekken")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from kennisplatform.basis import bijtekst, nachtwerk  # models must exist first
        from kennisplatform.deelnemers.signalen import heringedeeld
        from leernetwerk.gesprek import blokken, eigen, volgsoort
        from leernetwerk.gesprek.bijtekst import van
        from leernetwerk.gesprek.opruimen import ruim_op

        volgsoort.registreer()
        blokken.registreer()
        eigen.registreer()
        bijtekst.registreer("gesprek", van)
        nachtwerk.registreer("oude meldingen van berichten", ruim_op)
        heringedeeld.connect(eigen.neem_mee, dispatch_uid="gesprek-verhuist")
