from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ToegangConfig(AppConfig):
    name = "kennisplatform.toegang"
    label = "toegang"
    verbose_name = _("Toegang")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from allauth.account.signals import password_reset
        from allauth.usersessions.models import UserSession
        from django.db.models.signals import pre_save

        from kennisplatform.toegang import apparaten, deurlog, tellers  # models must exist first

        pre_save.connect(apparaten.verkort, sender=UserSession, dispatch_uid="sessie-verkort")
        password_reset.connect(tellers.bij_nieuw_wachtwoord, dispatch_uid="deur-nieuw-wachtwoord")
        deurlog.verbind()
