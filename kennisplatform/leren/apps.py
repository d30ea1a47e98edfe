from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class LerenConfig(AppConfig):
    name = "kennisplatform.leren"
    label = "leren"
    verbose_name = _("Lessen")
    default_auto_field = "django.db.models.BigAutoField"
