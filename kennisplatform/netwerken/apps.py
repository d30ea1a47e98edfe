from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class NetwerkenConfig(AppConfig):
    name = "kennisplatform.netwerken"
    label = "netwerken"
    verbose_name = _("Buurtnetwerken")
    default_auto_field = "django.db.models.BigAutoField"
