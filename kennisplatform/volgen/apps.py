from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class VolgenConfig(AppConfig):
    name = "kennisplatform.volgen"
    label = "volgen"
    verbose_name = _("Volgen en berichten")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from kennisplatform.basis import nachtwerk  # models must exist first
        from kennisplatform.deelnemers.signalen import heringedeeld, ongedaan_gemaakt
        from kennisplatform.volgen import blokken, eigen, soorten
        from kennisplatform.volgen.opruimen import ruim_op
        from kennisplatform.volgen.overzichten import stuur_alles
        from kennisplatform.volgen.verhuizen import neem_mee, neem_terug

        soorten.registreer_eigen()
        blokken.registreer()
        eigen.registreer()
        nachtwerk.registreer("berichten over wat mensen volgen", stuur_alles)
        nachtwerk.registreer("oude berichten", ruim_op)
        heringedeeld.connect(neem_mee, dispatch_uid="volgen-verhuist")
        ongedaan_gemaakt.connect(neem_terug, dispatch_uid="volgen-terug")
