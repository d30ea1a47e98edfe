"""Writing under a page: who may, what is asked again when a person seems to be named, and that no text is lost."""

from __future__ import annotations

import uuid
from typing import Any

import pytest
from django.core import mail
from django.test import Client
from django.urls import reverse

from kennisplatform.deelnemers.models import Buurt, Gebruiker
from kennisplatform.gesprek import toezicht
from kennisplatform.gesprek.models import Bijdrage
from kennisplatform.volgen.melden import te_lezen
from kennisplatform.volgen.models import Hoe, Melding, Volg, Voorkeur
from leernetwerk.models import Praktijkvoorbeeld
from tests import mensen
from tests.gesprek.hulp import client_van, stel, tekst_van

pytestmark = pytest.mark.django_db

# ---- Writing


@pytest.mark.usefixtures("eigen_index")
def test_a_member_asks_somebody_elsewhere_answers_and_the_asker_hears(
    pagina: Praktijkvoorbeeld, lid: Gebruiker, hier: Buurt, django_capture_on_commit_callbacks: Any
) -> None:
    ander = mensen.lid(mensen.buurt("daar"))
    Voorkeur.objects.create(persoon=lid, hoe=Hoe.METEEN)
    antwoord = stel(client_van(lid), pagina)
    vraag = Bijdrage.objects.get(kop="Hoe vindt u tijd?")
    assert antwoord["Location"] == vraag.get_absolute_url() and vraag.buurt == hier and vraag.door == lid
    with django_capture_on_commit_callbacks(execute=True):
        client_van(ander).post(reverse("gesprek_antwoord", args=[vraag.pk]), {"tekst": "Op dinsdag.", "volgen": "on"})
    assert [(b.to, b.subject) for b in mail.outbox] == [([lid.email], "Antwoord op ‘Hoe vindt u tijd?’")]
    for adres in (pagina.url, vraag.get_absolute_url()):
        tekst = tekst_van(Client(), adres)
        assert "Hoe vindt u tijd?" in tekst and "Op dinsdag." in tekst and "Daar, Proefstad" in tekst
    assert {v.persoon for v in Volg.objects.filter(soort="vraag", sleutel=str(vraag.pk))} == {lid, ander}
    # Marked as the one that helped: the answerer hears it, once.
    eerste = vraag.antwoorden.get()
    for _keer in range(2):
        client_van(lid).post(reverse("gesprek_hielp", args=[eerste.pk]), {"helpt": "1"})
    assert [m.gebeurtenis.titel for m in te_lezen(ander)] == ["Uw antwoord hielp"]
    assert "Dit antwoord hielp" in tekst_van(Client(), pagina.url)


def test_another_answer_that_helped_takes_the_place_of_the_first_and_of_no_other(
    schrijf: Any, hier: Buurt, lid: Gebruiker
) -> None:
    ander = mensen.lid(hier)
    vraag, elders = schrijf(), schrijf("Iets anders")
    eerste, tweede = (schrijf(f"Antwoord {n}", vraag=vraag, door=ander) for n in (1, 2))
    daar = schrijf("Antwoord daar", vraag=elders, door=ander)
    for antwoord in (daar, eerste, tweede):
        client_van(lid).post(reverse("gesprek_hielp", args=[antwoord.pk]), {"helpt": "1"})
    assert set(Bijdrage.objects.filter(vraag__in=(vraag, elders), helpt=True)) == {tweede, daar}


def test_who_follows_the_page_hears_of_the_question_and_who_asks_does_not(
    pagina: Praktijkvoorbeeld, lid: Gebruiker
) -> None:
    volger = mensen.persoon()
    for wie in (volger, lid):
        Volg.objects.create(persoon=wie, soort="pagina", sleutel=str(pagina.pk))
    stel(client_van(lid), pagina)
    assert [m.persoon for m in Melding.objects.filter(gebeurtenis__soort="vraag", gebeurtenis__pagina=pagina)] == [
        volger
    ]


def test_without_a_tick_nobody_follows(pagina: Praktijkvoorbeeld, lid: Gebruiker) -> None:
    stel(client_van(lid), pagina, volgen="")
    assert not Volg.objects.filter(persoon=lid).exists()


@pytest.mark.parametrize("wie", ["anoniem", "vreemde", "oud-lid", "straks-lid"])
def test_who_is_no_member_does_not_write_and_keeps_the_text(
    pagina: Praktijkvoorbeeld, hier: Buurt, schrijf: Any, wie: str
) -> None:
    vraag = schrijf()
    mens = mensen.iedereen(hier, mensen.buurt("daar"))[wie]
    client = client_van(None if wie == "anoniem" else mens)
    lang = "Dit is een lange tekst die ik niet kwijt wil."
    for antwoord in (
        stel(client, pagina, tekst=lang),
        client.post(reverse("gesprek_antwoord", args=[vraag.pk]), {"tekst": lang}),
    ):
        assert antwoord.status_code == 403 and lang in antwoord.content.decode()
    assert Bijdrage.objects.filter(pagina=pagina).count() == 1
    assert reverse("gesprek_schrijf", args=[pagina.pk]) not in tekst_van(client, pagina.url)


def test_the_programme_writes_as_the_programme(pagina: Praktijkvoorbeeld) -> None:
    stel(client_van(mensen.medewerker("redacteur")), pagina)
    vraag = Bijdrage.objects.get(pagina=pagina)
    assert vraag.namens_programma and vraag.buurt is None and "het programma" in tekst_van(Client(), pagina.url)


