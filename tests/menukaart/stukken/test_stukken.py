"""Documents of a plan: what every page of them says, what proves them, and what happens where no PDF can be made."""

from __future__ import annotations

import hashlib
import io
import re
from collections.abc import Iterator
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from docx import Document
from PIL import Image
from pypdf import PdfReader

from kennisplatform.basis.models import Begrip
from kennisplatform.deelnemers.keuzes import Netwerkrol
from kennisplatform.deelnemers.models import Buurt
from menukaart.begroting.indienen import besluit
from menukaart.begroting.models import Begrotingsbesluit, Indiening
from menukaart.commitment.models import Handtekening
from menukaart.plan.bevriezen import in_vieren
from menukaart.plan.models import Buurtplan, Planversie
from menukaart.plan.plannen import stel_plan_vast
from menukaart.stukken import pdf
from menukaart.stukken.models import Planpdf
from menukaart.stukken.soorten import STUKKEN, sommen
from tests import mensen
from tests.menukaart.plan.hulp import vol
from tests.pagina import pagina

pytestmark = pytest.mark.django_db
TEKST = "Soep & brood voor 75-plussers"


@pytest.fixture
def buurt() -> Buurt:
    return mensen.buurt("stukkenbuurt")


@pytest.fixture
def trekt(buurt: Buurt) -> Client:
    trekker = mensen.lid(buurt, Netwerkrol.KARTREKKER)
    vol(buurt, door=trekker, plan=TEKST)
    client = Client()
    client.force_login(trekker)
    return client


def stuk(naam: str, buurt: Buurt, soort: str) -> str:
    return reverse(naam, args=[buurt.slug, 1, soort])


