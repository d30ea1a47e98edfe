from pathlib import Path
from types import ModuleType

from django.apps import AppConfig
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from kennisplatform.redactie import catalogus


class RedactieConfig(AppConfig):
    name = "kennisplatform.redactie"
    label = "redactie"
    verbose_name = _("Redactie")
    default_auto_field = "django.db.models.BigAutoField"

    def __init__(self, app_name: str, app_module: ModuleType) -> None:
        """While apps are still being named, when nothing can have been translated: what is read once stays so."""
        super().__init__(app_name, app_module)
        catalogus.maak(settings.BASE_DIR / "locale", Path(settings.LOCALE_PATHS[0]))

    def ready(self) -> None:
        from wagtail.models import Page
        from wagtail.permissions import register_permission_policy

        from kennisplatform.redactie import (  # fields of models must exist first
            begrippen,
            invoer,
            meten,
            regels,
            vergelijken,
            vertalen,
        )
        from kennisplatform.redactie.prullenbakdeur import Paginabeleid

        register_permission_policy(Page, Paginabeleid())

        invoer.registreer()
        vertalen.verbind()
        regels.verbind()
        meten.verbind()
        vergelijken.registreer()
        begrippen.volg_alle_relaties()
