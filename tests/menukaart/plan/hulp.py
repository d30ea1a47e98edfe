"""A neighbourhood that went the whole road, with one text in everything that it wrote."""

from __future__ import annotations

from decimal import Decimal

from kennisplatform.deelnemers.models import Buurt, Gebruiker
from menukaart.begroting.models import Commissievraag, Indiening
from menukaart.commitment.models import Handtekening
from menukaart.plan.beelden import inhoud_van
from menukaart.plan.bevriezen import bevries
from menukaart.plan.models import (
    Beeldinzicht,
    Beeldkracht,
    Beelduitdaging,
    Begrotingsregel,
    Buurtbeeld,
    Planactiviteit,
    Planversie,
    Regiopunt,
)
from menukaart.plan.plannen import begonnen_plan, inhoud_van_plan
from menukaart.uitvoeren.models import Voortgang


def vol(buurt: Buurt, *, door: Gebruiker, beeld: str = "x", plan: str = "x", naam: str = "x") -> dict[str, int]:
    """Keys by the name of what was made. The budget lies at the committee, which asked something; nobody signed yet."""
    buurtbeeld = Buurtbeeld.objects.create(buurt=buurt)
    teksten = dict.fromkeys(("titel", "zien", "waarom", "straks", "cijfer"), beeld)
    uitdaging = Beelduitdaging.objects.create(beeld=buurtbeeld, door=door, **teksten)
    Beeldkracht.objects.create(beeld=buurtbeeld, tekst=beeld)
    Beeldinzicht.objects.create(beeld=buurtbeeld, tekst=beeld, bron="bewoners")
    Regiopunt.objects.create(beeld=buurtbeeld, tekst=beeld, want=beeld)
    bevries(buurtbeeld.versies, inhoud_van(buurtbeeld), door)
    buurtplan = begonnen_plan(buurt=buurt)
    buurtplan.themas.update(doel=plan, reden=plan, niet_nu=True)
    woorden = dict.fromkeys(("titel", "uitleg", "wie", "met_wie", "aangepast", "stopreden"), plan)
    activiteit = Planactiviteit.objects.create(
        plan=buurtplan, thema=buurtplan.themas.order_by("pk")[0].thema, begin=8104, eind=8105, **woorden
    )
    Voortgang.objects.create(activiteit=activiteit, stand="gestopt", aangepast=plan, stopreden=plan, door=door)
    regel = Begrotingsregel.objects.create(
        activiteit=activiteit, omschrijving=plan, jaar=2026, aantal=Decimal(1), prijs=Decimal(1), financier="gemeente"
    )
    versie = bevries(buurtplan.versies, inhoud_van_plan(buurtplan), door)
    assert isinstance(versie, Planversie)
    # Agreed with, so that it can be signed; and handed in once more, with a question.
    vast = {"buurt": buurt, "versie": versie, "totaal": Decimal(1), "toelichting": plan}
    Indiening.objects.create(**vast, besluit="akkoord", besloten_op=versie.op)
    indiening = Indiening.objects.create(**vast, besluit="terug")
    vraag = Commissievraag.objects.create(indiening=indiening, regel=regel, over=plan, tekst=plan)
    handtekening = Handtekening.objects.create(
        buurt=buurt,
        versie=versie,
        organisatie=naam,
        rol=naam,
        naam=naam,
        email="teken@x.example",
        sleutelhash=f"h{buurt.pk}",
    )
    return {
        "uitdaging": uitdaging.pk,
        "activiteit": activiteit.pk,
        "regel": regel.pk,
        "indiening": indiening.pk,
        "vraag": vraag.pk,
        "handtekening": handtekening.pk,
    }
