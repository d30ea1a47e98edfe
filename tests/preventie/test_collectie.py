"""A saved search as a block and as a page: what a stranger may see, asked anew, forgotten like every other list."""

from __future__ import annotations

from typing import Any

import pytest
from django.contrib.auth.models import Group
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Locale, PageViewRestriction

from kennisplatform.basis.collectie import adres_van, begripkeuzes, vraag_van
from kennisplatform.basis.models import Begrip
from kennisplatform.basis.models.begrippen import Oudecode, vergeet_woordenboek
from kennisplatform.deelnemers.models import Gebruiker
from kennisplatform.preventie.models import AlgemenePagina, Artikel, Collectie, StartPagina
from kennisplatform.tekening import bewaren
from menukaart.models import Interventie
from tests.agenda import hulp as agenda
from tests.pagina import pagina
from tests.vastleggen import leg_vast, vastgelegd

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("eigen_index")]
LEEG = {"kop": "", "woorden": "", "soorten": [], "begrippen": [], "plaats": "", "volgorde": "", "aantal": 6}
NU = "/admin/redactie/collectie/"


def maak(**waarde: Any) -> Collectie:
    start = StartPagina.objects.get(locale__language_code="nl")
    uit = Collectie(title="Kwikbundel", slug="kwikbundel", samenvatting="Bij elkaar.", locale=start.locale)
    uit.zoek = [("zoek", LEEG | waarde)]
    start.add_child(instance=uit)
    uit.save_revision().publish()
    return uit


def met_blok(**waarde: Any) -> AlgemenePagina:
    bij = AlgemenePagina.objects.get(slug="contact", locale__language_code="nl")
    bij.inhoud = [("collectie", LEEG | {"kop": "Kwiklijst"} | waarde)]
    bij.save_revision().publish()
    return bij


def titels(client: Client, adres: str) -> list[str]:
    return pagina(client.get(adres)).teksten("ul.raster h2, ul.raster h3")


def test_a_page_of_its_own_finds_by_kind_term_words_and_place(client: Client) -> None:
    bundel = maak(soorten=["interventie"], begrippen=["onderwerp:vallen"], volgorde="titel", aantal=24)
    gevonden = titels(client, "/kwikbundel/")
    goed = Interventie.objects.live().filter(begrippen__code="vallen", begrippen__soort="onderwerp").distinct()
    assert set(gevonden) == set(goed.filter(locale__language_code="nl").values_list("title", flat=True))
    assert gevonden == sorted(gevonden, key=str.casefold)
    bundel.zoek = [("zoek", LEEG | {"woorden": "oma valt"})]
    bundel.save_revision().publish()
    assert len(titels(client, "/kwikbundel/")) == 6
    assert pagina(client.get("/kwikbundel/?pagina=2")).heeft("nav.bladeren [rel=prev]")
    bundel.zoek = [("zoek", LEEG | {"plaats": "Nergenshuizen"})]
    bundel.save_revision().publish()
    assert "Hier staat nu niets" in pagina(client.get("/kwikbundel/")).tekst("main")
    assert client.get("/kwikbundel/?pagina=x%00").status_code == 200


def test_a_block_on_another_page(client: Client) -> None:
    bij = met_blok(soorten=["interventie"], aantal=3)
    blad = pagina(client.get(bij.url))
    assert "Kwiklijst" in blad.teksten("main h2") and len(blad.teksten("ul.raster h3")) == 3
    assert blad.heeft("a[href='/zoeken/?soort=interventie']")


@pytest.mark.parametrize("soort", ["artikel", "route"])
def test_no_word_of_the_programme_before_what_is_for_residents(client: Client, soort: str) -> None:
    kaarten = pagina(client.get(met_blok(soorten=[soort], aantal=6).url)).alle("ul.raster .kaart")
    assert kaarten and not [kaart for kaart in kaarten if kaart.select(".label")]


def test_only_what_a_stranger_sees_also_for_an_editor(client: Client) -> None:
    met_blok(soorten=["interventie"], begrippen=["onderwerp:vallen"], aantal=24)
    stuk = Interventie.objects.get(slug="in-balans", locale__language_code="nl")
    assert stuk.title in titels(client, "/contact/")
    chef = Gebruiker.objects.create_user("chef@voorbeeld.example", "x" * 20)
    chef.groups.add(Group.objects.get(name="Beheerder"))
    editor = Client()
    editor.force_login(chef)
    beperking = PageViewRestriction.objects.create(page=stuk, restriction_type="login")
    for lezer in (client, editor):
        assert stuk.title not in titels(lezer, "/contact/")
        assert stuk.title not in lezer.get(f"{NU}?begrippen=onderwerp:vallen&aantal=24").content.decode()
    beperking.delete()
    stuk.unpublish()
    assert stuk.title not in titels(editor, "/contact/")


def test_kept_and_forgotten_as_a_list_is(client: Client, settings: Any) -> None:
    settings.TEKENING = settings.TEKENING | {"PAGINAS": True}
    bewaren.vergeet_proces() if hasattr(bewaren, "vergeet_proces") else None
    met_blok(soorten=["interventie"], begrippen=["onderwerp:vallen"], aantal=24)
    stuk = Interventie.objects.get(slug="in-balans", locale__language_code="nl")
    leg_vast()
    assert stuk.title in titels(client, "/contact/")
    with vastgelegd():
        stuk.unpublish()
    assert stuk.title not in titels(client, "/contact/")


