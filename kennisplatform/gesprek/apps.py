from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class GesprekConfig(AppConfig):
    name = "kennisplatform.gesprek"
    label = "gesprek"
    verbose_name = _("Gesprekken")
    default_auto_field = "django.db.models.BigAutoField"
