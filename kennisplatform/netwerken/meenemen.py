"""A neighbourhood is split or merged: what its network wrote, whom it invited and who asked go along."""

from __future__ import annotations

from collections.abc import Sequence

from kennisplatform.deelnemers.herindelen import Buurtwissel
from kennisplatform.deelnemers.models import Buurt
from kennisplatform.netwerken.models import DELEN, Aanvraag, Uitnodiging, Werkwijze


def neem_mee(wissel: Buurtwissel) -> None:
    """In the caller's transaction. The old texts stay where they were; each new neighbourhood begins with a copy."""
    delen = samengevoegd(wissel.van)
    for buurt in wissel.naar if delen else ():
        Werkwijze.objects.create(buurt=buurt, nummer=1, **delen)
    _verhuis(wissel.van, wissel.naar[0])


def samengevoegd(van: Sequence[Buurt]) -> dict[str, str]:
    """What a new neighbourhood begins with; empty when nobody had written anything."""
    teksten = [w for buurt in van if (w := Werkwijze.objects.filter(buurt=buurt).select_related("buurt").first())]
    return {veld: _samen([(w.buurt, getattr(w, veld)) for w in teksten]) for veld in DELEN} if teksten else {}


def _samen(stukken: Sequence[tuple[Buurt, str]]) -> str:
    """One text is copied; of several each says where it comes from."""
    vol = [(buurt, tekst) for buurt, tekst in stukken if tekst]
    if len(vol) == 1:
        return vol[0][1]
    return "\n\n".join(f"{buurt.naam}:\n{tekst}" for buurt, tekst in vol)


def _verhuis(van: Sequence[Buurt], naar: Buurt) -> None:
    """An invitation is one link, so it goes to one: the first. A second for the same role, or request, stays behind."""
    gezien: set[tuple[str, str]] = set()
    for uitnodiging in Uitnodiging.objects.open().filter(buurt__in=van):
        sleutel = (uitnodiging.email, uitnodiging.rol)
        if sleutel not in gezien:
            gezien.add(sleutel)
            Uitnodiging.objects.filter(pk=uitnodiging.pk).update(buurt=naar, kwam_uit=uitnodiging.buurt_id)
    vragers: set[int] = set()
    for aanvraag in Aanvraag.objects.filter(buurt__in=van, besluit=Aanvraag.Besluit.OPEN):
        if aanvraag.persoon_id not in vragers:
            vragers.add(aanvraag.persoon_id)
            Aanvraag.objects.filter(pk=aanvraag.pk).update(buurt=naar, kwam_uit=aanvraag.buurt_id)
