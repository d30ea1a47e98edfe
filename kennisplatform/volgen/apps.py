from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class VolgenConfig(AppConfig):
    name = "kennisplatform.volgen"
    label = "volgen"
    verbose_name = _("Volgen en berichten")
    default_auto_field = "django.db.models.BigAutoField"
