from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class TekeningConfig(AppConfig):
    name = "kennisplatform.tekening"
    label = "tekening"
    verbose_name = _("Bewaarde tekeningen")
