"""What is kept of following, what goes with somebody who leaves, and what moves along with a neighbourhood."""

from __future__ import annotations

import datetime as dt

import pytest
from django.urls import reverse
from django.utils import timezone

from kennisplatform.deelnemers import gegevens
from kennisplatform.deelnemers.models import Buurt
from kennisplatform.register.vastleggen import Nieuw, deel_in
from kennisplatform.volgen import lijst, opruimen
from kennisplatform.volgen.melden import te_lezen
from kennisplatform.volgen.models import Gebeurtenis, Hoe, Melding, Volg, Voorkeur
from leernetwerk.models import Praktijkvoorbeeld
from tests import mensen
from tests.volgen.hulp import client_van, gebeurt, volgt

pytestmark = pytest.mark.django_db


def test_my_data_and_leaving(pagina: Praktijkvoorbeeld) -> None:
    lid = volgt(mensen.persoon(), pagina, Hoe.WEKELIJKS)
    gebeurt(pagina)
    alles = {bron.code: bron.geef(lid) for bron in gegevens.bronnen()}
    assert (
        pagina.title in str(alles["volgen"])
        and "week" in str(alles["volgen"])
        and "Nieuwe vraag" in str(alles["meldingen"])
    )
    lid.delete()
    assert not Volg.objects.exists() and not Melding.objects.exists() and not Voorkeur.objects.exists()


def test_read_messages_go_after_three_months(pagina: Praktijkvoorbeeld) -> None:
    lid = volgt(mensen.persoon(), pagina)
    for n, dagen in enumerate((91, 89)):
        gebeurt(pagina, n)
        toen = timezone.now() - dt.timedelta(days=dagen)
        Gebeurtenis.objects.filter(kenmerk=f"proef:{n}").update(gemaakt=toen)
        Melding.objects.filter(gebeurtenis__kenmerk=f"proef:{n}").update(gelezen=toen)
    gebeurt(pagina, 3)
    Gebeurtenis.objects.filter(kenmerk="proef:3").update(gemaakt=timezone.now() - dt.timedelta(days=100))  # unread
    opruimen.ruim_op()
    assert {m.gebeurtenis.kenmerk for m in te_lezen(lid)} == {"proef:1", "proef:3"}
    assert not Gebeurtenis.objects.filter(kenmerk="proef:0").exists()


def test_who_followed_what_is_gone_is_forgotten(pagina: Praktijkvoorbeeld) -> None:
    lid = volgt(mensen.persoon(), pagina)
    lijst.volg(persoon=lid, soort="thema", sleutel=pagina.thema.code)
    lijst.volg(persoon=lid, soort="buurt", sleutel=str(mensen.buurt("blijft").pk))
    ander = Praktijkvoorbeeld.objects.live().exclude(pk=pagina.pk).first()
    volgt(lid, ander)
    pagina.delete()
    assert "Kunt u niet meer zien" in client_van(lid).get(reverse("volgen")).content.decode()
    opruimen.ruim_op()
    assert {v.soort for v in Volg.objects.all()} == {"thema", "buurt", "pagina"}
    assert Volg.objects.get(soort="pagina").sleutel == str(ander.pk)


def test_who_followed_a_neighbourhood_follows_what_became_of_it(hier: Buurt) -> None:
    team, lid, ander = mensen.medewerker("transitieteam"), mensen.persoon(), mensen.buurt("ander")
    for buurt in (hier, ander):
        lijst.volg(persoon=lid, soort="buurt", sleutel=str(buurt.pk))
    deel_in(van=[hier, ander], naar=[Nieuw("Samen")], reden="proef", door=team)
    samen = Buurt.objects.get(naam="Samen")
    assert list(Volg.objects.values_list("sleutel", flat=True)) == [str(samen.pk)]  # once
    deel_in(van=[samen], naar=[Nieuw("Noord"), Nieuw("Zuid")], reden="proef", door=team)
    delen = Buurt.objects.filter(naam__in=("Noord", "Zuid"))
    assert set(Volg.objects.values_list("sleutel", flat=True)) == {str(b.pk) for b in delen}
