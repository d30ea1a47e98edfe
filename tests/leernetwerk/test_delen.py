"""Sharing an example: written in steps, kept by itself, by two people at once, and guarded against what names a person."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db.models import QuerySet
from django.test import Client
from django.urls import reverse
from PIL import Image

from kennisplatform.basis.documenten.keuren import Ongeschikt
from kennisplatform.deelnemers.models import Buurt, Gebruiker, Lidmaatschap
from leernetwerk.delen import bestanden, schrijven, uitgangspunt
from leernetwerk.delen.keuzes import Stand
from leernetwerk.delen.models import Inzending, Terzijde
from tests import mensen, voorbeelden
from tests.basis import bestanden as maak_bestand
from tests.pagina import pagina

pytestmark = pytest.mark.django_db


@pytest.fixture
def hier() -> Buurt:
    return mensen.buurt("hier")


@pytest.fixture
def schrijver(hier: Buurt) -> Gebruiker:
    return mensen.lid(hier, "huisartsenpraktijk")


@pytest.fixture
def concept(hier: Buurt, schrijver: Gebruiker) -> Inzending:
    return voorbeelden.concept(hier, schrijver)


def van(buurt: Buurt) -> QuerySet[Inzending]:
    """Without the demo's own."""
    return Inzending.objects.filter(buurt=buurt)


def client(wie: Gebruiker) -> Client:
    uit = Client()
    uit.force_login(wie)
    return uit


def stap(inzending: Inzending, code: str) -> str:
    return reverse("inzending_stap", args=[inzending.sleutel, code])


# ---- Beginning


def test_who_is_in_a_neighbourhood_begins_there(hier: Buurt, schrijver: Gebruiker) -> None:
    antwoord = client(schrijver).post(reverse("delen_nieuw"), {"buurt": hier.pk})
    nieuw = van(hier).get()
    assert antwoord["Location"] == stap(nieuw, "verhaal")
    assert (nieuw.buurt, nieuw.schrijver, nieuw.contact) == (hier, schrijver, schrijver)


def test_for_a_neighbourhood_one_does_not_belong_to_can_not_be(schrijver: Gebruiker) -> None:
    daar = mensen.buurt("daar")
    antwoord = client(schrijver).post(reverse("delen_nieuw"), {"buurt": daar.pk})
    assert antwoord.status_code == 200 and not van(daar).exists()


def test_without_a_network_the_page_shows_the_way() -> None:
    tekst = client(mensen.persoon()).get(reverse("delen_nieuw")).content.decode()
    assert "U hoort nog niet bij een buurtnetwerk" in tekst and "Zoek uw buurt" in tekst


def test_from_an_intervention_link_and_theme_are_there(hier: Buurt, schrijver: Gebruiker) -> None:
    interventie = voorbeelden.Interventie.objects.get(slug="in-balans")
    adres = f"{reverse('delen_nieuw')}?interventie={interventie.pk}"
    assert f"Wij doen dit ook: {interventie.title}" in client(schrijver).get(adres).content.decode()
    client(schrijver).post(adres, {"buurt": hier.pk, "interventie": interventie.pk})
    nieuw = van(hier).get()
    assert [p.pk for p in nieuw.gebruikt.all()] == [interventie.pk] and nieuw.thema == interventie.hoofdthema


def test_of_an_earlier_example_what_it_cost_goes_along_not_what_was_learned(
    hier: Buurt, schrijver: Gebruiker, concept: Inzending
) -> None:
    concept.uren = "3 uur per week"
    concept.save()
    client(schrijver).post(reverse("delen_nieuw"), {"buurt": hier.pk, "eerder": concept.pk})
    nieuw = van(hier).exclude(pk=concept.pk).get()
    assert nieuw.uren == "3 uur per week" and not nieuw.wat_werkte


@pytest.mark.usefixtures("concept")  # there is one of one's own to choose as well
def test_an_example_of_another_network_is_no_starting_point(hier: Buurt, schrijver: Gebruiker) -> None:
    daar = mensen.buurt("daar")
    vreemd = voorbeelden.concept(daar, mensen.lid(daar))
    antwoord = client(schrijver).post(reverse("delen_nieuw"), {"buurt": hier.pk, "eerder": vreemd.pk})
    assert antwoord.context["formulier"].errors["eerder"] and van(hier).count() == 1


