from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class CijfersConfig(AppConfig):
    name = "kennisplatform.cijfers"
    label = "cijfers"
    verbose_name = _("Cijfers")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from kennisplatform.cijfers import signalen  # models are ready only now

        signalen.verbind()
