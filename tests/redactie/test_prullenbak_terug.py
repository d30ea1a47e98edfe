"""Out of the bin: back as it was, with its branch, its translations and its plans; the loader leaves it there."""

# ruff: noqa: F401, F811  # fixtures that two files share are imported, and named again where a test asks for them

from __future__ import annotations

import datetime as dt
import re
from typing import Any

import pytest
from django.core.management import call_command
from django.test import Client
from django.utils import timezone
from wagtail.models import Locale, Page

from kennisplatform.basis.models import Weggegooid
from kennisplatform.basis.models.prullenbak import in_prullenbak
from kennisplatform.deelnemers.models import Gebruiker
from kennisplatform.inhoudlader.lader import laad
from kennisplatform.inhoudlader.models import Geladen
from kennisplatform.preventie.models import AlgemenePagina, Routepagina, StartPagina
from kennisplatform.redactie import prullenbak, terugzetten
from menukaart.models import Interventie
from tests.pagina import pagina
from tests.proefmap import WORTEL
from tests.redactie.bakhulp import BAK, Als, als, door, gevonden, gooi, stuk

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("eigen_index")]


def test_back_as_it_was(als: Als, client: Client, stuk: Interventie, django_capture_on_commit_callbacks: Any) -> None:
    concept = Interventie.objects.filter(live=True).exclude(pk=stuk.pk).first()
    concept.samenvatting = "Nog niet openbaar."
    versie = concept.save_revision()
    voor = list(Page.objects.order_by("path").values_list("pk", "slug", "url_path", "live", "translation_key"))
    standen = {
        p.pk: (p.live_revision_id, p.has_unpublished_changes) for p in Page.objects.filter(pk__in=[stuk.pk, concept.pk])
    }
    chef = als("Eindredacteur")
    with django_capture_on_commit_callbacks(execute=True):
        gooi(chef, stuk)
        gooi(chef, concept)
    assert Page.objects.filter(slug="in-balans", locale__language_code="nl").count() == 0
    with django_capture_on_commit_callbacks(execute=True):
        for wat in (stuk, concept):
            antwoord = chef.post(f"{BAK}{wat.pk}/", {"terug": "1"}, follow=True)
            assert "staat weer op haar plek" in antwoord.content.decode()
    assert not Weggegooid.objects.exists()
    assert voor == list(Page.objects.order_by("path").values_list("pk", "slug", "url_path", "live", "translation_key"))
    nu = {p.pk: (p.live_revision_id, p.has_unpublished_changes) for p in Page.objects.filter(pk__in=standen)}
    assert nu == standen and Page.objects.get(pk=concept.pk).latest_revision_id == versie.pk
    assert client.get("/menukaart/in-balans/").status_code == 200
    assert gevonden(f"pagina:{stuk.pk}", "in balans")
    geschiedenis = chef.get(f"/admin/pages/{stuk.pk}/history/").content.decode()
    assert "In de prullenbak gelegd" in geschiedenis and "Uit de prullenbak gehaald" in geschiedenis


def test_the_list_says_where_it_was_and_puts_it_back_at_once(als: Als, stuk: Interventie, door: Gebruiker) -> None:
    prullenbak.gooi_weg(pagina=stuk, door=door)
    blad = pagina(als("Eindredacteur").get(BAK))
    assert "/menukaart/in-balans/" in blad.tekst("main table")
    adres = blad.waarden("main table form", "action")[0]
    assert als("Redacteur").get(BAK).content.count(b'name="terug"') == 0  # it was public
    als("Eindredacteur").post(adres, {"terug": "1"})
    assert Page.objects.get(pk=stuk.pk).live and not Weggegooid.objects.filter(pk=stuk.pk).exists()


def test_an_address_that_is_taken_meanwhile_is_asked_and_a_free_one_proposed(
    als: Als, stuk: Interventie, door: Gebruiker
) -> None:
    prullenbak.gooi_weg(pagina=stuk, door=door)
    ander = Interventie.objects.exclude(pk=stuk.pk).filter(locale__language_code="nl").first()
    Page.objects.filter(pk=ander.pk).update(slug="in-balans")
    client = als("Eindredacteur")
    blad = pagina(client.post(f"{BAK}{stuk.pk}/", {"terug": "1"}))
    assert "andere pagina op het adres ‘in-balans’" in blad.tekst("main")
    assert blad.velden("main form")["slug"] == "in-balans-1"
    assert "cijfers en streepjes" in pagina(client.post(f"{BAK}{stuk.pk}/", {"slug": "a b/"})).tekst("main")
    klaar = pagina(client.post(f"{BAK}{stuk.pk}/", {"terug": "1", "slug": "in-balans-1"}, follow=True)).tekst("body")
    assert "/menukaart/in-balans-1/" in klaar and "op haar plek" not in klaar
    terug = Page.objects.get(pk=stuk.pk)
    assert terug.live and terug.slug == "in-balans-1" and terug.url_path.endswith("/menukaart/in-balans-1/")
    assert terug.get_latest_revision_as_object().slug == "in-balans-1"


