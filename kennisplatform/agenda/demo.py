"""Fills the demo's agenda from inhoud/demo.toml: meetings to come and past, people who signed up, and three with experience."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

from django.db import transaction
from django.utils import timezone

from kennisplatform.agenda import tijd
from kennisplatform.agenda.keuzes import ZICHTBAAR, Soort, Staat, Voor
from kennisplatform.agenda.models import Bijeenkomst, Deelname, Ervaringsdeskundige
from kennisplatform.agenda.models.ervaringsdeskundige import TOESTEMMING
from kennisplatform.basis.formulieren import nederlandse
from kennisplatform.basis.models import Begripsoort
from kennisplatform.basis.models.begrippen import Begrip
from kennisplatform.deelnemers.demodata import Aanmelder
from kennisplatform.deelnemers.models import Buurt, Gebruiker
from kennisplatform.inhoudlader.schema import Bekend, Veld, controleer, lees

BESTAND: Final = Path(__file__).resolve().parent / "inhoud" / "demo.toml"
KLOK: Final = ("van", "tot")
TEKST: Final = ("plaats", "online", "contact_rol", "tolk", "kosten", "opbrengst", "opname", "transcript")
VOORNAMEN: Final = ("Ria", "Joop", "Nel", "Ahmed", "Greet", "Henk", "Fatma", "Wil", "Piet", "Truus", "Said", "Corrie")
SCHEMA: Final = {
    "bron": Veld("tabellen", verplicht=True, velden={"titel": Veld(verplicht=True)}),
    "bijeenkomst": Veld(
        "tabellen",
        verplicht=True,
        velden={
            "code": Veld(verplicht=True, max=80),
            "titel": Veld(verplicht=True, max=120),
            "omschrijving": Veld(verplicht=True, max=4000),
            "soort": Veld("keuze", verplicht=True, keuzes=tuple(Soort.values)),
            "voor": Veld("keuze", verplicht=True, keuzes=tuple(Voor.values)),
            "zichtbaarheid": Veld("keuze", verplicht=True, keuzes=tuple(code for code, _label in ZICHTBAAR)),
            "dagen": Veld("getal", verplicht=True),  # from the day of loading; below zero: past
            **{naam: Veld(verplicht=True, max=5) for naam in KLOK},
            **{naam: Veld() for naam in ("buurt", "thema", "onderwerp", "afgelast", *TEKST)},
            **{naam: Veld("geheel") for naam in ("plaatsen", "gasten", "kwamen")},
            "rolstoel": Veld("janee"),
            "mensen": Veld("regels"),
        },
    ),
    "deskundige": Veld(
        "tabellen",
        velden={
            **{naam: Veld(verplicht=True, max=400) for naam in ("buurt", "naam", "ervaring", "hoe")},
            "onderwerpen": Veld("regels", verplicht=True),
            "dagen": Veld("getal", verplicht=True),
        },
    ),
}


def vul(_wachtwoord: str) -> list[Aanmelder]:
    """Raises ValueError with every mistake in the file. What somebody changed stays; the rest moves along with the calendar."""
    data, nummers, fouten = lees(BESTAND)
    fout = [f"{BESTAND.name}:{f.regel}: {f.melding}" for f in fouten] or [
        f"{BESTAND.name}:{nummers.van(pad)}: {'.'.join(map(str, pad))}: {melding}"
        for pad, melding in controleer(data, SCHEMA, Bekend({}, {}, set()))
    ]
    if fout:
        raise ValueError("\n".join(fout))
    with transaction.atomic():
        boek = {(b.soort, b.code): b for s in (Begripsoort.THEMA, Begripsoort.ONDERWERP) for b in nederlandse(s)}
        buurten = {b.slug: b for b in Buurt.objects.filter(slug__in=[r.get("buurt", "") for r in _alles(data)])}
        for rij in data["bijeenkomst"]:
            if rij.get("buurt") in buurten or "buurt" not in rij:
                _bijeenkomst(rij, buurten.get(rij.get("buurt", "")), boek)
        for rij in data.get("deskundige", []):
            if buurt := buurten.get(rij["buurt"]):
                _deskundige(rij, buurt, boek)
    return []


def _alles(data: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    return [*data["bijeenkomst"], *data.get("deskundige", [])]


def _bijeenkomst(rij: Mapping[str, Any], buurt: Buurt | None, boek: Mapping[tuple[str, str], Begrip]) -> None:
    slug = f"voorbeeld-{rij['code']}"
    moment = _moment(rij)
    bestaand = Bijeenkomst.objects.filter(slug=slug).first()
    if bestaand is not None:
        if not bestaand.versie and bestaand.begin != moment.begin:
            bestaand.begin, bestaand.einde = moment.begin, moment.einde
            bestaand.save(update_fields=["begin", "einde"])
        return
    gemaakt = Bijeenkomst.objects.create(
        slug=slug,
        buurt=buurt,
        voorbeeld=True,
        begin=moment.begin,
        einde=moment.einde,
        thema=boek.get(("thema", rij.get("thema", ""))),
        onderwerp=boek.get(("onderwerp", rij.get("onderwerp", ""))),
        plaatsen=rij.get("plaatsen"),
        kwamen=rij.get("kwamen"),
        rolstoel=rij.get("rolstoel", False),
        afgelast=timezone.now() if "afgelast" in rij else None,
        reden=rij.get("afgelast", ""),
        **{naam: rij[naam] for naam in ("titel", "soort", "omschrijving", "voor", "zichtbaarheid")},
        **{naam: rij.get(naam, "").strip() for naam in TEKST},
    )
    _deelnames(gemaakt, rij)


def _moment(rij: Mapping[str, Any]) -> tijd.Moment:
    """Nobody meets in a weekend: that becomes a day in the week after."""
    dag = timezone.localdate() + dt.timedelta(days=rij["dagen"])
    if rij["dagen"] > 0 and dag.weekday() > 4:
        dag += dt.timedelta(days=3)
    van, tot = (dt.time.fromisoformat(rij[naam]) for naam in KLOK)
    return tijd.Moment(tijd.op_de_klok(dag, van), tijd.op_de_klok(dag, tot))


def _deelnames(ding: Bijeenkomst, rij: Mapping[str, Any]) -> None:
    """Without mail: nobody in a demo asked for any."""
    mensen = Gebruiker.objects.filter(email__in=[f"{code}@demo.example" for code in rij.get("mensen", [])])
    wie: list[dict[str, Any]] = [{"persoon": persoon} for persoon in mensen.order_by("email")]
    wie += [
        {"naam": f"{VOORNAMEN[n % len(VOORNAMEN)]} (demo)", "email": f"bezoeker{n + 1}@demo.example"}
        for n in range(rij.get("gasten", 0))
    ]
    begin = timezone.now() - dt.timedelta(days=len(wie) + 1)
    for plek, velden in enumerate(wie):
        vol = ding.plaatsen is not None and plek >= ding.plaatsen
        Deelname.objects.create(
            bijeenkomst=ding,
            staat=Staat.WACHT if vol else Staat.PLEK,
            sinds=begin + dt.timedelta(days=plek),
            aanwezig=True if ding.voorbij else None,
            **velden,
        )


def _deskundige(rij: Mapping[str, Any], buurt: Buurt, boek: Mapping[tuple[str, str], Begrip]) -> None:
    if Ervaringsdeskundige.objects.filter(buurt=buurt, naam=rij["naam"]).exists():
        return
    op = timezone.localdate() + dt.timedelta(days=rij["dagen"])
    een = Ervaringsdeskundige.objects.create(
        buurt=buurt,
        naam=rij["naam"],
        ervaring=rij["ervaring"],
        toestemming_op=op,
        toestemming_hoe=rij["hoe"],
        geldig_tot=op + TOESTEMMING,
        voorbeeld=True,
    )
    een.onderwerpen.set([boek[("onderwerp", code)] for code in rij["onderwerpen"] if ("onderwerp", code) in boek])