def test_the_text_of_a_report_lands_at_the_questions() -> None:
    tekst = '\n'.join([
        "Koffie in de hal", "Veel mensen waren alleen.", "Aanpak", "Elke dinsdag koffie.", "Daarna aanbellen.",
        "Wat ging goed", "Aanbellen werkte.", "Knelpunten:", "Posters lazen weinig mensen.", "3. Kosten",
        "40 euro per maand.",
    ])  # fmt: skip  # a list of words
    uit = uitgangspunt.verdeel(tekst)
    assert uit["titel"] == "Koffie in de hal" and uit["aanleiding"] == "Veel mensen waren alleen."
    assert uit["aanpak"] == "Elke dinsdag koffie.\n\nDaarna aanbellen." and uit["wat_werkte"] == "Aanbellen werkte."
    assert uit["wat_niet_werkte"] == "Posters lazen weinig mensen." and uit["kosten"] == "40 euro per maand."


@pytest.mark.parametrize(
    ("naam", "woord"),
    [("spel.exe", "Kies een PDF, een Word-bestand"), ("verslag.docx", "Dit is een programma, geen PDF")],
)
def test_a_document_that_can_not_be_read_says_so_at_the_field(
    hier: Buurt, schrijver: Gebruiker, naam: str, woord: str
) -> None:
    bestand = SimpleUploadedFile(naam, b"MZ\x90 dit is een programma")
    antwoord = client(schrijver).post(reverse("delen_nieuw"), {"buurt": hier.pk, "document": bestand})
    assert woord in str(antwoord.context["formulier"].errors["document"])
    assert not van(hier).exists()


@pytest.mark.parametrize(
    ("maak", "woord"),
    [
        (maak_bestand.pdf_op_slot, "zit een wachtwoord"),
        (lambda: maak_bestand.pdf_losse_letters("kwartelvlinder in de buurtkamer"), "staat elke letter los"),
        (lambda: maak_bestand.pdf("", ""), "Is het een scan?"),
    ],
)
def test_why_no_text_comes_out_is_told_with_what_to_do(
    hier: Buurt, schrijver: Gebruiker, maak: Callable[[], bytes], woord: str
) -> None:
    """A PDF behind a password was asked whether it was a scan."""
    bestand = SimpleUploadedFile("verslag.pdf", maak())
    antwoord = client(schrijver).post(reverse("delen_nieuw"), {"buurt": hier.pk, "document": bestand})
    melding = str(antwoord.context["formulier"].errors["document"])
    assert woord in melding and "plak de tekst" in melding.lower() and not van(hier).exists()


def test_a_document_with_more_text_than_a_question_has_room_for_says_so(hier: Buurt, schrijver: Gebruiker) -> None:
    lang = maak_bestand.docx(
        "".join(maak_bestand.docx_alinea(f"Zin {n} van een lang verslag over de buurt.") for n in range(300))
    )
    bestand = SimpleUploadedFile("verslag.docx", lang)
    antwoord = client(schrijver).post(reverse("delen_nieuw"), {"buurt": hier.pk, "document": bestand}, follow=True)
    assert "langer dan in een vraag past" in pagina(antwoord).tekst("body")


# ---- Writing


def test_half_a_story_is_kept_and_asks_nothing_yet(schrijver: Gebruiker, hier: Buurt) -> None:
    leeg = schrijven.begin(buurt=hier, door=schrijver)
    antwoord = client(schrijver).post(stap(leeg, "verhaal"), {"titel": "Iets", "aanleiding": "", "gezien": "0"})
    assert antwoord["Location"] == stap(leeg, "geleerd")
    leeg.refresh_from_db()
    assert leeg.titel == "Iets" and leeg.versie == 1


