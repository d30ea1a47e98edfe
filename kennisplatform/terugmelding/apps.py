from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class TerugmeldingConfig(AppConfig):
    name = "kennisplatform.terugmelding"
    label = "terugmelding"
    verbose_name = _("Terugmeldingen")
    default_auto_field = "django.db.models.BigAutoField"
