"""The editors' road, by the forms themselves: write, mistake, hand in, approve, found."""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Callable
from typing import Any

import pytest
from django.contrib.auth.models import Group
from django.core import mail
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from PIL import Image
from wagtail.models import Page, get_page_models
from wagtail.test.utils.form_data import nested_form_data, rich_text, streamfield

from kennisplatform.basis.models import Afbeelding, Begrip, KennisPagina
from kennisplatform.zoeken.antwoord.vraag import Vraag
from kennisplatform.zoeken.motor import motor
from menukaart.models import Interventie, MenukaartPagina

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("eigen_index")]


def formulier(**anders: Any) -> dict[str, Any]:
    """What the browser sends for a new intervention, filled in as an editor would."""
    begrip = {b.code: b.pk for b in Begrip.objects.filter(locale__language_code="nl")}
    velden = {
        naam: ""
        for naam in (
            "alias",
            "contact",
            "website",
            "doelgroep_toelichting",
            "intermediairen",
            "doel",
            "subdoelen",
            "duur",
            "werkzame_elementen",
            "deskundigheid",
            "materialen",
            "randvoorwaarden",
            "kwaliteitsbewaking",
            "implementatietijd",
            "ses_grond",
            "verschillen_grond",
            "voordelen",
            "nadelen",
            "succesfactoren",
            "faalfactoren",
            "indicatoren",
            "bewijs_datum",
            "bewijs_commissie",
            "bewijs_oordeel",
            "bewijs_bron_url",
            "gezocht",
            "gecontroleerd_op",
            "volgende_controle",
            "trefwoorden",
            "seo_title",
            "search_description",
            "go_live_at",
            "expire_at",
        )
    }
    velden |= {
        "title": "Samen soep koken",
        "slug": "samen-soep-koken",
        "samenvatting": "Buren koken elke week samen soep.",
        "omschrijving": rich_text("<p>Buren koken samen en eten samen.</p>"),
        "onderzoek": rich_text(""),
        "eigenaar": "Buurthuis",
        "stappen": streamfield([("stap", {"titel": "Zoek een keuken", "tekst": "Het buurthuis heeft er een."})]),
        "bronnen": streamfield(
            [
                (
                    "bron",
                    {
                        "titel": "Eigen ervaring",
                        "uitgever": "Buurthuis",
                        "url": "",
                        "datum": "2026-10-01",
                        "gezien": "",
                    },
                )
            ]
        ),
        "gerelateerd": streamfield([]),
        "herkomst": streamfield([]),
        "inzetregels": streamfield([]),
        "geldregels": streamfield([]),
        "documenten": streamfield([]),
        "hoofdthema": begrip["zorgzame-buurt"],
        "begrippen_onderwerp": [begrip["ontmoeten"], begrip["eenzaamheid"]],
        "begrippen_doelgroep": [begrip["eenzame-mensen"]],
        "bewijs_niveau": "niet-beoordeeld",
        "kostenklasse": "onbekend",
        "ses_geschiktheid": "onbekend",
        "verschillen": "onbekend",
        "comments": {"TOTAL_FORMS": 0, "INITIAL_FORMS": 0},
    }
    velden |= anders
    lijsten = {naam: waarde for naam, waarde in velden.items() if isinstance(waarde, list)}  # several boxes of one name
    return nested_form_data({naam: waarde for naam, waarde in velden.items() if naam not in lijsten}) | lijsten


def nieuw_adres() -> str:
    return f"/admin/pages/add/menukaart/interventie/{MenukaartPagina.objects.get().pk}/"


