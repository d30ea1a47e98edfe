"""The bin: off the site at once, found in the bin and nowhere else, back as it was; or gone for good by who may."""

# ruff: noqa: F401, F811  # fixtures that two files share are imported, and named again where a test asks for them

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone
from wagtail.models import Page, ReferenceIndex

from kennisplatform.basis.models import Weggegooid
from kennisplatform.deelnemers.models import Gebruiker
from kennisplatform.preventie.models import Artikel
from kennisplatform.redactie import prullenbak, terugzetten
from menukaart.models import Interventie
from tests.pagina import pagina
from tests.redactie.bakhulp import BAK, Als, als, door, gevonden, gooi, stuk

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("eigen_index")]


def test_deleting_asks_says_where_it_goes_and_takes_it_off_the_site(
    als: Als, client: Client, stuk: Interventie, django_capture_on_commit_callbacks: Any
) -> None:
    chef, sleutel = als("Eindredacteur"), f"pagina:{stuk.pk}"
    blad = pagina(chef.get(f"/admin/pages/{stuk.pk}/delete/"))
    assert "30 dagen in de prullenbak" in blad.tekst("main")
    assert Page.objects.filter(pk=stuk.pk, live=True).exists()
    assert client.get("/menukaart/in-balans/").status_code == 200 and gevonden(sleutel, "in balans")
    with django_capture_on_commit_callbacks(execute=True):
        antwoord = gooi(chef, stuk)
    assert antwoord.status_code == 302
    assert client.get("/menukaart/in-balans/").status_code == 404
    assert not gevonden(sleutel, "in balans")
    assert "/menukaart/in-balans/" not in client.get("/sitemap.xml").content.decode()
    lijst = pagina(chef.get(BAK))
    assert "In Balans" in lijst.tekst("table") and "Menukaart" in lijst.tekst("table")


def test_it_says_where_the_page_is_used_before_and_after(als: Als, door: Gebruiker) -> None:
    chef, stuk = als("Eindredacteur"), Interventie.objects.get(slug="welzijn-op-recept")
    verwijst = Page.objects.get(slug="ik-voel-me-eenzaam", locale__language_code="nl")
    for adres in (f"/admin/pages/{stuk.pk}/delete/", f"{BAK}{stuk.pk}/"):
        blad = pagina(chef.get(adres))
        assert f"/admin/pages/{verwijst.pk}/edit/" in blad.waarden("main li a", "href")
        assert verwijst.title in blad.tekst("main") and "plekken wordt naar haar verwezen" in blad.tekst("main")
        if "delete" in adres:
            gooi(chef, stuk)
    prullenbak.gooi_weg(pagina=verwijst, door=door)
    assert verwijst.title not in pagina(chef.get(f"{BAK}{stuk.pk}/")).tekst("main"), "it lies there itself"


def test_it_is_found_in_no_list_of_the_admin(als: Als, stuk: Interventie, door: Gebruiker) -> None:
    adressen = (
        f"/admin/pages/{stuk.get_parent().pk}/?p=1&q=In+Balans",
        f"/admin/pages/{stuk.get_parent().pk}/",
        "/admin/interventies/?q=In+Balans",
        "/admin/pages/search/?q=In+Balans",
        "/admin/choose-page/search/?q=In+Balans",
        f"/admin/choose-page/{stuk.get_parent().pk}/?page_type=menukaart.interventie",
        "/admin/reports/aging-pages/",
        "/admin/",
        f"/admin/api/main/pages/?child_of={stuk.get_parent().pk}&limit=100",
    )
    merk = "Kwikzilverwaaier"
    stuk.title = stuk.draft_title = f"In Balans {merk}"
    stuk.save_revision().publish()
    client = als("Beheerder")
    zichtbaar = [adres for adres in adressen if merk in client.get(adres).content.decode()]
    assert len(zichtbaar) >= 5, zichtbaar  # else this could not fail
    prullenbak.gooi_weg(pagina=stuk, door=door)
    for rol in ("Beheerder", "Redacteur"):
        assert not [adres for adres in adressen if merk in als(rol).get(adres).content.decode()]
    assert merk in client.get(BAK).content.decode()
    assert merk in client.get(f"{BAK}?q=kwikzilver").content.decode()
    assert "Niets met deze woorden" in pagina(client.get(f"{BAK}?q=%00zzz")).tekst("main")


def test_no_screen_about_one_page_opens_while_it_lies_there(als: Als, stuk: Interventie, door: Gebruiker) -> None:
    weg = prullenbak.gooi_weg(pagina=stuk, door=door)
    client = als("Beheerder")
    for deel in ("edit", "history", "unpublish", "copy", "move", "usage"):
        antwoord = client.get(f"/admin/pages/{stuk.pk}/{deel}/")
        assert antwoord.status_code == 302 and antwoord["Location"] == f"{BAK}{weg.pk}/", deel
    assert client.post(f"/admin/pages/{stuk.pk}/edit/", {"action-publish": "1"}).status_code == 302
    assert gooi(client, stuk)["Location"] == f"{BAK}{weg.pk}/"
    assert client.get(f"/admin/pages/{stuk.pk}/view_draft/").status_code == 200
    assert not Page.objects.get(pk=stuk.pk).live


