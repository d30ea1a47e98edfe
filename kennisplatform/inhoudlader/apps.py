from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class InhoudladerConfig(AppConfig):
    name = "kennisplatform.inhoudlader"
    label = "inhoudlader"
    verbose_name = _("Inhoudlader")
    default_auto_field = "django.db.models.BigAutoField"
