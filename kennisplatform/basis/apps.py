from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class BasisConfig(AppConfig):
    name = "kennisplatform.basis"
    label = "basis"
    verbose_name = _("Basis")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from kennisplatform import kamers
        from kennisplatform.basis import (
            getalgrens,
            haast,
            lijstuitvoer,
            paginanieuws,
            signalen,
            wagtail_bijgesteld,
        )  # models must exist first
        from kennisplatform.basis.documenten import signalen as documentsignalen
        from kennisplatform.tekening import tabellen, verandering

        signalen.verbind()
        paginanieuws.verbind()
        documentsignalen.verbind()
        wagtail_bijgesteld.stel_bij()
        lijstuitvoer.stel_bij()
        getalgrens.stel_in()
        haast.verbind()
        kamers.lees()
        verandering.verbind()
        tabellen.verbind()