@pytest.mark.parametrize("pad", ["usage/", "history/", "delete/"])
def test_a_number_that_no_page_has_is_no_page(als: Als, pad: str) -> None:
    assert als("Beheerder").get(f"/admin/pages/{'9' * 40}/{pad}").status_code == 404


def test_who_may_put_back_and_who_may_destroy(als: Als, stuk: Interventie, door: Gebruiker) -> None:
    prullenbak.gooi_weg(pagina=stuk, door=door)
    schrijver, chef, baas = als("Redacteur"), als("Eindredacteur"), als("Beheerder")
    assert "De eindredactie kan haar terugzetten" in pagina(schrijver.get(f"{BAK}{stuk.pk}/")).tekst("main")
    assert schrijver.post(f"{BAK}{stuk.pk}/", {"terug": "1"}).status_code in {302, 403}
    assert Weggegooid.objects.filter(pk=stuk.pk).exists()
    assert "Verwijder voorgoed" not in chef.get(f"{BAK}{stuk.pk}/").content.decode()
    chef.post(f"{BAK}{stuk.pk}/", {"voorgoed": "1", "zeker": "on"})
    assert Page.objects.filter(pk=stuk.pk).exists()
    assert "Er is niets weg" in baas.post(f"{BAK}{stuk.pk}/", {"voorgoed": "1"}, follow=True).content.decode()
    assert (
        "voorgoed weg" in baas.post(f"{BAK}{stuk.pk}/", {"voorgoed": "1", "zeker": "on"}, follow=True).content.decode()
    )
    assert not Page.objects.filter(pk=stuk.pk).exists()


def test_what_the_site_stands_on_stays(als: Als, door: Gebruiker) -> None:
    client = als("Beheerder")
    for vast in (Page.objects.get(slug="menukaart", depth=3), Page.objects.get(slug="onderwerpen", depth=3)):
        assert "vaste ingang" in pagina(client.get(f"/admin/pages/{vast.pk}/delete/")).tekst("main")
        gooi(client, vast)
        assert Page.objects.get(pk=vast.pk).live and not Weggegooid.objects.exists()


def test_many_at_once_and_each_by_itself(als: Als) -> None:
    stukken = list(Interventie.objects.filter(locale__language_code="nl", live=True)[:3])
    vast = stukken[0].get_parent()
    ids = "&".join(f"id={p.pk}" for p in [*stukken, vast])
    adres = f"/admin/bulk/wagtailcore/page/delete/?next=/admin/interventies/&{ids}"
    client = als("Beheerder")
    assert "in de prullenbak" in pagina(client.get(adres)).tekst("main")
    antwoord = client.post(adres, follow=True).content.decode()
    assert "3 pagina’s liggen in de prullenbak" in antwoord and "vaste ingang" in antwoord
    assert Weggegooid.objects.filter(met=None).count() == 3 and Page.objects.get(pk=vast.pk).live


def test_after_thirty_days_it_is_gone_and_one_that_fails_stops_no_other(door: Gebruiker, monkeypatch: Any) -> None:
    een, twee, jong = Interventie.objects.filter(locale__language_code="nl")[:3]
    for wat in (een, twee, jong):
        prullenbak.gooi_weg(pagina=wat, door=door)
    Weggegooid.objects.exclude(pk=jong.pk).update(op=timezone.now() - dt.timedelta(days=31))
    echt = prullenbak.verwijder

    def valt(*, weg: Weggegooid, door: Any) -> None:
        if weg.pk == een.pk:
            raise RuntimeError
        echt(weg=weg, door=door)

    monkeypatch.setattr(prullenbak, "verwijder", valt)
    assert prullenbak.leeg() == "1 keer geleegd"
    assert set(Page.objects.filter(pk__in=[een.pk, twee.pk, jong.pk]).values_list("pk", flat=True)) == {een.pk, jong.pk}


def test_what_points_at_it_still_does_when_it_is_back(client: Client, stuk: Interventie, door: Gebruiker) -> None:
    bron = Artikel.objects.filter(locale__language_code="nl", live=True).first()
    bron.gerelateerd = [("pagina", stuk)]
    bron.save_revision().publish()
    assert stuk.title in client.get(bron.url).content.decode()
    weg = prullenbak.gooi_weg(pagina=stuk, door=door)
    assert ReferenceIndex.get_references_to(stuk).exists()
    assert stuk.title not in client.get(bron.url).content.decode()
    terugzetten.zet_terug(weg=weg, door=door)
    assert stuk.title in client.get(bron.url).content.decode()
