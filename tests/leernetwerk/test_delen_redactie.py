"""From draft to podium: handed in, judged in Wagtail's own screens, published, kept among networks, and followed up."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest
from django.core import mail
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Comment, Page, PageViewRestriction

from kennisplatform.deelnemers.keuzes import Zichtbaarheid
from kennisplatform.deelnemers.models import Buurt, Gebruiker, Lidmaatschap
from kennisplatform.post.models import Bericht
from kennisplatform.register.ongedaan import bekijk, maak_ongedaan
from kennisplatform.zoeken.motor import motor
from kennisplatform.zoeken.vraag import Vraag
from leernetwerk.delen import bestanden, doorlooptijd, onderhoud, schrijven, vervolgen
from leernetwerk.delen.indienen import Onvolledig, dien_in
from leernetwerk.delen.keuzes import Reden, Stand, Vervolgstand
from leernetwerk.delen.models import Inzending, Vervolg
from leernetwerk.delen.pagina import naar_tekst, uit_tekst
from leernetwerk.gesprek.schrijven import schrijf
from leernetwerk.models import Praktijkvoorbeeld
from leernetwerk.volgen.lijst import volg
from leernetwerk.volgen.melden import te_lezen
from leernetwerk.volgen.models import Volg
from leernetwerk.volgen.soorten import PAGINA
from menukaart.models import Interventie
from tests import mensen, voorbeelden
from tests.leernetwerk.test_delen import client, foto, stap
from tests.register.test_ongedaan import splits

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("eigen_index")]


@pytest.fixture
def hier() -> Buurt:
    return mensen.buurt("hier")


@pytest.fixture
def schrijver(hier: Buurt) -> Gebruiker:
    return mensen.lid(hier, "huisartsenpraktijk")


@pytest.fixture
def eind() -> Gebruiker:
    return mensen.medewerker("eindredacteur")


@pytest.fixture
def concept(hier: Buurt, schrijver: Gebruiker) -> Inzending:
    return voorbeelden.concept(hier, schrijver)


@pytest.fixture
def na(django_capture_on_commit_callbacks: Any) -> Callable[..., Any]:
    """Do something, and what follows on its commit: mail, search."""

    def doe(wat: Callable[..., Any], *args: Any, **kwargs: Any) -> Any:
        with django_capture_on_commit_callbacks(execute=True):
            return wat(*args, **kwargs)

    return doe


@pytest.fixture
def ingediend(concept: Inzending, schrijver: Gebruiker, na: Callable[..., Any]) -> Inzending:
    return na(dien_in, inzending=concept, door=schrijver, toestemming=True)


def beslis(wie: Gebruiker, inzending: Inzending, wat: str, tekst: str = "") -> Any:
    """As an editor does: the button in Wagtail's own screen."""
    taak = inzending.pagina.current_workflow_task_state
    adres = reverse("wagtailadmin_pages:workflow_action", args=[inzending.pagina_id, wat, taak.pk])
    return client(wie).post(adres, {"comment": tekst})


def post_aan(wie: Gebruiker) -> list[str]:
    return [bericht.onderwerp for bericht in Bericht.objects.filter(aan=wie.email).order_by("pk")]


# ---- Handing in


def test_wat_ontbreekt_staat_bovenaan_met_een_link_naar_de_vraag(hier: Buurt, schrijver: Gebruiker) -> None:
    leeg = schrijven.begin(buurt=hier, door=schrijver)
    antwoord = client(schrijver).post(stap(leeg, "nakijken"))
    tekst = antwoord.content.decode()
    assert (
        antwoord.status_code == 422
        and "Nog 5 dingen" in tekst
        and f"{stap(leeg, 'geleerd')}#id_wat_niet_werkte" in tekst
    )
    leeg.refresh_from_db()
    assert leeg.stand == Stand.CONCEPT and leeg.pagina is None


