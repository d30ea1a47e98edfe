"""What a small screen must never lose: which head a cell of a table belongs to."""

from __future__ import annotations

import re
from typing import Any

import pytest
from django.test import Client

from kennisplatform.preventie.models import AlgemenePagina, Artikel
from tests.plat import plat


@pytest.mark.django_db
def test_elke_cel_draagt_de_kop_van_haar_eigen_kolom(client: Client) -> None:
    inhoud = plat(client.get("/preventie/wat-is-suikerziekte/").content.decode())
    assert '<td data-kop="Te weinig suiker (hypo)">Zweten, trillen, honger</td>' in inhoud
    assert '<td data-kop="Te veel suiker (hyper)">Veel dorst, droge mond</td>' in inhoud
    for pagina in [*Artikel.objects.live(), *AlgemenePagina.objects.live()]:
        tabellen = re.findall(
            r"<table class=\"stapel\">.*?</table>", plat(client.get(pagina.get_url()).content.decode())
        )
        for tabel in tabellen:
            koppen = re.findall(r'<th scope="col">(.*?)</th>', tabel)
            for rij in re.findall(r"<tr>(.*?)</tr>", tabel.split("<tbody>")[1]):
                assert re.findall(r'data-kop="(.*?)"', rij) == koppen, pagina.slug
                assert rij.count("<td") + rij.count('<th scope="row"') == len(koppen)


@pytest.mark.django_db
def test_een_rijtitel_alleen_waar_de_eerste_kolom_dat_is(client: Client) -> None:
    assert '<th scope="row"' not in client.get("/preventie/wat-is-suikerziekte/").content.decode()
    assert '<th scope="row" data-kop="Prik">Griep</th>' in client.get("/preventie/welke-prik/").content.decode()


@pytest.mark.browser
def test_gestapelde_tabel_laat_elke_kop_zien_en_titel_over_de_volle_breedte(adres: str, chromium: Any) -> None:
    context = chromium.new_context(viewport={"width": 360, "height": 740})
    pagina = context.new_page()
    pagina.goto(f"{adres}/preventie/wat-is-suikerziekte/")
    koppen = pagina.evaluate(
        """() => [...document.querySelectorAll('table.stapel tbody :is(td, th)')].map(cel => {
        const voor = getComputedStyle(cel, '::before'); return [voor.display, voor.content, cel.dataset.kop]; })"""
    )
    assert koppen and all(toon == "block" and tekst == f'"{kop}"' for toon, tekst, kop in koppen)
    breed = pagina.evaluate("document.querySelector('table.stapel caption').offsetWidth")
    assert breed > 250
    context.close()
