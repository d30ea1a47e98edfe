"""Examples in the light: with a reason and dates, where readers see them, and never one that is not public."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from django.core import mail
from django.core.cache import cache
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from kennisplatform.deelnemers.models import Gebruiker
from leernetwerk.delen.models import Inzending
from leernetwerk.models import Praktijkvoorbeeld
from leernetwerk.podium import demo, uitlichten
from leernetwerk.podium.models import Uitlichting
from tests import mensen, voorbeelden
from tests.leernetwerk.hulp import client
from tests.vastleggen import leg_vast, vastgelegd

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("eigen_index")]
REDEN = "Posters hielpen niet en dat staat er eerlijk bij."


def dag(n: int) -> dt.date:
    return timezone.localdate() + dt.timedelta(days=n)


@pytest.fixture(autouse=True)
def _leeg_podium(eigen_index: Any) -> None:
    Uitlichting.objects.all().delete()


@pytest.fixture
def redacteur() -> Gebruiker:
    return mensen.medewerker("redacteur")


@pytest.fixture
def voorbeeld() -> Praktijkvoorbeeld:
    return voorbeelden.geplaatst(mensen.buurt("hier"), titel="Koffie in de zijgang")


def licht(voorbeeld: Praktijkvoorbeeld, van: int = -2, tot: int = 5, reden: str = REDEN) -> Uitlichting:
    return uitlichten.licht_uit(voorbeeld=voorbeeld, reden=reden, van=dag(van), tot=dag(tot), door=None)


def plekken(voorbeeld: Praktijkvoorbeeld) -> list[str]:
    """Every address that shows the podium of today."""
    return ["/professionals/", f"/themas/{voorbeeld.hoofdthema.code}/", "/leernetwerk/", reverse("uitgelicht")]


def invoer(van: int = 0, tot: int = 9, reden: str = REDEN) -> dict[str, str]:
    return {"reden": reden, "van": dag(van).isoformat(), "tot": dag(tot).isoformat()}


# ---- What readers see


def test_an_example_stands_everywhere_with_its_reason(
    voorbeeld: Praktijkvoorbeeld, django_capture_on_commit_callbacks: Any
) -> None:
    for adres in plekken(voorbeeld):
        assert REDEN not in Client().get(adres).content.decode(), adres
    with django_capture_on_commit_callbacks(execute=True):  # what was kept of these pages is forgotten then
        licht(voorbeeld)
    for adres in plekken(voorbeeld):
        tekst = Client().get(adres).content.decode()
        assert REDEN in tekst and voorbeeld.url in tekst, adres
    ander = next(t for t in ("zorgzame-buurt", "lerende-buurt") if t != voorbeeld.hoofdthema.code)
    assert REDEN not in Client().get(f"/themas/{ander}/").content.decode()
    assert REDEN not in Client().get("/leernetwerk/?q=koffie").content.decode()  # who searches came for the list


@pytest.mark.parametrize(("van", "tot", "te_zien"), [(-9, -1, False), (1, 9, False), (0, 0, True), (-9, 0, True)])
def test_the_days_count_both_ends(voorbeeld: Praktijkvoorbeeld, van: int, tot: int, te_zien: bool) -> None:
    licht(voorbeeld, van, tot)
    assert (REDEN in Client().get("/professionals/").content.decode()) is te_zien


@pytest.mark.parametrize("hoe", ["netwerken", "eigen", "offline", "verlopen", "alleen-zichtbaarheid"])
def test_what_is_not_public_stands_nowhere(voorbeeld: Praktijkvoorbeeld, redacteur: Gebruiker, hoe: str) -> None:
    """Now and in the archive; to editors neither its title is told."""
    licht(voorbeeld)
    licht(voorbeeld, -60, -40)
    if hoe == "offline":
        voorbeeld.unpublish()
    elif hoe == "verlopen":
        Praktijkvoorbeeld.objects.filter(pk=voorbeeld.pk).update(expire_at=timezone.now() - dt.timedelta(minutes=1))
    elif hoe == "alleen-zichtbaarheid":  # the second lock holds when the first was left open
        Praktijkvoorbeeld.objects.filter(pk=voorbeeld.pk).update(zichtbaarheid="eigen")
    else:
        voorbeeld.zichtbaarheid = hoe
        voorbeeld.save_revision().publish()
    for adres in [*plekken(voorbeeld), f"{reverse('uitgelicht')}?jaar={dag(-60).year}"]:
        assert REDEN not in Client().get(adres).content.decode(), (hoe, adres)
    beheer = client(redacteur).get(reverse("podium")).content.decode()
    assert voorbeeld.title not in beheer and "Een voorbeeld dat niet openbaar is" in beheer
    assert client(redacteur).get(reverse("podium_nieuw", args=[voorbeeld.pk])).status_code == 404
    assert voorbeeld.title not in client(redacteur).get(reverse("podium") + "?q=zijgang").content.decode()


def test_the_order_is_the_days_and_home_shows_three_at_most() -> None:
    buurt = mensen.buurt("hier")
    for n in range(5):
        licht(voorbeelden.geplaatst(buurt, f"v-{n}"), van=-n, reden=f"Reden nummer {n}.")
    start = Client().get("/professionals/").content.decode()
    assert [f"Reden nummer {n}." in start for n in range(5)] == [True, True, True, False, False]
    alles = Client().get(reverse("uitgelicht")).content.decode()
    gezien = [alles.index(f"Reden nummer {n}.") for n in range(5)]
    assert gezien == sorted(gezien)


def test_the_archive_goes_by_year_and_by_page(voorbeeld: Praktijkvoorbeeld) -> None:
    dit, vorig = dag(-30).year, dag(-30).year - 1
    begin = dt.date(vorig, 1, 1)
    for n in range(14):
        Uitlichting.objects.create(
            voorbeeld=voorbeeld, reden=f"Oud {n:02}.", van=begin + dt.timedelta(n), tot=begin + dt.timedelta(n)
        )
    licht(voorbeeld, -30, -25, "Van dit jaar.")
    adres = reverse("uitgelicht")
    eerste = Client().get(adres).content.decode()
    assert "Van dit jaar." in eerste and "Oud 13." not in eerste and f"?jaar={vorig}" in eerste and str(dit) in eerste
    oud = Client().get(f"{adres}?jaar={vorig}").content.decode()
    assert "Oud 13." in oud and "Oud 01." not in oud and "Van dit jaar." not in oud
    assert "Oud 01." in Client().get(f"{adres}?jaar={vorig}&pagina=2").content.decode()
    for onzin in ("jaar=abc", "jaar=1066", "pagina=-3", "pagina=99999999999999999999", "jaar=%F0%9F%8D%80"):
        assert Client().get(f"{adres}?{onzin}").status_code == 200, onzin


def test_an_empty_stage_says_where_the_examples_are() -> None:
    assert "Er staat nu niets op het podium" in Client().get(reverse("uitgelicht")).content.decode()
    assert "Uitgelicht" not in Client().get("/professionals/").content.decode()


def test_script_in_a_reason_stays_text(voorbeeld: Praktijkvoorbeeld) -> None:
    licht(voorbeeld, reden="<script>alert(1)</script>")
    for adres in plekken(voorbeeld):
        tekst = Client().get(adres).content.decode()
        assert "<script>alert" not in tekst and "&lt;script&gt;alert" in tekst, adres


@pytest.mark.parametrize("adres", ["/professionals/", "/leernetwerk/", "/leernetwerk/uitgelicht/"])
def test_more_on_the_stage_is_no_more_queries(adres: str) -> None:
    buurt = mensen.buurt("hier")
    for n in range(2):
        licht(voorbeelden.geplaatst(buurt, f"v-{n}"))
    licht(Praktijkvoorbeeld.objects.get(slug="v-0"), -40, -20)

    def tel() -> int:
        Client().get(adres)
        cache.clear()
        Client().get(adres)  # what a process remembers is remembered
        cache.clear()
        with CaptureQueriesContext(
            connection,
        ) as vragen:
            Client().get(adres)
        return len(vragen)

    weinig = tel()
    for n in range(2, 9):
        licht(voorbeelden.geplaatst(buurt, f"v-{n}"))
        licht(Praktijkvoorbeeld.objects.get(slug=f"v-{n}"), -40, -20)
    assert tel() == weinig


# ---- What editors do


def test_an_editor_searches_chooses_and_says_why(voorbeeld: Praktijkvoorbeeld, redacteur: Gebruiker) -> None:
    c = client(redacteur)
    adres = reverse("podium_nieuw", args=[voorbeeld.pk])
    assert adres in c.get(reverse("podium") + "?q=zijgang+koffie").content.decode()
    assert "Geen openbaar voorbeeld" in c.get(reverse("podium") + "?q=xqzz").content.decode()
    formulier = c.get(adres).content.decode()
    assert f'value="{dag(0).isoformat()}"' in formulier and f'value="{dag(27).isoformat()}"' in formulier
    assert c.post(adres, invoer()).status_code == 302
    een = Uitlichting.objects.get()
    assert (een.door, een.van, een.tot, een.reden) == (redacteur, dag(0), dag(9), REDEN)
    wijzig = reverse("podium_wijzigen", args=[een.pk])
    c.post(wijzig, invoer(0, 3, "Nu korter."))
    een.refresh_from_db()
    assert (een.tot, een.reden) == (dag(3), "Nu korter.")


@pytest.mark.parametrize(
    ("velden", "melding"),
    [
        ({"reden": ""}, "Schrijf waarom u juist dit voorbeeld laat zien."),
        ({"reden": "x" * 301}, "Dit is te lang"),
        ({"tot": "2020-01-01"}, "De laatste dag ligt voor de eerste."),
        ({"tot": "2099-01-01"}, "Kies hoogstens een jaar"),
        ({"van": "straks"}, "Deze datum begrijpen wij niet"),
    ],
)
def test_what_can_not_be_is_told_at_the_field(
    voorbeeld: Praktijkvoorbeeld, redacteur: Gebruiker, velden: dict[str, str], melding: str
) -> None:
    antwoord = client(redacteur).post(reverse("podium_nieuw", args=[voorbeeld.pk]), invoer() | velden)
    (naam,) = velden
    assert melding in str(antwoord.context["formulier"].errors[naam])
    assert antwoord.context["formulier"].non_field_errors() == [] and not Uitlichting.objects.exists()


@pytest.mark.parametrize(
    ("van", "tot", "kan"), [(-2, 5, False), (5, 9, False), (-9, -2, False), (6, 9, True), (-9, -3, True)]
)
def test_one_example_does_not_stand_there_twice_at_once(
    voorbeeld: Praktijkvoorbeeld, redacteur: Gebruiker, van: int, tot: int, kan: bool
) -> None:
    licht(voorbeeld, -2, 5)
    antwoord = client(redacteur).post(reverse("podium_nieuw", args=[voorbeeld.pk]), invoer(van, tot))
    assert (Uitlichting.objects.count() == 2) is kan
    if not kan:
        assert "staat al op het podium" in str(antwoord.context["formulier"].errors["van"])


def test_who_presses_at_the_same_time_is_stopped_too(voorbeeld: Praktijkvoorbeeld) -> None:
    licht(voorbeeld)
    with pytest.raises(uitlichten.Overlapt):
        licht(voorbeeld, 0, 1)


def test_off_is_off_at_once_on_the_first_day_too(voorbeeld: Praktijkvoorbeeld, redacteur: Gebruiker) -> None:
    een = licht(voorbeeld, 0, 9)
    client(redacteur).post(reverse("podium_beeindigen", args=[een.pk]))
    assert not Uitlichting.objects.nu().exists() and Uitlichting.objects.archief().exists()
    assert REDEN not in Client().get("/professionals/").content.decode()
    assert client(redacteur).get(reverse("podium_wijzigen", args=[een.pk])).status_code == 404
    licht(voorbeeld, 0, 9)  # its days are free again


def test_what_never_began_is_not_in_the_archive(voorbeeld: Praktijkvoorbeeld) -> None:
    uitlichten.beeindig(uitlichting=licht(voorbeeld, 3, 9))
    assert not Uitlichting.objects.archief().exists()


def test_kept_pages_are_forgotten(voorbeeld: Praktijkvoorbeeld, settings: Any) -> None:
    settings.TEKENING = settings.TEKENING | {"PAGINAS": True}
    leg_vast()
    Client().get("/professionals/")
    with vastgelegd():
        een = licht(voorbeeld)
    assert REDEN in Client().get("/professionals/").content.decode()
    assert Client().get("/professionals/").get("X-Cache") == "raak"
    with vastgelegd():
        uitlichten.beeindig(uitlichting=een)
    assert REDEN not in Client().get("/professionals/").content.decode()


def test_who_shared_it_hears_that_it_is_in_the_light(
    voorbeeld: Praktijkvoorbeeld, redacteur: Gebruiker, django_capture_on_commit_callbacks: Any
) -> None:
    elders = mensen.buurt("elders")
    schrijver = mensen.lid(elders)
    Inzending.objects.create(buurt=elders, schrijver=schrijver, pagina=voorbeeld, titel="x")
    with django_capture_on_commit_callbacks(execute=True):
        uitlichten.licht_uit(voorbeeld=voorbeeld, reden=REDEN, van=dag(0), tot=dag(1), door=redacteur)
    (brief,) = mail.outbox
    assert brief.to == [schrijver.email] and REDEN in brief.body and voorbeeld.title in brief.body


def test_who_leaves_lets_the_highlight_stay(voorbeeld: Praktijkvoorbeeld, redacteur: Gebruiker) -> None:
    uitlichten.licht_uit(voorbeeld=voorbeeld, reden=REDEN, van=dag(0), tot=dag(1), door=redacteur)
    redacteur.delete()
    assert Uitlichting.objects.get().door is None and REDEN in Client().get("/professionals/").content.decode()


@pytest.mark.parametrize("rol", ["kartrekker", "beheerder", "onderzoeker"])
def test_who_is_no_editor_does_not_see_the_way_to_the_admin(rol: str) -> None:
    persoon = mensen.lid(mensen.buurt("hier"), rol) if rol == "kartrekker" else mensen.medewerker(rol)
    assert client(persoon).get(reverse("podium")).status_code == 403
    assert reverse("podium") not in client(persoon).get(reverse("uitgelicht")).content.decode()


def test_the_demo_fills_the_stage_once() -> None:
    demo.vul("x")
    assert (Uitlichting.objects.nu().count(), Uitlichting.objects.archief().count()) == (3, 2)
    demo.vul("x")
    assert Uitlichting.objects.count() == 5
