from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class RegisterConfig(AppConfig):
    name = "kennisplatform.register"
    label = "register"
    verbose_name = _("Register")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from kennisplatform.basis import proefhaak  # models must exist first
        from kennisplatform.register import proef

        proefhaak.registreer("rijen van het register", proefhaak.Proefwerk(proef.vul, proef.wis))
        proefhaak.registreer_meting(proef.meetrijen)