def test_saving_by_itself_gives_the_new_version_and_advice(schrijver: Gebruiker, concept: Inzending) -> None:
    tekst = "Mevrouw Jansen belde elke dag. " + "een " * 30 + "zin."
    antwoord = client(schrijver).post(
        stap(concept, "verhaal"),
        {"titel": "x", "aanleiding": tekst, "aanpak": "y", "gezien": "0"},
        headers={"X-Bewaar": "1"},
    )
    uit = antwoord.json()
    assert uit["versie"] == 1 and uit["botsing"] == []
    assert "Mevrouw Jansen" in uit["advies"]["aanleiding"][0] and "lange zin" in uit["advies"]["aanleiding"][1]
    concept.refresh_from_db()
    assert concept.aanleiding == tekst


def test_two_people_in_one_field_see_both_texts(hier: Buurt, schrijver: Gebruiker, concept: Inzending) -> None:
    ander = client(mensen.lid(hier, "gemeente"))
    client(schrijver).post(
        stap(concept, "verhaal"), {"titel": "x", "aanleiding": "Van de eerste", "aanpak": "y", "gezien": "0"}
    )
    velden = {"titel": "x", "aanleiding": "Van de tweede", "aanpak": "Mijn aanpak", "gezien": "0"}
    antwoord = ander.post(stap(concept, "verhaal"), velden)
    tekst = antwoord.content.decode()
    assert "Iemand anders schreef hier intussen dit" in tekst and "Van de eerste" in tekst and "Van de tweede" in tekst
    concept.refresh_from_db()
    assert concept.aanleiding == "Van de eerste"
    # Whoever saves again has seen it and means it; the other text is put aside, not lost.
    ander.post(stap(concept, "verhaal"), velden | {"gezien": str(concept.versie)})
    concept.refresh_from_db()
    assert (concept.aanleiding, concept.aanpak) == ("Van de tweede", "Mijn aanpak")
    assert Terzijde.objects.get(veld="aanleiding").tekst == "Van de eerste"
    assert "Van de eerste" in client(schrijver).get(concept.get_absolute_url()).content.decode()


def test_two_people_in_different_fields_do_not_hinder_each_other(
    hier: Buurt, schrijver: Gebruiker, concept: Inzending
) -> None:
    ander = mensen.lid(hier, "gemeente")
    schrijven.bewaar(inzending=concept, velden={"aanleiding": "Van de eerste"}, gezien=0, door=schrijver)
    bewaard = schrijven.bewaar(inzending=concept, velden={"uren": "2 uur"}, gezien=0, door=ander)
    assert not bewaard.botsing
    assert (bewaard.inzending.aanleiding, bewaard.inzending.uren) == ("Van de eerste", "2 uur")


def test_too_long_is_told_at_the_field_and_the_rest_stays(schrijver: Gebruiker, concept: Inzending) -> None:
    antwoord = client(schrijver).post(
        stap(concept, "verhaal"), {"titel": "Nieuwe titel", "aanleiding": "a" * 6001, "aanpak": "b", "gezien": "0"}
    )
    assert "langer dan 6.000 tekens" in str(antwoord.context["formulier"].errors["aanleiding"])
    assert "a" * 6001 in antwoord.content.decode()
    concept.refresh_from_db()
    assert concept.titel == "Nieuwe titel" and concept.aanleiding == voorbeelden.VERHAAL["aanleiding"]


def test_script_in_every_field_stays_text(schrijver: Gebruiker, concept: Inzending) -> None:
    vuil = "<script>alert(1)</script>"
    for code, velden in {
        "verhaal": ("titel", "aanleiding", "aanpak"),
        "geleerd": ("wat_werkte", "wat_niet_werkte"),
    }.items():
        client(schrijver).post(
            stap(concept, code), dict.fromkeys(velden, vuil) | {"uitkomst": "werkte", "staat": "loopt"}
        )
    for adres in (stap(concept, "verhaal"), stap(concept, "nakijken"), concept.get_absolute_url(), reverse("delen")):
        tekst = client(schrijver).get(adres).content.decode()
        assert vuil not in tekst and "&lt;script&gt;" in tekst


