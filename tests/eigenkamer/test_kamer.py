"""A network's own room: notes, files and topics that only its members read."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from kennisplatform.basis.documenten.odt import maak_odt
from kennisplatform.deelnemers.herindelen import Buurtwissel
from kennisplatform.deelnemers.keuzes import Netwerkrol
from kennisplatform.deelnemers.models import Buurt, Herindeling
from kennisplatform.eigenkamer import meenemen
from kennisplatform.eigenkamer.models import Netwerkbestand, Netwerkverslag
from kennisplatform.gesprek.models import Bijdrage
from tests import mensen
from tests.pagina import pagina

pytestmark = pytest.mark.django_db


@pytest.fixture
def buurt() -> Buurt:
    return mensen.buurt("kamerbuurt")


def van(wie: Any) -> Client:
    client = Client()
    client.force_login(wie)
    return client


@pytest.fixture
def lid(buurt: Buurt) -> Client:
    return van(mensen.lid(buurt))


@pytest.fixture(autouse=True)
def eigen_map(settings: Any, tmp_path: Path) -> None:
    settings.MEDIA_ROOT = tmp_path


def vul(client: Client, adres: str, **velden: Any) -> Any:
    staat_er = pagina(client.get(adres)).velden("main form.formulier")
    return client.post(adres, {**staat_er, **velden}, follow=True)


def zet(client: Client, buurt: Buurt, naam: str, inhoud: bytes) -> Any:
    bestand = SimpleUploadedFile(naam, inhoud)
    adres = reverse("netwerkbestand_nieuw", args=[buurt.slug])
    return client.post(adres, {"document": bestand, "naam": "Offerte zaal"}, follow=True)


def test_notes_are_written_read_and_changed_by_members_only(lid: Client, buurt: Buurt) -> None:
    adres = reverse("netwerkverslag_nieuw", args=[buurt.slug])
    leeg = pagina(lid.post(adres, {"titel": "", "dag": "30-02-2026", "tekst": "x"}))
    assert {"id_titel", "id_dag"} <= leeg.fouten().keys() and leeg.velden("main form.formulier")["tekst"] == "x"
    blad = pagina(vul(lid, adres, titel="Overleg van maart", dag="03-03-2026", tekst="Wij besloten niets."))
    assert "Wij besloten niets." in blad.tekst("article")
    verslag = Netwerkverslag.objects.get(buurt=buurt)
    for ander in (mensen.medewerker("transitieteam"), mensen.lid(mensen.buurt("elders")), mensen.persoon()):
        for naam in ("netwerkverslag", "netwerkverslag_wijzigen"):
            assert van(ander).get(reverse(naam, args=[buurt.slug, verslag.pk])).status_code == 403
    # A number of another network is nobody's here.
    daar = mensen.buurt("daar")
    client = van(mensen.lid(daar))
    assert client.get(reverse("netwerkverslag", args=[daar.slug, verslag.pk])).status_code == 404
    assert client.post(reverse("netwerkkamer_weg", args=[daar.slug, "verslag", verslag.pk])).status_code == 404


def test_two_write_one_note_and_nothing_is_lost(lid: Client, buurt: Buurt) -> None:
    ander = van(mensen.lid(buurt))
    vul(lid, reverse("netwerkverslag_nieuw", args=[buurt.slug]), titel="a", dag="03-03-2026", tekst="b")
    verslag = Netwerkverslag.objects.get(buurt=buurt)
    adres = reverse("netwerkverslag_wijzigen", args=[buurt.slug, verslag.pk])
    begin = pagina(lid.get(adres)).velden("main form.formulier")
    ander.post(adres, {**begin, "titel": "van de ander"})
    lid.post(adres, {**begin, "tekst": "van mij"})
    verslag.refresh_from_db()
    assert (verslag.titel, verslag.tekst) == ("van de ander", "van mij")
    botst = pagina(lid.post(adres, {**begin, "tekst": "nog iets anders"}))
    assert "van mij" in botst.teksten("blockquote") and verslag.tekst == "van mij"


def test_what_looks_like_a_patient_is_asked_before_it_is_kept(lid: Client, buurt: Buurt) -> None:
    adres = reverse("netwerkverslag_nieuw", args=[buurt.slug])
    blad = pagina(
        vul(lid, adres, titel="Overleg", dag="03-03-2026", tekst="Bel mevrouw op 06-12345678, BSN 123456782.")
    )
    assert (
        "lijkt op gegevens van een persoon" in blad.tekst("main")
        and not Netwerkverslag.objects.filter(buurt=buurt).exists()
    )


def test_a_file_is_looked_at_by_content_and_handed_out_to_members(lid: Client, buurt: Buurt) -> None:
    fout = pagina(zet(lid, buurt, "foto.pdf", b"\x89PNG geen pdf"))
    assert "id_document" in fout.fouten() and fout.velden("#bestanden form.formulier")["naam"] == "Offerte zaal"
    assert not Netwerkbestand.objects.filter(buurt=buurt).exists()
    inhoud = maak_odt("Offerte", ["veertig keer twintig euro"])
    assert "Offerte zaal" in pagina(zet(lid, buurt, "x.odt", inhoud)).tekst("#bestanden")
    ding = Netwerkbestand.objects.get(buurt=buurt)
    adres = reverse("netwerkbestand", args=[buurt.slug, ding.pk])
    antwoord = lid.get(adres)
    assert b"".join(antwoord) == inhoud and "no-store" in antwoord["Cache-Control"]
    assert 'filename="offerte-zaal.odt"' in antwoord["Content-Disposition"]
    assert van(mensen.medewerker("transitieteam")).get(adres).status_code == 403
    assert Client().get(f"/media/{ding.bestand.name}").status_code == 404  # its own address is no way in
    assert ding.bestand.name and "offerte" not in ding.bestand.name.lower()


def test_a_file_that_is_taken_away_leaves_the_disk(
    lid: Client, buurt: Buurt, django_capture_on_commit_callbacks: Any
) -> None:
    zet(lid, buurt, "x.odt", maak_odt("x", ["y"]))
    ding = Netwerkbestand.objects.get(buurt=buurt)
    pad = Path(ding.bestand.path)
    assert pad.exists()
    with django_capture_on_commit_callbacks(execute=True):
        lid.post(reverse("netwerkkamer_weg", args=[buurt.slug, "bestand", ding.pk]))
    assert not Netwerkbestand.objects.filter(buurt=buurt).exists() and not pad.exists()


def test_a_free_topic_is_talked_about_inside_the_network(lid: Client, buurt: Buurt) -> None:
    adres = reverse("netwerkonderwerp_nieuw", args=[buurt.slug])
    assert "id_kop" in pagina(lid.post(adres, {"kop": ""})).fouten()
    blad = pagina(vul(lid, adres, kop="Wie gaat er mee naar de wethouder?"))
    assert "Wie gaat er mee" in blad.tekst("main")
    vraag = Bijdrage.objects.get(kop__startswith="Wie gaat er mee", buurt=buurt)
    ander = van(mensen.lid(buurt))
    assert "Wie gaat er mee" in pagina(ander.get(reverse("netwerkkamer", args=[buurt.slug]))).tekst("main")
    ander.post(reverse("gesprek_antwoord", args=[vraag.pk]), {"tekst": "Ik ga mee."})
    assert "Ik ga mee." in pagina(lid.get(reverse("gesprek", args=[vraag.pk]))).tekst("main")
    for wie in (mensen.lid(mensen.buurt("elders")), mensen.persoon()):
        assert van(wie).get(reverse("gesprek", args=[vraag.pk])).status_code == 404
    assert Client().get(reverse("gesprek", args=[vraag.pk])).status_code == 404
    assert "Wie gaat er mee" not in Client().get("/leernetwerk/").content.decode()


def test_an_overleg_begins_as_the_networks_own(lid: Client, buurt: Buurt) -> None:
    adres = reverse("bijeenkomst_nieuw", args=[buurt.slug])
    velden = pagina(lid.get(adres, {"soort": "overleg"})).velden("main form")
    assert (velden["soort"], velden["zichtbaarheid"]) == ("overleg", "eigen")
    assert lid.get(adres, {"soort": "bestaat-niet"}).status_code == 200


def test_a_split_takes_notes_and_files_along_without_showing_the_team_a_word(buurt: Buurt) -> None:
    pk = Netwerkverslag.objects.create(buurt=buurt, titel="geheim", tekst="geheim").pk
    een, twee = mensen.buurt("een"), mensen.buurt("twee")
    (ding,) = meenemen.gaat_mee([buurt])
    assert "geheim" not in ding.titel
    wissel = Buurtwissel(Herindeling(), [buurt], [een, twee], plekken={ding.sleutel: 1})
    meenemen.neem_mee(wissel)
    assert Netwerkverslag.objects.get(pk=pk).buurt == twee
    meenemen.neem_terug(wissel)
    assert Netwerkverslag.objects.get(pk=pk).buurt == buurt


def test_the_room_asks_as_much_of_many_as_of_few(lid: Client, buurt: Buurt, django_assert_max_num_queries: Any) -> None:
    door = mensen.lid(buurt, Netwerkrol.KARTREKKER)
    for nummer in range(60):
        Netwerkverslag.objects.create(buurt=buurt, titel=f"v{nummer}", tekst="x", door=door)
        Netwerkbestand.objects.create(buurt=buurt, naam="b", bestand="x.pdf", soort="pdf", grootte=1, door=door)
    adres = reverse("netwerkkamer", args=[buurt.slug])
    lid.get(adres)
    with django_assert_max_num_queries(12):
        lid.get(adres)