def test_wat_op_een_persoon_lijkt_moet_weg_of_verklaard(schrijver: Gebruiker, concept: Inzending) -> None:
    concept.aanpak = "Bel mevrouw Jansen op 06-12345678, zij weet het."
    concept.save()
    antwoord = client(schrijver).post(stap(concept, "nakijken"), {"toestemming": "on"})
    assert antwoord.status_code == 422 and "<mark>06-12345678</mark>" in antwoord.content.decode()
    redenen = {f"reden-{v.code}": "Openbaar nummer van de balie" for v, _reden in antwoord.context["vondsten"]}
    assert len(redenen) == 2
    een = dict([redenen.popitem()])
    assert client(schrijver).post(stap(concept, "nakijken"), een).status_code == 422  # one of the two
    assert client(schrijver).post(stap(concept, "nakijken"), een | redenen).status_code == 302
    concept.refresh_from_db()
    assert {v["reden"] for v in concept.verklaringen} == {"Openbaar nummer van de balie"}


def test_een_verklaring_geldt_alleen_voor_die_tekst(schrijver: Gebruiker, concept: Inzending) -> None:
    concept.verklaringen = [{"veld": "aanpak", "soort": "naam", "tekst": "mevrouw Jansen", "reden": "mag"}]
    concept.aanpak = "Wij spraken mevrouw Pietersen elke week even."
    concept.save()
    with pytest.raises(Onvolledig):
        dien_in(inzending=concept, door=schrijver, toestemming=True)


def test_een_resultaat_zonder_bron_komt_er_niet_door(schrijver: Gebruiker, concept: Inzending) -> None:
    concept.resultaat = "De helft minder telefoontjes."
    concept.save()
    with pytest.raises(Onvolledig) as fout:
        dien_in(inzending=concept, door=schrijver, toestemming=True)
    assert list(fout.value.velden) == ["resultaat_bron"]


def test_ingediend_ligt_het_bij_de_eindredactie_en_weet_iedereen_het(
    eind: Gebruiker, schrijver: Gebruiker, concept: Inzending, na: Callable[..., Any]
) -> None:
    ingediend = na(dien_in, inzending=concept, door=schrijver, toestemming=True)
    assert ingediend.pagina is not None and not ingediend.pagina.live
    assert post_aan(schrijver) == ["Ontvangen: ‘Koffie in de hal’"]
    assert len(post_aan(eind)) == 1 and "Koffie in de hal" in post_aan(eind)[0]
    assert "Nu aan zet:" in client(schrijver).get(ingediend.get_absolute_url()).content.decode()
    assert "Koffie in de hal" in client(eind).get(reverse("delen_redactie")).content.decode()
    # Nobody else is mailed by Wagtail about screens that they can't open.
    assert {b.to[0] for b in mail.outbox} == {schrijver.email, eind.email, "eindredacteur@demo.example"}


def test_het_formulier_van_de_redactie_toont_wie_het_schreef_en_wat_op_een_persoon_lijkt(
    eind: Gebruiker, schrijver: Gebruiker, concept: Inzending, na: Callable[..., Any]
) -> None:
    concept.aanpak += " Bel mevrouw Jansen maar."
    concept.save()
    code = "aanpak:naam:mevrouw Jansen"
    nu = na(dien_in, inzending=concept, door=schrijver, toestemming=False, redenen={code: "Zij wil dit zelf"})
    tekst = client(eind).get(reverse("wagtailadmin_pages:edit", args=[nu.pagina_id])).content.decode()
    assert f"Ingezonden door {schrijver}" in tekst and "Zij wil dit zelf" in tekst and "zonder overleg" in tekst
    assert "Vraag de schrijver om aanvulling" in tekst and "Plaats niet, met reden" in tekst


# ---- Deciding


def test_geplaatst_is_het_voor_iedereen_te_lezen_en_te_vinden(
    eind: Gebruiker, schrijver: Gebruiker, ingediend: Inzending, na: Callable[..., Any]
) -> None:
    na(beslis, eind, ingediend, "approve")
    ingediend.refresh_from_db()
    assert ingediend.stand == Stand.GEPLAATST and ingediend.besluit_op is not None
    pagina = Client().get(ingediend.pagina.url)
    assert pagina.status_code == 200 and "Aanbellen bij alle deuren" in pagina.content.decode()
    gevonden = motor().zoek(Vraag(tekst="koffi in de hal", soorten=("praktijkvoorbeeld",)))
    assert f"pagina:{ingediend.pagina_id}" in [t.sleutel for t in gevonden.treffers[:3]]
    assert post_aan(schrijver)[-1] == "Geplaatst: ‘Koffie in de hal’"
    assert "Op de site" in client(schrijver).get(ingediend.get_absolute_url()).content.decode()


