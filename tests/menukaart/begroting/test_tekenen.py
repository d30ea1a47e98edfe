"""Signing a plan and its budget: by a mailed link with a code, with an account, and the page that proves it."""

from __future__ import annotations

import io
import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from docx import Document

from kennisplatform.deelnemers.keuzes import Fase
from kennisplatform.deelnemers.models import Buurt, Gebruiker
from menukaart.begroting.models import Indiening
from menukaart.commitment.models import Handtekening
from menukaart.plan.bevriezen import in_vieren
from menukaart.plan.models import Buurtplan, Planversie
from tests import mensen
from tests.menukaart.begroting.hulp import brief, plan_met
from tests.menukaart.plan.test_reis import naar, vul_in
from tests.pagina import pagina

pytestmark = pytest.mark.django_db


def tekenen(trekt: Client, trekker: Gebruiker, buurt: Buurt) -> None:
    vraag = {"organisatie": "Gemeente", "naam": "J. Postma", "rol": "wethouder"}
    vul_in(trekt, naar("commitment_vraag", buurt), **vraag, email="postma@gemeente.example")
    dubbel = vul_in(trekt, naar("commitment_vraag", buurt), **vraag, email="Postma@gemeente.example")
    assert "al gevraagd" in pagina(dubbel).fouten()["id_email"]
    vul_in(trekt, naar("commitment_vraag", buurt), **vraag | {"naam": "K. Trekker"}, email=trekker.email)
    pad = re.search(r"/tekenen/\S+/", brief("postma@gemeente.example"))
    assert pad
    ander = Client()
    for _keer in range(3):
        assert ander.get(pad[0]).status_code == 200  # a scanner opens it
    post = Handtekening.objects.get(email="postma@gemeente.example")
    assert post.stand == "gevraagd"
    ander.post(pad[0], {"stuur_code": "1"})
    code = re.search(r"\b\d{6}\b", brief("postma@gemeente.example"))
    assert code
    ticks = {"teken": "1", "gelezen": "on", "namens": "on"}
    mis = ander.post(pad[0], {**ticks, "code": "000000" if code[0] != "000000" else "111111"})
    assert "klopt niet" in pagina(mis).fouten()["id_code"]  # at its field: the top is a whole plan away
    assert "id_gelezen" in pagina(ander.post(pad[0], {"teken": "1", "code": code[0]})).fouten()
    post.refresh_from_db()
    assert post.stand == "gelezen"
    ander.post(pad[0], {**ticks, "code": code[0]})
    post.refresh_from_db()
    assert (post.stand, post.getekend_met) == ("getekend", "code")
    ander.post(pad[0], {"weiger": "1", "reden": "toch niet"})  # the link, used twice
    post.refresh_from_db()
    assert post.stand == "getekend"
    mijn = re.search(r"/tekenen/\S+/", brief(trekker.email))
    assert mijn and not pagina(trekt.get(mijn[0])).heeft("[name=code]")
    trekt.post(mijn[0], ticks)
    buurt.refresh_from_db()
    assert buurt.fase == Fase.UITVOEREN
    bewijs(buurt)


def bewijs(buurt: Buurt) -> None:
    lezer, versie = Client(), Buurtplan.objects.get(buurt=buurt).versies.get()
    adres = reverse("bewijs", args=[versie.vingerafdruk])
    blad = pagina(lezer.get(adres))
    assert "Gemeente" in blad.tekst("aside") and "Postma" not in blad.tekst("body")
    tekst = lezer.get(reverse("bewijs_tekst", args=[versie.vingerafdruk])).content
    for rauw, woord in ((tekst, "precies deze versie"), (tekst + b" ", "anders dan deze versie")):
        na = lezer.post(adres, {"bestand": SimpleUploadedFile("plan.json", rauw)})
        assert woord in pagina(na).tekst("aside")
    assert lezer.get(reverse("bewijs", args=["0" * 64])).status_code == 404
    op_papier(lezer, versie)


