from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class CommitmentConfig(AppConfig):
    name = "menukaart.commitment"
    label = "commitment"
    verbose_name = _("Commitment")
    default_auto_field = "django.db.models.BigAutoField"
