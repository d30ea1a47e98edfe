"""Deciding on an example in Wagtail's own screens: place, ask for more, refuse, and a new version."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from wagtail.models import Comment, Page

from kennisplatform.deelnemers.keuzes import Zichtbaarheid
from kennisplatform.deelnemers.models import Gebruiker
from kennisplatform.gesprek.schrijven import schrijf
from kennisplatform.post.models import Bericht
from kennisplatform.volgen.melden import te_lezen
from kennisplatform.volgen.models import Volg
from kennisplatform.zoeken.antwoord.vraag import Vraag
from kennisplatform.zoeken.motor import motor
from leernetwerk.delen import schrijven
from leernetwerk.delen.indienen import dien_in
from leernetwerk.delen.keuzes import Stand
from leernetwerk.delen.models import Inzending
from leernetwerk.delen.pagina import naar_tekst, uit_tekst
from leernetwerk.models import Praktijkvoorbeeld
from menukaart.models import Interventie
from tests import mensen
from tests.leernetwerk.delen_redactie.hulp import beslis, post_aan
from tests.leernetwerk.hulp import client, stap

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("eigen_index")]


def test_once_published_all_can_read_and_find_it(
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


def test_who_wrote_it_hears_of_a_question_below(
    eind: Gebruiker, schrijver: Gebruiker, ingediend: Inzending, na: Callable[..., Any]
) -> None:
    na(beslis, eind, ingediend, "approve")
    ingediend.refresh_from_db()
    assert Volg.objects.filter(persoon=schrijver, soort="pagina", sleutel=str(ingediend.pagina_id)).count() == 1
    assert not te_lezen(schrijver).exists()  # nothing about oneself
    elders = mensen.buurt("elders")
    schrijf(
        soort="vraag",
        pagina=ingediend.pagina,
        door=mensen.lid(elders),
        tekst="x",
        kop="Hoe laat?",
        buurt=elders,
        zichtbaarheid=Zichtbaarheid.OPENBAAR,
    )
    assert [m.gebeurtenis.titel for m in te_lezen(schrijver)] == ["Nieuwe vraag bij Koffie in de hal"]


def test_decisions_come_first_and_nothing_passes_by_the_writer(
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


def test_the_writer_reads_back_what_lies_there(schrijver: Gebruiker, ingediend: Inzending) -> None:
    tekst = client(schrijver).get(ingediend.get_absolute_url()).content.decode()
    assert "Lees wat u schreef" in tekst and ingediend.wat_niet_werkte in tekst


def test_asking_for_more_puts_the_remark_at_the_question(
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


def test_not_publishing_asks_a_reason_and_tells_it(
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


def test_an_editor_who_does_not_decide_can_not(ingediend: Inzending, na: Callable[..., Any]) -> None:
    na(beslis, mensen.medewerker("redacteur"), ingediend, "approve")
    ingediend.refresh_from_db()
    assert ingediend.stand == Stand.INGEDIEND


def test_a_new_version_leaves_the_old_one_until_the_decision(
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


def test_what_editors_change_the_writer_sees(
    eind: Gebruiker, schrijver: Gebruiker, ingediend: Inzending, na: Callable[..., Any]
) -> None:
    blad = ingediend.pagina.get_latest_revision_as_object()
    blad.wat_werkte = "<p>Aanbellen bij <b>alle</b> deuren hielp het meest.</p>"
    na(lambda: blad.save_revision(user=eind).publish())
    ingediend.refresh_from_db()
    assert ingediend.wat_werkte == "Aanbellen bij alle deuren hielp het meest." and ingediend.stand == Stand.GEPLAATST


def test_withdrawing_takes_it_from_the_editors(
    schrijver: Gebruiker, ingediend: Inzending, na: Callable[..., Any]
) -> None:
    na(client(schrijver).post, reverse("inzending_intrekken", args=[ingediend.sleutel]))
    ingediend.refresh_from_db()
    assert ingediend.stand == Stand.INGETROKKEN
    assert Page.objects.get(pk=ingediend.pagina_id).current_workflow_state is None


def test_a_page_that_an_editor_threw_away_leaves_the_list_whole(
    ingediend: Inzending, na: Callable[..., Any], als: Callable[[str], Client]
) -> None:
    Page.objects.get(pk=ingediend.pagina_id).delete()
    antwoord = als("Eindredacteur").get(reverse("delen_redactie"))
    assert antwoord.status_code == 200 and "De pagina is weggehaald." in antwoord.content.decode()


def test_the_text_comes_whole_there_and_back() -> None:
    getypt = "Eerste alinea & <b>niet vet</b>.\n\n- een\n- twee\n\nTwee regels\nonder elkaar"
    assert naar_tekst(uit_tekst(getypt)) == getypt
    assert "<b>" not in uit_tekst(getypt)


def test_who_mends_a_word_and_publishes_need_not_do_so_twice(
    eind: Gebruiker, ingediend: Inzending, na: Callable[..., Any]
) -> None:
    blad = ingediend.pagina.get_latest_revision_as_object()
    blad.samenvatting = "Koffie in de hal werd pas druk na aanbellen."
    blad.save_revision(user=eind)
    na(beslis, eind, ingediend, "approve")
    pagina = Praktijkvoorbeeld.objects.get(pk=ingediend.pagina_id)
    assert pagina.live and pagina.samenvatting.startswith("Koffie in de hal werd")


def test_what_another_changed_meanwhile_is_not_published_unseen(
    eind: Gebruiker, ingediend: Inzending, na: Callable[..., Any]
) -> None:
    ingediend.pagina.get_latest_revision_as_object().save_revision(user=mensen.medewerker("redacteur"))
    na(beslis, eind, ingediend, "approve")
    assert not Page.objects.get(pk=ingediend.pagina_id).live