def test_wie_het_schreef_hoort_van_een_vraag_eronder(
    eind: Gebruiker, schrijver: Gebruiker, ingediend: Inzending, na: Callable[..., Any]
) -> None:
    na(beslis, eind, ingediend, "approve")
    ingediend.refresh_from_db()
    assert Volg.objects.filter(persoon=schrijver, soort="pagina", sleutel=str(ingediend.pagina_id)).count() == 1
    assert not te_lezen(schrijver).exists()  # nothing about oneself
    elders = mensen.buurt("elders")
    schrijf(
        soort="vraag", pagina=ingediend.pagina, door=mensen.lid(elders), tekst="x", kop="Hoe laat?", buurt=elders,
        zichtbaarheid=Zichtbaarheid.OPENBAAR,
    )  # fmt: skip
    assert [m.gebeurtenis.titel for m in te_lezen(schrijver)] == ["Nieuwe vraag bij Koffie in de hal"]


def test_besluiten_staan_vooraan_en_niets_gaat_langs_de_schrijver(
    eind: Gebruiker, schrijver: Gebruiker, ingediend: Inzending
) -> None:
    tekst = client(eind).get(reverse("wagtailadmin_pages:edit", args=[ingediend.pagina_id])).content.decode()
    voet = tekst[tekst.index("<footer") :]
    plekken = [voet.index(naam) for naam in ("Plaats\n", "Vraag de schrijver", "Plaats niet", "Bewaar concept")]
    assert plekken == sorted(plekken)
    assert "action-publish" not in voet and "action-cancel-workflow" not in voet
    eigen = Interventie.objects.live().first()
    assert eigen
    assert "action-publish" in client(eind).get(reverse("wagtailadmin_pages:edit", args=[eigen.pk])).content.decode()


def test_de_schrijver_leest_terug_wat_er_ligt(schrijver: Gebruiker, ingediend: Inzending) -> None:
    tekst = client(schrijver).get(ingediend.get_absolute_url()).content.decode()
    assert "Lees wat u schreef" in tekst and ingediend.wat_niet_werkte in tekst


def test_om_aanvulling_vragen_zet_de_opmerking_bij_de_vraag(
    eind: Gebruiker, schrijver: Gebruiker, ingediend: Inzending, na: Callable[..., Any]
) -> None:
    Comment.objects.create(page_id=ingediend.pagina_id, user=eind, text="Hoeveel mensen?", contentpath="wat_werkte")
    na(beslis, eind, ingediend, "reject", "Mooi verhaal. Kunt u een getal noemen?")
    ingediend.refresh_from_db()
    assert (ingediend.stand, ingediend.reden) == (Stand.AANVULLEN, "Mooi verhaal. Kunt u een getal noemen?")
    assert post_aan(schrijver)[-1].startswith("De redactie vraagt iets")
    tekst = client(schrijver).get(stap(ingediend, "geleerd")).content.decode()
    assert "Hoeveel mensen?" in tekst and "Kunt u een getal noemen?" in tekst
    schrijven.bewaar(
        inzending=ingediend, velden={"wat_werkte": "Aanbellen: van 5 naar 22 mensen."}, gezien=9, door=schrijver
    )
    opnieuw = na(dien_in, inzending=ingediend, door=schrijver, toestemming=True)
    assert opnieuw.stand == Stand.INGEDIEND
    na(beslis, eind, opnieuw, "approve")
    assert "van 5 naar 22 mensen" in Client().get(Page.objects.get(pk=opnieuw.pagina_id).url).content.decode()


def test_niet_plaatsen_vraagt_een_reden_en_vertelt_die(
    eind: Gebruiker, schrijver: Gebruiker, ingediend: Inzending, na: Callable[..., Any]
) -> None:
    na(beslis, eind, ingediend, "afwijzen", "")
    ingediend.refresh_from_db()
    assert ingediend.stand == Stand.INGEDIEND  # no reason, no decision
    na(beslis, eind, ingediend, "afwijzen", "Dit gaat over één bewoner.")
    ingediend.refresh_from_db()
    assert ingediend.stand == Stand.AFGEWEZEN and not Page.objects.get(pk=ingediend.pagina_id).live
    assert "Dit gaat over één bewoner." in client(schrijver).get(ingediend.get_absolute_url()).content.decode()
    assert "Dit gaat over één bewoner." in Bericht.objects.filter(aan=schrijver.email).latest("pk").tekst


