"""A page becomes a content file that loads back as the same page; what would not, is said and gives no file."""

from __future__ import annotations

import datetime as dt
import io
import tomllib
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.test import Client

from kennisplatform.basis.openbaar import openbaar
from kennisplatform.deelnemers.keuzes import Zichtbaarheid
from kennisplatform.inhoudlader import lader, soorten, toml
from kennisplatform.inhoudlader.models import Geladen
from kennisplatform.inhoudlader.uitschrijven import schrijf_uit, verschil
from kennisplatform.preventie.models import Artikel
from leernetwerk.models import Praktijkvoorbeeld, Toepassing
from menukaart.models import Interventie
from tests.inhoudsbestanden import kopie

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("eigen_index")]
PAGINASOORTEN = sorted(s.naam for s in soorten.alle() if s.ouder)


@pytest.mark.eenmaal
@pytest.mark.parametrize("naam", PAGINASOORTEN)
def test_every_loaded_page_comes_out_and_would_load_equal(naam: str) -> None:
    soort = next(s for s in soorten.alle() if s.naam == naam)
    paginas = list(openbaar(soort.model._default_manager.filter(locale__language_code="nl")))
    assert paginas
    for pagina in paginas:
        uit: Any = schrijf_uit(pagina)
        assert not uit.anders, (pagina.title, uit.anders)
        pad = Path(settings.BASE_DIR) / uit.pad
        if pad.is_file():
            assert set(tomllib.loads(uit.tekst)) <= set(tomllib.loads(pad.read_text())) | {"kostenklasse"}, uit.pad


def test_a_story_of_networks_only_goes_into_no_file() -> None:
    verhaal = Praktijkvoorbeeld.objects.exclude(zichtbaarheid=Zichtbaarheid.OPENBAAR).filter(live=True).first()
    uit: Any = schrijf_uit(verhaal)
    assert not uit.tekst and "zichtbaarheid" in uit.anders


def _stap(stroom: Any, anders: dict[str, Any]) -> list[dict[str, Any]]:
    """The same steps, the first of them changed."""
    rijen = [{"type": deel["type"], "value": deel["value"]} for deel in stroom.raw_data]
    return [{**rijen[0], "value": {**rijen[0]["value"], **anders}}, *rijen[1:]]


