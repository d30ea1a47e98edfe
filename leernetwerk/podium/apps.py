from django.apps import AppConfig
from django.db.models.signals import post_delete, post_save
from django.utils.translation import gettext_lazy as _


class PodiumConfig(AppConfig):
    name = "leernetwerk.podium"
    label = "podium"
    verbose_name = _("Podium")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from wagtail.models import PageViewRestriction
        from wagtail.signals import page_unpublished

        from leernetwerk.models import Praktijkvoorbeeld
        from leernetwerk.podium import verzenden  # models must exist first
        from leernetwerk.podium.models import Uitlichting

        post_save.connect(verzenden.herzie, sender=Praktijkvoorbeeld, dispatch_uid="nieuwsbrief-voorbeeld")
        post_save.connect(verzenden.herzie, sender=PageViewRestriction, dispatch_uid="nieuwsbrief-beperking")
        post_delete.connect(verzenden.herzie, sender=Uitlichting, dispatch_uid="nieuwsbrief-weg")
        page_unpublished.connect(verzenden.herzie, dispatch_uid="nieuwsbrief-offline")  # a parent takes its pages along
