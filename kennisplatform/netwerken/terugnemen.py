"""A split or merge is undone: what the networks wrote, whom they invited and who asked meanwhile, the same way back.

Into one old neighbourhood everything goes. Where there are several, an invitation goes back to the one it came from, and
one that was written since ends: nobody can tell whose door it would open.
"""

from __future__ import annotations

from collections.abc import Sequence

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from kennisplatform.deelnemers.herindelen import Buurtwissel, Gevolg
from kennisplatform.deelnemers.models import Buurt
from kennisplatform.netwerken.meenemen import samengevoegd
from kennisplatform.netwerken.models import DELEN, Aanvraag, Afspraak, Meedoewens, Uitnodiging, Werkwijze


def voorzie(wissel: Buurtwissel) -> list[Gevolg]:
    van, naar = wissel.van, wissel.naar
    uitnodigingen = list(Uitnodiging.objects.open().filter(buurt__in=naar))
    vervalt = sum(_doel(u, van) is None for u in uitnodigingen)
    terug = len(uitnodigingen) - vervalt
    aanvragen = Aanvraag.objects.filter(buurt__in=naar, besluit=Aanvraag.Besluit.OPEN).count()
    regels = [
        ngettext("Eén open uitnodiging gaat mee terug.", "%(n)s open uitnodigingen gaan mee terug.", terug)
        % {"n": terug}
        if terug
        else "",
        ngettext(
            "Eén open uitnodiging van na de samenvoeging vervalt. Nodig deze persoon in de oude buurt opnieuw uit.",
            "%(n)s open uitnodigingen van na de samenvoeging vervallen. Nodig deze mensen in de oude buurt opnieuw uit.",
            vervalt,
        )
        % {"n": vervalt}
        if vervalt
        else "",
        ngettext("Eén open aanvraag gaat mee terug.", "%(n)s open aanvragen gaan mee terug.", aanvragen)
        % {"n": aanvragen}
        if aanvragen
        else "",
        _tekstregel(van, naar),
    ]
    return [Gevolg(regel) for regel in regels if regel]


def _tekstregel(van: Sequence[Buurt], naar: Sequence[Buurt]) -> str:
    if not (anders := _anders(van, naar)):
        return ""
    return _(
        "‘Zo werken wij hier’: de tekst van vóór de indeling geldt weer. Wat daarna geschreven is (%(namen)s), blijft als versie te lezen."
    ) % {"namen": ", ".join(w.buurt.naam for w in anders)}


def neem_terug(wissel: Buurtwissel) -> None:
    """In the caller's transaction."""
    van, naar = wissel.van, wissel.naar
    anders = _anders(van, naar)
    for buurt in van:
        _bewaar_versies(buurt, anders)
    for uitnodiging in Uitnodiging.objects.open().filter(buurt__in=naar):
        doel = _doel(uitnodiging, van)
        zelfde = Uitnodiging.objects.open().filter(buurt=doel, email=uitnodiging.email, rol=uitnodiging.rol)
        if doel is None or zelfde.exists():
            Uitnodiging.objects.filter(pk=uitnodiging.pk).update(ingetrokken=timezone.now())
        else:
            _verhuis(uitnodiging, doel)
    for aanvraag in Aanvraag.objects.filter(buurt__in=naar, besluit=Aanvraag.Besluit.OPEN):
        doel = _doel(aanvraag, van) or van[0].pk  # a request opens nothing by itself: a kartrekker answers it
        if Aanvraag.objects.filter(buurt=doel, persoon=aanvraag.persoon_id, besluit=Aanvraag.Besluit.OPEN).exists():
            weg = {"besluit": Aanvraag.Besluit.INGETROKKEN, "besloten": timezone.now()}
            Aanvraag.objects.filter(pk=aanvraag.pk).update(**weg)
        else:
            _verhuis(aanvraag, doel)
    for afspraak in Afspraak.objects.filter(buurt__in=naar):
        _verhuis(afspraak, _doel(afspraak, van) or van[0].pk)
    for wens in Meedoewens.objects.filter(buurt__in=naar):
        _verhuis(wens, _doel(wens, van) or van[0].pk)


def _doel(ding: Uitnodiging | Aanvraag | Afspraak | Meedoewens, van: Sequence[Buurt]) -> int | None:
    """The old neighbourhood that it belongs in."""
    if len(van) == 1:
        return van[0].pk
    return ding.kwam_uit_id if ding.kwam_uit_id in {b.pk for b in van} else None


def _verhuis(ding: models.Model, doel: int) -> None:
    type(ding)._default_manager.filter(pk=ding.pk).update(buurt=doel, kwam_uit=None)


def _anders(van: Sequence[Buurt], naar: Sequence[Buurt]) -> list[Werkwijze]:
    """The last text of each new neighbourhood, where it is another than what it began with."""
    begin = samengevoegd(van)
    laatste = [Werkwijze.objects.filter(buurt=buurt).select_related("buurt").first() for buurt in naar]
    return [w for w in laatste if w and {veld: getattr(w, veld) for veld in DELEN} != begin]


def _bewaar_versies(buurt: Buurt, anders: Sequence[Werkwijze]) -> None:
    """What was written since goes in as versions, and the text of before once more on top: that one counts again."""
    if not anders:
        return
    eigen = Werkwijze.objects.filter(buurt=buurt).first()
    begin = eigen.nummer + 1 if eigen else 1
    for nummer, tekst in enumerate([*anders, *([eigen] if eigen else [])], begin):
        delen = {veld: getattr(tekst, veld) for veld in DELEN}
        if tekst is not eigen:
            delen["begin"] = _("Geschreven in %(buurt)s.") % {"buurt": tekst.buurt} + "\n\n" + delen["begin"]
        Werkwijze.objects.create(
            buurt=buurt,
            nummer=nummer,
            door_id=tekst.door_id,
            bevestigd=tekst.bevestigd,
            bevestigd_door_id=tekst.bevestigd_door_id,
            **delen,
        )
