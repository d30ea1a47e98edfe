from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class MenukaartConfig(AppConfig):
    name = "menukaart"
    label = "menukaart"
    verbose_name = _("Menukaart")
    default_auto_field = "django.db.models.BigAutoField"
