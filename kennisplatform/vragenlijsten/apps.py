from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class VragenlijstenConfig(AppConfig):
    name = "kennisplatform.vragenlijsten"
    label = "vragenlijsten"
    verbose_name = _("Vragenlijsten")
    default_auto_field = "django.db.models.BigAutoField"
