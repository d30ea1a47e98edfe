"""Following and being told: once, only what one may see, nothing of oneself, and no mail that was not asked for."""

from __future__ import annotations

import datetime as dt
import re
from typing import Any

import pytest
from django.core import mail
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from kennisplatform.basis import nachtwerk
from kennisplatform.basis.openbaar import openbaar
from kennisplatform.deelnemers import gegevens
from kennisplatform.deelnemers.keuzes import Netwerkrol, Zichtbaarheid
from kennisplatform.deelnemers.models import Buurt, Gebruiker, Lidmaatschap
from kennisplatform.deelnemers.positie import mag
from kennisplatform.deelnemers.publiek import wie_mag
from kennisplatform.deelnemers.rechten import REGELS, ZICHT, Doe
from kennisplatform.post.models import Bericht
from kennisplatform.register.vastleggen import Nieuw, deel_in
from leernetwerk.models import Praktijkvoorbeeld
from leernetwerk.volgen import lijst, opruimen, overzichten
from leernetwerk.volgen.melden import herzie, meld, over_pagina, te_lezen, trek_in
from leernetwerk.volgen.models import Gebeurtenis, Hoe, Melding, Volg, Voorkeur
from tests import mensen

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _niemand_volgt_nog(db: None) -> None:
    """The demo's people follow a lot."""
    for model in (Gebeurtenis, Volg, Voorkeur, Bericht):
        model.objects.all().delete()


@pytest.fixture
def pagina() -> Praktijkvoorbeeld:
    return Praktijkvoorbeeld.objects.live().filter(locale__language_code="nl", hoofdthema__isnull=False).first()


@pytest.fixture
def hier() -> Buurt:
    return mensen.buurt("hier")


def gebeurt(pagina: Praktijkvoorbeeld, n: int = 1, **anders: Any) -> Gebeurtenis:
    return meld(**{
        "soort": "vraag", "over": over_pagina(pagina), "titel": f"Nieuwe vraag {n}", "adres": "/leernetwerk/", "door": None,
        "kenmerk": f"proef:{n}", "zichtbaarheid": Zichtbaarheid.OPENBAAR, "pagina": pagina} | anders)  # fmt: skip


def volgt(wie: Gebruiker, pagina: Praktijkvoorbeeld, hoe: str = "") -> Gebruiker:
    lijst.volg(persoon=wie, soort="pagina", sleutel=str(pagina.pk))
    if hoe:
        lijst.kies_mail(persoon=wie.pk, hoe=hoe)
    return wie


def client_van(wie: Gebruiker) -> Client:
    client = Client()
    client.force_login(wie)
    return client


# ---- Who is told


def test_wie_mag_en_mag_zijn_het_altijd_eens(hier: Buurt) -> None:
    """For whole crowds the same table answers as for one."""
    iedereen = {k: w for k, w in mensen.iedereen(hier, mensen.buurt("daar")).items() if k != "anoniem"}
    iedereen["baas"] = Gebruiker.objects.create_superuser("baas@voorbeeld.example", None)
    alle = Gebruiker.objects.filter(pk__in=[w.pk for w in iedereen.values()])
    lid = Lidmaatschap.objects.get(persoon=iedereen["gemeente"])
    gezien = 0
    dingen: list[tuple[Any, str]] = (
        [(hier, soort) for soort in REGELS] + [(lid, "")] + [(soort, "") for soort in REGELS]
    )
    for zicht in ZICHT:
        dingen.append((Gebeurtenis(zichtbaarheid=zicht, buurt=hier, kenmerk=zicht), ""))
    for ding, soort in dingen:
        for doe in Doe:
            samen = set(wie_mag(alle, doe, ding, soort))
            assert samen == {w for w in iedereen.values() if mag(w, doe, ding, soort)}, (ding, soort, doe)
            gezien += len(samen)
    assert gezien > 100


def test_wie_pagina_en_thema_volgt_krijgt_een_bericht_en_wie_het_deed_geen(pagina: Praktijkvoorbeeld) -> None:
    volger, dader = volgt(mensen.persoon(), pagina), volgt(mensen.persoon(), pagina)
    lijst.volg(persoon=volger, soort="thema", sleutel=pagina.thema.code)
    thema_alleen = mensen.persoon()
    lijst.volg(persoon=thema_alleen, soort="thema", sleutel=pagina.thema.code)
    for _keer in range(2):  # the same thing told twice is told once
        gebeurt(pagina, door=dader, extra_aan=[volger, dader])
    assert sorted(Melding.objects.values_list("persoon", flat=True)) == sorted([volger.pk, thema_alleen.pk])