@pytest.fixture
def zonder_pango(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """As on a machine without the library: the real look finds that it isn't there."""
    monkeypatch.setattr(pdf, "BIBLIOTHEKEN", ("libpango-die-er-niet-is.so.0",))
    pdf.kan_pdf.cache_clear()
    yield
    pdf.kan_pdf.cache_clear()


def test_without_the_library_it_says_so_and_there_is_a_page_to_print(
    trekt: Client, buurt: Buurt, zonder_pango: None
) -> None:
    lijst = pagina(trekt.get(reverse("stukken", args=[buurt.slug])))
    assert "Pango ontbreekt" in lijst.tekst("main") and not lijst.heeft("a[href$='/pdf/']")
    antwoord = trekt.get(stuk("stuk_pdf", buurt, "plan"), follow=True)
    assert antwoord.redirect_chain[-1][0] == stuk("stuk", buurt, "plan")
    blad = pagina(antwoord)
    versie = Planversie.objects.get(plan__buurt=buurt)
    assert TEKST in blad.tekst("main") and " ".join(in_vieren(versie.vingerafdruk)) in blad.tekst("footer")
    assert pdf.haal_in() == 0 and not Planpdf.objects.exists()
    for soort in STUKKEN:
        assert "versie 1" in pagina(trekt.get(stuk("stuk", buurt, soort))).tekst("footer")
    assert trekt.get(stuk("stuk", buurt, "bestaat-niet")).status_code == 404


def test_word_says_the_same_with_version_and_fingerprint_on_every_page(trekt: Client, buurt: Buurt) -> None:
    versie = Planversie.objects.get(plan__buurt=buurt)
    for soort in ("plan", "begroting", "monitoring"):
        document = Document(io.BytesIO(trekt.get(stuk("stuk_word", buurt, soort)).content))
        assert versie.vingerafdruk in document.sections[0].footer.paragraphs[0].text
        assert document.core_properties.author == ""  # nobody's name travels along
        vel = document.sections[0]
        assert (round(vel.page_width.mm), round(vel.page_height.mm)) == (210, 297), "A4, as here"
        tabellen = [vak.text for tabel in document.tables for rij in tabel.rows for vak in rij.cells]
        assert soort == "monitoring" or {TEKST, "€\xa01", "Gemeente"} <= set(tabellen)
        if soort != "monitoring":  # who signs reads on each line who pays it
            assert "Gemeente" in pagina(trekt.get(stuk("stuk", buurt, soort))).teksten("tbody td")
    assert trekt.get(stuk("stuk_word", buurt, "poster")).status_code == 404
    assert sommen(versie).per_financier == [("Gemeente", 1)] and sommen(versie).per_jaar == [(2026, 1)]


def test_rows_from_before_the_rule_go_out_as_word(trekt: Client, buurt: Buurt) -> None:
    """Heads and foot name the neighbourhood and its themes: one letter that nobody sees made every Word file an error."""
    gif = "Zo\x92n \x08\x0b\u202ekop"
    Buurt.objects.filter(pk=buurt.pk).update(naam=gif)
    Begrip.objects.filter(soort="thema").update(label=gif)
    for soort in ("plan", "begroting", "monitoring"):
        antwoord = trekt.get(stuk("stuk_word", buurt, soort))
        assert antwoord.status_code == 200 and "Zo’n" in Document(io.BytesIO(antwoord.content)).paragraphs[0].text


@pytest.mark.skipif(not pdf.kan_pdf(), reason="pango is not on this machine")
def test_the_pdf_is_tagged_kept_at_laying_down_and_proves_its_version(
    trekt: Client, buurt: Buurt, eigen_index: Any, django_capture_on_commit_callbacks: Any
) -> None:
    plan = Buurtplan.objects.get(buurt=buurt)
    plan.activiteiten.update(wie="wij")
    plan.themas.update(doel="Een ander doel")
    # The two themes that every plan has need an activity before it can be laid down.
    activiteit = plan.activiteiten.get()
    for rij in plan.themas.exclude(thema=activiteit.thema):
        activiteit.pk, activiteit.thema = None, rij.thema
        activiteit.save()
    with django_capture_on_commit_callbacks(execute=True):
        versie = stel_plan_vast(plan=plan, door=mensen.persoon("vaststeller"))
    bewaard = Planpdf.objects.get(versie=versie)
    inhoud = bytes(bewaard.bestand)
    assert bewaard.vingerafdruk == hashlib.sha256(inhoud).hexdigest()
    for _keer in range(2):  # drawn once: what is fetched is what was kept
        assert trekt.get(reverse("stuk_pdf", args=[buurt.slug, versie.nummer, "plan"])).content == inhoud

    lezer = PdfReader(io.BytesIO(inhoud))
    wortel = lezer.trailer["/Root"]
    assert wortel["/MarkInfo"]["/Marked"] and "/StructTreeRoot" in wortel and wortel["/Lang"] == "nl"
    assert buurt.naam in (lezer.metadata.title or "")
    hash_ = "".join(in_vieren(versie.vingerafdruk))
    for blad in lezer.pages:
        tekst = blad.extract_text()
        assert hash_ in "".join(tekst.split()) and f"versie {versie.nummer}" in tekst
    poster = trekt.get(reverse("stuk_pdf", args=[buurt.slug, versie.nummer, "poster"])).content
    bladen = PdfReader(io.BytesIO(poster)).pages
    assert len(bladen) == 1 and re.search(
        r"\((vanaf|tot en met) \w+ 20\d\d\)", " ".join(bladen[0].extract_text().split())
    )  # when: who reads it wants to come

    # Nobody signed: it can't be proved to the world yet.
    ander = Client()
    assert ander.get(reverse("bewijs_pdf", args=[versie.vingerafdruk])).status_code == 404
    zoek = reverse("bewijs_zoek")

    def toon(adres: str, wat: bytes) -> str:
        return pagina(ander.post(adres, {"bestand": SimpleUploadedFile("plan.pdf", wat)})).tekst("main")

    assert "van geen getekend buurtplan" in toon(zoek, inhoud)
    Handtekening.objects.create(
        buurt=buurt,
        versie=versie,
        organisatie="x",
        rol="x",
        naam="x",
        email="h@x.example",
        sleutelhash="z",
        stand="getekend",
    )
    assert "precies versie" in toon(zoek, inhoud) and buurt.naam in toon(zoek, versie.inhoud.encode())
    assert "van geen getekend buurtplan" in toon(zoek, inhoud[:-1] + b"x")
    adres = reverse("bewijs", args=[versie.vingerafdruk])
    assert "precies deze versie" in toon(adres, inhoud) and "anders dan deze versie" in toon(adres, inhoud + b" ")
    assert bewaard.vingerafdruk in pagina(ander.get(adres)).tekst("main")
    assert ander.get(reverse("bewijs_pdf", args=[versie.vingerafdruk])).content == inhoud


@pytest.mark.skipif(not pdf.kan_pdf(), reason="pango is not on this machine")
def test_conditions_set_afterwards_come_into_the_kept_pdf_until_somebody_signed(
    trekt: Client, buurt: Buurt, eigen_index: Any, django_capture_on_commit_callbacks: Any
) -> None:
    versie = Planversie.objects.filter(plan__buurt=buurt).latest("pk")
    Indiening.objects.filter(buurt=buurt, besluit="akkoord").delete()
    indiening = Indiening.objects.get(buurt=buurt)
    eerst = pdf.bewaar(versie)
    assert eerst

    def beslis(zin: str) -> str:
        with django_capture_on_commit_callbacks(execute=True):
            als, door = Begrotingsbesluit.VOORWAARDEN, mensen.medewerker("begrotingscommissie")
            besluit(indiening=indiening, als=als, toelichting=zin, door=door)
        lezer = PdfReader(io.BytesIO(bytes(Planpdf.objects.get(versie=versie).bestand)))
        return " ".join(" ".join(blad.extract_text() for blad in lezer.pages).split())

    assert "De zaal mag niet duurder." in beslis("De zaal mag niet duurder.")
    nu = Planpdf.objects.get(versie=versie)
    assert nu.vingerafdruk == hashlib.sha256(bytes(nu.bestand)).hexdigest() != eerst.vingerafdruk
    Handtekening.objects.filter(versie=versie).update(stand="getekend")
    Indiening.objects.filter(pk=indiening.pk).update(besluit="open", besloten_op=None)
    assert "Iets anders" not in beslis("Iets anders.")  # signed: what is proved stands still


@pytest.mark.skipif(not pdf.kan_pdf(), reason="pango is not on this machine")
def test_who_lays_a_plan_down_waits_for_no_pdf_and_what_waits_is_found(
    trekt: Client, buurt: Buurt, settings: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Drawing took 8 s of the answer. What waits: without a PDF, and with conditions that came after theirs."""
    settings.STUKKEN = {"DIRECT": "draad"}
    gewekt: list[bool] = []

    def wacht() -> list[Planversie]:
        return [v for v in pdf.wachtend() if v.plan.buurt_id == buurt.pk]

    monkeypatch.setattr(pdf.ernaast, "wek", lambda: gewekt.append(True))
    versie = Planversie.objects.get(plan__buurt=buurt)
    pdf.bij_vaststellen(versie.pk)
    assert gewekt == [True] and not Planpdf.objects.filter(versie=versie).exists() and wacht() == [versie]
    pdf.ernaast.doe()
    assert Planpdf.objects.filter(versie=versie).exists() and not wacht()
    laat = {"besluit": "voorwaarden", "toelichting": "Eerst de training.", "besloten_op": timezone.now()}
    Indiening.objects.filter(versie=versie, besluit="akkoord").update(**laat)
    assert wacht() == [versie]
    Handtekening.objects.filter(versie=versie).update(stand="getekend")
    assert not wacht()  # signed: it stands still


@pytest.mark.skipif(not pdf.kan_pdf(), reason="no PDF can be drawn here, so nothing is loaded that could change this")
def test_half_a_picture_is_refused_after_a_pdf_was_drawn(buurt: Buurt, trekt: Client) -> None:
    versie = Planversie.objects.filter(plan__buurt=buurt).latest("pk")
    assert pdf.teken(STUKKEN["poster"], versie).startswith(b"%PDF")
    uit = io.BytesIO()
    Image.new("1", (300, 300)).save(uit, "PNG")
    with pytest.raises(OSError, match="truncated"):
        Image.open(io.BytesIO(uit.getvalue()[:60])).load()
