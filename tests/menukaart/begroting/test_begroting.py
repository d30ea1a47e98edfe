"""A budget: its sums, its spreadsheet there and back, and the committee; then signatures under it."""

from __future__ import annotations

import io
import random
import re
from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from docx import Document
from openpyxl import load_workbook

from kennisplatform.deelnemers.keuzes import Fase, Netwerkrol
from kennisplatform.deelnemers.models import Buurt, Gebruiker
from kennisplatform.post.models import Bericht
from menukaart.begroting.inlezen import getal
from menukaart.begroting.models import Begrotingsbesluit, Indiening
from menukaart.begroting.vergelijken import MINST, bandbreedtes, werk_bij
from menukaart.commitment.models import Handtekening
from menukaart.plan.models import Begrotingsregel, Buurtplan, Planactiviteit
from menukaart.plan.plannen import begonnen_plan
from menukaart.plan.sommen import opgeteld, regels_van, totalen
from menukaart.programma.models import Activiteit
from tests import mensen
from tests.menukaart.plan.test_reis import naar, vul_in
from tests.pagina import pagina

pytestmark = pytest.mark.django_db


@pytest.fixture
def buurt(db: None) -> Buurt:
    return mensen.buurt("begrotingsbuurt")


@pytest.fixture
def trekker(buurt: Buurt) -> Gebruiker:
    return mensen.lid(buurt, Netwerkrol.KARTREKKER)


@pytest.fixture
def trekt(trekker: Gebruiker) -> Iterator[Client]:
    client = Client()
    client.force_login(trekker)
    yield client


def plan_met(buurt: Buurt, *regels: tuple[str, str, str]) -> Buurtplan:
    """Every theme settled, one activity with these lines: what for, number, price."""
    plan = begonnen_plan(buurt=buurt)
    plan.themas.exclude(thema__code__in=("zorgzame-buurt", "lerende-buurt")).update(niet_nu=True, reden="later")
    for rij in plan.themas.filter(niet_nu=False).select_related("thema"):
        Planactiviteit.objects.create(
            plan=plan, thema=rij.thema, titel=f"Doen bij {rij.thema}", wie="wij", begin=plan.van * 4, eind=plan.tot * 4
        )
    eerste = plan.activiteiten.first()
    for omschrijving, aantal, prijs in regels:
        Begrotingsregel.objects.create(
            activiteit=eerste,
            omschrijving=omschrijving,
            aantal=Decimal(aantal),
            prijs=Decimal(prijs),
            jaar=plan.van,
            financier="gemeente",
        )
    return plan


def test_a_million_lines_add_up_as_cents_do() -> None:
    """Against a sum in whole cents that knows nothing of the other: no rounding but of the line itself."""
    kans = random.Random(20)
    regels, centen, per = [], 0, defaultdict(int)
    for _nummer in range(1000):
        aantal, prijs, jaar = kans.randrange(10**5), kans.randrange(10**6), kans.choice((2026, 2027))
        rij = Begrotingsregel(aantal=Decimal(aantal) / 100, prijs=Decimal(prijs) / 100, jaar=jaar, soort="uren")
        regels.append(rij)
    for rij in regels:
        dubbel = int(rij.aantal * 100) * int(rij.prijs * 100)  # in ten-thousandths
        cent = (dubbel + 50) // 100
        centen += cent
        per[rij.jaar] += cent
        assert rij.bedrag * 100 == cent
    assert opgeteld(regels * 1000).euro * 100 == centen * 1000
    assert opgeteld(r for r in regels if r.jaar == 2026).euro * 100 == per[2026]


def test_lines_by_hand_and_mistakes_at_their_field(trekt: Client, buurt: Buurt) -> None:
    plan = plan_met(buurt)
    activiteit = plan.activiteiten.first()
    nieuw = naar("begrotingsregel_nieuw", buurt, activiteit.pk)
    fout = pagina(vul_in(trekt, nieuw, omschrijving="Zaal", aantal="veertig", prijs="-3")).fouten()
    assert "Vul een getal in" in fout["id_aantal"] and "hoger" in fout["id_prijs"]
    vul_in(trekt, nieuw, omschrijving="Zaal", aantal="40", prijs="12,345")
    assert not regels(buurt).exists()  # three decimals
    vul_in(trekt, nieuw, omschrijving="Zaal", aantal="40", prijs="12,35", financier="gemeente")
    regel = regels(buurt).get()
    assert regel.bedrag == Decimal("494.00")
    nog = vul_in(trekt, nieuw, omschrijving="Koffie", aantal="1", prijs="1", financier="gemeente", nog="1")
    assert nog.request["PATH_INFO"] == nieuw and not pagina(nog).velden("main form.formulier")["omschrijving"]
    regels(buurt).get(omschrijving="Koffie").delete()
    vul_in(trekt, naar("begrotingsregel", buurt, regel.pk), prijs="20")
    blad = pagina(trekt.get(naar("begroting", buurt)))
    assert "€ 800" in blad.tekst(".totalen")
    assert totalen(plan, regels_van(plan)).per_financier["gemeente"].euro == Decimal("800.00")


