from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class CijfersessiesConfig(AppConfig):
    name = "kennisplatform.cijfersessies"
    label = "cijfersessies"
    verbose_name = _("Sessies over cijfers")
    default_auto_field = "django.db.models.BigAutoField"
