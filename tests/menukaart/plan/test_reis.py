"""From an empty buurtbeeld to a plan that is laid down, as a network walks it: through the real pages."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from wagtail.models import Page

from kennisplatform.deelnemers.keuzes import Fase, Netwerkrol
from kennisplatform.deelnemers.models import Buurt, Gebruiker
from kennisplatform.netwerken.models import Afspraak
from menukaart.kiezen.keuzes import Keuzestand
from menukaart.kiezen.models import Keuze
from menukaart.plan.models import Beelduitdaging, Beeldversie, Buurtbeeld, Buurtplan, Planactiviteit
from tests import mensen
from tests.pagina import pagina

pytestmark = pytest.mark.django_db


@pytest.fixture
def buurt(db: None) -> Buurt:
    return mensen.buurt("planbuurt")


@pytest.fixture
def trekker(buurt: Buurt) -> Gebruiker:
    return mensen.lid(buurt, Netwerkrol.KARTREKKER)


@pytest.fixture
def trekt(trekker: Gebruiker) -> Iterator[Client]:
    client = Client()
    client.force_login(trekker)
    yield client


def naar(naam: str, buurt: Buurt, *args: Any) -> str:
    return reverse(naam, args=[buurt.slug, *args])


def vul_in(client: Client, adres: str, **velden: Any) -> Any:
    """What stands in the form of a page, and over it what this person types."""
    staat_er = pagina(client.get(adres)).velden("main form.formulier")
    return client.post(adres, {**staat_er, **velden}, follow=True)


ANTWOORDEN = {"zien": "wij zien het", "waarom": "omdat het misgaat", "straks": "dan gaat het beter"}


def schrijf_beeld(client: Client, buurt: Buurt) -> Buurtbeeld:
    vul_in(client, naar("buurtbeeld_nieuw", buurt, "uitdaging"), titel="Ouderen zijn alleen", **ANTWOORDEN)
    vul_in(client, naar("buurtbeeld_nieuw", buurt, "kracht"), tekst="Er is soep op vrijdag")
    return Buurtbeeld.objects.get(buurt=buurt)


def test_a_network_makes_its_picture_and_lays_it_down(trekt: Client, buurt: Buurt) -> None:
    leeg = pagina(trekt.get(naar("netwerk", buurt)))
    assert "Nu doen: begin met het buurtbeeld" in leeg.tekst(".nudoen")
    assert pagina(trekt.get(naar("buurtbeeld", buurt))).heeft("a.knop[href$='uitdaging/nieuw/']")
    vul_in(trekt, naar("buurtbeeld_nieuw", buurt, "uitdaging"), titel="Ouderen zijn alleen")
    blad = pagina(trekt.post(naar("buurtbeeld_vaststellen", buurt), follow=True))
    assert "nog niet op elke vraag een antwoord" in blad.tekst(".melding.fout")
    uitdaging = Beelduitdaging.objects.get(beeld__buurt=buurt)
    vul_in(trekt, naar("buurtbeeld_wijzigen", buurt, "uitdaging", uitdaging.pk), **ANTWOORDEN)
    vul_in(trekt, naar("buurtbeeld_nieuw", buurt, "kracht"), tekst="Er is soep op vrijdag")
    gezegd = naar("buurtbeeld_nieuw", buurt, "inzicht") + f"?uitdaging={uitdaging.pk}"
    vul_in(trekt, gezegd, bron="bewoners", tekst="Na vijf uur spreek ik niemand", gesprekken="8")
    blad = pagina(trekt.get(naar("buurtbeeld", buurt)))
    assert "Na vijf uur spreek ik niemand" in blad.tekst(".uitdagingen .erbij")
    weg = pagina(trekt.post(naar("buurtbeeld_vaststellen", buurt), follow=True))
    assert "kies van de menukaart" in weg.tekst(".nudoen")  # where the next thing stands, and it knows for whom
    assert weg.waarden(".nudoen a.knop", "href") == [f"{reverse('op_maat')}?buurt={buurt.slug}&vragen=1"]
    versie = Beeldversie.objects.get(beeld__buurt=buurt)
    assert versie.nummer == 1 and "Na vijf uur" in versie.inhoud
    buurt.refresh_from_db()
    assert buurt.fase == Fase.BUURTAGENDA  # nobody set it
    # It is read as it was, whatever is written since; and laying the same down again makes no other version.
    trekt.post(naar("buurtbeeld_vaststellen", buurt))
    vul_in(trekt, naar("buurtbeeld_wijzigen", buurt, "uitdaging", uitdaging.pk), titel="Iets anders")
    oud = pagina(trekt.get(naar("buurtbeeld_versie", buurt, 1))).tekst("main")
    assert "Ouderen zijn alleen" in oud and "Iets anders" not in oud and "nulmeting" in oud
    assert Beeldversie.objects.filter(beeld__buurt=buurt).count() == 1


def test_what_looks_like_a_person_is_asked_about_before_it_stands_in_the_picture(trekt: Client, buurt: Buurt) -> None:
    schrijf_beeld(trekt, buurt)
    for soort, velden in (
        ("inzicht", {"bron": "bewoners", "tekst": "Mevrouw Jansen viel, bel 06-12345678"}),
        ("kracht", {"tekst": "Mevrouw Jansen kookt op vrijdag"}),
        ("uitdaging", {"titel": "Alleen", **ANTWOORDEN, "zien": "Mevrouw Jansen is alleen"}),
    ):
        adres = naar("buurtbeeld_nieuw", buurt, soort)
        antwoord = pagina(vul_in(trekt, adres, **velden))
        assert "Mevrouw Jansen" in antwoord.tekst("#fouten"), soort
        na = trekt.post(adres, antwoord.velden("main form.formulier") | {"bevestig": "on"})
        assert na.status_code == 302, soort


def test_residents_read_what_was_laid_down_and_only_when_the_network_says_so(trekt: Client, buurt: Buurt) -> None:
    bewoner, adres = Client(), reverse("buurt", args=[buurt.slug])
    beeld = schrijf_beeld(trekt, buurt)
    weigert = pagina(trekt.post(naar("buurtbeeld_openbaar", buurt), {"openbaar": "ja"}, follow=True))
    assert "eerst vast" in weigert.tekst(".melding.fout")
    trekt.post(naar("buurtbeeld_vaststellen", buurt))
    assert "Ouderen zijn alleen" not in pagina(bewoner.get(adres)).tekst()
    trekt.post(naar("buurtbeeld_openbaar", buurt), {"openbaar": "ja"})
    assert "Ouderen zijn alleen" in pagina(bewoner.get(adres)).tekst("#buurtbeeld")
    vul_in(
        trekt, naar("buurtbeeld_wijzigen", buurt, "uitdaging", beeld.uitdagingen.get().pk), titel="Nog niet besproken"
    )
    assert "Nog niet besproken" not in pagina(bewoner.get(adres)).tekst()
    trekt.post(naar("buurtbeeld_openbaar", buurt), {"openbaar": "nee"})
    assert "Ouderen zijn alleen" not in pagina(bewoner.get(adres)).tekst()


def test_two_write_one_row_and_nothing_is_lost(trekt: Client, buurt: Buurt) -> None:
    ander = Client()
    ander.force_login(mensen.lid(buurt, wie=mensen.persoon("jasmijn")))
    uitdaging = schrijf_beeld(trekt, buurt).uitdagingen.get()
    adres = naar("buurtbeeld_wijzigen", buurt, "uitdaging", uitdaging.pk)
    begin = pagina(trekt.get(adres)).velden("main form.formulier")
    ander.post(adres, {**begin, "zien": "van jasmijn"})
    assert trekt.post(adres, {**begin, "straks": "van mij"}).status_code == 302
    uitdaging.refresh_from_db()
    assert (uitdaging.zien, uitdaging.straks) == ("van jasmijn", "van mij")
    botst = pagina(trekt.post(adres, {**begin, "zien": "ook van mij"}))
    assert "van jasmijn" in botst.teksten("blockquote") and botst.velden("main form.formulier")["zien"] == "ook van mij"
    uitdaging.refresh_from_db()
    assert uitdaging.zien == "van jasmijn"


def test_pressed_three_times_is_done_once(trekker: Gebruiker, buurt: Buurt) -> None:
    streng = Client(enforce_csrf_checks=True)
    streng.force_login(trekker)
    adres = naar("buurtbeeld_nieuw", buurt, "kracht")
    velden = pagina(streng.get(adres)).velden("main form.formulier") | {"tekst": "Drie keer gedrukt"}
    antwoorden = [streng.post(adres, velden) for _keer in range(3)]
    assert [a.status_code for a in antwoorden] == [302] * 3
    assert Buurtbeeld.objects.get(buurt=buurt).krachten.count() == 1
    # Who opens the form anew and types the same means it.
    opnieuw = pagina(streng.get(adres)).velden("main form.formulier") | {"tekst": "Drie keer gedrukt"}
    streng.post(adres, opnieuw)
    assert Buurtbeeld.objects.get(buurt=buurt).krachten.count() == 2
    # What was refused can be sent again.
    leeg = pagina(streng.get(adres)).velden("main form.formulier")
    assert [streng.post(adres, leeg).status_code for _keer in range(2)] == [200, 200]


def test_a_plan_from_the_standard_programme_to_laid_down(trekt: Client, buurt: Buurt) -> None:
    trekt.post(naar("buurtplan_beginnen", buurt))
    plan = Buurtplan.objects.get(buurt=buurt)
    assert plan.themas.count() == 5
    blad = pagina(trekt.get(naar("buurtplan", buurt)))
    assert len(blad.alle(".vooraf li")) == 5 and not blad.heeft("form[action$='vaststellen/']")
    adres = naar("plan_thema", buurt, "zorgzame-buurt")
    keuzes = pagina(trekt.get(adres)).waarden("input[name=neem]", "value")
    trekt.post(adres, {"neem": [keuzes[0], keuzes[1], "", "999999"]})
    trekt.post(adres, {"neem": [keuzes[0]]})  # once more: it is in already
    assert plan.activiteiten.count() == 2
    vul_in(trekt, naar("planactiviteit_nieuw", buurt, "lerende-buurt"), titel="Intervisie", wie="kartrekkers")
    for code in ("preventie-als-mindset", "integrale-eerste-lijn", "behandeling-dichtbij"):
        zonder = vul_in(trekt, naar("plan_thema", buurt, code), niet_nu="on")
        assert "waarom dit thema nu niet past" in pagina(zonder).fouten()["id_reden"]
        vul_in(trekt, naar("plan_thema", buurt, code), niet_nu="on", reden="Volgend jaar")
    assert not pagina(trekt.get(naar("plan_thema", buurt, "lerende-buurt"))).heeft("[name=niet_nu]")
    blad = pagina(trekt.get(naar("buurtplan", buurt)))
    assert len(blad.alle(".vooraf li")) == 2  # two activities that nobody pulls yet
    for activiteit in plan.activiteiten.filter(wie=""):
        vul_in(trekt, naar("planactiviteit", buurt, activiteit.pk), wie="opbouwwerker")
    trekt.post(naar("buurtplan_vaststellen", buurt))
    assert plan.versies.count() == 1
    buurt.refresh_from_db()
    assert buurt.fase == Fase.BUURTBEGROTING
    assert (
        "Er veranderde niets: versie 1"
        in pagina(trekt.post(naar("buurtplan_vaststellen", buurt), {"zeker": "on"}, follow=True)).tekst()
    )
    vul_in(trekt, naar("planactiviteit", buurt, activiteit.pk), wie="iemand anders")
    assert pagina(trekt.get(naar("buurtplan", buurt))).heeft("[name=zeker][required]")
    zonder = trekt.post(naar("buurtplan_vaststellen", buurt), follow=True)  # pressed without meaning it
    assert "Zet eerst het vinkje" in pagina(zonder).tekst() and plan.versies.count() == 1
    trekt.post(naar("buurtplan_vaststellen", buurt), {"zeker": "on"})
    assert plan.versies.count() == 2
    meten = pagina(trekt.get(naar("monitoringplan", buurt))).tekst("main")
    assert "nog niet bepaald" in meten or "Buurtnetwerk" in meten


def test_what_stops_says_why_and_times_make_sense(trekt: Client, buurt: Buurt) -> None:
    trekt.post(naar("buurtplan_beginnen", buurt))
    plan = Buurtplan.objects.get(buurt=buurt)
    nieuw = naar("planactiviteit_nieuw", buurt, "zorgzame-buurt")
    fout = vul_in(trekt, nieuw, titel="Soep", begin=str(plan.van * 4 + 3), eind=str(plan.van * 4))
    assert "vóór het begin" in pagina(fout).fouten()["id_eind"] and not plan.activiteiten.exists()
    vul_in(trekt, nieuw, titel="Soep")
    vul_in(trekt, nieuw, titel="Brood", na=str(plan.activiteiten.get().pk))
    soep, brood = plan.activiteiten.order_by("pk")
    kring = vul_in(trekt, naar("planactiviteit", buurt, soep.pk), na=str(brood.pk))
    assert "op elkaar wachten" in pagina(kring).fouten()["id_na"]
    stand = naar("planactiviteit_stand", buurt, soep.pk)
    assert "waarom het stopte" in pagina(vul_in(trekt, stand, stand="gestopt")).fouten()["id_stopreden"]
    vul_in(trekt, stand, stand="gestopt", stopreden="Niemand kwam")
    soep.refresh_from_db()
    assert soep.gestopt_op and "Niemand kwam" in pagina(trekt.get(naar("buurtplan", buurt))).tekst("main")


def test_another_network_gets_nowhere(buurt: Buurt, trekt: Client) -> None:
    beeld = schrijf_beeld(trekt, buurt)
    ander, hun = Client(), mensen.buurt("andere-planbuurt")
    ander.force_login(mensen.lid(hun, Netwerkrol.KARTREKKER))
    pk = beeld.uitdagingen.get().pk
    assert ander.get(naar("buurtbeeld", buurt)).status_code == 403
    # A row of another network under one's own address.
    assert ander.post(naar("buurtbeeld_wijzigen", hun, "uitdaging", pk), {"titel": "x"}).status_code == 404
    assert ander.post(naar("buurtbeeld_weg", hun, "uitdaging", pk)).status_code == 404
    assert Beelduitdaging.objects.get(pk=pk).titel == "Ouderen zijn alleen"


def test_what_was_chosen_goes_into_the_plan_once_and_what_is_missing_becomes_to_do(trekt: Client, buurt: Buurt) -> None:
    trekt.post(naar("buurtplan_beginnen", buurt))
    plan = Buurtplan.objects.get(buurt=buurt)
    pagina_ = Page.objects.get(slug="otago", locale__language_code="nl")
    keuze = Keuze.objects.create(
        buurt=buurt,
        pagina=pagina_,
        naam="x",
        stand=Keuzestand.GEKOZEN,
        aangepast="Korter",
        aanwezig={"Begeleider": "nee"},
    )
    Keuze.objects.create(buurt=buurt, naam="Nog niet besloten")
    Page.objects.filter(pk=pagina_.pk).update(live=False)  # withdrawn after it was chosen: said, and no dead link
    weg = pagina(trekt.get(naar("buurtplan", buurt)))
    assert "Staat niet meer op het platform" in weg.tekst(".gekozenlijst") and not weg.heeft(".gekozenlijst a")
    Page.objects.filter(pk=pagina_.pk).update(live=True)
    plan.save()
    blad = pagina(trekt.get(naar("buurtplan", buurt)))
    formulier = f"form[action='{naar('buurtplan_keuze', buurt)}']"
    assert len(blad.alle(formulier)) == 1
    velden = blad.velden(formulier) | {"thema": "preventie-als-mindset"}
    assert velden["keuze"] == str(keuze.pk)
    for _keer in range(2):
        trekt.post(naar("buurtplan_keuze", buurt), velden)
    (activiteit,) = plan.activiteiten.all()
    assert (activiteit.keuze, activiteit.herkomst, activiteit.aangepast) == (pagina_, "menukaart", "Korter")
    formulier = pagina(trekt.get(naar("planactiviteit", buurt, activiteit.pk)))
    assert "De menukaart noemt: Fysio- of oefentherapeut" in formulier.tekst("main")  # to take over, or to leave
    (te_doen,) = Afspraak.objects.filter(buurt=buurt)
    assert "Begeleider" in te_doen.wat and te_doen.wat in pagina(trekt.get(naar("netwerk", buurt))).tekst("main")
    trekt.post(naar("buurtplan_keuze", buurt), {"keuze": str(keuze.pk), "thema": "bestaat-niet"})
    assert plan.activiteiten.count() == 1
    # Once it is laid down, who reads the intervention sees that it is in a plan; why it stopped is for networks.
    Planactiviteit.objects.filter(pk=activiteit.pk).update(wie="wij", stand="gestopt", stopreden="Niemand kwam")
    ander, adres = Client(), pagina_.url
    assert "In buurtplannen" not in pagina(ander.get(adres)).tekst("main")
    plan.themas.exclude(thema=activiteit.thema).update(niet_nu=True, reden="later")
    for code in ("zorgzame-buurt", "lerende-buurt"):
        vul_in(trekt, naar("planactiviteit_nieuw", buurt, code), titel="Iets", wie="wij")
    trekt.post(naar("buurtplan_vaststellen", buurt))
    openbaar = pagina(ander.get(adres)).tekst(".inplannen")
    assert "Eén buurt" in openbaar and "Niemand kwam" not in openbaar and buurt.naam not in openbaar
    assert "Niemand kwam" in pagina(trekt.get(adres)).tekst(".inplannen")
