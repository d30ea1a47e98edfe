from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class MenukaartConfig(AppConfig):
    name = "menukaart"
    label = "menukaart"
    verbose_name = _("Menukaart")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from menukaart.programma import signalen  # models are ready only now

        signalen.verbind()
