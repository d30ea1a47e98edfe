from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class TekstConfig(AppConfig):
    name = "kennisplatform.tekst"
    label = "tekst"
    verbose_name = _("Tekst zoals mensen die sturen")

    def ready(self) -> None:
        from kennisplatform.tekst import bij_bewaren, bij_invoer, bij_lezen  # models must exist first

        bij_bewaren.verbind()
        bij_invoer.verbind()
        bij_lezen.verbind()
