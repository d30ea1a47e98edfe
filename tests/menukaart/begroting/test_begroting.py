"""Lines of a budget and their sums, and the range of what others budget."""

from __future__ import annotations

import random
from collections import defaultdict
from decimal import Decimal

import pytest
from django.test import Client

from kennisplatform.deelnemers.models import Buurt
from menukaart.begroting.vergelijken import MINST, bandbreedtes, werk_bij
from menukaart.plan.models import Begrotingsregel, Planactiviteit
from menukaart.plan.sommen import opgeteld, regels_van, totalen
from menukaart.programma.models import Activiteit
from tests import mensen
from tests.menukaart.begroting.hulp import plan_met, regels
from tests.menukaart.plan.test_reis import naar, vul_in
from tests.pagina import pagina

pytestmark = pytest.mark.django_db


def test_a_million_lines_add_up_as_cents_do() -> None:
    """Against a sum in whole cents that knows nothing of the other: no rounding but of the line itself."""
    kans = random.Random(20)
    regels, centen, per = [], 0, defaultdict(int)
    for _nummer in range(1000):
        aantal, prijs, jaar = kans.randrange(10**5), kans.randrange(10**6), kans.choice((2026, 2027))
        rij = Begrotingsregel(aantal=Decimal(aantal) / 100, prijs=Decimal(prijs) / 100, jaar=jaar, soort="uren")
        regels.append(rij)
    for rij in regels:
        dubbel = int(rij.aantal * 100) * int(rij.prijs * 100)  # in ten-thousandths
        cent = (dubbel + 50) // 100
        centen += cent
        per[rij.jaar] += cent
        assert rij.bedrag * 100 == cent
    assert opgeteld(regels * 1000).euro * 100 == centen * 1000
    assert opgeteld(r for r in regels if r.jaar == 2026).euro * 100 == per[2026]


def test_lines_by_hand_and_mistakes_at_their_field(trekt: Client, buurt: Buurt) -> None:
    plan = plan_met(buurt)
    activiteit = plan.activiteiten.first()
    nieuw = naar("begrotingsregel_nieuw", buurt, activiteit.pk)
    fout = pagina(vul_in(trekt, nieuw, omschrijving="Zaal", aantal="veertig", prijs="-3")).fouten()
    assert "Vul een getal in" in fout["id_aantal"] and "hoger" in fout["id_prijs"]
    vul_in(trekt, nieuw, omschrijving="Zaal", aantal="40", prijs="12,345")
    assert not regels(buurt).exists()  # three decimals
    vul_in(trekt, nieuw, omschrijving="Zaal", aantal="40", prijs="12,35", financier="gemeente")
    regel = regels(buurt).get()
    assert regel.bedrag == Decimal("494.00")
    nog = vul_in(trekt, nieuw, omschrijving="Koffie", aantal="1", prijs="1", financier="gemeente", nog="1")
    assert nog.request["PATH_INFO"] == nieuw and not pagina(nog).velden("main form.formulier")["omschrijving"]
    regels(buurt).get(omschrijving="Koffie").delete()
    vul_in(trekt, naar("begrotingsregel", buurt, regel.pk), prijs="20")
    blad = pagina(trekt.get(naar("begroting", buurt)))
    assert "€ 800" in blad.tekst(".totalen")
    assert totalen(plan, regels_van(plan)).per_financier["gemeente"].euro == Decimal("800.00")


def test_the_range_of_others_needs_five_and_names_none(buurt: Buurt) -> None:
    standaard = Activiteit.objects.first()
    assert standaard
    mijn = plan_met(buurt)
    eigen = mijn.activiteiten.first()
    Planactiviteit.objects.filter(pk=eigen.pk).update(standaard=standaard)
    for nummer in range(MINST):
        werk_bij()
        assert bandbreedtes(mijn, mijn.activiteiten.all()) == {}
        ander = plan_met(mensen.buurt(f"vergelijkbuurt-{nummer}"), ("Uren", "1", str(1000 + nummer * 111)))
        ander.activiteiten.filter(regels__isnull=False).update(standaard=standaard)
    werk_bij()
    band = bandbreedtes(mijn, mijn.activiteiten.all())[eigen.pk]
    assert (band.laagste, band.hoogste, band.n) == (1000, 1440, MINST)
    assert (band.past(Decimal(900)), band.past(Decimal(1200)), band.past(Decimal(2000))) == ("lager", "binnen", "hoger")
    # With lines of its own a plan is one of last night's, and never part of its own range.
    Begrotingsregel.objects.create(
        activiteit=eigen, omschrijving="Uren", jaar=mijn.van, aantal=1, prijs=9000, financier="gemeente"
    )
    werk_bij()
    zelf = bandbreedtes(mijn, mijn.activiteiten.all(), {eigen.pk})[eigen.pk]
    assert (zelf.laagste, zelf.hoogste, zelf.n) == (1000, 1440, MINST)
    ander.activiteiten.all().delete()
    werk_bij()
    assert bandbreedtes(mijn, mijn.activiteiten.all(), {eigen.pk}) == {}
