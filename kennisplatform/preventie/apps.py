from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PreventieConfig(AppConfig):
    name = "kennisplatform.preventie"
    label = "preventie"
    verbose_name = _("Preventie")
    default_auto_field = "django.db.models.BigAutoField"
