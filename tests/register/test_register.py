"""The team's register: bring in a list and mend it, keep grounds, split and merge, take along without persons."""

from __future__ import annotations

import io
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from openpyxl import Workbook, load_workbook

from kennisplatform.deelnemers.keuzes import Netwerkrol
from kennisplatform.deelnemers.models import Buurt, Lidmaatschap, Logregel
from kennisplatform.register.models import Criterium, Notities
from kennisplatform.register.naamkeuze import NIEUW, veldnaam
from tests import mensen
from tests.pagina import pagina
from tests.vastleggen import leg_vast

pytestmark = pytest.mark.django_db
KOP = "cbs_code;naam;gemeente;partner;regio;coach"


@pytest.fixture
def team(client: Client) -> Client:
    client.force_login(mensen.medewerker("transitieteam"))
    return client


def voer(client: Client, tekst: str, **velden: Any) -> Any:
    """Whatever partner stands there, is new: what is asked about them has a test of its own."""
    nieuw = {veldnaam(cel): NIEUW for regel in tekst.splitlines() for cel in regel.split(";")}
    return client.post(reverse("register_invoeren"), {"lijst": tekst} | nieuw | velden)


TIEN = "\n".join([KOP, *(f"BU0999{n:04d};Proefwijk {n};Proefstad;Proefzorg;Oost;" for n in range(1, 11))])


def test_ten_neighbourhoods_of_which_one_mistake_is_mended(team: Client) -> None:
    voor = Buurt.objects.count()
    fout = TIEN.replace("BU09990004", "BU99")
    antwoord = voer(team, fout, bewaar="1")
    (rij,) = [r for r in antwoord.context["rijen"] if r.fouten]
    assert rij.nummer == 5 and "BU met acht cijfers" in rij.fouten["cbs_code"]
    assert "Proefwijk 4" in pagina(antwoord).tekst() and Buurt.objects.count() == voor
    assert (
        "10 buurten" in voer(team, TIEN).content.decode() and Buurt.objects.count() == voor
    )  # looking changes nothing
    assert voer(team, TIEN, bewaar="1").status_code == 302
    assert Buurt.objects.count() == voor + 10
    assert Buurt.objects.get(cbs_code="BU09990004").naam == "Proefwijk 4"
    assert str(Logregel.objects.get(buurt__cbs_code="BU09990004", soort="buurt").door) == "Transitieteam"


def test_codes_of_amsterdam_and_as_people_type_them(team: Client) -> None:
    """Amsterdam has letters in its codes since 2022: none of its neighbourhoods could come in."""
    rijen = "\n".join(
        [KOP, "bu0363 aa01;Proefgracht;Amsterdam;Proefzorg;;", "WK0363AA;Proefwijk;Amsterdam;Proefzorg;;"]
    )
    assert voer(team, rijen, bewaar="1").status_code == 302
    assert set(Buurt.objects.filter(gemeente="Amsterdam").values_list("cbs_code", flat=True)) == {
        "BU0363AA01",
        "WK0363AA",
    }
    twee = voer(team, "\n".join([KOP, "BU03639901;Een;Amsterdam;Proefzorg;;", "bu03639901;Twee;Amsterdam;Proefzorg;;"]))
    assert "staat ook op regel 2" in twee.context["rijen"][0].fouten["naam"]


def test_entering_again_updates_and_makes_nothing_twice(team: Client) -> None:
    voer(team, TIEN, bewaar="1")
    anders = TIEN.replace("Proefwijk 3;", "Proefwijk Drie;")
    antwoord = voer(team, anders, bewaar="1")
    assert antwoord.status_code == 302 and Buurt.objects.filter(gemeente="Proefstad").count() == 10
    drie = Buurt.objects.get(cbs_code="BU09990003")
    assert (drie.naam, drie.slug) == ("Proefwijk Drie", "proefwijk-3")  # an address that was given stays


