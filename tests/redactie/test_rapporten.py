"""Reports: what belongs in each, the same cost at any size, a view kept by its address, a file; links tried politely."""

from __future__ import annotations

import csv
import datetime as dt
import io
from collections.abc import Callable
from typing import Any

import openpyxl
import pytest
from django.contrib.contenttypes.models import ContentType
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from wagtail.models import Page, ReferenceIndex

from kennisplatform.basis.models import Afbeelding
from kennisplatform.basis.models.media import Bestand
from kennisplatform.basis.redactie import kennismodellen
from kennisplatform.preventie.models import Artikel
from kennisplatform.redactie import linkproef, meten
from kennisplatform.redactie.models import Buitenlink, Linkplek, Paginastand, Rapportkeuze
from kennisplatform.redactie.rapportsoorten import RAPPORTEN
from menukaart.models import Interventie
from tests.basis.test_redactie import plaatje
from tests.pagina import pagina

pytestmark = pytest.mark.django_db
HOOGSTENS = 25
GISTEREN = dt.date.today() - dt.timedelta(days=1)


def rapport(client: Client, code: str, vraag: str = "") -> str:
    return client.get(f"/admin/redactie/rapporten/{code}/{vraag}").content.decode()


def bestand(client: Client, vorm: str, code: str = "controle") -> bytes:
    antwoord: Any = client.get(f"/admin/redactie/rapporten/{code}/?export={vorm}")
    return b"".join(antwoord.streaming_content)


def vragen(client: Client, adres: str) -> int:
    client.get(adres)
    with CaptureQueriesContext(connection) as gesteld:
        assert client.get(adres).status_code == 200
    return len(gesteld)


@pytest.fixture
def gemeten(db: None) -> None:
    meten.meet_alles()


@pytest.mark.usefixtures("gemeten")
def test_each_report_asks_the_same_for_three_and_for_sixty(als: Callable[[str], Client]) -> None:
    client = als("Eindredacteur")
    pks = list(Interventie.objects.live().filter(locale__language_code="nl").values_list("pk", flat=True)[:60])
    assert len(pks) == 60
    alles = Paginastand.objects.all()
    alles.update(volgende_controle=None, erkenning_tot=None, geld_tot=None, leesniveau=20, heeft_beeld=True)
    Buitenlink.objects.update(stand="goed")
    dood = Buitenlink.objects.create(adres="https://weg.example/x", afdruk="x", stand="dood", uitkomst="404")
    kosten: dict[str, list[int]] = {}
    for aantal in (3, 60):
        mis = {"volgende_controle": GISTEREN, "erkenning_tot": GISTEREN, "geld_tot": GISTEREN, "leesniveau": 60}
        Paginastand.objects.filter(pagina__in=pks[:aantal]).update(**mis, heeft_beeld=False)
        Linkplek.objects.filter(link=dood).delete()
        Linkplek.objects.bulk_create([Linkplek(link=dood, pagina_id=pk, waar="Bronnen") for pk in pks[:aantal]])
        for code in RAPPORTEN:
            kosten.setdefault(code, []).append(vragen(client, f"/admin/redactie/rapporten/{code}/"))
        for code in ("controle", "erkenning", "geld", "links", "beeld", "leesniveau"):
            lijst = client.get(f"/admin/redactie/rapporten/{code}/")
            assert lijst.context["paginator"].count == aantal, code
    kosten["alle"] = [vragen(client, "/admin/redactie/rapporten/")]
    assert {code: n for code, n in kosten.items() if max(n) > HOOGSTENS} == {}
    assert {code: n for code, n in kosten.items() if max(n) - min(n) > 1} == {}


def test_opening_before_the_night_costs_the_same_and_begins_the_measuring(
    als: Callable[[str], Client], django_capture_on_commit_callbacks: Any
) -> None:
    client = als("Eindredacteur")
    adressen = ("/admin/redactie/rapporten/", "/admin/redactie/rapporten/controle/")
    kosten: dict[str, list[int]] = {adres: [vragen(client, adres)] for adres in adressen}
    for aantal in (3, 60):
        pks = list(Interventie.objects.live().order_by("pk").values_list("pk", flat=True)[:aantal])
        for adres in adressen:
            Paginastand.objects.filter(pagina__in=pks).delete()
            kosten[adres].append(vragen(client, adres))
            wachten = meten.verouderd().count()
            assert wachten >= aantal
            assert f"{wachten} pagina’s zijn nog niet gemeten" in client.get(adres).content.decode()
    assert all(max(n) <= HOOGSTENS and max(n) - min(n) <= 1 for n in kosten.values()), kosten
    with django_capture_on_commit_callbacks(execute=True):
        client.get(adressen[0])
    assert not meten.verouderd().exists()
    assert "nog niet gemeten" not in client.get(adressen[0]).content.decode()