def test_who_lost_their_membership_gets_their_text_back(schrijver: Gebruiker, concept: Inzending) -> None:
    open_ = client(schrijver)
    Lidmaatschap.objects.filter(persoon=schrijver).delete()
    mooi = "Een lange tekst die niet verloren mag gaan."
    antwoord = open_.post(stap(concept, "verhaal"), {"titel": "x", "aanleiding": mooi, "gezien": "0"})
    assert antwoord.status_code == 403 and mooi in antwoord.content.decode()
    concept.refresh_from_db()
    assert concept.aanleiding != mooi


def test_who_was_signed_out_gets_their_text_back(concept: Inzending) -> None:
    mooi = "Een lange tekst die niet verloren mag gaan."
    antwoord = Client().post(stap(concept, "verhaal"), {"titel": "x", "aanleiding": mooi, "gezien": "0"})
    assert antwoord.status_code == 403 and mooi in antwoord.content.decode()


def test_after_handing_in_nobody_writes_into_it_unnoticed(schrijver: Gebruiker, concept: Inzending) -> None:
    concept.stand = Stand.INGEDIEND
    concept.save()
    mooi = "Deze tekst kwam net te laat binnen."
    antwoord = client(schrijver).post(stap(concept, "verhaal"), {"titel": "x", "aanleiding": mooi, "gezien": "0"})
    assert antwoord.status_code == 409 and mooi in antwoord.content.decode()
    vanzelf = client(schrijver).post(stap(concept, "verhaal"), {"titel": "x"}, headers={"X-Bewaar": "1"})
    assert vanzelf.status_code == 409 and vanzelf.json() == {"gesloten": True}


def test_searching_for_an_intervention_forgives_a_slip(schrijver: Gebruiker, concept: Inzending) -> None:
    antwoord = client(schrijver).get(stap(concept, "plek") + "?zoek=valprevensie")
    namen = [naam for _pk, naam in antwoord.context["formulier"].fields["gebruikt"].choices]
    assert any("val" in naam.lower() for naam in namen) and len(namen) <= 13


def test_a_page_nobody_may_see_can_not_be_chosen(schrijver: Gebruiker, concept: Inzending) -> None:
    geheim = voorbeelden.Interventie.objects.get(slug="in-balans")
    geheim.unpublish()
    antwoord = client(schrijver).post(stap(concept, "plek"), {"gebruikt": [geheim.pk], "lezers": "openbaar"})
    assert "gebruikt" in antwoord.context["formulier"].errors


# ---- Pictures and documents


def foto(breed: int = 60, hoog: int = 40, exif: bool = False) -> bytes:
    beeld, uit = Image.new("RGB", (breed, hoog), "red"), io.BytesIO()
    merk = Image.Exif()
    merk[0x010E] = "Lindelaan 4, mevrouw Jansen"
    merk.get_ifd(0x8825)[1] = "N"
    beeld.save(uit, "JPEG", exif=merk) if exif else beeld.save(uit, "JPEG")
    return uit.getvalue()


def stuur(wie: Gebruiker, inzending: Inzending, **velden: Any) -> Any:
    return client(wie).post(stap(inzending, "beeld"), velden)


def test_a_photo_loses_place_and_time_and_gets_smaller(schrijver: Gebruiker, concept: Inzending) -> None:
    bestand = SimpleUploadedFile("IMG_Jansen.jpg", foto(3000, 2000, exif=True))
    stuur(schrijver, concept, wat="foto", foto=bestand, alt="Een rode deur", herkenbaar="on")
    beeld = concept.beelden.get()
    with beeld.bestand.open() as bestand:
        inhoud = bestand.read()
    assert (
        (beeld.breed, beeld.hoog) == (1600, 1067)
        and b"Jansen" not in inhoud
        and not Image.open(io.BytesIO(inhoud)).getexif()
    )
    assert "Jansen" not in beeld.bestand.name


def test_without_description_or_consent_a_photo_does_not_get_in(schrijver: Gebruiker, concept: Inzending) -> None:
    antwoord = stuur(schrijver, concept, wat="foto", foto=SimpleUploadedFile("a.jpg", foto()))
    assert {"alt", "herkenbaar"} <= set(antwoord.context["foto"].errors) and not concept.beelden.exists()


