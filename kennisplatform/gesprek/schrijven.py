"""Writing: a question, an answer, a remark; changing, adding, taking away. Rights are asked here once more."""

from __future__ import annotations

import contextlib
import uuid
from typing import Final

from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from wagtail.models import Page

from kennisplatform.deelnemers.keuzes import Zichtbaarheid
from kennisplatform.deelnemers.lidmaatschappen import Bezwaar
from kennisplatform.deelnemers.models import Buurt, Gebruiker
from kennisplatform.deelnemers.positie import mag, positie
from kennisplatform.deelnemers.rechten import PROGRAMMA, Doe
from kennisplatform.gesprek.models import MAX_TEKST, Bijdrage, Bijdragesoort
from kennisplatform.volgen import lijst
from kennisplatform.volgen.melden import herzie, meld, over_pagina, trek_in
from kennisplatform.volgen.soorten import BUURT, PAGINA
from kennisplatform.zoeken.signalen import heropnemen

VRAAG: Final = "vraag"  # the kind that 'volgen' knows a question by


def veranderd(bijdrage: Bijdrage) -> None:
    """After every change of what people read: kept pages are forgotten, and the page's text in the search is made anew."""
    if bijdrage.zichtbaarheid == Zichtbaarheid.OPENBAAR:
        heropnemen([f"pagina:{bijdrage.pagina_id}"])


@transaction.atomic
def schrijf(
    *,
    soort: Bijdragesoort,
    pagina: Page,
    door: Gebruiker,
    tekst: str,
    kop: str = "",
    buurt: Buurt | None = None,
    zichtbaarheid: str = Zichtbaarheid.OPENBAAR,
    vraag: Bijdrage | None = None,
    sleutel: uuid.UUID | None = None,
    volgen: bool = True,
    bevestigd: bool = False,
) -> Bijdrage:
    """Raises PermissionDenied for somebody who may not write, Bezwaar for what can't be any more (locked, hidden, left).

    The same `sleutel` with the same text gives what is there already: a form that was sent twice is one contribution.
    """
    if not mag(door, Doe.MAKEN, "bijdrage"):
        raise PermissionDenied
    if sleutel and (er_al := Bijdrage.objects.filter(sleutel=sleutel).first()):
        if (er_al.door_id, er_al.kop, er_al.tekst) == (door.pk, kop, tekst):
            return er_al
        sleutel = None  # went back, and wrote something else
    bijdrage = Bijdrage(soort=soort, pagina_id=pagina.pk, door=door, kop=kop, tekst=tekst, bevestigd=bevestigd)
    bijdrage.zichtbaarheid, bijdrage.buurt, bijdrage.sleutel = zichtbaarheid, buurt, sleutel or uuid.uuid4()
    if vraag is not None:
        _als_antwoord(bijdrage, vraag)
    _namens(bijdrage, door)
    try:
        with transaction.atomic():
            bijdrage.save()
    except IntegrityError:  # a second click that was as fast as the first
        return Bijdrage.objects.get(sleutel=bijdrage.sleutel, door=door)
    if volgen and soort != Bijdragesoort.OPMERKING:
        with contextlib.suppress(lijst.TeVeel):
            lijst.volg(persoon=door, soort=VRAAG, sleutel=str(bijdrage.vraag_id or bijdrage.pk))
    veranderd(bijdrage)
    _vertel(bijdrage, pagina)
    return bijdrage


def _als_antwoord(bijdrage: Bijdrage, vraag: Bijdrage) -> None:
    """As public as the question, and only as long as it may be answered: asked of the row as it stands now."""
    vers = Bijdrage.objects.select_for_update(of=("self",)).select_related("buurt").filter(pk=vraag.pk).first()
    if vers is None or (vers.verborgen and vers.door_id != bijdrage.door_id):
        raise Bezwaar(_("Deze vraag is er niet meer. Uw tekst staat hieronder nog; kopieer hem als u hem wilt houden."))
    if not mag(bijdrage.door, Doe.ZIEN, vers):
        raise PermissionDenied
    if vers.op_slot or vers.verborgen:
        raise Bezwaar(
            _("De redactie heeft deze vraag gesloten. Antwoorden kan niet meer. Uw tekst staat hieronder nog.")
        )
    bijdrage.vraag, bijdrage.zichtbaarheid = vers, vers.zichtbaarheid
    if vers.zichtbaarheid == Zichtbaarheid.EIGEN:
        bijdrage.buurt = vers.buurt


