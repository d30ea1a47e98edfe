"""Who is told what happened: once, only what one may see, and nothing of oneself."""

from __future__ import annotations

from typing import Any

import pytest
from django.urls import reverse
from django.utils import timezone

from kennisplatform.deelnemers.keuzes import Zichtbaarheid
from kennisplatform.deelnemers.models import Buurt, Gebruiker, Lidmaatschap
from kennisplatform.deelnemers.positie import mag
from kennisplatform.deelnemers.publiek import wie_mag
from kennisplatform.deelnemers.rechten import REGELS, ZICHT, Doe
from kennisplatform.post.models import Bericht
from kennisplatform.volgen import lijst, overzichten
from kennisplatform.volgen.melden import herzie, te_lezen, trek_in
from kennisplatform.volgen.models import Gebeurtenis, Melding
from leernetwerk.models import Praktijkvoorbeeld
from tests import mensen
from tests.volgen.hulp import client_van, gebeurt, volgt

pytestmark = pytest.mark.django_db


def test_who_may_and_may_always_agree(hier: Buurt) -> None:
    """For whole crowds the same table answers as for one."""
    iedereen = {k: w for k, w in mensen.iedereen(hier, mensen.buurt("daar")).items() if k != "anoniem"}
    iedereen["baas"] = Gebruiker.objects.create_superuser("baas@voorbeeld.example", None)
    alle = Gebruiker.objects.filter(pk__in=[w.pk for w in iedereen.values()])
    lid = Lidmaatschap.objects.get(persoon=iedereen["gemeente"])
    gezien = 0
    dingen: list[tuple[Any, str]] = (
        [(hier, soort) for soort in REGELS] + [(lid, "")] + [(soort, "") for soort in REGELS]
    )
    for zicht in ZICHT:
        dingen.append((Gebeurtenis(zichtbaarheid=zicht, buurt=hier, kenmerk=zicht), ""))
    for ding, soort in dingen:
        for doe in Doe:
            samen = set(wie_mag(alle, doe, ding, soort))
            assert samen == {w for w in iedereen.values() if mag(w, doe, ding, soort)}, (ding, soort, doe)
            gezien += len(samen)
    assert gezien > 100


def test_who_follows_page_and_theme_gets_one_notice_and_who_did_it_none(pagina: Praktijkvoorbeeld) -> None:
    volger, dader = volgt(mensen.persoon(), pagina), volgt(mensen.persoon(), pagina)
    lijst.volg(persoon=volger, soort="thema", sleutel=pagina.thema.code)
    thema_alleen = mensen.persoon()
    lijst.volg(persoon=thema_alleen, soort="thema", sleutel=pagina.thema.code)
    for _keer in range(2):  # the same thing told twice is told once
        gebeurt(pagina, door=dader, extra_aan=[volger, dader])
    assert sorted(Melding.objects.values_list("persoon", flat=True)) == sorted([volger.pk, thema_alleen.pk])


def test_who_may_not_see_it_hears_nothing(pagina: Praktijkvoorbeeld, hier: Buurt) -> None:
    lid, vreemde = volgt(mensen.lid(hier), pagina), volgt(mensen.persoon(), pagina)
    slaapt = volgt(mensen.lid(hier), pagina)
    Gebruiker.objects.filter(pk=slaapt.pk).update(is_active=False)
    gebeurt(pagina, zichtbaarheid=Zichtbaarheid.EIGEN, buurt=hier, extra_aan=[vreemde])
    assert [m.persoon for m in Melding.objects.all()] == [lid]


def test_who_is_gone_meanwhile_sees_and_gets_nothing(pagina: Praktijkvoorbeeld, hier: Buurt) -> None:
    lid = volgt(mensen.lid(hier), pagina)
    gebeurt(pagina, titel="Geheim van ons", zichtbaarheid=Zichtbaarheid.EIGEN, buurt=hier)
    client = client_van(lid)
    assert "Geheim van ons" in client.get(reverse("volgen")).content.decode()
    Lidmaatschap.objects.update(tot=timezone.localdate())
    for adres in (reverse("volgen"), "/werkplek/"):
        assert "Geheim van ons" not in client.get(adres).content.decode()
    assert client.get(reverse("volgen_lees", args=[Melding.objects.get().pk])).status_code == 404
    assert overzichten.stuur_alles() == 0 and not Bericht.objects.exists()


def test_a_page_that_closed_stands_nowhere(pagina: Praktijkvoorbeeld) -> None:
    lid = volgt(mensen.persoon(), pagina)
    gebeurt(pagina)
    pagina.unpublish()
    assert not te_lezen(lid).exists()
    assert overzichten.stuur_alles() == 0


def test_withdrawn_and_revised(pagina: Praktijkvoorbeeld) -> None:
    lid = volgt(mensen.persoon(), pagina)
    gebeurt(pagina, 1, kenmerk="bijdrage:1:nieuw")
    gebeurt(pagina, 2, kenmerk="bijdrage:12:nieuw")
    herzie(kenmerk="bijdrage:12:nieuw", uitleg="Beter gezegd")
    trek_in(begin="bijdrage:1:")
    assert [m.gebeurtenis.uitleg for m in te_lezen(lid)] == ["Beter gezegd"]