def test_a_coach_comes_along(team: Client) -> None:
    coach = mensen.persoon("coach")
    voer(team, f"{KOP}\n;Coachwijk;Proefstad;Zorg;;{coach.email}", bewaar="1")
    assert Lidmaatschap.objects.lopend().get(persoon=coach).rol == Netwerkrol.COACH
    buurt = Buurt.objects.get(naam="Coachwijk")
    buurt.cbs_code = "BU09990077"
    buurt.save()
    for _keer in range(2):  # of another neighbourhood too, and of neither twice
        voer(team, f"{KOP}\nBU09990077;Coachwijk;Proefstad;Zorg;;{coach.email}", bewaar="1")
        voer(team, f"{KOP}\nBU09990078;Buurwijk;Proefstad;Zorg;;{coach.email}", bewaar="1")
    assert [lid.buurt.naam for lid in coach.lidmaatschappen.order_by("buurt__naam")] == ["Buurwijk", "Coachwijk"]
    antwoord = voer(team, f"{KOP}\n;Anderwijk;Proefstad;Zorg;;niemand@x.example", bewaar="1")
    assert "geen account" in antwoord.context["rijen"][0].fouten["coach"]


@pytest.mark.parametrize(
    ("tekst", "woord"),
    [
        ("", "plak een lijst"),
        ("naam;plaats\nx;y", "Ik mis: partner"),
        ("alleen een regel", "Ik mis"),
        ("naam;gemeente;partner\n" + "a;b;c\n" * 2001, "Hooguit 2000"),
        ('naam;gemeente;partner\n"los;b;c\n' + "x" * 140_000, "aanhalingsteken"),
    ],
)
def test_a_list_that_can_not_be_read(team: Client, tekst: str, woord: str) -> None:
    fouten = voer(team, tekst, bewaar="1").context["formulier"].errors
    assert woord in str(fouten), fouten


def test_rows_that_are_not_right(team: Client) -> None:
    tekst = "naam;gemeente;partner;fase\nA;B;C;uitvoeren\na;b;C;\n;B;C;\nD;B;C;klaar\n" + "x" * 300 + ";B;C;"
    rijen = {r.nummer: r.fouten for r in voer(team, tekst).context["rijen"]}
    assert rijen[2] == {}
    assert "ook op regel 2" in rijen[3]["naam"] and rijen[4]["naam"] == "Vul dit in."
    assert "buurtbeeld" in rijen[5]["fase"] and "120" in rijen[6]["naam"]


def excel(*rijen: list[Any]) -> SimpleUploadedFile:
    boek = Workbook()
    for rij in rijen:
        boek.active.append(rij)
    uit = io.BytesIO()
    boek.save(uit)
    return SimpleUploadedFile("buurten.xlsx", uit.getvalue())


def test_out_of_excel_comes_text_you_can_mend(team: Client) -> None:
    bestand = excel(["Buurt", "Gemeente", "Alliantiepartner", "Startgroep"], ["Excelwijk", "Proefstad", "Zorg", 100])
    antwoord = voer(team, "", bestand=bestand, bewaar="1")
    assert "Excelwijk;Proefstad;Zorg;100" in pagina(antwoord).tekst()
    assert not Buurt.objects.filter(naam="Excelwijk").exists()  # a file is always looked at first
    voer(team, antwoord.context["formulier"]["lijst"].value(), bewaar="1")
    assert Buurt.objects.get(naam="Excelwijk").cohort == "100"


@pytest.mark.parametrize("inhoud", [b"PK\x03\x04stuk", b"\x00\x01\x02", b"%PDF-1.7"])
def test_a_file_that_is_no_list(team: Client, inhoud: bytes) -> None:
    antwoord = voer(team, "", bestand=SimpleUploadedFile("x.xlsx", inhoud))
    assert antwoord.status_code == 200 and antwoord.context["formulier"].errors


def test_a_latin_csv_file(team: Client) -> None:
    rauw = "naam;gemeente;partner\nPrésikhaaf;Arnhem;Zorg".encode("cp1252")
    assert "Présikhaaf" in voer(team, "", bestand=SimpleUploadedFile("x.csv", rauw)).content.decode()


