"""A neighbourhood is split or merged: what its network wrote, whom it invited and who asked go along."""

from __future__ import annotations

from collections.abc import Sequence

from kennisplatform.deelnemers.herindelen import Buurtwissel, Meegaand
from kennisplatform.deelnemers.models import Buurt
from kennisplatform.netwerken.models import DELEN, Aanvraag, Afspraak, Meedoewens, Uitnodiging, Werkwijze


def neem_mee(wissel: Buurtwissel) -> None:
    """In the caller's transaction. The old texts stay where they were; each new neighbourhood begins with a copy."""
    delen = samengevoegd(wissel.van)
    for buurt in wissel.naar if delen else ():
        Werkwijze.objects.create(buurt=buurt, nummer=1, **delen)
    _verhuis(wissel)


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


def gaat_mee(van: Sequence[Buurt]) -> list[Meegaand]:
    aanvragen = Aanvraag.objects.filter(buurt__in=van, besluit=Aanvraag.Besluit.OPEN).select_related("persoon")
    return [
        *map(Meegaand.van, Afspraak.objects.filter(buurt__in=van).order_by("pk")),
        *(Meegaand.van(u, f"{u.gemaskeerd}, {u.get_rol_display()}") for u in _uitnodigingen(van)),
        *(Meegaand.van(a, f"{a.persoon}, {a.get_rol_display()}") for a in aanvragen),
        *(Meegaand.van(w, w.gemaskeerd) for w in Meedoewens.objects.filter(buurt__in=van)),
    ]


def _uitnodigingen(van: Sequence[Buurt]) -> list[Uitnodiging]:
    return list(Uitnodiging.objects.open().filter(buurt__in=van).order_by("pk"))


def _verhuis(wissel: Buurtwissel) -> None:
    """An invitation is one link, so it goes to one. A second for the same role, or request, stays behind."""
    van = wissel.van
    gezien: set[tuple[int, str, str]] = set()
    for uitnodiging in _uitnodigingen(van):
        doel = wissel.voor(uitnodiging).pk
        sleutel = (doel, uitnodiging.email, uitnodiging.rol)
        if sleutel not in gezien:
            gezien.add(sleutel)
            Uitnodiging.objects.filter(pk=uitnodiging.pk).update(buurt=doel, kwam_uit=uitnodiging.buurt_id)
    vragers: set[tuple[int, int]] = set()
    for aanvraag in Aanvraag.objects.filter(buurt__in=van, besluit=Aanvraag.Besluit.OPEN):
        doel = wissel.voor(aanvraag).pk
        if (doel, aanvraag.persoon_id) not in vragers:
            vragers.add((doel, aanvraag.persoon_id))
            Aanvraag.objects.filter(pk=aanvraag.pk).update(buurt=doel, kwam_uit=aanvraag.buurt_id)
    for model in (Afspraak, Meedoewens):
        for ding in model._default_manager.filter(buurt__in=van):
            model._default_manager.filter(pk=ding.pk).update(buurt=wissel.voor(ding), kwam_uit=ding.buurt_id)