def test_een_redacteur_die_niet_beslist_kan_het_ook_niet(ingediend: Inzending, na: Callable[..., Any]) -> None:
    na(beslis, mensen.medewerker("redacteur"), ingediend, "approve")
    ingediend.refresh_from_db()
    assert ingediend.stand == Stand.INGEDIEND


def test_een_nieuwe_versie_laat_de_oude_staan_tot_het_besluit(
    eind: Gebruiker, schrijver: Gebruiker, ingediend: Inzending, na: Callable[..., Any]
) -> None:
    na(beslis, eind, ingediend, "approve")
    client(schrijver).post(reverse("inzending_nieuwe_versie", args=[ingediend.sleutel]))
    ingediend.refresh_from_db()
    schrijven.bewaar(
        inzending=ingediend, velden={"wat_werkte": "Bij nader inzien: de huismeester."}, gezien=99, door=schrijver
    )
    na(dien_in, inzending=ingediend, door=schrijver, toestemming=True)
    adres = Page.objects.get(pk=ingediend.pagina_id).url
    assert "huismeester" not in Client().get(adres).content.decode()
    ingediend.refresh_from_db()
    na(beslis, eind, ingediend, "approve")
    assert "huismeester" in Client().get(adres).content.decode()
    verschil = client(schrijver).get(reverse("inzending_versies", args=[ingediend.sleutel])).content.decode()
    assert "<del>Aanbellen" in verschil and "huismeester.</ins>" in verschil


def test_wat_de_redactie_verandert_ziet_de_schrijver(
    eind: Gebruiker, schrijver: Gebruiker, ingediend: Inzending, na: Callable[..., Any]
) -> None:
    blad = ingediend.pagina.get_latest_revision_as_object()
    blad.wat_werkte = "<p>Aanbellen bij <b>alle</b> deuren hielp het meest.</p>"
    na(lambda: blad.save_revision(user=eind).publish())
    ingediend.refresh_from_db()
    assert ingediend.wat_werkte == "Aanbellen bij alle deuren hielp het meest." and ingediend.stand == Stand.GEPLAATST


def test_intrekken_haalt_het_bij_de_redactie_weg(
    schrijver: Gebruiker, ingediend: Inzending, na: Callable[..., Any]
) -> None:
    na(client(schrijver).post, reverse("inzending_intrekken", args=[ingediend.sleutel]))
    ingediend.refresh_from_db()
    assert ingediend.stand == Stand.INGETROKKEN
    assert Page.objects.get(pk=ingediend.pagina_id).current_workflow_state is None


def test_de_tekst_komt_heelhuids_heen_en_terug() -> None:
    getypt = "Eerste alinea & <b>niet vet</b>.\n\n- een\n- twee\n\nTwee regels\nonder elkaar"
    assert naar_tekst(uit_tekst(getypt)) == getypt
    assert "<b>" not in uit_tekst(getypt)


# ---- For networks only


@pytest.fixture
def besloten(eind: Gebruiker, schrijver: Gebruiker, concept: Inzending, na: Callable[..., Any]) -> Praktijkvoorbeeld:
    concept.lezers = Zichtbaarheid.NETWERKEN
    concept.titel = "Kwikzilverwaaier"
    concept.save()
    bestanden.voeg_beeld_toe(inzending=concept, bestand=SimpleUploadedFile("a.jpg", foto()), alt="x")
    na(dien_in, inzending=concept, door=schrijver, toestemming=True)
    concept.refresh_from_db()
    na(beslis, eind, concept, "approve")
    return Praktijkvoorbeeld.objects.get(pk=concept.pagina_id)


OPENBAAR = ("/leernetwerk/", "/leernetwerk/?volgorde=nieuw", "/leernetwerk/buurten/hier/", "/zoeken/?q=kwikzilverwaaier",
            "/menukaart/in-balans/", "/sitemap.xml", "/api/v1/zoeken?q=kwikzilverwaaier")  # fmt: skip


