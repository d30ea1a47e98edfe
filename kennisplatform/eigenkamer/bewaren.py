"""Verbs of a network's own room. The neighbourhood is locked first, so that a count never crosses a saving."""

from __future__ import annotations

import uuid
from functools import partial
from typing import Any, Final

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from kennisplatform.basis.documenten.keuren import MAX_BYTES, Ongeschikt, keur_document
from kennisplatform.basis.openbaar import openbaar
from kennisplatform.deelnemers.buurten import vergrendel
from kennisplatform.deelnemers.keuzes import Zichtbaarheid
from kennisplatform.deelnemers.models import Buurt, Gebruiker
from kennisplatform.eigenkamer.models import Netwerkbestand
from kennisplatform.gesprek.models import Bijdrage, Bijdragesoort
from kennisplatform.gesprek.schrijven import schrijf
from kennisplatform.naderhand import na_commit

MEESTE_BESTANDEN: Final = 200
GESPREKSPLEK: Final = "leernetwerkpagina"  # a free topic hangs below the learning network: it is about no other page


@transaction.atomic
def bewaar_bestand(*, buurt: Buurt, bestand: UploadedFile, naam: str, door: Gebruiker) -> Netwerkbestand:
    """Raises Ongeschikt, with what to tell the writer."""
    vergrendel(buurt)
    if Netwerkbestand.objects.filter(buurt=buurt).count() >= MEESTE_BESTANDEN:
        raise Ongeschikt(_("Er staan al tweehonderd bestanden. Haal er eerst een weg."))
    if (bestand.size or 0) > MAX_BYTES:
        raise Ongeschikt(_("Dit document is te groot: hoogstens 12 MB."))
    soort = keur_document(bestand)
    ding = Netwerkbestand(buurt=buurt, naam=naam, soort=soort, grootte=bestand.size or 0, door=door)
    bestand.seek(0)
    ding.bestand.save(f"bestand.{soort}", bestand, save=True)
    return ding


def begin_onderwerp(
    *, buurt: Buurt, kop: str, tekst: str, door: Gebruiker, sleutel: uuid.UUID | None, volgen: bool, bevestigd: bool
) -> Bijdrage:
    """A free topic in the conversation, for this network only."""
    pagina = openbaar(
        Page.objects.filter(content_type__model=GESPREKSPLEK, locale__language_code="nl").order_by("pk")
    ).first()
    assert pagina is not None, "the page of the learning network is one of those that must be there"
    return schrijf(
        soort=Bijdragesoort.VRAAG,
        pagina=pagina,
        door=door,
        tekst=tekst,
        kop=kop,
        buurt=buurt,
        zichtbaarheid=Zichtbaarheid.EIGEN,
        sleutel=sleutel,
        volgen=volgen,
        bevestigd=bevestigd,
    )


def ruim_op(instance: Netwerkbestand, **kwargs: Any) -> None:
    """After the row is gone for good: a file that nobody may see must not stay on the disk."""
    opslag = instance.bestand.storage
    if naam := instance.bestand.name:
        na_commit(partial(opslag.delete, naam), "deleting a file")