def bom() -> bytes:
    """A PNG that says it is 30,000 by 30,000 and holds next to nothing."""
    beeld, uit = Image.new("1", (30_000, 30_000)), io.BytesIO()
    beeld.save(uit, "PNG")
    return uit.getvalue()


@pytest.mark.parametrize(
    "inhoud", [b"", b"<svg onload=alert(1)>", foto()[:90], bom()], ids=["leeg", "svg", "stuk", "bom"]
)
def test_what_is_no_photo_is_told_at_the_field(schrijver: Gebruiker, concept: Inzending, inhoud: bytes) -> None:
    antwoord = stuur(schrijver, concept, wat="foto", foto=SimpleUploadedFile("a.jpg", inhoud), alt="x", herkenbaar="on")
    assert antwoord.status_code == 200 and antwoord.context["foto"].errors["foto"] and not concept.beelden.exists()


def docx(*namen: str) -> bytes:
    uit = io.BytesIO()
    with zipfile.ZipFile(uit, "w") as pak:
        for naam in ("[Content_Types].xml", "word/document.xml", *namen):
            pak.writestr(naam, "<x/>")
    return uit.getvalue()


def test_a_document_with_a_macro_is_refused(schrijver: Gebruiker, concept: Inzending) -> None:
    bestand = SimpleUploadedFile("brief.docx", docx("word/vbaProject.bin"))
    antwoord = stuur(schrijver, concept, wat="document", document=bestand, naam="Brief")
    assert "programma (macro)" in str(antwoord.context["document"].errors["document"]) and not concept.bijlagen.exists()


def test_a_document_goes_along_as_attachment_and_never_as_page(schrijver: Gebruiker, concept: Inzending) -> None:
    stuur(schrijver, concept, wat="document", document=SimpleUploadedFile("x.html", docx()), naam="Brief <b>")
    bijlage = concept.bijlagen.get()
    antwoord = client(schrijver).get(reverse("inzending_bijlage", args=[bijlage.pk]))
    assert (
        antwoord["Content-Disposition"] == 'attachment; filename="brief-b.docx"'
        and "html" not in antwoord["Content-Type"]
    )
    assert antwoord.getvalue().startswith(b"PK")


@pytest.mark.parametrize("wie", ["anoniem", "vreemde", "lid-elders", "oud-lid", "onderzoeker", "beheerder"])
def test_files_of_a_draft_are_the_networks(wie: str, hier: Buurt, schrijver: Gebruiker, concept: Inzending) -> None:
    beeld = bestanden.voeg_beeld_toe(inzending=concept, bestand=SimpleUploadedFile("a.jpg", foto()), alt="x")
    persoon = mensen.iedereen(hier, mensen.buurt("daar"))[wie]
    ander = Client() if wie == "anoniem" else client(persoon)
    assert ander.get(reverse("inzending_foto", args=[beeld.pk])).status_code in {403, 404}


def test_after_six_photos_it_is_enough(schrijver: Gebruiker, concept: Inzending) -> None:
    for _keer in range(6):
        bestanden.voeg_beeld_toe(inzending=concept, bestand=SimpleUploadedFile("a.jpg", foto()), alt="x")
    with pytest.raises(Ongeschikt):
        bestanden.voeg_beeld_toe(inzending=concept, bestand=SimpleUploadedFile("a.jpg", foto()), alt="x")


def test_throwing_away_takes_the_files_along(
    schrijver: Gebruiker, concept: Inzending, django_capture_on_commit_callbacks: Any
) -> None:
    beeld = bestanden.voeg_beeld_toe(inzending=concept, bestand=SimpleUploadedFile("a.jpg", foto()), alt="x")
    opslag, naam = beeld.bestand.storage, beeld.bestand.name
    assert opslag.exists(naam)
    with django_capture_on_commit_callbacks(execute=True):
        client(schrijver).post(reverse("inzending_intrekken", args=[concept.sleutel]))
    assert not van(concept.buurt).exists() and not opslag.exists(naam)
