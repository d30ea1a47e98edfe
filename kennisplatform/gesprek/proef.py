"""Synthetic conversations and followers for tests of scale: fifty contributions a neighbourhood, everybody follows."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Final

from django.urls import reverse
from django.utils import timezone
from wagtail.models import Page

from kennisplatform.basis.happen import HAP, happen
from kennisplatform.basis.paginasoorten import paginasoorten
from kennisplatform.deelnemers.keuzes import Zichtbaarheid
from kennisplatform.deelnemers.models import Lidmaatschap
from kennisplatform.gesprek.models import Bijdrage, Bijdragesoort
from kennisplatform.proefdata.brengen import Meetrij
from kennisplatform.proefdata.bulk import schrijf_ruw
from kennisplatform.proefdata.vuller import MERK, Vuller
from kennisplatform.volgen.models import Gebeurtenis, Melding, Volg
from kennisplatform.volgen.soorten import PAGINA, THEMA

PER_BUURT: Final = 50  # contributions; a thousand neighbourhoods make fifty thousand
DEEL_VRAAG: Final = 0.3
DRUK: Final = 1_000  # contributions under the first page, as a page that everybody uses
VOLGT: Final = (1, 4)  # pages that somebody follows
GEBEURD: Final = 40  # events that everybody who follows a theme was told of
KENMERK: Final = "proef:gesprek:"


def vul(vuller: Vuller, buurten: Sequence[int]) -> int:
    leden = list(
        Lidmaatschap.objects.lopend().filter(buurt__in=buurten, persoon__isnull=False).values_list("buurt", "persoon")
    )
    rij = (
        Page.objects.live()
        .filter(content_type__model__in=paginasoorten("volgbaar"), locale__language_code="nl")
        .order_by("pk")
    )
    paginas = list(rij.filter(slug__startswith="proef-").values_list("pk", flat=True)) or list(
        rij.values_list("pk", flat=True)
    )
    if not leden or not paginas:
        return 0
    aantal = _bijdragen(vuller, leden, paginas, PER_BUURT * len(buurten))
    return aantal + _volgers(vuller, sorted({persoon for _buurt, persoon in leden}), paginas)


def _bijdragen(vuller: Vuller, leden: Sequence[tuple[int, int]], paginas: Sequence[int], aantal: int) -> int:
    """First questions and remarks, so that answers have something to answer."""
    dobbel, nu = vuller.dobbel, timezone.now()
    zichten, gewicht = (Zichtbaarheid.OPENBAAR, Zichtbaarheid.NETWERKEN, Zichtbaarheid.EIGEN), (80, 15, 5)

    def een(soort: Bijdragesoort, nummer: int) -> Bijdrage:
        buurt, persoon = dobbel.choice(leden)
        return Bijdrage(
            soort=soort,
            buurt_id=buurt,
            door_id=persoon,
            kop=f"{MERK} {vuller.kort(100).lower()}?" if soort == Bijdragesoort.VRAAG else "",
            tekst=f"{MERK}: {vuller.zinnen(1, 4)}",
            zichtbaarheid=dobbel.choices(zichten, gewicht)[0],
            pagina_id=paginas[0] if nummer < min(DRUK, aantal // 4) else dobbel.choice(paginas),
            gemaakt=nu - dt.timedelta(minutes=dobbel.randint(60, 800_000)),
        )

    vragen = [een(Bijdragesoort.VRAAG, n) for n in range(int(aantal * DEEL_VRAAG))]
    schrijf_ruw(Bijdrage, vragen + [een(Bijdragesoort.OPMERKING, n) for n in range(aantal // 10)])
    bewaard = list(Bijdrage.objects.filter(soort=Bijdragesoort.VRAAG, kop__startswith=f"{MERK} ").order_by("pk"))
    antwoorden = []
    for nummer in range(aantal - len(vragen) - aantal // 10):
        vraag, antwoord = dobbel.choice(bewaard), een(Bijdragesoort.ANTWOORD, nummer)
        antwoord.vraag_id, antwoord.pagina_id, antwoord.zichtbaarheid = vraag.pk, vraag.pagina_id, vraag.zichtbaarheid
        antwoorden.append(antwoord)
    schrijf_ruw(Bijdrage, antwoorden)
    return aantal


def _volgers(vuller: Vuller, mensen: Sequence[int], paginas: Sequence[int]) -> int:
    """Everybody follows a theme and some pages, and was told of some things."""
    dobbel, nu = vuller.dobbel, timezone.now()
    themas = ["preventie-als-mindset", "integrale-eerste-lijn", "zorgzame-buurt"]
    volgt = [Volg(persoon_id=pk, soort=THEMA, sleutel=dobbel.choice(themas)) for pk in mensen]
    for pk in mensen:
        eigen = {dobbel.choice(paginas) for _ in range(dobbel.randint(*VOLGT))}
        volgt += [Volg(persoon_id=pk, soort=PAGINA, sleutel=str(p)) for p in sorted(eigen)]
    schrijf_ruw(Volg, volgt)
    gebeurd = [
        Gebeurtenis(
            soort="vraag",
            kenmerk=f"{KENMERK}{nummer}",
            titel=f"{MERK} {vuller.kort(80)}",
            adres="/leernetwerk/",
            zichtbaarheid=Zichtbaarheid.OPENBAAR,
            gemaakt=nu - dt.timedelta(hours=nummer),
        )
        for nummer in range(GEBEURD)
    ]
    schrijf_ruw(Gebeurtenis, gebeurd)
    pks = list(Gebeurtenis.objects.filter(kenmerk__startswith=KENMERK).values_list("pk", flat=True))
    gelezen = [nu, None]
    meldingen = [
        Melding(persoon_id=pk, gebeurtenis_id=wat, gelezen=dobbel.choice(gelezen), gemaild=nu)
        for pk in mensen
        for wat in dobbel.sample(pks, 5)
    ]
    schrijf_ruw(Melding, meldingen)
    return len(volgt) + len(gebeurd) + len(meldingen)


def wis() -> int:
    """Contributions with the mark; follows and notices go with the synthetic people, in their own room."""
    weg = 0
    merk = {"tekst__startswith": f"{MERK}: "}
    for soort in (Bijdragesoort.ANTWOORD, Bijdragesoort.OPMERKING, Bijdragesoort.VRAAG):
        pks = list(Bijdrage.objects.filter(soort=soort, **merk).values_list("pk", flat=True))
        for hap in happen(pks, HAP):
            weg += Bijdrage.objects.filter(pk__in=hap).delete()[0]
    return weg + Gebeurtenis.objects.filter(kenmerk__startswith=KENMERK).delete()[0]


def meetrijen() -> list[Meetrij]:
    vraag = (
        Bijdrage.objects.filter(kop__startswith=f"{MERK} ", zichtbaarheid=Zichtbaarheid.OPENBAAR).order_by("pk").first()
    )
    if vraag is None:
        return []
    lid, gesprekken = vraag.door, reverse("gesprekken")
    return [
        Meetrij("vragen, openbare lijst", [gesprekken, f"{gesprekken}?pagina=40"]),
        Meetrij("vragen, zonder antwoord", [f"{gesprekken}?stand=onbeantwoord"]),
        Meetrij("een vraag", [vraag.get_absolute_url()]),
        Meetrij("wat iemand volgt", [reverse("volgen")], lid),
    ]