def test_script_in_a_name_stays_text(team: Client) -> None:
    voer(team, "naam;gemeente;partner\n<script>alert(1)</script>;=1+1;@SUM(A1)", bewaar="1")
    buurt = Buurt.objects.get(partner="@SUM(A1)")
    for adres in (
        reverse("register") + "?q=script",
        reverse("register_buurt", args=[buurt.slug]),
        buurt.get_absolute_url(),
    ):
        assert "<script>alert" not in team.get(adres).content.decode()
    blad = load_workbook(io.BytesIO(team.get(reverse("register_export") + "?soort=xlsx&q=script").content)).active
    rij = [cel.value for cel in list(blad.rows)[1]]
    assert "'=1+1" in rij and "'@SUM(A1)" in rij


def formulier(**velden: Any) -> dict[str, Any]:
    return {
        "naam": "Nieuwwijk",
        "gemeente": "Proefstad",
        "partner": "Proefzorg",
        "fase": "buurtbeeld",
        "cohort": "20",
        "ses_klasse": "onbekend",
        "gezien": "0",
        "notities": "",
        "c_burgers": "ja",
        "g_burgers": "Wandelgroep sinds 2019",
    } | velden


def test_a_neighbourhood_with_grounds(team: Client) -> None:
    assert team.post(reverse("register_nieuw"), formulier(notities="geheim van het team")).status_code == 302
    buurt = Buurt.objects.get(naam="Nieuwwijk")
    assert Criterium.objects.get(buurt=buurt, naam="burgers").grond == "Wandelgroep sinds 2019"
    inhoud = team.get(reverse("register_buurt", args=[buurt.slug])).content.decode()
    assert "Wandelgroep sinds 2019" in inhoud and "geheim van het team" in inhoud
    assert "geheim van het team" not in Client().get(buurt.get_absolute_url()).content.decode()


def test_two_of_the_team_save_one_neighbourhood(team: Client) -> None:
    team.post(reverse("register_nieuw"), formulier())
    buurt = Buurt.objects.get(naam="Nieuwwijk")
    adres = reverse("register_wijzigen", args=[buurt.slug])
    assert team.post(adres, formulier(gezien="1", regio="Oost", notities="van de een")).status_code == 302
    antwoord = team.post(adres, formulier(gezien="1", regio="West", notities="van de ander"))
    inhoud = antwoord.content.decode()
    assert 'name="neem_regio"' in inhoud and 'name="neem_notities"' in inhoud and 'name="neem_naam"' not in inhoud
    assert (
        "Iemand anders wijzigde" in inhoud and "van de een" in inhoud and "van de ander" in inhoud and "Oost" in inhoud
    )
    assert Notities.objects.get(buurt=buurt).tekst == "van de een" and Buurt.objects.get(pk=buurt.pk).regio == "Oost"
    gezien = antwoord.context["formulier"]["gezien"].value()
    assert team.post(adres, formulier(gezien=gezien, regio="West", notities="van de ander")).status_code == 302
    assert Buurt.objects.get(pk=buurt.pk).regio == "West"
    later = team.post(adres, formulier(gezien="2", regio="Zuid", notities="nog een keer"))
    gezien = later.context["formulier"]["gezien"].value()
    velden = formulier(gezien=gezien, regio="Zuid", notities="nog een keer", neem_regio="1")
    assert team.post(adres, velden).status_code == 302
    assert Buurt.objects.get(pk=buurt.pk).regio == "West"
    assert Notities.objects.get(buurt=buurt).tekst == "nog een keer"


def test_a_code_that_exists_already(team: Client) -> None:
    mensen.buurt("eerste", cbs_code="BU09990001")
    antwoord = team.post(reverse("register_nieuw"), formulier(cbs_code="BU09990001"))
    assert "al een buurt met deze CBS-code" in str(antwoord.context["formulier"].errors)