def test_an_editor_writes_a_chief_editor_publishes_a_reader_finds(
    als: Callable[[str], Client], django_user_model: Any, django_capture_on_commit_callbacks: Any
) -> None:
    chef = django_user_model.objects.create_user("chef@voorbeeld.example", "x" * 20)
    chef.groups.add(Group.objects.get(name="Eindredacteur"))
    client = als("Redacteur")
    with django_capture_on_commit_callbacks(execute=True):
        antwoord = client.post(nieuw_adres(), formulier(**{"action-submit": "1"}))
    assert antwoord.status_code == 302, antwoord.context and antwoord.context["form"].errors
    plan = Interventie.objects.get(slug="samen-soep-koken")
    assert not plan.live and plan.current_workflow_state is not None
    assert "chef@voorbeeld.example" in [naar for m in mail.outbox for naar in m.to]
    assert f"pagina:{plan.pk}" not in [t.sleutel for t in motor().zoek(Vraag(tekst="samen soep koken")).treffers]

    lezer = Client()
    client.force_login(chef)
    taak = plan.current_workflow_task_state
    goedkeuren = reverse("wagtailadmin_pages:workflow_action", args=[plan.pk, "approve", taak.pk])
    with django_capture_on_commit_callbacks(execute=True):
        assert client.post(goedkeuren, {"comment": "Mooi"}).status_code == 302
    plan.refresh_from_db()
    assert plan.live
    assert {b.code for b in plan.begrippen.all()} >= {"ontmoeten", "eenzaamheid", "eenzame-mensen"}
    treffer = motor().zoek(Vraag(tekst="samen soep koken")).treffers[0]
    assert treffer.sleutel == f"pagina:{plan.pk}"
    inhoud = lezer.get("/menukaart/samen-soep-koken/").content.decode()
    assert "Zoek een keuken" in inhoud and "Niet beoordeeld of onbekend" in inhoud


def test_an_editor_may_not_publish(als: Callable[[str], Client]) -> None:
    als("Redacteur").post(nieuw_adres(), formulier(**{"action-publish": "1"}))
    assert not Interventie.objects.filter(slug="samen-soep-koken", live=True).exists()


def test_a_fault_stands_at_its_field_and_nothing_is_lost(als: Callable[[str], Client]) -> None:
    antwoord = als("Redacteur").post(
        nieuw_adres(),
        formulier(
            samenvatting="x" * 200,
            bewijs_niveau="goed-onderbouwd",
            kostenklasse="tot-5000",
            ses_geschiktheid="alle-ses",
            voordelen="Gezellig",
            **{"action-submit": "1"},
        ),
    )
    assert antwoord.status_code == 200
    inhoud = antwoord.content.decode()
    fouten = antwoord.context["form"].errors
    assert set(fouten) >= {"samenvatting", "bewijs_datum", "kostenklasse", "ses_grond", "herkomst"}
    assert "Vul de datum van de erkenning in" in inhoud
    assert "dat het een inschatting van de redactie is: voordelen" in inhoud
    for getypt in ("Samen soep koken", "Zoek een keuken", "Buren koken samen en eten samen."):
        assert getypt in inhoud
    gekozen = antwoord.context["form"]["begrippen_onderwerp"].value()
    assert len(gekozen) == 2


def test_a_rework_keeps_the_terms(als: Callable[[str], Client]) -> None:
    client = als("Eindredacteur")
    client.post(nieuw_adres(), formulier(**{"action-publish": "1"}))
    plan = Interventie.objects.get(slug="samen-soep-koken")
    begrip = Begrip.objects.get(soort="onderwerp", code="voeding", locale__language_code="nl")
    client.post(
        f"/admin/pages/{plan.pk}/edit/",
        formulier(title="Soep", begrippen_onderwerp=[begrip.pk], **{"action-publish": "1"}),
    )
    plan.refresh_from_db()
    assert plan.title == "Soep"
    assert [b.code for b in plan.begrippen.filter(soort="onderwerp")] == ["voeding"]
    assert [b.code for b in plan.begrippen.filter(soort="doelgroep")] == ["eenzame-mensen"]


