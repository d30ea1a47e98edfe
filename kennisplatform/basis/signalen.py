"""What a change sets off: a renamed term is forgotten and taken up by the search."""

from __future__ import annotations

from django.db.models.signals import post_delete, post_save

from kennisplatform.basis.begripsporen import te_vinden
from kennisplatform.basis.models.begrippen import Begrip, vergeet_woordenboek
from kennisplatform.zoeken.wachtrij import zet_in_wachtrij


def bij_begrip(sender: type, instance: Begrip, **kwargs: object) -> None:
    vergeet_woordenboek()
    if not kwargs.get("created") and not kwargs.get("raw"):
        zet_in_wachtrij(te_vinden(instance))


def verbind() -> None:
    post_save.connect(bij_begrip, sender=Begrip, dispatch_uid="begrip")
    post_delete.connect(bij_begrip, sender=Begrip, dispatch_uid="begrip-weg")
