from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ProefdataConfig(AppConfig):
    name = "kennisplatform.proefdata"
    label = "proefdata"
    verbose_name = _("Proefdata")
    default_auto_field = "django.db.models.BigAutoField"
