from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ZorgpadenConfig(AppConfig):
    name = "zorgpaden"
    label = "zorgpaden"
    verbose_name = _("Zorgpaden")
    default_auto_field = "django.db.models.BigAutoField"
