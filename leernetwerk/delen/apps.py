from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class DelenConfig(AppConfig):
    name = "leernetwerk.delen"
    label = "delen"
    verbose_name = _("Delen")
    default_auto_field = "django.db.models.BigAutoField"