def test_wie_het_niet_mag_zien_hoort_niets(pagina: Praktijkvoorbeeld, hier: Buurt) -> None:
    lid, vreemde = volgt(mensen.lid(hier), pagina), volgt(mensen.persoon(), pagina)
    slaapt = volgt(mensen.lid(hier), pagina)
    Gebruiker.objects.filter(pk=slaapt.pk).update(is_active=False)
    gebeurt(pagina, zichtbaarheid=Zichtbaarheid.EIGEN, buurt=hier, extra_aan=[vreemde])
    assert [m.persoon for m in Melding.objects.all()] == [lid]


def test_wie_intussen_weg_is_ziet_en_krijgt_niets_meer(pagina: Praktijkvoorbeeld, hier: Buurt) -> None:
    lid = volgt(mensen.lid(hier), pagina)
    gebeurt(pagina, titel="Geheim van ons", zichtbaarheid=Zichtbaarheid.EIGEN, buurt=hier)
    client = client_van(lid)
    assert "Geheim van ons" in client.get(reverse("volgen")).content.decode()
    Lidmaatschap.objects.update(tot=timezone.localdate())
    for adres in (reverse("volgen"), "/werkplek/"):
        assert "Geheim van ons" not in client.get(adres).content.decode()
    assert client.get(reverse("volgen_lees", args=[Melding.objects.get().pk])).status_code == 404
    assert overzichten.stuur_alles() == 0 and not Bericht.objects.exists()


def test_een_pagina_die_dicht_ging_staat_nergens_meer(pagina: Praktijkvoorbeeld) -> None:
    lid = volgt(mensen.persoon(), pagina)
    gebeurt(pagina)
    pagina.unpublish()
    assert not te_lezen(lid).exists()
    assert overzichten.stuur_alles() == 0


def test_ingetrokken_en_herzien(pagina: Praktijkvoorbeeld) -> None:
    lid = volgt(mensen.persoon(), pagina)
    gebeurt(pagina, 1, kenmerk="bijdrage:1:nieuw")
    gebeurt(pagina, 2, kenmerk="bijdrage:12:nieuw")
    herzie(kenmerk="bijdrage:12:nieuw", uitleg="Beter gezegd")
    trek_in(begin="bijdrage:1:")
    assert [m.gebeurtenis.uitleg for m in te_lezen(lid)] == ["Beter gezegd"]


# ---- On the site


def test_volgen_en_stoppen_met_de_knoppen_op_de_pagina(pagina: Praktijkvoorbeeld, hier: Buurt) -> None:
    lid = mensen.persoon()
    client = client_van(lid)
    assert "Volg deze pagina" in client.get(pagina.url).content.decode()
    assert "Volg deze buurt" in client.get(hier.get_absolute_url()).content.decode()
    assert "Volg deze" not in Client().get(pagina.url).content.decode()
    antwoord = client.post(
        reverse("volgen_zet"), {"soort": "pagina", "sleutel": pagina.pk, "doe": "volg", "terug": pagina.url}
    )
    assert antwoord["Location"] == pagina.url
    assert "U volgt deze pagina" in client.get(pagina.url).content.decode()
    assert pagina.title in client.get(reverse("volgen")).content.decode()
    client.post(reverse("volgen_zet"), {"soort": "pagina", "sleutel": pagina.pk, "doe": "stop"})
    assert not Volg.objects.exists()


@pytest.mark.parametrize("gegeven", [
    {"soort": "pagina", "sleutel": "999999999999999999999999"}, {"soort": "pagina", "sleutel": "²"}, {"soort": "buurt", "sleutel": "x'; --"},
    {"soort": "niets", "sleutel": "1"}, {"soort": "thema", "sleutel": "geen-thema"}, {"sleutel": "1"}, {"soort": "pagina", "sleutel": ""},
])  # fmt: skip
def test_wat_er_niet_is_is_niet_te_volgen(gegeven: dict[str, str]) -> None:
    assert client_van(mensen.persoon()).post(reverse("volgen_zet"), gegeven | {"doe": "volg"}).status_code == 404
    assert not Volg.objects.exists()


def test_een_dichte_pagina_is_niet_te_volgen(pagina: Praktijkvoorbeeld) -> None:
    pagina.unpublish()
    antwoord = client_van(mensen.persoon()).post(
        reverse("volgen_zet"), {"soort": "pagina", "sleutel": pagina.pk, "doe": "volg"}
    )
    assert antwoord.status_code == 404