def test_who_is_in_more_neighbourhoods_chooses_their_own(
    pagina: Praktijkvoorbeeld, hier: Buurt, lid: Gebruiker
) -> None:
    tweede, vreemd = mensen.buurt("tweede"), mensen.buurt("vreemd")
    mensen.lid(tweede, wie=lid)
    client = client_van(lid)
    assert "Kies een buurt" in stel(client, pagina).content.decode()
    assert "Kies een buurt waar u bij hoort" in stel(client, pagina, buurt=vreemd.pk).content.decode()
    assert stel(client, pagina, buurt=tweede.pk).status_code == 302
    assert Bijdrage.objects.get(pagina=pagina).buurt == tweede
    # Whoever is in one neighbourhood can't claim another.
    stel(client_van(mensen.lid(hier)), pagina, buurt=vreemd.pk)
    assert not Bijdrage.objects.filter(buurt=vreemd).exists()


def test_sending_twice_is_one_message(pagina: Praktijkvoorbeeld, lid: Gebruiker) -> None:
    client, sleutel = client_van(lid), str(uuid.uuid4())
    een, twee = stel(client, pagina, sleutel=sleutel), stel(client, pagina, sleutel=sleutel)
    assert een["Location"] == twee["Location"]
    assert stel(client, pagina, sleutel=sleutel, kop="Iets anders?")["Location"] != een["Location"]
    assert Bijdrage.objects.filter(pagina=pagina).count() == 2
    # Somebody else's key is no way to their text, and no fault either.
    ander = mensen.lid(mensen.buurt("daar"))
    stel(client_van(ander), pagina, sleutel=sleutel)
    assert Bijdrage.objects.get(door=ander).sleutel != uuid.UUID(sleutel)


def test_a_lock_that_came_in_between_costs_no_text(schrijf: Any, hier: Buurt) -> None:
    vraag, ander = schrijf(), mensen.lid(hier)
    client = client_van(ander)
    assert "Plaats antwoord" in tekst_van(client, vraag.get_absolute_url())
    toezicht.zet_slot(vraag=vraag, op_slot=True, door=mensen.medewerker("redacteur"))
    antwoord = client.post(
        reverse("gesprek_antwoord", args=[vraag.pk]), {"tekst": "Mijn lange antwoord"}
    ).content.decode()
    assert "De redactie heeft deze vraag gesloten" in antwoord and "Mijn lange antwoord" in antwoord
    assert not vraag.antwoorden.exists()
    assert "Plaats antwoord" not in tekst_van(client, vraag.get_absolute_url())


def test_too_much_in_an_hour(pagina: Praktijkvoorbeeld, lid: Gebruiker) -> None:
    client = client_van(lid)
    uit = [stel(client, pagina, tekst=f"Nummer {n}") for n in range(14)]
    assert [a.status_code for a in uit].count(302) == 12
    assert "Wacht even" in uit[-1].content.decode() and "Nummer 13" in uit[-1].content.decode()


@pytest.mark.parametrize(
    "velden",
    [
        {"kop": ""},
        {"kop": "x" * 141},
        {"tekst": "x" * 4001},
        {"zichtbaarheid": "team"},
        {"zichtbaarheid": "x"},
        {"sleutel": "geen-uuid"},
    ],
)
def test_what_is_not_right_is_told_and_stays(pagina: Praktijkvoorbeeld, lid: Gebruiker, velden: dict[str, str]) -> None:
    antwoord = stel(client_van(lid), pagina, **velden)
    assert antwoord.status_code == 200 and not Bijdrage.objects.filter(pagina=pagina).exists()
    assert ("Er klop" in antwoord.content.decode() and "Wij niet." in antwoord.content.decode()) or "tekst" in velden


def test_a_page_that_was_searched_is_no_place(lid: Gebruiker, pagina: Praktijkvoorbeeld) -> None:
    """Not under the list, not under what is not public, not under what does not exist."""
    client = client_van(lid)
    for pk in (pagina.get_parent().pk, 10**12, 0):
        assert client.get(reverse("gesprek_schrijf", args=[pk])).status_code == 404
    pagina.unpublish()
    assert stel(client, pagina).status_code == 404


# ---- Persons in a text


def test_what_looks_like_a_person_is_asked_about(pagina: Praktijkvoorbeeld, lid: Gebruiker) -> None:
    client = client_van(lid)
    data = {"tekst": "Mevrouw Jansen viel weer. Bel 06-12345678."}
    eerst = stel(client, pagina, **data)
    assert "Mevrouw Jansen" in eerst.content.decode() and "telefoonnummer" in eerst.content.decode()
    assert not Bijdrage.objects.filter(pagina=pagina).exists()
    merk = eerst.context["formulier"].merk
    # A tick that was not seen with these words is none.
    assert stel(client, pagina, **data, bevestig="on").status_code == 200
    assert stel(client, pagina, tekst="Meneer De Vries viel.", bevestig="on", gezien_merk=merk).status_code == 200
    assert stel(client, pagina, **data, bevestig="on", gezien_merk=merk).status_code == 302
    assert Bijdrage.objects.get(pagina=pagina).bevestigd
    redacteur = client_van(mensen.medewerker("redacteur"))
    assert "lijkt op gegevens van een persoon" in tekst_van(redacteur, reverse("gesprek_beheer"))
    # Also in the question itself, an answer and a change.
    assert stel(client, pagina, kop="Hoe gaat het met mevrouw Pietersen?").status_code == 200


def test_a_page_outside_the_tree_of_the_site_has_nothing_below_it(pagina: Praktijkvoorbeeld, lid: Gebruiker) -> None:
    Praktijkvoorbeeld.objects.filter(pk=pagina.pk).update(url_path="/elders/x/")
    assert client_van(lid).get(reverse("gesprek_schrijf", args=[pagina.pk])).status_code == 404