def op_papier(lezer: Client, versie: Planversie) -> None:
    """Who has it on paper types what stands below each page: in fours, in capitals, and perhaps not to its end."""
    zoek, adres = reverse("bewijs_zoek"), reverse("bewijs", args=[versie.vingerafdruk])
    vieren = " ".join(in_vieren(versie.vingerafdruk))
    for getypt in (vieren, f"SHA-256 {vieren.upper()}", versie.vingerafdruk[:16]):
        blad = pagina(lezer.post(zoek, {"afdruk": getypt}))
        assert "precies versie" in blad.tekst("main") and blad.heeft(f'main a[href="{adres}"]')
        assert "precies deze versie" in pagina(lezer.post(adres, {"afdruk": getypt})).tekst("aside")
    for getypt, woord in (
        ("0" * 64, "van geen getekend buurtplan"),
        (vieren[:12], "zestien"),
        ("zo maar iets", "zestien"),
    ):
        assert woord in pagina(lezer.post(zoek, {"afdruk": getypt})).tekst("main")
    leeg = pagina(lezer.post(zoek, {}))
    assert "id_bestand" in leeg.fouten() and "niet verplicht" not in leeg.tekst("main")  # one of the two is
    twee = {"afdruk": versie.vingerafdruk, "bestand": SimpleUploadedFile("plan.txt", b"iets anders")}
    assert "van geen getekend buurtplan" in pagina(lezer.post(zoek, twee)).tekst("main")


def test_who_signs_reads_on_what_conditions_the_committee_agreed(
    trekt: Client, trekker: Gebruiker, buurt: Buurt
) -> None:
    """By a mailed link, with an account, on the network's own page, on the documents, and where it is proved."""
    plan_met(buurt, ("Zaal", "40", "12.35"))
    commissie = Client()
    commissie.force_login(mensen.medewerker("begrotingscommissie"))
    trekt.post(naar("begroting_indienen", buurt))
    indiening = Indiening.objects.get(buurt=buurt)
    adres = reverse("begroting_beoordelen", args=[indiening.pk])
    koppen = pagina(commissie.get(adres)).teksten("main h2, main legend")
    assert koppen.count("Besluit") == 1  # it stood twice above each other
    commissie.post(adres, {"als": "voorwaarden", "toelichting": "De zaal mag niet duurder."})
    vast = {"organisatie": "Gemeente", "naam": "J. Postma", "rol": "wethouder"}
    for aan in ("postma@gemeente.example", trekker.email):
        vul_in(trekt, naar("commitment_vraag", buurt), **vast, email=aan)
        assert "akkoord met voorwaarden" in brief(aan)
    pad = re.search(r"/tekenen/\S+/", brief("postma@gemeente.example"))
    mijn = re.search(r"/tekenen/\S+/", brief(trekker.email))
    assert pad and mijn
    zin, ander = "De zaal mag niet duurder.", Client()
    ander.post(pad[0], {"stuur_code": "1"})
    for client, waar in ((ander, pad[0]), (trekt, mijn[0])):
        blad = pagina(client.get(waar))
        assert zin in blad.tekst("main [aria-labelledby=voorwaarden]")
        assert "Ik las het plan, de begroting en de voorwaarden van de commissie" in blad.tekst("main")
    versie = indiening.versie
    for soort in ("plan", "begroting"):
        assert zin in pagina(trekt.get(naar("stuk", buurt, versie.nummer, soort))).tekst("main")
        document = Document(io.BytesIO(trekt.get(naar("stuk_word", buurt, versie.nummer, soort)).content))
        assert zin in " ".join(" ".join(p.text for p in document.paragraphs).split())
    assert zin in pagina(trekt.get(naar("commitment", buurt))).tekst("main")
    trekt.post(mijn[0], {"teken": "1", "gelezen": "on", "namens": "on"})
    assert zin in pagina(ander.get(reverse("bewijs", args=[versie.vingerafdruk]))).tekst("main")
    # Agreed without conditions: nothing of the kind, whatever was remarked.
    Indiening.objects.filter(pk=indiening.pk).update(besluit="akkoord")
    assert zin not in pagina(ander.get(pad[0])).tekst("main")
