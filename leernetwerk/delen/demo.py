"""Fills the demo with what its neighbourhoods wrote: on the site, with the editors, and half done. From inhoud/demo.toml."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

from django.db import transaction
from django.db.models import Max
from django.utils import timezone
from wagtail.models import Page

from kennisplatform.basis.boom import gebied
from kennisplatform.basis.keuzes import Kostenklasse, Praktijkstaat, Praktijkuitkomst, Urenklasse
from kennisplatform.basis.models import Begrip, Begripsoort
from kennisplatform.deelnemers.demodata import Aanmelder
from kennisplatform.deelnemers.keuzes import Zichtbaarheid
from kennisplatform.deelnemers.models import Buurt, Gebruiker
from kennisplatform.inhoudlader.gedeeld import stroom
from kennisplatform.inhoudlader.lader import pagina_op
from kennisplatform.inhoudlader.schema import Bekend, Veld, controleer, lees
from kennisplatform.post.models import Bericht
from leernetwerk.delen import pagina as paginas
from leernetwerk.delen.keuzes import Stand, Vervolgstand
from leernetwerk.delen.models import TEKSTVELDEN, Inzending, Vervolg
from leernetwerk.delen.vervolgen import STAAT, vooruit
from leernetwerk.laden import INZETREGEL
from leernetwerk.models import LeernetwerkPagina, Praktijkvoorbeeld

BESTAND: Final = Path(__file__).resolve().parent / "inhoud" / "demo.toml"
SCHEMA: Final = {
    "bron": Veld("tabellen", verplicht=True, velden={"titel": Veld(verplicht=True)}),
    "voorbeeld": Veld(
        "tabellen",
        verplicht=True,
        velden={
            **{naam: Veld(verplicht=True, max=120) for naam in ("buurt", "schrijver", "thema", "titel")},
            **{naam: Veld(max=6000) for naam in TEKSTVELDEN if naam != "titel"},
            "stand": Veld("keuze", verplicht=True, keuzes=tuple(Stand.values)),
            "uitkomst": Veld("keuze", verplicht=True, keuzes=tuple(Praktijkuitkomst.values)),
            "urenklasse": Veld("keuze", keuzes=tuple(Urenklasse.values)),
            "kostenklasse": Veld("keuze", keuzes=tuple(Kostenklasse.values)),
            "lezers": Veld("keuze", keuzes=tuple(Zichtbaarheid.values)),
            "maanden": Veld("geheel", verplicht=True),
            "niet_gemeten": Veld("janee"),
            "reden": Veld(max=1000),
            "onderwerpen": Veld("regels"),
            "gebruikt": Veld("regels"),
            "inzetregel": INZETREGEL,
            "vervolg": Veld(
                "tabellen",
                velden={
                    "maanden": Veld("geheel", verplicht=True),
                    "stand": Veld("keuze", verplicht=True, keuzes=tuple(Vervolgstand.values)),
                    "redenen": Veld("regels"),
                    "toelichting": Veld(max=1500),
                },
            ),
        },
    ),
}


def vul(wachtwoord: str) -> list[Aanmelder]:
    """Raises ValueError with every mistake in the file. What is there by its title is left as somebody changed it."""
    data, nummers, fouten = lees(BESTAND)
    fout = [f"{BESTAND.name}:{f.regel}: {f.melding}" for f in fouten] or [
        f"{BESTAND.name}:{nummers.van(pad)}: {'.'.join(map(str, pad))}: {melding}"
        for pad, melding in controleer(data, SCHEMA, Bekend({}, {}, set()))
    ]
    if fout:
        raise ValueError("\n".join(fout))
    for rij in data["voorbeeld"]:
        buurt = Buurt.objects.filter(slug=rij["buurt"]).first()
        if buurt and not Inzending.objects.filter(buurt=buurt, titel=rij["titel"]).exists():
            with transaction.atomic():
                _voorbeeld(buurt, rij)
    return []


def _voorbeeld(buurt: Buurt, rij: Mapping[str, Any]) -> None:
    wie = Gebruiker.objects.filter(email=f"{rij['schrijver']}@demo.example").first()
    toen = geleden(rij["maanden"])
    los = {
        naam: rij[naam]
        for naam in (*TEKSTVELDEN, "uitkomst", "urenklasse", "kostenklasse", "lezers", "niet_gemeten", "reden")
        if naam in rij
    }
    inzending = Inzending.objects.create(
        buurt=buurt,
        schrijver=wie,
        laatste=wie,
        contact=wie,
        stand=rij["stand"],
        staat=_staat(rij),
        thema=_begrip(Begripsoort.THEMA, rij["thema"]),
        **los,
    )
    inzending.onderwerpen.set([_begrip(Begripsoort.ONDERWERP, code) for code in rij.get("onderwerpen", [])])
    inzending.gebruikt.set([pagina_op(pad) for pad in rij.get("gebruikt", [])])
    if rij["stand"] == Stand.CONCEPT:
        return
    inzending.ingediend_op = toen - dt.timedelta(days=4) if rij["maanden"] else timezone.now() - dt.timedelta(days=2)
    inzending.gemaakt = inzending.ingediend_op - dt.timedelta(days=3)
    inzending.pagina = _pagina(inzending, rij, toen)
    if rij["stand"] == Stand.GEPLAATST:
        inzending.besluit_op = toen
    inzending.save()
    for deel in rij.get("vervolg", []):
        op = geleden(deel["maanden"]).date()
        Vervolg.objects.create(
            pagina=inzending.pagina, door=wie, op=op, **{k: w for k, w in deel.items() if k != "maanden"}
        )


def _pagina(inzending: Inzending, rij: Mapping[str, Any], toen: dt.datetime) -> Praktijkvoorbeeld:
    """As an editor would publish it, and marked as invented; with the editors: in their workflow."""
    blad = paginas.maak(inzending)
    blad.voorbeeld, blad.datum = True, toen.date()
    blad.inzetregels = stroom("inzet", rij.get("inzetregel", []))
    Page.objects.get(pk=gebied(LeernetwerkPagina).pk).add_child(instance=blad)
    paginas.indeling(blad, inzending)
    revisie = blad.save_revision(user=inzending.schrijver, log_action=False)
    if rij["stand"] == Stand.GEPLAATST:
        revisie.publish(log_action=False)
        Page.objects.filter(pk=blad.pk).update(first_published_at=toen, last_published_at=toen)
    else:
        vanaf = Bericht.objects.aggregate(laatste=Max("pk"))["laatste"] or 0
        staat = Praktijkvoorbeeld.objects.get(pk=blad.pk).get_workflow().start(blad, None)
        if rij["stand"] == Stand.AANVULLEN:  # without its letter: nobody of the demo wrote it
            redactie = Gebruiker.objects.filter(email="eindredacteur@demo.example").first()
            staat.current_task_state.specific.reject(user=redactie, comment=rij.get("reden", ""))
        Bericht.objects.filter(pk__gt=vanaf).delete()  # before the commit: nobody of the demo handed this in
    return Praktijkvoorbeeld.objects.get(pk=blad.pk)


def _staat(rij: Mapping[str, Any]) -> str:
    """What the newest follow-up says, else that it runs."""
    vervolg = min(rij.get("vervolg", []), key=lambda deel: deel["maanden"], default=None)
    return STAAT[Vervolgstand(vervolg["stand"])] if vervolg else Praktijkstaat.LOOPT


def _begrip(soort: str, code: str) -> Begrip:
    return Begrip.objects.get(soort=soort, code=code, locale__language_code="nl")


def geleden(maanden: int) -> dt.datetime:
    dag = vooruit(timezone.localdate(), -maanden)
    return timezone.make_aware(dt.datetime.combine(dag, dt.time(10)))
