"""One network of the demo has begun to choose: a profile, three things on its list, a decision. Never overwritten."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import Final

from kennisplatform.deelnemers.demodata import Aanmelder
from kennisplatform.deelnemers.models import Buurt, Gebruiker, Lidmaatschap
from menukaart.kiezen import dingen, keuzelijst, overzicht, profielen
from menukaart.kiezen.keuzes import Keuzestand, Stemkeuze
from menukaart.kiezen.models import Keuze, Keuzegebeurtenis
from menukaart.kiezen.opmaat.profiel import Antwoorden

BUURT: Final = "waterkwartier"
GELEGD: Final = (
    ("voorzorgcirkels", "Veel ouderen wonen hier alleen, en de wijkverpleging heeft het druk."),
    ("vitality-club", "In het park is plek, en twee bewoners willen wel beginnen."),
    ("tom-thuis-onbezorgd-mobiel", "Bewegen én samen eten: dat past bij het buurthuis."),
)
# What the plan of two years ago rests on: decided then, and gone after whether it could be done.
EERDER: Final = (
    (
        "samen-koken-en-eten",
        "Het wijkcentrum kookte al op vrijdag.",
        "Wie alleen eet, komt hier met anderen aan tafel. De keuken en de koks zijn er al.",
        ("ja", "ja", "nee", "ja"),
    ),
    (
        "zicht-op-evenwicht",
        "De wijkverpleging ziet veel mensen die gevallen zijn.",
        "Er is sterk bewijs dat mensen minder bang zijn om te vallen. De wijkverpleging kan het geven.",
        ("ja", "ja", "ja", "ja"),
    ),
    (
        "intervisie",
        "Wij willen leren van wat niet lukt.",
        "Het kost weinig uren, en zonder leren wij niets van de rest.",
        ("ja", "nee"),
    ),
)
TOEN: Final = dt.datetime(2024, 10, 1, 10, tzinfo=dt.UTC)


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
        _ga_na(keuzes[0], ("ja", "nee", "ja", "nee"), leden[0])
    _eerder(buurt, leden[0])
    antwoorden = Antwoorden(
        eerst=("eenzame-bewoners",),
        ook=("druk-wijkverpleging",),
        voor=("kwetsbare-ouderen",),
        leeftijd=("65-79", "80-plus"),
        kracht=("bewoners", "buiten"),
        mensen=("wijkverpleegkundige", "vrijwilligers", "welzijnswerker"),
        uren=6,
    )
    profielen.bewaar(buurt=buurt, antwoorden=antwoorden, krachten="Veel vrijwilligers rond het park.", door=leden[0])
    return []


def _eerder(buurt: Buurt, door: Gebruiker) -> None:
    paginas = {p.slug: p for p in dingen.op_slug(slug for slug, *_rest in EERDER)}
    for slug, waarom, reden, er in EERDER:
        if slug not in paginas:
            continue
        (keuze,) = keuzelijst.leg(buurt=buurt, paginas=[paginas[slug]], waarom=waarom, door=door)
        keuzelijst.beslis(keuze=keuze, stand=Keuzestand.GEKOZEN, reden=reden, bewijs=_bewijs(keuze), door=door)
        _ga_na(keuze, er, door)
        Keuze.objects.filter(pk=keuze.pk).update(op=TOEN, besloten_op=TOEN)
        Keuzegebeurtenis.objects.filter(keuze=keuze).update(op=TOEN)


def _bewijs(keuze: Keuze) -> str:
    (regel,) = overzicht.regels([keuze])
    return regel.bewijs_nu


def _ga_na(keuze: Keuze, er: Iterable[str], door: Gebruiker) -> None:
    (regel,) = overzicht.regels([keuze])
    gevraagd = [wat for wat, _nu in regel.gevraagd]
    keuzelijst.ga_na(keuze=keuze, aanwezig=dict(zip(gevraagd, er, strict=False)), gezien={}, door=door)


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
        bewijs=_bewijs(eerste),
        door=leden[0],
    )