def test_besloten_is_nergens_te_zien_voor_wie_het_niet_mag(besloten: Praktijkvoorbeeld, hier: Buurt) -> None:
    assert besloten.live and PageViewRestriction.objects.filter(page=besloten).exists()
    wie = mensen.iedereen(hier, mensen.buurt("daar"))
    for naam in ("anoniem", "vreemde", "lid-elders", "gemeente", "onderzoeker"):
        lezer = Client() if naam == "anoniem" else client(wie[naam])
        for adres in OPENBAAR:
            kaal = lezer.get(adres).content.decode().lower().replace('value="kwikzilverwaaier"', "")
            assert "/kwikzilverwaaier" not in kaal and ">kwikzilverwaaier<" not in kaal, (naam, adres)


@pytest.mark.parametrize("geval", [
    (Zichtbaarheid.NETWERKEN, {"gemeente", "lid-elders", "onderzoeker", "transitieteam"}, {"anoniem", "vreemde", "oud-lid"}),
    (Zichtbaarheid.EIGEN, {"gemeente", "kartrekker", "transitieteam"}, {"anoniem", "vreemde", "oud-lid", "lid-elders", "onderzoeker"}),
])  # fmt: skip
def test_wie_een_besloten_voorbeeld_leest(
    besloten: Praktijkvoorbeeld, hier: Buurt, na: Callable[..., Any], geval: tuple[str, set[str], set[str]]
) -> None:
    zicht, wel, niet = geval
    besloten.zichtbaarheid = zicht
    na(lambda: besloten.save_revision().publish())
    wie = mensen.iedereen(hier, mensen.buurt("daar"))
    beeld = reverse("inzending_foto", args=[Inzending.objects.get(pagina=besloten).beelden.get().pk])
    for naam in wel | niet:
        lezer = Client() if naam == "anoniem" else client(wie[naam])
        antwoord, plaat = lezer.get(besloten.url), lezer.get(beeld)
        if naam in wel:
            assert antwoord.status_code == 200 and "Niet openbaar." in antwoord.content.decode(), naam
            assert plaat.status_code == 200 and "private" in plaat["Cache-Control"], naam
        else:
            assert antwoord.status_code in {302, 403} and b"Posters" not in antwoord.content, naam
            assert plaat.status_code in {403, 404}, naam
        assert not plaat.streaming or plaat.getvalue()
        lijst = lezer.get(reverse("besloten")).content.decode()
        assert ("Kwikzilverwaaier" in lijst) == (naam in wel), naam


def test_openbaar_gemaakt_is_het_weer_voor_iedereen(besloten: Praktijkvoorbeeld, na: Callable[..., Any]) -> None:
    besloten.zichtbaarheid = Zichtbaarheid.OPENBAAR
    na(lambda: besloten.save_revision().publish())
    assert Client().get(besloten.url).status_code == 200
    assert motor().zoek(Vraag(tekst="kwikzilverwaaier")).totaal >= 1


# ---- Still running?


@pytest.fixture
def opdesite(eind: Gebruiker, ingediend: Inzending, na: Callable[..., Any]) -> Praktijkvoorbeeld:
    na(beslis, eind, ingediend, "approve")
    return Praktijkvoorbeeld.objects.get(pk=ingediend.pagina_id)


def test_gestopt_met_een_reden_telt_op_de_interventie(opdesite: Praktijkvoorbeeld, schrijver: Gebruiker) -> None:
    velden = {
        "stand": "gestopt",
        "redenen": ["geen-begeleider"],
        "toelichting": "De vrijwilliger verhuisde.",
        "op": timezone.localdate(),
    }
    antwoord = client(schrijver).post(reverse("vervolg", args=[opdesite.pk]), velden)
    assert antwoord["Location"] == opdesite.url
    voorbeeld = Client().get(opdesite.url).content.decode()
    assert "De vrijwilliger verhuisde." in voorbeeld and "geen begeleider" in voorbeeld
    interventie = Client().get("/menukaart/in-balans/").content.decode()
    assert "Eén buurt is gestopt</b>: 1 × geen begeleider" in interventie


