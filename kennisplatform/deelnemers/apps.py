from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class DeelnemersConfig(AppConfig):
    name = "kennisplatform.deelnemers"
    label = "deelnemers"
    verbose_name = _("Deelnemers")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from kennisplatform.deelnemers import signalen  # models must exist first

        signalen.verbind()