@pytest.mark.parametrize(
    "terug", ["https://elders.example/", "//elders.example/x", "javascript:alert(1)", "\\\\elders.example"]
)
def test_terug_blijft_op_deze_site(pagina: Praktijkvoorbeeld, terug: str) -> None:
    data = {"soort": "pagina", "sleutel": pagina.pk, "doe": "volg", "terug": terug}
    assert client_van(mensen.persoon()).post(reverse("volgen_zet"), data)["Location"] == reverse("volgen")


def test_lezen_zet_op_gelezen_en_andermans_bericht_is_er_niet(pagina: Praktijkvoorbeeld) -> None:
    lid, ander = volgt(mensen.persoon(), pagina), volgt(mensen.persoon(), pagina)
    gebeurt(pagina, 1)
    gebeurt(pagina, 2)
    client = client_van(lid)
    assert "2 nieuwe berichten" in client.get("/werkplek/").content.decode()
    eerste = Melding.objects.filter(persoon=lid).last()
    assert client.get(reverse("volgen_lees", args=[eerste.pk]))["Location"] == "/leernetwerk/"
    assert "Eén nieuw bericht" in client.get("/werkplek/").content.decode()
    van_ander = Melding.objects.filter(persoon=ander).first()
    assert client.get(reverse("volgen_lees", args=[van_ander.pk])).status_code == 404
    client.post(reverse("volgen_gelezen"), {"melding": van_ander.pk})
    assert Melding.objects.filter(persoon=ander, gelezen=None).count() == 2
    client.post(reverse("volgen_gelezen"))
    assert "Geen nieuwe berichten" in client.get("/werkplek/").content.decode()
    assert Melding.objects.filter(persoon=ander, gelezen=None).count() == 2


def test_script_in_een_titel_is_tekst(pagina: Praktijkvoorbeeld) -> None:
    lid = volgt(mensen.persoon(), pagina)
    gebeurt(pagina, titel="<script>alert(1)</script>", uitleg="<img src=x onerror=alert(1)>")
    for adres in (reverse("volgen"), "/werkplek/"):
        tekst = client_van(lid).get(adres).content.decode()
        assert "<script>alert" not in tekst and "<img src=x" not in tekst and "&lt;script&gt;" in tekst


# ---- By mail


