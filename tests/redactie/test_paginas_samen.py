"""Two descriptions of the same become one: what networks, writers and readers hung on the one goes to the other."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.apps import apps
from django.test import Client
from django.urls import reverse
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page

from kennisplatform.basis.models import Weggegooid
from kennisplatform.basis.paginasporen import Paginaspoor
from kennisplatform.cijfers.models import Onderzoek
from kennisplatform.deelnemers.keuzes import Netwerkrol
from kennisplatform.deelnemers.models import Gebruiker
from kennisplatform.gesprek.models import Bijdrage, Bijdragesoort
from kennisplatform.inhoudlader.lader import laad, pagina_op
from kennisplatform.kamers import gebracht
from kennisplatform.terugmelding.models import Nuttigdag, Terugmelding
from kennisplatform.vinden.models import Vastgezet
from kennisplatform.volgen.models import Gebeurtenis, Melding, Volg
from leernetwerk.models import Praktijkvoorbeeld, Toepassing
from menukaart.kiezen import keuzelijst
from menukaart.kiezen.keuzes import Gebeurd, Keuzestand, Stemkeuze
from menukaart.kiezen.models import Buurtprofiel, Keuze, Keuzeopmerking, Stem
from menukaart.models import Interventie
from menukaart.plan.models import Planactiviteit
from menukaart.plan.plannen import begonnen_plan
from tests import mensen
from tests.pagina import pagina
from zorgpaden.lokaal import beheren
from zorgpaden.lokaal.models import Buurtpad
from zorgpaden.models import Zorgpad

pytestmark = pytest.mark.django_db

# Fields that point at a page and stay with the one that goes, and why.
BLIJFT = {
    "basis.Trefwoord.content_object": "ticked by the editor",
    "basis.Weggegooid.pagina": "the bin",
    "redactie.Linkplek.pagina": "counted anew at night",
    "redactie.Meeleeslink.pagina": "a draft of that page",
    "redactie.Regelgang.pagina": "what happened",
    "redactie.Werkregel.pagina": "what happened",
    "redactie.Paginastand.pagina": "measured anew",
    "redactie.Bezoekdag.pagina": "how often that page was read",
}


def raakt_pagina() -> set[str]:
    """Fields of ours that say which page something is about."""
    uit = set()
    for model in apps.get_models():
        if model._meta.app_label.startswith("wagtail") or issubclass(model, Page):
            continue
        velden = [*model._meta.concrete_fields, *model._meta.many_to_many]
        uit |= {f"{model._meta.label}.{v.name}" for v in velden if v.related_model is Page}
    return uit


def test_every_field_that_says_a_page_is_cared_for() -> None:
    """Whoever adds a record about a page says what becomes of it when two pages become one."""
    verzorgd = {veld for spoor in gebracht(Paginaspoor) for veld in spoor.velden}
    assert raakt_pagina() - set(BLIJFT) == verzorgd


def oud_en_nieuw() -> tuple[Interventie, Interventie]:
    return Interventie.objects.get(slug="otago"), Interventie.objects.get(slug="in-balans")


def scherm(ding: Page) -> str:
    return reverse("redactie:paginas_samen", args=[ding.pk])


def voeg_samen(client: Client, oud: Page, nieuw: Page, **data: Any) -> Any:
    return client.post(scherm(oud), {"naar": nieuw.pk, "zeker": "1", **data}, follow=True)


def test_choices_go_over_and_the_network_hears_it(als: Callable[[str], Client]) -> None:
    oud, nieuw = oud_en_nieuw()
    hier, elders = mensen.buurt("hier"), mensen.buurt("elders")
    trekker, lid = mensen.lid(hier, Netwerkrol.KARTREKKER), mensen.lid(hier, "gemeente")
    ander = mensen.lid(elders, Netwerkrol.KARTREKKER)
    (alleen,) = keuzelijst.leg(buurt=elders, paginas=[oud], waarom="Vallen", door=ander)
    keuzelijst.beslis(keuze=alleen, stand=Keuzestand.GEKOZEN, reden="Kan meteen.", bewijs="Onbekend", door=ander)
    gaat, staat = keuzelijst.leg(buurt=hier, paginas=[oud, nieuw], waarom="", door=trekker)
    keuzelijst.wijzig_waarom(keuze=gaat, waarom="Van de fysio", door=trekker)
    keuzelijst.wijzig_waarom(keuze=staat, waarom="Van de bewoners", door=trekker)
    keuzelijst.stem(keuze=staat, wat=Stemkeuze.TWIJFEL, waarom="", door=lid)
    keuzelijst.stem(keuze=gaat, wat=Stemkeuze.VOOR, waarom="later gestemd", door=lid)
    keuzelijst.stem(keuze=gaat, wat=Stemkeuze.VOOR, waarom="", door=trekker)
    keuzelijst.merk_op(keuze=gaat, tekst="Zaal is er.", door=lid)
    keuzelijst.ga_na(keuze=gaat, aanwezig={"zaal": "ja"}, gezien={}, door=lid)
    keuzelijst.beslis(keuze=gaat, stand=Keuzestand.GEKOZEN, reden="Veel vallen.", bewijs="Onbekend", door=trekker)
    Buurtprofiel.objects.create(buurt=hier, loopt=["otago", "in-balans"])
    activiteit = Planactiviteit.objects.create(
        plan=begonnen_plan(buurt=hier), thema=oud.hoofdthema, titel="Oefenen", keuze=oud, begin=2027 * 4, eind=2027 * 4
    )
    client = als("Eindredacteur")
    blad = client.get(f"{scherm(oud)}?naar={nieuw.pk}").content.decode()
    for zin in ("keuzelijst van 2 netwerken", "Bij 1 daarvan", "profiel van 1 buurt", "1 activiteit in een buurtplan"):
        assert zin in blad, zin
    assert "is opgegaan in" in voeg_samen(client, oud, nieuw).content.decode()
    alleen.refresh_from_db()
    assert (alleen.pagina_id, alleen.naam, alleen.stand) == (nieuw.pk, nieuw.title, Keuzestand.GEKOZEN)
    een = Keuze.objects.get(buurt=hier, pagina=nieuw)
    assert (een.pk, een.stand, een.reden) == (staat.pk, Keuzestand.GEKOZEN, "Veel vallen.")
    assert een.waarom == "Van de bewoners\nVan de fysio" and een.aanwezig == {"zaal": "ja"}
    assert set(Stem.objects.filter(keuze=een).values_list("persoon", "wat", "waarom")) == {
        (lid.pk, "voor", "later gestemd"),
        (trekker.pk, "voor", ""),
    }
    assert Keuzeopmerking.objects.get(keuze=een).tekst == "Zaal is er."
    assert een.geschiedenis.get(wat=Gebeurd.SAMEN).tekst.endswith("Daar stond: Wij kiezen dit: Veel vallen.")
    assert Buurtprofiel.objects.get(buurt=hier).loopt == ["in-balans"]
    activiteit.refresh_from_db()
    assert activiteit.keuze_id == nieuw.pk
    wie = Melding.objects.filter(gebeurtenis__soort="keuze").values_list("persoon", flat=True)
    assert set(wie) == {trekker.pk, lid.pk, ander.pk}
    net = Client()
    net.force_login(lid)
    assert "werden één" in net.get(reverse("keuze", args=[hier.slug, een.pk])).content.decode()
    # A bookmark of the one that went leads on, and what was being written there is kept.
    weg = reverse("keuze", args=[hier.slug, gaat.pk])
    assert net.get(weg).headers["Location"] == reverse("keuze", args=[hier.slug, een.pk])
    net.post(reverse("keuze_opmerking", args=[hier.slug, gaat.pk]), {"opmerking-tekst": "Nog bezig met typen."})
    assert Keuzeopmerking.objects.filter(keuze=een, tekst__startswith="Nog bezig").exists()
    buitenstaander = Client()
    buitenstaander.force_login(ander)
    assert buitenstaander.get(reverse("keuze", args=[elders.slug, gaat.pk])).status_code == 404


def test_addresses_lead_on(als: Callable[[str], Client]) -> None:
    oud, nieuw = oud_en_nieuw()
    Redirect.objects.create(old_path="/menukaart/nog-ouder", redirect_page=oud)
    voeg_samen(als("Eindredacteur"), oud, nieuw)
    lezer = Client()
    for pad in ("/menukaart/otago/", "/menukaart/nog-ouder/"):
        weg = lezer.get(pad)
        assert (weg.status_code, weg.headers["Location"]) == (301, "/menukaart/in-balans/"), pad
    naast = pagina(lezer.get(f"{reverse('vergelijk')}?v=otago&v=voorzorgcirkels"))
    assert "In Balans" in naast.tekst("table") and "staat niet meer" not in naast.tekst("main")
    apart = lezer.get(f"{reverse('apart')}?apart=otago&apart=in-balans").content.decode()
    assert "In Balans" in apart and "niet meer op het platform" not in apart
    assert "In Balans" in lezer.get(f"{reverse('op_maat')}?eerst=vallen&loopt=otago").content.decode()
    weg = Weggegooid.objects.get(pagina=oud.pk)
    assert weg.slug == "otago"
    laad()  # its file is there still, and others name it
    assert not Page.objects.filter(url_path__endswith="/menukaart/otago/").exists()
    assert pagina_op("/menukaart/otago/").pk == nieuw.pk


def test_links_lead_to_the_other_in_every_version(als: Callable[[str], Client]) -> None:
    oud, nieuw = oud_en_nieuw()
    nieuw.gerelateerd = [("pagina", Page.objects.get(pk=oud.pk))]
    nieuw.save_revision(clean=False).publish()
    wijst = Interventie.objects.live().exclude(pk__in=[oud.pk, nieuw.pk]).first()
    wijst.omschrijving = f'<p>Zie <a id="{oud.pk}" linktype="page">dit</a>.</p>'
    wijst.gerelateerd = [("pagina", Page.objects.get(pk=oud.pk)), ("pagina", Page.objects.get(pk=nieuw.pk))]
    wijst.save_revision(clean=False).publish()
    wijst.omschrijving += "<p>Nog niet openbaar.</p>"
    concept = wijst.save_revision(clean=False)
    voorbeeld = Praktijkvoorbeeld.objects.live().first()
    voorbeeld.toepassingen = [Toepassing(pagina_id=oud.pk), Toepassing(pagina_id=nieuw.pk)]
    versie = voorbeeld.save_revision(clean=False)
    versie.publish()
    voeg_samen(als("Eindredacteur"), oud, nieuw)
    assert len(Interventie.objects.get(pk=nieuw.pk).gerelateerd) == 0  # a page does not belong with itself
    nu = Interventie.objects.get(pk=wijst.pk)
    assert f'id="{nieuw.pk}"' in nu.omschrijving and "Nog niet openbaar" not in nu.omschrijving
    assert [deel.value.pk for deel in nu.gerelateerd] == [nieuw.pk]
    concept.refresh_from_db()
    straks = concept.as_object()
    assert f'id="{nieuw.pk}"' in straks.omschrijving and "Nog niet openbaar" in straks.omschrijving
    assert [t.pagina_id for t in Praktijkvoorbeeld.objects.get(pk=voorbeeld.pk).toepassingen.all()] == [nieuw.pk]
    versie.refresh_from_db()
    assert [t.pagina_id for t in versie.as_object().toepassingen.all()] == [nieuw.pk]


def test_what_readers_and_writers_left_goes_along(als: Callable[[str], Client]) -> None:
    oud, nieuw = oud_en_nieuw()
    mens = Gebruiker.objects.first()
    Bijdrage.objects.create(pagina=oud, soort=Bijdragesoort.VRAAG, door=mens, kop="Hoe lang duurt het?")
    Terugmelding.objects.create(pagina=oud, tekst="Telefoonnummer klopt niet")
    for ding in (oud, nieuw):
        Nuttigdag.objects.create(pagina=ding, dag="2026-11-01", ja=2, nee=1)
        Volg.objects.create(persoon=mens, soort="pagina", sleutel=str(ding.pk))
        Vastgezet.objects.create(zoekvraag="vallen oefenen", pagina=ding)
    onderzoek = Onderzoek.objects.create(code="proef", vraag="Werkt het?", paginas="/menukaart/otago/\n/menukaart/x/")
    Gebeurtenis.objects.create(soort="x", kenmerk="proef", titel="x", adres="/", zichtbaarheid="openbaar", pagina=oud)
    woord = "een-woord-van-otago"
    oud.trefwoorden.add(woord)
    oud.save()
    client = als("Eindredacteur")
    blad = pagina(client.get(f"{scherm(oud)}?naar={nieuw.pk}"))
    assert blad.heeft(f'input[name="mee"][value="woord-{woord}"]')
    voeg_samen(client, oud, nieuw, mee=[f"woord-{woord}"])
    for model in (Bijdrage, Terugmelding, Nuttigdag, Vastgezet, Gebeurtenis):
        assert not model._default_manager.filter(pagina=oud.pk).exists(), model
    assert Nuttigdag.objects.filter(pagina=nieuw).values_list("ja", "nee").get() == (4, 2)
    assert Volg.objects.filter(persoon=mens, soort="pagina").values_list("sleutel", flat=True).get() == str(nieuw.pk)
    onderzoek.refresh_from_db()
    assert onderzoek.paginas.splitlines() == ["/menukaart/in-balans/", "/menukaart/x/"]
    nu = Interventie.objects.get(pk=nieuw.pk)
    assert woord in nu.trefwoorden.names() and oud.title in nu.alias.splitlines()


def test_it_asks_to_be_sure_and_says_what_is_in_the_way(als: Callable[[str], Client]) -> None:
    oud, nieuw = oud_en_nieuw()
    client = als("Eindredacteur")
    zonder = client.post(scherm(oud), {"naar": nieuw.pk})
    assert "Vink aan dat u dit zeker weet" in zonder.content.decode() and Page.objects.get(pk=oud.pk).live
    assert client.get(f"{scherm(oud)}?naar={oud.pk}").context["nieuw"] is None  # into itself
    pad = Zorgpad.objects.live().first()
    assert client.get(f"{scherm(oud)}?naar={pad.pk}").context["nieuw"] is None  # another kind
    nieuw.title = "Concept"
    nieuw.save_revision(clean=False)
    assert "wacht een concept" in client.get(f"{scherm(oud)}?naar={nieuw.pk}").content.decode()
    assert "wacht een concept" in voeg_samen(client, oud, nieuw).content.decode()
    assert Page.objects.get(pk=oud.pk).live
    assert als("Onderzoeker").get(scherm(oud)).status_code in (
        302,
        403,
    )  # a beheerder throws away for good, so may this


def test_own_pathways_go_over_unapproved_and_never_two(als: Callable[[str], Client]) -> None:
    oud, nieuw = Zorgpad.objects.live().order_by("pk")[:2]
    hier = mensen.buurt("hier")
    trekker = mensen.lid(hier, Netwerkrol.KARTREKKER)
    pad = beheren.begin(buurt=hier, pagina=oud, door=trekker)
    beheren.keur_goed(pad=pad, door=trekker)
    tweede = beheren.begin(buurt=hier, pagina=nieuw, door=trekker)
    client = als("Eindredacteur")
    assert "Vraag het netwerk" in client.get(f"{scherm(oud)}?naar={nieuw.pk}").content.decode()
    assert "Vraag het netwerk" in voeg_samen(client, oud, nieuw).content.decode()
    tweede.delete()
    voeg_samen(client, oud, nieuw)
    pad = Buurtpad.objects.get(pk=pad.pk)
    assert (pad.pagina_id, pad.goedgekeurd_op) == (nieuw.pk, None)