def test_the_feed_has_the_newest_first_and_only_public_things(client: Client) -> None:
    bundel = maak(begrippen=["onderwerp:vallen"], volgorde="titel")
    adres = f"/collecties/{bundel.pk}/feed.xml"
    assert adres in client.get("/kwikbundel/").content.decode()
    xml = client.get(adres).content.decode()
    assert "In Balans" in xml and "<mark>" not in xml and "&lt;" not in xml
    bundel.unpublish()
    assert client.get(adres).status_code == 404


def test_a_form_without_anything_says_what_to_choose(client: Client) -> None:
    bundel = maak(soorten=["artikel"])
    wie = Gebruiker.objects.create_user("chef@voorbeeld.example", "x" * 20)
    wie.groups.add(Group.objects.get(name="Eindredacteur"))
    client.force_login(wie)
    adres = f"/admin/pages/{bundel.pk}/edit/"
    velden = pagina(client.get(adres)).velden("form[data-edit-form]") | {
        "title": "Kwikbundel", "slug": "kwikbundel", "samenvatting": "Bij elkaar.", "action-publish": "1",
        "zoek-count": "1", "zoek-0-deleted": "", "zoek-0-order": "0", "zoek-0-type": "zoek", "zoek-0-id": "",
        "zoek-0-value-kop": "", "zoek-0-value-woorden": "", "zoek-0-value-plaats": "", "zoek-0-value-volgorde": "",
        "zoek-0-value-aantal": "6",
    }  # fmt: skip
    antwoord = client.post(adres, velden)
    assert "Kies een soort of een begrip" in antwoord.content.decode()
    concept = {naam: waarde for naam, waarde in velden.items() if naam != "action-publish"}
    assert client.post(adres, concept).status_code == 302  # a draft may be unfinished
    client.post(adres, velden | {"zoek-0-value-begrippen": ["onderwerp:vallen"], "zoek-0-value-aantal": "99"})
    assert Collectie.objects.get(pk=bundel.pk).vraag.per_pagina == 6
    client.post(adres, velden | {"zoek-0-value-begrippen": ["onderwerp:vallen"], "zoek-0-value-aantal": "3"})
    assert Collectie.objects.get(pk=bundel.pk).vraag.facetten == {"onderwerp": ("vallen",)}


def test_the_form_shows_what_it_finds_now(client: Client) -> None:
    wie = Gebruiker.objects.create_user("red@voorbeeld.example", "x" * 20)
    wie.groups.add(Group.objects.get(name="Redacteur"))
    assert client.get(f"{NU}?woorden=vallen").status_code == 302
    client.force_login(wie)
    assert "In Balans" in client.get(f"{NU}?begrippen=onderwerp:vallen&soorten=interventie&aantal=24").content.decode()
    assert "Kies iets" in client.get(NU).content.decode()
    assert "Vindt nu niets" in client.get(f"{NU}?plaats=Nergenshuizen&aantal=99999999999").content.decode()
    for raar in ("?aantal=-1&woorden=x", "?soorten=%00&volgorde=%00&woorden=%00a", "?begrippen=zonder"):
        assert client.get(NU + raar).status_code == 200


def test_a_term_that_went_into_another_still_finds(client: Client) -> None:
    vallen = Begrip.objects.get(soort="onderwerp", code="vallen", locale__language_code="nl")
    Oudecode.objects.create(soort="onderwerp", code="tuimelen", begrip=vallen)
    vergeet_woordenboek()
    assert vraag_van(LEEG | {"begrippen": ["onderwerp:tuimelen"]}, "nl").facetten == {"onderwerp": ("vallen",)}
    assert ("onderwerp:vallen", vallen.label) in [k for _soort, rij in begripkeuzes() for k in rij]
    assert adres_van(vraag_van(LEEG | {"plaats": "Emmen"}, "nl")) == ""


def test_it_can_be_translated(client: Client) -> None:
    bundel = maak(begrippen=["onderwerp:vallen"])
    engels = bundel.copy_for_translation(Locale.objects.get(language_code="en"), copy_parents=True)
    engels.save_revision().publish()
    assert client.get("/en/kwikbundel/").status_code == 200


def test_articles_show_it_too(client: Client) -> None:
    artikel = Artikel.objects.get(slug="bang-om-te-vallen", locale__language_code="nl")
    artikel.inhoud = [("collectie", LEEG | {"begrippen": ["onderwerp:vallen"], "soorten": ["artikel"], "aantal": 24})]
    artikel.save_revision().publish()
    gevonden = titels(client, artikel.url)
    assert gevonden and artikel.title not in gevonden


def test_a_meeting_that_was_cancelled_says_so_first(client: Client) -> None:
    with vastgelegd():
        ding = agenda.bijeenkomst(titel="Kwikkoken met de buren")
        bundel = maak(woorden="kwikkoken", soorten=["bijeenkomst"])
    assert titels(client, "/kwikbundel/") == ["Kwikkoken met de buren"]
    with vastgelegd():
        ding.afgelast = timezone.now()
        ding.save()
    assert titels(client, "/kwikbundel/") == ["Gaat niet door: Kwikkoken met de buren"]
    assert pagina(client.get("/kwikbundel/")).heeft("ul.raster s")
    feed = client.get(reverse("collectie_feed", args=[bundel.pk])).content.decode()
    assert "Gaat niet door: Kwikkoken" in feed


@pytest.mark.parametrize(
    ("vraag", "adres"),
    [
        ({"woorden": "vallen", "soorten": ["artikel"]}, "/zoeken/?q=vallen&soort=artikel"),
        ({"soorten": ["artikel", "interventie"]}, ""),  # the search page filters on one kind
        ({"soorten": []}, "/zoeken/?"),
    ],
)
def test_all_of_it_stands_on_the_search_page_where_that_can_ask_the_same(vraag: dict[str, Any], adres: str) -> None:
    assert adres_van(vraag_van(vraag, "nl")) == adres
