"""A network's own list, from what lies aside to a decision, with two people at once; and what it chose."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from kennisplatform.deelnemers.herindelen import Buurtwissel
from kennisplatform.deelnemers.keuzes import Netwerkrol
from kennisplatform.deelnemers.models import Buurt, Herindeling
from menukaart.kiezen import keuzelijst, meenemen, overzicht, profielen
from menukaart.kiezen.keuzes import Keuzestand, Stemkeuze
from menukaart.kiezen.models import Keuze, Keuzegebeurtenis, Keuzeopmerking, Stem
from menukaart.kiezen.opmaat.profiel import Antwoorden
from menukaart.kiezen.overzicht import gekozen
from menukaart.models import Interventie
from tests import mensen
from tests.pagina import pagina
from tests.site.test_rechten import client_van
from zorgpaden.models import Zorgpad

pytestmark = pytest.mark.django_db
VIER = "v=in-balans&v=zicht-op-evenwicht&v=otago&v=thuismonitoring-hartfalen"


@pytest.fixture
def hier() -> Buurt:
    return mensen.buurt("hier")


def plan(slug: str = "in-balans") -> Interventie:
    return Interventie.objects.get(slug=slug)


def test_a_network_decides_in_one_evening(hier: Buurt) -> None:
    """Two people, three choices: voted on, remarked upon, decided with a reason, and remembered."""
    trekker, gemeente = mensen.lid(hier, Netwerkrol.KARTREKKER), mensen.lid(hier, "gemeente")
    een, ander = client_van(trekker), client_van(gemeente)
    apart = pagina(een.get(f"{reverse('apart')}?apart=in-balans&apart=otago&apart=voorzorgcirkels"))
    assert apart.heeft(f'form[action="{reverse("keuze_erbij", args=[hier.slug])}"]')
    erbij = {"apart": ["in-balans", "otago", "voorzorgcirkels", "bestaat-niet"], "waarom": "Veel ouderen alleen."}
    for _keer in range(2):  # pressed twice
        een.post(reverse("keuze_erbij", args=[hier.slug]), erbij)
    balans, otago, cirkels = Keuze.objects.filter(buurt=hier).order_by("pk")
    assert balans.waarom == "Veel ouderen alleen." and balans.door == trekker

    def doe(client: Client, wat: str, keuze: Keuze, **data: Any) -> Any:
        return client.post(reverse(f"keuze_{wat}", args=[hier.slug, keuze.pk]), data)

    doe(een, "stem", balans, **{"stem-wat": "voor", "stem-waarom": "Goed plan"})
    doe(ander, "stem", balans, **{"stem-wat": "twijfel"})
    terug = doe(ander, "stem", balans, **{"stem-wat": "voor", "van_lijst": "1"})  # changed: one vote a member
    assert terug.url == f"{reverse('keuzelijst', args=[hier.slug])}#keuze-{balans.pk}"  # and on with the next
    assert sorted(Stem.objects.filter(keuze=balans).values_list("persoon", "wat")) == sorted(
        [(trekker.pk, "voor"), (gemeente.pk, "voor")]
    )
    for _keer in range(2):
        doe(ander, "opmerking", balans, **{"opmerking-tekst": "De fysiotherapeut doet mee."})
    assert Keuzeopmerking.objects.filter(keuze=balans).count() == 1
    # A form with a mistake comes back with what was typed.
    fout = doe(een, "besluit", balans, **{"besluit-stand": "gekozen", "besluit-reden": ""})
    assert fout.status_code == 200 and Keuze.objects.get(pk=balans.pk).stand == Keuzestand.OVERWOGEN
    assert doe(ander, "besluit", balans, **{"besluit-stand": "gekozen", "besluit-reden": "x"}).status_code == 403
    for keuze, stand in ((balans, "gekozen"), (otago, "nu-niet"), (cirkels, "gekozen")):
        klaar = doe(een, "besluit", keuze, **{"besluit-stand": stand, "besluit-reden": f"Want {keuze.naam}."})
        assert klaar.url.endswith(f"/keuzes/#keuze-{keuze.pk}")
    doe(een, "besluit", balans, **{"besluit-stand": "nu-niet", "besluit-reden": "Toch niet"})  # closed: stays
    laat = pagina(doe(ander, "stem", balans, **{"stem-wat": "twijfel", "stem-waarom": "De zaal is te klein"}))
    assert "intussen besloten" in laat.tekst("main") and "De zaal is te klein" in laat.tekst("textarea")  # not lost
    assert [(g.naam, g.reden) for g in gekozen(hier)] == [
        ("In Balans", "Want In Balans."),
        ("Voorzorgcirkels", "Want Voorzorgcirkels."),
    ]
    blad = pagina(een.get(reverse("keuzelijst", args=[hier.slug])))
    assert len(blad.alle(".keuzelijst > li.gekozen")) == 2 and "Want Otago" in blad.tekst(
        'section[aria-labelledby="nu-niet"]'
    )
    assert doe(ander, "stem", balans, **{"stem-wat": "nu-niet"}).status_code == 302
    assert not Stem.objects.filter(keuze=balans, wat="nu-niet").exists()  # decided: votes are closed
    doe(een, "heropen", otago)
    otago.refresh_from_db()
    assert otago.stand == Keuzestand.OVERWOGEN and otago.reden == "Want Otago oefenprogramma."
    assert set(Keuzegebeurtenis.objects.filter(keuze=otago).values_list("wat", flat=True)) >= {"besluit", "heropend"}
    # What is asked against what is there: what is missing goes along to the plan.
    gevraagd = een.get(reverse("keuze", args=[hier.slug, balans.pk])).context["regel"].gevraagd
    doe(ander, "klaar", balans, er_0="nee", er_1="ja")
    assert gekozen(hier)[0].te_doen == (gevraagd[0][0],)
    assert een.get(reverse("keuze_stem", args=[hier.slug, balans.pk])).status_code == 302  # a session that ended


def test_a_vote_meets_nobody_elses_words(hier: Buurt) -> None:
    een, ander = mensen.lid(hier), mensen.lid(hier)
    (keuze,) = keuzelijst.leg(buurt=hier, paginas=[plan()], waarom="Begin", door=een)
    keuzelijst.wijzig_waarom(keuze=keuze, waarom="Van een", door=een)
    keuzelijst.stem(keuze=keuze, wat=Stemkeuze.VOOR, waarom="", door=ander)  # other row: no conflict
    assert Keuze.objects.get(pk=keuze.pk).waarom == "Van een" and Stem.objects.filter(keuze=keuze).count() == 1


def test_answers_of_two_people_to_what_is_asked_are_kept_together(hier: Buurt) -> None:
    een, ander = mensen.lid(hier), mensen.lid(hier)
    (keuze,) = keuzelijst.leg(buurt=hier, paginas=[plan()], waarom="", door=een)
    client = client_van(ander)
    naar = reverse("keuze", args=[hier.slug, keuze.pk])
    geopend = client.get(naar)  # before the other saved
    velden = pagina(geopend).velden("form[action$='/klaar/']")
    eerste, tweede = [wat for wat, _er in geopend.context["regel"].gevraagd][:2]
    keuzelijst.ga_na(keuze=keuze, aanwezig={eerste: "ja"}, gezien={eerste: "onbekend"}, door=een)
    klaar = reverse("keuze_klaar", args=[hier.slug, keuze.pk])
    client.post(klaar, velden | {"er_1": "nee"})
    assert Keuze.objects.get(pk=keuze.pk).aanwezig == {eerste: "ja", tweede: "nee"}, "only what I changed"
    blad = pagina(client.post(klaar, velden | {"er_0": "nee"}, follow=True))
    assert Keuze.objects.get(pk=keuze.pk).aanwezig[eerste] == "ja" and "iemand anders intussen" in blad.tekst("main")


def test_a_late_decision_keeps_its_words(hier: Buurt) -> None:
    een, ander = mensen.lid(hier), mensen.lid(hier, Netwerkrol.KARTREKKER)
    (keuze,) = keuzelijst.leg(buurt=hier, paginas=[plan()], waarom="", door=een)
    client = client_van(ander)
    keuzelijst.beslis(keuze=keuze, stand=Keuzestand.GEKOZEN, reden="Ja", bewijs="", door=een)
    besluit = reverse("keuze_besluit", args=[hier.slug, keuze.pk])
    laat = pagina(client.post(besluit, {"besluit-stand": "nu-niet", "besluit-reden": "De winter is koud."}))
    assert "De winter is koud." in laat.tekst("textarea") and Keuze.objects.get(pk=keuze.pk).reden == "Ja"


def test_what_is_withdrawn_or_lapses_stays_readable(hier: Buurt) -> None:
    wie = mensen.lid(hier, Netwerkrol.KARTREKKER)
    ding = plan()
    (keuze,) = keuzelijst.leg(buurt=hier, paginas=[ding], waarom="", door=wie)
    keuzelijst.beslis(keuze=keuze, stand=Keuzestand.GEKOZEN, reden="Want", bewijs="Sterke aanwijzingen", door=wie)
    blad = pagina(client_van(wie).get(reverse("keuzelijst", args=[hier.slug])))
    assert "Bewijs bij het besluit: Sterke aanwijzingen. Nu:" in blad.tekst(".keuzelijst")
    Interventie.objects.filter(pk=ding.pk).update(live=False)
    assert gekozen(hier)[0].naam == "In Balans" and gekozen(hier)[0].adres == ""
    assert (
        "Staat niet meer op het platform"
        in client_van(wie).get(reverse("keuze", args=[hier.slug, keuze.pk])).content.decode()
    )
    aanpassing = reverse("keuze_aanpassing", args=[hier.slug, keuze.pk])
    Interventie.objects.filter(pk=ding.pk).update(live=True, werkzame_elementen="Samen oefenen\nThuis oefenen")
    wie_client = client_van(wie)
    begin = pagina(wie_client.get(aanpassing)).velden("main form.formulier") | {"aangepast": "Zeven weken"}
    wie_client.post(aanpassing, begin | {"geraakt": ["Thuis oefenen", "verzonnen"]})
    assert Keuze.objects.get(pk=keuze.pk).aangepast == ""  # something that is no element of it
    wie_client.post(aanpassing, begin | {"geraakt": ["Thuis oefenen"]})
    assert gekozen(hier)[0].geraakt == ("Thuis oefenen",)


def test_another_network_and_forged_numbers_get_nothing(hier: Buurt) -> None:
    wie, elders = mensen.lid(hier), mensen.lid(mensen.buurt("daar"), Netwerkrol.KARTREKKER)
    (keuze,) = keuzelijst.leg(buurt=hier, paginas=[plan()], waarom="", door=wie)
    assert client_van(elders).get(reverse("keuze", args=["daar", keuze.pk])).status_code == 404
    for naam in ("keuze_stem", "keuze_waarom", "keuze_besluit", "keuze_aanpassing", "keuze_klaar"):
        assert client_van(elders).get(reverse(naam, args=["hier", keuze.pk])).status_code == 403
        assert client_van(elders).post(reverse(naam, args=["daar", keuze.pk])).status_code == 404
    assert client_van(elders).post(reverse("keuze_erbij", args=["hier"]), {"apart": ["otago"]}).status_code == 403
    assert Keuze.objects.filter(buurt=hier).count() == 1


def test_a_split_takes_the_choices_along_and_back(hier: Buurt) -> None:
    wie, noord = mensen.lid(hier), mensen.buurt("noord")
    keuzelijst.leg(buurt=hier, paginas=[plan(), plan("otago")], waarom="", door=wie)
    profielen.bewaar(buurt=hier, antwoorden=Antwoorden(eerst=("vallen-ouderen",)), krachten="", door=wie)
    wissel = Buurtwissel(Herindeling(soort="splitsing"), [hier], [noord])
    meenemen.neem_mee(wissel)
    assert Keuze.objects.filter(buurt=noord).count() == 2 and profielen.van(noord)
    keuzelijst.leg(buurt=noord, paginas=[plan("2do")], waarom="", door=wie)
    meenemen.neem_terug(wissel)
    assert Keuze.objects.filter(buurt=hier).count() == 3 and profielen.van(hier) and not profielen.van(noord)


def test_a_list_of_many_costs_what_a_list_of_few_costs(hier: Buurt) -> None:
    wie = mensen.lid(hier, Netwerkrol.KARTREKKER)
    alle = [*Interventie.objects.live()[:30], *Zorgpad.objects.live()[:5]]

    def vragen() -> int:
        client = client_van(wie)
        client.get(reverse("keuzelijst", args=[hier.slug]))
        with CaptureQueriesContext(connection) as gevangen:
            assert client.get(reverse("keuzelijst", args=[hier.slug])).status_code == 200
        return len(gevangen)

    keuzelijst.leg(buurt=hier, paginas=[alle[0], alle[-1]], waarom="", door=wie)
    weinig = vragen()
    keuzelijst.leg(buurt=hier, paginas=alle, waarom="", door=wie)
    assert vragen() <= weinig <= 40


def test_a_form_that_is_left_alone_changes_nothing(hier: Buurt) -> None:
    """What somebody opens and sends back as it stood is no event, and no other word."""
    trekker = mensen.lid(hier, Netwerkrol.KARTREKKER)
    client = client_van(trekker)
    (keuze,) = keuzelijst.leg(buurt=hier, paginas=[plan()], waarom="Veel ouderen.\n\nOok om de trap.", door=trekker)
    eigen = plan().werkzame_elementen.splitlines()[0]
    keuzelijst.pas_aan(keuze=keuze, aangepast="Korter\nen later", geraakt=["Stond er vroeger", eigen], door=trekker)
    keuzelijst.stem(keuze=keuze, wat=Stemkeuze.VOOR, waarom="Goed", door=trekker)
    vraag = next(wat for wat, _er in overzicht.regels([keuze])[0].gevraagd)
    keuzelijst.ga_na(keuze=keuze, aanwezig={vraag: "nee", "vroeger gevraagd": "ja"}, gezien={}, door=trekker)

    def alles() -> list[Any]:
        van = (Keuze.objects.filter(pk=keuze.pk), Stem.objects.filter(keuze=keuze), keuze.geschiedenis.all())
        return [list(rij.values()) for rij in van]

    eerst = alles()
    for naam in ("keuze", "keuze_waarom", "keuze_aanpassing"):
        blad = pagina(client.get(reverse(naam, args=[hier.slug, keuze.pk])))
        for form in blad.alle("main form[method=post]"):
            adres = str(form.get("action") or reverse(naam, args=[hier.slug, keuze.pk]))
            kiezer = f'main form[action="{adres}"]' if form.get("action") else "main form.formulier:not([action])"
            if not adres.endswith(("/besluit/", "/opmerking/", "/heropen/")):  # these begin empty, or are a press
                client.post(
                    adres, {n: w.replace("\n", "\r\n") for n, w in blad.velden(kiezer).items()} | _aangevinkt(form)
                )
    assert alles() == eerst


def _aangevinkt(form: Any) -> dict[str, list[str]]:
    """Boxes of one name, of which several are ticked."""
    vakjes = form.select("input[type=checkbox][checked]")
    return {str(v["name"]): [str(w["value"]) for w in vakjes if w["name"] == v["name"]] for v in vakjes}


def test_the_profile_is_the_six_answers_kept(hier: Buurt) -> None:
    client = client_van(mensen.lid(hier))
    vraag = "eerst=eenzame-bewoners&voor=kwetsbare-ouderen&uren=4&ses=laag"
    blad = pagina(client.get(f"{reverse('buurtprofiel', args=[hier.slug])}?{vraag}"))
    assert blad.heeft("form[method=post]") and "Niet ingevuld" in blad.tekst("dl")
    data = dict(blad.velden("main form.formulier")) | {"krachten": "Veel vrijwilligers"}
    client.post(reverse("buurtprofiel_bewaren", args=[hier.slug]), data)
    bewaard = profielen.van(hier)
    assert bewaard and bewaard.krachten == "Veel vrijwilligers" and bewaard.antwoorden.uren == 4
    assert "Op maat voor" in client.get(f"/menukaart/op-maat/?{bewaard.antwoorden.adres}").content.decode()


def test_a_remark_that_looks_like_a_person_is_asked_about(hier: Buurt) -> None:
    lid = mensen.lid(hier)
    client = client_van(lid)
    keuze = keuzelijst.leg(buurt=hier, paginas=[plan()], waarom="", door=lid)[0]
    adres = reverse("keuze_opmerking", args=["hier", keuze.pk])
    eerst = pagina(client.post(adres, {"opmerking-tekst": "Bel Annie Jansen op 06-12345678"}))
    assert "06-12345678" in eerst.tekst("#fouten") and not keuze.opmerkingen.exists()
    velden = eerst.velden("form[action$='/opmerking/']")
    assert client.post(adres, velden).status_code == 200  # not ticked
    assert client.post(adres, velden | {"opmerking-bevestig": "on"}).status_code == 302
    assert keuze.opmerkingen.count() == 1


def test_a_decision_shows_on_what_it_rested(hier: Buurt) -> None:
    """For whoever asks why: what the evidence was and how it was voted, beside the reason."""
    trekker = mensen.lid(hier, Netwerkrol.KARTREKKER)
    client = client_van(trekker)
    keuze = keuzelijst.leg(buurt=hier, paginas=[plan()], waarom="", door=trekker)[0]
    keuzelijst.stem(keuze=keuze, wat=Stemkeuze.VOOR, waarom="", door=trekker)
    besluit = {"besluit-stand": "gekozen", "besluit-reden": "Zij vallen"}
    client.post(reverse("keuze_besluit", args=["hier", keuze.pk]), besluit)
    rij = pagina(client.get(reverse("keuzelijst", args=["hier"]))).tekst("li.gekozen")
    assert "Zij vallen" in rij and "Bewijs: eerste aanwijzingen" in rij and "1 voor" in rij
