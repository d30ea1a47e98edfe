from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class LeernetwerkConfig(AppConfig):
    name = "leernetwerk"
    label = "leernetwerk"
    verbose_name = _("Leernetwerk")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from kennisplatform.basis import praktijk, proefhaak  # models must exist first
        from leernetwerk import proef, toepassingen

        praktijk.registreer(toepassingen.tel, toepassingen.voorbeelden)
        proefhaak.registreer_meting(proef.meetrijen)