def test_wie_al_gestopt_is_zegt_in_het_formulier_waarom(
    hier: Buurt, schrijver: Gebruiker, eind: Gebruiker, na: Callable[..., Any]
) -> None:
    concept = voorbeelden.concept(hier, schrijver)
    wie, geleerd = client(schrijver), stap(concept, "geleerd")
    velden = {
        "wat_werkte": voorbeelden.VERHAAL["wat_werkte"],
        "wat_niet_werkte": voorbeelden.VERHAAL["wat_niet_werkte"],
        "uitkomst": "werkte-deels",
        "staat": "gestopt",
        "gezien": 0,
    }
    fout = wie.post(geleerd, velden | {"waarom_anders": ["verzonnen"]})
    assert "verzonnen" not in str(Inzending.objects.get(pk=concept.pk).waarom_anders) and fout.status_code != 500
    wie.post(geleerd, velden | {"waarom_anders": ["geen-begeleider", "geen-tijd"], "verder": "1"})
    assert "geen begeleider, te weinig tijd" in wie.get(stap(concept, "nakijken")).content.decode()
    na(dien_in, inzending=Inzending.objects.get(pk=concept.pk), door=schrijver, toestemming=True, redenen={})
    concept.refresh_from_db()
    na(beslis, eind, concept, "approve")
    pagina = Praktijkvoorbeeld.objects.get(pk=concept.pagina_id)
    assert "Waarom: geen begeleider, te weinig tijd." in Client().get(pagina.url).content.decode()
    assert "1 × geen begeleider" in Client().get("/menukaart/in-balans/").content.decode()
    assert "staat erbij en telt mee" in mail.outbox[-1].body
    na(pagina.get_latest_revision().publish)  # a mended word says nothing anew
    assert Vervolg.objects.filter(pagina=pagina).count() == 1


def test_redenen_zonder_gestopt_zeggen_niets(
    hier: Buurt, schrijver: Gebruiker, eind: Gebruiker, na: Callable[..., Any]
) -> None:
    """A tick that was left when the answer became 'it runs' is nobody's statement."""
    concept = voorbeelden.concept(hier, schrijver, staat="loopt", waarom_anders=["geen-tijd"])
    na(dien_in, inzending=concept, door=schrijver, toestemming=True, redenen={})
    concept.refresh_from_db()
    na(beslis, eind, concept, "approve")
    assert not Vervolg.objects.filter(pagina=concept.pagina_id).exists()


def test_stoppen_zonder_reden_of_in_de_toekomst_of_met_een_naam_vraagt_om_verbetering(
    opdesite: Praktijkvoorbeeld, schrijver: Gebruiker
) -> None:
    velden = {
        "stand": "gestopt",
        "toelichting": "Mevrouw Jansen ging weg.",
        "op": timezone.localdate() + dt.timedelta(days=2),
    }
    antwoord = client(schrijver).post(reverse("vervolg", args=[opdesite.pk]), velden)
    assert {"redenen", "toelichting", "op"} == set(antwoord.context["formulier"].errors)
    assert (
        "Mevrouw Jansen ging weg." in antwoord.content.decode() and not Vervolg.objects.filter(pagina=opdesite).exists()
    )


def test_een_latere_versie_brengt_de_oude_staat_niet_terug(
    opdesite: Praktijkvoorbeeld, schrijver: Gebruiker, na: Callable[..., Any]
) -> None:
    vervolgen.zeg(
        pagina=opdesite,
        stand=Vervolgstand.GESTOPT,
        redenen=[Reden.GELD],
        toelichting="",
        op=timezone.localdate(),
        door=schrijver,
    )
    na(lambda: Praktijkvoorbeeld.objects.get(pk=opdesite.pk).get_latest_revision().publish())
    opdesite.refresh_from_db()
    assert opdesite.staat == "gestopt"


def test_twee_verhalen_van_een_plaats_zijn_een_buurt_die_stopte(hier: Buurt, schrijver: Gebruiker) -> None:
    paginas = [voorbeelden.geplaatst(hier, slug) for slug in ("een", "twee")]
    elders = voorbeelden.geplaatst(mensen.buurt("daar"), "drie")
    for pagina, reden in zip([*paginas, elders], [Reden.TIJD, Reden.GELD, Reden.GELD], strict=True):
        vervolgen.zeg(
            pagina=pagina,
            stand=Vervolgstand.GESTOPT,
            redenen=[reden],
            toelichting="",
            op=timezone.localdate(),
            door=schrijver,
        )
    interventie = voorbeelden.Interventie.objects.get(slug="in-balans")
    assert vervolgen.gestopt_met(interventie.pk) == vervolgen.Gestopt(2, (("geld op of niet rond", 2),))


