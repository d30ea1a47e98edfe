"""What the platform knows of a neighbourhood stands beside its challenges, with year, margin and source."""

from __future__ import annotations

import pytest
from django.urls import reverse

from kennisplatform.deelnemers.models import Buurt
from menukaart.plan.models import Beelduitdaging
from tests import mensen
from tests.pagina import pagina
from tests.site.test_rechten import client_van

pytestmark = pytest.mark.django_db
VELD = "input[name=cijfer_erbij]"


def test_a_figure_that_is_ticked_comes_into_the_text_once_with_its_source() -> None:
    emmen = Buurt.objects.get(slug="emmen")
    client = client_van(mensen.lid(emmen))
    adres = reverse("buurtbeeld_nieuw", args=["emmen", "uitdaging"])
    blad = pagina(client.get(adres))
    codes = blad.waarden(VELD, "value")
    assert len(codes) > 20 and "eenzaam-65plus" in codes
    velden = {k: w for k, w in blad.velden("form#rij").items() if k != "cijfer_erbij"}
    client.post(
        adres, velden | {"titel": "Alleen", "cijfer": "Wij telden 12 mensen.", "cijfer_erbij": "eenzaam-65plus"}
    )
    uitdaging = Beelduitdaging.objects.get(beeld__buurt=emmen, titel="Alleen")
    eigen, zin = uitdaging.cijfer.splitlines()
    assert eigen == "Wij telden 12 mensen." and zin.startswith("Voelt zich eenzaam, 65 jaar en ouder: ")
    assert (
        "Nederland" in zin and "2020; geen marge bekend" in zin and zin.endswith("Bron: RIVM, GGD’en en CBS, 50090NED.")
    )
    daar = reverse("buurtbeeld_wijzigen", args=["emmen", "uitdaging", uitdaging.pk])
    velden = pagina(client.get(daar)).velden("form#rij")
    client.post(daar, velden | {"cijfer_erbij": ["eenzaam-65plus", "bestaat-niet"]})
    uitdaging.refresh_from_db()
    assert uitdaging.cijfer.count("eenzaam") == 1, "ticked twice, there once"
    te_veel = pagina(client.post(daar, velden | {"cijfer_erbij": codes}))
    assert "te veel cijfers" in te_veel.fouten()["id_cijfer"]


def test_a_neighbourhood_without_figures_types_them() -> None:
    buurt = mensen.buurt("zonder-cijfers")
    blad = pagina(client_van(mensen.lid(buurt)).get(reverse("buurtbeeld_nieuw", args=[buurt.slug, "uitdaging"])))
    assert not blad.heeft(VELD) and blad.heeft("textarea[name=cijfer]")