def test_the_start_screen_says_what_waits(als: Callable[[str], Client]) -> None:
    vandaag = dt.date.today()
    for model in get_page_models():  # what the texts themselves say passes, in a few years for all of them
        if issubclass(model, KennisPagina):
            model.objects.update(volgende_controle=vandaag + dt.timedelta(days=400))
    Interventie.objects.filter(slug="coach2move").update(volgende_controle=vandaag - dt.timedelta(days=3))
    inhoud = als("Redacteur").get("/admin/").content.decode()
    assert "Wat wacht op u" in inhoud and "Coach2Move" in inhoud and "Welzijn op Recept" in inhoud


@pytest.mark.parametrize(
    ("lijst", "filters"),
    [
        ("interventies", "bewijs_niveau=goed-beschreven&stand=gepubliceerd&controle=te-laat"),
        ("artikelen", "stand=concept"),
        ("zorgpaden", "staat=in-ontwikkeling&controle=geen"),
        ("praktijkvoorbeelden", "uitkomst=werkte&stand=wijzigingen"),
    ],
)
def test_lists_with_filters(als: Callable[[str], Client], lijst: str, filters: str) -> None:
    client = als("Redacteur")
    assert client.get(f"/admin/{lijst}/").status_code == 200
    assert client.get(f"/admin/{lijst}/?{filters}").status_code == 200
    assert client.get(f"/admin/{lijst}/?hoofdthema=abc&stand=x&p=999").status_code == 200


def test_where_is_this_used(als: Callable[[str], Client]) -> None:
    plan = Interventie.objects.get(slug="krachtige-basiszorg")
    inhoud = als("Redacteur").get(f"/admin/pages/{plan.pk}/usage/").content.decode()
    assert "Praktijkvoorbeeld" in inhoud


def test_translating_is_for_who_may(als: Callable[[str], Client]) -> None:
    pagina = Page.objects.get(slug="bang-om-te-vallen")
    assert als("Eindredacteur").get(f"/admin/localize/submit/page/{pagina.pk}/").status_code == 200


@pytest.mark.parametrize("rol", ["Redacteur", "Transitieteam"])
def test_accounts_are_not_for_everybody(als: Callable[[str], Client], rol: str) -> None:
    assert als(rol).get("/admin/users/").status_code == 302


def plaatje(breed: int, hoog: int, soort: str = "PNG") -> bytes:
    buffer = io.BytesIO()
    Image.new("1", (breed, hoog)).save(buffer, soort)
    return buffer.getvalue()


def laad_op(client: Client, naam: str, inhoud: bytes) -> Any:
    return client.post(
        "/admin/images/add/",
        {
            "title": "Proef",
            "collection": "1",
            "alternatieve_tekst": "Een proef",
            "licentie": "eigen",
            "maker": "",
            "file": SimpleUploadedFile(naam, inhoud, "image/png"),
        },
    )


def test_a_good_picture_may(als: Callable[[str], Client]) -> None:
    antwoord = laad_op(als("Redacteur"), "goed.png", plaatje(40, 30))
    assert antwoord.status_code == 302 or not antwoord.context["form"].errors
    assert Afbeelding.objects.get(title="Proef").default_alt_text == "Een proef"


@pytest.mark.parametrize(
    ("naam", "inhoud"),
    [
        ("kwaad.png", b"<?php echo 1;"),
        ("leeg.png", b""),
        ("half.png", plaatje(300, 300)[:60]),
        ("script.svg", b"<svg onload='x'/>"),
    ],
)
def test_what_is_no_picture_is_refused(als: Callable[[str], Client], naam: str, inhoud: bytes) -> None:
    antwoord = laad_op(als("Redacteur"), naam, inhoud)
    assert antwoord.status_code == 200 and "file" in antwoord.context["form"].errors
    assert not Afbeelding.objects.filter(title="Proef").exists()


def test_a_picture_of_40000_by_40000_is_refused(als: Callable[[str], Client]) -> None:
    """200 kB on disk, 1.6 billion pixels in memory: refused from its header, before it is unpacked."""
    antwoord = laad_op(als("Redacteur"), "bom.png", plaatje(40_000, 40_000))
    assert antwoord.status_code == 200
    assert "file" in antwoord.context["form"].errors