@pytest.mark.eenmaal
def test_each_kind_with_links_loads_back_as_the_editor_left_it(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    lees = Artikel.objects.get(slug="bang-om-te-vallen", locale__language_code="nl")
    stukken: dict[str, Any] = {
        naam: openbaar(next(s for s in soorten.alle() if s.naam == naam).model.objects.all()).order_by("pk").first()
        for naam in ("route", "module", "invulblad", "zorgpad", "praktijkvoorbeeld")
    }
    stukken["route"].stappen = _stap(stukken["route"].stappen, {"lezen": [lees.pk]})
    stukken["module"].stappen = _stap(stukken["module"].stappen, {"titel": "Begin hier"})
    stukken["invulblad"].delen = _stap(stukken["invulblad"].delen, {"kop": "Eerst dit"})
    stukken["zorgpad"].stappen = _stap(stukken["zorgpad"].stappen, {"wie": "De buurvrouw"})
    hulp = Interventie.objects.filter(live=True).order_by("-pk").first()
    stukken["praktijkvoorbeeld"].toepassingen = [Toepassing(pagina=hulp)]
    stukken["praktijkvoorbeeld"].mensen = "Twee buren"
    for naam, stuk in stukken.items():
        map_ = kopie(monkeypatch, tmp_path, soorten.Inhoudsoort, naam)
        stuk.gerelateerd = [{"type": "pagina", "value": lees.pk}]
        stuk.save_revision().publish()
        uit: Any = schrijf_uit(type(stuk).objects.get(pk=stuk.pk))
        (map_ / f"{stuk.slug}.toml").write_text(uit.tekst, encoding="utf-8")
    Geladen.objects.update(op=dt.datetime.now(dt.UTC) + dt.timedelta(seconds=5))
    assert lader.laad().bijgewerkt == len(stukken)
    nu = {naam: type(stuk).objects.get(pk=stuk.pk) for naam, stuk in stukken.items()}
    assert [artikel.pk for artikel in nu["route"].stappen[0].value["lezen"]] == [lees.pk]
    assert nu["module"].stappen[0].value["titel"] == "Begin hier"
    assert nu["invulblad"].delen[0].value["kop"] == "Eerst dit"
    assert nu["zorgpad"].stappen[0].value["wie"] == "De buurvrouw"
    assert [rij.pagina_id for rij in nu["praktijkvoorbeeld"].toepassingen.all()] == [hulp.pk]
    assert nu["praktijkvoorbeeld"].mensen == "Twee buren"
    assert all([p.value.pk for p in stuk.gerelateerd] == [lees.pk] for stuk in nu.values())


def test_what_an_editor_changed_loads_back_and_the_rest_stays_as_it_was_written(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    map_ = kopie(monkeypatch, tmp_path, soorten.Inhoudsoort, "artikel")
    stuk = Artikel.objects.get(slug="bang-om-te-vallen", locale__language_code="nl")
    stuk.samenvatting = 'Oefen thuis, met "steun" van een ander.'
    stuk.trefwoorden.add("kwikwoord")
    stuk.inhoud = [
        *stuk.inhoud.raw_data[:1],
        {"type": "uitklap", "value": {"kop": "En \\ dan?", "tekst": "<p>Eerst &lt; dit.</p><p>Dan dat.</p>"}},
    ]
    stuk.save_revision().publish()
    uit: Any = schrijf_uit(Artikel.objects.get(pk=stuk.pk))
    oud = (Path(settings.BASE_DIR) / uit.pad).read_text().splitlines()
    assert "thema = " in uit.tekst and next(r for r in uit.tekst.splitlines() if r.startswith("doelgroep")) in oud
    (map_ / "bang-om-te-vallen.toml").write_text(uit.tekst, encoding="utf-8")
    Geladen.objects.filter(sleutel=f"pagina:{stuk.pk}").update(op=dt.datetime.now(dt.UTC) + dt.timedelta(seconds=5))
    assert lader.laad().bijgewerkt == 1
    nu = Artikel.objects.get(pk=stuk.pk)
    assert nu.samenvatting == stuk.samenvatting and "kwikwoord" in nu.trefwoorden.names()
    assert nu.inhoud[1].value["kop"] == "En \\ dan?" and "Eerst &lt; dit." in str(nu.inhoud[1].value["tekst"])
    assert schrijf_uit(nu) == uit


def test_what_no_file_can_hold_gives_no_file() -> None:
    stuk = Artikel.objects.get(slug="bang-om-te-vallen", locale__language_code="nl")
    stuk.inhoud = [("tekst", {"kop": "", "tekst": "<p>Met een <b>dik</b> woord.</p>"})]
    uit: Any = schrijf_uit(stuk)
    assert not uit.tekst and uit.anders == ("inhoud",)
    interventie = Interventie.objects.filter(live=True, documenten="").first() or Interventie.objects.first()
    soort = next(s for s in soorten.alle() if s.naam == "interventie")
    assert "omschrijving" in verschil(
        soort, interventie, tomllib.loads(schrijf_uit(interventie).tekst) | {"omschrijving": "Anders"}
    )  # type: ignore[union-attr]


def test_any_text_survives() -> None:
    data = {
        "titel": 'Hij zei: "au" \\ en ‘oei’',
        "lang": "een\n\ntwee\n",
        "getal": 3,
        "ja": True,
        "dag": dt.date(2027, 1, 2),
        "raar": "tab\tbel\x07 \x7f '''  \"\"\" slot\\",
        "rijen": [["a", "b"], []],
        "tabel": {"x": "y", "z": ["1", '2"']},
        "stap": [{"titel": "een", "punten": ["a"] * 40}, {"titel": 'met\n"drie"""'}],
    }
    assert tomllib.loads(toml.schrijf(data)) == data


def test_a_selection_comes_as_one_archive(als: Callable[[str], Client]) -> None:
    client = als("Redacteur")
    goed = Artikel.objects.get(slug="bang-om-te-vallen", locale__language_code="nl")
    fout = Artikel.objects.exclude(pk=goed.pk).filter(live=True, locale__language_code="nl").first()
    fout.inhoud = [("tekst", {"kop": "", "tekst": "<p>Met een <b>dik</b> woord.</p>"})]
    fout.save_revision().publish()
    adres = "/admin/bulk/wagtailcore/page/toml/?next=/admin/artikelen/&id="
    antwoord = client.get(f"{adres}{goed.pk}&id={fout.pk}")
    assert antwoord["Content-Type"] == "application/zip"
    bundel = zipfile.ZipFile(io.BytesIO(antwoord.content))
    assert sorted(bundel.namelist()) == [
        "LEESMIJ.txt",
        "kennisplatform/preventie/inhoud/artikelen/bang-om-te-vallen.toml",
    ]
    brief = bundel.read("LEESMIJ.txt").decode()
    assert fout.title in brief and "past niet in een bestand: tekst" in brief
    leeg = client.get(f"{adres}{fout.pk}", follow=True)
    assert "geen inhoudbestand te maken" in leeg.content.decode()
