from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PodiumConfig(AppConfig):
    name = "leernetwerk.podium"
    label = "podium"
    verbose_name = _("Podium")
    default_auto_field = "django.db.models.BigAutoField"
