from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class GesprekConfig(AppConfig):
    name = "kennisplatform.gesprek"
    label = "gesprek"
    verbose_name = _("Gesprekken")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from kennisplatform.basis import bijtekst, nachtwerk, proefhaak  # models must exist first
        from kennisplatform.deelnemers import demohaak
        from kennisplatform.deelnemers.signalen import heringedeeld, ongedaan_gemaakt
        from kennisplatform.gesprek import blokken, demo, eigen, proef, volgsoort
        from kennisplatform.gesprek.bijtekst import van
        from kennisplatform.gesprek.opruimen import ruim_op

        volgsoort.registreer()
        blokken.registreer()
        eigen.registreer()
        bijtekst.registreer("gesprek", van)
        nachtwerk.registreer("oude meldingen van berichten", ruim_op)
        heringedeeld.connect(eigen.neem_mee, dispatch_uid="gesprek-verhuist")
        ongedaan_gemaakt.connect(eigen.neem_terug, dispatch_uid="gesprek-terug")
        demohaak.registreer(demo.vul, volgorde=70)  # its people come from 'netwerken'
        proefhaak.registreer("gesprekken en wat mensen volgen", proefhaak.Proefwerk(proef.vul, proef.wis), volgorde=70)
        proefhaak.registreer_meting(proef.meetrijen)
