"""A changed indicator or assumption is found by its new words: the pages that show it are taken up again."""

from __future__ import annotations

from typing import Final

from django.db.models.signals import post_delete, post_save

from kennisplatform.basis.bijtekst import opnieuw
from kennisplatform.cijfers.models import Aanname, Indicator

OP: Final = ("thema", "algemeen")  # kinds of page


def bij_wijziging(sender: type, **kwargs: object) -> None:
    opnieuw(*OP)


def verbind() -> None:
    for signaal in (post_save, post_delete):
        for model in (Indicator, Aanname):
            signaal.connect(bij_wijziging, sender=model, dispatch_uid=f"cijfers-{model.__name__}-{id(signaal)}")
