from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class KiezenConfig(AppConfig):
    name = "menukaart.kiezen"
    label = "kiezen"
    verbose_name = _("kiezen")
