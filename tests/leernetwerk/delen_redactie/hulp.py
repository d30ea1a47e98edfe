"""What the tests of judging an example share: an editor's decision and the mail that came of it."""

from __future__ import annotations

from typing import Any

from django.urls import reverse

from kennisplatform.deelnemers.models import Gebruiker
from kennisplatform.post.models import Bericht
from leernetwerk.delen.models import Inzending
from tests.leernetwerk.hulp import client


def beslis(wie: Gebruiker, inzending: Inzending, wat: str, tekst: str = "") -> Any:
    """As an editor does: the button in Wagtail's own screen."""
    taak = inzending.pagina.current_workflow_task_state
    adres = reverse("wagtailadmin_pages:workflow_action", args=[inzending.pagina_id, wat, taak.pk])
    return client(wie).post(adres, {"comment": tekst})


def post_aan(wie: Gebruiker) -> list[str]:
    return [bericht.onderwerp for bericht in Bericht.objects.filter(aan=wie.email).order_by("pk")]
