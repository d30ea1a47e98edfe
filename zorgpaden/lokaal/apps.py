from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class LokaalConfig(AppConfig):
    name = "zorgpaden.lokaal"
    label = "lokaal"
    verbose_name = _("zorgpaden van buurten")