def regels(buurt: Buurt) -> Any:
    return Begrotingsregel.objects.filter(activiteit__plan__buurt=buurt)


def heen_en_terug(client: Client, buurt: Buurt, wijzig: Any) -> Any:
    boek = load_workbook(io.BytesIO(client.get(naar("begroting_excel", buurt)).content))
    wijzig(boek.active)
    uit = io.BytesIO()
    boek.save(uit)
    bestand = SimpleUploadedFile("begroting.xlsx", uit.getvalue())
    return client.post(naar("begroting_inlezen", buurt), {"bestand": bestand})


def test_the_spreadsheet_comes_back(trekt: Client, buurt: Buurt) -> None:
    plan = plan_met(buurt, ("=1+1", "40", "12.35"), ("Koffie", "10", "3"))
    som = opgeteld(regels_van(plan)).euro
    gelijk = pagina(heen_en_terug(trekt, buurt, lambda blad: None))
    assert "Er verandert niets" in gelijk.tekst("main") and "2 regels" in gelijk.tekst("main")
    boek = load_workbook(io.BytesIO(trekt.get(naar("begroting_excel", buurt)).content))
    rijen = list(boek.active.iter_rows(values_only=True))
    assert rijen[1][3] == "'=1+1"  # shown, never run
    assert Decimal(str(rijen[-1][8])) == som

    def wijzig(blad: Any) -> None:
        blad.cell(3, 7).value, blad.cell(3, 10).value = "1.000,50", "zorgverzekeraar"
        blad.append(
            ["", "", plan.activiteiten.first().titel, "Drukwerk", "Materiaal", plan.tot, 2, 500, None, "Gemeente"]
        )

    voorstel = pagina(heen_en_terug(trekt, buurt, wijzig))
    assert "Dit verandert er" in voorstel.tekst("main") and "Koffie" in voorstel.tekst("main")
    assert opgeteld(regels_van(plan)).euro == som  # nothing yet
    blad = voorstel.een("input[name=blad]")["value"]
    trekt.post(naar("begroting_inlezen", buurt), {"voer_in": "1", "blad": blad})
    assert opgeteld(regels_van(plan)).euro == som - 30 + Decimal("3001.50") + 1000
    assert regels(buurt).get(omschrijving="Koffie").financier == "verzekeraar"
    # The same press once more, and one that was made up: neither writes.
    for tekst in (blad, blad[:-3] + "abc", ""):
        trekt.post(naar("begroting_inlezen", buurt), {"voer_in": "1", "blad": tekst})
    assert regels(buurt).count() == 3


def test_wrong_cells_and_changes_meanwhile_are_told(trekt: Client, buurt: Buurt) -> None:
    plan = plan_met(buurt, ("Zaal", "40", "12.35"))
    regel = regels(buurt).get()

    def wijzig(blad: Any) -> None:
        blad.cell(2, 5).value, blad.cell(2, 6).value, blad.cell(2, 7).value = "Bier", 1999, "veel"
        blad.append(["", "", "Bestaat niet", "Iets", "Uren", plan.van, 1, 1, None, "Gemeente"])
        blad.append(["999999.1", "", "", "Iets", "Uren", plan.van, 1, 1, None, "Gemeente"])

    tekst = pagina(heen_en_terug(trekt, buurt, wijzig)).tekst("main")
    for woord in ("Kies uit", "een jaar van het plan", "Vul een getal in", "staat niet in het plan", "niet (meer)"):
        assert woord in tekst
    assert "Neem dit over" not in tekst

    def dubbel(blad: Any) -> None:
        blad.cell(2, 8).value = 99
        vul_in(trekt, naar("begrotingsregel", buurt, regel.pk), prijs="15")

    assert "nadat u het bestand ophaalde" in pagina(heen_en_terug(trekt, buurt, dubbel)).tekst("main")
    los = SimpleUploadedFile("x.xlsx", b"geen excel")
    assert pagina(trekt.post(naar("begroting_inlezen", buurt), {"bestand": los})).fouten()


def test_numbers_as_people_write_them() -> None:
    goed = {"1.234,50": "1234.50", "1234.5": "1234.50", "€ 12": "12.00", "0": "0.00", "3,5": "3.50"}
    assert {tekst: str(getal(tekst)) for tekst in goed} == goed
    for tekst in ("", "x", "-1", "1,234", "NaN", "Infinity", "1e9"):
        with pytest.raises(ValueError, match="Vul een"):
            getal(tekst)


