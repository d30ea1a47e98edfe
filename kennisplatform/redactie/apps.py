from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class RedactieConfig(AppConfig):
    name = "kennisplatform.redactie"
    label = "redactie"
    verbose_name = _("Redactie")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from kennisplatform.redactie import invoer  # fields of models must exist first

        invoer.registreer()