@pytest.mark.usefixtures("gemeten", "eigen_index")
def test_who_opens_a_report_waits_for_nothing_that_was_published_meanwhile(
    als: Callable[[str], Client], django_capture_on_commit_callbacks: Any
) -> None:
    """A page of each kind: measured by who published it; a draft beside it is nothing to measure."""
    client = als("Eindredacteur")
    vragen(client, "/admin/redactie/rapporten/")
    gevonden = [soort.objects.live().filter(locale__language_code="nl").first() for soort in kennismodellen()]
    stuks = [stuk for stuk in gevonden if stuk is not None and not stuk.tekorten()]
    for stuk in stuks:
        stuk.volgende_controle = GISTEREN
        stuk.save_revision()
    with django_capture_on_commit_callbacks(execute=True):
        client.post("/admin/bulk/wagtailcore/page/veel/?next=/admin/&" + "&".join(f"id={stuk.pk}" for stuk in stuks),
                    {"wat": "publiceren"})  # fmt: skip  # the address, then the form
    stuks[0].save_revision()
    for adres in ("/admin/redactie/rapporten/", "/admin/redactie/rapporten/controle/"):
        with CaptureQueriesContext(connection) as gesteld:
            blad = client.get(adres)
        assert len(gesteld) <= HOOGSTENS
    assert blad.context["paginator"].count >= len(stuks) > 5


@pytest.mark.usefixtures("gemeten")
def test_what_was_measured_follows_the_page(
    als: Callable[[str], Client], django_capture_on_commit_callbacks: Any
) -> None:
    client, stuk = als("Eindredacteur"), Interventie.objects.get(slug="coach2move")
    assert "Coach2Move" not in rapport(client, "controle")
    stuk.volgende_controle = GISTEREN
    stuk.save_revision().publish()
    with django_capture_on_commit_callbacks(execute=True):
        rapport(client, "controle")  # by no editor: who opens a report begins the measuring
    assert "Coach2Move" in rapport(client, "controle")
    assert "Coach2Move" not in rapport(client, "controle", "?taal=ar")
    stand = Paginastand.objects.get(pagina=stuk)
    assert stand.woorden > 50 and stand.leesniveau and stand.thema
    zonder_keuze = pagina(client.get("/admin/redactie/rapporten/vertalen/"))
    assert "Nu gaat het over: " in zonder_keuze.tekst(".rapport__kop")
    assert not zonder_keuze.heeft(".w-active-filters li"), "a filter without a word in it seemed to be on"
    nieuw = rapport(client, "vertalen", "?taal=tr")
    assert "Coach2Move" in nieuw and "geen" in nieuw
    stuk.owner = None
    stuk.save()
    assert "Coach2Move" in rapport(client, "eigenaar")


@pytest.mark.usefixtures("gemeten")
def test_a_view_is_an_address_that_is_kept_for_me_alone(als: Callable[[str], Client]) -> None:
    ander, client = als("Redacteur"), als("Eindredacteur")
    antwoord = client.post(
        "/admin/redactie/rapporten/leesniveau/bewaren/", {"naam": "Moeilijk Turks", "vraag": "taal=tr&p=3&export=csv"}
    )
    assert antwoord.headers["Location"] == "/admin/redactie/rapporten/leesniveau/?taal=tr"
    assert "Moeilijk Turks" in client.get("/admin/redactie/rapporten/").content.decode()
    keuze = Rapportkeuze.objects.get()
    ander = Client()
    assert ander.post(f"/admin/redactie/rapporten/weergave/{keuze.pk}/weg/").status_code == 302  # to sign in
    client.post(f"/admin/redactie/rapporten/weergave/{keuze.pk}/weg/")
    assert not Rapportkeuze.objects.exists()


