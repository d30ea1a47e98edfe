from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class DeelnemersConfig(AppConfig):
    name = "kennisplatform.deelnemers"
    label = "deelnemers"
    verbose_name = _("Deelnemers")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from kennisplatform.basis import nachtwerk, proefhaak, waarschuwingen  # models must exist first
        from kennisplatform.deelnemers import eigen, proef, signalen, zoekbron
        from kennisplatform.post import onderhoud, stand, wachtrij

        zoekbron.registreer_buurten()
        eigen.registreer()
        signalen.verbind()
        proefhaak.registreer_velden("buurt", proef.velden)
        # Post knows no room, and basis doesn't know post: this room introduces them.
        nachtwerk.registreer("post versturen", wachtrij.verwerk)
        nachtwerk.registreer("post opruimen", onderhoud.ruim_op)
        waarschuwingen.registreer("post", stand.waarschuwing)
