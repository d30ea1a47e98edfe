"""After an example was placed: is it still running, why it stopped, who is asked and reminded, and who hears of it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest
from django.core import mail
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from kennisplatform.deelnemers.models import Buurt, Gebruiker, Lidmaatschap
from kennisplatform.post.models import Bericht
from kennisplatform.register.ongedaan import bekijk, maak_ongedaan
from kennisplatform.volgen.lijst import volg
from kennisplatform.volgen.melden import te_lezen
from kennisplatform.volgen.soorten import PAGINA
from leernetwerk.delen import doorlooptijd, onderhoud, vervolgen
from leernetwerk.delen.indienen import dien_in
from leernetwerk.delen.keuzes import Reden, Vervolgstand
from leernetwerk.delen.models import Inzending, Vervolg
from leernetwerk.models import Praktijkvoorbeeld
from tests import mensen, voorbeelden
from tests.leernetwerk.delen_redactie.hulp import beslis, post_aan
from tests.leernetwerk.hulp import client, stap
from tests.pagina import pagina as blad
from tests.register.test_ongedaan import splits

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("eigen_index")]


@pytest.fixture
def opdesite(eind: Gebruiker, ingediend: Inzending, na: Callable[..., Any]) -> Praktijkvoorbeeld:
    na(beslis, eind, ingediend, "approve")
    return Praktijkvoorbeeld.objects.get(pk=ingediend.pagina_id)


def test_stopped_with_a_reason_counts_on_the_intervention(opdesite: Praktijkvoorbeeld, schrijver: Gebruiker) -> None:
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
    assert "Eén buurt is gestopt: 1 × geen begeleider" in blad(Client().get("/menukaart/in-balans/")).tekst()


def test_who_stopped_already_says_why_in_the_form(
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
    assert "1 × geen begeleider" in blad(Client().get("/menukaart/in-balans/")).tekst()
    assert "staat erbij en telt mee" in mail.outbox[-1].body
    na(pagina.get_latest_revision().publish)  # a mended word says nothing anew
    assert Vervolg.objects.filter(pagina=pagina).count() == 1


def test_reasons_without_stopped_say_nothing(
    hier: Buurt, schrijver: Gebruiker, eind: Gebruiker, na: Callable[..., Any]
) -> None:
    """A tick that was left when the answer became 'it runs' is nobody's statement."""
    concept = voorbeelden.concept(hier, schrijver, staat="loopt", waarom_anders=["geen-tijd"])
    na(dien_in, inzending=concept, door=schrijver, toestemming=True, redenen={})
    concept.refresh_from_db()
    na(beslis, eind, concept, "approve")
    assert not Vervolg.objects.filter(pagina=concept.pagina_id).exists()


def test_stopping_without_reason_or_in_the_future_or_with_a_name_asks_to_mend(
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


def test_a_later_version_does_not_bring_back_the_old_state(
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


def test_two_stories_of_one_place_are_one_neighbourhood_that_stopped(hier: Buurt, schrijver: Gebruiker) -> None:
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


def test_the_question_comes_after_half_a_year_after_a_year_and_then_each_year(
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


def test_the_letter_goes_once_and_to_who_is_still_there(
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


def test_what_is_left_lying_is_recalled_once(
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


def test_the_lead_time_is_the_median(hier: Buurt, schrijver: Gebruiker) -> None:
    nu = timezone.now()
    Inzending.objects.update(besluit_op=None)  # the demo's
    assert doorlooptijd.mediaan() is None
    for dagen in (1, 2, 30):
        Inzending.objects.create(
            buurt=hier, schrijver=schrijver, ingediend_op=nu - dt.timedelta(days=dagen), besluit_op=nu
        )
    assert doorlooptijd.mediaan() == doorlooptijd.Doorlooptijd(2.0, 3)


def test_a_story_moves_with_its_network_and_back(
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


def test_who_follows_the_intervention_hears_of_a_new_example_and_of_stopping(
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
