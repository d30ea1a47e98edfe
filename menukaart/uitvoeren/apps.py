from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class UitvoerenConfig(AppConfig):
    name = "menukaart.uitvoeren"
    label = "uitvoeren"
    verbose_name = _("Uitvoeren")
    default_auto_field = "django.db.models.BigAutoField"