def test_de_vraag_komt_na_een_half_jaar_na_een_jaar_en_dan_elk_jaar(
    opdesite: Praktijkvoorbeeld, schrijver: Gebruiker
) -> None:
    begin = timezone.localdate(opdesite.first_published_at)
    gevraagd = {}
    for maanden in (5, 6, 7, 12, 13, 24, 36):
        rij = vervolgen.te_vragen(vervolgen.vooruit(begin, maanden))
        gevraagd[maanden] = [maand for inzending, maand in rij if inzending.pagina_id == opdesite.pk]
    assert gevraagd == {5: [], 6: [6], 7: [6], 12: [12], 13: [12], 24: [24], 36: [36]}
    assert vervolgen.termijn(dt.date(2028, 2, 29), dt.date(2029, 2, 28)) == 12
    assert vervolgen.termijn(dt.date(2028, 2, 29), dt.date(2029, 2, 27)) == 6
    zeven = vervolgen.vooruit(begin, 7)
    vervolgen.zeg(pagina=opdesite, stand=Vervolgstand.BEZIG, redenen=[], toelichting="", op=zeven, door=schrijver)
    for maanden, verwacht in ((8, False), (12, True)):
        rij = vervolgen.te_vragen(vervolgen.vooruit(begin, maanden))
        assert (opdesite.pk in [inzending.pagina_id for inzending, _maand in rij]) == verwacht


def test_de_brief_gaat_een_keer_en_naar_wie_er_nog_is(
    opdesite: Praktijkvoorbeeld, schrijver: Gebruiker, hier: Buurt
) -> None:
    trekker = mensen.lid(hier, "kartrekker")
    Bericht.objects.all().delete()
    Praktijkvoorbeeld.objects.filter(pk=opdesite.pk).update(first_published_at=timezone.now() - dt.timedelta(days=200))
    onderhoud.herinner()
    onderhoud.herinner()
    assert post_aan(schrijver) == ["Loopt ‘Koffie in de hal’ nog?"] and post_aan(trekker) == []
    Lidmaatschap.objects.filter(persoon=schrijver).delete()
    Praktijkvoorbeeld.objects.filter(pk=opdesite.pk).update(first_published_at=timezone.now() - dt.timedelta(days=380))
    onderhoud.herinner()
    assert len(post_aan(schrijver)) == 1 and post_aan(trekker) == ["Loopt ‘Koffie in de hal’ nog?"]


def test_wat_blijft_liggen_wordt_een_keer_in_herinnering_gebracht(
    eind: Gebruiker, schrijver: Gebruiker, concept: Inzending, na: Callable[..., Any]
) -> None:
    onderhoud.herinner()
    assert post_aan(schrijver) == []
    Inzending.objects.filter(pk=concept.pk).update(gewijzigd=timezone.now() - dt.timedelta(days=8))
    onderhoud.herinner()
    onderhoud.herinner()
    assert post_aan(schrijver) == ["Uw voorbeeld ‘Koffie in de hal’ is nog niet af"]
    na(dien_in, inzending=concept, door=schrijver, toestemming=True)
    Inzending.objects.filter(pk=concept.pk).update(ingediend_op=timezone.now() - dt.timedelta(days=6))
    onderhoud.herinner()
    onderhoud.herinner()
    over = [onderwerp for onderwerp in post_aan(eind) if "Koffie in de hal" in onderwerp]
    assert len(over) == 2 and over[1] == "Wacht al vijf dagen: ‘Koffie in de hal’"


def test_de_doorlooptijd_is_de_middelste(hier: Buurt, schrijver: Gebruiker) -> None:
    nu = timezone.now()
    Inzending.objects.update(besluit_op=None)  # the demo's
    assert doorlooptijd.mediaan() is None
    for dagen in (1, 2, 30):
        Inzending.objects.create(
            buurt=hier, schrijver=schrijver, ingediend_op=nu - dt.timedelta(days=dagen), besluit_op=nu
        )
    assert doorlooptijd.mediaan() == doorlooptijd.Doorlooptijd(2.0, 3)