@pytest.mark.usefixtures("gemeten")
def test_a_report_is_a_file(als: Callable[[str], Client]) -> None:
    client = als("Eindredacteur")
    Page.objects.filter(slug="coach2move").update(title="=1+1", draft_title="=1+1")
    Paginastand.objects.update(volgende_controle=None)
    Paginastand.objects.filter(pagina__slug="coach2move").update(volgende_controle=GISTEREN)
    blad = bestand(client, "csv")
    kop, rij = list(csv.reader(io.StringIO(blad.decode("utf-8-sig")), delimiter=";"))
    assert kop[1] == "Titel" and rij[1] == "'=1+1" and rij[-1] == GISTEREN.isoformat()
    xlsx = bestand(client, "xlsx")
    cellen: Any = openpyxl.load_workbook(io.BytesIO(xlsx)).active
    assert cellen["B2"].value == "'=1+1" and cellen["A2"].value == Page.objects.get(slug="coach2move").pk


@pytest.mark.usefixtures("gemeten")
@pytest.mark.parametrize("code", RAPPORTEN)
def test_every_report_is_a_file_with_all_its_rows(als: Callable[[str], Client], code: str) -> None:
    """A page without an owner has nobody who was here last: that file ended before it began."""
    client = als("Eindredacteur")
    aantal = client.get(f"/admin/redactie/rapporten/{code}/").context["paginator"].count
    regels = list(csv.reader(io.StringIO(bestand(client, "csv", code).decode("utf-8-sig")), delimiter=";"))
    blad: Any = openpyxl.load_workbook(io.BytesIO(bestand(client, "xlsx", code))).active
    assert len(regels) - 1 == blad.max_row - 1 == aantal
    assert not any("+00:00" in cel for regel in regels for cel in regel), "a moment by the clock here"


def test_other_websites_are_asked_at_night_politely_and_doubt_is_no_verdict(settings: Any) -> None:
    settings.LINKS_PER_NACHT = 300
    pagina = Artikel.objects.live().first()
    assert pagina is not None
    Buitenlink.objects.all().delete()
    adressen = [f"https://een.example/{n}" for n in range(3)] + ["https://twee.example/"]
    for adres in adressen:
        link = Buitenlink.objects.create(adres=adres, afdruk=adres)
        Linkplek.objects.create(link=link, pagina=pagina, waar="Bronnen")
    geklopt, gerust = [], []

    def klop(adres: str) -> linkproef.Klopuitkomst:
        geklopt.append(adres)
        return linkproef.beoordeel(404 if adres.endswith("0") else 200)

    linkproef.proef(klop=klop, slaap=gerust.append)
    assert sorted(geklopt) == sorted(adressen) and len(gerust) == 2  # twice on the same door
    dood = Buitenlink.objects.get(adres=adressen[0])
    assert dood.stand == "onzeker"  # one night is no proof
    Buitenlink.objects.filter(pk=dood.pk).update(mis_sinds=timezone.now() - dt.timedelta(days=3))
    geklopt.clear()
    linkproef.proef(klop=klop, slaap=gerust.append)
    assert geklopt == [adressen[0]]  # the others were seen this week
    dood.refresh_from_db()
    assert dood.stand == "dood"
    assert [linkproef.beoordeel(code).stand for code in (200, 301, 403, 404, 429, 500)] == [
        "goed", "goed", "onzeker", "dood", "onzeker", "dood"
    ]  # fmt: skip
    assert not linkproef.is_buiten("http://127.0.0.1/") and not linkproef.is_buiten("file:///etc/passwd")
    assert not linkproef.is_buiten("http://169.254.169.254/latest") and not linkproef.is_buiten(
        "http://localhost:9200/"
    )


def test_pictures_and_documents_that_stand_nowhere(als: Callable[[str], Client]) -> None:
    client = als("Eindredacteur")
    los = Afbeelding.objects.create(
        title="Los plaatje", file=SimpleUploadedFile("los.png", plaatje(40, 30), "image/png")
    )
    staat = Bestand.objects.filter(pk__in=gebruikte_documenten()).first()
    scherm = client.get("/admin/redactie/ongebruikt/")
    assert f"/admin/images/{los.pk}/" in pagina(scherm).waarden("main a", "href")
    assert f"/admin/documents/edit/{staat.pk}/" not in pagina(scherm).waarden("main a", "href")
    assert "/admin/redactie/ongebruikt/" in pagina(client.get("/admin/redactie/rapporten/")).waarden("main a", "href")


def gebruikte_documenten() -> list[int]:
    rijen = ReferenceIndex.objects.filter(to_content_type=ContentType.objects.get_for_model(Bestand))
    return [int(pk) for pk in rijen.values_list("to_object_id", flat=True)]