def route_met_ouder() -> tuple[Page, Page]:
    """A page and one below it."""
    start = StartPagina.objects.get(locale__language_code="nl")
    ouder = AlgemenePagina(title="Kwikouder", slug="kwikouder", samenvatting="x", locale=start.locale)
    start.add_child(instance=ouder)
    ouder.save_revision().publish()
    kind = Routepagina(title="Kwikkind", slug="kwikkind", samenvatting="x", locale=start.locale)
    Page.objects.get(pk=ouder.pk).add_child(instance=kind)
    kind.save_revision().publish()
    return Page.objects.get(pk=ouder.pk), Page.objects.get(pk=kind.pk)


def test_a_branch_goes_and_comes_back_whole(client: Client, door: Gebruiker) -> None:
    ouder, kind = route_met_ouder()
    Page.objects.get(pk=kind.pk).specific.unpublish()
    weg = prullenbak.gooi_weg(pagina=ouder, door=door)
    assert list(weg.mee.values_list("pagina", flat=True)) == [kind.pk]
    assert Page.objects.get(pk=kind.pk).url_path.endswith(f"/prullenbak-{ouder.pk}/kwikkind/")
    assert client.get("/kwikouder/").status_code == 404
    terugzetten.zet_terug(weg=weg, door=door)
    assert Page.objects.get(pk=ouder.pk).live and not Page.objects.get(pk=kind.pk).live
    assert Page.objects.get(pk=kind.pk).url_path.endswith("/kwikouder/kwikkind/")


def test_who_publishes_throws_away_what_has_pages_below_it(als: Als) -> None:
    """Also when all that stood below it lies in the bin already: it was refused, without a word why."""
    ouder, kind = route_met_ouder()
    client = als("Eindredacteur")
    gooi(client, kind)
    assert "gaat van de site" in pagina(client.get(f"/admin/pages/{ouder.pk}/delete/")).tekst("main")
    gooi(client, ouder)
    assert in_prullenbak([ouder.pk]) and not Page.objects.get(pk=ouder.pk).live
    client.post(f"{BAK}{ouder.pk}/", {"terug": "1"})
    client.post(f"{BAK}{kind.pk}/", {"terug": "1"})
    assert Page.objects.get(pk=kind.pk).live and Page.objects.get(pk=kind.pk).get_parent().pk == ouder.pk


def test_whose_parent_lies_there_too_asks_where(als: Als, door: Gebruiker) -> None:
    ouder, kind = route_met_ouder()
    weg = prullenbak.gooi_weg(pagina=kind, door=door)
    prullenbak.gooi_weg(pagina=ouder, door=door)
    client = als("Eindredacteur")
    assert "ligt ook in de prullenbak" in pagina(client.get(f"{BAK}{kind.pk}/")).tekst("main")
    blad = pagina(client.post(f"{BAK}{kind.pk}/", {"terug": "1"}))
    assert "Zet die eerst terug, of kies een plek" in blad.tekst("main")
    plek = Page.objects.get(slug="stap-voor-stap", locale__language_code="nl")
    assert ouder.pk not in terugzetten.plekken(weg).values_list("pk", flat=True)
    client.post(f"{BAK}{kind.pk}/", {"terug": "1", "ouder": plek.pk})
    terug = Page.objects.get(pk=kind.pk)
    assert terug.live and terug.get_parent().pk == plek.pk and terug.url_path.endswith("/stap-voor-stap/kwikkind/")
    assert "mag" not in pagina(client.get(BAK)).tekst("table")


def vertaald(stuk: Interventie) -> Page:
    engels = Locale.objects.get(language_code="en")
    return stuk.copy_for_translation(engels, copy_parents=True)