def _namens(bijdrage: Bijdrage, door: Gebruiker) -> None:
    """In the name of an own neighbourhood; people without one, or who read along in another, write as the programme."""
    plek = positie(door)
    if bijdrage.buurt is None or bijdrage.buurt.pk not in plek.rollen:
        meelezer = bijdrage.vraag is not None and bijdrage.zichtbaarheid == Zichtbaarheid.EIGEN
        if not plek.overal() & PROGRAMMA or (bijdrage.buurt is not None and not meelezer):
            raise Bezwaar(_("U hoort niet (meer) bij die buurt. Kies een buurt waar u bij hoort."))
        bijdrage.namens_programma = True
    if bijdrage.zichtbaarheid == Zichtbaarheid.EIGEN and bijdrage.buurt is None:
        raise Bezwaar(_("Kies voor welk netwerk dit is."))
    if bijdrage.zichtbaarheid not in {Zichtbaarheid.OPENBAAR, Zichtbaarheid.NETWERKEN, Zichtbaarheid.EIGEN}:
        raise Bezwaar(_("Kies wie dit mag lezen."))


def _vertel(bijdrage: Bijdrage, pagina: Page) -> None:
    over, titel = [(PAGINA, str(pagina.pk))], _("Nieuwe opmerking bij %(pagina)s") % {"pagina": pagina.title}
    if bijdrage.soort == Bijdragesoort.VRAAG:
        over = over_pagina(pagina)
        over += [(BUURT, str(bijdrage.buurt_id))] if bijdrage.buurt_id else []
        titel = _("Nieuwe vraag bij %(pagina)s") % {"pagina": pagina.title}
    elif bijdrage.vraag:
        over, titel = [(VRAAG, str(bijdrage.vraag_id))], _("Antwoord op ‘%(kop)s’") % {"kop": bijdrage.vraag.kop}
    meld(
        soort=bijdrage.soort,
        over=over,
        titel=titel,
        uitleg=bijdrage.kop or bijdrage.tekst,
        pagina=pagina,
        adres=bijdrage.get_absolute_url(),
        kenmerk=f"{bijdrage.kenmerk}nieuw",
        door=bijdrage.door,
        zichtbaarheid=bijdrage.zichtbaarheid,
        buurt=bijdrage.buurt,
    )


def _eigen(bijdrage: Bijdrage, door: Gebruiker, doe: Doe) -> Bijdrage:
    vers = Bijdrage.objects.select_for_update(of=("self",)).select_related("vraag").filter(pk=bijdrage.pk).first()
    if vers is None:
        raise Bezwaar(_("Dit bericht is er niet meer."))
    if not mag(door, doe, vers):
        raise PermissionDenied
    if vers.verborgen:
        raise Bezwaar(_("De redactie heeft dit bericht verborgen. U kunt het niet meer wijzigen."))
    return vers


@transaction.atomic
def wijzig(*, bijdrage: Bijdrage, door: Gebruiker, tekst: str, kop: str = "", bevestigd: bool = False) -> Bijdrage:
    """Within half an hour; after that people may have answered what stood there, and `vul_aan` is what is left."""
    vers = _eigen(bijdrage, door, Doe.WIJZIGEN)
    if not vers.vers:
        raise Bezwaar(_("Wijzigen kan tot een half uur na het plaatsen. U kunt nog wel iets aanvullen."))
    vers.tekst, vers.kop, vers.gewijzigd = tekst, kop if vers.soort == Bijdragesoort.VRAAG else "", timezone.now()
    vers.bevestigd = vers.bevestigd or bevestigd
    vers.save(update_fields=["tekst", "kop", "gewijzigd", "bevestigd"])
    herzie(kenmerk=f"{vers.kenmerk}nieuw", uitleg=vers.kop or vers.tekst)
    veranderd(vers)
    return vers


