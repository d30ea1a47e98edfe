"""A letter of the team to the networks of a selection: one to each person, whatever roles they have in how many of them."""

from __future__ import annotations

from collections.abc import Collection
from typing import Final

from django.conf import settings
from django.db import models, transaction
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from kennisplatform.basis.losse_rijen import voor_elk
from kennisplatform.deelnemers.keuzes import Netwerkrol
from kennisplatform.deelnemers.models import Gebruiker, Lidmaatschap
from kennisplatform.post.versturen import verstuur
from kennisplatform.register.models import Teambericht


class Ontvangers(models.TextChoices):
    KARTREKKERS = "kartrekkers", _("De kartrekkers")
    LEIDING = "leiding", _("De kartrekkers, projectcoördinatoren en coaches")
    ALLEN = "allen", _("Iedereen in deze netwerken")


ROLLEN: Final = {
    Ontvangers.KARTREKKERS: (Netwerkrol.KARTREKKER,),
    Ontvangers.LEIDING: (Netwerkrol.KARTREKKER, Netwerkrol.COORDINATOR, Netwerkrol.COACH),
    Ontvangers.ALLEN: tuple(Netwerkrol),
}


def wie(buurten: Collection[int], aan: str) -> list[Gebruiker]:
    """`buurten`: keys. In the order of their addresses; nobody twice."""
    rij = Lidmaatschap.objects.lopend().filter(buurt__in=buurten, rol__in=ROLLEN[Ontvangers(aan)])
    return list(Gebruiker.objects.filter(pk__in=rij.values("persoon"), is_active=True).order_by("email"))


@transaction.atomic
def schrijf(*, buurten: Collection[int], aan: str, onderwerp: str, tekst: str, door: Gebruiker) -> Teambericht:
    mensen = wie(buurten, aan)
    bericht = Teambericht.objects.create(
        door=door, aan=aan, onderwerp=onderwerp, tekst=tekst, buurten=len(buurten), mensen=len(mensen)
    )
    link = settings.WAGTAILADMIN_BASE_URL + reverse("werkplek")
    brief = render_to_string("register/post/bericht.txt", {"tekst": tekst, "door": door, "link": link})

    def brief_aan(mens: Gebruiker) -> None:
        verstuur(
            aan=mens.email,
            onderwerp=onderwerp,
            tekst=brief,
            koppen={"Reply-To": door.email},
            kenmerk=f"teambericht:{bericht.pk}:{mens.pk}",
        )

    bericht.mensen = voor_elk("brief van het team", mensen, brief_aan)
    bericht.save(update_fields=["mensen"])
    return bericht