def test_translations_go_along_or_stay_and_leave_room_for_a_new_one(
    als: Als, stuk: Interventie, door: Gebruiker
) -> None:
    vertaling = vertaald(stuk)
    sleutel = stuk.translation_key
    client = als("Eindredacteur")
    assert pagina(client.get(f"/admin/pages/{stuk.pk}/delete/")).heeft("input[name=vertalingen]")
    gooi(client, stuk, vertalingen="on")
    assert Weggegooid.objects.get(pk=vertaling.pk).met_id == stuk.pk
    assert not Page.objects.filter(translation_key=sleutel).exists()
    client.post(f"{BAK}{stuk.pk}/", {"terug": "1"})
    assert Page.objects.filter(translation_key=sleutel).count() == 2
    # The translation alone; somebody makes a new one meanwhile.
    weg = prullenbak.gooi_weg(pagina=Page.objects.get(pk=vertaling.pk), door=door)
    nieuw = vertaald(Interventie.objects.get(pk=stuk.pk))
    assert nieuw.slug == "in-balans"
    with pytest.raises(terugzetten.Slugbezet) as fout:
        terugzetten.zet_terug(weg=weg, door=door)
    anders = terugzetten.zet_terug(weg=weg, door=door, slug=fout.value.voorstel)
    assert "staat los" in anders[0]
    assert Page.objects.get(pk=vertaling.pk).translation_key != sleutel
    assert Page.objects.get(pk=nieuw.pk).translation_key == sleutel


def test_a_public_translation_of_a_draft_stays_for_who_may_not_withdraw_it(als: Als, stuk: Interventie) -> None:
    engels = vertaald(stuk)
    engels.save_revision().publish()
    stuk.unpublish()
    client = als("Redacteur")
    assert "vertalingen" not in pagina(client.get(f"/admin/pages/{stuk.pk}/delete/")).velden("main form")
    gooi(client, stuk, vertalingen="on")
    assert in_prullenbak([stuk.pk]) and Page.objects.get(pk=engels.pk).live


def test_what_was_scheduled_waits_until_it_is_back(stuk: Interventie, door: Gebruiker) -> None:
    later = timezone.now() + dt.timedelta(days=2)
    stuk.go_live_at = later
    versie = stuk.save_revision(approved_go_live_at=later)
    weg = prullenbak.gooi_weg(pagina=stuk, door=door)
    stuk.revisions.filter(pk=versie.pk).update(approved_go_live_at=None)
    call_command("publish_scheduled")
    assert not Page.objects.get(pk=stuk.pk).live
    assert terugzetten.zet_terug(weg=weg, door=door) == []
    assert stuk.revisions.get(pk=versie.pk).approved_go_live_at == later
    weg = prullenbak.gooi_weg(pagina=Page.objects.get(pk=stuk.pk), door=door)
    weg.stond["gepland"] = {str(versie.pk): (timezone.now() - dt.timedelta(hours=1)).isoformat()}
    weg.save()
    assert "zou intussen gepubliceerd zijn" in terugzetten.zet_terug(weg=weg, door=door)[0]
    assert stuk.revisions.get(pk=versie.pk).approved_go_live_at is None


def test_a_review_stops(als: Als, stuk: Interventie, door: Gebruiker) -> None:
    stuk.save_revision()
    stuk.get_workflow().start(stuk, door)
    assert stuk.workflow_in_progress
    prullenbak.gooi_weg(pagina=stuk, door=door)
    assert not Page.objects.get(pk=stuk.pk).workflow_in_progress


def test_the_loader_neither_brings_it_back_nor_falls(stuk: Interventie, door: Gebruiker) -> None:
    onderwerp = Page.objects.get(slug="vallen", content_type__model="onderwerppagina", locale__language_code="nl")
    for wat in (stuk, onderwerp):
        prullenbak.gooi_weg(pagina=wat, door=door)
    aantal = Page.objects.count()
    noemt = re.compile(r'"(in-balans|vallen)"|/(in-balans|vallen)\b')
    namen = [rij.pk for rij in Geladen.objects.all() if noemt.search(rij.pad + (WORTEL / rij.pad).read_text())]
    assert len(namen) > 3
    Geladen.objects.filter(pk__in=namen).update(hash="anders")  # they are written again, and those that name them too
    verslag = laad()
    assert any("in-balans" in naam for naam in verslag.overgeslagen)
    assert Page.objects.count() == aantal and Weggegooid.objects.count() == 2
    assert not Page.objects.get(pk=stuk.pk).live
