"""What a page needs before it leaves the desk: asked when handing in or publishing, never when keeping a draft."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from wagtail.test.utils.form_data import nested_form_data, streamfield

from kennisplatform.basis.models import Begrip
from kennisplatform.preventie.models import Artikel, PreventiePagina
from zorgpaden.models import Zorgpad, ZorgpadenPagina

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("eigen_index")]

ARTIKEL_EIST = {"hoofdthema", "begrippen_onderwerp", "begrippen_situatie", "bronnen", "volgende_controle"}
BRON = streamfield(
    [("bron", {"titel": "NHG-standaard", "uitgever": "NHG", "url": "", "datum": "2024-01-01", "gezien": ""})]
)


def artikel(**anders: Any) -> dict[str, Any]:
    """What the browser sends for an article with only what the form always asked."""
    velden = dict.fromkeys(
        (
            "bel_112",
            "bel_huisarts",
            "zelf_doen",
            "hoofdthema",
            "nagekeken_door",
            "nagekeken_rol",
            "nagekeken_op",
            "trefwoorden",
            "bijgewerkt_op",
            "volgende_controle",
            "seo_title",
            "search_description",
            "go_live_at",
            "expire_at",
        ),
        "",
    )
    velden |= {
        naam: streamfield([])
        for naam in ("alarmzinnen", "stappen", "inhoud", "meer_hulp", "bronnen", "documenten", "gerelateerd")
    }
    velden |= {
        "title": "Mijn knie doet pijn",
        "slug": "mijn-knie-doet-pijn",
        "samenvatting": "Wat u zelf kunt doen.",
        "kort_antwoord": "Kort.",
        "geschreven_door": "Redactie",
        "comments": {"TOTAL_FORMS": 0, "INITIAL_FORMS": 0},
    }
    velden |= anders
    lijsten = {naam: waarde for naam, waarde in velden.items() if isinstance(waarde, list)}
    return nested_form_data({naam: waarde for naam, waarde in velden.items() if naam not in lijsten}) | lijsten


def nieuw(model: Any, ouder: Any) -> str:
    return f"/admin/pages/add/{model._meta.app_label}/{model._meta.model_name}/{ouder.pk}/"


@pytest.fixture
def bij_artikelen() -> str:
    return nieuw(Artikel, PreventiePagina.objects.get(locale__language_code="nl"))


def code(soort: str, naam: str) -> int:
    return Begrip.objects.get(soort=soort, code=naam, locale__language_code="nl").pk


def test_a_draft_may_be_unfinished(als: Callable[[str], Client], bij_artikelen: str) -> None:
    assert als("Redacteur").post(bij_artikelen, artikel()).status_code == 302
    assert not Artikel.objects.get(slug="mijn-knie-doet-pijn").live


@pytest.mark.parametrize(("rol", "doe"), [("Redacteur", "action-submit"), ("Eindredacteur", "action-publish")])
def test_an_empty_article_does_not_go_out(als: Callable[[str], Client], bij_artikelen: str, rol: str, doe: str) -> None:
    antwoord = als(rol).post(bij_artikelen, artikel(**{doe: "1"}))
    assert antwoord.status_code == 200
    fouten = antwoord.context["form"].errors
    assert set(fouten) == ARTIKEL_EIST | {"kort_antwoord"}
    inhoud = antwoord.content.decode()
    for melding in (
        "Kies een hoofdthema",
        "ten minste één onderwerp",
        "Noem ten minste ",
        "te kort om een lezer",
    ):
        assert melding in inhoud
    assert 'value="Mijn knie doet pijn"' in inhoud and ">\nKort.</textarea>" in inhoud  # nothing typed is lost
    assert not Artikel.objects.filter(slug="mijn-knie-doet-pijn").exists()


def test_a_full_article_may(als: Callable[[str], Client], bij_artikelen: str) -> None:
    antwoord = als("Redacteur").post(
        bij_artikelen,
        artikel(
            hoofdthema=code("thema", "preventie-als-mindset"),
            begrippen_onderwerp=[code("onderwerp", "bewegen")],
            begrippen_situatie=[code("situatie", "lichaam")],
            bronnen=BRON,
            volgende_controle="2030-01-01",
            kort_antwoord="Beweeg rustig door. Wordt de pijn erger, maak dan een afspraak met uw huisarts.",
            **{"action-submit": "1"},
        ),
    )
    assert antwoord.status_code == 302, antwoord.context["form"].errors
    assert Artikel.objects.get(slug="mijn-knie-doet-pijn").current_workflow_state is not None


def test_also_not_with_many_at_once(
    als: Callable[[str], Client], bij_artikelen: str, django_capture_on_commit_callbacks: Any
) -> None:
    client = als("Eindredacteur")
    client.post(bij_artikelen, artikel())
    onaf = Artikel.objects.get(slug="mijn-knie-doet-pijn")
    af = Artikel.objects.get(slug="bang-om-te-vallen")
    assert set(onaf.tekorten()) == ARTIKEL_EIST | {"kort_antwoord"} and not af.tekorten()
    for paginas in ([onaf.pk], [onaf.pk, af.pk]):
        adres = "/admin/bulk/wagtailcore/page/veel/?next=/admin/&" + "&".join(f"id={pk}" for pk in paginas)
        with django_capture_on_commit_callbacks(execute=True):
            antwoord = client.post(adres, {"wat": "publiceren"})
        assert "Zij is nog niet af" in client.get(antwoord.headers["Location"]).content.decode()
        onaf.refresh_from_db()
        assert not onaf.live


def test_a_pathway_has_a_source_and_a_step(als: Callable[[str], Client]) -> None:
    gegevens = artikel(
        staat="in-ontwikkeling",
        voor_wie="Mensen met pijn",
        bewijs_niveau="niet-beoordeeld",
        kostenklasse="onbekend",
        inzetregels=streamfield([]),
        geldregels=streamfield([]),
        rollen=streamfield([]),
        nodig=streamfield([]),
        patient_alarmzinnen=streamfield([]),
        patient_tekst="null",
        **{"action-submit": "1"},
    )
    antwoord = als("Redacteur").post(nieuw(Zorgpad, ZorgpadenPagina.objects.get()), gegevens)
    assert set(antwoord.context["form"].errors) >= ARTIKEL_EIST - {"begrippen_situatie"} | {"stappen"}


def test_everything_that_stands_complies() -> None:
    """The rule is no stricter than the content we publish."""
    for pagina in [*Artikel.objects.live(), *Zorgpad.objects.live()]:
        assert pagina.hoofdthema_id and pagina.volgende_controle and pagina.bronnen, pagina.slug
        assert pagina.begrippen.filter(soort="onderwerp").exists(), pagina.slug
    assert all(len(a.kort_antwoord) >= Artikel.minste_tekens["kort_antwoord"] for a in Artikel.objects.live())
