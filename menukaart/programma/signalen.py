"""A changed activity or line of the plan is found by its new words."""

from __future__ import annotations

from django.db.models.signals import post_delete, post_save

from kennisplatform.basis.bijtekst import opnieuw
from kennisplatform.cijfers.signalen import OP
from menukaart.programma.models import Activiteit, Planregel


def bij_wijziging(sender: type, **kwargs: object) -> None:
    opnieuw(*OP)


def verbind() -> None:
    for signaal in (post_save, post_delete):
        for model in (Activiteit, Planregel):
            signaal.connect(bij_wijziging, sender=model, dispatch_uid=f"programma-{model.__name__}-{id(signaal)}")