def test_filters_and_nonsense(team: Client, settings: Any) -> None:
    settings.TEKENING = settings.TEKENING | {"AAN": False}  # what it was drawn from is asked
    mensen.lid(mensen.buurt("vol"), Netwerkrol.KARTREKKER)
    mensen.buurt("leeg")
    adres = reverse("register")

    def namen(vraag: dict[str, str]) -> list[str]:
        pagina = team.get(adres, vraag).context["lijst"].pagina
        return [b.naam for b in pagina if b.partner == "Proefzorg"]

    assert namen({"partner": "Proefzorg"}) == ["Leeg", "Vol"]
    assert namen({"stand": "een-kartrekker"}) == ["Vol"] and "Leeg" in namen({"stand": "geen-kartrekker"})
    vol = Buurt.objects.get(slug="vol")
    assert namen({"stand": "volledig"}) == []
    mensen.lid(vol, Netwerkrol.KARTREKKER)
    for rol in (Netwerkrol.COACH, Netwerkrol.COORDINATOR, Netwerkrol.GEMEENTE):  # who supports is no member
        mensen.lid(vol, rol)
    assert namen({"stand": "volledig"}) == []
    mensen.lid(vol, Netwerkrol.BURGER)
    assert namen({"stand": "volledig"}) == ["Vol"] == namen({"stand": "volledig", "volgorde": "leden"})
    rij = {b.naam: (b.leden, b.kartrekkers) for b in team.get(adres, {"partner": "Proefzorg"}).context["lijst"].pagina}
    assert rij == {"Vol": (4, 2), "Leeg": (0, 0)}
    assert "Leeg" in namen({"stand": "geen-kartrekker"}) and "Vol" not in namen({"stand": "geen-kartrekker"})
    assert namen({"partner": "Proefzorg", "volgorde": "leden"}) == ["Leeg", "Vol"]
    for vraag in (
        {"fase": "<script>"},
        {"pagina": "x"},
        {"pagina": "9" * 30},
        {"volgorde": "persoon__email"},
        {"q": "'; --" * 50},
    ):
        assert team.get(adres, vraag).status_code == 200


def test_what_a_row_says_of_who_leads_and_where_its_links_lead(team: Client) -> None:
    buurt = mensen.buurt("rij")
    for status in ("mis", "wacht", ""):  # nobody, one, two who lead
        (rij,) = team.get(reverse("register"), {"q": "Rij", "partner": "Proefzorg"}).context["lijst"].rijen
        assert rij["stand"] == status
        mensen.lid(buurt, Netwerkrol.KARTREKKER)
    links = pagina(team.get(reverse("register"), {"partner": "Proefzorg", "pagina": "1"})).links()
    assert links["Neem mee als CSV"] == f"{reverse('register_export')}?partner=Proefzorg"


def test_a_neighbourhoods_record_names_its_own_people_only(team: Client) -> None:
    hier, daar = mensen.buurt("hier"), mensen.buurt("daar")
    eigen, ander = mensen.lid(hier), mensen.lid(daar)
    antwoord = team.get(reverse("register_buurt", args=[hier.slug]))
    assert [lid.persoon for lid in antwoord.context["leden"]] == [eigen] != [ander]


def test_the_register_costs_as_many_queries_with_many_neighbourhoods(
    team: Client, django_assert_max_num_queries: Any
) -> None:
    leg_vast()
    team.get(reverse("register"))
    with django_assert_max_num_queries(8):
        team.get(reverse("register"))
    for n in range(60):
        mensen.lid(mensen.buurt(f"veel-{n}"), Netwerkrol.KARTREKKER)
    leg_vast()
    with django_assert_max_num_queries(8):
        assert team.get(reverse("register")).context["lijst"].totaal > 60


def test_who_does_not_see_the_register(client: Client) -> None:
    for wie, mag in (("redacteur", 403), ("onderzoeker", 403), ("beheerder", 200)):
        client.force_login(mensen.medewerker(wie))
        assert client.get(reverse("register")).status_code == mag
    client.force_login(mensen.medewerker("onderzoeker"))
    uit = client.get(reverse("register_export"))
    assert uit.status_code == 200 and "@" not in uit.content.decode()