def test_the_range_of_others_needs_five_and_names_none(buurt: Buurt) -> None:
    standaard = Activiteit.objects.first()
    assert standaard
    mijn = plan_met(buurt)
    eigen = mijn.activiteiten.first()
    Planactiviteit.objects.filter(pk=eigen.pk).update(standaard=standaard)
    for nummer in range(MINST):
        werk_bij()
        assert bandbreedtes(mijn, mijn.activiteiten.all()) == {}
        ander = plan_met(mensen.buurt(f"vergelijkbuurt-{nummer}"), ("Uren", "1", str(1000 + nummer * 111)))
        ander.activiteiten.filter(regels__isnull=False).update(standaard=standaard)
    werk_bij()
    band = bandbreedtes(mijn, mijn.activiteiten.all())[eigen.pk]
    assert (band.laagste, band.hoogste, band.n) == (1000, 1440, MINST)
    assert (band.past(Decimal(900)), band.past(Decimal(1200)), band.past(Decimal(2000))) == ("lager", "binnen", "hoger")
    # With lines of its own a plan is one of last night's, and never part of its own range.
    Begrotingsregel.objects.create(
        activiteit=eigen, omschrijving="Uren", jaar=mijn.van, aantal=1, prijs=9000, financier="gemeente"
    )
    werk_bij()
    zelf = bandbreedtes(mijn, mijn.activiteiten.all(), {eigen.pk})[eigen.pk]
    assert (zelf.laagste, zelf.hoogste, zelf.n) == (1000, 1440, MINST)
    ander.activiteiten.all().delete()
    werk_bij()
    assert bandbreedtes(mijn, mijn.activiteiten.all(), {eigen.pk}) == {}


def test_committee_to_signatures(trekt: Client, trekker: Gebruiker, buurt: Buurt) -> None:
    """Handed in, asked, answered, agreed with; then signed by a link with a code, and by somebody with an account."""
    plan_met(buurt, ("Zaal", "40", "12.35"))
    lid, commissie = mensen.medewerker("begrotingscommissie"), Client()
    commissie.force_login(lid)
    weg = pagina(trekt.post(naar("begroting_indienen", buurt), follow=True))
    assert "vandaag ingediend" in weg.tekst(".buurtweg")  # where the next thing stands
    indiening = Indiening.objects.get(buurt=buurt)
    adres = reverse("begroting_beoordelen", args=[indiening.pk])
    assert buurt.naam in pagina(commissie.get(reverse("begrotingen"))).tekst("main")
    assert trekt.get(adres).status_code == 403
    regel = regels(buurt).get()
    commissie.post(adres, {"tekst": "Waarom zo duur?", "regel": str(regel.pk)})
    assert "beantwoord de vragen" in pagina(trekt.get(naar("netwerk", buurt))).tekst(".nudoen")
    weigert = pagina(trekt.post(naar("begroting_indienen", buurt), follow=True))
    assert "eerst alle vragen" in weigert.tekst(".melding.fout")
    blad = pagina(trekt.get(naar("begroting", buurt)))
    vul_in(trekt, blad.links(".commissievraag a").popitem()[1], tekst="Er is geen andere zaal")
    trekt.post(naar("begroting_indienen", buurt))
    zonder = pagina(commissie.post(adres, {"als": "voorwaarden"}))
    assert "welke voorwaarden" in zonder.fouten()["id_toelichting"]
    commissie.post(adres, {"als": "akkoord", "toelichting": ""})
    indiening.refresh_from_db()
    buurt.refresh_from_db()
    assert (indiening.besluit, buurt.fase) == (Begrotingsbesluit.AKKOORD, Fase.COMMITMENT)
    assert not pagina(commissie.get(adres)).heeft(".melding.let-op")
    na_akkoord_veranderd(trekt, commissie, adres, buurt)
    tekenen(trekt, trekker, buurt)


def na_akkoord_veranderd(trekt: Client, commissie: Client, adres: str, buurt: Buurt) -> None:
    """What was agreed with is a version; that its lines say something else by now is told to both."""
    erbij = regels(buurt).get()
    erbij.pk, erbij.prijs = None, Decimal("1.00")
    erbij.save()
    for client, pad in ((commissie, adres), (trekt, naar("begroting", buurt))):
        blad = pagina(client.get(pad))
        assert "Ingediend is versie 1: € 494" in blad.tekst(".melding.let-op") and "€ 534" in blad.tekst(
            ".melding.let-op"
        )
        (versie,) = blad.links(".melding.let-op a").values()
        assert client.get(versie).status_code == 200
    erbij.delete()


def brief(aan: str) -> str:
    """The last letter to an address."""
    return Bericht.objects.filter(aan=aan).order_by("-pk")[0].tekst


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


def test_nobody_judges_the_budget_of_their_own_network(buurt: Buurt, trekt: Client) -> None:
    plan_met(buurt, ("Zaal", "40", "12.35"))
    trekt.post(naar("begroting_indienen", buurt))
    indiening, lid = Indiening.objects.get(buurt=buurt), mensen.medewerker("begrotingscommissie")
    mensen.lid(buurt, wie=lid)  # joins while it waits
    commissie = Client()
    commissie.force_login(lid)
    adres = reverse("begroting_beoordelen", args=[indiening.pk])
    assert not pagina(commissie.get(adres)).heeft("[name=als]")
    commissie.post(adres, {"als": "akkoord"})
    commissie.post(adres, {"tekst": "x"})
    indiening.refresh_from_db()
    assert indiening.besluit == Begrotingsbesluit.OPEN and not indiening.vragen.exists()