def test_een_mail_per_dag_met_alles_en_niets_twee_keer(
    pagina: Praktijkvoorbeeld, django_capture_on_commit_callbacks: Any
) -> None:
    lid = volgt(mensen.persoon(), pagina)
    with django_capture_on_commit_callbacks(execute=True):
        gebeurt(pagina, 1)
        gebeurt(pagina, 2)
    assert not mail.outbox  # not at once
    for _keer in range(2):
        with django_capture_on_commit_callbacks(execute=True):
            nachtwerk._werk["berichten over wat mensen volgen"]()
    (brief,) = mail.outbox
    assert brief.to == [lid.email] and "Nieuwe vraag 1" in brief.body and "Nieuwe vraag 2" in brief.body
    assert brief.extra_headers["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert brief.extra_headers["List-Unsubscribe"].strip("<>") in brief.body


def test_wie_al_las_krijgt_geen_mail(pagina: Praktijkvoorbeeld) -> None:
    lid = volgt(mensen.persoon(), pagina)
    gebeurt(pagina)
    lijst.lees(persoon=lid)
    assert overzichten.stuur_alles() == 0


def test_meteen_gaat_na_de_commit_en_nooit_nooit(
    pagina: Praktijkvoorbeeld, django_capture_on_commit_callbacks: Any
) -> None:
    meteen, nooit = volgt(mensen.persoon(), pagina, Hoe.METEEN), volgt(mensen.persoon(), pagina, Hoe.NOOIT)
    with django_capture_on_commit_callbacks(execute=True):
        gebeurt(pagina, titel="Nieuwe vraag bij Otago")
        assert not mail.outbox
    assert [(b.to, b.subject) for b in mail.outbox] == [([meteen.email], "Nieuwe vraag bij Otago")]
    assert overzichten.stuur_alles() == 0
    assert lijst.ongelezen(nooit) == 1
    # Mail on again: not a pile of what is old.
    lijst.kies_mail(persoon=nooit.pk, hoe=Hoe.DAGELIJKS)
    assert overzichten.stuur_alles() == 0


def test_wekelijks_is_een_keer_per_week(pagina: Praktijkvoorbeeld) -> None:
    volgt(mensen.persoon(), pagina, Hoe.WEKELIJKS)
    maandag = timezone.make_aware(dt.datetime(2026, 11, 16, 3))
    uit = []
    for dag in range(9):
        gebeurt(pagina, dag)
        uit.append(overzichten.stuur_alles(maandag + dt.timedelta(days=dag)))
    assert uit == [1, 0, 0, 0, 0, 0, 0, 1, 0]


def test_stoppen_met_een_knop_zonder_aanmelden(pagina: Praktijkvoorbeeld) -> None:
    lid = volgt(mensen.persoon(), pagina)
    link = overzichten.stoplink(lid.pk)
    pad = "/" + link.split("/", 3)[3]
    client = Client(enforce_csrf_checks=True)  # a mail programme has no token of ours
    assert "Stuur mij geen mail meer" in client.get(pad).content.decode()
    assert lijst.hoe_van(lid) == Hoe.DAGELIJKS  # opening the link is not enough: scanners open links
    assert client.post(pad, {"List-Unsubscribe": "One-Click"}).status_code == 200
    assert lijst.hoe_van(lid) == Hoe.NOOIT
    gebeurt(pagina)
    assert overzichten.stuur_alles() == 0


def test_andermans_stoplink_is_niet_te_raden(pagina: Praktijkvoorbeeld) -> None:
    lid = volgt(mensen.persoon(), pagina)
    echt = overzichten.stoplink(lid.pk).rstrip("/").rsplit("/", 1)[1]
    _pk, handtekening = echt.split(":")
    client = Client()
    for vals in (f"{lid.pk + 1}:{handtekening}", f"{lid.pk}:x", str(lid.pk), "x", "%00", echt + "x"):
        for methode in (client.get, client.post):
            assert methode(f"/leernetwerk/volgen/stop/{vals}/").status_code in {400, 404}
    assert not Voorkeur.objects.exists()
    weg = overzichten.stoplink(mensen.persoon().pk + 10_000)  # ours, of an account that is gone: the same answer
    assert client.post("/" + weg.split("/", 3)[3]).status_code == 200


def test_een_naam_staat_niet_in_wat_bewaard_wordt(pagina: Praktijkvoorbeeld) -> None:
    dader = mensen.lid(mensen.buurt("ergens"))
    volger = volgt(mensen.persoon(), pagina)
    gebeurt(pagina, door=dader)
    assert str(dader) in client_van(volger).get(reverse("volgen")).content.decode()
    naam = str(dader)
    dader.delete()
    assert naam not in client_van(volger).get(reverse("volgen")).content.decode()


# ---- Keeping, leaving, moving


def test_mijn_gegevens_en_weggaan(pagina: Praktijkvoorbeeld) -> None:
    lid = volgt(mensen.persoon(), pagina, Hoe.WEKELIJKS)
    gebeurt(pagina)
    alles = {bron.code: bron.geef(lid) for bron in gegevens.bronnen()}
    assert (
        pagina.title in str(alles["volgen"])
        and "week" in str(alles["volgen"])
        and "Nieuwe vraag" in str(alles["meldingen"])
    )
    lid.delete()
    assert not Volg.objects.exists() and not Melding.objects.exists() and not Voorkeur.objects.exists()


def test_gelezen_berichten_gaan_na_drie_maanden_weg(pagina: Praktijkvoorbeeld) -> None:
    lid = volgt(mensen.persoon(), pagina)
    for n, dagen in enumerate((91, 89)):
        gebeurt(pagina, n)
        toen = timezone.now() - dt.timedelta(days=dagen)
        Gebeurtenis.objects.filter(kenmerk=f"proef:{n}").update(gemaakt=toen)
        Melding.objects.filter(gebeurtenis__kenmerk=f"proef:{n}").update(gelezen=toen)
    gebeurt(pagina, 3)
    Gebeurtenis.objects.filter(kenmerk="proef:3").update(gemaakt=timezone.now() - dt.timedelta(days=100))  # unread
    opruimen.ruim_op()
    assert {m.gebeurtenis.kenmerk for m in te_lezen(lid)} == {"proef:1", "proef:3"}
    assert not Gebeurtenis.objects.filter(kenmerk="proef:0").exists()


def test_wie_iets_volgde_dat_weg_is_wordt_vergeten(pagina: Praktijkvoorbeeld) -> None:
    lid = volgt(mensen.persoon(), pagina)
    lijst.volg(persoon=lid, soort="thema", sleutel=pagina.thema.code)
    pagina.delete()
    assert "Kunt u niet meer zien" in client_van(lid).get(reverse("volgen")).content.decode()
    opruimen.ruim_op()
    assert [v.soort for v in Volg.objects.all()] == ["thema"]


def test_wie_een_buurt_volgde_volgt_wat_ervan_kwam(hier: Buurt) -> None:
    team, lid, ander = mensen.medewerker("transitieteam"), mensen.persoon(), mensen.buurt("ander")
    for buurt in (hier, ander):
        lijst.volg(persoon=lid, soort="buurt", sleutel=str(buurt.pk))
    deel_in(van=[hier, ander], naar=[Nieuw("Samen")], reden="proef", door=team)
    samen = Buurt.objects.get(naam="Samen")
    assert list(Volg.objects.values_list("sleutel", flat=True)) == [str(samen.pk)]  # once
    deel_in(van=[samen], naar=[Nieuw("Noord"), Nieuw("Zuid")], reden="proef", door=team)
    delen = Buurt.objects.filter(naam__in=("Noord", "Zuid"))
    assert set(Volg.objects.values_list("sleutel", flat=True)) == {str(b.pk) for b in delen}


# ---- Many


def test_zesduizend_volgers_kosten_een_handvol_vragen(pagina: Praktijkvoorbeeld, hier: Buurt) -> None:
    def vragen(n: int) -> int:
        with CaptureQueriesContext(connection) as gevangen:
            gebeurt(pagina, n, zichtbaarheid=Zichtbaarheid.NETWERKEN, buurt=hier)
        return len([q for q in gevangen if "SAVEPOINT" not in q["sql"]])

    volgt(mensen.lid(hier), pagina)
    weinig = vragen(1)
    velen = Gebruiker.objects.bulk_create([Gebruiker(email=f"v{n}@voorbeeld.example") for n in range(900)])
    Lidmaatschap.objects.bulk_create([Lidmaatschap(buurt=hier, persoon=w, rol=Netwerkrol.ANDERS) for w in velen])
    Volg.objects.bulk_create([Volg(persoon=w, soort="pagina", sleutel=str(pagina.pk)) for w in velen])
    assert vragen(2) <= weinig + 3  # rows go in a few inserts
    assert Melding.objects.count() == 902


def test_de_pagina_vraagt_evenveel_bij_weinig_als_bij_veel(pagina: Praktijkvoorbeeld) -> None:
    lid = volgt(mensen.persoon(), pagina)
    client = client_van(lid)
    gebeurt(pagina)

    def vragen(adres: str) -> int:
        client.get(adres)
        with CaptureQueriesContext(connection) as gevangen:
            assert client.get(adres).status_code == 200
        return len(gevangen)

    weinig = [vragen(adres) for adres in (reverse("volgen"), "/werkplek/", pagina.url)]
    for n in range(2, 60):
        gebeurt(pagina, n, door=mensen.persoon())
    for ander in openbaar(Praktijkvoorbeeld.objects.filter(locale__language_code="nl")):
        volgt(lid, ander)
    assert [vragen(adres) for adres in (reverse("volgen"), "/werkplek/", pagina.url)] == weinig
    assert max(weinig) <= 17, weinig


def test_regel_in_de_mail_leidt_naar_de_site(pagina: Praktijkvoorbeeld) -> None:
    volgt(mensen.persoon(), pagina)
    gebeurt(pagina)
    overzichten.stuur_alles()
    assert re.search(r"https?://[^\s]+/leernetwerk/\n", Bericht.objects.get().tekst)


def test_een_thema_volgen_kan_op_zijn_eigen_pagina(hier: Buurt) -> None:
    client, adres = Client(), "/themas/preventie-als-mindset/"
    assert "Volg het thema" not in client.get(adres).content.decode()
    client.force_login(mensen.lid(hier, "gemeente", mensen.persoon("volger")))
    html = client.get(adres).content.decode()
    assert "Volg het thema" in html
    formulier = dict(re.findall(r'<input type="hidden" name="(soort|sleutel|terug)" value="([^"]*)"', html))
    assert client.post(reverse("volgen_zet"), formulier | {"doe": "volg"}).headers["Location"] == adres
    assert "U volgt het thema" in client.get(adres).content.decode()
    assert "Volg het thema" not in client.get("/onderwerpen/bewegen/").content.decode()