@transaction.atomic
def vul_aan(*, bijdrage: Bijdrage, door: Gebruiker, tekst: str, bevestigd: bool = False) -> Bijdrage:
    """Below what stands, with its date; what was there stays as it was answered."""
    vers = _eigen(bijdrage, door, Doe.WIJZIGEN)
    if vers.op_slot or (vers.vraag and vers.vraag.op_slot):
        raise Bezwaar(_("De redactie heeft deze vraag gesloten. Aanvullen kan niet meer."))
    deel = tekst
    if vers.aanvulling:
        dag = date_format(timezone.localdate(), "j F")
        deel = f"{vers.aanvulling}\n\n{dag}: {tekst}"
    if len(deel) > MAX_TEKST:
        raise Bezwaar(_("Dit wordt te lang. Schrijf liever een nieuw bericht."))
    vers.aanvulling, vers.aangevuld, vers.bevestigd = deel, timezone.now(), vers.bevestigd or bevestigd
    vers.save(update_fields=["aanvulling", "aangevuld", "bevestigd"])
    veranderd(vers)
    return vers


def beantwoord(bijdrage: Bijdrage) -> bool:
    """Others went on from here: taking it away would leave their words hanging."""
    if bijdrage.soort == Bijdragesoort.VRAAG:
        return bijdrage.antwoorden.exists()
    if bijdrage.soort == Bijdragesoort.OPMERKING or bijdrage.vers:
        return False
    later = Bijdrage.objects.filter(vraag=bijdrage.vraag_id, gemaakt__gt=bijdrage.gemaakt)
    return bijdrage.helpt or later.exclude(door=bijdrage.door_id).exists()


@transaction.atomic
def haal_weg(*, bijdrage: Bijdrage, door: Gebruiker) -> None:
    """One's own, as long as nobody went on from it."""
    vers = _eigen(bijdrage, door, Doe.BEEINDIGEN)
    if beantwoord(vers):
        raise Bezwaar(_("Anderen hebben hierop gereageerd. Weghalen kan niet meer; u kunt wel iets aanvullen."))
    trek_in(begin=vers.kenmerk)
    veranderd(vers)
    vers.delete()


@transaction.atomic
def markeer_hulp(*, antwoord: Bijdrage, door: Gebruiker, helpt: bool = True) -> Bijdrage:
    """The asker, or an editor, says which answer helped; one a question. Raises PermissionDenied."""
    vers = (
        Bijdrage.objects.select_for_update(of=("self",)).select_related("vraag", "door", "pagina").get(pk=antwoord.pk)
    )
    if vers.vraag_id is None:  # no answer
        raise PermissionDenied
    # The question is the lock: two answers marked at the same moment take turns.
    vraag = Bijdrage.objects.select_for_update(of=("self",)).filter(pk=vers.vraag_id).first()
    if vraag is None or not (mag(door, Doe.WIJZIGEN, vraag) or mag(door, Doe.BESLISSEN, vraag)):
        raise PermissionDenied
    if vers.verborgen or vraag.verborgen:
        raise Bezwaar(_("Dit antwoord is verborgen."))
    Bijdrage.objects.filter(vraag=vraag, helpt=True).update(helpt=False)
    vers.helpt = helpt
    vers.save(update_fields=["helpt"])
    if helpt and vers.door:
        meld(
            soort="hielp",
            over=[],
            extra_aan=[vers.door],
            door=door,
            titel=_("Uw antwoord hielp"),
            uitleg=vraag.kop,
            adres=vers.get_absolute_url(),
            kenmerk=f"{vers.kenmerk}hielp",
            zichtbaarheid=vers.zichtbaarheid,
            buurt=vers.buurt,
            pagina=vers.pagina,
        )
    return vers
