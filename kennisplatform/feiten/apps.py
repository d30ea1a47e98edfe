from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class FeitenConfig(AppConfig):
    name = "kennisplatform.feiten"
    label = "feiten"
    verbose_name = _("Feiten")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from kennisplatform.feiten import signalen  # models are ready only now

        signalen.verbind()
