"""Wagtail's own stops at the first thing that can't go on or off the site, every night at the same one."""

from __future__ import annotations

from typing import Any

from django.apps import apps
from django.utils import timezone
from wagtail.management.commands.publish_scheduled import Command as Gepland
from wagtail.models import DraftStateMixin, Page, Revision

from kennisplatform.basis.losse_rijen import voor_elk


class Command(Gepland):
    def handle(self, *args: Any, **options: Any) -> None:
        if options["dryrun"]:
            super().handle(*args, **options)
            return
        nu = timezone.now()
        anders = [m for m in apps.get_models() if issubclass(m, DraftStateMixin) and not issubclass(m, Page)]
        for model in (Page, *anders):
            voorbij = list(model._default_manager.filter(live=True, expire_at__lt=nu).order_by("expire_at"))
            voor_elk("gepland van de site halen", voorbij, _haal_weg)
        versies = Revision.objects.filter(approved_go_live_at__lt=nu).order_by("approved_go_live_at")
        voor_elk("gepland op de site zetten", versies, _zet_neer)


def _haal_weg(ding: Any) -> None:
    ding.unpublish(set_expired=True, log_action="wagtail.unpublish.scheduled")


def _zet_neer(versie: Revision) -> None:
    versie.publish(log_action="wagtail.publish.scheduled")
