from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class BegrotingConfig(AppConfig):
    name = "menukaart.begroting"
    label = "begroting"
    verbose_name = _("Buurtbegroting")
    default_auto_field = "django.db.models.BigAutoField"
