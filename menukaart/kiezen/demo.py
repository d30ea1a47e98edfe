"""One network of the demo has begun to choose: a profile, three things on its list, a decision. Never overwritten."""

from __future__ import annotations

from typing import Final

from kennisplatform.deelnemers.demodata import Aanmelder
from kennisplatform.deelnemers.models import Buurt, Gebruiker, Lidmaatschap
from menukaart.kiezen import dingen, keuzelijst, profielen
from menukaart.kiezen.keuzes import Keuzestand, Stemkeuze
from menukaart.kiezen.models import Keuze
from menukaart.kiezen.opmaat.profiel import Antwoorden

BUURT: Final = "waterkwartier"
GELEGD: Final = (
    ("voorzorgcirkels", "Veel ouderen wonen hier alleen, en de wijkverpleging heeft het druk."),
    ("vitality-club", "In het park is plek, en twee bewoners willen wel beginnen."),
    ("tom-thuis-onbezorgd-mobiel", "Bewegen én samen eten: dat past bij het buurthuis."),
)


def vul(_wachtwoord: str) -> list[Aanmelder]:
    buurt = Buurt.objects.filter(slug=BUURT).first()
    leden = _leden(buurt) if buurt else []
    if buurt is None or len(leden) < 2 or Keuze.objects.filter(buurt=buurt).exists():
        return []
    paginas = {p.slug: p for p in dingen.op_slug(slug for slug, _waarom in GELEGD)}
    keuzes = [
        keuzelijst.leg(buurt=buurt, paginas=[paginas[slug]], waarom=waarom, door=leden[0])[0]
        for slug, waarom in GELEGD
        if slug in paginas
    ]
    if keuzes:
        _bespreek(keuzes, leden)
    antwoorden = Antwoorden(
        eerst=("eenzame-bewoners",),
        ook=("druk-wijkverpleging",),
        voor=("kwetsbare-ouderen",),
        mensen=("wijkverpleegkundige", "vrijwilligers", "welzijnswerker"),
        uren=6,
    )
    profielen.bewaar(buurt=buurt, antwoorden=antwoorden, krachten="Veel vrijwilligers rond het park.", door=leden[0])
    return []


def _leden(buurt: Buurt) -> list[Gebruiker]:
    rij = Lidmaatschap.objects.lopend().filter(buurt=buurt, persoon__isnull=False).select_related("persoon").op_rol()
    return [lid.persoon for lid in rij if lid.persoon]


def _bespreek(keuzes: list[Keuze], leden: list[Gebruiker]) -> None:
    eerste = keuzes[0]
    for lid in leden[:3]:
        keuzelijst.stem(keuze=eerste, wat=Stemkeuze.VOOR, waarom="", door=lid)
    keuzelijst.stem(keuze=keuzes[-1], wat=Stemkeuze.TWIJFEL, waarom="Wie kookt er dan?", door=leden[1])
    keuzelijst.merk_op(keuze=eerste, tekst="De huisarts wil er ook naar verwijzen.", door=leden[1])
    keuzelijst.beslis(
        keuze=eerste,
        stand=Keuzestand.GEKOZEN,
        reden="Het past bij onze grootste zorg, en twee andere buurten hielden het vol.",
        bewijs="",
        door=leden[0],
    )