def test_een_verhaal_verhuist_met_zijn_netwerk_en_terug(
    opdesite: Praktijkvoorbeeld, concept: Inzending, hier: Buurt, na: Callable[..., Any]
) -> None:
    team = mensen.medewerker("transitieteam")
    herindeling, noord, _zuid = splits(team, hier)
    lid = mensen.lid(noord, "gemeente")
    assert client(lid).get(reverse("inzending", args=[concept.sleutel])).status_code == 200
    assert client(lid).get(reverse("vervolg", args=[opdesite.pk])).status_code == 200
    na(lambda: Praktijkvoorbeeld.objects.get(pk=opdesite.pk).get_latest_revision().publish())
    later = voorbeelden.concept(noord, lid)
    gezien = bekijk(herindeling)
    assert "2 voorbeelden gaan mee terug." in gezien.gevolgen
    maak_ongedaan(herindeling=herindeling, gezien=gezien.merk(), reden="vergissing", door=team)
    assert set(Inzending.objects.filter(buurt=hier).values_list("pk", flat=True)) == {concept.pk, later.pk}
    opdesite.refresh_from_db()
    assert opdesite.buurt == hier


def test_wie_de_interventie_volgt_hoort_van_een_nieuw_voorbeeld_en_van_stoppen(
    eind: Gebruiker, schrijver: Gebruiker, ingediend: Inzending, na: Callable[..., Any]
) -> None:
    volger = mensen.persoon("volger")
    interventie = voorbeelden.Interventie.objects.get(slug="in-balans")
    volg(persoon=volger, soort=PAGINA, sleutel=str(interventie.pk))
    volg(persoon=schrijver, soort=PAGINA, sleutel=str(interventie.pk))
    na(beslis, eind, ingediend, "approve")
    pagina = Praktijkvoorbeeld.objects.get(pk=ingediend.pagina_id)
    vervolgen.zeg(
        pagina=pagina,
        stand=Vervolgstand.GESTOPT,
        redenen=[Reden.TIJD],
        toelichting="",
        op=timezone.localdate(),
        door=schrijver,
    )
    assert [m.gebeurtenis.soort for m in te_lezen(volger).order_by("pk")] == ["voorbeeld", "gestopt"]
    assert not te_lezen(schrijver).exists()  # nothing about oneself


def test_van_een_besloten_voorbeeld_hoort_alleen_wie_het_mag_lezen(
    eind: Gebruiker, schrijver: Gebruiker, concept: Inzending, na: Callable[..., Any]
) -> None:
    vreemde, elders = mensen.persoon("vreemde"), mensen.lid(mensen.buurt("daar"))
    interventie = voorbeelden.Interventie.objects.get(slug="in-balans")
    for wie in (vreemde, elders):
        volg(persoon=wie, soort=PAGINA, sleutel=str(interventie.pk))
    concept.lezers = Zichtbaarheid.NETWERKEN
    concept.save()
    na(beslis, eind, na(dien_in, inzending=concept, door=schrijver, toestemming=True), "approve")
    assert te_lezen(elders).count() == 1 and not te_lezen(vreemde).exists()


def test_wie_een_woord_verbetert_en_plaatst_hoeft_dat_niet_twee_keer(
    eind: Gebruiker, ingediend: Inzending, na: Callable[..., Any]
) -> None:
    blad = ingediend.pagina.get_latest_revision_as_object()
    blad.samenvatting = "Koffie in de hal werd pas druk na aanbellen."
    blad.save_revision(user=eind)
    na(beslis, eind, ingediend, "approve")
    pagina = Praktijkvoorbeeld.objects.get(pk=ingediend.pagina_id)
    assert pagina.live and pagina.samenvatting.startswith("Koffie in de hal werd")


def test_wat_een_ander_intussen_veranderde_wordt_niet_ongezien_geplaatst(
    eind: Gebruiker, ingediend: Inzending, na: Callable[..., Any]
) -> None:
    ingediend.pagina.get_latest_revision_as_object().save_revision(user=mensen.medewerker("redacteur"))
    na(beslis, eind, ingediend, "approve")
    assert not Page.objects.get(pk=ingediend.pagina_id).live
