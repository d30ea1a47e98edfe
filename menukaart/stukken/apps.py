from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class StukkenConfig(AppConfig):
    name = "menukaart.stukken"
    label = "stukken"
    verbose_name = _("Stukken van een buurtplan")
    default_auto_field = "django.db.models.BigAutoField"
